"""``python -m benchmarks``: what sayso costs above bare spaCy, cold on one story and warm in bulk."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.paired import PROJECT, Pairs, alternate, printed, wall_seconds
from benchmarks.report import Result, as_json, as_markdown
from sayso.errors import SaysoError

EVALUATION = Path(os.environ.get("SAYSO_EVAL") or PROJECT.parent / "shared" / "eval").resolve()
PART = 50  # articles of a part of the bulk run
COMMAND_LINE = "from sayso.cli import main; main()"


def main(argv: Sequence[str] | None = None) -> int:
    """Run both benchmarks and write results.json and report.md; 1 where one could not be run."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--pairs", type=int, default=5, help="pairs of the cold runs (default 5)")
    parser.add_argument("--articles", type=int, default=300, help="articles of the bulk run, 0 for none (default 300)")
    given = parser.parse_args(argv)
    try:
        results = [cold(given.pairs), *bulk(given.articles)]
    except SaysoError as error:
        print(f"benchmarks: {error}", file=sys.stderr)
        return 1
    here = Path(__file__).parent
    (here / "results.json").write_text(json.dumps(as_json(results), indent=1) + "\n", encoding="utf-8")
    (here / "report.md").write_text(as_markdown(results), encoding="utf-8")
    for result in results:
        print(f"{result.name}: {result.ratio:.2f} times {result.against} (aim {result.aim:.1f})")
    return 0


def cold(pairs: int) -> Result:
    """`sayso brief` from a fresh start on one story, against a script that loads spaCy and parses the same texts."""
    seed = sorted((EVALUATION / "korea").glob("*.txt"))
    files = [str(p) for p in seed or sorted((PROJECT / "examples" / "gold" / "reservoir").glob("*.txt"))]
    sayso = [sys.executable, "-c", COMMAND_LINE, "brief", *files]
    bare = [sys.executable, "-m", "benchmarks.bare", *files]
    alternate(lambda: wall_seconds(sayso), lambda: wall_seconds(bare), 1)  # so that no pair pays for cold disks
    timed = alternate(lambda: wall_seconds(sayso), lambda: wall_seconds(bare), pairs)
    story = "the five seed articles" if seed else "the six example articles"
    return Result("cold brief", f"`sayso brief`, {story}", "spaCy loads and parses them", "wall", 2.0, timed)


def bulk(articles: int) -> list[Result]:
    """Annotating many articles, against parsing them; nothing where the evaluation data are absent.

    The articles are cut into parts, and the two take each part by turns, so that a busy moment falls on both.
    """
    source = EVALUATION / "bulk" / "abp.jsonl.gz"
    if not articles or not source.exists():
        print("annotate: skipped" + ("" if source.exists() else ", no evaluation data beside the checkout"))
        return []

    def seconds(what: str, first: int) -> float:
        count = min(PART, articles - first)
        return float(printed([sys.executable, "-m", "benchmarks.bulk", what, str(source), str(first), str(count)]))

    timed = [(seconds("sayso", first), seconds("bare", first)) for first in range(0, articles, PART)]
    sayso, bare = zip(*timed, strict=True)
    return [Result("annotate", f"annotate, {articles} articles", "`nlp.pipe`", "CPU", 1.5, Pairs(sayso, bare), True)]


if __name__ == "__main__":
    sys.exit(main())
