"""Advice: the words carry a course of action, a target or a standard that the asker chose.

A question word is no protection: "How could a weekly demo help you?" advises a weekly demo. What tells
advice from a scenario is who brought the action into the room, so these rules look for an action in the
place where a neutral question leaves a gap.
"""

from functools import partial

from questioner.review.rules import Rule, Scope, marking
from questioner.session import Label, Severity

_TEAM = r"(?:you(?: all| guys)?|we|the team|your team|this team|they|someone|anyone|somebody)"

_ACTIONS = """hire recruit pair automate outsource delegate escalate train cut drop split merge raise lower reduce
simplify launch build create introduce add remove replace rewrite reword redesign rework refactor schedule reschedule
postpone cancel extend shorten invite involve interview survey call email phone visit meet contact consult
ask talk speak pilot trial prototype send buy switch migrate adopt hold run organise organize
assign appoint nominate shadow rotate negotiate double halve reset renegotiate rescope scrap
streamline prioritise prioritize deprioritise deprioritize offer expand hand poll join move
stop pause limit shift focus invest break simplify standardise standardize rename offload push
install lease rent swap tag cap skip ban trim upgrade retrain retire publish host bundle subcontract insource
centralise centralize digitise digitize relocate reassign reallocate redeploy restructure reorganise reorganize
rebrand relaunch relax loosen tighten purchase license deploy enforce mandate roll circulate stagger consolidate
waive subsidise subsidize promote overhaul ringfence timebox batch charge freeze"""
_PAST = {
    "build": "built", "hold": "held", "run": "run|ran", "meet": "met", "speak": "spoken|spoke", "send": "sent",
    "buy": "bought", "cut": "cut", "split": "split", "reset": "reset", "rewrite": "rewritten|rewrote",
    "withdraw": "withdrawn", "break": "broken|broke", "freeze": "frozen|froze",
}  # fmt: skip
_DOUBLED = {"drop", "cut", "split", "run", "reset", "scrap", "stop", "swap", "tag", "cap", "skip", "ban", "trim"}
_OWN = {
    "ask",
    "talk",
    "speak",
    "meet",
    "hold",
    "move",
    "stop",
    "focus",
    "run",
    "build",
    "create",
    "reduce",
    "introduce",
    "join",
    "shift",
}
"""Actions that a team names of itself in open questions; only a more telling place makes them advice."""


def _past(verb: str) -> str:
    stem = verb + verb[-1] if verb in _DOUBLED else verb
    return _PAST.get(verb) or (verb + "d" if verb.endswith("e") else stem + "ed")


def _gerund(verb: str) -> str:
    stem = verb + verb[-1] if verb in _DOUBLED else verb
    return (verb[:-1] if verb.endswith("e") else stem) + "ing"


_VERBS = tuple(dict.fromkeys(_ACTIONS.split()))
_seen = marking(
    {
        "\x1c": (verb for verb in _VERBS if verb in _OWN),
        "\x1d": (verb for verb in _VERBS if verb not in _OWN),
        "\x1e": (past for verb in _VERBS for past in _past(verb).split("|") if past not in _VERBS),  # the rest: _DONE
        "\x1f": map(_gerund, _VERBS),
    }
)
_TWO_WORDS = r"set up|bring in|reach out|catch up|speed up|drip-feed|get back on track"
_BASE = rf"(?:(?<=[\x1c\x1d])\w+|{_TWO_WORDS})\b"
_STRONG = rf"(?:(?<=\x1d)\w+|{_TWO_WORDS}|turn (?:this|it|things) around|close the gap|make up (?:for )?the)\b"
_DONE = r"(?:(?<=\x1e)\w+|run|cut|split|reset|set up|brought in|reached out)\b"
_DOING = r"(?:(?<=\x1f)\w+|setting up|bringing in|reaching out|drip-feeding|having a)\b"

_STEP = (
    rf"(?:{_STRONG}|start \w+ing|(?:move|shift) (?!from\b|this|that|it\b)[^?,]{{2,30}} (?:to|onto|into) (?!\d|life\b|fruition"
    rf"|an end|rest\b|the table)\w+|(?:put|place|let|have) (?:a|an|the|all|every|each|your|our|one|two) \w+"
    r"|(?:give|hand|pay|bring) (?:(?:each|every|all|the|your|our) )?(?:\w+ )?\w+s (?:a|an|the|their|more|some|two)"
    r"|take (?:the|a|every|your|our) [^?,]{2,30} (?:out|off|away)|open (?:on|up|a|an|early|late|earlier|later|another)"
    r"|close (?:on|early|earlier|down)|go (?:back to|down to|over to))\b"
)
"""A course of action in the bare form, with the object that tells it from a turn of phrase."""
_STEPPED = (
    rf"(?:{_DONE}|(?:put|placed|let) (?:a|an|the|all|every|each|your|our|one|two) (?!step\b|name\b|number\b|face\b)\w+"
    r"|(?:gave|handed|paid|brought) (?:(?:each|every|all|the|your|our) )?(?:\w+ )?(?:\w+s|of them|(?<=every\s)\w+"
    r"|(?<=each\s)\w+) (?:a|an|the|their|more|some|two)"
    r"|(?:gave|handed) (?:the|your|our|every|each) [^?,]{2,40} to|took (?:the|a|every|your|our) [^?,]{2,30} (?:out|off|away)"
    r"|opened (?:on|up|a|an|early|late|earlier|later|another)|started \w+ing)\b"
)
"""The same in the past form, which is the form of a thought experiment."""
_EXTERNAL = (
    r"(?:customer|client|user|guest|shopper|competitor|rival|supplier|market|board|regulator|head|government|nobody|no|nothing"
    r"|bank|network|weather|price|demand|investor|tenant|patient|visitor|it|that|this|people|everyone|someone|somebody)(?:s|'s)?\b"
)
"""Those whose moves the team does not choose: what they might do is no advice."""
_STAFF = (
    r"(?:squad|team|crew|shift|rep|manager|lead|leader|engineer|developer|nurse|driver|agent|store|branch|site|office"
    r"|department|line|cell|chef|planner|operator|foreman|buyer|teacher|analyst|member|group|person|one of you|depot)s?"
)
_PEOPLE = (
    r"(?:customer|client|user|guest|shopper|newcomer|stranger|visitor|patient|member|friend|colleague|sceptic|skeptic"
    r"|outsider|child|beginner|reader|buyer|borrower|driver|parent|citizen|someone|trustee|handler|nurse|operator|teacher|competitor|rival|critic|neighbou?r|resident|tenant|mayor|journalist|auditor|inspector|pupil|trainee|apprentice|technician"
    r"|examiner|shareholder|owner|merchant)\b"
)
_NOT_A_STEP = (
    r"(?:being|having|missing|losing|reaching|hitting|achieving|getting|seeing|knowing|hearing|working|doing|going"
    r"|failing|closing|making|speaking|saying|thinking|understanding|wording|meaning|feeling|onboarding|pricing|planning|training|staffing|funding|marketing|engineering"
    r"|housekeeping|everything|anything|nothing|something|pairing|timing|spring|morning|evening|building|living|owning"
    r"|(?:measuring|counting) (?:it|this|that|at all)|committing|admitting|sharing|finishing|leaving|answering|setting (?:a|the|your) (?:goal|target))\b"
)
"""Gerunds that name an outcome, an experience or a field of work."""

_NEUTRAL_IF = (
    r"(?:could|couldn't|had|hadn't|have|haven't|were|weren't|was|are|did (?:not|nothing)|did(?=\W*\Z)|didn't|do (?:not"
    r"|nothing)|don't|knew|know|saw|see|looked|look"
    r"|kept|keep|woke|reached?|hit|missed|miss|met|succeed(?:ed)?|fail(?:ed)?|fell|achieved?|carried|carry"
    r"|continue[d]?"
    r"|wanted|want|felt|feel|stay(?:ed)?|imagined?|might|can|only|all|told|came|come|got|get|started? "
    r"(?:over|again|from)"
    r"|finished|finish|ended|end|trusted|believed|heard|learned|learnt|lost|say|said|think|thought)\b"
)
_NEUTRAL_DOING = (
    r"(?:reaching|getting|hitting|achieving|moving|making|seeing|being|doing|having|feeling|knowing"
    r"|speaking|saying"
    r"|learning|meeting|giving|bringing|keeping|finishing|taking|going|looking|working|noticing|sharing"
    r"|trusting"
    r"|enjoying|believing|hearing|understanding|asking|telling|acting|talking|raising|listening|resting|relying|answering"
    r"|calling|naming (?:it|what|the (?:goal|objective|number|problem))|questioning)\b"
)
_DEVICE = (
    r"(?:demo|stand-?up|hotline|call|meeting|workshop|survey|pilot|checklist|dashboard|contractor|hire|review|form"
    r"|template|tool|session|sprint|training|guide|rota|mentor|buddy|campaign|discount|experiment|interviews?"
    r"|test)\b"
)
"""Things that a team sets up to get somewhere."""
_OUTCOME = (
    rf"(?:a|an) (?!new |second |third |weekly |daily |monthly |regular |dedicated |better |short)(?!(?:\w+ ){{0,3}}{_DEVICE})"
    r"(?:[\w'-]+ ){2,4}change for (?!you\b|us\b|the team\b|your team\b)"
)
"""A thing named by its state, and what it changes for those outside: an outcome to picture, not a step to take."""
_ARRANGE = (
    r"(?:carry|turn|rehearse|practi[sz]e|design|try|include|involve|borrow|copy|swap|rearrange|reuse|recruit|experiment with|free up|carve out|block out"
    r"|team up|partner with|tap into|draw on|play with|become|set aside|weave|embed|roll|bundle|spread|invest|dedicate)\b"
)
"""Acts that somebody has to think of, outside the list of actions since other words than ``how could you`` leave them open."""
_STATE = r"(?:truly |really )?(?:calm|quiet|boring|dull|smooth|peaceful|ordinary|helpful|moment that)\b"
"""A state to picture: nobody brings one about by wishing for it."""
_HELPS = (
    r"(?:help|make|give|build|carry|lift|shape|speed|bring|show|ease|free|guide|teach|tame|serve|inspire|support|strengthen|spread"
    r"|welcome|lower|raise|improve|become|turn into)\b"
)
_SET_UP = (
    rf"(?:{_DEVICE}|bonus|voucher|lunch|breakfast|desk|lane|hoist|lift|panel|robot|chatbot|label|board|whiteboard|huddle|briefing|newsletter|video"
    r"|tender|cap|slot|rule|button|badge|prize|app|bot|helpline|clinic|stand-in|deputy|handover|budget|crate|notebook|log|tally|poster|sign|shift"
    r"|day next to|(?:second|third|joint|shared|weekly|monthly|daily) (?!one\b|miss\b|delay\b|failure\b)[\w-]+)\b"
)
"""What a team could set up, put up or hand out."""
_WISHED = r"(?:quiet|good|useful|calm|smooth|clean|punctual|safe|honest|open|fair|full)\b"
"""What makes a thing an outcome to wish for, and no longer one to set up."""
_AIM = r"(?:\w+ )?(?:goal|objective|target|key result)\b"
_TELLER = r"how would an? (?:[\w'-]+ ){1,3}(?:describe|explain|tell|judge|see|read|view|remember|know|notice|sum up|put (?:it|this|that))\b"
"""Somebody whose account is asked for, and no thing that would do something."""
_SPAN = (
    r"an? (?:(?:\w+ )?(?:day|week|month|quarter|year|season) (?:with no|without|free of)"
    r"|(?:(?:bad|good|poor|hard|slow|slower|quiet|busy|wet|dry|late|early|steady),? ){1,2}(?:day|week|month|quarter|year|season|spell|start|finish|result|run|winter|summer)|(?:flu|hard|mild|cold|long) (?:winter|summer|spring)|(?:second |third |further |long )?(?:delay|miss|setback|shortage|strike|storm|recession))\b"
)
"""A stretch of time, as it may turn out."""
_FEWER = r"(?:fewer|shorter) (?:[\w'-]+ )?(?:exceptions|errors|mistakes|complaints|delays|faults|breakdowns|accidents|falls|queues|waits|repeats|returns|refunds|claims)\b"
"""What a team hopes for, not what it would do."""
_TIED_TO = (
    r"(?:that(?! (?:strength|trust)\b)|this|these|those|such|the same|your own|your (?!plans?\b|teams?\b|goals?\b"
    r"|objectives?\b|targets?\b|key\b|work\b))"
)
_TALK = (
    r"(?:session|hour|meeting|talk|conversation|workshop|time|decision|objective|goal|target|result|number|figure)s?\b"
)
_ENCOUNTER = (
    r"(?:one (?:shared|single|small|short|friendly|quick|honest)|an? (?:afternoon|hour|day|week|visit|walk|chat|evening|morning|second look"
    r"|fresh look|shared|single|small|short|friendly|quick|first [\w-]+ (?!year|month|week|half))(?! like\b))"
)
_NO_THING = (
    r"(?:good|bad|better|worse|great|calm|quiet|typical|normal|ordinary|year|month|week|quarter|day|hour|moment|sentence|figure|number|target|goal|key result"
    r"|deadline|look|stranger|word|question|conversation|failure|mistake|miss|missed|late|slow|delay|fall|rise|drop|change|step|gesture|win|reason|lack|case)\b"
)
"""What happens to a team, or is on its page: nothing that it would set up."""
_BETTER = (
    r"(?:cleaner|clearer|calmer|quieter|stronger|better|higher|lower|safer) (?:record|name|reputation|picture|result|figure"
    r"|rate|score|night|day|week|start|ward|road|street)\b"
)
"""A state with its comparison in it, which is hoped for rather than set up."""
_SAID = (
    r"(?:sketched|drew|planned|named|proposed|listed|described|wrote|suggested|mentioned|chose|chosen|weighed|raised|argued|voted|meant"
    r"|agreed|promised|decided|set out|thought of|have in mind|noted|said)\b"
)
_NOT_YOURS = (
    rf"(?![^?]{{0,70}}\b(?:(?:you|they|your team|the (?!one\b)[\w-]+(?: team)?) (?:\w+ )?{_SAID}"
    r"|(?:as|the way|which is what|which|the \w+ that) (?:you|they|your (?:own )?[\w-]+|the (?:team|minutes|crew|board)) (?!could|might"
    r"|should|would|may|can|will|easily|ought|see\b|understand\b|picture\b|and\b)\w"
    r"|(?:on|in|from) (?:your|their) (?:own )?(?:list|plan|sheet|notes?|slides?|board|draft|brief|shortlist|backlog)\b))"
)
"""Nothing says that the team came up with it."""
_SUPPOSING = rf"(?:^|[.,:;?!] |\bso )(?:if|suppose|supposing|imagine|assuming|say) (?:that )?{_TEAM} "
_NOT_AGAIN = r"(?![^?]{0,60}\bagain\b)"
"""What was done before is no new course."""
_BEFELL = r"(?:ran|run) (?:into|across)\b|stopped doing (?:it|so|this|that)\b|asked (?:you|us|me)\b"
"""Verbs of action that tell here of what comes about, or of the asker."""
_SPEAK_UP = r"raise (?:an?|any) (?:doubt|concern|question|worry|hand|objection)|drop the (?:word|name)"
_NO_DATE = (
    r"(?!when would (?:you|we) (?:call\b|(?:drop|stop|raise|lower|change) (?:the|this|your|a) (?:goal|objective|target|key result)\b)"
    r"|when do (?:you|we) talk about\b)"
)
"""Not after the circumstances in which a goal would be given up, or called reached."""
_OUTSIDE = r"(?:ministers?|government|regulators?|court|council|law|landlord|bank|parliament|weather|storm|supplier)\b"
"""Those who do a thing to the team."""
_MITI = "Persuading in motivational interviewing: Moyers et al. 2016"
_ICF = "ICF core competencies 7 and 8 (informed by)"
_TRAP = "Bungay Stanier, The Coaching Habit: advice with a question mark"


