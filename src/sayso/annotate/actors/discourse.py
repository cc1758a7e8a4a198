"""Go through the text once and tie each phrase and pronoun to the actor it means."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sayso.annotate.actors.drafts import Draft, Found
from sayso.annotate.actors.memory import PRONOUNS, Memory, speaks
from sayso.annotate.actors.nominals import Nominal
from sayso.annotate.actors.offices import OF, compatible, describes, is_company, office_speaks_for, state_of, takes_part
from sayso.annotate.actors.words import SUBJECTS, Words
from sayso.data import people

RELATIVES = frozenset(("who", "whom", "whose", "which", "that"))
UNINTRODUCED_REACH = 2


class Discourse:
    """The reading of one text. ``drafts`` are the named actors; ``read`` adds the others."""

    def __init__(self, w: Words, drafts: list[Draft], nominals: Iterable[Nominal]) -> None:
        self.w = w
        self.drafts = drafts
        self.memory = Memory(w)
        self.named = {f.head: (f, d) for d in drafts for f in d.found}
        self.at_start = {f.start: d for d in drafts for f in d.found if f.type == "person"}
        self.of_found = {id(f): d for d in drafts for f in d.found}
        self.nominals = {n.found.head: n for n in nominals}
        self.by_key: dict[tuple[object, ...], Draft] = {}

    def read(self) -> list[Draft]:
        """Return all actors with all their mentions."""
        w = self.w
        self._introduce()
        for draft in self.drafts:
            draft.found = []
        for i in range(len(w)):
            if i in self.named:
                self._name(i)
            elif i in self.nominals:
                self._nominal(self.nominals[i])
            elif w.lowers[i] in PRONOUNS and w.pos[i] in ("PRON", "DET"):
                self._pronoun(i, self._possessor(i) or self.memory.meant_by(i))
            elif w.lowers[i] in RELATIVES and w.tags[i] in ("WP", "WDT", "WP$"):
                self._pronoun(i, self._antecedent(i))
            elif w.deps[i] in SUBJECTS | {"dobj"} and w.pos[i] == "NOUN":
                self.memory.add((), i, w.tags[i] == "NNS")
        return self.drafts

    def _name(self, i: int) -> None:
        found, draft = self.named[i]
        draft.found.append(replace(found, start=self._start(found)))
        if found.kind != "adjectival":
            self.memory.add((draft,), i, draft.plural)

    def _start(self, found: Found) -> int:
        """Return where the phrase around a name starts: titles before a person's, "the" before others."""
        w = self.w
        if found.kind != "name" or found.head != found.end - 1:
            return found.start
        if found.type == "person" or found.type == "group":
            start = min(w.phrase(found.head), found.start)
            office = start > 1 and w.lowers[start - 1] in OF and w.lowers[start - 2] in people.roles()
            return w.phrase(start - 2) if office and w.pos[start - 2] == "PROPN" else start
        return found.start - (found.start > 0 and w.lowers[found.start - 1] == "the")

    def _introduce(self) -> None:
        """Learn from all names what people are and for whom bodies speak, before any phrase asks for it."""
        for found, draft in self.named.values():
            if draft.type == "person":
                self._title(draft, self._start(found), found)
                continue
            draft.acts = draft.acts or (found.known is None and takes_part(self.w, found.head))
            if draft.speaks_for is None and draft.type in ("organisation", "force"):
                draft.speaks_for = self._public_body(found)

    def _title(self, draft: Draft, start: int, found: Found) -> None:
        """Keep what stands before the name as the role: "Russian President"."""
        while start < found.first and self.w.deps[start] in ("det", "punct"):
            start += 1
        words = self.w.lowers[start : found.first]
        plain = [n.rstrip(".") for n in words]
        nouns = {people.short_titles().get(n, n) for n in plain} & people.roles().keys()
        if not nouns:
            return
        draft.nouns |= nouns
        role = self.w.text[self.w.starts[start] : self.w.ends[found.first - 1]]
        if draft.role is None or len(draft.role) < len(role):
            draft.role = role
        self._office(draft, nouns, self._inside(start, found.first))

    def _inside(self, start: int, end: int) -> list[Draft]:
        return [self.named[c][1] for c in range(start, end) if c in self.named]

    def _office(self, draft: Draft, nouns: set[str], qualifiers: list[Draft]) -> None:
        draft.qualifiers |= {q.name for q in qualifiers}
        draft.speaks_for = draft.speaks_for or office_speaks_for(nouns, qualifiers)

    def _public_body(self, found: Found) -> str | None:
        """Return the state in the name: the Peruvian Foreign Ministry speaks for Peru."""
        last = self.w.lowers[found.end - 1]
        states = [state_of(d) for d in self._inside(found.start, found.end - 1)]
        return states[0] if states and last in people.words("offices") | people.words("forces_whole") else None

    def _nominal(self, n: Nominal) -> None:
        draft = self._described(n)
        if draft is None:
            draft = self._find(n) or self._new(n)
        if draft is None:
            return
        if n.found.type == "force":
            self._absorb(n)
        draft.found.append(n.found)
        self.memory.add((draft,), n.found.head, draft.plural)

    def _absorb(self, n: Nominal) -> None:
        """Leave "Peruvian troops" to the troops alone: "Peruvian" in it is no mention of the state."""
        for f in n.qualifiers:
            found = self.of_found[id(f)].found
            if f.kind == "adjectival" and found and found[-1].first == f.first and f.start >= n.found.start:
                found.pop()

    def _described(self, n: Nominal) -> Draft | None:
        return self._person_described(n) if n.category == "role" else self._body_described(n)

    def _body_described(self, n: Nominal) -> Draft | None:
        """Return what is said to be one: "Kelso Yards, a company that"; what was taken for a place is none then."""
        named = describes(self.w, n.found.head, self.named) if n.category == "body" else None
        if named is None or named.type not in ("organisation", "place") or named.plural:
            return None
        named.nouns.add(n.noun)
        named.type = "organisation"
        return named

    def _person_described(self, n: Nominal) -> Draft | None:
        """Return who is said to be one: "Ann Lee, a historian", "the mayor, Ann Lee", "Ann Lee is a historian"."""
        named = self.at_start.get(n.found.head + 1) or describes(self.w, n.found.head, self.named)
        if named is None or named.type != "person":
            return None
        named.nouns.add(n.noun)
        if named.role is None:
            named.role = self._long_role(n)
        self._office(named, {n.noun}, self._qualifiers(n))
        return named

    def _long_role(self, n: Nominal) -> str:
        """Return the description without article, with a short phrase behind: "historian at Cornell"."""
        w, head, start = self.w, n.found.head, n.found.start
        start = max((i + 1 for i in range(start, head) if w.tags[i] in ("DT", "PRP$")), default=start)
        end = head + 1
        for preposition in w.kids(head, "prep"):
            for c in w.kids(preposition, "pobj"):
                if c < head + 7 and preposition == end:
                    end = self.named[c][0].end if c in self.named else c + 1
        return w.text[w.starts[start] : w.ends[end - 1]]

    def _qualifiers(self, n: Nominal) -> list[Draft]:
        """Return the actors that stand in the phrase; what was found there may have turned out to be no name."""
        return [self.of_found[id(f)] for f in n.qualifiers if id(f) in self.of_found]

    def _find(self, n: Nominal) -> Draft | None:
        """Return the actor mentioned before that the phrase takes up again."""
        if n.category == "state":
            return next((d for d in self.memory.recent() if d.type == "state"), None) if n.definite else None
        same = self.by_key.get(self._key(n))
        if n.category in ("part", "whole", "group"):
            return self._taken_up(n) or same
        if n.indefinite or n.owned or not (n.definite or n.qualifiers):
            return None
        fitting = [d for d in self.memory.recent() if compatible(d, n, {q.name for q in self._qualifiers(n)})]
        company = n.noun in people.words("company")
        exact = [d for d in fitting if n.noun in d.nouns or (company and is_company(d))]
        return next(iter(exact or fitting), same) or self._unintroduced(n)

    def _unintroduced(self, n: Nominal) -> Draft | None:
        """Return whom "the president" means where nobody is said to be one: the last person of whom nothing is said.

        "The Ohio Democrat", by party, is whoever spoke last.
        """
        party = n.noun in people.words("affiliations")
        if n.category != "role" or not (party or n.noun in people.words("offices")) or not n.definite:
            return None
        here = self.w.sentences[n.found.head]
        for seen in reversed(self.memory.seen):
            if here - seen.sentence > UNINTRODUCED_REACH:
                break
            draft = seen.drafts[0] if len(seen.drafts) == 1 else None
            if draft and draft.type == "person" and draft.named and (seen.speaks if party else not draft.nouns):
                return draft
        return None

    def _taken_up(self, n: Nominal) -> Draft | None:
        """Return the nearest force or group that "the troops", "these workers" or "3,000 soldiers" can mean."""
        if n.qualifiers or not (n.definite or n.counted) or n.modifiers:
            return None
        wanted = "force" if n.category != "group" else "group"
        for draft in self.memory.recent():
            if draft.type != wanted:
                continue
            if n.noun in draft.nouns or (n.category == "part" and self._alike(n, draft)):
                return draft
        return None

    def _alike(self, n: Nominal, draft: Draft) -> bool:
        """Soldiers are troops, and fighters may be rebels; the one is not the other."""
        same = people.words("forces_same")
        return "part" in draft.nouns and (n.noun in same) == bool(same & draft.nouns)

    def _key(self, n: Nominal) -> tuple[object, ...]:
        """Phrases with an equal key mean the same within an article; a bare "officials" has a key of its own."""
        names = tuple(sorted({q.name for q in self._qualifiers(n)}))
        noun = "part" if n.noun in people.words("forces_same") else n.noun
        modifiers = tuple(m for m in n.modifiers if m not in people.words("forces_plain"))
        unnamed = (
            n.noun in people.words("unnamed_sources") and not (names or n.modifiers) and speaks(self.w, n.found.head)
        )
        role = n.category == "role" and (n.indefinite or not names)
        return (n.category, noun, names, modifiers, n.found.head if unnamed or role else -1)

    def _new(self, n: Nominal) -> Draft | None:
        if n.category == "state" or (n.category == "body" and not (n.definite or n.qualifiers)):
            return None
        if n.category == "role" and self.w.pos[n.found.head] == "PROPN" and not n.qualifiers:
            return None
        if n.category == "role" and not (n.definite or n.indefinite or n.qualifiers or speaks(self.w, n.found.head)):
            return None
        draft = Draft(n.found.name, n.found.type, nouns={n.noun, n.category}, named=False)
        draft.plural = n.category in ("part", "group") or n.noun == "police"
        draft.gender = people.genders().get(n.noun)
        qualifiers = self._qualifiers(n)
        draft.qualifiers = frozenset(q.name for q in qualifiers)
        draft.speaks_for = self._speaks_for(n, qualifiers)
        self.drafts.append(draft)
        self.by_key[self._key(n)] = draft
        return draft

    def _speaks_for(self, n: Nominal, qualifiers: list[Draft]) -> str | None:
        return office_speaks_for({n.noun}, qualifiers, n.category)

    def _possessor(self, i: int) -> tuple[Draft, ...]:
        """In "Peru and its neighbours" the pronoun means what it is joined to."""
        owned = self.w.heads[i]
        return self.memory.latest.get(self.w.heads[owned], ()) if self.w.deps[owned] == "conj" else ()

    def _pronoun(self, i: int, drafts: tuple[Draft, ...]) -> None:
        gender = PRONOUNS.get(self.w.lowers[i])
        for draft in drafts:
            if draft.type == "person" and gender in ("m", "f"):
                draft.gender = draft.gender or gender
            draft.found.append(Found(i, i + 1, i, i, draft.type, "pronoun"))
        if drafts and self.w.lowers[i] not in RELATIVES:
            self.memory.add(drafts, i, len(drafts) > 1 or drafts[0].plural)

    def _antecedent(self, i: int) -> tuple[Draft, ...]:
        """Return what the relative clause hangs on: "Peru and Chile, which fear" are both."""
        w, verb = self.w, self.w.clause(i)
        if w.deps[verb] != "relcl":
            return ()
        plural = "VBP" in (w.tags[verb], *(w.tags[c] for c in w.kids(verb, "aux", "auxpass")))
        noun = w.heads[verb]
        noun = w.heads[noun] if noun not in self.memory.latest and w.deps[noun] == "appos" else noun
        return (self.memory.joined.get(noun) if plural else None) or self.memory.latest.get(noun, ())
