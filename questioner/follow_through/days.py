"""Days as people write them after a session: ``2026-11-23``, ``23 November``, ``Friday``, ``in two weeks``, ``+7``."""

import re
from datetime import date, timedelta

MONTHS = ("january", "february", "march", "april", "may", "june", "july",
          "august", "september", "october", "november", "december")  # fmt: skip
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
AHEAD = 1000
"""Days of the longest ``+N``."""

_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_LENGTHS = {"day": 1, "week": 7, "fortnight": 14}
_AFTER = re.compile(
    rf"(?:in |within )?(an?|\d{{1,3}}|{'|'.join(_NUMBERS)}) (day|week|fortnight)s?(?: from (?:now|today))?"
)
_DAY_FIRST = re.compile(r"(\d{1,2})(?:st|nd|rd|th|\.)?\s+(?:of\s+)?([a-z]{3,9})\.?(?:,?\s+(\d{4}))?")
_DOTTED = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})")
_MONTH_FIRST = re.compile(r"([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?:,?\s+(\d{4}))?")


def read(text: str, session: date) -> date | None:
    """Return the day that ``text`` means, said on the day ``session``; None for what is no day.

    A day without a year is the next one on or after ``session``, a weekday the next one after it, ``next Friday`` that
    of the week after, Monday to Sunday. ``23.11.2026`` has its day first, as wherever days are written with dots; ``23/11`` and
    ``11/23`` are not read: they mean different days in different places.
    """
    text = re.sub(r"^(?:by|until|on|due)\s+", "", " ".join(text.lower().split()).rstrip("."))
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        return _calendar(int(text[:4]), int(text[5:7]), int(text[8:]))
    if (ahead := _ahead(text, session.weekday())) is not None:
        return session + timedelta(days=ahead)
    if match := _DOTTED.fullmatch(text):
        return _calendar(int(match[3]), int(match[2]), int(match[1]))
    if match := _DAY_FIRST.fullmatch(text):
        return _named(int(match[1]), match[2], match[3], session)
    if match := _MONTH_FIRST.fullmatch(text):
        return _named(int(match[2]), match[1], match[3], session)
    return None


def told(day: date) -> str:
    """Return a day so that a slip shows: ``Friday, 20 November 2026``."""
    return f"{WEEKDAYS[day.weekday()].title()}, {day.day} {MONTHS[day.month - 1].title()} {day.year}"


def _ahead(text: str, weekday: int) -> int | None:
    """Return how many days after a ``weekday`` a text means, 0 and up; None where it is not told so."""
    if re.fullmatch(r"\+\d{1,4}", text) and int(text) <= AHEAD:
        return int(text)
    if text in ("today", "tomorrow"):
        return ("today", "tomorrow").index(text)
    if (name := text.removeprefix("this ")) in WEEKDAYS:
        return (WEEKDAYS.index(name) - weekday - 1) % 7 + 1
    if (name := text.removeprefix("next ")) in WEEKDAYS:
        return WEEKDAYS.index(name) - weekday + 7
    match = _AFTER.fullmatch(text)
    return _number(match[1]) * _LENGTHS[match[2]] if match else None


def _number(text: str) -> int:
    if text.isdecimal():
        return int(text)
    return _NUMBERS.index(text) + 1 if text in _NUMBERS else 1  # "a", "an"


def _named(day: int, name: str, year: str | None, session: date) -> date | None:
    months = [number for number, month in enumerate(MONTHS, 1) if month.startswith(name)]
    if len(months) != 1:
        return None
    month = months[0]
    if year:
        return _calendar(int(year), month, day)
    this = _calendar(session.year, month, day)
    return this if this and this >= session else _calendar(session.year + 1, month, day)


def _calendar(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
