"""Holds a question against the team's data: every figure, date, name and direction must be there.

Works on a ``Ground`` that is built from the data elsewhere, so that reviewing wording needs no team.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from questioner.phrasing import INVISIBLE
from questioner.review.weighing import weights
from questioner.review.words import content, may_hold, stem
from questioner.session import Finding, Label, Severity

Span = tuple[int, int]

_NUMBER = re.compile(r"(?<![\w.,])[€$£]?(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?:k|m|bn)?\b")
_COUNT = re.compile(r"\b((?ai:three|four|five|six|seven|eight|nine|ten|eleven|twelve))\b")  # (?a: no ſ for an s
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
_ROSE = re.compile(
    r"\b(?:rose|risen|grew|grown|increased|climbed|went up|gone up|jumped|the (?:rise|increase|growth|jump|climb))\b",
    re.I,
)
_FELL = re.compile(
    r"\b(?:fell|fallen|dropped|declined|decreased|slipped|sank|went down|gone down|shrank|dipped"
    r"|the (?:drop|fall|decline|decrease|dip|slide))\b",
    re.I,
)
_IS = r"\b(?:is|are|was|were|been|being|keeps?|kept|started|began)\s+(?:\w+ly\s+|now\s+|still\s+)?"
_RISING = re.compile(
    rf"{_IS}(?:rising|growing|increasing|climbing|going up|on the rise|(?:up|higher)\b(?= (?:from|by|on|again|than (?:last|before))))"
    r"|\b(?:came|come|comes|edged|crept|shot) up\b|\b(?:soared|surged|doubled|tripled|rallied)\b"
    r"|\b(?:this|that|the|an?) (?:upward|upwards|rising|growing|increasing|climbing)\b",
    re.I,
)
_FALLING = re.compile(
    rf"{_IS}(?:falling|dropping|declining|decreasing|slipping|sinking|shrinking|sliding|going down|in decline"
    r"|(?:down|lower)\b(?= (?:from|by|on|again|than (?:last|before))))"
    r"|\b(?:came|come|comes|edged|crept) down\b|\b(?:plunged|tumbled|plummeted|halved|slumped)\b"
    r"|\b(?:this|that|the|an?) (?:downward|downwards|falling|declining|decreasing|shrinking|slipping)\b",
    re.I,
)
_ALWAYS_FINE = frozenset(("okr", "okrs", "i", "i'd", "i'm", "i've", *_MONTHS, "monday", "tuesday", "wednesday", "thursday",
                          "friday", "saturday", "sunday"))  # fmt: skip

SPELT = 4
"""Letters of the shortest word in capitals that is no abbreviation, unless it is a function word (h)."""
OWN_WORDS = 3
"""Stems shared with the team's own words from which a question is about this team."""


@dataclass(frozen=True)
class Ground:
    """What a question may refer to, for one team on one day."""

    figures: Mapping[str, frozenset[str]]
    """Plain numbers (``"22"``, ``"0.5"``, ``"12000"``) by reference; under ``""`` those that belong to nothing else."""
    days: frozenset[tuple[int, int]]
    """``(month, day)`` of every date."""
    words: frozenset[str]
    """Stems of everything the team wrote and of the facts' sentences."""
    texts: str
    """The team's words and the facts, normalised, to find quotations in."""
    moves: Mapping[str, frozenset[tuple[str, str]]]
    """Pairs ``(from, to)`` by reference, values and confidence alike."""
    directions: Mapping[str, tuple[int, int]]
    """Sign of the latest change, -1 to 1, of value and of confidence, by reference."""
    people: Callable[[str], tuple[Span, ...]]
    """Spans of known people's names in a text."""
    private: re.Pattern[str]
    """Words of fear and blame that are for the coach's eyes."""
    facts: Mapping[str, tuple[str, str]]
    """``(reference, sentence with its slots)`` by fact id."""
    goals: tuple[str, ...] = field(default=())
    """The phrases for goals, longest first."""
    phrases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """What the team calls each key result, by reference."""

    @cached_property
    def everywhere(self) -> frozenset[str]:
        """Every figure of the team's data."""
        return frozenset().union(*self.figures.values())


