"""Kinds of disagreement that a story met unprepared missed: answers, corrections, moved ends, assessments."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from itertools import combinations

import pytest

from sayso.model import Article, Comparison, Disagreement, Gathered
from sayso.pipeline import read_story

Tell = Callable[..., Comparison]


@pytest.fixture(scope="module")
def tell() -> Tell:
    def read(**articles: tuple[str, str]) -> Comparison:
        made = [
            Article.make(text, name, outlet=name, published=date.fromisoformat(day))
            for name, (day, text) in articles.items()
        ]
        return read_story(Gathered(tuple(made)))

    return read


def opposed(story: Comparison, one: str, other: str) -> list[Disagreement]:
    """Return the disagreements that have the two on different sides."""
    return [d for d in story.disagreements if any(one in a and other in b for a, b in _both_ways(d))]


def _both_ways(one: Disagreement) -> Iterator[tuple[str, str]]:
    words = [" ".join([s.position, *(p.text for c in s.citations for p in c.spans)]) for s in one.sides]
    for a, b in combinations(words, 2):
        yield a, b
        yield b, a


@pytest.mark.parametrize(
    ("text", "said", "denied"),
    [
        (
            "A driver said the depot had sent out buses without brakes. The operator said it knew of no such buses.",
            "buses without brakes",
            "no such buses",
        ),
        (
            "A person close to the board said four members wanted a new leader. A spokesman denied any split.",
            "a new leader",
            "any split",
        ),
        (
            "Neighbours say the mayor spent the evening at a bar. “An invention,” said her spokeswoman, Bea Lorne.",
            "at a bar",
            "An invention",
        ),
        (
            "Economists warned that bread could double in price. The finance minister shrugged off the warnings.",
            "double in price",
            "the warnings",
        ),
        (
            "Residents complained that the water smelled of eggs. The waterworks dismissed the complaints.",
            "smelled of eggs",
            "the complaints",
        ),
        (
            "Fishermen fear that the dredging could bury the reef. The port is unconcerned about such fears.",
            "bury the reef",
            "such fears",
        ),
        (
            "A clerk said the city had been warned of the cranes in May. The mayor’s office said it knew of no such "
            "warning. Sailors know the harbour as a quiet place.",
            "warned of the cranes",
            "no such warning",
        ),
    ],
)
def test_an_answer_that_names_nothing_is_set_against_what_was_said_before(
    tell: Tell, text: str, said: str, denied: str
) -> None:
    found = opposed(tell(Tribune=("2031-05-03", text)), said, denied)
    assert [d.type for d in found] == ["denial"]


def test_what_a_statement_merely_negates_denies_nothing_before_it(tell: Tell) -> None:
    story = tell(
        Tribune=(
            "2031-05-03",
            "Doctors said 12 pupils were ill. The minister said the new bridge would not open in June.",
        )
    )
    assert not opposed(story, "12 pupils", "would not open")


def test_an_outlet_corrects_itself(tell: Tell) -> None:
    text = (
        "The blast tore open the roof of the mill. Correction: in an earlier version we wrote that the engineer was "
        "employed by the city. She works for the mill's owner, Dorn Steel."
    )
    (found,) = opposed(tell(Tribune=("2031-05-03", text)), "employed by the city", "works for the mill")
    assert (found.type, found.reason) == ("update", "the outlet corrects what it had printed")


def test_an_end_that_is_moved_is_an_update(tell: Tell) -> None:
    story = tell(
        Tribune=("2032-02-10", "The strike at the port of Quell will last until February 20, the union said."),
        Herald=("2032-02-14", "The union said the strike at the port of Quell would go on until March 3."),
    )
    (found,) = opposed(story, "until February 20", "until March 3")
    assert found.type == "update"
    assert "20 February 2032" in found.reason
    assert "3 March 2032" in found.reason


def test_one_end_in_two_wordings_is_no_disagreement(tell: Tell) -> None:
    story = tell(
        Tribune=("2032-02-10", "The strike at the port of Quell will last until February 29, the union said."),
        Herald=("2032-02-11", "The union said the strike at the port of Quell would go on until the end of February."),
    )
    assert not [d for d in story.disagreements if d.reason.startswith("the end is given")]


def test_a_fear_that_another_rules_out(tell: Tell) -> None:
    story = tell(
        Tribune=("2031-05-03", "Residents fear that the Sarn dam has cracked."),
        Herald=("2031-05-04", "“There is no crack in the Sarn dam,” the chief engineer said."),
    )
    (found,) = opposed(story, "has cracked", "no crack")
    assert found.reason.startswith("one fears it, one says that it is not so")


def test_outlets_that_assess_support_in_opposite_ways(tell: Tell) -> None:
    story = tell(
        Tribune=("2032-02-10", "Support for the Harbour Union is crumbling. The Harbour Union's support is wavering."),
        Herald=("2032-02-11", "The Harbour Union enjoys growing support in the city, and its members march on."),
    )
    assert [d.type for d in opposed(story, "wavering", "growing support")] == ["assessment"]


def test_who_weighs_both_assesses_nothing(tell: Tell) -> None:
    story = tell(
        Tribune=("2032-02-10", "The Harbour Union's support is wavering."),
        Herald=(
            "2032-02-11",
            "The Harbour Union's support grows. In the north the Harbour Union's support is shaky.",
        ),
    )
    assert not [d for d in story.disagreements if d.type == "assessment"]


def test_who_disagrees_by_the_texts_own_word(tell: Tell) -> None:
    text = (
        "The reform will cost thousands of jobs, said Ada Brin, who studies labour at the institute. "
        "Otto Feld, an economist at the bank, disagrees. He said the reform would bring new firms to the valley."
    )
    (found,) = opposed(tell(Tribune=("2032-02-10", text)), "cost thousands of jobs", "new firms")
    assert found.type == "assessment"


def test_numbers_of_deserters_in_other_words(tell: Tell) -> None:
    story = tell(
        Tribune=("2032-02-10", "Two officers said some 60 conscripts had left their posts at the fort."),
        Herald=("2032-02-14", "More than 100 soldiers have deserted from the fort, a person close to the staff said."),
    )
    (found,) = opposed(story, "60", "100")
    assert found.type == "update"


def test_a_count_of_a_whole_river_is_not_that_of_one_clash(tell: Tell) -> None:
    story = tell(
        Tribune=("2032-02-10", "The clash at the bridge killed 52 people, the observers said on Tuesday."),
        Herald=(
            "2032-02-10",
            "Along the whole of the Danube 61 people have been killed, the observers said.",
        ),
    )
    assert {d.type for d in opposed(story, "52", "61")} == {"scope"}
