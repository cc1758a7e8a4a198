"""``python -m quality.example_gold``: make the example story's gold from its hand-written source.

The source (examples/gold/reservoir/source) quotes the articles' words; this finds them and writes, beside it, the
articles' texts as sayso gathers them, ``articles.jsonl`` with what is known of each, and gold/ in the format of the
evaluation data. With ``--check`` nothing is written: it fails where the files are not what the source gives.
"""

from __future__ import annotations

import argparse
import json
import sys
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from quality.gold_article import article_gold
from quality.gold_text import GoldError
from sayso.errors import SaysoError
from sayso.gather import gather
from sayso.model import Article

EXAMPLES = Path(__file__).parent.parent / "examples"
ARTICLES = EXAMPLES / "reservoir"
GOLD = EXAMPLES / "gold" / "reservoir"

Node = dict[str, Any]
LISTS = ("claim_groups", "disagreements", "timeline", "relations", "open_questions", "briefing", "copies")


def build(articles_in: Path = ARTICLES, gold: Path = GOLD) -> dict[str, str]:
    """Return the files that the source gives: path under ``gold`` -> content.

    Raises:
        GoldError: words that are not found once, an id that is not there, an article without annotation.

    """
    articles = [_stem(a) for a in gather([articles_in]).articles]
    actors = _toml(gold / "source" / "actors.toml")
    docs = [article_gold(a, _toml(gold / "source" / f"{a.name}.toml"), actors) for a in articles]
    files = {f"{a.name}.txt": a.text for a in articles}
    files["articles.jsonl"] = "".join(json.dumps(_meta(a), ensure_ascii=False) + "\n" for a in articles)
    files |= {f"gold/{doc['article']}.json": _dump(doc) for doc in docs}
    return files | {"gold/story.json": _dump(_story(_toml(gold / "source" / "story.toml"), docs))}


def differences(files: dict[str, str], gold: Path = GOLD) -> list[str]:
    """Name the files that are missing, differ, or should not be there."""
    there = {str(p.relative_to(gold)) for pattern in ("*.txt", "gold/*.json") for p in gold.glob(pattern)}
    wrong = {name for name, content in files.items() if _content(gold / name) != content}
    return sorted(wrong | there - files.keys())


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; 1 where the source does not fit the articles or, with --check, the files."""
    parser = argparse.ArgumentParser(prog="python -m quality.example_gold", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; fail where the files are not up to date")
    given = parser.parse_args(argv)
    try:
        files = build()
    except SaysoError as error:
        print(error, file=sys.stderr)
        return 1
    if given.check:
        wrong = differences(files)
        print("\n".join(f"not what the source gives: {name}" for name in wrong) or "the gold is up to date")
        return 1 if wrong else 0
    for name, content in files.items():
        (GOLD / name).parent.mkdir(parents=True, exist_ok=True)
        (GOLD / name).write_text(content, encoding="utf-8", newline="\n")
    return 0


def _stem(article: Article) -> Article:
    name = Path(article.name).stem
    return Article.make(
        article.text, name, title=article.title, outlet=article.outlet, published=article.published, url=article.url
    )


def _meta(article: Article) -> Node:
    return {
        "doc_id": article.name,
        "title": article.title,
        "outlet": article.outlet,
        "date": article.published.isoformat() if article.published else None,
        "url": article.url,
    }


def _story(given: Node, docs: Sequence[Node]) -> Node:
    known = {x["id"] for doc in docs for key in _EVIDENCE for x in doc[key]}
    missing = sorted({i for key in LISTS for x in given[key] for i in _named(x)} - known)
    if missing:
        raise GoldError(f"story.toml: named but not there: {', '.join(missing)}")
    about = {d["short"]: {"stem": d["article"], "written": d["meta"]["written"]} for d in docs}
    lists = {key: [_entry(x) for x in given[key]] for key in LISTS}
    clusters = {"event_clusters": list(_clusters(docs))}
    return {"story": given["story"], "note": given["note"], "articles": about} | lists | clusters


_EVIDENCE = ("attributions", "quantities", "times", "events", "flags", "outlet_claims")


def _named(x: Node) -> Iterator[str]:
    for key in ("ids", "evidence", "settled_by"):
        yield from x.get(key, [])
    for side in x.get("sides", []):
        yield from side["ids"]


def _entry(x: Node) -> Node:
    renamed = {{"strict": "strict_contradiction", "basis": "date_basis"}.get(k, k): v for k, v in x.items()}
    ids = list(_named(x))
    return renamed | ({"articles": sorted({i.split(".")[0] for i in ids})} if ids else {})


def _clusters(docs: Iterable[Node]) -> Iterator[Node]:
    events = [e for doc in docs for e in doc["events"] if e["story_event"]]
    for name in sorted({e["story_event"] for e in events}):
        own = [e["id"] for e in events if e["story_event"] == name]
        yield {"story_event": name, "articles": sorted({i.split(".")[0] for i in own}), "events": own}


def _toml(path: Path) -> Node:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise GoldError(f"{path.name}: {error}") from error


def _content(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.is_file() else None


def _dump(value: Node) -> str:
    return json.dumps(value, indent=1, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    sys.exit(main())