def review_grounding(
    text: str, facts: Iterable[str], ground: Ground, *, from_pattern: bool = False
) -> tuple[Finding, ...]:
    """Return what stands against ``text``, resting on ``facts``, by the team's data.

    A question made from a pattern of the bank need not share a word with its fact: people saw to that.
    """
    facts = tuple(facts)
    about = [ground.facts[f][0] for f in facts if f in ground.facts]
    findings = [
        *_unknown_facts(facts, ground),
        *_other_than_words(text),
        *_people(text, ground),
        *_figures(text, about, ground),
        *_dates(text, ground),
        *_directions(text, about, ground),
        *_quotations(text, ground),
        *_unknown_names(text, ground),
    ]
    if not from_pattern:
        findings += _generic(text, facts, ground)
    return tuple(findings)


def review_written(text: str, ground: Ground) -> tuple[Finding, ...]:
    """Return what stands against a question that a person wrote, who names no facts.

    It is taken to be about the key results that it mentions. Here more wordings of a rise or a fall are known than for
    generated questions, and a word is not taken for a name because it stands in capitals.
    """
    named = [ref for ref, phrases in ground.phrases.items() if any(_mentions(text, phrase) for phrase in phrases)]
    # What belongs to no key result, such as figures of an objective, may be said of each of them.
    about = [*named, *(ref for ref in ground.figures if ref not in ground.phrases)] if named else []
    people = [*_people(text, ground)]
    directions = [*_directions(text, about, ground)]
    return (
        *_other_than_words(text),
        *people,
        *_figures(text, about, ground),
        *_dates(text, ground),
        *(directions or _turns(text, named, ground)),
        *_quotations(text, ground),
        *(f for f in _unknown_names(text, ground) if not _is_person(f, people) and not _is_stressed(text, f)),
    )


def _mentions(text: str, phrase: str) -> bool:
    """Say whether ``text`` has a phrase for a goal in it, or all of its two or more words that carry meaning."""
    own = content(phrase)
    return bool(_as_a_whole(phrase.strip("“”")).search(text)) or (len(own) > 1 and own <= content(text))


def _is_person(finding: Finding, people: Iterable[Finding]) -> bool:
    return any(person.start <= finding.start < person.end for person in people)


def _is_stressed(text: str, finding: Finding) -> bool:
    """Say whether what is taken for a name is an ordinary word in capitals: ``What do you REALLY want?``."""
    word = text[finding.start : finding.end]
    kind = weights().kind(word.lower())
    known = kind == word.lower() or (kind.startswith("@") and len(word) >= SPELT)
    return word.isupper() and known


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


def _reject(code: str, message: str, span: Span = (0, 0), label: Label = Label.UNGROUNDED) -> Finding:
    return Finding(code, label, Severity.REJECT, message, *span)


def _unknown_facts(facts: Iterable[str], ground: Ground) -> Iterator[Finding]:
    for fact in facts:
        if fact not in ground.facts:
            yield _reject("GRD706", f"It is said to rest on {fact}, and there is no such fact.")


def _other_than_words(text: str) -> Iterator[Finding]:
    match = (_SIGN.search(text) and _OTHER_THAN_WORDS.search(text)) or INVISIBLE.search(text)
    if match:
        yield _reject(
            "CLR813", "It holds a link, an address or mark-up, which cannot be read aloud.", match.span(), Label.UNCLEAR
        )


def _people(text: str, ground: Ground) -> Iterator[Finding]:
    for span in ground.people(text):
        yield _reject("GRD709", "It names a person; questions go to the whole team.", span)
    match = ground.private.search(text)
    if match:
        yield _reject("GRD709", "It repeats words of fear or blame that are for the coach's eyes.", match.span())


def days_in(text: str) -> frozenset[tuple[int, int]]:
    """Return ``(month, day)`` of every date that ``text`` tells in words."""
    if not _tells_of_days(text):
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


def _figures(text: str, about: list[str], ground: Ground) -> Iterator[Finding]:
    everywhere = ground.everywhere
    own = frozenset().union(
        ground.figures.get("", frozenset()), *(ground.figures.get(ref, frozenset()) for ref in about)
    )
    dates = (*_DATE.finditer(text), *_ISO.finditer(text)) if _tells_of_days(text) else ()
    taken = [match.span() for match in dates]
    found = [(match.span(1), plain(match[1])) for match in _NUMBER.finditer(text)]
    found += [(match.span(), _COUNTS[match[1].lower()]) for match in _COUNT.finditer(text)]
    for span, figure in found:
        if any(start <= span[0] < end for start, end in taken) or (figure in own if about else figure in everywhere):
            continue
        if figure in everywhere:
            yield _reject("GRD705", f"The figure {figure} belongs to something else than this question is about.", span)
        else:
            yield _reject("GRD703", f"The figure {figure} is not in the team's data.", span)


