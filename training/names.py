"""Other people's names in the place of those in a corpus: so a name is known by what stands around it, also one that
the corpus could not have, and a pronoun by the text and not by who was famous.

The names are those of ministers of all countries (Phoenix dictionaries) and of the program's lists of first names."""
import copy
import os
import re

from corpora import NAME_TAGS

PERSON = {t: NAME_TAGS.index(t + "-PER") for t in "BIES"}
FEMALE = {"she", "her", "hers", "herself"}


class World:
    def __init__(self, dictionary, first_names):
        """dictionary: a file of actors; first_names: the folder of lists, each line a gender and names."""
        self.people = {}
        for line in open(dictionary, encoding="utf-8", errors="replace"):
            m = re.match(r"\+?([A-Z_' -]+)\s+# CountryInfo", line)
            words = [capitalised(w) for w in m[1].strip("_ ").split("_")] if m else []
            if 2 <= len(words) <= 4:
                self.people.setdefault(len(words), []).append(words)
        self.family = sorted({p[-1] for people in self.people.values() for p in people if len(p[-1]) > 2})
        self.first = {"f": [], "m": [], "-": []}
        for name in ("firstnames.tsv", "firstnames-press.tsv"):
            for line in open(os.path.join(first_names, name), encoding="utf-8"):
                if not line.startswith("#"):
                    gender, names = line.rstrip("\n").split("\t")
                    self.first[gender] += names.split("|")
        self.known = set(self.first["f"]) | set(self.first["m"])

    def some(self, n, rng):
        """A person's name in n words."""
        return rng.choice(self.people[n]) if n in self.people else rng.choices(self.family, k=n)


def capitalised(word):
    return "-".join(p[:1].upper() + p[1:].lower() for p in word.split("-"))


def replaceable(word):
    return len(word) > 2 and word[0].isupper() and word.replace("-", "").isalpha()


def like(word, new):
    return new.upper() if word.isupper() else new


def renamed(d, replace, wordpiece):
    """The document with other words at some places."""
    new = copy.copy(d)
    new.words = [replace.get(i, w) for i, w in enumerate(d.words)]
    new.divide(wordpiece)
    return new


def of_people(d, world, wordpiece, rng):
    """A document with tags of names, half of its people renamed."""
    spans, start = [], 0
    for i, tag in enumerate(d.names):
        if tag in (PERSON["B"], PERSON["S"]):
            start = i
        if tag in (PERSON["E"], PERSON["S"]):
            spans.append(range(start, i + 1))
    new, replace = {}, {}
    for span in sorted(spans, key=lambda s: (-len(s), s[0])):
        words = [d.words[i] for i in span]
        rename = rng.random() < 0.5
        for i, w, other in zip(span, words, world.some(len(words), rng)):
            if replaceable(w):
                replace[i] = like(w, new.setdefault(w.lower(), other if rename else w))
    return renamed(d, replace, wordpiece)


def of_two(d, world, wordpiece, rng):
    """A snippet with a pronoun and two names, both renamed, by names of the pronoun's gender."""
    gender, new = "f" if d.words[d.pronoun].lower() in FEMALE else "m", {}
    for name in d.names:
        for place, i in enumerate(name):
            w = d.words[i]
            is_first = w in world.known and (place == 0 or len(name) == 1)
            if replaceable(w):
                new.setdefault(w, rng.choice(world.first[gender] if is_first else world.family))
    return renamed(d, {i: new[w] for i, w in enumerate(d.words) if w in new}, wordpiece)
