"""Reads a team file, YAML or JSON, from a path or from standard input."""

import json
import re
import sys
from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from questioner import files
from questioner.checked import Place, path_of
from questioner.errors import InputError, Problem
from questioner.files import PACKED, STDIN
from questioner.inputs import marked_yaml
from questioner.inputs.marked_yaml import MarkedData
from questioner.team import Entry, Team

LARGEST = 5_000_000
"""Bytes; a team with fifty objectives and a year of weekly check-ins stays under one million."""
IMPORTABLE = (".csv", ".tsv", ".xlsx", ".docx", ".md", ".markdown", ".txt")
"""Endings of what `questioner import` makes team files from."""
SHOWN = 50
"""Problems listed before the rest is only counted."""

_FIELD = re.compile(r"^([a-z_]+): (?=\S)")
_SURROGATE = re.compile("[\ud800-\udfff]")
_ESCAPED_SURROGATE = re.compile(r"(\\u)[dD](?=[89a-fA-F][0-9a-fA-F]{2})")
_WORDED = {
    "missing": "is missing; it is required",
    "extra_forbidden": "is not a field of the team file; `questioner schema` lists them all",
    "string_type": "saw {seen}; write text, in quotation marks",
    "model_type": "saw {seen}; write fields here, one a line",
    "dict_type": "saw {seen}; write fields here, one a line",
    "tuple_type": "saw {seen}; write a list, each entry after a dash",
    "string_pattern_mismatch": "saw {seen}; write up to 40 letters, digits, - and _, without blanks",
    "too_long": "is longer than this field takes; shorten it",
    "string_too_long": "is longer than this field takes; shorten it",
    "int_type": "saw {seen}; write a whole number",
    "int_parsing": "saw {seen}; write a whole number",
    "int_parsing_size": "saw {seen}; write a whole number",
    "int_from_float": "saw {seen}; write a whole number",
    "float_type": "saw {seen}; write a number",
    "float_parsing": "saw {seen}; write a number",
}
LONGEST_NUMBER = 300
"""Digits; Python's floats end a little above."""


def read_team(path: str) -> Team:
    """Return the team in the file at ``path``, or on standard input for ``-``.

    Raises:
        InputError: with every problem found, each with its line and field, when the file cannot be used.
    """
    return team_in(bytes_of(path), called(path))


def data_of(path: str) -> MarkedData:
    """Return what stands in the file at ``path``, or on standard input for ``-``, not yet checked.

    Raises:
        InputError: when it cannot be read, or is neither YAML nor JSON.
    """
    return parse(text_of(bytes_of(path), called(path)), called(path))


def team_in(raw: bytes, name: str) -> Team:
    """Return the team in ``raw``, the contents of a file that is called ``name`` in errors.

    Raises:
        InputError: as ``read_team`` does.
    """
    text = text_of(raw, name)
    if at_once := _at_once(text):
        return at_once
    try:
        marked = parse(text, name)
    except InputError:
        if name.lower().endswith(IMPORTABLE):
            raise _no_team_file(name) from None
        raise
    if name.lower().endswith(IMPORTABLE) and not (isinstance(marked.data, dict) and {"team", "cycle"} & {*marked.data}):
        raise _no_team_file(name)
    return team_of(marked, name)


def team_of(marked: MarkedData, name: str) -> Team:
    """Return the team in what was read from a file that is called ``name`` in errors.

    Raises:
        InputError: as ``read_team`` does.
    """
    if not isinstance(marked.data, dict):
        what = "is empty" if marked.data is None else f"holds {seen(marked.data)}, not fields such as team and cycle"
        raise InputError([Problem(f"{what}; `questioner init` writes a file to start from", name)])
    if {"sections", "reserve"} <= marked.data.keys():
        what = (
            "is a sheet, not a team file; name the file that it was prepared from, and a sheet with --again or --sheet"
        )
        raise InputError([Problem(what, name)])
    problems = [Problem(f"{key}: stands here a second time; keep one", name, line) for line, key in marked.repeated]
    try:
        team = Team.model_validate(marked.data)
    except ValidationError as error:
        problems += [_problem(part, name, marked) for detail in error.errors() for part in _parts(detail)]
    if problems:
        raise InputError(bounded(sorted(problems, key=lambda p: p.line or 0), name))
    return team


