"""Who says what: in the short brief a line a source, with the weightiest of what it says, from first to last."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.brief.clean import cut
from sayso.brief.phrases import joined, manner, names, support
from sayso.brief.used import Used
from sayso.compare.clauses import reads_alone
from sayso.compare.scene import Scene
from sayso.model import Account, Annotation, Citation, ClaimRef, Comparison, Line, SourceType, Span, Who, hull

MOST = 4  # claims of one source that the short brief shows
CITED = 2  # citations of one of these claims
LONGEST = 110  # characters of it
NAMED = 1.5  # what a source with a name counts against one without
REPEATED = 0.3  # what a claim counts that is shown already
SCANT, WORDS = 0.4, 3  # what one of fewer words counts ("the claim")
RECENT = 0.6  # how much more the newest article counts than the oldest: a desk wants to know where things stand
BETWEEN = " · "
NUMBER = re.compile(r"\d[\d,.]*")


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
    teller = _Teller(comparison, used)
    for voice in sorted(teller.voices(), key=lambda v: -v.weight):
        if all(used.has(a.citations[0]) for a in voice.accounts):
            continue
        told = sorted(voice.accounts, key=lambda a: (teller.order[a.citations[0].article], a.citations[0]))
        cited = tuple(dict.fromkeys(c for a in told for c in (*a.citations[:CITED], *teller.again.get(a.id, ()))))
        used.add(cited)
        note = support(told[0]) if len(told) == 1 else ""
        yield [Line(BETWEEN.join(map(teller.words, told)), cited, voice.name, note)]


class _Teller:
    """Chooses the claims of each source and puts them into words."""

    def __init__(self, comparison: Comparison, used: Used) -> None:
        self.accounts, self.used = comparison.accounts, used
        self.again: dict[int, tuple[Citation, ...]] = {}
        self.scene = Scene(comparison.annotations, comparison.links, comparison.windows)
        self.by_id: Mapping[str, Annotation] = {a.article.id: a for a in comparison.annotations}
        self.order = {a.id: i for i, a in enumerate(comparison.articles)}

    def voices(self) -> Iterator[_Voice]:
        """Join the accounts of each named source; of unnamed ones nobody knows that they are the same."""
        groups: dict[str, list[Account]] = {}
        for account in self.accounts:
            who = _speaker(account)
            if who:
                groups.setdefault(who, []).append(account)
        for key, own in groups.items():
            best = self._best([self._in_words_of(key, account) for account in own])
            weight = sum(map(self._worth, best)) * (1 if key.startswith("unnamed:") else NAMED)
            given = [w for w in best[0].who if w.key == key] or [w for w in best[0].who if _speaks(w)]
            yield _Voice(names(given[:1]), tuple(best), weight)

    def _in_words_of(self, key: str, account: Account) -> Account:
        """Return an account as that source puts it: the words shown under a name are those that it is given."""
        own = [r for r in account.claims if any(w.key == key for w in self._who(r))]
        shown = next((r for r in account.claims if self._cites(r) == account.citations[0]), None)
        if not own or shown in own:
            return account
        text = " … ".join(" ".join(s.text.split()) for s in self.scene.claim(own[0]).spans)
        cited = dict.fromkeys((*map(self._cites, own), *account.citations))
        claim = self.scene.claim(own[0])
        return replace(account, text=text, citations=tuple(cited), certainty=claim.certainty, mode=claim.mode)

    def _who(self, ref: ClaimRef) -> tuple[Who, ...]:
        return self.scene.who(ref.article, self.scene.claim(ref).attribution)

    def _cites(self, ref: ClaimRef) -> Citation:
        return self.scene.cite(ref.article, self.scene.claim(ref).spans)

    def _best(self, own: Sequence[Account]) -> list[Account]:
        """Return the weightiest claims; one that gives a number again says nothing new."""
        kept: list[Account] = []
        for account in sorted(own, key=lambda a: (-self._worth(a), a.id)):
            numbers = set(NUMBER.findall(account.text))
            told = next((k for k in kept if numbers & set(NUMBER.findall(k.text))), None)
            if told is None:
                kept += [account] if len(kept) < MOST else []
            else:
                self.again[told.id] = (*self.again.get(told.id, ()), account.citations[0])
        return kept

    def _worth(self, account: Account) -> float:
        worth = account.weight * (REPEATED if self.used.has(account.citations[0]) else 1)
        newest = max(self.order[c.article] for c in account.citations)
        worth *= 1 + RECENT * newest / max(len(self.order) - 1, 1)
        return worth * (SCANT if len(account.text.split()) < WORDS else 1)

    def words(self, account: Account) -> str:
        """Return a claim, with the words that put it where it cannot be read alone ("accused the firm of lying")."""
        if reads_alone(account.text):
            put = manner(account.mode, account.certainty)
            return cut(" ".join(account.text.split()), LONGEST) + (f" ({put})" if put else "")
        return cut(" ".join(self._with_cue(account).split()), LONGEST)

    def _with_cue(self, account: Account) -> str:
        first = next((r for r in account.claims if self._cites(r) == account.citations[0]), account.claims[0])
        annotation = self.by_id[first.article]
        at = annotation.claims[first.claim].attribution
        said = annotation.attributions[at] if at is not None else None
        spans: tuple[Span, ...] = annotation.claims[first.claim].spans[:1]
        if said is None or not said.cue or not spans or said.cue[0].start > spans[0].start:
            return account.text
        return hull((*said.cue, *spans), annotation.article.text).text


def _speaker(account: Account) -> str | None:
    """Return the first source that is no outlet speaking for itself; one without a name is like no other."""
    given = [w for w in account.who if _speaks(w)]
    return (given[0].key or f"unnamed:{account.id}") if given else None


def _speaks(who: Who) -> bool:
    """Whether it is a source that an outlet gives, not the outlet itself."""
    return who.type is not SourceType.NONE and not who.is_outlet


def _line(account: Account) -> Line:
    note = joined(manner(account.mode, account.certainty), support(account))
    return Line(account.text, account.citations, names(account.who), note)
