"""WordPiece as BERT's uncased models have it, for text that is divided into words already, and the letter case of
each word, which the uncased vocabulary has lost."""
import json
import unicodedata

LOWER, TITLE, UPPER, MIXED, OTHER = range(5)  # letter case of a word
BEGINS = 5  # added where a word begins a paragraph
SPECIAL = 10  # of [CLS] and [SEP]
CASES = 11
LONGEST = 100  # letters of a part of a word; what is longer is unknown
MOST = 24  # pieces of a word that are looked at


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


def divide(text):
    """Yields (start, end) of runs of letters and of single punctuation marks."""
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


def normalise(part):
    """Returns the letters that the vocabulary knows: small ones without accents."""
    return "".join(c for c in unicodedata.normalize("NFD", "".join(map(str.lower, part))) if unicodedata.category(c) != "Mn")


class WordPiece:
    def __init__(self, path):
        """Reads a tokenizer.json, or a vocab.txt with a piece on each line."""
        with open(path, encoding="utf-8") as f:
            self.vocab = json.load(f)["model"]["vocab"] if path.endswith(".json") else {line.rstrip("\n"): i for i, line in enumerate(f)}
        self.unknown = self.vocab["[UNK]"]
        self.cls, self.sep = self.vocab["[CLS]"], self.vocab["[SEP]"]
        self.known = {}

    def word(self, word):
        """Returns the ids of a word's pieces, at least one, and its letter case."""
        if word not in self.known:
            ids = [p for start, end in divide(word) for p in self.pieces(word[start:end])]
            self.known[word] = ids[:MOST] or [self.unknown], case_of(word)
        return self.known[word]

    def pieces(self, part):
        chars = normalise(part)
        if not chars or len(chars) > LONGEST:
            return [self.unknown]
        ids, at = [], 0
        while at < len(chars):
            stop = len(chars)
            while stop > at and ("##" if at else "") + chars[at:stop] not in self.vocab:
                stop -= 1
            if stop == at:
                return [self.unknown]
            ids.append(self.vocab[("##" if at else "") + chars[at:stop]])
            at = stop
        return ids
