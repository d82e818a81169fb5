"""The network: a MiniLM encoder with a letter-case embedding, and heads on the first piece of each word.

Each task has a layer of its own on top of the encoder, and one matrix that gives everything the task needs to know of a
word: scores of its tags, and vectors whose products say which words belong together.
"""
import torch
from safetensors.torch import load_file
from torch import nn
from torch.nn import functional as F

from wordpiece import CASES

LAYERS, WIDTH, HEADS, INNER, VOCAB, POSITIONS = 6, 384, 12, 1536, 30522, 512
ARC, RELATION, ROLE, LINK = 192, 128, 128, 128  # widths of the vectors that are compared
PART_TAGS = 7  # O; B and I of cue, source and content
ROLES = 2  # source, content; the score of neither is 0
NEAR = 16  # distances up to here have a bias of their own, larger ones one for each doubling
FAR = NEAR + 4


def gelu(x):
    return F.gelu(x, approximate="tanh")


class Layer(nn.Module):
    def __init__(self, dropout):
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out, self.norm1 = nn.Linear(WIDTH, WIDTH), nn.LayerNorm(WIDTH, eps=1e-12)
        self.up, self.down, self.norm2 = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH), nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x, mask):
        b, n, _ = x.shape
        q, k, v = (t.view(b, n, HEADS, -1).transpose(1, 2) for t in self.qkv(x).chunk(3, -1))
        attended = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        x = self.norm1(x + self.dropout(self.out(attended.transpose(1, 2).reshape(b, n, WIDTH))))
        return self.norm2(x + self.dropout(self.down(gelu(self.up(x)))))


class Encoder(nn.Module):
    def __init__(self, dropout=0.1):
        super().__init__()
        self.word, self.position = nn.Embedding(VOCAB, WIDTH), nn.Embedding(POSITIONS, WIDTH)
        self.case = nn.Embedding(CASES, WIDTH)
        nn.init.zeros_(self.case.weight)  # the pretrained model is unchanged at the start
        self.norm, self.dropout = nn.LayerNorm(WIDTH, eps=1e-12), nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))

    def forward(self, ids, cases, mask):
        x = self.word(ids) + self.position(torch.arange(ids.shape[1])) + self.case(cases)
        x = self.dropout(self.norm(x))
        for layer in self.layers:
            x = layer(x, mask[:, None, None, :])
        return x

    def load_pretrained(self, path):
        """Reads the weights of a BERT model from a safetensors file."""
        w = load_file(path)
        e = "embeddings."
        self.word.weight.data = w[e + "word_embeddings.weight"]
        self.position.weight.data = w[e + "position_embeddings.weight"] + w[e + "token_type_embeddings.weight"][0]
        copy(self.norm, w, e + "LayerNorm")
        for i, layer in enumerate(self.layers):
            p = f"encoder.layer.{i}."
            for part in ("weight", "bias"):
                names = [f"{p}attention.self.{n}.{part}" for n in ("query", "key", "value")]
                getattr(layer.qkv, part).data = torch.cat([w[n] for n in names])
            copy(layer.out, w, p + "attention.output.dense")
            copy(layer.norm1, w, p + "attention.output.LayerNorm")
            copy(layer.up, w, p + "intermediate.dense")
            copy(layer.down, w, p + "output.dense")
            copy(layer.norm2, w, p + "output.LayerNorm")


def copy(module, weights, name):
    module.weight.data, module.bias.data = weights[name + ".weight"], weights[name + ".bias"]


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
    """Scores of pairs of words: the product of their vectors, and a bias for their distance."""

    def __init__(self, kinds):
        super().__init__()
        self.distance = nn.Embedding(2 * FAR + 1, kinds)
        nn.init.zeros_(self.distance.weight)

    def forward(self, q, k, rows):
        """q (r, kinds·width) of the words with indexes rows, k (n, kinds·width) of all; returns (kinds, r, n)."""
        kinds = self.distance.weight.shape[1]
        q, k = (t.unflatten(-1, (kinds, -1)).transpose(0, 1) for t in (q, k))
        offset = bucket(torch.arange(k.shape[1])[None, :] - rows[:, None])
        return (q @ k.transpose(1, 2)).float() + self.distance(offset).permute(2, 0, 1)


class Reader(nn.Module):
    def __init__(self, names, upos, feats, scripts, relations):
        super().__init__()
        self.encoder = Encoder()
        self.names = Task(names)
        # upos, feats, lemma scripts; arc to the head, arc from it; relation of the dependent, of the head
        self.syntax = Task(upos, feats, scripts, ARC, ARC, RELATION, RELATION)
        self.root, self.arcs = nn.Parameter(torch.zeros(ARC)), Pairs(1)
        self.relation = nn.Linear(RELATION, relations)
        # tags of parts; roles' vectors of a cue, of a word; whether a word is a source or content of anything
        self.attribution = Task(PART_TAGS, ROLES * ROLE, ROLES * ROLE, ROLES)
        self.roles = Pairs(ROLES)
        # whether a word corefers with none; vectors of links
        self.coreference = Task(1, LINK, LINK)
        self.links = Pairs(1)

    def arc_scores(self, dependent, head, rows):
        """Scores (n, n + 1) of each word as head of each, the root last."""
        root = (dependent @ self.root).float()[:, None]
        return torch.cat([self.arcs(dependent, head, rows)[0], root], -1)

    def role_scores(self, cue, word, bias, cues):
        """Scores (3, cues, n) of nothing, source and content."""
        scores = self.roles(cue[cues], word, cues) + bias.float().T[:, None, :]
        return torch.cat([torch.zeros_like(scores[:1]), scores])

    def link_scores(self, none, a, b, rows):
        """Scores (rows, n + 1) of the words that each corefers with, none last; a word doesn't with itself."""
        scores = self.links(a[rows], b, rows)[0]
        return torch.cat([scores.scatter(1, rows[:, None], -1e4), none[rows].float()], -1)
