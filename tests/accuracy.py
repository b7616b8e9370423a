"""accuracy.py WHOWHEN DIR: scores the command WHOWHEN against what lies in DIR.

A line an annotated corpus (strict, relaxed and value F1, and the share of right
values among what was found), then how persons are linked, then a line a file of cases."""
import json
import os
import re
import subprocess
import sys
import tempfile

CORPORA = [
    ("TimeBank", "corpora/dates/timebank.jsonl", ""),
    ("AQUAINT", "corpora/dates/aquaint.jsonl", ""),
    ("WikiWars", "corpora/dates/wikiwars.jsonl", "--narrative"),
    ("GUM", "corpora/dates/gum_other.jsonl", ""),
    ("written", "corpora/written/written.jsonl", ""),
]
CASES = [
    ("Recognizers", "cases/recognizers.jsonl"),
    ("Duckling", "cases/duckling.jsonl"),
]
LINKED = [
    ("written", ["corpora/written/written.jsonl"]),
    ("GUM", ["corpora/names/dev/gum.jsonl", "corpora/names/train/gum.jsonl"]),
]
TRICKY = "cases/tricky.jsonl"
SCORERS = ["eval/product.sh", "eval/score.py", "eval/tricky_score.py", TRICKY]
WHEN = ("date", "time", "duration", "set")


def lines(text):
    return [json.loads(line) for line in text.splitlines() if line.strip()]


def read(path):
    with open(path, encoding="utf-8") as f:
        return lines(f.read())


def output(command, **options):
    return subprocess.run(command, stdout=subprocess.PIPE, check=True, **options).stdout.decode()


def marks(whowhen, rows):
    """The time mentions that the command finds in texts: (id, text, date), by their ids."""
    asked = "".join(json.dumps({"id": i, "text": text, **({"dct": date[:10]} if date else {})}) + "\n"
                    for i, text, date in rows)
    found = lines(output([whowhen, "--batch"], input=asked.encode()))
    return {d["id"]: [s for s in d["spans"] if s["kind"] in WHEN] for d in found}


def corpus(shared, whowhen, name, path, option):
    env = dict(os.environ, WHOWHEN="%s %s" % (whowhen, option))
    result = json.loads(output(["bash", os.path.join(shared, "eval/product.sh"),
                                os.path.join(shared, path), "--json"], env=env))
    r = result["timex"]
    figures = [100 * r[key]["F1"] for key in ("strict", "relaxed", "value")]
    print("%-12s strict %5.1f  relaxed %5.1f  value %5.1f  values right %5.1f  (%d marks, %d texts)"
          % (name, *figures, 100 * r["value_acc"], r["gold"], result["docs"]))


def pairs(marks):
    """The pairs of marks, and whether each names one entity twice."""
    places = sorted(marks)
    return {(a, b): marks[a] == marks[b] for i, b in enumerate(places) for a in places[:i]}


def linking(shared, whowhen, name, paths):
    """Of the persons that are marked as in gold, the pairs of mentions that name one."""
    docs = [d for path in paths for d in read(os.path.join(shared, path))]
    asked = "".join(json.dumps({"id": d["id"], "text": d["text"]}) + "\n" for d in docs)
    found = {d["id"]: d for d in lines(output([whowhen, "--batch"], input=asked.encode()))}
    both = linked = same = 0
    for d in docs:
        gold, ours = ({(s["start"], s["end"]): s["entity"] for s in spans
                       if s["kind"] == "person" and s.get("entity")}
                      for spans in (d["spans"], found[d["id"]]["spans"]))
        want = pairs({place: gold[place] for place in gold if place in ours})
        made = pairs({place: ours[place] for place in ours if place in gold})
        both += sum(want[p] and made[p] for p in want)
        same += sum(want.values())
        linked += sum(made.values())
    print("%-12s linking: pairs of persons precision %5.1f  recall %5.1f  (%d pairs, %d texts)"
          % (name, 100 * both / max(linked, 1), 100 * both / max(same, 1), same, len(docs)))


