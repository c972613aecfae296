"""Reads a team file, YAML or JSON, from a path or from standard input."""

import json
import re
import sys
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from questioner.errors import InputError, Problem
from questioner.inputs import marked_yaml
from questioner.inputs.marked_yaml import MarkedData, Place
from questioner.team import Team

STDIN = "-"
LARGEST = 5_000_000
"""Bytes; a team with fifty objectives and a year of weekly check-ins stays under one million."""
SHOWN = 50
"""Problems listed before the rest is only counted."""

_FIELD = re.compile(r"^([a-z_]+): (?=\S)")
_WORDED = {
    "missing": "is missing; it is required",
    "extra_forbidden": "is not a field of the team file; `questioner schema` lists them all",
    "string_type": "is not text; write it in quotation marks",
}


def read_team(path: str) -> Team:
    """Return the team in the file at ``path``, or on standard input for ``-``.

    Raises:
        InputError: with every problem found, each with its line and field, when the file cannot be used.
    """
    name = "<stdin>" if path == STDIN else path
    marked = _parse(_decode(_bytes(path, name), name), name)
    if not isinstance(marked.data, dict):
        what = (
            "is empty" if marked.data is None else f"holds a {_kind(marked.data)}, not fields such as team: and cycle:"
        )
        raise InputError([Problem(f"{what}; `questioner init` writes a file to start from", name)])
    problems = [Problem(f"{key}: stands here a second time; keep one", name, line) for line, key in marked.repeated]
    try:
        team = Team.model_validate(marked.data)
    except ValidationError as error:
        problems += [_problem(part, name, marked) for detail in error.errors() for part in _parts(detail)]
    if problems:
        raise InputError(_bounded(sorted(problems, key=lambda p: p.line or 0), name))
    return team


def _bytes(path: str, name: str) -> bytes:
    try:
        if path == STDIN:
            raw = sys.stdin.buffer.read(LARGEST + 1)
        else:
            with Path(path).open("rb") as file:
                raw = file.read(LARGEST + 1)
    except OSError as error:
        raise InputError([Problem(f"cannot be read: {error.strerror or error}", name)]) from error
    if len(raw) > LARGEST:
        raise InputError([Problem(f"is larger than {LARGEST // 1_000_000} MB; a team file holds one team", name)])
    return raw


def _decode(raw: bytes, name: str) -> str:
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise InputError([Problem("is not UTF-8 text; save it as UTF-8 and try again", name, line)]) from error
    if "\0" in text:
        raise InputError([Problem("is not a text file; a team file is YAML or JSON", name)])
    return text


def _parse(text: str, name: str) -> MarkedData:
    if text.lstrip().startswith("{"):
        return _parse_json(text, name)
    try:
        return marked_yaml.load(text)
    except (yaml.YAMLError, RecursionError) as error:
        raise InputError([_yaml_problem(error, name)]) from error


def _parse_json(text: str, name: str) -> MarkedData:
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        if name.endswith(".json"):
            raise InputError([Problem(f"is not JSON: {error.msg}", name, error.lineno)]) from error
        return _parse_flow_yaml(text, name)
    except RecursionError as error:
        raise InputError([Problem("nests too deeply to be a team file", name)]) from error
    try:  # JSON is nearly YAML: read once more for the lines, which json does not tell
        marked = marked_yaml.load(text)
    except (yaml.YAMLError, RecursionError):
        return MarkedData(data, {}, ())
    marked.data = data
    return marked


def _parse_flow_yaml(text: str, name: str) -> MarkedData:
    try:
        return marked_yaml.load(text)
    except (yaml.YAMLError, RecursionError) as error:
        raise InputError([_yaml_problem(error, name)]) from error


def _yaml_problem(error: Exception, name: str) -> Problem:
    mark = getattr(error, "problem_mark", None)
    what = getattr(error, "problem", None) or str(error) or type(error).__name__
    if isinstance(error, RecursionError):
        what = "nests too deeply to be a team file"
    hint = "" if "unfolds" in what or "nests" in what else "; check the indentation, and quote text that holds a colon"
    return Problem(f"is not YAML that can be read: {what}{hint}", name, mark.line + 1 if mark else None)


def _kind(data: Any) -> str:
    return {"list": "list", "str": "text"}.get(type(data).__name__, "single value")


def _parts(detail: Any) -> list[tuple[Place, str]]:
    """Split one error of the model into ``(place, message)``, a line of it each."""
    loc, message = tuple(detail["loc"]), _WORDED.get(detail["type"], "")
    if message:
        return [(loc, message)]
    lines = detail["msg"].removeprefix("Value error, ").splitlines()
    return [(_named(loc, line), _FIELD.sub("", line)) for line in lines]


def _named(loc: Place, line: str) -> Place:
    match = _FIELD.match(line)
    return (*loc, match[1]) if match else loc


def _problem(part: tuple[Place, str], name: str, marked: MarkedData) -> Problem:
    place, message = part
    return Problem(message, name, marked.line(place), path_of(place))


def path_of(place: Place) -> str:
    """Return ``place`` as a reader writes it: ``objectives[0].key_results[2].target``."""
    # pydantic names the branch of a union in the place; no reader of the file knows of it.
    parts = [part for part in place if part not in {"float", "str", "function-before[_confidence(), union[float,str]]"}]
    text = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in parts)
    return text.removeprefix(".")


def _bounded(problems: list[Problem], name: str) -> list[Problem]:
    rest = len(problems) - SHOWN
    return problems[:SHOWN] + ([Problem(f"and {rest} more problems", name)] if rest > 0 else [])
