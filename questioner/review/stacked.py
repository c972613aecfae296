"""Stacked: more than one answer is asked for, so only the last or the easiest one is given."""

from functools import partial

from questioner.review.reading import Clause, Form, Reading, Span, Trait, late
from questioner.review.rules import Rule, Scope
from questioner.review.sieve import OPENS
from questioner.session import Label, Severity

_QAS = "QAS-99, step 4c (double-barrelled)"
_ICF = "ICF competency 7: one question at a time (informed by)"
_MAX_PREFACE_WORDS = 15
_PAIRED = (
    r"(?:progress|wins?|successes|highlights?|achievements?|challenges?|blockers?|obstacles?|risks?|opportunities|strengths?|weakness(?:es)?"
    r"|lessons?|learnings?|next steps?|plans?|actions?|priorities|concerns?|expectations?|owners?|deadlines?|causes?|solutions?)"
)
_TOGETHER = late(
    r"\b(?:each|together|one another|each other|between|relat\w+|connect\w*|differ\w*|compar\w+|meet|touch"
    r"|pull|share|link\w*|match|both|the\s+same\s+(?:picture|story|page|frame|sentence|breath|week))\b"
)


def _two_questions(reading: Reading) -> Span | None:
    separate = [clause for clause in reading.clauses if not clause.joined and not _told(reading, clause)]
    return separate[1].span if reading.asks and len(separate) > 1 else None


def _told(reading: Reading, clause: Clause) -> bool:
    """Tell whether somebody else asks it, of whom the asker speaks: ``Why bother, said the oldest fitter``, or offers it."""
    return (_OFFERED() if clause.form is Form.INVITE else _SAID()).search(
        reading.masked, clause.preface.start, clause.end
    ) is not None


_SAID = late(
    r"(?:,\s*|\?\s*|\s[-–—]\s*)(?:(?:\w+|the(?:\s\w+){1,3})\s+(?:said|asked|says|asks)|(?:said|asked|says|asks)\s+\w+)\b[^?]{0,40}[.]"
)
_OFFERED = late(r"\b(?:two|three|four)\s[^:?.]{3,40}:[^?:.]{3,160}\bor\s[^?:.]{3,80}[.]")
"""``two ways: share the hall, or rent another.``"""


def _joined(reading: Reading) -> Span | None:
    return next((clause.span for clause in reading.clauses if clause.joined), None)


_SUBJECTS = (
    r"how\s+(?:do|does|did|are|is|would|will|could|might)\s+(?:the|your|this"
    r"|our)\s+\w+(?:\s+\w+)?\s+and\s+(?:the|your|its|our)\s+(?:\w+\s+){1,3}(?:fit|sit|bear|affect|help|serve|contribute|work|look|feel|land|support|influence|shape|go|change|matter)\b"
)
_VERBS = (
    r"\b(?:did|do|will|would|could|can|have|has|might)\s+(?:you|we|they"
    r"|the\s+team)\s+(?P<one>\w+)\s+(?:\w+\s+){0,3}?(?<!\sdown\s)and\s+(?:then\s+)?"
    r"(?P<two>change|learn|learned|do|try|keep|stop|start|need|want|plan|carry|use|improve|decide|drop|fix"
    r"|measure|build|tell|share|see|notice"
    r"|expect|achieve|adjust|reshape|avoid)\b"
)
_TWO_TASKS = (
    r"\bhow (?:do|did|will|would|can) (?:you|we|they|the \w+) (?:want to |plan to |hope to )?(?!see\b|like\b|stay\b|take\b)\w+ (?:[\w'-]+,? ){1,8}?and (?:run|train|build|hire|plan|choose|organi[sz]e|set up"
    r"|pay|prepare|arrange|handle|manage|write|raise|cut|reward|recruit|staff|fund|promote|advertise|sell|insure|schedule) (?:the|your|our|its|an?|next|new) (?!next ?\?)\w+(?![^?]{0,40} (?:it|them|that)\b)"
)
"""Another piece of work tied to what the question is about: ``learn from the strike and run the Monday call``."""
_ONE_ACT = {
    ("try", "do"),
    ("think", "do"),
    ("go", "do"),
    ("come", "see"),
    ("try", "see"),
    ("hear", "see"),
    ("see", "notice"),
    ("want", "need"),
    ("sit", "learn"),
}
_PAIR_OF_NOUNS = (
    rf"\b{_PAIRED}(?:,\s+{_PAIRED}){{0,3}},?\s+(?:and|or|&)\s+(?:the\s+|your\s+|what\s+|any\s+"
    rf"|its\s+)?(?:\w+\s+)?{_PAIRED}\b"
)


