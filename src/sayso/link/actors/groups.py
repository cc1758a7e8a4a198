"""Entries put into groups one pair at a time (union-find); the result does not depend on the order of the pairs."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.link.actors.entries import Entry

Member = tuple[str, int]


class Groups:
    """Disjoint groups of entries; at first each is alone."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self.entries = sorted(entries, key=lambda e: e.member)
        self.above: dict[Member, Member] = {e.member: e.member for e in entries}

    def root(self, member: Member) -> Member:
        """Return the member that stands for the group: the smallest one."""
        while self.above[member] != member:
            self.above[member] = self.above[self.above[member]]
            member = self.above[member]
        return member

    def join(self, left: Entry, right: Entry) -> None:
        """Put the two entries' groups together."""
        low, high = sorted((self.root(left.member), self.root(right.member)))
        self.above[high] = low

    def all(self) -> list[list[Entry]]:
        """Return the groups, each sorted, in the order of their smallest member."""
        found: dict[Member, list[Entry]] = {}
        for entry in self.entries:
            found.setdefault(self.root(entry.member), []).append(entry)
        return list(found.values())
