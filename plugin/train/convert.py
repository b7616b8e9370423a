"""convert.py SOURCE FILE...: turns an annotated corpus, as it is published, into JSON lines.

SOURCE is wikigold, uner or redocred; SOURCES.md says which files of which
repository are meant, and the checksums of what comes out.  A line is a document: its text,
and its names with their places in bytes.  The corpora have words with blanks between them;
their marks are put back where writers put them.

`glove` is no corpus: of a package of word vectors, which is one JSON object, it writes the
plain words and their vectors as cluster_make reads them."""
import json
import os
import re
import sys

KINDS = {"PER": "person", "ORG": "org", "LOC": "place", "MISC": "misc"}
# A blank neither before the first nor after the second; quotation marks by turns.
CLOSING = re.compile(r"[.,;:!?%)\]}…’]|n't|'(s|S|re|ve|ll|d|m|D|LL)|’(s|re|ve|ll|d|m)")
OPENING = re.compile(r"[(\[{$£€#]")


def joined(words, quoted=False):
    """The text of a sentence's words, and the place of each in it, in characters."""
    text, places, open_before = "", [], True
    for word in words:
        word = {"``": '"', "''": '"', "-LRB-": "(", "-RRB-": ")"}.get(word, word)
        closes = CLOSING.fullmatch(word) or (word == '"' and quoted) or \
            (word == "'" and text.endswith("s"))
        if text and not closes and (not open_before or word == '"'):
            text += " "
        places.append((len(text), len(text) + len(word)))
        text += word
        open_before = OPENING.fullmatch(word) or (word == '"' and not quoted)
        quoted ^= word == '"'
    return text, places


def spans_of(tags):
    """The names in IOB tags, those of the first kind too: (first word, word behind, kind)."""
    found, first = [], None
    for i, tag in enumerate(tags + ["O"]):
        if first is not None and (tag[0] != "I" or tag[2:] != tags[first][2:]):
            found.append((first, i, KINDS.get(tags[first][2:])))
            first = None
        if first is None and tag[0] in "BI":
            first = i
    return [span for span in found if span[2]]


class Document:
    def __init__(self, source, genre, identity, kinds):
        self.row = {"id": identity, "source": source, "genre": genre, "dct": None, "kinds": kinds}
        self.text, self.spans = "", []

    def add(self, text, spans, end):
        """Adds a sentence, whose spans are in characters, and what ends it."""
        at = len(self.text.encode())
        for first, last, kind, *entity in spans:
            start = at + len(text[:first].encode())
            span = {"start": start, "end": start + len(text[first:last].encode()), "kind": kind}
            self.spans.append(dict(span, entity=str(entity[0])) if entity else span)
        self.text += text + end

    def write(self):
        spans = sorted(self.spans, key=lambda s: s["start"])
        print(json.dumps(dict(self.row, text=self.text, spans=spans), ensure_ascii=False))


ALL = ["person", "org", "place", "misc"]


def sentences(path):
    """Sentences of a file of words and tags: lists of rows.  None is a document's end."""
    rows = []
    with open(path, encoding="utf-8") as f:
        for line in list(f) + ["\n"]:
            fields = line.split()
            if fields and fields[0] != "-DOCSTART-":
                rows.append(fields)
            elif rows:
                yield rows
                rows = []
            elif not fields:
                continue
            if fields and fields[0] == "-DOCSTART-":
                yield None


def wikigold(paths):
    document, n = None, 0
    for path in paths:
        for rows in sentences(path):
            if rows is None:
                if document:
                    document.write()
                document = None
                continue
            if not document:
                document, n = Document("wikigold", "wiki", "wg-%d" % n, ALL), n + 1
            text, places = joined([r[0] for r in rows])
            document.add(text, [(places[a][0], places[b - 1][1], kind)
                                for a, b, kind in spans_of([r[-1] for r in rows])], "\n")
    if document:
        document.write()


