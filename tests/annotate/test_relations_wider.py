"""Relations whose words stand further apart, that nouns tell, or that are the article's own."""

import pytest

from tests.annotate.test_relation_kinds import told


@pytest.mark.parametrize(
    ("text", "pair", "kind"),
    [
        ("Anna Berg, the mayor, held Siemens responsible for the leak.", ("Anna Berg", "Siemens"), "criticises"),
        ("The ministry rejected the claims of the doctors.", ("ministry", "doctors"), "opposes"),
        ("Kenya voted against the resolution proposed by Peru.", ("Kenya", "Peru"), "opposes"),
        ("Anna Berg is at odds with Tom Lind over the budget.", ("Anna Berg", "Tom Lind"), "is at odds with"),
        ("Kenya is standing by Peru.", ("Kenya", "Peru"), "supports"),
        ("Tom Lind lost the run-off to Anna Berg.", ("Anna Berg", "Tom Lind"), "beats"),
        ("The court ruled against Siemens.", ("court", "Siemens"), "decides against"),
        ("The court ruled in favour of Siemens.", ("court", "Siemens"), "decides for"),
        ("Doctors contradicted the ministry.", ("doctors", "ministry"), "contradicts"),
        ("The board suspended its chief engineer, Tom Lind.", ("board", "Tom Lind"), "suspends"),
        ("Kenya denied monitors access to the bridge.", ("Kenya", "monitors"), "shuts out"),
        ("Hamas fired rockets into Israel.", ("Hamas", "Israel"), "attacks"),
        ("Peruvian forces shelled a Norwegian convoy.", ("Peruvian forces", "Norway"), "attacks"),
        ("Israeli warplanes struck Hamas positions in Gaza.", ("Israel", "Hamas"), "attacks"),
        ("Karl Lind was killed in a Peruvian airstrike.", ("Peru", "Karl Lind"), "attacks"),
        ("The rebels killed dozens of soldiers.", ("rebels", "soldiers"), "attacks"),
        ("Kelly Sadler made dismissive remarks about Tom Lind.", ("Kelly Sadler", "Tom Lind"), "speaks ill of"),
        ("Anna Berg said the ministry had done an excellent job.", ("Anna Berg", "ministry"), "speaks well of"),
        ("Anna Berg believes the ministry is to blame.", ("Anna Berg", "ministry"), "accuses"),
    ],
)
def test_what_one_does_or_says_to_another_is_found(read, text, pair, kind):
    assert kind in told(read(text)).get(pair, set())


def own(annotation):
    """(whom, type) of what the article says in its own words."""
    names = [a.name for a in annotation.actors]
    alone = (r for r in annotation.relations if r.source is None and r.source_words is None)
    return {(names[r.target], r.type) for r in alone}


ARGUED = "We have had enough. What is the minister waiting for? The council must go home! "


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Tom Lind is a coward.", ("Tom Lind", "speaks ill of")),
        ("Tom Lind’s shameless conduct cost him votes.", ("Tom Lind", "speaks ill of")),
        ("Tom Lind falsely told voters that the count was over.", ("Tom Lind", "speaks ill of")),
        ("Anna Berg is perhaps the most likeable of all.", ("Anna Berg", "speaks well of")),
        (ARGUED + "Tom Lind hid the report for weeks.", ("Tom Lind", "accuses")),
        (ARGUED + "Tom Lind must open the books.", ("Tom Lind", "makes demands on")),
    ],
)
def test_an_article_shows_where_it_stands_in_its_own_words(read, text, shown):
    assert shown in own(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "“Tom Lind is a coward,” said Anna Berg.",  # hers
        "Tom Lind is no coward.",
        "Tom Lind hid the report for weeks.",  # told as news
        "Candidates must file their papers by June; Tom Lind must pay a fee.",  # told as news
        ARGUED + "The rebels killed Tom Lind.",  # whoever reports it
        ARGUED + "Tom Lind should have known.",  # asks nothing of him any more
    ],
)
def test_what_others_say_and_what_is_told_as_news_is_not_the_articles_stance(read, text):
    assert {who for who, _ in own(read(text))}.isdisjoint({"Tom Lind", "rebels"})
