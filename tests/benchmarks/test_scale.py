"""The growth of time and memory with the archive."""

from __future__ import annotations

import gzip
import json
import pickle
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from benchmarks import archive
from benchmarks.growth import as_growth_json, as_growth_markdown, as_line, exponents
from benchmarks.scale import Sizing, growth, measured, measured_undated
from sayso.model import Annotation


def sizing(articles: int, seconds: float, above: float = 10.0) -> Sizing:
    return Sizing(articles, articles // 2, {"stories": seconds, "copies": seconds}, 3 * seconds, 100.0, 100.0 + above)


@pytest.mark.parametrize("power", [0.0, 1.0, 1.15, 2.0])
def test_the_exponent_of_a_power_law_is_found(power: float) -> None:
    sizes = [1000, 2000, 4000, 5994]
    assert growth(sizes, [0.3 * n**power for n in sizes]) == pytest.approx(power, abs=0.001)


def test_exponents_are_told_by_step_and_memory_that_took_nothing_has_none() -> None:
    rows = [sizing(1000, 1.0), sizing(2000, 2.0, 40.0)]
    assert exponents(rows) == {"all": 1.0, "wall": 1.0, "stories": 1.0, "copies": 1.0, "memory": 2.0}
    assert "memory" not in exponents([sizing(1000, 1.0, 0.0), sizing(2000, 2.0)])


def test_the_page_shows_each_size_and_the_exponent_against_the_aim() -> None:
    found = {"dated": [sizing(1000, 1.0), sizing(2000, 4.0)], "undated": [sizing(1000, 1.0)]}
    page = as_growth_markdown(found)
    assert "| 2,000 | 1,000 | 4.0 | 4.0 | 8.0 | 12.0 | 110 | 10 |" in page
    assert "**2.00**" in page and "1.15" in page
    assert as_growth_json(found)["dated"]["exponents"]["all"] == 2.0
    assert as_line("dated", found["dated"]).startswith("scale, dated: exponent 2.00 (aim 1.15)")
    assert as_line("undated", found["undated"]) == "scale, undated: one size only"


def test_annotations_are_made_once_and_read_back_in_the_order_of_days(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [
        {"doc_id": f"d{n}", "text": f"Mayor Pryce said {n} boats sank.", "published": str(date(2031, 5, 9 - n))}
        for n in range(5)
    ]
    source = tmp_path / "a.jsonl.gz"
    with gzip.open(source, "wt", encoding="utf-8") as handle:
        handle.writelines(json.dumps(row) + "\n" for row in rows)
    monkeypatch.setattr(archive, "KEPT", tmp_path / "kept")
    monkeypatch.setattr(archive, "PART", 2)
    archive._digest.cache_clear()
    try:
        for first in (0, 2, 4):
            archive.keep(source, first)
        read = list(archive.annotated(source, 3))
        assert [a.article.name for a in read] == ["d4", "d3", "d2"]
        assert all(a.claims for a in read)
        assert archive.prepare(source) == 5
    finally:
        archive._digest.cache_clear()


def test_all_steps_are_measured_over_stories(read: Callable[..., Annotation]) -> None:
    given = [
        read(f"The ferry Oda {n} sank off Lund. Mayor Pryce said {n} people drowned.", date(2031, 1, 1) + timedelta(n))
        for n in range(6)
    ]
    found = measured(pickle.loads(pickle.dumps(given)))
    assert list(found.steps) == ["stories", "copies", "actors", "compare"]
    assert found.articles == 6 and 1 <= found.stories <= 6 and found.peak >= found.held > 0
    assert list(measured_undated([a.article for a in given]).steps) == ["stories"]
