"""Read what a reader should be warned of."""

from __future__ import annotations

from spacy.tokens import Doc

from sayso.annotate.flags.hedge import hedges
from sayso.annotate.flags.opinion import opinions
from sayso.annotate.flags.page import Found, Page
from sayso.annotate.flags.quotation import orphans
from sayso.annotate.flags.residue import residues
from sayso.annotate.flags.rewrite import rewrites
from sayso.annotate.flags.satire import satires
from sayso.annotate.flags.unnamed import unnamed
from sayso.model import Annotation, Flag, Span

__all__ = ["read_flags"]

# A passage of jokes is flagged once, as a whole: what stands in it is not flagged again by these.
SENTENCE_LEVEL = (unnamed, hedges, opinions, orphans)


def read_flags(doc: Doc, annotation: Annotation) -> tuple[Flag, ...]:
    """Return what a reader should be warned of, in the order of the text.

    Types: satire, rewrite, unnamed source, hedge, opinion, orphan quotation, translation, page residue.
    """
    if not annotation.sentences:
        return ()
    page = Page.of(doc, annotation)
    jokes = satires(page)
    joking = bytearray(len(page.text))
    for joke in jokes:
        joking[joke.start : joke.end] = b"\1" * (joke.end - joke.start)
    found = [f for read in SENTENCE_LEVEL for f in read(page) if not joking[f.start]]
    found += [*jokes, *rewrites(page, jokes), *residues(page)]
    return tuple(_flag(page, n, f) for n, f in enumerate(sorted(set(found), key=lambda f: (f.start, -f.end, f.type))))


def _flag(page: Page, number: int, found: Found) -> Flag:
    other = Span.of(page.text, *found.other) if found.other else None
    span = Span.of(page.text, found.start, found.end)
    return Flag(number, found.type, span, page.sentence_at(found.start), found.why, other)
