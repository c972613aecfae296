"""Signals in the words of the latest check-in: activity, blockers, dependencies, priorities, tone.

Each looks in the comment of a key result first and in the general notes after it. A general note that
names one key result by its label belongs to that key result; else it is about the team as a whole.
"""

import re
from collections.abc import Iterator

from rapidfuzz import fuzz

from questioner.phrasing import AnyCase, count, remarks_in, sayable, words_of
from questioner.session import Pillar
from questioner.signals.signal import A, C, Evidence, I, R, Scope, Signal, W, signal
from questioner.standing import Picture, Remark, Standing

_INTENT, _SAFETY, _OUTCOME = Pillar.INTENT, Pillar.SAFETY, Pillar.OUTCOME
_MINDSET, _FOLLOW = Pillar.MINDSET, Pillar.FOLLOW_THROUGH

_DONE = (
    r"(?:shipped|launched|built|delivered|rolled out|implemented|completed|migrated|published|hired|ran|created|held|trained|"
    r"released|produced|wrote|organi[sz]ed|hosted|finished|installed|deployed|redesigned|attended|sent|posted|designed|"
    r"documented|drafted|recruited|set up|prepared|recorded|presented|updated|introduced|printed)"
)
# Opening the sentence, or said of the team itself: what passengers wrote is no work of the team's.
ACTIVITY = AnyCase(
    rf"^(?:and |also |then )?{_DONE}\b|\b(?:we|have|has|i|team|were|was)\s+(?:also |all |just )?{_DONE}\b"
)
EFFECT = AnyCase(
    r"\d+(?:\.\d+)?\s*%|\bfrom\s+\S*\d|\b(?:grew|fell|rose|dropped|led to|result(?:ed)? in|because of it|users now|customers now|"
    r"now use|uses? it|more people|fewer|faster|improved|moved the|effect|impact|went up|went down|doubled|halved)\b"
)
SOFT = re.compile(
    r"^(?:all\s+|it'?s\s+|is\s+|still\s+|we'?re\s+)*(?:going (?:well|fine|ok(?:ay)?|great)|on (?:it|track)|in progress|as planned|no "
    r"(?:change|news)|nothing new|fine|ok(?:ay)?|good|wip|ongoing|same as (?:last|before)|progressing|working on it)\b.{0,30}$",
    re.IGNORECASE,
)
BLOCKED = AnyCase(
    r"\b(?:blocked (?:by|on)|stuck (?:on|with|behind)|held (?:up|back) by|stalled (?:on|by|because of)|on hold (?:until|because of)|can(?:not|'t) [a-z ]{1,30}until)\s+([^.;!?\n]{3,90})"
)
WAITING = AnyCase(
    r"\b(?:wait(?:ing)? (?:on|for)|depend(?:s|ing|ent)? (?:up)?on|need(?:s)? input from)\s+([^.;!?\n]{3,90})"
)
UNIT = re.compile(
    r"\b((?:the\s+)?(?:[A-Z][\w&-]+(?:\s+[A-Z][\w&-]+){0,2}\s+(?:team|department|office|board|squad|group|unit)|Legal|IT|HR|Finance|"
    r"Sales|Marketing|Procurement|Security|Support|Compliance|Operations|Engineering|Product|Design|Data|Platform|Payments|"
    r"Logistics|Purchasing|Facilities|Quality|Communications|Admissions|Pharmacy))\b"
)
TEAM_WORD = re.compile(
    r"\bthe ([a-z][a-z-]+ (?:team|department|office|board|squad|supplier|vendor|council|agency|authority|bureau|ministry|contractor))\b"
)
CONFLICT = AnyCase(
    r"\b(?:no time|not enough time|too busy|busy with|fire[- ]?fight\w*|incidents?\b|pulled (?:onto|into|away)|other priorities|"
    r"competing priorit\w+|overloaded|overstretched|understaffed|short[- ]staffed|no capacity|capacity (?:is|was) (?:short|gone)|"
    r"stretched (?:too )?thin|short of (?:staff|people|hands)|(?:one|two|three|four|\d) (?:people|colleagues|of us) (?:down|off sick)|"
    r"(?:one|two|three|four|\d) short\b|took everyone|could(?:n'?t| not) find (?:an hour|a day|the time|time)|"
    r"(?:post|position|vacanc(?:y|ies))\b[^.]{0,30}\b(?:not filled|unfilled|still open)|vacanc(?:y|ies)|"
    r"ran out of time|swamped|drowning|took (?:all )?our (?:time|week))\b"
)
FEAR = AnyCase(
    r"\b(?:blam(?:e|ed|ing)|whose fault|our fault|my fault|their fault|afraid|scared|in trouble|look(?:s|ed)? bad|failed again|"
    r"embarrass\w*|asham\w*|they never|nobody told us|no ?one told us|g[eo]t shouted|heads will roll|don'?t dare|rather not say|"
    r"keep (?:it )?quiet|went quiet|thrown under|finger[- ]?point\w*|point(?:ed|ing)? (?:the )?fingers?|punish\w*|told off|"
    r"hauled (?:over|in)|sugar[- ]?coat\w*|dread(?:s|ed|ing)?|reluctant to (?:say|raise|report|share)|"
    r"(?:nobody|no ?one|none of us) (?:want(?:s|ed)?|dare[sd]?|(?:is|was|felt|seems?|seemed) willing) to (?:say|raise|admit|report|speak|be)|"
    r"(?:(?:do|did|does)(?:n'?t| not) want|unwilling) to (?:say|raise|admit|report|speak|be the (?:one|first))|"
    r"(?:uncomfortable|uneasy|nervous|anxious|careful|worried) (?:about |what |to )?(?:we |they |people )?(?:say|report|admit|speak)\w*|"
    r"bad news (?:gets|got|is|was)|(?:don'?t|didn'?t|not) feel safe|walking on eggshells|held against)\b"
)
SCEPTIC = AnyCase(
    r"\b(?:just kpis|nicely worded kpis|box[- ]?ticking|tick(?:ing)? (?:the |a )?box\w*|fad|for management|for the bosses|waste of time|"
    r"tick[- ]?box\w*|form[- ]filling|paperwork exercise|flavour of the (?:month|year)|nobody (?:ever )?(?:looks at|reads) (?:it|them|these)|"
    r"pointless|another (?:exercise|framework|initiative)|theatre|bureaucra\w+|don'?t see the point|what(?:'s| is) the point)\b"
)
SCORING = AnyCase(
    r"\b(?:grad(?:e|es|ed|ing)|ratings?|bonus(?:es)?|review cycle|look good|hit our 70|pass/fail|appraisals?|performance review|"
    r"score ?card|our score|pay (?:review|rise|rises|round)|(?:decides?|decided) (?:about|on) (?:our |my |their |the )?pay|yearly rating)\b"
)
DECISION = AnyCase(
    r"\b(?:need(?:s)? (?:a |the )?(?:decision|approval|sign[- ]?off|go[- ]ahead)|(?:decision|approval|sign[- ]?off) "
    r"(?:is )?(?:needed|pending|outstanding))\s*(?:on|for|about|from)?\s*([^.;!?\n]{0,90})"
)
RETURNING = 3
"""Check-ins from which a blocker counts as one that returns."""
SAME_BLOCKER = 60
"""Token-set similarity, 0 to 100, from which two blockers count as the same one (h)."""


