"""What is made of a document is made once, and let go."""

from __future__ import annotations

import spacy
from spacy.tokens import Doc

from sayso.annotate.clauses import Tree
from sayso.annotate.kept import Kept, forget
from sayso.annotate.reader import annotate_doc, parser, pipeline
from sayso.annotate.view import View
from sayso.model import Article

TEXT = "“It is over,” said Ana Vale. The mayor plans to fine the firm."


def test_the_same_document_is_laid_out_once() -> None:
    made: list[Doc] = []
    kept, nlp = Kept(lambda doc: made.append(doc) or len(made)), spacy.blank("en")
    one, other = nlp("One."), nlp("One.")
    assert [kept.of(one), kept.of(one), kept.of(other), kept.of(one)] == [1, 1, 2, 3]
    forget()
    assert kept.of(one) == 4


def test_readers_of_one_document_share_its_view() -> None:
    doc = parser()(TEXT)
    assert View.of(doc) is View.of(doc) and Tree.of(doc).head is View.of(doc).head


def test_the_tree_mends_tags_and_leaves_the_view_alone() -> None:
    doc = parser()(TEXT)
    before = View.read(doc)
    Tree.of(doc)
    assert View.of(doc) == before


def test_nothing_is_kept_of_an_article_that_was_read() -> None:
    doc = parser()(TEXT)
    held = View.of(doc)
    annotate_doc(doc, Article.make(TEXT, "a"))
    assert View.of(doc) is not held


def test_a_component_sees_what_another_changed_before_it() -> None:
    nlp = pipeline()

    @spacy.Language.component("sayso_test_no_names")
    def no_names(doc: Doc) -> Doc:
        doc.ents = ()
        return doc

    nlp.add_pipe("sayso_test_no_names", after="sayso_actors")
    doc = nlp(TEXT)
    assert View.of(doc).entity == [""] * len(doc)
