--- Dates and times as the AP Stylebook has them: what it would have written otherwise.
local ABBREVIATED = { January = "Jan.", February = "Feb.", August = "Aug.", September = "Sept.",
  October = "Oct.", November = "Nov.", December = "Dec." }
local WRITTEN_OUT = { Jan = "January", Feb = "February", Aug = "August", Sept = "September",
  Sep = "September", Oct = "October", Nov = "November", Dec = "December" }
local NEVER_SHORT = { Mar = "March", Apr = "April", Jun = "June", Jul = "July" }

return {
  {
    name = "style-month-with-day",
    pattern = [[(?x)
      \b (?<month> January | February | August | September | October | November | December )
      (?<day> \x20 [0-3]?\d ) \b (?! \x20? (?:st|nd|rd|th) \b )]],
    finding = function(m)
      return ("AP abbreviates %s with a day"):format(m.month), { ABBREVIATED[m.month] .. m.day }
    end,
    examples = {
      "He came on {!=Aug. 3|August 3}, 2023.",
      "She left on {!=Sept. 14|September 14}.",
      "He came in August 2023, and on July 3.",
    },
  },
  {
    name = "style-month-alone",
    pattern = [[\b(?<month>Jan|Feb|Aug|Sept?|Oct|Nov|Dec)\.?(?<year> (?:19|20)\d\d)\b]],
    finding = function(m)
      return "AP writes a month out when it stands with a year alone",
        { WRITTEN_OUT[m.month] .. m.year }
    end,
    examples = { "It opened in {!=August 2023|Aug. 2023} and closed on Aug. 3, 2023." },
  },
  {
    name = "style-month",
    pattern = [[\b(?<month>Mar|Apr|Jun|Jul)\.?(?<day> [0-3]?\d)(?:st|nd|rd|th)?\b]],
    finding = function(m)
      local month = NEVER_SHORT[m.month]
      return ("AP never abbreviates %s"):format(month), { month .. m.day }
    end,
    examples = { "It rained on {!=April 3|Apr. 3} and on June 4." },
  },
  {
    name = "style-ordinal",
    pattern = [[(?x)
      \b (?<month> (?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Oct|Nov|Dec)\.
                 | January | February | March | April | May
                 | June | July | August | September | October | November | December )
      \x20 (?<day>[0-3]?\d) (?:st|nd|rd|th) \b]],
    finding = function(m)
      local month = NEVER_SHORT[m.month:sub(1, 3)] or ABBREVIATED[m.month] or m.month
      return "AP uses no ordinals in dates", { month .. " " .. m.day }
    end,
    examples = {
      "He came on {!=Aug. 3|Aug. 3rd} and left on {!=July 4|July 4th}.",
      "It was the 3rd of its kind on Aug. 3.",
    },
  },
  {
    name = "style-twelve",
    pattern = [[(?i)\b12(?::00)? ?(?<half>[ap])(?:m\b|\.m\.)]],
    finding = function(m)
      local half = m.half:lower()
      return ("12 %s.m. is unclear to readers"):format(half),
        { half == "p" and "noon" or "midnight" }
    end,
    examples = { "They met at {!=noon|12 p.m.} and at {!=midnight|12:00 AM}, not at 12:30 p.m." },
  },
  {
    name = "style-noon",
    pattern = [[(?i)\b12 (?<word>noon|midnight)\b]],
    finding = function(m) return ('"12 %s" says it twice'):format(m.word), { m.word } end,
    examples = { "They met at {!=noon|12 noon}.", "They met at noon." },
  },
  {
    name = "style-even-hour",
    pattern = [[(?i)\b(?<hour>1[01]|[1-9]):00 (?<half>[ap]\.m\.)]],
    finding = function(m)
      return "AP writes even hours without :00", { m.hour .. " " .. m.half:lower() }
    end,
    examples = { "At {!=7 p.m.|7:00 p.m.}, at 7:30 p.m. and at 12:00 p.m." },
  },
  {
    name = "style-decade",
    pattern = [[\b(?<decade>(?:1[5-9]|20)\d0)(?:'|’)s\b(?= and| or|[.,;:)]|$)]],
    finding = function(m) return "AP writes decades without an apostrophe", { m.decade .. "s" } end,
    examples = {
      "It was built in the {!=1920s|1920's}, and not in the 1930s.",
      "It was 2020's best film.",
    },
  },
}
