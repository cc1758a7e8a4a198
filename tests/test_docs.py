"""The pages that name things are held against the code."""

from __future__ import annotations

import dataclasses
import inspect
import re
from pathlib import Path

import pytest

import sayso.model as model

ROOT = Path(__file__).parent.parent
REFERENCE = (ROOT / "docs" / "reference.md").read_text(encoding="utf-8")
CLASSES = [c for n in model.__all__ if dataclasses.is_dataclass(c := getattr(model, n)) and inspect.isclass(c)]


@pytest.mark.parametrize("kind", CLASSES, ids=lambda c: c.__name__)
def test_the_reference_names_every_field(kind: type) -> None:
    section = re.search(rf"### {kind.__name__}\n(.*?)(?=\n##)", REFERENCE, re.S)
    assert section, f"docs/reference.md has no section on {kind.__name__}"
    named = re.findall(r"^\| `(\w+)`", section.group(1), re.M)
    assert named == [f.name for f in dataclasses.fields(kind)]


@pytest.mark.parametrize(
    "page", sorted(p.relative_to(ROOT).as_posix() for p in [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")])
)
def test_the_links_of_a_page_lead_somewhere(page: str) -> None:
    path = ROOT / page
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", path.read_text(encoding="utf-8"))
    assert [link for link in links if not (path.parent / link).exists()] == []
