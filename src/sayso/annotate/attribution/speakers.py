"""Whether what stands as a source can be one: no furniture of a page, no thing that cannot speak, no bare marks."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from sayso.annotate.attribution.found import Found
from sayso.annotate.attribution.lexicon import words
from sayso.annotate.sources import antecedent, bodies, head_of, unnamed
from sayso.annotate.view import Range, View
from sayso.data import people
from sayso.data.loading import table, toml

LINE, OPENING = "line", "opening"
LONGEST = 40  # words of a line that a page adds
TITLE = 4  # words from which capitals all along make a headline
SMALL = 4  # letters from which a word of a headline has a capital
ANIMATE = re.compile(r"(?:[^e]er|or|ist|ian|man|woman|men|women|person|people|ee|eer|folk|crat|ant)s?$")
BACKING = frozenset(
    {"that", "which", "this", "these", "those", "what", "nothing", "anything", "something", "nobody", "everything"}
)
AMOUNTS = frozenset(
    {"one", "lot", "score", "hundred", "thousand", "dozen", "number", "handful", "majority", "couple", "pair"}
)
QUOTED = "speech"


def speaking(view: View, found: Iterable[Found], trusted: bool = False) -> Iterator[Found]:
    """Yield what has a source that can be one, its source trimmed; a quotation stays where its source does not.

    ``trusted``: what is no part of a page's furniture stays, whoever speaks; the reader has judged that itself.
    """
    furniture = _furniture(view.text)
    for f in found:
        if _on(furniture, view.start[f.anchor]) or _is_headline_noise(view, f):
            continue
        kept = tuple(r for r in (_trimmed(view, r) for r in f.source) if r[0] < r[1])
        if f.source and (not kept or not (trusted or _fits(view, f, kept[0]))):
            if not (trusted or f.rule.startswith(QUOTED)):
                continue
            kept = ()
        yield replace(f, source=kept) if kept != f.source else f


def _trimmed(view: View, span: Range) -> Range:
    """Return the source less marks, words that open a sentence, and what a page put before it."""
    first, stop = span
    text = view.text[view.start[first] : view.end[stop - 1]]
    if not any(c.isalnum() for c in text):
        return stop, stop
    cut = _pattern(OPENING).match(text)
    while first < stop - 1 and (
        (cut is not None and view.start[first] < view.start[span[0]] + cut.end()) or _opens(view, first)
    ):
        first += 1
    return first, stop


def _opens(view: View, i: int) -> bool:
    """Whether token ``i`` is a mark that closes something else, or a capital word that opens the sentence."""
    word = view.low[i]
    if not any(c.isalnum() for c in word):
        return word in ("”", "’", ")", ",", "-", "--", "–", "—", ":") or word.isspace()
    capital = view.text[view.start[i]].isupper() and view.pos[i + 1] in ("PROPN", "DET", "PRON")
    return capital and word in _listed("openers") and _is_first(view, i)


def _is_first(view: View, i: int) -> bool:
    first = view.sentence_of(i)[0]
    return all(not view.low[k][0].isalnum() for k in range(first, i))


def _fits(view: View, f: Found, source: Range) -> bool:
    """Whether the head of a source can speak, or is a document or data that the cue lets show something."""
    head = head_of(view, *source)
    word = view.low[head]
    if word in BACKING:
        other = antecedent(view, head)
        if other == head:
            return word in ("these", "those") and source[1] - source[0] > 1
        head = other
    if view.pos[head] not in ("NOUN", "VERB", "ADJ") or view.entity[head] or _is_written_as_name(view, head):
        return view.low[source[0]] != "no" or word not in ("one", "none", "body")
    return _says(f) or can_speak(view, head) or can_show(view, head)


def _says(f: Found) -> bool:
    """Whether the cue is one that only who speaks takes, with a whole clause behind ("the resort said that")."""
    return f.lemma in words("uttering") and f.rule in ("verb.clause", "verb.aside")


def _is_written_as_name(view: View, head: int) -> bool:
    """Whether a capital inside a sentence or a word that is no plural without an article tells a name."""
    word = view.text[view.start[head] : view.end[head]]
    return word[0].isupper() and (not _is_first(view, head) or view.lemma[head] == view.low[head])


def can_speak(view: View, head: int) -> bool:
    """Whether a common noun names persons, a body, or a document with words of its own."""
    of = view.child(head, "prep") if view.lemma[head] in AMOUNTS else None
    if of is not None and view.low[of] == "of":
        head = next(view.children(of, "pobj"), head)
        if view.pos[head] == "PROPN":
            return True
    word, lemma = view.low[head], view.lemma[head]
    if (
        word in unnamed()
        or lemma in unnamed()
        or lemma in bodies()
        or lemma in _nouns()
        or lemma in _listed("speakers")
    ):
        return True
    return lemma not in _listed("no_persons") and ANIMATE.search(word) is not None


def can_show(view: View, head: int) -> bool:
    """Whether a noun names data or a document that can show something ("tests show")."""
    return view.lemma[head] in _listed("showing") or view.low[head] in _listed("showing")


def _is_headline_noise(view: View, f: Found) -> bool:
    """Whether the cue stands in a headline and is none that people speak by ("Rep Shows Support For Company")."""
    if f.rule == "label" or f.rule.startswith(QUOTED) or not _is_headline(view, *view.sentence_of(f.anchor)):
        return False
    return f.rule.rpartition(".")[2] not in ("clause", "aside") or f.lemma not in words("uttering")


def _is_headline(view: View, first: int, stop: int) -> bool:
    """Whether a sentence is short, has no stop and capitals all along."""
    while stop > first and view.low[stop - 1].isspace():
        stop -= 1
    if not TITLE <= stop - first < LONGEST or view.low[stop - 1] in (".", "!", "?", '"', "”"):
        return False
    large = [i for i in range(first, stop) if view.low[i].isalpha() and view.end[i] - view.start[i] >= SMALL]
    return len(large) >= TITLE - 1 and all(view.text[view.start[i]].isupper() for i in large)


def _furniture(text: str) -> list[Range]:
    """Return the character ranges of the lines that a page added, in order."""
    found, at = [], 0
    for line in text.split("\n"):
        if _pattern(LINE).match(line) and line.count(" ") < LONGEST:
            found.append((at, at + len(line)))
        at += len(line) + 1
    return found


def _on(ranges: list[Range], offset: int) -> bool:
    k = bisect_right(ranges, (offset, len(ranges) and ranges[-1][1] + 1)) - 1
    return k >= 0 and offset < ranges[k][1]


@lru_cache(maxsize=2)
def _pattern(use: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{row[1]})" for row in table("page_lines") if row[0] == use), re.IGNORECASE)


@lru_cache(maxsize=4)
def _listed(key: str) -> frozenset[str]:
    return frozenset(toml("sources")[key])


@lru_cache(maxsize=1)
def _nouns() -> frozenset[str]:
    kinds = ("titles", "male", "female", "groups", "unnamed_sources", "bodies", "documents", "offices", "forces_whole")
    return frozenset().union(*(people.words(kind) for kind in kinds), people.roles())
