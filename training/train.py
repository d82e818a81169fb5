"""Trains the reader: train.py DATA MODEL OUT [--passes N]

DATA holds polnear/, MODEL the files of all-minilm-l6-v2, OUT gets checkpoint.pt after every few hundred steps; the
same command goes on from there. Figures on dev are printed after every pass.
"""
import argparse
import json
import os
import random
import subprocess
import sys
import time

import torch
from torch.nn import functional as F

import polnear
from model import Reader
from wordpiece import WordPiece

BATCH, ENCODER_RATE, HEAD_RATE, WARM_UP = 16, 2e-4, 1e-3, 0.1


def loss_of(reader, windows, wordpiece):
    ids, cases, mask, words = polnear.batch(windows, wordpiece)
    hidden = reader.encoder(ids, cases, mask)
    cue, role = [], []
    for i, (article, first, last) in enumerate(windows):
        h = hidden[i, words[i]]
        tags, heads, roles = polnear.targets(article, first, first + len(words[i]))
        cue.append(F.cross_entropy(reader.attributions.cue(h), tags, reduction="sum") / 100)
        if roles is not None:
            scores = reader.attributions.roles(h, heads)
            role.append(F.cross_entropy(scores.flatten(0, 1), roles.flatten(), reduction="sum") / 200)
    return (sum(cue) + sum(role)) / len(windows)


@torch.no_grad()
def predict(reader, article, wordpiece):
    """Reads an article in overlapping windows; a cue is taken from the window in which it stands most in the middle."""
    best = {}
    for first, last in article.windows():
        ids, cases, mask, words = polnear.batch([(article, first, last)], wordpiece)
        h = reader.encoder(ids, cases, mask)[0, words[0]]
        tags = reader.attributions.cue(h).argmax(-1).tolist()
        heads = [w for w, t in enumerate(tags) if t == 1 or t == 2 and (w == 0 or tags[w - 1] == 0)]
        if not heads:
            continue
        roles = reader.attributions.roles(h, torch.tensor(heads)).argmax(-1).tolist()
        for head, row in zip(heads, roles):
            margin = min(head, len(tags) - head)
            if margin <= best.get(first + head, (-1,))[0]:
                continue
            end = head + 1
            while end < len(tags) and tags[end] == 2:
                end += 1
            best[first + head] = (margin, range(first + head, first + end),
                                  [first + w for w, r in enumerate(row) if r == 1], [first + w for w, r in enumerate(row) if r == 2])
    out = []
    for _, (_, cue, source, content) in sorted(best.items()):
        if content:
            out.append({part: polnear.spans(article, ws) for part, ws in (("cue", cue), ("speaker", source), ("content", content))})
    return {"id": article.id, "statements": out}


def evaluate(reader, articles, wordpiece, gold, scorer, out):
    reader.eval()
    path = os.path.join(out, "dev.jsonl")
    with open(path, "w", encoding="utf-8") as f:
        for a in articles:
            f.write(json.dumps(predict(reader, a, wordpiece)) + "\n")
    reader.train()
    print(subprocess.run([sys.executable, scorer, gold, path], capture_output=True, text=True).stdout, flush=True)


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("data", "model", "out"):
        ap.add_argument(name)
    ap.add_argument("--passes", type=int, default=4)
    ap.add_argument("--scorer", required=True, help="the scorer of attributions, called with GOLD PRED")
    a = ap.parse_args()
    torch.manual_seed(1)
    random.seed(1)
    os.makedirs(a.out, exist_ok=True)
    wordpiece = WordPiece(os.path.join(a.model, "tokenizer.json"))
    train = polnear.read(os.path.join(a.data, "polnear/train.jsonl"), wordpiece)
    gold = os.path.join(a.data, "polnear/dev.jsonl")
    dev = polnear.read(gold, wordpiece)
    reader = Reader()
    reader.encoder.load_pretrained(os.path.join(a.model, "model.safetensors"))
    groups = [{"params": reader.encoder.parameters(), "lr": ENCODER_RATE}, {"params": reader.attributions.parameters(), "lr": HEAD_RATE}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    passes = [[(x, f, l) for x in train for f, l in x.windows(97 * p % 200, overlap=40)] for p in range(a.passes)]
    total = sum(-(-len(w) // BATCH) for w in passes)
    rate = lambda step: min((step + 1) / (WARM_UP * total), max(0.0, (total - step) / ((1 - WARM_UP) * total)))
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, rate)
    checkpoint, done = os.path.join(a.out, "checkpoint.pt"), 0
    if os.path.exists(checkpoint):
        state = torch.load(checkpoint)
        reader.load_state_dict(state["reader"]), optimizer.load_state_dict(state["optimizer"]), schedule.load_state_dict(state["schedule"])
        done = state["done"]
    step, began = 0, time.time()
    for number, windows in enumerate(passes):
        random.Random(number).shuffle(windows)
        for at in range(0, len(windows), BATCH):
            step += 1
            if step <= done:
                continue
            loss = loss_of(reader, windows[at:at + BATCH], wordpiece)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
            optimizer.step(), schedule.step()
            if step % 20 == 0:
                print(f"step {step}/{total} loss {loss.item():.3f} {time.time() - began:.0f} s", flush=True)
            if step % 100 == 0 or step == total:
                torch.save({"reader": reader.state_dict(), "optimizer": optimizer.state_dict(), "schedule": schedule.state_dict(), "done": step}, checkpoint)
        if step > done:
            evaluate(reader, dev, wordpiece, gold, a.scorer, a.out)


if __name__ == "__main__":
    main()
