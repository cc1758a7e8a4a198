"""Why an attribution was read: the cue's entry, the construction, the source, what it stands in."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.annotate.attribution.lexicon import LEAST, cues
from sayso.data.loading import table
from sayso.explain.reason import Reason, joined, name, quoted
from sayso.model import Annotation, Attribution, Mention, Span

TRAINED = "trained"
PARTS = ("verb", "noun", "adjective", "adverb")


def reasons(annotation: Annotation, attribution: Attribution) -> Iterator[Reason]:
    """Yield the reasons for one attribution."""
    yield Reason("content", f"{attribution.kind.value}, {joined(attribution.content)}")
    yield Reason("source", _source(attribution))
    yield from (Reason("meant", _meant(annotation, actor, attribution.source)) for actor in attribution.actors)
    if attribution.cue:
        yield Reason("cue", f"{joined(attribution.cue)}{_entry(attribution)}")
    yield Reason("rule", f"{attribution.rule}: {_construction(attribution.rule)}")
    yield Reason("score", f"{attribution.score:.2f}: {_score(attribution)}")
    yield Reason("stands in", _parents(annotation, attribution.parent))


def _source(attribution: Attribution) -> str:
    if not attribution.source:
        return "none given"
    kind = attribution.source_type.value + (f" ({attribution.source_subtype})" if attribution.source_subtype else "")
    resolved = "" if attribution.actors else ", and nobody could be told behind it"
    return f"{joined(attribution.source)}, {kind}{resolved}"


def _meant(annotation: Annotation, number: int, source: tuple[Span, ...]) -> str:
    """Say by which mention the source means the actor, and where the name stands that it stands for."""
    actor = annotation.actors[number]
    inside = [m for m in actor.mentions if any(s.overlaps(m.span) for s in source)]
    by = min(inside, key=lambda m: m.kind != "name", default=None)
    if by is None:
        return f"{actor.name}, from the words around it"
    if by.kind == "name":
        return f"{actor.name}, by the name {quoted(by.span.text)}"
    named = _nearest_name(actor.mentions, by)
    where = f", named as {quoted(named.span.text)} in sentence {named.sentence + 1}" if named else ""
    return f"{actor.name}, by the {by.kind} {quoted(by.span.text)}{where}"


def _nearest_name(mentions: tuple[Mention, ...], by: Mention) -> Mention | None:
    names = [m for m in mentions if m.kind == "name"]
    before = [m for m in names if m.span.start < by.span.start]
    return before[-1] if before else (names[0] if names else None)


def _entry(attribution: Attribution) -> str:
    """Return the cue table's entry of the cue, with the share of the construction where the table has one."""
    part, _, construction = attribution.rule.partition(".")
    lemma, known = attribution.cue_lemma, cues()
    kind = next((p for p in (part, *PARTS) if (p, lemma) in known), None)
    if kind is None:
        return ""
    cue = known[kind, lemma]
    share = cue.takes.get(construction)
    measured = f", an attribution in {share:.0%} of its uses so (read from {LEAST:.0%})" if share is not None else ""
    return f", {kind} {lemma}, class {cue.group}{measured}"


def _construction(rule: str) -> str:
    said = {row[0]: row[1] for row in table("constructions")}
    _, _, last = rule.rpartition(".")
    words = said.get(last, f"what follows “{last.removeprefix('obj+')}” says what")
    words = f"somebody, and {words}" if last.startswith("obj+") else words
    return f"passive; {words}" if ".pas." in rule else words


def _score(attribution: Attribution) -> str:
    if attribution.reader == TRAINED:
        seen = "a rule reads it too" if attribution.rule != TRAINED else "no rule reads it"
        return f"how sure the trained reader is that this is an attribution; {seen}"
    return "how often such words are an attribution, as counted for the rule"


def _parents(annotation: Annotation, parent: int | None) -> str:
    """Return the chain of attributions around, the innermost first, up to the outlet."""
    chain: list[str] = []
    while parent is not None and len(chain) < len(annotation.attributions):
        above = annotation.attributions[parent]
        who = ", ".join(name(annotation, a) for a in above.actors) or joined(above.source) or "somebody"
        chain.append(f"what {who} {above.cue_lemma or 'gives'} [{above.id}]")
        parent = above.parent
    return " in ".join([*chain, "the outlet’s own text"])
