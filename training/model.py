"""The network: a MiniLM encoder with a letter-case embedding, and heads on the first piece of each word.

Each task has a layer of its own on top of the encoder, and one matrix that gives everything the task needs to know of a
word: scores of its tags, and vectors whose products say which words belong together. A teacher is a larger encoder with
the heads of frames alone. All works on batches: b windows, n words, padded.
"""
import math
from dataclasses import dataclass

import torch
from safetensors.torch import load_file
from torch import nn
from torch.nn import functional as F

from framing import ATTRIBUTE_COUNT, CONTENT, KINDS, ROLE_COUNT
from wordpiece import CASES


@dataclass(frozen=True)
class Size:
    layers: int
    width: int
    heads: int
    inner: int
    vocabulary: int
    product: int  # width of the vectors of frames that are compared
    relative: bool = False  # attention has a bias for the distance, as MPNet's
    exact: bool = False  # gelu by the error function in the encoder


MINILM = Size(6, 384, 12, 1536, 30522, 48)
MPNET = Size(12, 768, 12, 3072, 30527, 64, True, True)
WIDTH, LAYERS, HEADS = MINILM.width, MINILM.layers, MINILM.heads
POSITIONS = 512
ARC, RELATION, LINK, REFERENCE = 192, 128, 128, 64  # widths of the vectors that are compared
NEAR = 16  # distances up to here have a bias of their own, larger ones one for each doubling
FAR = NEAR + 4


def gelu(x):
    return F.gelu(x, approximate="tanh")


class Layer(nn.Module):
    def __init__(self, size, dropout):
        super().__init__()
        w = size.width
        self.size = size
        self.qkv = nn.Linear(w, 3 * w)
        self.out, self.norm1 = nn.Linear(w, w), nn.LayerNorm(w, eps=1e-12)
        self.up, self.down, self.norm2 = nn.Linear(w, size.inner), nn.Linear(size.inner, w), nn.LayerNorm(w, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x, mask):
        b, n, w = x.shape
        q, k, v = (t.view(b, n, self.size.heads, -1).transpose(1, 2) for t in self.qkv(x).chunk(3, -1))
        attended = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        x = self.norm1(x + self.dropout(self.out(attended.transpose(1, 2).reshape(b, n, w))))
        inner = F.gelu(self.up(x)) if self.size.exact else gelu(self.up(x))
        return self.norm2(x + self.dropout(self.down(inner)))


class Encoder(nn.Module):
    def __init__(self, size=MINILM, dropout=0.1):
        super().__init__()
        self.size = size
        self.word, self.position = nn.Embedding(size.vocabulary, size.width), nn.Embedding(POSITIONS, size.width)
        self.case = nn.Embedding(CASES, size.width)
        nn.init.zeros_(self.case.weight)  # the pretrained model is unchanged at the start
        self.norm, self.dropout = nn.LayerNorm(size.width, eps=1e-12), nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(size, dropout) for _ in range(size.layers))
        if size.relative:
            self.relative = nn.Embedding(32, size.heads)

    def forward(self, ids, cases, mask):
        return self.above(0, self.embedded(ids, cases), mask)

    def embedded(self, ids, cases):
        """ids are MiniLM's; MPNet's vocabulary is the same, four further, with <s> and </s> in the place of [CLS] and [SEP]."""
        if self.size.relative:
            ids = torch.where(ids == 101, 0, torch.where(ids == 102, 2, ids + 4))
        at = torch.arange(ids.shape[1], device=ids.device)
        return self.dropout(self.norm(self.word(ids) + self.position(at) + self.case(cases)))

    def above(self, first, x, mask, stop=None):
        """x after the layers from first on, up to stop."""
        mask = mask[:, None, None, :]
        if self.size.relative:
            at = torch.arange(x.shape[1], device=x.device)
            bias = self.relative(relative_bucket(at[None, :] - at[:, None])).permute(2, 0, 1)
            mask = bias[None].masked_fill(~mask, -1e4).to(torch.get_autocast_dtype(x.device.type) if torch.is_autocast_enabled(x.device.type) else x.dtype)
        for layer in self.layers[first:stop]:
            x = layer(x, mask)
        return x

    def load_bert(self, path):
        """Reads the weights of a BERT model from a safetensors file."""
        w = load_file(path)
        e = "embeddings."
        self.word.weight.data = w[e + "word_embeddings.weight"]
        self.position.weight.data = w[e + "position_embeddings.weight"] + w[e + "token_type_embeddings.weight"][0]
        self.load(w, "attention.self.query attention.self.key attention.self.value attention.output.dense attention.output.LayerNorm".split())

    def load_mpnet(self, w):
        """Takes the weights of an MPNet model; its first two positions are not used."""
        e = "embeddings."
        self.word.weight.data = w[e + "word_embeddings.weight"]
        self.position.weight.data = w[e + "position_embeddings.weight"][2:2 + POSITIONS]
        self.relative.weight.data = w["encoder.relative_attention_bias.weight"]
        self.load(w, "attention.attn.q attention.attn.k attention.attn.v attention.attn.o attention.LayerNorm".split())

    def load(self, w, names):
        copy(self.norm, w, "embeddings.LayerNorm")
        for i, layer in enumerate(self.layers):
            p = f"encoder.layer.{i}."
            for part in ("weight", "bias"):
                getattr(layer.qkv, part).data = torch.cat([w[f"{p}{n}.{part}"] for n in names[:3]])
            copy(layer.out, w, p + names[3])
            copy(layer.norm1, w, p + names[4])
            copy(layer.up, w, p + "intermediate.dense")
            copy(layer.down, w, p + "output.dense")
            copy(layer.norm2, w, p + "output.LayerNorm")


