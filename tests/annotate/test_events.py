from datetime import date

import pytest

from sayso.data.loading import table
from sayso.model import Mode, Polarity


def event(annotation, trigger):
    return next(e for e in annotation.events if trigger in e.trigger.text)


def names(annotation, ids):
    return {annotation.actors[i].name for i in ids}


@pytest.mark.parametrize(
    ("text", "trigger", "type_"),
    [
        ("France and Spain signed an agreement.", "signed", "AGREE"),
        ("The ministers met in Geneva.", "met", "CONSULT"),
        ("Canada praised the vote.", "praised", "SUPPORT"),
        ("Japan sent aid to Fiji.", "sent aid", "AID"),
        ("The king pardoned the rebels.", "pardoned", "CONCEDE"),
        ("The guards released twelve prisoners.", "released", "RETREAT"),
        ("The army withdrew from the valley.", "withdrew", "RETREAT"),
        ("The union demanded higher wages.", "demanded", "REQUEST"),
        ("The senator criticized the bank.", "criticized", "ACCUSE"),
        ("The council rejected the budget.", "rejected", "REJECT"),
        ("The group threatened the mayor.", "threatened", "THREATEN"),
        ("Nurses marched through Leeds.", "marched", "PROTEST"),
        ("Norway imposed sanctions on Belarus.", "imposed sanctions", "SANCTION"),
        ("India deployed troops along the river.", "deployed", "MOBILIZE"),
        ("Police arrested two men.", "arrested", "COERCE"),
        ("Gunmen attacked a convoy.", "attacked", "ASSAULT"),
        ("An earthquake shook the coast.", "earthquake", "DISASTER"),
        ("A train derailed near Pisa.", "derailed", "ACCIDENT"),
        ("Doctors vaccinated the children.", "vaccinated", "HEALTH"),
        ("Two miners died underground.", "died", "CASUALTY"),
        ("Chile elected a new president.", "elected", "ELECT"),
        ("The retailer laid off 300 clerks.", "laid off", "ECONOMIC"),
        ("A jury convicted the banker.", "convicted", "LEGAL"),
        ("Thieves robbed the museum.", "robbed", "CRIME"),
        ("Families fled the valley.", "fled", "MOVE"),
        ("Divers rescued the boys.", "rescued", "RESCUE"),
        ("The chef peeled an onion.", "peeled", "OTHER"),
        ("Ninety guests have fallen ill.", "fallen ill", "HEALTH"),
        ("Ninety guests fell ill with cramps.", "fell ill", "HEALTH"),
        ("Ninety guests were struck down by bad oysters.", "struck down", "HEALTH"),
        ("The court struck down the law.", "struck down", "LEGAL"),
        ("The outbreak spread through Leeds.", "outbreak", "HEALTH"),
        ("The dam cracked in May.", "cracked", "OTHER"),
        ("The council closed the schools.", "closed", "OTHER"),
        ("Norway closed its embassy in Minsk.", "closed", "SANCTION"),
        ("A letter leaked to the Gazette.", "leaked", "OTHER"),
        ("Oil leaked into the bay.", "leaked", "ACCIDENT"),
        ("The firm plans to fine the driver.", "fine", "SANCTION"),
        ("Two miners were buried under rubble.", "buried under", "CASUALTY"),
    ],
)
def test_events_are_typed(read, text, trigger, type_):
    assert event(read(text), trigger).type == type_


def test_agent_and_patient_are_actors(read):
    annotation = read("Germany attacked Poland in 1939.")
    attack = event(annotation, "attacked")
    assert names(annotation, attack.agents) == {"Germany"}
    assert names(annotation, attack.patients) == {"Poland"}


def test_the_passive_turns_agent_and_patient_round(read):
    annotation = read("Poland was attacked by Germany.")
    attack = event(annotation, "attacked")
    assert names(annotation, attack.agents) == {"Germany"}
    assert names(annotation, attack.patients) == {"Poland"}


def test_an_event_noun_has_its_agent_and_patient_around_it(read):
    annotation = read("The invasion of Poland by Germany began at dawn.")
    invasion = event(annotation, "invasion")
    assert names(annotation, invasion.agents) == {"Germany"}
    assert names(annotation, invasion.patients) == {"Poland"}


