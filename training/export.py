"""Writes a checkpoint for the program: export.py CHECKPOINT LABELS MODEL WEIGHTS

WEIGHTS begins with "NEWSGRAPH1\\n" and a line of JSON: the vocabulary, the labels, and for each tensor its place behind
that line, its type and shape. Matrices are in 8 bits with a scale for each output, packed as package kernel wants them.
"""
import argparse
import json
import os

import numpy as np
import torch

from model import FAR, HEADS, LAYERS, NEAR, WIDTH
from wordpiece import WordPiece

COLUMNS, DEPTH, ALIGN = 32, 16, 64
POSITIONS = 256  # those that windows use


class Writer:
    def __init__(self):
        self.tensors, self.data, self.size = {}, [], 0

    def add(self, name, values):
        raw = np.ascontiguousarray(values).tobytes()
        self.tensors[name] = {"at": self.size, "type": str(values.dtype), "shape": list(values.shape)}
        raw += bytes(-len(raw) % ALIGN)
        self.data.append(raw)
        self.size += len(raw)

    def floats(self, name, tensor):
        self.add(name, tensor.detach().float().numpy())

    def linear(self, name, weight, bias=None):
        """weight (outputs, inputs) becomes panels of 32 outputs, 4 inputs at a time."""
        w = weight.detach().float().numpy()
        outputs, inputs = w.shape
        padded = np.zeros((-(-outputs // COLUMNS) * COLUMNS, -(-inputs // DEPTH) * DEPTH), np.float32)
        padded[:outputs, :inputs] = w
        q, scale = eight_bits(padded)
        b = np.zeros(len(padded), np.float32)
        if bias is not None:
            b[:outputs] = bias.detach().float().numpy()
        self.add(name + ".panels", q.reshape(-1, COLUMNS, q.shape[1] // 4, 4).transpose(0, 2, 1, 3))
        self.add(name + ".scale", scale)
        self.add(name + ".bias", b)
        self.tensors[name] = {"at": 0, "type": "matrix", "shape": [outputs, inputs]}


def eight_bits(w):
    """Returns rows in 8 bits and their scales."""
    largest = np.abs(w).max(1)
    scale = (largest / 127).astype(np.float32)
    q = np.rint(w / np.where(scale > 0, scale, 1)[:, None]).clip(-127, 127).astype(np.int8)
    return q, scale


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("checkpoint", "labels", "model", "weights"):
        ap.add_argument(name)
    a = ap.parse_args()
    r = torch.load(a.checkpoint, map_location="cpu")["reader"]
    out = Writer()
    e = "encoder."
    q, scale = eight_bits(r[e + "word.weight"].numpy())
    out.add("word", q), out.add("word.scale", scale)
    out.floats("position", r[e + "position.weight"][:POSITIONS]), out.floats("case", r[e + "case.weight"])
    out.floats("norm.weight", r[e + "norm.weight"]), out.floats("norm.bias", r[e + "norm.bias"])
    for i in range(LAYERS):
        for part in ("qkv", "out", "up", "down"):
            name = f"{e}layers.{i}.{part}"
            out.linear(f"{i}.{part}", r[name + ".weight"], r[name + ".bias"])
        for part in ("norm1.weight", "norm1.bias", "norm2.weight", "norm2.bias"):
            out.floats(f"{i}.{part}", r[f"{e}layers.{i}.{part}"])
    for task in ("names", "syntax", "attribution", "coreference"):
        for part in ("own", "out"):
            out.linear(f"{task}.{part}", r[f"{task}.{part}.weight"], r[f"{task}.{part}.bias"])
    out.linear("relation", r["relation.weight"], r["relation.bias"])
    out.floats("root", r["root"])
    for pairs in ("arcs", "roles", "links"):
        out.floats(pairs, r[pairs + ".distance.weight"].T)
    vocab = WordPiece(os.path.join(a.model, "tokenizer.json")).vocab
    words = [w for w, _ in sorted(vocab.items(), key=lambda item: item[1])]
    labels = json.load(open(a.labels, encoding="utf-8"))
    header = {"heads": HEADS, "width": WIDTH, "layers": LAYERS, "near": NEAR, "far": FAR, "vocabulary": words, "labels": labels, "tensors": out.tensors}
    with open(a.weights, "wb") as f:
        f.write(b"NEWSGRAPH1\n" + json.dumps(header, ensure_ascii=False).encode() + b"\n")
        f.write(bytes(-f.tell() % ALIGN))
        f.writelines(out.data)


if __name__ == "__main__":
    main()
