"""The words to show for something in a sentence: an exact span, whole clauses, not too long."""

from __future__ import annotations

import re

from sayso.compare.clauses import reads_alone
from sayso.compare.tense import needs_subject
from sayso.model import Span

LONGEST = 30
SHORT = 10
# No word has more characters, blanks included, when it is to be shown.
WIDEST = 30
# How many words more may be shown so that a verb has its subject.
SUBJECT = 10
WORD = re.compile(r"\S+")
FIRST = re.compile(r"\s*([a-z]+)\b")
# A full stop after a capital letter or a short capitalised word ("Mr.", "U.S.") ends no sentence.
STOP = r"(?<!\b[A-Z])(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z]{2})[.!?…][\"”’)]?(?=\s+[\"“‘A-ZÀ-Þ])"
BREAK = re.compile(rf"[;:](?=\s)|,(?=\s)|\s[–—-](?=\s)|[–—]|{STOP}|\n")
SOFT = re.compile(r"\s(?=(?:and|but|while|which|who|that|where|when|because|although|after|before|as|with)\s)")
JOINING = re.compile(r"(?:and|but|or|so|yet|that)\s+")
EDGE = " \t\r\n,;:–—-"


def excerpt(text: str, sentence: Span, hull: Span, longest: int = LONGEST) -> Span:
    """Return the words round ``hull``: the whole sentence where it has at most ``longest`` words, else clauses of it.

    Clauses after the hull are added while there is room, for they hold what is said; clauses in front of it only
    where it would be too short to understand.
    """
    low, high = min(sentence.start, hull.start), max(sentence.end, hull.end)
    if _count(text[low:high]) <= longest:
        return _trimmed(text, low, high)
    for breaks in (BREAK, SOFT):
        cuts = [low, *(m.end() for m in breaks.finditer(text, low, high)), high]
        start, end = max(c for c in cuts if c <= hull.start), min(c for c in cuts if c >= hull.end)
        if _count(text[start:end]) <= longest:
            return _grown(text, cuts, start, end, longest)
    return _cut(text, hull, start, end, longest)


def clause(text: str, sentence: Span, hull: Span, longest: int) -> Span | None:
    """Return words round ``hull`` that can be read alone, None where no ``longest`` words of the sentence can.

    The whole sentence where it is short enough, else its beginning up to the clause that holds the hull, else clauses.
    """
    low, high = min(sentence.start, hull.start), max(sentence.end, hull.end)
    if _count(text[low:high]) <= longest:
        return _trimmed(text, low, high)
    reach = min(high, low + longest * WIDEST)
    cuts = {m.start() for breaks in (BREAK, SOFT) for m in breaks.finditer(text, hull.end, max(reach, hull.end))}
    for end in (*sorted(cuts, reverse=True), hull.end):
        if _count(text[low:end]) <= longest and reads_alone(text[low:end]):
            return _trimmed(text, low, end)
    shown = excerpt(text, sentence, hull, min(longest, LONGEST))
    joining = JOINING.match(shown.text)
    if joining and shown.start + joining.end() <= hull.start:
        shown = Span.of(text, shown.start + joining.end(), shown.end)
    return shown if reads_alone(shown.text) else None


def _grown(text: str, cuts: list[int], start: int, end: int, longest: int) -> Span:
    for cut in cuts:
        if cut > end and _count(text[start:cut]) <= longest:
            end = cut
    for cut in reversed(cuts):
        most = longest + SUBJECT if _is_headless(text, start) else longest if _count(text[start:end]) < SHORT else 0
        if cut < start and _count(text[cut:end]) <= most:
            start = cut
    return _trimmed(text, start, end)


def _is_headless(text: str, start: int) -> bool:
    """Whether the words begin with a verb whose subject stands before them."""
    found = FIRST.match(text, start)
    return found is not None and needs_subject(found.group(1))


def _cut(text: str, core: Span, start: int, end: int, longest: int) -> Span:
    """Cut at words: from the beginning of the clause where that reaches over the core, else from the core on."""
    words = [m.span() for m in WORD.finditer(text, start, end)]
    first = next((i for i, (_, stop) in enumerate(words) if stop > core.start), 0)
    if _count(text[start : core.end]) <= longest:
        first = 0
    last = min(first + longest, len(words)) - 1
    return _trimmed(text, words[first][0], words[last][1]) if words else core


def _count(words: str) -> int:
    return len(words.split())


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and (text[start].isspace() or text[start] in ",;:"):
        start += 1
    while end > start and text[end - 1] in EDGE:
        end -= 1
    return Span.of(text, start, end)
