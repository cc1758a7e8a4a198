import pytest

from sayso.model import Certainty, Mode, Polarity


def own(annotation):
    return [c for c in annotation.claims if c.attribution is None]


def test_every_attribution_has_one_claim_over_its_content(read):
    annotation = read("The mayor said that the bridge is safe. Engineers believe that it will hold.")
    claims = {c.attribution: c.spans for c in annotation.claims if c.attribution is not None}
    assert claims == {a.id: a.content for a in annotation.attributions}
    assert claims


def test_a_plain_sentence_is_a_claim_of_the_outlet(read):
    (claim,) = own(read("A fire destroyed the old market."))
    assert claim.spans[0].text == "A fire destroyed the old market"
    assert (claim.certainty, claim.mode) == (Certainty.CERTAIN, Mode.ASSERTED)


def test_coordinated_clauses_are_claims_of_their_own(read):
    texts = [c.spans[0].text for c in own(read("A fire destroyed the market, and the police closed the square."))]
    assert texts == ["A fire destroyed the market", "the police closed the square"]


def test_the_frame_of_an_attribution_is_no_claim(read):
    assert own(read("The mayor said on Monday that the bridge is safe.")) == []


def test_what_hangs_beside_an_attribution_is_the_outlets_claim(read):
    claims = own(read("The mayor said that the bridge is safe, but engineers closed it on Friday."))
    assert [c.spans[0].text for c in claims] == ["engineers closed it on Friday"]


def test_a_question_is_asked(read):
    (claim,) = own(read("Did the company hide the leak?"))
    assert (claim.mode, claim.certainty) == (Mode.ASKED, Certainty.UNKNOWN)


@pytest.mark.parametrize(
    "text",
    [
        "It is unclear how many people drowned.",
        "It was not known who lit the fire.",
        "Whether the levee holds is unclear.",
    ],
)
def test_what_is_left_open_is_asked(read, text):
    assert {c.mode for c in own(read(text))} == {Mode.ASKED}


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("“The allegations are baseless,” the bank said.", True),
        ("The minister said the reports were false.", True),
        ("The minister said the reports were not false.", False),
        ("The minister said the reports were long.", False),
    ],
)
def test_calling_a_report_false_denies_it(read, text, denied):
    (claim,) = [c for c in read(text).claims if c.attribution is not None]
    assert (claim.mode is Mode.DENIED) == denied


def test_a_heading_with_an_event_is_a_claim_and_a_bare_label_is_not(read):
    annotation = read("Storm floods harbour\nA storm flooded the harbour on Friday.\nRelated sources\nRead more")
    texts = [c.spans[0].text for c in own(annotation)]
    assert "Storm floods harbour" in texts
    assert "Related sources" not in texts


def test_a_modal_in_a_side_clause_does_not_weaken_the_claim(read):
    (claim,) = own(read("In a step that could change the game, the league sold its rights."))
    assert claim.certainty is Certainty.CERTAIN


def test_a_claim_points_at_what_lies_inside_it(read):
    annotation = read("France evacuated 300 tourists from Mali on 5 June 2020.")
    (claim,) = own(annotation)
    assert [annotation.events[i].lemma for i in claim.events] == ["evacuate"]
    assert [annotation.figures[i].value for i in claim.figures] == [300]
    assert {annotation.actors[i].name for i in claim.actors} >= {"France"}
    assert len(claim.times) == 1


def test_terms_are_content_lemmas_once_each_and_sorted(read):
    (claim,) = own(read("The workers repaired the pumps and the other workers watched the pumps."))[:1]
    assert claim.terms == tuple(sorted(set(claim.terms)))
    assert {"worker", "repair", "pump"} <= set(claim.terms)
    assert "the" not in claim.terms


def test_claims_stand_in_the_order_of_the_text_and_their_spans_hold(read):
    annotation = read("Rain fell all night. “The river rose,” the mayor said. Schools closed, and buses stopped.")
    starts = [c.spans[0].start for c in annotation.claims]
    assert starts == sorted(starts)
    assert all(s.holds_in(annotation.article.text) for c in annotation.claims for s in c.spans)


@pytest.mark.parametrize("text", ["", "\n\n", "?", "🙂 🙂 🙂", "-- --", "word " * 3000])
def test_odd_text_does_not_crash(read, text):
    assert isinstance(read(text).claims, tuple)


