"""Entries put into groups one pair at a time (union-find), each pair with its reasons.

Which groups come out does not depend on the order of the pairs; the linkers go through them in the entries' order, so
that the reasons do not either.
"""

from __future__ import annotations

from collections.abc import Sequence

from sayso.link.actors.entries import Entry
from sayso.link.actors.verdict import Ground, join
from sayso.model import ActorLink

Member = tuple[str, int]


class Groups:
    """Disjoint groups of entries; at first each is alone."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self.entries = sorted(entries, key=lambda e: e.member)
        self.above: dict[Member, Member] = {e.member: e.member for e in entries}
        self.links: list[ActorLink] = []

    def root(self, member: Member) -> Member:
        """Return the member that stands for the group: the smallest one."""
        while self.above[member] != member:
            self.above[member] = self.above[self.above[member]]
            member = self.above[member]
        return member

    def join(self, left: Entry, right: Entry, *why: Ground) -> None:
        """Put the two entries' groups together, and keep why where they were two."""
        low, high = sorted((self.root(left.member), self.root(right.member)))
        if low != high:
            self.above[high] = low
            first, second = sorted((left.member, right.member))
            self.links.append(ActorLink(first, second, join(why)))

    def all(self) -> list[tuple[list[Entry], tuple[ActorLink, ...]]]:
        """Return the groups, each sorted, in the order of their smallest member, with the links that made them."""
        found: dict[Member, list[Entry]] = {}
        made: dict[Member, list[ActorLink]] = {}
        for entry in self.entries:
            found.setdefault(self.root(entry.member), []).append(entry)
        for link in self.links:
            made.setdefault(self.root(link.left), []).append(link)
        return [(group, tuple(sorted(made.get(root, ()), key=_pair))) for root, group in found.items()]


def _pair(link: ActorLink) -> tuple[Member, Member]:
    return link.left, link.right
