"""Which news agency an article credits."""

from __future__ import annotations

import pytest

from sayso.compare.credits import contributing, credited, is_agency, reporter
from sayso.model import Article


def found(text: str, outlet: str | None = "Post") -> tuple[str, ...]:
    return credited(Article.make(text, "one", outlet=outlet))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("MERIDALE (Reuters) - Rain fell.", ("Reuters",)),
        ("MERIDALE, May 4 (AP) — Rain fell.", ("Associated Press",)),
        ("PELLHAVEN, May 4 (Norvane) — Rain fell.", ("Norvane",)),
        ("Rain floods Meridale\nBy Lena Orr, Associated Press\nRain fell.", ("Associated Press",)),
        ("Rain fell.\nIt went on.\nSource: AFP", ("Agence France-Presse",)),
        ("Rain fell.\n© dpa", ("Deutsche Presse-Agentur",)),
        ("Rain fell.\n(Reuters)", ("Reuters",)),
    ],
)
def test_datelines_bylines_and_credit_lines_name_the_agency(text: str, names: tuple[str, ...]) -> None:
    assert found(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "The World Health Organization (WHO) — a body of the United Nations — met on Monday.",
        "By Lena Orr\nRain fell on the Meridale hills.",
        "By the end of May the rain had stopped and the AP of the school was back.",
        "Reuters reported that rain fell.",
        "",
    ],
)
def test_other_words_credit_nobody(text: str) -> None:
    assert found(text) == ()


def test_an_agency_does_not_credit_itself() -> None:
    assert found("PELLHAVEN, May 4 (Norvane) — Rain fell.", "Norvane Agency") == ()


def test_names_of_one_reporter_are_equal() -> None:
    assert reporter("the Norvane agency") == reporter("Norvane Agency") == reporter("Norvane")
    assert reporter("AFP") == reporter("Agence France-Presse")
    assert is_agency("The Associated Press")
    assert not is_agency("Ap")


@pytest.mark.parametrize(
    ("foot", "names"),
    [
        ("With reporting by AFP.", ("Agence France-Presse",)),
        ("(With AFP and dpa)", ("Agence France-Presse", "Deutsche Presse-Agentur")),
        ("Ann Lee and The Associated Press contributed to this report.", ("Associated Press",)),
        ("Ann Lee contributed to this report.", ()),
        ("With rain the river rose.", ()),
    ],
)
def test_an_agency_that_had_a_part_in_an_article_is_no_credit_for_all_of_it(foot: str, names: tuple[str, ...]) -> None:
    article = Article.make(f"Rain fell.\nIt went on.\n{foot}", "one", outlet="Post")
    assert contributing(article) == names
    assert credited(article) == ()
