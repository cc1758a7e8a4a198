"""Who is named, described and meant by pronouns in one article."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.model import Actor, Annotation

Read = Callable[..., Annotation]


def find(annotation: Annotation, name: str) -> Actor:
    return next(a for a in annotation.actors if a.name == name)


def names(annotation: Annotation) -> set[str]:
    return {a.name for a in annotation.actors}


def said(actor: Actor) -> list[str]:
    return [m.span.text for m in actor.mentions]


def test_a_title_is_a_role_and_no_part_of_the_name(read: Read) -> None:
    actor = find(read("Brazilian President Maria Fonseca visited the flooded town."), "Maria Fonseca")
    assert actor.type == "person"
    assert actor.role == "Brazilian President"
    assert actor.speaks_for == "Brazil"
    assert said(actor) == ["Brazilian President Maria Fonseca"]


def test_a_surname_joins_the_full_name_also_where_it_comes_first(read: Read) -> None:
    annotation = read("Fonseca warned of more rain.\nMaria Fonseca spoke on Monday. Later Fonseca left the town.")
    assert len(find(annotation, "Maria Fonseca").mentions) == 3


def test_a_description_behind_the_name_is_the_role(read: Read) -> None:
    actor = find(read("Peter Marsh, a geologist at Leeds University, said the slope had moved."), "Peter Marsh")
    assert actor.role == "geologist at Leeds University"
    assert actor.speaks_for is None


def test_mr_and_mrs_of_one_surname_are_two(read: Read) -> None:
    annotation = read("Mr. Hargrove said he was innocent. Mrs. Hargrove said she had seen nothing.")
    people = [a for a in annotation.actors if a.type == "person"]
    assert [m.span.text for m in people[0].mentions] == ["Mr. Hargrove", "he"]
    assert [m.span.text for m in people[1].mentions] == ["Mrs. Hargrove", "she"]


def test_a_state_its_army_and_its_troops_are_three(read: Read) -> None:
    annotation = read(
        "Chad said its ally was safe. The Chadian army is large. "
        "Chadian troops in Mali left on Friday. The Chadian soldiers flew home."
    )
    assert find(annotation, "Chad").type == "state"
    assert find(annotation, "Chadian army").type == "force"
    troops = find(annotation, "Chadian troops")
    assert said(troops) == ["Chadian troops", "The Chadian soldiers"]
    assert troops.speaks_for == "Chad"


def test_rebels_are_not_troops(read: Read) -> None:
    annotation = read("Congolese troops entered the town. Congolese rebels left it.")
    assert {"Congolese troops", "Congolese rebels"} <= names(annotation)


def test_a_capital_that_acts_is_the_state_and_a_capital_where_things_happen_a_place(read: Read) -> None:
    annotation = read("Lima accused Chile of spying. Thousands marched in Lima on Sunday.")
    assert "Lima" in said(find(annotation, "Peru"))
    place = find(annotation, "Lima")
    assert place.type == "place"
    assert [m.as_place for m in place.mentions] == [True]


def test_a_state_can_be_a_place(read: Read) -> None:
    state = find(read("Peru sent doctors. The doctors worked in Peru before."), "Peru")
    assert [m.as_place for m in state.mentions] == [False, True]


def test_the_kremlin_speaks_for_russia_and_its_officials_are_a_group(read: Read) -> None:
    annotation = read("The Kremlin rejected the plan. Kremlin officials called it a mistake.")
    assert find(annotation, "Kremlin").speaks_for == "Russia"
    group = find(annotation, "Kremlin officials")
    assert (group.type, group.speaks_for) == ("group", "Russia")


def test_an_acronym_joins_its_expansion(read: Read) -> None:
    annotation = read("The World Health Organization (WHO) met. The WHO then sent a team to Kenya.")
    assert said(find(annotation, "World Health Organization"))[-1] == "The WHO"


def test_the_company_is_the_one_named_before(read: Read) -> None:
    annotation = read("Norvik Airlines cancelled 40 flights. The airline said pilots were ill. It apologised.")
    assert said(find(annotation, "Norvik Airlines")) == ["Norvik Airlines", "The airline", "It"]


def test_he_is_the_last_speaker_not_someone_he_mentions(read: Read) -> None:
    annotation = read(
        "Union leader Robert Hale rejected the offer. “David Cross has lied to us,” Hale said. "
        "He said the strike goes on."
    )
    assert "He" in said(find(annotation, "Robert Hale"))


def test_she_is_never_a_man(read: Read) -> None:
    annotation = read("Anna Berg met John Doyle. She said the talks had failed.")
    assert "She" in said(find(annotation, "Anna Berg"))


def test_it_that_means_nothing_means_nobody(read: Read) -> None:
    annotation = read("Norvik Airlines is based in Oslo. It is likely that the strike will end.")
    assert "It" not in said(find(annotation, "Norvik Airlines"))


def test_who_is_the_noun_before(read: Read) -> None:
    annotation = read("Residents who fled the fire slept in tents.")
    assert said(find(annotation, "residents")) == ["Residents", "who"]


def test_groups_of_the_same_words_are_one_but_bare_sources_are_not(read: Read) -> None:
    annotation = read(
        "Rescue workers dug all night. Rescue workers found two boys. "
        "Officials said the dam held. Officials said the dam had broken."
    )
    assert len(find(annotation, "rescue workers").mentions) == 2
    assert [a.name for a in annotation.actors].count("officials") == 2


def test_numbers_are_no_part_of_a_name(read: Read) -> None:
    annotation = read("About 300 striking nurses marched. Some 40 striking nurses were arrested.")
    assert len(find(annotation, "striking nurses").mentions) == 2


def test_possessive_endings_are_left_out(read: Read) -> None:
    annotation = read("Mexico's government resigned. Maria Fonseca's speech was long.")
    assert all(not m.span.text.endswith(("'s", "’s")) for a in annotation.actors for m in a.mentions)


def test_a_demonym_stands_for_the_state_only_with_the(read: Read) -> None:
    annotation = read("The Danes refused to sign. Young Danes protested.")
    assert "The Danes" in said(find(annotation, "Denmark")) or "Danes" in said(find(annotation, "Denmark"))
    assert find(annotation, "Young Danes").type == "group"


def test_the_minister_is_who_was_called_one(read: Read) -> None:
    annotation = read("Finance Minister Erik Lund met bankers. The minister promised lower taxes.")
    assert said(find(annotation, "Erik Lund"))[-1] == "The minister"


def test_laws_and_diseases_are_no_organisations(read: Read) -> None:
    annotation = read("The Clean Water Act was passed in 1999. GDP fell.")
    assert not [a for a in annotation.actors if a.type == "organisation"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   \n\n ",
        "🙂🙃 👩‍👩‍👧 é́́",
        "HE SAID SHE SAID THEY SAID US TOO",
        "“he said “she said ”they ”it",
        "he " * 500,
        "Minister " * 200,
        "Ann Lee and " * 300,
        "a\tb\r\nc – d — e … f",
    ],
)
def test_bad_input_gives_spans_that_hold(read: Read, text: str) -> None:
    for actor in read(text).actors:
        assert actor.mentions
        assert all(m.span.holds_in(text) for m in actor.mentions)


def test_ids_are_places_in_the_tuple_and_mentions_are_in_order(read: Read) -> None:
    annotation = read("Peru and Chile met. Peru's president Ana Ruiz said Chile had agreed. She thanked it.")
    assert [a.id for a in annotation.actors] == list(range(len(annotation.actors)))
    for actor in annotation.actors:
        starts = [m.span.start for m in actor.mentions]
        assert starts == sorted(starts)


def test_they_can_be_two_states(read: Read) -> None:
    annotation = read("Peru and Chile signed the treaty. They agreed to share the water.")
    assert said(find(annotation, "Peru")) == ["Peru", "They"]
    assert said(find(annotation, "Chile")) == ["Chile", "They"]


def test_a_company_that_the_parser_misses_is_an_organisation(read: Read) -> None:
    """Told by the end of its name, by what is said of it, and by what it does."""
    text = "Tarrow Water, the company that runs the dam, rejected the claim. The firm said its wall was sound."
    company = find(read(text), "Tarrow Water")
    assert company.type == "organisation"
    assert {"the company", "The firm", "its"} <= {m.span.text for m in company.mentions}


def test_the_company_is_neither_the_regulator_nor_the_paper_that_was_told(read: Read) -> None:
    text = (
        "Two engineers told the Courier that a wall had cracked. Tarrow Energy denied it. "
        "The National Mining Office opened an inquiry. The mayor said the company should open its books."
    )
    company = find(read(text), "Tarrow Energy")
    assert "the company" in {m.span.text for m in company.mentions}


def test_a_name_after_in_or_people_of_is_no_person(read: Read) -> None:
    text = "Residents of Pellmar were told to stay at home. In Pellmar, the people of Pellmar queued for bread."
    assert {a.type for a in read(text).actors if a.name == "Pellmar"} == {"place"}


def test_the_president_without_introduction_is_the_last_person_of_whom_nothing_is_said(read: Read) -> None:
    text = "Anna Marsden lost the vote. Marsden blamed the press. The president has told the public that she won."
    president = find(read(text), "Anna Marsden")
    assert {"The president", "she"} <= {m.span.text for m in president.mentions}


def test_a_paper_is_called_by_its_last_word(read: Read) -> None:
    text = "The Kelso Globe reported the theft on Monday. According to the Globe, two men ran away."
    assert len([a for a in read(text).actors if a.name.endswith("Globe")]) == 1


def test_initials_before_a_colon_are_the_person_who_was_named_in_full(read: Read) -> None:
    text = "ANNA LORNE: We lost the vote.\n\nPETER GRANT: Why did you lose?\n\nAL: We lost our nerve."
    assert not [a for a in read(text).actors if a.name == "AL"]


def test_a_name_in_capitals_that_turns_out_to_be_none_stops_nothing(read: Read) -> None:
    text = "BOTH MR. CARVER’S TEAM — INVESTMENT THE ADMINISTRATION."
    assert all(text[m.span.start : m.span.end] == m.span.text for a in read(text).actors for m in a.mentions)


def test_a_first_name_that_the_parser_left_out_is_part_of_the_name(read: Read) -> None:
    annotation = read("Athens agreed. Mehmet Aydın, the interior minister, thanked Greek Prime Minister Eleni Markou.")
    assert "Mehmet Aydın" in names(annotation)


def test_a_son_named_with_his_father_is_another(read: Read) -> None:
    annotation = read("Rob Carr Jr. spoke on Monday. His father, Rob Carr, listened to him. Rob Carr Jr. left early.")
    assert {"Rob Carr", "Rob Carr Jr."} <= names(annotation)


def test_a_subsidiary_is_not_the_group_whose_first_word_it_shares(read: Read) -> None:
    annotation = read(
        "Halden Shipping Group called the strike unlawful. Its subsidiary Halden Terminals runs the port."
    )
    assert find(annotation, "Halden Terminals").type == "organisation"
    assert said(find(annotation, "Halden Shipping Group"))[0] == "Halden Shipping Group"


def test_a_contingent_is_a_force_and_not_the_state(read: Read) -> None:
    annotation = read("The Kenyan contingent counts 900 men. Kenya will pull the Kenyan contingent out.")
    assert find(annotation, "Kenyan contingent").type == "force"
    assert said(find(annotation, "Kenya")) == ["Kenya"]


def test_a_union_named_by_two_nouns_has_one_name(read: Read) -> None:
    annotation = read(
        "The Dock and Harbour Workers Union said on Friday that 900 of its members had walked out. "
        "Karin Solberg, head of the Lorvik branch of the Dock and Harbour Workers Union, spoke."
    )
    assert len(find(annotation, "Dock and Harbour Workers Union").mentions) >= 2
    assert "Harbour Workers Union" not in names(annotation)


def test_who_stands_beside_a_role_is_a_person_whatever_the_name(read: Read) -> None:
    annotation = read("Dorhan's ambassador, Farid Nask, was called in. Later he insisted that its hands were clean.")
    assert {a.type for a in annotation.actors if a.name == "Farid Nask"} == {"person"}
    (said,) = annotation.attributions
    assert [annotation.actors[i].name for i in said.actors] == ["Farid Nask"]


def test_an_owner_may_be_a_company(read: Read) -> None:
    annotation = read("The mine's owner, Harbour Energy, said the pit would close.")
    assert {a.type for a in annotation.actors if a.name == "Harbour Energy"} == {"organisation"}
