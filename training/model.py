"""The network: a MiniLM encoder with a letter-case embedding, and heads on the first piece of each word."""
import math

import torch
from safetensors.torch import load_file
from torch import nn
from torch.nn import functional as F

from wordpiece import CASES

LAYERS, WIDTH, HEADS, INNER, VOCAB, POSITIONS = 6, 384, 12, 1536, 30522, 512
CUE_TAGS = 3  # O, B, I
ROLES = 3  # nothing, source, content
ROLE_WIDTH = 192
NEAR = 32  # distances from a cue, in words, that have a bias of their own


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
        return self.norm2(x + self.dropout(self.down(F.gelu(self.up(x)))))


class Encoder(nn.Module):
    def __init__(self, dropout=0.1):
        super().__init__()
        self.word, self.position = nn.Embedding(VOCAB, WIDTH), nn.Embedding(POSITIONS, WIDTH)
        self.case = nn.Embedding(CASES, WIDTH)
        nn.init.zeros_(self.case.weight)  # the pretrained model is unchanged at the start
        self.norm, self.dropout = nn.LayerNorm(WIDTH, eps=1e-12), nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))

    def forward(self, ids, cases, mask):
        positions = torch.arange(ids.shape[1])
        x = self.word(ids) + self.position(positions) + self.case(cases)
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


class Attributions(nn.Module):
    """Tags cues, and gives each word its role towards each cue (a biaffine score, as in span-free semantic role
    labelling): a word may be content of one cue and source of another, so contents may lie inside each other."""

    def __init__(self):
        super().__init__()
        self.cue = nn.Linear(WIDTH, CUE_TAGS)
        self.head, self.word = nn.Linear(WIDTH, ROLE_WIDTH), nn.Linear(WIDTH, ROLE_WIDTH)
        self.bilinear = nn.Parameter(torch.empty(ROLES, ROLE_WIDTH, ROLE_WIDTH))
        nn.init.normal_(self.bilinear, std=1 / math.sqrt(ROLE_WIDTH) / 8)
        self.from_word, self.from_cue = nn.Linear(ROLE_WIDTH, ROLES), nn.Linear(ROLE_WIDTH, ROLES)
        self.distance = nn.Embedding(2 * NEAR + 1, ROLES)
        nn.init.zeros_(self.distance.weight)

    def roles(self, words, cues):
        """words (n, WIDTH), cues: indexes of cue heads; returns scores (cues, n, ROLES)."""
        c, w = F.gelu(self.head(words[cues])), F.gelu(self.word(words))
        scores = torch.einsum("ci,rij,nj->cnr", c, self.bilinear, w)
        offset = torch.arange(len(words))[None, :] - cues[:, None]
        near = self.distance(offset.clamp(-NEAR, NEAR) + NEAR)
        return scores + self.from_word(w)[None] + self.from_cue(c)[:, None] + near


class Reader(nn.Module):
    def __init__(self):
        super().__init__()
        self.encoder, self.attributions = Encoder(), Attributions()
