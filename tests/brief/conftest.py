"""A brief made by hand: an invented warehouse fire, told by four invented outlets."""

from __future__ import annotations

import re
from datetime import date

import pytest

from sayso.model import (
    Article,
    Bound,
    Brief,
    BriefArticle,
    Citation,
    FigureRow,
    Line,
    Mode,
    Section,
    Series,
    Skipped,
    SourceType,
    Span,
    Who,
)

COURIER = """Fire tears through grain store at Port Alder
A fire broke out at a grain store in Port Alder late on Monday, harbour officials said. At least 12 workers were hurt, \
according to the harbour master, Ines Dahl. “We had no warning at all,” she told reporters.
Residents spoke of two loud blasts. The company that runs the store, Maren Grain, denied that anything had exploded.
"""

LEDGER = """Port Alder blaze: toll rises
The fire brigade said on Wednesday that 19 people had been hurt in the Port Alder fire, three of them badly. \
Up to 40 workers were on the site when it began, the dockers’ union said. Sources close to the inquiry blame a faulty \
conveyor. Maren Grain dismissed the reports as “dockside gossip”.
"""

WIRE = """Twelve hurt in port fire
Twelve workers were hurt in a fire at Port Alder on Monday, harbour officials said. Residents spoke of two loud blasts.
"""

GAZETTE = """What we know about the Port Alder fire
Nobody yet says what it cost: about 3,000 tonnes of wheat were lost, reports suggest, while insurers expect between \
2,000 and 3,500 tonnes. Dahl warned that the port could stay shut for weeks. Dust clouds of the size of a cathedral \
drifted over the old town through the whole of the night and well into the grey hours of the next morning, as people \
along the northern quays watched from their windows and waited for word from those who had been at work inside.
"""

ARTICLES = (
    Article.make(
        COURIER, "courier.txt", title=COURIER.splitlines()[0], outlet="Alder Courier", published=date(2031, 3, 4)
    ),
    Article.make(
        LEDGER,
        "ledger.html",
        title=LEDGER.splitlines()[0],
        outlet="The Ledger",
        published=date(2031, 3, 6),
        url="https://ledger.example/port-alder",
    ),
    Article.make(WIRE, "wire.txt", title=WIRE.splitlines()[0], published=date(2031, 3, 5)),
    Article.make(GAZETTE, "gazette.txt", title=GAZETTE.splitlines()[0], outlet="North Gazette"),
)


def sentences(text: str) -> tuple[Span, ...]:
    """Cut at line ends and after full stops: enough for these texts."""
    return tuple(
        Span.of(text, m.start(), m.end()) for m in re.finditer(r"[^\s].*?(?:[.”](?=\s)|$)", text, re.MULTILINE)
    )


def cite(number: int, *words: str) -> Citation:
    """Cite words of an article by its number."""
    article = ARTICLES[number - 1]
    starts = [article.text.index(w) for w in words]
    spans = tuple(Span.of(article.text, at, at + len(w)) for at, w in zip(starts, words, strict=True))
    sentence = max(i for i, s in enumerate(sentences(article.text)) if s.start <= spans[0].start)
    return Citation(article.id, sentence, spans)


def shown(number: int, *notes: str, window: str | None = None) -> BriefArticle:
    """Show an article as the brief does."""
    a = ARTICLES[number - 1]
    published = a.published.isoformat() if a.published else None
    basis = "published" if published else "implied by the text" if window else "unknown"
    found = sentences(a.text)
    return BriefArticle(number, a.id, a.name, a.title, a.outlet, published, window, basis, a.url, a.text, found, notes)


def row(
    number: int,
    words: str,
    numbers: tuple[float | None, float | None, float | None],
    bound: Bound,
    who: str,
    as_of: str | None,
) -> FigureRow:
    """Make one figure of a series; ``numbers`` are value, low and high."""
    unnamed = who == "reports"
    kind = SourceType.UNNAMED if unnamed else SourceType.ORGANISATION
    source = Who(who, kind, None if unnamed else f"actor:{who}")
    basis = "stated" if as_of else "unknown"
    value, low, high = (n if n is None else float(n) for n in numbers)
    return FigureRow(cite(number, words), 0, value, low, high, bound, "", (source,), Mode.ASSERTED, as_of, basis, words)


