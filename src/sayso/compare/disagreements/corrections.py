"""Numbers that a text itself corrects: "62 minutes and not 47", "17, three more than first thought"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from sayso.compare.disagreements.revisions import is_own_correction
from sayso.compare.disagreements.sides import figure_side
from sayso.compare.kinds import counted_kind
from sayso.compare.rows import figure_row
from sayso.compare.scene import Scene, sentence_words
from sayso.compare.terms import stem
from sayso.data.loading import table
from sayso.model import Annotation, Disagreement, Figure, FigureRow

WEIGHT = 7.0
REACH = 60  # characters before or after a number in which the words stand
SMALL = 10  # smaller numbers are of the thing corrected only where the sentences share a word
LETTERS = 4  # of a word that they may share
LARGEST = 0.5  # a difference is at most this part of the number

Told = tuple[Annotation, Figure]


class Correction(NamedTuple):
    """The right number, the value that it takes the place of, and whether it was right before ("update")."""

    figure: Figure
    wrong: float
    type: str


def corrections(scene: Scene) -> Iterator[Disagreement]:
    """Set each number that its text corrects against those who give the number that it takes the place of."""
    given = _by_value(scene)
    for annotation in scene.annotations:
        for one in _corrected(annotation):
            others = [t for t in given.get(one.wrong, ()) if _is_other(annotation, one, *t)]
            if others and not scene.muted(annotation.article.id, [one.figure.span]):
                yield _made(scene, annotation, one, others)


def own_counts(scene: Scene) -> Iterator[Disagreement]:
    """Set a number that an outlet says that it got wrong against the one that it puts in its place."""
    given = _by_value(scene)
    for annotation in scene.annotations:
        for wrong, right in pairwise(annotation.figures):
            if right.sentence - wrong.sentence != 1 or not _is_correction(annotation, wrong):
                continue
            if wrong.value is not None and right.value not in (None, wrong.value) and _thing(wrong) == _thing(right):
                same = [t for t in given.get(right.value or 0.0, ()) if _is_like(annotation, right, *t)]
                rows = [figure_row(scene, a, f) for a, f in ((annotation, right), *same)]
                sides = (figure_side([figure_row(scene, annotation, wrong)]), figure_side(rows))
                reason = "the outlet corrects the number that it had given"
                yield Disagreement(0, "update", _topic(rows[0], right), sides, reason, WEIGHT)


def _is_correction(annotation: Annotation, figure: Figure) -> bool:
    return is_own_correction(sentence_words(annotation, figure.sentence).text)


def _is_like(annotation: Annotation, one: Figure, other: Annotation, figure: Figure) -> bool:
    """Whether another figure with the value is of the same thing."""
    return (annotation is not other or figure.id != one.id) and _thing(figure) == _thing(one)


def _made(scene: Scene, annotation: Annotation, one: Correction, others: Sequence[Told]) -> Disagreement:
    right = figure_row(scene, annotation, one.figure)
    wrong = [figure_row(scene, a, f) for a, f in others]
    reason = f"by its own word the one corrects the other, {_shown(one.wrong)}"
    sides = (figure_side(wrong), figure_side([right]))
    articles = {r.citation.article for r in wrong}
    return Disagreement(0, one.type, _topic(right, one.figure), sides, reason, WEIGHT + len(articles))


def _topic(row: FigureRow, figure: Figure) -> str:
    return row.counted or figure.unit or row.words


def _shown(value: float) -> str:
    return f"{value:,.6g}"


def _by_value(scene: Scene) -> Mapping[float, list[Told]]:
    made: dict[float, list[Told]] = defaultdict(list)
    for annotation in scene.annotations:
        for figure in annotation.figures:
            if figure.value is not None and not scene.muted(annotation.article.id, [figure.span]):
                made[figure.value].append((annotation, figure))
    return made


def _is_other(annotation: Annotation, one: Correction, other: Annotation, figure: Figure) -> bool:
    """Whether a figure with the wrong value is of the same thing, and told elsewhere."""
    same_place = annotation is other and abs(figure.sentence - one.figure.sentence) <= 1
    if same_place or _thing(figure) != _thing(one.figure):
        return False
    return one.wrong >= SMALL or bool(_words(annotation, one.figure) & _words(other, figure))


def _thing(figure: Figure) -> tuple[str, str | None]:
    measured = figure.head is None
    return (figure.unit or "", None) if measured else (counted_kind(figure), figure.per)


def _words(annotation: Annotation, figure: Figure) -> frozenset[str]:
    said = re.findall(r"[^\W\d_]+", sentence_words(annotation, figure.sentence).text.casefold())
    return frozenset(stem(w) for w in said if len(w) > LETTERS)


def _corrected(annotation: Annotation) -> Iterator[Correction]:
    text = annotation.article.text
    for one, two in pairwise(f for f in annotation.figures if f.value is not None):
        if one.sentence == two.sentence and (found := _of_pair(text, one, two)):
            yield found
    for figure in annotation.figures:
        if figure.former is not None and _patterns()["way"].search(text, *_before(figure)):
            yield Correction(figure, figure.former, "update")


def _of_pair(text: str, one: Figure, two: Figure) -> Correction | None:
    """Return the correction that lies in two figures, the one after the other in a sentence."""
    between = text[_end(one) : two.span.start]
    a, b = one.value or 0.0, two.value or 0.0
    if _patterns()["wrong follows"].fullmatch(between):
        return Correction(one, b, "contradiction")
    if _patterns()["right follows"].fullmatch(between) and re.search(r"\bnot\s+$", text[: one.span.start][-REACH:]):
        return Correction(two, a, "contradiction")
    change = _patterns()["difference"].match(text, _end(two), _end(two) + REACH)
    if change and b <= LARGEST * a:
        return Correction(one, a - b if change[0].split()[0].casefold() == "more" else a + b, "update")
    return None


def _end(figure: Figure) -> int:
    own = figure.counted is not None and figure.counted.start >= figure.span.start
    return max(figure.span.end, figure.counted.end if own and figure.counted else 0)


def _before(figure: Figure) -> tuple[int, int]:
    return max(figure.span.start - REACH, 0), figure.span.start


@lru_cache(maxsize=1)
def _patterns() -> Mapping[str, re.Pattern[str]]:
    rows = {where: "|".join(_pattern(p) for p in words.split(", ")) for where, words in table("corrections")}
    hedge = r"(?:\s+(?:as|about|only|some|at\s+least|more\s+than|original|earlier|initial|previous))*"
    return {
        "wrong follows": re.compile(rf"\s*[,;–—-]?\s*(?:{rows['wrong follows']}){hedge}\s*", re.IGNORECASE),
        "right follows": re.compile(rf"\s*,?\s*(?:{rows['right follows']}){hedge}\s*", re.IGNORECASE),
        "difference": re.compile(rf"\s+(?:\w+\s+)?(?:{rows['difference']})\b", re.IGNORECASE),
        "way": re.compile(rf"\b(?:{rows['way']})\b[^.;]*$", re.IGNORECASE),
    }


def _pattern(phrase: str) -> str:
    """Return a phrase as a pattern in which blanks may be any space and a word with a question mark be absent."""
    made = [rf"(?:{w[:-1]}\s+)?" if w.endswith("?") else rf"{w}\s+" for w in phrase.split()]
    return "".join(made).removesuffix(r"\s+")
