"""Unclear: the words cannot be taken in at one hearing."""

import re
from functools import partial

from questioner.review.reading import Reading, Span, Trait
from questioner.review.rules import Rule, Scope
from questioner.session import Label, Severity

_PLAIN = "Plain-language limits: 25 words a sentence at most, 15 on average"
_QAS = "QAS-99, step 3 (clarity)"
_WARN_WORDS, _MAX_AFTER_RUN_UP, _MAX_WORDS, _MAX_TOTAL, _MAX_RUN_UP = 22, 30, 35, 45, 15
"""From 22 words a question is worth shortening. Past 35 (a quarter of a minute of speech) its beginning is gone before
its end is heard. In between a scene or an aside may earn its words, but not where so much stands before the question
word that the listeners do not know yet what to keep in mind."""
_MAX_FIGURES, _TITLE_WORDS = 3, 3
_FIGURE = re.compile(r"\d(?<![\w.,/]\d)[\d.,/]*")


def _words(masked: str, start: int, end: int) -> int:
    """Words of a stretch; a quotation counts three at most, whatever its length."""
    words = masked[start:end].split()
    if "xxxx" not in masked:
        return len(words)
    return sum(1 if len(word) < 12 or "xxxx" not in word else _TITLE_WORDS for word in words)


def _total(reading: Reading) -> int:
    return _words(reading.masked, 0, len(reading.masked))


def _longest(reading: Reading) -> int:
    return max(_words(reading.masked, sentence.start, sentence.end) for sentence in reading.sentences)


def _longish(reading: Reading) -> Span | None:
    if _total(reading) <= _WARN_WORDS or not _WARN_WORDS < _longest(reading) <= _MAX_WORDS:
        return None
    return Span(0, len(reading.text))


def _too_long(reading: Reading) -> Span | None:
    total = _total(reading)
    if total <= _MAX_AFTER_RUN_UP:
        return None
    if total <= _MAX_TOTAL and _longest(reading) <= (_MAX_AFTER_RUN_UP if _late(reading) else _MAX_WORDS):
        return None
    return Span(0, len(reading.text))


def _late(reading: Reading) -> bool:
    """Whether a long run-up stands before the question word, or no question word comes."""
    run_up = reading.clauses[0].preface
    return not reading.asks or _words(reading.masked, *run_up) > _MAX_RUN_UP


def _figures(reading: Reading) -> Span | None:
    if len({*_FIGURE.findall(reading.masked)}) <= _MAX_FIGURES:
        return None
    found = [*_FIGURE.finditer(reading.masked)]
    return Span(found[0].start(), found[-1].end())


_rule = partial(Rule, label=Label.UNCLEAR, severity=Severity.REJECT, review_severity=Severity.WARN)

TOO_LONG = _rule(
    code="CLR802",
    name="too-long",
    message="It is too long to be taken in at one hearing.",
    why="People answer the part they remember.",
    source=_PLAIN,
    matcher=_too_long,
    traits=(Trait.MANY_WORDS,),
    rejects=(
        (
            "In light of everything that has happened over the course of the quarter across the various "
            "workstreams, what would you say were the main things "
            "that you feel had an influence on activation?"
        ),
        (
            "When you look at the page with all of its many figures and at the weeks that have gone by since "
            "the start of the cycle, what would you most want "
            "the people around you to know?"
        ),
        (
            "We spoke in April about the price and what it does to people who try the product for the first "
            "time. In May the checklist came, and the call with "
            "Support became a weekly habit for many of you here in the office. What stands out?"
        ),
    ),
    accepts=(
        "What had the most influence on activation this quarter?",
        "For trial activation to reach 30% in 44 days, what would have to be true?",
        "The price changed in May. What stood out?",
        (
            "What do you think the drivers on the late round, the ones with the long stops included, would say if "
            "they sat here with us now and heard us talk about the new plan?"
        ),
    ),
)
"""Also given, as a rejection in every profile, to a text too long to be read at all."""

