"""What a brief has shown already, so that no line says again what another said."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.model import Citation


class Used:
    """The words cited so far; in a full brief nothing counts as shown before."""

    def __init__(self, full: bool) -> None:
        self.full, self.closed = full, False
        self._shown: dict[str, list[tuple[int, int]]] = {}

    def add(self, citations: Iterable[Citation]) -> None:
        """Note that these words are shown; nothing is noted of what is only counted (``closed``)."""
        if self.closed:
            return
        for citation in citations:
            self._shown.setdefault(citation.article, []).extend((s.start, s.end) for s in citation.spans)

    def has(self, citation: Citation, share: float = 0.6) -> bool:
        """Whether at least ``share`` of a citation's characters are shown already."""
        if self.full:
            return False
        total = sum(len(s) for s in citation.spans)
        seen = sum(
            max((min(e, s.end) - max(b, s.start) for b, e in self._shown.get(citation.article, ())), default=0)
            for s in citation.spans
        )
        return seen >= share * total
