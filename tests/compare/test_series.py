from __future__ import annotations

from collections.abc import Callable

from sayso.model import Bound, Comparison, Series

Tell = Callable[..., Comparison]


def series_with(story: Comparison, value: float) -> Series:
    return next(s for s in story.series if any(r.value == value for r in s.rows))


def test_figures_of_one_thing_stand_in_one_row_in_the_order_of_their_dates(tell: Tell) -> None:
    story = tell(
        Tribune=("2031-05-05", "Rescuers said at least 45 people were killed in the Alvern quake."),
        Herald=("2031-05-03", "The Alvern quake killed 12 people, the interior ministry said."),
    )
    rows = series_with(story, 12).rows
    assert [(r.value, r.bound, r.as_of) for r in rows] == [
        (12, Bound.EXACT, "2031-05-03"),
        (45, Bound.AT_LEAST, "2031-05-05"),
    ]


def test_the_dead_and_the_homeless_are_counted_apart(tell: Tell) -> None:
    story = tell(
        Tribune=("2031-05-05", "The flood killed 40 people. More than 900 people were evacuated from the valley."),
    )
    assert series_with(story, 40).id != series_with(story, 900).id


def test_a_contingent_and_a_whole_army_are_kept_apart(tell: Tell) -> None:
    story = tell(
        Tribune=("2031-05-05", "The ministry said 900 soldiers had reached Alvern."),
        Herald=("2031-05-06", "Norland has 1.2 million soldiers. About 1,000 soldiers are in Alvern, officials said."),
    )
    assert series_with(story, 900).id == series_with(story, 1000).id
    assert series_with(story, 900).id != series_with(story, 1_200_000).id


def test_a_rate_is_no_total(tell: Tell) -> None:
    story = tell(
        Tribune=("2031-05-05", "The plant makes 400 cars a day."), Herald=("2031-05-05", "The plant has made 500 cars.")
    )
    assert series_with(story, 400).per == "day"
    assert series_with(story, 500).per is None


def test_the_date_of_the_statement_dates_the_figure_before_the_publication_date(tell: Tell) -> None:
    story = tell(
        Tribune=(
            "2031-05-09",
            "On May 4, 2031, the ministry confirmed that 300 workers had been on strike since March.",
        )
    )
    row = series_with(story, 300).rows[0]
    assert (row.as_of, row.basis) == ("2031-05-04", "stated")


def test_an_undated_article_gives_undated_figures(tell: Tell) -> None:
    row = series_with(tell(Tribune=(None, "The ministry said 300 workers were on strike.")), 300).rows[0]
    assert (row.as_of, row.basis) == (None, "unknown")


def test_every_row_names_who_gives_the_figure(tell: Tell) -> None:
    story = tell(Tribune=("2031-05-05", "Some 300 nurses walked out. Mayor Ana Dole said 250 nurses had walked out."))
    assert [w.name for w in series_with(story, 250).rows[0].who] == ["Ana Dole"]
    assert [w.name for r in series_with(story, 300).rows if r.value == 300 for w in r.who] == ["Tribune"]


ELECTION = {
    "Herald": (
        "2031-05-03",
        "Alma Ruiz won 40,120 votes against 38,411 for Jon Berg. She won by 1,709 votes. "
        "Berg had been about 2,000 votes ahead at midnight. At least 1,180 postal ballots were set aside.",
    ),
    "Tribune": ("2031-05-06", "The recount cut the lead of Ruiz from 1,709 votes to 1,100, the election office said."),
}


def test_votes_leads_lost_leads_and_postal_votes_are_counted_apart(tell: Tell) -> None:
    story = tell(**ELECTION)
    apart = [series_with(story, value).id for value in (40_120, 1_709, 2_000, 1_180)]
    assert len(set(apart)) == 4
    assert series_with(story, 1_100).id == series_with(story, 1_709).id


def test_the_votes_of_two_candidates_are_no_disagreement(tell: Tell) -> None:
    shown = {s.position for d in tell(**ELECTION).disagreements for s in d.sides}
    assert "1,709 votes" in shown
    assert not {p for p in shown if p.startswith(("40,120", "38,411", "about 2,000", "At least 1,180"))}


def test_rival_counts_in_one_article_contradict_each_other(tell: Tell) -> None:
    story = tell(
        Herald=("2031-05-03", "On Friday 6,500 people marched by the count of the police; the union spoke of 20,000.")
    )
    (found,) = story.disagreements
    assert found.type == "contradiction"
    assert {s.who[0].name for s in found.sides} == {"the police", "union"}


def test_two_numbers_of_one_sentence_on_one_word_count_two_things(tell: Tell) -> None:
    story = tell(
        Herald=("2031-05-03", "The flood killed 12 people in Alvern and 15 people in Sarn, the ministry said."),
    )
    assert not [d for d in story.disagreements if d.type in ("contradiction", "update")]


def test_a_lead_of_so_many_votes_is_not_so_many_people(tell: Tell) -> None:
    story = tell(
        Herald=("2031-05-03", "Jon Berg led by some 2,000 votes before the breakdown."),
        Tribune=("2031-05-04", "On the square 2,000 people waited for the result."),
    )
    assert not [d for d in story.disagreements if d.type == "lost bound"]


def test_where_something_lies_is_no_count_and_whoever_comes_from_there_is(tell: Tell) -> None:
    story = tell(Herald=("2031-05-03", "The blast was felt 60 miles south of Alvern. It killed 12 people from Sarn."))
    assert [r.value for s in story.series for r in s.rows] == [12]


def test_the_parts_of_a_sentence_are_not_held_against_the_whole(tell: Tell) -> None:
    story = tell(
        Herald=("2031-05-03", "Of the patients, 10 are in serious condition and four are in serious condition."),
        Tribune=("2031-05-03", "The hospital took in 23 patients."),
    )
    assert not story.disagreements


def test_a_bare_number_without_a_source_goes_on_counting(tell: Tell) -> None:
    told = "“We saw 27 howitzers on the eastern bank,” observers said, and 13 stood on the western one."
    assert not tell(Herald=("2031-05-03", told)).disagreements
