"""Making the sides of a disagreement."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.compare import edtf
from sayso.compare.scene import Scene
from sayso.model import Account, ClaimRef, FigureRow, Side, Who, hull

TELLING = 3  # words of a claim that says by itself what a side holds
LONGEST = 80  # characters of a claim with its cue
SIDE = 6  # claims cited on one side at most


def claim_side(scene: Scene, refs: Sequence[ClaimRef], best: ClaimRef | None = None) -> Side:
    """Return the side of claims that hold the same; its position is the words of ``best``, else of the first given.

    Where these do nothing but point ("that", "the account"), the first that says something stands for the side; where
    none does, what was done with it stands before it ("rejected the account").
    """
    shown = best or refs[0]
    if _words(scene, shown) < TELLING:
        shown = next((r for r in refs if _words(scene, r) >= TELLING), shown)
    ordered = sorted({shown, *refs}, key=lambda r: (scene.order[r.article], r.claim))
    return Side(
        position=_position(scene, shown),
        citations=tuple(dict.fromkeys(scene.cite(r.article, scene.claim(r).spans) for r in ordered)),
        who=merged(w for r in ordered for w in scene.who(r.article, scene.claim(r).attribution)),
        date=said_on(scene, shown),
    )


def _position(scene: Scene, ref: ClaimRef) -> str:
    annotation, claim = scene.by_article[ref.article], scene.claim(ref)
    said = annotation.attributions[claim.attribution] if claim.attribution is not None else None
    if said is not None and said.cue and _words(scene, ref) < TELLING:
        whole = hull((*said.cue, *claim.spans), annotation.article.text).text
        if len(whole) <= LONGEST:
            return " ".join(whole.split())
    return " … ".join(" ".join(s.text.split()) for s in claim.spans)


def _words(scene: Scene, ref: ClaimRef) -> int:
    return sum(len(span.text.split()) for span in scene.claim(ref).spans)


@dataclass(frozen=True)
class Same:
    """Which claims say the same: the account of each."""

    account: Mapping[ClaimRef, Account]

    @classmethod
    def of(cls, accounts: Iterable[Account]) -> Same:
        """Look the claims of the accounts up once."""
        return cls({ref: account for account in accounts for ref in account.claims})

    def also(self, refs: Sequence[ClaimRef]) -> list[ClaimRef]:
        """Return the claims given, and after them those that say the same."""
        accounts = {found.id: found for ref in refs if (found := self.account.get(ref))}
        wanted = set(refs)
        return [*refs, *sorted(r for found in accounts.values() for r in found.claims if r not in wanted)]


def claim_sides(scene: Scene, same: Same, one: Sequence[ClaimRef], other: Sequence[ClaimRef]) -> tuple[Side, Side]:
    """Return two sides, each with what says the same in other articles; no claim stands on both."""
    more_one, more_other = same.also(one), same.also(other)
    shared = set(more_one) & set(more_other)
    left = [r for r in more_one if r in one or r not in shared][:SIDE]
    right = [r for r in more_other if r not in left and (r in other or r not in shared)][:SIDE]
    return claim_side(scene, left, best=one[0]), claim_side(scene, right or other[:1], best=other[0])


def figure_side(rows: Sequence[FigureRow]) -> Side:
    """Return the side of figures with one value and bound."""
    ordered = sorted(rows, key=lambda r: (edtf.sort_key(r.as_of), r.citation))
    return Side(
        position=ordered[0].words,
        citations=tuple(dict.fromkeys(r.citation for r in ordered)),
        who=merged(w for r in ordered for w in r.who),
        date=ordered[0].as_of,
    )


def merged(given: Iterable[Who]) -> tuple[Who, ...]:
    """Return each source once: the same key, or for unnamed ones the same words."""
    return tuple({who.key or f"{who.type}:{who.name.casefold()}": who for who in reversed(list(given))}.values())[::-1]


def said_on(scene: Scene, ref: ClaimRef) -> str | None:
    """Return the date of the statement, else of the article's publication; None where neither is known.

    A date inside the claim dates what is said ("will close on Friday"), not the saying.
    """
    claim, window = scene.claim(ref), scene.window_of[ref.article]
    times = (t for t in scene.by_article[ref.article].times if t.sentence == claim.sentence and t.type == "DATE")
    dates = [t.edtf for t in times if t.edtf and not any(s.covers(t.span) for s in claim.spans)]
    stated = dates[0] if dates and claim.attribution is not None else None
    if stated:
        return scene.years.complete(stated) or stated
    return window.edtf if window.basis == "published" else None


def is_cited(row: FigureRow) -> bool:
    """Whether somebody is named for a number, not the outlet alone."""
    return any(not w.is_outlet for w in row.who)
