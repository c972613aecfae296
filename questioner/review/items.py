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


Numbered = tuple[int, str]
"""A line, or what is left of it, with its number."""


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
    file: str = ""
    """As whoever asks for the review calls it."""


def from_lines(lines: Iterable[str], file: str = "", *, markdown: bool = False) -> Iterator[Item]:
    """Yield the items of a text: each line that is not blank, without its list marker.

    In Markdown, headings and rules are passed over; of a sheet of ours only the questions are taken.
    """
    numbered = enumerate(lines, 1)
    for number, text in _in_markdown(numbered) if markdown else _in_list(numbered):
        yield _item(number, text, file)


def _in_list(numbered: Iterable[Numbered]) -> Iterator[Numbered]:
    return ((number, _without_markers(line)) for number, line in numbered if line.strip())


def _in_markdown(numbered: Iterator[Numbered]) -> Iterator[Numbered]:
    head = list(itertools.islice(numbered, PEEK))
    lines = itertools.chain(head, numbered)
    if any(SHEET_QUESTION.match(line) for _, line in head):
        return ((number, unescaped(match["text"])) for number, line in lines if (match := SHEET_QUESTION.match(line)))
    return _in_list((number, line) for number, line in lines if not _HEADING.match(line))


def _without_markers(line: str) -> str:
    for _ in range(2):  # "- [ ] text" carries two
        match = _MARKER.match(line)
        if not match:
            break
        line = line[match.end() :]
    return line


def _item(number: int, text: str, file: str) -> Item:
    comment = text.rfind("<!--")
    match = _IGNORE.match(text, comment) if comment >= 0 else None
    if match is None:
        return Item(number, text.strip(), file=file)
    return Item(number, text[: match.start()].strip(), tuple(code.strip() for code in match[1].split(",")), file)


def from_sheet_json(text: str, file: str = "") -> Iterator[Item]:
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
    yield from (Item(number, question, file=file) for number, question in enumerate(texts, 1))
