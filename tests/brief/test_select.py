from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.brief.phrases import names
from sayso.brief.select import select
from sayso.model import Brief, Comparison, Section, SourceType, Who

Tell = Callable[..., Comparison]


@pytest.fixture(scope="module")
def story(tell: Tell) -> Comparison:
    return tell(
        Tribune=(
            "2031-05-03",
            "Tunnel fire in Alvern kills 12\n\nAt least 12 people were killed in the Alvern tunnel fire, police said. "
            "The ministry confirmed on Saturday that the tunnel would be closed for a month. "
            "“We heard a bang and ran,” said Ana Dole, a driver. The operator denied that a cable had been faulty.",
        ),
        Herald=(
            "2031-05-05",
            "The Alvern tunnel fire killed 12 people. Two engineers said a cable had been faulty for weeks. "
            "The mayor warned that more bodies could be found. It is unclear who will pay for the repairs.",
        ),
    )


def section(brief: Brief, key: str) -> Section:
    return next(s for s in brief.sections if s.key == key)


def test_sections_come_in_the_order_that_a_desk_reads_them(story: Comparison) -> None:
    order = ["articles", "confirmed", "figures", "differ", "says", "timeline", "actors", "questions", "care"]
    keys = [s.key for s in select(story).sections]
    assert keys == [k for k in order if k in keys]
    assert {"articles", "figures", "differ", "says", "questions"} <= set(keys)


@pytest.mark.parametrize("full", [False, True])
def test_every_line_cites_words_that_stand_in_their_article(story: Comparison, full: bool) -> None:
    brief = select(story, full=full)
    texts = {a.id: a.text for a in brief.articles}
    lines = [line for s in brief.sections for line in s.lines]
    assert all(line.citations for line in lines)
    assert all(span.holds_in(texts[c.article]) for line in lines for c in line.citations for span in c.spans)


def test_the_lost_bound_and_the_denial_are_shown(story: Comparison) -> None:
    labels = [line.label for line in section(select(story), "differ").lines if line.level == 0]
    assert {"lost bound", "denial"} <= set(labels)


def test_the_short_brief_says_how_much_it_leaves_out(story: Comparison) -> None:
    short, full = select(story), select(story, full=True)
    for one in short.sections:
        heads = sum(line.level == 0 for line in one.lines)
        everything = sum(line.level == 0 for line in section(full, one.key).lines)
        assert heads + one.more <= everything or one.key in ("figures", "says", "confirmed")
    assert all(s.more == 0 for s in full.sections)


def test_the_story_is_called_by_words_of_its_articles(story: Comparison) -> None:
    assert select(story).title == "Tunnel fire in Alvern kills 12"


def test_nothing_read_gives_an_empty_brief_and_no_crash(tell: Tell) -> None:
    brief = select(tell())
    assert brief.articles == ()
    assert [line for s in brief.sections for line in s.lines] == []


def test_the_short_brief_stays_within_its_length(story: Comparison) -> None:
    assert sum(len(s.lines) for s in select(story).sections) <= 40


def test_a_source_has_one_line_with_what_it_says_from_first_to_last(tell: Tell) -> None:
    told = tell(
        Tribune=("2031-05-03", "The dam is safe, said Mara Holt, the chief engineer, on Saturday. A pump had failed."),
        Herald=("2031-05-09", "The dam lost 40 tons of stone in the night, said Mara Holt, the chief engineer."),
    )
    lines = [line for line in section(select(told), "says").lines if "Holt" in line.label]
    assert len(lines) == 1
    assert lines[0].text.index("safe") < lines[0].text.index("40 tons")
    assert {c.article for c in lines[0].citations} == {a.id for a in told.articles}


def test_a_disagreement_is_one_line_in_short_and_its_sides_stand_below_it_in_full(story: Comparison) -> None:
    short, full = section(select(story), "differ"), section(select(story, full=True), "differ")
    assert all(line.level == 0 and " ⇄ " in line.text for line in short.lines)
    assert any(line.level == 1 for line in full.lines)


def test_the_short_timeline_holds_the_weightiest_entries_in_the_order_of_their_dates(tell: Tell) -> None:
    days = [f"On May {day}, 2031, {12 + day} people were evacuated from the village of Alvern." for day in range(1, 20)]
    told = tell(Tribune=("2031-05-30", "\n\n".join(days)))
    short = [line.label for line in section(select(told), "timeline").lines]
    full = [line.label for line in section(select(told, full=True), "timeline").lines]
    assert 0 < len(short) < len(full)
    assert short == [label for label in full if label in short]


def test_the_way_into_print_leads_from_the_origin_over_the_agency_to_the_outlet() -> None:
    said = Who("Leyla Demir", SourceType.PERSON, "actor:leyla demir", ("Post", "Reuters"))
    voice = Who("Herald", SourceType.ORGANISATION, "outlet:herald", ("Reuters",))
    assert names([said]) == "Leyla Demir → Reuters → Post"
    assert names([voice]) == "Reuters → Herald"


def test_the_short_timeline_puts_what_happened_on_one_date_on_one_line(tell: Tell) -> None:
    told = tell(
        Tribune=(
            "2031-05-03",
            "The Sarn dam broke on May 1. The bridge at Alvern was closed on May 1. "
            "The army took over the rescue on May 2.",
        )
    )
    lines = section(select(told), "timeline").lines
    assert [line.label for line in lines] == ["1 May 2031", "2 May 2031"]
    assert "dam broke" in lines[0].text
    assert "bridge" in lines[0].text
    assert len({c.sentence for c in lines[0].citations}) == 2