def test_the_negation_stays_with_the_coordinated_verb_it_belongs_to(read):
    claims = read("The bureau checked the databases, interviewed the brother and did not find any weapons.").claims
    assert [(c.spans[0].text, c.polarity.value) for c in claims] == [
        ("The bureau checked the databases, interviewed the brother", "positive"),
        ("did not find any weapons", "negative"),
    ]


def test_a_refusal_and_what_is_refused_do_not_contradict(read):
    claims = read("Maria Lopez said Anna Berg refused to negotiate with the union.").claims
    assert {c.polarity.value for c in claims} == {"negative"}


def test_a_past_wish_predicts_nothing(read):
    (claim,) = read("Anna Berg sought to shift attention to the economy.").claims
    assert claim.mode.value == "asserted"
    assert claim.certainty.value == "unknown"


@pytest.mark.parametrize("text", ["Its spokesman, Tom Lind, called.", "People killed and 53"])
def test_what_breaks_off_is_no_claim(read, text):
    assert read(text).claims == ()


def test_who_is_cited_as_origin_is_no_claim(read):
    found = read("The dam has cracked, the Evening Star reported on Monday, citing NBC.")
    assert "NBC" not in [" ".join(s.text for s in c.spans) for c in found.claims]
    assert any("dam has cracked" in s.text for c in found.claims for s in c.spans)


def test_what_a_source_is_said_to_do_in_passing_is_a_claim(read):
    annotation = read("China’s president, maintaining a friendly relationship with Moscow, said he wanted peace.")
    texts = [" … ".join(s.text for s in c.spans) for c in own(annotation)]
    assert texts == ["China’s president … maintaining a friendly relationship with Moscow"]


def test_a_tie_that_a_source_is_given_in_passing_is_a_claim(read):
    annotation = read("Norway, the closest ally of Iceland, called for restraint on Monday.")
    assert [c.spans[0].text for c in own(annotation)] == ["Norway, the closest ally of Iceland"]


@pytest.mark.parametrize(
    "text",
    [
        "Speaking in Paris on Monday, the minister said the army was ready.",
        "Maria Lund, the mayor of Oslo, said on Monday that the city would pay.",
    ],
)
def test_how_or_by_whom_it_was_said_is_no_claim(read, text):
    assert own(read(text)) == []


def test_a_heading_that_asks_is_a_question(read):
    annotation = read("Will the schools close?\n\nThe ministry said on Tuesday that it would decide soon.")
    assert [(c.spans[0].text, c.mode) for c in own(annotation)] == [("Will the schools close", Mode.ASKED)]


@pytest.mark.parametrize("said", ["“An invention from beginning to end,”", "“Nonsense from the first word,”"])
def test_a_quotation_that_only_calls_something_untrue_denies_it(read, said):
    (claim,) = [c for c in read(f"{said} said the mayor.").claims if c.attribution is not None]
    assert claim.mode is Mode.DENIED


def test_no_such_thing_is_a_denial(read):
    (claim,) = [
        c for c in read("The office said it had received no such complaint.").claims if c.attribution is not None
    ]
    assert claim.mode is Mode.DENIED


def test_no_more_than_turns_nothing_round(read):
    (claim,) = own(read("No more than four of the eleven members stand behind the mayor."))
    assert claim.polarity is Polarity.POSITIVE


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The mayor has endorsed Clara Vale.", "The mayor has endorsed Clara Vale"),
        (
            "Peru protested, summoning Norway’s ambassador on Friday.",
            "Peru protested, summoning Norway’s ambassador on Friday",
        ),
        (
            "The talks in Geneva underline how close both sides are.",
            "The talks in Geneva underline how close both sides are",
        ),
    ],
)
def test_who_is_backed_and_what_a_thing_shows_is_told_by_the_outlet(read, text, told):
    assert [(c.attribution, c.spans[0].text) for c in read(text).claims] == [(None, told)]


@pytest.mark.parametrize(
    "text", ["The report highlights that Peru paid late.", "The mayor supports selling Clara Vale’s port."]
)
def test_what_a_report_shows_and_what_somebody_backs_stays_theirs(read, text):
    assert [c.attribution is not None for c in read(text).claims] == [True]
