"""Claims that rest on a source without a name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from sayso.annotate.flags.page import Found, Page
from sayso.data.agencies import agencies, report_of
from sayso.data.loading import toml
from sayso.model import Attribution, Mode, SourceType, Span

NAMED = (SourceType.PERSON, SourceType.ORGANISATION)
RELATIVE, POINTING = ("who", "which", "that", "whose"), ("the", "this", "that", "these", "those")
PLURAL_REPORTS = re.compile(r"\b(?:reports|sources)\b", re.IGNORECASE)
BY_NAME = re.compile(r"\bby (?:\w+ ){0,3}[A-Z]")
NAME_INSIDE = re.compile(r"\s[A-Z]")
WORD = re.compile(r"\w+")
LONGEST_LINE, LONGEST_START = 160, 12  # characters of source, cue and content; words of a longer content's start
FEWEST_WORDS, NEAR = 2, 6  # words; characters (" that ")
WHY_ACCUSATION = "an accusation rests on a source without a name"
WHY_FIGURE = "a figure rests on a source without a name"
WHY_FORECAST = "a forecast rests on a source without a name"
WHY = "it rests on a source without a name"
GRAVEST = (WHY_ACCUSATION, WHY_FIGURE, WHY_FORECAST, WHY)


def unnamed(page: Page) -> Iterator[Found]:
    """Yield attributions to an unnamed source, at most one a sentence: the one on which most rests.

    The words are source and cue, with the content if all is short, else with the beginning of what follows.
    Left out are sources that a named one passes on, groups that speak of themselves ("voters"), and sources
    that the article names elsewhere ("the governor", "a Gallup poll").
    """
    rests = _rests(page)
    flagged: set[int] = set()
    for one in sorted(page.note.attributions, key=lambda a: (a.sentence, GRAVEST.index(rests.get(a.id, WHY)), a.id)):
        if one.sentence in flagged or not _nameless(one) or _passed_on(page, one):
            continue
        start, end = _words(page, one)
        if len(WORD.findall(page.text, start, end)) >= FEWEST_WORDS:
            flagged.add(one.sentence)
            yield Found("unnamed source", start, end, rests.get(one.id, WHY))


def _rests(page: Page) -> dict[int, str]:
    """Return what rests on each attribution, where it is more than a statement; the gravest last."""
    rests: dict[int, str] = {}
    foreseen = (Mode.PREDICTED, Mode.FEARED)
    rests |= {c.attribution: WHY_FORECAST for c in page.note.claims if c.attribution is not None and c.mode in foreseen}
    rests |= {f.attribution: WHY_FIGURE for f in page.note.figures if f.attribution is not None and f.value is not None}
    return rests | {a.id: WHY_ACCUSATION for a in page.note.attributions if _accuses(a)}


def _accuses(attribution: Attribution) -> bool:
    listed: dict[str, list[str]] = toml("flagged_sources")["accusation"]
    if attribution.cue_lemma in listed["cues"]:
        return True
    said = (word.lower() for span in attribution.content for word in WORD.findall(span.text))
    return any(word.startswith(tuple(listed["words"])) for word in said)


def _nameless(attribution: Attribution) -> bool:
    kinds: dict[str, list[str]] = toml("flagged_sources")["subtypes"]
    if attribution.source_type != SourceType.UNNAMED or not attribution.source:
        return False
    words, subtype = attribution.source[0].text, attribution.source_subtype
    first = words.split()[0].lower()
    if report_of(words) in agencies():
        return False
    if first in RELATIVE or (first in POINTING and not PLURAL_REPORTS.search(words)):
        return False
    if subtype in kinds["always"]:
        return not BY_NAME.search(words)
    return subtype in kinds["unless_named"] and not NAME_INSIDE.search(words)


def _passed_on(page: Page, attribution: Attribution) -> bool:
    parent = attribution.parent
    return parent is not None and page.note.attributions[parent].source_type in NAMED


def _words(page: Page, attribution: Attribution) -> tuple[int, int]:
    """Return source and cue with the content, all within the sentence, as one range; less of it where that is long."""
    source, sentence = attribution.source[0], page.sentences[attribution.sentence].span
    near = [source, *(c for c in attribution.cue if _gap(source, c) <= NEAR)]
    start, end = min(s.start for s in near), max(s.end for s in near)
    content = [s for s in attribution.content if sentence.start <= s.start and s.end <= sentence.end]
    whole = min([start, *(s.start for s in content)]), max([end, *(s.end for s in content)])
    if whole[1] - whole[0] <= LONGEST_LINE:
        return whole
    after = next((s for s in content if 0 <= s.start - end <= NEAR), None)
    return start, _start_of(page, after) if after else end


def _start_of(page: Page, content: Span) -> int:
    """Return where the first words of a content end, if one can at a comma."""
    words = list(islice(WORD.finditer(page.text, content.start, content.end), LONGEST_START))
    end = words[-1].end() if words else content.end
    comma = page.text.rfind(", ", content.start + LONGEST_START, end)
    return comma if comma > 0 else end


def _gap(a: Span, b: Span) -> int:
    return max(a.start, b.start) - min(a.end, b.end)
