"""Where little is shared: kept sentences, an origin that both name, and what a credit is worth."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.link.copies.kept import kept_share
from sayso.link.copies.pile import Pile
from sayso.link.copies.publishers import agencies_named, times_credited
from sayso.link.copies.shares import Shared, shared
from sayso.link.copies.texts import NONE
from sayso.model import CopyKind
from tests.link.test_copies import INDEPENDENT, REPORT, REWORDED
from tests.link.test_copies_evidence import OWN, POOL, linked, published

# Sentences of one report with a few words changed, as two papers print them within reports of their own.
BACKGROUND = (
    "The port's pilots have refused night work since January, when a winter storm put out both lights on the mole.\n"
    "A county committee returned the repair bill of 40,000 crowns unpaid, as no clerk had signed for the cable.\n"
    "Two insurers have since raised their rates for hulls that lie in the bay after sunset."
)
CHANGED = (
    "Pilots of the port have refused night work since January, when a winter storm put out both lights.\n"
    "The repair bill of 40,000 crowns came back unpaid: a county committee said no clerk had signed for the cable.\n"
    "And two insurers have raised their rates for hulls that lie in the bay by night."
)
RETOLD = (
    "Ever since January, the pilots of the port have refused night work, as storms had put out both lights there.\n"
    "Unpaid went the repair bill of 40,000 crowns to the county, for no clerk had signed on behalf of its committee.\n"
    "Rates went up with two insurers for hulls that lie in its bay."
)
# Two reports that have nothing else in common.
HERE = (
    "Fishing boats in Vessel Bay went out an hour late on Tuesday and came home with empty holds.\n"
    "Skipper Ilse Dorn blamed cold water and a run of jellyfish that has clogged her nets for a week.\n"
    "At the auction hall a crate of herring fetched twice what it did at Easter.\n"
    "Her brother has sold his cutter to a museum and drives a bus along the coast instead.\n"
    "Children of the village school painted fish on the shutters of the closed cannery.\n"
    "Tourists, who come for the seals, have booked fewer beds than in any spring on record.\n"
    "A baker on Chapel Row now closes on Mondays and has let two apprentices go.\n" + INDEPENDENT
)
THERE = (
    "Shipping agents met behind closed doors on Wednesday to talk over fees for tugs and berths.\n"
    "Nobody would say whether a deal is near, though a waiter carried in champagne after lunch.\n"
    "Fees have risen by a third in two years, and three companies moved their cranes upriver.\n"
    "A spokesman for dockers called it daylight robbery and threatened to walk out by Whitsun.\n"
    "Bankers in the capital see no danger for the bonds that paid for the new terminal.\n"
    "Some grain merchants already send barges by way of the northern locks.\n"
    "What the ministry means to do, its press office left open until after the holidays.\n" + REWORDED
)
AP = "The Associated Press"
# Names and titles that any two reports on one harbour have in common, each long enough to be a passage.
NAMES = (
    "the Vessel Bay Pilots and Harbour Workers Union",
    "Mayor Edda Pryce of the Free Harbour Party",
    "the County Committee for Ports and Sea Marks",
    "the Second Chamber of the Coastal Court",
    "Norrail Chief Executive Tom Ackerley",
)
SAID = (
    "Nobody outside had heard of {} before a clerk misplaced some papers during a move to larger rooms last autumn.",
    "An argument over parking kept {} busy through most of an otherwise dull and rainy working week.",
    "Flowers, a brass band and hot sausages awaited {} when the new ferry slid down its ramp at noon.",
    "Some readers wrote in to ask whether {} might ever answer letters sent by ordinary mail.",
    "Every child in town can imitate {} thanks to a puppet show that tours village halls.",
)
TOLD = (
    "Snow blocked a mountain road for hours, which made {} miss a dinner with investors from abroad.",
    "According to old minutes, {} once rented an attic above a bakery and paid in firewood.",
    "Prices for copper rose again, so {} put off plans to rewire three office floors.",
    "A thief who took bicycles from {} gave them back with fresh paint and working bells.",
    "Archaeologists digging for Roman coins thanked {} for lending them pumps and two tents.",
)
QUOTED = (
    "“We heard a bang, then another one, and there was this cloud coming down the bank,” a signalman said.\n"
    "“I rang the bell and told everybody to get out and run towards the river as fast as they could,” he said.\n"
    "“Nobody had told us what was in those wagons, and nobody answered the telephone,” a teacher said."
)


def kept(one: str, other: str) -> tuple[Shared, float]:
    pile = Pile([published(one, "Post"), published(other, "Mail")])
    found = shared(pile[0].own, pile[1].own, (NONE, pile[0].said, pile[1].said))
    return found, kept_share(found, pile[0], pile[1])


@pytest.mark.parametrize(
    ("here", "there"),
    [
        (f"{AP} contributed to this report.", f"A clerk told {AP} so."),
        ("OLDHAVEN (AP) — It rained.", f"A picture by {AP} shows it."),
        ("A union man told Agence France-Presse so.", "OLDHAVEN (AFP) — It rained."),
    ],
)
def test_reworded_background_is_a_copy_where_both_name_one_agency(here: str, there: str) -> None:
    found = linked(
        published(f"{HERE}\n{BACKGROUND}\n{here}", "Post", 3), published(f"{THERE}\n{CHANGED}\n{there}", "Mail", 4)
    )
    assert found is not None
    assert max(found.share_of_a, found.share_of_b) < 0.14
    assert found.original is None
    assert "direction unknown: both name " in found.reason


@pytest.mark.parametrize(("here", "there"), [("", ""), (AP, "Reuters"), ("", AP)])
def test_reworded_background_is_none_without_a_common_origin(here: str, there: str) -> None:
    texts = (f"{HERE}\n{BACKGROUND}\nA clerk told {here or 'us'} so.", f"{THERE}\n{CHANGED}\nOne told {there} so.")
    assert linked(published(texts[0], "Post"), published(texts[1], "Mail")) is None


def test_an_agency_that_both_name_is_no_origin_of_other_words() -> None:
    named = f"\nOfficials told {AP} so."
    assert linked(published(HERE + named, "Post"), published(THERE + named.replace("Off", "Some off"), "Mail")) is None


def test_reworded_background_is_the_credited_outlets() -> None:
    first = published(f"{HERE}\n{BACKGROUND}", "Morning Post", 3)
    found = linked(first, published(f"{THERE}\n{CHANGED}\nIt is bad, reports the Morning Post.", "Mail", 3))
    assert found is not None
    assert (found.original, found.reason.rpartition("; ")[2]) == (first.article.id, "it credits Morning Post")


def test_long_names_scattered_over_other_sentences_are_no_copy() -> None:
    one = "\n".join([*(line.format(name) for line, name in zip(SAID, NAMES, strict=True)), *HERE.split("\n")[:3]])
    two = "\n".join([*(line.format(name) for line, name in zip(TOLD, NAMES, strict=True)), *THERE.split("\n")[:3]])
    found, part = kept(one, two)
    assert (0.14 < found.most < 0.25, found.in_order, part) == (True, 1.0, 0.0)
    assert linked(published(one, "Post"), published(two, "Mail")) is None


def test_one_quoted_paragraph_and_a_long_title_are_no_copy() -> None:
    lines = REPORT.split("\n")
    paragraph = " ".join(lines[1:4])
    title = "Mayor Edda Pryce of the Free Harbour Party {}."
    original = published(f"{HERE}\n{paragraph}\n{title.format('spoke at noon')}", "Post")
    quoting = f"{THERE}\nHere is what the Post has to say of it:\n{paragraph}\n" + title.format("would not speak")
    assert 0.14 < kept(original.article.text, quoting)[0].most < 0.25
    assert linked(original, published(quoting, "Mail")) is None


def test_a_retelling_with_its_quotations_credits_the_other_more_than_once() -> None:
    source = published(f"{HERE}\n{BACKGROUND}\n{QUOTED}", "Morning Post", 3)
    told = "\n".join([*THERE.split("\n")[:5], RETOLD, QUOTED, "This the Morning Post reported."])
    once = published(told, "Mail", 3)
    twice = published(f"{told} There is more to come, according to the Morning Post.", "Mail", 3)
    assert [times_credited(a.article, source.article) for a in (source, once, twice)] == [0, 1, 2]
    assert linked(source, once) is None
    found = linked(source, twice)
    assert found is not None
    assert (found.kind, found.original) == (CopyKind.REWRITE, source.article.id)


def test_two_that_quote_one_statement_and_tell_some_of_it_in_order_are_no_retelling() -> None:
    one, two = ("\n".join([*t.split("\n")[:5], *o.split("\n")[:7]]) for t, o in ((REPORT, HERE), (REWORDED, THERE)))
    assert linked(published(one, "Post"), published(two, "Mail")) is not None
    assert linked(published(f"{one}\n{QUOTED}", "Post"), published(f"{two}\n{QUOTED}", "Mail")) is None


def test_a_whole_report_retold_is_found_though_both_have_its_quotations() -> None:
    found = linked(published(f"{REPORT}\n{QUOTED}", "Post"), published(f"{REWORDED}\n{QUOTED}", "Mail"))
    assert found is not None
    assert found.kind is CopyKind.REWRITE


def test_initials_name_an_agency_only_where_they_can_mean_nothing_else() -> None:
    assert agencies_named(published("He moved from PA to the AA office.", "Post").article) == frozenset()
    assert agencies_named(published("A man told AP so. (AFP)", "Reuters").article) == {
        "Agence France-Presse",
        "Associated Press",
        "Reuters",
    }


def test_a_sentence_counts_with_no_more_words_than_the_one_that_keeps_it() -> None:
    lines = REPORT.split("\n")
    long = lines[1].replace(" reported.", " reported after a long night of pumping, digging and waiting for daylight.")
    found, part = kept(f"{lines[1]}\n{INDEPENDENT}", f"{long}\n{OWN}")
    words = sum(len(line.split()) for line in (lines[1], *INDEPENDENT.split("\n")))
    assert found.most > 0
    assert part == pytest.approx(len(lines[1].split()) / words, abs=0.01)


@given(st.sampled_from([*POOL, HERE, THERE]), st.sampled_from([*POOL, HERE, THERE]))
def test_the_part_kept_is_one_of_the_texts_whichever_comes_first(one: str, other: str) -> None:
    part = kept(one, other)[1]
    assert 0 <= part <= 1
    assert part == kept(other, one)[1]
