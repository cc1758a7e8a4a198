"""Explanations of actors as text and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from sayso.explain.actors import ActorExplained

FORMAT = "sayso-explain-actors-1"
INDENT = 10


def actors_to_text(explained: Sequence[ActorExplained], pairs: Sequence[str]) -> str:
    """Return a paragraph an actor, after the answers on pairs of names."""
    return "\n\n".join([*(["\n".join(pairs)] if pairs else []), *("\n".join(_block(e)) for e in explained)]) + "\n"


def _block(one: ActorExplained) -> Iterator[str]:
    actor = one.actor
    more = [actor.type, actor.role, f"speaks for {actor.speaks_for}" if actor.speaks_for else None]
    articles = len({article for article, _ in actor.members})
    counted = f"{actor.mentions} mention{'s' * (actor.mentions != 1)} in {articles} article{'s' * (articles != 1)}"
    yield f"{actor.name} ({', '.join(m for m in more if m)}), {counted}"
    for name, used in one.names:
        yield _line("named", f"“{name}” ({', '.join(used)})")
    for left, right, reason in one.links:
        yield _line("one", f"{left} and {right}: {reason}")
    for other in one.apart:
        yield _line("apart", f"{other.name} ({other.type}): {other.reason}")


def _line(about: str, says: str) -> str:
    return f"  {about:<{INDENT}}{says}"


def actors_to_json(explained: Sequence[ActorExplained], pairs: Sequence[str]) -> str:
    """Return the same as one JSON object."""
    made = {"format": FORMAT, "pairs": list(pairs), "actors": [_row(e) for e in explained]}
    return json.dumps(made, ensure_ascii=False, indent=2) + "\n"


def _row(one: ActorExplained) -> dict[str, object]:
    actor = one.actor
    return {
        "name": actor.name,
        "type": actor.type,
        "role": actor.role,
        "speaks_for": actor.speaks_for,
        "mentions": actor.mentions,
        "names": [{"name": name, "articles": list(used)} for name, used in one.names],
        "links": [{"left": left, "right": right, "reason": reason} for left, right, reason in one.links],
        "apart": [{"name": o.name, "type": o.type, "reason": o.reason} for o in one.apart],
    }
