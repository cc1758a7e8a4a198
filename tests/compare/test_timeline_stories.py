"""Timelines of short stories: articles as they are published, with and without dates."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.brief.select import select
from sayso.compare.edtf import sort_key
from sayso.model import Comparison, TimelineEntry

Tell = Callable[..., Comparison]


def entry(told: Comparison, words: str) -> TimelineEntry:
    """Return the one entry that has the words."""
    (found,) = [e for e in told.timeline if words in e.words]
    return found


def dates(told: Comparison) -> list[str]:
    return [e.date for e in told.timeline]


@pytest.fixture(scope="module")
def ferry(tell: Tell) -> Comparison:
    """Tell of a ferry that sank, once dated and twice not."""
    return tell(
        Herald=(
            "2031-03-07",
            "The ferry Marta sank off Varn late on Wednesday.\n\n"
            "The coast guard confirmed on Thursday that 31 passengers were rescued from the ferry Marta.\n\n"
            "Inspectors had found rust on the hull in early January.",
        ),
        Tribune=(
            None,
            "The coast guard confirmed this week that 31 passengers were rescued from the ferry Marta.\n\n"
            "Harbour minister Olof Brandt said the owner must open its books.\n\n"
            "Professor Ida Holm, a historian, said ferries had sunk there before.\n\n"
            "As owner Ines Falk demands an apology, relatives wait at the quay.\n\n"
            "Crews raised the anchor on Friday.\n\n"
            "About 12 divers are currently searching the wreck.",
        ),
        Gazette=(None, "Gardeners should prune roses now, editor Nell Orr said."),
    )


def test_an_undated_article_joins_the_entry_of_a_statement_that_another_article_dates(ferry: Comparison) -> None:
    one = entry(ferry, "31 passengers")
    assert one.date == "2031-03-06"
    assert len({c.article for c in one.citations}) == 2


def test_what_an_undated_article_tells_is_placed_about_the_day_that_it_shares(ferry: Comparison) -> None:
    for words in ("must open its books", "raised the anchor", "12 divers"):
        assert (entry(ferry, words).date, entry(ferry, words).basis) == ("2031-03-06~", "story")


def test_what_an_expert_thinks_is_no_event_of_the_story(ferry: Comparison) -> None:
    assert not [e for e in ferry.timeline if "ferries had sunk" in e.words]


def test_a_statement_that_only_leads_to_another_clause_is_left_out(ferry: Comparison) -> None:
    assert not [e for e in ferry.timeline if "apology" in e.words]


def test_an_article_that_shares_no_day_stays_undated(ferry: Comparison) -> None:
    assert not [e for e in ferry.timeline if "roses" in e.words]


def test_part_of_a_month_keeps_its_name(ferry: Comparison) -> None:
    lines = [line for s in select(ferry, full=True).sections if s.key == "timeline" for line in s.lines]
    assert "early January 2031" in [line.label for line in lines]
    assert "about 6 March 2031 (inferred)" in [line.label for line in lines]


def test_entries_stand_in_the_order_of_their_dates(ferry: Comparison) -> None:
    assert dates(ferry) == sorted(dates(ferry), key=sort_key)


def test_a_published_article_needs_no_placing(tell: Tell) -> None:
    told = tell(Herald=("2031-03-07", "Harbour minister Olof Brandt said the owner must open its books."))
    assert told.timeline == ()


def test_a_figure_that_holds_now_is_of_the_day_of_publication(tell: Tell) -> None:
    told = tell(Herald=("2031-06-12", "The union now counts 400 strikers at the Ketter docks."))
    assert dates(told) == ["2031-06-12"]


def test_what_is_compared_dates_nothing(tell: Tell) -> None:
    told = tell(
        Herald=(
            "2031-06-12",
            "The port moved 900 crates on Tuesday, twice the number counted a day earlier.\n\n"
            "Dockers handled more freight on Monday than in the whole of May.",
        )
    )
    assert sorted(dates(told)) == ["2031-06-09", "2031-06-10"]


def test_a_title_joins_what_its_text_tells_more_exactly(tell: Tell) -> None:
    told = tell(
        Herald=(
            "2031-11-20",
            "Election board knew of missing ballots in October\n\n"
            "The election board was told of missing ballots in Harl on October 14, a letter shows.",
        )
    )
    assert dates(told) == ["2031-10-14"]


def test_what_is_asked_is_no_event(tell: Tell) -> None:
    told = tell(Herald=("2031-11-20", "It was not clear on Tuesday night how long the count would take."))
    assert told.timeline == ()


def test_since_a_season_or_part_of_a_month_stays_open(tell: Tell) -> None:
    told = tell(
        Herald=(
            "2031-11-20",
            "Teachers have been on strike in Harl since early November.\n\n"
            "Rebels have held the town of Orsk since the summer of 2029.",
        )
    )
    assert dates(told) == ["2029-22/..", "2031-11-01~/.."]


def test_an_article_that_tells_of_a_day_of_its_own_is_placed_by_it(tell: Tell) -> None:
    told = tell(
        Herald=("2031-09-03", "The quake struck Belmar on 1 September 2031. Rescuers arrived on Tuesday."),
        Tribune=(None, "The quake struck Belmar on September 1.\n\nMayor Jon Reth said 40 houses fell."),
    )
    assert entry(told, "40 houses").date == "2031-09-01~"
    assert len({c.article for c in entry(told, "struck Belmar").citations}) == 2


def test_the_order_of_the_articles_changes_nothing(tell: Tell) -> None:
    given = {
        "Herald": ("2031-09-03", "The quake struck Belmar on 1 September 2031."),
        "Tribune": (None, "The quake struck Belmar on September 1.\n\nMayor Jon Reth said 40 houses fell."),
        "Post": (None, "Mayor Jon Reth said 40 houses fell in Belmar.\n\nHe said this week that help was on its way."),
    }
    assert tell(**given).timeline == tell(**dict(reversed(given.items()))).timeline


def test_an_hour_is_of_the_day_last_told_and_not_of_the_day_of_publication(tell: Tell) -> None:
    alarm = "The captain had sounded the alarm at 10.52 p.m."
    assert entry(tell(Herald=("2031-05-05", f"The ferry sank on Saturday. {alarm}")), "alarm").date == "2031-05-03"
    assert not tell(Herald=("2031-05-05", alarm)).timeline


def test_an_hour_of_the_evening_is_not_of_the_day_told_by_its_morning(tell: Tell) -> None:
    told = "The result was announced early on Monday. The captain had sounded the alarm at 10.52 p.m."
    assert not [e for e in tell(Herald=("2031-05-06", told)).timeline if "alarm" in e.words]


def test_minutes_later_are_of_the_day_last_told(tell: Tell) -> None:
    story = tell(Herald=("2031-05-05", "The ferry hit a rock on Saturday. It sank 47 minutes later, officials said."))
    assert entry(story, "47 minutes").date == "2031-05-03"


def test_weeks_ago_are_about_the_day_so_many_weeks_before(tell: Tell) -> None:
    assert dates(tell(Herald=("2031-05-08", "The board cancelled the ferry two weeks ago."))) == ["2031-04-24~"]


LIVE = (
    "9.05 a.m. – The lawyers of the owner are waiting in the hall.\n\n"
    "11.40 a.m. – The engineer Wanda Kosk testifies that the pumps of the ferry had failed."
)


def test_of_a_live_report_what_others_tell_too_is_kept(tell: Tell) -> None:
    story = tell(
        Herald=("2031-05-05", LIVE),
        Tribune=("2031-05-07", "The engineer Wanda Kosk testified that the pumps of the ferry had failed."),
    )
    assert [e.words[:10] for e in story.timeline if e.date == "2031-05-05"] == ["11.40 a.m."]


def test_a_live_report_alone_is_told_by_its_hours(tell: Tell) -> None:
    assert {e.date for e in tell(Herald=("2031-05-05", LIVE)).timeline} == {"2031-05-05"}


TICKER = (
    "Live: court orders new search for the ferry Marta\n\n"
    "Our reporters follow the hearing here.\n\n"
    "9.05 a.m. – Good morning.\n\n"
    "10.10 a.m. – Norland recalls its ambassador from Varn for consultations.\n\n"
    "11.15 a.m. – The lawyer Jon Berg says that he is confident.\n\n"
    "12.30 p.m. – Correction: an earlier post put the number of the dead at 12.\n\n"
    "2.45 p.m. – The decision. The harbour office has withdrawn the licence of the owner.\n\n"
    "6.00 p.m. – We are ending our coverage here."
)


def test_a_live_report_tells_what_was_done_and_what_its_title_tells(tell: Tell) -> None:
    story = tell(Herald=("2031-05-05", TICKER), Tribune=("2031-05-07", "The ferry sank on Saturday."))
    told = [e.words for e in story.timeline if e.date == "2031-05-05"]
    assert len(told) == 3
    assert {w for w in ("court orders", "recalls its", "withdrawn the licence") if any(w in t for t in told)} == {
        "court orders",
        "recalls its",
        "withdrawn the licence",
    }


@pytest.mark.parametrize(
    "words",
    [
        "The Council is meeting in Varn to discuss Saturday’s attack on the ferry.",
        "The ministry counts 112 sick people, after 46 on Saturday.",
        "The ministry denied that anything had arrived before Saturday.",
        "The owner of the ferry would not comment on Saturday.",
        "He fears that the ferry could sink on Saturday.",
    ],
)
def test_a_day_on_which_nothing_is_told_to_happen_gives_no_entry(tell: Tell, words: str) -> None:
    assert not [e for e in tell(Herald=("2031-05-08", words)).timeline if e.date in ("2031-05-03", "2031-05-10")]


def test_what_may_not_happen_before_a_day_is_dated_by_it(tell: Tell) -> None:
    story = tell(Herald=("2031-05-08", "A union official said lessons might not resume before May 19."))
    assert dates(story) == ["2031-05-19"]


def test_a_day_after_a_statement_that_was_not_read_as_one_dates_it(tell: Tell) -> None:
    story = tell(Herald=("2031-05-08", "One of the dead is Nell Orr, a nurse, her family confirmed on Wednesday."))
    assert dates(story) == ["2031-05-07"]


def test_a_sentence_stands_under_both_of_its_dates(tell: Tell) -> None:
    story = tell(Herald=("2031-05-08", "The owner will appeal by May 31, he said on Wednesday."))
    assert dates(story) == ["2031-05-07", "2031-05-31"]


def test_now_in_what_is_told_is_no_date(tell: Tell) -> None:
    story = tell(Herald=("2031-05-08", "When the screens came back, the mayor now had 312 votes more than Jon Berg."))
    assert not story.timeline


def test_undated_statements_are_placed_only_where_few_articles_have_a_date(ferry: Comparison, tell: Tell) -> None:
    words = "Harbour minister Olof Brandt said the owner must open its books."
    assert any(words[:20] in e.words for e in ferry.timeline)
    told = "The coast guard confirmed on Thursday that 31 passengers were rescued from the ferry Marta."
    undated = f"The coast guard confirmed this week that 31 passengers were rescued from the ferry Marta.\n\n{words}"
    story = tell(
        Herald=("2031-03-07", told), Courier=("2031-03-08", "Divers reached it on Friday."), Tribune=(None, undated)
    )
    assert not [e for e in story.timeline if "Brandt" in e.words]