def test_a_coordinated_verb_has_the_subject_of_the_first(read):
    annotation = read("Germany invaded Poland and bombed Warsaw.")
    assert names(annotation, event(annotation, "bombed").agents) == {"Germany"}


def test_an_attacker_makes_a_killing_an_assault_and_a_quake_does_not(read):
    assert event(read("Germany killed thousands of villagers."), "killed").type == "ASSAULT"
    assert event(read("The earthquake killed thousands of villagers."), "killed").type == "CASUALTY"


def test_what_a_storm_strikes_is_no_assault(read):
    assert event(read("A hurricane struck the coast."), "struck").type == "DISASTER"


def test_a_strike_on_somebody_is_an_attack_and_a_strike_on_a_day_is_not(read):
    assert event(read("The strike on Tehran lasted an hour."), "strike").type == "ASSAULT"
    assert event(read("The teachers held a strike on Monday."), "strike").type == "PROTEST"


def test_a_number_that_is_hit_is_not_attacked(read):
    assert "ASSAULT" not in {e.type for e in read("The bill could hit 300 million.").events}
    assert "ASSAULT" in {e.type for e in read("Rebels hit the town.").events}


def test_a_verb_of_speaking_is_no_event(read):
    assert [e.trigger.text for e in read("The mayor said on Monday that he was happy.").events] == []


def test_a_denied_event_keeps_the_denial(read):
    attack = event(read("Officials denied that Germany attacked Poland."), "attacked")
    assert (attack.polarity, attack.how) == (Polarity.NEGATIVE, Mode.DENIED)
    assert attack.attribution is not None


def test_a_planned_event_is_predicted(read):
    assert event(read("The nurses plan to march on Friday."), "march").how is Mode.PREDICTED


def test_place_and_time_belong_to_the_event_they_stand_with(read):
    annotation = read("A train derailed near Madrid on 3 May 2021.", published=date(2021, 5, 4))
    derailed = event(annotation, "derailed")
    assert derailed.place is not None
    assert derailed.place.text == "Madrid"
    assert derailed.time is not None
    assert annotation.times[derailed.time].span.text.endswith("3 May 2021")


def test_the_time_of_saying_is_not_the_time_of_the_event(read):
    annotation = read("Officials said on Monday that a train derailed.", published=date(2021, 5, 4))
    assert event(annotation, "derailed").time is None


def test_triggers_stand_in_the_text_in_order(read):
    annotation = read("Rain fell. The river burst its banks and 40 families fled. Troops evacuated a school.")
    starts = [e.trigger.start for e in annotation.events]
    assert starts == sorted(starts)
    assert [e.id for e in annotation.events] == list(range(len(starts)))
    assert all(e.trigger.holds_in(annotation.article.text) for e in annotation.events)


@pytest.mark.parametrize("text", ["", "   \n ", "…", "🙂🙂", "STRIKE STRIKE STRIKE", "and and and", "“" * 50])
def test_text_that_says_nothing_does_not_crash(read, text):
    assert isinstance(read(text).events, tuple)


def test_a_very_long_sentence_is_read_in_linear_time(read):
    text = "The army attacked a town and " * 500 + "left."
    assert len(read(text).events) >= 500


def test_the_list_of_event_words_has_known_types_and_no_word_twice_in_a_row():
    plover = {
        "AGREE",
        "CONSULT",
        "SUPPORT",
        "CONCEDE",
        "COOPERATE",
        "AID",
        "RETREAT",
        "REQUEST",
        "ACCUSE",
        "REJECT",
        "THREATEN",
        "PROTEST",
        "SANCTION",
        "MOBILIZE",
        "COERCE",
        "ASSAULT",
    }
    own = {
        "DISASTER",
        "ACCIDENT",
        "HEALTH",
        "CASUALTY",
        "ELECT",
        "ECONOMIC",
        "LEGAL",
        "CRIME",
        "MOVE",
        "TRAIN",
        "RESCUE",
        "NONE",
        "OTHER",
    }
    for type_, kind, _, words in table("events"):
        listed = [w.strip() for w in words.split(",")]
        assert type_ in plover | own
        assert kind in ("verb", "noun")
        assert len(listed) == len(set(listed)), (type_, kind)
        assert all(listed), (type_, kind)
