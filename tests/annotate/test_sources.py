"""Who stands behind a content: the type and subtype of a source."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.model import Annotation, SourceType

Read = Callable[..., Annotation]


@pytest.mark.parametrize(
    ("text", "kind", "subtype"),
    [
        ("President Maria Lopez said that the talks had failed.", SourceType.PERSON, "head of state"),
        ("Foreign Minister Anna Berg said that the talks had failed.", SourceType.PERSON, "minister"),
        (
            "David Miller, a historian at Oxford University, said that the talks had failed.",
            SourceType.PERSON,
            "experts",
        ),
        ("Company spokesman John Miller said that the talks had failed.", SourceType.PERSON, "spokesman"),
        ("France said that the talks had failed.", SourceType.ORGANISATION, "state"),
        ("The ministry said that the talks had failed.", SourceType.ORGANISATION, ""),
        ("Officials said that the talks had failed.", SourceType.UNNAMED, "officials"),
        ("A senior official said that the talks had failed.", SourceType.UNNAMED, "officials"),
        ("Analysts say that the talks have failed.", SourceType.UNNAMED, "experts"),
        ("A spokesman said that the talks had failed.", SourceType.UNNAMED, "spokesman"),
        ("Reports say that the talks have failed.", SourceType.UNNAMED, "reports"),
        ("A person familiar with the matter said that the talks had failed.", SourceType.UNNAMED, "sources"),
        ("Witnesses said that the bridge had collapsed.", SourceType.UNNAMED, "witnesses"),
        ("The letter says that the talks have failed.", SourceType.UNNAMED, "document"),
        ("It is believed that the talks have failed.", SourceType.NONE, "passive"),
    ],
)
def test_a_source_is_typed(read: Read, text: str, kind: SourceType, subtype: str) -> None:
    found = read(text).attributions[0]
    assert (found.source_type, found.source_subtype) == (kind, subtype)


def test_a_pronoun_is_typed_by_who_it_stands_for(read: Read) -> None:
    found = read("Maria Lopez met the union. She said that the talks had failed.").attributions[-1]
    assert (found.source_type, found.source_subtype) == (SourceType.PERSON, "pronoun")


def test_a_relative_pronoun_is_typed_by_its_noun(read: Read) -> None:
    found = read("Doctors who fear that the virus will spread wrote to the city.").attributions[0]
    assert (found.source[0].text, found.source_type, found.source_subtype) == ("who", SourceType.UNNAMED, "experts")


def test_the_service_of_a_state_is_an_organisation(read: Read) -> None:
    found = read("French intelligence believes that the talks will fail.").attributions[0]
    assert found.source_type is SourceType.ORGANISATION


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The quake killed 12 people on Tuesday, the mayor, Ana Ruiz, said.", "the mayor, Ana Ruiz"),
        ("Ana Ruiz, the mayor, said that 12 people had died.", "Ana Ruiz, the mayor"),
        ("The bridge will reopen, said its head, Dr Samir Oduvale.", "its head, Dr Samir Oduvale"),
        (
            "A lawyer for the bank, William Hart of Reed Hill, said that the claim was false.",
            "A lawyer for the bank, William Hart of Reed Hill",
        ),
        ("A spokesman for Mr. Reed, Tom Cole, said that the claim was false.", "A spokesman for Mr. Reed, Tom Cole"),
    ],
)
def test_a_role_with_a_name_beside_it_is_a_named_person(read: Read, text: str, source: str) -> None:
    found = read(text).attributions[0]
    assert (found.source[0].text, found.source_type) == (source, SourceType.PERSON)


@pytest.mark.parametrize(
    "text",
    [
        "The mayor of Lima, Peru, said that 12 people had died.",
        "An official in the capital, London, said that 12 people had died.",
        "The bridge is closed, said a spokesman for the president, Ana Ruiz.",
        "The minister, speaking in Rome, said that the bridge was closed.",
    ],
)
def test_a_name_that_belongs_to_something_else_does_not_name_the_source(read: Read, text: str) -> None:
    assert read(text).attributions[0].source_type is SourceType.UNNAMED
