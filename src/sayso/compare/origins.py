"""Where a claim comes from: the chain from the article over agencies and other outlets down to its origin."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from sayso.compare.credits import cited, credited, is_agency, reporter
from sayso.compare.scene import Scene
from sayso.model import ClaimRef, SourceType, Who

NAMED = (SourceType.PERSON, SourceType.ORGANISATION)

# An origin: its kind ("named", "unnamed", "reporter" or "voice") and what makes it this one.
Origin = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Strand:
    """One claim's way to its origin: ``who`` says it, the article's group of copies, and the reporters between."""

    ref: ClaimRef
    group: str
    who: Who
    origin: Origin


def once(said: Iterable[tuple[str, Who]]) -> tuple[Who, ...]:
    """Return each source once, in order, of pairs of article and source; unnamed ones once for each article."""
    found: dict[tuple[str, str], Who] = {}
    for article, who in said:
        found.setdefault(("", who.key) if who.key else (article, who.name), who)
    return tuple(found.values())


def copy_groups(scene: Scene, articles: Iterable[str]) -> Mapping[str, str]:
    """Return for each article the first article (in the fixed order) of its group of copies."""
    return {a: scene.copy_groups.get(a, a) for a in articles}


def strands(scene: Scene, refs: Sequence[ClaimRef], groups: Mapping[str, str]) -> list[Strand]:
    """Return the strands of claims, one for each source of each, in the order of the articles."""
    agencies = _credits(scene, refs, groups)
    outlets = _outlets(scene.outlets) | {reporter(name) for ref in refs for name in _cited(scene, ref)}
    return [s for ref in refs for s in _strands(scene, ref, groups[ref.article], agencies, outlets)]


@lru_cache(maxsize=8)
def _outlets(names: frozenset[str]) -> frozenset[str]:
    return frozenset(map(reporter, names))


def _credits(scene: Scene, refs: Sequence[ClaimRef], groups: Mapping[str, str]) -> Mapping[str, tuple[str, ...]]:
    """Return the agencies credited by any article of each group: what one copy says of its origin holds for all."""
    found: dict[str, tuple[str, ...]] = {}
    for article in dict.fromkeys(r.article for r in refs):
        names = credited(scene.by_article[article].article)
        found[groups[article]] = tuple(dict.fromkeys((*found.get(groups[article], ()), *names)))
    return found


def _strands(
    scene: Scene, ref: ClaimRef, group: str, agencies: Mapping[str, tuple[str, ...]], outlets: frozenset[str]
) -> Iterator[Strand]:
    sayers = _chain(scene, ref)
    between = (*agencies[group], *(w.name for w in sayers[1:] if w and _reports(w, outlets)))
    outlet = scene.outlet(ref.article)
    for who in scene.who(ref.article, scene.claim(ref).attribution):
        # "The Herald has learned" in the Herald is its own voice.
        if who.key == outlet.key or (_reports(who, outlets) and reporter(who.name) == reporter(outlet.name)):
            via = tuple(n for n in (*between, *_cited(scene, ref)) if reporter(n) != reporter(outlet.name))
            origin = ("reporter", reporter(via[-1])) if via else ("voice", group)
            yield Strand(ref, group, replace(who, via=via), origin)
            continue
        via = (outlet.name, *between) if between else ()
        yield Strand(ref, group, replace(who, via=via), _origin(who, group, outlets))


def _cited(scene: Scene, ref: ClaimRef) -> tuple[str, ...]:
    return cited(scene.by_article[ref.article], scene.claim(ref).sentence)


def _origin(who: Who, group: str, outlets: frozenset[str]) -> Origin:
    if who.key is None or who.type not in NAMED:
        return ("unnamed", f"{group} {who.name.casefold()}")
    return ("reporter", reporter(who.name)) if _reports(who, outlets) else ("named", who.key)


def _reports(who: Who, outlets: frozenset[str]) -> bool:
    return who.type is SourceType.ORGANISATION and (is_agency(who.name) or reporter(who.name) in outlets)


def _chain(scene: Scene, ref: ClaimRef) -> list[Who]:
    """Return who says it, innermost first, one for each attribution that holds it."""
    found, seen = [], set()
    at = scene.claim(ref).attribution
    while at is not None and at not in seen:
        seen.add(at)
        found.append(scene.who(ref.article, at)[0])
        at = scene.by_article[ref.article].attributions[at].parent
    return found