def _told(picture: Picture) -> list[str]:
    """Return the sentences of the latest check-in; before the first one, those of the background."""
    return [r.text for r in picture.remarks] if picture.latest else remarks_in(picture.team.background or "")


def _matching(picture: Picture, pattern: AnyCase) -> Iterator[tuple[Remark, re.Match[str]]]:
    """Yield the first match of ``pattern`` for each thing that remarks are about."""
    seen: set[str] = set()
    for remark in picture.remarks:
        match, about = pattern.search(remark.text), _about(remark)
        if match and about not in seen:
            seen.add(about)
            yield remark, match


def _about(remark: Remark) -> str:
    return remark.standing.ref if remark.standing else "team"


def phrase(picture: Picture, slot: str, text: str) -> dict[str, str]:
    """Return ``{slot: words}`` for the team's words; nothing where they name a person or cannot be quoted."""
    return {} if picture.names.mentioned(text) or not sayable(text) else {slot: words_of(text)}


@signal("activity-without-effect", 5, (_OUTCOME, _MINDSET), (C, R, I), scope=Scope.TEAM)
def activity_without_effect(picture: Picture) -> Iterator[Evidence]:
    """A remark tells of something delivered, nothing said of that key result tells of an effect, P moved <= 0.02."""
    told = [r for r in picture.remarks if EFFECT.search(r.text)]
    effects = {_about(r) for r in told}
    for remark, _ in _matching(picture, ACTIVITY):
        about = _about(remark)
        if about in effects or (remark.standing and (_moved(remark.standing) > 0.02 or remark.standing.closed)):
            continue
        yield Evidence(slots=phrase(picture, "activity", remark.text), about=about)


