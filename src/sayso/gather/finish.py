"""From a draft to an article: normalise, check, put the title in front."""

from __future__ import annotations

import re

from sayso.gather.draft import CannotReadError, Draft
from sayso.gather.language import language_of
from sayso.gather.normalise import normalise, one_line
from sayso.model import Article

LONGEST = 1_000_000
NOT_WORDS = re.compile(r"\W+")
LETTER = re.compile(r"[^\W\d_]")


def finish(draft: Draft, name: str) -> Article:
    """Return the article of ``draft`` under ``name``.

    Raises:
        CannotReadError: the text is empty, too long, without a word or not English.
    """
    if len(draft.text) > 2 * LONGEST:
        raise _too_long(len(draft.text))
    text = normalise(draft.text)
    if not LETTER.search(text):
        raise CannotReadError("no sentence" if text else "empty")
    if len(text) > LONGEST:
        raise _too_long(len(text))
    language = language_of(text)
    if language not in (None, "en"):
        raise CannotReadError(f"language {language}: sayso reads English")
    return Article.make(
        with_title(text, draft.title),
        name,
        title=draft.title,
        outlet=draft.outlet,
        published=draft.published,
        url=draft.url,
        language=language,
    )


def with_title(text: str, title: str | None) -> str:
    """Return ``text`` beginning with ``title``; upper case, blanks and punctuation do not make it another title."""
    if not title:
        return text
    start = NOT_WORDS.sub("", text[: 3 * len(title) + 20]).casefold()
    bare = NOT_WORDS.sub("", title).casefold()
    return text if bare and start.startswith(bare) else f"{one_line(title)}\n\n{text}"


def _too_long(length: int) -> CannotReadError:
    return CannotReadError(f"{length:,} characters, more than {LONGEST:,}", "split it into single articles")
