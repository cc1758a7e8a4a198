"""What happened when."""

from __future__ import annotations

import random
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.compare.timeline import build_timeline
from sayso.model import Mode, TimelineEntry
from tests.compare.builders import Build, copy, scene


def quake(
    name: str, words: str, when: str, edtf: str, published: date | None = None, outlet: str | None = None
) -> Build:
    build = Build(words, name, outlet or name, published)
    build.event("collapsed", "ACCIDENT", time=build.time(when, edtf))
    return build


def lines(*builds: Build) -> list[tuple[str, str]]:
    return [(e.date, e.words) for e in build_timeline(scene(builds))]


def test_an_event_stands_under_its_date_in_the_articles_own_words() -> None:
    (entry,) = build_timeline(
        scene([quake("Post", "The Harrow bridge collapsed on 3 May 2031.", "3 May 2031", "2031-05-03")])
    )
    assert (entry.date, entry.words, entry.basis) == (
        "2031-05-03",
        "The Harrow bridge collapsed on 3 May 2031.",
        "explicit",
    )
    assert [w.name for w in entry.who] == ["Post"]


def test_a_statement_stands_under_the_day_on_which_it_was_made_with_who_made_it() -> None:
    build = Build("The ministry confirmed on 4 May 2031 that the Harrow bridge had collapsed.")
    build.time("4 May 2031", "2031-05-04")
    build.attribution("The ministry", "the Harrow bridge had collapsed", "confirmed", [build.actor("The ministry")])
    build.event("collapsed", "ACCIDENT", attribution=0)
    (entry,) = build_timeline(scene([build]))
    assert (entry.date, [w.name for w in entry.who], entry.mode) == ("2031-05-04", ["The ministry"], Mode.ASSERTED)


def test_articles_that_tell_the_same_of_one_day_make_one_entry() -> None:
    one = quake("Post", "The Harrow bridge collapsed on 3 May 2031 after heavy rain.", "3 May 2031", "2031-05-03")
    other = quake("Mail", "On 3 May the Harrow bridge collapsed after days of rain.", "3 May", "2031-05-03")
    (entry,) = build_timeline(scene([one, other]))
    assert {c.article for c in entry.citations} == {one.id, other.id}
    assert sorted(w.name for w in entry.who) == ["Mail", "Post"]


def test_a_vaguer_date_of_the_same_event_joins_the_firm_one() -> None:
    one = quake("Post", "The Harrow bridge collapsed on 3 May 2031 after heavy rain.", "3 May 2031", "2031-05-03")
    other = quake("Mail", "The Harrow bridge collapsed in May 2031 after heavy rain.", "May 2031", "2031-05")
    assert [d for d, _ in lines(one, other)] == ["2031-05-03"]


def test_different_events_of_one_day_stay_apart() -> None:
    one = quake("Post", "The Harrow bridge collapsed on 3 May 2031.", "3 May 2031", "2031-05-03")
    other = quake("Mail", "Talks between unions and Norrail collapsed on 3 May 2031.", "3 May 2031", "2031-05-03")
    assert len(lines(one, other)) == 2


def test_entries_are_ordered_by_date() -> None:
    late = quake("A", "A crane collapsed on 9 May 2031.", "9 May 2031", "2031-05-09")
    early = quake("B", "The old mill collapsed in April 2031.", "April 2031", "2031-04")
    assert [d for d, _ in lines(late, early)] == ["2031-04", "2031-05-09"]


def test_a_day_without_a_year_takes_it_from_the_one_other_article_that_gives_it() -> None:
    open_year = quake("A", "A crane collapsed on 9 May.", "9 May", "XXXX-05-09")
    dated = quake("B", "The old mill collapsed on 9 May 2031.", "9 May 2031", "2031-05-09")
    entries = {e.words: e for e in build_timeline(scene([open_year, dated]))}
    found = entries["A crane collapsed on 9 May."]
    assert (found.date, found.basis) == ("2031-05-09", "story")


def test_a_day_without_a_year_lies_in_the_year_before_the_storys_last_day() -> None:
    winter = quake("A", "A crane collapsed on 9 December.", "9 December", "XXXX-12-09")
    dated = quake("B", "The old mill collapsed on 9 May 2031.", "9 May 2031", "2031-05-09")
    assert ("2030-12-09", "A crane collapsed on 9 December.") in lines(winter, dated)


def test_a_day_to_which_articles_give_two_years_is_left_out() -> None:
    builds = [
        quake("A", "A crane collapsed on 9 May.", "9 May", "XXXX-05-09"),
        quake("B", "The old mill collapsed on 9 May 2031.", "9 May 2031", "2031-05-09"),
        quake("C", "The first mill collapsed on 9 May 1990.", "9 May 1990", "1990-05-09"),
    ]
    assert "A crane collapsed on 9 May." not in [words for _, words in lines(*builds)]


