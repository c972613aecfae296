"""What hostile input is fed to: each target takes a file as its user would give it and returns, or raises what it found.

A target raises ``AssertionError`` for an output that carries what it should have escaped, and lets through whatever
the program raises: the command line runs here without its last line of defence.
"""

import contextlib
import io
import json
import os
import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from unittest import mock
from xml.etree import ElementTree
from zlib import crc32

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from questioner import plan, prepare, standing
from questioner.cli import run
from questioner.errors import ReplyError, TemplateError
from questioner.exchange import Reply, Usage
from questioner.inputs import read_team
from questioner.phrasing import INVISIBLE
from questioner.rendering import render
from questioner.resources import Templates
from questioner.session import SessionKind, SessionSheet

from . import strategies

ALLOWED = {0, 1, 2, 3, 5}
"""Exit codes of the commands that are run here; 70 would be a bug, and nobody is asked over a network."""
ACTIVE = {
    "script",
    "iframe",
    "object",
    "embed",
    "img",
    "link",
    "form",
    "base",
    "a",
    "audio",
    "video",
    "input",
    "button",
}
_STYLE = re.compile("\x1b\\[[0-9;]*m")
_SET_OFF = re.compile(r"\\[\\`*_\[\]<>|]")


@dataclass(frozen=True)
class Case:
    """One file: its name below a folder, and what stands in it."""

    name: str
    content: bytes


@dataclass(frozen=True)
class Target:
    """Where cases come from, and what they are fed to, in a folder of their own."""

    cases: SearchStrategy[Case]
    feed: Callable[[Path, Path], None]
    """Takes the file and the folder around it."""

    def take(self, case: Case, folder: Path) -> None:
        """Write the case into ``folder`` and feed it."""
        path = folder / case.name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(case.content)
        self.feed(path, folder)


class _Stream(io.TextIOWrapper):
    def __init__(self) -> None:
        super().__init__(io.BytesIO(), encoding="utf-8", newline="", write_through=True)

    def said(self) -> str:
        return self.buffer.getvalue().decode("utf-8")  # type: ignore[attr-defined]


def called(*arguments: str | Path, stdin: bytes = b"") -> tuple[int, str, str]:
    """Run the command line here; return exit code, standard output and standard error.

    Raises:
        Exception: whatever would have become exit code 70.
        AssertionError: for another unknown exit code, or talk that could steer a terminal.
    """
    out, err = _Stream(), _Stream()
    given = io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8")
    with (
        mock.patch.dict(os.environ, {"QUESTIONER_TRACEBACK": "1", "QUESTIONER_MODEL": "bank"}),
        mock.patch.object(sys, "stdin", given),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
    ):
        code = run([str(argument) for argument in arguments])
    if code not in ALLOWED:
        raise AssertionError(f"exit code {code}: {err.said()[:500]!r}")
    silent(err.said(), "standard error")
    if code in {2, 3} and not err.said().strip():
        raise AssertionError(f"exit code {code} without a sentence")
    return code, out.said(), err.said()


def silent(text: str, where: str) -> None:
    """Make sure that ``text`` holds nothing that steers a terminal or turns the direction of writing."""
    found = INVISIBLE.search(text)
    if found:
        raise AssertionError(f"{found[0]!r} reached {where}: {text[max(0, found.start() - 40) : found.end() + 40]!r}")


class _Page(HTMLParser):
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ACTIVE or any(name.startswith("on") or name in {"src", "href"} for name, _ in attrs):
            raise AssertionError(f"<{tag} {attrs}> stands on the page")


def is_safe_html(text: str) -> None:
    """Make sure that a page of HTML runs, loads and leads to nothing."""
    silent(text, "HTML")
    _Page().feed(text)


def is_safe_markdown(text: str) -> None:
    """Make sure that a page of Markdown holds no tag, link or picture."""
    silent(text, "Markdown")
    if found := re.search(r"<[a-z/!?]|\]\(|!\[", _SET_OFF.sub("", text), re.IGNORECASE):
        raise AssertionError(f"{found[0]!r} stands in Markdown: {text[:2000]!r}")


def is_json(text: str) -> None:
    """Make sure that it is JSON which shows in a terminal as it is."""
    json.loads(text)
    silent(text, "JSON")


