"""All kinds of disagreement, put in one order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from sayso.compare.disagreements.answers import answered_accusations, opposed_assessments
from sayso.compare.disagreements.claims import certainty_gaps, contradictions, shared_messages
from sayso.compare.disagreements.corrections import corrections, own_counts
from sayso.compare.disagreements.denials import denials
from sayso.compare.disagreements.ends import moved_ends
from sayso.compare.disagreements.figures import figure_differences
from sayso.compare.disagreements.firmness import opposed_firmness
from sayso.compare.disagreements.headline_figures import headline_figures
from sayso.compare.disagreements.headlines import headline_gaps
from sayso.compare.disagreements.opinions import told_apart
from sayso.compare.disagreements.quotations import cut_quotations, other_speakers
from sayso.compare.disagreements.revisions import own_corrections, told_revisions
from sayso.compare.disagreements.sides import Same
from sayso.compare.disagreements.stances import stance_conflicts
from sayso.compare.disagreements.verdicts import opposed_verdicts
from sayso.compare.matching import Item, matches
from sayso.compare.scene import Scene
from sayso.compare.terms import Rarity
from sayso.model import Account, Disagreement, Series

# A topic is shared from this score on; it is lower than for "says the same", since the two sides differ.
TOPIC = 0.15


def find_disagreements(
    scene: Scene, claims: Sequence[Item], rare: Rarity, series: Sequence[Series], accounts: Sequence[Account]
) -> tuple[Disagreement, ...]:
    """Return the differences between accounts, those that matter most first."""
    pairs, same = matches(claims, rare, TOPIC), Same.of(accounts)
    found = [
        *denials(scene, claims, rare, same),
        *figure_differences(scene, series),
        *headline_figures(scene, series),
        *corrections(scene),
        *own_counts(scene),
        *contradictions(scene, pairs, same),
        *answered_accusations(scene, claims, same),
        *moved_ends(scene, pairs, same),
        *headline_gaps(scene, pairs),
        *told_revisions(scene, claims, same),
        *own_corrections(scene, claims, same),
        *opposed_assessments(scene, claims),
        *told_apart(scene, claims),
        *opposed_verdicts(scene, claims, rare),
        *opposed_firmness(scene, claims),
        *stance_conflicts(scene),
        *other_speakers(scene),
        *cut_quotations(scene),
        *shared_messages(scene, pairs),
        *certainty_gaps(scene, pairs),
    ]
    ranked = sorted(_once(found), key=lambda d: (-d.weight, d.type, d.sides[0].citations, d.topic))
    return tuple(replace(d, id=i) for i, d in enumerate(ranked))


def _once(found: Iterable[Disagreement]) -> list[Disagreement]:
    """Keep the weightier of two that set the same words against each other."""
    best: dict[frozenset[object], Disagreement] = {}
    for one in found:
        key = frozenset(c for side in one.sides for c in side.citations)
        if key not in best or one.weight > best[key].weight:
            best[key] = one
    return list(best.values())
