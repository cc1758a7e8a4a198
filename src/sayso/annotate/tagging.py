"""The attribute ruler that comes with the parser, quicker: what it sets is looked up, not matched anew at each word.

spaCy's :class:`~spacy.pipeline.AttributeRuler` tries every pattern at every token (in en_core_web_sm 179 patterns: a
tenth of the whole parse). Nearly all of them look at one token alone, and at no more of it than its tag, its relation,
whether it is blank and whether it is one of some 150 words. So what they set is worked out once for each such
combination. The few longer patterns are still matched by spaCy. The result is the same, attribute by attribute.
"""

from __future__ import annotations

from typing import Any, cast

from spacy.language import Language
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

from sayso.errors import SaysoError

LOOKED_AT = ("LOWER", "TAG", "DEP", "IS_SPACE")
SET = ("TAG", "POS", "MORPH", "LEMMA", "DEP")
RULER = "attribute_ruler"
Key = tuple[int, int, int, int]  # the word where a pattern names it, else 0; tag; relation; whether it is blank
Rules = tuple[int, ...]
Pattern = list[dict[str, Any]]


@Language.factory("sayso_attributes")
def _quick_ruler(nlp: Language, name: str) -> QuickRuler:
    return QuickRuler(_ruler(nlp))


def quicken(nlp: Language) -> None:
    """Put a :class:`QuickRuler` in the place of the pipeline's own ruler, where it can do the same."""
    if nlp.has_pipe(RULER) and can_do(_ruler(nlp)):
        nlp.add_pipe("sayso_attributes", after=RULER)
        nlp.disable_pipe(RULER)


def _ruler(nlp: Language) -> AttributeRuler:
    return cast(AttributeRuler, nlp.get_pipe(RULER))


def can_do(ruler: AttributeRuler) -> bool:
    """Whether the ruler sets nothing but tag, part of speech, morphology, lemma and relation."""
    known = _columns(ruler)
    return all(attribute in known for attributes in ruler.attrs for attribute in attributes)


def _columns(ruler: AttributeRuler) -> dict[int, int]:
    """Return the place in ``SET`` of each attribute, by spaCy's number for it."""
    return {ruler.vocab.strings[name]: column for column, name in enumerate(SET)}


class QuickRuler:
    """A component that sets what ``ruler`` would set.

    Raises:
        SaysoError: the ruler sets an attribute that this one does not know (see :func:`can_do`).

    """

    def __init__(self, ruler: AttributeRuler) -> None:
        if not can_do(ruler):
            raise SaysoError(f"the attribute ruler sets more than {', '.join(SET)}; keep spaCy's own in the pipeline")
        columns = _columns(ruler)
        self.sets = [[(columns[attribute], value) for attribute, value in each.items()] for each in ruler.attrs]
        self.indices = ruler.indices
        self.short, self.longer = Matcher(ruler.vocab), Matcher(ruler.vocab)
        self.numbers: dict[int, int] = {}
        self.words: set[int] = set()
        self.rules: dict[Key, Rules] = {}
        self.changes: dict[Rules, list[tuple[int, int]]] = {}
        patterns: list[dict[str, Any]] = cast(Any, ruler).patterns
        for number, rule in enumerate(patterns):
            self.numbers[ruler.vocab.strings.add(str(number))] = number
            for pattern in rule["patterns"]:
                self._add(str(number), pattern, ruler.vocab.strings)

    def _add(self, number: str, pattern: Pattern, strings: Any) -> None:
        words = _words(pattern)
        if words is None:
            self.longer.add(number, [pattern])
        else:
            self.short.add(number, [pattern])
            self.words |= {strings.add(word) for word in words}

    def __call__(self, doc: Doc) -> Doc:
        """Set the attributes of all tokens; time is linear in their number."""
        if not len(doc):
            return doc
        named = self.words
        looks = doc.to_array(list(LOOKED_AT)).tolist()
        keys = [(word if word in named else 0, tag, dep, blank) for word, tag, dep, blank in looks]
        for key, i in {key: i for i, key in enumerate(keys)}.items():
            if key not in self.rules:
                self.rules[key] = self._matched(doc, i)
        rules = [self.rules[key] for key in keys]
        for i, more in self._longer(doc).items():
            rules[i] = tuple(sorted({*rules[i], *more}))
        attributes: Any = doc.to_array(list(SET))
        rows = attributes.tolist()
        for row, applied in zip(rows, rules, strict=True):
            for column, value in self._changes(applied):
                row[column] = value
        attributes[:] = rows
        return doc.from_array(list(SET), attributes)

    def _matched(self, doc: Doc, i: int) -> Rules:
        """Return the numbers of the rules that token ``i`` alone meets, in their order."""
        found = self.short(doc[i : i + 1], allow_missing=True)
        return tuple(sorted({self.numbers[key] for key, _, _ in found}))

    def _longer(self, doc: Doc) -> dict[int, list[int]]:
        """Return the rules whose longer patterns are met, by the token whose attributes they set."""
        met: dict[int, list[int]] = {}
        for key, start, end in self.longer(doc, allow_missing=True):
            number = self.numbers[key]
            met.setdefault(doc[start:end][self.indices[number]].i, []).append(number)
        return met

    def _changes(self, rules: Rules) -> list[tuple[int, int]]:
        """Return columns of ``SET`` and their new values; a later rule goes before an earlier one."""
        if rules not in self.changes:
            self.changes[rules] = list(dict(change for number in rules for change in self.sets[number]).items())
        return self.changes[rules]


def _words(pattern: Pattern) -> list[str] | None:
    """Return the words that a pattern of one token names, or None where it is longer or looks at something else."""
    if len(pattern) != 1 or not pattern[0].keys() <= set(LOOKED_AT):
        return None
    match pattern[0].get("LOWER"):
        case None:
            return []
        case str(word):
            return [word]
        case {"IN": list(words)}:
            return words
    return None
