"""What short articles leave open, read as they are published."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.model import Comparison

Tell = Callable[..., Comparison]


def kinds(told: Comparison, words: str) -> list[str]:
    """Return the kinds of the questions that have the words."""
    return [q.kind for q in told.questions if words in q.words]


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("The water authority said it had suspended all deliveries until further notice.", "until further", "open"),
        ("Divers found the ferry Marta. Why it sank nobody was told.", "sank", "open"),
        ("The difference between the two tolls could not be explained on Monday.", "difference", "open"),
        ("Whether the ballots can be counted is for the court to say.", "ballots", "open"),
        ("Police in Varn are investigating a gas leak as the cause of the blast.", "gas leak", "open"),
        ("“That is a strong lead, not proof,” said Nell Orr, the director of the hospital.", "strong lead", "open"),
        ("The ministry did not rule out a ban on imports of milk.", "ban on imports", "possible"),
        ("“We need tents and water now, before the next storm,” said mayor Jon Berg.", "tents", "demanded"),
        ("“We want to know who closed the gate,” said Nell Orr, whose son died.", "closed the gate", "demanded"),
        ("The opposition Reform Party wants her to go.", "her to go", "demanded"),
        ("Police commissioner Nell Orr appealed to everybody to keep off the tracks.", "tracks", "demanded"),
        ("The minister in charge of the railways must resign.", "must resign", "demanded"),
        ("Those who cried fire owe the city an apology.", "owe the city", "demanded"),
        ("The commission of inquiry is to report by October 30.", "commission", "predicted"),
        ("The city council elects a successor on October 30.", "successor", "predicted"),
        ("Velkamp was cheered by a crowd as he vowed to fight on.", "fight on", "predicted"),
    ],
)
def test_what_is_left_open_has_its_kind(tell: Tell, text: str, words: str, kind: str) -> None:
    assert kind in kinds(tell(Herald=("2031-10-08", text)), words)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "The ferry sank off Varn.\n\nHow many people died?\n\nThirty-one, by the count of the coast guard.",
            "How many",
        ),
        ("The maker had assured her that no vote had been lost or altered.", "no vote"),
        ("The prime minister assured the health minister of his full confidence.", "confidence"),
        ("The observers of Clear Count were asked to leave the hall.", "leave the hall"),
        ("Asked about the rockets, the ambassador says that deliveries ended in April.", "deliveries"),
        ("The ministry of defence would not comment on the strike.", "comment"),
        ("Two workers told of the leak, but asked not to be named for fear of losing their jobs.", "named"),
        ("The theory that the ferry hit a rock can be laid to rest.", "theory"),
        ("Doctors advise parents of sick children to boil the water.", "boil"),
    ],
)
def test_what_nobody_waits_for_is_no_question(tell: Tell, text: str, words: str) -> None:
    assert not kinds(tell(Herald=("2031-10-08", text)), words)


def test_a_title_may_ask(tell: Tell) -> None:
    text = "Will the ferry company pay its passengers?\n\nThe ferry Marta sank off Varn on Monday."
    assert kinds(tell(Herald=("2031-10-08", text)), "ferry company pay") == ["asked"]
