"""What stands in a cell or behind a word: figures, days, confidence and status; what could be two things is refused."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from questioner.phrasing import visible
from questioner.team.fields import COLOURS, YEARS

Cell = str | float | date | None
"""What a reader found in one place: text as it stands, or a number or a day that the file marks as one."""

NOTHING = frozenset({"", "-", "–", "—", "n/a", "na", "none", "null", "nil", "#n/a", "tbd", "tbc"})
"""Words for an empty cell, in small letters."""

_DIGITS = r"\d[\d.,'’ \u00a0\u202f]*"
_CURRENCY = r"[€$£¥]|(?:EUR|USD|GBP|CHF|SEK|NOK|DKK|JPY|CAD|AUD)\b"
FIGURE = re.compile(
    rf"(?P<open>\()?(?P<sign>[-+−]?)\s*(?P<before>{_CURRENCY})?\s*(?P<sign2>[-+−]?)(?P<digits>{_DIGITS})"
    r"(?P<after>(?!of\b)(?:[^\W\d_]|[%‰°€$£¥])[^\d]{0,30})?(?(open)\))"
)
_GROUPED = re.compile(r"\d{1,3}(?:\D\d{3})+")
_SCALES = {"k": 1e3, "K": 1e3, "m": 1e6, "M": 1e6, "mn": 1e6, "bn": 1e9, "B": 1e9}
_MONTHS = (
    "jan feb mar apr may jun jul aug sep oct nov dec".split(),
    "jan feb mär apr mai jun jul aug sep okt nov dez".split(),
)
_STATUS = {
    "on track": "on_track", "ontrack": "on_track", "progressing": "on_track", "ongoing": "on_track",
    "at risk": "at_risk", "atrisk": "at_risk", "behind": "off_track", "off track": "off_track", "offtrack": "off_track",
    "not started": "not_started", "notstarted": "not_started", "not updated": "not_updated", "notupdated": "not_updated",
    "accomplished": "done", "completed": "done", "complete": "done", "closed": "done", "achieved": "done",
}  # fmt: skip


class Decimal(StrEnum):
    """Which sign parts a number's whole from its fraction."""

    POINT = "point"
    COMMA = "comma"


class DayOrder(StrEnum):
    """What comes first in a date such as 03/04/2026."""

    DMY = "dmy"
    MDY = "mdy"


@dataclass(frozen=True)
class Figure:
    """A number, and the unit that stood beside it (empty without one)."""

    value: float
    unit: str = ""


def text(cell: Cell) -> str:
    """Return the words in ``cell`` on one line, without what no reader would see; empty for an empty cell."""
    if isinstance(cell, float):
        return f"{cell:.15g}"
    return " ".join(visible(str("" if cell is None else cell)).split())


def is_nothing(cell: Cell) -> bool:
    """Say whether ``cell`` is empty, or says so in a word."""
    return text(cell).casefold() in NOTHING


def sign_of_decimals(cells: Iterable[Cell]) -> Decimal | None:
    """Return the decimal sign that the figures in ``cells`` show beyond doubt; None when none does, or both."""
    seen = set()
    for cell in cells:
        match = FIGURE.fullmatch(text(cell)) if isinstance(cell, str) else None
        if match and (sign := _shown(match["digits"].strip())):
            seen.add(sign)
    return seen.pop() if len(seen) == 1 else None


def figure(cell: Cell, decimal: Decimal | None) -> Figure | None:
    """Return the figure in ``cell``; None when it is empty or holds no figure at all, but words.

    Raises:
        ValueError: with what was seen, when it may be two things, or is half a figure.
    """
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        return Figure(float(cell))
    words = text(cell)
    if is_nothing(cell) or not any(char.isdigit() for char in words):
        return None
    match = FIGURE.fullmatch(words)
    if not match:
        raise ValueError(f"saw {words[:60]!r}; write one number, with its unit after it")
    value = _number(match["digits"].strip(), decimal, words)
    negative = match["open"] or {match["sign"], match["sign2"]} & {"-", "−"}
    return Figure(-value if negative else value, (match["before"] or "") + (match["after"] or "").strip())


def _shown(digits: str) -> Decimal | None:
    """Return the decimal sign that ``digits`` alone give away."""
    points, commas = digits.count("."), digits.count(",")
    if points and commas:
        return Decimal.POINT if digits.rfind(".") > digits.rfind(",") else Decimal.COMMA
    if points + commas == 0:
        return None
    own = Decimal.POINT if points else Decimal.COMMA
    if points + commas > 1:
        return Decimal.COMMA if points else Decimal.POINT
    grouped = re.fullmatch(r"[1-9]\d{0,2}[.,]\d{3}", digits)
    return None if grouped else own


def _number(digits: str, decimal: Decimal | None, words: str) -> float:
    shown = _shown(digits)
    if shown is None and re.search("[.,]", digits):
        if decimal is None:
            small, large = digits.replace(",", "."), re.sub("[.,]", "", digits)
            raise ValueError(
                f"saw {words[:60]!r}, which may be {small} or {large}; say so with --decimal point or comma"
            )
        shown = decimal
    elif shown and decimal and shown is not decimal:
        raise ValueError(f"saw {words[:60]!r}, where a decimal {decimal} is expected; correct it")
    sign = "," if shown is Decimal.COMMA else "."
    whole, _, fraction = digits.partition(sign)
    if re.search(r"\D", whole) and not _GROUPED.fullmatch(whole):
        raise ValueError(f"saw {words[:60]!r}; write one number, with its unit after it")
    if re.search(r"\D", fraction):
        raise ValueError(f"saw {words[:60]!r}; write one number, with its unit after it")
    return float(re.sub(r"\D", "", whole) + "." + (fraction or "0"))


