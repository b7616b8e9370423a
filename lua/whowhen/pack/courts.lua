--- What stories from court are full of: docket numbers, citations, statutes, titles.
return {
  {
    name = "courts-docket",
    kind = "docket",
    pattern = [[(?x)
      \b (?: (?:[Cc]ase|[Dd]ocket|[Cc]ause|[Ii]ndictment) \s (?:(?:[Nn]os?\.|[Nn]umber|\#) \s?)?
           | [Nn]os?\.\s )
      (?<number>
         \d{1,2} : \d{2,4} - (?:cv|cr|mc|mj|md|po) - \d{3,6} (?:-[A-Z]{2,4})*
       | (?:[A-Z]{1,3}-)* \d{2,4} - (?:[A-Z]{1,4}-)? \d{2,7} (?:-[A-Z]{2,4})?
      ) \b]],
    style = "constant",
    examples = {
      "The case, {docket|No. 24-0317}, goes to trial.",
      "Filed as {docket|case 1:23-cv-04567-ABC} on Monday.",
      "In {docket|Docket No. 22-451} the court said nothing.",
      "Gate No. 24 is closed; flight No. 17-A is late.",
      "The case of 1984 was closed.",
    },
  },
  {
    name = "courts-citation",
    kind = "citation",
    pattern = [[(?x)
      \b \d{1,4} \s (?: U\.\s?S\. | S\.\s?Ct\. | F\.\s?(?:2d|3d|4th|Supp\.(?:\s?[23]d)?)
                      | N\.\s?[EWY]\.(?:\s?[23]d)? | P\.\s?[23]d | A\.\s?[23]d | So\.\s?[23]d )
      \s \d{1,5} (?: \s \( (?:[^()\n]{0,20}\s)? \d{4} \) )?]],
    style = "constant",
    examples = {
      "It relied on {citation|410 U.S. 113 (1973)} and {citation|999 F.3d 42}.",
      "It sold 410 U.S. flags.",
    },
  },
  {
    name = "courts-statute",
    kind = "statute",
    pattern = [[(?x) \b \d{1,2} \s U\.?S\.?C\.? \s (?:(?:§§?|Sec(?:tion|\.)) \s?)? \d{1,5}[a-z]?
      (?: \( [0-9A-Za-z]{1,3} \) )*]],
    style = "constant",
    examples = { "Charged under {statute|18 U.S.C. § 1343} and {statute|42 USC 1983}." },
  },
  {
    name = "courts-titles",
    titles = { "Chief Justice", "Associate Justice", "Magistrate Judge", "Special Master",
      "District Attorney", "Public Defender", "Solicitor General", "Bailiff" },
  },
}
