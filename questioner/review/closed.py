"""Closed: a word, a number, a name or a date answers it in full.

The opening word settles it less often than one thinks: "which assumption" opens and "which team" closes,
"how" opens and "how many" closes. So these rules look at what the question word is about.
"""

import re
from functools import cache, partial
from typing import TypedDict

from questioner.review.reading import AUX, Clause, Form, Reading, Span, Trait, has_reason_tail, late
from questioner.review.rules import Matcher, Rule, Scope, pattern
from questioner.review.sieve import OPENS
from questioner.session import Label, Severity

_MISC = "MISC 2.5 and MITI 3.1.1: open and closed questions"
_TEAM = r"(?:you|we|they|the team|your team|people|users?|customers?|everyone)"
_DEGREES = (
    r"(?:confident|likely|important|serious|ready|comfortable|satisfied|committed|open|clear|realistic"
    r"|ambitious|close|big|large|good|bad|easy|difficult"
    r"|hard|certain|sure|aligned|motivated|useful|helpful|engaged|valuable|effective|critical|urgent"
    r"|strong|healthy|optimistic|achievable|feasible|prepared"
    r"|willing|involved|relevant|focused|reliable|accurate|frequent|high|low|small|old|probable|successful"
    r"|measurable|challenging|energi[sz]ed|sustainable)"
)
_THINGS = (
    r"(?:teams?|persons?|people|dates?|days?|weeks?|months?|quarters?|departments?|key results?|krs?|okrs?"
    r"|objectives?|owners?|tools?|colou?rs?|numbers?"
    r"|percentages?|times?|years?|goals?|metrics?|members?|customers?|users?|projects?|systems?|vendors?"
    r"|version|tickets?|sprints?|suppliers?|contractors?|clients?|stores?|sites?|depots?|plants?|branch(?:es)?|regions?"
    r"|countr(?:y|ies)|cit(?:y|ies)|spreadsheets?|weekdays?|clauses?|farms?|breeds?|employers?|squads?|crews?|machines?|accounts?|offices?|warehouses?|agenc(?:y|ies))"
)
_PERSONS = (
    r"(?:planner|assessor|engineer|packer|coach|developer|trustee|consultant|manager|colleague|supervisor|nurse|driver|analyst|agent|operator|fitter"
    r"|genius|partner|director|chef|officer)s?"
)
_WAYS = r"(?:\w+s|way|approach|method|yardstick|reasoning|language|evidence|criteria|kind|sort|part|role|place)\b"
"""Asked after, these bring out how people think; one thing of another kind only its name."""
_OPEN_THINGS = (
    r"(?:(?!two|three|four|five|six)[\w']+ )?(?:causes|readings|things (?:you|we) |choices|habits|assumptions|beliefs|values|strengths|hopes|doubts|moments|experiences|agreements|promises|convictions|problems"
    r"|expectations|explanations|motives|commitments|practices|rules|norms|conversations|relationships|lessons|routines|worries|guesses|ideas|conclusions|reasons"
    r"|effects|comments|remarks|certainties|insights|intuitions|intentions|consequences)\b"
)
"""What stands on no page, so that naming one of them takes thought."""


_TICKED = (
    r"(?:is|are|was|were|has|had|got|gets|goes|go|went|comes?|came|took|takes?|starts?|ships?|should|will|did|have(?! you\b)"
    r"|(?:do|would) (?:you|they|the [\w']+(?: \w+)?) (?:prefer|choose|pick|take|buy))"
)
"""What is said of one out of a list, where it is ticked off or chosen."""
_WEIGHED = (
    r"(?:assumption|belief|idea|part|word|moment|habit|value|question|reason|result|explanation|story|view|conversation|promise|doubt|hope|fear|risk|lesson|choice"
    r"|goal|objective|obstacle|thing|argument|agreement)s?\b"
)
"""Nothing of these is longest or lowest but to somebody's mind."""


def _first(reading: Reading, form: Form) -> Clause | None:
    for clause in reading.clauses:
        if clause.form is form:
            return clause
    return None


def _polar(reading: Reading) -> Span | None:
    clause = _first(reading, Form.POLAR)
    return clause.span if clause else None


def _embedded(reading: Reading) -> Span | None:
    clause = _first(reading, Form.EMBEDDED_POLAR)
    return clause.span if clause else None


def _declarative(reading: Reading) -> Span | None:
    clause = reading.clauses[0]
    if clause.form is Form.TAG or (clause.form in (Form.STATEMENT, Form.FRAGMENT) and "?" in reading.masked):
        return clause.span
    return None


def _wrapped(reading: Reading) -> Span | None:
    clause = reading.clauses[0]
    if clause.wrapped and _POLITE.match(reading.masked, clause.preface.start):
        return Span(clause.preface.start, clause.start)
    return None


_POLITE = re.compile(r"(?:can|could|would|will|may|might)\b")


class _Factual(TypedDict):
    """How a rule finds clauses that ask for a fact."""

    matcher: Matcher
    signs: tuple[str, ...]
    traits: tuple[Form, ...]


def _without_reason(*sources: str) -> _Factual:
    """Clause openings, of which ``…, and why?`` passes: the grounds are asked for as well."""
    return _Factual(matcher=_unreasoned(*sources), signs=tuple(map(OPENS.__add__, sources)), traits=(Form.WH,))


