"""``python -m benchmarks``: time and memory above bare spaCy, cold on one story and warm in bulk, and their growth.

``--only ratios`` leaves out how they grow with the archive, ``--only scale`` measures nothing else.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.growth import as_growth_json, as_growth_markdown, as_line
from benchmarks.paired import PROJECT, Run, alternate, pair, run
from benchmarks.report import CPU, MEMORY, WALL, Result, as_json, as_markdown
from benchmarks.scale import sizings
from sayso.errors import SaysoError

EVALUATION = Path(os.environ.get("SAYSO_EVAL") or PROJECT.parent / "shared" / "eval").resolve()
PART = 50  # articles of a part of the bulk run
BARE = "bare"
# The contestants of the bulk run (modules of benchmarks.contestants): how many times the CPU time of bare spaCy.
AIMS = {"fast": 1.25, "trained": 3.0}
MEMORY_AIMS = {"fast": 1.25, "trained": 1.75}
COMMAND_LINE = "from sayso.cli import main; main()"


def main(argv: Sequence[str] | None = None) -> int:
    """Run the benchmarks and write their pages and numbers; 1 where one could not be run."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--pairs", type=int, default=5, help="pairs of the cold runs (default 5)")
    parser.add_argument("--articles", type=int, default=300, help="articles of the bulk run, 0 for none (default 300)")
    parser.add_argument("--only", choices=("ratios", "scale"), help="one part of the benchmarks")
    parser.add_argument("--archive", type=int, default=0, help="articles of the archive, 0 for all (default 0)")
    given = parser.parse_args(argv)
    try:
        if given.only != "scale":
            ratios(given.pairs, given.articles)
        if given.only != "ratios":
            scale(given.archive)
    except SaysoError as error:
        print(f"benchmarks: {error}", file=sys.stderr)
        return 1
    return 0


def ratios(pairs: int, articles: int) -> None:
    """Measure sayso against spaCy; write results.json and report.md."""
    results = [*cold(pairs), *cold(pairs, "--fast"), *bulk(articles)]
    _write("results.json", json.dumps(as_json(results), indent=1) + "\n")
    _write("report.md", as_markdown(results))
    for result in results:
        print(f"{result.name}: {result.ratio:.2f} times {result.against} (aim {result.aim:.2f}){_speed(result)}")


def scale(most: int) -> None:
    """Measure how linking and comparing grow with the archive; write scale.json and scale.md."""
    source = EVALUATION / "bulk" / "abp.jsonl.gz"
    if not source.exists():
        print("scale: skipped, no evaluation data beside the checkout")
        return
    found = sizings(source, most)
    _write("scale.json", json.dumps(as_growth_json(found), indent=1) + "\n")
    _write("scale.md", as_growth_markdown(found))
    for way, rows in found.items():
        print(as_line(way, rows))


def _write(name: str, text: str) -> None:
    (Path(__file__).parent / name).write_text(text, encoding="utf-8")


def _speed(result: Result) -> str:
    own, bare = result.speeds
    return f", {own:,.0f} words a CPU second, {result.against} {bare:,.0f}" if result.words else ""


def cold(pairs: int, *options: str) -> list[Result]:
    """`sayso brief` from a fresh start on one story, against a script that loads spaCy and parses the same texts."""
    seed = sorted((EVALUATION / "korea").glob("*.txt"))
    files = [str(p) for p in seed or sorted((PROJECT / "examples" / "gold" / "reservoir").glob("*.txt"))]
    sayso = [sys.executable, "-c", COMMAND_LINE, "brief", *options, *files]
    bare = [sys.executable, "-m", "benchmarks.bare", *files]
    alternate(lambda: run(sayso), lambda: run(bare), 1)  # so that no pair pays for cold disks
    runs = alternate(lambda: run(sayso), lambda: run(bare), pairs)
    call = " ".join(("brief", *options))
    what = f"`sayso {call}`, {'the five seed articles' if seed else 'the six example articles'}"
    against = "spaCy loads and parses them"
    return [
        Result(f"cold {call}", what, against, WALL, 2.0, pair(runs, lambda r: r.wall)),
        Result(
            f"cold {call} memory", what, against, MEMORY, 1.25 if options else 2.5, pair(runs, lambda r: r.mebibytes)
        ),
    ]


def bulk(articles: int) -> list[Result]:
    """Annotating many articles, against parsing them; nothing where the evaluation data are absent.

    The articles are cut into parts, and all take each part by turns, so that a busy moment falls on all of them.
    """
    source = EVALUATION / "bulk" / "abp.jsonl.gz"
    if not articles or not source.exists():
        print("annotate: skipped" + ("" if source.exists() else ", no evaluation data beside the checkout"))
        return []

    def part(contestant: str, first: int) -> Run:
        count = str(min(PART, articles - first))
        return run([sys.executable, "-m", "benchmarks.bulk", contestant, str(source), str(first), count])

    parts = [{name: part(name, first) for name in (*AIMS, BARE)} for first in range(0, articles, PART)]
    return [result for name, aim in AIMS.items() for result in _annotating(name, aim, articles, parts)]


def _annotating(name: str, aim: float, articles: int, parts: list[dict[str, Run]]) -> Iterator[Result]:
    runs = [(each[name], each[BARE]) for each in parts]
    words = sum(int(bare.out.split()[1]) for _, bare in runs)
    what = f"annotate, {name}, {articles} articles"
    yield Result(
        f"annotate {name}", what, "`nlp.pipe`", CPU, aim, pair(runs, lambda r: float(r.out.split()[0])), True, words
    )
    yield Result(
        f"annotate {name} memory", what, "`nlp.pipe`", MEMORY, MEMORY_AIMS[name], pair(runs, lambda r: r.mebibytes)
    )


if __name__ == "__main__":
    sys.exit(main())
