"""How figures, dates and the team's own words are put so that they fit inside a sentence."""

import hashlib
import json
import math
import re
import unicodedata
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cached_property, lru_cache

SLUG = 60
"""Characters of the longest name of a file, before the hash that tells two teams of one name apart."""
CLIP = 8
"""Words of a title that are quoted inside a question; longer cannot be taken in at one hearing."""
CLIP_QUOTE = 14
"""Words of a note, blocker or commitment that are quoted inside a question; a longer one is not quoted at all."""

SOME = 3
"""Names that are told of a longer list."""

_SYMBOLS_AFTER = {"%", "‰", "°", "°C", "°F", "pp"}
_SYMBOLS_BEFORE = {"€", "$", "£", "¥"}
_CURRENCY_CODES = {"EUR", "USD", "GBP", "CHF", "SEK", "NOK", "DKK", "JPY", "CAD", "AUD"}
_JOINTS = frozenset(
    "in within for by with on at from through during before after because when while so that to until".split()
)
_SCALES = {"k", "K", "m", "M", "bn"}
_FROM_TO = re.compile(r"[\s,:–—-]+(?:from\s+\S+(?:\s+\S+){0,2}?\s+)?to\s+[€$£]?\d\S*(?:\s+\S+){0,2}$", re.IGNORECASE)
# What stands in brackets is said in passing; the signs themselves cannot be read aloud.
_ASIDE = re.compile(r"\s*(?:\(([^()\[\]]*)\)|\[([^()\[\]]*)\])\s*")
_TAIL = re.compile(
    r"(?:[\s,.;:–—-]+(?:a|an|the|of|to|from|for|with|and|or|but|in|on|at|by|as|than|into|per|via|that|which|our|their|your|its|"
    r"this|these|is|are|was|were))+$",
    re.IGNORECASE,
)
# A label that holds a sentence does not fit inside one, so it is quoted like a title.
_NOT_A_PHRASE = re.compile(r"[?!;:]|\.\s|[“”\"<>{}]")
_FINITE = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|can|could|does|do|did|isn't|hasn't|cannot|can't)\b")
_WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


# Control characters, line separators of Unicode, zero-width and direction marks, halves of characters: nothing a reader
# would see, and the halves nothing that any stream takes.
INVISIBLE = re.compile(  # begins with the characters, not with what ESC leads: so the texts that have none are told soonest
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e0fff]"
    "(?:(?<=\x1b)(?:\\[[0-9;?]*[ -/]*[@-~]|\\][^\x07\x1b]{0,200}(?:\x07|\x1b\\\\)?))?"
)


def visible(text: str) -> str:
    """Return ``text`` without control, zero-width and direction characters; line breaks and tabs stay."""
    if text.isascii() and text.isprintable():  # most texts, told in a tenth of the time
        return text
    return INVISIBLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


_NOT_IN_XML = re.compile("[\ufffe\uffff]")


def on_one_line(text: str) -> str:
    """Return what came from a file on one line, without what would steer a terminal."""
    return " ".join(visible(text).split())


def for_xml(text: str) -> str:
    """Return the visible ``text`` without what XML cannot hold even escaped."""
    return _NOT_IN_XML.sub("", visible(text))


def for_json(text: str) -> str:
    """Return JSON that says the same and holds, but as escapes, nothing that would steer a terminal."""
    if text.isascii() and text.isprintable():
        return text
    return INVISIBLE.sub(lambda found: json.dumps(found[0])[1:-1], text)


_MARKS = re.compile(r"[\\`*_\[\]<>|]")


def for_markdown(text: str) -> str:
    """Escape what Markdown would take for a tag, a link, a picture or emphasis; line breaks become blanks."""
    return _MARKS.sub(lambda mark: f"\\{mark[0]}", on_one_line(text))


_DEVICES = re.compile(r"(?:con|prn|aux|nul|(?:com|lpt)\d)\Z")
"""What Windows takes for a device, whatever ending follows."""


def slugged(name: str) -> str:
    """Return ``name`` as it stands in a file's name: small letters, digits and hyphens, at most ``SLUG``.

    A name in another script than the Latin one gets a hash in its place, so that two of them stay apart. What would
    be no file on Windows is led by ``team-``.
    """
    spelled = unicodedata.normalize("NFKD", name)
    plain = re.sub(r"[^a-z0-9]+", "-", spelled.encode("ascii", "ignore").decode().lower())[:SLUG].strip("-")
    if re.search("[a-z]", plain) or not any(map(str.isalpha, spelled)):
        return f"team-{plain}" if _DEVICES.match(plain) else plain or "team"
    digest = hashlib.sha256(unicodedata.normalize("NFKC", name).encode("utf-8", "replace")).hexdigest()[:8]
    return f"{plain or 'team'}-{digest}"


