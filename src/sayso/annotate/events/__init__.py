"""Read who does what to whom.

Events are typed by PLOVER (Halterman et al. 2023), extended where it has none: DISASTER, ACCIDENT, HEALTH,
CASUALTY, ELECT, ECONOMIC, LEGAL, CRIME, MOVE, TRAIN, RESCUE, and OTHER for an act that no list names. Verbs of
speaking are attributions, not events.
"""

from __future__ import annotations

from sayso.annotate.events.read import read_events

__all__ = ["read_events"]
