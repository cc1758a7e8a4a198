"""Where a claim comes from: the chain from the article over agencies and other outlets down to its origin."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from sayso.compare.credits import cited, contributing, credited, is_agency, reporter
from sayso.compare.institutions import is_institution
from sayso.compare.scene import Scene
from sayso.data.agencies import report_of
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


@dataclass(frozen=True, slots=True)
class Cited:
    """Whom a sentence gives as origin; ``firm`` where it is a body or a person, not somebody who reports in turn."""

    who: Who
    firm: bool


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
    outlets = _outlets(scene.outlets) | {reporter(c.who.name) for ref in refs for c in _cited(scene, ref) if not c.firm}
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
    for given in scene.who(ref.article, scene.claim(ref).attribution):
        who = _reporting(given, outlets)
        outlet = scene.outlet(ref.article)
        # "The Herald has learned" in the Herald is its own voice.
        voice = who.key == outlet.key or (_reports(who, outlets) and reporter(who.name) == reporter(outlet.name))
        cites = _cited(scene, ref) if voice or _reports(who, outlets) else ()
        if cites and (cites[-1].firm or not voice):
            yield _citing(ref, group, cites, (outlet.name, *between, *(() if voice else (who.name,))))
        elif voice:
            share = () if between else contributing(scene.by_article[ref.article].article)
            named = (*between, *share, *(c.who.name for c in cites))
            via = tuple(n for n in named if reporter(n) != reporter(outlet.name))
            origin = ("reporter", reporter(via[-1])) if via else ("voice", group)
            yield Strand(ref, group, replace(who, via=via), origin)
        else:
            behind = [n for n in between if reporter(n) != reporter(who.name)]
            via = _apart(outlet.name, *behind) if between else ()
            yield Strand(ref, group, replace(who, via=via), _origin(who, group, outlets))


def _citing(ref: ClaimRef, group: str, cites: Sequence[Cited], passed: Sequence[str]) -> Strand:
    """Return the way to whom a report cites: to a body or person as to any named source, else to a reporter."""
    *between, last = cites
    via = _apart(*passed, *(c.who.name for c in between))
    key = last.who.key or ""
    origin = ("named", key) if last.firm else ("reporter", reporter(last.who.name))
    return Strand(ref, group, replace(last.who, via=via), origin)


def _apart(*passed: str) -> tuple[str, ...]:
    """Return the reporters that a report passed through, each once: an agency does not have it from itself."""
    return tuple({reporter(name): name for name in reversed(passed)}.values())[::-1]


def _reporting(who: Who, outlets: frozenset[str]) -> Who:
    """Return the reporter behind "a Reuters report", any other source unchanged."""
    name = report_of(who.name)
    if name == who.name or not (is_agency(name) or reporter(name) in outlets):
        return who
    return Who(name, SourceType.ORGANISATION, f"name:{name.casefold()}")


def _cited(scene: Scene, ref: ClaimRef) -> tuple[Cited, ...]:
    """Return whom the sentence of a claim cites as origin."""
    found = cited(scene.by_article[ref.article], scene.claim(ref).sentence)
    return tuple(_known(scene, ref.article, name, actor) for name, actor in found)


def _known(scene: Scene, article: str, name: str, actor: int | None) -> Cited:
    local = scene.by_article[article].actors[actor] if actor is not None else None
    full = scene.actor_name(article, actor) if actor is not None else name
    if local and (local.type == "person" or is_institution(full)):
        kind = SourceType.PERSON if local.type == "person" else SourceType.ORGANISATION
        return Cited(Who(full, kind, f"actor:{full.casefold()}"), firm=True)
    return Cited(Who(name, SourceType.ORGANISATION, f"name:{reporter(name)}"), firm=False)


def _origin(who: Who, group: str, outlets: frozenset[str]) -> Origin:
    if who.key is None or who.type not in NAMED:
        return ("unnamed", f"{group} {who.name.casefold()}")
    return ("reporter", reporter(who.name)) if _reports(who, outlets) else ("named", who.key)


def _reports(who: Who, outlets: frozenset[str]) -> bool:
    return who.type in NAMED and (is_agency(who.name) or reporter(who.name) in outlets)


def _chain(scene: Scene, ref: ClaimRef) -> list[Who]:
    """Return who says it, innermost first, one for each attribution that holds it."""
    found, seen = [], set()
    at = scene.claim(ref).attribution
    while at is not None and at not in seen:
        seen.add(at)
        found.append(scene.who(ref.article, at)[0])
        at = scene.by_article[ref.article].attributions[at].parent
    return found
