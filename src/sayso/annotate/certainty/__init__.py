"""Certainty, polarity and mode of a clause or an event noun."""

from __future__ import annotations

from sayso.annotate.certainty.judge import Judge, judge
from sayso.annotate.certainty.reading import Judgement
from sayso.annotate.certainty.whole import ClaimJudge

__all__ = ["ClaimJudge", "Judge", "Judgement", "judge"]
