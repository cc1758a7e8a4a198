"""A decision on two names, with its reasons in the words of actor_links.tsv."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from sayso.data.loading import table


@dataclass(frozen=True, slots=True)
class Ground:
    """One reason: its name in actor_links.tsv, and the words that fill its sentence."""

    name: str
    left: str = ""
    right: str = ""
    more: str = ""

    def says(self) -> str:
        """Return the reason as a sentence without its full stop."""
        words = {"left": _quoted(self.left), "right": _quoted(self.right), "more": self.more}
        return _sentences()[self.name][1].format(**words)


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether two names are one actor, and why."""

    same: bool
    grounds: tuple[Ground, ...]

    @classmethod
    def of(cls, *grounds: Ground) -> Verdict:
        """Decide by the table: one reason for two actors outweighs all others.

        >>> Verdict.of(Ground("surname"), Ground("junior", more="Jr.")).same
        False
        """
        against = tuple(g for g in grounds if _sentences()[g.name][0] == "two")
        return cls(not against, against or grounds)

    def says(self) -> str:
        """Return the reasons in a line."""
        return join(self.grounds)


def join(grounds: Sequence[Ground]) -> str:
    """Return several reasons in a line."""
    return "; ".join(dict.fromkeys(g.says() for g in grounds))


@lru_cache(maxsize=1)
def _sentences() -> dict[str, tuple[str, str]]:
    return {name: (decision, words) for name, decision, words in table("actor_links")}


def _quoted(words: str) -> str:
    return f"“{words}”"
