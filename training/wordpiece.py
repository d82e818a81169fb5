"""WordPiece as BERT's uncased models have it, with offsets into the text.

encode(text) divides a text into pieces; each knows its code points, whether it begins a word, and the letter
case of what it covers, which the uncased vocabulary has lost.
"""
import json
import unicodedata
from dataclasses import dataclass

LOWER, TITLE, UPPER, MIXED, OTHER = range(5)  # letter case of a word
CASES = 5


@dataclass
class Piece:
    id: int
    start: int
    end: int
    first: bool  # begins a word
    case: int


def is_punctuation(c):
    o = ord(c)
    ascii_mark = 33 <= o <= 47 or 58 <= o <= 64 or 91 <= o <= 96 or 123 <= o <= 126
    return ascii_mark or unicodedata.category(c).startswith("P")


def is_ideograph(c):
    o = ord(c)
    return any(a <= o <= b for a, b in ((0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0x20000, 0x2A6DF), (0xF900, 0xFAFF)))


def is_dropped(c):
    return c in "\0\ufffd" or (c not in "\t\n\r" and unicodedata.category(c).startswith("C"))


def case_of(word):
    letters = [c for c in word if c.isalpha()]
    if not letters:
        return OTHER
    if all(c.islower() for c in letters):
        return LOWER
    if all(c.isupper() for c in letters):
        return UPPER if len(letters) > 1 else TITLE
    return TITLE if letters[0].isupper() and all(c.islower() for c in letters[1:]) else MIXED


def words(text):
    """Yields (start, end) of words and punctuation marks."""
    start = None
    for i, c in enumerate(text):
        space = c.isspace() or is_dropped(c)
        alone = is_punctuation(c) or is_ideograph(c)
        if (space or alone) and start is not None:
            yield start, i
            start = None
        if alone:
            yield i, i + 1
        elif not space and start is None:
            start = i
    if start is not None:
        yield start, len(text)


def normalise(word):
    """Returns the letters that the vocabulary knows, each with the offset that it comes from."""
    out = []
    for i, c in enumerate(word):
        for d in unicodedata.normalize("NFD", c.lower()):
            if unicodedata.category(d) != "Mn":
                out.append((d, i))
    return out


class WordPiece:
    def __init__(self, tokenizer_json):
        self.vocab = json.load(open(tokenizer_json, encoding="utf-8"))["model"]["vocab"]
        self.unknown = self.vocab["[UNK]"]
        self.cls, self.sep = self.vocab["[CLS]"], self.vocab["[SEP]"]

    def encode(self, text):
        return [p for start, end in words(text) for p in self.pieces(text, start, end)]

    def pieces(self, text, start, end):
        case, letters = case_of(text[start:end]), normalise(text[start:end])
        chars = "".join(c for c, _ in letters)
        whole = [Piece(self.unknown, start, end, True, case)]
        if not chars or len(chars) > 100:
            return whole
        found, at = [], 0
        while at < len(chars):
            stop = len(chars)
            while stop > at and ("##" if at else "") + chars[at:stop] not in self.vocab:
                stop -= 1
            if stop == at:
                return whole
            last = start + letters[stop][1] if stop < len(chars) else end
            id = self.vocab[("##" if at else "") + chars[at:stop]]
            found.append(Piece(id, start + letters[at][1], last, at == 0, case))
            at = stop
        return found