def tricky(shared, whowhen):
    """Hard sentences.  Only time marks are judged: the persons are given as they should be."""
    path = os.path.join(shared, TRICKY)
    rows = read(path)
    found = marks(whowhen, [(r["id"], r["text"], r["ref"]) for r in rows])
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as f:
        for r in rows:
            spans = [{"byte": s["start"], "len": s["end"] - s["start"], "kind": s["kind"],
                      "value": s.get("value", "")} for s in found[r["id"]]]
            spans += [{"byte": s["byte"], "len": len(s["text"].encode()), "kind": "person"}
                      for s in r["spans"] if s["kind"] == "person"]
            f.write(json.dumps({"id": r["id"], "spans": spans}) + "\n")
        f.flush()
        scorer = os.path.join(shared, "eval/tricky_score.py")
        result = json.loads(output([sys.executable, scorer, f.name, path]).splitlines()[0])
    print("%-12s time marks right in %d of %d sentences" % ("tricky", result["pass"],
                                                             result["cases"]))


# The cases of other projects follow other conventions: a preposition belongs to an
# expression, a range is one, and so is a day with a time.  Those are evened out here; and
# what news does not hold, or what we do not count as a time, is left out by what its text is.
HOUR = r"(1[0-2]|\d|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
MINUTES = r"(zero|oh|ou|three|ten|fifteen|twenty|thirty|forty|fifty)"
MONTH = r"\b(jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*"
DAY_MONTH = r"(?<![\d/.-])\d{1,2}( ?[-/] ?|\.| )\d{1,2}(?![\d/.-]| ?[ap]\.?m| \w)"

# A reason, patterns of a whole text, patterns inside of one.  The first that fits counts.
LEFT_OUT = [
    ("shorthand of messages: 'EOM', '9a', '15h', '3ish', 'tmrw'", [
        r".*\d(:\d\d)?[ap]\.?", r"\d+[dwy]", r"boss's", r"tomorrows",
    ], [
        r"\b([eb]o[dmy]|atm|asap|otd|tmrw|\w+ish|w/c|qtr|wkend|[cs]y ?\d+|sec|18q4|untill|thru)\b",
        r"\b(today|tomorrow) [ap]m", r"\d ?h(\d\d)?\b", r"\d['\"]", r"\d[ap]\b", r"\b[ap] m\b",
        r"[ap] \. ?m", r"\b(dec|feb|mar)\d|\d(years|april)", r"\b\d{3,4} [ap]\.m|7ampm|9\.am",
        r"oclock|as soon as|~|@|\d/\d ?h|\u00bd hour",
    ]),
    ("a holiday that is not general in Britain or America", [], [
        r"eid al|freedom day|jubilee day|saint patrick 2020",
    ]),
    ("dates in an order that no writer uses", [
        r"\d{4}[-/]\d{1,2}", r"\d{1,2}[-/]\d{4}", r"20\d\d april", r"90 s|1990 s", r"october, 1st",
    ], [
        r"(?<!\d-)" + MONTH + r"[-/]\d", r"\d/[a-z]{3}", r"\d{4}-[a-z]{3}[-/]", r"\d-20\d\d-[a-z]",
        r"\d{4}-\d-\d\b", r"\d{4} \d\d \d\d|\d\d \d\d \d{4}|\d{8}", r"\((tue|jun)", r"friday-jun",
    ]),
    ("a day and month in figures, as likely a score or a fraction", [
        r"((on|this|next|friday|from|between|to|thursday|sunday) )*" + DAY_MONTH
        + r"( (at|before|between) .*)?",
        r".*\b\w+day \d{1,2}[-/.]\d{1,2}(?!\d| ?[ap]m)( .*)?", r"(from )?\d{1,2}/\d{1,2}-.*",
        r"between \d+/.*",
    ], [
        r"\d/\d{1,2} (to|from|before|at|between|\d)", r"\d/\d{1,2}-", r"from 4-23", r"29/03 11",
    ]),
    ("figures only, or the bare day of a month", [
        r"(on |in |at |around |approximately |the |=)*"
        r"(\d{1,2}|\d{3,4}ish|1030|\d{1,2}(st|nd|rd|th)|first|twelfth)",
        r"=\d+", r"\w+day \d\d( (at|between) .*)?", r"the 1\d (from|between) .*",
        r"the week of the 18th", r"around the 21st this month",
        r"(before )?(the )?[\w-]+( \w+)? day of the month",
    ], []),
    ("an hour that only a talk makes one: 'at 7', 'two thirty'", [
        r"((\w+day|sat|thu|tomorrow|this week|next \w+|yesterday)( the \w+)? )?"
        r"(between|from|at|for|around)? ?" + HOUR + r"( ?(-|to|and|until) ?" + HOUR + r")?"
        r"( (gmt|pst|cst|today|tomorrow|yesterday|next monday|on \d+/.*))?",
        r".*\bfrom 9( for .*)?", r".*(from|day|morning) \d{1,2}-\d{1,2}", r"\d-\d next monday",
        r"between 0\d{3}-0\d{3}", r"8am until 6", r"half three", r".*am-3 .*",
        r".*(evening|today|tonight|day) from 7 to (9|7:30)",
    ], [
        r"\b" + HOUR + r"[ -]" + MINUTES + r"\b", r"(thirty|twenty|forty)-(six|seven|three)",
        r"between " + HOUR + r" to", r"\d to " + HOUR + r" on", r"\d{3} in the", r"years? at",
        r"\d, tonight",
    ]),
    ("dates in words, as spoken", [], [
        r"(twenty|thirty) (one|two|three|four|five|six|nine|first|second|third|fourth|seventh)",
        r"thirty[- ]first|first 12|(seven|nine)teen \w+|two thousand|nineteen|th through \w+teenth",
        r"(ninth|twenty-seventh) (through|till|to)|ninth and|till the|fifteenth nine",
        r"(monday|friday) (the|march) \w+ \w+",
    ]),
    ("what has to be worked out: 'the second closest'", [
        r"(thanksgiving|march|tax day|easter|super tuesday) .*(ago|in|from) .*",
        r".*\w+days? (two|three|\d) \w+ (from|after) .*",
    ], [
        r"closest|\b\w+days (from|ago|back)|after next|ides|week \d|, two year|week or|one a day",
        r"(third|second|fifth|2nd|3rd|5th) last|super tue\.|\d(th)? of (the |next|this)",
        r"(days|today|christmas) on \w+day$|friday on",
    ]),
    ("what we do not count as a time: 'annual', 'the week', 'after lunch'", [
        r"((for|in|on|at|all|any|of|another) )*(the )?(day|week|month|year|hour|fortnight|minute"
        r"|(day|night)-?time|lunchtime|mornings|weekends?|weekday|every weekday|annual"
        r"|semi-?annual(ly)?|bi-monthly|fiscal year|pacific timezone|nineties|everyday"
        r"|year to date|summer|winter|may|q\d)",
        r"((in|one|1|2) )?(morning|afternoon|evening|night)", r"greater than \d{4}",
        r"(to|till) date", r"(the )?(current date|(rest|remaining) of the week)",
        r"(end|the end) of( the)? day",
    ], [
        r"\b(lunch|dinner\w*|after school|breakfast)\b", r"\bseasons?\b", r"everyday",
        r"year greater", r"mid today", r"early in the day", r"from march to date",
    ]),
]
# The holidays of a case that news takes for granted.
HOLIDAYS = re.compile(
    r"(christmas|new year's (day|eve)|easter (sunday|monday)|good friday|palm sunday|maundy|"
    r"shrove|pentecost|whit|halloween|thanksgiving|black friday|cyber monday|martin luther|"
    r"president's|memorial|labou?r day|veterans|independence|super tuesday|mother|father|"
    r"valentine|st patrick|groundhog|guy fawkes|august bank|anzac|victoria day)", re.I)
