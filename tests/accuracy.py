"""accuracy.py WHOWHEN DIR: scores the command WHOWHEN against what lies in DIR.

A line an annotated corpus (strict, relaxed and value F1, and the share of right
values among what was found), then a line a file of cases."""
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


def bare(text):
    """An expression without the words in front that not all count as part of it."""
    return re.sub(r"^((on|at|in|by|for|from|since|until|during|the|an?)\s+)+", "", text.lower())


def cases(shared, whowhen, name, path):
    # A latent case is what only a search for anything at all would take for a time.
    rows = [r for r in read(os.path.join(shared, path)) if not r.get("latent")]
    found = marks(whowhen, [(r["id"], r["input"], r["ref"]) for r in rows])
    expressions = right = silent = nothing = 0
    for r in rows:
        raw = r["input"].encode()
        texts = [bare(raw[s["start"]:s["end"]].decode()) for s in found[r["id"]]]
        expressions += len(r["expect"])
        right += sum(bare(e["text"]) in texts for e in r["expect"])
        nothing += not r["expect"]
        silent += not r["expect"] and not texts
    print("%-12s %d of %d expressions with the right extent (%.1f %%), %d of %d texts without "
          "any left alone (%.1f %%)" % (name, right, expressions, 100 * right / max(expressions, 1),
                                        silent, nothing, 100 * silent / max(nothing, 1)))


def main():
    whowhen, shared = sys.argv[1:]
    needed = SCORERS + [path for _, path, *_ in CORPORA + CASES]
    missing = [p for p in needed if not os.path.exists(os.path.join(shared, p))]
    if missing:
        sys.exit("whowhen: make accuracy needs the annotated corpora and their scorers, SHARED=dir; "
                 "missing in %s: %s" % (shared, " ".join(missing)))
    try:
        for row in CORPORA:
            corpus(shared, whowhen, *row)
        tricky(shared, whowhen)
        for row in CASES:
            cases(shared, whowhen, *row)
    except (subprocess.CalledProcessError, ValueError, KeyError) as e:
        sys.exit("whowhen: make accuracy: %s" % e)


if __name__ == "__main__":
    main()