def _no_team_file(name: str) -> InputError:
    """Return the error for what some other program made: a table, a workbook, a page."""
    how = f"import {name}` makes one from it" if name.lower().endswith(IMPORTABLE) else "init` writes one to fill in"
    return InputError([Problem(f"is no team file, which is YAML or JSON; `questioner {how}", name)])


def _at_once(text: str) -> Team | None:
    """Return the team in JSON that is in order; None for anything else, which is read with its lines."""
    if not text.lstrip().startswith("{"):
        return None
    try:
        data = json.loads(text, parse_int=_whole, object_pairs_hook=_once)
        halved = _ESCAPED_SURROGATE.search(text) and any(True for _ in _unusable(data, ()))
        return None if halved else Team.model_validate(data)
    except (ValueError, RecursionError):
        return None


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a key stands twice")
    return found


def _meant(key: str) -> str:
    """Return what a key that is no field was probably meant to be, as the end of a sentence."""
    if key.isdigit():
        return "; inside braces a comma ends the figure before it, so write 1200 and not 1,200"
    parts: list[type[Entry]] = [Team, *Entry.__subclasses__()]
    fields = {name for part in parts for name in part.model_fields}
    if key in fields:
        return "; it belongs to another part of the file"
    near = get_close_matches(key.lower(), sorted(fields), n=1, cutoff=0.75)
    return f"; did you mean {near[0]}?" if near else ""


def called(path: str) -> str:
    """Return what errors call the file at ``path``."""
    return "<stdin>" if path == STDIN else path


def bytes_of(path: str, largest: int = LARGEST) -> bytes:
    """Return what stands in the file at ``path``, or on standard input for ``-``.

    Raises:
        InputError: when it cannot be read, or holds more than ``largest`` bytes.
    """
    name = called(path)
    try:
        if path == STDIN:
            raw = sys.stdin.buffer.read(largest + 1)
        else:
            with Path(path).open("rb") as file:
                raw = file.read(largest + 1)
    except (OSError, ValueError) as error:  # ValueError: a path that no file system takes
        raise files.unreadable(name, error) from error
    if len(raw) > largest:
        raise InputError([Problem(f"is larger than {largest // 1_000_000} MB; split it", name)])
    return raw


def text_of(raw: bytes, name: str) -> str:
    """Return the UTF-8 text in ``raw``, without a byte order mark.

    Raises:
        InputError: when it is not such a text.
    """
    if raw.startswith(PACKED):
        raise _no_team_file(name)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise InputError([Problem("is not UTF-8 text; save it as UTF-8 and try again", name, line)]) from error
    if "\0" in text:
        raise InputError([Problem("is not a text file; a team file is YAML or JSON", name)])
    return text


def parse(text: str, name: str) -> MarkedData:
    """Return the data in ``text``, YAML or JSON, and its lines.

    Raises:
        InputError: when it is neither.
    """
    if text.lstrip().startswith("{"):
        return _parse_json(text, name)
    return _parse_yaml(text, name)


_A_LINE = re.compile(r":\d+\Z")
"""Ends the name of a team that is a line of a file."""


def _parse_json(text: str, name: str) -> MarkedData:
    try:
        data = json.loads(text, parse_int=_whole)
    except json.JSONDecodeError as error:
        if name.endswith(".json"):
            raise InputError([Problem(f"is not JSON: {error.msg}", name, error.lineno)]) from error
        if _A_LINE.search(name):
            raise InputError([Problem(f"is not JSON: {error.msg}, at character {error.pos + 1}", name)]) from error
        return _parse_yaml(text, name)
    except RecursionError as error:
        raise InputError([Problem("nests too deeply to be a team file", name)]) from error
    faults = [Problem(message, name, None, path_of(place)) for place, message in _unusable(data, ())]
    if faults:
        raise InputError(bounded(faults, name))
    try:  # JSON is nearly YAML: read once more for the lines, which json does not tell
        marked = marked_yaml.load(without_pairs(text))
    except (yaml.YAMLError, RecursionError):
        return MarkedData(data, {}, ())
    marked.data = data
    return marked


