"""Windows of documents as tensors: a batch holds windows of one corpus, b windows of at most n words, padded."""
import random

import numpy as np
import torch

import framing
from corpora import IGNORE
from wordpiece import BEGINS, SPECIAL, UPPER

SIZE = 254  # pieces of a window, without [CLS] and [SEP]
OVERLAP = {"marks": 64, "polnear": 64, "plain": 32}  # of windows, in pieces
MOST_ANCHORS = 160  # of a batch, that are learnt at a time
MOST_PHRASES = 96


def windows(documents, kind, size, rng):
    """A pass over a corpus: lists of (document, first, last) with about size pieces together, windows of like length side by side."""
    found = []
    for d in documents:
        limit = SIZE if kind == "gap" or rng.random() < 0.65 else rng.choice((48, 96, 160))
        found += [(d, f, l) for f, l in d.windows(limit, min(limit // 3, OVERLAP.get(kind, 0)), rng.randrange(limit * 2 // 3))]
    rng.shuffle(found)
    found.sort(key=lambda w: int(w[0].first[w[2]] - w[0].first[w[1]]) // 32)
    batches, at = [], 0
    while at < len(found):
        longest, end = 0, at
        while end < len(found):
            d, f, l = found[end]
            longest = max(longest, d.first[l] - d.first[f] + 2)
            if longest * (end + 1 - at) > size and end > at:
                break
            end += 1
        batches.append(found[at:end])
        at = end
    return batches


def collate(kind, found, seed=None):
    """The tensors of a batch. With a seed, some sentences of texts are learnt in capitals."""
    n = max(last - first for _, first, last in found)
    pieces = 8 * -(-max(d.first[last] - d.first[first] + 2 for d, first, last in found) // 8)  # attention is fastest so
    b = len(found)
    t = {"ids": np.zeros((b, pieces), np.int64), "cases": np.full((b, pieces), SPECIAL, np.int64), "mask": np.zeros((b, pieces), bool),
         "first": np.zeros((b, n), np.int64), "inside": np.zeros((b, n), bool)}
    for i, (d, first, last) in enumerate(found):
        start, end = d.first[first], d.first[last]
        size = end - start
        t["ids"][i, 0], t["ids"][i, 1 + size], t["ids"][i, 1:1 + size] = 101, 102, d.ids[start:end]
        t["cases"][i, 1:1 + size], t["mask"][i, :2 + size] = d.cases[start:end], True
        t["first"][i, :last - first], t["inside"][i, :last - first] = 1 + d.first[first:last] - start, True
    if seed is not None and kind in ("conll", "marks"):
        capitals(t, found, random.Random(seed))
    for part in PARTS[kind]:
        part(t, found, n)
    return {k: torch.from_numpy(np.asarray(v)) for k, v in t.items()}


def capitals(t, found, rng):
    for i, (d, first, last) in enumerate(found):
        for s, e in zip(d.starts, d.ends):
            if first <= s and e <= last and rng.random() < 0.06:
                at = slice(1 + d.first[s] - d.first[first], 1 + d.first[e] - d.first[first])
                cases = t["cases"][i, at]
                t["cases"][i, at] = np.where(cases % BEGINS == 4, cases, UPPER + BEGINS * (cases // BEGINS))


def padded(found, n, name, fill=IGNORE):
    out = np.full((len(found), n), fill, np.int64)
    for i, (d, first, last) in enumerate(found):
        out[i, :last - first] = getattr(d, name)[first:last]
    return out


def names(t, found, n):
    t["names"] = padded(found, n, "names")


def syntax(t, found, n):
    for name in ("upos", "feats", "scripts", "relations"):
        t[name] = padded(found, n, name)
    heads = padded(found, n, "heads", IGNORE)
    t["sentence"] = np.full((len(found), n), -1)
    for i, (d, first, last) in enumerate(found):
        t["sentence"][i, :last - first] = np.searchsorted(d.ends, np.arange(first, last), "right")
        h = heads[i, :last - first]
        moved = np.where(h >= 0, h - first, n)  # the root's number is n
        # The parts of a divided sentence may be in two windows: then some heads are unknown.
        heads[i, :last - first] = np.where((moved >= 0) & ((moved < last - first) | (moved == n)), moved, IGNORE)
    t["heads"], t["relations"] = heads, np.where(heads == IGNORE, IGNORE, t["relations"])


def coreference(t, found, n):
    t["same"], t["weight"] = np.zeros((len(found), n, n + 1), bool), np.zeros((len(found), n), np.float32)
    for i, (d, first, last) in enumerate(found):
        if d.clusters is None:
            continue
        members = {}
        for w, entities in enumerate(d.clusters[first:last]):
            for e in entities:
                members.setdefault(e, set()).add(w)
        for w, entities in enumerate(d.clusters[first:last]):
            others = sorted(set().union(*(members[e] for e in entities)) - {w}) if entities else []
            t["same"][i, w, others or n] = True
            t["weight"][i, w] = 1.0 if others else 0.1


PRONOUNS = set("he him his she her hers himself herself it its they them their i you we who whom whose".split())


def gap(t, found, n):
    """The groups of words as what the pronoun means: 0 and 1 the two names, 2 everything else, 3 pronouns, which mean nobody new."""
    t["group"], t["pronoun"], t["meant"] = np.full((len(found), n + 1), 3), np.zeros(len(found), np.int64), np.full(len(found), IGNORE)
    for i, (d, first, last) in enumerate(found):
        t["group"][i, :last - first] = [3 if w.lower() in PRONOUNS else 2 for w in d.words[first:last]]
        t["group"][i, n] = 2
        if not all(first <= w < last for w in (d.pronoun, *d.names[0], *d.names[1])):
            continue
        for number, words in enumerate(d.names):  # a name's other mentions count for it where they share its last word
            t["group"][i, [w for w, text in enumerate(d.words[first:last]) if text == d.words[words[-1]]]] = number
        for number, words in enumerate(d.names):
            t["group"][i, [w - first for w in words]] = number
        t["pronoun"][i], t["meant"][i] = d.pronoun - first, 0 if d.true[0] else 1 if d.true[1] else 2


def frames(t, found, n):
    every = [(i, f, first, last) for i, (d, first, last) in enumerate(found) for f in d.frames if first <= f.anchor < last]
    t["guide"], t["anchored"] = np.array([d.guide for d, _, _ in found]), np.array([d.anchored for d, _, _ in found])
    t["anchors"] = np.zeros((len(found), n, 3), np.float32)
    for i, f, first, _ in every:
        t["anchors"][i, f.anchor - first, framing.KINDS.index(f.kind)] = 1
    t["count"] = np.array(max(1, len(every)), np.float32)
    every = random.Random(len(every)).sample(every, MOST_ANCHORS) if len(every) > MOST_ANCHORS else every
    a = len(every)
    t["row"], t["anchor"] = np.array([i for i, *_ in every], np.int64), np.array([f.anchor - first for _, f, first, _ in every], np.int64)
    t["roles"], t["marked"] = np.zeros((a, n, framing.ROLE_COUNT), np.float32), np.zeros((a, framing.ROLE_COUNT), np.float32)
    t["act"], t["status"], t["yes"], t["asked"] = np.full(a, IGNORE), np.full(a, IGNORE), np.zeros((a, 3), np.float32), np.zeros((a, 3), np.float32)
    for j, (_, f, first, last) in enumerate(every):
        for number, words in framing.numbers(f):
            t["marked"][j, number] = 1
            t["roles"][j, [w - first for w in words if first <= w < last], number] = 1
        for name, value in f.attributes.items():
            if name in ("act", "status"):
                t[name][j] = value
            else:
                k = ("negative", "notSaid", "former").index(name)
                t["yes"][j, k], t["asked"][j, k] = value, 1


def references(t, found, n):
    """Phrases, and the places where somebody is named; a phrase whose entity is named outside the window is left out."""
    places = [[(who, [w - first for w in words]) for who, all_of_it in sorted(d.places.items()) for words in all_of_it if first <= words[0] and words[-1] < last]
              for d, first, last in found]
    k = max(1, max(map(len, places)))
    t["places"], t["placed"] = np.zeros((len(found), k, n), np.float32), np.zeros((len(found), k), bool)
    for i, row in enumerate(places):
        for j, (_, words) in enumerate(row):
            t["places"][i, j, words] = 1 / len(words)
        t["placed"][i, :len(row)] = True
    every = []
    for i, (d, first, last) in enumerate(found):
        for words, who in d.phrases:
            if first <= words[0] and words[-1] < last:
                words = [w - first for w in words]
                right = [j for j, (e, _) in enumerate(places[i]) if e == who] if who else [k]
                if right:
                    every.append((i, words, right))
    every = random.Random(len(every)).sample(every, MOST_PHRASES) if len(every) > MOST_PHRASES else every
    p = len(every)
    t["prow"], t["pfirst"], t["plast"] = (np.zeros(p, np.int64) for _ in range(3))
    t["phrase"], t["means"] = np.zeros((p, n), np.float32), np.zeros((p, k + 1), bool)
    for j, (i, words, right) in enumerate(every):
        t["prow"][j], t["pfirst"][j], t["plast"][j] = i, words[0], words[-1]
        t["phrase"][j, words], t["means"][j, right] = 1 / len(words), True


def plain(t, found, n):
    t["guide"] = np.zeros(len(found), np.int64)


PARTS = {"polnear": [frames], "roles": [frames], "marks": [frames, references, names], "conll": [names], "ud": [syntax, coreference], "gap": [gap], "plain": [plain]}
