"""Why an event has its type and roles, and who an actor is."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.explain.reason import Reason, name, quoted
from sayso.model import Actor, Annotation, Event, Span

MENTIONS = 6


def event_reasons(annotation: Annotation, event: Event) -> Iterator[Reason]:
    """Yield the reasons for one event."""
    mode = f", mode {event.plover_mode}" if event.plover_mode else ""
    listed = "not in the table of events" if event.type == "OTHER" else "in the table of events"
    yield Reason("type", f"{event.type}{mode}: {quoted(event.trigger.text)} ({event.lemma}) is {listed}")
    for label, actors in (("who", event.agents), ("to whom", event.patients)):
        if actors:
            yield Reason(label, ", ".join(_by(annotation, a, event) for a in actors))
    if event.place is not None:
        yield Reason("where", quoted(event.place.text))
    if event.time is not None:
        yield Reason("when", quoted(annotation.times[event.time].span.text))


def _by(annotation: Annotation, actor: int, event: Event) -> str:
    near = [m.span for m in annotation.actors[actor].mentions if m.sentence == event.sentence]
    if not near:
        return name(annotation, actor)
    words = min(near, key=lambda s: abs(s.start - event.trigger.start)).text
    known = name(annotation, actor)
    return known if words.lower() == known.lower() else f"{known} by {quoted(words)}"


def actor_reasons(actor: Actor, span: Span) -> Iterator[Reason]:
    """Yield who is meant by the mention in ``span``, and the other mentions that are held to be the same."""
    here = next(m for m in actor.mentions if m.span.overlaps(span))
    place = ", as a place" if here.as_place else ""
    yield Reason("mention", f"{quoted(here.span.text)}, a {here.kind}{place}")
    yield Reason("meant", ", ".join(_known(actor)))
    others = list(dict.fromkeys(f"{quoted(m.span.text)} ({m.kind})" for m in actor.mentions if m is not here))
    more = f" and {len(others) - MENTIONS} more" if len(others) > MENTIONS else ""
    if others:
        yield Reason("also", ", ".join(others[:MENTIONS]) + more)


def _known(actor: Actor) -> Iterator[str]:
    yield f"{actor.name}, {actor.type}"
    if actor.role:
        yield f"role {quoted(actor.role)}"
    if actor.speaks_for:
        yield f"speaks for {actor.speaks_for}"