def is_xml(text: str) -> None:
    """Make sure that it is whole XML."""
    silent(text, "XML")
    ElementTree.fromstring(text)  # noqa: S314 - the program wrote it


def is_annotations(text: str) -> None:
    """Make sure that each line is one annotation of ours."""
    silent(text, "annotations")
    if strange := [line for line in text.splitlines() if not re.match(r"::(?:error|warning) file=", line)]:
        raise AssertionError(f"{strange[0]!r} is no annotation")


def is_text(text: str) -> None:
    """Make sure that it is plain text."""
    silent(text, "text")


def is_lines_of_json(text: str) -> None:
    """Make sure that each line is JSON."""
    for line in text.split("\n")[:-1]:
        is_json(line)


Command = tuple[tuple[str, ...], Callable[[str], None]]
ON = ("--as-of", "2026-11-20", "--quiet")
SHEETS: tuple[Command, ...] = (
    (("prepare", *ON, "--show-rejected"), is_text),
    (("prepare", *ON, "--format", "html", "--for", "both"), is_safe_html),
    (("prepare", *ON, "--format", "markdown", "--why", "full"), is_safe_markdown),
    (("prepare", *ON, "--format", "json"), is_json),
    (("prepare", *ON, "--session", "retro", "--for", "room"), is_text),
    (("prepare", *ON, "--session", "workshop", "--help-level", "3", "--format", "html"), is_safe_html),
    (("prepare", *ON, "--dry-run", "--send", "facts"), is_text),
    (("prepare", *ON, "--dry-run"), is_text),
    (("prepare", "--quiet", "--session", "one-to-one", "--format", "markdown", "--help-level", "2"), is_safe_markdown),
    (("follow-up", "--as-of", "2026-11-20"), is_text),
    (("trends",), is_text),
    (("trends", "--format", "html"), is_safe_html),
)
REVIEWS: tuple[Command, ...] = (
    (("review",), is_text),
    (("review", "--suggest", "--strict"), is_text),
    (("review", "--format", "json"), is_json),
    (("review", "--format", "jsonl"), is_lines_of_json),
    (("review", "--format", "github"), is_annotations),
    (("review", "--format", "junit"), is_xml),
    (("review", "--format", "sarif"), is_json),
    (("review", "--team", str(strategies.ROOT / "examples/behind.yaml"), "--format", "jsonl"), is_lines_of_json),
)


def _chosen(commands: tuple[Command, ...], content: bytes) -> Command:
    """Return the command that these bytes are for, the same each time."""
    return commands[crc32(content) % len(commands)]


def team(path: Path, _: Path) -> None:
    """A team file to a sheet, a note, trends or a prompt."""
    words, check = _chosen(SHEETS, path.read_bytes())
    code, out, _ = called(words[0], path, *words[1:])
    if code == 0:
        check(out)


def table(path: Path, folder: Path) -> None:
    """An export to team files: what was written is read, and the same import again changes nothing."""
    given = (
        "--yes",
        "--cycle-start",
        "2026-10-01",
        "--cycle-end",
        "2026-12-31",
        "--as-of",
        "2026-11-16",
        "--team",
        "A",
    )
    given = given[:-2] if path.read_bytes()[-1:] < b"q" else given
    code, out, _ = called("import", path, "--out", folder / "out", *given)
    for made in (folder / "out").glob("*.yaml"):
        if code == 0:
            silent(made.read_text(encoding="utf-8"), "a team file")
            read_team(str(made))
    silent(out, "standard output")
    before = {made: made.read_bytes() for made in (folder / "out").glob("*.yaml")} if code == 0 else {}
    if code == 0:
        called("import", path, "--out", folder / "out", *given)
    if before != {made: made.read_bytes() for made in before}:
        raise AssertionError("the same import again changed a file")


def review(path: Path, _: Path) -> None:
    """Questions to a verdict on each, in any format."""
    words, check = _chosen(REVIEWS, path.read_bytes())
    code, out, _ = called(words[0], path, *words[1:])
    if code in {0, 1}:
        check(out)


