"""The corpora as documents: words in sentences, their pieces, and what is known of them."""
import csv
import gzip
import json
import lzma
import os
import re
import subprocess
from collections import Counter

import numpy as np

import framing
from wordpiece import BEGINS

LONGEST = 240  # pieces of a sentence; what is longer is read in parts
IGNORE = -100  # the label of a word of which nothing is known
NO_PERSON = -101  # of one that is in no person's name, and else unknown
NAME_TAGS = ["O"] + [p + "-" + kind for kind in ("PER", "ORG", "LOC", "MISC") for p in "BIES"]
UPOS = "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split()


class Document:
    """Words with their pieces. ends[i] is the word behind sentence i; begins are the words that begin a paragraph."""

    anchored = True  # all anchors of its frames are marked

    def __init__(self, id, words, ends, begins, wordpiece):
        self.id, self.words, self.sentences, self.begins = id, words, ends, set(begins)
        self.divide(wordpiece)

    def divide(self, wordpiece):
        """Divides the words into pieces, and sentences that are too long."""
        ids, cases, self.first, self.ends = [], [], [], []
        for i, word in enumerate(self.words):
            pieces, case = wordpiece.word(word)
            self.first.append(len(ids))
            ids += pieces
            cases += [case + (BEGINS if i in self.begins else 0)] * len(pieces)
        self.first.append(len(ids))
        self.ids, self.cases, self.first = np.array(ids), np.array(cases), np.array(self.first)
        start = 0
        for end in self.sentences:
            while self.first[end] - self.first[start] > LONGEST:
                start = max(start + 1, int(np.searchsorted(self.first, self.first[start] + LONGEST, "right")) - 1)
                self.ends.append(start)
            if end > start:
                self.ends.append(end)
            start = end
        self.starts = [0] + self.ends[:-1]

    def windows(self, limit, overlap=0, shorter=0):
        """Yields (first, last) words of windows of whole sentences with at most so many pieces, or of one sentence."""
        sentence, room = 0, limit - shorter
        while sentence < len(self.ends):
            first, last = self.starts[sentence], sentence + 1
            while last < len(self.ends) and self.first[self.ends[last]] - self.first[first] <= room:
                last += 1
            yield first, self.ends[last - 1]
            if last == len(self.ends):
                return
            room, behind = limit, self.first[self.ends[last - 1]] - overlap
            sentence = next(s for s in range(sentence + 1, last + 1) if s == last or self.first[self.starts[s]] >= behind)


def divided(records, root):
    """Divides texts as the program does: yields (record, offsets of words, sentence ends, paragraph beginnings)."""
    lines = "".join(json.dumps({"id": r["id"], "text": r["text"]}) + "\n" for r in records)
    out = subprocess.run(["go", "run", "./training/tokens"], cwd=root, input=lines, capture_output=True, text=True, check=True).stdout
    for record, line in zip(records, out.splitlines()):
        words, ends, begins = [], [], []
        for paragraph in json.loads(line)["paragraphs"]:
            begins.append(len(words))
            for sentence in paragraph:
                words += sentence
                ends.append(len(words))
        yield record, words, ends, begins


def covered(words, spans):
    return [i for i, (s, e) in enumerate(words) if any(s < end and start < e for start, end in spans)]


def read(path):
    open_any = lzma.open if path.endswith(".xz") else open
    return [json.loads(line) for line in open_any(path, "rt", encoding="utf-8") if line.strip()]


def texts(records, wordpiece, root):
    """Documents of records with a text, which is kept."""
    for r, words, ends, begins in divided(records, root):
        d = Document(r["id"], [r["text"][s:e] for s, e in words], ends, begins, wordpiece)
        d.text, d.offsets, d.record = r["text"], words, r
        yield d


def polnear(path, wordpiece, root):
    documents = list(texts(read(path), wordpiece, root))
    for d in documents:
        parts = [[covered(d.offsets, s[part]) for part in ("cue", "speaker", "content")] for s in d.record.pop("statements", [])]
        d.frames, d.guide = framing.of_attributions([p for p in parts if p[0]]), framing.POLNEAR
    return documents