def not_installed(library: str, extra: str) -> str:
    """Return what is to be said where ``library``, which the ``extra`` of the package brings, is missing."""
    return f"needs a library that is not installed: install questioner with its extra {extra}, or beside it {library}"


_CASED_ODDLY = re.compile("[^\x00-\x7f“”‘’–—…€£]")
"""Characters that may have more than two cases, such as the long s or the Greek sigma."""


@lru_cache(maxsize=1_024)  # a text is held against many phrases and patterns, and a phrase against many texts
def in_small(text: str) -> str | None:
    """Return ``text`` in small letters; None where equal but for case may mean more than equal in small letters."""
    return None if _CASED_ODDLY.search(text) else text.lower()


class AnyCase:
    """A pattern, written in small letters, that fits in any case.

    Most texts fit none. That is found in the text in small letters, in a fifth of the time: where case is to be passed
    over, Python tries every alternative at every word.
    """

    def __init__(self, expression: str) -> None:
        self._expression = expression

    @cached_property
    def _small(self) -> re.Pattern[str]:
        return re.compile(self._expression)

    @cached_property
    def _exact(self) -> re.Pattern[str]:
        return re.compile(self._expression, re.IGNORECASE)

    def _may_fit(self, text: str) -> bool:
        small = in_small(text)
        return small is None or self._small.search(small) is not None

    def search(self, text: str) -> re.Match[str] | None:
        """Return the first place in ``text`` that fits."""
        return self._exact.search(text) if self._may_fit(text) else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Return every place in ``text`` that fits."""
        return self._exact.finditer(text) if self._may_fit(text) else iter(())


# Words that address a program or its reader; check-ins speak of prompts and rules too, but not like this.
_ORDERS = AnyCase(
    r"[<>{}]|https?:|www\.|\b(?:ignore|disregard|forget)\b.{0,30}\b(?:instruction|rule|prompt|previous|above|all)|"
    r"\b(?:system|assistant|user|developer|coach|model|questioner)\s*:|\b(?:prompts?|instructions?|json|output only|jailbreak)\b|"
    r"\b(?:as an ai|language model|you are now|you must|tell the (?:team|crew|group|coach))\b"
)
# Signs that cannot be read aloud.
_SIGNS = re.compile(r"[\[\]()|`\\\u2600-\u27bf\U0001f000-\U0001faff]")


@lru_cache(maxsize=4_096)  # a team's phrases are looked at by signal after signal
def gives_orders(text: str) -> bool:
    """Say whether a team's words address a program or whoever reads them, instead of telling of the work."""
    return bool(_ORDERS.search(text))


def quotable(text: str) -> bool:
    """Say whether the team's words may be quoted in a question: plain words that tell of the work."""
    return bool(text.strip()) and not gives_orders(text) and not _SIGNS.search(text)


def sayable(text: str) -> bool:
    """Say whether they may be quoted whole: ``quotable``, and short enough to be read aloud uncut."""
    return quotable(text) and len(text.split()) <= CLIP_QUOTE


_WRAPPED = re.compile(r"(?m)^(.{50,}[^\s.!?:;])[ \t]*\n[ \t]*(?=[a-z])")
"""A line that was broken since it was full: a long one without a mark at its end, before one that begins with a small letter (h)."""

_BETWEEN = re.compile(r"[\s;](?:(?<=[.!?]\s)\s*|(?<=[\n;])[\n;]*|(?<=\s)[-*•]\s)")
"""Blanks behind the end of a sentence, line breaks and semicolons, a dash between blanks."""


def remarks_in(text: str) -> list[str]:
    """Return the sentences of ``text``, one an entry; semicolons end one too, and line breaks unless a line was only full."""
    parts = _BETWEEN.split(_WRAPPED.sub(r"\1 ", text) if "\n" in text else text)
    return [found for part in parts if (found := part.strip(" \t-*•>#"))]


def is_currency(unit: str) -> bool:
    """Say whether ``unit`` begins with a currency's symbol or code."""
    return unit[:1] in _SYMBOLS_BEFORE or unit.partition(" ")[0] in _CURRENCY_CODES


def number(value: float) -> str:
    """Return ``value`` with at most two decimals (two digits below 0.01), thousands marked: ``12,000``, ``4.25``."""
    if not value % 1:
        return f"{value:,.0f}" if value else "0"
    digits = 2 if abs(value) >= 0.01 else 1 - math.floor(math.log10(abs(value)))
    return f"{value:,.{min(digits, 12)}f}".rstrip("0").rstrip(".")