_ITS = r"(?:the|your|our|its|their|this|that)\s+"
_THING = rf"{_ITS}(?:(?!and\b|that\b)[\w'-]+\s+){{0,4}}?[\w'-]+"
_DET = r"(?:the|your|our|this|that|their)\s+"
_TWO_OBJECTS = (
    r"(?:what|how)(?:'re|'ve|\s+(?:do|did|are|have|would|will|might))?\s+(?:you|we|they|the\s+team|everyone)\s+(?:all\s+|now\s+)?"
    r"(?:think|thinking|see|seeing|feel|feeling|make|making|notice|noticing|noticed|want|hear|hearing|heard|expect|expecting|learn"
    r"|learned|like|say|view|find|take)(?:\s+(?:about|of|from|on|in|with))?\s+"
    rf"{_DET}(?!ways?\b)(?:[\w'-]+\s+){{0,2}}[\w-]+\s+(?:and|or)\s+(?:about\s+|of\s+|from\s+|on\s+|in\s+)?{_DET}"
    r"(?!(?:other|same|lows?|cons?)\b)(?:[\w'-]+\s+){0,2}[\w-]+\s*(?:\?|\Z)"
)
"""Two things to have a view of, each with a determiner of its own, and nothing after them that would tie them together."""
_SAID_AGAIN = (
    r"(?<!asked\s)(?<!talks\s)(?<!wrote\s)\babout [^?]{3,60},? and about (?!(?:how|what) (?:it|they|he|she)\b|(?:the|their|its) [^?]{2,30} (?:it|them|they) ?(?:\?|\w+ ?\?))"
    r"|\bof (?:the|your|our|an?) [^?]{3,60},? and of (?:the|your|our|their|its)\b"
    r"|\bfor (?:the|your) [^?]{3,60},? and for (?:the|your|our|their|its)\b(?! [^?]{2,30} (?:it|they|them) \w+ ?\?)"
    r"|\bthat [^?,]{5,80},? and that (?:the|your|our|its) [^?]{5,60} ?\?"
    # the verb left out, its "about" said again: "teach the desk about the rota and the porters about the lease"
    r"|\b(?:teach|taught|ask|asked|show|shown) [^?,]{2,30} about [^?,]{2,50} and (?:the|your|our) (?:[\w-]+ ){1,3}about\b|\babout [^?]{3,60} and the one about\b"
)
"""The same before any second object, and a second clause of ``that``: ``that newcomers feel seen and that the lease pays``."""
_LEFT_OUT = (
    # "what must a guide know to lead a tour, and the desk to sell one?"
    r"\bwhat (?:would|do|does|might|must|could|should|did) (?!you and\b|we and\b)[^?]{5,70}, and (?:the|her|his|their) "
    r"(?:[\w'-]+ ){1,3}?(?:to (?!be )\w+|as an?|from the|with (?:their|the|an?)|for \w+ing)\b[^,?]{0,40} ?(?:\?|\Z)"
    r"|, and from \w+ to \w+|, and \w+s before they\b"
)
"""Somebody else and something else, with the verb left out that the first half has."""
_TWICE_JOINED = "|".join(
    rf"\b{word}\s+(?!you,?\s+and\b)[^?]{{3,60}}\s+and\s+{word}\s+(?:the|your|our|its|this|their|next|last)\b"
    for word in ("from", "with", "on", "in")
) + (
    r"|\b(?:view|opinion|picture|impression|think|make)\s+of\s+[^?]{3,60}\s+and\s+of\s+(?:the|your|our|this|next|last)\b"
    r"|\bfrom\s+(?!\w+ing\b)[^?]{3,60}\s+and\s+from\s+\w+ing\s+(?:the|your|our|an?)\s"
)
"""The preposition said again before a second object: ``about the lease, and about the levy``."""
_TWO_ACCOUNTS = (
    r"how\s+(?:do|did|would|might|could)\s+(?:you|we|they|each\s+of\s+(?:you|the\s+\w+)|the\s+team)\s+(?:explain|describe|assess|picture|judge|rate"
    rf"|see|view)\s+{_DET}(?:[\w'-]+\s+){{0,4}}?[\w'-]+\s+and\s+{_DET}(?!(?:other|same)\b)"
    # whoever has the view, of two or three things that end the question
    r"|how\s+(?:do|does|did|will|would|might|could)\s+(?:you|we|they|(?:the|your|our)\s+\w+(?:\s+\w+)?)\s+(?:explain|describe|assess|picture|judge"
    r"|rate|see|view|read|interpret|protect|look\s+(?:at|on)|think\s+(?:about|of)|feel\s+about|hold\s+on\s+to)\s+"
    # but not "the wins and the losses", "the start and the end of it", "the goal and the people behind it"
    rf"(?!{_ITS}[\w'-]+\s+and\s+{_ITS}[\w'-]+\s*(?:\?|\Z)){_THING},?\s+(?:{_THING}\s+)?and\s+(?:to\s+|about\s+|of\s+|on\s+|at\s+)?"
    rf"(?!{_ITS}(?:other|same|lows?|cons?|\w+\s+of|(?:[\w'-]+\s+){{1,4}}(?:it|them|that))\b){_THING}\s*(?:\?|\Z)"
)
_ADDED = (
    r"\b(?:as well as(?! the (?:[\w-]+ ){1,2}(?:ones|among)\b)|(?<!get\s)(?<!gets\s)(?<!got\s)(?<!getting\s)along with|plus) (?:(?:on|about|of|from|with|choose|plan|decide on|settle|keep) )?(?:the|your|next)\b"
    r"|, (?:while|whilst) also \w+ing\b"
    # what comes to the asker's mind on the way: ", while we're at it", "and for that matter the lease"
    r"|, while (?:we're|you're|i'm) (?:at|about) it\b|\b(?:and|or) for that matter (?:the|your|our|an?)\b|\bor,? come to that,? (?:the|your|our|an?)\b"
    # another matter named first: "and for the website, what makes …", "and after that, who pays"
    r"|, (?:and|while|whereas) (?:after that|(?:as )?for (?:the|your|our) [^,?]{2,30}?),? (?:what|how|who|which|where|why)\b"
)
"""Something else put beside what is asked about: ``…, plus your thoughts on the lease``."""
_verbs, _subjects, _two_objects, _two_accounts = map(late, (_VERBS, _SUBJECTS, _TWO_OBJECTS, _TWO_ACCOUNTS))