def marks(path, half, countries, wordpiece, root):
    """Marked articles with frames, with phrases and whom they mean, and with the places where each is named."""
    every = read(path)
    surfaces = framing.country_surfaces([m for m in every if m["half"] == "train"])
    for line in open(countries, encoding="utf-8"):
        if not line.startswith("#"):
            code, *names = line.rstrip("\n").split("\t")
            found = {n.strip() for column in names for n in re.split(r"[|,]", column)}
            surfaces[code] = sorted({*surfaces.get(code, []), *(n for n in found if len(n) > 3)})
    documents = list(texts([m for m in every if m["half"] == half], wordpiece, root))
    for d in documents:
        m, cover = d.record, lambda spans: covered(d.offsets, spans)
        d.frames, d.guide = framing.of_marks(m, cover, surfaces), framing.GUIDE
        phrases = [(s["source"], s["speaker"]) for s in m["statements"]] + [([sp], w) for s in m["statements"] for sp, w in s["to"] + s["target"]] + \
            [([sp], w) for x in m["meetings"] for sp, w, _ in x["who"]]
        d.phrases = sorted({(tuple(cover(spans)), who) for spans, who in phrases if spans and cover(spans)}, key=str)
        d.places = places(d, m, surfaces)
        d.names = people(d, m)
    return documents


def roles(path, lexicon, split, wordpiece):
    """Sentences of PropBank where somebody may hear, be accused or praised. Of their frames only these roles are known, not the anchors."""
    functions = {}
    for r in csv.DictReader(open(lexicon, encoding="utf-8"), delimiter="\t", quoting=csv.QUOTE_NONE):
        if r["kind"] not in ("meet", "visit", "negotiate"):
            functions.setdefault(r["roleset"], []).extend((function, r["arg"]) for function in (r["function"], r["also"]))
    documents = []
    for line in gzip.open(path, "rt", encoding="utf-8"):
        r = json.loads(line)
        found = [f for f in (framing.of_predicate(r["tokens"], p, functions[p["roleset"]]) for p in r["props"] if p["roleset"] in functions) if f]
        if r["split"] == split and found:
            d = Document(r["id"], r["tokens"], [len(r["tokens"])], [0], wordpiece)
            d.frames, d.guide, d.anchored = found, framing.GUIDE, False
            documents.append(d)
    return documents


def places(d, m, surfaces):
    """The words of each place where a person, body or country of the marks is named: {who: [words]}."""
    known = {p["name"]: {p["name"], *p["as"]} for p in m["people"]}
    named = {w for _, w in d.phrases if w} | {q["of"] for p in m["people"] for q in p["positions"] if q.get("of")}
    for who in sorted(named - set(known)):
        known[who] = {*surfaces.get(who, []), *([] if re.fullmatch("[A-Z]{2}", who) else [who])}
    return {who: found for who, names in known.items() if (found := occurrences(d, names))}


def occurrences(d, names):
    """Where the names stand, the longest at each place."""
    found, taken = [], set()
    for n in sorted(names, key=lambda n: (-len(n), n)):
        for m in re.finditer(r"(?<!\w)" + re.escape(n) + r"(?!\w)", d.text):
            words = covered(d.offsets, [m.span()])
            if words and not taken & set(words):
                taken |= set(words)
                found.append(words)
    return sorted(found)


def people(d, m):
    """Tags of the people's names. Readers name all people, so that other words are in no person's name."""
    tags = [NO_PERSON] * len(d.words)
    for p in m["people"]:
        for words in occurrences(d, {p["name"], *p["as"]}):
            for w in words:
                tags[w] = IGNORE if tags[w] == NO_PERSON else tags[w]
            if d.words[words[0]][0].isupper() and not re.match(r"(?:the|a|king|queen|president|sheikh|pope|mr|mrs|ms|sir|lord|dr)\b", d.words[words[0]].lower()):
                for w, t in zip(words, bies(["I-PER"] * len(words))):
                    tags[w] = NAME_TAGS.index(t)
    return tags


def gap(path, wordpiece, root):
    rows = list(csv.DictReader(open(path, encoding="utf-8"), delimiter="\t", quoting=csv.QUOTE_NONE))
    documents = []
    for r, words, ends, begins in divided([{"id": r["ID"], "text": r["Text"], "row": r} for r in rows], root):
        d, row = Document(r["id"], [r["text"][s:e] for s, e in words], ends, begins, wordpiece), r["row"]
        find = lambda name: covered(words, [(int(row[name + "-offset"]), int(row[name + "-offset"]) + len(row[name]))])
        d.pronoun, d.names = find("Pronoun")[0], [find("A"), find("B")]
        d.true = [row[n + "-coref"] == "TRUE" for n in "AB"]
        documents.append(d)
    return documents


def apart(word):
    """A word as the program divides it: hyphens stand alone."""
    parts = [p for p in re.split("(-)", word) if p]
    return parts if len(parts) > 2 and "--" not in word and re.search(r"[^\W\d_]", word) else [word]


