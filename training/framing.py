"""Statements, meetings and offices as frames: an anchor word, the roles of words towards it, and attributes.

Numbers of roles and attributes are those of the network's outputs; see README.md for the method.
"""
import re
from dataclasses import dataclass, field

KINDS = ["statement", "meeting", "office"]
ROLES = {
    "statement": ["cue", "source", "content", "addressee", "target", "when"],
    "meeting": ["trigger", "same", "participant", "host", "visitor", "speaker", "place", "when"],
    "office": ["title", "holder", "of"],
}
FIRST = {"statement": 0, "meeting": 6, "office": 14}  # number of a kind's first role
ROLE_COUNT = 17
CONTENT = 2
ACTS = ("ASSERT ANNOUNCE CONFIRM DENY ACCUSE CRITICIZE PRAISE SUPPORT AGREE REJECT REQUEST ORDER ASK ANSWER PROMISE OFFER THREATEN WARN PREDICT "
        "SUGGEST BELIEVE APOLOGIZE THANK INVITE OTHER").split()
STATUS = "past planned cancelled postponed hypothetical denied".split()
NEGATIVE, NOT_SAID, STATUSES, FORMER = 25, 26, 27, 33  # numbers of attributes; before them the acts
ATTRIBUTE_COUNT = 34
GUIDE, POLNEAR = 0, 1  # by whose guide a text is marked


@dataclass
class Frame:
    kind: str
    anchor: int
    roles: dict  # role: words
    marked: set  # the roles that the corpus marks
    attributes: dict = field(default_factory=dict)  # act, negative, notSaid, status, former


def numbers(frame):
    """Yields (number, words) of the roles that are marked."""
    for i, role in enumerate(ROLES[frame.kind]):
        if role in frame.marked:
            yield FIRST[frame.kind] + i, frame.roles.get(role, ())


def of_marks(m, cover, surfaces):
    """The frames of a marked article. cover(spans) returns the words of spans; surfaces are the words for each country."""
    return statements(m, cover) + meetings(m, cover) + offices(m, cover, surfaces)


def statements(m, cover):
    """Speakers of one statement come together: a frame for each cue."""
    found = {}
    for s in m["statements"]:
        cue = cover(s["cue"])
        if not cue:
            continue
        f = found.setdefault(cue[0], Frame("statement", cue[0], {r: [] for r in ROLES["statement"]}, set(ROLES["statement"]), {
            "act": ACTS.index(s["act"]), "negative": s.get("polarity") == "negative", "notSaid": bool(s.get("notSaid"))}))
        for role, spans in (("cue", s["cue"]), ("source", s["source"]), ("content", s["content"]), ("addressee", [x for x, _ in s["to"]]),
                            ("target", [x for x, _ in s["target"]]), ("when", [s["when"]] if s.get("when") else [])):
            f.roles[role] = sorted({*f.roles[role], *cover(spans)})
    return list(found.values())


def meetings(m, cover):
    """A frame for each trigger; the first has all roles, of the others only the sameness is marked."""
    found = []
    for meeting in m["meetings"]:
        triggers = [t for t in (cover([t]) for t in meeting["triggers"]) if t]
        for i, words in enumerate(triggers):
            f = Frame("meeting", words[0], {"trigger": words, "same": sorted({w for t in triggers if t is not words for w in t})}, {"trigger", "same"})
            if i == 0:
                f.marked = set(ROLES["meeting"])
                f.roles["place"] = cover([meeting["placeSpan"]]) if meeting.get("placeSpan") else []
                f.roles["when"] = cover([meeting["when"]]) if meeting.get("when") else []
                for span, _, role in meeting["who"]:
                    role = role if role in ("host", "visitor", "speaker") else "participant"
                    f.roles[role] = sorted({*f.roles.get(role, []), *cover([span])})
                if meeting.get("place") and not f.roles["place"]:
                    f.marked.discard("place")
                f.attributes["status"] = STATUS.index(meeting["status"])
            found.append(f)
    return found


