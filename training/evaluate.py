"""Figures of the reader on dev documents."""
import json
import os
import re
import subprocess
import sys

import numpy as np
import torch

from batches import batch, same_sentence
from corpora import NAME_TAGS

SIZE, CONTEXT = 254, 40  # pieces of a window; of context on either side of what is taken from it
REACH = 200  # words from a cue to its parts


def relation_vectors(of_dependent, of_head, heads):
    """Joins a word's vector and its head's; the root's is 0."""
    of_head = torch.cat([of_head, torch.zeros_like(of_head[:1])])
    return torch.nn.functional.gelu(of_dependent + of_head[heads], approximate="tanh")


def vectors(reader, d, wordpiece):
    """Vectors (words, WIDTH) of a document. Each sentence is taken from the window in which it has most context."""
    out, best = None, np.full(len(d.words), -1)
    for first, last in d.windows(SIZE, 2 * CONTEXT):
        ids, cases, mask, words = batch([(d, first, last)], wordpiece)
        with torch.autocast("cpu", torch.bfloat16):
            h = reader.encoder(ids, cases, mask)[0, words[0]].float()
        out = torch.zeros(len(d.words), h.shape[1]) if out is None else out
        for s, e in zip(d.starts, d.ends):
            if first <= s and e <= last:
                before = d.first[s] - d.first[first] if first else SIZE
                behind = d.first[last] - d.first[e] if last < len(d.words) else SIZE
                if min(before, behind) > best[s]:
                    best[s:e] = min(before, behind)
                    out[s:e] = h[s - first:e - first]
    return out


def gap_scores(reader, d, first, last, h):
    """Log weights of A, B and everything else that isn't a pronoun as what the pronoun means."""
    none, a, b = reader.coreference(h)
    scores = reader.link_scores(none, a, b, torch.tensor([d.pronoun - first]))[0]
    pronoun = re.compile(r"(he|him|his|she|her|hers|himself|herself|it|its|they|them|their|i|you|we|who|whom|whose)$", re.I)
    kind = torch.tensor([3 if pronoun.match(w) else 2 for w in d.words[first:last]] + [2])
    # A name's other mentions count for it where they share its last word.
    for number, words in enumerate(d.names):
        for w, text in enumerate(d.words[first:last]):
            if text == d.words[words[-1]] or first + w in words:
                kind[w] = number
    for number, words in enumerate(d.names):
        kind[[w - first for w in words]] = number
    return torch.stack([scores[kind == k].logsumexp(-1) if (kind == k).any() else torch.tensor(-1e4) for k in range(3)])


def runs(tags, begin):
    """The (first, last) of parts whose words have the tags begin and begin + 1."""
    found = []
    for w, t in enumerate(tags):
        if t == begin or t == begin + 1 and (w == 0 or tags[w - 1] not in (begin, begin + 1)):
            found.append((w, w + 1))
        elif t == begin + 1:
            found[-1] = (found[-1][0], w + 1)
    return found


def attributions(reader, d, h):
    """Attributions as lists of words: cue, source, content. Each content goes to the cue that wants it most, each cue
    takes the source that it wants most, or none."""
    parts, of_cue, of_word, bias = reader.attribution(h)
    tags = parts.argmax(-1).tolist()
    cues, sources, contents = (runs(tags, begin) for begin in (1, 3, 5))
    if not cues:
        return []
    scores = reader.role_scores(of_cue, of_word, bias, torch.tensor([c for c, _ in cues]))
    found = [(list(range(*c)), [], []) for c in cues]
    near = lambda c, s: abs(s[0] - c[0]) < REACH
    for s in contents:
        wanted = [(scores[2, i, s[0]:s[1]].mean().item(), i) for i, c in enumerate(cues) if near(c, s)]
        if wanted:
            found[max(wanted)[1]][2].extend(range(*s))
    for i, c in enumerate(cues):
        wanted = [(scores[1, i, s[0]:s[1]].logsumexp(0).item(), s) for s in sources if near(c, s)]
        if wanted and max(wanted)[0] > 0:
            found[i][1].extend(range(*max(wanted)[1]))
    return [f for f in found if f[2]]


