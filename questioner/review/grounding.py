"""Holds a question against the team's data: every figure, date, name and direction must be there.

Works on a ``Ground`` that is gathered from the data elsewhere, so that reviewing wording needs no team.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple, Protocol

from questioner.phrasing import INVISIBLE, AnyCase
from questioner.review import in_context
from questioner.review.rules import finding
from questioner.review.weighing import weights
from questioner.review.words import content, may_hold, stem
from questioner.session import Finding

Span = tuple[int, int]

# What begins with a character is found ten times sooner than what begins with a look behind.
_NUMBER = re.compile(r"(\d(?<![\w.,]\d)(?:\d{0,2}(?:,\d{3})+(?:\.\d+)?|\d*(?:\.\d+)?))(?:k|m|bn)?\b")
_COUNT = re.compile(
    r"\b(?=[tfsenTFSEN])((?ai:three|four|five|six|seven|eight|nine|ten|eleven|twelve))\b"
)  # (?a: no ſ for an s
_COUNTS = {w: str(n) for n, w in enumerate("three four five six seven eight nine ten eleven twelve".split(), 3)}
_MONTHS = "january february march april may june july august september october november december".split()
_MONTH_NAMES = tuple(month.title() for month in _MONTHS)
_MONTH = "|".join(_MONTH_NAMES)
_DATE = re.compile(
    rf"\b(\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?({_MONTH})\b|\b({_MONTH})\s+(\d{{1,2}})(?:st|nd|rd|th)?\b"
)
_ISO = re.compile(r"\b\d{4}-(\d{2})-(\d{2})\b")
_LONE_MONTH = re.compile(rf"(?<!\d )(?<!\d)\b(?:in|since|by|until|from|of|last|next)\s+({_MONTH})\b")
_FROM_TO = re.compile(
    r"\bfrom\s+[€$£]?(\d[\d,]*(?:\.\d+)?)(?:/\d+)?\S*(?:\s+(?!to\b)\w+){0,3}\s+to\s+[€$£]?(\d[\d,]*(?:\.\d+)?)"
)
_NAME = re.compile(r"(?<![\w’'])[A-Z][\w&’'-]*")
_QUOTE = re.compile(r"[“\"]([^“”\"]{2,200})[”\"]")
_OTHER_THAN_WORDS = re.compile(
    r"https?://|www\.|\b[\w-]+\.(?:com|org|net|io|example)\b|[\w.+-]+@[\w-]+\.|[<>{}\[\]\\`|]|\*\*|^#|&\w+;"
    r"|[\t\n]"
)
_SIGN = re.compile(r"[/.@<>{}\[\]\\`|*#&\t\n]")
"""One of these stands in everything that is other than words."""
_ROSE = AnyCase(
    r"\b(?:rose|risen|grew|grown|increased|climbed|went up|gone up|jumped|the (?:rise|increase|growth|jump|climb))\b"
)
_FELL = AnyCase(
    r"\b(?:fell|fallen|dropped|declined|decreased|slipped|sank|went down|gone down|shrank|dipped"
    r"|the (?:drop|fall|decline|decrease|dip|slide))\b"
)
_IS = r"\b(?:is|are|was|were|been|being|keeps?|kept|started|began)\s+(?:\w+ly\s+|now\s+|still\s+)?"
_RISING = AnyCase(
    rf"{_IS}(?:rising|growing|increasing|climbing|going up|on the rise|(?:up|higher)\b(?= (?:from|by|on|again|than (?:last|before))))"
    r"|\b(?:came|come|comes|edged|crept|shot) up\b|\b(?:soared|surged|doubled|tripled|rallied)\b"
    r"|\b(?:this|that|the|an?) (?:upward|upwards|rising|growing|increasing|climbing)\b"
)
_FALLING = AnyCase(
    rf"{_IS}(?:falling|dropping|declining|decreasing|slipping|sinking|shrinking|sliding|going down|in decline"
    r"|(?:down|lower)\b(?= (?:from|by|on|again|than (?:last|before))))"
    r"|\b(?:came|come|comes|edged|crept) down\b|\b(?:plunged|tumbled|plummeted|halved|slumped)\b"
    r"|\b(?:this|that|the|an?) (?:downward|downwards|falling|declining|decreasing|shrinking|slipping)\b"
)
_ALWAYS_FINE = frozenset(("okr", "okrs", "i", "i'd", "i'm", "i've", *_MONTHS, "monday", "tuesday", "wednesday", "thursday",
                          "friday", "saturday", "sunday"))  # fmt: skip

SPELT = 4
"""Letters of the shortest word in capitals that is no abbreviation, unless it is a function word (h)."""
OWN_WORDS = 3
"""Stems shared with the team's own words from which a question is about this team."""


