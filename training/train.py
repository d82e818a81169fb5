"""Trains the reader: train.py DATA MODEL OUT --scorer SCORER [--passes N]

DATA holds the corpora, MODEL the files of all-minilm-l6-v2, OUT gets checkpoint.pt after every few hundred steps; the
same command goes on from there. Figures on dev are printed after every pass.
"""
import argparse
import json
import os
import random
import time

import torch
from torch.nn import functional as F

import corpora
import evaluate
import names
from batches import batch, same_sentence
from corpora import IGNORE, NAME_TAGS, UPOS
from model import Reader
from wordpiece import WordPiece

SIZE = 254  # pieces of a window, without [CLS] and [SEP]
OVERLAP = 64  # of windows with attributions, in pieces
BATCH = 2048  # pieces
ENCODER_RATE, HEAD_RATE, WARM_UP = 1.5e-4, 1e-3, 0.05


def names_loss(reader, d, first, last, h):
    tags, = reader.names(h)
    return F.cross_entropy(tags.float(), torch.tensor(d.names[first:last]))


def syntax_loss(reader, d, first, last, h):
    upos, feats, scripts, dependent, head, of_dependent, of_head = reader.syntax(h)
    loss = 0
    for scores, labels, weight in ((upos, d.upos, 1.0), (feats, d.feats, 0.5), (scripts, d.scripts, 0.5)):
        labels = torch.tensor(labels[first:last])
        if (labels != IGNORE).any():
            loss = loss + weight * F.cross_entropy(scores.float(), labels, ignore_index=IGNORE)
    n = last - first
    heads = torch.tensor([h - first if h >= 0 else n for h in d.heads[first:last]])
    # The parts of a divided sentence may be in two windows: then some heads are unknown.
    inside = ((heads >= 0) & (heads < n)) | (torch.tensor(d.heads[first:last]) < 0)
    arcs = reader.arc_scores(dependent, head, torch.arange(n)).masked_fill(~same_sentence(d, first, last), -1e4)
    heads = heads.masked_fill(~inside, IGNORE)
    loss = loss + F.cross_entropy(arcs, heads, ignore_index=IGNORE)
    known = (heads >= 0) & (heads < n)
    relations = reader.relation(evaluate.relation_vectors(of_dependent, of_head, torch.where(known, heads, n)))
    return loss + F.cross_entropy(relations.float(), torch.tensor(d.relations[first:last]).masked_fill(heads < 0, IGNORE), ignore_index=IGNORE)


def attribution_loss(reader, d, first, last, h):
    """Tags of parts; the role of each word towards each cue; and the two choices that decoding makes: the cue to which
    a word of a content belongs, and the word that is the source of a cue."""
    parts, of_cue, of_word, bias = reader.attribution(h)
    n = last - first
    loss = 2 * F.cross_entropy(parts.float(), torch.tensor(d.parts[first:last]))
    inside = [a for a in d.attributions if first <= a[0][0] < last]
    if not inside:
        return loss
    roles, owner = torch.zeros(len(inside), n, dtype=torch.long), torch.full((n,), IGNORE)
    for i in sorted(range(len(inside)), key=lambda i: -len(inside[i][2])):  # what lies inside another comes later
        for role, ws in enumerate(inside[i][1:], 1):
            roles[i, [w - first for w in ws if first <= w < last]] = role
        owner[roles[i] == 2] = i
    scores = reader.role_scores(of_cue, of_word, bias, torch.tensor([cue[0] - first for cue, _, _ in inside]))
    loss = loss + F.cross_entropy(scores.permute(1, 0, 2), roles, reduction="sum") / 200
    if (owner != IGNORE).any():
        loss = loss + F.cross_entropy(scores[2].T, owner, ignore_index=IGNORE)
    # The last column is that a cue has no source.
    is_source = torch.cat([roles == 1, ~(roles == 1).any(1, keepdim=True)], 1)
    choice = torch.cat([scores[1], torch.zeros(len(inside), 1)], 1).log_softmax(1)
    return loss - choice.masked_fill(~is_source, -1e4).logsumexp(1).mean()