HURT = Series(
    0,
    "people hurt",
    "worker",
    None,
    None,
    None,
    (
        row(1, "At least 12 workers", (12, 12, None), Bound.AT_LEAST, "Ines Dahl", "2031-03-04"),
        row(3, "Twelve workers", (12, 12, 12), Bound.EXACT, "harbour officials", "2031-03-05"),
        row(2, "19 people", (19, 19, 19), Bound.EXACT, "fire brigade", "2031-03-06"),
        row(2, "Up to 40 workers", (40, None, 40), Bound.UP_TO, "dockers’ union", "2031-03-06"),
    ),
)
WHEAT = Series(
    1,
    "tonnes of wheat lost",
    "wheat",
    "tonne",
    None,
    None,
    (
        row(4, "about 3,000 tonnes", (3000, None, None), Bound.ABOUT, "reports", None),
        row(4, "between 2,000 and 3,500 tonnes", (None, 2000, 3500), Bound.BETWEEN, "insurers", None),
    ),
)

LONG = GAZETTE[GAZETTE.index("Dust clouds") :].strip()

SECTIONS = (
    Section(
        "articles",
        "Articles",
        (
            Line("Fire tears through grain store at Port Alder", (), "Alder Courier, 4 March 2031"),
            Line("Port Alder blaze: toll rises", (), "The Ledger, 6 March 2031"),
            Line(
                "Twelve hurt in port fire",
                (cite(3, "Twelve workers were hurt"),),
                "wire.txt, 5 March 2031",
                "near copy of 1",
                warn=True,
            ),
            Line("What we know about the Port Alder fire", (), "North Gazette, no date"),
        ),
    ),
    Section(
        "confirmed",
        "Confirmed, and by whom",
        (
            Line(
                "A fire broke out at a grain store in Port Alder",
                (
                    cite(1, "A fire broke out at a grain store in Port Alder"),
                    cite(3, "in a fire at Port Alder on Monday"),
                ),
                "harbour officials",
                "2 articles, 1 origin",
            ),
        ),
    ),
    Section(
        "figures",
        "Figures",
        (
            Line("people hurt", (), "", ""),
            Line("At least 12 workers", (cite(1, "At least 12 workers"),), "4 Mar 2031", "Ines Dahl", 1),
            Line(
                "Twelve workers", (cite(3, "Twelve workers"),), "5 Mar 2031", "harbour officials; bound lost", 1, True
            ),
            Line("19 people", (cite(2, "19 people"),), "6 Mar 2031", "fire brigade", 1),
        ),
        more=2,
    ),
    Section(
        "differ",
        "Where accounts differ",
        (
            Line("whether anything exploded", (), "denial"),
            Line("two loud blasts", (cite(1, "two loud blasts"), cite(3, "two loud blasts")), "residents", "", 1),
            Line(
                "denied that anything had exploded",
                (cite(1, "denied that anything had exploded"),),
                "Maren Grain",
                "",
                1,
            ),
        ),
    ),
    Section(
        "says",
        "Who says what",
        (
            Line(
                "“We had no warning at all,”",
                (cite(1, "“We had no warning at all,”", "she told reporters"),),
                "Ines Dahl, harbour master of the port",
            ),
            Line(f"{LONG}", (cite(4, LONG),), "North Gazette", "in the outlet’s voice"),
        ),
    ),
    Section(
        "timeline",
        "Timeline",
        (
            Line("A fire broke out", (cite(1, "A fire broke out"),), "3 March 2031"),
            Line("19 people had been hurt", (cite(2, "19 people had been hurt"),), "5 March 2031"),
        ),
    ),
    Section(
        "actors",
        "Actors and relations",
        (
            Line(
                "dismissed the reports as “dockside gossip”",
                (cite(2, "dismissed the reports as “dockside gossip”"),),
                "Maren Grain → reports",
                "against",
            ),
        ),
    ),
    Section(
        "questions",
        "Open questions",
        (
            Line(
                "the port could stay shut for weeks",
                (cite(4, "the port could stay shut for weeks"),),
                "predicted",
                "nothing settles it",
            ),
        ),
    ),
    Section(
        "care",
        "Handle with care",
        (
            Line(
                "Sources close to the inquiry",
                (cite(2, "Sources close to the inquiry"),),
                "unnamed source",
                "",
                warn=True,
            ),
        ),
    ),
)


@pytest.fixture
def brief() -> Brief:
    """Return the brief on the warehouse fire."""
    articles = (shown(1), shown(2), shown(3, "near copy of 1"), shown(4, window="2031-03-04/.."))
    skipped = (Skipped("photo.jpg", "binary file", "give its caption as text"),)
    return Brief("Fire at Port Alder", articles, SECTIONS, (HURT, WHEAT), skipped)
