"""Each type of disagreement, on short stories of an earthquake, a strike and an election."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.model import Article, Comparison, Disagreement, Gathered
from sayso.pipeline import read_story

Tell = Callable[..., Comparison]

QUAKE = {
    "Tribune": (
        "2031-05-03",
        "Quake flattens Alvern school\n\n"
        "At least 40 people were killed in the earthquake at Alvern, the civil defence agency said on Saturday. "
        "Two teachers who asked not to be named said the school had collapsed on its pupils. "
        "Mayor Ines Corvale accused the builder, Hadrin Works, of using thin concrete. "
        "Residents fear that the Sarn dam has cracked.",
    ),
    "Herald": (
        "2031-05-04",
        "The earthquake at Alvern killed 40 people. The Sarn dam has cracked, and water is running into the valley. "
        "Hadrin Works denied that it had used thin concrete. “The school stood until the fire reached it,” said its "
        "director, Paul Kerr.",
    ),
    "Courier": (
        "2031-05-06",
        "The death toll of the earthquake at Alvern has risen to 52, the civil defence agency said on Tuesday. "
        "“There is no crack in the dam,” said the dam's chief engineer, Mara Lindt.",
    ),
}
STRIKE = {
    "Tribune": (
        "2032-02-10",
        "The drivers' union said 9,000 workers had joined the strike at the port of Quell. "
        "“We will not go back to work unless the sackings are withdrawn,” said its leader, Dana Orme. "
        "The port authority said it would hire 200 guards.",
    ),
    "Herald": (
        "2032-02-10",
        "The port authority said 2,500 workers had joined the strike at the port of Quell. “We will not go back to "
        "work,” said union leader Dana Orme.",
    ),
    "Courier": (
        "2032-02-12",
        "The port authority has hired 350 guards. The minister called the strike a disgrace. "
        "The bishop of Quell said it was fair.",
    ),
}
VOTE = {
    "Tribune": (
        "2033-09-01",
        "The electoral commission said the recount would begin on Monday. Opposition leader Rosa Venn said the vote "
        "had been rigged. “Nobody stole a single ballot,” said the president's spokesman, Ivo Marr.",
    ),
    "Herald": (
        "2033-09-03",
        "The electoral commission dismissed claims that the vote had been rigged as baseless. "
        "The commission put off the recount until Thursday. Two days ago it had said it saw no reason for a delay. "
        "Observers said the shots had come from the northern gate of the stadium.",
    ),
    "Courier": (
        "2033-09-03",
        "Police said the shots had come from the southern gate of the stadium.",
    ),
}


def of_type(story: Comparison, kind: str) -> list[Disagreement]:
    return [d for d in story.disagreements if d.type == kind]


def sets_against(found: list[Disagreement], one: str, other: str) -> bool:
    """Whether one of ``found`` has the two on different sides."""
    return any(one in a and other in b for d in found for a, b in _both_ways(d))


def _both_ways(one: Disagreement) -> Iterator[tuple[str, str]]:
    words = [" ".join([s.position, *(p.text for c in s.citations for p in c.spans)]) for s in one.sides]
    for a, b in combinations(words, 2):
        yield a, b
        yield b, a


@pytest.fixture(scope="module")
def quake(tell: Tell) -> Comparison:
    return tell(**QUAKE)


@pytest.fixture(scope="module")
def strike(tell: Tell) -> Comparison:
    return tell(**STRIKE)


@pytest.fixture(scope="module")
def vote(tell: Tell) -> Comparison:
    return tell(**VOTE)


def test_a_bound_gets_lost(quake: Comparison) -> None:
    assert sets_against(of_type(quake, "lost bound"), "At least 40", "40 people")


def test_a_toll_rises(quake: Comparison) -> None:
    assert sets_against(of_type(quake, "update"), "At least 40", "52")


def test_a_fear_stands_against_a_fact(quake: Comparison) -> None:
    assert sets_against(of_type(quake, "certainty"), "The Sarn dam", "the Sarn dam")


def test_what_there_is_none_of_contradicts_what_there_is(quake: Comparison) -> None:
    assert sets_against(of_type(quake, "contradiction"), "no crack in the dam", "has cracked")


def test_the_accused_answers(quake: Comparison) -> None:
    assert sets_against(of_type(quake, "denial"), "thin concrete", "used thin concrete")


def test_a_headline_says_more_than_its_unnamed_sources(quake: Comparison) -> None:
    assert sets_against(of_type(quake, "headline"), "Quake flattens", "had collapsed")


def test_two_counts_contradict_each_other(strike: Comparison) -> None:
    assert sets_against(of_type(strike, "contradiction"), "9,000", "2,500")


def test_a_quotation_that_loses_its_condition_is_cut(strike: Comparison) -> None:
    found = [d for d in of_type(strike, "quotation") if "unless" in d.reason]
    assert sets_against(found, "unless the sackings", "go back to work,”")


def test_a_quotation_whose_condition_is_dropped_is_cut_also_where_the_subject_is_another(tell: Tell) -> None:
    story = tell(
        Tribune=("2031-05-03", "“If Alvern did this, it will pay a heavy price,” the premier, Sofie Dahl, said."),
        Herald=("2031-05-04", "“Alvern will pay a heavy price,” the premier, Sofie Dahl, said."),
    )
    (cut,) = (d for d in story.disagreements if d.type == "quotation")
    assert "“if …”" in cut.reason


def test_a_quotation_cut_without_a_turn_is_no_difference(tell: Tell) -> None:
    story = tell(
        Tribune=("2032-02-10", "“We will stay at the gates all night and sing,” said union leader Dana Orme."),
        Herald=("2032-02-10", "“We will stay at the gates all night,” said union leader Dana Orme."),
    )
    assert not of_type(story, "quotation")


def test_what_was_announced_stands_against_what_came(strike: Comparison) -> None:
    assert sets_against(of_type(strike, "update"), "200 guards", "350 guards")


def test_two_sources_judge_one_thing_differently(strike: Comparison) -> None:
    assert sets_against(of_type(strike, "assessment"), "disgrace", "fair")


def test_claims_called_baseless_are_denied(vote: Comparison) -> None:
    assert sets_against(of_type(vote, "denial"), "baseless", "had been rigged")


def test_a_text_tells_that_it_was_otherwise_before(vote: Comparison) -> None:
    assert sets_against(of_type(vote, "update"), "put off the recount", "no reason for a delay")


def test_opposite_words_contradict_each_other(vote: Comparison) -> None:
    found = [d for d in of_type(vote, "contradiction") if "northern" in d.reason]
    assert sets_against(found, "northern gate", "southern gate")


@pytest.mark.parametrize("story", [QUAKE, STRIKE, VOTE], ids=["earthquake", "strike", "election"])
def test_every_disagreement_has_its_sides_apart_and_a_reason_in_one_line(
    tell: Tell, story: dict[str, tuple[str, str]]
) -> None:
    for one in tell(**story).disagreements:
        assert len(one.sides) >= 2
        assert all(side.citations and side.who and side.position for side in one.sides)
        assert one.reason and "\n" not in one.reason
        cited = [set(side.citations) for side in one.sides]
        assert not any(a & b for a, b in combinations(cited, 2))


@settings(max_examples=12, deadline=None)
@given(st.permutations([*QUAKE.items(), *STRIKE.items()]))
def test_any_order_of_the_articles_gives_the_identical_result(
    ordered: list[tuple[str, tuple[str, str]]],
) -> None:
    made = [
        Article.make(text, f"{name} {day}", outlet=name, published=date.fromisoformat(day))
        for name, (day, text) in ordered
    ]
    fixed = sorted(made, key=lambda a: a.id)
    assert read_story(Gathered(tuple(made))) == read_story(Gathered(tuple(fixed)))


def test_a_denial_of_any_link_is_not_met_by_a_name_with_that_word(tell: Tell) -> None:
    story = tell(
        Tribune=(
            "2031-05-03",
            "Doctors said the drink had made the children ill. Hadrin Dairies denied any link.",
        ),
        Herald=("2031-05-04", "The chief of the dairy was at Brackley Links on Sunday, said a member of the club."),
    )
    denials = [d for d in story.disagreements if d.type == "denial"]
    assert not [d for d in denials if any("Brackley" in s.text for x in d.sides for c in x.citations for s in c.spans)]


def test_a_side_that_only_points_shows_what_was_done_with_it(tell: Tell) -> None:
    story = tell(
        Tribune=(
            "2031-05-03",
            "The minister accused the rebels of moving shells on buses. The rebels rejected the charge.",
        )
    )
    (denial,) = (d for d in story.disagreements if d.type == "denial")
    assert denial.sides[0].position == "rejected the charge"
