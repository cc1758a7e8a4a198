"""What every rule looks at: the view, the quotations, and which quotation a token lies in."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc

from sayso.annotate.attribution.found import Found
from sayso.annotate.attribution.quotes import Quote, read_quotes
from sayso.annotate.view import View

FIRST_PERSON = frozenset({"i", "we", "you"})


@dataclass(frozen=True, slots=True)
class Context:
    """``quote_at[i]`` is the number of the quotation around token ``i``, or -1."""

    view: View
    quotes: list[Quote]
    quote_at: list[int]

    def is_speaker(self, found: Found) -> bool:
        """Whether the source is "I" or "we": whoever speaks already."""
        return all(j - i == 1 and self.view.low[i] in FIRST_PERSON for i, j in found.source) and bool(found.source)

    @classmethod
    def of(cls, doc: Doc) -> Context:
        """Look at ``doc`` once."""
        view = View.of(doc)
        quotes = read_quotes(view)
        quote_at = [-1] * len(view.low)
        for number, q in enumerate(quotes):
            quote_at[q.first : q.stop] = [number] * (q.stop - q.first)
        return cls(view, quotes, quote_at)
