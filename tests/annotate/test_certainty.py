import pytest

from sayso.annotate.certainty import judge
from sayso.annotate.certainty.reading import EFFECTS
from sayso.annotate.reader import annotate_doc, parser
from sayso.data.loading import table
from sayso.model import Article, Certainty, Mode, Polarity, Span


@pytest.fixture(scope="module")
def judged():
    """Judge the clause that a word of a text heads, in the outlet's voice."""
    nlp = parser()

    def run(text, word):
        doc = nlp(text)
        annotation = annotate_doc(doc, Article.make(text, "test"))
        start = text.index(word)
        return judge(doc, annotation, Span.of(text, start, start + len(word)), None)

    return run


def test_a_plain_statement_is_certain_and_positive(judged):
    assert judged("The bakery burned on Sunday.", "burned") == (Certainty.CERTAIN, Polarity.POSITIVE, Mode.ASSERTED)


@pytest.mark.parametrize("modal", ["may", "might", "could"])
def test_a_modal_of_possibility_makes_it_possible(judged, modal):
    assert judged(f"The dam {modal} break.", "break").certainty is Certainty.POSSIBLE


def test_will_predicts(judged):
    assert judged("The museum will reopen in May.", "reopen").mode is Mode.PREDICTED


def test_must_demands(judged):
    assert judged("The firm must repay its clients.", "repay").mode is Mode.DEMANDED


@pytest.mark.parametrize(
    "text",
    [
        "The ferry did not sink.",
        "The ferry never sank.",
        "No ferry sank.",
        "Nobody sank the ferry.",
        "The crew failed to sink the ferry.",
        "The crew refused to sink the ferry.",
    ],
)
def test_negation_in_its_many_forms_is_negative(judged, text):
    word = "sank" if "sank" in text else "sink"
    assert judged(text, word).polarity is Polarity.NEGATIVE


def test_two_negations_are_positive(judged):
    assert judged("The crew did not fail to sink the ferry.", "sink").polarity is Polarity.POSITIVE


def test_not_only_negates_nothing(judged):
    assert judged("The flood not only closed the road but also cut the power.", "closed").polarity is Polarity.POSITIVE


def test_an_infinitive_after_a_noun_is_still_to_come(judged):
    assert judged("The city signed a contract to build a bridge.", "build").mode is Mode.PREDICTED


def test_a_condition_is_hypothetical_and_its_main_clause_keeps_its_own_mode(judged):
    text = "If the levee breaks, the town will flood."
    assert judged(text, "breaks").mode is Mode.HYPOTHETICAL
    assert judged(text, "flood").mode is Mode.PREDICTED


def test_an_inverted_condition_is_hypothetical(judged):
    assert judged("Should workers strike, the port would close.", "strike").mode is Mode.HYPOTHETICAL


def test_would_under_a_past_cue_is_a_future_seen_from_then(judged):
    text = "The mayor said the bridge would open in June."
    assert judged(text, "open").mode is Mode.PREDICTED


def test_plans_and_wishes_predict_what_they_govern(judged):
    assert judged("The airline plans to cut two routes.", "cut").mode is Mode.PREDICTED
    assert judged("The airline wants to cut two routes.", "cut").mode is Mode.PREDICTED


def test_an_order_demands_what_it_governs(judged):
    assert judged("The judge ordered the firm to repay its clients.", "repay").mode is Mode.DEMANDED


def test_an_event_noun_takes_the_mode_of_what_governs_it(judged):
    assert judged("The union demanded a strike.", "strike").mode is Mode.DEMANDED
    assert judged("The council cancelled the parade.", "parade").polarity is Polarity.NEGATIVE
    assert judged("There is a risk of an outbreak.", "outbreak").mode is Mode.FEARED


def test_a_definite_event_noun_is_not_drawn_into_the_future(judged):
    assert judged("Ministers will discuss the earthquake.", "earthquake").mode is Mode.ASSERTED


def test_an_event_that_a_verb_of_happening_carries_shares_its_modal(judged):
    assert judged("The talks may begin on Friday.", "talks").certainty is Certainty.POSSIBLE


def test_an_alleged_event_is_probable_only(judged):
    assert judged("Police described an alleged theft.", "theft").certainty is Certainty.PROBABLE


def test_a_relative_clause_is_judged_by_itself(judged):
    assert judged("The town may sue the firm that built the dam.", "built").certainty is Certainty.CERTAIN


def test_coordinated_verbs_share_a_modal_but_a_finite_verb_does_not(judged):
    assert judged("The firm may close or sell the plant.", "sell").certainty is Certainty.POSSIBLE
    assert judged("The firm did not close the plant but sold it.", "sold").polarity is Polarity.POSITIVE


def test_a_stretch_without_a_word_is_judged_plainly(judged):
    assert judged("Rain fell. ...", "...") == (Certainty.CERTAIN, Polarity.POSITIVE, Mode.ASSERTED)


def claim_of(annotation, words):
    found = [c for c in annotation.claims if c.attribution is not None and words in c.spans[0].text]
    return min(found, key=lambda c: len(c.spans[0]))


def test_what_is_denied_is_negative_and_denied(read):
    claim = claim_of(read("The company denied that the plant leaked oil."), "leaked")
    assert (claim.polarity, claim.mode) == (Polarity.NEGATIVE, Mode.DENIED)


def test_what_a_denial_presupposes_is_not_denied(read):
    annotation = read("The group denied that the bomb that killed two guards was its own.")
    killed = next(e for e in annotation.events if e.lemma == "kill")
    assert killed.polarity is Polarity.POSITIVE


def test_a_claim_is_judged_through_words_that_only_lead_to_it(read):
    claims = read("The river is expected to rise. It is unlikely that the levee will hold.").claims
    assert [c.mode for c in claims][:1] == [Mode.PREDICTED]
    assert claims[-1].polarity is Polarity.NEGATIVE


def test_what_sources_believe_is_probable_and_what_they_say_is_certain(read):
    assert claim_of(read("Doctors believe that the virus came from bats."), "came").certainty is Certainty.PROBABLE
    assert claim_of(read("Doctors said that the virus came from bats."), "came").certainty is Certainty.CERTAIN


def test_a_modal_in_the_content_outweighs_a_sure_cue(read):
    assert claim_of(read("Doctors said that the virus might spread."), "spread").certainty is Certainty.POSSIBLE


def test_what_is_feared_is_feared_though_it_says_will(read):
    assert claim_of(read("Residents fear that the dam will break."), "break").mode is Mode.FEARED


def test_insisting_on_a_negated_content_is_a_denial(read):
    claim = claim_of(read("The minister insisted that the state did not spy on voters."), "spy")
    assert (claim.polarity, claim.mode) == (Polarity.NEGATIVE, Mode.DENIED)


def test_the_list_of_words_names_known_effects_and_cue_classes():
    classes = {row[2] for row in table("cues")}
    for effect, kind, words in table("factuality"):
        assert effect in EFFECTS
        if kind == "class":
            assert {w.strip() for w in words.split(",")} <= classes