LEAD = set("""on at in by for from since until till during within between before after around
    about approximately over through the a an any time anytime sometime sometimes as early late
    than no not later more less starting beginning circa of but right just""".split())
TRAIL = set("""or and later after greater eastern mountain gmt pst est cst cet ist timezone zone
    et pt approximately""".split())
RANGE = set("""to - \u2013 through until till and or between from but before later than the
    starting in""".split())
OF_DAY = set("""at on for from between by before after no later than around @ , ( ) as early
    in""".split())
OF_LENGTH = set("after before from starting in since for".split())
# News writes these with capitals, other than the cases.
NAMES = re.compile(
    r"\b((mon|tues|wednes|thurs|fri|satur|sun)day|mon|tues?|wed|thu(rs?)?|fri|sat|sun|january|"
    r"february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|"
    r"apr|jun|jul|aug|sept?|oct|nov|dec|christmas|eve|easter|thanksgiving|halloween|black|"
    r"earth day|labor day|independence day|new year)\b|\b[qh](?=[1-4]\b)", re.I)
HOLIDAY_WORDS = re.compile(
    r"(?<![\w'’])(?!(this|last|next|of|in|the|after|at|to|from|months?|ago|(?<!new )years?)\b)"
    r"[a-z]+('s)?")


def words(text):
    return re.findall(r"[\w:.'’]*\w|[^\w\s.]", text.lower())


