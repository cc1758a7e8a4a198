"""Who says what: in the short brief a line a source, with the weightiest of what it says, from first to last."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.brief.clean import cut
from sayso.brief.phrases import joined, manner, names, support
from sayso.brief.used import Used
from sayso.model import Account, Comparison, Line, SourceType

MOST = 4  # claims of one source that the short brief shows
CITED = 2  # citations of one of these claims
LONGEST = 110  # characters of it
NAMED = 1.5  # what a source with a name counts against one without
REPEATED = 0.3  # what a claim counts that is shown already
BETWEEN = " · "


@dataclass(frozen=True, slots=True)
class _Voice:
    """A source with its claims, the weightiest first."""

    name: str
    accounts: tuple[Account, ...]
    weight: float


def said_lines(comparison: Comparison, used: Used) -> Iterator[list[Line]]:
    """Return what sources say: in full every account, in short the weightiest sources with what each says."""
    if used.full:
        yield from ([_line(account)] for account in comparison.accounts if _speaker(account))
        return
    order = {a.id: i for i, a in enumerate(comparison.articles)}
    for voice in sorted(_voices(comparison.accounts, used), key=lambda v: -v.weight):
        if all(used.has(a.citations[0]) for a in voice.accounts):
            continue
        told = sorted(voice.accounts, key=lambda a: (order[a.citations[0].article], a.citations[0]))
        cited = tuple(dict.fromkeys(c for a in told for c in a.citations[:CITED]))
        used.add(cited)
        note = joined(*(support(a) for a in told[:1])) if len(told) == 1 else ""
        yield [Line(BETWEEN.join(map(_words, told)), cited, voice.name, note)]


def _voices(accounts: Sequence[Account], used: Used) -> Iterator[_Voice]:
    """Join the accounts of each named source; of unnamed ones nobody knows that they are the same."""
    groups: dict[str, list[Account]] = {}
    for account in accounts:
        who = _speaker(account)
        if who:
            groups.setdefault(who, []).append(account)
    for key, own in groups.items():
        best = sorted(own, key=lambda a: -_worth(a, used))[:MOST]
        weight = sum(_worth(a, used) for a in best) * (1 if key.startswith("unnamed:") else NAMED)
        yield _Voice(names(best[0].who, most=1).split(" +")[0], tuple(best), weight)


def _worth(account: Account, used: Used) -> float:
    return account.weight * (REPEATED if used.has(account.citations[0]) else 1)


def _speaker(account: Account) -> str | None:
    """Return the first source that is no outlet speaking for itself; one without a name is like no other."""
    given = [w for w in account.who if w.type is not SourceType.NONE and not (w.key or "").startswith("outlet:")]
    return (given[0].key or f"unnamed:{account.id}") if given else None


def _line(account: Account) -> Line:
    note = joined(manner(account.mode, account.certainty), support(account))
    return Line(account.text, account.citations, names(account.who), note)


def _words(account: Account) -> str:
    put = manner(account.mode, account.certainty)
    return cut(" ".join(account.text.split()), LONGEST) + (f" ({put})" if put else "")