def _double_barrel(reading: Reading) -> Span | None:
    if " and " not in reading.masked and " or " not in reading.masked and "&" not in reading.masked:
        return None
    for clause in reading.clauses:
        if (span := _barrels(reading.masked, clause.start, clause.end)) and not _is_one(reading, clause):
            return span
    return None


def _is_one(reading: Reading, clause: Clause) -> bool:
    """Tell whether a clause asks nothing, or how two things bear on one another."""
    asks = clause.form in (Form.WH, Form.POLAR, Form.INVITE)
    return not asks or _TOGETHER().search(reading.masked, clause.start, clause.end) is not None


def _barrels(masked: str, start: int, end: int) -> Span | None:
    verbs = _verbs().search(masked, start, end)
    if verbs and (verbs["one"], verbs["two"]) not in _ONE_ACT:
        return Span(verbs.start(), verbs.end())
    found = (
        _subjects().match(masked, start, end)
        or _two_objects().match(masked, start, end)
        or _two_accounts().match(masked, start, end)
    )
    return Span(found.start(), found.end()) if found else None


def _long_preface(reading: Reading) -> Span | None:
    if not reading.asks:
        return None
    first = reading.clauses[0]
    begin = reading.sentences[0].start
    before = reading.masked[begin : first.start]
    sentences_before = [sentence for sentence in reading.sentences[:2] if sentence.end <= first.start]
    if len(sentences_before) > 1 or len(before.split()) > _MAX_PREFACE_WORDS:
        return Span(begin, first.start)
    return None