def test_without_any_date_there_is_no_timeline() -> None:
    assert lines(quake("A", "A crane collapsed on 9 May.", "9 May", "XXXX-05-09")) == []
    assert lines(Build("Rain fell."), Build("")) == []


def test_satire_gives_no_entry() -> None:
    build = quake("A", "A crane collapsed on 9 May 2031.", "9 May 2031", "2031-05-09")
    build.flag("A crane collapsed on 9 May 2031.")
    assert lines(build) == []


def test_copies_weigh_no_more_than_one_article() -> None:
    text = "The Harrow bridge collapsed on 3 May 2031 after heavy rain."
    one, other = (quake(n, text, "3 May 2031", "2031-05-03") for n in ("Post", "Mail"))
    (copied,) = build_timeline(scene([one, other], [copy(one, other)]))
    (alone,) = build_timeline(scene([one]))
    (both,) = build_timeline(scene([one, other]))
    assert copied.weight == alone.weight < both.weight


@pytest.mark.parametrize("filler", ["while crowds watched from the river bank and drivers left their cars behind " * 6])
def test_long_sentences_are_cut_to_clauses_that_keep_event_and_time(filler: str) -> None:
    text = (
        f"It rained for weeks, {filler}, and the Harrow bridge collapsed on 3 May 2031, the first to do so, {filler}."
    )
    build = quake("A", text, "3 May 2031", "2031-05-03")
    (entry,) = build_timeline(scene([build]))
    assert "collapsed on 3 May 2031" in entry.words
    assert len(entry.words.split()) <= 30
    assert all(span.holds_in(text) for c in entry.citations for span in c.spans)


DAYS = st.tuples(st.integers(1, 5), st.sampled_from(["The Harrow bridge", "A crane at the docks", "The old corn mill"]))


@settings(deadline=None, max_examples=40)
@given(st.lists(DAYS, max_size=6, unique=True), st.randoms())
def test_any_order_gives_the_same_timeline(chosen: list[tuple[int, str]], shuffler: random.Random) -> None:
    def build(rows: list[tuple[int, str]]) -> tuple[TimelineEntry, ...]:
        made = [
            quake(f"{n} {what}", f"{what} collapsed on {n} May 2031 in the storm.", f"{n} May 2031", f"2031-05-0{n}")
            for n, what in rows
        ]
        return build_timeline(scene(made))

    first = build(chosen)
    shuffler.shuffle(chosen)
    assert build(chosen) == first


def today(name: str, what: str) -> Build:
    build = Build(f"{what} collapsed on Monday.", name, name, date(2031, 5, 5))
    build.event("collapsed", "ACCIDENT", time=build.time("Monday", "2031-05-05", "publication"))
    return build


def test_what_one_article_dates_by_its_own_day_weighs_less_than_other_days_and_still_less_after_two() -> None:
    whats = ["The Harrow bridge", "A crane at the docks", "The old corn mill", "A grandstand"]
    other = quake("Mail", "A scaffold collapsed on 2 May 2031.", "2 May 2031", "2031-05-02", date(2031, 5, 5))
    entries = build_timeline(scene([*(today(f"Post {w}", w) for w in whats), other]))
    ranked = sorted(entries, key=lambda e: -e.weight)
    assert ranked[0].date == "2031-05-02"
    assert ranked[2].weight - ranked[3].weight >= 0.9


def test_what_several_articles_tell_of_their_own_day_keeps_its_weight() -> None:
    both = build_timeline(scene([today("Post", "The Harrow bridge"), today("Mail", "The Harrow bridge over the Lune")]))
    (alone,) = build_timeline(scene([today("Post", "The Harrow bridge")]))
    assert len(both) == 1
    assert both[0].weight >= alone.weight + 0.8


def test_the_same_words_stand_once_under_each_of_their_dates() -> None:
    build = Build("Orr left on 3 May 2031 and the bridge collapsed on 7 May 2031.")
    build.event("left", "MOVE", time=build.time("3 May 2031", "2031-05-03"))
    build.event("collapsed", "ACCIDENT", time=build.time("7 May 2031", "2031-05-07"))
    assert [e.date for e in build_timeline(scene([build]))] == ["2031-05-03", "2031-05-07"]


def test_a_bare_year_weighs_less_than_a_month() -> None:
    year = quake("A", "A crane collapsed in 2029.", "2029", "2029")
    month = quake("B", "The old mill collapsed in April 2031.", "April 2031", "2031-04")
    weights = {e.date: e.weight for e in build_timeline(scene([year, month]))}
    assert weights["2029"] < weights["2031-04"] - 1


def test_a_caption_gives_no_entry() -> None:
    assert lines(quake("A", "Hide caption A crane collapsed on 9 May 2031.", "9 May 2031", "2031-05-09")) == []