class Ground(Protocol):
    """What a question may refer to, for one team on one day."""

    @property
    def figures(self) -> Mapping[str, frozenset[str]]:
        """Plain numbers (``"22"``, ``"0.5"``, ``"12000"``) by reference; under ``""`` those that belong to nothing else."""
        ...

    @property
    def days(self) -> frozenset[tuple[int, int]]:
        """``(month, day)`` of every date."""
        ...

    @property
    def words(self) -> frozenset[str]:
        """Stems of everything the team wrote and of the facts' sentences."""
        ...

    @property
    def texts(self) -> str:
        """The team's words and the facts, normalised, to find quotations in."""
        ...

    @property
    def moves(self) -> Mapping[str, frozenset[tuple[str, str]]]:
        """Pairs ``(from, to)`` by reference, values and confidence alike."""
        ...

    @property
    def directions(self) -> Mapping[str, tuple[int, int]]:
        """Sign of the latest change, -1 to 1, of value and of confidence, by reference."""
        ...

    @property
    def people(self) -> Callable[[str], tuple[Span, ...]]:
        """Spans of known people's names in a text."""
        ...

    @property
    def private(self) -> AnyCase:
        """Words of fear and blame that are for the coach's eyes."""
        ...

    @property
    def facts(self) -> Mapping[str, tuple[str, str]]:
        """``(reference, sentence with its slots)`` by fact id."""
        ...

    @property
    def goals(self) -> tuple[str, ...]:
        """The phrases for goals, longest first."""
        ...

    @property
    def phrases(self) -> Mapping[str, tuple[str, ...]]:
        """What the team calls each key result, by reference."""
        ...


class Asked(NamedTuple):
    """A question as it is held against the data."""

    text: str
    ground: Ground
    facts: tuple[str, ...] = ()
    """Ids of the facts it is said to rest on."""
    about: tuple[str, ...] = ()
    """References of what it is about; empty: anything."""
    named: tuple[str, ...] = ()
    """Those of the key results that it mentions, where that was looked for."""


def review_grounding(
    text: str, facts: Iterable[str], ground: Ground, *, from_pattern: bool = False
) -> tuple[Finding, ...]:
    """Return what stands against ``text``, resting on ``facts``, by the team's data.

    A question made from a pattern of the bank need not share a word with its fact: people saw to that.
    """
    facts = tuple(facts)
    asked = Asked(text, ground, facts, tuple([ground.facts[f][0] for f in facts if f in ground.facts]))
    return _found(OF_PATTERNS if from_pattern else GENERATED, asked)


def review_written(text: str, ground: Ground) -> tuple[Finding, ...]:
    """Return what stands against a question that a person wrote, who names no facts.

    It is taken to be about the key results that it mentions.
    """
    named = tuple(ref for ref, phrases in ground.phrases.items() if any(_mentions(text, phrase) for phrase in phrases))
    # What belongs to no key result, such as figures of an objective, may be said of each of them.
    about = (*named, *(ref for ref in ground.figures if ref not in ground.phrases)) if named else ()
    return _found(WRITTEN, Asked(text, ground, about=about, named=named))


def _found(checks: "Iterable[Check]", asked: Asked) -> tuple[Finding, ...]:
    return tuple([found for check in checks for found in check(asked)])


def _mentions(text: str, phrase: str) -> bool:
    """Say whether ``text`` has a phrase for a goal in it, or all of its two or more words that carry meaning."""
    own = content(phrase)
    return bool(_as_a_whole(phrase.strip("“”")).search(text)) or (len(own) > 1 and own <= content(text))


def masked(text: str, goals: Iterable[str]) -> str:
    """Return ``text`` with the names of goals in quotation marks, which the rules take for a noun; same length.

    The rules judge the asker's words; what a team calls its goals is the team's own.
    """
    for goal in goals:
        if may_hold(text, goal):
            text = _as_a_whole(goal).sub(lambda match: f"“{match[0][1:-1]}”", text)
    return text


