"""Windows of documents as tensors."""
import numpy as np
import torch

from wordpiece import SPECIAL


def batch(windows, wordpiece):
    """Returns ids, cases, mask (b, n) and the positions of the words' first pieces in each row."""
    rows = [(d.first[first], d.first[last]) for d, first, last in windows]
    n = max(end - start for start, end in rows) + 2
    ids, cases, mask = np.zeros((len(rows), n), int), np.full((len(rows), n), SPECIAL), np.zeros((len(rows), n), bool)
    words = []
    for i, ((d, first, last), (start, end)) in enumerate(zip(windows, rows)):
        ids[i, 0], ids[i, 1 + end - start], ids[i, 1:1 + end - start] = wordpiece.cls, wordpiece.sep, d.ids[start:end]
        cases[i, 1:1 + end - start], mask[i, :2 + end - start] = d.cases[start:end], True
        words.append(torch.from_numpy(1 + d.first[first:last] - start))
    return torch.from_numpy(ids), torch.from_numpy(cases), torch.from_numpy(mask), words


def same_sentence(d, first, last):
    """Which words (n, n + 1) may be heads: those of the sentence, and the root."""
    number = np.searchsorted(d.ends, np.arange(first, last), "right")
    return torch.from_numpy(np.concatenate([number[:, None] == number[None, :], np.ones((last - first, 1), bool)], 1))
