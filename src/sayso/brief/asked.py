"""Open questions: in the short brief a line for each few of a kind, with what later articles say to them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.brief.clean import cut
from sayso.brief.phrases import names
from sayso.brief.used import Used
from sayso.model import Citation, Comparison, Line, Question

# Kinds that the short brief tells together, under the name of the first.
TOGETHER = {"asked": "open", "possible": "predicted", "hypothetical": "predicted"}
A_LINE, LONGEST = 3, 110  # questions in one line of the short brief, and characters of each
RECENT = 0.6  # how much more the newest article counts than the oldest
BETWEEN = " · "
# What stands before a later statement that settles nothing plainly.
LATER = "later: "


def question_lines(comparison: Comparison, used: Used) -> Iterator[list[Line]]:
    """Return what is open; in full each with what settles or follows it, what is settled last."""
    if used.full:
        yield from (_question(q) for q in sorted(comparison.questions, key=lambda q: bool(q.settled_by)))
        return
    order = {a.id: i for i, a in enumerate(comparison.articles)}
    last = max(len(order) - 1, 1)

    def worth(question: Question) -> float:
        newest = max(order[c.article] for c in question.citations)
        return question.weight * (1 + RECENT * newest / last)

    ranked = sorted((q for q in comparison.questions if not used.has(q.citations[0], 0.9)), key=lambda q: -worth(q))
    kinds: dict[str, list[Question]] = {}
    for question in ranked:
        kinds.setdefault("settled" if question.settled_by else TOGETHER.get(question.kind, question.kind), []).append(
            question
        )
    lines = [(worth(few[0]), kind, few) for kind, own in kinds.items() for few in _batches(own)]
    for _, kind, few in sorted(lines, key=lambda x: -x[0]):
        yield [_few(kind, few)]


def _batches(own: Sequence[Question]) -> list[Sequence[Question]]:
    return [own[i : i + A_LINE] for i in range(0, len(own), A_LINE)]


def _few(kind: str, few: Sequence[Question]) -> Line:
    cited = tuple(dict.fromkeys(c for q in few for c in (*q.citations[:2], *_answer(q)[:1])))
    if len(few) == 1 and not _answer(few[0]):
        return Line(few[0].words, cited, kind, names(few[0].who))
    return Line(BETWEEN.join(map(_words, few)), cited, kind)


def _words(question: Question) -> str:
    told = f"{cut(question.words, LONGEST)} ({names(question.who, most=1)})"
    if not _answer(question):
        return told
    return f"{told} → {'' if question.settled_by else LATER}{_answering(question)}"


def _answering(question: Question) -> str:
    """Return the words with which a later article answers, in one line."""
    return cut(" ".join(_answer(question)[0].spans[0].text.split()), LONGEST)


def _answer(question: Question) -> tuple[Citation, ...]:
    """Return what later articles say to a question."""
    return question.settled_by or question.followed_by


def _question(question: Question) -> list[Line]:
    lines = [Line(question.words, question.citations, question.kind, names(question.who))]
    if _answer(question):
        label = "settled by a later article" if question.settled_by else "a later article on this"
        lines.append(Line(f"{label}: {_answering(question)}", _answer(question), level=1))
    return lines
