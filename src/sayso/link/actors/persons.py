"""Which people of different articles are one: same full name in any spelling, or the only bearer of a surname."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from sayso.data import people
from sayso.link.actors.entries import Entry
from sayso.link.actors.groups import Groups, Member
from sayso.link.actors.names import compare_names, offices, same_name
from sayso.link.actors.spelling import spelling
from sayso.link.actors.verdict import Ground, Verdict

__all__ = ["clash", "compare_persons", "link_persons", "same_name"]

Judged = dict[tuple[Member, Member], Verdict]
# By these two names cannot be one, whatever a third name, shorter than both, has in common with either.
FIRM = frozenset(("other given", "other middle", "junior"))


def link_persons(entries: Sequence[Entry]) -> Groups:
    """Return the entries in groups that are one person each; unnamed people stay alone."""
    groups = Groups(entries)
    named = [e for e in groups.entries if e.named]
    full = [e for e in named if len(e.words) > 1]
    blocks: dict[str, list[Entry]] = defaultdict(list)
    for entry in full:
        for key in dict.fromkeys(_keys(entry)):
            blocks[key].append(entry)
    for block in blocks.values():
        _join_full(groups, block)
    _join_single(groups, full, [e for e in named if len(e.words) == 1])
    return groups


def _keys(entry: Entry) -> Iterator[str]:
    """Yield what two names of one person share at least one of: a surname, or all names in some order."""
    words = [spelling(w) for w in entry.words]
    yield spelling(entry.words[-1], loose=True)
    yield from ("".join(turned) for turned in (words, words[-1:] + words[:-1], words[1:] + words[:1]))
    if len(words) == 3:
        yield spelling(entry.words[1], loose=True)


def _join_full(groups: Groups, block: Sequence[Entry]) -> None:
    first: dict[tuple[tuple[str, ...], str], Entry] = {}
    for entry in block:
        other = first.setdefault((entry.words, entry.generation), entry)
        groups.join(entry, other, *compare_names(other, entry).grounds)
    names = list(first.values())
    judged: Judged = {(a.member, b.member): compare_names(a, b) for a, b in combinations(names, 2)}
    judged |= {(b, a): verdict for (a, b), verdict in judged.items()}
    for left, right in combinations(names, 2):
        verdict = judged[left.member, right.member]
        if verdict.same and not _fits_several(left, right, names, judged):
            groups.join(left, right, *verdict.grounds)


def _fits_several(left: Entry, right: Entry, names: Iterable[Entry], judged: Judged) -> bool:
    """Tell "George Bush" where both "George W. Bush" and "George H. W. Bush" are named."""
    for other in names:
        if other in (left, right):
            continue
        verdicts = judged[left.member, other.member], judged[right.member, other.member]
        firm = [v for v in verdicts if not v.same and FIRM & {g.name for g in v.grounds}]
        if firm and any(v.same for v in verdicts):
            return True
    return False


def _join_single(groups: Groups, full: list[Entry], single: list[Entry]) -> None:
    """A surname alone joins the one person of the story who bears it, and its like where nobody is named in full."""
    bearers: dict[str, list[Entry]] = defaultdict(list)
    for entry in full:
        for word in {spelling(entry.words[-1]), *_family_first(entry)}:
            bearers[word].append(entry)
    alone: dict[tuple[str, str | None, str], Entry] = {}
    for entry in single:
        key = spelling(entry.words[0])
        chosen, why = _bearer(groups, entry, bearers.get(key, ()))
        if chosen is not None:
            groups.join(entry, chosen, why)
        elif key not in bearers or all(clash(b.gender, entry.gender) for b in bearers[key]):
            other = alone.setdefault((key, entry.gender, entry.generation), entry)
            groups.join(entry, other, Ground("nobody in full"))


def _bearer(groups: Groups, entry: Entry, bearers: Sequence[Entry]) -> tuple[Entry | None, Ground]:
    """Return the one person that a surname alone can mean, and why."""
    fitting = [b for b in bearers if not clash(b.gender, entry.gender)]
    if entry.generation:
        fitting = [b for b in fitting if b.generation == entry.generation]
    if _one(groups, fitting):
        if _one(groups, bearers):
            return fitting[0], Ground("only bearer", fitting[0].name)
        return fitting[0], Ground("only fitting", fitting[0].name, more=_told(entry))
    for narrower, more in (
        ([b for b in fitting if entry.gender and b.gender == entry.gender], _told(entry)),
        ([b for b in fitting if offices(b) & offices(entry)], f"the office of “{entry.actor.role}”"),
    ):
        if _one(groups, narrower):
            return narrower[0], Ground("only fitting", narrower[0].name, more=more)
    return None, Ground("fits several")


def _told(entry: Entry) -> str:
    said = {"m": "a man", "f": "a woman"}.get(entry.gender or "", "")
    return f"“{entry.name}”" + (f", {said}" if said else "")


def compare_persons(left: Entry, right: Entry) -> Verdict:
    """Decide on two people by their names alone; a surname alone says nothing against anybody who bears it."""
    if not (left.named and right.named):
        return Verdict.of(Ground("unnamed"))
    if len(left.words) > 1 and len(right.words) > 1:
        return compare_names(left, right)
    if not {spelling(left.words[-1]), *_family_first(left)} & {spelling(right.words[-1]), *_family_first(right)}:
        return Verdict.of(Ground("other surname", left.words[-1], right.words[-1]))
    if clash(left.gender, right.gender):
        man, woman = (left, right) if left.gender == "m" else (right, left)
        return Verdict.of(Ground("gender", man.name, woman.name))
    return Verdict.of(Ground("surname"))


def _one(groups: Groups, fitting: Sequence[Entry]) -> bool:
    """Tell whether the entries are all one person."""
    return len({groups.root(b.member) for b in fitting}) == 1


def _family_first(entry: Entry) -> list[str]:
    return [spelling(entry.words[0])] if entry.words[0] in people.family_first() else []


def clash(left: str | None, right: str | None) -> bool:
    """Tell whether both genders are known and differ."""
    return left is not None and right is not None and left != right
