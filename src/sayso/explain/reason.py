"""What an explanation is made of."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model import Annotation, Span

SHOWN = 90


@dataclass(frozen=True, slots=True)
class Reason:
    """One line: what it is about ("cue", "certainty" …), and what was read from what."""

    about: str
    says: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """One thing that was read: its kind and id in the annotation, where it stands, and why it was read so."""

    kind: str
    id: int
    spans: tuple[Span, ...]
    sentence: int
    reasons: tuple[Reason, ...]


def quoted(words: str) -> str:
    """Return words on one line in quotation marks, cut in the middle where they are long."""
    flat = " ".join(words.split())
    if len(flat) > SHOWN:
        flat = f"{flat[: SHOWN // 2].rstrip()} … {flat[-SHOWN // 2 :].lstrip()}"
    return f"“{flat.strip('“”')}”"


def joined(spans: tuple[Span, ...]) -> str:
    """Return the words of several spans, in quotation marks each."""
    return " … ".join(quoted(s.text) for s in spans)


def name(annotation: Annotation, actor: int) -> str:
    """Return an actor's name."""
    return annotation.actors[actor].name


def number(value: float | None) -> str:
    """Return a number as people write it; a dash where there is none."""
    return "–" if value is None else f"{value:,.10g}"
