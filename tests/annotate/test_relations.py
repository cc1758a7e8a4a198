import pytest

from sayso.model import Mode


def stands(annotation):
    """(source, target) -> stance."""
    return {ends(annotation, r): r.stance for r in annotation.relations}


def ends(annotation, relation):
    """The names of both ends, or the words that name them."""
    name = [a.name for a in annotation.actors]
    pairs = ((relation.source, relation.source_words), (relation.target, relation.target_words))
    return tuple(name[end] if end is not None else words.text for end, words in pairs)


def test_an_attack_is_hostile_and_aid_is_friendly(read):
    assert stands(read("Germany attacked Poland."))["Germany", "Poland"] < -0.5
    assert stands(read("Germany sent aid to Poland."))["Germany", "Poland"] > 0.5


def test_an_accusation_points_from_accuser_to_accused(read):
    found = stands(read("France accused Spain of overfishing."))
    assert found["France", "Spain"] < 0
    assert ("Spain", "France") not in found


@pytest.mark.parametrize(
    ("text", "friendly"),
    [
        ("France is an ally of Japan.", True),
        ("France, an ally of Japan, voted yes.", True),
        ("France has close ties with Japan.", True),
        ("France strengthened its relations with Japan.", True),
        ("France severed ties with Japan.", False),
        ("France is wary of Japan.", False),
        ("France is in a dispute with Japan.", False),
        ("Criticism of Japan by France grew.", False),
    ],
)
def test_named_ties_and_attitudes(read, text, friendly):
    stance = stands(read(text))["France", "Japan"]
    assert stance > 0 if friendly else stance < 0


def test_a_tie_between_two_is_read_from_the_first_to_the_second(read):
    assert stands(read("The rift between France and Japan has grown."))["France", "Japan"] < 0


def test_an_act_not_done_leaves_no_hostility(read):
    assert ("France", "Japan") not in stands(read("France did not attack Japan."))


def test_blame_withheld_is_no_blame_and_a_warning_of_harm_is_not_against_the_harmed(read):
    assert stands(read("France stopped short of blaming Japan.")) == {}
    assert stands(read("France warned that nurses could lose their jobs.")) == {}


def test_aid_that_is_denied_is_neutral_and_marked(read):
    annotation = read("Officials denied that France sent aid to Japan.")
    (relation,) = [r for r in annotation.relations if r.how is Mode.DENIED]
    assert relation.stance == 0.0


def test_who_draws_criticism_is_its_target(read):
    found = stands(read("France drew criticism from Japan."))
    assert found["Japan", "France"] < 0


def test_what_a_source_calls_somebody_is_its_stance(read):
    assert stands(read("Anna Berg described France as a reliable friend."))["Anna Berg", "France"] > 0
    assert stands(read("“France is a disgrace,” said Anna Berg."))["Anna Berg", "France"] < 0


def test_a_quake_that_hits_a_state_is_no_attack(read):
    annotation = read("An earthquake hit Nepal on Friday, killing 120 people.")
    assert {e.type for e in annotation.events} == {"DISASTER", "CASUALTY"}
    assert annotation.relations == ()


def test_nobody_relates_to_himself_and_places_do_not_relate(read):
    annotation = read("Germany attacked Poland. Germany defended itself. Troops marched in France.")
    assert all(r.source != r.target for r in annotation.relations)
    assert all(annotation.actors[i].type != "place" for r in annotation.relations for i in (r.source, r.target))


def test_the_evidence_is_short_and_holds_both_ends(read):
    annotation = read("On a cold morning in the north of the country, Germany attacked Poland, as had been feared.")
    (relation,) = annotation.relations
    assert relation.words.text == "Germany attacked Poland"


def test_each_pair_is_listed_once_a_sentence_for_a_sign(read):
    annotation = read("France strengthened its close ties with Japan.")
    pairs = [(r.source, r.target, r.stance < 0) for r in annotation.relations]
    assert len(pairs) == len(set(pairs))


