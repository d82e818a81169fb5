"""Writes what the network answers here, for the test that compares the program's answers: parity.py CHECKPOINT LABELS MODEL PARITY

The sentences are the project's own; the weights are those of the checkpoint, in floating point.
"""
import argparse
import json
import os

import torch

from batches import batch
from corpora import Document
from model import Reader
from wordpiece import WordPiece

TEXTS = [
    ["“ We will not give in , ” Maria Delgado , the Spanish foreign minister , told reporters in Lisbon on Friday .",
     "She added that talks with her Portuguese counterpart would go on in May ."],
    ["WELLINGTON ( ANP ) - New Zealand 's prime minister accused Jean-Luc O'Neill of lying about the US $ 3.5m deal .",
     "Mr O'Neill denied it : \" I have n't lied to anyone . \""],
    ["Zürich 's mayor , Søren Łukasz Müller-İnan , e-mailed 42 colleagues at 10:30 a.m. , according to the café owner .",
     "日本 and Ελλάδα ΟΔΟΣ naïveté ﬁne x\u0301y \u200b supercalifragilisticexpialidociousness #news @reuters https://example.org/a?b=c"],
]


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("checkpoint", "labels", "model", "parity"):
        ap.add_argument(name)
    a = ap.parse_args()
    labels = json.load(open(a.labels, encoding="utf-8"))
    reader = Reader(*(len(labels[k]) for k in ("names", "upos", "feats", "scripts", "relations")))
    reader.load_state_dict(torch.load(a.checkpoint, map_location="cpu")["reader"])
    reader.eval()
    wordpiece, out = WordPiece(os.path.join(a.model, "tokenizer.json")), []
    for sentences in TEXTS:
        words = [w for s in sentences for w in s.split(" ")]
        ends = [sum(len(s.split(" ")) for s in sentences[:i + 1]) for i in range(len(sentences))]
        d = Document("", words, ends, [0], wordpiece)
        with torch.no_grad():
            ids, cases, mask, at = batch([(d, 0, len(words))], wordpiece)
            h = reader.encoder(ids, cases, mask)[0, at[0]]
            syntax, attribution = reader.syntax(h), reader.attribution(h)
            n = torch.arange(len(words))
            rows = {
                "names": reader.names(h)[0], "upos": syntax[0], "feats": syntax[1], "scripts": syntax[2], "parts": attribution[0],
                "arcs": reader.arc_scores(syntax[3], syntax[4], n),
                "source": reader.role_scores(attribution[1], attribution[2], attribution[3], n)[1],
                "content": reader.role_scores(attribution[1], attribution[2], attribution[3], n)[2],
                "links": reader.link_scores(*reader.coreference(h), n),
            }
        out.append({"words": words, "ends": ends, "pieces": d.ids.tolist(), "first": d.first.tolist(), "cases": d.cases[d.first[:-1]].tolist(),
                    "scores": {k: [[round(x, 3) for x in row] for row in v.tolist()] for k, v in rows.items()}})
    with open(a.parity, "w", encoding="utf-8") as f:
        json.dump(out, f, ensure_ascii=False, separators=(",", ":"))
        f.write("\n")


if __name__ == "__main__":
    main()