def copy(module, weights, name):
    module.weight.data, module.bias.data = weights[name + ".weight"], weights[name + ".bias"]


def relative_bucket(offset):
    """MPNet's 32 numbers of distances up to 128, those of words before first (Raffel et al. 2020)."""
    size = offset.abs()
    far = 8 + (size.clamp(8).float() / 8).log().div(math.log(16)).mul(8).long().clamp(max=7)
    return torch.where(size < 8, size, far) + 16 * (offset > 0)


def bucket(offset):
    """Numbers signed distances: each up to NEAR, then each doubling up to 16 NEAR."""
    far = NEAR + (offset.abs().clamp(NEAR) / NEAR).log2().floor().long().clamp(max=FAR - NEAR)
    return torch.where(offset.abs() <= NEAR, offset, offset.sign() * far) + FAR


class Task(nn.Module):
    """A layer of the task's own and one matrix for its outputs, of the given widths."""

    def __init__(self, *widths, dropout=0.1):
        super().__init__()
        self.widths = widths
        self.own, self.out, self.dropout = nn.Linear(WIDTH, WIDTH), nn.Linear(WIDTH, sum(widths)), nn.Dropout(dropout)

    def forward(self, x):
        return self.out(self.dropout(gelu(self.own(x)))).split(self.widths, -1)


class Pairs(nn.Module):
    """Scores (b, r, n) of pairs of words: the product of their vectors, and a bias for their distance."""

    def __init__(self):
        super().__init__()
        self.distance = nn.Embedding(2 * FAR + 1, 1)
        nn.init.zeros_(self.distance.weight)

    def forward(self, q, k, rows):
        """q (b, r, width) of the words with indexes rows (b, r), k (b, n, width) of all."""
        offset = torch.arange(k.shape[1], device=k.device) - rows[..., None]
        return (q @ k.transpose(1, 2)).float() + self.distance(bucket(offset))[..., 0]


class Own(nn.Module):
    def __init__(self, inputs, width, outputs):
        super().__init__()
        self.own, self.out, self.dropout = nn.Linear(inputs, width), nn.Linear(width, outputs), nn.Dropout(0.1)

    def forward(self, x):
        return self.out(self.dropout(F.gelu(self.own(x))))


