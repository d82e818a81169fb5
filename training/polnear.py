"""PolNeAR's attributions as labels on words, and predictions back as attributions."""
import json

import torch

SIZE, STEP = 256, 128  # of a window and of the overlap of two, in pieces


class Article:
    def __init__(self, record, wordpiece):
        self.id, self.text = record["id"], record["text"]
        self.pieces = wordpiece.encode(self.text)
        self.first = [i for i, p in enumerate(self.pieces) if p.first]  # the first piece of each word
        bounds = self.first[1:] + [len(self.pieces)]
        self.words = [(self.pieces[i].start, self.pieces[j - 1].end) for i, j in zip(self.first, bounds)]
        self.statements = [self.labels(s) for s in record.get("statements", [])]

    def labels(self, statement):
        return {part: self.covered(statement[part]) for part in ("speaker", "cue", "content")}

    def covered(self, spans):
        return [i for i, (s, e) in enumerate(self.words) if any(s < end and start < e for start, end in spans)]

    def windows(self, shorter=0, overlap=STEP):
        """Yields (first, last) words of windows of at most SIZE - 2 pieces that overlap by so many pieces; the first
        is shorter by a number of pieces, so that other words stand at the borders in another pass."""
        first = 0
        limit = SIZE - 2 - shorter
        while first < len(self.words):
            last, start = first, self.first[first]
            while last < len(self.words) and self.piece_end(last) - start <= limit:
                last += 1
            last = max(last, first + 1)
            yield first, last
            if last == len(self.words):
                return
            limit = SIZE - 2
            middle = self.piece_end(last - 1) - overlap
            first = max(first + 1, next(w for w in range(first, last + 1) if w == last or self.first[w] >= middle))

    def piece_end(self, word):
        return self.first[word + 1] if word + 1 < len(self.first) else len(self.pieces)


def read(path, wordpiece):
    return [Article(json.loads(line), wordpiece) for line in open(path, encoding="utf-8") if line.strip()]


def batch(windows, wordpiece):
    """Returns ids, cases, mask (b, n) and the positions of the words' first pieces in each row."""
    rows = []
    for article, first, last in windows:
        start, end = article.first[first], min(article.piece_end(last - 1), article.first[first] + SIZE - 2)
        pieces = article.pieces[start:end]
        rows.append(([wordpiece.cls] + [p.id for p in pieces] + [wordpiece.sep], [4] + [p.case for p in pieces] + [4],
                     [1 + article.first[w] - start for w in range(first, last) if article.first[w] < end]))
    n = max(len(ids) for ids, _, _ in rows)
    ids, cases, mask = torch.zeros(len(rows), n, dtype=torch.long), torch.full((len(rows), n), 4), torch.zeros(len(rows), n, dtype=torch.bool)
    for i, (row, case, _) in enumerate(rows):
        ids[i, :len(row)], cases[i, :len(row)], mask[i, :len(row)] = torch.tensor(row), torch.tensor(case), True
    return ids, cases, mask, [torch.tensor(words) for _, _, words in rows]


def targets(article, first, last):
    """Returns the cue tags of a window's words, the heads of its cues and each word's role towards them."""
    tags, heads, roles = torch.zeros(last - first, dtype=torch.long), [], []
    for s in article.statements:
        cue = [w - first for w in s["cue"] if first <= w < last]
        if not cue or s["cue"][0] < first:
            continue
        for w in cue:
            tags[w] = 1 if w == cue[0] else (tags[w] or 2)
        row = torch.zeros(last - first, dtype=torch.long)
        for part, role in (("speaker", 1), ("content", 2)):
            for w in s[part]:
                if first <= w < last:
                    row[w - first] = role
        heads.append(cue[0])
        roles.append(row)
    return tags, torch.tensor(heads, dtype=torch.long), torch.stack(roles) if roles else None


def spans(article, words):
    """Joins words that stand side by side, over punctuation too, into spans of code points."""
    out = []
    for w in sorted(words):
        s, e = article.words[w]
        if out and w - out[-1][2] <= 2 and not any(c.isalnum() for c in article.text[out[-1][1]:s]):
            out[-1] = [out[-1][0], e, w]
        else:
            out.append([s, e, w])
    return [[s, e] for s, e, _ in out]