@pytest.mark.parametrize(
    "answer",
    [
        "Spain rejected the claim.",
        "Spain dismissed these allegations.",
        "Spain hit back.",
        "Spain was not convinced.",
        "Spain remained unconvinced.",
        "Spain rejected that.",
        "Spain rejected the account.",
        "“That is a lie,” said Spain.",
    ],
)
def test_an_answer_is_toward_who_spoke_before(read, answer):
    found = stands(read(f"“They cheat,” said France. {answer}"))
    assert found["Spain", "France"] < 0


@pytest.mark.parametrize(
    "answer",
    [
        "Spain did not reject the claim.",
        "Spain was convinced.",
        "Spain rejected a claim that the dam was safe.",
        "A storm came. It rained. It snowed. Roads froze. Spain hit back.",
    ],
)
def test_what_answers_nobody_relates_to_nobody(read, answer):
    assert ("Spain", "France") not in stands(read(f"“They cheat,” said France. {answer}"))


def test_an_accusation_of_the_company_is_toward_the_company_that_is_meant(read):
    text = "Siemens makes the pumps. The mayor, Ann Lee, accused the company of lying."
    assert stands(read(text))["Ann Lee", "Siemens"] < 0


@pytest.mark.parametrize(
    ("text", "pair", "sign"),
    [
        ("Anna Lind works for Siemens.", ("Anna Lind", "Siemens"), 1),
        ("Boeing supplies Lufthansa.", ("Boeing", "Lufthansa"), 1),
        ("France may transfer reactors to Japan.", ("France", "Japan"), 1),
        ("France apologised to Japan on Friday.", ("France", "Japan"), 1),
        ("France hit back at President Ann Lee.", ("France", "Ann Lee"), -1),
        ("“It was a failure on Japan’s part,” France said.", ("France", "Japan"), -1),
        ("France called Japanese soldiers brave and capable.", ("France", "Japanese soldiers"), 1),
    ],
)
def test_work_supply_apology_and_blame_are_read(read, text, pair, sign):
    assert stands(read(text))[pair] * sign > 0


@pytest.mark.parametrize("text", ["", "ally of", "ties between and", "🙂 attacked 🙂"])
def test_odd_text_does_not_crash(read, text):
    assert isinstance(read(text).relations, tuple)


@pytest.mark.parametrize(
    "text",
    [
        "The ministry released a statement from Anna Berg.",
        "Anna Berg released her tax returns.",
        "Anna Berg ordered German flags to be lowered.",
        "Anna Berg requested a letter from the bank on Tom Lind’s health.",
        "The fund, where Anna Berg works, passed the deal France struck with Japan.",
        "The economist Anna Berg contributed to The Lima Herald.",
        "Anna Berg turned herself in to the police.",
        "The Foreign Ministry of France closed French consulates.",
    ],
)
def test_a_word_of_another_sense_or_a_mere_qualifier_relates_nobody(read, text):
    assert stands(read(text)) == {}


def test_people_are_freed_and_things_are_not(read):
    assert stands(read("France released Tom Lind."))["France", "Tom Lind"] > 0


def test_whose_deed_it_is_is_the_target(read):
    assert stands(read("France rejected Japan’s offer."))["France", "Japan"] < 0
    assert stands(read("Anna Berg praised the response of Japan."))["Anna Berg", "Japan"] > 0


@pytest.mark.parametrize("text", ["Anna Berg no longer backs Tom Lind.", "Anna Berg refused to support Tom Lind."])
def test_support_withheld_is_not_friendly_and_says_so(read, text):
    (relation,) = read(text).relations
    assert relation.stance <= 0
    assert relation.type == "does not support"


def test_who_is_praised_for_an_arrest_makes_it(read):
    found = stands(read("Anna Berg praised France for quickly arresting Tom Lind."))
    assert found["France", "Tom Lind"] < 0
    assert ("Anna Berg", "Tom Lind") not in found