def coreference_loss(reader, d, first, last, h):
    if d.clusters is None:
        return 0
    sets, n = d.clusters[first:last], last - first
    members = {}
    for w, entities in enumerate(sets):
        for e in entities:
            members.setdefault(e, set()).add(w)
    target = torch.zeros(n, n + 1, dtype=torch.bool)
    weight = torch.full((n,), 0.1)
    for w, entities in enumerate(sets):
        others = set().union(*(members[e] for e in entities)) - {w} if entities else ()
        target[w, list(others) or [n]] = True
        if others:
            weight[w] = 1.0
    scores = reader.link_scores(*reader.coreference(h), torch.arange(n)).log_softmax(-1)
    return -(scores.masked_fill(~target, -1e4).logsumexp(-1) * weight).sum() / weight.sum()


def gap_loss(reader, d, first, last, h):
    if not all(first <= w < last for w in (d.pronoun, *d.names[0], *d.names[1])):
        return 0
    scores = evaluate.gap_scores(reader, d, first, last, h)
    (a, b, rest) = scores.log_softmax(-1)
    return -(a if d.true[0] else b if d.true[1] else rest)


# The tasks of each corpus, each with the weight of its loss.
TASKS = {
    "polnear": [(attribution_loss, 1.0)],
    "conll": [(names_loss, 1.0)],
    "ud": [(syntax_loss, 1.0), (coreference_loss, 0.5)],
    "gap": [(gap_loss, 0.5)],
}
ROUNDS = {"polnear": 1, "conll": 1, "ud": 2, "gap": 1}  # in a pass; syntax is learnt slowest


def loss_of(reader, kind, windows, wordpiece):
    ids, cases, mask, words = batch(windows, wordpiece)
    with torch.autocast("cpu", torch.bfloat16):
        hidden = reader.encoder(ids, cases, mask)
        losses = [weight * task(reader, d, first, last, hidden[i, words[i]])
                  for i, (d, first, last) in enumerate(windows) for task, weight in TASKS[kind]]
    return sum(losses) / len(windows)


RENAMED = {"conll": names.of_people, "gap": names.of_two}


