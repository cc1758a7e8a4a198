from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from time import process_time

import pytest
import spacy

from sayso.annotate.flags import read_flags
from sayso.model import Annotation, Article, Attribution, Flag, Kind, Sentence, SourceType, Span

Read = Callable[..., Annotation]

BUDGET_JOKE = """Council Finds Money, Loses It At Once
Well, that was quick. Three days after it found a surplus, the council of Marsa has turned it into a hole. Impressive!
It's like watching a cat try to do its taxes, folks. And where did the money go? Nobody knows. Of course not!
Meanwhile, you can look forward to fewer buses and, who knows, a nice new statue. So, buckle up!"""

REPORT = """Eleven transfers to an account in Norby left the school fund of Marsa short, the council heard on Monday.
The shortfall of 2.4 million crowns was found by auditors from the firm Lindqvist, who went through the ledgers.
The treasurer, Ida Brandt, said that she had told the police and that she would resign in June.
The council voted to close the Eastgate library until the autumn. Parents stood outside in the rain."""

SAME_REPORT = """Eleven transfers to an account in Norby have emptied the school fund of Marsa.
Auditors from Lindqvist, who reviewed the ledgers, found a shortfall of 2.4 million crowns.
Treasurer Ida Brandt announced that she will resign in June, after telling the police.
The Eastgate library will remain closed until autumn, as the council voted."""


def of(flags: tuple[Flag, ...], kind: str) -> list[str]:
    return [f.span.text for f in flags if f.type == kind]


def one_line(text: str) -> str:
    return " ".join(text.split())


def test_joking_passage_is_one_flag_and_the_report_below_it_is_none(read: Read) -> None:
    note = read(f"{BUDGET_JOKE}\n\n{one_line(REPORT)}")
    assert of(note.flags, "satire") == [BUDGET_JOKE]


def test_nothing_inside_a_joking_passage_is_flagged_again(read: Read) -> None:
    flags = read(BUDGET_JOKE.replace("Nobody knows.", "It is reportedly alarming.")).flags
    assert [f.type for f in flags] == ["satire"]


@pytest.mark.parametrize(
    "text",
    [
        REPORT,
        'Is it legal? The court will decide. "What a disgrace!" said Ida Brandt. "Folks, buckle up! It\'s a circus!"',
        "We need to talk about the strike. Who would take a pay cut while profits double? I would not. Let's hope that "
        "the board listens. You don't have to be a docker to see it. It is time to be honest.",
    ],
)
def test_report_quotation_and_column_are_no_satire(read: Read, text: str) -> None:
    assert of(read(one_line(text)).flags, "satire") == []


def test_hedge_in_the_outlets_voice_is_flagged(read: Read) -> None:
    flags = read("The bridge was reportedly closed. It is believed that two cars fell into the river.").flags
    assert of(flags, "hedge") == ["reportedly", "It is believed"]


def test_two_modals_side_by_side_are_a_hedge_and_one_is_none(read: Read) -> None:
    assert of(read("The strike could possibly end soon.").flags, "hedge") == ["could possibly"]
    assert of(read("The strike could end soon. It may or may not rain in May.").flags, "hedge") == []


def test_judgement_in_the_outlets_voice_is_flagged_with_the_noun_it_judges(read: Read) -> None:
    flags = read("The vote marks an alarming retreat from the accord. Two ministers stayed away.").flags
    assert of(flags, "opinion") == ["alarming retreat"]


def test_judgement_of_a_source_is_no_opinion_of_the_outlet(read: Read) -> None:
    assert of(read('"It was an alarming retreat," Ida Brandt said. "Shameful."').flags, "opinion") == []


def test_stock_phrase_is_flagged_once_a_sentence(read: Read) -> None:
    flags = read("The closure raises questions about safety, and whether it will last remains to be seen.").flags
    assert len(of(flags, "opinion")) == 1


def test_quotation_with_nobody_behind_it_is_flagged(read: Read) -> None:
    flags = read("The harbour was empty. “We will not go back to work before spring.” The gates stayed shut.").flags
    assert of(flags, "orphan quotation") == ["“We will not go back to work before spring.”"]


