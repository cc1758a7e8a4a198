from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

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


AWARDS = """Council Crowned King Of Potholes

Hats off to the road board of Marsa! The plucky crew has dug the coveted Golden Crater, and beaten the moon.

"We are deep," gushed its Minister for Excuses, polishing a spoon. A spokesmole said more holes would follow."""


def test_mock_praise_with_absurd_speakers_is_one_flag_with_its_title(read: Read) -> None:
    assert of(read(f"{AWARDS}\n\n{one_line(REPORT)}").flags, "satire") == [AWARDS]


@pytest.mark.parametrize(
    "turn", ["Now for the part we did not make up.", "But seriously.", "Jokes aside!", "Now for the real news."]
)
def test_sentence_that_ends_the_joking_ends_the_flag(read: Read, turn: str) -> None:
    jokes = f"{AWARDS}\n\n{turn}"
    assert of(read(f"{jokes}\n\n{one_line(REPORT)}").flags, "satire") == [jokes]


def test_report_that_opens_with_a_turn_is_left_out(read: Read) -> None:
    text = f"{AWARDS}\n\nJokes aside, {one_line(REPORT)[0].lower()}{one_line(REPORT)[1:]}"
    assert of(read(text).flags, "satire") == [AWARDS]


def test_turn_alone_is_no_satire(read: Read) -> None:
    assert of(read(f"{one_line(SAME_REPORT)}\n\nBut seriously.\n\n{one_line(REPORT)}").flags, "satire") == []


@pytest.mark.parametrize(
    "known",
    [
        {"outlet": "The Onion"},
        {"outlet": "Marsa Satire Weekly"},
        {"url": "https://example.org/satire/2031/holes"},
        {"url": "https://dailyspoof.example/holes"},
        {"title": "Satire: the hole truth"},
        {"title": "The hole truth (parody)"},
    ],
)
def test_article_that_calls_itself_satire_is_flagged_as_a_whole(known: dict[str, str]) -> None:
    text = "The board met. It dug a hole."
    spans = Span.of(text, 0, 14), Span.of(text, 15, len(text))
    sentences = tuple(Sentence(n, span, 0) for n, span in enumerate(spans))
    (flag,) = read_flags(spacy.blank("en")(text), Annotation(Article.make(text, "t", **known), sentences=sentences))
    assert (flag.type, flag.span.text) == ("satire", text)


@pytest.mark.parametrize(
    "known",
    [
        {"outlet": "Onion Growers Weekly"},
        {"url": "https://example.org/news/satire-magazine-fined"},
        {"title": "Court fines satire magazine"},
        {"url": "https://[broken/satire/x"},
    ],
)
def test_article_about_satire_is_not_flagged(known: dict[str, str]) -> None:
    text = "The board met. It dug a hole."
    note = Annotation(Article.make(text, "t", **known), sentences=(Sentence(0, Span.of(text, 0, len(text)), 0),))
    assert read_flags(spacy.blank("en")(text), note) == ()


LIVELY = [
    'What a night, and what a goal! Rovers are in the final. "I told them they were rubbish, and they agreed," Ida '
    "Brandt joked. The magnificent keeper wept. Who would bet against them now? City await on Monday!",
    'A plucky goat stole the show at the fair. "He can have all the cheese he wants!" beamed Ida Brandt, 82. '
    "The coveted cup went to a baker from Norby. About 2,000 people came, the council said.",
    "FURY as families freeze on platform. Bosses said sorry. Sorry? Tell that to the kids! The firm blamed the snow.",
]


@pytest.mark.parametrize("text", LIVELY)
def test_lively_report_is_no_satire(read: Read, text: str) -> None:
    assert of(read(text).flags, "satire") == []


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
    assert of(with_source("Officials say it rained", SourceType.UNNAMED), "unnamed source") == [
        "Officials say it rained"
    ]


@pytest.mark.parametrize(
    ("said", "what"),
    [
        ("it rained", "it"),
        ("the mayor took bribes", "an accusation"),
        ("the firm lied about the well", "an accusation"),
    ],
)
def test_flag_says_what_rests_on_a_source_without_a_name(said: str, what: str) -> None:
    (flag,) = [f for f in with_source(f"Officials say {said}", SourceType.UNNAMED) if f.type == "unnamed source"]
    assert flag.why == f"{what} rests on a source without a name"


def test_figure_that_rests_on_a_source_without_a_name_is_called_so(read: Read) -> None:
    whys = [f.why for f in read("Two officials said that 40 homes had burned down.").flags]
    assert whys == ["a figure rests on a source without a name"]


def test_long_content_of_a_source_without_a_name_is_cut_after_its_first_words() -> None:
    said = "the new bridge over the river would stay shut until the late summer " * 4
    (flag,) = with_source(f"Officials say {said.strip()}", SourceType.UNNAMED)
    assert flag.span.text == "Officials say the new bridge over the river would stay shut until the late"


def test_source_with_a_name_or_passed_on_by_one_is_not_flagged() -> None:
    assert with_source("Brandt say it rained", SourceType.PERSON) == ()
    assert of(with_source("Officials say it rained", SourceType.UNNAMED, parent=1), "unnamed source") == []


@pytest.mark.parametrize("text", ["", "!!!", "“", "…", "🙂🙂", "A", "[", "ALL CAPITALS! " * 5, "e\u0301 " * 20])
def test_odd_text_is_read_without_an_error(text: str) -> None:
    doc = spacy.blank("en")(text)
    assert all(f.span.holds_in(text) for f in read_flags(doc, Annotation(Article.make(text, "t"))))


def test_long_text_without_paragraphs_is_flagged_in_every_sentence() -> None:
    one, times = "“We will go now and it is so,” they say. The port may possibly close. ", 2000
    text = one * times
    cuts = range(0, len(text), len(one))
    sentences = tuple(Sentence(n, Span.of(text, at, at + len(one) - 1), n // 9) for n, at in enumerate(cuts))
    flags = read_flags(spacy.blank("en")(text), Annotation(Article.make(text, "t"), sentences=sentences))
    assert [f.sentence for f in flags if f.type == "hedge"] == list(range(times))
    assert of(flags, "hedge")[-1] == "may possibly"


def test_long_run_of_jokes_is_one_flag() -> None:
    one, times = "Well, folks, buckle up! It is like watching a cat drive, is it not? ", 2000
    text = (one * times).strip()
    cuts = range(0, len(one) * times, len(one))
    sentences = tuple(Sentence(n, Span.of(text, at, at + len(one) - 1), n // 9) for n, at in enumerate(cuts))
    (flag,) = read_flags(spacy.blank("en")(text), Annotation(Article.make(text, "t"), sentences=sentences))
    assert (flag.type, flag.span.text) == ("satire", text)


def test_a_report_of_a_news_agency_is_no_unnamed_source(read: Read) -> None:
    text = "A {} report said that the dam had cracked in the night and that two villages were empty."
    assert not of(read(text.format("Reuters")).flags, "unnamed source")
    assert of(read(text.format("leaked")).flags, "unnamed source")
