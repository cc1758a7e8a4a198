"""Whether words are told as past, read from the verb forms around them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from sayso.data.loading import toml

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
REACH = 14
HELPED = 3
# A verb before the date governs it more often than one after it.
AFTER = 3


class _Forms(NamedTuple):
    past: frozenset[str]
    not_past: frozenset[str]
    future: frozenset[str]
    helpers: frozenset[str]
    before: frozenset[str]
    since: frozenset[str]
    finite: frozenset[str]


def told_as_past(text: str, start: int, end: int, low: int, high: int) -> bool:
    """Whether the words ``text[start:end]`` are told as past within the sentence ``text[low:high]``.

    The nearest verb form that has a tense decides; where there is none, or it points to the time to come, the
    answer is no.
    """
    forms = _forms()
    left = _words(text, max(low, start - 160), start)[-REACH:]
    right = _words(text, end, min(high, end + 160))[:REACH]
    last = left[-2:] if left[-1:] in (["the"], ["about"], ["around"]) else left[-1:]
    if forms.since.intersection(last):
        return True
    if forms.before.intersection(last):
        return False
    return _nearest(left, right, forms) == "past"


def needs_subject(word: str) -> bool:
    """Whether a lower-case word looks like a finite verb (a past form, a helper, a modal) or a relative pronoun."""
    forms = _forms()
    return word in forms.past or word in forms.finite or (word.endswith("ed") and word not in forms.not_past)


def is_finite(word: str) -> bool:
    """Whether a lower-case word can have a tense: a past form, a helper, a modal."""
    return needs_subject(word) or word in _forms().future


def is_past(word: str) -> bool:
    """Whether a lower-case word is a past form."""
    forms = _forms()
    return word in forms.past or (word.endswith("ed") and len(word) > len("need") and word not in forms.not_past)


def _words(text: str, start: int, end: int) -> list[str]:
    return [m.group().lower().replace("’", "'") for m in WORD.finditer(text, start, end)]


def _nearest(left: Sequence[str], right: Sequence[str], forms: _Forms) -> str | None:
    """Return the tense that stands nearest, "future" where both are as near."""
    words = [*left, "", *right]
    found = [(_distance(i - len(left)), _tense(words, i, forms)) for i in range(len(words))]
    return min(((d, t) for d, t in found if t), default=(0, None))[1]


def _distance(steps: int) -> int:
    return steps + AFTER if steps > 0 else -steps


def _tense(words: Sequence[str], at: int, forms: _Forms) -> str | None:
    word = words[at]
    if word in forms.future or word.endswith("'ll"):
        return "future"
    if word not in forms.past and (not word.endswith("ed") or len(word) < 4 or word in forms.not_past):
        return None
    return "future" if forms.helpers.intersection(words[max(at - HELPED, 0) : at]) else "past"


@lru_cache(maxsize=1)
def _forms() -> _Forms:
    given = toml("tense")
    names = ("past", "not_past", "future", "open_helpers", "open_before", "since", "finite")
    return _Forms(*(frozenset(given[name].split()) for name in names))