def spans(d, words):
    """Joins words that stand side by side, over punctuation too, into spans of code points."""
    out = []
    for w in words:
        s, e = d.offsets[w]
        if out and not any(c.isalnum() for c in d.text[out[-1][1]:s]):
            out[-1][1] = e
        else:
            out.append([s, e])
    return out


def entities(tags):
    """The (first, last, kind) of BIES tags; a broken sequence begins anew."""
    found, start = set(), None
    for i, t in enumerate(tags):
        if t == "O":
            start = None
            continue
        if t[0] in "BS" or start is None or t[2:] != tags[i - 1][2:]:
            start = i
        if t[0] in "ES":
            found.add((start, i, t[2:]))
            start = None
    return found


def f1(hit, predicted, gold):
    return round(2 * hit / max(1, predicted + gold), 4)


@torch.no_grad()
def figures(reader, dev, labels, wordpiece, a):
    reader.eval()
    out = {}
    path = os.path.join(a.out, "dev.jsonl")
    with open(path, "w", encoding="utf-8") as f:
        for d in dev["polnear"]:
            parts = [{"cue": spans(d, c), "speaker": spans(d, s), "content": spans(d, t)} for c, s, t in attributions(reader, d, vectors(reader, d, wordpiece))]
            f.write(json.dumps({"id": d.id, "statements": parts}) + "\n")
    print(subprocess.run([sys.executable, a.scorer, os.path.join(a.data, "polnear", "dev.jsonl"), path], capture_output=True, text=True).stdout, flush=True)
    hit = predicted = gold = 0
    for d in dev["conll"]:
        tags = reader.names(vectors(reader, d, wordpiece))[0].argmax(-1).tolist()
        p, g = entities([NAME_TAGS[t] for t in tags]), entities([NAME_TAGS[t] for t in d.names])
        hit, predicted, gold = hit + len(p & g), predicted + len(p), gold + len(g)
    out["names"] = f1(hit, predicted, gold)
    n = upos = uas = las = feats = scripts = 0
    universal = [r.split(":")[0] for r in labels.relations]
    for d in dev["ud"]:
        h = vectors(reader, d, wordpiece)
        pos, feat, script, dependent, head, of_dependent, of_head = reader.syntax(h)
        size = len(d.words)
        heads = reader.arc_scores(dependent, head, torch.arange(size)).masked_fill(~same_sentence(d, 0, size), -1e4).argmax(-1)
        relations = reader.relation(relation_vectors(of_dependent, of_head, heads)).argmax(-1).tolist()
        right = [(g if g >= 0 else size) == p for g, p in zip(d.heads, heads.tolist())]
        n, uas = n + size, uas + sum(right)
        las += sum(r and universal[p] == universal[g] for r, p, g in zip(right, relations, d.relations))
        upos += sum(p == g for p, g in zip(pos.argmax(-1).tolist(), d.upos))
        feats += sum(p == g for p, g in zip(feat.argmax(-1).tolist(), d.feats))
        scripts += sum(p == g for p, g in zip(script.argmax(-1).tolist(), d.scripts))
    out.update({k: round(v / n, 4) for k, v in (("upos", upos), ("feats", feats), ("lemma", scripts), ("uas", uas), ("las", las))})
    hit = predicted = gold = 0
    for d in dev["gap"]:
        best = gap_scores(reader, d, 0, len(d.words), vectors(reader, d, wordpiece)).argmax().item()
        predicted, gold = predicted + (best < 2), gold + sum(d.true)
        hit += best < 2 and d.true[best]
    out["gap"] = f1(hit, predicted, gold)
    reader.train()
    return out
