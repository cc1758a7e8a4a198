"""What many articles print word for word: whole texts, and sentences of texts that differ elsewhere.

It is compared once and counted every time, so a thousand copies cost little more than one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from sayso.compare.antecedents import antecedents
from sayso.compare.independence import independence
from sayso.compare.scene import Scene
from sayso.model import Account, Annotation, Claim, ClaimRef, Independence, Span

# Claim -> the claims of other articles that repeat it word for word.
Repeats = Mapping[ClaimRef, Sequence[ClaimRef]]
# A sentence that more articles print is compared in the first of them only. Fewer are compared one by one: two or
# three outlets that share a sentence are worth seeing side by side.
MANY = 12


def once(annotations: Sequence[Annotation]) -> tuple[tuple[Annotation, ...], Repeats]:
    """Return the first of each equal text and day, in order, and the claims that repeat its claims.

    What one says the others say with the same words in the same places.
    """
    firsts: dict[tuple[object, ...], Annotation] = {}
    repeats: dict[ClaimRef, list[ClaimRef]] = defaultdict(list)
    for annotation in annotations:
        article = annotation.article
        first = firsts.setdefault((article.text, article.published, len(annotation.claims)), annotation)
        if first is not annotation:
            for claim in first.claims:
                repeats[ClaimRef(first.article.id, claim.id)].append(ClaimRef(article.id, claim.id))
    return tuple(firsts.values()), repeats


def sentences_once(scene: Scene) -> tuple[Scene, Repeats]:
    """Leave out the sentences that more than ``MANY`` articles print, but for the first; and say what repeats what.

    A sentence is repeated where its words, its date, and all that is read in it are equal: who says it, how it is put
    and what it points back at. What a copy changed is compared like anything else. Time is linear in the sentences.
    """
    if len(scene.annotations) <= MANY:
        return scene, {}
    # An original goes before what derives from it.
    ordered = sorted(scene.annotations, key=lambda a: (a.article.id in scene.derived, scene.order[a.article.id]))
    holders: dict[object, list[tuple[Annotation, int]]] = defaultdict(list)
    for annotation in ordered:
        for number, key in enumerate(_keys(scene, annotation)):
            holders[key].append((annotation, number))
    many = [held for held in holders.values() if len({a.article.id for a, _ in held}) > MANY]
    left: dict[str, list[int]] = defaultdict(list)
    for annotation, number in (place for _, *others in many for place in others):
        left[annotation.article.id].append(number)
    without = replace(scene, repeated={a: _joined(scene.by_article[a], sorted(n)) for a, n in left.items()})
    return without, _repeats(without, many)


def _joined(annotation: Annotation, numbers: Sequence[int]) -> tuple[Span, ...]:
    """Return sentences as spans, those that follow each other as one: a content may go over several."""
    found: list[tuple[int, int]] = []
    for before, number in zip([-2, *numbers], numbers, strict=False):
        span = annotation.sentences[number].span
        start = found.pop()[0] if number == before + 1 else span.start
        found.append((start, span.end))
    return tuple(Span.of(annotation.article.text, *place) for place in found)


def _repeats(scene: Scene, many: Sequence[Sequence[tuple[Annotation, int]]]) -> Repeats:
    """Pair the claims that are left out with those that stand for them."""
    repeats: dict[ClaimRef, list[ClaimRef]] = defaultdict(list)
    for (first, at), *others in many:
        for annotation, number in others:
            for claim, other in zip(_claims(first, at), _claims(annotation, number), strict=True):
                if scene.muted(annotation.article.id, other.spans):
                    repeats[ClaimRef(first.article.id, claim.id)].append(ClaimRef(annotation.article.id, other.id))
    return repeats


def counted(account: Account, repeats: Repeats, scene: Scene) -> Account:
    """Add the repeats of an account's claims, and count its origins anew; ``scene`` has all articles."""
    further = [other for ref in account.claims for other in repeats.get(ref, ())]
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


def _keys(scene: Scene, annotation: Annotation) -> Iterator[object]:
    """Go through what is equal of the sentences that say the same to whoever reads them."""
    told: dict[int, list[Claim]] = defaultdict(list)
    for claim in annotation.claims:
        told[claim.sentence].append(claim)
    when = scene.window_of[annotation.article.id].edtf
    for sentence in annotation.sentences:
        read = tuple(_read(scene, annotation, claim, sentence.span.start) for claim in told[sentence.id])
        yield when, sentence.span.text, read


def _read(scene: Scene, annotation: Annotation, claim: Claim, start: int) -> object:
    """Return what is read of a claim of the sentence that begins at ``start``, without where it stands."""
    article, number = annotation.article.id, claim.attribution
    who = () if number is None else tuple(w.key or w.name for w in scene.who(article, number))
    actors = tuple(scene.actor_name(article, a) for a in claim.actors)
    figures = tuple((annotation.figures[f].value, annotation.figures[f].bound) for f in claim.figures)
    places = tuple((span.start - start, span.text) for span in claim.spans)
    meant = tuple(other.terms for other in antecedents(annotation, claim))
    return places, number is None, who, actors, figures, claim.mode, claim.polarity, claim.certainty, claim.terms, meant


def _claims(annotation: Annotation, sentence: int) -> list[Claim]:
    return [claim for claim in annotation.claims if claim.sentence == sentence]
