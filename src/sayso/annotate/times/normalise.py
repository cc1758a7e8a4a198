"""From an expression to what it means: one table of rules, one function a rule."""

from __future__ import annotations

from sayso.annotate.times import absolute, lengths, relative
from sayso.annotate.times.anchor import Anchor
from sayso.annotate.times.grammar import Found
from sayso.annotate.times.meaning import Groups, Meaning, Rule


def normalise(found: Found, anchor: Anchor) -> Meaning | None:
    """Return what the expression means, None where its words are no time expression here."""
    return RULES[found.rule](found.groups, anchor)


def _reference(groups: Groups, anchor: Anchor) -> Meaning | None:
    return Meaning("DATE", groups["value"] or "")


RULES: dict[str, Rule] = {**absolute.RULES, **lengths.RULES, **relative.RULES, "reference": _reference}
