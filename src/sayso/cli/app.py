"""What the commands are called and take; what they do is in the module of each command's name.

Those modules are imported only when their command runs: ``brief`` needs spaCy, whose import alone takes about
a second, and neither ``--help`` nor a mistyped option should wait for that.
"""

from __future__ import annotations

import gc
from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any

import typer

from sayso import __version__
from sayso.cli.streams import complain, quiet_pipes
from sayso.engine import LOCAL, EngineName
from sayso.errors import SaysoError, UsageError

INTERRUPTED = 130
# How many objects are made between two searches for garbage in rings. Loading and reading make many that stay; at
# Python's own 700 the searches take 6 % of a short run.
FEW_SEARCHES = (50_000, 20, 50)
WRONG_CALL = 2


class Format(StrEnum):
    """What a brief can be written as."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    JSON = "json"


class Shape(StrEnum):
    """What an explanation can be written as."""

    TEXT = "text"
    JSON = "json"


PATHS = typer.Argument(metavar="PATH", help="Files, folders, or - for standard input.", show_default=False)
FORMAT = typer.Option(
    "--format", "-f", help="How to write it. Default: by the ending of -o, else text.", show_default=False
)
OUTPUT = typer.Option("--output", "-o", metavar="FILE", help="Write to this file, replacing it whole.")
FULL = typer.Option("--full", help="Leave nothing out.")
FAST = typer.Option(
    "--fast", help="Read who says what by rules, and match claims by their words, alone: quicker, and it misses more."
)
STORY = typer.Option(
    "--story",
    metavar="STORY",
    help="The story to take: its number or id in sayso stories, words of its title, or all.",
    show_default=False,
)
ENGINE = typer.Option(
    "--engine", help="Find candidate pairs on this engine; the stories are the same.", show_default=False
)
SUFFIXES = {".html": Format.HTML, ".htm": Format.HTML, ".json": Format.JSON, ".md": Format.MARKDOWN}

app = typer.Typer(
    name="sayso",
    help="On whose say-so? Reads the coverage of a story and shows who says what.\n\n"
    "Every line cites the words it rests on as [article:sentence]; where accounts differ, both stand. "
    "Nothing is fetched from the network and nothing is kept.\n\n"
    "\b\nsayso brief articles/                      what five or fifty articles say, on two screens\n"
    "sayso brief articles/ -o brief.html        the same to click through, with a chart and the texts\n"
    "sayso diff articles/ --from D --to D       what changed from one day to another?\n"
    "sayso stories archive/                     which stories are in there?\n"
    "sayso verify brief.json                    do all cited words stand where it says they stand?\n"
    'sayso explain monday.txt "40 bakers"       why were these words read so?',
    epilog="sayso COMMAND --help says more about each command.",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code: 0 done, 1 the answer is no, 2 wrong call, 130 interrupted."""
    if arguments is None:  # the process is ours
        gc.set_threshold(*FEW_SEARCHES)
    with quiet_pipes():
        try:
            code = app(None if arguments is None else list(arguments), prog_name="sayso", standalone_mode=False)
        except typer.TyperException as error:
            return complain(_message(error), WRONG_CALL)
        except SaysoError as error:
            return complain(str(error), WRONG_CALL)
        except (KeyboardInterrupt, typer.Abort):
            return INTERRUPTED
        return code if isinstance(code, int) else 0
    return 0


