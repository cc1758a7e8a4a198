"""How many origins of a claim are shown to be independent: never assumed, counted per claim."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sayso.compare.credits import reporter
from sayso.compare.institutions import floating, institutions, sources
from sayso.compare.origins import Origin, Strand, copy_groups, strands
from sayso.compare.scene import Scene
from sayso.model import ClaimRef, Independence, Who

COUNTS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def independence(refs: Sequence[ClaimRef], scene: Scene) -> tuple[tuple[Who, ...], Independence]:
    """Return who stands behind claims that say the same, and how many origins are shown to be independent.

    Only different named institutions count as shown. Copies, one agency's report and one named source count once;
    unnamed sources and outlets that cite each other count for nothing; all outlets that speak in their own voice
    count for one together, since nothing shows that they did not read each other. The order of ``refs`` does not
    matter.
    """
    given = sorted(set(refs), key=lambda r: (scene.order[r.article], r.claim))
    heard = _without_headlines([r for r in given if not scene.muted(r.article, scene.claim(r).spans)], scene)
    if not heard:
        return _unheard(scene, given)
    groups = copy_groups(scene, (r.article for r in heard))
    found = strands(scene, heard, groups)
    origins = _origins(scene, found)
    articles = {r.article for r in heard}
    shown, reason = _shown(scene, found, origins)
    known = {reporter(o) for a in articles if (o := scene.by_article[a].article.outlet)}
    return _who(found), Independence(len(articles), len(known), max(len(origins), 1), shown, reason)


def _without_headlines(refs: Sequence[ClaimRef], scene: Scene) -> list[ClaimRef]:
    """Leave out headlines of articles whose text says the same: a headline sums up its text, it is no second voice."""
    headlines = {r for r in refs if _is_headline(r, scene)}
    told = {r.article for r in refs if r not in headlines}
    return [r for r in refs if r not in headlines or r.article not in told]


def _is_headline(ref: ClaimRef, scene: Scene) -> bool:
    sentences = scene.by_article[ref.article].sentences
    claim = scene.claim(ref)
    return claim.attribution is None and bool(sentences) and sentences[claim.sentence].heading


def _unheard(scene: Scene, given: Sequence[ClaimRef]) -> tuple[tuple[Who, ...], Independence]:
    who = dict.fromkeys(w for r in given for w in scene.who(r.article, scene.claim(r).attribution))
    reason = "no voice of its own: satire or a passage told twice" if given else "no claims"
    return tuple(who), Independence(0, 0, 0, 0, reason)


def _who(found: Sequence[Strand]) -> tuple[Who, ...]:
    """Return each source once, by its shortest chain; an unnamed one once for each group of copies."""
    best: dict[tuple[str, str], Who] = {}
    for strand in found:
        who = strand.who
        key = (who.key, "") if who.key else (strand.group, who.name.casefold())
        if key not in best or len(who.via) < len(best[key].via):
            best[key] = who
    return tuple(best.values())


def _origins(scene: Scene, found: Sequence[Strand]) -> set[Origin]:
    """Follow outlets that are cited to what their own articles give as origin; a circle leads to none."""
    told: dict[str, set[Origin]] = {}
    for strand in found:
        outlet = scene.by_article[strand.ref.article].article.outlet
        if outlet:
            told.setdefault(reporter(outlet), set()).add(strand.origin)
    seen: set[Origin] = set()
    ends: set[Origin] = set()
    waiting = [s.origin for s in found]
    while waiting:
        origin = waiting.pop()
        if origin in seen:
            continue
        seen.add(origin)
        further = told.get(origin[1], set()) - {origin} if origin[0] == "reporter" else set()
        waiting.extend(further)
        if not further:
            ends.add(origin)
    return ends


def _shown(scene: Scene, found: Sequence[Strand], origins: set[Origin]) -> tuple[int, str]:
    actors = sources(scene, (s.ref for s in found))
    named = institutions((key for kind, key in origins if kind == "named"), actors)
    firm = [group for group in named if not floating(group, actors)]
    shown = len(firm) or len(named)
    if named:
        return shown, _named_reason(found, origins, named, shown)
    if not origins:
        return 0, "outlets that cite each other"
    if all(kind == "unnamed" for kind, _ in origins):
        return 0, "unnamed source only" if len(origins) == 1 else "unnamed sources only"
    return 1, _voice_reason(scene, found, origins)


def _named_reason(found: Sequence[Strand], origins: set[Origin], named: Sequence[tuple[str, ...]], shown: int) -> str:
    if shown > 1:
        return f"{_count(shown)} named sources"
    names = _names(found, (key for group in named for key in group))
    if len(names) == 1:
        again = len(origins) == 1 and len({s.ref.article for s in found}) > 1
        return f"{'same' if again else 'one'} named source: {names[0]}"
    return f"not shown to be of different institutions: {', '.join(names)}"


def _voice_reason(scene: Scene, found: Sequence[Strand], origins: set[Origin]) -> str:
    articles = {s.ref.article for s in found}
    groups = {s.group for s in found}
    agencies = sorted(
        {s.who.via[-1] if s.who.via else s.who.name for s in found if s.origin in origins and s.origin[0] == "reporter"}
    )
    if len(agencies) == 1 and len(origins) == 1:
        return f"{'same' if len(articles) > 1 else 'one'} report: {agencies[0]}"
    if len(groups) == 1 and len(articles) > 1:
        return f"copies of {_title(scene, next(iter(groups)))}"
    if len(articles) == 1:
        return "one outlet in its own voice"
    if agencies and not any(kind == "voice" for kind, _ in origins):
        return f"reports not shown to be independent: {', '.join(agencies)}"
    return "outlets in their own voice, no source given"


def _title(scene: Scene, group: str) -> str:
    seen = scene.by_article[group].article if group in scene.by_article else None
    return (seen.outlet or seen.name) if seen else "another article"


def _names(found: Sequence[Strand], keys: Iterable[str]) -> list[str]:
    by_key: Mapping[str | None, str] = {s.who.key: s.who.name for s in reversed(found)}
    return [by_key[key] for key in sorted(set(keys)) if key in by_key]


def _count(n: int) -> str:
    return COUNTS[n] if n < len(COUNTS) else str(n)
