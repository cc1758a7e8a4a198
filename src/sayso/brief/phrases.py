"""The fixed phrases with which a brief speaks of what it cites."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.compare import edtf
from sayso.model import Account, Bound, Certainty, FigureRow, Mode, Polarity, Series, SourceType, StoryRelation, Who

MODES = {
    Mode.DENIED: "denied",
    Mode.PREDICTED: "predicted",
    Mode.FEARED: "feared",
    Mode.HYPOTHETICAL: "if, or as a proposal",
    Mode.DEMANDED: "demanded",
    Mode.ASKED: "asked",
}
BOUNDS = {Bound.EXACT: "", Bound.BETWEEN: "", Bound.UNQUANTIFIED: "no number", Bound.COMPARATIVE: "a comparison"}


def names(who: Sequence[Who], most: int = 3) -> str:
    """Return the sources by name, unnamed ones marked, with the way into print: A → Reuters → The Post."""
    given = list(dict.fromkeys(_name(w) for w in who))
    more = f" +{len(given) - most}" if len(given) > most else ""
    return ", ".join(given[:most]) + more


def _name(who: Who) -> str:
    unnamed = who.type is SourceType.UNNAMED and "unnamed" not in who.name
    name = f"{_short(who.name)} (unnamed)" if unnamed else _short(who.name)
    way = who.via[::-1]
    # An outlet in its own voice is where the way ends, any other source is where it begins.
    return " → ".join((*way, name) if who.is_outlet else (name, *way))


def _short(name: str, most: int = 48) -> str:
    """Cut a long source at a comma, bracket or word, so that a label stays a label."""
    if len(name) <= most:
        return name
    head = name[: most + 1]
    for mark in (", ", " (", " who ", " from "):
        if head.find(mark) > 0:
            return head[: head.find(mark)]
    return head.rsplit(" ", 1)[0] + " …"


def manner(mode: Mode, certainty: Certainty, polarity: Polarity = Polarity.POSITIVE) -> str:
    """Return how a claim is put, nothing for a plain statement."""
    if mode in MODES:
        return MODES[mode]
    return "" if certainty is Certainty.CERTAIN else certainty.value


def support(account: Account) -> str:
    """Return how many articles carry an account and how many origins are shown to be independent."""
    shown = account.independence
    if shown.articles < 2:
        return ""
    if shown.shown > 1:
        return f"{shown.articles} articles, {shown.shown} shown independent"
    why = shown.reason.partition(":")[0]
    return f"{shown.articles} articles, {why or 'not shown independent'}"


def dated(date: str | None, basis: str) -> str:
    """Return a date as people write it, marked where it is not the text's own."""
    words = edtf.spoken(date)
    if basis == "story":
        return f"{words} (inferred)" if date and date.endswith("~") and "/" not in date else f"{words} (year inferred)"
    return f"pub. {words}" if basis == "published" else words


def bounded(row: FigureRow) -> str:
    """Return a figure's words, with its bound where the words do not show it."""
    bound = BOUNDS.get(row.bound, row.bound.value)
    return row.words if not bound or bound in row.words.casefold() else f"{row.words} ({bound})"


def conservative(series: Series) -> str:
    """Return the most conservative figure of the latest date, with what is against it; nothing for a single figure."""
    if not series.derived or len(series.rows) < 2:
        return ""
    last = next((d for d in reversed(series.derived) if d.as_of), series.derived[-1])
    against = [f"disputed, {_up_to(last.high)}"] if last.disputed else []
    when = f", {edtf.spoken(last.as_of)}" if last.as_of else ""
    return joined(f"most conservative{when}: {last.value:,.10g}", *against)


def _up_to(high: float | None) -> str:
    return "no upper bound" if high is None else f"up to {high:,.10g}"


def stance(relation: StoryRelation) -> str:
    """Return a relation's type and sign."""
    sign = "+" if relation.stance >= 0.2 else "−" if relation.stance <= -0.2 else "±"
    put = MODES.get(relation.mode, "")
    return f"{sign} {relation.type.casefold()}" + (f", {put}" if put else "")


def joined(*parts: str) -> str:
    """Join the phrases that are there."""
    return "; ".join(p for p in parts if p)
