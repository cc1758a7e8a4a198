"""The same judgement with the words that made it, for those who ask why."""

from __future__ import annotations

from typing import NamedTuple

from sayso.annotate.certainty.judge import Judge
from sayso.annotate.certainty.reading import Judgement, Reading
from sayso.annotate.certainty.whole import ClaimJudge


class Step(NamedTuple):
    """One word's effect (``reading.EFFECTS``): the token, None for the cue of the attribution, and how it stands.

    ``how`` is "mark" for what hangs on the clause, "governor" for a word above it, "cue" or "form".
    """

    token: int | None
    effect: str
    how: str


class TracedReading(Reading):
    """Keeps each effect with the word that had it."""

    __slots__ = ("how", "steps", "word")

    def __init__(self) -> None:
        super().__init__()
        self.steps: list[Step] = []
        self.word: int | None = None
        self.how = "mark"

    def add(self, effect: str | None, turning: bool = True) -> None:
        """Add one effect and keep it, unless it changes nothing."""
        super().add(effect, turning)
        if effect not in (None, "certain") and (turning or effect != "negative"):
            self.steps.append(Step(self.word, str(effect), self.how))

    def deny(self) -> None:
        """Put what is negated already as a denial."""
        super().deny()
        self.steps.append(Step(None, "denied", "cue"))


class TracingJudge(ClaimJudge):
    """Judges as :class:`ClaimJudge` does; ``steps`` holds the words that counted in the judgement asked for last."""

    new = TracedReading
    steps: tuple[Step, ...] = ()

    def event(self, token: int, attribution: int | None) -> Judgement:
        """Judge an event's word, as the events are."""
        return Judge.__call__(self, token, attribution)

    def _mark(self, reading: Reading, at: int, kid: int, turning: bool) -> None:
        _note(reading, kid, "mark")
        super()._mark(reading, at, kid, turning)

    def _climb(self, reading: Reading, at: int, above: int) -> tuple[bool, bool | None]:
        _note(reading, above, "governor")
        return super()._climb(reading, at, above)

    def _top(self, reading: Reading, at: int) -> None:
        _note(reading, at, "form")
        super()._top(reading, at)

    def _sum(self, reading: Reading, token: int, attribution: int | None, presupposed: bool = False) -> Judgement:
        _note(reading, None, "cue")
        judged = super()._sum(reading, token, attribution, presupposed)
        self.steps = tuple(reading.steps) if isinstance(reading, TracedReading) else ()
        return judged


def _note(reading: Reading, word: int | None, how: str) -> None:
    if isinstance(reading, TracedReading):
        reading.word, reading.how = word, how