@app.callback(invoke_without_command=True)
def _root(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Print the version and stop.")] = False,
) -> None:
    if version:
        typer.echo(f"sayso {__version__}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


@app.command("brief", short_help="Read articles and report who says what.")
def _brief(
    paths: Annotated[list[str], PATHS],
    format_: Annotated[Format | None, FORMAT] = None,
    output: Annotated[Path | None, OUTPUT] = None,
    as_of: Annotated[
        str | None,
        typer.Option("--as-of", metavar="DATE", help="Only what was published by the end of that day (YYYY-MM-DD)."),
    ] = None,
    full: Annotated[bool, FULL] = False,
    story: Annotated[str | None, STORY] = None,
    fast: Annotated[bool, FAST] = False,
) -> int:
    """Read the articles of one story and report who says what.

    Reads .txt, .md, .html and .jsonl files and folders of them. What cannot be read is named on
    standard error, with the reason, and at the end of the brief; the rest still comes out.

    The brief goes from what is confirmed, the figures and where accounts differ to what to handle
    with care. [2:5] is the fifth sentence of the second article; the JSON and HTML briefs hold the
    exact words and the articles' texts.

    Where the articles tell several stories, they are listed and one is to be chosen with --story. A few
    articles that stand alone beside one large story are left out, and named.

    \b
    sayso brief articles/
    sayso brief monday.txt tuesday.html --full
    sayso brief articles/ -o brief.html
    sayso brief articles/ --as-of 2024-10-25
    curl -s https://example.org/story | sayso brief - articles/

    Exit code 1: nothing could be read. 2: the call was wrong, or there are several stories.
    """
    day = None if as_of is None else _day(as_of, "--as-of")
    chosen = format_ or SUFFIXES.get(output.suffix.lower() if output else "", Format.TEXT)
    return int(_command("brief").run(paths, chosen.value, output, day, full, story, fast))


@app.command("stories", short_help="Group articles into stories.")
def _stories(
    paths: Annotated[list[str], PATHS],
    format_: Annotated[Shape | None, FORMAT] = None,
    output: Annotated[Path | None, OUTPUT] = None,
    full: Annotated[bool, typer.Option("--full", help="List every article, and why it belongs to its story.")] = False,
    engine: Annotated[EngineName | None, ENGINE] = None,
    master: Annotated[str, typer.Option("--master", metavar="URL", help="The master of --engine spark.")] = LOCAL,
    briefs: Annotated[
        Path | None,
        typer.Option("--briefs", metavar="DIR", help="Read each story too, and write a brief on it into this folder."),
    ] = None,
    fast: Annotated[bool, FAST] = False,
) -> int:
    """Group the articles of a folder or stream into stories, whatever their order.

    A story has a title of its articles' own words, the days it spans, its outlets and its articles. Its
    number or id, or words of its title, are what sayso brief --story takes. With --briefs DIR every story
    is read by itself, and DIR/ID.html (with --format json DIR/ID.json) is the brief on it.

    \b
    sayso stories archive/
    sayso stories archive/ --format json -o stories.json
    sayso stories archive/ --briefs briefs/ --fast
    cat feed.jsonl | sayso stories -
    sayso brief archive/ --story 2
    sayso stories archive/ --engine spark --master spark://host:7077

    Exit code 1: nothing could be read. 2: the call was wrong, or the engine cannot be had.
    """
    ending = Shape.JSON if output and output.suffix.lower() == ".json" else Shape.TEXT
    return int(_command("stories").run(paths, (format_ or ending).value, output, full, briefs, fast, engine, master))


@app.command("diff", short_help="Report what changed from one day to another.")
def _diff(
    paths: Annotated[list[str], PATHS],
    first: Annotated[
        str, typer.Option("--from", metavar="DATE", help="The day that is known (YYYY-MM-DD).", show_default=False)
    ],
    last: Annotated[
        str, typer.Option("--to", metavar="DATE", help="The day that is compared with it.", show_default=False)
    ],
    format_: Annotated[Format | None, FORMAT] = None,
    output: Annotated[Path | None, OUTPUT] = None,
    full: Annotated[bool, FULL] = False,
    story: Annotated[str | None, STORY] = None,
    fast: Annotated[bool, FAST] = False,
) -> int:
    """Report what changed in a story between the end of one day and the end of another.

    Compares what was published by --from with what was published by --to: figures that moved, new denials
    and disagreements, questions settled, what is newly confirmed, new claims and open questions. Nothing is
    taken back: what was said before stays said. Articles without a date are left out, and named.

    \b
    sayso diff articles/ --from 2024-10-18 --to 2024-10-25
    sayso diff articles/ --from 2024-10-18 --to 2024-10-25 -o week.html

    Exit code 1: nothing was published by --to. 2: the call was wrong, or there are several stories.
    """
    days = (_day(first, "--from"), _day(last, "--to"))
    chosen = format_ or SUFFIXES.get(output.suffix.lower() if output else "", Format.TEXT)
    return int(_command("diff").run(paths, chosen.value, output, days, full, story, fast))


@app.command("verify", short_help="Check the cited words of a saved brief again.")
def _verify(
    file: Annotated[
        str, typer.Argument(metavar="FILE.json", help="A brief saved with --format json, or -.", show_default=False)
    ],
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="PATH", help="The articles it was made from, to check against.", show_default=False),
    ] = None,
) -> int:
    """Check again that every cited word stands where a saved brief says it stands.

    Without PATHs the texts inside the file are checked: each span against its words, and each text
    against its article's id, so that a text edited later shows. With PATHs the articles are read
    again and their texts count.

    \b
    sayso brief articles/ -o brief.json
    sayso verify brief.json
    sayso verify brief.json articles/

    Exit code 1: something does not hold (named, up to 20 lines). 2: the file is no saved brief.
    """
    return int(_command("verify").run(file, paths or []))


@app.command("explain", short_help="Say why words were read as they were.")
def _explain(
    article: Annotated[
        str,
        typer.Argument(
            metavar="ARTICLE", help="A file with one article, or -; with --actor a folder too.", show_default=False
        ),
    ],
    span: Annotated[
        str | None, typer.Argument(metavar="[SPAN]", help="Words of the article, or START:END.", show_default=False)
    ] = None,
    actor: Annotated[
        list[str] | None,
        typer.Option("--actor", metavar="NAME", help="Say who goes by this name, in all articles.", show_default=False),
    ] = None,
    format_: Annotated[Shape, typer.Option("--format", "-f", help="How to write it.")] = Shape.TEXT,
    fast: Annotated[bool, FAST] = False,
) -> int:
    """Say why an attribution, a certainty, a figure, a time, an event or a name was read as it was.

    Shows each that touches the words: the cue's entry and its measured share, the rule, who is
    meant and by which mention, the words that bound a number or weaken a claim. START:END are
    offsets into the article's text, as the JSON brief gives them.

    \b
    sayso explain monday.txt "at least 40 bakers"
    sayso explain monday.txt 58:76 --format json

    With --actor: which names of which articles are one actor, why, and who is kept apart, why.
    Given twice, it also says of the two names whether they are one.

    \b
    sayso explain articles/ --actor Zelensky --actor "Ukrainian army"

    Exit code 2: no such file, or the words are not there or stand in several places (listed).
    """
    if bool(actor) == (span is not None):
        raise UsageError("give either words of the article (SPAN) or --actor NAME")
    if actor:
        return int(_command("explain").run_actors(article, actor, format_.value))
    return int(_command("explain").run(article, span, format_.value, fast))


def _command(name: str) -> Any:
    return import_module(f"sayso.cli.{name}")


def _day(text: str, option: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UsageError(f'"{text}" is not a date: give it as YYYY-MM-DD, e.g. {option} 2024-10-25') from None


def _message(error: typer.TyperException) -> str:
    shown = getattr(error, "format_message", error.__str__)()
    return " ".join(shown.replace("Value error, ", "").split()).rstrip(".")
