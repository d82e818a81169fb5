#!/usr/bin/env python3
"""Learn how probable it is that somebody is addressed, or is a target: the weights of ingest/resolve/said.

    go run ./training/pairs --hearers < marks.jsonl > hearers.jsonl
    hearers.py hearers.jsonl ingest/resolve/said/hearers.tsv

A logistic function of a few features, so that probabilities are shares. Among them is how probable the network finds it,
so the marks must be of articles that the network has not learnt. Of the half named train it learns, and prints of all
halves what share is right of those with each probability. Targets are judged among those whom the network's words give.
"""
import json
import sys

import numpy as np
from scipy.optimize import minimize

FEATURES = {"addressee": ["always", "given", "role", "meaning", "inner", "outer", "others"], "target": ["always", "role", "meaning", "inner", "outer", "others"]}
BANDS = [(0.9, 1.01), (0.7, 0.9), (0.5, 0.7), (0.3, 0.5), (0, 0.3)]
SMALL = 0.5  # how much small weights are preferred


def learned(x, right):
    """The weights under which what is right is likeliest."""

    def loss(w):
        score = x @ w
        return np.logaddexp(0, score).sum() - score[right].sum() + SMALL * (w[1:] ** 2).sum()

    return minimize(loss, np.zeros(x.shape[1])).x


def main():
    source, table = sys.argv[1:]
    lines = [json.loads(line) for line in open(source, encoding="utf-8")]
    found = ["# How probable it is that a candidate is an addressee, or one whom the network gives a target: a role, a feature, its weight."]
    for role, names in FEATURES.items():
        rows = [r for r in lines if r.get("role") == role and (role == "addressee" or r["features"]["given"])]
        x = np.array([[r["features"][n] for n in names] for r in rows])
        right, half = np.array([r["right"] for r in rows]), np.array([r["half"] for r in rows])
        weights = learned(x[half == "train"], right[half == "train"])
        p = 1 / (1 + np.exp(-x @ weights))
        for h in sorted(set(half)):
            bands = [(half == h) & (p >= low) & (p < high) for low, high in BANDS]
            print(role, h, "  ".join(f"{low}: {right[b].mean() if b.any() else 0:.3f} of {b.sum()}" for (low, _), b in zip(BANDS, bands)))
        found += [f"{role}\t{name}\t{weight:.2f}" for name, weight in zip(names, weights)]
    with open(table, "w", encoding="utf-8") as out:
        out.write("\n".join(found) + "\n")


if __name__ == "__main__":
    main()
