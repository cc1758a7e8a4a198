"""One name over all articles."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest

from sayso.link.actors import link_actors
from sayso.link.actors.persons import same_name
from sayso.model import Actor, Annotation, Article, Mention, Span, StoryActor


def article(name: str, *actors: tuple[str, str] | tuple[str, str, str]) -> Annotation:
    """Make an article whose actors are each mentioned once by name: (name, type, what it speaks for)."""
    text = "\n".join(a[0] for a in actors)
    made, at = [], 0
    for number, (actor, type_, *rest) in enumerate(actors):
        nominal = (type_ in ("force", "group") and actor[:1].islower()) or bool(rest)
        mention = Mention(Span.of(text, at, at + len(actor)), 0, "nominal" if nominal else "name")
        made.append(Actor(number, actor, type_, (mention,), rest[0] if rest else None))
        at += len(actor) + 1
    return Annotation(Article.make(text, name), actors=tuple(made))


def linked(*annotations: Annotation) -> list[tuple[str, int]]:
    return sorted((s.name, len(s.members)) for s in link_actors(annotations))


def test_a_surname_joins_its_only_bearer() -> None:
    assert linked(article("a", ("Maria Fonseca", "person")), article("b", ("Fonseca", "person"))) == [
        ("Maria Fonseca", 2)
    ]


def test_a_surname_of_two_people_joins_neither() -> None:
    first = article("a", ("Maria Fonseca", "person"), ("Paulo Fonseca", "person"))
    assert len(linked(first, article("b", ("Fonseca", "person")))) == 3


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("kim jong un", "kim jongun"),
        ("volodymyr zelensky", "volodymyr zelenskyy"),
        ("volodymyr zelensky", "vladimir zelenskiy"),
        ("robert gates", "robert m gates"),
        ("robert michael gates", "robert m gates"),
        ("joe biden", "joseph r biden"),
        ("alexander petrov", "aleksandr petrov"),
        ("mohammed karim", "muhammad karim"),
    ],
)
def test_spellings_of_one_name(left: str, right: str) -> None:
    assert same_name(tuple(left.split()), tuple(right.split()))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("anna marin", "anna martin"),
        ("george w bush", "george h bush"),
        ("maria fonseca", "mario fonseca"),
        ("john smith", "jane smith"),
        ("martin keller", "martina keller"),
        ("kim jong un", "kim jong il"),
    ],
)
def test_names_that_stay_apart(left: str, right: str) -> None:
    assert not same_name(tuple(left.split()), tuple(right.split()))


def test_a_short_name_that_fits_two_long_ones_joins_neither() -> None:
    story = [
        article("a", ("George W. Carr", "person"), ("George H. Carr", "person")),
        article("b", ("George Carr", "person")),
    ]
    assert len(linked(*story)) == 3


def test_bodies_join_by_acronym_alias_and_short_form() -> None:
    assert linked(
        article("a", ("Northern Miners Union", "organisation"), ("Norvik Airlines", "organisation")),
        article("b", ("NMU", "organisation"), ("Norvik", "organisation")),
        article(
            "c", ("W.H.O.", "organisation"), ("WHO", "organisation"), ("World Health Organization", "organisation")
        ),
    )[:2] == [("Northern Miners Union", 2), ("Norvik Airlines", 2)]


def test_troops_of_one_state_join_and_its_army_stays_apart() -> None:
    found = linked(
        article("a", ("Chadian troops", "force", "Chad")),
        article("b", ("Chadian soldiers", "force", "Chad")),
        article("c", ("Chadian army", "force", "Chad")),
        article("d", ("Malian troops", "force", "Mali")),
        article("e", ("Chadian rebels", "force", "Chad")),
    )
    assert sorted(n for _, n in found) == [1, 1, 1, 2]


def test_unnamed_groups_stay_one_to_an_article() -> None:
    assert linked(article("a", ("officials", "group")), article("b", ("officials", "group"))) == [
        ("officials", 1),
        ("officials", 1),
    ]


def test_one_name_has_one_type() -> None:
    (one,) = link_actors([article("a", ("Norvik", "place")), article("b", ("Norvik", "organisation"))])
    assert len(one.members) == 2


def test_the_order_of_the_articles_does_not_matter() -> None:
    story = [
        article("a", ("Maria Fonseca", "person"), ("Peru", "state"), ("officials", "group")),
        article("b", ("Fonseca", "person"), ("NMU", "organisation")),
        article("c", ("María Fonseca", "person"), ("Northern Miners Union", "organisation"), ("Peru", "state")),
    ]
    first: tuple[StoryActor, ...] = link_actors(story)
    assert all(link_actors(order) == first for order in permutations(story))


def test_nothing_gives_nothing() -> None:
    assert link_actors([]) == ()


def test_an_office_tells_two_people_of_one_surname_apart() -> None:
    def with_role(annotation: Annotation, number: int, role: str) -> Annotation:
        actors = list(annotation.actors)
        actors[number] = replace(actors[number], role=role)
        return replace(annotation, actors=tuple(actors))

    full = with_role(article("a", ("Maria Fonseca", "person"), ("Paulo Fonseca", "person")), 0, "Mayor")
    short = with_role(article("b", ("Fonseca", "person")), 0, "mayor of the town")
    assert linked(full, short) == [("Maria Fonseca", 2), ("Paulo Fonseca", 1)]


def test_a_body_described_by_a_name_is_the_same_everywhere() -> None:
    story = [article(name, ("Chadian health ministry", "organisation", "Chad")) for name in "ab"]
    assert linked(*story) == [("Chadian health ministry", 2)]


def test_every_link_says_why() -> None:
    (one,) = link_actors([article("a", ("Yusuf Darwish", "person")), article("b", ("Youssef Darwish", "person"))])
    assert [link.reason for link in one.links] == [
        "the same surname; “yusuf” and “youssef” are one given name in two languages or spellings"
    ]
    assert {one.links[0].left, one.links[0].right} == set(one.members)


def test_a_son_is_not_his_father() -> None:
    assert linked(article("a", ("Rob Carr", "person")), article("b", ("Rob Carr Jr.", "person"))) == [
        ("Rob Carr", 1),
        ("Rob Carr Jr.", 1),
    ]


def test_an_initial_that_fits_two_people_joins_neither() -> None:
    story = [article("a", ("Jane Carr", "person"), ("Joan Carr", "person")), article("b", ("J. Carr", "person"))]
    assert len(linked(*story)) == 3


def test_a_ministry_without_its_state_is_that_of_the_only_state_that_has_one() -> None:
    named = article("a", ("Chadian Defence Ministry", "organisation", "Chad"))
    bare = article("b", ("Defense Ministry", "organisation"))
    assert [n for _, n in linked(named, bare)] == [2]
    other = article("c", ("Malian Defence Ministry", "organisation", "Mali"))
    assert [n for _, n in linked(named, bare, other)] == [1, 1, 1]


def test_one_name_of_two_states_is_two_bodies() -> None:
    story = [
        article("a", ("Foreign Ministry", "organisation", "Chad")),
        article("b", ("Foreign Ministry", "organisation", "Mali")),
    ]
    assert len(linked(*story)) == 2


def test_an_embassy_is_told_by_its_state() -> None:
    story = [
        article("a", ("Chadian embassy", "organisation", "Chad")),
        article("b", ("embassy", "organisation", "Chad")),
        article("c", ("embassy", "organisation", "Mali")),
    ]
    assert sorted(n for _, n in linked(*story)) == [1, 2]


def test_a_company_its_subsidiary_and_its_branch_stay_apart() -> None:
    story = [
        article("a", ("Halden Shipping Group", "organisation"), ("Halden Terminals", "organisation")),
        article("b", ("Halden Shipping", "organisation"), ("Halden Terminals Lorvik", "organisation")),
    ]
    assert linked(*story) == [
        ("Halden Shipping", 2),
        ("Halden Terminals", 1),
        ("Halden Terminals Lorvik", 1),
    ]
