"""Which articles derive from which: identical texts, near copies, cut-down copies, rewrites and shared passages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from hashlib import sha256
from itertools import combinations

from sayso.engine import Engine
from sayso.link.copies.candidates import candidates
from sayso.link.copies.decide import evidence
from sayso.link.copies.describe import described, identical
from sayso.link.copies.direction import order_of
from sayso.link.copies.pile import Pile
from sayso.link.copies.texts import plain_words
from sayso.model import Annotation, Copy

__all__ = ["find_copies"]

LISTED_IDENTICAL = 12
IDENTICAL_WORDS = 12


def find_copies(annotations: Sequence[Annotation], engine: Engine | None = None) -> tuple[Copy, ...]:
    """Return the pairs of articles of which one derives from the other, by article ids; any order gives the same.

    Only the articles' texts and what is known of their publication are read. Measured is containment of runs of
    three words (Broder 1997), quotations, posts and page furniture left out, since two reporters may quote one
    speech. Time is linear in the number of articles but for a fixed number of candidates each; of more than a dozen
    identical texts each is paired with the first only. ``engine`` is where the candidates are looked for, instead of
    in this process.
    """
    ordered = sorted({a.article.id: a for a in annotations}.values(), key=_published)
    groups: dict[tuple[int, bytes], list[Annotation]] = defaultdict(list)
    for annotation in ordered:
        groups[_words(annotation)].append(annotation)
    same = [copy for (size, _), group in groups.items() if size >= IDENTICAL_WORDS for copy in _identical(group)]
    firsts = [group[0] for (size, _), group in groups.items() if size]
    return tuple(sorted((*same, *_derived(firsts, engine)), key=lambda c: (c.a, c.b)))


def _published(annotation: Annotation) -> tuple[str, str, str]:
    return (order_of(annotation.article.published), annotation.article.name, annotation.article.id)


def _words(annotation: Annotation) -> tuple[int, bytes]:
    """Return how many words an article has, and what is equal where they are."""
    words = plain_words(annotation.article.text)
    return len(words), sha256(" ".join(words).encode("utf-8", "surrogatepass")).digest()


def _identical(group: Sequence[Annotation]) -> Iterator[Copy]:
    pairs = combinations(group, 2) if len(group) <= LISTED_IDENTICAL else ((group[0], other) for other in group[1:])
    for pair in pairs:
        yield identical(*sorted(pair, key=lambda x: x.article.id))


def _derived(annotations: Sequence[Annotation], engine: Engine | None) -> Iterator[Copy]:
    pile = Pile(annotations)
    for i, j in _candidates(pile, engine):
        x, y = sorted((pile[i], pile[j]), key=lambda c: c.article.id)
        found = evidence(x, y)
        if found:
            yield described(x, y, found)


def _candidates(pile: Pile, engine: Engine | None) -> list[tuple[int, int]]:
    if engine is None:
        return candidates(pile.runs)
    from sayso.link.copies.relational import candidates_on  # needs Ibis, which comes with an engine

    return candidates_on(engine, pile.runs)
