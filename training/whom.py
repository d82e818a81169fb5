#!/usr/bin/env python3
"""Learn whom a phrase means: the weights of ingest/resolve/whom.

    go run ./training/pairs < marks.jsonl > pairs.jsonl
    whom.py pairs.jsonl ingest/resolve/whom/data/weights.tsv

or whose an office is, the weights of ingest/resolve/holds:

    go run ./training/pairs --offices < marks.jsonl > offices.jsonl
    whom.py offices.jsonl ingest/resolve/holds/data/weights.tsv --passes 24 --rate 4e-3 --decay 0.3 --drop 0.15

The model is one layer upon plain features of a phrase and of somebody who may
be meant; a softmax goes over all who may be, nobody among them. It is learned
on the train half, nine in ten of its articles to begin with; the tenth says
after how many passes to stop and how steep the scores are to be, so that
probabilities are shares. Prints how often it is right on every half.
"""
import argparse, collections, json, random, zlib

import torch
import torch.nn.functional as F

ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
ap.add_argument("pairs")
ap.add_argument("weights")
ap.add_argument("--units", type=int, default=16)
ap.add_argument("--models", type=int, default=4, help="how many are learned and put together")
ap.add_argument("--passes", type=int, default=12)
ap.add_argument("--rate", type=float, default=2e-3)
ap.add_argument("--decay", type=float, default=0.02)
ap.add_argument("--drop", type=float, default=0.1, help="share of features left out of a phrase while learning")
ap.add_argument("--rare", type=int, default=5, help="words known are in as many phrases")
ap.add_argument("--all", action="store_true", help="learn the weights on all of train, once it is known how steep they are to be")
ap.add_argument("--another", type=float, default=0.25, help="as the program has it: from what probability another one is meant too")
ap.add_argument("--list", help="write what is wrong in the other halves to this file")
a = ap.parse_args()
torch.manual_seed(1)
random.seed(1)
torch.set_num_threads(1)

lines = open(a.pairs, encoding="utf-8")
features = json.loads(next(lines))["features"]
pairs = [json.loads(x) for x in lines]
held = lambda p: p["half"] == "train" and zlib.crc32(p["id"].encode()) % 10 == 0
parts = {"learn": [p for p in pairs if p["half"] == "train" and not held(p)], "held": [p for p in pairs if held(p)]}
parts |= {half: [p for p in pairs if p["half"] == half] for half in ("dev", "press")}
seen = collections.Counter(w for p in pairs if p["half"] == "train" for w in set(p["words"]))
vocabulary = sorted(w for w, n in seen.items() if n >= a.rare)
index = {w: i for i, w in enumerate(vocabulary)}


def prepare(p):
    """A phrase as tensors: features of the candidates, its words, which are right."""
    n = len(p["features"])
    x = torch.zeros(n, len(features))
    for i, f in enumerate(p.pop("features")):
        x[i, torch.tensor(f[::2]).long()] = torch.tensor(f[1::2]).float()
    words = torch.zeros(1, len(vocabulary))
    words[0, [index[w] for w in p["words"] if w in index]] = 1
    p["tensors"] = x, words, torch.tensor([r >= 0 for r in p["right"]])


def batch(phrases):
    """Features of all candidates, words of phrases, the phrase of each candidate, which are right."""
    x, words, right = zip(*(p["tensors"] for p in phrases))
    of = torch.repeat_interleave(torch.tensor([len(r) for r in right]))
    return torch.cat(x), torch.cat(words), of, torch.cat(right)


for p in pairs:
    prepare(p)


class Model(torch.nn.Module):
    def __init__(self, units):
        super().__init__()
        self.features = torch.nn.Linear(len(features), units + 1, bias=False)
        self.words = torch.nn.Linear(len(vocabulary), units + 1, bias=False)
        self.bias = torch.nn.Parameter(torch.zeros(units))
        self.out = torch.nn.Parameter(torch.randn(units) * units**-0.5)
        for w in (self.features, self.words):
            torch.nn.init.normal_(w.weight, std=0.1)

    def forward(self, x, words, of):
        both = self.features(x) + self.words(words)[of]
        return torch.relu(both[:, :-1] + self.bias) @ self.out + both[:, -1]


