"""Why words were read as they were (cues, rules, certainty, number words, who is meant), and who is one actor."""

from __future__ import annotations

from sayso.explain.actors import ActorExplained, explain_actors
from sayso.explain.explain import Explained, explain
from sayso.explain.places import locate
from sayso.explain.reason import Explanation, Reason
from sayso.explain.render import to_json, to_text
from sayso.explain.render_actors import actors_to_json, actors_to_text

__all__ = [
    "ActorExplained",
    "Explained",
    "Explanation",
    "Reason",
    "actors_to_json",
    "actors_to_text",
    "explain",
    "explain_actors",
    "locate",
    "to_json",
    "to_text",
]
