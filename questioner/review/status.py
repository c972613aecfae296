"""Status: the words ask for a report that is on the page already, or belongs there."""

from functools import cache, partial

from questioner.review.reading import Clause, Reading, Span, late
from questioner.review.rules import Rule, Scope, pattern
from questioner.session import Label, Severity

_ICF = "ICF competency 3: the client sets the use of the session (informed by)"
_TEAM = r"(?:you(?: all| guys)?|we|they|the team|your team|everyone|each of you)"

_PEOPLE = (
    r"(?:you(?: all| guys| both)?|we|they|everyone|each of you|sales|marketing|support|legal|finance|(?:the|your|our|this|each|that)"
    r" (?:\w+ ){0,2}(?:team|crew|squad|group|unit|department|depot|office|shift|staff|store|branch|committee|engineers?|developers?"
    r"|managers?|leads?|reps?|people|folks|lot|guys|workers|nurses|teachers|drivers|designers|analysts|volunteers|partners?|unit"
    r"|board|kitchen|lab|factory|plant|desk))"
)
_DONE = (
    r"(?:shipped|finished|completed|delivered|launched|released|rolled out|ticked off|closed out|got done|gotten done|got through"
    r"|got finished|wrapped up|handed (?:in|over)|submitted|updated|uploaded|installed|deployed|merged|filed|carried out"
    r"|put in place|implemented|signed off|set up)"
)
_DO = (
    r"(?:ship|finish|complete|deliver|launch|release|roll out|tick off|close out|get done|get through|get finished|wrap up"
    r"|hand (?:in|over)|submit|upload|install|deploy|merge|carry out|put in place|implement|get round to|get around to)"
)
_LATELY = (
    r"(?:so far(?! as\b)|to date|by now|since|(?:this|last) (?:\w+ )?(?:weeks?|months?|sprint|quarter|spring|summer|autumn|winter|morning|season|cycle)"
    r"|(?:in|for|during|of) (?:the (?:last|past) |early |late )?(?:(?:\w+ ){0,2}(?:weeks?|months?|quarter|sprint)|january|february|march|april"
    r"|may|june|july|august|september|october|november|december)|today|yesterday|in the meantime)\b"
)
"""A stretch of time that a report may be about."""
_THE = r"(?:the|your|our|these|those|each|every)"
_WHAT_HAVE = r"(?:what|which)(?: [^?,]{1,30}?)?(?:, if anything,)?(?:'ve| has| have) [^?,]{2,50}? "
_QUARREL = r"(?:dispute|debate|argument|quarrel|discussion)\b"
_UNSAID = r"(?:said|learned|seen|asked|found|proved|proven|understood better|believed|wished|decided|known|understood|discussed|heard|influenced|shaped|won|gained|lost)"
"""What is left of this kind is no task."""
_AND_MORE = r"\b(?! (?:that|which|because|so that|differently)\b)"
"""What follows makes it a question about the worth of the work and not about the list."""


def _supposed(reading: Reading, clause: Clause) -> bool:
    """Whether the clause follows a supposition, or a place to look from: nothing can be reported of what has not happened."""
    return _SUPPOSED().search(reading.masked, 0, clause.start) is not None


_SUPPOSED = late(
    r"\b(?:if(?!\s+(?:we|you|i)\s+(?:look|go|take)\b)|from\s+where|suppose|supposing|imagine|assume|assuming|picture)\b"
)


def _piecewise(reading: Reading) -> Span | None:
    """An account wanted of one piece after the other: ``What happened in July, ward by ward?``, but of nothing pictured."""
    for found in _PIECE_BY_PIECE().finditer(reading.masked):
        if found[1] == found[2] and not _PICTURED().search(reading.masked, 0, found.start()):
            return Span(found.start(1), found.end(2))
    return None


_PICTURED = late(r"\b(?:picture|imagine|suppose|dream|wish|as\s+you\s+(?:see|hear|feel|read)|if\s+at\s+all)\b")
_PIECE_BY_PIECE = late(
    r",\s+(?!(?:side|step|little|bit|day|face|word)\b)(\w+)\s+by\s+(\w+)\b\s*(?:[?.]|\Z|,\s+(?:for|on|about|from|since|over|against)\b)"
)

_LOOKS = (
    r"\bhow(?:'s| do| does| is| are) (?!you\b|we\b|(?:that|this|the|your) (?:decision|choice|bet|guess|call|reasoning|assumption|promise)\b)[^?]{2,50} look(?:ing)?(?= (?:today|now|right now|this (?:week|month|morning|quarter)|going into"
    r"|for (?:mon|tues|wednes|thurs|fri)day|compared)| ?\?| in the\b)|\bwhat do(?:es)? [^?]{2,60} look like (?:today|this (?:week|month"
    r"|morning)|now|right now|at the moment|so far)\b(?! (?:for|to) (?:someone|somebody|an?|the (?:people|ones|person))\b)"
)
"""How a thing looks by now, which is in the figures unless it is seen with somebody's eyes."""
_LOOKING = cache(partial(pattern, _LOOKS))
_LOOKED_FROM = late(
    r"(?:\A|[.!?:]\s+)(?:(?:suppose|imagine)\b[^?]{2,120}"
    r"|(?:(?:seen|viewed|judged)\s+)?(?:from|through|to)\s+(?![^?.!,]{0,60}\b(?:logs?|figures?|numbers?|data|reports?|(?:dash)?board|tracker|counts?|sheets?|charts?|lists?)\b)[^?.!]{2,80},\s*)\Z"
)
"""``From the porters' seat, how does the goal look?``; but ``from the porters' log`` the figures are read out."""


def _looking(reading: Reading) -> Span | None:
    """How a thing looks by now, but not to those from whose place the question looks at it, or in what is only supposed."""
    found = _LOOKING().search(reading.masked)
    if found is None or _LOOKED_FROM().search(reading.masked, 0, found.start()):
        return None
    return Span(found.start(), found.end())


_rule = partial(Rule, label=Label.STATUS, severity=Severity.REJECT)

