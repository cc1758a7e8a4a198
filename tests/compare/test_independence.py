"""How many origins of a claim are shown to be independent."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from sayso.compare.independence import independence
from sayso.compare.scene import Scene
from sayso.model import ClaimRef, Copy, Independence, SourceType, Who
from tests.compare.builders import Build, copy, scene


def said(
    outlet: str,
    source: str = "",
    kind: SourceType = SourceType.ORGANISATION,
    actor: str = "organisation",
    before: str = "",
    speaks_for: str | None = None,
    role: str | None = None,
) -> Build:
    """One article with one claim: in the outlet's own voice, or from ``source``."""
    end = f", {source} said." if source else "."
    build = Build(f"{before}The old bridge fell in the night{end}", name=f"{outlet}.txt", outlet=outlet)
    given_actor = [build.actor(source, actor, speaks_for, role)] if source and kind is not SourceType.UNNAMED else []
    at = build.attribution(source, "The old bridge fell in the night", "said", given_actor, kind) if source else None
    build.claim("The old bridge fell in the night", at)
    return build


def judged(builds: Sequence[Build], copies: Sequence[Copy] = ()) -> tuple[tuple[Who, ...], Independence]:
    return independence([ClaimRef(b.id, 0) for b in builds], scene(builds, copies))


def person(outlet: str, name: str, **more: str) -> Build:
    return said(outlet, name, SourceType.PERSON, "person", **more)


def test_two_named_institutions_are_shown_independent() -> None:
    _, found = judged([said("Post", "the fire service"), said("Herald", "the ministry")])
    assert (found.shown, found.origins, found.articles, found.outlets) == (2, 2, 2, 2)
    assert found.reason == "two named sources"


def test_the_same_named_source_counts_once() -> None:
    who, found = judged([person("Post", "Maria Ost"), person("Herald", "Maria Ost")])
    assert (found.shown, found.reason) == (1, "same named source: Maria Ost")
    assert [w.name for w in who] == ["Maria Ost"]


def test_outlets_in_their_own_voice_count_once_together() -> None:
    who, found = judged([said("Post"), said("Herald"), said("Mail")])
    assert (found.shown, found.origins) == (1, 3)
    assert found.reason == "outlets in their own voice, no source given"
    assert [w.name for w in who] == ["Herald", "Mail", "Post"]


def test_own_voice_adds_nothing_to_a_named_source() -> None:
    assert judged([said("Post", "the ministry"), said("Herald")])[1].shown == 1


def test_unnamed_sources_count_for_nothing_and_are_never_merged() -> None:
    builds = [said(o, "officials", SourceType.UNNAMED) for o in ("Post", "Herald")]
    who, found = judged(builds)
    assert (found.shown, found.origins, found.reason) == (0, 2, "unnamed sources only")
    assert [(w.name, w.key) for w in who] == [("officials", None), ("officials", None)]


def test_copies_count_once() -> None:
    one, other = said("Post"), said("Herald")
    _, found = judged([one, other], [copy(one, other)])
    assert (found.shown, found.origins, found.reason) == (1, 1, "copies of Herald")


def test_copies_join_through_an_article_that_does_not_have_the_claim() -> None:
    one, other = said("Post"), said("Herald")
    third = Build("Rain fell.", "third", "Mail")
    third.claim("Rain fell")
    made = scene([one, other, third], [copy(one, third), copy(third, other)])
    assert independence([ClaimRef(one.id, 0), ClaimRef(other.id, 0)], made)[1].origins == 1


def test_an_unnamed_source_in_copies_is_one_origin() -> None:
    one, other = (said(o, "officials", SourceType.UNNAMED) for o in ("Post", "Herald"))
    assert judged([one, other], [copy(one, other)])[1].origins == 1


def test_an_agency_in_the_dateline_is_the_origin() -> None:
    builds = [said("Post", before="MERIDALE (Reuters) - "), said("Herald", before="MERIDALE, May 4 (Reuters) — ")]
    who, found = judged(builds)
    assert (found.shown, found.origins, found.reason) == (1, 1, "same report: Reuters")
    assert [(w.name, w.via) for w in who] == [("Herald", ("Reuters",)), ("Post", ("Reuters",))]


def test_initials_and_full_name_of_an_agency_are_one() -> None:
    builds = [said("Post", before="By Lena Orr, Associated Press\n"), said("Herald", before="MERIDALE (AP) — ")]
    assert judged(builds)[1].origins == 1


def test_a_named_source_read_through_an_agency_shows_the_chain() -> None:
    who, _ = judged([said("Post", "the ministry", before="MERIDALE (AFP) — ")])
    assert who[0].via == ("Post", "Agence France-Presse")


def test_the_shortest_chain_to_a_source_is_shown() -> None:
    direct, indirect = said("Post", "the ministry"), said("Herald", "the ministry", before="MERIDALE (AFP) — ")
    assert judged([direct, indirect])[0][0].via == ()


