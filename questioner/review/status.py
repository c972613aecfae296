"""Status: the words ask for a report that is on the page already, or belongs there."""

from functools import partial

from questioner.review.reading import Clause, Reading, late
from questioner.review.rules import Rule, Scope
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
    r"(?:so far|to date|by now|since|(?:this|last) (?:\w+ )?(?:weeks?|months?|sprint|quarter|spring|summer|autumn|winter|morning|season|cycle)"
    r"|(?:in|for|during|of) (?:the (?:last|past) |early |late )?(?:(?:\w+ ){0,2}(?:weeks?|months?|quarter|sprint)|january|february|march|april"
    r"|may|june|july|august|september|october|november|december)|today|yesterday)\b"
)
"""A stretch of time that a report may be about."""
_AND_MORE = r"\b(?! (?:that|which|because|so that|differently)\b)"
"""What follows makes it a question about the worth of the work and not about the list."""


def _supposed(reading: Reading, clause: Clause) -> bool:
    """Whether the clause follows a supposition: nothing can be reported of what has not happened."""
    return _SUPPOSED().search(reading.masked, 0, clause.start) is not None


_SUPPOSED = late(
    r"\b(?:if(?!\s+(?:we|you|i)\s+(?:look|go|take)\b)|suppose|supposing|imagine|assume|assuming|picture)\b"
)

_rule = partial(Rule, label=Label.STATUS, severity=Severity.REJECT)

