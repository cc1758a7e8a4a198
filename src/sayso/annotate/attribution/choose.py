"""From what the rules found to what stands: doubles go, one inside another gets a parent."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Iterable

from sayso.annotate.attribution.found import Found
from sayso.annotate.view import Range

# Inside another content only what is an attribution more often than not is kept: it adds a second voice.
NESTED = 0.5
RIVALS = 8  # compared per place, so that a chain of a thousand cues stays linear


def choose(found: Iterable[Found], own: Callable[[Found], bool]) -> list[tuple[Found, int | None]]:
    """Return the attributions in the order of the text, each with the position of the one whose content holds it.

    ``own`` says that a source is just the speaker again ("I think" in a quotation); those inside another are left out.
    Of two with nearly the same content the one with the higher share stands.
    """
    kept = _distinct(found)
    kept.sort(key=lambda f: (_start(f), -_size(f), f.anchor))
    kept = [f for k, f in enumerate(kept) if (f.share >= NESTED and not own(f)) or _parent(kept, k) is None]
    return [(f, _parent(kept, k)) for k, f in enumerate(kept)]


def _distinct(found: Iterable[Found]) -> list[Found]:
    near: dict[int, deque[Found]] = defaultdict(lambda: deque(maxlen=RIVALS))
    kept: list[Found] = []
    for f in sorted(found, key=lambda f: (-f.share, f.anchor)):
        ends = {_start(f), ~f.content[-1][1]}  # contents that are nearly the same begin or end together
        if any(_same(f, r) and not _nests(f, r) for end in ends for r in near[end]):
            continue
        kept.append(f)
        for end in ends:
            near[end].append(f)
    return kept


def _nests(a: Found, b: Found) -> bool:
    """Whether one's cue stands in the other's content ("confirmed reports that …")."""
    return any(s <= a.anchor < e for s, e in b.content) or any(s <= b.anchor < e for s, e in a.content)


def _same(a: Found, b: Found) -> bool:
    common = sum(max(0, min(e, y) - max(s, x)) for s, e in a.content for x, y in b.content)
    return common >= 0.7 * max(_size(a), _size(b))


def _parent(kept: list[Found], k: int) -> int | None:
    """Return the position of the smallest content that holds both cue and content of number ``k``."""
    me, best = kept[k], None
    for n in range(k - 1, max(k - 40, -1), -1):
        other = kept[n]
        holds = _holds(other.content, me.content) and any(s <= me.anchor < e for s, e in other.content)
        if holds and (best is None or _size(other) < _size(kept[best])):
            best = n
    return best


def _holds(outer: tuple[Range, ...], inner: tuple[Range, ...]) -> bool:
    return all(any(s <= a and b <= e for s, e in outer) for a, b in inner)


def _start(f: Found) -> int:
    return f.content[0][0]


def _size(f: Found) -> int:
    return sum(e - s for s, e in f.content)
