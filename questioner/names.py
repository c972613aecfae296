"""People's names: which are known, hidden before a text leaves the machine, and put back in notes.

Known are owners, those behind commitments, e-mail addresses and names listed by the user. A name that
stands only in free text and was declared nowhere cannot be known.
"""

import re
from collections.abc import Iterable
from functools import cached_property

from questioner.team import Team

_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,4}")
_NOT_A_PERSON = re.compile(
    r"\b(team|all|everyone|everybody|nobody|none|tbd|tbc|n/?a|squad|crew|group|department|unit|office|guild|chapter|"
    r"support|sales|marketing|finance|legal|product|engineering|design|operations|ops|hr|it|we|us|both|shared|procurement|"
    r"purchasing|security|compliance|data|platform|payments|logistics|facilities|quality|communications|admissions|pharmacy|"
    r"board|committee|council|management|leadership|staff|volunteers|others)\b",
    re.IGNORECASE,
)
_PLACEHOLDER = re.compile(r"\bPerson \d+\b")
# Names that are also words are only hidden in the spelling they were given in.
_ALSO_WORDS = frozenset(
    [
        "will",
        "mark",
        "may",
        "grace",
        "hope",
        "rose",
        "bill",
        "sue",
        "jack",
        "art",
        "pat",
        "drew",
        "chance",
        "faith",
        "joy",
        "june",
        "april",
        "august",
        "summer",
        "dawn",
        "ray",
        "rob",
        "max",
        "olive",
        "ivy",
        "iris",
        "ruby",
        "amber",
        "pearl",
        "penny",
        "frank",
        "ernest",
        "earnest",
        "sage",
        "skip",
        "guy",
        "miles",
        "rich",
        "dale",
        "glen",
        "heath",
        "lane",
        "page",
        "paige",
        "reed",
        "reid",
        "wade",
        "chase",
        "hunter",
        "mason",
        "carter",
        "cooper",
        "parker",
        "bishop",
        "king",
        "young",
        "long",
        "short",
    ]
)
_PARTICLES = frozenset(
    (
        "van",
        "von",
        "der",
        "den",
        "de",
        "la",
        "le",
        "du",
        "da",
        "di",
        "dos",
        "bin",
        "ibn",
        "al",
        "el",
        "ter",
        "ten",
        "af",
        "av",
    )
)
SHORTEST = 3
"""Letters of the shortest part of a name that is hidden on its own."""

_NOT_ALONE = frozenset(
    ("sister", "nurse", "doctor", "prof", "professor", "mrs", "miss", "sir", "dame", "captain", "info", "contact", "hello", "help",
     "office", "admin", "mail", "post", "noreply", "reply", "the", "and", "for")
)  # fmt: skip
"""Titles, and parts of addresses that belong to nobody: hidden only together with the rest of the name."""

LONGEST = 5
"""Words of the longest name; an owner field that holds more is a remark, not a name."""


class Names:
    """The people known from a team file, each with a placeholder ``Person 1``, ``Person 2`` and so on."""

    def __init__(self, names: Iterable[str]) -> None:
        self.people = tuple(dict.fromkeys(n for n in (" ".join(name.split()) for name in names) if _is_person(n)))

    @classmethod
    def of(cls, team: Team, declared: Iterable[str] = ()) -> "Names":
        """Return the names known from ``team``, and those ``declared`` besides."""
        owners = (k.owner for o in team.objectives for k in o.key_results if k.owner)
        promised = (c.who for s in team.sessions for c in s.commitments if c.who)
        written = (match[0] for text in _free_texts(team) if "@" in text for match in _EMAIL.finditer(text))
        split = (part for field in (*declared, *owners, *promised) for part in _parts(field))
        return cls((*split, *written))

    @cached_property
    def _variants(self) -> dict[str, str]:
        """Every spelling to look for, mapped to its placeholder; the longest spelling comes first."""
        found: dict[str, str] = {}
        for place, person in enumerate(self.people, 1):
            for spelling in _spellings(person):
                found.setdefault(spelling, f"Person {place}")
        return dict(sorted(found.items(), key=lambda item: -len(item[0])))

    @cached_property
    def _pattern(self) -> re.Pattern[str] | None:
        if not self._variants:
            return None
        # Behind the first letter, not before it: what begins with a letter is found ten times sooner.
        alone = r"(?<![\w.].)(?<!\w@.)"
        return re.compile(rf"(?:{'|'.join(re.escape(v[0]) + alone + re.escape(v[1:]) for v in self._variants)})(?!\w)")

    def hide(self, text: str) -> str:
        """Return ``text`` with every known name replaced by its placeholder."""
        return self._pattern.sub(lambda match: self._variants[match[0]], text) if self._pattern else text

    def mentioned(self, text: str) -> tuple[tuple[int, int], ...]:
        """Return the character spans of known names, and of placeholders, in ``text``."""
        spans = [match.span() for match in self._pattern.finditer(text)] if self._pattern else []
        if "Person" in text:
            spans += [match.span() for match in _PLACEHOLDER.finditer(text)]
        return tuple(spans)


def _parts(field: str) -> Iterable[str]:
    """Yield the names in a field that may hold several; of a remark only what is written like a name."""
    parts = [part for part in re.split(r"\s*[,;/&+]\s*|\s+and\s+", field.strip()) if part]
    remark = not all(_written_like_a_name(part) for part in parts)
    return (part for part in parts if not remark or part[0].isupper())


def _written_like_a_name(part: str) -> bool:
    words = part.split()
    return len(words) == 1 or all(w.lstrip("(<")[:1].isupper() or w.lower() in _PARTICLES or "@" in w for w in words)


def _is_person(name: str) -> bool:
    words = name.split()
    alike = 1 <= len(words) <= LONGEST and _written_like_a_name(name)
    letters = sum(character.isalpha() for character in name)  # a single one would hide "a" all over the page
    return alike and letters > 1 and words[0].removeprefix("@")[:1].isalpha() and not _NOT_A_PERSON.search(name)


def _free_texts(team: Team) -> Iterable[str]:
    yield team.background or ""
    for check_in in team.check_ins:
        yield check_in.notes or ""
        for update in check_in.key_results.values():
            yield " ".join((update.comment or "", *update.blockers, *update.asks))
    for session in team.sessions:
        yield " ".join((session.summary or "", *session.insights, *session.decisions))
        for commitment in session.commitments:
            yield f"{commitment.text} {commitment.note or ''}"


def _spellings(person: str) -> Iterable[str]:
    """Yield the name whole, then each of its parts; in other cases too where it is not also a word."""
    whole = person.removeprefix("@")
    parts = re.split(r"[\s.@_-]+", whole.split("@")[0]) if "@" in whole else whole.split()
    for spelling in (
        person,
        whole,
        *(p for p in parts if len(p.strip(".")) >= SHORTEST and p.lower() not in _NOT_ALONE),
    ):
        yield spelling
        if spelling.lower() not in _ALSO_WORDS:
            yield from (spelling.lower(), spelling.upper(), spelling.title())