def offices(m, cover, surfaces):
    """Where the words for whose office it is can't be found beside it, that role is not marked."""
    found = []
    for p in m["people"]:
        for q in p["positions"]:
            at, end = q["at"]
            text = m["text"][at:end]
            title = cover([q["titleSpan"]]) if q.get("titleSpan") else []
            if not title:
                continue
            f = Frame("office", title[0], {"title": title}, {"title"}, {"former": bool(q.get("former"))})
            name = next((n for n in sorted([p["name"], *p["as"]], key=len, reverse=True) if n in text), None)
            if name:
                start = at + text.index(name)
                f.roles["holder"] = cover([[start, start + len(name)]])
                f.marked.add("holder")
            of = owner(m["text"], at, end, q, surfaces)
            if of:
                f.roles["of"] = [w for w in cover([of]) if w not in title and w not in f.roles.get("holder", [])]
            if not q.get("of") or f.roles.get("of"):
                f.marked.add("of")
            found.append(f)
    return found


def owner(text, at, end, q, surfaces):
    """The span of the words in or near a position that name the country or body whose office it is."""
    if not q.get("of"):
        return None
    names = surfaces.get(q["of"], []) if re.fullmatch("[A-Z]{2}", q["of"]) else [q["of"], *surfaces.get(q["of"], [])]
    low, high = max(text.rfind("\n", 0, at), text.rfind(". ", 0, at), at - 60), min((text + "\n").find("\n", end), end + 80)
    spans = [(m.start() + low, m.end() + low) for n in names for m in re.finditer(r"(?<!\w)" + re.escape(n) + r"(?!\w)", text[low:high])]
    gap = lambda s: max(0, at - s[1], s[0] - end)
    return min(spans, key=lambda s: (gap(s), s[0] - s[1], s), default=None) if spans else None


def of_attributions(attributions):
    """Frames of PolNeAR's attributions, each (cue, source, content) words."""
    found = {}
    for cue, source, content in attributions:
        f = found.setdefault(cue[0], Frame("statement", cue[0], {"cue": [], "source": [], "content": []}, {"cue", "source", "content"}))
        for role, words in (("cue", cue), ("source", source), ("content", content)):
            f.roles[role] = sorted({*f.roles[role], *words})
    return list(found.values())


LEADING = set("to at with of for on upon toward towards against by from".split())
PERSONS = set("me you him her us them".split())


def of_predicate(words, predicate, functions):
    """The frame of a predicate of PropBank: who hears and who is accused or praised, where its roleset has them; None if it has none.

    functions are what its numbered arguments do: [(hearer, target or another, numbered argument)]. A target that is
    neither named nor a person's pronoun is not known: the guide's targets are somebody.
    """
    f = Frame("statement", predicate["pred"], {}, set())
    for function, label in functions:
        role = {"hearer": "addressee", "target": "target"}.get(function)
        if not role:
            continue
        f.marked.add(role)
        for start, end in ((s, e) for l, s, e in predicate["args"] if l == label):
            start += words[start].lower() in LEADING and end > start + 1
            f.roles[role] = sorted({*f.roles.get(role, []), *range(start, end)})
    if f.roles.get("target") and not any(words[w].lower() in PERSONS or w and words[w][0].isupper() for w in f.roles["target"]):
        f.marked.discard("target")
    return f if f.marked else None


def country_surfaces(marks):
    """The words for each country and body in all marked phrases: {who: [words]}."""
    counts = {}
    for m in marks:
        people = {p["name"] for p in m["people"]}
        phrases = [(sp, s["speaker"]) for s in m["statements"] for sp in s["source"][:1]] + [(sp, w) for s in m["statements"] for sp, w in s["to"] + s["target"]] + \
            [(sp, w) for x in m["meetings"] for sp, w, _ in x["who"]]
        for (a, b), who in phrases:
            words = m["text"][a:b].removeprefix("the ").removeprefix("The ").removesuffix("'s").removesuffix("’s")
            if who and who not in people and words[:1].isupper() and len(words.split()) <= 4:
                counts.setdefault(who, {}).setdefault(words, 0)
                counts[who][words] += 1
    for who, words in counts.items():
        country = re.fullmatch("[A-Z]{2}", who)
        counts[who] = sorted(w for w, n in words.items() if not country or n > 1 and len(w.split()) <= 3)
    return counts
