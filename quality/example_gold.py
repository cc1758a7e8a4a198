"""``python -m quality.example_gold [STORY …]``: make the gold of the annotated stories from its hand-written source.

The source (examples/gold/STORY/source, and those of the stories beside this module) quotes the articles' words; this
finds them and writes, beside it, the articles' texts as sayso gathers them, ``articles.jsonl`` with what is known
of each, and gold/ in the format of the evaluation data. With ``--check`` nothing is written: it fails where the files
are not what the source gives.
"""

from __future__ import annotations

import argparse
import json
import sys
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from quality.gold_article import article_gold
from quality.gold_text import GoldError
from sayso.errors import SaysoError, UsageError
from sayso.gather import gather
from sayso.model import Article

EXAMPLES = Path(__file__).parent.parent / "examples"
BESIDE = ("held_out_story", "blind_story", "outbreak_story", "convoy_story")

Node = dict[str, Any]
LISTS = (
    "claim_groups",
    "disagreements",
    "figures",
    "timeline",
    "relations",
    "open_questions",
    "briefing",
    "copies",
)


@dataclass(frozen=True)
class Example:
    """An annotated story: the folder of its ``articles`` and that of its ``gold``, with the hand-written source."""

    name: str
    articles: Path
    gold: Path


def examples(root: Path = EXAMPLES) -> list[Example]:
    """Return every story under ``root`` that has a gold source, by name."""
    names = sorted(p.parent.name for p in root.glob("gold/*/source"))
    return [Example(name, root / name, root / "gold" / name) for name in names]


def stories() -> list[Example]:
    """Return the examples and the stories beside this module, which were written to measure on, not to show."""
    folders = [Path(__file__).parent / name for name in BESIDE]
    return [*examples(), *(Example(folder.name, folder / "articles", folder) for folder in folders)]


def build(example: Example) -> dict[str, str]:
    """Return the files that the source gives: path under the gold's folder -> content.

    Raises:
        GoldError: words that are not found once, an id that is not there, an article without annotation.

    """
    source = example.gold / "source"
    articles = sorted((_stem(a) for a in gather([example.articles]).articles), key=lambda a: a.name)
    actors = _toml(source / "actors.toml")
    docs = [article_gold(a, _toml(source / f"{a.name}.toml"), actors) for a in articles]
    files = {f"{a.name}.txt": a.text for a in articles}
    files["articles.jsonl"] = "".join(json.dumps(_meta(a), ensure_ascii=False) + "\n" for a in articles)
    files |= {f"gold/{doc['article']}.json": _dump(doc) for doc in docs}
    return files | {"gold/story.json": _dump(_story(_toml(source / "story.toml"), docs))}


def differences(files: dict[str, str], gold: Path) -> list[str]:
    """Name the files that are missing, differ, or should not be there."""
    there = {str(p.relative_to(gold)) for pattern in ("*.txt", "gold/*.json") for p in gold.glob(pattern)}
    wrong = {name for name, content in files.items() if _content(gold / name) != content}
    return sorted(wrong | there - files.keys())


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command.

    Returns 1 where the source does not fit the articles or, with --check, the files; 2 where there is no such story.
    """
    parser = argparse.ArgumentParser(prog="python -m quality.example_gold", description=__doc__)
    parser.add_argument("story", nargs="*", help="the stories to make (all where none is named)")
    parser.add_argument("--check", action="store_true", help="write nothing; fail where the files are not up to date")
    given = parser.parse_args(argv)
    try:
        made = [(example, build(example)) for example in _named_examples(given.story)]
    except SaysoError as error:
        print(error, file=sys.stderr)
        return 2 if isinstance(error, UsageError) else 1
    return _check(made) if given.check else _write(made)


def _named_examples(names: Sequence[str]) -> list[Example]:
    there = {example.name: example for example in stories()}
    unknown = [name for name in names if name not in there]
    if unknown:
        raise UsageError(f"no annotated story {', '.join(unknown)}: there are {', '.join(there)}")
    return [there[name] for name in dict.fromkeys(names or there)]


def _check(made: Iterable[tuple[Example, dict[str, str]]]) -> int:
    wrong = [f"{example.name}/{name}" for example, files in made for name in differences(files, example.gold)]
    print("\n".join(f"not what the source gives: {name}" for name in wrong) or "the gold is up to date")
    return 1 if wrong else 0


def _write(made: Iterable[tuple[Example, dict[str, str]]]) -> int:
    for example, files in made:
        for name, content in files.items():
            (example.gold / name).parent.mkdir(parents=True, exist_ok=True)
            (example.gold / name).write_text(content, encoding="utf-8", newline="\n")
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
    lists["figures"] = [_series(x, docs) for x in lists["figures"]]
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


_SHOWN = ("id", "value", "bound", "unit", "said_by", "as_of", "place")


def _series(x: Node, docs: Iterable[Node]) -> Node:
    """Return a series of figures that count the same thing, each as its article has it."""
    quantities = {q["id"]: q for doc in docs for q in doc["quantities"]}
    others = sorted(set(x["ids"]) - quantities.keys())
    if others:
        raise GoldError(f"story.toml: {x['id']} holds what is no quantity: {', '.join(others)}")
    return x | {"rows": [{key: quantities[i][key] for key in _SHOWN} for i in x["ids"]]}


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