def _unreasoned(*sources: str) -> Matcher:
    joined = cache(partial(pattern, "|".join(f"(?:{source})" for source in sources)))

    def unreasoned(reading: Reading) -> Span | None:
        for clause in reading.clauses:
            if clause.form is not Form.WH:
                continue
            if found := joined().match(reading.masked, clause.start, clause.end):
                thought = (
                    has_reason_tail(reading, clause)
                    or _JUDGED().search(reading.masked, clause.start, clause.end)
                    or (
                        _WOULD in reading.masked[clause.start : clause.end]
                        and _SUPPOSED().search(reading.masked, 0, clause.start)
                    )
                )
                return None if thought else Span(found.start(), found.end())
        return None

    return unreasoned


_JUDGED = late(
    r"\b(?:"
    # who comes short, is the last to learn of it, or would have to join in for it to last
    r"last\s+to\s+(?:hear|know|notice|see|learn|feel|find\s+out)|(?:might|would|could|may)\s+(?:suffer|notice)\b|(?:would|might)\s+(?:see|feel|hear|notice)\s+(?:a|any|no|the)\s+(?:\w+\s+)?(?:change|difference)"
    r"|feels?\s+(?:[\w'-]+\s+){1,8}first|(?:do|does|did)\s+(?:the|this|that|your|our)\s+[^?]{2,50}\s(?:overlook|neglect|forget|misread)"
    r"|would\s+(?:need|have)\s+to\s+[^?]{2,60}\sfor\s+[^?]{1,40}\sto\s+(?:hold|stick|last|count|work|matter|make\s+sense|come\s+true)"
    r"|who(?:'s|\s+(?:is|are|was|were))\s+(?:this|that|the|your|our)\s[^?]{2,50}\sfor,?\s+when"
    r"|missing\s+from\s+(?:this|that|the|your|our)\s+(?:\w+\s+)?(?:draft|picture|goal|objective|story|account|wording)"
    r"|do(?:es)?\s+(?:something|anything|things)\s+different|looks?\s+different|(?:changed|altered|shifted)\s+(?:your|our|their)\s+(?:thinking|picture|view|reading|sense)"
    r"|people\s+(?:argue|disagree|quarrel)|you\s+find\s+yoursel(?:f|ves)\s+\w+ing|(?:cheapest|safest|riskiest|simplest|quickest)\s+to\s+(?:test|try|check|drop|change)|the\s+(?:standing|freedom)\s+to"
    r"|(?:awkward|uncomfortable|difficult)\s+to\s+(?:ask|say|hear|raise|name|accept)|"
    # who answers doubts, trusts, learns, believes, minds
    r"(?:are|is|was|do|did|does|would|might|could)\s+(?:you|it|they|we)\s+(?:(?:most|least|best|easiest|hardest)\s+)?"
    r"(?:doubt|regret|miss\b|trust|call\b|consider\b|count\b|least|most|easiest|hardest|sure|proud|learn|have to listen)"
    r"|do\s+you\s+(?:think\s+about|wonder\s+about|worry\s+about|fear|dread|keep\s+(?:coming|going)\s+back|hope\s+(?:will|for)\b)|whom\s+do\s+you\s+picture|(?:were|are)\s+you\s+picturing|stay(?:ed|s)?\s+with\s+you|believe\s+in|learn(?:ed|t)?\s+(?:most|from)|fool\s+you|teach\s+you|taught\s+you"
    r"|think\s+of|out\s+loud|if\s+you\s+picture|changed\s+your\s+mind|came\s+to\s+mind|hold\s+more\s+lightly|you\s+(?:were|are)\s+wrong"
    # it is said to be an opinion
    r"|(?:has|have)\s+a\s+stake\b|in\s+mind(?=\W*\Z)"
    r"|[,—–]\s*(?:do|would)\s+you\s+(?:think|say|reckon|guess|feel)|to\s+your\s+mind|as\s+far\s+as\s+you|as\s+you\s+see\s+it"
    r"|in\s+your\s+(?:opinion|reading|judge?ment|minds?|eyes|view|experience)|(?:would|do|will)\s+(?:they|he|she)\s+(?:say|choose|name|miss)"
    # what it did to people's minds, and a reason asked for in the same breath
    r"|(?:changed|altered)\s+(?:how|what|the\s+way)\b|through\s+what(?=\W*\Z)|on\s+what\s+grounds?(?=\W*\Z)|,\s+(?:in\s+what\s+way|by\s+what\s+signs?)\b"
    r"|as\s+(?:you|they)\s+(?:read|understand|hear)\s+it|look\s+(?:good|fine|well|healthy)\s+(?:while|although|though)\b"
    # what would be done or felt
    r"|would\s+(?:need|have)\s+to\s+[^?]{2,60}\sbefore\b|far\s+would\s+(?:you|we)\s+go\b|(?:need|have)\s+to\s+(?:be|last|hold|rise|fall)\s+before\b|how\s+much\s+is\s+enough\b|makes?\s+sense\s+to\s+(?:you|us|them)|(?:work|pull|run)s?\s+against\b|matters?\s+for\b|picks?\s+(?:it|that|this)\s+up|(?:be|whom\s+(?:is|are)\s+[^?]{2,60})\s+(?:good|bad)\s+news\b|it\s+be\s+a\s+(?:loss|relief|gain)\b|do\s+you\s+want\s+to\s+be\b|would\s+(?:you|we)\s+(?:look\s+at|turn\s+to|lean\s+on)"
    r"|would\s+(?:you|we)\s+(?:\w+\s+){1,3}again|(?:would|could|might)\s+(?:you|we)\s+explain|what\s+you(?:'d|\s+would)\s+do|(?:is|are)\s+\w+\s+worth\s+\w+ing\b|(?:like|want)\s+to\s+(?:test|learn|understand|hear)"
    r"|(?:would|might|could)\s+(?:you\s+)?be\s+(?:disappointed|proud|sorry|glad|pleased|surprised|upset|relieved|uneasy|missed)"
    # the most or least of something that is weighed
    r"|(?:bet|understand|know)\s+(?:\w+\s+)?least|(?:hardest|firmest|easiest)\b|(?:most|least)\s+sense\b|(?:do|does|did)\s+(?:the\s+)?most\b|(?:most|least|more)\s+to\s+teach"
    r"|have\s+the\s+(?:\w+est|most|least)\s+(?:evidence|grounds|reason|doubts?|faith|trust|confidence|proof|hope)|(?:could|might|would)\s+be\s+\w+\s+without\b"
    r"|(?:serves?\s+(?:the|this|that|your|our)\s+(?:\w+\s+)?(?:goal|objective|purpose|aim|promise))"
    r"|least\s+(?:sure|certain|confident|intact|of\b|about|behind)|most\s+(?:alive|proud|at\s+home|yourselves)|(?:feels?|felt)\s+(?:it|the\s+difference|furthest|nearest|most|least|\w+est)"
    r"|(?:tells?|says?|shapes?|helps?|hinders?|hurts?|teach|taught|means?)\s+(?:\w+\s+){1,3}(?:most|least|more)|matters?\s+(?:most|least)\s+to\s+(?!you\b)|helped\s+(?:\w+\s+){1,2}(?:understand|see|notice)"
    # what something means, or holds against
    r"|(?:does|do|did)\s+(?:\w+\s+){1,4}mean\s+to\b|still\s+(?:means?|makes?|matters?|holds?|stands?)|good\s+enough|count\s+as|leaves?\s+out|differently\b"
    r"|into\s+question|to\s+the\s+test|to\s+judge\s+(?:whether|if|how)"
    # whom something is for, and who goes without
    r"|who(?:m|se)?\b[^?]{0,60}\b(?:serves?|benefits?|gain(?:s|ed)?|loses?|notices?|affected|touched|bears?|would\s+be\s+able|miss(?:es)?|matters?|better|worse|easier|harder|difference|sake|meant|worth|helps?(?=\W*\Z)|shows\s+that|solves?"
    r"|(?:might|would|could|have\s+to)\s+be\s+(?:missing|left\s+out|at\s+odds)|go(?:es)?\s+without|(?:goal|objective|target|promise|plan|this|that|it)\s+(?:\w+\s+)?for(?=\W*\Z))\b"
    r")\b"
)
"""What nobody can look up: what is felt, learnt, doubted, called so, or the most or least of something so judged."""


