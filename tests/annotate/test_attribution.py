"""Who says what: the constructions, the spans, the nesting."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.model import Annotation, Attribution, Kind

Read = Callable[..., Annotation]


def parts(a: Attribution) -> tuple[str, str, str]:
    return tuple(" … ".join(s.text for s in spans) for spans in (a.source, a.cue, a.content))  # type: ignore[return-value]


def only(annotation: Annotation) -> Attribution:
    assert len(annotation.attributions) == 1, [parts(a) for a in annotation.attributions]
    return annotation.attributions[0]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("The mayor said that two ferries had sunk.", "The mayor", "said", "two ferries had sunk"),
        ("Two ferries sank, the mayor said on Monday.", "the mayor", "said", "Two ferries sank"),
        ("According to the coast guard, two ferries sank.", "the coast guard", "According to", "two ferries sank"),
        ("Ana Ruiz told reporters that the dam would hold.", "Ana Ruiz", "told", "the dam would hold"),
        ("The levee failed, as the governor noted.", "the governor", "noted", "The levee failed"),
        ("The union promised to pay.", "The union", "promised", "to pay"),
        ("The union urged members to walk out.", "The union", "urged", "members to walk out"),
        ("She described the vote as a farce.", "She", "described", "the vote as a farce"),
        ("Peru demanded the withdrawal of the troops.", "Peru", "demanded", "the withdrawal of the troops"),
        ("The letter warns of a shortage.", "The letter", "warns of", "a shortage"),
        ("The mayor called for calm.", "The mayor", "called for", "calm"),
        ("Prices may rise, some economists fear.", "some economists", "fear", "Prices may rise"),
        ("There were reports of looting in the city.", "reports", "reports", "looting in the city"),
        ("It was announced that the bridge would close.", "", "was announced", "the bridge would close"),
        ("The banker was accused of fraud by prosecutors.", "prosecutors", "was accused of", "fraud"),
        ("No deal, says union", "union", "says", "No deal"),
        ("Quake kills dozens: officials", "officials", ":", "Quake kills dozens"),
    ],
)
def test_source_cue_and_content_are_the_exact_words(read: Read, text: str, source: str, cue: str, content: str) -> None:
    assert parts(only(read(text))) == (source, cue, content)


def test_an_opinion_met_from_others_is_theirs(read: Read) -> None:
    found = only(read("The proposal has been met with scepticism from farmers."))
    assert parts(found) == ("farmers", "scepticism", "The proposal")


def test_a_passive_without_agent_has_no_source(read: Read) -> None:
    found = only(read("The volcano is believed to be dormant."))
    assert parts(found) == ("", "is believed", "The volcano … to be dormant")
    assert found.source_subtype == "passive"


def test_a_noun_takes_its_source_from_a_phrase_beside_it(read: Read) -> None:
    found = only(read("A warning from the central bank that prices would rise shook markets."))
    assert parts(found) == ("the central bank", "warning", "prices would rise")


def test_a_trailing_participle_is_a_second_attribution_of_the_same_source(read: Read) -> None:
    first, second = read("Ana Ruiz said the dam would hold, warning that more rain was coming.").attributions
    assert parts(first) == ("Ana Ruiz", "said", "the dam would hold")
    assert parts(second) == ("Ana Ruiz", "warning", "more rain was coming")


def test_a_split_quotation_is_one_attribution_with_two_pieces(read: Read) -> None:
    found = only(read("“The dam,” Mayor Ana Ruiz said, “will hold.”"))
    assert [s.text for s in found.content] == ["“The dam,”", "“will hold.”"]
    assert found.kind is Kind.DIRECT


def test_a_second_quotation_in_the_paragraph_belongs_to_the_same_speaker(read: Read) -> None:
    found = only(read("“We lost everything,” said Rosa Diaz, a baker in the old town. “Nobody came.”"))
    assert parts(found)[0] == "Rosa Diaz, a baker in the old town"
    assert [s.text for s in found.content] == ["“We lost everything,”", "“Nobody came.”"]


def test_a_quotation_over_two_paragraphs_is_one_content(read: Read) -> None:
    text = "Ruiz said:\n\n“We will not pay.\n\n“We will not sign either.”\n\nThe talks go on."
    found = next(a for a in read(text).attributions if a.kind is Kind.DIRECT)
    assert found.content[0].text == "“We will not pay.\n\n“We will not sign either.”"


def test_a_free_standing_quotation_goes_to_the_running_speaker(read: Read) -> None:
    text = "“The dam will hold,” Ruiz said.\n\n“Nobody needs to leave the valley, and nobody will.”\n\nThe river rose."
    last = read(text).attributions[-1]
    assert (last.rule, last.cue, last.source[0].text) == ("speech.running", (), "Ruiz")


def test_marks_round_a_part_make_a_mixed_content(read: Read) -> None:
    assert read("Ruiz insisted “nobody was hurt” in the blast.").attributions[0].kind is Kind.MIXED


def test_reports_that_are_dismissed_are_nested_in_the_dismissal(read: Read) -> None:
    outer, inner = read("Officials dismissed reports that the dam had cracked.").attributions
    assert parts(outer) == ("Officials", "dismissed", "reports that the dam had cracked")
    assert parts(inner) == ("reports", "reports", "the dam had cracked")
    assert (outer.parent, inner.parent) == (None, outer.id)


def test_a_relative_clause_has_the_relative_pronoun_as_source(read: Read) -> None:
    found = only(read("The governor, who had said that schools would stay open, resigned."))
    assert parts(found) == ("who", "had said", "schools would stay open")


def test_a_transcript_gives_each_line_to_its_speaker(read: Read) -> None:
    found = read("RUIZ: We will not sign.\nLOPEZ: Then we will strike.").attributions
    assert [parts(a)[0] for a in found] == ["RUIZ", "LOPEZ"]


def test_a_label_that_names_nobody_is_no_source(read: Read) -> None:
    assert read("Related: Ferry fares go up again").attributions == ()


def test_reportedly_attributes_its_clause_to_nobody_in_particular(read: Read) -> None:
    found = only(read("The thief has reportedly fled to Chile."))
    assert (found.source, found.cue_lemma) == ((), "reportedly")


def test_a_survey_is_the_source_of_what_it_found(read: Read) -> None:
    first = read("In a survey of 400 firms, half said they would cut jobs.").attributions[0]
    assert parts(first)[0] == "a survey of 400 firms"


def test_a_thing_that_cannot_speak_is_no_source(read: Read) -> None:
    assert read("The situation demands great care.").attributions == ()


def test_i_think_inside_a_quotation_adds_no_second_voice(read: Read) -> None:
    assert len(read("“I think the dam will hold,” Ana Ruiz said.").attributions) == 1


def test_a_plain_report_has_no_attribution(read: Read) -> None:
    assert read("The river rose by two metres overnight and flooded three streets.").attributions == ()


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\n ",
        "“",
        '"No, he said. "No" he said, "and',
        "SAID SAID SAID THAT",
        "“😀é́” said 👩‍👩‍👧 Rosa.",
        ": : :\n:\n\n: a",
        "he said that " * 300,
        "“Yes,” she said. " * 200,
    ],
)
def test_odd_input_gives_spans_that_hold(read: Read, text: str) -> None:
    annotation = read(text)
    for a in annotation.attributions:
        assert a.content
        assert all(s.holds_in(annotation.article.text) for s in (*a.source, *a.cue, *a.content))
        assert a.parent is None or a.parent < len(annotation.attributions)


def test_ids_count_up_in_the_order_of_the_text(read: Read) -> None:
    found = read("Ruiz said rain was near. Lopez denied that the dam had cracked. Diaz feared the worst.").attributions
    assert [a.id for a in found] == list(range(len(found)))
    assert [a.content[0].start for a in found] == sorted(a.content[0].start for a in found)
