"""What each task loses on a batch."""
import torch
from torch.nn import functional as F

import framing
from corpora import IGNORE, NAME_TAGS, NO_PERSON

PERSON = [i for i, tag in enumerate(NAME_TAGS) if tag.endswith("-PER")]


def hidden(encoder, t, below=None, layers=0):
    """The first piece's vector of each word. below is what goes into the last layers, if that is known."""
    h = encoder(t["ids"], t["cases"], t["mask"]) if below is None else encoder.above(len(encoder.layers) - layers, below, t["mask"])
    return h.gather(1, t["first"][..., None].expand(-1, -1, h.shape[-1]))


def tags(scores, labels):
    if not (labels.numel()):
        return scores.sum() * 0
    return F.cross_entropy(scores.float().flatten(0, -2), labels.flatten(), ignore_index=IGNORE, reduction="sum") / (labels != IGNORE).sum().clamp(1)


def names(reader, t, h):
    return tags(reader.names(h)[0], t["names"])


def people(reader, t, h):
    """Names where people's are known: of the other words, that they are in none."""
    scores, other = reader.names(h)[0], t["names"] == NO_PERSON
    person = scores.float().softmax(-1)[..., PERSON].sum(-1).clamp(max=1 - 1e-4)
    return tags(scores, t["names"].masked_fill(other, IGNORE)) - ((-person).log1p() * other).sum() / other.sum().clamp(1)


def syntax(reader, t, h):
    upos, feats, scripts, dependent, head, of_dependent, of_head = reader.syntax(h)
    loss = tags(upos, t["upos"]) + 0.5 * tags(feats, t["feats"]) + 0.5 * tags(scripts, t["scripts"])
    same = t["sentence"][:, :, None] == t["sentence"][:, None, :]
    same = torch.cat([same, torch.ones_like(same[:, :, :1])], -1)
    loss = loss + tags(reader.arc_scores(dependent, head).masked_fill(~same, -1e4), t["heads"])
    n = t["heads"].shape[1]
    return loss + tags(reader.relation_scores(of_dependent, of_head, torch.where(t["heads"] < 0, n, t["heads"])), t["relations"])


def coreference(reader, t, h):
    n = h.shape[1]
    rows = torch.arange(n, device=h.device).expand(h.shape[:2])
    scores = reader.link_scores(*reader.coreference(h), rows)
    outside = torch.cat([~t["inside"], torch.zeros_like(t["inside"][:, :1])], 1)
    scores = scores.masked_fill(outside[:, None], -1e4).log_softmax(-1)
    found = scores.masked_fill(~t["same"], -1e4).logsumexp(-1) * t["weight"]
    return -found.sum() / t["weight"].sum().clamp(1)


def gap(reader, t, h):
    scores = reader.link_scores(*reader.coreference(h), t["pronoun"][:, None])[:, 0]
    grouped = torch.stack([scores.masked_fill(t["group"] != k, -1e4).logsumexp(-1) for k in range(3)], -1)
    return tags(grouped, t["meant"])


def frames(reader, t, h):
    """Anchors, binary cross entropy for each; roles, that of all words for each anchor; acts, statuses, yes or no."""
    anchors, y = reader.frames(h, t["guide"])
    polnear = t["guide"][:, None, None] == framing.POLNEAR
    asked = (t["inside"] & t["anchored"][:, None])[..., None] & ~(polnear & (torch.arange(3, device=h.device) > 0))  # PolNeAR has statements alone
    loss = (F.binary_cross_entropy_with_logits(anchors.float(), t["anchors"], reduction="none") * asked).sum() / t["count"]
    if not len(t["row"]):
        return loss
    roles, attributes = reader.frames.roles(y, t["row"], t["anchor"], t["inside"])
    weight = t["marked"][:, None] * t["inside"][t["row"]][..., None]
    loss = loss + (F.binary_cross_entropy_with_logits(roles, t["roles"], reduction="none") * weight).sum() / (8 * len(t["row"]))
    yes = attributes[:, [framing.NEGATIVE, framing.NOT_SAID, framing.FORMER]]
    loss = loss + tags(attributes[:, :framing.NEGATIVE], t["act"]) + tags(attributes[:, framing.STATUSES:framing.FORMER], t["status"])
    return loss + 0.5 * (F.binary_cross_entropy_with_logits(yes, t["yes"], reduction="none") * t["asked"]).sum() / t["asked"].sum().clamp(1)


