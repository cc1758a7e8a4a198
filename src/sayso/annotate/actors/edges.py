"""Where a name begins and ends, where the parser found only a part of it."""

from __future__ import annotations

from collections.abc import Collection

from sayso.annotate.actors.words import Words
from sayso.data import people


def whole_name(w: Words, start: int, end: int, type_: str, bodies: Collection[tuple[str, ...]]) -> tuple[int, int]:
    """Return start and end of the name of which the parser found tokens ``start`` to ``end``.

    ``bodies`` are the words of the organisations that it found anywhere in the text.
    """
    if type_ == "person" and end - start == 1 and _has_first_name(w, start):
        return start - 1, end
    if type_ in ("organisation", "place") and end - start == 1:
        return start, _end_of_sister(w, start, bodies)
    if type_ == "organisation":
        return _start_of_joined(w, start, end, bodies), end
    return start, end


def _has_first_name(w: Words, i: int) -> bool:
    """Tell the "Mehmet" that the parser left outside "Mehmet Aydın": a capital, and no title, role or other name."""
    if i == 0 or w.deps[i - 1] != "compound" or w.heads[i - 1] != i or w.pos[i - 1] != "PROPN":
        return False
    word, lower = w.texts[i - 1], w.lowers[i - 1].rstrip(".")
    noun = lower in people.words("titles") or lower in people.roles() or lower in people.words("bodies")
    plain = word.isalpha() and word[0].isupper() and not word.isupper() and not w.heading[i]
    first_of_all = i == 1 or w.deps[i - 2] != "compound" or w.heads[i - 2] != i
    return plain and first_of_all and not noun and not w.doc[i - 1].ent_type_


def _end_of_sister(w: Words, i: int, bodies: Collection[tuple[str, ...]]) -> int:
    """Return the end of "Halden Terminals", of which the parser found "Halden", beside "Halden Shipping"."""
    sister = any(len(words) > 1 and words[0] == w.texts[i] for words in bodies)
    end = i + 1
    if sister and w.deps[i] == "compound" and w.heads[i] == end and w.pos[end] == "PROPN":
        return end + 1 if w.texts[end][0].isupper() and not w.doc[end].ent_type_ else end
    return end


def _start_of_joined(w: Words, start: int, end: int, bodies: Collection[tuple[str, ...]]) -> int:
    """Return the start of "Dock and Harbour Union" where the parser found the second half here and all elsewhere."""
    longer = tuple(w.texts[max(start - 2, 0) : end])
    return start - 2 if start > 1 and w.lowers[start - 1] in ("and", "&") and longer in bodies else start
