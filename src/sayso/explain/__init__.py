"""Why words were read as they were: cue entries, rules, marks of certainty, number words, who is meant."""

from __future__ import annotations

from sayso.explain.explain import Explained, explain
from sayso.explain.places import locate
from sayso.explain.reason import Explanation, Reason
from sayso.explain.render import to_json, to_text

__all__ = ["Explained", "Explanation", "Reason", "explain", "locate", "to_json", "to_text"]
