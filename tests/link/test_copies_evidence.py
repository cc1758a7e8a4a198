"""What counts as evidence of copying, what does not, and who is named as the origin."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.link.copies import find_copies
from sayso.model import Annotation, Article, Copy, CopyKind
from tests.link.test_copies import INDEPENDENT, REPORT, REWORDED, article

OWN = (
    "Harbour pilots in Vessel Bay refuse to bring tankers in at night since the lights on the mole went out.\n"
    "The port authority put the damage down to a winter storm and promised a repair before the herring season.\n"
    "Skippers of the small boats say that they have steered by the chapel window ever since.\n"
    "A committee of the county looked at the bill and sent it back, because nobody had signed for the cable.\n"
    "Two insurers have raised their rates for hulls that lie in the bay after sunset."
)


def published(
    text: str, outlet: str, day: int | None = 3, url: str | None = None, name: str | None = None
) -> Annotation:
    when = date(2031, 5, day) if day else None
    return Annotation(Article.make(text, name or outlet, outlet=outlet, published=when, url=url))


def linked(*annotations: Annotation) -> Copy | None:
    found = find_copies(annotations)
    assert len(found) <= 1
    return found[0] if found else None


STATEMENT = (
    "I have told the port authority three times that my crews will not sail past a dark mole. "
    "Our pilots are no cowards. The lights have been out since the second week of January, and each night brings a "
    "hull that nobody sees until it turns. Whoever signs such an order should stand on the bridge and hold the wheel."
)
POST = (
    "The lights on the mole are out again and the herring fleet has to steer by a chapel window, which tells you all "
    "about the county and its committees, while two insurers raise their rates for every hull in the bay\n"
    "— Dana Orr (@danaorr) May 3, 2031"
)


def test_one_statement_printed_without_quotation_marks_is_no_copy() -> None:
    assert linked(published(f"{OWN}\n{STATEMENT}", "Post"), published(f"{INDEPENDENT}\n{STATEMENT}", "Mail")) is None


def test_one_post_printed_by_both_is_no_copy() -> None:
    assert linked(published(f"{OWN}\n{POST}", "Post"), published(f"{INDEPENDENT}\n{POST}", "Mail")) is None


def test_a_list_that_both_quote_after_a_colon_is_no_copy() -> None:
    rules = (
        "The county publishes the rules of the bay:\nVessels over forty metres wait outside the mole until a pilot "
        "comes aboard with a lamp of his own.\nSmaller boats show a white light at the bow and keep to the "
        "eastern bank as far as the chapel.\nNo hull may lie at the coal quay after sunset without a watch on deck."
    )
    assert linked(published(f"{OWN}\n{rules}", "Post"), published(f"{INDEPENDENT}\n{rules}", "Mail")) is None


def test_one_sentence_in_common_is_no_copy() -> None:
    sentence = REPORT.split("\n")[1]
    assert linked(published(f"{OWN}\n{sentence}", "Post"), published(f"{INDEPENDENT}\n{sentence}", "Mail")) is None


def test_several_passages_within_other_text_are_said_to_be_passages() -> None:
    lines = REPORT.split("\n")
    mixed = "\n".join([*OWN.split("\n"), lines[1], *INDEPENDENT.split("\n"), lines[3], lines[5]])
    found = linked(published(REPORT, "Post", 3), published(f"{OWN[:300]}\n{mixed}", "Mail", 4))
    assert found is not None
    assert found.kind in (CopyKind.PART, CopyKind.REWRITE)
    assert "the longest passage has" in found.reason


def test_quoting_what_the_other_says_in_its_own_voice_makes_it_the_original() -> None:
    lines = REPORT.split("\n")
    quoting = (
        f"{OWN}\nThe paper wrote: “{lines[1]}” And further on: “{lines[2]} {lines[3]} {lines[4]}” That is all we know."
    )
    source, taker = published(REPORT, "Post"), published(quoting, "Mail")
    found = linked(source, taker)
    assert found is not None
    assert (found.original, found.kind) == (source.article.id, CopyKind.PART)
    assert "quotes what the other says in its own voice" in found.reason


def test_pages_of_one_site_share_their_parts_without_copying() -> None:
    foot = "\n".join(REPORT.split("\n")[:3])
    texts = (f"{OWN}\n{foot} The end.", f"{INDEPENDENT}\n{foot} Once more.")
    same = [published(t, o, url=f"https://www.bay.example/{o}") for t, o in zip(texts, ("Post", "Guest"), strict=True)]
    other = [published(t, o, url=f"https://{o}.example/") for t, o in zip(texts, ("post", "guest"), strict=True)]
    assert linked(*same) is None
    assert linked(*other) is not None


def test_an_address_that_is_none_is_no_site() -> None:
    assert linked(published(REPORT, "Post", url="http://[x"), published(REPORT + "\nMore.", "Mail", url="http://[x"))


def test_an_agency_is_the_original_of_what_credits_it_without_dates() -> None:
    wire = published(f"OLDHAVEN (Reuters) - {REPORT}", "Reuters", None)
    taken = published(f"{REPORT}\nReporting by Reuters, editing by the Mail.", "Mail", None)
    printed = published(f"OLDHAVEN (Reuters) - {REPORT} It is still closed.", "Post", None)
    for other in (taken, printed):
        found = linked(wire, other)
        assert found is not None
        assert (found.original, found.reason.rpartition("; ")[2]) == (wire.article.id, "it credits Reuters")


def test_two_papers_with_one_agencys_report_have_it_as_origin() -> None:
    found = linked(
        published(f"OLDHAVEN (AP) — {REPORT}", "Post", 3),
        published(f"{REPORT}\nThe Associated Press contributed to this report.", "Mail", 4),
    )
    assert found is not None
    assert found.original is None
    assert found.reason.endswith("direction unknown: both credit Associated Press")


def test_articles_that_credit_each_other_leave_the_direction_open() -> None:
    found = linked(
        published(f"{REPORT}\nThe Mail reported the same.", "The Post", 3),
        published(f"{REPORT}\nThis was first reported by The Post.", "Mail", 4),
    )
    assert found is not None
    assert found.original is None
    assert found.reason.endswith("each credits the other")


def test_a_credit_that_the_dates_contradict_shows_no_direction() -> None:
    found = linked(
        published(f"{REPORT}\nThe Mail reported this.", "Post", 3),
        published(f"{REPORT}\nMore to come.", "Mail", 9),
    )
    assert found is not None
    assert found.original is None
    assert found.reason.endswith("whose article is dated later")


def test_lines_broken_at_a_fixed_width_are_read_as_one_text() -> None:
    wrapped = REPORT.replace(" and ", "\nand ").replace(" that ", "\nthat ").replace(" for ", "\nfor ")
    changed = wrapped.replace("Eleven wagons", "The wagons")
    found = linked(published(REPORT, "Post"), published(changed, "Mail"))
    assert found is not None
    assert found.kind is CopyKind.NEAR


def test_an_article_from_the_future_or_without_a_date_is_linked_and_ordered_the_same() -> None:
    future = Annotation(Article.make(f"{REPORT}\nOne.", "future", published=date(9999, 12, 31)))
    undated = Annotation(Article.make(f"{REPORT}\nTwo.", "undated"))
    dated = published(f"{REPORT}\nThree.", "Post")
    found = find_copies([future, undated, dated])
    assert len(found) == 3
    assert found == find_copies([dated, future, undated])
    assert {c.original for c in found if undated.article.id in (c.a, c.b)} == {None}


def test_every_link_says_why_in_one_line_and_shows_it() -> None:
    made = [published(t, f"Outlet {i}", 3 + i) for i, t in enumerate(POOL)]
    found = find_copies(made)
    assert found
    texts = {a.article.id: a.article.text for a in made}
    for copy in found:
        assert copy.reason
        assert "\n" not in copy.reason
        assert [c.article for c in copy.evidence] == [copy.a, copy.b]
        assert all(span.holds_in(texts[c.article]) for c in copy.evidence for span in c.spans)


def test_a_very_long_text_is_compared_in_bounded_time() -> None:
    long = "\n".join(f"{line} Item {n} of the list." for n in range(1500) for line in OWN.split("\n"))
    assert linked(published(f"{long}\n{REPORT}", "Post"), published(REPORT, "Mail")) is not None


POOL = [
    REPORT,
    REWORDED,
    INDEPENDENT,
    f"{OWN}\n{STATEMENT}",
    f"{INDEPENDENT}\n{STATEMENT}",
    f"OLDHAVEN (AP) — {REPORT}",
    "\n".join(REPORT.split("\n")[2:]),
    f"{OWN}\nThe Post wrote: “{REPORT}”",
    OWN.upper(),
]


@settings(deadline=None, max_examples=25)
@given(
    st.lists(st.tuples(st.sampled_from(POOL), st.integers(0, 4), st.sampled_from(["Post", "Mail", ""])), max_size=9),
    st.randoms(),
)
def test_any_order_gives_the_identical_links(chosen: Sequence[tuple[str, int, str]], shuffler: random.Random) -> None:
    made = [published(text, outlet, day or None, name=f"{i}") for i, (text, day, outlet) in enumerate(chosen)]
    first = find_copies(made)
    shuffler.shuffle(made)
    assert find_copies(made) == first


@settings(deadline=None, max_examples=15)
@given(st.lists(st.sampled_from(POOL), min_size=1, max_size=6), st.integers(0, 5))
def test_what_is_taken_away_again_leaves_no_trace(chosen: Sequence[str], extra: int) -> None:
    made = [article(text, f"{i}", date(2031, 5, 1 + i)) for i, text in enumerate(chosen)]
    before = find_copies(made)
    find_copies([*made, article(POOL[extra], "extra")])
    assert find_copies(made) == before


def test_one_paragraph_quoted_from_the_other_is_no_copy_and_two_of_them_are() -> None:
    lines = REPORT.split("\n")
    paragraph = " ".join(lines[1:4]).replace(" the ", " that very ", 1)
    original = published(f"{REPORT}\n{OWN}\n{OWN.upper()[::-1]}", "Post")
    before, after = f"{INDEPENDENT}\nHere is what the Post has to say of it:", INDEPENDENT.upper()[::-1]
    assert linked(original, published(f"{before}\n{paragraph}\n{after}", "Mail")) is None
    assert linked(original, published(f"{before}\n{paragraph}\n{OWN}\n{after}", "Mail")) is not None


def test_a_label_with_a_colon_introduces_no_quotation() -> None:
    broken = REPORT.replace("\n", "\n\nAdvertisement:\n\n")
    found = linked(published(broken, "Post"), published(f"{broken}\nMore to come tomorrow.", "Mail"))
    assert found is not None
    assert found.share_of_a > 0.5


def test_an_outlet_is_credited_however_its_name_is_put_in_capitals() -> None:
    first = published(REPORT, "Politico", 3)
    for credit in ("That is what POLITICO reported.", "It is bad, reports POLITICO."):
        found = linked(first, published(f"{REPORT}\n{credit}", "Mail", 3))
        assert found is not None
        assert (found.original, found.reason.rpartition("; ")[2]) == (first.article.id, "it credits Politico")


def test_a_common_word_that_is_also_an_outlets_name_credits_nobody() -> None:
    found = linked(
        published(REPORT, "Post", 3), published(f"{REPORT}\nIt came, reported by post, on Monday.", "Mail", 3)
    )
    assert found is not None
    assert found.original is None


def test_of_identical_texts_the_first_by_name_stands_for_all() -> None:
    many = [published(REPORT, f"Paper {n:02}", name=f"{n:02}.txt") for n in range(20)]
    assert {min(c.a, c.b, key=lambda i: i != many[0].article.id) for c in find_copies(many)} == {many[0].article.id}