def test_an_outlet_that_cites_another_outlet_of_the_story_leads_to_its_source() -> None:
    first = person("Norvane Agency", "Maria Ost")
    _, found = judged([first, said("Herald", "the Norvane agency")])
    assert (found.shown, found.origins, found.reason) == (1, 1, "same named source: Maria Ost")


def test_outlets_that_cite_each_other_count_for_nothing() -> None:
    _, found = judged([said("Post", "the Herald"), said("Herald", "the Post")])
    assert (found.shown, found.reason) == (0, "outlets that cite each other")


def test_a_circle_of_three_beside_a_named_source_counts_the_source_only() -> None:
    circle = [said("Post", "the Herald"), said("Herald", "the Mail"), said("Mail", "the Post")]
    assert judged([*circle, said("Star", "the ministry")])[1].shown == 1


def test_a_circle_of_outlets_that_copy_each_other_counts_for_nothing() -> None:
    one, other = said("Post", "the Herald"), said("Herald", "the Post")
    _, found = judged([one, other], [copy(one, other)])
    assert (found.shown, found.reason) == (0, "outlets that cite each other")


def test_an_outlet_that_cites_itself_is_its_own_voice() -> None:
    _, found = judged([said("Herald", "The Herald"), said("Post")])
    assert (found.shown, found.reason) == (1, "outlets in their own voice, no source given")


def citing(outlet: str, name: str) -> Build:
    build = Build(f"The old bridge fell in the night, the paper has learned, citing {name}.", f"{outlet}.txt", outlet)
    build.actor(name)
    build.claim("The old bridge fell in the night")
    return build


def test_outlets_that_cite_one_broadcaster_have_it_as_their_one_origin() -> None:
    who, found = judged([citing("Post", "NBC"), citing("Mail", "NBC")])
    assert (found.shown, found.origins, found.reason) == (1, 1, "same report: NBC")
    assert [w.via for w in who] == [("NBC",), ("NBC",)]


def test_citing_in_capitals_what_is_no_organisation_is_no_origin() -> None:
    build = Build("The old bridge fell, the paper has learned, citing Article 5.", "Post.txt", "Post")
    build.claim("The old bridge fell")
    assert judged([build])[1].reason == "one outlet in its own voice"


def test_a_thousand_copies_are_one_origin() -> None:
    builds = [said(f"Outlet {n}", before="MERIDALE (Reuters) - ") for n in range(1000)]
    made = [copy(builds[0], b) for b in builds[1:]]
    _, found = judged(builds, made)
    assert (found.articles, found.origins, found.shown, found.reason) == (1000, 1, 1, "same report: Reuters")


def test_dates_that_are_wrong_or_absent_change_no_count() -> None:
    builds = [said("Post", "the ministry"), said("Herald", "the ministry"), said("Mail", "the ministry")]
    builds[0].published, builds[1].published = date(9999, 12, 31), date(1031, 1, 1)
    assert judged(builds)[1].shown == 1


def test_two_voices_of_one_state_are_one_institution() -> None:
    builds = [
        said("Post", "the defence ministry", speaks_for="Norland"),
        said("Herald", "the palace", speaks_for="Norland"),
    ]
    _, found = judged(builds)
    assert found.shown == 1
    assert found.reason.startswith("not shown to be of different institutions")


def test_a_spokesman_and_his_company_are_one_institution() -> None:
    spoken = person("Post", "Tobias Wrenlow", role="spokesman for Ostrane Water")
    assert judged([spoken, said("Herald", "Ostrane Water")])[1].shown == 1


def test_a_person_whose_institution_is_unknown_is_not_shown_apart_from_an_organisation() -> None:
    assert judged([person("Post", "Tobias Wrenlow"), said("Herald", "Ostrane Water")])[1].shown == 1


def test_two_different_persons_count_twice() -> None:
    assert judged([person("Post", "Tobias Wrenlow"), person("Herald", "Maria Ost")])[1].shown == 2


def test_satire_is_no_voice() -> None:
    joke = said("Kettle")
    joke.flag("The old bridge fell in the night.")
    _, found = judged([joke])
    assert (found.articles, found.shown) == (0, 0)
    assert judged([joke, said("Post", "the ministry")])[1].articles == 1


def test_no_claims_have_no_origin() -> None:
    assert independence([], Scene((), (), ())) == ((), Independence(0, 0, 0, 0, "no claims"))  # type: ignore[arg-type]


def test_unknown_outlets_are_not_counted_as_outlets() -> None:
    build = said("x", "the ministry")
    build.outlet = None
    assert judged([build])[1].outlets == 0


OUTLETS = ("Post", "Herald", "Mail", "Star")
CLAIMS = st.tuples(
    st.sampled_from(OUTLETS), st.sampled_from(["", "officials", "the ministry", *OUTLETS]), st.integers(0, 9)
)


def _claim(outlet: str, source: str, n: int) -> Build:
    build = said(outlet, source, SourceType.UNNAMED if source == "officials" else SourceType.ORGANISATION)
    build.name = f"{outlet} {n}"
    return build


