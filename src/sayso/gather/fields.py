"""The names under which inputs state title, outlet, date and the rest."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from sayso.data.loading import toml
from sayso.gather.dates import stated_date
from sayso.gather.draft import Draft
from sayso.gather.normalise import one_line


@lru_cache(maxsize=1)
def known_keys() -> dict[str, str]:
    """Return key -> field for every key that sayso knows ("headline" -> "title")."""
    return {key: field for field, keys in toml("fields")["fields"].items() for key in keys}


def fields_of(row: Mapping[str, object]) -> dict[str, object]:
    """Return the known fields of ``row``, upper and lower case alike; the first key of the list that is filled wins."""
    lower = {str(k).strip().lower().replace(" ", "_").replace("-", "_"): v for k, v in row.items()}
    listed: dict[str, list[str]] = toml("fields")["fields"]
    filled = {field: [lower[k] for k in keys if lower.get(k) not in (None, "")] for field, keys in listed.items()}
    return {field: values[0] for field, values in filled.items() if values}


def draft_of(row: Mapping[str, object], text: str) -> Draft:
    """Return the draft of an article whose metadata stand in ``row``."""
    found = fields_of(row)
    return Draft(
        text,
        title=_words(found.get("title")),
        outlet=_words(found.get("outlet")),
        published=_date(found.get("date")),
        url=_words(found.get("url")),
        id=_words(found.get("id")),
    )


def _words(value: object) -> str | None:
    if isinstance(value, Mapping):  # JSON Feed and schema.org: {"name": "…"}
        value = value.get("name") or value.get("title")
    if isinstance(value, bool) or not isinstance(value, str | int):
        return None
    return one_line(str(value)) or None


def _date(value: object) -> date | None:
    return stated_date(value) if isinstance(value, str) else None
