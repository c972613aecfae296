"""Takes the questions out of what a person wrote: plain lines, a Markdown list, or a sheet of ours.

Lines are read one at a time, so that a file of any length can be reviewed.
"""

import itertools
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

PEEK = 200
"""Lines of a Markdown file that are looked at to tell a sheet of ours from a list."""

_MARKER = re.compile(r"\s{0,20}(?:[-*+•]|\(?\d{1,4}[.):]|\[[ xX]\])(?:\s{1,8}|$)")
_HEADING = re.compile(r"\s{0,3}#{1,6}\s|\s*(?:---|\*\*\*|```)\s*$|\s*<!--(?!.*questioner:)")
_IGNORE = re.compile(r"<!--\s*questioner:\s*ignore\s+([A-Z]{3}\d{0,3}(?:\s*,\s*[A-Z]{3}\d{0,3})*)\b(.*?)-->\s*$")
SHEET_QUESTION = re.compile(r"\s{0,3}[-*+] \[(?P<mark>[ xX✓✔+-])\] \*\*(?P<number>R?\d{1,3})\.\*\* (?P<text>.+)")
"""A question of a Markdown sheet of ours: its box, as it was filled in, its number and its text, still escaped."""
_ESCAPED = re.compile(r"\\([\\`*_\[\]<>|])")


def unescaped(text: str) -> str:
    """Return the text of a Markdown sheet as it was before it was escaped."""
    return _ESCAPED.sub(r"\1", text)


@dataclass(frozen=True, slots=True)
class Item:
    """One text to review and where it stands."""

    line: int
    """Counted from 1; in a JSON sheet the number of the question."""
    text: str
    ignored: tuple[str, ...] = ()
    """Codes, or the letters a family of codes begins with, that its writer put up with."""


def from_lines(lines: Iterable[str], *, markdown: bool = False) -> Iterator[Item]:
    """Yield the items of a text: each line that is not blank, without its list marker.

    In Markdown, headings and rules are passed over; of a sheet of ours only the questions are taken.
    """
    numbered = enumerate(lines, 1)
    if markdown:
        head = list(itertools.islice(numbered, PEEK))
        ours = any(SHEET_QUESTION.match(line) for _, line in head)
        numbered = itertools.chain(head, numbered)  # type: ignore[assignment]  # a chain of the same pairs
        yield from _from_sheet(numbered) if ours else _from_list(numbered, markdown=True)
    else:
        yield from _from_list(numbered, markdown=False)


def _from_list(numbered: Iterable[tuple[int, str]], *, markdown: bool) -> Iterator[Item]:
    for number, line in numbered:
        if line.strip() and not (markdown and _HEADING.match(line)):
            yield _item(number, _without_markers(line))


def _from_sheet(numbered: Iterable[tuple[int, str]]) -> Iterator[Item]:
    for number, line in numbered:
        match = SHEET_QUESTION.match(line)
        if match:
            yield _item(number, unescaped(match["text"]))


def _without_markers(line: str) -> str:
    for _ in range(2):  # "- [ ] text" carries two
        match = _MARKER.match(line)
        if not match:
            break
        line = line[match.end() :]
    return line


def _item(number: int, text: str) -> Item:
    comment = text.rfind("<!--")
    match = _IGNORE.match(text, comment) if comment >= 0 else None
    if match is None:
        return Item(number, text.strip())
    return Item(number, text[: match.start()].strip(), tuple(code.strip() for code in match[1].split(",")))


def from_sheet_json(text: str) -> Iterator[Item]:
    """Yield the questions of a sheet written with ``--format json``, the opening first, the reserve last.

    By hand and not through ``sheet_file``, whose pydantic would double the time that a review takes to begin.

    Raises:
        ValueError: when ``text`` is not JSON, or not a sheet.
    """
    try:
        sheet = json.loads(text)
        questions = [sheet["opening"]["question"], *(q for section in sheet["sections"] for q in section["questions"])]
        texts = [str(question["text"]) for question in (*questions, *sheet.get("reserve", ()))]
    except (KeyError, TypeError, RecursionError) as error:
        raise ValueError("is JSON, and not a sheet made with --format json") from error
    yield from (Item(number, question) for number, question in enumerate(texts, 1))