@cache
def _prepared(number: int) -> prepare.Preparation:
    found = read_team(str(strategies.EXAMPLES[number % len(strategies.EXAMPLES)]))
    templates, kind = Templates(), tuple(SessionKind)[number % len(SessionKind)]
    picture = standing.read(found, found.as_of)  # type: ignore[arg-type]  # each example has one
    return prepare.prepare(picture, plan.Brief(kind, 60, found.people), templates)


def reply(path: Path, _: Path) -> None:
    """What a model answered, each time it is asked, to a sheet or to a sentence."""
    raw = path.read_bytes()
    said = Reply(raw.decode("utf-8", "surrogatepass"), Usage(1), "hostile")
    state: prepare.Asking | SessionSheet = prepare.begin(_prepared(crc32(raw) % 10))
    try:
        while isinstance(state, prepare.Asking):
            silent(state.request.prompt.user, "a prompt")
            state = prepare.advance(state, said)
    except ReplyError as error:
        silent(str(error), "an error")
        return
    if not state.questions:
        raise AssertionError("a sheet without questions")


def sheet(path: Path, folder: Path) -> None:
    """An earlier sheet, to replace questions of, to review, or to wrap up."""
    behind = folder / "behind.yaml"
    behind.write_bytes((strategies.ROOT / "examples/behind.yaml").read_bytes())
    raw = path.read_bytes()
    if path.suffix == ".md":
        called("wrap-up", behind, "--from", path, "--dry-run")
    elif crc32(raw) % 2:
        is_text(called("prepare", behind, "--again", path, "--drop", "2", *ON)[1])
    else:
        is_text(called("review", path)[1])


class Held:
    """Something whose inside a template must not reach."""

    _secret = "the-canary-must-not-sing"
    title = "held"


def template(path: Path, folder: Path) -> None:
    """A user's template, checked, and rendered with values that have something to hide."""
    own = folder / "templates"
    called("templates", "check", own)
    name = path.relative_to(own).as_posix()
    if name.endswith(".j2"):
        values: dict[str, Any] = {
            "held": Held(),
            "words": ["a"] * 50,
            "facts": [{"text": "a", "title": "b"}],
            "team": "A",
        }
        with contextlib.suppress(TemplateError):
            if Held._secret in render(Templates(own), name, values):
                raise AssertionError("a template reached what is hidden")
    called("prepare", strategies.ROOT / "examples/behind.yaml", "--templates", own, *ON)


def _cases(contents: SearchStrategy[bytes], *names: str) -> SearchStrategy[Case]:
    return st.builds(Case, st.sampled_from(names), contents)


@cache
def _sheets() -> tuple[tuple[str, str], ...]:
    written = {}
    for form, ending in (("json", "json"), ("markdown", "md")):
        made = called("prepare", strategies.ROOT / "examples/behind.yaml", "--format", form, *ON)
        written[ending] = made[1]
    return tuple(written.items())


def _spoilt_sheets() -> SearchStrategy[Case]:
    by_ending = dict(_sheets())
    data = strategies.odd_fields((json.loads(by_ending["json"]),)).map(strategies._as_json)
    return st.one_of(
        _cases(data, "sheet.json"),
        _cases(strategies.encoded(strategies.spoilt((by_ending["json"],))), "sheet.json"),
        _cases(strategies.encoded(strategies.spoilt((by_ending["md"],))), "sheet.md"),
    )


TARGETS: dict[str, Target] = {
    "team": Target(_cases(strategies.team_files, "team.yaml", "team.json"), team),
    "table": Target(_cases(strategies.tables, "okr.csv", "okr.txt"), table),
    "workbook": Target(_cases(strategies.workbooks, "okr.xlsx"), table),
    "document": Target(_cases(strategies.documents, "okr.docx"), table),
    "page": Target(_cases(strategies.pages, "page.md", "page.txt"), table),
    "export": Target(_cases(strategies.odd_fields(strategies.TEAMS).map(strategies._as_json), "okr.json"), table),
    "review": Target(_cases(strategies.question_files, "questions.txt", "questions.md"), review),
    "reply": Target(_cases(strategies.replies.map(lambda text: text.encode("utf-8", "surrogatepass")), "reply.json"), reply),
    "sheet": Target(st.deferred(_spoilt_sheets), sheet),
    "template": Target(strategies.overlays().map(lambda own: Case(f"templates/{own[0]}", own[1])), template),
}  # fmt: skip