def spelt_out(found: Figure) -> Figure:
    """Return the figure with its scale multiplied in: 1.2 €M as 1,200,000 €; as it is without one."""
    for scale, factor in sorted(_SCALES.items(), key=lambda pair: -len(pair[0])):
        for symbol in ("", "€", "$", "£", "¥"):
            if found.unit.replace(" ", "") in {symbol + scale, scale + symbol}:
                return Figure(float(f"{found.value * factor:.12g}"), symbol)
    return found


def day_order(cells: Iterable[Cell]) -> DayOrder | None:
    """Return what comes first in the dates in ``cells``, where one shows it beyond doubt; None when none does, or both."""
    seen = set()
    for cell in cells:
        if match := re.match(r"(\d{1,2})[/-](\d{1,2})[/-]\d{4}", text(cell)):
            first, second = int(match[1]), int(match[2])
            seen |= {DayOrder.DMY} if first > 12 else {DayOrder.MDY} if second > 12 else set()
    return seen.pop() if len(seen) == 1 else None


def looks_like_a_day(cell: Cell) -> bool:
    """Say whether ``cell`` holds a day and no figure."""
    if isinstance(cell, date):
        return True
    try:
        return day(cell, DayOrder.DMY) is not None
    except ValueError:
        return bool(re.match(r"\d{1,2}[/-]\d{1,2}[/-]\d{4}", text(cell)))


def day(cell: Cell, order: DayOrder | None) -> date | None:
    """Return the day in ``cell``; None when it is empty.

    Raises:
        ValueError: with what was seen, when it is no day, or may be two.
    """
    if isinstance(cell, date):
        return cell.date() if isinstance(cell, datetime) else cell
    if is_nothing(cell):
        return None
    words = text(cell)
    parts = _parts_of_a_day(words, order)
    if parts is None:
        number = re.fullmatch(r"[3-6]\d{4}(\.\d+)?", words)
        hint = "; this is a spreadsheet's count of days, so format the column as a date" if number else ""
        raise ValueError(f"saw {words[:60]!r}; write a date as year-month-day, such as 2026-11-16{hint}")
    try:
        found = date(*parts)
    except ValueError:
        raise ValueError(f"saw {words[:60]!r}; the calendar has no such day") from None
    if found.year not in YEARS:
        raise ValueError(f"saw {words[:60]!r}; the year goes from {YEARS[0]} to {YEARS[-1]}")
    return found


def _parts_of_a_day(words: str, order: DayOrder | None) -> tuple[int, int, int] | None:
    """Return year, month and day as they are written, whether the calendar has them or not."""
    if match := re.fullmatch(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[T ]\d.*)?", words):
        return int(match[1]), int(match[3]), int(match[4])
    if match := re.fullmatch(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?: \d.*)?", words):
        return int(match[3]), int(match[2]), int(match[1])
    if match := re.fullmatch(r"(\d{1,2})([/-])(\d{1,2})\2(\d{4})(?: \d.*)?", words):
        first, second = int(match[1]), int(match[3])
        order = order or (DayOrder.DMY if first > 12 else DayOrder.MDY if second > 12 else None)
        if order is None and first != second:
            raise ValueError(f"saw {words[:60]!r}, which may be two days; say so with --dates dmy or mdy")
        return (int(match[4]), first, second) if order is DayOrder.MDY else (int(match[4]), second, first)
    match = re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th|\.)? ([^\W\d_]{3,9})\.?,? (\d{4})", words)
    if match and (month := _month(match[2])):
        return int(match[3]), month, int(match[1])
    match = re.fullmatch(r"([^\W\d_]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})", words)
    if match and (month := _month(match[1])):
        return int(match[3]), month, int(match[2])
    return None


def _month(word: str) -> int | None:
    short = unicodedata.normalize("NFC", word).casefold()[:3]
    return next((names.index(short) + 1 for names in _MONTHS if short in names), None)


def confidence(cell: Cell, decimal: Decimal | None) -> float | str | None:
    """Return a confidence as a team file has it: 0 to 10, a percentage or a colour; None when ``cell`` is empty.

    Raises:
        ValueError: with what was seen, when it is none of them.
    """
    words = text(cell).casefold()
    if is_nothing(cell):
        return None
    if words in COLOURS:
        return words
    tenths = re.fullmatch(r"(\d+(?:[.,]\d+)?)\s*(?:/|out of|of|von)\s*10", words)
    found = figure(tenths[1] if tenths else cell, decimal)
    if found and found.unit == "%" and 0 <= found.value <= 100:
        return f"{found.value:g}%"
    if found and not found.unit and 0 <= found.value <= 10:
        return found.value
    raise ValueError(f"saw {text(cell)[:60]!r}; write 0 to 10, a percentage such as 60%, or green, amber or red")


def status(cell: Cell) -> str | None:
    """Return a status in the words of the team file where it has them, else in the team's own; None for an empty cell."""
    words = text(cell)
    plain = re.sub(r"[\s_-]+", " ", words).casefold()
    return (
        None
        if is_nothing(cell)
        else _STATUS.get(plain, plain.replace(" ", "_") if plain in _STATUS.values() else words)
    )


def is_status(words: str) -> bool:
    """Say whether ``words`` are a status in a tool's own terms, such as ``at risk``."""
    return re.sub(r"[\s_-]+", " ", words).casefold() in _STATUS


def several(cell: Cell) -> tuple[str, ...]:
    """Return the entries of a cell that holds a list: a line each, or with semicolons."""
    parts = re.split(r"[;\n]", visible(str(cell))) if isinstance(cell, str) else ()
    return tuple(part for part in (text(p.strip().lstrip("-*•").strip()) for p in parts) if not is_nothing(part))