_WOULD = " would "
_SUPPOSED = late(r"\b(?:if|suppose|supposing|imagine)\b")
"""``If fuel were free, which of your goals would make sense?``: what would be then stands on no page."""


_DATES_AND_NAMES = (
    (
        rf"when(?! (?:the|an?|your|our|this|that|these|those)\b)(?! (?!exactly\b|precisely\b|roughly\b|next\b|last\b|else\b|in\b|on\b|{AUX})[\w'-]+ (?:(?:had|has) )?(?:said|wrote|told|asked|left|came|called|moved|spoke)\b)(?!'?s? (?:do|does|did) (?:(?:the|your|our|an?|this|that) )?(?:\w+ )?\w+ (?:feel|help|matter|get in the way)\b|'?s? (?:do|does) (?:some|any)(?:one|body)\b|'?s? (?:do|does|did) {_TEAM} (?:find|notice|work best|enjoy|do (?:your|their"
        rf"|its) best)| would (?:you|we) (?:say|trust|believe|credit|put (?:[\w']+ ){{1,4}}to)\b)(?:'s|s)?\b(?! {_TEAM} (?!are|will))"
    ),
    (
        r"where (?:is|are|'s) (?:the|your|that) [^?]{1,40} (?:now|stored|kept|documented|recorded"
        r"|located|written down|defined|explained|spelled out|laid down|filed|listed)\b"
    ),
    r"by when\b",
    r"(?:by|at|on|for|since) what (?:date|time|day|point in time)\b",
    r"(?:to|for|from|with|by|of) who(?:m|se)?\b(?<!for\swhom)(?<!for\swho)",
    r"(?:in|under|on|to|by|at|with|from) whose (?!eyes\b|view\b|life\b|lives\b|day\b|voice\b|mind\b|story\b|interests?\b|standards?\b)\w+",
    r"for who(?:m|se)?\b(?! (?:are|do|did|would) (?:you|we)\b)(?! (?:is|was|are|were) (?:it |this |that |(?:the|your|our) (?:\w+ ){1,2})(?:written|meant|made|intended) ?(?:\?|\Z))",
)


_WHO = (
    r"who(?:m|'s|s|'ll)?\b(?! or what\b)(?! (?:do|would|did|might|could) (?:you|we) (?:(?:want|wish|need|hope"
    r"|like|have) to )?(?:be|become)\b)(?! are (?:you|we) (?:when|becoming|as a))"
    r"|whose\b(?! (?:life|lives|day|view|voice|story|perspective|needs?|hopes?|fears?|trust|surprise|comfort|sake)\b)"
)