def conll(path, wordpiece, divide=False):
    """CoNLL-2003 in IOB1: tags become BIES, one document from -DOCSTART- to the next. With divide, words are divided at hyphens."""
    documents, sentences, sentence = [], [], []
    for line in [*open(path, encoding="utf-8"), "", "-DOCSTART- X X O"]:
        columns = line.split()
        if columns and columns[0] != "-DOCSTART-":
            parts, tag = apart(columns[0]) if divide else [columns[0]], columns[3]
            sentence += [(p, tag if i == 0 else tag.replace("B-", "I-")) for i, p in enumerate(parts)]
            continue
        if sentence:
            sentences.append(sentence)
            sentence = []
        if columns and sentences:
            words = [w for s in sentences for w, _ in s]
            ends = np.cumsum([len(s) for s in sentences]).tolist()
            d = Document(f"{os.path.basename(path)}:{len(documents)}", words, ends, [0] + ends[:-1], wordpiece)
            d.names = [NAME_TAGS.index(t) for s in sentences for t in bies([t for _, t in s])]
            documents.append(d)
            sentences = []
    return documents


def bies(tags):
    kinds = [t[2:] for t in tags]
    first = [t != "O" and (i == 0 or kinds[i - 1] != kinds[i] or t[0] == "B") for i, t in enumerate(tags)]
    out = []
    for i, t in enumerate(tags):
        last = t != "O" and (i + 1 == len(tags) or first[i + 1] or kinds[i + 1] != kinds[i])
        out.append("O" if t == "O" else {(True, True): "S", (True, False): "B", (False, True): "E", (False, False): "I"}[first[i], last] + "-" + kinds[i])
    return out


def lemma_script(form, lemma):
    """How a lemma is made of its form: as it stands, in small letters, or cut:added at the end."""
    if form == lemma:
        return "="
    low, common = form.lower(), 0
    if low == lemma:
        return "l"
    while common < min(len(low), len(lemma)) and low[common] == lemma[common]:
        common += 1
    return f"{len(low) - common}:{lemma[common:]}" if common or len(low) < 5 else "="


def conllu(path, wordpiece):
    """Universal Dependencies, with coreference where the column MISC has Entity."""
    documents, sentences, begins, words = [], [], [], 0
    for block in gzip.open(path, "rt", encoding="utf-8").read().split("\n\n"):
        lines = block.split("\n")
        rows = [l.split("\t") for l in lines if re.match(r"\d+\t", l)]
        if any(l.startswith("# newdoc") for l in lines) and sentences:
            documents.append(syntax(path, sentences, begins, wordpiece, len(documents)))
            sentences, begins, words = [], [], 0
        if rows:
            if not sentences or any(l.startswith("# newpar") for l in lines):
                begins.append(words)
            sentences.append(rows)
            words += len(rows)
    documents.append(syntax(path, sentences, begins, wordpiece, len(documents)))
    return documents


def syntax(path, sentences, begins, wordpiece, number):
    rows = [r for s in sentences for r in s]
    ends = np.cumsum([len(s) for s in sentences]).tolist()
    d = Document(f"{os.path.basename(path)}:{number}", [r[1] for r in rows], ends, begins, wordpiece)
    d.upos = [UPOS.index(r[3]) for r in rows]
    d.feats, d.scripts, d.relations = [r[5] for r in rows], [lemma_script(r[1], r[2]) for r in rows], [r[7] for r in rows]
    d.heads = [int(r[6]) - 1 + e - len(s) if r[6] != "0" else -1 for s, e in zip(sentences, ends) for r in s]
    d.clusters = clusters(rows, d.heads) if any("Entity=" in r[9] for r in rows) else None
    return d


def clusters(rows, heads):
    """Returns the entities of which each word heads a mention."""
    found, open_at = [set() for _ in rows], {}
    for i, r in enumerate(rows):
        for m in re.finditer(r"(\()?(\d+)[^()]*?(\))?(?=\(|\d|$)", "".join(re.findall(r"(?:^|\|)Entity=([^|]*)", r[9]))):
            opens, entity, closes = m.groups()
            if opens:
                open_at.setdefault(entity, []).append(i)
            if closes and open_at.get(entity):
                start = open_at[entity].pop()
                found[next((w for w in range(start, i + 1) if not start <= heads[w] <= i), start)].add(entity)
    return found


class Labels:
    """The closed sets of features, lemma scripts and relations that occur often enough to be learnt."""

    def __init__(self, documents):
        often = lambda name, n: [v for v, c in sorted(Counter(v for d in documents for v in getattr(d, name)).items()) if c >= n]
        self.feats, self.scripts, self.relations = often("feats", 5), often("scripts", 4), often("relations", 1)

    def number(self, documents):
        for name in ("feats", "scripts", "relations"):
            index = {v: i for i, v in enumerate(getattr(self, name))}
            for d in documents:
                setattr(d, name, [index.get(v, IGNORE) for v in getattr(d, name)])
