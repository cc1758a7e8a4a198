"""What is predicted, feared, demanded or left open."""

from __future__ import annotations

import random
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.compare.matching import items, rarity
from sayso.compare.questions import find_questions
from sayso.model import Mode, Question
from tests.compare.builders import Build, scene


def asked(*builds: Build) -> tuple[Question, ...]:
    seen = scene(builds)
    claims = items(seen)
    return find_questions(seen, claims, rarity(claims), ())


def claimed(words: str, mode: Mode = Mode.ASSERTED, name: str = "Post", published: date | None = None) -> Build:
    build = Build(words, name, name, published)
    actors = (build.actor("Norrail"),) if "Norrail" in words else ()
    events = (build.event("open", "ECONOMIC", agents=actors, how=mode),) if " open " in words else ()
    build.claim(words.rstrip("."), mode=mode, actors=actors, events=events)
    return build


@pytest.mark.parametrize("mode", [Mode.PREDICTED, Mode.FEARED, Mode.DEMANDED])
def test_what_is_put_as_to_come_is_a_question_of_that_kind(mode: Mode) -> None:
    (found,) = asked(claimed("Norrail will open the coastal line again.", mode))
    assert (found.kind, found.words) == (mode.value, "Norrail will open the coastal line again")
    assert [w.name for w in found.who] == ["Post"]


def test_what_an_outlet_supposes_is_a_question_only_with_its_condition() -> None:
    words = "Norrail would open the coastal line again"
    assert asked(claimed(f"{words}.", Mode.HYPOTHETICAL)) == ()
    (found,) = asked(claimed(f"{words} if the board agreed.", Mode.HYPOTHETICAL))
    assert found.kind == "hypothetical"


@pytest.mark.parametrize(
    "words", ["Norrail came to open the coastal line.", "Norrail wanted to open the coastal line."]
)
def test_an_infinitive_or_a_wish_alone_is_no_prediction(words: str) -> None:
    assert asked(claimed(words, Mode.PREDICTED)) == ()


def test_a_fear_that_the_text_denies_is_none() -> None:
    build = Build("The mayor was not really afraid of losing the coastal line.")
    said = build.attribution("The mayor", "losing the coastal line", "afraid of")
    build.claim("losing the coastal line", said, Mode.FEARED)
    assert asked(build) == ()


def test_what_is_told_as_past_by_nobody_is_no_demand() -> None:
    assert asked(claimed("Orr underwent surgery on the coastal line.", Mode.DEMANDED)) == ()
    assert asked(claimed("Orr, who underwent surgery, must leave the coastal line.", Mode.DEMANDED))


def test_a_page_asks_nothing() -> None:
    assert asked(claimed("Click here to see more about the coastal line.", Mode.DEMANDED)) == ()


def test_what_cannot_be_read_alone_is_shown_with_its_subject() -> None:
    build = Build("The board of the coastal line has vowed to restore every station by winter.")
    said = build.attribution("The board of the coastal line", "to restore every station by winter", "has vowed")
    build.claim("to restore every station by winter", said, Mode.DEMANDED)
    (found,) = asked(build)
    assert found.words.startswith("The board of the coastal line has vowed")


def test_one_deed_ahead_in_the_words_of_two_articles_is_one_question() -> None:
    one = claimed("The owners are scheduled to be arraigned Thursday morning.", Mode.PREDICTED, "Post")
    other = claimed("The pair is due to be arraigned in court Thursday morning.", Mode.PREDICTED, "Mail")
    assert len(asked(one, other)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Whether the coastal line can be saved remains to be seen.",
        "It is not yet known how many passengers were on the train.",
        "It was unclear whether the driver had seen the signal.",
        "There was no word on the fate of the second crew.",
        "The failure raises fresh questions about the old signals.",
        "The inspectors have not said when the station will open.",
    ],
)
def test_what_is_said_to_be_unknown_is_open(text: str) -> None:
    (found,) = asked(Build(text, "Post", "Post"))
    assert (found.kind, found.words) == ("open", text)


def test_a_literal_question_is_asked_by_the_outlet() -> None:
    (found,) = asked(Build("Who pays for the broken bridge?", "Post", "Post"))
    assert (found.kind, [w.name for w in found.who]) == ("asked", ["Post"])


def test_a_question_in_a_quotation_is_asked_by_its_source() -> None:
    build = Build("Mayor Pryce said: “Who pays for the broken bridge?”")
    build.attribution(
        "Mayor Pryce", "“Who pays for the broken bridge?”", "said", [build.actor("Mayor Pryce", "person")]
    )
    (found,) = asked(build)
    assert [w.name for w in found.who] == ["Mayor Pryce"]


def test_a_modal_in_a_plain_claim_leaves_it_possible() -> None:
    (found,) = asked(claimed("The closure could cost the harbour millions."))
    assert found.kind == "possible"


@pytest.mark.parametrize("text", ["Norrail opened the coastal line.", "Rescuers could not reach the second wagon."])
def test_a_plain_statement_is_no_question(text: str) -> None:
    assert asked(claimed(text)) == ()


def test_what_somebody_is_asked_to_do_is_a_demand_shown_with_who_asks() -> None:
    build = Build("The union asked Norrail to reopen the coastal line.")
    content = "Norrail to reopen the coastal line"
    at = build.attribution("The union", content, "asked", [build.actor("The union")])
    build.claim(content, at, Mode.ASKED)
    (found,) = asked(build)
    assert (found.kind, found.words) == ("demanded", "The union asked Norrail to reopen the coastal line")


