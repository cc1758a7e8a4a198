"""What is said not to be so, in forms that hold no "not", and where one statement ends and the next begins."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.model import Annotation, Certainty, Claim, Mode, Polarity

Read = Callable[..., Annotation]


def claim_with(annotation: Annotation, words: str) -> Claim:
    return next(c for c in annotation.claims if any(words in s.text for s in c.spans))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“There is no crack in the dam,” said the engineer, Mara Lindt.", "no crack"),
        ("“Not one ballot was lost,” said the clerk, Ivo Marr.", "Not one ballot"),
        ("The minister said no driver had been dismissed.", "no driver"),
    ],
)
def test_what_there_is_none_of_is_negative(read: Read, text: str, words: str) -> None:
    assert claim_with(read(text), words).polarity is Polarity.NEGATIVE


def test_reports_called_baseless_are_denied(read: Read) -> None:
    claim = claim_with(read("The firm called reports of a leak “baseless”."), "reports of")
    assert (claim.mode, claim.polarity) == (Mode.DENIED, Polarity.NEGATIVE)


def test_a_plan_called_a_disaster_is_not_denied(read: Read) -> None:
    claim = claim_with(read("Mara Lindt, the engineer, called the plan a disaster."), "disaster")
    assert claim.mode is not Mode.DENIED


def test_to_assure_that_something_is_so_predicts_nothing(read: Read) -> None:
    assert claim_with(read("The mayor assured residents that the water is clean."), "clean").mode is Mode.ASSERTED


def test_to_assure_that_something_will_be_is_a_forecast(read: Read) -> None:
    assert claim_with(read("The mayor assured residents that the water will be clean."), "clean").mode is Mode.PREDICTED


def test_a_semicolon_ends_a_claim(read: Read) -> None:
    annotation = read("The quake killed 12 people in Alvern; four firemen were hurt in the ruins.")
    assert len({c.id for c in annotation.claims}) == 2


def test_a_list_with_semicolons_is_not_torn_apart(read: Read) -> None:
    annotation = read("The quake hit Alvern, a port; Quell, a market town; and Sarn, a village.")
    assert len(annotation.claims) == 1


def test_what_is_told_of_a_source_in_passing_is_a_claim_too(read: Read) -> None:
    annotation = read("The kingdom of Sarnia, which provides 600 of the guards, said it would not send more.")
    assert claim_with(annotation, "provides 600").attribution is None


@pytest.mark.parametrize(
    "text",
    [
        "The panel found no evidence that the pumps had failed.",
        "There was no suggestion that the pumps had failed, the panel said.",
    ],
)
def test_what_there_is_no_evidence_of_is_not_told_as_so(read: Read, text: str) -> None:
    told = [c for c in read(text).claims if any("pumps had failed" in s.text for s in c.spans)]
    assert told
    assert {c.polarity for c in told} == {Polarity.NEGATIVE}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The union called for the release of all 12 workers.", "the release"),
        ("“Reopen the gates, minister, and do it today,” the union said.", "Reopen"),
        ("The opposition wants a recount of all votes.", "a recount"),
        ("The union wants the firm to reopen the gates.", "reopen"),
    ],
)
def test_what_others_are_to_do_is_demanded(read: Read, text: str, words: str) -> None:
    assert claim_with(read(text), words).mode is Mode.DEMANDED


def test_what_one_wants_to_do_oneself_is_a_plan(read: Read) -> None:
    assert claim_with(read("The minister wants to leave on Friday."), "leave").mode is Mode.PREDICTED


@pytest.mark.parametrize(
    ("answer", "who", "words"),
    [
        ("Rubbish, blasts the firm.", "the firm", "Rubbish"),
        ("Plainly untrue, replies Sollars.", "Sollars", "Plainly untrue"),
        ("“Nonsense!” says Brown.", "Brown", "“Nonsense!”"),
    ],
)
def test_an_answer_of_a_word_is_a_denial_by_who_gives_it(read: Read, answer: str, who: str, words: str) -> None:
    annotation = read(f"Two hundred people marched through the town on Sunday. {answer}")
    (told,) = (a for a in annotation.attributions if a.rule == "retort")
    assert ([s.text for s in told.source], [s.text for s in told.content]) == ([who], [words])
    assert claim_with(annotation, words).mode is Mode.DENIED


def test_a_sentence_that_begins_with_such_a_word_is_no_answer(read: Read) -> None:
    annotation = read("Rubbish, glass and old tyres lay in the yard. False, of course.")
    assert not [a for a in annotation.attributions if a.rule == "retort"]


@pytest.mark.parametrize(
    "text",
    [
        "The claim that the mayor lied is false.",
        "The theory that the fire was set on purpose can be laid to rest.",
        "The theory that the fire was set on purpose is baseless.",
        "The report that 40 people died is not true.",
        "Suggestions that the vote was rigged are unfounded.",
        "The claim that the dam is unsafe is without foundation.",
    ],
)
def test_a_claim_of_nobody_that_the_outlet_calls_untrue_is_denied(read, text):
    (denied,) = [c for c in read(text).claims if c.attribution is None and c.mode is Mode.DENIED]
    assert denied.polarity is Polarity.NEGATIVE


def test_who_holds_what_the_outlet_denies_still_holds_it(read):
    held = [c for c in read("The theory that the fire was set is baseless.").claims if c.attribution is not None]
    assert [(c.mode, c.polarity) for c in held] == [(Mode.ASSERTED, Polarity.POSITIVE)]


@pytest.mark.parametrize(
    "text",
    [
        "There is no evidence that the fire was set on purpose.",
        "Police found no evidence that the fire was set on purpose.",
        "No evidence supports the claim that the fire was set on purpose.",
    ],
)
def test_what_nothing_shows_is_left_open(read, text):
    (claim,) = [c for c in read(text).claims if c.spans[0].text == "the fire was set on purpose"]
    assert (claim.polarity, claim.certainty) != (Polarity.POSITIVE, Certainty.CERTAIN)


@pytest.mark.parametrize("text", ["The report that 40 people died is true.", "There is evidence that 40 people died."])
def test_what_is_borne_out_is_told_as_so(read, text):
    assert {c.polarity for c in read(text).claims} == {Polarity.POSITIVE}