@given(
    st.lists(CLAIMS, min_size=1, max_size=8, unique=True),
    st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7))),
    st.randoms(),
)
def test_any_order_gives_the_same_and_no_circle_loops(
    given_claims: list[tuple[str, str, int]], pairs: list[tuple[int, int]], shuffler: random.Random
) -> None:
    builds = [_claim(*c) for c in dict.fromkeys(given_claims)]
    made = [copy(builds[i], builds[j]) for i, j in pairs if i < j < len(builds) and builds[i].id != builds[j].id]
    refs = [ClaimRef(b.id, 0) for b in builds]
    first = independence(refs, scene(builds, made))
    shuffler.shuffle(refs), shuffler.shuffle(builds), shuffler.shuffle(made)
    assert independence(refs, scene(builds, made)) == first
    assert 0 <= first[1].shown <= first[1].origins <= len(refs)


def test_two_names_of_which_one_ends_with_the_other_are_not_shown_to_be_two() -> None:
    builds = [said("Post", "the national seismological institute"), said("Herald", "the seismological institute")]
    _, found = judged(builds)
    assert found.shown == 1
    assert found.reason.startswith("not shown to be of different institutions")


def test_a_headline_above_a_text_that_names_its_source_is_no_second_voice() -> None:
    build = Build("The old bridge fell\n\nThe old bridge fell in the night, AFP said.", "Post.txt", "Post")
    body = build.attribution("AFP", "The old bridge fell in the night", "said", [build.actor("AFP")])
    build.claim("The old bridge fell")
    build.claim("The old bridge fell in the night", body)
    who, found = independence([ClaimRef(build.id, 0), ClaimRef(build.id, 1)], scene([build]))
    assert ([w.name for w in who], found.origins, found.reason) == (["AFP"], 1, "one report: AFP")


def reported(outlet: str, text: str, source: str, cites: str) -> Build:
    build = Build(text, f"{outlet}.txt", outlet)
    build.actor(cites)
    at = build.attribution(source, "The old bridge fell", "said", [build.actor(source)])
    build.claim("The old bridge fell", at)
    return build


def test_a_report_that_cites_a_ministry_leads_over_the_agency_to_the_ministry() -> None:
    build = reported("Post", "The old bridge fell, AFP said, citing the Interior Ministry.", "AFP", "Interior Ministry")
    _, found = judged([build, said("Herald", "Interior Ministry")])
    assert (found.shown, found.origins, found.reason) == (1, 1, "same named source: Interior Ministry")
    alone, _ = judged([build])
    assert [(w.name, w.via) for w in alone] == [("Interior Ministry", ("Post", "AFP"))]


def test_a_report_that_cites_a_broadcaster_leads_to_the_broadcaster_which_is_no_institution() -> None:
    build = reported("Post", "The old bridge fell, AFP said, citing NBC.", "AFP", "NBC")
    who, found = judged([build, said("Herald", "the ministry")])
    assert (found.shown, found.origins) == (1, 2)
    assert ("NBC", ("Post", "AFP")) in [(w.name, w.via) for w in who]


def test_naming_an_institution_as_origin_elsewhere_makes_it_no_reporter() -> None:
    cites = reported("Post", "The old bridge fell, AFP said, citing the Interior Ministry.", "AFP", "Interior Ministry")
    assert judged([cites, said("Herald", "Interior Ministry"), said("Mail", "the fire service")])[1].shown == 2


def test_a_report_of_an_agency_is_the_agencys() -> None:
    builds = [said("Post", "A Reuters report", SourceType.UNNAMED), said("Herald", "Reuters")]
    _, found = judged(builds)
    assert (found.origins, found.reason) == (1, "same report: Reuters")
    assert judged([said("Post", "A medical report", SourceType.UNNAMED)])[1].reason == "unnamed source only"


def test_an_agency_does_not_have_its_own_report_from_itself() -> None:
    wire = said("Reuters", "the ministry", before="MERIDALE (Reuters) - ")
    taken = said("Post", "the ministry", before="MERIDALE (Reuters) - ")
    who, _ = judged([wire, taken], [copy(wire, taken)])
    assert [(w.name, w.via) for w in who] == [("the ministry", ("Reuters",))]


def test_reports_of_two_agencies_are_said_to_be_reports() -> None:
    _, found = judged([said("Post", before="MERIDALE (AP) — "), said("Herald", before="MERIDALE (Reuters) - ")])
    assert found.shown == 1
    assert found.reason == "reports not shown to be independent: Associated Press, Reuters"


def test_an_agency_that_only_contributed_stands_behind_no_named_source() -> None:
    build = said("Post", "the ministry")
    build.text += "\n\nWith reporting by AFP."
    assert judged([build])[0][0].via == ()
    voice = said("Post")
    voice.text += "\n\nWith reporting by AFP."
    assert judged([voice])[0][0].via == ("Agence France-Presse",)