def log_softmax(scores, of):
    n = int(of.max()) + 1
    most = torch.full((n,), -1e9).scatter_reduce(0, of, scores, "amax")
    total = torch.zeros(n).scatter_add(0, of, (scores - most[of]).exp())
    return scores - most[of] - total.log()[of]


def loss(scores, of, right):
    """Of several who are right, each by itself where the phrase means several; else any."""
    logp = log_softmax(scores, of)
    n = torch.zeros(int(of.max()) + 1).scatter_add(0, of, right.float())
    return -(logp * right / n.clamp(min=1)[of]).sum() / (n > 0).sum()


def learn(phrases, passes, watch=None):
    model = Model(a.units)
    steps = passes * (len(phrases) // 64 + 1)
    optimizer = torch.optim.AdamW(model.parameters(), lr=a.rate, weight_decay=a.decay)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, a.rate, total_steps=steps)
    for epoch in range(passes):
        random.shuffle(phrases)
        total = 0.0
        for i in range(0, len(phrases), 64):
            x, words, of, right = batch(phrases[i : i + 64])
            keep = (torch.rand(int(of.max()) + 1, len(features)) > a.drop)[of]
            known = torch.rand(words.shape) > 2 * a.drop
            l = loss(model(x * keep, words * known, of), of, right)
            optimizer.zero_grad()
            l.backward()
            optimizer.step()
            schedule.step()
            total += l.item()
        if watch:
            print(f"pass {epoch + 1}: loss {total / (len(phrases) // 64 + 1):.3f}, held {share(model, watch):.4f}", flush=True)
    return model



@torch.no_grad()
def together(models):
    """One model whose scores are the mean of several."""
    joint = Model(sum(len(m.out) for m in models))
    for name in ("features", "words"):
        weights = [getattr(m, name).weight for m in models]
        getattr(joint, name).weight.copy_(torch.cat([w[:-1] for w in weights] + [torch.stack([w[-1] for w in weights]).mean(0, keepdim=True)]))
    joint.bias.copy_(torch.cat([m.bias for m in models]))
    joint.out.copy_(torch.cat([m.out for m in models]) / len(models))
    return joint


@torch.no_grad()
def scored(model, phrases):
    for i in range(0, len(phrases), 256):
        x, words, of, right = batch(phrases[i : i + 256])
        logp = log_softmax(model(x, words, of), of)
        at = 0
        for p in phrases[i : i + 256]:
            n = len(p["names"])
            yield p, logp[at : at + n].exp().tolist()
            at += n


def chosen(p, probabilities):
    """Whom the program takes the phrase for: the likeliest, or two, or others who are likely where it may mean several."""
    ranked = sorted(range(len(probabilities)), key=lambda i: -probabilities[i])
    best, number = ranked[0], p.get("number", 1)
    pair = [i for i in ranked if i > 0]
    pair = [i for i in pair if p["kinds"][i] == p["kinds"][pair[0]]][:2]
    if number == 2 and len(pair) == 2 and sum(probabilities[i] for i in pair) > probabilities[0]:
        return pair
    if best == 0 or number == 1:
        return [best]
    return [i for i in ranked if i == best or i > 0 and probabilities[i] >= a.another]


def hit(p, chosen):
    """Whether exactly those are meant whom the reader says."""
    found = {p["right"][i] for i in chosen}
    return -1 not in found and len(found) == len(set(p["gold"]))


def share(model, phrases, only=lambda p: True):
    hits = [hit(p, chosen(p, q)) for p, q in scored(model, phrases) if only(p)]
    return sum(hits) / max(1, len(hits))


