"""Who an office or a body speaks for, and which actor a phrase such as "the minister" can mean."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from sayso.annotate.actors.drafts import Draft, Found
from sayso.annotate.actors.nominals import Nominal
from sayso.annotate.actors.words import Words
from sayso.data import people

OF = frozenset(("of", "to", "for"))


def state_of(draft: Draft) -> str:
    """Return the state or body at the end of the chain: Kremlin -> Russia."""
    return draft.speaks_for or draft.name


def office_speaks_for(nouns: Collection[str], qualifiers: Sequence[Draft], category: str = "role") -> str | None:
    """Return for whom the holder of an office speaks: the state or body that qualifies it ("Brazil's minister")."""
    if not people.words("offices") & set(nouns) and category not in ("part", "whole"):
        return None
    found = [state_of(q) for q in qualifiers if q.type in ("state", "organisation", "force")]
    found = found or [q.speaks_for for q in qualifiers if q.speaks_for and category in ("part", "whole")]
    return found[0] if len(set(found)) == 1 or (found and category == "role") else None


def describes(w: Words, head: int, named: Mapping[int, tuple[Found, Draft]]) -> Draft | None:
    """Return the named actor that the noun at ``head`` is said to be, by apposition or by "is"."""
    above = w.heads[head]
    if w.deps[head] == "appos" and above in named:
        return named[above][1]
    if w.deps[head] == "attr" and w.lemmas[above] == "be":
        return next((named[c][1] for c in w.kids(above, "nsubj") if c in named), None)
    behind = w.kids(head, "appos") or _titled(w, head)
    return next((named[c][1] for c in behind if c in named), None)


def _titled(w: Words, head: int) -> list[int]:
    """In "Minister of Health Ann Lee" and "Ambassador to Peru Ann Lee" the name hangs on the preposition."""
    if w.pos[head] != "PROPN":
        return []
    behind = [p for p in w.kids(head, "prep") if w.lowers[p] in OF]
    return [c for p in behind for c in w.kids(p, "pobj") if w.kids(c, "compound")]


def takes_part(w: Words, head: int) -> bool:
    """Tell whether a name does or suffers something, unlike in "the Kelso dam", "told Kelso", "leaked to Kelso"."""
    dep, above = w.deps[head], w.heads[head]
    if dep in ("compound", "nmod", "amod"):
        return False
    if dep in ("dobj", "dative"):
        return w.lemmas[above] not in ("tell", "inform")
    return dep != "pobj" or (w.lowers[above] != "to" and w.lemmas[w.heads[above]] not in ("tell", "inform"))


def compatible(draft: Draft, n: Nominal, qualifiers: set[str]) -> bool:
    """Tell whether a definite phrase ("the company", "the Russian minister") can mean the actor."""
    if qualifiers and not qualifiers & ({draft.name} | draft.qualifiers | ({draft.speaks_for} - {None})):
        return False
    modifiers = set(n.modifiers) - people.words("proper_adjectives")
    if modifiers and not modifiers & set(people.fold(f"{draft.name} {draft.role or ''}").split()):
        return False
    if n.category == "role" and ("vice" in n.modifiers) != ("vice" in (draft.role or "").lower().split()):
        return False
    if n.category == "role":
        return draft.type == "person" and not _clash(draft, n) and bool(people.roles()[n.noun] & draft.nouns)
    return draft.type in ("organisation",) and _is_a(draft, n.noun)


def _clash(draft: Draft, n: Nominal) -> bool:
    gender = people.genders().get(n.noun)
    return gender is not None and draft.gender is not None and gender != draft.gender


def is_company(draft: Draft) -> bool:
    """Tell whether the text calls it a company, or its name does."""
    words = people.fold(draft.name).split()
    named = len(words) > 1 and words[-1] in people.words("company_names")
    return bool(draft.nouns & people.words("company")) or (named and draft.type == "organisation")


def _is_a(draft: Draft, noun: str) -> bool:
    words = people.fold(draft.name).split()
    if noun in draft.nouns or noun in words:
        return True
    company = people.words("company")
    if noun not in company or draft.speaks_for or not draft.named:
        return False
    if is_company(draft):
        return True
    # A name that is only told things, or only part of other names, is no candidate: "told the Herald".
    return draft.acts and not (people.words("bodies") | people.words("organisation_names")) & set(words)
