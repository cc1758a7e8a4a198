"""Relations told by more than a verb with its object, and words that look like relations and are none."""

import pytest


def told(annotation):
    """(source, target) -> the types between them."""
    names = [a.name for a in annotation.actors]
    found = {}
    for r in annotation.relations:
        source = names[r.source] if r.source is not None else r.source_words.text
        target = names[r.target] if r.target is not None else r.target_words.text
        found.setdefault((source, target), set()).add(r.type)
    return found


@pytest.mark.parametrize(
    ("text", "pair", "kind"),
    [
        ("Anna Berg took aim at Tom Lind.", ("Anna Berg", "Tom Lind"), "criticises"),
        ("Anna Berg took issue with Tom Lind's remarks.", ("Anna Berg", "Tom Lind"), "criticises"),
        ("The union singled out Tom Lind for criticism.", ("union", "Tom Lind"), "criticises"),
        ("The union holds Siemens responsible for the leak.", ("union", "Siemens"), "criticises"),
        ("Tom Lind came under fire from the union.", ("union", "Tom Lind"), "criticises"),
        ("Protesters threw rocks at police.", ("protesters", "police"), "attacks"),
        ("France offered Japan help.", ("France", "Japan"), "aids"),
        ("Anna Berg came to Tom Lind's defence.", ("Anna Berg", "Tom Lind"), "supports"),
        ("France recalled its ambassador to Japan.", ("France", "Japan"), "withdraws its ambassador from"),
        ("Japan turned down an offer of help from France.", ("Japan", "France"), "turns down"),
        ("Anna Berg offered her condolences to the family.", ("Anna Berg", "the family"), "condoles with"),
        ("Kenya banned imports from Uganda.", ("Kenya", "Uganda"), "restricts trade with"),
        ("Kenya lifted its ban on Ugandan dairies.", ("Kenya", "Uganda"), "lifts measures against"),
        ("Kenya froze the assets of 14 Russian officers.", ("Kenya", "Russian officers"), "seizes the property of"),
        ("Prosecutors opened an investigation into Siemens.", ("prosecutors", "Siemens"), "investigates"),
        ("Anna Berg angered Tom Lind.", ("Tom Lind", "Anna Berg"), "is critical of"),
        ("Anna Berg called Tom Lind a liar.", ("Anna Berg", "Tom Lind"), "speaks ill of"),
        ("Anna Berg described Tom Lind's comments as shameful.", ("Anna Berg", "Tom Lind"), "speaks ill of"),
        ("Kenya lifted its ban on imports from Uganda.", ("Kenya", "Uganda"), "lifts measures against"),
        ("The nurses' union welcomed the government's offer.", ("union", "government"), "welcomes"),
        ("The list shows a shipment of 90 trucks from Japan to Kenya.", ("Japan", "Kenya"), "supplies"),
        ("Japan's delivery of grain to Kenya was late.", ("Japan", "Kenya"), "supplies"),
        ("Prosecutors searched the plant of Siemens on Friday.", ("prosecutors", "Siemens"), "searches"),
        ("Protesters besieged the headquarters of Siemens.", ("protesters", "Siemens"), "blocks"),
    ],
)
def test_idioms_and_names(read, text, pair, kind):
    assert kind in told(read(text)).get(pair, ())


@pytest.mark.parametrize(
    ("text", "pair", "kind"),
    [
        ("Anna Berg said France must pay its workers.", ("Anna Berg", "France"), "makes demands on"),
        ("“Congress has to explain itself,” said Anna Berg.", ("Anna Berg", "Congress"), "makes demands on"),
        ("Anna Berg said Tom Lind should be prosecuted.", ("Anna Berg", "Tom Lind"), "demands punishment for"),
        ("The union called for the resignation of Tom Lind.", ("union", "Tom Lind"), "demands the removal of"),
        ("The union wants the minister, Jon Hale, to apologise.", ("union", "Jon Hale"), "presses"),
        ("Anna Berg said Tom Lind's claims are false.", ("Anna Berg", "Tom Lind"), "rejects the claim of"),
        ("Anna Berg said Tom Lind's claim was not true.", ("Anna Berg", "Tom Lind"), "rejects the claim of"),
        ("France said Japan was behind the attack.", ("France", "Japan"), "accuses"),
        ("The union said Siemens was to blame for the leak.", ("union", "Siemens"), "accuses"),
        ("Anna Berg said France had failed to pay its workers.", ("Anna Berg", "France"), "accuses"),
        ("The Kenyan army said Ugandan artillery fired on the town.", ("Kenyan army", "Uganda"), "accuses"),
        ("Prosecutors are investigating whether Siemens paid.", ("prosecutors", "Siemens"), "investigates"),
    ],
)
def test_demands_and_disputes_in_what_sources_say(read, text, pair, kind):
    assert kind in told(read(text)).get(pair, ())


@pytest.mark.parametrize(
    "text",
    [
        "Anna Berg asked whether France should pay.",
        "Anna Berg said she did not think that France should pay.",
        "Anna Berg said France should know.",
        "Anna Berg said the workers should be paid.",
        "Anna Berg said France should win.",
    ],
)
def test_a_duty_that_is_asked_doubted_or_expected_is_no_demand(read, text):
    kinds = {kind for kinds in told(read(text)).values() for kind in kinds}
    assert not kinds & {"makes demands on", "demands punishment for"}