def measured(value: float | str, unit: str | None) -> str:
    """Return a value with its unit joined as it is read aloud: ``22%``, ``6 hours``, ``€40k``, ``“in beta”``."""
    if isinstance(value, str):
        return quoted(value)
    unit, amount = (unit or "").strip(), number(value)
    if unit in _SYMBOLS_AFTER:
        return f"{amount}{unit}"
    symbol, scale = unit[:1], unit[1:].strip()
    if symbol in _SYMBOLS_BEFORE and (not scale or scale in _SCALES):
        return f"-{symbol}{amount.removeprefix('-')}{scale}" if value < 0 else f"{symbol}{amount}{scale}"
    code, _, scale = unit.partition(" ")
    if code in _CURRENCY_CODES and (not scale or scale in _SCALES):
        return f"{code} {amount}{scale}"
    return f"{amount} {_singular(unit) if value == 1 else unit}".strip()


def _singular(unit: str) -> str:
    # Short units (ms, hrs, NPS) are symbols, not plurals.
    if not re.fullmatch(r"[a-z]{3,}s", unit) or unit.endswith(("ss", "us", "is", "series")):
        return unit
    if unit.endswith("ies"):
        return unit[:-3] + "y"
    return unit[:-2] if unit.endswith(("sses", "xes", "ches", "shes")) else unit[:-1]


def count(value: int) -> str:
    """Return a count as it stands in running text: words up to ten, figures above."""
    return _WORDS[value] if 0 <= value <= 10 else f"{value:,}"


def day(value: date) -> str:
    """Return a date as it is said within its year: ``16 November``."""
    return f"{value.day} {value:%B}"


def clipped(text: str, words: int) -> str:
    """Return ``text`` on one line, cut after ``words`` words with an ellipsis where it is longer."""
    parts = text.split()
    if len(parts) <= words:
        return " ".join(parts)
    return _TAIL.sub("", " ".join(parts[:words])).rstrip(",.;:–—-") + " …"


def headed(text: str, words: int) -> str:
    """Return the head of a long title: cut before a joint such as ``in`` or ``so that`` where there is one.

    “Customers who link a second account in their first month” is called “Customers who link a second account”;
    without a joint between the fourth word and the limit it is clipped.
    """
    parts = text.split()
    if len(parts) <= words:
        return " ".join(parts)
    joints = [n for n in range(4, words + 1) if parts[n].lower() in _JOINTS or parts[n - 1].endswith(",")]
    return " ".join(parts[: joints[-1]]).rstrip(",;:–—-") if joints else clipped(text, words)


def quoted(text: str, words: int = CLIP_QUOTE) -> str:
    """Return ``text`` in quotation marks, clipped; quotation marks inside it become single ones."""
    inner = re.sub(r"[“”\"]", "’", " ".join(text.split()))
    inner = re.sub(r"(^|\s)’", r"\1‘", inner)
    return f"“{clipped(inner.strip(' .!?,;:'), words)}”"


def spoken(title: str) -> str:
    """Return ``title`` with commas around what stands in brackets, and without signs that stand there alone.

    “Waiting time (minutes)” is said “Waiting time, minutes”, and “Churn [%]” is said “Churn”.
    """
    return _ASIDE.sub(_in_passing, title).strip(", ") or title


def _in_passing(aside: re.Match[str]) -> str:
    words = (aside[1] or aside[2] or "").strip()
    return f", {words}, " if re.search(r"\w", words) else " "


def named(label: str | None, title: str) -> str:
    """Return the phrase for a goal inside a sentence: its label, else its title quoted without its figures."""
    label, title = label and spoken(label), spoken(title)
    if label and not _NOT_A_PHRASE.search(label) and not (label.endswith(".") and _FINITE.search(label)):
        return clipped(label, CLIP).rstrip(".")
    title = label or title
    short = _FROM_TO.sub("", title.strip())
    return quoted(headed(short if len(short.split()) >= 2 else title, CLIP), CLIP + 1)


def some(names: Sequence[str], number: int) -> str:
    """Return the first ``SOME`` of ``names``, and how many more make ``number``: ``a, b, c and 9 more``."""
    more = f" and {number - SOME:,} more" if number > SOME else ""
    return f"{', '.join(names[:SOME])}{more}"


def words_of(text: str) -> str:
    """Return the team's words for a sentence: bare where they are a plain noun phrase, else quoted."""
    plain = " ".join(text.split()).strip(" .")
    noun_phrase = re.match(r"(?:the|a|an)\s", plain, re.IGNORECASE) and len(plain.split()) <= 7
    if noun_phrase and not _FINITE.search(plain.lower()) and not re.search(r"[,;:“”\"()]", plain):
        return plain[0].lower() + plain[1:]
    return quoted(plain)


def sentence(text: str) -> str:
    """Return ``text`` with its first letter, past an opening quotation mark, in upper case; “eNPS” stays as it is."""
    # Most begin with the letter itself, and that is told in a tenth of the time.
    match = None if text[:1].isalnum() else re.search(r"\w", text)
    end = match.end() if match else 1
    return text if text[end : end + 1].isupper() else text[:end].upper() + text[end:]
