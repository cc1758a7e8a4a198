"""The quick ruler sets exactly what spaCy's ruler sets."""

from __future__ import annotations

from typing import Any

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

from sayso.annotate.reader import parser
from sayso.annotate.tagging import QuickRuler, can_do, quicken
from sayso.errors import SaysoError

SHOWN = ["TAG", "POS", "MORPH", "LEMMA", "DEP", "HEAD", "SENT_START", "NORM"]
WORDS = [
    "he",
    "That",
    "has",
    "'d",
    "ai",
    "n't",
    "let",
    "'s",
    "gon",
    "na",
    "y'",
    "all",
    "nothin'",
    "there",
    "ROOT",
    "\n\n",
]
TAGS = ["", "DT", "IN", "MD", "NN", "PRP", "RB", "TO", "VB", "VBD", "VBN", "VBP", "VBZ", "WDT", "_SP"]
DEPS = ["", "ROOT", "aux", "advmod", "conj", "dep", "det", "dobj", "expl", "mark", "nsubj"]
TOKEN = st.tuples(st.sampled_from(WORDS), st.sampled_from(TAGS), st.sampled_from(DEPS))


def _ruler(nlp: Language) -> Any:
    return nlp.get_pipe("attribute_ruler")


def _doc(nlp: Language, tokens: list[tuple[str, str, str]]) -> Doc:
    words, tags, deps = (list(column) for column in zip(*tokens, strict=True)) if tokens else ([], [], [])
    return Doc(nlp.vocab, words=words, tags=tags, deps=deps, heads=[0] * len(words))


def _same(ruler: AttributeRuler, quick: QuickRuler, one: Doc, other: Doc) -> bool:
    ours, theirs = quick(one).to_array(SHOWN), ruler(other).to_array(SHOWN)
    return bool((ours == theirs).all())


@settings(max_examples=200, deadline=None)
@given(st.lists(TOKEN, max_size=8))
def test_any_words_with_any_tags_come_out_the_same(tokens: list[tuple[str, str, str]]) -> None:
    nlp = parser()
    assert _same(_ruler(nlp), QuickRuler(_ruler(nlp)), _doc(nlp, tokens), _doc(nlp, tokens))


def test_the_pipeline_runs_the_quick_one_only() -> None:
    names = parser().pipe_names
    assert "sayso_attributes" in names and "attribute_ruler" not in names


def test_a_second_document_is_read_with_what_the_first_one_taught() -> None:
    nlp = parser()
    quick = QuickRuler(_ruler(nlp))
    for tokens in ([("That", "DT", "det")], [("That", "DT", "nsubj")], [("That", "WDT", "nsubj")]) * 2:
        assert _same(_ruler(nlp), quick, _doc(nlp, tokens), _doc(nlp, tokens))


def _own(*rules: dict[str, Any]) -> tuple[Language, AttributeRuler]:
    nlp = spacy.blank("en")
    nlp.add_pipe("attribute_ruler")
    _ruler(nlp).add_patterns(list(rules))
    return nlp, _ruler(nlp)


@pytest.mark.parametrize(
    "pattern",
    [
        [{"LOWER": {"REGEX": "^n.?t$"}}],
        [{"LOWER": {"NOT_IN": ["he", "that"]}}],
        [{"ORTH": "That"}],
        [{"LOWER": "let"}, {"LOWER": "'s"}],
        [{"TAG": "MD"}, {"OP": "*"}, {"TAG": "VB"}],
        [{"TAG": "RB", "OP": "+"}],
    ],
)
def test_patterns_that_look_at_more_are_left_to_spacy(pattern: list[dict[str, Any]]) -> None:
    nlp, ruler = _own(
        {"patterns": [[{"TAG": "RB"}]], "attrs": {"POS": "ADV", "MORPH": "Degree=Pos"}},
        {"patterns": [pattern, [{"TAG": "RB", "LOWER": "there"}]], "attrs": {"LEMMA": "x"}, "index": -1},
        {"patterns": [[{"LOWER": {"IN": ["that", "'s"]}}]], "attrs": {"POS": "PRON", "LEMMA": "y"}},
    )
    tokens = [
        ("he", "MD", ""),
        ("n't", "RB", ""),
        ("That", "VB", ""),
        ("let", "", ""),
        ("'s", "", ""),
        ("there", "RB", ""),
    ]
    assert _same(ruler, QuickRuler(ruler), _doc(nlp, tokens), _doc(nlp, tokens))


def test_a_ruler_that_sets_something_else_is_kept() -> None:
    nlp, ruler = _own({"patterns": [[{"LOWER": "gonna"}]], "attrs": {"NORM": "going to"}})
    quicken(nlp)
    assert not can_do(ruler) and nlp.pipe_names == ["attribute_ruler"]
    with pytest.raises(SaysoError, match="keep spaCy's own"):
        QuickRuler(ruler)


def test_a_pipeline_without_a_ruler_stays_as_it_is() -> None:
    nlp = spacy.blank("en")
    quicken(nlp)
    assert nlp.pipe_names == []