class Frames(nn.Module):
    """Anchors, and for each anchor the roles of all words and attributes, as README.md says."""

    def __init__(self, size):
        super().__init__()
        self.product = size.product
        self.guide = nn.Embedding(2, size.width)
        nn.init.zeros_(self.guide.weight)
        self.own, self.dropout = nn.Linear(size.width, size.width), nn.Dropout(0.1)
        self.of_anchor, self.of_word = (nn.Linear(size.width, ROLE_COUNT * size.product) for _ in range(2))
        self.bias = nn.Linear(size.width, ROLE_COUNT)
        self.distance = nn.Embedding(2 * FAR + 1, ROLE_COUNT)
        nn.init.zeros_(self.distance.weight)
        self.anchors, self.attributes = Own(size.width, size.width, len(KINDS)), Own(2 * size.width, size.width, ATTRIBUTE_COUNT)

    def forward(self, h, guide):
        """h (b, n, width), guide (b). Returns scores of anchors (b, n, kinds) and the words' vectors for roles."""
        h = h + self.guide(guide)[:, None].to(h.dtype)
        return self.anchors(h), self.dropout(F.gelu(self.own(h)))

    def roles(self, y, rows, anchors, inside):
        """Scores of the roles (a, n, ROLE_COUNT) of all words towards the words anchors (a) of windows rows (a), and of
        attributes (a, ATTRIBUTE_COUNT). inside (b, n) are the words that aren't padding."""
        n = y.shape[1]
        of_word = self.of_word(y).unflatten(-1, (ROLE_COUNT, self.product))
        of_anchor = self.of_anchor(y[rows, anchors]).unflatten(-1, (ROLE_COUNT, self.product))
        offset = torch.arange(n, device=y.device) - anchors[:, None]
        scores = 2 / math.sqrt(self.product) * torch.einsum("ark,anrk->anr", of_anchor, of_word[rows]).float()
        scores = scores + self.bias(y)[rows].float() + self.distance(bucket(offset)).float()
        p = torch.sigmoid(scores[..., CONTENT]) * inside[rows]
        content = torch.einsum("an,anw->aw", p.to(y.dtype), y[rows]) / (p.sum(-1, keepdim=True) + 1e-3).to(y.dtype)
        return scores, self.attributes(torch.cat([y[rows, anchors], content], -1)).float()


class Teacher(nn.Module):
    def __init__(self, size=MPNET):
        super().__init__()
        self.encoder, self.frames = Encoder(size), Frames(size)


class Reader(nn.Module):
    def __init__(self, names, upos, feats, scripts, relations):
        super().__init__()
        self.encoder, self.frames = Encoder(), Frames(MINILM)
        self.names = Task(names)
        # upos, feats, lemma scripts; arc to the head, arc from it; relation of the dependent, of the head
        self.syntax = Task(upos, feats, scripts, ARC, ARC, RELATION, RELATION)
        self.root, self.arcs = nn.Parameter(torch.zeros(ARC)), Pairs()
        self.relation = nn.Linear(RELATION, relations)
        # whether a word corefers with none; vectors of links
        self.coreference = Task(1, LINK, LINK)
        self.links = Pairs()
        # of a phrase: all its words, its last and its first; of a place where somebody is named
        self.reference = Task(REFERENCE, REFERENCE, REFERENCE, REFERENCE)
        self.nobody = nn.Linear(REFERENCE, 1)  # for training alone: the program weighs nobody by more than the network sees

    def arc_scores(self, dependent, head):
        """Scores (b, n, n + 1) of each word as head of each, the root last."""
        rows = torch.arange(head.shape[1], device=head.device).expand(head.shape[:2])
        return torch.cat([self.arcs(dependent, head, rows), (dependent @ self.root.to(dependent.dtype)).float()[..., None]], -1)

    def relation_scores(self, of_dependent, of_head, heads):
        """Scores (b, n, relations) with the heads (b, n); a head's vector is 0 for the root, whose number is n."""
        padded = F.pad(of_head, (0, 0, 0, 1))
        chosen = padded.gather(1, heads[..., None].expand(-1, -1, of_head.shape[-1]))
        return self.relation(gelu(of_dependent + chosen)).float()

    def link_scores(self, none, a, b, rows):
        """Scores (b, r, n + 1) of the words that each of rows (b, r) corefers with, none last; a word doesn't with itself."""
        take = lambda t: t.gather(1, rows[..., None].expand(-1, -1, t.shape[-1]))
        scores = self.links(take(a), b, rows).scatter(2, rows[..., None], -1e4)
        return torch.cat([scores, take(none).float()], -1)

    def likeness(self, h, phrases, lasts, firsts, rows, places):
        """Scores (p, k + 1) of places (b, k, n) as what phrases (p, n) of windows rows (p) mean, nobody last. phrases and
        places are shares of words; lasts and firsts (p) are words."""
        mean, last, first, key = self.reference(h)
        m = torch.einsum("pn,pnw->pw", phrases.to(mean.dtype), mean[rows]) + last[rows, lasts] + first[rows, firsts]
        k = torch.einsum("bkn,bnw->bkw", places.to(key.dtype), key)
        scores = torch.einsum("pw,pkw->pk", m, k[rows]).float() / math.sqrt(REFERENCE)
        return torch.cat([scores, self.nobody(m).float()], -1)
