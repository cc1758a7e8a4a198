"""``sayso explain``: why words were read as they were."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.cli.inputs import gathered, tell_skipped
from sayso.cli.streams import write_out
from sayso.errors import UsageError
from sayso.explain import actors_to_json, actors_to_text, explain, explain_actors, locate, to_json, to_text
from sayso.model import Article


def run(path: str, asked: str, kind: str, fast: bool) -> int:
    """Write the explanations of what was read in the words asked about.

    Raises UsageError where the file holds no or several articles, or the words are not to be found once.
    """
    article = _only(path)
    explained = explain(article, locate(article.text, asked), fast)
    write_out(to_json(explained), "utf-8") if kind == "json" else write_out(to_text(explained))
    return 0


def run_actors(path: str, names: Sequence[str], kind: str) -> int:
    """Write why names of the articles in ``path`` are one actor, or are not.

    Raises UsageError where nothing could be read or nobody goes by a name.
    """
    found = gathered([path])
    tell_skipped(found)
    if not found.articles:
        raise UsageError(f"{path}: no article could be read")
    explained, pairs = explain_actors(found.articles, names)
    made = actors_to_json(explained, pairs) if kind == "json" else actors_to_text(explained, pairs)
    write_out(made, "utf-8") if kind == "json" else write_out(made)
    return 0


def _only(path: str) -> Article:
    found = gathered([path])
    if len(found.articles) == 1:
        return found.articles[0]
    if found.articles:
        raise UsageError(f"{path} holds {len(found.articles)} articles: give a file with one")
    tell_skipped(found)
    raise UsageError(f"{path}: no article could be read")