def test_shots_are_not_shared_in_friendship(read):
    assert not any(s > 0 for s in stands(read("Soldiers exchanged gunfire with the rebels.")).values())


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Soldiers of Chile and Peru fired at each other.", -0.9),
        ("Chile and Peru exchanged fire.", -0.6),
        ("Chile and Peru signed a treaty.", 0.4),
        ("Chile and Peru held talks in Quito.", 0.3),
        ("Relations between Chile and Peru are strained.", -0.5),
        ("Chile is a former ally of Peru.", 0.0),
        ("Chile remains Peru's biggest trading partner.", 0.5),
    ],
)
def test_what_two_do_to_each_other_or_have_with_each_other(read, text, stance):
    assert stands(read(text))["Chile", "Peru"] == stance


def test_side_by_side_is_not_against_each_other(read):
    assert stands(read("Chile and Peru are fighting for their freedom.")) == {}


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Anna Berg said Spain was hiding the number of dead.", -0.5),
        ("Anna Berg said Spain had broken the truce.", -0.5),
        ("Anna Berg denied that Spain had misled anybody.", 0.4),
        ("Anna Berg accused Spain. “They shot first,” she said.", -0.5),
    ],
)
def test_a_wrong_laid_at_a_door_is_an_accusation_without_the_word(read, text, stance):
    assert stands(read(text))["Anna Berg", "Spain"] == stance


@pytest.mark.parametrize(
    "text",
    [
        "Anna Berg said Spain might have lied.",
        "Spain said its soldiers had violated the truce.",
        "Anna Berg said Spain had built a dam.",
        "Analysts say Spain broke the truce.",
    ],
)
def test_doubt_ones_own_people_and_plain_deeds_are_no_accusation(read, text):
    assert stands(read(text)) == {}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("France sent doctors to Japan.", {("France", "Japan"): 0.5}),
        ("France sent a letter to Japan.", {}),
        ("Poland provided 200 of the 900 peacekeepers.", {("Poland", "peacekeepers"): 0.5}),
        ("France demanded sanctions against Japan.", {("France", "Japan"): -0.6}),
        ("France asked Japan to stay.", {("France", "Japan"): 0.2}),
        ("France asked Japan whether it would stay.", {}),
        ("Spain promised that it would not attack France.", {("Spain", "France"): 0.3}),
        ("Spain withdrew its ambassador.", {}),
    ],
)
def test_gifts_parts_requests_and_promises(read, text, found):
    assert stands(read(text)) == found


def test_we_in_a_quotation_is_its_source(read):
    annotation = read("“We support Spain,” said France.")
    assert stands(annotation)["France", "Spain"] > 0.5
    assert annotation.relations[0].words.text == "We support Spain"


def test_a_place_that_speaks_may_have_relations_and_one_where_things_happen_may_not(read):
    found = stands(read("London said it would not yield. London accused France of spying. Troops fought in Lyon."))
    assert all("Lyon" not in ends for ends in found)


@pytest.mark.parametrize(
    ("text", "source", "kind"),
    [
        ("Halden Steel runs the mill at Dorn. Strikers blocked the mill on Monday.", "strikers", "blocks"),
        ("Halden Steel, which runs the mill, was silent. Police searched the site.", "police", "searches"),
        (
            "Halden Steel operates the mine. Three inspectors from the Labour Ministry are at the mine.",
            "Labour Ministry",
            "inspects",
        ),
        (
            "Halden Steel owns the quarry. The Labour Ministry has sent two inspectors to the site.",
            "Labour Ministry",
            "inspects",
        ),
    ],
)
def test_what_is_done_at_a_place_is_done_to_who_runs_it(read, text, source, kind):
    annotation = read(text)
    names = {a.id: a.name for a in annotation.actors}
    found = {(names[r.source], names[r.target], r.type) for r in annotation.relations}
    assert (source, "Halden Steel", kind) in found


