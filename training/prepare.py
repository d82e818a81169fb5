"""Reads all corpora into one file: prepare.py DATA MODEL OUT

DATA holds the corpora, MODEL the files of all-minilm-l6-v2. OUT gets labels.json, train.pkl.xz and dev.pkl.xz. Needs Go: words and
sentences are divided by the program itself. Articles of the marks' other halves are left out of all that is learnt.
"""
import argparse
import json
import lzma
import os
import pickle

import corpora
from wordpiece import WordPiece

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")


def key(text):
    """What two copies of an article share, whatever their spaces."""
    return "".join(c for c in text if c.isalnum())[100:300]


def load(data, wordpiece):
    at = lambda *p: os.path.join(data, *p)
    countries = os.path.join(ROOT, "ingest", "gazetteer", "data", "countries.tsv")
    read = lambda part, gum: {
        "polnear": corpora.polnear(at("polnear", part + ".jsonl"), wordpiece, ROOT),
        "conll": corpora.conll(at("conll2003", part + ".txt"), wordpiece),
        "ud": corpora.conllu(at("ud", f"ewt-{part}.conllu.gz"), wordpiece) + (corpora.conllu(at("ontogum", part + ".conllu.gz"), wordpiece) if gum else []),
        "roles": corpora.roles(at("roles", "propbank.jsonl.gz"), at("roles", "lexicon.tsv"), part, wordpiece),
        "gap": corpora.gap(at("gap", part + ".tsv"), wordpiece, ROOT),
        "marks": corpora.marks(at("marks", "marks.jsonl"), part, countries, wordpiece, ROOT),
    }
    train, dev = read("train", True), read("dev", False)
    dev["press"] = corpora.marks(at("marks", "marks.jsonl"), "press", countries, wordpiece, ROOT)
    marked = {key(d.text) for d in train["marks"] + dev["marks"] + dev["press"]}
    # Texts of which nothing is marked: a teacher answers for them.
    plain = corpora.texts(corpora.read(at("frames", "silver.jsonl.xz")) + corpora.read(at("marks", "pool.jsonl")), wordpiece, ROOT)
    train["plain"] = unmarked([*plain, *train["polnear"]], marked) + train["conll"]
    train["conll"] = train["conll"] + corpora.conll(at("conll2003", "train.txt"), wordpiece, divide=True)
    labels = corpora.Labels(train["ud"])
    labels.number(train["ud"] + dev["ud"])
    return train, dev, labels


def unmarked(documents, marked):
    found = {}
    for d in documents:
        if key(d.text) not in marked:
            found.setdefault(key(d.text), d)
    return list(found.values())


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("data", "model", "out"):
        ap.add_argument(name)
    a = ap.parse_args()
    os.makedirs(a.out, exist_ok=True)
    train, dev, labels = load(a.data, WordPiece(os.path.join(a.model, "tokenizer.json")))
    with open(os.path.join(a.out, "labels.json"), "w", encoding="utf-8") as f:
        json.dump({"names": corpora.NAME_TAGS, "upos": corpora.UPOS, "feats": labels.feats, "scripts": labels.scripts, "relations": labels.relations}, f, ensure_ascii=False, indent=1)
    for part, documents in (("train", train), ("dev", dev)):
        for ds in documents.values():
            for d in ds:
                vars(d).pop("record", None)
                if part == "train":
                    vars(d).pop("text", None), vars(d).pop("offsets", None)
        with lzma.open(os.path.join(a.out, part + ".pkl.xz"), "wb", preset=2) as f:
            pickle.dump(documents, f, protocol=5)
        print(part, {k: (len(ds), sum(len(d.words) for d in ds)) for k, ds in documents.items()})


if __name__ == "__main__":
    main()
