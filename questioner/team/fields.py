"""Types of the fields of a team file: what each takes, and what is said of a value that it does not.

Every message is written for whoever keeps the file: what was seen, what to do.
"""

import math
import re
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field

from questioner.phrasing import visible

LONG = 20_000
"""Characters of the longest text a field may hold; background and notes included."""
SHORT = 500
"""Characters of a title, a name or a measured value that is text."""
YEARS = range(1970, 2200)
"""Years a date may fall in; what lies outside is a typing mistake."""
MANY = 500
"""Entries of the longest list a file may hold."""

_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
COLOURS = {"green": 0.8, "amber": 0.5, "yellow": 0.5, "red": 0.2}
"""Confidence that a colour stands for: middle of the usual bands 8–10, 4–7 and 1–3 of 10."""
UNSURE = ("at_risk", "off_track", "amber", "red")
"""Status of a key result that may not be reached."""
CLOSED = ("done", "abandoned", "dropped", "cancelled", "canceled")
"""Status of a key result of which nothing more is expected."""


class Phase(StrEnum):
    """Where a team stands in learning to work with OKRs."""

    ASSESS = "assess"
    SKILLS = "skills"
    SUPPORT = "support"


class Kind(StrEnum):
    """How a key result is measured."""

    METRIC = "metric"
    ORDINAL = "ordinal"
    MILESTONE = "milestone"


def _finite(value: float) -> float:
    if not math.isfinite(value):
        raise ValueError(f"saw {value}; write a plain number, or leave the field out")
    return value


def _measured(value: Any) -> Any:
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        what = str(value).lower() if isinstance(value, bool) else "a list or fields"
        raise ValueError(f"saw {what}; write a number or a text in quotation marks")
    if isinstance(value, str):
        return _short(value)
    return _finite(float(value))


def _short(value: str) -> str:
    if not value.strip() or len(value) > SHORT:
        raise ValueError(f"is blank or longer than {SHORT} characters; write a few words, or leave the field out")
    return value


def counted(value: Any) -> Any:
    """Refuse what would quietly be taken for one or nought.

    Raises:
        ValueError: for true and false.
    """
    if isinstance(value, bool):
        raise ValueError(f"saw {str(value).lower()}; write a number")
    return value


def _confidence(value: Any) -> Any:
    if isinstance(value, bool):
        raise ValueError(f"saw {str(value).lower()}; write 0 to 10, a percentage such as 60%, or a colour")
    if isinstance(value, (int, float)):
        if not 0 <= value <= 10:  # NaN compares false and ends here too
            raise ValueError(f"saw {value}; numbers go from 0 to 10 (or 0 to 1, then throughout the file)")
        return float(value)
    text = str(value).strip().lower()
    percent = re.fullmatch(r"(\d{1,3}(?:\.\d+)?)\s*%", text)
    if (percent and float(percent[1]) <= 100) or text in COLOURS:
        return text.replace(" ", "")
    raise ValueError(f"saw {value!r}; write 0 to 10, a percentage such as 60%, or green, amber or red")


def _line(value: Any) -> Any:
    """A number where a title is due is read as text: ``team: 42`` is a name, not a mistake."""
    return str(value) if isinstance(value, (int, float, date)) and not isinstance(value, bool) else value


def _day(value: Any) -> Any:
    # A bare number would be taken for seconds since 1970.
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    if not (isinstance(value, str) and _ISO_DATE.fullmatch(value.strip())):
        raise ValueError(f"saw {str(value)[:60]!r}; write a date as year-month-day, such as 2026-11-16")
    try:
        day = date.fromisoformat(value.strip())
    except ValueError:
        raise ValueError(f"saw {value!r}; the calendar has no such day") from None
    if day.year not in YEARS:
        raise ValueError(f"saw {value!r}; the year goes from {YEARS[0]} to {YEARS[-1]}")
    return day


def _not_blank(value: str) -> str:
    value = visible(value)
    if not value.strip():
        raise ValueError("is blank; write a few words, or leave the field out where it is optional")
    return value.strip()


# Bounds stand before the validators, else the JSON Schema does not tell of them.
Text = Annotated[str, Field(max_length=LONG), BeforeValidator(_line), AfterValidator(_not_blank)]
Line = Annotated[str, Field(max_length=SHORT), BeforeValidator(_line), AfterValidator(_not_blank)]
Id = Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{1,40}$"), BeforeValidator(_line)]
Share = Annotated[float, Field(ge=0, le=1), BeforeValidator(counted)]
Value = Annotated[float | str, BeforeValidator(_measured)]
Confidence = Annotated[float | str, BeforeValidator(_confidence)]
Day = Annotated[date, BeforeValidator(_day)]
Lines = Annotated[tuple[Text, ...], Field(max_length=MANY)]


def _without_null(value: Any) -> Any:
    return {k: v for k, v in value.items() if v is not None} if isinstance(value, dict) else value


WithoutNull = BeforeValidator(_without_null)
"""Null is the same as absent."""


def without_empty(value: Any) -> Any:
    """Leave out tags that an export has a column for and this team no value."""
    named = _without_null(value)
    return (
        {k: v for k, v in named.items() if not (isinstance(v, str) and not v.strip())}
        if isinstance(named, dict)
        else named
    )