def without_pairs(text: str) -> str:
    """Return JSON as YAML can read it, no longer or shorter.

    YAML has no pairs of escapes: each half is given the escape of a private character.
    """
    return _ESCAPED_SURROGATE.sub(r"\1e", text)


def _whole(digits: str) -> float:
    return int(digits) if len(digits) <= LONGEST_NUMBER else float(digits)


def _unusable(data: Any, place: Place) -> Iterator[tuple[Place, str]]:
    """Yield what JSON lets through and nothing after it can hold: deep nesting, and halves of characters."""
    if len(place) > marked_yaml.DEEPEST:
        yield place[:3], "nests too deeply to be a team file"
    elif isinstance(data, str):
        if _SURROGATE.search(data):
            yield place, f"saw {seen(data)}, which holds half of a character; write the whole one"
    elif isinstance(data, (dict, list)):
        entries = data.items() if isinstance(data, dict) else enumerate(data)
        for key, value in entries:
            yield from _unusable(key, place) if isinstance(key, str) else ()
            yield from _unusable(value, (*place, key))


def _parse_yaml(text: str, name: str) -> MarkedData:
    try:
        return marked_yaml.load(text)
    except (yaml.YAMLError, RecursionError) as error:
        raise InputError([_yaml_problem(error, name)]) from error


def _yaml_problem(error: Exception, name: str) -> Problem:
    mark = getattr(error, "problem_mark", None)
    what = next(filter(None, (getattr(error, name, None) for name in ("problem", "reason"))), str(error))
    if isinstance(error, RecursionError):
        what = "nests too deeply to be a team file"
    if what.startswith("but "):  # the second half of a sentence
        what = f"{getattr(error, 'context', '')}, {what}"
    hint = "" if "unfolds" in what or "nests" in what else "; check the indentation, and quote text that holds a colon"
    return Problem(f"is not YAML that can be read: {what}{hint}", name, mark.line + 1 if mark else None)


def seen(data: Any) -> str:
    """Return in a few words what stands in a file: ``a list``, ``the text 'abc'``, ``42``."""
    if data is None or isinstance(data, bool):
        return {None: "nothing", True: "true", False: "false"}[data]
    if isinstance(data, (list, tuple, dict)):
        return "fields" if isinstance(data, dict) else "a list"
    return f"the text {data[:SHOWN]!r}" if isinstance(data, str) else str(data)[:SHOWN]


def _parts(detail: Any) -> list[tuple[Place, str]]:
    """Split one error of the model into ``(place, message)``, a line of it each."""
    loc, message = tuple(detail["loc"]), _WORDED.get(detail["type"], "")
    if detail["type"] == "extra_forbidden":
        message += _meant(str(loc[-1]))
    if detail["msg"].startswith("Input should be ") and not message:
        message = detail["msg"].replace("Input should be ", "saw {seen}; it should be ")
    if message:
        return [(loc, message.replace("{seen}", seen(detail["input"])))]
    lines = detail["msg"].removeprefix("Value error, ").splitlines()
    return [(_named(loc, line), _FIELD.sub("", line)) for line in lines]


def _named(loc: Place, line: str) -> Place:
    match = _FIELD.match(line)
    return (*loc, match[1]) if match else loc


def _problem(part: tuple[Place, str], name: str, marked: MarkedData) -> Problem:
    place, message = part
    return Problem(message, name, marked.line(place), path_of(place))


def bounded(problems: list[Problem], name: str) -> list[Problem]:
    """Return the first ``SHOWN`` problems of a file, and how many more there are."""
    rest = len(problems) - SHOWN
    return problems[:SHOWN] + ([Problem(f"and {rest} more problems", name)] if rest > 0 else [])
