"""Why two names of people are one, and why not."""

from __future__ import annotations

import pytest

from sayso.link.actors.entries import person_words
from sayso.link.actors.names import compare_words
from sayso.link.actors.spelling import same_given, same_surname, spelling
from sayso.link.actors.verdict import Ground, Verdict


@pytest.mark.parametrize(
    ("left", "right", "reason"),
    [
        ("Ana Dole", "Ana Dole", "same name"),
        ("Ana-Maria Dole", "Anamaria Dole", "written"),
        ("Min-jae Park", "Park Minjae", "order"),
        ("Nagy Katalin", "Katalin Nagy", "order"),
        ("Ivan Petrenko", "Iwan Petrenko", "given spelled"),
        ("Oleksandr Petrenko", "Alexander Petrenko", "given language"),
        ("Mohammed al-Hariri", "Muhammad El Hariri", "given language"),
        ("Yusuf Darwish", "Youssef Darwich", "surname spelled"),
        ("Khaled Abdel Rahman", "Khalid Abdulrahman", "surname spelled"),
        ("Milica Đorđević", "Milica Djordjevic", "surname spelled"),
        ("Joe Marsh", "Joseph Marsh", "short given"),
        ("J. Marsh", "Joanna Marsh", "initial"),
        ("Joanna P. Marsh", "Joanna Marsh", "middle left out"),
        ("Rafael Ortega Núñez", "Rafael Ortega", "double surname"),
    ],
)
def test_names_that_are_one_say_why(left: str, right: str, reason: str) -> None:
    for a, b in ((left, right), (right, left)):
        verdict = compare_words(person_words(a)[0], person_words(b)[0])
        assert verdict.same
        assert reason in {g.name for g in verdict.grounds}


@pytest.mark.parametrize(
    ("left", "right", "reason"),
    [
        ("Ana Dole", "Eva Dole", "other given"),
        ("Ana Dole", "Ana Dorn", "other surname"),
        ("Joanna P. Marsh", "Joanna R. Marsh", "other middle"),
        ("Simon Paul", "Paul Simon", "both given"),
        ("Wei Chen", "Wei Shen", "other surname"),
        ("J. Marsh", "Robert Marsh", "other given"),
        ("Maria Fonseca", "Mario Fonseca", "other given"),
        ("Martin Keller", "Martina Keller", "other given"),
    ],
)
def test_names_that_are_two_say_why(left: str, right: str, reason: str) -> None:
    for a, b in ((left, right), (right, left)):
        verdict = compare_words(person_words(a)[0], person_words(b)[0])
        assert not verdict.same
        assert {g.name for g in verdict.grounds} == {reason}


def test_one_reason_against_outweighs_all_others() -> None:
    verdict = Verdict.of(Ground("surname"), Ground("junior", more="“jr”"), Ground("given"))
    assert not verdict.same
    assert verdict.says() == "one of them is “jr”, the other is not: two generations"


@pytest.mark.parametrize(
    ("name", "words", "generation"),
    [
        ("al-Hariri", ("hariri",), ""),
        ("Mohamed Al Hariri", ("mohamed", "hariri"), ""),
        ("Al Gore", ("al", "gore"), ""),
        ("Ana Dole, Jr.", ("ana", "dole"), "jr"),
        ("Ana Dole III", ("ana", "dole"), "iii"),
        ("Dr. Ana Dole PhD", ("dr", "ana", "dole"), ""),
    ],
)
def test_what_is_no_part_of_a_name_is_left_out(name: str, words: tuple[str, ...], generation: str) -> None:
    assert person_words(name) == (words, generation)


def test_spellings_are_looser_for_surnames_of_some_length_only() -> None:
    assert spelling("zelenskyy") == spelling("zelensky") == spelling("zelenskiy")
    assert same_surname("hryhorenko", "grigorenko")
    assert not same_surname("chen", "shen")
    assert same_given("volodymyr", "vladimir") == "given language"
    assert same_given("ana", "eva") is None