def _tells_of_days(text: str) -> bool:
    """Say whether a date may stand in ``text``: a look that costs little."""
    return _ISO.search(text) is not None or any(map(text.__contains__, _MONTH_NAMES))


def _dates(text: str, ground: Ground) -> Iterator[Finding]:
    if not _tells_of_days(text):
        return
    for match in _DATE.finditer(text):
        number, month = (match[1], match[2]) if match[1] else (match[4], match[3])
        if (_MONTHS.index(month.lower()) + 1, int(number)) not in ground.days:
            yield _reject("GRD703", f"The date {match[0]} is not in the team's data.", match.span())
    for match in _ISO.finditer(text):
        if (int(match[1]), int(match[2])) not in ground.days:
            yield _reject("GRD703", f"The date {match[0]} is not in the team's data.", match.span())
    known = {month for month, _ in ground.days}
    for match in _LONE_MONTH.finditer(text):
        if _MONTHS.index(match[1].lower()) + 1 not in known and stem(match[1].lower()) not in ground.words:
            yield _reject("GRD703", f"Nothing in the team's data happened in {match[1]}.", match.span(1))


def _directions(text: str, about: list[str], ground: Ground) -> Iterator[Finding]:
    refs = about or list(ground.moves)
    known = frozenset().union(*(ground.moves.get(ref, frozenset()) for ref in refs))
    for match in _FROM_TO.finditer(text):
        pair = (plain(match[1]), plain(match[2]))
        if pair not in known and pair[::-1] in known:
            yield _reject("GRD704", "It tells the change the wrong way round.", match.span())
        elif pair not in known:
            yield Finding("GRD704", Label.UNGROUNDED, Severity.WARN, "No such change is on the page.", *match.span())
    of_confidence = "confidence" in text.lower()
    for ref in about:
        sign = ground.directions.get(ref, (0, 0))[1 if of_confidence else 0]
        wrong = (_FELL if sign > 0 else _ROSE).search(text) if sign else None
        if wrong:
            yield _reject("GRD704", "It says the figure moved the other way than it did.", wrong.span())


def _turns(text: str, named: list[str], ground: Ground) -> Iterator[Finding]:
    """Find a change that goes on, or is told by an adverb, the other way than the one key result that is meant."""
    if len(named) != 1:
        return
    sign = ground.directions.get(named[0], (0, 0))[1 if "confidence" in text.lower() else 0]
    wrong = (_FALLING if sign > 0 else _RISING).search(text) if sign else None
    if wrong:
        yield _reject("GRD704", "It says the figure moved the other way than it did.", wrong.span())


def _quotations(text: str, ground: Ground) -> Iterator[Finding]:
    for match in _QUOTE.finditer(text):
        inner = " ".join(re.findall(r"[^\W_]+", match[1].lower()))
        if inner and inner not in ground.texts:
            yield _reject("GRD702", "It quotes words that the team did not write.", match.span())


def _unknown_names(text: str, ground: Ground) -> Iterator[Finding]:
    for match in _NAME.finditer(text):
        word = match[0].lower().replace("’", "'").removesuffix("'s")
        if word in _ALWAYS_FINE or _begins_clause(text, match.start()):
            continue
        if any(stem(part) not in ground.words for part in re.split(r"[-&]", word) if part):
            yield _reject("GRD702", f"“{match[0]}” is not in the team's data.", match.span())


def _begins_clause(text: str, start: int) -> bool:
    before = text[:start].rstrip(" “\"'‘(")
    return not before or before[-1] in ".!?:;—–"


def _generic(text: str, facts: tuple[str, ...], ground: Ground) -> Iterator[Finding]:
    """Warn where nothing of the fact shows in the words: the question could be put to any team."""
    own = content(text)
    known = [content(ground.facts[fact][1]) for fact in facts if fact in ground.facts]
    if known and not any(own & fact for fact in known) and len(own & ground.words) < OWN_WORDS:
        message = "Nothing in its words comes from the fact it rests on; it could be put to any team."
        yield Finding("GRD701", Label.UNGROUNDED, Severity.WARN, message)
