"""Events: the type of the main event of each record, and its roles, as ``scorers.events`` reads them (PLOVER).

The records have the 18 types of PLOVER's first codebook, and sayso the 16 of its paper (Halterman et al. 2023), with
modes for what was joined there: FIGHT, DISAPPROVE, INVESTIGATE and DEMAND are read back from type and mode. The
codebook types what has not happened yet by its announcement: help to come is AGREE, harm to come is THREATEN,
what somebody is to do is DEMAND, and help that will not come is REJECT.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from sayso.model import Annotation, Event, Mode, Polarity, Span

FRIENDLY: Final = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT"})
HOSTILE: Final = frozenset({"PROTEST", "SANCTION", "COERCE", "ASSAULT", "FIGHT"})
TYPES: Final = FRIENDLY | HOSTILE | {"AGREE", "REJECT", "THREATEN", "MOBILIZE", "DEMAND", "DISAPPROVE", "INVESTIGATE"}
WAR: Final = frozenset({"fight", "heavy-weapons", "firearms"})
# Types of sayso's own, beside PLOVER's, for a record that has no other event.
NEAREST: Final = {"CASUALTY": "ASSAULT", "RESCUE": "AID", "CRIME": "COERCE", "TRAIN": "MOBILIZE", "LEGAL": "COERCE"}
USUAL: Final = "DISAPPROVE"


def predict(row: dict[str, Any], annotation: Annotation) -> dict[str, Any]:
    """Return ``{"doc_id", "event", "spans": [{"role", "start", "end"}]}``; the record's ``text`` only is read."""
    event = _main(annotation)
    spans = [{"role": r, "start": s.start, "end": s.end} for r, s in _roles(annotation, event)] if event else []
    return {"doc_id": row["doc_id"], "event": record_type(event) if event else USUAL, "spans": spans}


def record_type(event: Event) -> str:
    """Return the type of a record whose main event is ``event``."""
    plain = _plain(event)
    if event.how is Mode.DEMANDED and plain in FRIENDLY | HOSTILE:
        return "DEMAND"
    to_come = event.how is Mode.PREDICTED
    if event.polarity is Polarity.NEGATIVE and plain in FRIENDLY | {"AGREE"}:
        return "REJECT"
    if to_come and plain in FRIENDLY:
        return "AGREE"
    return "THREATEN" if to_come and plain in HOSTILE else plain


def _plain(event: Event) -> str:
    if event.type == "ACCUSE":
        return "INVESTIGATE" if event.plover_mode == "investigate" else "DISAPPROVE"
    if event.type == "ASSAULT":
        return "FIGHT" if event.plover_mode in WAR else "ASSAULT"
    return "DEMAND" if event.type == "REQUEST" else NEAREST.get(event.type, event.type)


def _main(annotation: Annotation) -> Event | None:
    """Return the first event of one of PLOVER's types, else the first that comes near one."""
    known = [e for e in annotation.events if _plain(e) in TYPES]
    return next((e for e in known if e.type not in NEAREST), known[0] if known else None)


def _roles(annotation: Annotation, event: Event) -> Iterator[tuple[str, Span]]:
    """Yield the trigger, and of each actor of the event the mention nearest to it."""
    yield "EVT", event.trigger
    for role, actors in (("SRC", event.agents), ("TAR", event.patients)):
        for actor in actors:
            near = [m.span for m in annotation.actors[actor].mentions if m.sentence == event.sentence]
            if near:
                yield role, min(near, key=lambda s: abs(s.start - event.trigger.start))
    if event.place is not None:
        yield "LOC", event.place
