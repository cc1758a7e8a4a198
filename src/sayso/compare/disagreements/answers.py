"""Who answers whom: an accusation and what the accused says to it, and two sources that judge one thing differently."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations

from sayso.compare.disagreements.sides import Same, claim_side, claim_sides
from sayso.compare.matching import Item
from sayso.compare.owners import OWN, is_adjective
from sayso.compare.scene import Scene, sentence_words
from sayso.compare.terms import stem
from sayso.data.loading import table
from sayso.model import Actor, Annotation, Disagreement, Mode, Polarity, Span, any_overlap

NAMES = re.compile(r"\b[A-ZÀ-Þ][\w-]{2,}")
ANSWERS = 6  # sentences after an accusation in which the accused answers it
NEXT = 2  # sentences between two judgements of one thing
AROUND = 60  # characters round a name in which the body is named that somebody speaks for
TURNS = re.compile(r"\b(?:nobody|no one|never|not|nothing|none|only|n[’']t)\b", re.IGNORECASE)
BESIDE = re.compile(r"^, ([^,.;:\n]+)")  # ", the chief executive of Norvane Gas"
BEFORE = re.compile(r"([^,.;:\n]+)$")  # "Norvane Gas’s chief executive "
PARTS = frozenset(("North", "South", "East", "West", "New", "United", "Great", "The"))  # of many names
POINTS = re.compile(r"^\W*(?:that|this|it|such|they)\b", re.IGNORECASE)
WANTED = (Mode.DEMANDED, Mode.PREDICTED, Mode.HYPOTHETICAL)


def answered_accusations(scene: Scene, claims: Sequence[Item], same: Same) -> Iterator[Disagreement]:
    """Set each accusation against what the accused, or who speaks for them, denies in the same article."""
    told = _by_article(claims)
    for item in claims:
        accused = _accused(scene, item)
        answers = [c for c in told[item.ref.article] if accused and _answers(scene, item, c, accused)]
        if answers:
            first = min(answers, key=lambda c: (c.claim.mode is not Mode.DENIED, c.ref))
            refs = [first.ref, *(c.ref for c in answers if c is not first)]
            sides = claim_sides(scene, same, [item.ref], refs)
            accuser = ", ".join(w.name for w in sides[0].who)
            yield Disagreement(0, "denial", accused, sides, f"accused by {accuser}; the accused answers", 7.0)


def _by_article(claims: Sequence[Item]) -> dict[str, list[Item]]:
    found: dict[str, list[Item]] = defaultdict(list)
    for item in sorted(claims, key=lambda c: c.ref):
        found[item.ref.article].append(item)
    return found


def _accused(scene: Scene, item: Item) -> str:
    """Return the name of whom a claim accuses, empty where it accuses nobody by name."""
    annotation, number = scene.by_article[item.ref.article], item.claim.attribution
    if number is None or annotation.attributions[number].cue_lemma not in _accusing():
        return ""
    start = item.claim.spans[0].start
    near = [
        (m.span.start, a) for a in item.claim.actors for m in annotation.actors[a].mentions if m.span.start >= start
    ]
    return scene.actor_name(item.ref.article, min(near)[1]) if near else ""


@lru_cache(maxsize=1)
def _accusing() -> frozenset[str]:
    return frozenset((*(row[1] for row in table("cues") if row[2] == "accuse"), "blame"))


def _answers(scene: Scene, accusation: Item, other: Item, accused: str) -> bool:
    if other.ref.article != accusation.ref.article or scene.one_voice(accusation.ref, other.ref):
        return False
    away = other.claim.sentence - accusation.claim.sentence
    turned = other.claim.mode is Mode.DENIED or other.claim.polarity is Polarity.NEGATIVE
    turned = turned or any(TURNS.search(s.text) for s in other.claim.spans)
    if not turned or abs(away) > ANSWERS or other.claim.attribution is None:
        return False
    return _speaks_for(scene, other.ref.article, other.claim.attribution, accused)


def _speaks_for(scene: Scene, article: str, attribution: int, body: str) -> bool:
    """Whether a source is a body, or is named together with it ("the chief executive of Norvane Gas", "its head")."""
    annotation = scene.by_article[article]
    found, names = annotation.attributions[attribution], set[str]()
    for actor in (annotation.actors[a] for a in found.actors):
        names |= set(NAMES.findall(f"{actor.name} {actor.role or ''}"))
        for beside in _beside(annotation, actor.mentions[0].span):
            names |= set(NAMES.findall(beside.text))
            if body in _meant(scene, annotation, beside):
                return True
    names |= {n for s in found.source for n in NAMES.findall(s.text)}
    wanted = {n for n in NAMES.findall(body) or NAMES.findall(body.title())[:1] if n not in PARTS}
    return any(a == b or is_adjective(a, b) for a in wanted for b in names)


def _beside(annotation: Annotation, name: Span) -> Iterator[Span]:
    """Yield the words that say who somebody is, before and after the name."""
    text = annotation.article.text
    after = BESIDE.match(text[name.end : name.end + AROUND])
    before = BEFORE.search(text[max(0, name.start - AROUND) : name.start])
    if after:
        yield Span.of(text, name.end, name.end + after.end())
    if before:
        yield Span.of(text, name.start - len(before.group()), name.start)


def _meant(scene: Scene, annotation: Annotation, words: Span) -> Iterator[str]:
    """Yield whom the words mean; "its" is the body named last before them."""
    bodies = [a for a in annotation.actors if a.type in ("organisation", "state", "force")]
    yield from (scene.actor_name(annotation.article.id, a.id) for a in bodies if _is_in(a, words))
    if OWN.search(words.text):
        before = [(m.span.start, a.id) for a in bodies for m in a.mentions if m.span.end <= words.start]
        if before:
            yield scene.actor_name(annotation.article.id, max(before)[1])


def _is_in(actor: Actor, words: Span) -> bool:
    return any(words.covers(m.span) for m in actor.mentions)


def opposed_assessments(scene: Scene, claims: Sequence[Item]) -> Iterator[Disagreement]:
    """Set side by side what two sources, one after the other, think of one thing: one likes it, one does not."""
    said = _by_article([c for c in claims if c.claim.attribution is not None])
    for a, b in (pair for some in said.values() for pair in combinations(some, 2)):
        if not 0 <= b.claim.sentence - a.claim.sentence <= NEXT:
            continue
        if a.claim.mode is Mode.DENIED or b.claim.mode is Mode.DENIED or any_overlap(a.claim.spans, b.claim.spans):
            continue
        if _is_opposed(a, b) and _is_of_one_thing(scene, a, b) and not scene.one_voice(a.ref, b.ref):
            sides = (claim_side(scene, [a.ref]), claim_side(scene, [b.ref]))
            topic = ", ".join(sorted({*a.claim.terms, *b.claim.terms})[:4])
            yield Disagreement(0, "assessment", topic, sides, "two sources judge one thing differently", 3.5)


def _is_opposed(a: Item, b: Item) -> bool:
    left, right = _sign(a), _sign(b)
    wants = a.claim.mode in WANTED and left >= 0 and bool(POINTS.match(b.claim.spans[0].text))
    return left * right < 0 or (wants and right < 0)


def _sign(item: Item) -> int:
    found = sum(_judging().get(term, 0) for term in item.terms)
    return (found > 0) - (found < 0) if item.claim.polarity is Polarity.POSITIVE else (found < 0) - (found > 0)


@lru_cache(maxsize=1)
def _judging() -> dict[str, int]:
    return {stem(w): 1 if sign == "good" else -1 for sign, words in table("assessments") for w in words.split()}


def _is_of_one_thing(scene: Scene, a: Item, b: Item) -> bool:
    """Whether the second points back at the first, or takes up a word of its sentence or of the one before."""
    annotation = scene.by_article[a.ref.article]
    if POINTS.match(b.claim.spans[0].text) and b.claim.sentence - a.claim.sentence <= 1:
        return True
    near = [sentence_words(annotation, n).text for n in (a.claim.sentence - 1, a.claim.sentence) if n >= 0]
    heard = {stem(w) for words in near for w in re.findall(r"[a-z]{4,}", words.casefold())}
    return bool({t for t in b.terms if t not in _judging()} & heard)