def _moved(s: Standing) -> float:
    """Share of the way covered since the reading before; 0 where there is nothing to compare."""
    if len(s.values) < 2:
        return 0.0
    return round(abs((s.progress_at(s.values[-1][1]) or 0) - (s.progress_at(s.values[-2][1]) or 0)), 9)


@signal("short-update", 3, (_SAFETY, _OUTCOME), (C, I))
def short_update(picture: Picture, s: Standing) -> Evidence | None:
    """The comment is one of the usual fillers, or has under four words and no figure."""
    comment = (s.latest.update.comment or "").strip() if s.latest else ""
    short = comment and len(comment.split()) < 4 and not re.search(r"\d", comment)
    if not comment or not (short or SOFT.match(comment)) or s.closed:
        return None
    return Evidence(slots=phrase(picture, "quote", comment))


def blockers(s: Standing) -> list[str]:
    """Return what the newest reading of ``s`` says is in the way, listed blockers first."""
    if s.latest is None:
        return []
    found = list(s.latest.update.blockers)
    match = BLOCKED.search(s.latest.update.comment or "")
    return found or ([match[1]] if match else [])


@signal("blocker", 5, (_OUTCOME, _FOLLOW), (C, W, R, I), scope=Scope.TEAM)
def blocker(picture: Picture) -> Iterator[Evidence]:
    """A blocker is listed, or a remark says blocked by, stuck on, held up by, cannot … until.

    One that has come up in three check-ins is left to ``recurring-blocker``.
    """
    for s in picture.standings:
        fresh = [text for text in blockers(s) if _times(s, text) < RETURNING]
        yield from (Evidence(slots=phrase(picture, "blocker", text), about=s.ref) for text in fresh[:1])
    listed = {s.ref for s in picture.standings if blockers(s)}
    for remark, match in _matching(picture, BLOCKED):
        if _about(remark) not in listed:
            yield Evidence(slots=phrase(picture, "blocker", match[1]), about=_about(remark))


def _times(s: Standing, text: str) -> int:
    """Check-ins, the newest included, in which ``s`` had a blocker like ``text``."""
    dated = [r for r in s.readings if any(_alike(text, other) for other in r.update.blockers)]
    return len(dated)


def _alike(a: str, b: str) -> bool:
    return fuzz.token_set_ratio(a.lower(), b.lower()) >= SAME_BLOCKER


@signal("recurring-blocker", 5, (_MINDSET, _FOLLOW), (C, R, I), scope=Scope.TEAM)
def recurring_blocker(picture: Picture) -> Iterator[Evidence]:
    """The same blocker (similarity 0.6 or more) in three check-ins or more of one key result."""
    for s in picture.standings:
        returning = [(_times(s, text), text) for text in blockers(s)]
        times, text = max(returning, default=(0, ""))
        if times >= RETURNING:
            slots = {"repeat_count": count(times), **phrase(picture, "blocker", text)}
            yield Evidence({"repeat_count": times}, slots, about=s.ref)