def _either(reading: Reading) -> Span | None:
    """A yes/no form that offers two answers instead: ``Is it a people or a process matter?``."""
    clause = _first(reading, Form.POLAR)
    found = _OR.search(reading.masked, clause.start, clause.end) if clause else None
    return Span(found.start(), found.end()) if found else None


_OR = re.compile(r"\sor\s")

_rule = partial(Rule, label=Label.CLOSED, severity=Severity.REJECT)

RULES = (
    _rule(
        code="CLO301",
        name="polar",
        message="Yes or no answers it.",
        why="One word, and the turn is back with the coach.",
        source=_MISC,
        matcher=_polar,
        traits=(Form.POLAR,),
        rejects=(
            "Is onboarding still the right objective?",
            "Do you have any blockers on trial activation?",
            "is there anything you want to change",
            "Did the checklist help or not?",
            "Given the drop in trial activation, are you worried?",
            "Looking at the page, do you see a gap?",
            "When the pilot ends will you extend it?",
        ),
        accepts=(
            "What do you know now that bears on onboarding as an objective?",
            "What, if anything, stands between you and 30% trial activation?",
            "What, if anything, do you expect by June?",
            "Looking at the page, what do you see?",
            "Could you say more about the checklist?",
            "What should a visitor of the loyalty page be able to feel or do that matters to Fernhill?",
            "When the pilot ends what would you want to be true?",
            "From what signs, on an ordinary night, do the nurses call the ward calm?",
            "Have another look at the rota: what does it ask of the nights?",
            "It's the third spring on this pier, isn't it, so what keeps you curious?",
            "Is the hall too small, you wondered; what would help you to find out?",
            "Couldn't find the lease in the folder, so what made you sign it?",
            "Do forgive a plain question: what is the late ferry for?",
            "What the porters hope for from the new lift is what, do you think?",
        ),
    ),
    _rule(
        code="CLO303",
        name="embedded-polar",
        message="Under “I wonder whether” or “can you tell us if” stands a yes/no question.",
        why="The wrapping is open, and what is inside is not.",
        source=_MISC,
        matcher=_embedded,
        traits=(Form.EMBEDDED_POLAR,),
        rejects=(
            "I wonder whether the target is right.",
            "Can you tell us if the pilot worked?",
            "I'm curious if the checklist helps?",
            "Tell us whether the date holds.",
        ),
        accepts=(
            "I'm curious what the target means to you.",
            "How do you tell whether the drop is a blip or a trend?",
            "Tell us how the pilot looked from where you sit.",
        ),
    ),
    _rule(
        code="CLO304",
        name="alternative",
        message="It offers the answers to choose from.",
        why="The right answer may be neither.",
        source=_MISC,
        scope=Scope.ASKING,
        patterns=(
            (
                r"(?<!\w\s)(?:which|what|who)\b(?![^?]{2,80} (?:about|between|on|over|with|be) (?!you\b|us\b|them\b|it\b|this\b|that\b|monday|tuesday|wednesday|thursday|friday)\w+, \w+(?: \w+)? or \w+(?: \w+)? ?\?)(?! \w+ (?:you|we|they) \w+, (?:change|stop|start|drop|add|lose|reject|cut|give)\b)(?![^?]{2,80} (?:rather than|instead of|and not),? )[^?]{0,60}(?:[:;—–]|(?<!ing), ) ?(?!if |any|or |and |(?:in|on|at|by|with|under|from|during|for|among|to|inside|outside|between|as|whether|day|with or|more or|sooner or|here|alone|rain|big|large|planned|pleasant|welcome) |\w+ly or |(?:\w+ ){1,3}for or against |up |good "
                r"|better |for (?:better|good)|one way |right |\w+ or no )(?:the |your |a |an |is it )?[\w%'-]{1,20}(?: [\w%'-]{1,20}){0,4},? or (?!un|not\b|worse\b|bad\b|otherwise\b|none\b|night\b|something else|anything else)(?:the |your |a |an |is it )?[\w%'-]{1,20}(?: [\w%'-]{1,20}){0,3}\s*(?:\?|\Z)"
            ),
            r"^\W*(?!why not |(?:what|how|where|when|who) (?:do|does|did|would|might|could|will|helps?|is|are)\b)[\w%'-]{1,20}(?: [\w%'-]{1,20}){0,3} or (?:a |an |the )?[\w%'-]{1,20}(?: [\w%'-]{1,20}){0,2} ?\?",
        ),
        matcher=_either,
        signs=(r"\sor\s",),
        traits=(Form.POLAR,),
        rejects=(
            "Which matters more: the target or the date?",
            "People or process?",
            "What matters more to you, speed or quality?",
            "Is trial activation a people or a process matter?",
        ),
        accepts=(
            "What kind of matter do you take trial activation to be?",
            "What did the week do to activation, up or down?",
            "How do you weigh speed or quality against the date?",
            "Why not a one or a two?",
            "What would a newcomer or a guest notice first about onboarding?",
            "What speaks for keeping, reshaping or releasing the promise?",
            "What would the porters do with a free hour, strike or no strike?",
            "What might keep the ferry from sailing, on your side or on the harbour's?",
            "What did the new price do to the regulars, one way or another?",
            "What do you gain or lose by waiting?",
            "What has come of the lease, for guests or for porters?",
            "What did the new price ask of the kitchen, intended or otherwise?",
            "What is the promise to you: a wish, a wager or something else?",
            "What lets a nurse forget the rota, day or night?",
            "What is it that holds you to the date, rightly or wrongly?",
            "What does it ask of the porters, as you see it or as they see it?",
            "What, to you, speaks for or against a second oven?",
            "What do the bakers need before they can talk with you about rent, repairs or noise?",
            "What would you keep, change or drop?",
            "What part of a calm ward can be seen, heard or felt?",
            "What speaks for two ovens rather than, say, one or three?",
        ),
    ),
    _rule(
        code="CLO305",
        name="short-fact",
        message="A date or a name answers it.",
        why="It fetches a fact and leaves the thinking where it was.",
        source=_MISC,
        **_without_reason(_WHO, *_DATES_AND_NAMES),
        rejects=(
            "When does the pilot start?",
            "Who looks after trial activation?",
            "Whose decision is the price?",
            "Under whose name does the rota go out?",
            "For whom is the parcel?",
            "when will you know",
            "Where is the word “calm” defined?",
        ),
        accepts=(
            "How does trial activation get attention in an ordinary week?",
            "Who do you want to be as a team when the target moves?",
            "What hangs on the start of the pilot?",
            "When you look at this page, what stands out?",
            "For whom are you opening the second hall?",
            "When would you believe that the nights have become calmer?",
            "When do the regulars feel at home here?",
            "Whose needs does the plan leave out, would you say?",
            "Who sleeps better once the boiler is safe, and how?",
            "Whom does a punctual first ferry serve, beyond its passengers?",
            "Fewer torn sacks: who notices the difference, if anyone?",
            "Whose life changes if the literacy goal comes true?",
            "Whose view of a good week does the plan follow?",
            "Who might be missing from the picture that the survey draws?",
            "Whom does a shorter queue at the gate help?",
            "Who is this goal for?",
            "And when the season closes?",
            "When does a quiet shift feel too quiet?",
            "Whose hopes rest on the second oven?",
            "Who is touched by the change at the gate, beyond those who work there?",
            "Who would be able to do what, on the day the promise came true?",
            "Who has gained a calmer night from the rota, if anyone, and of what kind?",
            "You wrote that nobody should be surprised: whose surprise did you have in mind?",
            "For whom was it written?",
            "Who is that promise for?",
            "Whom do you picture when you read it?",
            "When does somebody change their mind in these meetings?",
            "For whom would it be bad news if the ferry ran on time?",
            "To whom does the word calm speak, as you read it?",
            "Whose day would change, in what way, if the first ferry left at six?",
            "Who on the quay would notice if the late ferry stopped?",
            "Whose mornings on the other ward could suffer if the queue here were gone?",
            "Who would have to believe in the rota for it to last?",
            "Who is that goal for when nobody is watching the count?",
            "Who's our goal about quiet for, when you think about it?",
            "Who would be the last to learn that the rota had been dropped?",
            "Whose sense of a good night is missing from our picture?",
            "Who else, if anyone, would feel any difference at the gate?",
            "Whose help with the form is awkward to ask for?",
            "Who does something different at the gate because of the promise?",
            "When does a longer shift make sense to you?",
            "When does keeping to the rota work against the promise?",
            "When would a ferry be late enough to matter, by what signs?",
            "For whom is an early gate good news?",
            "For whom would it be a loss if the late ferry went?",
        ),
    ),
    _rule(
        code="CLO306",
        name="rating-request",
        message="It asks for a rating, or for a degree that is one.",
        why="A number ends the turn; what it stands for would begin one.",
        source=_MISC,
        instead="Ask what puts the rating where it is and not lower.",
        **_without_reason(
            rf"how (?:very |really )?{_DEGREES} (?:is|are|am|was|were|do|does|did|will|would|has|have|a "
            rf"|an |it is|you are|that)\b(?![^?]{{0,60}} as (?:evidence|proof|an? (?:sign|argument|reason)\b))(?!(?<=good\sis) [^?]{{2,60}} for (?:the (?:people|person|ones)|people|those|someone|somebody|whoever)\b)",
            r"how (?:would|do|will|might|could|did) (?:you|we|the team) (?:\w+ )?(?:rate|score|grade|rank)\b",
            r"what(?:'s|s| is| was| are| would be) (?:your|the team's|the|our) (?:current |present "
            r"|overall |level of )?(?:confidence|rating|score|certainty|satisfaction|commitment)\b(?! (?:\w+ )?(?:being |to be )?(?:used|meant|supposed|worth|there|asking|telling|doing|measuring|made of|based|built)\b)(?![^?]{0,60}\b(?:(?:based|built|founded|resting) on|worth to)\b)",
            r"what (?:confidence|rating|score|grade|number|likelihood|probability|chance) (?:do|would|did"
            r"|is|are|will|score)\b",
            r"(?:(?:what|which) )?score out of (?:five|ten|5|10|100)\b",
            r"(?:on|from|using) a scale\b(?! (?:that )?(?:you|we|of your)\b)(?![^?.]{2,120}\w{2}\. )",
        ),
        scope=Scope.WHOLE,
        patterns=(
            r"\bon (?:a|that|the|this) scale\b(?![^?.]{2,120}\w{2}\. )(?! (?:that )?(?:you (?!would|are|use)|of your own))(?![^?]{0,60} (?:and|but) (?:why|what makes))",
            r"\b(?:0|1|zero|one) ?(?:-|–|to) ?(?:5|10|five|ten)\b[^?]{0,20}\?",
            r"\bout of (?:five|ten|a hundred|5|10|100), (?:how|where)\b|\bas a score out of\b",
            r"\b(?:from|between|on) (?:0|1|zero|one) ?(?:-|–|to|and) ?(?:5|10|100|five|ten)[,:—–]? (?:how|where|what)\b",
        ),
        rejects=(
            "How confident are you in trial activation?",
            "On a scale of 1 to 10, where is onboarding?",
            "What's your confidence (0-10)?",
            "How would you rate the sprint?",
            "Between 1 and 5, how was the stocktake for you all?",
            "What score out of ten does the ferry get?",
            "Out of ten, where would you put your trust in the date?",
        ),
        accepts=(
            "What puts trial activation at 6 and not lower?",
            "How did you arrive at 6/10 for trial activation this time?",
            "What does a 6/10 stand for when you give it to activation?",
            "On a scale that you draw yourselves, what would stand at either end?",
            "What was the score meant to tell the guests?",
            "How strong is a quiet week as evidence, to your mind?",
            "On a scale of tides, the harbour came last. What do you read in that?",
            "What was the score of 6 for the ferry based on?",
            "The crew gave the rota 7 out of 10. What stands behind the 7?",
            "How good is a quiet ward for those who never ring?",
            "How large does the change have to be before you would trust it?",
            "What is your commitment to the island worth to the crew itself?",
        ),
    ),
    _rule(
        code="CLO310",
        name="pick-one",
        message="It asks to pick from a list that is on the page.",
        why="The pick is a name; the reasons behind it are not asked for.",
        source=_MISC,
        **_without_reason(
            rf"(?:which|what(?! of\b)(?! one (?!(?:is|was|do|does|did|would|will|has)\b))) (?:(?:one|ones|two|three)\b|of (?:you|us)\b(?! (?:(?:is|are|would be) (?:best|well|most|least|closest|nearest)|feels?|finds?|sees?|notices?|might)\b)|of them {_TICKED}\b|of (?:these|the|those|your|our|its)\b(?! {_OPEN_THINGS})|(?:other "
            rf"|specific |single |exact )?(?!accounts(?:, [^,?]{{2,40}},)? for\b)(?!(?:members|customers|users|people|clients) (?:told|said|wrote|want|wanted|asked|need|needed)\b){_THINGS}\b(?!'|-|,? if\b)(?! (?!{AUX})\w+(?:'s| {AUX}))(?! like this))(?! (?:of year"
            r"|and resources))",
            rf"which (?:{AUX}|feels|matters|seems|fits|suits|works|comes)\b",
            # the foremost in what is counted
            (
                rf"which (?!{_WEIGHED})\w+ (?:has|had|have|got|gets|saw|was|were|is|are|takes|took) (?:the |its )?(?:longest|shortest|highest|lowest|largest|smallest|biggest|oldest|newest"
                r"|slowest|fastest|cheapest|busiest|(?:most|fewest) (?:[\w-]+ ){0,2}\w+s ?(?:\?|\Z))"
            ),
            rf"which (?!{_WEIGHED}|of\b)\w+ (?:\w+ ){{1,3}}(?:(?:most|least) often|the (?:fewest|(?:greatest|highest|largest) number of) \w+)\b",
            rf"(?:in|on|for|at|by|from|to|since) which {_THINGS}\b",
            r"(?:in|on|for|at|from|to|since|of) (?:which|what) (?:month|year|week|day|quarter|floor|building|folder|two|one)\b",
            rf"(?:(?:at|in|by|to|with|from) )?which {_PERSONS}\b(?!'s (?:view|voice|story|day|life|eyes))",
            (
                r"(?:in|on|from|under|at|by|to|with) which (?:of (?:the|your) (?:two|three|four)\b|(?!ways?\b|moments?\b|situations?\b|sense\b|respects?\b"
                r"|directions?\b|conditions?\b|circumstances\b|parts?\b|places?\b|conversations?\b|points?\b|areas?\b|cases?\b|words\b|signs?\b"
                r"|principles?\b|spirit\b|mood\b|manner\b|light\b|frame\b|criteri(?:a|on)\b|standards?\b|terms?\b|grounds\b|evidence\b|assumptions?\b|beliefs?\b|ideas?\b|hopes?\b|guess(?:es)?\b|measures?\b|yardsticks?\b|(?<=by\swhich\s)routes?\b|means\b)\w+ (?:is|are|was|were|did|does|do|will|has|have)\b)"
            ),
            r"what time\b",
        ),
        rejects=(
            "Which team owns the contract?",
            "Which of these key results comes first?",
            "Which one would you keep?",
            "What date is the review?",
            "In what month was the second oven bought?",
            "Which planner drew up the May rota?",
            "Under which heading does the second oven stand?",
            "Which of you has the key to the second hall?",
            "You drew up three rotas. Which of them is on the wall?",
            "Which ferry had the most late starts?",
            "Which ward sends down the fewest trays?",
            "Which breeds come back most often?",
        ),
        accepts=(
            "Which assumption behind trial activation would you most like to test?",
            "Which key result would you keep, and why?",
            "Which part of the target matters most to new users?",
            "Which moment in May stays with you?",
            "Which of the spring's rotas has changed how you talk about rest?",
            "By which criteria will you choose among the three rotas?",
            "Which number on the wall could look fine while the porters are worse off?",
            "Which nurse's view of the rota is missing here?",
            "If bread were free, which of your goals would make sense to you still?",
            "In which moments does the rota work as you hoped?",
            "You drew up three rotas. Which of them do you understand least?",
            "Which of your expectations does the open day call into question?",
            "Which of your numbers still means something in a strike week?",
            "Which belief about the ferry has the most to lose from a test?",
            "Which of the stalls you tried would you try again?",
            "Which regulars would be disappointed if the queue were gone?",
            "Which count on the board tells you the least?",
            "What of the spring's doubts should stay in mind?",
            "Of the promises on the wall, which do you have the strongest doubts about?",
            "Which of the goals could be reached without a single guest noticing?",
            "What one habit from the spring would you take into the summer?",
            "Which team outside this room has a stake in the late ferry?",
            "One regular wrote a card about not having to spell the name: which of your choices led there?",
            "Which of your conclusions would you never have reached on a calm sea?",
            "Which of the guests' remarks has stayed with you?",
            "By which measure is a night like that a success?",
            "Which of the apprentices' ideas do you keep coming back to?",
            "Which of the goals would you give up first, and why, if the ferry ran half empty all winter?",
            "Which callers would gain the most, and what makes you think so?",
            "Which guests does the goal overlook, if any?",
            "Which of our numbers look different from the kitchen, if any?",
            "Which of the numbers at the gate do people quarrel about?",
            "Which of the three rotas has changed your picture of the nights?",
            "Of the four guesses, which would be simplest to check?",
            "Which of these do you find yourself quoting without having seen it?",
            "Of the obstacles on the wall, which ones does the crew have the standing to clear?",
            "On which idea did the second oven rest?",
            "Which of your guests would notice if the promise were gone?",
            "Between a full hall and a calm one, which of the differences matter for the goal?",
            "A guest says “I slept”. Which of the numbers picks that up?",
        ),
    ),
    _rule(
        code="CLO311",
        name="quantity",
        message="A number answers it.",
        why="The number can be read from the page, or will be made up.",
        source=_MISC,
        **_without_reason(
            r"(?:about |roughly |approximately |exactly |by |for |in |over |at |of |on |from |with )?how (?:many|much|long|often"
            r"|far|soon|fast|quickly|early|late|frequently|regularly)\b(?! (?:you|we) (?:value|know)|(?<=far) (?:might|could|can|would|do|does|did) (?:(?:the|a|an|this|that|you|we) (?:\w+ ){0,3}?(?:hide|hold|stretch|reach|mislead|tell|trust|travel"
            r"|feel|believe|agree|depend|credit|share|count on|rely|rest|follow|go along|promise|vouch|be (?:trusted|believed|relied|promised))\b|(?:it|they|these|those) (?:tell|hold|depend)\b)|(?<=far) (?:do|does|did|can|could|would|might) (?:the|your|our|this|that|each|any) [^?]{1,60}? (?:describe|reflect|match|capture|cover|show|mirror|express|explain|serve|shape|belong|represent|answer|meet|support|suit|fit|influence|affect|sway) |(?<=far) (?:can|could|might|may) [^?]{1,60}? (?:go|be|run) (?:wrong|astray|off course)\b|(?<=far) do(?:es)? (?:the|your|our|this|that|each|any) [^?]{1,60}? (?:speak|carry|mean|help|apply|hold|go in|tell (?:you|us|them) (?:what|how|whether|about))\b"
            # what is said, meant or carried, by anything but a person
            r"|(?<=much) (?:weight|trust) |(?<=much) (?:can|could|should|may) (?:rest|hang|be (?:read|built|concluded|said))\b|(?<=much) do(?:es)? (?:the|your|our|this|that|an?) [^?]{1,70}? (?:say|tell|mean|matter(?! to you)|speak|weigh|reveal|explain|help)\b"
            r"|(?<=much) of (?:the one|(?:the|your|our|this|that) (?:\w+ )?(?:case|argument|reasoning|belief|logic|conclusion)\b[^?]{0,40} (?:stands?|holds?|remains?|rests?)|(?:the|your|our|this|that) (?:goal|objective|promise|purpose|idea|intention)\b[^?]{0,40} (?:get through|reach|survive|show|come (?:through|across))|[^?]{2,60}? (?:is|are|lies?|rests?) (?:with)?in (?:your|our|the team's) (?:own )?(?:hands|power|gift))\b)",
            r"(?:about |roughly |by )?what (?:share|per ?cent(?:age)?|proportion) (?:of|is|has|have|had|will|did|was|on)\b",
            r"by what (?:share|per ?cent(?:age)?|proportion|amount)\b",
            # what is to be given in a unit
            (
                r"what\b[^?]{2,80}(?<!ing)(?<!ed)(?<!ten)(?<!put)(?<!set)(?<!think) in (?:euros|pounds|dollars|francs|percent|per cent|hours|tonnes|tons|kilos|litres|gallons|megawatt hours|cubic metres"
                r"|square metres|(?<=,\sin\s)(?:minutes|days|weeks|months)) ?(?:\?|\Z)"
            ),
        ),
        rejects=(
            "How many users tried the checklist?",
            "How much time does the call take?",
            "How often do you meet Legal?",
            "how long has the contract been open",
            "By what percentage do you want the queue to shrink?",
            "What does a cancelled ferry cost the island, in euros?",
        ),
        accepts=(
            "What do users make of the checklist?",
            "What does the time with Legal give you?",
            "How do you notice that enough users tried it?",
            "What share do you feel you have in it, and why?",
            "How far do you trust the count at the gate?",
            "How far do the figures describe the winter you had?",
            "How far does the promise on the wall match what guests would say?",
            "What else changed for the porters in those weeks?",
            "What do the porters make of a goal written in hours?",
            "How would you describe the share of it that is in your hands?",
            "How far does the count in May carry?",
            "How far can the count be trusted in a week of fog?",
            "How much can rest on one good night?",
            "How many go home early is one thing; what do they say when they leave?",
            "How much does the average say about an ordinary night?",
            "How much of the one is in the other, to your mind?",
            "How far does the word mean the same thing on both sides of the gate?",
            "How far does the count tell you what the guests went through?",
            "How far can the weather influence the count, in your experience?",
            "How far can a quiet night go wrong before anyone on the ward would say so?",
            "How much of the queue at the gate lies in your own hands?",
            "How much is enough when it comes to quiet, in your own terms?",
            "How long does a calm spell have to last before you would call it one?",
            "How far would you go for a quiet ward if nobody counted?",
        ),
    ),
    _rule(
        code="CLO312",
        name="rating-in-prose",
        message="It asks to what extent, which is a rating in words.",
        why="“Quite” and “fairly well” answer it.",
        source=_MISC,
        severity=Severity.WARN,
        scope=Scope.OPENING,
        patterns=(
            (
                r"(?:to what (?:extent|degree)|how well|how strongly|how closely|how effectively|what are the "
                r"(?:chances|odds))\b"
            ),
        ),
        rejects=(
            "To what extent does the target fit your plan?",
            "How well does the call work for you?",
            "What are the chances of reaching 30%?",
        ),
        accepts=(
            "How does the target fit your plan?",
            "What makes the call work for you?",
            "What would have to be true to reach 30%?",
        ),
    ),
    _rule(
        code="CLO313",
        name="look-up",
        message="It asks for an entry: a name, a date, an owner, a figure.",
        why="The page answers faster.",
        source=_MISC,
        **_without_reason(
            r"what(?:'s|s| is| was| are| were) (?:the |your |its |our )?(?:(?!\w+est\b|most\b|best\b|worst\b)\w+ )?(?:number|date|name|names"
            r"|owner|deadline|percentage|status|baseline|start date|end date|due date|amount|total|budget"
            r"|headcount|eta|version|cost|target|value)(?: (?:of|for(?! ?(?:\?|\Z))|on|this|now|today"
            r"|to)\b(?![^?]{0,60}\b(?:meant|supposed|there to|in service|worth|asking|telling|doing|protecting|made of|standing)\b)[^?]{0,60})?\s*(?:\?|\Z)",
            r"what(?:'s| is) (?:\w+ )?(?:job title|email|phone number)\b",
            rf"(?:what|which) (?:other )?(?!{_WAYS})\w+ (?:do|does|did) (?:{_TEAM}|(?:this|the|your) (?:goal|key result|objective|target)) (?:\w+ly )?(?:use|go to|attend|belong to|cover|name|include"
            r"|work at|work for|live in|buy from|sit in)(?: (?:now|today|most|most often|for [^?]{1,40}))? ?(?:\?|\Z)",
        ),
        rejects=(
            "What is the target for trial activation?",
            "What is the name of the pilot customer?",
            "What's the deadline?",
            "What gym do you go to?",
            "Which supplier do you use for the labels?",
        ),
        accepts=(
            "What is the target meant to protect?",
            "What is onboarding in service of?",
            "What yardstick do you use?",
            "What is the boldest target you could still laugh about?",
            "What's the kindest version of this rule?",
            "What words do you use for a good week?",
            "What does the target you chose say to new users?",
            "What is the target for waiting times meant to spare a patient?",
            "What is this total for?",
        ),
    ),
    _rule(
        code="CLO307",
        name="polite-wrapper",
        message="The polite opening turns an open question into one that “yes” would answer.",
        why="It costs words and gives nothing.",
        source=_MISC,
        severity=Severity.WARN,
        matcher=_wrapped,
        traits=(Trait.WRAPPED,),
        instead="Leave out the opening and ask what follows it.",
        rejects=(
            "Could you tell us what the target means to you?",
            "Can you say more about the checklist?",
            "Would you be willing to share how May felt?",
        ),
        accepts=("What does the target mean to you?", "Say more about the checklist.", "Tell us how May felt."),
    ),
    _rule(
        code="CLO309",
        name="declarative",
        message="It is worded as a statement, so a nod answers it.",
        why="What the asker believes is out first.",
        source=_MISC,
        matcher=_declarative,
        traits=(Form.TAG, Form.STATEMENT, Form.FRAGMENT),
        rejects=("So the pilot is over?", "You are fine with the date, right?", "Any blockers?", "Anything else?"),
        accepts=(
            "What came after the pilot?",
            "What does the date mean to you?",
            "And what else?",
            "And supposing the grant falls through?",
            "A dearer ferry might be worth it under which circumstances, as you see it?",
            "The use of a ferry for people who never travel is what, to your mind?",
            "Calmer in what sense, as the nurses would mean it?",
            "You wrote “a calmer ward”. Calmer in whose eyes?",
        ),
    ),
)
"""The rules of closed questions."""
