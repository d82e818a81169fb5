"""Writes what the network answers here, for the test that compares the program's answers: parity.py CHECKPOINT LABELS VOCABULARY PARITY

The sentences are the project's own; CHECKPOINT and VOCABULARY are as export.py takes them, in floating point. Of frames
there are the scores of anchors and, of each word as an anchor, the attributes and some roles of all words; of the
reference, where it is learnt, the likeness of each word as a phrase and each as a place.
"""
import argparse
import json

import torch

from corpora import Document
from export import tensors
from framing import GUIDE
from model import Reader
from wordpiece import SPECIAL, WordPiece

TEXTS = [
    ["“ We will not give in , ” Maria Delgado , the Spanish foreign minister , told reporters in Lisbon on Friday .",
     "She added that talks with her Portuguese counterpart would go on in May ."],
    ["WELLINGTON ( ANP ) - New Zealand 's prime minister accused Jean-Luc O'Neill of lying about the US $ 3.5m deal .",
     "Mr O'Neill denied it : \" I have n't lied to anyone . \""],
    ["Zürich 's mayor , Søren Łukasz Müller-İnan , e-mailed 42 colleagues at 10:30 a.m. , according to the café owner .",
     "日本 and Ελλάδα ΟΔΟΣ naïveté ﬁne x\u0301y \u200b supercalifragilisticexpialidociousness #news @reuters https://example.org/a?b=c"],
]


SHOWN = {"source": 1, "content": 2, "participant": 8, "of": 16}  # roles, by their numbers


def scores(reader, d, wordpiece, learnt):
    """The scores of every head for a document of one window: {head: rows}. learnt says whether there is a reference."""
    ids, cases = torch.tensor([[wordpiece.cls, *d.ids, wordpiece.sep]]), torch.tensor([[SPECIAL, *d.cases, SPECIAL]])
    h = reader.encoder(ids, cases, torch.ones_like(ids, dtype=torch.bool))[:, 1 + d.first[:-1]]
    n = torch.arange(len(d.words))
    names, syntax, links = reader.names(h)[0], reader.syntax(h), reader.link_scores(*reader.coreference(h), n[None])
    anchors, y = reader.frames(h, torch.tensor([GUIDE]))
    roles, attributes = reader.frames.roles(y, torch.zeros_like(n), n, torch.ones(1, len(n)))
    found = {
        "names": names[0], "upos": syntax[0][0], "feats": syntax[1][0], "scripts": syntax[2][0], "arcs": reader.arc_scores(syntax[3], syntax[4])[0],
        "links": links[0], "anchors": anchors[0], "attributes": attributes, **{role: roles[..., number] for role, number in SHOWN.items()},
    }
    if learnt:
        one = torch.eye(len(n))
        found["reference"] = reader.likeness(h, one, n, n, torch.zeros_like(n), one[None])[:, :-1]
    return found


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("checkpoint", "labels", "vocabulary", "parity"):
        ap.add_argument(name)
    a = ap.parse_args()
    labels = json.load(open(a.labels, encoding="utf-8"))
    reader = Reader(*(len(labels[k]) for k in ("names", "upos", "feats", "scripts", "relations")))
    weights = tensors(a.checkpoint)
    reader.load_state_dict(weights, strict=False)  # some have no reference, and none needs what only training does
    reader.eval()
    wordpiece, out = WordPiece(a.vocabulary), []
    for sentences in TEXTS:
        words = [w for s in sentences for w in s.split(" ")]
        ends = [sum(len(s.split(" ")) for s in sentences[:i + 1]) for i in range(len(sentences))]
        d = Document("", words, ends, [0], wordpiece)
        with torch.no_grad():
            rows = scores(reader, d, wordpiece, "reference.out.weight" in weights)
        out.append({"words": words, "ends": ends, "pieces": d.ids.tolist(), "first": d.first.tolist(), "cases": d.cases[d.first[:-1]].tolist(),
                    "scores": {k: [[round(x, 3) for x in row] for row in v.tolist()] for k, v in rows.items()}})
    with open(a.parity, "w", encoding="utf-8") as f:
        json.dump(out, f, ensure_ascii=False, separators=(",", ":"))
        f.write("\n")


if __name__ == "__main__":
    main()