RULES = (
    _rule(
        code="STA501",
        name="generic-progress",
        message="It asks how things are going, which the figures already say.",
        why="The first ten minutes become a report, and the last ten are missing.",
        source=_ICF,
        scope=Scope.WHOLE,
        matcher=_looking,
        signs=(_LOOKS,),
        cues=(
            "going",
            "progress",
            "coming along",
            "coming on",
            "looking",
            "doing",
            "tracking",
            "along",
            "stand",
            "get on",
            "getting on",
            "shaping up",
            "where are",
            "far",
            "compared",
            "against",
            "versus",
            "vs",
            "relative",
            "where",
            "got to",
            "gone",
            " go",
            " look",
            "stage",
            "happen",
            "become of",
            "advanced",
            "come on",
            "moved",
            "got on",
            "gotten on",
            "how are things",
            "whereabouts",
            "in what ",
            "what state",
            "what shape",
            "what condition",
            "compare",
            "how do things",
            "how do they",
            "how do matters",
        ),
        patterns=(
            # how it goes, and how it went
            (
                r"(?<!you\s)(?<!view\sof\s)(?<!hide\sabout\s)\bhow(?! (?:do|would|could|can|might) (?:you|we|they|people|anyone|newcomers) (?:let|tell|decide|know|find|notice|learn|help|see to)\b| are (?:people|those)\b(?! really\b|(?: [\w'-]+){1,6} (?:this|these|so) \w+ ?\?))(?:'s|'re| is| are| was| were|s)? [^?]{0,50}?\b(?:going|progressing|progressed|coming "
                r"(?:along|on|together)|tracking|shaping up|getting on|doing)(?:\s*(?:so far|now|today|this \w+"
                r"|lately|right now|at the moment|overall|on [^?]{1,40}|with [^?]{1,40}|for [^?]{1,30}|since "
                r"[^?]{1,40}))?\s*(?:[?.]|\Z)"
            ),
            r"\bhow(?:'s|s| is| are) [^?]{1,40} looking(?:\s*(?:so far|now|today|this \w+))?\s*(?:[?.]|\Z)",
            (
                r"\bhow (?:have|has) [^?]{1,40}\b(?:been going|gone|progressed|been|come along)(?:\s*(?:so far"
                r"|lately|since [^?]{1,30}|this \w+|with [^?]{1,30}))?\s*(?:[?.]|\Z)"
            ),
            r"\bhow (?:has|have|is|are) [^?]{2,60} (?:moving along|coming along|coming on|getting on|shaping up|progressing)\b",
            r"\bhow did (?:it|things|(?:the|your|our) (?:[\w'-]+ ){1,4}?)(?: |(?<=\s))go\b(?! (?:about|from|on to|for you|down|together|unnoticed|with)\b)",
            # how far it has come
            r"\b(?:what|how much|which) (?:\w+ )?progress(?:, if any,)? (?:have|has|did|do|is|are|was|can|would) ",
            r"\bwhat(?:'s| is) (?:the|your) (?:[\w']+ ){0,3}progress (?:on|with)\b",
            r"\bhow far along\b",
            r"\bhow far (?:have|has|did) (?:you|we|the team|\w+) (?:come|got|gotten|get|progressed)",
            r"\b(?:about|on|share) (?:the|your|any) progress\b",
            r"\b(?:what|which) stage (?:has|have|is|are|did)\b",
            # where it stands
            (
                rf"\bwhere (?:do|does|did|are) (?:things|we|you|it|that|the team|everything) (?:all )?(?:stand(?! on (?:the (?:question|idea|matter)|whether)\b| in (?:the|that|this) {_QUARREL}| (?:taller|firm|strong|close|apart)\w*\b)"
                r"|at\b|with|on)"
            ),
            rf"(?<!from\s)(?<!find\sout\s)\bwhere (?!you\b|we\b|do you each\b)(?:\w+ ){{1,3}}stands?\b(?! (?:(?:\w+er|firm|strong|close|apart)\b|in (?:that|this|the) {_QUARREL}))(?! (?:in the (?:order|list|ranking)|among|beside|next to|in what|on (?:that|the (?:question|idea|matter)|whether))\b)",
            r"\bwhere(?:'s|'re| is| are) [^?]{1,40} up to\b",
            r"\bhow (?:do|did) (?:things|matters) stand\b|\bhow are (?:things|matters) with\b|\bhow stands\b",
            r"\b(?:where(?:'s|s| has| have|'ve| is)?|it's) (?!(?:(?:has|have) )?(?:your|the) (?:thoughts?|thinking|minds?|ideas?|curiosity)\b)[^?]{2,60} got to\b(?! do\b| be\b| know\b)",
            (
                r"\b(?:how|where) do(?:es)? (?!you\b|we\b|it\b|[^?]{3,60}\bwhere )[^?]{3,70} stand(?: today| now| this \w+| "
                r"compared[^?]{0,40}| in relation to[^?]{0,40})? ?\?"
            ),
            (
                r"\bhow (?:do|does|did|is|are) (?!you\b|we\b)[^?]{2,60} (?:look(?:ing)?|stand(?:ing)?)\b[^?]{0,50} against (?:the|its"
                r"|your|our|their|plan|budget|target|forecast|last)\b"
                r"|\bwhere (?:(?:do|does) (?!you\b|we\b)[^?]{2,60} (?:stand|sit) |(?:is|are) (?:the|your|our) (?:[\w-]+ ){1,4})against "
                r"(?:the|its|your|our|their|plan)\b"
            ),
            (
                r"\bhow (?:do|does|did) (?!you\b|we\b)[^?]{2,70} compare (?:with|to|against) (?:the |this |last |your |our |its )?(?:\w+(?:'s)? )?(?:plan|target|forecast|budget|week|month|quarter|year|last|goal|baseline)\b"
                r"|\bhow(?:'s|'re| has| have| did| do| does| is| are) (?!you\b|we\b)[^?]{2,60} (?:go|gone|going|track(?:ed|ing)?|perform(?:ed|ing)?|run|running|far(?:ed|ing)) (?:against|versus|vs) (?:the|its|your|our|their|what)\b"
                r"|\bhow (?:is|are|'s|'re) [^?]{2,60} getting (?:along|on) with (?:its|their|the|your) [^?]{0,30}(?:goals?|work|plan|list|objectives?|targets?|tasks?|key results?)\b"
            ),
            # in what state it is
            (
                r"\bin what (?:state|shape|condition) (?:is|are) (?!(?:you|we|they|people|everyone)\b)|\bhow do (?:things|matters|they) (?:lie|run)\b"
                r"|\bwhat (?:state|shape|condition) (?:is|are) (?!(?:you|we|they|people|everyone)\b)[^?]{2,40} in(?: ?\?| ?\Z| now\b| by\b| today\b)"
            ),
            # what happens, and what has become of it
            r"\bwhat(?:'s| has|, if anything, has) been (?:going on|happening)\b(?! that\b)",
            (
                r"(?<!learn\s)(?<!\bof\s)(?<!know\sabout\s)\bwhat(?:'s|s| is| has|'s been| has been)? (?:been )?happen(?:ing|ed)(?:, if anything,)? (?:on|with|at"
                r"|in) (?:the|your|our|each|all)\b(?! (?:thinking|minds?|view)\b)(?![^?]{0,50}\b(?:that|when|if(?! any)|from where|as you saw)\b)"
            ),
        ),
        rejects=(
            "How are your OKRs going?",
            "What progress have you made since our last session?",
            "How do you feel it's going?",
            "What would you like to share about your progress?",
            "Where do we stand with activation?",
            "How does the May backlog look in the paint shop?",
            "What stage has the second hall reached?",
            "What is happening at the north depot?",
            "How does the ward rota look against the plan?",
            "Where is the south hall against its May target?",
            "How do things stand with the second oven?",
            "What has been going on at the second gate?",
            "What is the crew's progress on the pier?",
            "How did the spring stocktake go?",
            "How does the new crust compare with last week's target?",
            "How is the second hall tracking against what we promised?",
            "In what state is the rota for the spring fair?",
        ),
        accepts=(
            "What does onboarding mean to you today?",
            "What followed from the weekly call you set up?",
            "How does activation look from where Support sits?",
            "What would progress look like to a new user?",
            "How has your view of the lease developed since May?",
            "Where did the talk with the tenants lead you?",
            "Where do you stand on the question of the second oven, and why?",
            "How does the figure sit with you?",
            "Where does the late ferry stand in what you want for the island?",
            "Where has the idea taken you?",
            "How does the backlog look to someone who waits?",
            "What happened at the depot that stays with you?",
            "How do you look at the objective against the winter you had?",
            "Where does the rota rub against the goal of calm mornings?",
            "What has become of the hope you had for the orchard?",
            "How did the porters go about naming the goal?",
            "The depot dropped the goal in May. How does that choice look today?",
            "Where does this goal stand among the things that you care about?",
            "Where do you stand on the question of a second gate?",
            "How did the month go for you as people?",
            "Where do you stand in the debate about the ferry?",
            "Where have your thoughts got to?",
            "How did the news of the levy go down with the porters?",
            "How do you decide together what to stop doing for the sake of calm nights?",
            "What has been going on that might explain the calm?",
            "What does rest look like today for someone on the late round?",
            "What happened in the hall, from where you stood?",
            "In what state are people when they come off the late round?",
            "How does the year compare with the one you hoped for?",
            "From the porters' seat, how does the calm-nights goal look?",
            "Seen from the ferry, how does the new season look?",
            "To a visitor, how does the goal look?",
            "Imagine the hall had filled in May. How does the plan look now?",
            "Which part of what happened at the gate was yours to shape, and why that one?",
            "What do those promises look like now to the people who made them?",
            "The last bus was cut in June. How are people on nights doing with that?",
            "How would people know they were getting on if nobody kept score?",
            "What has happened in your thinking about the lease?",
            "Where has your thinking got to?",
        ),
    ),
    _rule(
        code="STA502",
        name="number-recital",
        message="It asks for a figure that can be looked up.",
        why="Reading numbers aloud makes nobody think.",
        source=_ICF,
        patterns=(
            (
                r"\bwhat(?:'s|s| is| are| was| were) (?:the|your|our|its|this (?:week|month)'s) (?:most "
                r")?(?:current|latest|actual|present|recent|new) (?:\w+ )?(?:value|figures?|numbers?|levels?"
                r"|percentage|scores?|data|results?|metrics?|status|state|rate|count)"
            ),
            (
                r"\bwhat(?:'s|s|'re| is| are| was| were) (?!(?:the|your|our) (?:(?:meaning|sense|worth|purpose|role|story|point|use|place|part) (?:of|in|behind)|right|wrong|best|proper)\b)(?:the|your|our|(?:this|last|the) [\w']+) (?:(?!stake\b|(?:in|behind|on|about|from|for)\s)[\w-]+ ){0,3}?(?:numbers?|figures?|stats"
                r"|statistics|percentage|value|metrics|totals?|tally|count|baseline|turnover|headcount|results)"
                r"(?= ?(?:\?|\Z|for|by|in|this|last|so far|today|now|at|as of|since|per)\b| ?\?| ?\Z)"
            ),
            (
                r"\bwhat(?:'s| is| was) (?:the (?:figure|number|rate|score) ?(?:\?|\Z)|(?:it|that|this|the (?:figure|number|rate|score)) (?:now|today|yesterday"
                r"|right now|at the moment|again|(?:last|this|the previous) (?:day|week|month|quarter|year|time|season|cycle|sprint)) ?(?:\?|\Z))"
            ),
            r"\bwhat (?:(?:number|figure|percentage|score) (?:is|are|do|did|have|has|would(?! (?:surprise|make|tell|worry|please|convince|fit|suit|deserve|do justice)\b))|value (?:is|are|did|have|has))\b",
            (
                r"\bwhat(?:'s| is| was) (?!the (?:right|wrong|best|proper)\b)(?:(?:the|our|your|its) (?:[\w-]+ ){0,4}?)?(?:uptime|availability|coverage|occupancy|attendance"
                r"|throughput|rate|yield|percentile|average|median|total|volume|balance|tally|count|ratio|size)"
                r"(?= (?:of|for|in|this|last|as|now|today|after|per|at|right|so)\b| ?\?| ?\Z)"
            ),
            r"\b(?:as of|(?<!signed\s)(?<!sign\s)(?<!live\s)(?<!face\s)(?<!own\s)up to) (?:today|tonight|now|this (?:morning|week))\b|\bwhere are (?:they|you|we) now\b|\bwhat are the (?:latest|current)\b",
            (
                r"\bwhat (?:do|does|did) (?!it\b|this\b|that\b|all\b|you\b|we\b)[^?]{3,60} (?<!within\s)(?<!of\s)(?:come to|reach|amount to)"
                r"(?= (?:since|once|by|last|so far|after|per|over)\b| ?\?)"
            ),
            (
                r"\bhow (?:were|are) (?:the|your|this|last) [^?]{0,30}(?:volumes?|numbers?|figures?|sales|scores?|counts?)(?: ?\?| (?:at|for|this|last|so far|in|on)\b(?! [^?]{2,40} used\b))"
                r"|\bwhat(?:'s| is) the (?:split|breakdown) (?:between|of|by)\b"
                r"|\bwhat (?:have|has) (?:the|your|our) (?:[\w-]+ ){0,3}?(?:numbers?|figures?|rates?|scores?|counts?|totals?) been\b"
                r"|\bwhat(?:'s| is) (?:it|that) up to\b"
            ),
            (
                r"\bwhat (?:did (?:the|your|each|every|week) [^?]{2,40} (?:bring in|add to(?! what\b)|produce|yield)\b|(?:do|does|did|would) [^?]{2,60}"
                r" (?:add up to|stand at|come to (?:per|in))\b)"
            ),
        ),
        rejects=(
            "What is the current value of trial activation?",
            "What are the latest numbers?",
            "What percentage have you reached?",
            "What are this week's occupancy figures by floor?",
            "Occupancy is at 80%. What was it last month?",
            "What was the no-show rate for the second shift?",
            "What is the queue at the gate as of today?",
            "What did the spring fair bring in?",
            "What was the bed-turnover figure in June?",
            "What did the ticket sales come to once the fair closed?",
        ),
        accepts=(
            "What does 18% tell you about trial activation?",
            "What do the latest numbers leave out?",
            "What value does activation have for new users?",
            "What are the figures not telling you?",
            "What might our occupancy figures hide?",
            "What is the average not telling you?",
            "What did the spring fair bring home to you?",
            "What value do you see in the goal you wrote?",
            "What does it come to, when you leave the words aside?",
            "What would have to be true for 30% to come within reach?",
            "What's the tenant's stake in this figure?",
            "What is the story behind the number?",
            "What's the meaning of the number for a tenant?",
            "What number would surprise you, and why?",
            "What is the right thing to count?",
            "What's the right size for a goal like this?",
            "What are your thoughts on those figures?",
            "What number would fit the word “calm”, and why?",
            "What are your hopes for the count in May?",
            "How do you want to treat the promises you signed up to this morning?",
            "What did the visitors' letters add to what the count had told you?",
        ),
    ),
    _rule(
        code="STA503",
        name="task-list",
        message="It asks for a list of work done or to do.",
        why="A list of tasks says what was busy, not what it changed.",
        source=_ICF,
        unless=_supposed,
        patterns=(
            # what somebody has done: a verb of finishing alone, any other with a stretch of time
            (
                rf"\b(?:what|which)(?: [^?,]{{1,50}}?)?(?:'s|'ve| did| have| has| had| do| does| will) {_PEOPLE} "
                rf"(?:all |already |actually |so far )?(?:been )?(?:{_DO}|{_DONE}|accomplish(?:ed)?|achieved?|work(?:ed|ing)? on"
                rf"|releas(?:ed|ing)|launching){_AND_MORE}"
            ),
            (
                rf"\bwhat (?:did|have|has|'ve) {_TEAM} (?:do|done|been doing|been up to|get up to)\b(?! before\b(?! (?:the|this|our|today))| when\b| (?:there |here |then )?"
                rf"(?:differently|to (?:make|bring)|that))"
            ),
            (
                r"\b(?:what|which [^?,]{1,30}?)(?:, if anything,)? did [^?,]{2,50}? (?:ship|finish|complete|deliver|launch|release|produce|repair|cover"
                rf"|close|report|send|bring in|accomplish|achieve|process|publish|install|visit)\b(?! (?:in|of|on) [^?]{{2,40}} (?:reveal|show|tell|teach|change|mean|bring|say)\b)[^?]{{0,60}}\b{_LATELY}"
            ),
            r"\bwhat(?:, if anything,)? did [^?,]{2,50}? (?:get done|get finished|get through|put out|put through)\b",
            (
                rf"\b{_WHAT_HAVE}(?:shipped|finished|completed"
                r"|delivered|launched|released"
                r"|produced|repaired|covered|closed|reported|brought in|accomplished|achieved|processed|published|installed|visited|received|checked"
                rf"|moved)\b[^?]{{0,60}}\b{_LATELY}"
            ),
            (
                rf"\bwhat(?:, if anything,)?(?:'ve| have| has| did) (?:you|we|they|{_THE}) (?:[^?,]{{2,40}}? )?(?<!to\s)(?:do(?! with\b)|done|closed?|tick(?:ed)? off"
                rf"|gotten done|turn(?:ed)? out|tried|placed?|sort(?:ed)?|clear(?:ed)?|sold|put in order)\b(?! to\b)[^?]{{0,60}}\b{_LATELY}"
            ),
            (
                rf"\b{_WHAT_HAVE}(?:crossed off|undertaken|got through"
                r"|gone through|put through|sent round|ticked off)\b"
            ),
            (
                r"\b(?:what|which)(?: [^?,]{1,40})?, if any(?:thing)?, (?:has|have|did|'ve) [^?,]{2,40} "
                rf"(?:got done|completed?|finish(?:ed)?|{_DONE}|done(?! (?:to|for|with)\b)|taken|received|run|working on)\b"
            ),
            (
                r"\bwhat (?:have|has|did) (?:you|they|the [\w ]{2,30}) (?:put (?:into|on|out|in place|round)|sent?|send|ordered?|publish|fix|collected"
                r"|prepared|moved|come up with|got done|get out of the door)\b"
            ),
            (
                r"\bwhat(?:, if anything,)?(?: has| have|'ve) [^?,]{2,60} been doing\b(?! (?:differently|that|to|for you)\b)"
                r"|\b(?:ticked|checked|crossed) off\b"
            ),
            # what one of many has done, or all of them this week
            (
                r"\bwhat has each of (?:the|your|our)(?: \w+){1,3} (?!learn|notic|discover|found|chang|taught|want|hop|fear|miss|gain|decid|realis|realiz)(?:\w+ed|brought|done|run|sent|put)\b"
                r"|\bwhat (?:(?:have|has) (?:you|they|people|everyone|the (?:(?!who\b|that\b)[\w-]+ ){1,4}?)|did [^?,]{2,40} get)(?: |(?<=\s))(?:booked|sown|handed over|turned in|ordered|fitted|banked|drafted|printed|painted|planted|signed off|migrated|trained|recruited|hired)\b(?! (?:that|which|differently)\b)"
                r"|\bwhat(?:'s|'re| is| are) (?!it\b|that\b)[^?,]{2,50} doing\b[^?]{0,60}\b(?:this (?:\w+ )?(?:week|month|sprint|quarter|cycle)|at the moment|right now)\b(?! (?:that|which|differently)\b)"
            ),
            # what there is to tell: news, reports, something for the check-in
            (
                r"\bwhat(?:'s| is) the (?:news|position|word) (?:about|on|with|from)\b|\b(?:which|what) (?:updates?|news)(?:, if any,)? (?:is|are|(?:(?:from|on) [^?,]{2,30} )?(?:do|does) [^?]{2,20} have)\b"
                r"|\bwhat(?:'s| is| has) (?:come|coming) (?:through|in|back) from\b"
                r"|\bwhat(?:, if anything,)? (?:are|is) (?:the|your|our|they|each) [^?,]{0,40}(?<!by\s)reporting\b(?! to\b)|\bwhat(?:, if anything,)? did (?:they|(?:the|your|our) [^?,]{2,30}?) report(?! cards?\b)\b"
                r"|\bwhat(?:'s| do| did| have|'ve| is| are| will)? [^?]{0,40}(?:have|got|going|hand over)(?: [^?]{2,20})? (?:for|into|at) (?:this|the|today's|\w+day's|tomorrow's|next|this week's) (?:\w+ )?check-in\b"
                r"|\bto show (?:for it|(?:her|him|them|us|me) of)\b"
            ),
            # how somebody's hours were used
            (
                r"\bhow (?:did|have|has|is|are) [^?]{2,30} (?:spend|spent|spending) (?:your|its|their|the) (?:\w+ ){0,2}(?:days?|weeks?|fortnight|months?|hours)\b"
                r"|\bhow (?:has|have|did) (?:the|your|our) [^?]{2,40} (?:spent|spend) (?:its|their|the)\b"
                r"|\bwhere did (?:the|your|our) [^?]{2,40} put (?:its|their) (?:days|hours|weeks|time)\b"
                r"|\bwhat did (?!you\b|we\b|(?!each\b)\w+ do\b)[^?]{2,40} do with (?:its|their|the|it's) (?:\w+ ){0,3}(?:hours?|days?|weeks?|months?|time|afternoons?)\b(?! that\b)"
            ),
            # what has been done, whoever did it
            (
                rf"(?<!in\s)(?<!with\s)\b(?:what|which [^?,]{{1,30}}?)(?:'s| is| has|(?<!would) have| was| were| are| got) (?:already "
                rf"|still |now |since )?(?:been )?"
                rf"(?:done(?! (?:its|(?:the )?(?:most|more|least))\b)|{_DONE}){_AND_MORE}"
            ),
            r"\bwhat (?:has been|have been|was|were|'s been) (?:prepared|fixed|achieved|done|printed|sent|delivered|dealt with)\b",
            (
                r"\bwhat(?:, if anything,)?(?:'s| has|'ve| have) (?:landed|come in|moved across|gone live|moved (?:from|since|into|on the))\b"
                r"|\bwhat went (?:out|live) (?:to|in|on|last|this)\b"
            ),
            r"\bwhat (?:came|did|do|has|have|is) [^?]{2,70} by way of (?!comparison|example|contrast|an? answer|thanks|feedback|advice|praise)\w",
            # what is in hand
            rf"\bwhat(?:'re| are| is| were| was) {_PEOPLE} (?:currently |now )?(?:working on|up to|busy with)",
            (
                rf"\bwhat(?:'s|'re| is| are| have| has|'ve| were)(?: been)? {_THE} [^?,]{{2,70}}? (?:been )?(?:working (?:on|at)|(?<!giving\s)up "
                rf"to(?! (?:then|them|it|us|you|your|our|their|the|an?|that|each|one)\b)|busy (?:with|on)"
                r"|spending (?:\w+ ){1,3}on)\b"
            ),
            (
                r"\b(?:over the line|(?:what|which)[^?]{1,60} busy (?:with|on)|been up to|everyone's (?:up to|doing)|keeping [^?]{2,20} busy)\b(?=[^?]{0,80}\?)"
            ),
            (
                r"\bwhat do you have (?:running|back from|ready|in hand|out|planned|lined up|on the go|under way)\b|\bwhats?(?:'s| is)? in hand\b"
                r"|\bwhat(?:'s| is) in this (?:sprint|release|cycle)\b|\bwhat is there to show for\b"
            ),
            (
                r"(?<!too\smuch\s)\bon (?:the|your|its|their|there|[\w']+) (?:[\w']+ ){0,2}plate\b(?! (?:serves?|matters?|helps?|counts?|depends?|would|could|might)\b)|\b(?:lined up|scheduled) for\b|\bdealt with (?:this|at|in)\b(?! all\b)"
                r"|\b(?<!you\s)(?<!we\s)(?<!they\s)finished (?:this|under)\b"
            ),
            # what is left
            (
                r"(?<!with\s)\bwhat(?:'s|s| is| are|, if anything, is)? (?:still |else is |else )?(?:outstanding|overdue|pending|unfinished|to be done"
                rf"|needs? to be done|remain(?:s|ing)? to be (?!{_UNSAID})\w+|(?:remains|left) (?:to (?!learn|say|try|test|chance|luck|ask|find|guess|believe|doubt|talk|discover|understand|explore|decide"
                rf"|lose|gain|hope|wish|be {_UNSAID})\w+|on (?:the|your)|before|undone)"
                r"|(?:left|remaining|completed|still open) ?(?:\?|\Z|in(?! (?:it|them)\b)|now|this|today))"
            ),
            (
                r"\bwhat(?:'s| is)(?: still)? (?:open (?:on|from)|outstanding|left (?:for\b(?! [^?]{2,40}\bto (?:have|be|say|lose|gain|learn|want|hope)\b)"
                r"|on (?:that|this|it)\b))"
            ),
            (
                r"\b(?:what|which) [^?,]{2,60} still (?:have|has|need|needs) to (?:go out|hand|deliver|enter|finish|complete|write|send|close|fix|file"
                r"|submit|train|install)\b"
            ),
            # which of the tasks, and how far each
            (
                r"\b(?:what|which) (?:tasks|activities|initiatives|to-?dos|items|work items|deliverables"
                r"|milestones|features)\b (?:\w+ )?(?:did|have|has|are|were|is|remain|will|do)\b"
            ),
            (
                r"(?<!by\s)(?<!in\s)\b(?:what|which(?= \w+, if)) (?:milestones?|steps?|achievements?|talks|trainings?|actions?"
                r"|tests?)(?:, if any,)? (?:have|has|did|are)\b"
            ),
            (
                r"\bwhich (?:[^?,]{1,30} )?(?:deliverables|milestones|items|steps|visits|actions|measures|tasks|tickets|repairs|jobs)\b[^?]{0,60}"
                r"\b(?:reached|took place|lie behind|awaiting|are done|are left|remain|already)\b"
            ),
            (
                r"(?<!in\s)(?<!on\s)\bwhich (?!(?:beliefs?|ideas?|hopes?|doubts?|habits?|assumptions?|convictions?|lights?|guess(?:es)?)\b)[^?,]{1,40}(?:, if any,)? (?:went (?:out|live)|were announced|have (?:signed|handed in)|are (?:still )?waiting"
                r"|are you (?:through|done) with)\b"
            ),
            (
                r"\bwhich (?!(?:of (?:the|your|our) )?(?:\w+ )?(?:doors?|options?|choices?|questions?|doubts?|matters?|disagreements?|points?|possibilit(?:y|ies)|paths?|ways?)\b)[^?,]{1,60} (?:is"
                r"|are) (?:still |already |now |currently )?"
                r"(?:running|open|live|under way|in hand|in place|up and running|overdue|through)\b"
            ),
            r"\bwhich [^?]{2,60} (?:took place|went ahead|(?:has|have) (?:already |now )?gone (?:out|live))\b",
            # what a list, a board or an hour holds
            r"\bwhat (?:did|does|will) (?:the|your|this|that) (?!(?:word|phrase|term|name|title|wording|label|expression|goal|objective|target|promise)\b)[^?]{2,40} cover\b(?! up\b)",
            r"\bwhat (?:would|will|could) [^?]{1,40} (?:find|read) (?:in|on|under|about)\b[^?]{2,60}(?:log|tracker|dashboard|board|sheet|list|wall)\b",
            r"(?<!ever\s)(?<!not\s)(?<!n't\s)\b(?:on|is|what's) (?:the|your|today's) agenda\b",
            (
                r"\bwhat(?: else)?(?:'s|s| is| are)?(?:, if anything,)? (?:is )?(?:on|in) (?:the|your|this|next|today's|\w+'s) (?:[\w']+ ){0,3}?"
                r"(?:list|calendar|schedule|timetable|programme|diary|docket|roadmap|backlog|slides?|deck)\b(?! (?:would|could|might|do"
                r"|does|did|makes|surpris\w+|depends?|rests?|serves?|hangs?|matters?|troubles?|worr(?:y|ies))\b)"
                r"|\bwhat [^?]{0,30}(?:is|are|'s) (?:down |put )?(?:in|on) (?:the|your) (?:diary|calendar|bench|books|pipeline|works)\b"
            ),
            (
                rf"\bwhat(?:'s|'re| is| are| will) (?:you|we|they|{_THE} [^?,]{{2,40}}?)(?<!\snot) (?:be )?(?:cover(?:ing)?|presenting|showing us"
                rf"|go(?:ing)? (?:over|through))\b"
                r"|\bwhat(?:'s| is) next (?:on|in) (?:the|your|our)\b|\b(?:on|down) (?:your|the|their) (?:to-?do|task) list\b"
            ),
            (
                r"(?<!act\son\s)\bwhat (?:came|has come|'s come) (?:out of|up in|up at) (?:the|that|\w+'s) [^?]{0,30}(?:meetings?|call|board|visits?|session|review)\b"
                r"|\b(?:tell|told|report|show|hear)\b[^?]{0,40} the state of\b|\bhave to report\b|\bwould you report\b"
            ),
            (
                r"\bwhat (?:does|do) (?:the|your) (?:[\w-]+ ){0,4}(?:chart|board|report|tracker|burn-?down|calendar|schedule|timetable"
                r"|list|picture|plan|dashboard"
                r"|scoreboard|spreadsheet) (?:now )?(?:say(?! to)|look like(?! to)|show(?! you\b)|hold)\b"
            ),
        ),
        rejects=(
            "What did you ship for onboarding this sprint?",
            "What are you working on?",
            "Which tasks are done?",
            "What did we accomplish?",
            "What has the night shift completed since Monday?",
            "What's been installed so far?",
            "What remains to be painted in the hall?",
            "Which audits were carried out in March?",
            "What've you been working on?",
            "What is on the calendar for the north ward?",
            "What did the second crew repair in May?",
            "What did the tidy-up hour get done in the north hall?",
            "What has the trial of the second oven produced since March?",
            "What have you crossed off the spring list?",
            "Which of the steps agreed in March lie behind you?",
            "What steps has the ward taken?",
            "Which forms, if any, has the desk handed in?",
            "What have you collected for the fair?",
            "What was fixed in the north hall?",
            "What do the porters have on their plate?",
            "Which of the two ferries are running?",
            "What came out of Monday's meeting?",
            "What does the wall chart say?",
            "What have the joiners been working on since Easter?",
            "What has the pharmacy sorted so far this month?",
            "What are we covering at the spring review?",
            "Which repairs are still under way in the yard?",
            "Which of the visits went ahead?",
            "What do you have running at the north gate?",
            "What went out to the tenants last week?",
            "What do you have by way of sign-ups from the open day?",
            "What has the harbour crew been doing since Easter?",
            "Which of the May repairs are ticked off?",
            "How has the night shift spent its hours?",
            "What do the joiners still have to hand in for the hall?",
            "What did the morning round cover?",
            "What would I find in the ward log if I opened it now?",
            "What has each of the kitchens logged?",
            "What is the night crew doing on the lift this week?",
            "What is the news from the second hall?",
            "What do you have for this week's check-in?",
            "How did you spend the weeks at the new gate?",
            "What repairs are down in the diary?",
        ),
        accepts=(
            "What did the new checklist change for people in trial?",
            "What has working on activation taught you?",
            "What did the team do there that could carry OKRs?",
            "Of the effort that went into onboarding, what was worth the most?",
            "What did you do differently in May that you would want to keep?",
            "What is left unsaid about the lease?",
            "What remains to be learned about the new hall?",
            "If the hall fills and nobody returns, what have we achieved?",
            "What did you finish that you are still proud of?",
            "What has the new rota delivered for the porters' families?",
            "What is left of the case for the orchard once the levy is gone?",
            "What has come of the talk with the tenants?",
            "What kept you awake about the hall?",
            "What did the trial of the second oven teach you in May?",
            "Which of the steps agreed in March would you take again, and why?",
            "What is on your mind about the rota?",
            "What steps would you take again, and why?",
            "Which forms, if any, has the desk come to like?",
            "What did the visit bring up for you?",
            "What does the list look like to somebody who is on it?",
            "What could you do this week that nobody has to approve?",
            "What is the word “quiet” doing in your objective?",
            "Which options are still open to you in the yard?",
            "What did the fair do to the people who ran it, so far as you can tell?",
            "What in the plan would you stake the goal on, and why?",
            "By what steps did that doubt come about?",
            "What remains to be won from where you stand?",
            "What is left for the orchard to have meant?",
            "What has moved you about the visits?",
            "What have you done before, in any team, when two goals pulled apart?",
            "What is left in it for you, now that the gate goal is met?",
            "What did you do when the count surprised you?",
            "What has the second oven done to the tone in the kitchen?",
            "How does a bad night get dealt with in all this?",
            "What is the crew giving up to keep the late ferry?",
            "What have you been doing that you would miss?",
            "What would the porters do with a free hour?",
            "What does the plan still have to prove to you?",
            "What do the pupils get from the juniors by way of feedback?",
            "Which doubts about the second oven are still open, and why those?",
            "What has each of the wards learned from the other?",
            "What news from the gate would make you think again?",
            "How would you like to spend your weeks once the hall is open?",
            "What remains to be found out before you would put your name to the goal?",
            "What's left to chance before the gates open, as far as you can tell?",
            "From where the porters stand, what does the spring plan look like?",
            "What have the first two drills taught the crew about who shows up to them?",
            "What does a guest get out of the hall you finished this spring?",
            "What does the word “calm” cover, in practice?",
            "What did the tenants do with the yard once the rule fell in May?",
            "What is the spring plan not covering, as you see it?",
            "Which habits went out when the rota changed, and why those?",
            "With the gate open an hour longer, what did visitors do with the time?",
            "Which signs have done most for newcomers, and why?",
            "Where would you see first that a ward had too much on its plate?",
            "What on the porters' plate matters least to this goal?",
            "What on the roadmap rests on a guess?",
            "What did the inspector's visit in May reveal about the goal?",
        ),
    ),
    _rule(
        code="STA504",
        name="colour",
        message="It asks for a colour or a verdict on the pace.",
        why="The branch that the answer would take can be worked out beforehand.",
        source=_ICF,
        scope=Scope.OPENING,
        patterns=(
            (
                r"(?:is|are|was|were|do|does|will|am|can)n?'? ?[^?]{1,50}\b(?:on track|off track|at risk|on "
                r"schedule|on target|on pace|(?:red|green|amber|yellow))\b"
            ),
            r"(?:what|which) (?:colou?r|status|rag)\b",
            r"what(?:'s|s| is| are) (?:the|your|its|our) (?:\w+ )?(?:status|colou?r|state of (?!mind|trust|things|affairs))",
            r"how (?:green|red|on track)\b",
        ),
        rejects=(
            "Are we on track?",
            "Is trial activation green or amber?",
            "What is the status of the contract review?",
            "Which colour is activation this week?",
            "What's the state of the fire doors?",
        ),
        accepts=(
            "What gives you confidence that activation is green?",
            "What would you notice first if activation were drifting?",
            "What does amber stand for when you give it to activation?",
        ),
    ),
    _rule(
        code="STA505",
        name="eta",
        message="It asks for a date of delivery.",
        why="A date is an entry on the page; what hangs on it is the talk.",
        source=_ICF,
        patterns=(
            (
                r"\bwhen (?:will|is|are|do|does|can|would|should|could) (?![^?]{1,40}\b(?:call|count|consider|feels?)\b)[^?]{1,60}\b(?:done|ready"
                r"|finish(?:ed)?|complete[d]?|live|shipp?(?:ed)?|deliver(?:ed)?|launch(?:ed)?|available"
                r"|reach\w*|land|hit|due)\b"
            ),
            r"\b(?:by when(?! (?:you|we|they)\b)|by (?:what|which) (?:dates?|days?)\b|what(?:'s| is) the (?:eta|deadline|due date|delivery date))\b",
            r"\bhow (?:long|soon) (?:until|before|till|will it (?:take|be))\b",
        ),
        rejects=(
            "When will the checklist be done?",
            "By when is the review finished?",
            "How long until activation gets to 30%?",
            "In what order will the halls be painted, and by which dates?",
        ),
        accepts=(
            "What hangs on the date of the review?",
            "By June, what do you want to be true between you and Legal?",
            "What would make the remaining time worthwhile for onboarding?",
            "When does a repair feel finished to the tenants, and why then?",
            "When would you call the launch a success?",
        ),
    ),
    _rule(
        code="STA506",
        name="go-through",
        message="It asks the team to go through the page item by item.",
        why="Everything gets the same time, and what matters gets too little.",
        source=_ICF,
        scope=Scope.WHOLE,
        cues=("walk", "talk", "run", "take ", "go through", "go over", "go around", "through", " by "),
        matcher=_piecewise,
        signs=(r"\sby\s",),
        patterns=(
            (
                r"\b(?:walk|talk|run|take|guide|lead|bring) (?:us|me|everyone) (?:through|over) (?:each|all"
                r"|every|your|the|our|this (?:week|month)'s|where|what) ?(?:of )?(?:the |your |these |latest "
                r"|current |main |key ){0,9}(?:key results?|krs?|okrs?|objectives?|numbers?|figures?|metrics|list"
                r"|status|things stand|board|page|updates?|tasks?|progress|results|plan|one|item|x+)\b"
            ),
            r"\b(?:one by one(?! (?:like|as|the way)\b|, (?:which|where|what)\b[^?]{2,60} (?:in your (?:judge?ment|view|eyes)|do you|would you)\b)|item by item|in turn)\b",
        ),
        rejects=(
            "Can you walk us through each key result?",
            "Talk us through where things stand.",
            "Could we go through the list one by one?",
            "What happened on the wards in July, floor by floor?",
        ),
        accepts=(
            "Where on this page does your attention go first?",
            "Walk us through the moment when the numbers turned.",
            "Talk us through how you chose 30%.",
            "How do you build trust with the islanders, step by step?",
            "What have the porters come to trust in, little by little?",
            "Bay by bay, what do the people downstream notice?",
            "How do you picture a good harvest week, hour by hour?",
            "What do you notice, marking guests one by one like you do now?",
            "How is the new lift getting used, as you see it, floor by floor?",
            "Taking the promises one by one, which seem thin to you in your view?",
        ),
    ),
    _rule(
        code="STA508",
        name="report-request",
        message="It asks for an update.",
        why="A status mail would answer it, and better.",
        source=_ICF,
        scope=Scope.WHOLE,
        cues=(
            "update",
            "up to speed",
            "up to date",
            "status",
            "latest",
            "report",
            "what's new",
            "what is new",
            "overview",
            "percent",
            "progress",
            "how much",
            "how many",
            "how complete",
            "recap",
            "summar",
            "what can ",
            "what do i ",
            "what should i ",
            "what goes in",
            "me to tell",
            "fill ",
            "rundown",
            "run-down",
            "state of play",
            "standing",
            "story so far",
            "sum up",
            "show me",
            "show us",
            "what share of",
            "the word?",
            " miss",
        ),
        patterns=(
            r"(?<!in\s)(?<!without\s)\b(?:any|an?|(?<!every\sone\sof\s)(?<!each\sof\s)(?<!all\sof\s)your|quick|brief|latest|status|short) (?:\w+ )?updates?\b(?! (?:to|in) the| (?:every|each)\b)|\bthe update\b(?= ?(?:\?|\Z|on\b|from\b))",
            r"\bupdate (?:us|me|everyone|your|the (?:team|group|room))\b",
            r"\bup to speed\b|\b(?:bring|get) (?:us|me|everyone|everybody|the \w+) up to date\b",
            r"\b(?:share|give|tell|hear|have|get) (?:us |me |everyone )?the latest\b(?! \w+ (?:you|that)\b)",
            (
                r"(?<!the\s)\b(?:give|share|provide|send|describe|report|show) (?:us |me |everyone )?(?:a |an |your |the "
                r")?(?:(?!less|more|better|no)\w+ )?(?:status|overview|report|recap|summary|progress)\b"
            ),
            r"\bwhat(?:'s|s| is) (?:the latest(?! (?:\w+ )?(?:you|that|which)\b)|new(?! to\b))\b",
            r"(?<!progress\syou\s)(?<!figures\syou\s)(?<!numbers\syou\s)(?<!results\syou\s)\breport (?:on|back)\b",
            r"\b(?:what|how many) per ?cent(?:age)? (?:of|is|complete|done|have)\b",
            (
                r"\bhow (?:much of|complete|many of)\b [^?]{0,50}\b(?:done|complete[d]?|finished|left|remains?"
                r"|delivered|closed)\b"
            ),
            (
                r"\bwhat (?:can|could|do|should|would) (?:i|you like me to) (?:tell|put|report|know)\b(?! that\b)|\bwhat can you (?:tell|show) "
                r"(?:me|us) (?:about|on)\b|\bwhat goes in (?:it\b|under|the)"
            ),
            r"\bsum up (?:the [^?]{2,40} for (?:her|him|them|me|us|the|those)|what [^?]{2,40} (?:did|shipped|finished|delivered|achieved|completed))\b",
            r"\b(?:how (?:much|many)|what share) of [^?]{2,50} (?:is|are|lies?) behind (?:you|us|them)\b",
            r"\brun-?down of\b|\bstate of play\b|\bcurrent standing of\b|\bwhat can you report\b",
            r"\bfill (?:me|us) in\b|\bwhat's the word ?\?|\bthe story so far\b|\bwhat(?:'d| did) (?:we|i) miss\b",
        ),
        rejects=(
            "Any updates on the contract?",
            "Can you bring us up to speed on onboarding?",
            "What's the latest on activation?",
            "How much of the checklist is done?",
            "Can you give us a rundown of the May repairs?",
            "Could you share the latest on the second oven?",
            "Could you bring us up to date on the roof?",
            "How would you sum up the May repairs for the trustees?",
        ),
        accepts=(
            "What has happened around activation that the page does not show?",
            "What, if anything, is happening around activation that 18% does not show?",
            "How would you sum up in your own words what you take from today?",
            "What could the trustees learn from your week?",
            "What would you like the trustees to understand about the week?",
            "What did we not see in May?",
            "What is the latest thought you would like to have tested?",
            "What do you make of porters who report less progress the more they meet?",
            "How would you sum up what you take from today?",
            "What's new to you in the way the porters tell it?",
            "Guests who get an update every day come back more often. How do you read that?",
            "In a winter without a single update from the harbour, what would you learn?",
            "What should I know that isn't in the log?",
            "All well, it says in each of your updates. How would trouble announce itself?",
        ),
    ),
)
"""The rules of status-seeking."""