@pytest.mark.parametrize(
    "text",
    [
        "Halden's plant and Norvane's plant stand in Dorn. Police searched the plant.",
        "Halden Steel runs the mill. Police did not search the mill.",
        "Halden Steel runs the mill. Police searched a school.",
        "Police searched the plant.",
    ],
)
def test_a_place_of_nobody_or_of_two_makes_no_relation(read, text):
    assert not [r for r in read(text).relations if r.type == "searches"]


@pytest.mark.parametrize(
    ("text", "kind", "sign"),
    [
        ("Mayor Ana Dole urged residents to stay at home.", "calls on", 1),
        ("Mayor Ana Dole urged people to check on their neighbours.", "calls on", 1),
        ("Mayor Ana Dole urged the protesters to leave the square.", "presses", -1),
    ],
)
def test_an_appeal_to_the_public_presses_nobody(read, text, kind, sign):
    (relation,) = [r for r in read(text).relations if r.type in ("calls on", "presses")]
    assert relation.type == kind
    assert relation.stance * sign > 0


INVENTION = "“An invention from start to finish,” said Bernd Holm, the director."


@pytest.mark.parametrize(
    ("text", "pair", "kind"),
    [
        (f"Two nurses said that the pumps had failed. {INVENTION}", ("Bernd Holm", "nurses"), "rejects the claim of"),
        (
            f"Two helpers said that the pumps had failed. {INVENTION}",
            ("Bernd Holm", "Two helpers"),
            "rejects the claim of",
        ),
        (
            "The ministry confirmed that 40 people had died, as Anna Berg had told reporters.",
            ("ministry", "Anna Berg"),
            "confirms what is said by",
        ),
        ("Anna Berg said it would last. Bernd Holm disagreed.", ("Bernd Holm", "Anna Berg"), "disagrees with"),
        (
            "The High Court fined Halden Steel. The union welcomed the verdict.",
            ("union", "High Court"),
            "welcomes the ruling of",
        ),
        ("Two clerks praised Anna Berg.", ("Two clerks", "Anna Berg"), "praises"),
        ("Anna Berg was booed by hundreds of workers.", ("workers", "Anna Berg"), "jeers"),
        ("Police fired water cannon. Twelve protesters were arrested.", ("Police", "protesters"), "arrests"),
        ("Anna Berg said Tom Lind must resign.", ("Anna Berg", "Tom Lind"), "demands the removal of"),
        ("The ministry will send five auditors to Siemens.", ("ministry", "Siemens"), "inspects"),
    ],
)
def test_answers_verdicts_crowds_and_removals(read, text, pair, kind):
    annotation = read(text)
    assert (*pair, kind) in {(*ends(annotation, r), r.type) for r in annotation.relations}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "Two nurses said that the pumps had failed. “It was not an invention,” said Bernd Holm.",
            "rejects the claim of",
        ),
        ("Anna Berg said it would last. Researchers who disagree on it were silent.", "disagrees with"),
        ("The union welcomed the verdict.", "welcomes the ruling of"),
        ("Twelve protesters were arrested.", "arrests"),
        ("Anna Berg said Tom Lind should go home.", "demands the removal of"),
        ("Anna Berg said she did not think that Tom Lind should resign.", "demands the removal of"),
        ("The ministry will send a letter to Siemens.", "inspects"),
        ("The letters of Siemens are here. “As long as they lie in a safe, I doubt it,” said Anna Berg.", "accuses"),
        ("More people praised Anna Berg.", "praises"),
    ],
)
def test_no_answer_verdict_or_removal_where_none_is_told(read, text, kind):
    assert kind not in {r.type for r in read(text).relations}


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        (
            "Lucia Maro won the election. Jon Hale refused to recognise the result.",
            ("Jon Hale", "Lucia Maro"),
        ),
        ("Lucia Maro won the election. Jon Hale does not accept the outcome.", ("Jon Hale", "Lucia Maro")),
    ],
)
def test_who_does_not_accept_a_result_contests_whose_win_it_is(read, text, pair):
    assert stands(read(text))[pair] < 0