def kind(p):
    if p["gold"] == [""]:
        return "nobody"
    right = [k for k, r in zip(p["kinds"], p["right"]) if r >= 0 and k != "nobody"]
    return {"Person": "person", "Country": "country", "Organization": "body", "Place": "body"}[right[0]] if right else "out of reach"


def steepness(model, phrases):
    """The factor of the scores under which the held phrases are likeliest."""
    best, most = 1.0, -1e9
    with torch.no_grad():
        x, words, of, right = batch([p for p in phrases if max(p["right"]) >= 0])
        scores = model(x, words, of)
        for k in [i / 20 for i in range(8, 31)]:
            likely = -loss(scores * k, of, right).item()
            if likely > most:
                best, most = k, likely
    return best


def table(model, phrases, name):
    rows = collections.defaultdict(lambda: [0, 0])
    bins = collections.defaultdict(lambda: [0, 0, 0.0])
    for p, q in scored(model, phrases):
        c = chosen(p, q)
        right, sure = hit(p, c), sum(q[i] for i in c)
        for key in (p["role"], p["role"] + " " + kind(p), "all"):
            rows[key][0] += right
            rows[key][1] += 1
        b = bins[min(9, int(sure * 10))]
        b[0] += right
        b[1] += 1
        b[2] += sure
    print(name, "  ".join(f"{k} {h / n:.3f} of {n}" for k, (h, n) in sorted(rows.items())))
    print("   given, right:", "  ".join(f"{c / n:.2f} {h / n:.2f} ({n})" for _, (h, n, c) in sorted(bins.items())))


def number(x):
    return f"{x:.3g}"


def write(model):
    with open(a.weights, "w", encoding="utf-8") as out, torch.no_grad():
        out.write("# Weights of the model of whom a phrase means, made by training/whom.py: of each feature what it gives to each unit, and last to the sum.\n")
        row = lambda name, values: out.write(name + "\t" + " ".join(map(number, values)) + "\n")
        row("bias", model.bias.tolist())
        row("out", model.out.tolist())
        for names, weight in ((features, model.features.weight), (vocabulary, model.words.weight)):
            for i, name in enumerate(names):
                row(name, weight[:, i].tolist())


usable = lambda phrases: [p for p in phrases if max(p["right"]) >= 0]
print({k: len(v) for k, v in parts.items()}, len(features), "features,", len(vocabulary), "words")
for half in ("dev", "press"):
    asked = [p.get("asked", False) for p in parts[half] if p["role"] == "source"]
    if asked:
        print(f"{half}: the program as it is means exactly whom the reader says in {sum(asked) / len(asked):.3f} of {len(asked)} sources")


def steep(model, factor):
    with torch.no_grad():
        for weight in (model.out, model.features.weight[-1], model.words.weight[-1]):
            weight *= factor
    return model


model = together([learn(usable(parts["learn"]), a.passes, parts["held"]) for _ in range(a.models)])
factor = steepness(model, parts["held"])
print("steepness", factor)
steep(model, factor)
for name in ("held", "dev", "press"):
    table(model, parts[name], name)
if a.all:
    model = steep(together([learn(usable(parts["learn"] + parts["held"]), a.passes) for _ in range(a.models)]), factor)
    for name in ("dev", "press"):
        table(model, parts[name], name + ", learned on all of train,")
write(model)
if a.list:
    with open(a.list, "w", encoding="utf-8") as out:
        for name in ("dev", "press", "held"):
            for p, q in scored(model, parts[name]):
                c = chosen(p, q)
                if not hit(p, c):
                    what = "known" if p["known"] else "missing", "reachable" if max(p["right"]) >= 0 else ""
                    out.write("\t".join([name, p["role"], p["id"], p["text"].replace("\n", " ")[:90], "|".join(p["gold"]) or "-", "|".join(p["names"][i] for i in c) or "-", f"{q[c[0]]:.2f}", *what]) + "\n")
