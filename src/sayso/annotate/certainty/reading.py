"""What the words on the way do to certainty, polarity and mode, and the sum of it."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from sayso.data.loading import table
from sayso.model import Certainty, Mode, Polarity

SURE = (Certainty.CERTAIN, Certainty.PROBABLE, Certainty.POSSIBLE, Certainty.UNKNOWN)
OUTWEIGHED = (None, Mode.PREDICTED, Mode.HYPOTHETICAL)

# effect -> how unsure it leaves us, whether it turns the polarity round, the mode
EFFECTS: dict[str, tuple[int, bool, Mode | None]] = {
    "certain": (0, False, None),
    "probable": (1, False, None),
    "possible": (2, False, None),
    "unknown": (3, False, None),
    "negative": (0, True, None),
    "doubted": (1, True, None),
    "denied": (0, True, Mode.DENIED),
    "predicted": (1, False, Mode.PREDICTED),
    "feared": (2, False, Mode.FEARED),
    "warned": (1, False, Mode.FEARED),
    "hypothetical": (3, False, Mode.HYPOTHETICAL),
    "demanded": (3, False, Mode.DEMANDED),
    "asked": (3, False, Mode.ASKED),
}
STRONG = frozenset({"feared", "denied", "demanded", "asked"})


class Judgement(NamedTuple):
    """How a claim or an event is put."""

    certainty: Certainty = Certainty.CERTAIN
    polarity: Polarity = Polarity.POSITIVE
    mode: Mode = Mode.ASSERTED


class Reading:
    """What the walk has gathered so far."""

    __slots__ = ("mode", "negative", "unsure")

    def __init__(self) -> None:
        self.unsure, self.negative, self.mode = 0, False, None  # type: int, bool, Mode | None

    def add(self, effect: str | None, turning: bool = True) -> None:
        """Add one effect; one that turns round does so only while ``turning``."""
        if effect is None:
            return
        unsure, turns, mode = EFFECTS[effect]
        self.unsure = max(self.unsure, unsure)
        self.negative ^= turns and turning
        if mode and (self.mode is None or (effect in STRONG and self.mode in OUTWEIGHED)):
            self.mode = mode

    def deny(self) -> None:
        """Put what is negated already as a denial."""
        self.mode = Mode.DENIED if self.mode in OUTWEIGHED else self.mode

    def judgement(self) -> Judgement:
        """Return the sum of what was added."""
        polarity = Polarity.NEGATIVE if self.negative else Polarity.POSITIVE
        return Judgement(SURE[self.unsure], polarity, self.mode or Mode.ASSERTED)


@lru_cache(maxsize=1)
def effects() -> dict[str, dict[str, str]]:
    """Return the effects of ``data/factuality.tsv`` by kind of word and word."""
    read: dict[str, dict[str, str]] = {}
    for effect, kind, words in table("factuality"):
        read.setdefault(kind, {}).update((w.strip(), effect) for w in words.split(",") if w.strip())
    return read
