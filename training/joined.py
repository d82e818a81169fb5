#!/usr/bin/env python3
"""Puts marks that stand apart from their texts beside them: joined.py pool.jsonl marks-of-pool.jsonl.xz >> marks.jsonl

The texts are their publishers' (`marks/pool.jsonl` of DATA), the marks are spans of code points in them, by the guide beside
them: articles of DATA's marks have the same form. An article is told by its id.
"""
import json
import sys

from corpora import read


def main():
    pool, marks = sys.argv[1:]
    texts = {d["id"]: d for d in read(pool)}
    for m in read(marks):
        d = texts[m["id"]]
        for x in m["meetings"]:
            if x.get("placeSpan"):
                x["place"] = d["text"][slice(*x["placeSpan"])]
        print(json.dumps({"id": m["id"], "half": "train", "published": d["published"], "text": d["text"], **m}, ensure_ascii=False))


if __name__ == "__main__":
    main()
