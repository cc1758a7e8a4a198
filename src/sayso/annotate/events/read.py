"""From words to events: find the triggers, then their roles, place, time and factuality."""

from __future__ import annotations

from dataclasses import dataclass, replace

from spacy.tokens import Doc

from sayso.annotate.certainty import Judge
from sayso.annotate.clauses import Tree, innermost
from sayso.annotate.events.lexicon import NATURAL, OBJECT, PASSIVE, Sense, companions, sense
from sayso.annotate.events.roles import Cast, noun_roles, subjects_of, verb_roles
from sayso.annotate.sentences import sentence_at
from sayso.model import Annotation, Event, Span

OTHER = Sense("OTHER", None)
HARM = frozenset({"kill", "injure", "wound", "murder", "slay", "hurt"})
VIOLENT = frozenset({"ASSAULT", "COERCE", "PROTEST"})
FAILING = frozenset({"ACCIDENT"})
# Types whose verbs, before "to …", say something of their own; others there only lead to the next verb.
KEEP_BEFORE_TO = frozenset({"AGREE", "REJECT", "THREATEN", "REQUEST"})
IN = frozenset(
    {"in", "at", "near", "outside", "inside", "across", "around", "off", "along", "into", "within", "throughout", "on"}
)
PLACES = frozenset({"GPE", "LOC", "FAC"})


@dataclass(frozen=True, slots=True)
class _Trigger:
    token: int
    sense: Sense
    span: tuple[int, int]


def read_events(doc: Doc, annotation: Annotation) -> tuple[Event, ...]:
    """Return the events in the order of the text."""
    reader = _Reader(doc, annotation)
    found = [reader.event(t) for t in reader.triggers()]
    return tuple(replace(e, id=n) for n, e in enumerate(reader.dated(found)))


