"""One article's gold: from the hand-written annotation, which quotes words, to spans."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Any

from quality.gold_text import GoldError, Quoted, is_heading
from sayso.model import Article

Node = dict[str, Any]
CONVENTION = "0-based Unicode code points in the file decoded as UTF-8, end exclusive"
SOURCE_TYPES = {"person": "named person", "unnamed source": "unnamed", "unnamed group": "unnamed"}
_FIRST = ("i", "me", "my", "we", "us", "our")
_THIRD = ("he", "him", "his", "she", "her", "it", "its", "they", "them", "their")
PRONOUNS = frozenset((*_FIRST, *_THIRD, "who", "whom", "whose", "which"))
KINDS = ("att", "q", "t", "e", "flag", "oc")


def article_gold(article: Article, given: Node, actors: dict[str, Node]) -> Node:
    """Return the gold of one article in the format of the evaluation data.

    Raises:
        GoldError: quoted words that are not found once, an unknown actor, a repeated or a missing id.

    """
    quoted = Quoted.of(article.name, article.text)
    short = given["short"]
    _check_ids(article.name, given)
    known = {f"{short}.{x['id']}" for x in given.get("att", [])}
    out = _head(article, given, quoted) | {
        "attributions": [_attribution(quoted, short, x, actors) for x in given.get("att", [])],
        "quantities": [_quantity(quoted, short, x, given) for x in given.get("q", [])],
        "times": [_time(quoted, short, x) for x in given.get("t", [])],
        "events": [_event(quoted, short, x, actors) for x in given.get("e", [])],
        "actors": [_actor(quoted, short, n, i, actors) for n, i in enumerate(given["mentions"].items(), start=1)],
        "flags": [_passage(quoted, short, x, ("type", "why")) for x in given.get("flag", [])],
        "outlet_claims": [_outlet_claim(quoted, short, x) for x in given.get("oc", [])],
    }
    _check_references(article.name, out, known)
    return out


def _head(article: Article, given: Node, quoted: Quoted) -> Node:
    ranges = enumerate(quoted.sentences)
    return {
        "article": article.name,
        "short": given["short"],
        "file": f"{article.name}.txt",
        "sha256": hashlib.sha256(article.text.encode("utf-8")).hexdigest(),
        "n_chars": len(article.text),
        "offset_convention": CONVENTION,
        "sentences": [
            {"i": i, "start": s, "end": e, "heading": is_heading(article.text, s, e)} for i, (s, e) in ranges
        ],
        "meta": {"title": article.title, "language": "en", "outlet": article.outlet, "written": given["written"]},
    }


def _attribution(quoted: Quoted, short: str, x: Node, actors: dict[str, Node]) -> Node:
    kind, certainty, polarity = x["is"].split()
    content = [quoted.find(words, x["s"]) for words in _listed(x["content"])]
    return {
        "id": f"{short}.{x['id']}",
        "sentence": x["s"],
        "sources": [_source(quoted, words, x["s"], actors) for words in x["source"]] or [_no_source()],
        "cue": quoted.find(x["cue"], x["s"]),
        "content": sorted(content, key=lambda span: int(span["start"])),
        "kind": kind,
        "certainty": certainty,
        "polarity": polarity,
        "speech_act": x["act"],
        "nested": "in" in x,
        "nested_in": f"{short}.{x['in']}" if "in" in x else None,
        "claim": x["claim"],
    } | _note(x)


def _source(quoted: Quoted, words: str, sentence: int, actors: dict[str, Node]) -> Node:
    words, _, key = words.rpartition(" = ")
    actor = _known(quoted, actors, key)
    return {
        "span": quoted.find(words, sentence),
        "actor": key,
        "canonical": actor["canonical"],
        "source_type": SOURCE_TYPES.get(actor["type"], "organisation"),
        "source_subtype": actor["type"],
    }


def _no_source() -> Node:
    return {"span": None, "actor": None, "canonical": None, "source_type": "unnamed", "source_subtype": "none given"}


def _quantity(quoted: Quoted, short: str, x: Node, given: Node) -> Node:
    holder = next((a for a in given.get("att", []) if a["id"] == x.get("att")), None)
    names = [words.rpartition(" = ")[0] for words in holder["source"]] if holder else []
    return {
        "id": f"{short}.{x['id']}",
        "sentence": x["s"],
        "span": quoted.find(x["text"], x["s"]),
        "value": x.get("value"),
        "bound": x["bound"],
        "unit": x["unit"],
        "counts": x["counts"],
        "said_by": ", ".join(names) or ("outlet voice" if holder is None else "nobody named"),
        "attribution": f"{short}.{x['att']}" if "att" in x else None,
        "as_of": x.get("as_of"),
        "place": x.get("place"),
    } | _note(x)


def _time(quoted: Quoted, short: str, x: Node) -> Node:
    kind = x.get("type", "DATE")
    timex = kind != "DATE" or x["value"].endswith("_REF") or "W" in x["value"]
    return {
        "id": f"{short}.{x['id']}",
        "sentence": x["s"],
        "span": quoted.find(x["text"], x["s"]),
        "value": x["value"],
        "standard": "TIMEX3" if timex else "EDTF",
        "type": kind,
    }


def _event(quoted: Quoted, short: str, x: Node, actors: dict[str, Node]) -> Node:
    def people(keys: Iterable[str]) -> list[Node]:
        return [{"actor": k, "canonical": _known(quoted, actors, k)["canonical"]} for k in keys]

    return {
        "id": f"{short}.{x['id']}",
        "sentence": x["s"],
        "trigger": quoted.find(x["trigger"], x["s"]),
        "type": x["type"],
        "agent": people(x.get("agent", [])),
        "patient": people(x.get("patient", [])),
        "time": [f"{short}.{t}" for t in x.get("time", [])],
        "factuality": x["fact"],
        "according_to": f"{short}.{x['by']}" if "by" in x else "outlet voice",
        "story_event": x.get("se"),
    }


def _actor(quoted: Quoted, short: str, number: int, item: tuple[str, list[str]], actors: dict[str, Node]) -> Node:
    key, given = item
    actor = _known(quoted, actors, key)
    mentions: list[Node] = []
    for words in sorted(given, key=len, reverse=True):
        spans = [quoted.find(words, 0)] if "|" in words else quoted.find_all(words)
        mentions += [s for s in spans if not any(_overlap(s, m) for m in mentions)]
    mentions.sort(key=lambda m: int(m["start"]))
    return {
        "id": f"{short}.act{number:02}",
        "actor": key,
        "canonical": actor["canonical"],
        "type": actor["type"],
        "n_mentions": len(mentions),
        "mentions": [m | {"mention_type": _mention_type(m["text"], actor.get("name"))} for m in mentions],
    }


def _passage(quoted: Quoted, short: str, x: Node, keys: Iterable[str]) -> Node:
    span = quoted.find(x["text"], x["s"])
    return {"id": f"{short}.{x['id']}", "sentence": x["s"], "span": span} | {k: x[k] for k in keys}


def _outlet_claim(quoted: Quoted, short: str, x: Node) -> Node:
    certainty, polarity = x["is"].split()
    own = {"certainty": certainty, "polarity": polarity, "voice": "outlet"}
    return _passage(quoted, short, x, ("claim",)) | own


def _known(quoted: Quoted, actors: dict[str, Node], key: str) -> Node:
    if key not in actors:
        raise GoldError(f"{quoted.name}: there is no actor {key!r} in actors.toml")
    return actors[key]


def _check_ids(name: str, given: Node) -> None:
    ids = [x["id"] for kind in KINDS for x in given.get(kind, [])]
    twice = sorted({i for i in ids if ids.count(i) > 1})
    if twice:
        raise GoldError(f"{name}: given twice: {', '.join(twice)}")


def _check_references(name: str, gold: Node, known: set[str]) -> None:
    holders = [q["attribution"] for q in gold["quantities"]] + [a["nested_in"] for a in gold["attributions"]]
    holders += [e["according_to"] for e in gold["events"] if e["according_to"] != "outlet voice"]
    times = {t["id"] for t in gold["times"]}
    missing = {h for h in holders if h and h not in known} | {t for e in gold["events"] for t in e["time"]} - times
    if missing:
        raise GoldError(f"{name}: named but not there: {', '.join(sorted(missing))}")


def _listed(value: str | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else value


def _note(x: Node) -> Node:
    return {"note": x["note"]} if "note" in x else {}


def _overlap(a: Node, b: Node) -> bool:
    return bool(a["start"] < b["end"] and b["start"] < a["end"])


def _mention_type(words: str, name: str | None) -> str:
    if words.lower() in PRONOUNS:
        return "pronoun"
    return "name" if name and name in words else "nominal"
