"""What somebody could do, as expressions that the rules of advice share: actions, those who act, and what is no step."""

from functools import partial

from questioner.review.rules import Rule, marking
from questioner.session import Label, Severity

TEAM = r"(?:you(?: all| guys)?|we|the team|your team|this team|they|someone|anyone|somebody)"
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
        "\x1e": (past for verb in _VERBS for past in _past(verb).split("|") if past not in _VERBS),  # the rest: DONE
        "\x1f": map(_gerund, _VERBS),
    }
)
TWO_WORDS = r"set up|bring in|reach out|catch up|speed up|drip-feed|get back on track"
"""Verbs of two words, which no mark stands before."""
BASE = rf"(?:(?<=[\x1c\x1d])\w+|{TWO_WORDS})\b"
"""An action in the bare form."""
STRONG = rf"(?:(?<=\x1d)\w+|{TWO_WORDS}|turn (?:this|it|things) around|close the gap|make up (?:for )?the)\b"
"""The same without those that a team names of itself."""
DONE = r"(?:(?<=\x1e)\w+|run|cut|split|reset|set up|brought in|reached out)\b"
"""An action in the past form."""
DOING = r"(?:(?<=\x1f)\w+|setting up|bringing in|reaching out|drip-feeding|having a)\b"
"""An action in the form with -ing."""
STEP = (
    rf"(?:{STRONG}|start \w+ing|(?:move|shift) (?!from\b|this|that|it\b)[^?,]{{2,30}} (?:to|onto|into) (?!\d|life\b|fruition"
    rf"|an end|rest\b|the table)\w+|(?:put|place|let|have) (?:a|an|the|all|every|each|your|our|one|two) \w+"
    r"|(?:give|hand|pay|bring) (?:(?:each|every|all|the|your|our) )?(?:\w+ )?\w+s (?:a|an|the|their|more|some|two)"
    r"|take (?:the|a|every|your|our) [^?,]{2,30} (?:out|off|away)|open (?:on|up|a|an|early|late|earlier|later|another)"
    r"|close (?:on|early|earlier|down)|go (?:back to|down to|over to))\b"
)
"""A course of action in the bare form, with the object that tells it from a turn of phrase."""
STEPPED = (
    rf"(?:{DONE}|(?:put|placed|let) (?:a|an|the|all|every|each|your|our|one|two) (?!step\b|name\b|number\b|face\b|question\b)\w+"
    r"|(?:gave|handed|paid|brought) (?:(?:each|every|all|the|your|our) )?(?:\w+ )?(?:\w+s|of them|(?<=every\s)\w+"
    r"|(?<=each\s)\w+) (?:a|an|the|their|more|some|two)"
    r"|(?:gave|handed) (?:the|your|our|every|each) [^?,]{2,40} to|took (?:the|a|every|your|our) [^?,]{2,30} (?:out|off|away)"
    r"|opened (?:on|up|a|an|early|late|earlier|later|another)|started \w+ing)\b"
)
"""The same in the past form, which is the form of a thought experiment."""
EXTERNAL = (
    r"(?:customer|client|user|guest|shopper|competitor|rival|supplier|market|board|regulator|head|government|nobody|no|nothing"
    r"|bank|network|weather|price|demand|investor|tenant|patient|visitor|it|that|this|people|everyone|someone|somebody)(?:s|'s)?\b"
)
"""Those whose moves the team does not choose: what they might do is no advice."""
STAFF = (
    r"(?:squad|team|crew|shift|rep|manager|lead|leader|engineer|developer|nurse|driver|agent|store|branch|site|office"
    r"|department|line|cell|chef|planner|operator|foreman|buyer|teacher|analyst|member|group|person|one of you|depot)s?"
)
PEOPLE = (
    r"(?:customer|client|user|guest|shopper|newcomer|stranger|visitor|patient|member|friend|colleague|sceptic|skeptic"
    r"|outsider|child|beginner|reader|buyer|borrower|driver|parent|citizen|someone|trustee|handler|nurse|operator|teacher|competitor|rival|critic|neighbou?r|resident|tenant|mayor|journalist|auditor|inspector|pupil|trainee|apprentice|technician"
    r"|examiner|shareholder|owner|merchant)\b"
)
NOT_A_STEP = (
    r"(?:being|having|missing|losing|reaching|hitting|achieving|getting|seeing|knowing|hearing|working|doing|going"
    r"|failing|closing|making|speaking|saying|thinking|understanding|wording|meaning|feeling|onboarding|pricing|planning|training|staffing|funding|marketing|engineering"
    r"|housekeeping|everything|anything|nothing|something|pairing|timing|spring|morning|evening|building|living|owning"
    r"|(?:measuring|counting) (?:it|this|that|at all)|committing|admitting|sharing|finishing|leaving|answering|setting (?:a|the|your) (?:goal|target))\b"
)
"""Gerunds that name an outcome, an experience or a field of work."""
NEUTRAL_DOING = (
    r"(?:reaching|getting|hitting|achieving|moving|making|seeing|being|doing|having|feeling|knowing"
    r"|speaking|saying"
    r"|learning|meeting|giving|bringing|keeping|finishing|taking|going|looking|working|noticing|sharing"
    r"|trusting"
    r"|enjoying|believing|hearing|understanding|asking|telling|acting|talking|raising|listening|resting|relying|answering"
    r"|calling|naming (?:it|what|the (?:goal|objective|number|problem))|questioning)\b"
)
"""Forms with -ing of what nobody has to bring to a team."""
DEVICE = (
    r"(?:demo|stand-?up|hotline|call|meeting|workshop|survey|pilot|checklist|dashboard|contractor|hire|review|form"
    r"|template|tool|session|sprint|training|guide|rota|mentor|buddy|campaign|discount|experiment|interviews?"
    r"|test)\b"
)
"""Things that a team sets up to get somewhere."""
WISHED = r"(?:quiet|good|useful|calm|smooth|clean|punctual|safe|honest|open|fair|full)\b"
"""What makes a thing an outcome to wish for, and no longer one to set up."""
AIM = r"(?:[\w-]+ )?(?:goal|objective|target|key result)\b"
SAID = (
    r"(?:sketched|drew|planned|named|proposed|listed|described|wrote|suggested|mentioned|chose|chosen|weighed|raised|argued|voted|meant"
    r"|agreed|promised|decided|set out|thought of|have in mind|noted|said|announced|floated|tabled|pledged|put (?:up|on|down|forward))\b"
)
NOT_YOURS = (
    rf"(?![^?]{{0,70}}\b(?:(?:you|they|it|your team|the (?!one\b)[\w-]+(?: team)?) (?:\w+ )?{SAID}"
    r"|(?:as|the way|which is what|which|this \w+|the \w+ that) (?:you|they|your (?:own )?[\w-]+|the (?:team|minutes|crew|board)) (?!could|might"
    r"|should|would|may|can|will|easily|ought|see\b|understand\b|picture\b|and\b)\w"
    r"|as (?!i\b|my\b)(?:[\w-]+ ){1,3}(?:proposed|suggested|wished|asked|agreed)\b"
    r"|(?:on|in|from) (?:your|their|its) (?:own )?(?:\w+ )?(?:list|plan|sheet|notes?|slides?|board|draft|brief|shortlist|backlog)\b))"
)
"""Nothing says that the team came up with it."""
MITI = "Persuading in motivational interviewing: Moyers et al. 2016"
TRAP = "Bungay Stanier, The Coaching Habit: advice with a question mark"

rule = partial(Rule, label=Label.ADVICE, severity=Severity.REJECT, sight=_seen)
"""A rule of advice."""