_rule = partial(Rule, label=Label.STACKED, severity=Severity.REJECT)

RULES = (
    _rule(
        code="STK401",
        name="two-questions",
        message="It asks two questions, one after the other.",
        why="The team answers the last one, and the first is lost.",
        source=_ICF,
        scope=Scope.PLAIN,
        patterns=(
            # in brackets: "(and how do the apprentices settle in)"
            r"\((?:and|plus|also|or)\b[^()]{0,60}?\b(?!how do you (?:know|tell)\b)(?:what|how|who|when|where|which)(?:'s|'re)?(?: [\w'-]+){4}[^()]{0,100}\)",
        ),
        matcher=_two_questions,
        firm=True,
        traits=(Trait.SEVERAL_CLAUSES,),
        rejects=(
            "What did you learn? What will you change?",
            "What lies behind the drop? Is it the form?",
            "How did the pilot end? And what came of it?",
            "Which risk weighs most (and how do the juniors get on with the new rota)?",
        ),
        accepts=(
            "What did you learn that you will carry forward?",
            "The price went up in March. What do you connect with that?",
            "Think back to May. What stands out?",
            "I was wondering about the night shift. What do they make of the rota?",
            "The survey drew 300 answers, of which 40 came from the night shift. What do you hear in them?",
            "Which rota the team follows matters little to the guests. What does matter to them?",
            "What would a guest notice first (and why)?",
            "The ferry ran late (and who could have known) in May. What stays with you?",
            "Did we promise too much? was what somebody wrote on the board. What does that ask of you?",
            "You chose the hour yourselves, so I'm curious. What speaks for it?",
            "Help me out here: what do the two views of the rota have in common?",
            "When Farid left the yard, the count stopped. What might he say to that?",
            "How many hours lie behind the rota shows at night. What do you notice then?",
            "The porters named two ways: share the hall with the choir, or rent another. How do both sit with you?",
        ),
    ),
    _rule(
        code="STK402",
        name="joined-questions",
        message="Two questions are joined into one sentence.",
        why="Each deserves its own silence.",
        source=_QAS,
        matcher=_joined,
        firm=True,
        traits=(Trait.SEVERAL_CLAUSES,),
        rejects=(
            "What is slowing trial activation and who could help?",
            "What changed in May, and how will you use it?",
            "What does the rota say about how the nights run, and how does the kitchen want to train its juniors?",
            "What did you learn as well as how will you use it?",
            "What did you see in April, and what in May?",
            "How did you come to choose the date, and has anybody asked the porters?",
            "What would you keep from the old hall, what else do the bakers want?",
            "What lies behind the drop, and do you see it elsewhere?",
            "What do you hope for from the juniors, and is their hall booked?",
        ),
        accepts=(
            "What lies behind the pace of trial activation?",
            "Which assumption would you most like to test, and why?",
            "What would you hand on to the next crew, and for what reason?",
            "Which rule would you bend first, and what speaks for that?",
            "What do you understand about the lease and what it asks of you?",
            "How do you tell what matters from what does not?",
            "How do you decide what stays and what goes?",
            "What in the plan rests on opinion, and what on evidence?",
            "What should a visitor of the loyalty page be able to feel or do that matters to Fernhill?",
            "What the survey left out, how did you come to hear of it?",
            "From what you see at the counter, what do people expect?",
            "What does 92% say about an ordinary day, and what not?",
            "What will you have, should the pilot fail, that you do not have now?",
            "What speaks for and what against the second oven?",
            "Who or what do you turn to on a bad night?",
            "Why noon, I mean, what's behind the hour?",
            "What can and can't you tell from the gate?",
            "Which part of the rota lies in your hands, and which does not?",
            "Which promise has been easiest to keep, and why might that be?",
            "Which guest is this goal for, and what speaks for that choice?",
            "What changed in May, and how do you know?",
            "How do the nurses feel about the rota, and what gives you that impression?",
            "Which guest would miss the bar first, and why that one first?",
            "Where does the early ferry help the islanders, and where doesn't it?",
            "What do you gain and what do you miss by baking at night?",
            "How do you tell what is the crew's doing and what is the weather's?",
            "What do you know, and what do you assume?",
            "What does the number show, and what does it hide?",
            "What did you expect of May, and what happened instead?",
            "Who notices first when the rota fails, and how does it show?",
            "From what guests have told you, what makes a night here worth it?",
            "Should the open day, which you planned yourselves, be rained off, what would you have learned?",
            "What did the crew learn in the weeks when we also had the only boat running?",
            "What would let you say no to the harbour master and have the regulars understand?",
            "What lies between the plan on the wall and how the night shift works?",
            "Which promise to the guests has worn best, and how come that one?",
            "Which goal still fits the second oven, and in what respect?",
            "Which custom of the house would you defend first, and what makes it worth the trouble?",
            "How easy is it to say that the rota fails, and what shapes that?",
            "Which day is the ward most itself on, and why do you say so?",
            "What an outsider sees and what a regular sees differ; how does your goal deal with that?",
            "Since the ferry, as you say, is never late, how did the queue come about?",
            "In what weather does the rule help, and in what does it hurt?",
            "What other ways are there, or might there be?",
            "Which guest would you miss most, and what's the reason?",
            "What role do the students, who are half of your guests, play in this plan?",
            "What was known in March, and what wasn't?",
            "What will remind you, on a wet Monday, of what was said here?",
            "Besides the frost, which you've told us about, what might keep people away?",
            "With what you know now, how would you word the promise?",
            "Whose night gets easier, and whose harder, once the rota holds?",
            "Which custom would you keep, and what difference would that make?",
            "Don't know if this is fair, but what is the second oven for?",
            "Who gets the blame for May is not my question; how did the plan and the winter come apart?",
            "To whom, do you think now, would a no have been a help?",
            "Who wins and who loses, as you see it, by an early gate?",
            "What visitors told you in spring, what would you make of it now?",
            "How many forms a tenant fills in is one thing; what do they learn from it?",
            "Were we too strict, you wondered; what would tell you?",
            "It's the same goal as last year, isn't it, so what makes it worth another?",
            "Who else knows the yard by night, and why have they come to mind?",
            "Where does the goal touch the porters, and why there of all places?",
            "Whom do the juniors turn to first, and what makes it that person?",
            "What has been the best hour of the season, and what made it useful?",
            "At what point do guests leave the queue, and how come then?",
            "What have you let go of for the calm nights, and what made you choose that?",
            "Which of the guesses did May put in doubt, and why do you see it so?",
            "How does word from the ward reach the kitchen, and why by that route?",
            "Who is first to feel the new rota, and why them rather than others?",
            "On which days does the rule matter, and what makes that the right day for it?",
            "Which of the May promises are alive, and what keeps them so?",
            "Which letter showed you something, and what?",
            "How firm is the tie between the rota and the calm, and what are you going on?",
            "How long must a calm spell last to count, and on what is that based?",
            "Whose load does the lift ease, and how did you come to see it that way?",
            "How much of the queue is in your hands, and how do you figure that?",
            "How sure are you of the trend, and what makes you confident in it?",
            "What can be learned from the empty log, and what cannot?",
            "What would you put first in the letter, and what after it?",
            "What would be gained, and what lost, by an early gate?",
            "What would make the goal your own, or is there nothing that would?",
            "What would a fair rota be for the porters, who were called in four times in May?",
            "How do the wards agree, at dusk, on who does what by dawn?",
            "What does an early gate make possible, and what does it make harder?",
            "Who would miss the late ferry, and what would they miss?",
            "Whose voice is missing from the plan, and what might it add?",
            "How firm is the case for the second oven, and what is it built on?",
            "What lies at the heart of the promise for you, and what puts it there?",
            "What does the log tell you, and what can it not tell you?",
            "Why a second oven, what would it show you?",
            "Which rule is hardest to explain to Nan, who has sailed for forty years, and why?",
            "In what you have seen of the spring, what would you look at again?",
        ),
    ),
    _rule(
        code="STK403",
        name="double-barrel",
        message="One verb has two objects, or one subject two verbs, that need separate answers.",
        why="A single answer cannot be read: it may be about either.",
        source=_QAS,
        patterns=(_PAIR_OF_NOUNS, _TWICE_JOINED, _SAID_AGAIN, _LEFT_OUT, _TWO_TASKS, _ADDED),
        unless=_is_one,
        matcher=_double_barrel,
        signs=(
            _VERBS,
            *(OPENS + opening for opening in (_SUBJECTS, _TWO_OBJECTS, _TWO_ACCOUNTS)),
        ),
        rejects=(
            "What did you learn and change?",
            "How do the target and the owner fit your plan?",
            "What are your main risks and next steps?",
            "How do you see the new rota and the price list?",
            "What did you hear about the lift's noise and the tenant's lease?",
            "What did the spring teach you about the lease, and about the night rota?",
            "How does the crew judge its new timetable and its part in the regatta?",
            "What is your view of the late ferry and of the way the kitchen is run?",
            "How do you want to learn from the strike and run the Monday call?",
            "How will you spot a good night, and reward the porters?",
            "What would tell you that the guests feel at home and that the lease pays?",
            "What did the fire teach the desk about the rota and the porters about the lease?",
            "How do you keep your word to the regulars, as well as plan the next open day?",
            "How would you explain the late forms and the new rota to a visitor?",
            "How do you see the point of the late ferry, as well as the budget for the new pier?",
            "What obstacles do you see for the late ferry and for the kitchen's new lease?",
            "What must a guide know to lead a tour, and the desk to sell one?",
            "What would make the drill worth an hour, while we're at it how do the juniors find the new boat?",
        ),
        accepts=(
            "How does the target fit your plan?",
            "By June, what do you want to be true between you and Legal?",
            "What might the highest and the lowest score each be seeing?",
            "What does “Risks and next steps” mean to you?",
            "What do you see between the rota and the price list?",
            "What do you notice about the way the porters and the nurses hand over?",
            "What do you make of the highs and the lows?",
            "How does the kitchen look at its wins and its losses?",
            "How does the crew see the new timetable and the people behind it?",
            "How do you feel about the start and the end of the season?",
            "How would you take what May taught you and build the next goal on it?",
            "What did the spring teach you about the lease and the people it binds?",
            "How do you explain the forms that come late and early to a visitor?",
            "What does a quiet night do for the porters as well as for you?",
            "How do the calm nights and the full beds fit into the same picture?",
            "What would make the ferry a good deal, or a bad one for that matter?",
            "What does each ward ask of you, and is content to do without?",
            "What do you notice about the late round and about how they take it?",
            "What do you know about the spring fair and about the guests it drew?",
            "How does the one goal get along with the other?",
            "How do the old rules, the strict ones as well as the loose ones, find their way into the rota?",
            "What does the harvest need from you, and from the pickers, if it is to begin on Monday?",
            "What would it take to sit down and learn from the flood?",
            "How do you picture the spring, for the crew and for the islanders they serve?",
        ),
    ),
    _rule(
        code="STK404",
        name="question-plus-task",
        message="It hangs a task on the question.",
        why="The task is done, and the thinking is skipped.",
        source=_QAS,
        scope=Scope.WHOLE,
        cues=("give ", "list", "then ", "rate ", "explain", "name ", "describe", "tell us", "share "),
        patterns=(
            r"(?:[,;?] ?(?:and |then |please |and then |and please )|\band (?:then |please )?)(?:give (?:us |me )?(?:an?|some|two|three|examples?)|list\b|rate\b|explain\b|name (?:one|two|three|the)|describe\b|tell (?:us|me)|share (?:an?|one|your)|write\b|provide\b)",
        ),
        rejects=(
            "What helped in May, and give an example?",
            "What do you see? Please list three things.",
            "What surprised you, then tell us what you did about it?",
        ),
        accepts=(
            "What is an example of what helped in May?",
            "How would you describe looking after activation in practice?",
            "Tell us about the weeks around the drop.",
        ),
    ),
    _rule(
        code="STK405",
        name="list-of-subquestions",
        message="It breaks the question into a list to be worked through.",
        why="The answer becomes a form to fill in.",
        source=_QAS,
        scope=Scope.PLAIN,
        patterns=(
            r"(?:for example|e\.g\.?|such as|for instance|in terms of|namely)[^,?]{1,40},[^,?]{1,40},(?! (?:how|what|which|who|where|why)\b)(?![^?]{0,40}, and (?:how|why))[^?]{1,60}\?",
            r"\ba\) ?[^?]{1,80}\bb\)",
        ),
        rejects=(
            "What matters most here, for example to sales, to finance, to users?",
            "How does this look in terms of cost, time, and people?",
            "What did you see: a) in the numbers b) in the room?",
        ),
        accepts=(
            "What matters most here to the people onboarding is for?",
            "How does this look from where the users, Support and Legal each sit?",
            "What is an example of a week that went as you hoped?",
            "Which habit does a sum such as this one, 4,000, put in doubt, and why?",
        ),
    ),
    _rule(
        code="STK406",
        name="conditional-tree",
        message="It asks different things depending on the answer.",
        why="The room is busy finding its branch.",
        source=_QAS,
        scope=Scope.WHOLE,
        patterns=(
            r"[,;.?:—–-] ?(?:and |but |or )?if (?:so|not|yes|no(?= ?[,:;—–-]| (?:what|how|why|who|which)\b))\b(?! (?:for|the|you|how|because|in|a|an|by|with|from)\b)",
        ),
        rejects=(
            "If you are on track, how do you know; if not, what changed?",
            "Did the checklist help? If so, how?",
            "Is 30% within reach, and if not, why?",
        ),
        accepts=(
            "What tells you where trial activation is heading?",
            "What would you expect if the price stayed?",
            "What would be missed if not for the pilot?",
            "What might a full ward be a sign of, if not how ill people are?",
            "What would the guests say of the rota, if no list hung on the door?",
        ),
    ),
    _rule(
        code="STK407",
        name="long-preface",
        message="A long run-up stands before the question.",
        why="By the time the question comes, people answer the run-up.",
        source=_ICF,
        severity=Severity.WARN,
        matcher=_long_preface,
        traits=(Trait.RUN_UP,),
        rejects=(
            "The price went up in March. Churn rose in April. What do you connect with that?",
            (
                "After the checklist had been live for three weeks and the call had become a weekly habit for "
                "everyone, what stood out?"
            ),
            "You set 30%. You are at 18%. It is May. What do you see?",
        ),
        accepts=(
            "Confidence in trial activation went from 7 to 4: what lies behind that?",
            "With 44 days left, what opens up for onboarding?",
            "The price went up in March. What do you connect with that?",
        ),
    ),
)
"""The rules of stacking."""