@lru_cache(maxsize=1_024)
def _as_a_whole(goal: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(goal)}(?!\w)", re.IGNORECASE)


def _unknown_facts(asked: Asked) -> Iterator[Finding]:
    for fact in asked.facts:
        if fact not in asked.ground.facts:
            yield finding(in_context.UNKNOWN_FACT, said=f"It is said to rest on {fact}, and there is no such fact.")


def _other_than_words(asked: Asked) -> Iterator[Finding]:
    text = asked.text
    match = (_SIGN.search(text) and _OTHER_THAN_WORDS.search(text)) or INVISIBLE.search(text)
    if match:
        yield finding(in_context.OTHER_THAN_WORDS, match.span())


def _people(asked: Asked) -> Iterator[Finding]:
    for span in asked.ground.people(asked.text):
        yield finding(in_context.EXPOSED, span)
    match = asked.ground.private.search(asked.text)
    if match:
        told = "It repeats words of fear or blame that are for the coach's eyes."
        yield finding(in_context.EXPOSED, match.span(), said=told)


def days_in(text: str) -> frozenset[tuple[int, int]]:
    """Return ``(month, day)`` of every date that ``text`` tells in words."""
    if not any(map(text.__contains__, _MONTH_NAMES)):
        return frozenset()
    found = ((match[1] or match[4], match[2] or match[3]) for match in _DATE.finditer(text))
    return frozenset((_MONTHS.index(month.lower()) + 1, int(number)) for number, month in found)


def plain(number: str) -> str:
    """Return a number as it is compared: without thousands marks, currency, trailing zeros."""
    value = number.replace(",", "").lstrip("€$£")
    return value.rstrip("0").rstrip(".") if "." in value else value


def figures_in(text: str) -> frozenset[str]:
    """Return the plain numbers of ``text``, those in words from three to twelve included."""
    in_figures = map(plain, {*_NUMBER.findall(text)})
    return frozenset((*in_figures, *(_COUNTS[word.lower()] for word in {*_COUNT.findall(text)})))


def _figures(asked: Asked) -> Iterator[Finding]:
    text, about = asked.text, asked.about
    found = [(match.span(1), plain(match[1])) for match in _NUMBER.finditer(text)]
    found += [(match.span(), _COUNTS[match[1].lower()]) for match in _COUNT.finditer(text)]
    if not found:
        return
    figures = asked.ground.figures
    everywhere = frozenset().union(*figures.values())
    own = frozenset().union(*(figures.get(ref, frozenset()) for ref in ("", *about)))
    dates = (*_DATE.finditer(text), *_ISO.finditer(text)) if _tells_of_days(text) else ()
    taken = [match.span() for match in dates]
    for span, figure in found:
        if any(start <= span[0] < end for start, end in taken) or (figure in own if about else figure in everywhere):
            continue
        if figure in everywhere:
            told = f"The figure {figure} belongs to something else than this question is about."
            yield finding(in_context.FOREIGN_FIGURE, span, said=told)
        else:
            yield _unknown(f"The figure {figure} is not in the team's data.", span)


def _unknown(told: str, span: Span) -> Finding:
    return finding(in_context.UNKNOWN_FIGURE, span, said=told)


def _tells_of_days(text: str) -> bool:
    """Say whether a date may stand in ``text``: a look that costs little."""
    return any(map(text.__contains__, _MONTH_NAMES)) or ("-" in text and _ISO.search(text) is not None)


def _dates(asked: Asked) -> Iterator[Finding]:
    text, ground = asked.text, asked.ground
    if not _tells_of_days(text):
        return
    for match in _DATE.finditer(text):
        number, month = (match[1], match[2]) if match[1] else (match[4], match[3])
        if (_MONTHS.index(month.lower()) + 1, int(number)) not in ground.days:
            yield _unknown(f"The date {match[0]} is not in the team's data.", match.span())
    for match in _ISO.finditer(text):
        if (int(match[1]), int(match[2])) not in ground.days:
            yield _unknown(f"The date {match[0]} is not in the team's data.", match.span())
    known = {month for month, _ in ground.days}
    for match in _LONE_MONTH.finditer(text):
        if _MONTHS.index(match[1].lower()) + 1 not in known and stem(match[1].lower()) not in ground.words:
            yield _unknown(f"Nothing in the team's data happened in {match[1]}.", match.span(1))