_rule = partial(Rule, label=Label.ADVICE, severity=Severity.REJECT, sight=_seen)

RULES = (
    _rule(
        code="ADV101",
        name="direct-should",
        message="It tells the team what it should or must do.",
        why="A norm from outside ends the thinking it was meant to start.",
        source=_MITI,
        scope=Scope.WHOLE,
        patterns=(
            (
                rf"(?:^|[.,:;?!] |\b(?:given that|fact that|i think|because|so|and|when|why|where|who|while"
                rf"|maybe|perhaps) ){_TEAM} (?:really |probably |also |"
                r"just |definitely |all |first )?(?:should|ought to|must|need to|had better|have to) (?:just "
                r"|really |first )?"
                rf"(?:start |be |maybe )?(?:{_BASE}|{_DOING}|get|do|work|try|set|make|look|take|use|find|test"
                rf"|change|sit|write|read|put|give|let|keep|bring)\b"
            ),
            (
                rf"(?:should|shouldn't|must|mustn't) (?:the )?{_TEAM} (?:not |also |just |maybe )?(?:{_STRONG}"
                rf"|talk to)"
            ),
        ),
        rejects=(
            "You should hire a second tester. What do you think?",
            "Should we cut the fourth key result?",
            "Which customers should you interview first?",
            "Given that you need to pair with Support, how will the week look?",
        ),
        accepts=(
            "What should we change going forward?",
            "What do you need from us to speak freely?",
            "What needs to happen next?",
            "What would have to be true for activation to reach 30%?",
        ),
    ),
    _rule(
        code="ADV102",
        name="have-you-considered",
        message="It offers an idea under the cover of asking whether the team has had it.",
        why="The honest reply is about the asker's idea, and the team's own stay unsaid.",
        source=_TRAP,
        scope=Scope.OPENING,
        patterns=(
            (
                rf"(?:have|has|had|did|do|does|haven't|hasn't) {_TEAM} (?:ever |already |also |yet |not "
                rf"|actually |maybe |even ){{0,2}}"
                r"(?:considered|consider|tried|try|thought (?:about|of)|think about|looked (?:at|into)|look "
                r"into|explored|discussed"
                rf"|talked to|spoken (?:to|with)|reached out|{_DONE}) (?!that\b|it\b|this\b|anything|those "
                rf"things|you\b|what\b|how\b|why\b)"
            ),
            r"(?:ever |already |anyone |anybody )?(?:thought (?:about|of)|considered|tried|looked (?:at|into)) (?:\w+ing|a|an)\b",
            (
                rf"(?:are|is) {_TEAM} (?:considering|thinking (?:about|of)|open to|looking (?:at|into)|trying"
                rf"|planning on) "
            ),
        ),
        rejects=(
            "Have you considered pairing with Support on trial activation?",
            "Just curious, have you ever tried a daily stand-up?",
            "Has the team thought about hiring a contractor?",
            "Did you talk to Legal, or have you looked into a template contract?",
        ),
        accepts=(
            "What alternatives have you considered?",
            "What have you tried that surprised you?",
            "Which of the options you listed have you thought about most, and why?",
        ),
    ),
    _rule(
        code="ADV103",
        name="negative-suggestion",
        message="“Why not …” and “couldn't you …” press an idea by asking why it is not done.",
        why="The team defends itself against a plan that it never made.",
        source=_MITI,
        scope=Scope.OPENING,
        patterns=(
            (
                rf"(?:couldn't|shouldn't|could {_TEAM} not|wouldn't (?:it|that|there)|isn't there (?:a|any"
                rf"|some) (?:way|room|chance)) ?"
            ),
            rf"wouldn't {_TEAM} (?!say|agree|think)",
            (
                rf"why (?:don't|not|wouldn't|shouldn't) (?:{_TEAM} )?(?:just \w+|simply \w+|{_BASE}|try|use"
                rf"|start|give|get|do|let|set|make|change)\b"
            ),
            (
                r"why not (?!the |a |an |this|that|these|those|any|some|all|both|one|two|three|four|five|\d|more|less|fewer"
                r"|in |on |at |to |for |from |with |by |until |you |we |they |us |now|here|yet|just |simply |in |as |be )"
                r"\w+ (?:(?:out|up|off|in|back) )?(?:the|a|an|your|our|it|them|all|every|each|some|more|fewer|people|customers)\b"
            ),
            rf"can't {_TEAM} (?:just |simply )?{_BASE}",
        ),
        rejects=(
            "Couldn't you ask Support for a day?",
            "Why not move the launch to May?",
            "Why don't you hire a contractor for the backlog?",
            "Wouldn't it be better to split the objective?",
        ),
        accepts=(
            "Why did you choose 30% rather than 25%?",
            "What keeps the launch in May?",
            "What could you ask of the people around you?",
        ),
    ),
    _rule(
        code="ADV104",
        name="hypothetical-solution",
        message="The scenario is a plan: it asks the team to picture an action that the asker chose.",
        why="A wished-for answer in the shape of a thought experiment.",
        source=_ICF,
        scope=Scope.WHOLE,
        patterns=(
            # what the team would do
            (
                rf"\bwhat if (?:{_TEAM} (?!{_NEUTRAL_IF})\w+|the team (?!{_NEUTRAL_IF})\w+|there (?:was|were) "
                rf"(?:a|an|more)|you had (?:a|an) (?!bad|hard|good))"
            ),
            (
                r"\bhow (?:would|could|might|will) [^?,]{0,40}(?:change|improve|look|go|be|work|feel|shift"
                r"|differ) if "
                rf"{_TEAM} (?!{_NEUTRAL_IF})\w+"
            ),
            (
                r"\bwhat (?:would|might|could|will|can|do you think would) (?:happen|change|shift|improve|open "
                r"up|follow|be (?:different|possible)"
                rf"|become possible|it (?:look like|mean|change|do)|you (?:gain|lose|see|expect"
                rf"|learn))\b[^?,]{{0,40}}? if {_TEAM} "
                rf"(?!{_NEUTRAL_IF})\w+"
            ),
            (
                rf"{_SUPPOSING}"
                rf"(?:were to |was to |just |also )?"
                rf"(?!{_BEFELL}|met (?:every|all|the|your|this|that|it)\b|asked(?: them| her| him)?\W*\Z)(?:{_DONE}|{_BASE}){_NOT_AGAIN}"
            ),
            rf"\bif {_TEAM} (?:were to |was to )(?:{_BASE}|start|try)",
            (
                rf"{_SUPPOSING}(?!met\b|{_BEFELL}|asked(?: them| her| "
                rf"him)?\W*\Z){_STEPPED}{_NOT_AGAIN}"
            ),
            (
                rf"\b(?:how|what|who|where|which|whose)\b[^?]{{0,50}} (?:would|could|might) (?!you\b|we\b)[^?]{{2,60}} if {_TEAM} (?:all |just |only )?"
                rf"(?!stopped|dropped|ran|met|held|asked|joined){_STEPPED}{_NOT_AGAIN}{_NOT_YOURS}"
            ),
            rf"\bhow (?:much|far|many) [^?]{{2,80}} if {_TEAM} (?:all |just |only )?{_STEPPED}{_NOT_AGAIN}",
            (
                rf"\bhow (?:would|could|might) (?!you\b|we\b)[^?]{{2,60}} if {_TEAM} (?!{_NEUTRAL_IF}|stopped|dropped|asked|joined|needed|lived)"
                r"\w+ed (?:every|each|all|a|an|more|fewer|one|two|only)\b"
            ),
            (
                rf"\b(?:if|suppose|supposing) {_TEAM} (?:treated|counted|tracked|logged|measured|kept such|kept an?|filled in|tagged|sorted|grouped"
                r"|followed (?:one|an?|two)) (?!on\b)[^?]{3,70}[,:] (?:what|which|how|where|who)\b"
            ),
            (
                rf"\b(?:suppose|supposing|imagine|if) (?:you|we) (?!{_NEUTRAL_IF}|needed|lived|worked|turned out|asked|stopped"
                r"|joined|owned|cared|doubted|agreed|decided|used to|showed|moved|called|loved|liked|hoped|expected|planned|described|explained|noticed"
                r"|watched|listened|tried|opened|pictured|named|returned|retired|visited)\w+ed (?:the|your|our|a|an|every|each|all|up|off|out|back|it|them|those"
                r"|these|only|more|fewer|\d+|[\w-]+s (?:to|by|on|with|against|off|from|in))\b"
            ),
            (
                r"\bif (?:you|we) (?:made|paid|took|put|gave|opened|let|sent|wrote|left|brought|set|chose|sold|taught) (?:the|your|our|an?|every"
                rf"|each|all|it|them|one) (?!seriously\b){_NOT_YOURS}"
            ),
            # what those under its roof would do
            (
                rf"\b(?:what|how|where) [^?]{{0,60}}\bif (?:the |your |our |each |every )?(?!{_EXTERNAL})(?:(?!{_EXTERNAL})[\w'-]+ )?(?!{_TEAM}\b)"
                r"(?:[\w'-]+) (?:joined|opened|closed|started|began|went) (?:(?:an hour|a day|a week|two hours|half an hour) "
                r"(?:earlier|later|less|more)|earlier|later|the (?:\w+ )?(?:round|call|meeting|stand-?up|huddle|review|demo)|once|twice|weekly|daily)\b"
            ),
            (
                rf"\b(?:if|suppose|supposing|imagine|imagine that) (?:every|each|all|all the|all your|all our|your|our|the) "
                rf"(?:\w+ )?{_STAFF} (?:all )?(?!asked\b|called\b|stopped (?:for|at|short)\b|dropped (?:out|off|away|below)\b|moved (?:to another|on"
                rf"|away)\b)(?![^?,]{{0,40}}\b(?:fees|prices?|rates?|rents?)\b)(?:{_STEPPED}|were to {_STEP})"
            ),
            (
                r"\b(?:if|suppose|supposing|imagine|what if) (?:each|every) (?:of )?[^?,]{2,40}? (?:had|got|took|sat|kept|wrote|owned"
                r"|carried|came with|were given|was given) "
                r"(?:an?(?! extra| free| spare| better)|its own|their own|no more|one of)\b"
            ),
            (
                rf"\bwhat if (?!(?:the |your |our |a )?{_EXTERNAL})(?:the|your|our|all) (?:[\w'-]+ ){{1,3}}(?:sat|joined|measured|got"
                rf"|had (?:a|an)|shared|opened|took|gave|ran|wrote|kept|met weekly|were per|was per)\b"
            ),
            (
                rf"\b(?:picture|imagine) (?:(?:this|it)[:,]? ?|[:,] ?)?(?:every|each|all|all the|all your|all our) (?:\w+ )?{_STAFF} "
                r"[^?]{3,100}\b(?:what|how) (?:does|would|could|might) (?:that|this|it)\b"
            ),
            # what would be done, by nobody named
            (
                rf"\bif (?!the (?:word|name|term)\b)(?:the|your|our|every|each|all|some|half|(?!this\b|us\b)[\w-]+)(?: (?!objective|goal"
                rf"|key|result|target|budget|price)[\w'-]+){{0,4}}"
                rf" (?:were|was|got) (?:to be )?(?![^?]{{1,30}}\bby (?:the |an? )?(?:\w+ )?{_OUTSIDE})(?!lost\b|missed\b|met\b|swapped for the "
                rf"next\b|cut off|asked\b|called\b|dropped (?:altogether)?[?,]|dropped\?|dropped,|(?:removed|cancelled|stopped|scrapped"
                rf"|paused)[?,]|(?:cut|reduced|halved|doubled|lowered|raised|shortened|lifted|reset)\b){_DONE}(?![^?]{{0,60}}\bas you "
                rf"(?:suggested|said|proposed|listed|planned|put it)\b)"
            ),
            (
                rf"\b(?:if|suppose|supposing|imagine|let's say) (?!you\b|we\b|(?:the |your |a )?{_EXTERNAL}|nobody|no one"
                rf"|[^?]{{0,40}}\bby (?:the |an? )?(?:\w+ )?{_OUTSIDE})[^?,]{{3,60}} (?:were|was) (?:to be )?"
                r"(?:paid(?! for (?!every\b|each\b))|wound up|put(?! to\b)|given(?! (?:up|to (?:you|us)|the choice|a choice|the chance))|made (?:a|an|public|open"
                r"|optional)|split|shared|published|deleted|worked by)\b"
            ),
            (
                rf"\b(?:if|suppose|supposing|imagine) (?!you\b|we\b|(?:the |your |an? |our )?{_EXTERNAL}|nobody|[^?]{{0,60}}\bby (?:the |an? )?(?:\w+ )?"
                rf"{_OUTSIDE})[^?,]{{3,60}} (?:were|was) (?:all )?(?:to be )?(?:redrawn|drawn|moved|let|named|merged|folded|pooled|swapped|replaced|turned"
                r"|handed|put|seen|shown|read|printed|posted|sent|booked|held|run|opened|closed|brought|rotated|paired|sorted|grouped|weighed|set|made)"
                rf" (?:to|into|with|on|in|around|at|forward|from|over|together|every|before|after|by lot|by an?)\b{_NOT_YOURS}"
            ),
            # the place of work with a new thing or person in it
            (
                rf"\b(?:imagine|picture) (?!{_TEAM}\b|(?:the |your |our )?{_EXTERNAL}|it\b|that\b|this\b)(?:(?:the|your|our|all|every|each) )?(?:[\w'-]+ ){{1,3}}"
                rf"(?!{_NOT_A_STEP}|opening\b)\w+ing (?:(?:in |on |with |at )(?:on )?(?:the|every|each|all)\b|\w+ (?:with|before|after)\b)"
            ),
            (
                rf"(?:^|[.;:?!,] )(?:imagine|picture) (?:an?|one|another) (?!(?:[\w'-]+ ){{0,2}}{_PEOPLE}|[\w-]+'s\b|(?:\w+ )?(?:day|week|month|year|quarter"
                r"|season|winter|summer|morning|evening|world|future|scene|moment|report|headline|letter|team|visit|call|shift|review|meeting|check-in)\b"
                rf"|{_WISHED})[^?,.;:]{{3,60}}[,.;:] ?(?:what|how|which|who|where)\b{_NOT_YOURS}"
            ),
            r"\bwith (?:an?|one|two|[\w-]+ing|[\w-]+s) [^?,.]{0,40}\b(?:already |now )?in place\b",
            (
                r"\b(?:picture|imagine) (?:the|your|our) (?:[\w'-]+ ){1,3}with (?:a|an|one|two|three|fewer|more|only|\w+-\w+|\w+s (?:on|at|in|for))"
                r" (?!less\b)[\w'-]+"
            ),
            (
                r"\bhow (?:would|could|might) [^?,]{2,40} (?:look|change|be|go|feel|differ|work|run|improve)(?: different| differently)?"
                r" with (?:a|an|one|two|more|fewer|another|dedicated|shorter|smaller|weekly|daily) (?!extra\b|bad\b|good\b|hard\b"
                r"|time\b|hours?\b)(?!(?:\w+ ){0,2}(?:budget|market|recession|competitor|winter|summer|customer|client|strike)\b)"
            ),
            (
                r"\b(?:how|what) (?:would|could|might) [^?]{3,60} (?:look|be|feel|go)(?: like)? (?:[^?]{0,20} )?with (?:a|an|proper|one|two|everyone|every)"
                rf" (?!(?:\w+ )?(?:good|bad|hard|extra|recession|budget|competitor|strike|winter|summer|foot|eye|view|smile|price|{_PEOPLE})\b)[\w-]+ \w+"
            ),
            r"\bwith (?:a|an|the|one|two|its|their|your) [^?,]{2,40} (?:on board|in place of|out of the room|boarding first)\b",
            # an idea thrown in
            r"\bhow about (?:one|two|three|four|five|\d+) (?!of\b)[\w-]+(?! (?:would|do|does|is|are|has|have)\b)",
            r"\b(?:how|what) about (?:if )?(?:we|you) (?!know|see|hear|said|say|do\b|did|find|can\b|think|most|want|two\b|as\b)\w+",
            (
                rf"\b(?:how about|what about) (?:{_DOING}|trying|using|starting|adding|having|doing|a |an "
                rf"|setting )(?![^?]{{0,60}} (?:has|have|is|are|was|matters|makes|made|surprises|surprised)\b)"
            ),
            (
                r"\b(?:how|what) about \w+ing\b(?![^?]{0,80} (?:would|do|does|did|is|are|was|makes|matters|has"
                r"|have|will|could|can|surpris\w+)\b)"
            ),
        ),
        rejects=(
            "What if you dropped the fourth key result?",
            "What would happen if you paired with Support?",
            "If you hired a second tester, what would change for activation?",
            "How about running a weekly demo?",
            "If you took the second signature out of the intake, how would mornings go?",
            "How would the wards respond if you gave every porter a pager?",
            "Imagine all nurses carried tablets: what would that do for the handover?",
            "What if triage calls were moved to the afternoon?",
            "Picture the yard with a one-way lane: what becomes easier?",
            "How would the ward run with a dedicated porter on nights?",
            "What would a Monday in the yard be like with proper job rotation?",
            "Suppose the porters were paid by the round: what would change at the gate?",
            "If every new cook had a sponsor, what would that do for the spring menu?",
            "What if the night desk sat in on the day round?",
            "How might the yard spend the winter with an outside planner on board?",
            "How about two objectives instead of five?",
            "If you abolished the second check, what would the cooks go on seeing?",
            "If you sent every tenant a postcard, what would you hope to hear?",
            "Imagine a bell at the north gate: what does it change for the drivers?",
            "If orders were pooled with the south yard, what would become of the price goal?",
        ),
        accepts=(
            "What would be lost if the weekly report were dropped?",
            "What would families notice if waiting times were cut by a third?",
            "If every resident filled in the form, what would you learn from it?",
            "Picture the last day of the quarter: what do you see?",
            "If the list stayed as it is, what would you expect by June?",
            "What would you do if nobody kept score?",
            "If nothing changed, what would you expect to see by June?",
            "If you could change one thing about the plan, what would it be?",
            "What would happen if the price stayed where it is?",
            "If the two wards met their targets together, what would patients notice?",
            "What about the pilot has surprised you?",
            "If the oven broke for a week, what would you learn?",
            "If the south line stopped for a week, what would become of the goal?",
            "If the word “flow” were banned for a day, how would you put the objective?",
            "If the gate were closed by the council tomorrow, what would you miss?",
            "If every ward had an extra hour, where would you spend it?",
            "If the tours were paid for to the end of time, what would you count?",
            "If the fair were moved to June by the town council, which goal would you keep?",
            "What would be missed, and by whom, if the night line dropped out of the plan?",
            "If you ran into the mayor, how would you sum up the goal?",
            "If they asked you to explain the count, what would you say?",
            "What if we fail?",
            "How would the goal read if we gave every ward one vote, which is what you argued in May?",
            "Imagine a driver who sees the form for the first time: where does she start?",
            "You toy with two names for the goal. What would happen if you did?",
        ),
    ),
    _rule(
        code="ADV105",
        name="wh-advice",
        message="The question word opens, and the rest brings in a course of action that the team did not.",
        why="An open form makes the idea harder to refuse, not less of an idea.",
        source=_MITI,
        scope=Scope.OPENING,
        patterns=(
            # what a thing or an act of the asker's would do
            (
                rf"(?!what would {_OUTCOME})(?!what would moving (?:it|this|that|the \w+) )(?!{_TELLER})(?!(?:what|how|in (?:what|which) ways?) (?:could|would|might) (?:{_SPAN}|{_FEWER}))(?!how (?:can|could|might) an? {_AIM})(?!(?:what|how) (?:would|could) an? (?:{_STATE}|[\w-]+'s day))(?!what (?:could|would|might|can) an? (?:useful|crew|squad|team|argument|objection|doubt|dispute|chart of)\b)"
                rf"(?!what (?:would|could|might) an? (?:{_BETTER}|(?:[\w'-]+ )?{_PEOPLE} (?:change|bring|give)|\w+ without (?:that|this|those)\b))"
                rf"(?:how|in (?:what|which) ways?|what)(?:, if (?:anything|any|at all),)? (?:could|might|would|can|will) (?:you see )?(?:a|an|more|another"
                rf"|regular|weekly|daily|monthly|extra|additional"
                rf"|better|fewer|smaller|shorter|earlier|clearer|{_DOING}) [^?]{{0,60}}\b(?<!order\sto\s)(?<!have\sto\s)(?<!need\sto\s)(?:help|improve"
                rf"|support|speed|boost|accelerate|benefit"
                rf"|reduce|make it easier|let you|enable|free|do for|change|bring|give)\b{_NOT_YOURS}"
            ),
            (
                rf"(?:how|where|in what ways?) (?:could|might|would|can) (?:a|an|more|another|regular|weekly|daily|monthly|fewer|shorter) "
                rf"(?!(?:[\w'-]+ )?{_PEOPLE}|(?:small |single |first )?(?:step|change)\b|[^?]{{2,60}} raise an? (?:doubt|concern|question|worry|hand|point|problem)\b)(?:[\w'-]+ ){{1,4}}(?:lift|take|cut|save|ease|relieve|raise|increase|make|strengthen|solve|fix|prevent"
                r"|protect|shorten|lower)\b(?! (?:part|place|account|sense of|shape|root))"
            ),
            (
                rf"how (?:could|might|would|can) (?!(?:a|an|the) (?:\w+ ){{0,2}}(?:{_PEOPLE}|(?:good|bad|honest)\b|{_AIM})|two (?:honest|good|sensible|reasonable|careful)\b)(?:a|an|two|three"
                r"|short|shared|joint|staggered|\w+ing|\w+er) (?![^?]{0,40}\b(?:and|but|yet) still\b)(?:[\w'-]+ ){1,8}?(?:help|let(?! "
                r"[^?]{1,40} know\b)|give|shift|pass|bear|invite|deepen|ease|free|shape|reach|open|feed into"
                r"|sit with|lift|support|strengthen)\b"
            ),
            (
                r"how (?:might|could|can) (?:an?|\w+ing|colou?r-\w+|named|recorded|anonymous|one|self-\w+) (?!of\b)[^?]{2,60} (?:shorten|nurture|enrich|build"
                r"|alter|carry|reinforce|follow)\b"
            ),
            rf"(?!{_TELLER}|how would {_SPAN})how would (?:an?|one|your) (?!\w+ (?:who|that)\b|(?:\w+ )?(?:objective|goal|target|plan|key result|aim|idea|picture|view|sense|notion|definition|understanding|measure|answer)s?\b|[^?]{{3,60}} need to )[^?]{{3,60}} (?:alter|reinforce|help|suit|change)\b",
            (
                rf"what (?:would|could|might) (?:a|an|another|two|three|fewer) (?:[\w'-]+ ){{0,2}}?{_SET_UP} (?:[^?]{{0,60}} )?(?:mean (?:for|to)"
                r"|(?:show|tell|teach|give|cost|bring|let) you|do (?:for|to)|make possible|open up|hand back|take off|ask of|say to)\b"
            ),
            (
                rf"(?!what (?:could|would|might|can) (?:an? {_BETTER}|{_SPAN}))what (?:could|would|might|can) (?:an?|one|two|free|anonymous|shared|self-\w+|\w+ing) "
                r"(?!faster\b|sooner\b|\w+ without (?:that|this|those)\b|(?:it|this|that) (?:\w+ )?have\b)[^?]{3,70} (?<!to\s)do(?:, if anything,)? (?:about|for|to)\b"
            ),
            (
                rf"what (?:could|would|might)(?:, if anything,)? (?:an?|another) (?!(?:[\w'-]+ )?{_PEOPLE})[^?]{{3,70}} have (?:brought"
                rf"|told|shown|given|taught|revealed|added)\b"
            ),
            rf"what (?:could|might) {_ENCOUNTER} [^?]{{2,60}} (?:reveal|show|change|open up|tell|teach|bring|do)\b",
            rf"what (?:role|part) (?:could|might|would|can) (?:a|an) (?:[\w'-]+ ){{0,2}}?{_SET_UP}",
            (
                rf"what (?:difference|effect|impact)(?:, if any,)? (?:would|could|might) (?![\d£$€]|(?:it|that|this|these|the|your|our|less|more"
                rf"|fewer|x+)\b|{_NOT_A_STEP}"
                rf"|an? (?:[\w'-]+ )?{_PEOPLE}|an? {_WISHED}|an? (?:day|year|week)\b)[^?]{{3,60}} (?:make|have)\b"
            ),
            (
                rf"(?:what|how)\b[^?]{{0,40}} (?:would|could|might) (?!{_NOT_A_STEP}|{_NEUTRAL_DOING}|bring|during|settling)\w+ing (?:a"
                rf"|an|the|your|our|their|them|every|all|two|three|more|fewer) "
            ),
            (
                r"what would [^?,]{2,30} (?:be|look|feel) like (?:with (?:a|an|more|fewer)|without (?:the|a|an|your)) (?!fear|pressure|targets?\b|goals?\b"
                r"|objectives?\b|risk|worry|bad|good|hard|customer|key|clear)\w+"
            ),
            (
                r"(?:what|how|in (?:what|which) ways?)(?:, (?:if [^?,]{2,20}|from [^?,]{2,40}|in [^?,]{2,30}),)? (?:would|could|might) (?:a|an|another) "
                rf"(?!(?:[\w'-]+ )?{_PEOPLE}|(?:[\w'-]+ ){{0,2}}{_NO_THING}|{_WISHED}|[\w-]+ of (?:this|that|these)\b)(?:[\w'-]+ ){{1,6}}?"
                r"(?:add|clear|serve|secure|go down|bear on|demand|spare|show (?:that|you|a|an)|give)\b(?! (?:of|from|up)\b)"
            ),
            (
                r"(?:what|how|in (?:what|which) ways?) (?:would|could|might) (?:one|free|timed) (?!of\b|more\b|good\b|day\b|year\b|measure\b|goal\b|number\b|figure\b|target\b|objective\b)(?:[\w'-]+ ){1,6}?"
                r"(?:add|give|clear|show|serve|secure|spare|bear on|change|nudge|bring)\b"
            ),
            (
                rf"(?:what|how|where|in (?:what|which) (?:ways?|respects?)), (?:if (?:any\w*|at all)|in (?:your|the|each|every) [^?,]{{2,20}}), (?:could|might|would) (?:an?|another|\w+ing) (?!(?:[\w'-]+ ){{0,2}}"
                rf"{_PEOPLE}|{_AIM}|(?:\w+ )?{_NO_THING}|[^?]{{1,30}} that )(?<!reaching\s)(?<!taking\s)(?<!doing\s)(?<!being\s)(?<!knowing\s)(?<!hearing\s)\w"
            ),
            (
                rf"(?:what|how)(?:, [^?,]{{2,25}},)? (?:would|could|might) (?!(?:you|we|they|it|this|that|these|those|such|the|your|our|their|its|his|her|any"
                r"|both|all|most|some|two|three|four|convince|help|show|count|need|tempt|make|remain|keep|bring|put|give)\b"
                rf"|an? [\w-]+ status\b|{_EXTERNAL}|{_STAFF}\b|(?:[\w'-]+ )?{_PEOPLE}|{_FEWER}|\w+'s )[\w-]+ (?:[\w-]+ ){{0,2}}?[\w-]+s(?<!ss) (?:allow|give"
                r"|add|let|cost|achieve|take|keep|change|touch|serve|help|bring|free|open|ease|lift|spare|show|teach|do (?:for|to|about|there|here))\b"
                rf"{_NOT_YOURS}"
            ),
            (
                r"how(?:, [^?,]{2,25},)? (?:could|might|would) \w+ing (?!less\b|more\b)[^?]{2,60}\b(?:serve|hold|take|make|keep|thin|ease|speed|save|improve"
                r"|carry|affect)\b"
            ),
            # where and when there would be room for it
            (
                rf"(?:where|when|how|for whom|for which \w+) (?:would|could|might|can) (?:a|an|another|more|some) (?!{_PEOPLE}|{_AIM}|{_BETTER}"
                rf"|(?:fall|rise|drop|change|gain) in\b|(?:(?:small|single|first|tiny|modest|little) )?(?:step|change|gesture|effort|doubt|question)\b|hour of (?:yours|theirs)\b)"
                rf"(?:(?!{_PEOPLE})[\w'-]+ ){{1,5}}(?:fit|help|come in|make sense|pay off|slot in|be (?:most |more )?useful|add (?:most|value)"
                r"|make (?:the|a) (?:most |biggest |real )?difference|earn its|save|ease|sit|do (?:the )?most|belong)\b"
            ),
            (
                rf"where (?:do|would|could|might|can) {_TEAM} see (?:a|an|another|more) (?!{_PEOPLE})[^?]{{1,40}}\b(?:fit|fitting|help|helping|working"
                r"|coming in|adding)\b"
            ),
            (
                r"where (?:in|on|within|along|inside) [^?]{2,40} (?:would|could|might|can) (?:a|an|another) (?!hour\b|day\b)[^?]{2,60}"
                r" (?:fit|sit|belong|take over|be of use|do (?:the )?most)\b"
            ),
            rf"(?:what|where)(?: do you see| is there)? (?:any )?room (?:is there |do you see )?[^?]{{0,24}}for (?:a|an|another) (?:[\w'-]+ ){{0,2}}?{_SET_UP}",
            (
                r"where\b[^?]{0,40} (?:see|is there|have) (?:any |the )?(?:room|space) (?:in [^?]{2,20} )?for (?:doing|running|trying|learning"
                rf"|(?:a|an|another) (?!{_WISHED}|doubt|question|voice|pause|rest|laugh|minority|view|pushchair)\w)"
            ),
            (
                r"(?:who|whose|which)\b[^?]{2,60} (?:would|could|might)(?: \w+)? (?:gain|profit|benefit) (?:(?:the )?most )?from "
                r"(?!the\b|this\b|that\b|it\b|what\b|your\b|knowing|hearing|seeing)\w"
                r"|which\b[^?]{2,60} (?:natural home|ripest|ripe|best (?:place|home|spot)|best make room) for (?!the\b|this\b|that\b|your\b|it\b)\w"
            ),
            # what keeps the team from it, or is to be said against it
            (
                r"what(?:'s| is| has| else)?(?:, if anything,)?(?: has| is)? (?:\w+ )?(?:stops?|keeps?|prevents?|hold|stopping|keeping"
                r"|preventing|holds|holding|held|stopped|kept|prevented|hinders?|hindering|deters?|deterring)"
                rf" (?:{_TEAM}|us) (?:back )?(?:from )(?!{_NEUTRAL_DOING}(?! (?:every|each|all|your|paperless|digital|remote|to) )(?<!moving)"
                rf"|moving (?:forward|ahead|faster|on)\b|agreeing on\b)\w+ing{_NOT_YOURS}"
            ),
            (
                r"what(?:'s| is)?(?:, if anything,)? (?:stops|keeps|prevents|stopping|keeping|preventing) (?:it|(?:the|your|our|each|every) (?:\w+ )?\w+) from (?:just |simply )?(?!moving (?:forward|ahead|faster|on|up|further)\b)"
                rf"(?:{_DOING}|(?!{_NOT_A_STEP}|{_NEUTRAL_DOING})\w+ing|going (?:paperless|digital|remote|online|over to|back to))\b"
            ),
            (
                rf"what(?:'s| is| has)?(?:, if anything,)? (?:stops?|keeps?|keeping|holds?|holding|hinders?|puts|makes) {_TEAM} (?:back "
                rf"|off |hold back |shy away )?"
                r"from (?:a|an|another|trying|treating|using) (?!clear|good|view|decision|answer)[\w-]+"
            ),
            (
                r"(?:what|why(?! might| would| could)|(?:on|for) (?:what|which)\b)[^?]{0,60} (?:pass(?:ed)? on|decided? against|rul(?:e|ed|es) out|excluded?"
                rf"|leav(?:e|ing) out|left out|resist|dismiss(?:ed)?|shy away from|forgo|do without) (?!{_NOT_A_STEP})(?:an?|\w+ing)\b{_NOT_YOURS}"
            ),
            (
                r"what\b[^?]{0,80} (?:keeps?|kept|keeping) [^?]{1,60}\boff (?:your|the|our) (?:own )?(?:list|table|sheet|plan|agenda|board)\b"
                rf"{_NOT_YOURS}"
            ),
            (
                r"what(?:'s| is)?(?:, if anything,)?(?: still)?(?: (?:stands?|gets?|got|standing))?(?:, if anything,)? (?:in (?:the|your) way of|against)"
                rf" (?![^?]{{0,70}}\bas (?:your|you|the)\b)(?!(?:finding out|talking about|asking for help)\b)(?:{_DOING}|giving|(?!{_NOT_A_STEP}"
                rf"|{_NEUTRAL_DOING})\w+ing\b)(?![^?]{{1,40}}\b(?:in|within|under) \d)"
            ),
            (
                r"what(?:'s| is| are|, if anything,)?(?: (?:the )?(?:reasons?|arguments?))?(?: still)?(?: (?:speaks?|stands?|gets?|got|standing))?"
                rf" (?:against|in the way of) (?:a|an|another) (?!{_WISHED})(?:[\w'-]+ )?{_SET_UP}"
            ),
            (
                rf"(?:what|which)\b[^?]{{0,60}}\b(?:(?:speaks?|spoken|said)(?:, [^?,]{{2,25}},)? (?:for|against)|(?:sees?|got|have|has|stands?) against) (?!{_NOT_A_STEP}|{_NEUTRAL_DOING})"
                rf"(?:(?!reading\b)\w+ing\b|(?:a|an|another|two|fewer|smaller|shorter|weekly) (?!{_WISHED}|link\b|score\b|connection\b|cause\b)[\w-]+)(?! (?:of yours|you)\b){_NOT_YOURS}"
            ),
            (
                r"(?:what|which)[^?]{0,60} (?:snag|catch|hold-?up|hurdles?|obstacles?|reservations?|harm|worst|objections?|hesitations?|drawbacks?|qualms?"
                rf"|hindrances?)(?![^?]{{0,40}} on (?:the|your|our) (?:way|road) to )(?: [^?]{{0,40}})? (?:in|with|to|about|of|on) (?:(?!{_NOT_A_STEP}|{_NEUTRAL_DOING}|shipping|delivering|launching)\w+ing"
                rf"|(?:a|an|another) (?!goal|target|objective|number|figure|score|result|sentence|question|word)[\w-]+|[^?]{{2,30}}s (?!thinking\b|understanding\b)\w+ing)\b{_NOT_YOURS}"
            ),
            # what there is in it
            (
                rf"what(?:, if anything,)? (?:would|could|might) [^?]{{2,50}} (?:gain|(?<!or\s)lose|win|learn|be lost)\b(?! or "
                rf")[^?,]{{0,40}} by (?!leaving\b)\w+ing\b{_NOT_YOURS}"
            ),
            (
                r"(?:what|how|in (?:what|which) ways?)\b[^?]{0,20} (?:would|could|might|do you see) [^?]{0,60}?\b(?:gain(?:ed|ing)?|lost"
                r"|won|benefit|profit|(?<=could\s)come|(?<=might\s)come)"
                rf" (?:by|from|in|of) (?!leaving\b|joining in|{_NOT_A_STEP}|{_NEUTRAL_DOING})(?:\w+ing (?!less\b|more\b)|(?:a|an"
                rf"|another) (?:{_SET_UP}|[\w-]+ (?:{_SET_UP}|kept|led|run|held))){_NOT_YOURS}"
            ),
            (
                r"(?:what|how)\b(?! did\b)[^?]{0,60}\b(?:gains?|learn|find out|discover|win|(?<!or\s)lose|forfeit|get|take(?: away)?|understand|be (?:lost|gained"
                r"|won|learn(?:ed|t))|benefit|profit)\b(?!,? (?:or|and) )[^?,]{0,40}(?:, [^?,]{2,25},)? (?:from|by|through|out of) "
                rf"(?!{_NOT_A_STEP}|{_NEUTRAL_DOING}(?<!taking)|leaving|joining|reading|reducing|setting|waiting)\w+ing\b(?! it as\b| (?:the )?(?:scrap|waste|wait|queue|backlog|error|complaint|delay|loss))"
                rf"{_NOT_YOURS}"
            ),
            (
                r"(?:what|how|which)\b[^?]{0,60} (?:would|could|might) [^?]{2,50} (?:gain|get|take away|benefit|profit|win|learn)\b[^?,]{0,20}"
                rf"(?:, [^?,]{{2,25}},)? (?:from|out of) (?:an?|another) (?!{_WISHED}|(?:[\w-]+ )?(?:{_PEOPLE}|{_AIM}|(?:number|year|study|season|miss|branch"
                rf"|figure|result|failure)\b)|[^?]{{0,40}} that (?:flops|fails)\b){_NOT_YOURS}"
            ),
            (
                rf"what (?:value|benefits?|risks?)(?:, if any,)? (?:do|does|would|might|could) [^?,]{{2,50}}(?: in| from)? "
                rf"(?<!the\s)(?<!your\s)(?<!our\s)(?!{_NOT_A_STEP})(?:a|an|\w+ing)\b{_NOT_YOURS}"
            ),
            # what it would take
            (
                r"what(?:'s| is| would be| are| might be) (?:the|your) (?:\w+ )?(?:steps?|plan|plans|case|timeline|way|route|path) "
                rf"(?:(?:to|towards?|for) {_DOING}(?! (?:to|about)\b)|to {_STEP})"
            ),
            rf"what (?:would|could|might|will) (?:motivate|convince|persuade|encourage|tempt) {_TEAM} to (?!\w+ (?:the idea|it|that)\b)(?:{_STEP}|use|try)\b",
            (
                r"what (?:would|could|might|does|will) (?:it|that) (?:look like|take|mean|be like|feel like|require|cost(?: you| us)?|involve)"
                rf" (?:for (?:[\w'-]+ ){{1,4}})?to (?!call (?:it|this|that|[^?]{{1,30}} off)\b|{_SPEAK_UP}){_STEP}"
            ),
            (
                r"what(?:, if anything,)? (?:would|will|might|could) it take(?:, if anything,)? to (?:get|have) (?!there\b|to\b|it\b|this\b|that\b|from\b)"
                rf"{_NOT_YOURS}"
            ),
            (
                r"what\b[^?]{0,30} (?:have|need) to (?:be (?:true|arranged|in place|ready)|happen|change)\b[^?]{0,30} for (?:you|us|the team) to (?!call\b|let\b"
                rf"|(?:lower|raise|drop) (?:the|your|an?) (?:target|goal|key)){_NOT_YOURS}(?:{_STEP}|go with|relax)"
            ),
            (
                r"(?:what|which)\b[^?]{0,30} (?:smallest|first|earliest|lightest|cheapest|simplest|gentlest) (?:version|step|commitment|trial|pilot|form|test"
                rf"|start)s? (?:of|towards?|to|for|in) (?!{_NOT_A_STEP}|{_NEUTRAL_DOING}|(?:an? )?{_WISHED})(?:an?|\w+ing)\b{_NOT_YOURS}"
            ),
            (
                r"what (?:would|might|will) (?:it take|have to happen|need to happen) for [^?]{2,60} to (?:sit|switch|go (?:in|over)"
                r"|start (?:in|at|on)|join|adopt"
                r"|be (?:logged|opened|merged|published|shared|split|handed|moved|put|dropped|sold|paid))\b"
            ),
            (
                rf"what (?:would|could|might) (?:it|that) (?:look like|take|mean|be like|require) (?!to (?:{_SPEAK_UP})\b)(?:if "
                rf"{_TEAM}|to|for {_TEAM} to) (?:{_STRONG}|{_DONE}|pair)"
            ),
            (
                rf"what (?:would|do|might|will) {_TEAM} (?:need|require|have to (?:do|change))(?: from \w+)?(?: to (?:know|understand"
                rf"|hear|see|find out|learn))?"
                rf"(?: before you)? (?:in order )?to (?:{_STEP}|add|put on|commit to)"
            ),
            (
                r"what(?: support| help)?(?:, if any,)? (?:would|could|might|will) (?:most )?(?:help|let|enable|lead|get) (?:you|the (?:\w+ )?\w+) (?:to )?"
                r"(?![^?]{3,60}\b(?:as (?:your|you|the)|(?:you|they) (?:drew|planned|named|proposed))\b)(?!drop (?:an?|any) (?:key "
                r"result|objective|goal|target))"
                r"(?:move|use|set up|bring (?!(?:this|that|these|the|bad) (?:\w+ )?(?:number|figure|news|doubt|worry|problem|miss|result)s?\b)|try|settle|reward|start|introduce|roll|feel ready to|feel comfortable|switch|hand|add|build"
                r"|drop|give|put|run|offer)\b"
            ),
            # how, when, where and by whom it will be done
            (
                rf"how (?:will|would|could|can|might|do|should|are) {_TEAM} (?:go about |going to |plan to "
                rf"|planning to |start |begin |best |also )?"
                rf"(?!call (?:it|this|that)\b|organi[sz]e an?\b|set up next\b|asking for help\b)(?:{_STRONG}|{_DOING})"
            ),
            (
                rf"how (?:do|does|are|will) (?:{_TEAM}|you and [^?]{{2,20}}) (?:want|intend|mean|aim|wish|hope|plan|going) to (?:go about )?(?!reducing\b|call\b"
                rf"|ask\b){_NOT_YOURS}(?:{_STEP}|{_DOING}|extend|open up)"
            ),
            (
                r"how would (?:you|we) (?:introduce|roll out|announce|phase in|launch|set up|bring in|stage|run|trial|pilot) (?!(?:the|your) (?:goal|objective"
                r"|target)|yoursel|this\b|that\b|it\b|next\b)"
            ),
            (
                r"(?:which|what)\b[^?]{2,60} (?:would|could|might|will|do) (?:you|we) (?:\w+ ){0,4}?"
                rf"(?:{_STRONG}|fold|trade) [^?]{{0,30}}\b(?:with|to|into|onto|from|off|by|for) (?:an?|the|one|its)\b{_NOT_YOURS}"
            ),
            (
                rf"how (?:could|can|might|would|will) {_TEAM} (?:also |best |better )?(?:use|apply|deploy|adopt|employ|harness|leverage) "
                r"(?!what|that\b|this\b|these\b|those\b|your\b|our\b|the\b|it\b|them\b|an? extra|extra|more time|another \w+ (?:day|hour)"
                r"|any\b|each\b|one\b)\w+"
            ),
            (
                rf"how (?:could|can|might|would|will) {_TEAM} (?:make (?:room|time|space)|find (?:room|time|space)|free up time) (?:for|to) "
                rf"(?:{_DOING}|a|an|more|regular|weekly|daily|{_STRONG})\b"
            ),
            rf"how (?:could|might|can) {_TEAM} (?:also |best |then |next )?{_ARRANGE} \w",
            (
                rf"how (?:could|can|might) {_TEAM} (?:also |best )?(?!know|learn|tell|see|hear|feel|want|enjoy|trust|notice"
                r"|understand)\w+ (?:[^?,]{1,60} )?more(?: often)? ?(?:\?|\Z)"
            ),
            (
                r"how (?:might|could|can|may) (?:the|your|this|our) (?:[\w-]+ )?(?:team|crew|unit|group|squad|desk|shift|office"
                r"|department|\w+s) (?:best |then )?"
                r"(?:build|use|make use of|celebrate|turn|introduce|adopt|try|draw on|roll|add|invite|run|offer|involve|pair|pool|share) (?!what\b)\w"
            ),
            r"how (?:might|could|can) (?:the|a|an|your|this|their) (?!(?:\w+ )?(?:goal|objective|target|number|figure|key result)s?\b|[^?]{3,60} that you )[^?]{3,60} (?:be used|be turned(?! into evidence)|be introduced|best be \w+ed|feed into|be made part)\b",
            r"how would (?:you|we) (?:sell|pitch|word|phrase|brief) (?:an?\b(?! (?:\w+ )?(?:objective|goal|key result|target|question)\b)|the (?:e-?mail|letter|message|note|notice|apology)|your (?:letter|message))\b",
            (
                r"how (?:would|will|could|might) (?:you|we) go about (?!finding|choosing|deciding|checking|testing|learning|judging|answering|hearing|making"
                r"|reducing|working|naming|seeing|knowing|measuring|weighing|asking|telling (?:a|them|whether|if|one|apart)\b)\w+ing (?:a|an|the|them|that|your|our)\b"
            ),
            rf"where (?:could|can|might|will) {_TEAM} (?:also )?{_STRONG} \w",
            (
                rf"{_NO_DATE}(?:when|how soon|how quickly|how fast|by when|how early) (?:will|could|can|would|are"
                rf"|were|do|might|should) {_TEAM} "
                rf"(?:be )?(?:able to |going to |planning to |plan to |hoping to )?(?:{_STEP}|start \w+ing)"
            ),
            (
                rf"{_NO_DATE}when (?:will|could|can|would|are|do|might|should) {_TEAM} (?:be |next )?(?:going to |plan "
                rf"to |planning to |able to |start |starting to )?"
                rf"(?:{_BASE}|{_DOING})"
            ),
            (
                r"(?:who|whom|which of (?:you|us)|which one of (?:you|us)) (?:else )?(?:[\w']+ ){0,3}(?:best placed|well placed"
                r"|right person|best person|ideal person|best one|right one|ready|willing|keen|happy|prepared) to (?!judge|tell"
                r"|say|answer|know|see|hear|notice|help|speak|decide|explain|spot|be\b|name|read|describe|remind|learn|feel)\w+"
            ),
            (
                rf"(?:who|which of (?:you|us))(?: [\w']+){{0,4}} (?:could|can|will|would|might) (?:take on|lead|head up|champion|kick off"
                rf"|spearhead|look after|take charge of) (?:{_DOING}|making|a|an|\w+ing (?:a|an|the|our|your))\b"
            ),
            (
                rf"who(?:m)? (?:else )?(?:could|can|will|would|might|should) {_TEAM} (?:also )?(?:ask|talk"
                rf"|speak|call|invite|involve|contact|bring in"
                r"|pair|approach|reach|hire|consult|turn to|delegate)(?! (?:first )?(?:if|when)\b)"
            ),
            (
                rf"(?:what|which (?!assumption|belief|word|worry|habit)[^?]{{1,30}}) (?:will|can|could|should) {_TEAM} (?:cut|drop|delegate"
                rf"|automate|postpone|deprioriti[sz]e|outsource|scrap"
                r"|sacrifice|escalate)\b(?![^?]{0,60} (?:(?:nobody|no one|no \w+) would (?:ever |even )?(?:miss|notice)|without (?:anyone|anybody|a \w+) (?:missing|noticing))\b)"
            ),
            # how others would take it, or the team sees it
            (
                r"(?:how|in (?:what|which) (?:light|way)s?)(?: in [^?]{2,20})? (?:do|does|would) (?:you|we|the [\w'-]+(?: [\w'-]+)?|[\w-]+) (?:picture|imagine"
                rf"|see|view|rate|regard|envisage) (?:an?|another) (?!{_WISHED}|(?:[\w'-]+ )?(?:{_PEOPLE}|(?:evening|day|week|class|link|effect|risk|year|future)\b)"
                rf"|[^?]{{0,40}}'s first){_NOT_YOURS}"
            ),
            (
                r"how (?:attractive|appealing|tempting|ready|open|willing|keen|prepared)(?:, [^?,]{2,20},)? (?:is|are|would|might|do) [^?]{2,50}"
                rf"(?:\b(?:to|for|about) (?!{_NOT_A_STEP}|{_NEUTRAL_DOING})(?:\w+ing\b|an? (?!(?:\w+ )?(?:goal|miss|change|year)\b))|\bit to (?:you|us) to)"
            ),
            (
                r"why\b[^?]{5,120}, when (?:an?|you|your|we|one|\w+ing) [^?]{2,60}\b(?:could|would|might)\b|why\b[^?]{5,120} when (?:you|we) could\b"
            ),
            rf"how (?:would|might|could) (?!you\b|we\b)[^?]{{2,60}} take to (?:an?\b(?! (?:\w+ )?(?:number|target|figure|result|goal|score|objective)\b)|(?!{_NOT_A_STEP}|{_NEUTRAL_DOING})\w+ing)\b",
            (
                rf"how (?:would|could|might) (?:a|an|another|two|fewer) (?:[\w'-]+ ){{0,2}}?{_SET_UP} (?!from the\b)[^?]{{0,60}}\b(?:be "
                rf"received|win|alter|take the edge off"
                rf"|sit with|go down with|affect|change)\b{_NOT_YOURS}"
            ),
            (
                r"how (?:would|might|could|will) it (?:be|go|go down|feel|work out|sit with [^?]{2,20})(?: with [^?]{2,20})? (?:to|if) "
                r"(?!(?:reach|hit|meet|know|see|hear|be|lose|win|miss|finish|live|work|say|tell|speak|admit|look|stay|have (?:met|hit|reached)|nobody|nothing"
                r"|no|it|that|the (?:goal|target|figure|number))\b)\w"
            ),
            (
                r"what (?:would|might|do|does|could) [^?]{2,40} (?:say to|make of|measure in|understand from) "
                rf"(?:a|an|one(?! another)|another|booked|joint)\b(?![^?]{{2,40}} who\b)(?! (?:[\w'-]+ )?(?:{_PEOPLE}|(?:goal|objective|target|figure|number"
                rf"|result|score|rate|sentence|year)\b))"
            ),
            (
                r"which (?!one would (?:you|we)\b)[^?]{2,40} (?:would|could|might)[^?]{0,20} (?:start|be the first|object|support"
                r"|suit)\b[^?]{0,30} (?:with|to (?:get|see)|a|an|for)\b"
            ),
        ),
        rejects=(
            "How could a weekly demo help you hear from users sooner?",
            "What stops you from hiring a second tester?",
            "When will you talk to Legal about the contract?",
            "Who could you ask to review the contract?",
            "How will you catch up by June?",
            "How might you celebrate the success of short shifts more?",
            "What would a second tester change for the people who wait?",
            "What is stopping us from moving the wards to self-booking?",
            "Which of you would be best placed to lead a weekly clinic for new starters?",
            "Where could a chatbot take load off the desk?",
            "How might you use heat maps to find the empty shelves?",
            "What would it take for the depot to switch to night deliveries?",
            "What is your plan for automating the invoices?",
            "What, if anything, has kept you from handing the rota to the wards?",
            "How might the crew build a weekly walk into its Fridays?",
            "How could the porters' know-how be turned into a handbook?",
            "What support would help the crew switch to shorter rounds?",
            "How could staggered starts free the ramp before ten?",
            "What stands in the way of weighing every crate twice?",
            "What might following three parcels show you?",
            "What would the depot gain by weighing every crate?",
            "What would drivers make of booked slots at the gate?",
            "What could free coffee at the gate do for the mood?",
            "What risks do you see in leasing a second lift?",
            "Which ward would be the first to get a second lift?",
            "How would one row of crates alter the mornings?",
            "How would a new rule go down with the wards?",
            "How might anonymous cards nurture the habit?",
            "What speaks against shutting the east gate at noon?",
            "What is there to be said for a deposit on every crate?",
            "What's the snag with letting the cooks set the menu?",
            "What makes you hold back from a shorter form?",
            "What could be won by doubling the night round?",
            "What do you see the wards gaining from a log kept by the porters?",
            "Which ward would gain most from booked visits?",
            "What difference would a bench at the gate make?",
            "What would it take for near falls to be logged on the ward?",
            "What would you need to know to add a second lane?",
            "How would it be to leave the first round to the night shift?",
            "How would you sell a four-day week to the depot?",
            "How would a bonus for early starts go down in the canteen?",
            "What might free tea on the last round bring to the ward?",
            "Where do you see room for a raised bed along the wall?",
            "How would you go about shutting the east gate?",
            "How might the porters take to a rule on early starts?",
            "What would the porters learn from sitting in the control room?",
            "What would it take to get a second ramp by June?",
            "Which of the forms would you replace with a phone call?",
            "How do you picture a night bus on the ring road?",
            "What would shorter forms do for the desk?",
            "What keeps the night line off your list?",
        ),
        accepts=(
            "What stops us from hearing bad news early?",
            "Which of you is best placed to notice the first sign of drift?",
            "Where would a new parent begin on this form?",
            "How might you use what you learned from the pilot?",
            "What would it take for residents to feel the difference by summer?",
            "What is your plan for the weeks you named as busy?",
            "What would moving it change for the drivers on nights?",
            "What, given the choice, would you drop first, and why?",
            "What would an open north gate change for the people who wait in the yard?",
            "How do you hear what users make of trial activation?",
            "What stops you from reaching 30% trial activation?",
            "What help with trial activation would you welcome?",
            "What, if anything, do you want to do about the contract review you mentioned?",
            "How would knowing the starting point shape what 30% means?",
            "How might you find out what the porters make of it?",
            "How could we tell the two effects apart?",
            "What would a shorter queue mean for the people at the till?",
            "What, if anything, gets in the way of a punctual first departure?",
            "Where in the week is there room for a doubt?",
            "What would a new nurse notice on the first day?",
            "How might the crew find out what the porters need?",
            "What support would help the crew hear from the wards?",
            "How could the spring be remembered in ten years?",
            "What might the porters show you?",
            "How would a good handover look to the people on nights?",
            "What stands in the way of hearing bad news early?",
            "What would you lose by leaving the words out?",
            "What do drivers make of the queue at the gate?",
            "Which ward would you visit first, and why?",
            "What would a cleaner record change for the people who apply?",
            "What would a driver change about the form, given the chance?",
            "What would you gain or lose by joining in?",
            "What speaks against the plan you drew in March?",
            "What obstacles do you see to the plan you wrote?",
            "What did you hope to learn by counting?",
            "What would drivers make of a target like that?",
            "You named three wards. Which one would you start with, and why?",
            "How would it be to hear that from the wards?",
            "What would a slow spring add to what you know?",
            "Where do you have room for a doubt?",
            "How would you go about finding out what the wards need?",
            "How did the porters take to the goal you wrote?",
            "What difference would reaching the target make to the wards?",
            "In two years, how would a tenant describe what this plan set out to change?",
            "What would hearing it earlier have let you do for the tenants?",
            "What would a year without a budget free you to think about?",
            "What would a small museum do with this goal that you don't?",
            "What risks do you see in the plan as it is, evening tours included?",
            "Suppose the bank closed its doors: how would your goal need to change, if at all?",
            "What would help you to bring this figure to the board while it is red?",
            "How can a clerk at the gate raise a doubt about the count?",
            "What could you drop from the plan that nobody would ever miss?",
            "What obstacles do you expect on the way to a barrier-free hall?",
            "What stands in the way of finding out who waits longest?",
            "How would fewer complaints at the gate change a porter's day?",
            "How would a bad week change what you look at first?",
            "Who would you ask first if the count looked wrong, and why them?",
            "What keeps you from naming the goal you would rather have?",
            "What gets in the way of talking about the count?",
            "Which assumption could you drop first?",
            "Which key result could you drop without anyone noticing, and what makes you think so?",
            "What would it mean to drop the word “excellence” from the goal?",
            "What would it take to raise a doubt here?",
            "How would visitors take to a lower target?",
            "What benefit do you see in counting at all?",
            "What's the catch with a number like that?",
            "Where might a doubt be useful to you?",
            "How could the goal be used against those who wrote it?",
            "How would you word an objective that nobody could argue with?",
            "What would a competitor give to know this about the people who stay?",
            "How can a goal help you to say no?",
            "How would a delay change the meaning of the goal?",
            "What has kept you from ringing the farmers, as you meant to in May?",
            "What would it take to get there?",
            "What would you learn by counting visits, as your draft says?",
            "How do you go about asking for help?",
            "How would your idea of a good day change?",
            "What keeps the count from moving faster?",
        ),
    ),
    _rule(
        code="ADV106",
        name="expert-norm",
        message="It holds up somebody else's practice as the one to follow.",
        why="The team is asked to measure itself against a method, not to look at its own work.",
        source=_MITI,
        scope=Scope.WHOLE,
        patterns=(
            r"\bbest practices?\b",
            (
                r"\b(?:experts?|research|studies) (?:say|says|show|shows|suggest|suggests|recommend|recommends"
                r"|agree)\b"
            ),
            r"\b(?:is|are|the|as) recommended\b",
            r"\b(?:industry|standard) (?:standards?|practice)\b",
            r"\bi(?:'ve| have) seen (?!you\b|your\b|the\b|it\b|this\b|that\b|how\b|what\b)[\w-]+ [^?.]{2,60}[.?;:,]",
            (
                r"\b(?:families|people|teams|wards|others|schools|shops|farms|colleagues|parents|hospitals) elsewhere\b"
                r"|(?:^|[.,;:] )elsewhere,? (?:in|they|people|teams)\b"
            ),
            (
                r"(?<!'s\s)\bother (?:faculties|farms|schools|wards|branches|banks|depots|shops|clubs|towns|firms|hospitals|museums"
                r"|plants|sites|charities|councils"
                r"|hotels) (?:have|do|use|cap|get|text|run|let|give|went|go|put|already|found|find)\b"
            ),
            (
                r"\b(?:a (?:friend|colleague|client) of mine|my (?:\w+ ){0,2}(?:friend|cousin|sister|brother|wife|husband|choir|firm"
                r"|boss|employer)(?:'s \w+)?) (?!drives|of\b|(?:gets|uses|sees|reads|buys) (?:these|this|your)\b)\w"
                r"|\bswears? by\b(?! (?:them|it)\b)|\bas they do (?:abroad|elsewhere|in|at)\b|\bin my (?:\w+ )?(?:choir|firm|team|company|club|school|family)\b"
                r"|\bevery (?:mature|serious|modern|decent|well-run|grown-up|self-respecting) (?!doubt|question|attempt|worry|try|conversation)[\w-]+"
            ),
            (
                r"(?:^|[.,:;?!] )(?:an?|some|plenty of|many|other|most|our neighbours?|in an?) [^.?]{5,110}[.:;,] (?:so )?(?:what|how|where)\b[^?]{0,20} "
                rf"(?:would|could|might|may) (?:[^?]{{0,30}} )?(?:yours|your own)\b{_NOT_YOURS}"
            ),
            r"\b(?:plants?|teams?|place|marketplace|firms?|banks?|hospitals?|schools?|branch|company) (?:that )?i (?:ran|coached|led|worked (?:at|with|in))\b",
            r"\b(?:of|for|at) (?:(?:a|an|the) \w+ (?:of )?)?your size\b|\b[\w]+s (?:our|your) size\b|\bmost successful \w+",
        ),
        rejects=(
            "What best practices could you apply to onboarding?",
            "Research shows that small teams ship sooner: how do you see that?",
            "How does your list compare with the recommended three objectives?",
            "A friend of mine swears by silent starts: where would one fit in here?",
            "Every mature team names an owner for each figure; how do you see that?",
            "Many depots lock the gate at noon. What would yours gain?",
        ),
        accepts=(
            "What have you found to work best in practice?",
            "What did the research with new users show you?",
            "Where does your own practice differ from last year's?",
            "What have you seen that bears on the rota?",
            "Other depots aside, what does 17 trailers an hour mean here?",
            "What would you like other wards to know about your week?",
            "What does every good porter know that no form asks for?",
            "My sister reads these letters every month: what would you want her to understand?",
        ),
    ),
    _rule(
        code="ADV107",
        name="benefit-sell",
        message="It asks for the good of an action that nobody has taken up yet.",
        why="Only one side of the ledger is asked for, so the answer is sold with the question.",
        source=_MITI,
        scope=Scope.OPENING,
        patterns=(
            (
                r"what (?:\w+ )?(?:benefits?|advantages?|value|upsides?|gains?|difference) (?:could|would"
                r"|might|do|can|will) [^?]{0,30}"
                rf"(?:from|in|of|by|with) (?:{_DOING}|a |an )"
            ),
            (
                rf"what (?:is|are|would be|might be|could be) the (?:\w+ )?(?:benefits?|advantages?"
                rf"|upsides?|case|downsides?) (?:of|in|for) (?:{_DOING}|a |an |having)"
            ),
            rf"what(?:'s| is| would be| could be)? (?:the |any )?(?:harm|downside|problem|hurt|risk) (?:in|of|with|from) (?:just )?(?:{_DOING}|trying|using)",
            rf"what (?:do|would|could) {_TEAM} (?:have|stand) to (?:lose|gain|win) (?:by|from|if)",
            (
                r"how (?:helpful|useful|valuable|good|beneficial|worthwhile|sensible|feasible|smart|wise) (?:would|could|might) "
                rf"(?:it be (?:to|if|for)|a|an|{_DOING})\b"
            ),
            (
                rf"what (?:could|would|might) {_TEAM} (?:gain|win|get|achieve|learn) (?:from|by|with|through) "
                rf"(?:{_DOING}|a |an |having|using|trying)"
            ),
        ),
        rejects=(
            "What would be the benefits of hiring a designer?",
            "What could you gain by splitting the objective?",
            "What value do you see in running a weekly demo?",
        ),
        accepts=(
            "What would reaching 30% make possible?",
            "What did the weekly call give you?",
            "What value does trial activation have for new users?",
        ),
    ),
    _rule(
        code="ADV108",
        name="warning",
        message="It warns of what comes if the team does not follow.",
        why="Fear argues for a course without saying which.",
        source="MISC 2.5, the code for warning",
        scope=Scope.WHOLE,
        patterns=(
            r"aren't (?:you|we) (?:\w+ )?(?:worried|afraid|concerned|risking)",
            r"don't (?:you|we) risk",
            r"\b(?:you|we) (?:run the risk|are risking|risk \w+ing)\b",
            r"(?<!you\s)\bbe careful\b",
            (
                r"what (?:happens|will happen|would happen) if (?:you|we) (?:don't|do not) (?!know|reach|hit"
                r"|meet|make it)"
            ),
        ),
        rejects=(
            "Aren't you worried that the pilot will slip?",
            "What happens if you don't fix the checkout flow?",
            "You risk losing the pilot: what is the plan?",
        ),
        accepts=(
            "What risk in the pilot is on your mind?",
            "What would it mean for the pilot if the date moved?",
            "What would change for users if the key result were missed?",
        ),
    ),
    _rule(
        code="ADV109",
        name="option-menu",
        message="It lists examples of answers, and the team will choose from the menu.",
        why="Examples anchor: what is not on the menu is rarely said.",
        source="QAS-99, step 6 (bias)",
        scope=Scope.PLAIN,
        patterns=(
            (
                rf"\b(?:for example|e\.g\.?|such as|for instance|like|maybe|perhaps|say),? (?:by |with "
                rf"|through )?(?:{_DOING}|(?:a|an|more) (?:\w+ )?"
                rf"(?:\w+ing\b|{_DEVICE}))"
            ),
            r"\b(?:what|how|which|where|when) [^?]{12,160} for (?:instance|example)\b",
            (
                r"\b(?:what|how|which|where|when) [^?]{8,160}[,—–] ?(?:say|perhaps|maybe),? (?:an?|one|two|three|half|another|more|fewer|without|with"
                r"|\w+ing) "
            ),
            r"\b(?:what|how|which|where|when) [^?]{8,160}, (?:[\w'-]+ ){1,4}(?:perhaps|maybe)\b",
        ),
        rejects=(
            "What could move trial activation, for example a shorter form?",
            "What options do you see, such as hiring a contractor?",
            "What would help here (e.g. a weekly demo)?",
        ),
        accepts=(
            "What does a week like this one do to trial activation?",
            "What would a customer like Mina's say about trial activation?",
            "What is an example of a moment when the checklist worked?",
            "What is a good example of a week that worked?",
            "What would you say in half a sentence?",
            "Perhaps the question is too big: what would you rather look at?",
        ),
    ),
    _rule(
        code="ADV110",
        name="rate-my-idea",
        message="It puts an action on the table and asks the team to rate it.",
        why="Feelings about the asker's idea come instead of ideas.",
        source=_TRAP,
        scope=Scope.ASKING,
        patterns=(
            (
                rf"\b(?!how (?:do|did) {_TEAM} think about having)(?:how|what) (?:do|would|did) {_TEAM} (?:feel|think|say|make) (?:about|of|to) (?:maybe "
                rf"|perhaps |the idea of )?(?:{_DOING}|trying|using|adding|starting|a (?:weekly|daily|monthly"
                rf"|new|short|shorter|smaller|lower|higher)(?![^?]{{2,40}} who\b))"
            ),
            (
                rf"\bhow (?:does|would|do) (?:{_DOING}[^?]{{0,40}}|a (?:weekly|daily|monthly|new|shorter|lower"
                rf"|higher) \w+|\d\S*) sound"
            ),
            r"(?<!gave\syou\s)\bthe idea of (?!the|your|this|that)\w+ing\b",
            r"\bhow (?:does|would|do|might) the (?:idea|thought|notion|prospect|option|possibility) of (?!the\b|your\b|this\b|that\b|being\b)\w",
            r"\bhow (?:does|would|might) (?:an?|one|two|another|fewer|more) (?!(?:\w+ )?(?:rate|target|number|figure|goal)\b)[^?]{2,60} sound(?: to you)?(?:,|;|\?|\Z| next\b| for\b)",
            r"\bmy (?:own )?(?:idea|suggestion|proposal) (?:of|for|to|that)\b",
            (
                rf"\b(?:how|what)(?:'d| would) {_TEAM} (?:feel|think|say|react) (?:about|of|to) (?:maybe |perhaps )?(?!{_NOT_A_STEP})"
                r"\w+ing (?!about|today|now\b|at\b|so\b|in\b|on\b|as\b|this (?:week|month|quarter|year))\w+"
            ),
            (
                rf"\b(?:how|what) (?:would|do|does|might) (?:{_TEAM}|the [\w-]+(?: [\w-]+)?) (?:feel|think|say|make|reckon) (?:about|of"
                rf"|to) (?!{_NOT_A_STEP}|{_NEUTRAL_DOING})"
                r"\w+ing (?:a|an|the|all|every|each|your|our|them|it|\w+s)\b"
            ),
            (
                rf"\bhow (?:does|would|do) (?:the (?:thought|prospect|notion|option) of )?(?:{_DOING}|a (?:weekly|daily|monthly|new|short"
                rf"|shorter|lower|higher)) [^?]{{1,50}}(?:strike|sit with|land with|appeal to|work for|suit) (?:you|us|the team)\b"
            ),
            r"\bhow (?:would|does|might) (?:a|an) [^?]{1,50}(?:strike|sit with|land with|suit) (?:you|us|the team)\b",
            (
                r"\bwhat(?:'s| is| are| would be)? your (?:gut )?(?:appetite|reaction|thoughts?|feelings?|opinion|views?|instinct|take|stance|position|timeline"
                rf"|thinking) (?:on|of|for|about|to|towards?|around) (?:maybe |perhaps )?(?:{_DOING}|trying|using|adding|starting|(?!{_NOT_A_STEP})"
                r"\w+ing (?:a|an|the|your|our|it|them|to|more|fewer|two|every|each|all|off|out|\w+s))\b"
            ),
            (
                rf"\b(?:whether|if) (?:a|an|another|more|fewer|{_DOING}) (?!missed\b|{_AIM})[^?]{{1,60}}\b(?:would|could|might) (?:help|take|make|be|ease"
                rf"|free|save|speed|give|improve|solve|reduce)\b"
            ),
            rf"\b(?:whether|if) {_TEAM} (?:could|should|might|would) (?:consider|{_STRONG}|try|use)\b",
        ),
        rejects=(
            "How would you feel about lowering the target?",
            "What do you think about a weekly demo?",
            "How does moving the date to May sound?",
            "How would you feel about handing the night rota to the wards?",
            "How would a no-meeting Friday sit with you?",
            "I'm wondering whether a second porter would ease the mornings?",
            "What would the cooks say to swapping the two shifts?",
            "What is your view of lending the van to the north yard?",
            "How does the idea of a shared rota sit with the wards?",
            "How does a second gate sound to you?",
        ),
        accepts=(
            "How would you feel about missing the target?",
            "How does the new target sit with you today?",
            "How do you feel about trial activation?",
            "What do you think about the options you listed?",
            "What do you make of trial activation since the new onboarding?",
            "How do you think about having one target for two wards?",
            "What do the porters make of reaching the target early?",
            "What gave you the idea of asking the drivers?",
        ),
    ),
    _rule(
        code="ADV111",
        name="soft-imperative",
        message="It recommends in so many words.",
        why="A recommendation with soft edges is still the coach's plan.",
        source=_MITI,
        scope=Scope.WHOLE,
        patterns=(
            r"\byou (?:might|may|could) (?:also )?want to\b",
            r"(?:^|[.,:;?!] |please |do |you can )feel free to (?!pass|skip|say|ask|answer)\w",
            r"(?:^|[.,:;?!] |perhaps |maybe )consider \w+ing\b",
            r"\bi(?:'d| would|'ll)? (?:strongly |also )?(?:suggest|recommend|advise)\b",
            r"\bmy (?:own )?(?:advice|suggestion|recommendations?|tip|idea|instinct|hunch|hint|proposal)\b(?! (?:doesn't|does not) count)",
            (
                rf"\bi(?:'d| would) (?:\w+ly |also |just |rather )?(?:{_STRONG}|keep|get|do away|propose|prescribe|hate to|leave|make"
                r"|pick|stay with|stick with)\b(?! (?:you|it|this|that|time|sure|to (?:hear|know))\b)"
            ),
            (
                r"\bi(?:'d| would)(?: myself)? (?:be inclined to|vote for|start (?:with|by)|go (?:for|with)|pick|choose|back|bet on|be looking at|be tempted to"
                r"|cut|drop|begin with|put (?:a|an|the|your|our|it|them)\b(?! to you| differently| another way))"
            ),
            r"\bthe way i'd (?:do|go|start|put)\b|\b(?:you|one|we) could always\b|\bif i were (?:you\b|sitting where|in your (?:place|shoes))",
            r"(?:^|[.,;?!] ?)make sure (?:to|you|that)\b",
            r"(?:^|[.,:;?!] )let's (?!hear|say|suppose|imagine|picture|leave|park|forget|stay|pretend|assume|set|talk about|take (?:the|that|this|your)\b|turn to|return to|go back to)\w+",
            (
                r"(?<!about\s)\bit (?:might|may|could|would) (?:help|be good|be wise|be worth) (?:to|you to|\w+ing)\b(?! "
                r"(?:hear|know|understand))"
            ),
            (
                rf"(?:^|[.;?!] |maybe |perhaps )(?:you|we) could (?:also |just |always |then )?(?:{_BASE}|try"
                rf"|use|start(?! a little\b))(?![^?.]{{2,80}}; (?:those|these|all|they) (?:\w+ )?(?:are|were) your)"
            ),
            r"(?:^|[.;?!] )try (?:to |\w+ing\b)",
            rf"(?:^|[.,:;?!] )please (?:just |also )?(?:{_BASE}|put|use|update|fix|make|take|check|read|keep|stick to)\b",
            (
                r"\bwhen(?:ever)? you (?:have|get|find|can spare) (?:a|the|some) (?:minute|moment|chance|time|second|hour), (?:please |just )?"
                rf"(?:{_BASE}|put|use|update|fix|make|take|check|read|look)\b"
            ),
            # what the asker said of an idea of their own
            r"\b(?:as|what) i(?:'d| would| should| think you should)\b|\bas (?:the )?\w+(?: \w+)? and i (?:would|do)\b|\bi ask because i would\b",
            r"\bi (?:put (?!to\b|it\b|this\b)\w+|sent round|collected|hinted|drew up|jotted|threw in|offered|prefer|favou?r|fancy)\b(?! to\b)",
            r"\bwhich i(?:'d| would| have)\b|\bi have (?:in mind|long)\b|\b(?:how|one) i(?:'d| would)\b|\bi thought of\b|\bi would gently\b",
            (
                r"\bi(?:'m (?:sold on|all for|in favou?r of)| (?:advised|sketched|proposed|floated|pitched|championed|put forward|argued for"
                r"|keep (?:bringing up|coming back to (?!your\b|what\b))))\b"
            ),
            r"(?<!try\s)\bas (?:i (?:might|would)\b|it does to me\b|(?:you|it) (?:could|might)[,?]|you easily (?:could|might)\b)",
            r"(?<!says\s)(?<!said\s)(?<!that\s)\byou ought to (?!know|say|be\b|have\b)\w",
        ),
        rejects=(
            "You might want to look at the form first. What do you think?",
            "Maybe you could ask Support: how does that sit with you?",
            "I'd suggest fewer key results. What would remain?",
            "What must be in place for the quiet hour I have in mind?",
            "I keep bringing up the parking shuttle: where would you rank it?",
            "Before you cut the round to four stops, as you could, what would you ask the wards?",
            "Besides the fee you ought to drop, what would the tenants notice?",
            "If we closed the gate at noon, as I'd do, what would the drivers say?",
            "I'd split the goal by ward: how does that look to you?",
        ),
        accepts=(
            "What do you recommend on the contract?",
            "What advice would you give a team that starts where you did?",
            "What would you suggest to yourselves in April, knowing what you know now?",
            "I'd love to hear what the porters make of it.",
            "What would you put first, if it were yours to say?",
            "If I were new on the ward, what would you tell me about this goal?",
            "Let's imagine nobody paid for the bus: what would remain of the goal?",
            "Try as I might I cannot see it from here: what does the yard look like to you?",
            "You could move the fair, shrink it or let it be; these were your three. How do you weigh them?",
            "Let's take the second goal: what would you say of it?",
        ),
    ),
    _rule(
        code="ADV112",
        name="polar-advice",
        message="It asks whether the team could or will do a thing that the asker thought of.",
        why="The reply is a promise or a refusal, and neither is the team's own plan.",
        source=_MITI,
        scope=Scope.OPENING,
        patterns=(
            (
                rf"(?:can|could|will|would|may|might|shall) {_TEAM} (?:also |perhaps |maybe |please |not |just "
                rf"|possibly |consider |try )?(?:{_BASE}|{_DOING}|trying|using)(?! (?:us|me) )"
            ),
            (
                rf"(?:are|is|do|did|does|would) {_TEAM} (?:going to|plan to|planning to|want to|willing to"
                rf"|able to|ready to|open to|prepared to|intend to|need to|like to) (?:{_BASE}|{_DOING})"
            ),
            (
                r"would (?:it|there|that) (?:not )?(?:help|make sense|be (?:worth|useful|better|possible"
                r"|helpful|good|an idea|wise|easier|an option|room|value|an?)) ?(?:to|if|\w+ing|in|value)?"
            ),
            (
                r"(?:might|could|may|would) it (?:not )?(?:be (?:worth|better|wise|wiser|smart|smarter|useful|an idea|good|helpful"
                r"|an option|time|easier)|help|make sense|pay)\b"
            ),
            rf"would {_TEAM} be (?:open|willing|happy|up|prepared|ready|able|interested) (?:to|for|in) (?:{_DOING}|{_BASE}|trying|using)",
            rf"(?:can|could|will|would) {_TEAM} (?:also |please |just |maybe |perhaps )?try (?!to (?:say|describe|put))\w+",
            (
                rf"(?:can|could|will|would) {_TEAM} (?:just |simply |please |maybe |perhaps )?tell (?!us\b|me\b|everyone|everybody"
                r"|the (?:room|group|team|rest|others|story|difference)|this|what|how|why|which|where|who|when|if\b|whether|from|apart"
                r"|more|a\b|an\b|your|our|each|about|that|it\b)\w+ (?:that|the|to|about|your|our|we|it|you)\b"
            ),
            rf"(?:is|was) it (?:worth|time|an option|possible) (?:to |{_DOING}|trying)",
            rf"is there (?:a way|any way|room|scope|a case) (?:to|for) (?:{_BASE}|{_DOING})",
            (
                rf"(?:do|did) {_TEAM} (?:think|believe|feel) (?:that )?(?:it would|it might|a |an |more "
                rf"|{_DOING}|you (?:could|should|might) (?:{_BASE}|try|use))"
            ),
            rf"would (?:a|an|more|another|weekly|{_DOING}) [^?]{{0,50}}",
            rf"(?:can|could|will|would|might) {_TEAM} consider (?!what|how|why|whether|this|that|it\b)",
        ),
        rejects=(
            "Could you invite Support to the next demo?",
            "Would it help to run a weekly demo?",
            "Do you think hiring a tester would speed things up?",
            "Are you going to talk to Legal?",
        ),
        accepts=(
            "What would help you hear from Support?",
            "What do you think would speed things up?",
            "What are you counting on to move trial activation?",
        ),
    ),
    _rule(
        code="ADV113",
        name="goal-smuggling",
        message="The preface sets a course as if it were agreed, and asks only for the means.",
        why="The choice that deserves the talk has been made before the question starts.",
        source=_ICF,
        scope=Scope.WHOLE,
        patterns=(
            rf"^\W*(?:so |and |in order |instead |given that you have )?to (?:{_TWO_WORDS}|turn (?:this|it|things) around|make up (?:for )?the|close the|fix|catch)\b",
            (
                r"\b(?:what|which)(?: \w+)? (?:will|can|could|would|do) (?:you|we) (?:do|change|need|take) "
                r"(?:in order )?to (?:get back on track|catch up|speed (?:up|things)|close the gap|turn "
                r"(?:this|it|things) around)"
            ),
            (
                rf"\bbefore (?:you|we) (?!call\b|retire\b)(?:{_STRONG}|put (?:an?|the|every|all) (?!number\b|figure\b)|go (?:over|back) to\b|break [^?]{{2,30}} (?:down|up)\b)"
                rf"{_NOT_YOURS}"
            ),
            (
                r"\bonce (?:you've|you'd|you have|you had|you put) (?!reached|met|achieved|finished|missed|learned|noticed|named|crossed|passed|answered|succeeded)"
                r"(?:\w+ed|put|cut|sent|given|split) (?:the|a|an|it|them|up|off|out)\b"
            ),
        ),
        rejects=(
            "To get back on track, what will you cut?",
            "To close the gap, which work comes first, and why?",
            "What will you do to catch up?",
            "Once you've moved the gate to the north side, what do you expect the drivers to say?",
            "What do you need to know before you hire a second porter?",
        ),
        accepts=(
            "Once you've reached the 30%, what would you want to keep?",
            "What choices are open to you about the time trial activation gets?",
            "For trial activation to reach 30% in 44 days, what would have to be true?",
            "What alternatives have you considered to getting back on track?",
            "What would you want to see before you call it a success?",
        ),
    ),
    _rule(
        code="ADV114",
        name="borrowed-means",
        message="It takes up something of the team's and says what it should do next.",
        why="What one thing has to do with the other is the asker's idea, however warmly it is put.",
        source=_TRAP,
        scope=Scope.OPENING,
        patterns=(
            (
                rf"(?:how|where|where else) (?:could|might|can|would) {_TIED_TO}(?! who\b)(?: ?(?!{_TALK})[\w'-]+){{1,6}}? {_HELPS}(?!,? or "
                rf"fail\b)(?![^?]{{0,60}}(?:\bas you imagine|\bif at all\b))(?! (?:with )?(?:the|this|that|your) (?:[\w'-]+ "
                rf"){{0,2}}(?:goal|objective|key result))"
            ),
            (
                r"(?:how|where|where else) (?:could|might|can|would|will) (?:you|we) (?:also )?(?:carry(?! on)|turn|borrow|use|make use of|apply|build on"
                r"|take|extend|transfer|pass on|design|repeat) (?:[^?]{0,30} )?(?:that|this|these|those|such|the same) (?!into account|seriously|key result|goal|objective|target"
                r"|further|up\b)\w"
            ),
            (
                r"what (?:in|about) (?:that|the|those|these|your)(?! idea)[^?]{1,50} (?:could|might|would|can) (?:you |we )?(?:also )?"
                r"(?:borrow|lower|raise|speed|improve|use again|shape all|shape the)\b"
            ),
        ),
        rejects=(
            "The porters wrote their own rota: how could that care for detail help the night wards?",
            "How might the same patience make the audit easier for the depot?",
            "Where could your gift for plain words lift the price letter?",
            "Friday demos fill the room: how might you carry that energy into the planning week?",
            "What about the way the cooks plan could you use again for the stockroom?",
        ),
        accepts=(
            "How might this decision reach the people on nights?",
            "How could this hour be of use to you?",
            "The porters wrote their own rota: what does that say about how you work?",
            "What about that week would you want to carry on?",
        ),
    ),
)
"""The rules of advice."""
