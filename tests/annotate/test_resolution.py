"""Who is meant by the source of an attribution."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.language import Language

from sayso.annotate.reader import annotate_doc, parser
from sayso.annotate.resolution import resolve
from sayso.model import Article, Span

Meant = Callable[..., list[str]]


@pytest.fixture(scope="module")
def nlp() -> Language:
    return parser()


@pytest.fixture
def meant(nlp: Language) -> Meant:
    """Names of who is meant by the given words of the text (their last occurrence)."""

    def run(text: str, *sources: str) -> list[str]:
        doc = nlp(text)
        annotation = annotate_doc(doc, Article.make(text, "test"))
        spans = tuple(Span.of(text, text.rindex(s), text.rindex(s) + len(s)) for s in sources)
        return [annotation.actors[i].name for i in resolve(doc, annotation, spans)]

    return run


@pytest.mark.parametrize(
    ("text", "source", "names"),
    [
        ("Anna Berg, a lawyer for the union, said no.", "Anna Berg, a lawyer for the union", ["Anna Berg"]),
        ("Peru and Chile said the border is open.", "Peru and Chile", ["Peru", "Chile"]),
        ("Anna Berg spoke. She said the talks failed.", "She", ["Anna Berg"]),
        ("The agency released a report saying the dam was safe. The report said so twice.", "The report", ["agency"]),
        ("Peru warned of war in a letter. The letter said the border would close.", "The letter", ["Peru"]),
        ("As my neighbour Anna Berg warned, the talks failed.", "my neighbour Anna Berg", ["Anna Berg"]),
        ("A report said the dam was safe. The report said so twice.", "The report", []),
        ("Mayor Anna Berg spoke. The mayor said the dam held.", "The mayor", ["Anna Berg"]),
        ("Anna Berg, who said the dam held, resigned.", "who", ["Anna Berg"]),
        ("Norway's statement said the ship sank.", "Norway's statement", ["Norway"]),
        ("A statement from Norway said the ship sank.", "A statement from Norway", ["Norway"]),
        ("Kremlin officials denied it.", "Kremlin officials", ["Kremlin officials"]),
        ("Reports say the dam held.", "Reports", []),
    ],
)
def test_a_source_means(meant: Meant, text: str, source: str, names: list[str]) -> None:
    assert meant(text, source) == names


def test_several_spans_give_each_actor_once(meant: Meant) -> None:
    assert meant("Anna Berg spoke, and she said so. Peru agreed.", "she", "Peru", "Anna Berg") == ["Anna Berg", "Peru"]


def test_no_source_means_nobody(meant: Meant) -> None:
    assert meant("Anna Berg said no.") == []
