"""Articles that print one text on one day: compared once, counted every time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from sayso.compare.independence import independence
from sayso.compare.scene import Scene
from sayso.model import Account, Annotation, ClaimRef, Independence

# Article id -> the other articles that print the same text on the same day.
Repeats = Mapping[str, Sequence[str]]


def once(annotations: Sequence[Annotation]) -> tuple[tuple[Annotation, ...], Repeats]:
    """Return the first of each equal text and day, in order, and the articles that repeat it.

    What one says the others say with the same words in the same places, so a thousand copies cost as much as one.
    """
    firsts: dict[tuple[object, ...], Annotation] = {}
    repeats: dict[str, list[str]] = defaultdict(list)
    for annotation in annotations:
        article = annotation.article
        first = firsts.setdefault((article.text, article.published, len(annotation.claims)), annotation)
        if first is not annotation:
            repeats[first.article.id].append(article.id)
    return tuple(firsts.values()), repeats


def counted(account: Account, repeats: Repeats, scene: Scene) -> Account:
    """Add the repeats of an account's claims, and count its origins anew; ``scene`` has all articles."""
    further = [ClaimRef(other, ref.claim) for ref in account.claims for other in repeats.get(ref.article, ())]
    if not further:
        return account
    refs = sorted({*account.claims, *further}, key=lambda r: (scene.order[r.article], r.claim))
    who, shown = independence(refs, scene)
    return replace(account, claims=tuple(refs), who=who, independence=_no_more(account.independence, shown))


def _no_more(before: Independence, after: Independence) -> Independence:
    """Return what is shown with copies: they add articles, and never an origin that was not shown without them."""
    if after.shown <= before.shown and after.origins <= before.origins:
        return after
    return replace(before, articles=after.articles, outlets=after.outlets)
