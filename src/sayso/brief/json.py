"""The brief as JSON, and back: with the articles' texts, so that every span can be checked again."""

from __future__ import annotations

from functools import lru_cache

from pydantic import TypeAdapter, ValidationError
from pydantic_core import from_json as parse

from sayso.errors import VerificationError
from sayso.model import Brief

FORMAT = "sayso-brief-1"


def to_json(brief: Brief) -> str:
    """Return the brief as indented JSON; fields stand in the order of their classes, so equal briefs give equal text.

    Spans count Unicode code points, not bytes or UTF-16 units.
    """
    return _adapter().dump_json(brief, indent=1).decode("utf-8") + "\n"


def from_json(text: str | bytes) -> Brief:
    """Read what ``to_json`` wrote. Raises VerificationError with one line that says what is wrong and where."""
    try:
        raw = parse(text)
    except ValueError as error:
        raise VerificationError(f"this is not JSON: {error}") from error
    _check_format(raw)
    try:
        return _adapter().validate_json(text, strict=True)
    except ValidationError as error:
        raise VerificationError(_first(error)) from error


@lru_cache(maxsize=1)
def _adapter() -> TypeAdapter[Brief]:
    return TypeAdapter(Brief)


def _check_format(raw: object) -> None:
    found = raw.get("format") if isinstance(raw, dict) else None
    if found != FORMAT:
        named = f'its format is "{found}"' if found else "it names no format"
        raise VerificationError(
            f'this is not a saved brief: {named} (expected "{FORMAT}", from sayso brief --format json)'
        )


def _first(error: ValidationError) -> str:
    """Return the first complaint on one line: where, what, and how many more there are."""
    complaints = error.errors(include_url=False, include_context=False, include_input=False)
    where = ".".join(str(part) for part in complaints[0]["loc"])
    more = f" (and {len(complaints) - 1} more)" if len(complaints) > 1 else ""
    return f"this brief is damaged at {where}: {complaints[0]['msg']}{more}"
