"""Attributions as the trained network reads them, with the rules as its second reader.

The network sees what the rules found. It decides what is an attribution and where it begins and ends; the rules give
the name of the construction, and what is said within what somebody says, which the network's corpus leaves out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.annotate.attribution.context import Context
from sayso.annotate.attribution.found import Found, tidy
from sayso.annotate.attribution.lexicon import words
from sayso.annotate.attribution.trained.decode import Read, decode
from sayso.annotate.attribution.trained.features import Features, features
from sayso.annotate.attribution.trained.network import Network
from sayso.annotate.view import Range

TRAINED = "trained"
COUNTED = "verb.num"  # "counts 163 cases, 127 of them in the city": the corpus marks hardly any such contents
SURE = 0.6  # share of a rule's find that takes words from a reading of the network


def read_trained(context: Context, ruled: Sequence[Found], network: Network) -> list[Found]:
    """Return the attributions of an article in no fixed order; ``ruled`` is what the rules found in it."""
    seen = features(context, ruled)
    if not seen.token:
        return []
    view = context.view
    pieces = [network.cut.of(view.text[view.start[t] : view.end[t]]) for t in seen.token]
    known = {f.anchor: f for f in ruled}
    made = [_found(context, seen, start, one, known) for start, one in _reads(pieces, seen, network)]
    found = [_widened(f, known) for f in made if f is not None]
    found = list(_parted(found, ruled))
    return [*found, *_nested(found, ruled), *_kept(found, ruled)]


def _reads(pieces: list[tuple[int, ...]], seen: Features, network: Network) -> Iterator[tuple[int, Read]]:
    """Yield each reading with the word that its window starts at; windows overlap, each gives those of its core."""
    for window, scored in network.scores(pieces, seen):
        for one in decode(scored, network.settings):
            if window.core <= window.start + one.anchor < window.end:
                yield window.start, one


def _found(context: Context, seen: Features, start: int, one: Read, known: dict[int, Found]) -> Found | None:
    def tokens(span: Range) -> Range:
        return seen.token[start + span[0]], seen.token[start + span[1] - 1] + 1

    view, anchor = context.view, seen.token[start + one.anchor]
    content = _near(context, anchor, [r for r in (tidy(view, tokens(span)) for span in one.content) if r[0] < r[1]])
    if not content or _is_byline(context, anchor):
        return None
    rule = known.get(anchor)
    return Found(
        source=_source(context, tokens(one.source), anchor) if one.source else rule.source if rule else (),
        cue=(tokens(one.cue),),
        content=content,
        anchor=anchor,
        lemma=rule.lemma if rule else view.lemma[anchor],
        rule=rule.rule if rule else TRAINED,
        share=one.chance,
        reader=TRAINED,
    )


def _is_byline(context: Context, anchor: int) -> bool:
    """Whether the cue is the "By" of a line that names the writer: nobody says anything by it."""
    view = context.view
    first = anchor == 0 or view.paragraph[anchor - 1] != view.paragraph[anchor] or view.low[anchor - 1].isspace()
    return view.low[anchor] == "by" and first


def _source(context: Context, span: Range, anchor: int) -> tuple[Range, ...]:
    """Return the source without marks at its ends, and of one that runs over a paragraph's end the part by the cue."""
    view = context.view
    while span[0] < anchor and view.paragraph[span[0]] != view.paragraph[span[1] - 1]:
        span = span[0] + 1, span[1]
    while view.paragraph[span[0]] != view.paragraph[span[1] - 1]:
        span = span[0], span[1] - 1
    span = tidy(view, span)
    return (span,) if span[0] < span[1] else ()


def _near(context: Context, anchor: int, content: list[Range]) -> tuple[Range, ...]:
    """Return the content without stray words of other paragraphs that stand in no quotation, as a headline's."""
    own = context.view.paragraph[anchor]
    here = [own in (context.view.paragraph[s], context.view.paragraph[e - 1]) for s, e in content]
    quoted = [context.quote_at[s] >= 0 for s, _ in content]
    kept = [
        span if marked else _from(context, own, span)
        for span, near, marked in zip(content, here, quoted, strict=True)
        if near or marked
    ]
    return tuple(kept if any(here) else content)


def _from(context: Context, paragraph: int, span: Range) -> Range:
    """Return a content without the words of the paragraphs before, as of a headline that stands above."""
    start, paragraphs = span[0], context.view.paragraph
    while start < span[1] - 1 and paragraphs[start] < paragraph:
        start += 1
    return tidy(context.view, (start, span[1]))


def _parted(found: Sequence[Found], ruled: Sequence[Found]) -> Iterator[Found]:
    """Yield ``found``, a run of words that stands behind another voice's cue given to that voice.

    "A said that …, though B warned that …": the network may miss B's cue and then takes both runs for A's.
    """
    anchors = {f.anchor for f in found}
    others = [f for f in ruled if f.share >= SURE and f.source and f.anchor not in anchors]
    for f in found:
        held = {t for s, e in f.content for t in range(s, e)}
        inside = [o for o in others if o.anchor not in held and any(span in f.content for span in o.content)]
        lost = {span for o in inside for span in o.content}
        kept = tuple(span for span in f.content if span not in lost)
        if len(f.content) > 1 and kept and inside:
            yield from inside
            yield replace(f, content=kept)
        else:
            yield f


def _widened(found: Found, known: dict[int, Found]) -> Found:
    """Return ``found`` with the rule's content where that holds another voice or figure which ``found`` passes over.

    Of "denied reports that wages were cut" the corpus marks the wages alone, and with that who reports it is lost.
    """
    rule = known.get(found.anchor)
    if rule is None or not all(_within(span, rule.content) == [span] for span in found.content):
        return found
    if rule.rule == COUNTED:
        return replace(found, content=rule.content)
    passed = [t for s, e in rule.content for t in range(s, e) if t in known and not _within((t, t + 1), found.content)]
    voiced = any(_within(span, known[t].content) for t in passed for span in found.content)
    return replace(found, content=rule.content) if voiced else found


def _nested(found: Sequence[Found], ruled: Sequence[Found]) -> Iterator[Found]:
    """Yield what the rules found within the contents of ``found``, cut to them."""
    anchors = {f.anchor for f in found}
    owner = {t: f for f in found for s, e in f.content for t in range(s, e)}
    for f in ruled:
        holder = owner.get(f.anchor)
        if f.anchor in anchors or holder is None:
            continue
        content = tuple(r for span in f.content for r in _within(span, holder.content))
        if content:
            yield replace(f, content=content)


def _kept(found: Sequence[Found], ruled: Sequence[Found]) -> Iterator[Found]:
    """Yield what only the rules know of, where the network reads nothing ("police count 14 dead", "reports of …")."""
    read = {t for f in found for s, e in (*f.content, *f.cue) for t in range(s, e)}
    for f in ruled:
        if f.rule in words("kept") and read.isdisjoint(t for s, e in (*f.content, *f.cue) for t in range(s, e)):
            yield f


def _within(span: Range, ranges: Sequence[Range]) -> list[Range]:
    return [(max(span[0], s), min(span[1], e)) for s, e in ranges if max(span[0], s) < min(span[1], e)]