class _Reader:
    """What reading the events of one document needs."""

    def __init__(self, doc: Doc, annotation: Annotation) -> None:
        self.annotation = annotation
        self.tree = Tree.of(doc)
        self.judge = Judge(self.tree, annotation)
        self.held = innermost(self.tree, annotation)
        self.cast = Cast(self.tree, annotation)
        self.place_end = {e.end - 1: (e.start_char, e.end_char) for e in doc.ents if e.label_ in PLACES}
        self.cues = {i for a in annotation.attributions for s in a.cue for i in self.tree.within(s)}
        self.at: dict[int, int] = {}

    def triggers(self) -> list[_Trigger]:
        """Return the words that name events, each event once."""
        taken: set[int] = set()
        found = []
        verbs_first = sorted(range(len(self.tree.pos)), key=lambda i: (self.tree.pos[i] != "VERB", i))
        for i in verbs_first:
            if i in taken:
                continue
            trigger = self._verb(i, taken) if self.tree.pos[i] == "VERB" else self._noun(i)
            if trigger is not None:
                found.append(trigger)
        found.sort(key=lambda t: t.token)
        self.at = {t.token: n for n, t in enumerate(found)}
        return found

    def _verb(self, i: int, taken: set[int]) -> _Trigger | None:
        tree = self.tree
        if tree.dep[i] == "amod" or not tree.lemma[i].isalpha():
            return None
        known = sense(tree, i)
        if known is None:
            return _Trigger(i, OTHER, (i, i)) if i not in self.cues and self._acts(i) else None
        if i in self.cues and known.type == "REJECT" and tree.child(i, "ccomp") is not None:
            return None
        if known.type == "NONE" or (known.type not in KEEP_BEFORE_TO and self._leads_on(i)):
            return None
        if known.type in VIOLENT | FAILING:
            known = None if self._counts(i) else self._by_subject(i, known)
            if known is None:
                return None
        near = companions(tree, i) if known.others else {}
        parts = [near[w] for w in known.others]
        taken.update(parts)
        close = [p for p in parts if p == i + 1 or (i < p <= i + 8 and tree.dep[p] in ("dobj", "nsubjpass"))]
        if known.others and known.others[0] in (OBJECT, PASSIVE):
            close = []
        return _Trigger(i, known, (i, max([i, *close])))

    def _counts(self, i: int) -> bool:
        """Whether what is hit is a number ("the total could hit 300")."""
        return any(self.tree.pos[k] == "NUM" for k in self.tree.children(i, "dobj"))

    def _by_subject(self, i: int, known: Sense) -> Sense | None:
        """Let the subject decide: a quake does not attack, and talks that collapse are no accident (then None)."""
        subjects = subjects_of(self.tree, i)
        named = sense(self.tree, subjects[0]) if subjects else None
        if named is None or self.tree.pos[subjects[0]] == "VERB":
            return known
        if known.type in FAILING:
            return None if named.type not in NATURAL else known
        return named._replace(others=known.others) if named.type in NATURAL else known

    def _acts(self, i: int) -> bool:
        """Whether an unlisted verb is an act worth keeping: finite, with a subject, its object no event itself."""
        tree = self.tree
        if not tree.finite(i) or tree.child(i, "nsubj", "nsubjpass") is None:
            return False
        return not any(self._noun(k) for k in tree.children(i, "dobj", "nsubjpass"))

    def _leads_on(self, i: int) -> bool:
        """Whether the verb only leads to the next ("failed to pay")."""
        tree = self.tree
        to = tree.children(i, "xcomp")
        return tree.child(i, "dobj") is None and any(tree.tag[k] == "TO" for x in to for k in tree.kids[x])

    def _noun(self, i: int) -> _Trigger | None:
        tree = self.tree
        if not tree.common_noun(i) or tree.dep[i] in ("compound", "npadvmod", "nmod"):
            return None
        known = sense(tree, i)
        if known is None or known.type == "NONE":
            return None
        near = companions(tree, i) if known.others else {}
        parts = [near[w] for w in known.others]
        return _Trigger(i, known, (min([i, *parts]), max([i, *parts])))

    def event(self, trigger: _Trigger) -> Event:
        """Fill in everything but the time."""
        tree, i = self.tree, trigger.token
        verb = tree.pos[i] == "VERB"
        heads = verb_roles(tree, i) if verb else noun_roles(tree, i, trigger.sense.type)
        itself = None if verb else self.cast.actor.get(i)
        agents = tuple(a for a in self.cast.of(heads[0]) if a != itself)
        patients = self._patients(heads[1], agents)
        type_ = (
            "ASSAULT" if trigger.sense.type == "CASUALTY" and agents and tree.lemma[i] in HARM else trigger.sense.type
        )
        certainty, polarity, mode = self.judge(i, self.held[i])
        return Event(
            id=0,
            trigger=Span.of(tree.text, tree.start[trigger.span[0]], tree.end[trigger.span[1]]),
            sentence=sentence_at(self.annotation.sentences, tree.start[i]),
            type=type_,
            lemma=tree.lemma[i],
            agents=agents,
            patients=patients,
            place=self._place(i),
            attribution=self.held[i],
            certainty=certainty,
            polarity=polarity,
            how=mode,
            plover_mode=trigger.sense.mode,
        )

    def _patients(self, ways: list[list[int]], agents: tuple[int, ...]) -> tuple[int, ...]:
        """Return the actors at the first place that has any: the object, then one preposition after the other."""
        found = (tuple(a for a in self.cast.of(heads) if a not in agents) for heads in ways)
        return next((f for f in found if f), ())

    def _place(self, i: int) -> Span | None:
        tree = self.tree
        near = [i, *tree.children(i, "dobj", "nsubjpass", "prt")]
        if tree.dep[i] in ("dobj", "nsubjpass"):
            near.append(tree.head[i])
        for word in near:
            for prep in tree.children(word, "prep"):
                if tree.lower[prep] not in IN:
                    continue
                for noun in tree.children(prep, "pobj"):
                    if noun in self.place_end:
                        return Span.of(tree.text, *self.place_end[noun])
        return None

    def dated(self, events: list[Event]) -> list[Event]:
        """Give each time to the nearest event above it."""
        tree = self.tree
        out = list(events)
        for time in self.annotation.times:
            if time.type not in ("DATE", "TIME"):
                continue
            root = tree.root(tree.within(time.span))
            above = (
                next((self._event_of(k) for k in tree.up(root) if self._event_of(k) is not None), None)
                if root is not None
                else None
            )
            if above is not None and out[above].time is None:
                out[above] = replace(out[above], time=time.id)
        return out

    def _event_of(self, i: int) -> int | None:
        """Return the event that word ``i`` names, or whose light verb it is ("held talks")."""
        if i in self.at:
            return self.at[i]
        if i in self.cues or self.tree.pos[i] != "VERB":
            return None
        return next((self.at[k] for k in self.tree.children(i, "dobj", "nsubjpass", "nsubj") if k in self.at), None)
