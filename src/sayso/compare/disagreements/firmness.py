"""How firm what an actor rests on is told to be: "its alliances deepen" in one article, "support wavers" in another.

Outlets assess in their own voice, and seldom in the words of each other: what is compared is the kind of thing
(``data/firmness.tsv``), whose it is, and whether it is said to hold or to give way.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from sayso.compare.accounts import SURENESS
from sayso.compare.disagreements.sides import SIDE, claim_side
from sayso.compare.matching import Item
from sayso.compare.scene import Scene
from sayso.compare.terms import stem
from sayso.data.loading import table
from sayso.model import Disagreement, Polarity, Span

JOINING = frozenset({"and", "or", "but", "than"})
REACH = 3  # words between a thing and what is said of it
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
Said = tuple[Item, str]


class _Words(NamedTuple):
    things: Mapping[str, str]
    firm: frozenset[str]
    weak: frozenset[str]


def opposed_firmness(scene: Scene, claims: Sequence[Item]) -> Iterator[Disagreement]:
    """Return, once for each actor and kind of thing, what different articles assess in opposite ways."""
    told: dict[tuple[str, str], dict[bool, list[Said]]] = defaultdict(lambda: {True: [], False: []})
    for item in claims:
        found = _assessed(item)
        if found and item.claim.polarity is Polarity.POSITIVE and item.ref.article not in scene.derived:
            kind, words, at, firm = found
            for actor in _holders(scene, item, at):
                told[actor, kind][firm].append((item, words))
    used: set[Item] = set()
    for (actor, _), sides in sorted(told.items(), key=lambda row: (-len(row[1][True]) - len(row[1][False]), row[0])):
        holds, gives_way = _apart(sides[True], sides[False])
        both = {item for item, _ in (*holds, *gives_way)}
        if holds and gives_way and not both & used:
            used |= both
            yield _made(scene, actor, holds, gives_way)


def _apart(firm: Sequence[Said], weak: Sequence[Said]) -> tuple[list[Said], list[Said]]:
    """Return both sides; an article that says both stands where it is surer, and nowhere where it only weighs."""
    here, there = _surest(firm), _surest(weak)
    return (
        [s for s in firm if here[s[0].ref.article] > there.get(s[0].ref.article, -1)],
        [s for s in weak if there[s[0].ref.article] > here.get(s[0].ref.article, -1)],
    )


def _surest(said: Sequence[Said]) -> dict[str, int]:
    """Return by article how sure it is at most."""
    found: dict[str, int] = {}
    for item, _ in said:
        article = item.ref.article
        found[article] = max(found.get(article, -1), SURENESS[item.claim.certainty])
    return found


def _made(scene: Scene, actor: str, firm: Sequence[Said], weak: Sequence[Said]) -> Disagreement:
    sides = tuple(claim_side(scene, [item.ref for item, _ in some][:SIDE]) for some in (firm, weak))
    articles = len({item.ref.article for item, _ in (*firm, *weak)})
    reason = f"“{firm[0][1]}” on one side, “{weak[0][1]}” on the other"
    return Disagreement(0, "assessment", f"{actor}: {firm[0][1]}", sides, reason, 3.5 + articles)


def _holders(scene: Scene, item: Item, at: int) -> frozenset[str]:
    """Return whose thing it is: the actor named last before offset ``at`` in the claim, else all that it names.

    Each is given as the state or body that it speaks for.
    """
    annotation = scene.by_article[item.ref.article]
    inside = [
        (mention.span.start, actor)
        for actor in item.claim.actors
        for mention in annotation.actors[actor].mentions
        if any(span.covers(mention.span) for span in item.claim.spans)
    ]
    before = max((place for place in inside if place[0] < at), default=None)
    named = (scene.actor(item.ref.article, a) for _, a in ([before] if before else inside))
    return frozenset(a.speaks_for or a.name for a in named if a is not None)


def _assessed(item: Item) -> tuple[str, str, int, bool] | None:
    """Return the kind of thing, the words that tell of it, where they begin, and whether it holds.

    None where a claim tells of none, or of what holds and of what gives way.
    """
    found = [one for span in item.claim.spans for one in _in(span)]
    whole = {_base(w.casefold()) for span in item.claim.spans for w in WORD.findall(span.text)}
    ambivalent = whole & _known().firm and whole & _known().weak
    return found[0] if found and not ambivalent else None


def _in(span: Span) -> Iterator[tuple[str, str, int, bool]]:
    known, places = _known(), list(WORD.finditer(span.text))
    bases = [_base(m.group().casefold()) for m in places]
    for i, j in product(range(len(bases)), repeat=2):
        said = bases[j] in known.firm or bases[j] in known.weak
        first, last = sorted((i, j))
        near = 0 < last - first <= REACH and JOINING.isdisjoint(bases[first:last])
        if bases[i] in known.things and said and near:
            words = span.text[places[first].start() : places[last].end()]
            start = span.start + places[first].start()
            yield known.things[bases[i]], " ".join(words.split()), start, bases[j] in known.firm


@lru_cache(maxsize=5000)
def _base(word: str) -> str:
    """Return a word without all its endings, so that "wavering" and "waver" are one."""
    shorter = stem(word)
    return shorter if shorter == word else _base(shorter)


@lru_cache(maxsize=1)
def _known() -> _Words:
    rows = [(row[0].split(), frozenset(map(_base, row[1].split()))) for row in table("firmness")]
    things = {word: name[1] for name, words in rows if name[0] == "thing" for word in words}
    sides = {name[0]: words for name, words in rows if name[0] != "thing"}
    return _Words(things, sides["firm"], sides["weak"])
