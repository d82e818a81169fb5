"""Trains the reader or its teacher on what prepare.py made.

    train.py CORPORA OUT --minutes M --start BERT            a reader from the pretrained MiniLM (model.safetensors)
    train.py CORPORA OUT --minutes M --start READER [--teacher TEACHER…]
                                                             goes on with a reader's weights, also from teachers' answers
    train.py CORPORA OUT --minutes M --as-teacher --start MPNET
    train.py CORPORA OUT --minutes M --layers K --start READER
                                                             the last K layers and the heads alone, on the vectors of the
                                                             layers below, which are computed once

OUT gets checkpoint.pt every minute; the same command goes on from there. The rates fall to nothing in M minutes, or in
--steps if those are done first. Runs on a CUDA device where there is one.
"""
import argparse
import json
import lzma
import math
import os
import pickle
import random
import time

import torch
from safetensors.torch import load_file
from torch.utils.data import DataLoader, IterableDataset

import batches
import losses
import names
from model import MPNET, Reader, Teacher
from wordpiece import WordPiece

BATCH = 4096  # pieces
WARM_UP = 0.03
RENAMED = {"conll": names.of_people, "gap": names.of_two}
ROUNDS = {"marks": 4, "polnear": 1, "conll": 1, "ud": 2, "gap": 1, "roles": 1, "plain": 1}  # in a pass


class Passes(IterableDataset):
    """Batches without end. Each worker has its part of every corpus, another part in every pass."""

    def __init__(self, corpora, rounds, world, wordpiece, workers, size, seed):
        self.corpora, self.rounds, self.world, self.wordpiece, self.workers, self.size, self.seed = corpora, rounds, world, wordpiece, workers, size, seed

    def __iter__(self):
        info = torch.utils.data.get_worker_info()
        worker, number = (info.id if info else 0), 0
        torch.set_num_threads(1)
        while True:
            steps = []
            for kind, count in self.rounds.items():
                for r in range(math.ceil(count)):
                    seed, size = f"{self.seed} {kind} {number} {r}", round(min(1, count - r) * len(self.corpora[kind]))
                    documents = random.Random(seed).sample(self.corpora[kind], size)[worker::self.workers]
                    rng = random.Random(f"{seed} {worker}")
                    if kind in RENAMED and rng.random() < 0.75:
                        documents = [RENAMED[kind](d, self.world, self.wordpiece, rng) for d in documents]
                    steps += [(kind, found) for found in batches.windows(documents, kind, self.size, rng)]
            rng = random.Random(f"{self.seed} {number} {worker}")
            rng.shuffle(steps)
            for kind, found in steps:
                yield kind, batches.collate(kind, found, rng.randrange(1 << 30))
            number += 1


def arguments():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("corpora"), ap.add_argument("out")
    ap.add_argument("--minutes", type=float, required=True)
    ap.add_argument("--steps", type=int, default=10**9)
    ap.add_argument("--start", required=True, help="weights to begin with")
    ap.add_argument("--teacher", nargs="+", default=[], help="checkpoints of teachers, whose mean answers for texts that nobody marked")
    ap.add_argument("--as-teacher", action="store_true", help="train an MPNet on frames alone")
    ap.add_argument("--layers", type=int, help="how many of the encoder's layers learn, from the last; without it all, and its embeddings")
    ap.add_argument("--rate", type=float, default=1.5e-4, help="of the encoder")
    ap.add_argument("--head-rate", type=float, default=8e-4)
    ap.add_argument("--rounds", default="", help="how often a pass goes through corpora, as marks=3,ud=0.5; what is not named keeps its own")
    ap.add_argument("--workers", type=int, default=max(1, (os.cpu_count() or 2) - 2))
    ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--batch", type=int, default=BATCH, help="pieces")
    ap.add_argument("--tokenizer", required=True, help="tokenizer.json of all-minilm-l6-v2")
    ap.add_argument("--dictionary", required=True, help="Phoenix.Countries.actors.txt")
    return ap.parse_args()


def new_model(a, labels):
    if a.as_teacher:
        model = Teacher(MPNET)
        model.encoder.load_mpnet({k: v.float() for k, v in load_file(a.start).items()})
        return model
    model = Reader(*(len(labels[k]) for k in ("names", "upos", "feats", "scripts", "relations")))
    weights = load_file(a.start)
    if "embeddings.word_embeddings.weight" in weights:
        model.encoder.load_bert(a.start)
        return model
    missing, unexpected = model.load_state_dict({k: v.float() for k, v in weights.items()}, strict=False)
    print("new heads:", sorted({k.split(".")[0] for k in missing}), "unknown:", unexpected)
    return model


def taught(path, device):
    teacher = Teacher(MPNET).to(device).to(torch.bfloat16 if device == "cuda" else torch.float32).eval()
    teacher.load_state_dict(torch.load(path, map_location=device)["model"])
    return teacher


