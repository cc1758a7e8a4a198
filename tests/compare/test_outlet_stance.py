"""How outlets themselves stand toward whom they write about."""

from __future__ import annotations

from datetime import date

from sayso.compare.outlet_stance import outlet_stances
from sayso.model import StoryRelation
from tests.compare.builders import Build, scene


def shown(*builds: Build) -> list[StoryRelation]:
    return list(outlet_stances(scene(builds)))


def about(words: str, actor: str = "Norrail", name: str = "Kettle") -> Build:
    build = Build(words, name, name, date(2031, 5, 3))
    build.actor(actor)
    return build


def test_satire_mocks_whom_it_names_most() -> None:
    build = about("Hats off to Norrail! Norrail never fails. The mayor agrees.")
    build.actor("mayor")
    build.flag(build.text)
    (found,) = shown(build)
    assert (found.source, found.target, found.type, found.date) == ("Kettle", "Norrail", "mocks", "2031-05-03")
    assert found.stance < 0


def test_scornful_words_in_an_outlets_own_voice_are_its_stance() -> None:
    (found,) = shown(about("The so-called Norrail does nothing."))
    assert (found.source, found.target, found.type) == ("Kettle", "Norrail", "scorns")
    assert found.citations[0].spans[0].text == "The so-called Norrail does nothing."


def test_what_a_source_scorns_is_not_the_outlets_stance() -> None:
    build = about("The so-called Norrail does nothing, she said.")
    build.attribution("she", "The so-called Norrail does nothing", "said")
    assert shown(build) == []


def test_scorn_for_somebody_else_or_none_at_all_says_nothing_of_the_actor() -> None:
    assert shown(about("Shame on all of them, say those who wait; Norrail runs late.")) == []
    assert shown(about("Norrail runs late.")) == []


def test_an_outlet_stands_once_toward_an_actor() -> None:
    words = "The so-called Norrail does nothing."
    assert len(shown(about(words), about(words + " Still."))) == 1


def test_what_stands_before_or_behind_a_name_shows_the_outlets_stance() -> None:
    kinds = {
        "Norrail must go.": ("demands the removal of", -1),
        "Norrail’s figure of 40 is a joke.": ("mocks", -1),
        "We side with Norrail.": ("sides with", 1),
    }
    for words, (kind, sign) in kinds.items():
        (found,) = shown(about(words))
        assert found.type == kind
        assert found.stance * sign > 0


def test_what_somebody_else_must_do_is_not_toward_the_actor() -> None:
    assert shown(about("Norrail runs. The minister must go.")) == []
    assert shown(about("We side with the passengers, and Norrail runs late.")) == []


def test_a_last_name_alone_is_enough() -> None:
    build = Build("Ana Norrail was silent. Norrail must go.", "Kettle", "Kettle", date(2031, 5, 3))
    build.actor("Ana Norrail", "person")
    (found,) = shown(build)
    assert (found.target, found.type) == ("Ana Norrail", "demands the removal of")


def test_what_an_outlet_demands_in_its_own_voice_is_its_stance() -> None:
    (found,) = shown(about("Norrail owes the public an answer."))
    assert (found.source, found.target, found.type) == ("Kettle", "Norrail", "makes demands on")
    assert shown(about("Norrail must explain how it spends what it is paid.")) != []
    assert shown(about("Norrail owes 3 million euros to a bank.")) == []