def references(reader, t, h):
    if not len(t["prow"]):
        return reader.nobody.bias.sum() * 0
    scores = reader.likeness(h, t["phrase"], t["plast"], t["pfirst"], t["prow"], t["places"])
    open_to = torch.cat([t["placed"], torch.ones_like(t["placed"][:, :1])], 1)[t["prow"]]
    scores = scores.masked_fill(~open_to, -1e4).log_softmax(-1)
    return -scores.masked_fill(~t["means"], -1e4).logsumexp(-1).mean()


def taught(reader, t, h, teachers):
    """The teachers' answers in place of marks; a frame counts with its probability."""
    p, rows, anchors, roles, attributes = answers(teachers, t)
    scores, y = reader.frames(h, t["guide"])
    weight = p[rows, anchors].amax(-1)
    loss = (F.binary_cross_entropy_with_logits(scores.float(), p, reduction="none") * t["inside"][..., None]).sum() / weight.sum().clamp(1)
    if not len(rows):
        return loss
    mine, mine_attributes = reader.frames.roles(y, rows, anchors, t["inside"])
    by_kind = torch.zeros(3, framing.ROLE_COUNT, device=h.device)
    for i, kind in enumerate(framing.KINDS):
        by_kind[i, framing.FIRST[kind]:framing.FIRST[kind] + len(framing.ROLES[kind])] = 1
    kinds = p[rows, anchors]  # how much the anchor is of each kind
    counted = (kinds @ by_kind)[:, None] * t["inside"][rows][..., None]
    total = weight.sum().clamp(1)
    loss = loss + (F.binary_cross_entropy_with_logits(mine, roles.sigmoid(), reduction="none") * counted).sum() / (8 * total)
    for kind, part in ((0, slice(0, framing.NEGATIVE)), (1, slice(framing.STATUSES, framing.FORMER))):
        soft = F.cross_entropy(mine_attributes[:, part], attributes[:, part].softmax(-1), reduction="none")
        loss = loss + (soft * kinds[:, kind]).sum() / kinds[:, kind].sum().clamp(1)
    yes = [framing.NEGATIVE, framing.NOT_SAID, framing.FORMER]
    loss = loss + 0.5 * (F.binary_cross_entropy_with_logits(mine_attributes[:, yes], attributes[:, yes].sigmoid(), reduction="none").mean(-1) * weight).sum() / total
    return loss


@torch.no_grad()
def answers(teachers, t, least=0.15, most=160):
    """The probabilities of anchors (b, n, 3), and of the likeliest anchors the scores of roles and attributes, each the teachers' mean."""
    read = [teacher.frames(hidden(teacher.encoder, t), t["guide"]) for teacher in teachers]
    p = mean([anchors.float() for anchors, _ in read]).sigmoid() * t["inside"][..., None]
    best = p.amax(-1)
    value, index = best.flatten().topk(min(most, best.numel()))
    index = index[value >= least]
    rows, at = index // best.shape[1], index % best.shape[1]
    roles, attributes = zip(*(teacher.frames.roles(y, rows, at, t["inside"]) for teacher, (_, y) in zip(teachers, read)))
    return p, rows, at, mean(roles), mean(attributes)


def mean(scores):
    return torch.stack(list(scores)).mean(0)


# The tasks of each corpus, each with the weight of its loss.
TASKS = {
    "polnear": [(frames, 1.0)],
    "roles": [(frames, 0.5)],
    "marks": [(frames, 1.0), (references, 0.5), (people, 0.2)],
    "conll": [(names, 1.0)],
    "ud": [(syntax, 1.0), (coreference, 0.5)],
    "gap": [(gap, 0.5)],
}
