"""A page of text: lines such as ``Objective: …`` and ``KR: … from 18% to 30%, now 22%, confidence 6``.

A line is read when it begins with a word of ``LABELS``, or belongs to a list or a paragraph under one. Any other
line is kept for the person to see, with its number. Nothing is taken from it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from questioner.errors import Problem
from questioner.importing.columns import Meaning
from questioner.importing.records import Record, in_one_unit, same_scale
from questioner.importing.values import (
    DayOrder,
    Decimal,
    Figure,
    confidence,
    day,
    day_order,
    figure,
    is_status,
    sign_of_decimals,
    status,
    text,
)
from questioner.team.fields import SHORT, Kind

LABELS = {
    "team": "team, team name", "cycle": "cycle, quarter, period, timeframe",
    "cycle_start": "cycle start, start date", "cycle_end": "cycle end, end date",
    "day": "as of, date, check-in date", "vision": "vision", "background": "background, context",
    "objective": "objective, o, goal", "why": "why, reason, because", "audience": "audience, for whom",
    "parent": "parent, parent objective, supports, contributes to", "key_result": "key result, kr",
    "owner": "owner, owned by", "confidence": "confidence, conf", "status": "status",
    "start": "start, start value, baseline", "target": "target, target value", "current": "now, current, currently, today",
    "comment": "comment, update", "blockers": "blocker, blockers, blocked by", "asks": "ask, asks, help needed",
    "initiatives": "initiative, initiatives", "notes": "notes, check-in notes, check-in, check in",
}  # fmt: skip
"""What a line may begin with, in small letters; a number may follow: ``KR 2:``."""

_MEANT = {word: name for name, words in LABELS.items() for word in words.split(", ")}
_HEADINGS = frozenset(
    {"okr", "okrs", "objectives", "our okrs", "goals", "objectives and key results", "objectives & key results"}
)
_LISTS = {
    "key results": "key_result",
    "krs": "key_result",
    "initiatives": "initiatives",
    "blockers": "blockers",
    "asks": "asks",
}
_PARAGRAPHS = ("notes", "background", "vision")
_CLAUSES = ("current", "confidence", "owner", "status", "start", "target")
_MARKER = re.compile(r"^(?:[-*+•◦‣–]|\d{1,2}[.)])\s+(?:\[[ xX]\]\s+)?")
_LABEL = re.compile(r"(?P<name>[^\W\d_][^:–—\d]{0,24}?)\s*(?P<number>\d[\d.]*)?\s*(?::|\s[–—-]\s)\s*(?P<rest>.*)")
_NUMBERED = re.compile(r"(?P<name>o|kr)\s?(?P<number>\d[\d.]*)[.)]?\s+(?P<rest>.+)", re.IGNORECASE)
_DATED = re.compile(r"check[- ]?in(?: of| on)?\s+(?P<day>[^:]{6,25}?)\s*(?::\s*(?P<rest>.*))?", re.IGNORECASE)
_PART = re.compile(r"\s*(?:[;|()]|,(?!\d)|\s[–—-]\s)\s*")
_NUMBER = r"[-+−]?[€$£¥]?\s?\d(?:[\d.,'’]*\d)?\s?(?:%|‰|[€$£¥]|[kKM]\b|bn\b)?"
_FROM_TO = re.compile(rf"\bfrom\s+(?P<a>[^;]{{1,40}}?)\s+to\s+(?P<b>{_NUMBER})(?P<tail>.*)", re.IGNORECASE)
_ARROW = re.compile(rf"(?P<a>{_NUMBER})\s*(?:→|->|=>)\s*(?P<b>{_NUMBER})(?P<tail>.*)")
_DAY = re.compile(
    r"\d{4}-\d{2}-\d{2}|\d{1,2}[./-]\d{1,2}[./-]\d{4}|\d{1,2}\.? [^\W\d_]{3,9} \d{4}|[^\W\d_]{3,9} \d{1,2}, \d{4}"
)
_NO_UNIT = frozenset(
    "of in by at for on with until and or from to across within before after as than over under".split()
)


@dataclass
class Facts:
    """What a page says of one team beside its goals."""

    team: str = ""
    cycle: dict[str, str | date] = field(default_factory=dict)
    day: date | None = None
    fields: dict[str, str] = field(default_factory=dict)
    """``vision`` and ``background``."""
    notes: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Line:
    """One line of a page with its number, from 1."""

    number: int
    text: str


@dataclass
class Page:
    """What a page says."""

    records: list[Record] = field(default_factory=list)
    teams: list[Facts] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    unread: list[Line] = field(default_factory=list)
    """Lines, or ends of them, that were not understood."""

    @property
    def name(self) -> str:
        """Return the name of the one team that the page names; empty when it names none, or several."""
        names = {facts.team for facts in self.teams} - {""}
        return names.pop() if len(names) == 1 else ""


def lines_of(content: str) -> list[Line]:
    """Return the lines of a text."""
    return [Line(number, line) for number, line in enumerate(content.splitlines(), 1)]


def is_page(content: str) -> bool:
    """Say whether a text holds a line that tells of an objective."""
    return any((found := _labelled(_words(line)[2])) and found[0] == "objective" for line in content.splitlines())


def read(lines: Iterable[Line], file: str, decimal: Decimal | None = None, dates: DayOrder | None = None) -> Page:
    """Return what ``lines`` say; ``decimal`` and ``dates`` settle what the page itself leaves open."""
    lines = list(lines)
    words = [line.text for line in lines]
    decimal = decimal or sign_of_decimals(number for line in words for number in re.findall(_NUMBER, line))
    dates = dates or day_order(found for line in words for found in _DAY.findall(line))
    reader = _PageReader(file, decimal, dates)
    for line in lines:
        reader.take(line)
    return reader.finished()


def words_of(line: Line) -> str:
    """Return the words of a line, without marks of lists and headings."""
    return _words(line.text)[2]


def _words(line: str) -> tuple[str, bool, str]:
    """Return the indentation of a line, whether it is an entry of a list, and its words without any marks."""
    line = line.expandtabs(4).rstrip()
    rest = line.lstrip()
    words = _MARKER.sub("", rest, count=1)
    plain = unmarked(re.sub(r"^#+\s*|^>\s*", "", words))
    return line[: len(line) - len(rest)], words != rest, text(plain)


def unmarked(words: str) -> str:
    """Return ``words`` without the marks of Markdown for bold and code."""
    return re.sub(r"\*\*|__|`", "", words)


def _labelled(words: str) -> tuple[str, str] | None:
    """Return what a line begins with, and the rest of it; None where that is no label."""
    for pattern in (_LABEL, _NUMBERED):
        match = pattern.fullmatch(words)
        if match and (name := _MEANT.get(" ".join(match["name"].split()).casefold())):
            return name, match["rest"].strip()
    return None


@dataclass
class _KeyResult:
    """A key result while its lines are read."""

    line: int
    fields: dict[str, Any]
    figures: dict[Meaning, Figure | str] = field(default_factory=dict)


@dataclass
class _Objective:
    """An objective while its lines are read."""

    line: int
    facts: Facts
    fields: dict[str, Any]
    key_results: list[_KeyResult] = field(default_factory=list)


class _PageReader:
    """Takes lines one after the other."""

    def __init__(self, file: str, decimal: Decimal | None, dates: DayOrder | None) -> None:
        self._file, self._decimal, self._dates = file, decimal, dates
        self._facts = Facts()
        self._page = Page(teams=[self._facts])
        self._objectives: list[_Objective] = []
        self._under = ""
        """Label whose list or paragraph goes on."""
        self._indent: str | None = None

    def take(self, line: Line) -> None:
        """Read one line."""
        indent, listed, words = _words(line.text)
        if not words or re.fullmatch(r"[-=_*|: ]{3,}", words) or self._take_heading(words):
            return
        if dated := _DATED.fullmatch(words):
            self._begin("notes")
            self._set_day(line, "day", dated["day"])
            self._more(dated["rest"] or "")
        elif found := _labelled(words):
            self._begin(found[0])
            self._take_label(line, *found)
        elif self._under in _PARAGRAPHS and not line.text.lstrip().startswith("#"):
            self._more(words)
        elif listed and self._under in _LISTS.values() and self._indent in {None, indent}:
            self._indent = indent
            self._take_label(line, self._under, words)
        else:
            if not listed:
                self._begin("")
            self._leave(line, words)

    def finished(self) -> Page:
        """Return the page, its key results in order."""
        page = self._page
        page.records = [record for objective in self._objectives for record in self._records(objective)]
        page.records = same_scale(page.records, self._file, page.problems)
        page.teams = [facts for facts in page.teams if facts != Facts()]
        return page

    def _begin(self, label: str) -> None:
        self._under, self._indent = label, None

    def _leave(self, line: Line, words: str) -> None:
        self._page.unread.append(Line(line.number, words))

    def _fault(self, line: int, message: str, name: str = "") -> None:
        self._page.problems.append(Problem(message, self._file, line, name))

    def _take_heading(self, words: str) -> bool:
        plain = words.casefold().rstrip(":")
        under = _LISTS.get(plain) or (_MEANT.get(plain, "") if _MEANT.get(plain) in _PARAGRAPHS else "")
        if under:
            self._begin(under)
        return bool(under) or plain in _HEADINGS

    def _more(self, words: str) -> None:
        """Add a line to the paragraph that goes on."""
        if words and self._under == "notes":
            self._facts.notes.append(words)
        elif words:
            before = self._facts.fields.get(self._under)
            self._facts.fields[self._under] = f"{before} {words}" if before else words

    def _take_label(self, line: Line, label: str, rest: str) -> None:
        if label in _PARAGRAPHS:
            self._more(rest)
        elif not rest:
            if label not in _LISTS.values():
                self._leave(line, label)
        elif label in {"team", "cycle", "cycle_start", "cycle_end", "day"}:
            self._take_fact(line, label, rest)
        elif label == "objective":
            self._objectives.append(_Objective(line.number, self._facts, {"objective": self._title(line, rest)}))
        elif label == "key_result" and self._objectives:
            self._take_key_result(line, rest)
        elif label in {"why", "audience", "parent"} and self._objectives:
            self._objectives[-1].fields[label] = rest
        elif (found := self._latest()) is not None:
            self._take_part(line, found, label, rest)
        else:
            self._leave(line, f"{label}: {rest}")

    def _latest(self) -> _KeyResult | None:
        """Return the key result that a line is about."""
        return self._objectives[-1].key_results[-1] if self._objectives and self._objectives[-1].key_results else None

    def _title(self, line: Line, words: str) -> str:
        if len(words) > SHORT:
            self._fault(line.number, f"holds {len(words):,} characters; a title has up to {SHORT}")
        return words

    def _take_fact(self, line: Line, label: str, rest: str) -> None:
        if label == "team":
            if self._facts.team:
                self._facts = Facts()
                self._page.teams.append(self._facts)
            self._facts.team = rest
        elif label == "cycle":
            self._take_cycle(line, rest)
        else:
            self._set_day(line, label, rest)

    def _take_cycle(self, line: Line, rest: str) -> None:
        days = _DAY.findall(rest)
        name = _DAY.sub(" ", rest)
        if len(days) not in {0, 2}:
            self._leave(line, rest)
            return
        for key, words in zip(("cycle_start", "cycle_end"), days, strict=False):
            self._set_day(line, key, words)
        if days:
            name = re.sub(r"(?i)\b(?:from|to|until|till|and)\b|[()–—:,-]+(?=\s|$)", " ", name)
        if name := text(name):
            self._facts.cycle["name"] = name

    def _set_day(self, line: Line, label: str, words: str) -> None:
        try:
            found = day(words, self._dates)
        except ValueError as error:
            self._fault(line.number, str(error), label)
            return
        if label == "day":
            self._facts.day = found
        elif found:
            self._facts.cycle[label.removeprefix("cycle_")] = found

    def _take_key_result(self, line: Line, rest: str) -> None:
        parts, gaps = _PART.split(rest), [match[0] for match in _PART.finditer(rest)]
        first = next((at for at, part in enumerate(parts) if at and _clause(part)), len(parts))
        title = "".join(word for pair in zip(parts[:first], [*gaps, ""], strict=False) for word in pair)
        title = title.removesuffix(gaps[first - 1]) if 0 < first <= len(gaps) else title
        found = _KeyResult(line.number, {"key_result": self._title(line, text(title))})
        self._objectives[-1].key_results.append(found)
        self._take_from_to(line, found, title)
        for part in parts[first:]:
            if clause := _clause(part):
                self._take_part(line, found, *clause)
            elif part.strip():
                self._leave(line, part)

    def _take_from_to(self, line: Line, found: _KeyResult, title: str) -> None:
        matches = [*_FROM_TO.finditer(title), *_ARROW.finditer(title)]
        for match in matches[:1]:
            start, target = self._figure(line, match["a"]), self._figure(line, match["b"])
            if start is None or target is None:
                return
            words = match["tail"].split()
            named = 1 <= len(words) <= 2 and words[0].casefold() not in _NO_UNIT
            if start.unit and not target.unit and text(match["tail"]).casefold().startswith(start.unit.casefold()):
                target = Figure(target.value, start.unit)
            elif named and not start.unit and not target.unit:
                start, target = Figure(start.value, " ".join(words)), Figure(target.value, " ".join(words))
            found.figures |= {Meaning.START: start, Meaning.TARGET: target}

    def _figure(self, line: Line, words: str) -> Figure | None:
        try:
            return figure(words, self._decimal)
        except ValueError as error:
            self._fault(line.number, str(error))
            return None

    def _take_part(self, line: Line, found: _KeyResult, label: str, rest: str) -> None:
        """Read what a clause or a line says of a key result."""
        if label in {"start", "target", "current"}:
            read = self._figure(line, rest)
            if read is None and any(char.isdigit() for char in rest):
                return
            found.figures[Meaning(label)] = read or rest
        elif label == "confidence":
            try:
                found.fields["confidence"] = confidence(rest, self._decimal)
            except ValueError as error:
                self._fault(line.number, str(error), label)
        elif label == "status":
            found.fields["status"] = status(rest) or ""
        elif label in {"blockers", "asks", "initiatives"}:
            found.fields[label] = (*found.fields.get(label, ()), rest)
        elif label == "comment":
            found.fields[label] = f"{before} {rest}" if (before := found.fields.get(label)) else rest
        else:
            found.fields[label] = rest

    def _records(self, objective: _Objective) -> Iterator[Record]:
        shared = {"team": objective.facts.team, "day": objective.facts.day, **objective.fields}
        if not objective.key_results:
            yield Record(objective.line, **shared)
        for found in objective.key_results:
            title = found.fields.get("key_result", "")
            if Meaning.TARGET not in found.figures and any(sign.isdigit() for sign in str(title)):
                self._page.unread.append(Line(found.line, f"the figures in “{title}”; “from … to …” would be read"))
            words = {its.value: value for its, value in found.figures.items() if isinstance(value, str)}
            figures = {its: value for its, value in found.figures.items() if isinstance(value, Figure)}
            if words and figures:
                self._fault(found.line, "has figures and words for its start, target or value; write one or the other")
                continue
            try:
                values, unit = in_one_unit(figures, "")
            except ValueError as error:
                self._fault(found.line, str(error), "unit")
                continue
            measures: dict[str, Any] = {its.value: value for its, value in values.items()} | words
            kind = Kind.ORDINAL if words else Kind.METRIC
            yield Record(found.line, **shared, **found.fields, **measures, kind=kind, unit=unit)


def _clause(part: str) -> tuple[str, str] | None:
    """Return what a clause such as ``confidence 6`` or ``now at 22%`` says; None when it is none."""
    words = part.strip(" .")
    if is_status(words):
        return "status", words
    match = re.fullmatch(r"(?P<name>[^\W\d_]+(?: by| value)?)\s*(?::|=|\bis\b|\bat\b|\s)\s*(?P<rest>.+)", words)
    name = _MEANT.get(match["name"].casefold()) if match else None
    return (name, match["rest"].strip()) if match and name in _CLAUSES else None
