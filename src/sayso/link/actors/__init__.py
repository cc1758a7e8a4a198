"""One name over all articles for the same person, body, state or force."""

from __future__ import annotations

from sayso.link.actors.linking import link_actors

__all__ = ["link_actors"]
