"""Which articles derive from which."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.link.copies import find_copies
from sayso.model import Annotation, Article, Copy, CopyKind, Sentence, Span

REPORT = (
    "A freight train left the rails outside Oldhaven early on Friday and blocked the main line to the coast.\n"
    "Eleven wagons lay across both tracks, and two of them had leaked ammonia, the fire brigade reported.\n"
    "Some 400 residents of the Millgate quarter were led to a sports hall, where they spent the morning.\n"
    "The driver, a man of 52, was treated for a broken wrist and could go home by noon.\n"
    "Rail inspectors took away a cracked switch blade that had been due for replacement in January.\n"
    "The operator Norrail expects the line to stay shut until Monday and runs buses from Harrow Cross.\n"
    "Mayor Edda Pryce asked why the switch had not been changed when the inspectors first warned of it."
)
REWORDED = (
    "The coastal main line is blocked after a freight train derailed near Oldhaven on Friday morning.\n"
    "According to the fire brigade ammonia leaked from two of the eleven wagons that lay over the tracks.\n"
    "About 400 people from the Millgate quarter had to spend the morning inside a local sports hall.\n"
    "Doctors treated the driver, 52, whose wrist was broken; he was home again at noon.\n"
    "A cracked switch blade, its replacement planned for January, was secured by the rail inspectors.\n"
    "Buses run from Harrow Cross, and Norrail says that it expects to open the line again on Monday.\n"
    "Why nobody changed the switch after the first warning of inspectors is what mayor Edda Pryce asked."
)
INDEPENDENT = (
    "People in Oldhaven woke to sirens on Friday when a goods train jumped the track beside the cement works.\n"
    "Shopkeeper Jon Arless saw a white cloud drift over the allotments and shut his windows.\n"
    "His daughter, who teaches at the primary school, counted nine fire engines along Quay Street.\n"
    "Norrail would not comment on the state of its switches, which the union has called a disgrace for years.\n"
    "Traffic on the ring road came to a halt, and the weekly market was called off.\n"
    "Volunteers handed out tea and blankets in the sports hall until the air was declared clean."
)


def article(text: str, name: str = "one", published: date | None = None, outlet: str | None = None) -> Annotation:
    spans = [m.span() for m in re.finditer(r"\S[^\n]*?[.!?](?=\s|$)|\S[^\n]*", text)]
    sentences = tuple(Sentence(i, Span.of(text, s, e), text.count("\n", 0, s)) for i, (s, e) in enumerate(spans))
    return Annotation(Article.make(text, name, published=published, outlet=outlet), sentences=sentences)


def pair(a: str, b: str, first: date | None = None, second: date | None = None) -> Copy | None:
    found = find_copies([article(a, "one", first), article(b, "two", second)])
    assert len(found) <= 1
    return found[0] if found else None


def test_equal_words_are_identical_whatever_marks_stand_between() -> None:
    found = pair(REPORT, REPORT.replace("\n", "\n\n").replace(",", " –"))
    assert found is not None
    assert (found.kind, found.share_of_a, found.share_of_b) == (CopyKind.IDENTICAL, 1.0, 1.0)


def test_a_text_with_a_few_words_changed_is_a_near_copy_with_its_runs_as_evidence() -> None:
    one, two = (
        article(REPORT),
        article(REPORT.replace("a man of 52", "aged 52").replace("Some 400", "Around 390"), "two"),
    )
    (found,) = find_copies([one, two])
    assert found.kind is CopyKind.NEAR
    texts = {a.article.id: a.article.text for a in (one, two)}
    for citation in found.evidence:
        assert all(span.holds_in(texts[citation.article]) for span in citation.spans)
    left, right = ([re.findall(r"\w+", s.text) for s in c.spans] for c in found.evidence)
    assert left == right


def test_a_shortened_text_is_cut_down_and_the_longer_earlier_one_its_original() -> None:
    short = "\n".join(REPORT.split("\n")[:3])
    one, two = article(REPORT, "one", date(2031, 5, 3)), article(short, "two", date(2031, 5, 4))
    (found,) = find_copies([one, two])
    assert (found.kind, found.original) == (CopyKind.CUT, one.article.id)
    assert found.reason.endswith("dates and containment agree on the direction")


def test_a_later_fuller_text_leaves_the_direction_open() -> None:
    short = "\n".join(REPORT.split("\n")[:3])
    found = pair(short, REPORT, date(2031, 5, 3), date(2031, 5, 4))
    assert found is not None
    assert found.original is None


def test_without_dates_the_direction_is_unknown() -> None:
    found = pair(REPORT, REPORT + "\nTwo more lines were closed.")
    assert found is not None
    assert found.original is None
    assert "direction unknown" in found.reason


def test_the_same_facts_in_the_same_order_in_other_words_are_a_rewrite() -> None:
    found = pair(REPORT, REWORDED, date(2031, 5, 3), date(2031, 5, 4))
    assert found is not None
    assert found.kind is CopyKind.REWRITE
    assert found.original is not None


def test_the_same_sentences_in_another_order_are_no_retelling() -> None:
    lines = REWORDED.split("\n")
    assert pair(REPORT, "\n".join(lines[i] for i in (6, 4, 2, 0, 5, 3, 1))) is None


def test_an_independent_report_of_the_same_event_is_no_copy() -> None:
    assert pair(REPORT, INDEPENDENT) is None


def test_a_shared_quotation_is_no_copy() -> None:
    speech = (
        " “We heard a bang, then another one, and when I opened the door of the signal box there was this cloud coming "
        "down the bank, so I rang the bell and told everybody to get out and run towards the river,” a signalman said."
    )
    assert pair(REPORT.split("\n")[0] + speech, INDEPENDENT.split("\n")[0] + speech) is None


def test_a_shared_page_template_is_no_copy() -> None:
    foot = (
        "\nSign up for our morning newsletter and never miss what moves the coast and the hills behind it.\n"
        "The Herald Group runs nineteen local papers between Oldhaven and the northern border of the county.\n"
        "Letters reach the desk at Quay Street or by the form on the page of every local paper of the group."
    )
    assert pair(REPORT + foot, INDEPENDENT + foot) is None


def test_page_furniture_inside_a_paragraph_is_no_copy() -> None:
    furniture = (
        " Continue reading the main story. Please verify that you are not a robot by clicking the box below. "
        "You agree to receive occasional updates about the products and services of the paper in your email address. "
        "Thank you for subscribing to what happened on the coast and in the hills while you were asleep."
    )
    assert pair(REPORT.replace("\n", furniture + " ", 1), INDEPENDENT.replace("\n", furniture + " ", 1)) is None


def test_an_outlet_that_repeats_its_own_background_copies_nobody() -> None:
    background = "\n".join(REPORT.split("\n")[:6])
    first, second = (
        article(f"{text}\n{background}", name, outlet="Herald")
        for name, text in (("one", INDEPENDENT), ("two", INDEPENDENT.upper()[::-1]))
    )
    assert find_copies([first, second]) == ()
    other = article(second.article.text, "two", outlet="Post")
    assert len(find_copies([first, other])) == 1


def test_a_copy_is_found_behind_ten_thousand_unbalanced_marks() -> None:
    marked = [article("“ " * 10_000 + REPORT, "one"), article('" ‘ ' * 10_000 + REPORT, "two")]
    assert len(find_copies(marked)) == 1


def test_very_short_and_empty_texts_are_not_compared() -> None:
    assert pair("", " ") is None
    assert pair("More soon.", "More soon!") is None


def test_one_article_or_none_has_no_copies() -> None:
    assert find_copies([]) == ()
    assert find_copies([article(REPORT)]) == ()
    assert find_copies([article(REPORT), article(REPORT)]) == ()


def test_a_thousand_copies_are_each_paired_with_the_first() -> None:
    many = [article(REPORT, f"copy {i}", date(2031, 5, 3)) for i in range(1000)]
    found = find_copies(many)
    assert len(found) == 999


def test_hundreds_of_near_copies_keep_their_number_of_pairs_small() -> None:
    words = REPORT.split(" ")
    many = [article(" ".join([*words[:i], f"word{i}", *words[i + 1 :]]), f"copy {i}") for i in range(100)]
    assert len(find_copies(many)) <= 800


def test_a_text_without_sentences_or_with_broken_marks_is_compared_by_its_words() -> None:
    broken = REPORT.replace("\n", " “ ")
    plain = Annotation(Article.make(broken, "one"))
    assert find_copies([plain, Annotation(Article.make(broken + " again", "two"))]) != ()


POOL = [REPORT, REWORDED, INDEPENDENT, REPORT + "\nMore to come soon.", "\n".join(REPORT.split("\n")[2:])]


@settings(deadline=None, max_examples=25)
@given(st.lists(st.tuples(st.sampled_from(POOL), st.integers(1, 4)), max_size=7, unique=True), st.randoms())
def test_any_order_gives_the_same_copies(chosen: Sequence[tuple[str, int]], shuffler: random.Random) -> None:
    made = [article(text, f"{n}", date(2031, 5, n)) for text, n in chosen]
    first = find_copies(made)
    shuffler.shuffle(made)
    assert find_copies(made) == first
