"""The relations of each article that the gold of relations knows, each article read by itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from quality.relations.gold import read_gold
from quality.rows import Row, article_of
from quality.tasks.attribution import pairs
from sayso.annotate import annotate_all
from sayso.model import Annotation, Relation, Span


def predict_relations(data: Path) -> Iterator[Row]:
    """Return a row an annotated article of ``data``: the names and words of both ends, the stance, the sentence."""
    articles = [article_of(graded.row) for graded in read_gold(data)]
    for annotation in annotate_all(articles):
        yield {"doc_id": annotation.article.name, "relations": [_row(annotation, r) for r in annotation.relations]}


def _row(annotation: Annotation, relation: Relation) -> Row:
    ends = ((relation.source, relation.source_words), (relation.target, relation.target_words))
    source, target = (_names(annotation, actor, words) for actor, words in ends)
    sentence = pairs([annotation.sentences[relation.sentence].span])
    return {"source": source or None, "target": target, "stance": relation.stance, "sentence": sentence}


def _names(annotation: Annotation, actor: int | None, words: Span | None) -> list[str]:
    """Return what an actor is called in the article, or the words for somebody who is none."""
    if actor is None:
        return [words.text] if words else []
    found = annotation.actors[actor]
    return list(dict.fromkeys([found.name, *(m.span.text for m in found.mentions if m.kind == "name")]))