def with_capitals(row):
    """A case's text with the capitals that news gives to the names in its expressions."""
    text = row["input"]
    for e in row["expect"]:
        named = HOLIDAY_WORDS if e.get("holiday") else NAMES
        named = named.sub(lambda m: m.group().title().replace("'S", "'s"), e["text"])
        text = text[:e["start"]] + named + text[e["end"]:]
    return text


def reason_to_leave_out(e):
    if e.get("holiday") and not HOLIDAYS.match(e["holiday"]):
        return LEFT_OUT[1][0]
    text = e["text"].lower().replace("\n", " ")
    for reason, whole, inside in LEFT_OUT:
        if any(re.fullmatch(p, text) for p in whole) or any(re.search(p, text) for p in inside):
            return reason
    return None


def of_day(m):
    """Whether a mark is a part of the day: this morning, Friday night."""
    return re.search(r"T(MO|MI|AF|EV|NI)$", m.get("value", ""))


def joins(gap, a, b):
    """Whether the words between two marks may stand between the parts of one expression."""
    kinds = {a["kind"], b["kind"]}
    return (set(gap) <= RANGE and gap and a["kind"] == b["kind"]) or \
        (set(gap) <= OF_DAY and "time" in kinds and
         (len(kinds) == 2 or of_day(a) or of_day(b))) or \
        (set(gap) <= OF_LENGTH and gap and "duration" in kinds)


def is_found(raw, start, end, marks):
    """Whether marks cover raw[start:end] but for words at its edges and between its parts."""
    inside = [m for m in marks if m["start"] < end and m["end"] > start]
    if not inside:
        return False
    first, last = inside[0]["start"], inside[-1]["end"]
    if not set(words(raw[min(first, start):max(first, start)].decode())) <= LEAD:
        return False
    if not set(words(raw[min(last, end):max(last, end)].decode())) <= TRAIL:
        return False
    return all(joins(words(raw[a["end"]:b["start"]].decode()), a, b)
               for a, b in zip(inside, inside[1:]))


def cases(shared, whowhen, name, path, missed=None):
    """Compares by what a text says, not where it comes from: each text counts once, and a
    latent case is what only a search for anything at all would take for a time."""
    rows = {r["input"]: r for r in read(os.path.join(shared, path)) if not r.get("latent")}.values()
    found = marks(whowhen, [(r["id"], with_capitals(r), r["ref"]) for r in rows])
    left_out, total, right, silent, nothing = {}, 0, 0, 0, 0
    for r in rows:
        raw = with_capitals(r).encode()
        if not r["expect"]:
            nothing += 1
            silent += not found[r["id"]]
            if found[r["id"]] and missed:
                missed("nothing", r["input"], found[r["id"]])
        for e in r["expect"]:
            total += 1
            reason = reason_to_leave_out(e)
            if reason:
                left_out[reason] = left_out.get(reason, 0) + 1
                continue
            start, end = (len(r["input"][:e[key]].encode()) for key in ("start", "end"))
            ok = is_found(raw, start, end, found[r["id"]])
            right += ok
            if not ok and missed:
                missed(e["text"], r["input"], found[r["id"]])
    judged = total - sum(left_out.values())
    print("%-12s %d of %d expressions found (%.1f %%), %d of %d texts without any left alone "
          "(%.1f %%)" % (name, right, judged, 100 * right / max(judged, 1),
                         silent, nothing, 100 * silent / max(nothing, 1)))
    print("%-12s left out: %d of %d expressions (%.0f %%)" % ("", total - judged, total,
                                                              100 - 100 * judged / total))
    for reason, n in sorted(left_out.items(), key=lambda item: -item[1]):
        print("%-12s %5d %s" % ("", n, reason))


def main():
    whowhen, shared = sys.argv[1:]
    needed = SCORERS + [path for _, path, *_ in CORPORA + CASES]
    needed += [path for _, paths in LINKED for path in paths]
    missing = [p for p in needed if not os.path.exists(os.path.join(shared, p))]
    if missing:
        sys.exit("whowhen: make accuracy needs the annotated corpora and their scorers, SHARED=dir; "
                 "missing in %s: %s" % (shared, " ".join(missing)))
    try:
        for row in CORPORA:
            corpus(shared, whowhen, *row)
        for row in LINKED:
            linking(shared, whowhen, *row)
        tricky(shared, whowhen)
        for row in CASES:
            cases(shared, whowhen, *row)
    except (subprocess.CalledProcessError, ValueError, KeyError) as e:
        sys.exit("whowhen: make accuracy: %s" % e)


if __name__ == "__main__":
    main()