def batches(documents, kind, number, world, wordpiece):
    """A pass over a corpus: windows in batches of about BATCH pieces, windows of like length side by side. From the
    second on, people have other names in each."""
    rng, windows = random.Random(f"{kind} {number}"), []
    for d in documents:
        if kind in RENAMED and number:
            d = RENAMED[kind](d, world, wordpiece, rng)
        limit = SIZE if kind in ("polnear", "gap") or rng.random() < 0.6 else rng.choice((32, 64, 128))
        windows += [(d, f, l) for f, l in d.windows(limit, OVERLAP if kind == "polnear" else 0, rng.randrange(limit * 2 // 3))]
    rng.shuffle(windows)
    windows.sort(key=lambda w: int(w[0].first[w[2]] - w[0].first[w[1]]) // 32)
    found, at = [], 0
    while at < len(windows):
        longest, end = 0, at
        while end < len(windows):
            d, f, l = windows[end]
            longest = max(longest, d.first[l] - d.first[f])
            if longest * (end + 1 - at) > BATCH and end > at:
                break
            end += 1
        found.append((kind, windows[at:end]))
        at = end
    return found


def load(a, wordpiece):
    at, root = lambda *p: os.path.join(a.data, *p), os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")
    read = lambda part, gum: {
        "polnear": corpora.polnear(at("polnear", part + ".jsonl"), wordpiece, root),
        "conll": corpora.conll(at("conll2003", part + ".txt"), wordpiece),
        "ud": corpora.conllu(at("ud", f"ewt-{part}.conllu.gz"), wordpiece) + (corpora.conllu(at("ontogum", part + ".conllu.gz"), wordpiece) if gum else []),
        "gap": corpora.gap(at("gap", part + ".tsv"), wordpiece, root),
    }
    train, dev = read("train", True), read("dev", False)
    labels = corpora.Labels(train["ud"])
    labels.number(train["ud"] + dev["ud"])
    return train, dev, labels


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("data", "model", "out"):
        ap.add_argument(name)
    ap.add_argument("--passes", type=int, default=8)
    ap.add_argument("--start", help="a checkpoint whose weights to begin with, instead of MODEL's")
    ap.add_argument("--rate", type=float, default=1.0, help="a factor of the learning rates")
    ap.add_argument("--scorer", required=True, help="the scorer of attributions, called with GOLD PRED")
    a = ap.parse_args()
    torch.manual_seed(1)
    os.makedirs(a.out, exist_ok=True)
    wordpiece = WordPiece(os.path.join(a.model, "tokenizer.json"))
    train, dev, labels = load(a, wordpiece)
    sizes = dict(names=len(NAME_TAGS), upos=len(UPOS), feats=len(labels.feats), scripts=len(labels.scripts), relations=len(labels.relations))
    with open(os.path.join(a.out, "labels.json"), "w", encoding="utf-8") as f:
        json.dump({"names": NAME_TAGS, "upos": UPOS, "feats": labels.feats, "scripts": labels.scripts, "relations": labels.relations}, f, ensure_ascii=False, indent=1)
    reader = Reader(**sizes)
    reader.encoder.load_pretrained(os.path.join(a.model, "model.safetensors"))
    if a.start:
        reader.load_state_dict(torch.load(a.start)["reader"])
    encoder = {id(p) for p in reader.encoder.parameters()} - {id(reader.encoder.case.weight)}
    groups = [{"params": [p for p in reader.parameters() if id(p) in encoder], "lr": a.rate * ENCODER_RATE},
              {"params": [p for p in reader.parameters() if id(p) not in encoder], "lr": a.rate * HEAD_RATE}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    root = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")
    world = names.World(os.path.join(a.data, "dictionaries", "Phoenix.Countries.actors.txt"), os.path.join(root, "ingest", "gazetteer", "data"))
    passes = []
    for number in range(a.passes):
        steps = [b for kind in TASKS for r in range(ROUNDS[kind])
                 for b in batches(train[kind], kind, number * ROUNDS[kind] + r, world, wordpiece)]
        random.Random(number).shuffle(steps)
        passes.append(steps)
    total = sum(map(len, passes))
    rate = lambda step: min((step + 1) / (WARM_UP * total), max(0.0, (total - step) / ((1 - WARM_UP) * total)))
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, rate)
    checkpoint, done = os.path.join(a.out, "checkpoint.pt"), 0
    if os.path.exists(checkpoint):
        state = torch.load(checkpoint)
        reader.load_state_dict(state["reader"]), optimizer.load_state_dict(state["optimizer"]), schedule.load_state_dict(state["schedule"])
        done = state["done"]
    step, began, running = 0, time.time(), {}
    for number, steps in enumerate(passes):
        for kind, windows in steps:
            step += 1
            if step <= done:
                continue
            loss = loss_of(reader, kind, windows, wordpiece)
            if not torch.is_tensor(loss):
                continue
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
            optimizer.step(), schedule.step()
            running[kind] = 0.95 * running.get(kind, loss.item()) + 0.05 * loss.item()
            if step % 100 == 0:
                print(f"step {step}/{total} {time.time() - began:.0f} s", {k: round(v, 3) for k, v in sorted(running.items())}, flush=True)
            if step % 300 == 0 or step == total:
                save = {"reader": reader.state_dict(), "optimizer": optimizer.state_dict(), "schedule": schedule.state_dict(), "done": step}
                torch.save(save, checkpoint + ".new")
                os.replace(checkpoint + ".new", checkpoint)
        if step > done:
            print(f"pass {number + 1}", evaluate.figures(reader, dev, labels, wordpiece, a), flush=True)


if __name__ == "__main__":
    main()