@signal("dependency", 4, (_SAFETY, _FOLLOW), (C, W, R, I), scope=Scope.TEAM)
def dependency(picture: Picture) -> Iterator[Evidence]:
    """A remark or blocker says waiting on, depends on, and names a team or function (never a person)."""
    seen: set[str] = set()
    for about, text in _dependency_texts(picture):
        match = WAITING.search(text)
        unit = match and (UNIT.search(match[1]) or TEAM_WORD.search(match[1]))
        if match and unit and about not in seen and not picture.names.mentioned(unit[1]):
            seen.add(about)
            yield Evidence(slots={"dependency": _unit(unit[0])}, about=about)


def _unit(text: str) -> str:
    return text[0].lower() + text[1:] if text.startswith("The ") else text


def _dependency_texts(picture: Picture) -> Iterator[tuple[str, str]]:
    for s in picture.standings:
        if s.latest:
            yield from ((s.ref, text) for text in s.latest.update.blockers)
    yield from ((_about(remark), remark.text) for remark in picture.remarks)


@signal("competing-priorities", 4, (_INTENT, _MINDSET), (C, W, R, I), scope=Scope.TEAM)
def competing_priorities(picture: Picture) -> Iterator[Evidence]:
    """A remark speaks of no time, firefighting, incidents, other priorities or too few people."""
    yield from (Evidence(about=_about(remark)) for remark, _ in _matching(picture, CONFLICT))


@signal("speaking-up", 5, (_SAFETY,), (C, W, R, I, A), scope=Scope.TEAM, sensitive=True)
def speaking_up(picture: Picture) -> Iterator[Evidence]:
    """A remark, or the background before the first one, speaks of blame, fear or looking bad. One fact; no word is quoted."""
    if any(map(FEAR.search, _told(picture))):
        yield Evidence()


@signal("doubt-about-okrs", 3, (_INTENT, _SAFETY), (C, W, R, I, A), scope=Scope.TEAM)
def doubt_about_okrs(picture: Picture) -> Iterator[Evidence]:
    """A remark, or the background, calls OKRs box-ticking, a fad, something for management, a waste of time."""
    background = picture.team.background or ""
    if any(SCEPTIC.search(text) for text in (background, *(r.text for r in picture.remarks))):
        yield Evidence()


@signal("scoring-talk", 4, (_SAFETY, _MINDSET), (C, W, R, I, A), scope=Scope.TEAM, sensitive=True)
def scoring_talk(picture: Picture) -> Iterator[Evidence]:
    """A remark, or the background before the first one, speaks of grades, ratings, bonus or appraisal, which OKRs are not (re:Work)."""
    measures = " ".join(f"{s.key_result.title} {s.key_result.unit or ''}" for s in picture.standings).lower()
    found = (match for text in _told(picture) for match in SCORING.finditer(text))
    # Grades or ratings that the team measures are its work, not its appraisal.
    if any(match[0].lower().rstrip("s") not in measures for match in found):
        yield Evidence()


@signal("decision-pending", 5, (_FOLLOW,), (C, W, I), scope=Scope.TEAM)
def decision_pending(picture: Picture) -> Iterator[Evidence]:
    """The newest reading asks for something, or a remark needs a decision, approval or sign-off."""
    asked: set[str] = set()
    for s in picture.standings:
        for text in s.latest.update.asks[:1] if s.latest and s.latest.date == _latest_day(picture) else ():
            asked.add(s.ref)
            yield Evidence(slots=phrase(picture, "decision", text), about=s.ref)
    for remark, match in _matching(picture, DECISION):
        # A general note that speaks of a decision usually means the one already asked for.
        if _about(remark) not in asked and not (asked and remark.standing is None):
            yield Evidence(slots=phrase(picture, "decision", match[1]), about=_about(remark))


def _latest_day(picture: Picture) -> object:
    return picture.latest.date if picture.latest else None


SIGNALS: tuple[Signal, ...] = (
    activity_without_effect,
    short_update,
    blocker,
    recurring_blocker,
    dependency,
    competing_priorities,
    speaking_up,
    doubt_about_okrs,
    scoring_talk,
    decision_pending,
)