def _directions(asked: Asked) -> Iterator[Finding]:
    for match in _FROM_TO.finditer(asked.text):
        moves = asked.ground.moves
        known = frozenset().union(*(moves.get(ref, frozenset()) for ref in asked.about or moves))
        pair = (plain(match[1]), plain(match[2]))
        if pair not in known and pair[::-1] in known:
            yield finding(in_context.WRONG_WAY, match.span(), said="It tells the change the wrong way round.")
        elif pair not in known:
            yield finding(in_context.UNKNOWN_CHANGE, match.span())
    for ref in asked.about:
        yield from _moved(asked, ref, _ROSE, _FELL)


def _moved(asked: Asked, ref: str, up: AnyCase, down: AnyCase) -> Iterator[Finding]:
    """Find words of a move the other way than value or confidence of ``ref`` went."""
    sign = asked.ground.directions.get(ref, (0, 0))[1 if "confidence" in asked.text.lower() else 0]
    wrong = (down if sign > 0 else up).search(asked.text) if sign else None
    if wrong:
        yield finding(in_context.WRONG_WAY, wrong.span())


def _directions_and_turns(asked: Asked) -> Iterator[Finding]:
    """Look, where directions are right, also for a change that goes on, or is told by an adverb, the other way.

    That is told of one key result only: of several, another may be meant.
    """
    directions = [*_directions(asked)]
    yield from directions
    if not directions and len(asked.named) == 1:
        yield from _moved(asked, asked.named[0], _RISING, _FALLING)


def _quotations(asked: Asked) -> Iterator[Finding]:
    for match in _QUOTE.finditer(asked.text):
        inner = " ".join(re.findall(r"[^\W_]+", match[1].lower()))
        if inner and inner not in asked.ground.texts:
            told = "It quotes words that the team did not write."
            yield finding(in_context.UNKNOWN_WORDS, match.span(), said=told)


def _unknown_names(asked: Asked) -> Iterator[Finding]:
    for match in _NAME.finditer(asked.text):
        word = match[0].lower().replace("’", "'").removesuffix("'s")
        if word in _ALWAYS_FINE or _begins_clause(asked.text, match.start()):
            continue
        if any(stem(part) not in asked.ground.words for part in re.split(r"[-&]", word) if part):
            told = f"“{match[0]}” is not in the team's data."
            yield finding(in_context.UNKNOWN_WORDS, match.span(), said=told)


def _unknown_names_unless_stressed(asked: Asked) -> Iterator[Finding]:
    """Leave out people, who are told of already, and ordinary words in capitals: ``What do you REALLY want?``."""
    names = [*_unknown_names(asked)]
    people = [(person.start, person.end) for person in _people(asked)] if names else []
    for name in names:
        told = any(start <= name.start < end for start, end in people)
        if not told and not _is_stressed(asked.text[name.start : name.end]):
            yield name


def _is_stressed(word: str) -> bool:
    kind = weights().kind(word.lower())
    known = kind == word.lower() or (kind.startswith("@") and len(word) >= SPELT)
    return word.isupper() and known


def _begins_clause(text: str, start: int) -> bool:
    before = text[:start].rstrip(" “\"'‘(")
    return not before or before[-1] in ".!?:;—–"


def _generic(asked: Asked) -> Iterator[Finding]:
    """Warn where nothing of the fact shows in the words: the question could be put to any team."""
    own = content(asked.text)
    known = [content(asked.ground.facts[fact][1]) for fact in asked.facts if fact in asked.ground.facts]
    if known and not any(own & fact for fact in known) and len(own & asked.ground.words) < OWN_WORDS:
        yield finding(in_context.ANY_TEAMS)


Check = Callable[[Asked], Iterator[Finding]]

_SHARED: tuple[Check, ...] = (_other_than_words, _people, _figures, _dates)
OF_PATTERNS: tuple[Check, ...] = (_unknown_facts, *_SHARED, _directions, _quotations, _unknown_names)
GENERATED: tuple[Check, ...] = (*OF_PATTERNS, _generic)
WRITTEN: tuple[Check, ...] = (*_SHARED, _directions_and_turns, _quotations, _unknown_names_unless_stressed)
"""What a question is held against, in the order of the findings, by where it comes from."""