def uner(paths):
    """Universal NER: each sentence's text is given, its words are found in it."""
    for path in paths:
        with open(path, encoding="utf-8") as f:
            lines = f.read().split("\n")
        document, text, at, words, tags = None, "", 0, [], []
        for line in lines + [""]:
            if line.startswith("# newdoc id = "):
                if document:
                    document.write()
                document = Document("unerewt", "web", line[14:], ALL[:3])
            elif line.startswith("# text = "):
                text, at, words, tags = line[9:], 0, [], []
            elif line and not line.startswith("#"):
                fields = line.split("\t")
                start = text.find(fields[1], at)
                if start >= 0:
                    at = start + len(fields[1])
                words.append((start, at))
                tags.append(fields[2])
            elif not line and words:
                document.add(text, [(words[a][0], words[b - 1][1], kind)
                                    for a, b, kind in spans_of(tags)], "\n")
                words = []
        if document:
            document.write()


# Re-DocRED has these as places; the last word of such a mark decides.
PEOPLES = set("""Afghan African Albanian American Argentine Armenian Asian Australian Austrian
    Belgian Brazilian British Bulgarian Byzantine Canadian Chilean Chinese Colombian Croatian Cuban
    Czech Danish Dutch Egyptian English European Filipino Finnish French Georgian German Greek
    Hungarian Indian Indonesian Iranian Irish Israeli Italian Japanese Jewish Kenyan Korean Kurdish
    Malaysian Mexican Norwegian Ottoman Pakistani Palestinian Persian Peruvian Polish Portuguese
    Roman Romanian Russian Scottish Serbian Slovak Soviet Spanish Swedish Swiss Syrian Thai
    Tunisian Turkish Ukrainian Venezuelan Vietnamese Welsh Western Yugoslav""".split())
TITLES = set("""Archbishop Captain Cardinal Col Crown crown Dr. Emperor Imam King Lady Lord Pope Prince
    Princess Queen Sheikh Sir""".split())
ARTICLES = ("the", "The", "a", "A", "an", "An")


def outermost(spans):
    """Those of the spans that lie in no other, in order."""
    kept = []
    for span in sorted(spans, key=lambda s: (s[0], -s[1])):
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return kept


def redocred(paths):
    for path in paths:
        part = "dev" if "dev" in path else "test"
        with open(path, encoding="utf-8") as f:
            rows = json.load(f)
        for n, row in enumerate(rows):
            document = Document("redocred", "wiki", "rdr-%s-%d" % (part, n), ALL)
            marks = {}
            for entity, mentions in enumerate(row["vertexSet"]):
                for m in mentions:
                    if m["type"] in KINDS:
                        marks.setdefault(m["sent_id"], {}).setdefault(
                            tuple(m["pos"]), (KINDS[m["type"]], entity))
            for i, words in enumerate(row["sents"]):
                text, places = joined(words)
                found = []
                for (a, b), (kind, entity) in marks.get(i, {}).items():
                    a += words[a] in ARTICLES and b > a + 1
                    while kind == "person" and words[a] in TITLES and b > a + 1:
                        a += 1
                    b -= words[b - 1] in ("'", "'s") and b > a + 1
                    first, last = places[a][0], places[b - 1][1]
                    if kind == "place" and words[b - 1] in PEOPLES:
                        kind = "misc"
                    found.append((first, last, kind, entity))
                document.add(text, outermost(found), " ")
            document.write()


# Words with hyphens, apostrophes and full stops, as the tagger joins them; no numbers or marks.
PLAIN = re.compile(r"[^\W\d_]+(?:['.-][^\W\d_]+)*\.?")


def glove(paths):
    for path in paths:
        with open(path) as f:
            package = json.load(f)
        for word in package["words"]:
            if PLAIN.fullmatch(word):
                vector = package["vectors"][word][:package["dimensions"]]
                print(word, *["%.6g" % v for v in vector])


SOURCES = {"wikigold": wikigold, "uner": uner, "redocred": redocred, "glove": glove}


def main():
    source, paths = sys.argv[1], sys.argv[2:]
    if source not in SOURCES:
        sys.exit("convert.py: no source %r" % source)
    try:
        SOURCES[source](paths)
        sys.stdout.flush()
    except BrokenPipeError:  # who reads has enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    main()
