"""When an undated article tells its story."""

from __future__ import annotations

from datetime import date

from sayso.compare.anchors import anchors
from sayso.compare.dated import dated
from sayso.compare.scene import Scene
from sayso.compare.years import Years
from tests.compare.builders import Build, scene

SAID = "The coast guard confirmed on 6 March 2031 that the ferry Marta lost nine passengers."


def source(build: Build, cue: str, content: str) -> Build:
    build.attribution("The coast guard", content, cue, [build.actor("The coast guard")])
    build.claim(content, 0)
    # The lemma stands for the cue as a reader would give it.
    said = build.parts["attributions"][0]
    build.parts["attributions"][0] = type(said)(
        **{**{f: getattr(said, f) for f in said.__slots__}, "cue_lemma": "confirm"}
    )
    return build


def herald(published: date | None = date(2031, 3, 7)) -> Build:
    build = Build(SAID, "herald", published=published)
    build.time("6 March 2031", "2031-03-06")
    return source(build, "confirmed", "the ferry Marta lost nine passengers")


def tribune(words: str = "The coast guard confirmed that the ferry Marta lost nine passengers.") -> Build:
    content = words.partition(" that ")[2].rstrip(".")
    return source(Build(words, "tribune"), "confirmed", content)


def placed(*builds: Build) -> dict[str, str]:
    made: Scene = scene(builds)
    years = Years.of(made.annotations, made.windows)
    names = {a.article.id: a.article.name for a in made.annotations}
    return {names[k]: v for k, v in anchors(made, years, tuple(dated(made, years)), ()).items()}


def test_a_statement_that_another_article_dates_places_an_undated_one() -> None:
    assert placed(herald(), tribune()) == {"tribune": "2031-03-06"}


def test_a_published_article_needs_no_place() -> None:
    assert placed(herald()) == {}


def test_a_statement_of_other_words_places_nothing() -> None:
    assert placed(herald(), tribune("The coast guard confirmed that a lighthouse needs paint.")) == {}


def test_an_articles_own_day_comes_before_what_it_shares() -> None:
    own = tribune("The coast guard confirmed that the ferry Marta lost nine passengers, sunk on 5 March 2031.")
    own.time("5 March 2031", "2031-03-05")
    assert placed(herald(), own) == {"tribune": "2031-03-05"}


def test_undated_articles_that_share_no_day_stay_unplaced() -> None:
    assert placed(tribune(), Build("Roses want pruning.", "gazette")) == {}


def test_no_articles_are_no_trouble() -> None:
    assert placed() == {}