def test_what_somebody_asks_about_stays_a_question() -> None:
    build = Build("The union asked whether Norrail meant to reopen the coastal line.")
    content = "whether Norrail meant to reopen the coastal line"
    build.claim(content, build.attribution("The union", content, "asked", [build.actor("The union")]), Mode.ASKED)
    assert [q.kind for q in asked(build)] == ["asked"]


def test_what_someone_is_not_known_for_is_not_open() -> None:
    assert asked(Build("The minister is not known for patience with strikers.")) == ()


def test_near_duplicates_are_one_question_with_all_citations() -> None:
    one = claimed("Norrail will open the coastal line on Monday.", Mode.PREDICTED, "Post")
    other = claimed("The coastal line will open on Monday, Norrail expects.", Mode.PREDICTED, "Mail")
    (found,) = asked(one, other)
    assert {c.article for c in found.citations} == {one.id, other.id}


def test_a_later_plain_statement_of_the_same_settles_it() -> None:
    before = claimed("Norrail will open the coastal line on Monday.", Mode.PREDICTED, "Post", date(2031, 5, 3))
    after = claimed("Norrail did open the coastal line on Monday.", Mode.ASSERTED, "Mail", date(2031, 5, 6))
    (found,) = asked(before, after)
    assert [c.article for c in found.settled_by] == [after.id]


@pytest.mark.parametrize(
    ("words", "when"),
    [
        ("Norrail did open the coastal line on Monday.", date(2031, 5, 1)),
        ("Norrail did open the coastal line on Monday.", None),
        ("Norrail did open a museum near the harbour.", date(2031, 5, 6)),
        ("Voters did open the coastal line on Monday.", date(2031, 5, 6)),
        ("Norrail did close the coastal line on Monday.", date(2031, 5, 6)),
        ("Norrail could open the coastal line on Monday.", date(2031, 5, 6)),
    ],
)
def test_an_earlier_undated_or_different_statement_does_not_settle_it(words: str, when: date | None) -> None:
    before = claimed("Norrail will open the coastal line on Monday.", Mode.PREDICTED, "Post", date(2031, 5, 3))
    assert all(q.settled_by == () for q in asked(before, claimed(words, Mode.ASSERTED, "Mail", when)))


def test_another_prediction_does_not_settle_it() -> None:
    before = claimed("Norrail will open the coastal line on Monday.", Mode.PREDICTED, "Post", date(2031, 5, 3))
    later = claimed("Norrail will open the coastal line on Monday.", Mode.PREDICTED, "Mail", date(2031, 5, 6))
    assert all(q.settled_by == () for q in asked(before, later))


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("We do not know who opened the sluice gate.", "open"),
        ("The cause of the leak has not been proved yet.", "open"),
        ("It is high time that these engineers went home.", "demanded"),
    ],
)
def test_what_is_said_not_to_be_known_is_open_and_high_time_is_a_demand(words: str, kind: str) -> None:
    (found,) = asked(Build(words))
    assert found.kind == kind


def test_who_calls_for_something_demands_it_however_short() -> None:
    build = Build("The mayor called for restraint on Monday.")
    said = build.attribution("The mayor", "restraint", "called for")
    build.claim("restraint", said)
    (found,) = asked(build)
    assert (found.kind, found.words) == ("demanded", "The mayor called for restraint")


def rising(words: str, mode: Mode, name: str, published: date) -> Build:
    build = Build(words, name, name, published)
    build.claim(words.rstrip("."), mode=mode, events=(build.event("rise", "ECONOMIC", how=mode),))
    return build


def test_what_nobody_named_does_is_settled_by_its_verb_and_what_it_is_about() -> None:
    before = rising("The toll may rise, because many were trapped.", Mode.PREDICTED, "Post", date(2031, 5, 3))
    after = rising("The toll did rise in the night.", Mode.ASSERTED, "Mail", date(2031, 5, 6))
    other = rising("Prices did rise in the night.", Mode.ASSERTED, "Mail", date(2031, 5, 6))
    assert [c.article for q in asked(before, after) for c in q.settled_by] == [after.id]
    assert all(q.settled_by == () for q in asked(before, other))


def test_satire_asks_nothing() -> None:
    build = Build("Who pays for the broken bridge?")
    build.flag("Who pays for the broken bridge?")
    assert asked(build) == ()


def test_nothing_is_asked_where_nothing_is_said() -> None:
    assert asked() == ()
    assert asked(Build(""), Build("Rain fell.", "two")) == ()


TEXTS = st.sampled_from(
    [
        "Norrail will open the coastal line on Monday.",
        "The coastal line will open on Monday, Norrail expects.",
        "The harbour bridge may fall in the next storm.",
        "Norrail did open the coastal line on Monday.",
    ]
)
ROWS = st.tuples(TEXTS, st.sampled_from([Mode.PREDICTED, Mode.FEARED, Mode.ASSERTED]), st.integers(1, 9))


@settings(deadline=None, max_examples=40)
@given(st.lists(ROWS, max_size=6, unique=True), st.randoms())
def test_any_order_gives_the_same_questions(rows: list[tuple[str, Mode, int]], shuffler: random.Random) -> None:
    def build() -> tuple[Question, ...]:
        return asked(*(claimed(t, m, f"{t} {m} {n}", date(2031, 5, n)) for t, m, n in rows))

    first = build()
    shuffler.shuffle(rows)
    assert build() == first
