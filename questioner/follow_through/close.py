"""Reads what a team and its coach filled in on a Markdown sheet, back into what the session left."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from pydantic import ValidationError

from questioner.closing import FEEDBACK, Closing
from questioner.errors import InputError, Problem
from questioner.follow_through import days
from questioner.follow_through.record import Followed, WrapUp
from questioner.names import Names
from questioner.phrasing import visible
from questioner.review.items import SHEET_QUESTION, unescaped
from questioner.standing import Picture, Promise
from questioner.team import Asked, Commitment, CommitmentStatus, PastSession
from questioner.team.fields import SHORT

ASKED, LANDED, DROP = "x", "+", "-"
"""Marks in the box of a question; landed and drop were asked too."""
STATUSES = {"x": CommitmentStatus.DONE, "~": CommitmentStatus.PARTLY, "-": CommitmentStatus.DROPPED}
"""Marks in the box of an earlier promise; an empty box leaves it as it is."""
WHO_WORDS = 3
"""Words of the longest name that is told from the words of a commitment by its capitals."""

_TITLE = re.compile(r"\s{0,3}#\s+(.+?)\s*#*\s*$")
_SESSION = re.compile(r"\S.*, \d{1,3} minutes — (.+?)\s*$")
_HEADING = re.compile(r"\s{0,3}(?:#{1,6}\s+(?P<hashes>.+?)|\*\*(?P<stars>.+?)\*\*:?)\s*$")
_ENTRY = re.compile(r"(?P<indent>\s*)(?:[-*+•]|\d{1,2}[.)])(?:\s+(?P<text>.*))?$")
_BOX = re.compile(r"\[[ xX]?\](?:\s+|$)")
_PROMISE = re.compile(r"\[(?P<mark>[ xX~-]?)\]\s+\*\*(?P<ref>C\d{1,4})\.\*\*\s+(?P<text>.+)")
_NOTE = re.compile(r"\s+[-*+]\s+(?![^:]{3,20}: )\S")  # "Why: …" and "Listen for: …" are ours
_RULE = re.compile(r"\s{0,3}(?:-{3,}|\*{3,}|_{3,})\s*$")
_BLANK_LINE = re.compile(r"[_.…\s]*$")
_SEPARATED = re.compile(r"\s*\|\s*|\s+[—–]\s+|\s*;\s+")


@dataclass(frozen=True)
class Entry:
    """One thing that was written under a heading, and the lines set in under it."""

    line: int
    text: str
    under: tuple[str, ...] = ()


@dataclass
class Page:
    """A filled-in sheet, taken apart."""

    team: str = ""
    day: str = ""
    marked: list[tuple[str, str]] = field(default_factory=list)
    """``(mark, text)`` of every question in whose box something stands."""
    parts: dict[str, list[Entry]] = field(default_factory=dict)
    """Entries of the close by the key of their heading."""
    unknown: list[str] = field(default_factory=list)
    """Headings among those of the close that are none of them; what stands under them is left out."""
    questions: int = 0
    notes: int = 0
    """Lines that were written under questions."""


def page(text: str, words: Closing) -> Page:
    """Return the parts of a Markdown sheet that was filled in."""
    keys = {_plain(heading): key for key, heading in words.headings.items()}
    made, key, closing = Page(), "", False
    for number, line in enumerate(visible(text).splitlines(), 1):
        match = _HEADING.match(line)
        heading = (match["hashes"] or match["stars"]) if match else ""
        if known := keys.get(_plain(heading)):
            key, closing = known, closing or known != "own"  # which stands before the close, and more than once
        elif closing and (heading or _RULE.match(line)):
            key = ""
            made.unknown += [heading] if heading else []
        elif key and not heading:
            _under(made, key, number, line)
        elif not closing:
            key = ""
            _above(made, line)
    return made


def _above(made: Page, line: str) -> None:
    """Take what stands above the close: whose sheet it is, of which day, and the boxes of its questions."""
    title, session, question = _TITLE.match(line), _SESSION.match(line), SHEET_QUESTION.match(line)
    if title and not made.team:
        made.team = unescaped(title[1])
    elif session and not made.day:
        made.day = session[1]
    elif question:
        made.questions += 1
        mark = question["mark"].lower()
        made.marked += [(mark, unescaped(question["text"]).strip())] if mark.strip() else []
    elif made.questions and _NOTE.match(line):
        made.notes += 1


def _under(made: Page, key: str, number: int, line: str) -> None:
    """Take one line of the close: an entry, or the next line of the one before it."""
    if not line.strip():
        return
    entries = made.parts.setdefault(key, [])
    match = _ENTRY.match(line)
    text = unescaped(match["text"] or "" if match else line).strip()
    if match and not (match["indent"] and entries and key == "earlier"):
        if not _BLANK_LINE.match(_BOX.sub("", text)):
            entries.append(Entry(number, text))
    elif (match and text) or (entries and line[:1].isspace() and key == "earlier"):
        entries[-1] = replace(entries[-1], under=(*entries[-1].under, text))
    elif entries and line[:1].isspace():
        entries[-1] = replace(entries[-1], text=f"{entries[-1].text} {text}")
    elif not _BLANK_LINE.match(text):
        entries.append(Entry(number, text))


def _plain(heading: str) -> str:
    """Return a heading as it is compared: letters alone, what stands in brackets left out."""
    return re.sub(r"\W+", " ", re.sub(r"\(.*?\)", "", heading)).strip().casefold()


def read(made: Page, picture: Picture, session: date, name: str) -> WrapUp:
    """Return what the session on the day ``session`` left, as it was filled in.

    Raises:
        InputError: for a promise that the team file does not hold, or a sheet on which nothing is filled in.
    """
    texts = {key: [_unboxed(entry.text) for entry in entries] for key, entries in made.parts.items()}
    asked = [_asked(mark, text) for mark, text in made.marked]
    asked += [Asked(text=text, by="team") for text in texts.get("own", [])]
    feedback = {key: " ".join(texts[key]) for key in FEEDBACK if texts.get(key)}
    fields = {
        "date": session,
        "summary": "\n".join(texts.get("heard", [])) or None,
        "insights": texts.get("insights", []),
        "decisions": texts.get("decided", []),
        "asked": asked,
        "commitments": [commitment(text, session, picture.names) for text in texts.get("will", [])],
        "feedback": feedback or None,
    }
    try:
        left = PastSession.model_validate(fields)
    except ValidationError as error:
        raise InputError([Problem(f"{e['loc'][0]}: {e['msg']}", name) for e in error.errors()]) from error
    wrap_up = WrapUp(left, tuple(_followed(made, picture, name)))
    if wrap_up.empty:
        raise InputError([Problem("nothing is filled in: no box is ticked and nothing stands in the close", name)])
    return wrap_up


def _unboxed(text: str) -> str:
    return _BOX.sub("", text, count=1).strip()


def _asked(mark: str, text: str) -> Asked:
    return Asked(text=text, landed={LANDED: True, DROP: False}.get(mark), drop=mark == DROP)


def _followed(made: Page, picture: Picture, name: str) -> Iterator[Followed]:
    known = {promise.ref: promise for promise in picture.promises}
    problems: list[Problem] = []
    found: list[Followed] = []
    for entry in made.parts.get("earlier", []):
        match = _PROMISE.match(entry.text)
        promise = known.get(match["ref"]) if match else None
        if match is None or promise is None or not _is_of(match["text"], promise):
            what = "is no open promise of the team file; write what was promised today under its own heading"
            problems.append(Problem(what, name, entry.line))
            continue
        status = STATUSES.get(match["mark"].lower(), promise.commitment.status)
        found.append(Followed(promise, status, " ".join(entry.under) or promise.commitment.note))
    if problems:
        raise InputError(problems)
    yield from found


def _is_of(text: str, promise: Promise) -> bool:
    return _plain(text).startswith(_plain(promise.commitment.text))


def commitment(text: str, session: date, names: Names) -> Commitment:
    """Return a commitment from one line: ``what — who — by when``, or with ``|``, ``;`` or commas between.

    Between commas a last part is the day only if it reads as one, and the part before it the person only if it
    is a known name, or looks like one and a day follows: a list inside what is promised stays whole.
    """
    marked = _SEPARATED.search(text) is not None
    parts = [part.strip() for part in (_SEPARATED.split(text) if marked else text.split(",")) if part.strip()]
    due = days.read(parts[-1], session) if len(parts) > 1 else None
    rest = parts[:-1] if due else parts
    who = rest[-1] if len(rest) > 1 and _is_person(rest[-1], names, surely=marked or due is not None) else ""
    what = rest[:-1] if who else rest
    return Commitment(text=(" — " if marked else ", ").join(what), who=who or None, due=due)


def _is_person(text: str, names: Names, *, surely: bool) -> bool:
    if not text or len(text) > SHORT or len(text.split()) > WHO_WORDS:
        return False
    capitals = all(word[:1].isupper() or word in {"and", "&", "de", "van", "von"} for word in text.split())
    return (0, len(text)) in names.mentioned(text) or (surely and capitals)