RULES = (
    _rule(
        code="STA501",
        name="generic-progress",
        message="It asks how things are going, which the figures already say.",
        why="The first ten minutes become a report, and the last ten are missing.",
        source=_ICF,
        scope=Scope.WHOLE,
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
        ),
        patterns=(
            (
                r"(?<!you\s)(?<!view\sof\s)\bhow(?:'s|'re| is| are| was| were|s)? [^?]{0,50}?\b(?:going|progressing|progressed|coming "
                r"(?:along|on|together)|tracking|shaping up|getting on|doing)(?:\s*(?:so far|now|today|this \w+"
                r"|lately|right now|at the moment|overall|on [^?]{1,40}|with [^?]{1,40}|for [^?]{1,30}|since "
                r"[^?]{1,40}))?\s*(?:[?.]|\Z)"
            ),
            r"\bhow(?:'s|s| is| are) [^?]{1,40} looking(?:\s*(?:so far|now|today|this \w+))?\s*(?:[?.]|\Z)",
            (
                r"\bhow (?:have|has) [^?]{1,40}\b(?:been going|gone|progressed|been|come along)(?:\s*(?:so far"
                r"|lately|since [^?]{1,30}|this \w+|with [^?]{1,30}))?\s*(?:[?.]|\Z)"
            ),
            r"\b(?:what|how much|which) (?:\w+ )?progress (?:have|has|did|do|is|are|was|can|would) ",
            r"\bhow far along\b",
            r"\bhow far (?:have|has|did) (?:you|we|the team|\w+) (?:come|got|gotten|get|progressed)",
            (
                r"\bwhere (?:do|does|did|are) (?:things|we|you|it|that|the team|everything) (?:all )?(?:stand"
                r"|at\b|with|on)"
            ),
            r"(?<!from\s)\bwhere (?!you\b|we\b|do you each\b)(?:\w+ ){1,3}stands?\b",
            r"\b(?:about|on|share) (?:the|your|any) progress\b",
            r"\bhow did (?:it|things|the \w+) go\b",
            (
                r"\bhow (?:did|has|have) [^?]{1,40}\b(?:develop|perform|do|done|fare|trend|track|turn out|come out|end up|move)(?:ed)? "
                r"[^?]{0,20}?(?:compared (?:with|to)|against|versus|vs\.?|relative to) (?:the |our |your )?(?:plan|target|budget|forecast"
                r"|goal|baseline|last|previous)\b"
            ),
            (
                r"\bwhere (?:have|has|did) (?:we|you|they|things|(?:the|your) \w+) (?:now |finally )?(?:land|landed|end up|ended up|finish"
                r"|finished|get to|got to|come out) ?(?:\?|so far|this|last|(?:on|with) [^?]{0,30}\b(?:numbers?|figures?|targets?|sales"
                r"|key results?|krs?|okrs?|scores?|budget)\b)"
            ),
            r"\bwhere(?:'s|'re| is| are) [^?]{1,40} up to\b",
            r"\b(?:where(?:'s|s| has| have|'ve| is)?|it's) [^?]{2,60} got to\b(?! do\b| be\b| know\b)",
            r"\b(?:how|where) do(?:es)? (?!you\b|we\b|it\b)[^?]{3,70} stand(?: today| now| this \w+| compared[^?]{0,40})? ?\?",
            (
                r"\bhow(?:'s| do| does| is| are) (?!you\b|we\b)[^?]{2,50} look(?:ing)?(?= (?:today|now|right now|this (?:week|month|morning|quarter)"
                r"|for (?:mon|tues|wednes|thurs|fri)day|compared)| ?\?| in the\b)|\bwhat do(?:es)? [^?]{2,60} look like (?:today|this (?:week|month"
                r"|morning)|now|right now|at the moment|so far)\b"
            ),
            r"\b(?:what|which) stage (?:has|have|is|are|did)\b",
            r"(?<!learn\s)\bwhat(?:'s|s| is| has|'s been| has been)? (?:been )?happen(?:ing|ed) (?:on|with|at|in) (?:the|your|our)\b(?![^?]{0,50}\b(?:that|when|if)\b)",
            r"\bhow (?:has|have|is|are) [^?]{2,60} (?:moving along|coming along|coming on|getting on|shaping up|progressing)\b",
        ),
        rejects=(
            "How are your OKRs going?",
            "What progress have you made since our last session?",
            "How do you feel it's going?",
            "What would you like to share about your progress?",
            "Where do we stand with activation?",
            "How did occupancy perform in May against budget?",
            "Where did we end up on the ticket sales?",
            "How does the May backlog look in the paint shop?",
            "What stage has the second hall reached?",
            "What is happening at the north depot?",
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
            "Where has the idea taken you?",
            "How does the backlog look to someone who waits?",
            "What happened at the depot that stays with you?",
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
                r"\bwhat(?:'s|s|'re| is| are| was| were) (?:the|your|our|(?:this|last|the) [\w']+) (?:\w+ ){0,3}?(?:numbers?|figures?|stats"
                r"|statistics|percentage|value|metrics|totals?|tally|count|baseline|turnover|headcount|results)"
                r"(?= ?(?:\?|\Z|for|by|this|last|so far|today|now|at|as of|since|per)\b| ?\?| ?\Z)"
            ),
            (
                r"\bwhat(?:'s| is| was) (?:the (?:figure|number|rate|score) ?(?:\?|\Z)|(?:it|that|this|the (?:figure|number|rate|score)) (?:now|today|yesterday"
                r"|right now|at the moment|again|(?:last|this|the previous) (?:day|week|month|quarter|year|time|season|cycle|sprint)) ?(?:\?|\Z))"
            ),
            r"\bwhat (?:number|figure|percentage|value|score) (?:is|are|do|did|have|has|would)\b",
            (
                r"\bwhat(?:'s| is| was) (?:the|our|your) (?:[\w-]+ ){0,4}?(?:rate|yield|percentile|average|median|total|volume|balance|tally|count|ratio|size)"
                r"(?= (?:of|for|in|this|last|as|now|today|after|per|at|right|so)\b| ?\?| ?\Z)"
            ),
            r"\b(?:as of|up to) (?:today|tonight|now|this (?:morning|week))\b|\bwhere are (?:they|you|we) now\b|\bwhat are the (?:latest|current)\b",
            (
                r"\bwhat (?:did (?:the|your|each|every|week) [^?]{2,40} (?:bring in|add to|produce|yield)\b|(?:do|does|did|would) [^?]{2,60}"
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
        ),
        accepts=(
            "What does 18% tell you about trial activation?",
            "What do the latest numbers leave out?",
            "What value does activation have for new users?",
            "What are the figures not telling you?",
            "What might our occupancy figures hide?",
            "What is the average not telling you?",
            "What did the spring fair bring home to you?",
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
            (
                rf"\b(?:what|which)(?: [^?,]{{1,50}}?)?(?:'s|'ve| did| have| has| had| do| does| will) {_PEOPLE} "
                rf"(?:all |already |actually |so far )?(?:been )?(?:{_DO}|{_DONE}|accomplish(?:ed)?|achieved?|work(?:ed|ing)? on"
                rf"|releas(?:ed|ing)|launching){_AND_MORE}"
            ),
            (
                rf"\bwhat (?:did|have|has|'ve) {_TEAM} (?:do|done|been doing|been up to|get up to)\b(?! (?:there |here )?"
                rf"(?:differently|to (?:make|bring)|that))"
            ),
            rf"\bwhat(?:'re| are| is| were| was) {_PEOPLE} (?:currently |now )?(?:working on|up to|busy with)",
            (
                rf"(?<!in\s)(?<!with\s)\b(?:what|which [^?,]{{1,30}}?)(?:'s| is| has|(?<!would) have| was| were| are| got) (?:already |still |now |since )?(?:been )?"
                rf"(?:done(?! its\b)|{_DONE}){_AND_MORE}"
            ),
            (
                r"\bwhat(?:'s|s| is| are|, if anything, is)? (?:still |else is |else )?(?:outstanding|overdue|pending|unfinished|to be done"
                r"|needs? to be done|remain(?:s|ing)? to be (?!said|learned|seen|asked|decided|known|understood|discussed|heard)\w+|(?:remains|left) (?:to (?!learn|say|talk|discover|understand|explore|decide"
                r"|lose|gain|hope|wish|ask|be (?:said|learned|seen|asked|decided|known|understood|discussed|heard))\w+|on (?:the|your)|before|undone)"
                r"|(?:left|remaining|completed|still open) ?(?:\?|\Z|in|now|this|today))"
            ),
            (
                r"\b(?:what|which) (?:tasks|activities|initiatives|to-?dos|items|work items|deliverables"
                r"|milestones|features)\b (?:\w+ )?(?:did|have|has|are|were|is|remain|will|do)\b"
            ),
            (
                r"\b(?:what|which) (?:\w+ )?(?:meetings?|rounds?|sessions?|workshops?|events?|audits?|interviews?|visits?|calls?|trainings?"
                r"|reviews?|tests?|trials?) (?:was|were|has been|have been) (?:held|run|made|carried out|conducted|done)\b"
            ),
            r"(?<!ever\s)(?<!not\s)(?<!n't\s)\b(?:on|is|what's) (?:the|your|today's) agenda\b",
            (
                r"\bwhat(?:'s|s| is| are)?(?:, if anything,)? (?:is )?(?:on|in) (?:the|your|this|next|today's|\w+'s) (?:[\w']+ ){0,3}?"
                r"(?:list|calendar|schedule|timetable|programme|diary|docket|roadmap|backlog)\b"
            ),
            (
                r"\b(?:what|which [^?,]{1,30}?)(?:, if anything,)? did [^?,]{2,50}? (?:ship|finish|complete|deliver|launch|release|produce|repair|cover"
                rf"|close|report|send|bring in|accomplish|achieve|process|publish|install|visit)\b[^?]{{0,60}}\b{_LATELY}"
            ),
            r"\bwhat(?:, if anything,)? did [^?,]{2,50}? (?:get done|get finished|get through|put out|put through)\b",
            (
                r"\b(?:what|which)(?: [^?,]{1,30}?)?(?:, if anything,)?(?:'ve| has| have) [^?,]{2,50}? (?:shipped|finished|completed|delivered|launched|released"
                r"|produced|repaired|covered|closed|reported|brought in|accomplished|achieved|processed|published|installed|visited|received|checked"
                rf"|moved)\b[^?]{{0,60}}\b{_LATELY}"
            ),
            (
                r"\b(?:what|which)(?: [^?,]{1,30}?)?(?:, if anything,)?(?:'ve| has| have) [^?,]{2,50}? (?:crossed off|undertaken|got through|gone through"
                r"|put through|sent round|ticked off)\b"
            ),
            (
                r"\bwhich (?:[^?,]{1,30} )?(?:deliverables|milestones|items|steps|visits|actions|measures|tasks|tickets|repairs|jobs)\b[^?]{0,60}"
                r"\b(?:reached|took place|lie behind|awaiting|are done|are left|remain|already)\b"
            ),
            r"\bwhat(?:'s| is)(?: still)? (?:open on|outstanding|left (?:for|on (?:that|this|it))\b)",
            r"\bwhat(?:'s| has|'ve| have) (?:landed|come in|moved across|gone live)\b",
            (
                r"\b(?:over the line|(?:what|which)[^?]{1,60} busy (?:with|on)|been up to|everyone's (?:up to|doing)|keeping [^?]{2,20} busy)\b(?=[^?]{0,80}\?)"
            ),
            r"\b(?:what|which(?= \w+, if)) (?:milestones?|steps?|achievements?|talks|trainings?|actions?|tests?)(?:, if any,)? (?:have|has|did|are)\b",
            (
                r"\b(?:what|which)(?: [^?,]{1,40})?, if any(?:thing)?, (?:has|have|did|'ve) [^?,]{2,40} "
                rf"(?:got done|completed?|finish(?:ed)?|{_DONE}|done|taken|received|run|working on)\b"
            ),
            (
                r"\bwhat (?:have|has|did) (?:you|they|the [\w ]{2,30}) (?:put (?:into|on|out|in place|round)|sent?|send|ordered?|publish|fix|collected"
                r"|prepared|moved|come up with|got done|get out of the door)\b"
            ),
            r"\bwhat (?:has been|have been|was|were|'s been) (?:prepared|fixed|achieved|done|printed|sent|delivered|dealt with)\b",
            (
                r"\bon (?:the|your|its|their|there|[\w']+) (?:[\w']+ ){0,2}plate\b|\b(?:lined up|scheduled) for\b|\bdealt with (?:this|at|in)\b"
                r"|\bfinished (?:this|under)\b"
            ),
            r"\bwhich [^?,]{1,40}(?:, if any,)? (?:went (?:out|live)|are running|were announced|have (?:signed|handed in)|are (?:still )?waiting)\b",
            (
                r"\bwhat (?:came|has come|'s come) (?:out of|up in|up at) (?:the|that|\w+'s) [^?]{0,30}(?:meeting|call|board|visit|session|review)\b"
                r"|\b(?:tell|told|report|show|hear)\b[^?]{0,40} the state of\b|\bhave to report\b|\bwould you report\b"
            ),
            (
                r"\bwhat (?:does|do) the (?:[\w-]+ ){0,4}(?:chart|board|report|tracker|burn-?down|calendar|schedule|timetable|list|picture|plan) "
                r"(?:now )?(?:say(?! to)|look like(?! to)|show)\b"
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
                r"\bwhen (?:will|is|are|do|does|can|would|should|could) [^?]{1,60}\b(?:done|ready"
                r"|finish(?:ed)?|complete[d]?|live|shipp?(?:ed)?|deliver(?:ed)?|launch(?:ed)?|available"
                r"|reach\w*|land|hit|due)\b"
            ),
            r"\b(?:by when(?! (?:you|we|they)\b)|by what date|what(?:'s| is) the (?:eta|deadline|due date|delivery date))\b",
            r"\bhow (?:long|soon) (?:until|before|till|will it (?:take|be))\b",
        ),
        rejects=(
            "When will the checklist be done?",
            "By when is the review finished?",
            "How long until activation gets to 30%?",
        ),
        accepts=(
            "What hangs on the date of the review?",
            "By June, what do you want to be true between you and Legal?",
            "What would make the remaining time worthwhile for onboarding?",
        ),
    ),
    _rule(
        code="STA506",
        name="go-through",
        message="It asks the team to go through the page item by item.",
        why="Everything gets the same time, and what matters gets too little.",
        source=_ICF,
        scope=Scope.WHOLE,
        cues=("walk", "talk", "run", "take ", "go through", "go over", "go around", "through"),
        patterns=(
            (
                r"\b(?:walk|talk|run|take|guide|lead|bring) (?:us|me|everyone) (?:through|over) (?:each|all"
                r"|every|your|the|our|this (?:week|month)'s|where|what) ?(?:of )?(?:the |your |these |latest "
                r"|current |main |key ){0,9}(?:key results?|krs?|okrs?|objectives?|numbers?|figures?|metrics|list"
                r"|status|things stand|board|page|updates?|tasks?|progress|results|plan|one|item|x+)\b"
            ),
            (
                r"\b(?:we|us|you|to|please|let\'s|quickly) (?:go|run|step) (?:through|over) (?:each|all|every"
                r"|your|the|our)\b"
            ),
            r"\b(?:one by one|item by item|in turn)\b",
        ),
        rejects=(
            "Can you walk us through each key result?",
            "Talk us through where things stand.",
            "Could we go through the list one by one?",
        ),
        accepts=(
            "Where on this page does your attention go first?",
            "Walk us through the moment when the numbers turned.",
            "Talk us through how you chose 30%.",
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
            "status",
            "latest",
            "report",
            "what's new",
            "what is new",
            "overview",
            "percent",
            "progress",
            "how much of",
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
            "the word?",
            " miss",
        ),
        patterns=(
            r"\b(?:any|an?|your|quick|brief|latest|status|short) (?:\w+ )?updates?\b(?! (?:to|in) the)|\bthe update\b(?= ?(?:\?|\Z|on\b|from\b))",
            r"\bupdate (?:us|me|everyone|your|the (?:team|group|room))\b",
            r"\bup to speed\b",
            (
                r"(?<!the\s)\b(?:give|share|provide|send|describe|report|show) (?:us |me |everyone )?(?:a |an |your |the "
                r")?(?:\w+ )?(?:status|overview|report|recap|summary|progress)\b"
            ),
            r"\bwhat(?:'s|s| is) (?:the latest|new)\b",
            r"\breport (?:on|back)\b",
            r"\b(?:what|how many) per ?cent(?:age)? (?:of|is|complete|done|have)\b",
            (
                r"\bhow (?:much of|complete|many of)\b [^?]{0,50}\b(?:done|complete[d]?|finished|left|remains?"
                r"|delivered|closed)\b"
            ),
            r"\bhow complete\b",
            r"\bwhat (?:can|could|do|should|would) (?:i|you like me to) (?:tell|put|report|know)\b|\bwhat can you tell me about\b|\bwhat goes in (?:it\b|under|the)",
            r"\brun-?down of\b|\bstate of play\b|\bcurrent standing of\b|\bwhat can you report\b",
            r"\bfill (?:me|us) in\b|\bwhat's the word ?\?|\bthe story so far\b|\bwhat(?:'d| did) (?:we|i) miss\b",
        ),
        rejects=(
            "Any updates on the contract?",
            "Can you bring us up to speed on onboarding?",
            "What's the latest on activation?",
            "How much of the checklist is done?",
            "Can you give us a rundown of the May repairs?",
        ),
        accepts=(
            "What has happened around activation that the page does not show?",
            "What, if anything, is happening around activation that 18% does not show?",
            "How would you sum up in your own words what you take from today?",
            "What could the trustees learn from your week?",
            "What would you like the trustees to understand about the week?",
            "What did we not see in May?",
        ),
    ),
)
"""The rules of status-seeking."""
