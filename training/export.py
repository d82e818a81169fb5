"""Writes a checkpoint for the program: export.py CHECKPOINT LABELS VOCABULARY WEIGHTS

CHECKPOINT is one of train.py's, or a file of safetensors with the same names; VOCABULARY a tokenizer.json, or a
vocab.txt with a piece on each line. WEIGHTS begins with "NEWSGRAPH1\\n" and a line of JSON: the vocabulary, the labels, and for each tensor its place behind
that line, its type and shape. Matrices are in 8 bits with a scale for each output, packed as package kernel wants them.
"""
import argparse
import json

import numpy as np
import torch
from safetensors.torch import load_file

from model import FAR, HEADS, LAYERS, NEAR, WIDTH
from wordpiece import WordPiece

FRAMES = ("own", "anchors.own", "anchors.out", "of_anchor", "of_word", "bias", "attributes.own", "attributes.out")

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


def tensors(path):
    """Returns the tensors of a checkpoint by name, in floating point of 32 bits."""
    found = load_file(path) if path.endswith(".safetensors") else torch.load(path, map_location="cpu")["model"]
    return {name: t.float() for name, t in found.items()}


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("checkpoint", "labels", "vocabulary", "weights"):
        ap.add_argument(name)
    a = ap.parse_args()
    r = tensors(a.checkpoint)
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
    for task in ("names", "syntax", "coreference", "reference"):
        for part in ("own", "out"):
            if task != "reference" or f"reference.{part}.weight" in r:  # not every checkpoint has learnt it
                out.linear(f"{task}.{part}", r[f"{task}.{part}.weight"], r[f"{task}.{part}.bias"])
    for part in FRAMES:
        out.linear(f"frames.{part}", r[f"frames.{part}.weight"], r[f"frames.{part}.bias"])
    out.floats("frames.guide", r["frames.guide.weight"])
    out.floats("frames.distance", r["frames.distance.weight"].T)
    out.linear("relation", r["relation.weight"], r["relation.bias"])
    out.floats("root", r["root"])
    for pairs in ("arcs", "links"):
        out.floats(pairs, r[pairs + ".distance.weight"].T)
    vocab = WordPiece(a.vocabulary).vocab
    labels = json.load(open(a.labels, encoding="utf-8"))
    header = {"heads": HEADS, "width": WIDTH, "layers": LAYERS, "near": NEAR, "far": FAR, "vocabulary": sorted(vocab, key=vocab.get), "labels": labels, "tensors": out.tensors}
    with open(a.weights, "wb") as f:
        f.write(b"NEWSGRAPH1\n" + json.dumps(header, ensure_ascii=False).encode() + b"\n")
        f.write(bytes(-f.tell() % ALIGN))
        f.writelines(out.data)


if __name__ == "__main__":
    main()