def optimizer_of(model, a):
    encoder = {id(p) for p in model.encoder.parameters()} - {id(model.encoder.case.weight)}
    if a.layers is not None:
        model.encoder.requires_grad_(False)
        model.encoder.layers[len(model.encoder.layers) - a.layers:].requires_grad_(True)
    groups = [{"params": [p for p in model.parameters() if id(p) in encoder], "lr": a.rate},
              {"params": [p for p in model.parameters() if id(p) not in encoder], "lr": a.head_rate}]
    return torch.optim.AdamW(groups, weight_decay=0.01, fused=True)


@torch.no_grad()
def vectors(model, corpora, rounds, size, layers):
    """Batches of one pass, each with the vectors that go into the last layers, again and again in another order."""
    encoder, found = model.encoder.eval(), []
    for kind, share in rounds.items():
        rng = random.Random(kind)
        for windows in batches.windows(rng.sample(corpora[kind], round(min(1, share) * len(corpora[kind]))), kind, size, rng):
            t = batches.collate(kind, windows)
            found.append((kind, t, encoder.above(0, encoder.embedded(t["ids"], t["cases"]), t["mask"], len(encoder.layers) - layers).half()))
    encoder.train()
    print(f"vectors of {len(found)} batches", flush=True)
    while True:
        random.shuffle(found)
        yield from found


def save(path, state):
    torch.save(state, path + ".new")
    os.replace(path + ".new", path)


def main():
    a = arguments()
    torch.manual_seed(a.seed)
    torch.backends.cuda.matmul.allow_tf32 = True
    os.makedirs(a.out, exist_ok=True)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    with lzma.open(os.path.join(a.corpora, "train.pkl.xz")) as f:
        corpora = pickle.load(f)
    labels = json.load(open(os.path.join(a.corpora, "labels.json"), encoding="utf-8"))
    model = new_model(a, labels).to(device)
    teachers = [taught(path, device) for path in a.teacher]
    asked = {**ROUNDS, **{k: float(n) for k, n in (x.split("=") for x in a.rounds.split(",") if x)}}
    rounds = {k: n for k, n in asked.items() if n and (k in ("marks", "polnear", "roles") if a.as_teacher else k != "plain" or teachers)}
    tasks = {k: [(losses.frames, 1.0)] for k in rounds} if a.as_teacher else losses.TASKS
    root = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")
    world = names.World(a.dictionary, os.path.join(root, "ingest", "gazetteer", "data"))
    optimizer = optimizer_of(model, a)
    rates = [g["lr"] for g in optimizer.param_groups]
    checkpoint, spent, step = os.path.join(a.out, "checkpoint.pt"), 0.0, 0
    if os.path.exists(checkpoint):
        state = torch.load(checkpoint, map_location=device)
        model.load_state_dict(state["model"]), optimizer.load_state_dict(state["optimizer"])
        spent, step = state["spent"], state["step"]
    if a.layers is not None:
        loader = vectors(model, corpora, rounds, a.batch, a.layers)
    else:
        stream = Passes(corpora, rounds, world, WordPiece(a.tokenizer), max(1, a.workers), a.batch, a.seed)
        loader = ((kind, t, None) for kind, t in DataLoader(stream, batch_size=None, num_workers=a.workers, prefetch_factor=8 if a.workers else None, pin_memory=device == "cuda"))
    model.train()
    running, began, saved = {}, None, 0.0
    for kind, t, below in loader:
        began = began or time.time() - spent
        t = {k: v.to(device, non_blocking=True) for k, v in t.items()}
        done = max((time.time() - began) / (60 * a.minutes), step / a.steps)
        if done >= 1:
            break
        for group, rate in zip(optimizer.param_groups, rates):
            group["lr"] = rate * min((done + 1e-4) / WARM_UP, (1 - done) / (1 - WARM_UP))
        with torch.autocast(device, torch.bfloat16, enabled=a.layers != 0):
            h = losses.hidden(model.encoder, t, None if below is None else below.to(device).float(), a.layers)
            loss = losses.taught(model, t, h, teachers) if kind == "plain" else sum(w * task(model, t, h) for task, w in tasks[kind])
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        step += 1
        running[kind] = 0.98 * running.get(kind, loss.detach()) + 0.02 * loss.detach()
        if step % 200 == 0:
            print(f"step {step} {time.time() - began:.0f} s", {k: round(v.item(), 3) for k, v in sorted(running.items())}, flush=True)
        if time.time() - saved > 60:
            saved = time.time()
            save(checkpoint, {"model": model.state_dict(), "optimizer": optimizer.state_dict(), "spent": saved - began, "step": step})
    save(checkpoint, {"model": model.state_dict(), "optimizer": optimizer.state_dict(), "spent": time.time() - began, "step": step})
    print(f"{step} steps in {time.time() - began:.0f} s", flush=True)


if __name__ == "__main__":
    main()