RULES = (
    _rule(
        code="CLR801",
        name="long-question",
        message="It is longer than one breath.",
        why="The end is clear only to those who remember the beginning.",
        source=_PLAIN,
        severity=Severity.WARN,
        matcher=_longish,
        traits=(Trait.MANY_WORDS,),
        rejects=(
            (
                "What would the people who use the product every day say about the way in which onboarding has "
                "changed over the past few weeks?"
            ),
            (
                "Looking back at the weeks between the start of the pilot and the day the new price came in, "
                "what stands out to each of you?"
            ),
            (
                "What do you see on trial activation that somebody who only reads the figures at the end of "
                "each month would be sure to miss?"
            ),
        ),
        accepts=(
            "What would daily users say about onboarding now?",
            "What stands out about the weeks of the pilot?",
            "What do you see on trial activation that the figures leave out?",
        ),
    ),
    TOO_LONG,
    _rule(
        code="CLR803",
        name="buzzword",
        message="It uses a phrase that sounds like a meeting and says little.",
        why="Each person fills the phrase with something else.",
        source=_QAS,
        scope=Scope.WHOLE,
        patterns=(
            r"\bleverag(?:e|es|ed|ing)\b",
            r"\bsynerg\w+",
            r"\bmov(?:e|es|ing) the needle\b",
            r"\bnorth star\b",
            r"\blow[- ]hanging fruit\b",
            r"\bdeep[- ]dive\b",
            r"\bcircle back\b",
            r"\bbandwidth\b",
            r"\bholistic\w*",
            r"\boperationali[sz]e\w*",
            r"\bparadigm\w*",
            r"\blearnings\b",
            r"\bactionable\b",
            r"\bstakeholder alignment\b",
            r"\bgame[- ]changer\b",
            r"\bboil the ocean\b",
            r"\belephant in the room\b",
            r"\bnext level\b",
            r"\bbest-in-class\b",
            r"\bideate\b",
            r"\bunlock(?:ing)? (?:value|potential|growth|synerg\w+)\b",
        ),
        rejects=(
            "How might we leverage cross-functional synergies to move the needle?",
            "What is the elephant in the room?",
            "What low-hanging fruit do you see?",
        ),
        accepts=(
            "How do your two teams' goals touch each other?",
            "What did you learn?",
            "What does “our north star metric” mean to you?",
        ),
    ),
    _rule(
        code="CLR804",
        name="internal-id",
        message="It uses a code of the tracker where the thing has a name.",
        why="The room looks it up and is gone.",
        source=_QAS,
        scope=Scope.WHOLE,
        patterns=(
            r"\bo\d+\.?kr\d+\b",
            r"\bkr ?#?\d+\b(?!\.\d)",
            r"\bo\d\b",
            r"\brag (?:rating|status|score|report|colou?r|delta)s?\b",
            r"\bbau\b",
            r"\bcfrs?\b",
        ),
        rejects=(
            "What changed about O2.KR3?",
            "What does KR1 mean to new users?",
            "What does the RAG rating leave out?",
        ),
        accepts=(
            "What changed about trial activation?",
            "What does the first key result mean to new users?",
            "What does “KR1” stand for in your own words?",
        ),
    ),
    _rule(
        code="CLR806",
        name="double-negative",
        message="Two negatives have to be undone before it can be answered.",
        why="Half the room answers the opposite.",
        source=_QAS,
        patterns=(
            (
                r"\b(?:not|never|n't) (?:\w+ )?(?:impossible|unlikely|unclear|unhappy|uncommon|unable"
                r"|unreasonable|unhelpful|unimportant|without|fail to|nothing|no)\b"
            ),
            r"\b(?:\w+n't|(?<!why\s)not) [^?]{1,40}\b(?:didn't|don't|doesn't|wouldn't|(?<!why\s)not|never)\b(?! (?:yet|only))",
        ),
        rejects=(
            "What would not be impossible if you didn't lose the pilot?",
            "What is not unlikely to change by June?",
            "What would you not want users to not notice?",
        ),
        accepts=(
            "What would keeping the pilot make possible?",
            "What has not been said about the pilot?",
            "What do you know now that you did not know at the start?",
        ),
    ),
    _rule(
        code="CLR810",
        name="figure-overload",
        message="It names more than three figures.",
        why="The room does sums.",
        source=_QAS,
        severity=Severity.WARN,
        matcher=_figures,
        signs=(r"\d",),
        rejects=(
            "Activation went from 18% to 22%, then 19% and 25%: what do you see?",
            "From 4 to 6 to 7 to 9 in May, what moved?",
            "With 12 weeks gone, 3 left, 18% reached and 30% wanted, what stands out?",
        ),
        accepts=(
            "Activation went from 18% to 22% of 30%: what do you see?",
            "What moved in May?",
            "With 3 weeks left, what stands out?",
        ),
    ),
    _rule(
        code="CLR811",
        name="filler-or-flattery",
        message="Praise or filler stands before the question.",
        why="Praise from the asker tells the team what pleases.",
        source=_PLAIN,
        scope=Scope.WHOLE,
        patterns=(
            (
                r"^\W*(?:great|amazing|awesome|fantastic|good|nice|brilliant|excellent|superb) (?:work|job"
                r"|stuff|progress|question|going|effort)\b"
            ),
            (
                r"^\W*(?:well done|congratulations|congrats|(?:thank you|thanks)(?! to\b| (?:\w+ )?for\b|,? [\w']+\b[,.]| all for\b)"
                r"|(?:thank you|thanks)(?: \w+)? for (?:the|your|all|this|such|an?) (?:\w+ )?(?:great|hard|good|amazing|excellent|wonderful|brilliant|fantastic))\b"
            ),
            r"^\W*(?:i love|love) (?:this|that|it|how|the way)\b",
        ),
        rejects=(
            "Great work! What was behind the move in activation?",
            "Good question from Support: what moved activation?",
            "Well done, team: what helped?",
        ),
        accepts=(
            "What was behind the move in activation?",
            "What makes users curious about the checklist?",
            "What would a good week look like to you?",
            "Thank you for the candour about May; what would you like to look at first?",
            "Thanks, Hamid. What would you like from the rest of the group now?",
        ),
    ),
)
"""The rules of clarity."""