@pytest.mark.parametrize(
    ("text", "pair", "kind"),
    [
        ("France said that Japan would face consequences.", ("France", "Japan"), "warns"),
        ("“If Japan did this, it will pay a price,” Anna Berg told parliament.", ("Anna Berg", "Japan"), "warns"),
        ("France warned that any attack by Japan would not go unanswered.", ("France", "Japan"), "warns"),
        (
            "Russia attacked Kyiv on Monday. Ukraine said Russian missiles had hit a hospital in Kyiv.",
            ("Ukraine", "Russia"),
            "accuses",
        ),
    ],
)
def test_threats_and_strikes_in_what_sources_say(read, text, pair, kind):
    assert kind in told(read(text)).get(pair, ())


@pytest.mark.parametrize(
    "text",
    [
        "Anna Berg said that Japan paid a price.",
        "Anna Berg said that drivers would pay for parking.",
        "Anna Berg said that Japan would not regret it.",
        "Sales of cars from Japan rose.",
        "The pipe brings the supply of water from the lake to the city.",
        "Anna Berg said that Tom Lind had hit the news.",
    ],
)
def test_neither_what_is_past_nor_paid_nor_sold_is_a_threat_or_a_delivery(read, text):
    kinds = {kind for some in told(read(text)).values() for kind in some}
    assert not kinds & {"warns", "supplies", "accuses"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Anna Berg attacked Tom Lind over his record.", "criticises"),
        ("Anna Berg beat Tom Lind in the primary.", "beats"),
        ("The rebels attacked Tom Lind.", "attacks"),
        ("Anna Berg attacked Tom Lind with a hammer.", "attacks"),
    ],
)
def test_attacks_of_people_in_words_or_votes_are_no_blows(read, text, kind):
    assert {k for kinds in told(read(text)).values() for k in kinds} == {kind}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Police arrested Tom Lind.", "arrests"),
        ("The ministry fined Siemens.", "punishes"),
        ("Anna Berg fired Tom Lind.", "dismisses"),
        ("Anna Berg appointed Tom Lind as minister.", "appoints"),
        ("France expelled Tom Lind.", "expels"),
    ],
)
def test_measures_against_and_for_people_have_their_own_names(read, text, kind):
    assert {k for kinds in told(read(text)).values() for k in kinds} == {kind}


DENIAL = "The city is in the north, said Jon Hale. Lind denied the allegations."


@pytest.mark.parametrize(
    "accusation",
    [
        "Anna Berg accused Tom Lind of taking bribes.",
        "Tom Lind, the mayor, took bribes for years, Anna Berg alleged in her suit.",
    ],
)
def test_a_denial_is_toward_who_accused_and_not_toward_who_spoke_last(read, accusation):
    found = told(read(f"{accusation} {DENIAL}"))
    assert "rejects the claim of" in found["Tom Lind", "Anna Berg"]
    assert ("Tom Lind", "Jon Hale") not in found


@pytest.mark.parametrize("answer", ["The union condemned the remarks.", "The remarks were condemned by the union."])
def test_who_condemns_the_remarks_condemns_who_made_them(read, answer):
    found = told(read(f"“Tom Lind is a fool,” said Anna Berg. {answer}"))
    assert "condemns the words of" in found["union", "Anna Berg"]


def test_what_is_given_to_places_goes_to_those_who_live_there(read):
    found = told(read("Torrow County will send water tankers to four villages on Monday."))
    assert found == {("Torrow County", "four villages"): {"supplies"}}


@pytest.mark.parametrize(
    "text",
    [
        "French troops pushed the rebels out of the town.",
        "Anna Berg called for an alliance with Tom Lind.",
        "Anna Berg does not seek a confrontation with France.",
        "Anna Berg said Tom Lind cannot just break the law.",
        "“They are wonderful people,” said Anna Berg of the crew. Tom Lind nodded.",
        "Anna Berg supports eliminating Medicare.",
        "Anna Berg endorsed a candidate.",
        "Anna Berg appealed to young people.",
        "Anna Berg recalled Tom Lind's words.",
        "The Lima Herald wrote that one officer was killed by Tom Lind in the raid.",
        "Anna Berg warned that France would pay more.",
        "Anna Berg recognised that Tom Lind had a plan.",
    ],
)
def test_words_of_another_sense_relate_nobody(read, text):
    assert told(read(text)) == {}


def test_who_is_called_on_does_what_follows(read):
    found = told(read("Anna Berg called on Tom Lind to apologise to France."))
    assert "apologises to" in found["Tom Lind", "France"]
    assert "apologises to" not in found.get(("Anna Berg", "France"), ())


def test_who_fights_side_by_side_is_not_attacked(read):
    found = told(read("French troops are fighting side by side with Japan."))
    assert all("attacks" not in kinds for kinds in found.values())


@pytest.mark.parametrize(
    ("text", "pair", "kind"),
    [
        ("Two engineers said the company had covered up the leak.", ("engineers", "company"), "accuses"),
        ("Anna Berg said France had not apologised.", ("Anna Berg", "France"), "accuses"),
        ("Anna Berg runs the firm together with Tom Lind.", ("Anna Berg", "Tom Lind"), "cooperates with"),
        ("Anna Berg owes her post to Tom Lind.", ("Anna Berg", "Tom Lind"), "is indebted to"),
        (
            "Anna Berg said the pumps had failed. Tom Lind called that an outright lie.",
            ("Tom Lind", "Anna Berg"),
            "rejects the claim of",
        ),
        (
            "Anna Berg said the site had been hacked. “There is no trace of it,” said Tom Lind.",
            ("Tom Lind", "Anna Berg"),
            "finds no evidence for what is said by",
        ),
    ],
)
def test_answers_and_charges_that_name_nobody_as_such(read, text, pair, kind):
    assert kind in told(read(text)).get(pair, ())


def test_unnamed_analysts_accuse_nobody(read):
    assert told(read("Analysts say Spain broke the truce.")) == {}
