"""From pairs to groups: average linkage, so that one likely pair does not join what is otherwise unlike."""

from __future__ import annotations

from collections.abc import Mapping
from heapq import heapify, heappop, heappush

Pair = tuple[int, int]


def clusters(count: int, scores: Mapping[Pair, float], least: float) -> list[list[int]]:
    """Group ``0 … count - 1`` by average linkage (UPGMA): the two groups whose mean score is highest become one.

    This goes on while the mean of all pairs between two groups is ``least`` or more; pairs (i < j) without a score
    count as 0. Ties go to the lowest numbers, so the result depends on nothing but the arguments. Only groups that
    share a scored pair are ever looked at.
    """
    found = _Agglomeration(count, scores, least)
    found.run()
    return [sorted(members) for _, members in sorted(found.members.items())]


class _Agglomeration:
    """Groups under the number of their lowest member, with the sums of the scores between them."""

    def __init__(self, count: int, scores: Mapping[Pair, float], least: float) -> None:
        self.least = least
        self.members = {i: [i] for i in range(count)}
        self.sums: dict[int, dict[int, float]] = {i: {} for i in range(count)}
        for (i, j), score in sorted(scores.items()):
            self.sums[i][j] = self.sums[j][i] = score
        self.queue = [(-round(score, 9), i, j) for (i, j), score in scores.items() if round(score, 9) >= least]
        heapify(self.queue)

    def run(self) -> None:
        """Join the two nearest groups until none are as near as the least score."""
        while self.queue:
            score, i, j = heappop(self.queue)
            # An entry from before one of its groups grew, or was taken up, is stale.
            if i in self.members and j in self.members and self._mean(i, j) == -score:
                self._join(i, j)

    def _mean(self, i: int, j: int) -> float:
        total = self.sums[i].get(j, 0.0)
        return round(total / (len(self.members[i]) * len(self.members[j])), 9)

    def _join(self, i: int, j: int) -> None:
        self.members[i] += self.members.pop(j)
        taken = self.sums.pop(j)
        for k, score in taken.items():
            del self.sums[k][j]
            if k != i:
                self.sums[i][k] = self.sums[k][i] = self.sums[i].get(k, 0.0) + score
        for k in self.sums[i]:
            low, high = min(i, k), max(i, k)
            if (mean := self._mean(low, high)) >= self.least:
                heappush(self.queue, (-mean, low, high))
