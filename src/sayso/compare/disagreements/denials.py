"""What is denied: each denial against those who say so, in its own article and in the others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from sayso.compare.denied import Denied
from sayso.compare.disagreements.sides import SIDE, Same, claim_sides
from sayso.compare.kinds import is_known
from sayso.compare.matching import Item
from sayso.compare.scene import Scene
from sayso.compare.terms import Rarity, stem
from sayso.model import ClaimRef, Disagreement, Mode

Group = list[tuple[Item, list[Item]]]


def denials(scene: Scene, claims: Sequence[Item], rare: Rarity, same: Same) -> Iterator[Disagreement]:
    """Set what is denied, by one or several, against those who say so; denials of one thing are one side."""
    denied = Denied.among(scene, claims, rare)
    groups: dict[int, Group] = defaultdict(list)
    number = {ref: account.id for ref, account in same.account.items()}
    for item in claims:
        held = denied.by(item)
        if held:
            groups[number.get(item.ref, -1 - len(groups))].append((item, held))
    for group in _joined(scene, list(groups.values()), number):
        yield _made(scene, group, same)


def _joined(scene: Scene, groups: Sequence[Group], number: Mapping[ClaimRef, int]) -> list[Group]:
    """Join what one source denies of one account, or of things of one kind that are counted in several."""
    kept: list[tuple[set[int | str], Group]] = []
    for group in groups:
        held = [one for _, some in group for one in some]
        about: set[int | str] = {number[one.ref] for one in held if one.ref in number}
        about |= {kind for one in held for kind, _ in one.figures if is_known(kind)}
        same = (g for seen, g in kept if seen & about and _one_source(scene, g, group))
        first = next(same, None)
        if first is None:
            kept.append((about, group))
        else:
            first.extend(group)
    return [group for _, group in kept]


def _one_source(scene: Scene, a: Group, b: Group) -> bool:
    return any(scene.one_voice(x.ref, y.ref) for x, _ in a for y, _ in b)


def _made(scene: Scene, group: Group, same: Same) -> Disagreement:
    denying = [item.ref for item, _ in group]
    every = {h.ref: h for _, some in group for h in some}.values()
    held = sorted(every, key=lambda h: h.claim.mode is not Mode.ASSERTED)  # what is told as so stands for the side
    sides = claim_sides(scene, same, denying, [h.ref for h in held if h.ref not in denying] or [held[0].ref])
    articles = {c.article for side in sides for c in side.citations}
    shared = ", ".join(_topic(group[0][0], held[0]))
    weight = 6.0 + len(articles) + 0.5 * min(len(held), SIDE)
    who = ", ".join(w.name for w in sides[0].who)
    return Disagreement(0, "denial", shared, sides, f"denied by {who}: {shared}", weight)


def _topic(item: Item, held: Item) -> list[str]:
    both = item.terms & held.terms
    return [t for t in sorted(held.claim.terms) if stem(t) in both][:4] or sorted(held.claim.terms)[:4]