def test_title_and_short_words_in_quotation_marks_are_no_orphans(read: Read) -> None:
    text = "She wrote “The Long Road Back Was Closed”. The “so called” plan failed. The sign was “red and green”."
    assert of(read(text).flags, "orphan quotation") == []


def test_foreign_word_left_in_brackets_is_flagged_and_english_insertion_is_not(read: Read) -> None:
    text = "“It will press the union [menaçant] and the firm,” he said. “The [important] point [of it] is [sic] pay.”"
    assert of(read(text).flags, "translation") == ["[menaçant]"]


def test_foreign_function_word_is_flagged_but_not_in_a_name(read: Read) -> None:
    assert of(read("The workers avec their union left the port.").flags, "translation") == ["avec"]
    assert of(read("She read Krieg und Frieden on the boat.").flags, "translation") == []


@pytest.mark.parametrize("line", ["Related articles:", "Read more: Port shut", "Advertisement", "Further notes:"])
def test_remains_of_the_page_are_flagged(read: Read, line: str) -> None:
    assert of(read(f"The port is closed.\n{line}").flags, "page residue") == [line]


def test_broken_characters_are_flagged(read: Read) -> None:
    assert of(read("The mayorâ€™s house burned down.").flags, "page residue") == ["â€™"]


def test_passage_that_rewrites_another_is_flagged_with_the_other(read: Read) -> None:
    joke = " ".join(f"{said} Well, folks, buckle up! Impressive!" for said in SAME_REPORT.split("\n"))
    note = read(f"{joke}\n\n{one_line(REPORT)}")
    (flag,) = [f for f in note.flags if f.type == "rewrite"]
    assert "Norby" in flag.span.text
    assert flag.other is not None
    assert flag.other.start >= flag.span.end


def test_report_that_tells_each_thing_once_is_no_rewrite(read: Read) -> None:
    assert of(read(one_line(REPORT)).flags, "rewrite") == []


def with_source(text: str, kind: SourceType, parent: int | None = None) -> tuple[Flag, ...]:
    """Read flags of "X say Y" whose attribution is given: source X, cue "say", the rest content."""
    at = text.index(" say ")
    spans = [Span.of(text, 0, at), Span.of(text, at + 1, at + 4), Span.of(text, at + 5, len(text))]
    made = Attribution(0, (spans[0],), (spans[1],), (spans[2],), 0, Kind.INDIRECT, kind, "officials", parent=parent)
    outer = replace(made, id=1, source_type=SourceType.PERSON)
    note = Annotation(Article.make(text, "t"), sentences=(Sentence(0, Span.of(text, 0, len(text)), 0),))
    return read_flags(spacy.blank("en")(text), replace(note, attributions=(made, outer) if parent else (made,)))


def test_source_without_a_name_is_flagged_with_its_cue() -> None:
    assert of(with_source("Officials say it rained", SourceType.UNNAMED), "unnamed source") == ["Officials say"]


def test_source_with_a_name_or_passed_on_by_one_is_not_flagged() -> None:
    assert with_source("Brandt say it rained", SourceType.PERSON) == ()
    assert of(with_source("Officials say it rained", SourceType.UNNAMED, parent=1), "unnamed source") == []


@pytest.mark.parametrize("text", ["", "!!!", "“", "…", "🙂🙂", "A", "[", "ALL CAPITALS! " * 5, "e\u0301 " * 20])
def test_odd_text_is_read_without_an_error(text: str) -> None:
    doc = spacy.blank("en")(text)
    assert all(f.span.holds_in(text) for f in read_flags(doc, Annotation(Article.make(text, "t"))))


def test_time_grows_with_the_text_and_not_with_its_square() -> None:
    def seconds(times: int) -> float:
        text = "“We will go now and it is so,” folks! The port may possibly close? " * times
        width = len(text) // times
        sentences = tuple(Sentence(n, Span.of(text, n * width, (n + 1) * width - 1), n // 9) for n in range(times))
        doc = spacy.blank("en")(text)
        start = process_time()
        read_flags(doc, Annotation(Article.make(text, "t"), sentences=sentences))
        return process_time() - start

    seconds(50)
    assert seconds(4000) < 40 * seconds(400)
