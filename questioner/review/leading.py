"""Leading: the words signal the wanted answer, or take for granted what nobody has established.

Every question presupposes something; what counts is licence. A fact stated before the question is one, and so
is a hedge such as "if anything", which lets the team answer "none".
"""

import re
from functools import partial

from questioner.review.reading import Clause, Form, Reading, Span, late
from questioner.review.rules import Rule, Scope
from questioner.session import Label, Severity

_PEW = "Pew Research Center on the wording of questions; QAS-99, steps 4a and 6"
_CLEAN = "Clean language interviewing"
_LOFTUS = "Loftus and Palmer 1974"
_TEAM = r"(?:you|we|they|the team|your team|people|everyone|anyone)"
_FEELINGS = (
    r"(?:worried|frustrated|excited|disappointed|relieved|proud|anxious|afraid|scared|stressed|upset|angry"
    r"|annoyed|nervous"
    r"|embarrassed|ashamed|happy|pleased|thrilled|overwhelmed|demotivated|discouraged|surprised|concerned"
    r"|tired|fed up|delighted|glad|grateful|thankful|bored|jealous|guilty|resentful|bitter|hopeful|unhappy|uneasy"
    r"|discontent|panicked|hurt|keen|enthusiastic|confused|lost|hesitant|reluctant|defensive|cynical|exhausted"
    r"|impressed|frightened|drained|worn out|sick|overlooked|rattled|shaken|gutted|chuffed|vindicated|alarmed|amazed|appalled|astonished|baffled|bewildered"
    r"|insulted|humiliated|heartened|encouraged|inspired|irritated|infuriated|dismayed|disheartened|dejected|horrified|terrified|tempted|torn|devastated"
    r"|disgusted|intimidated|slighted|snubbed|smug|high-handed)"
)
_LOADED = (
    r"\b(?:disappointing(?:ly)?|poor(?:ly)?|unrealistic(?:ally)?|impressive|terribl[ey]|awful"
    r"|dismal|sluggish|alarming|worrying|amazing|fantastic|brilliant|excellent|unacceptabl[ey]"
    r"|ridiculous(?:ly)?|pointless|overambitious|over-ambitious|lacklustre|lackluster|stagnant|outstanding(?!,)|unfortunate(?:ly)?"
    r"|outdated|bloated|chaotic|needless(?:ly)?|sloppy|watered-down|inflated (?:target|goal|number|figure|estimate|forecast|plan|promise|claim|expectation)s?|dull|useless|wasteful|half-baked"
    r"|half-hearted|clumsy|shoddy|flimsy|feeble|toothless|tone-deaf|cumbersome|clunky|absurd|crazy|reckless|ill-conceived"
    r"|superb|wonderful|terrific|stellar|remarkabl[ey]|splendid|disastrous|catastrophic|shambolic|botched|laughable|pathetic"
    r"|waste of (?:\w+ )?(?:time|money|effort|space)|misguided|bureaucratic|long-winded|never-ending"
    r"|heavy-handed|painfully|woeful(?:ly)?|hopeless(?:ly)?|game-changing|world-class|smart new|much-needed|long-overdue"
    r"|messy|toxic|mediocre|underwhelming|embarrassing|shocking|appalling|dreadful|costly mistake|fiasco|(?<!in\sthe\s)mess(?! with [^?]{3,50}, if\b)|micromanag\w+|favou?ritism|infighting|finger-pointing|incompetence|flop"
    r"|blunders?|debacle|shambles|red tape|pigheaded|stubborn(?:ness)?(?! (?:\w+ )?(?:dip|gap|leak|stain|fault|error|backlog|residue|rust|weeds?)\b)|chaos|naive(?:ly)?|woolly|timid|measly|shabb(?:y|ily)|sting(?:y|iness)"
    r"|lukewarm|grudging(?:ly)?|wobbly|paper exercise|triumph|vindicated|undervalued|disgruntled"
    r"|feeblest|thankless|tedious|dreary|mind-numbing|soul-destroying|soulless|faceless|stifling|suffocating|overblown|far-fetched|outlandish"
    r"|ludicrous|preposterous|farcical|farce|travesty|fruitless|doomed|haphazard|slapdash|knee-jerk|one-sided|short-sighted(?:ness)?|over-?zealous(?:ness)?"
    r"|indefensible|rosy|ill-(?:timed|advised|judged|fated)|(?:hare|half)-?brained|ham-fisted|inept|heartless|spineless|tireless(?:ly)?|long-suffering"
    r"|pig-headed|credit-grabbing|penny-pinching|nit-picking|navel-gazing|window[ -]dressing|cookie-cutter|touchy-feely|pie-in-the-sky|house-of-cards"
    r"|shameful(?:ly)?|greed(?:y|ily)?|wishful|fig leaf|greenwashing|scaremonger\w*|paranoia|half-heartedness|(?:broken|unkept|empty) promises|hollow"
    r"|unworkable|merciless(?:ly)?|harsh(?:ly)?|overcooked|in (?:such )?haste|hasty|folly|painful(?:ly)?|muddled?|baffling|exhausting|insulting"
    r"|fairy tales?|dead-?weight|millstone|moaners|foot-dragg\w+|meddling|whining|bickering|hijack(?:s|ed|ing)?|rammed through|watered down|paltry|puny"
    r"|petty (?!cash)|mou?ldy|from hell|fire-?fighting|sheer luck|stroke of genius|masterstroke|dodgy|slog|wasted (?:\w+ )?(?:hours?|days?|weeks?|months?|years?|trips?|effort)|lost (?:its|their) (?:shine|warmth|appeal|nerve))\b"
    r"(?=[^?.!]{0,200}\?|\s(?:[\w-]+\s){0,3}\d)"
)
"""Words that judge what they name: in the question, or a figure wherever it stands."""
_JUDGING = late(_LOADED)
_SUPPOSED = late(
    r"\b(?:if|whether|would|could|might|or|nor|may|however|looking|feels?|felt|sounds?|says?|said|told|calls?|called|not|came\s+out|let\s+me|a\s+\w+\s+(?:when|with\s+an?))\b"
)
"""A word that leaves open whether the judgement holds; anywhere shortly before it."""
_IN_GENERAL = late(
    # of any one thing, at a time that may come: "when a row looks hopeless", "know that a plan is hopeless"
    r"\b(?:when(?:ever)?|once|until|unless)\s[^,?.]{0,50}\b(?:looks|gets|proves|turns(?:\sout)?|becomes|goes)\s\Z"
    r"|\bthat\san?\s(?:[\w'-]+\s){1,3}(?:is|was|looks|proves|has\sbecome)\s\Z"
    # one of its kind, to be found or set apart: "spot a poor fit", "more than a paper exercise"
    r"|\b(?:spot|spotting|recogni[sz]e|recogni[sz]ing|detect|detecting|bring|raise|share|voice|more\sthan)\san?\s\Z"
    # beside its opposite: "a good month and a poor one", "between a stretch and a fairy tale"
    r"|\b(?:good|fine|great|strong|rich|between)\b[^,?.]{1,40}\s(?:and|from|or|than)\s(?:an?\s)?\Z"
    r"|\bwho\s(?:thinks?|believes?|finds?|fears?)\s[^,?.]{1,40}\Z"
    r"|\A(?:should|were|had|if|suppose|supposing)\s[^,?]{1,50}\Z"
)
"""The same of whatever fits, and of nothing that is at hand."""
_JUDGED_BY_TEAM = late(
    r",?\sor\s\w+|(?:\s[\w'-]+){0,2}\s(?:which\s|that\s)?you\s(?:described|named|called|spoke\sof|mentioned|reported|told|wrote)\b"
)
_TOLD = late(
    r"\b(?:you|they|he|she)\s(?:\w+\s)?(?:said|told|wrote|called|named|described)\b|\bin\s(?:your|their|his|her)\s(?:own\s)?words\b"
)
_OF_IT = ("it ", "it so ", "it that ", "this so ", "that so ")
_HEDGE = re.compile(
    r"\bif (?:any|at all)|\bif anything|\bif anywhere|\bor not\b|\bif (?:it|they|you|that|this) (?:(?:did|do|does|has|have)\b|(?:is|are|was|were)(?: \w+)?\W*\Z)"
)
_EMOTION = (
    r"(?:fear|boredom|distrust|mistrust|relief|anger|resentment|cynicism|enthusiasm|impatience|gratitude|stinginess|dissatisfaction|reluctance"
    r"|panic|dread|arrogance|misery|contempt|rivalry|devotion|fondness|sloppiness|meddling|indifference|joy|guilt|shame|passion|obsession|jealousy|hostility"
    r"|smugness|weariness|disillusionment|dismay|grief|disappointment"
    r"|embarrassment|discontent|despair|bitterness|fatigue|frustration|anxiety|apathy|complacency|excitement|(?<!you\s)regrets?|prejudices?"
    r"|loss of (?:nerve|interest|heart|faith|confidence|trust))\b"
)
_AFRAID = r"(?:afraid|scared|frightened|embarrassed|ashamed)"
_LOST = r"faith|trust|interest|confidence|patience|heart|hope|touch|momentum"
_STANCE = (
    r"(?:car|trust|believ|listen|try|bother|talk|turn|show|respect|want|speak|mak|learn|help|think|fight|push|ask"
    r"|shar|engag|tak)\w*ing"
)
"""What people stop doing inwardly, unlike a machine or a trial that is stopped."""


def _tag(reading: Reading) -> Span | None:
    return next((clause.span for clause in reading.clauses if clause.form is Form.TAG), None)


def _loaded(reading: Reading) -> Span | None:
    for hit in _JUDGING().finditer(reading.masked):
        if not _supposed(reading.masked, *hit.span()) and not _told_word(reading, hit):
            return Span(hit.start(), hit.end())
    return None


def _supposed(masked: str, start: int, end: int) -> bool:
    """Whether the judgement at that place is left open, is one of two that are weighed, or is that of the team."""
    return bool(
        _SUPPOSED().search(masked, max(0, start - 40), start)
        or _IN_GENERAL().search(masked, max(0, start - 70), start)
        or _JUDGED_BY_TEAM().match(masked, end)
    )


def _told_word(reading: Reading, hit: re.Match[str]) -> bool:
    """Whether the judgement takes up a word that was said before, or stands in a quotation."""
    if reading.plain.count(hit[0]) > reading.masked.count(hit[0]):
        return True
    told = _TOLD().search(reading.masked, 0, hit.start())
    return told is not None and (
        hit[0][:5] in reading.plain[: hit.start()] or reading.masked.endswith(_OF_IT, told.end(), hit.start())
    )


def _told_of(reading: Reading, clause: Clause) -> bool:
    """Whether the clause leaves room for no such feeling, or all those it names were told of before."""
    before = reading.plain[: clause.start]
    named = _NAMED_EMOTION().findall(reading.masked, clause.start, clause.end)
    return (
        _hedged(reading, clause)
        or all(name[:5] in before or _FELT.get(name, name) in before for name in named)
        or _SPOKEN_OF().search(reading.masked, clause.start, clause.end) is not None
    )


def _told_feeling(reading: Reading, clause: Clause) -> bool:
    """Whether ``that worry`` takes up a worry of which the team told before."""
    if _SPOKEN_OF().search(reading.masked, clause.start, clause.end):
        return True
    before = reading.plain[: clause.start]
    felt = _THAT_FEELING().findall(reading.masked, clause.start, clause.end)
    return bool(felt) and all(name[:4] in before or _FELT.get(name, name) in before for name in felt)


_THAT_FEELING = late(
    r"\b(?:that|(?:what|why)\s(?:are|were)\s(?:you|they)(?:\sso)?)\s(frustration|disappointment|anxiety|fear|worry|relief|excitement|anger|stress|embarrassment"
    r"|pride|worried|frustrated|afraid|scared|anxious|disappointed|stressed|excited)\b"
)
_FELT = {"pride": "proud", "fear": "scared", "anger": "raging", "relief": "pressure off"}
"""Words by which such a feeling is told of, where they do not begin like its name."""
_SPOKEN_OF = late(r"\b(?<!as\s)you\s(?:spoke\sof|told\s(?:us|me)\sof|described)\b")
_NAMED_EMOTION = late(rf"\b(?:{_EMOTION}|{_AFRAID}\b|courage\b)")


def _hedged(reading: Reading, clause: Clause) -> bool:
    """Whether the clause leaves room for the answer "none"."""
    return _HEDGE.search(reading.masked, clause.start, clause.end) is not None


def _called_so(reading: Reading, clause: Clause) -> bool:
    """Whether the clause leaves room for the answer "no", or the team is said, just there or just before, to have called it so."""
    return (
        _hedged(reading, clause)
        or _AS_PUT().search(reading.masked, clause.start, clause.end) is not None
        or _CALLED().search(reading.plain, 0, clause.start) is not None
    )


_AS_PUT = late(
    r",\sas\s(?:you|they|he|she|the\s\w+)\s(?:puts?\sit|wrote|said|told\s(?:us|me)(?:\s(?:in|on|last)\s\w+)?|called?\sit)\s?(?:[,?]|\Z)|,\sby\s(?:your|their|its|his|her)\sown\saccount\b"
)
_CALLED = late(r"\b(?:call|calls|called|named|described\s[^.;:?]{2,40}\sas)\s[^.;:?]{0,40}[\"'][^\"']{2,60}[\"']")
"""The words in which somebody judged: ``the head calls it "a shock"``."""


def _doubted(reading: Reading, clause: Clause) -> bool:
    """Whether the clause leaves it open, or asks, whether there is such a thing."""
    return _hedged(reading, clause) or " whether " in reading.masked[clause.start : clause.end]


def _turns(listed: str) -> str:
    """A pattern of turns of phrase, parted by semicolons; each ends where a word does, so that the sieve has its pairs of words."""
    return "|".join(rf"\b{turn}\b" for turn in listed.split("; "))


_rule = partial(Rule, label=Label.LEADING, severity=Severity.REJECT)

RULES = (
    _rule(
        code="LED201",
        name="tag",
        message="It states the answer and hangs a question on the end.",
        why="Agreeing is the polite thing to do, so the team agrees.",
        source=_PEW,
        matcher=_tag,
        traits=(Form.TAG,),
        rejects=(
            "The new onboarding helped trial activation, didn't it?",
            "You are on top of the contract, right?",
            "That was a good month, no?",
        ),
        accepts=(
            "What do you make of trial activation since the new onboarding?",
            "What feels right about the target?",
            "If not activation, what is it that matters here?",
        ),
    ),
    _rule(
        code="LED202",
        name="agreement-seeking",
        message="It asks the team to agree.",
        why="Disagreeing with the person who leads the talk costs more than a nod.",
        source=_PEW,
        scope=Scope.OPENING,
        patterns=(
            r"(?:do|did|would|can|could) (?:you|we) (?:not )?(?:all )?(?:agree|concur|accept)\b",
            r"wouldn't (?:you|we) (?:\w+ )?(?:say|agree|think)\b",
            r"(?<!you\sand\s)(?:is|are|was|were|do|does|did|has|have|ca|can|could|wo|would|should|must)n'?t\b(?! to\b| know (?:if|whether)\b)",
            r"(?:isn't it|is it not|are you not|do you not|is it fair to say|is it true)\b",
            r"(?:what|how|why) do you agree\b",
        ),
        rejects=(
            "Don't you think the target is high?",
            "Would you agree that onboarding matters most?",
            "Isn't the objective clear by now?",
            "Wouldn't you say the pilot worked?",
        ),
        accepts=(
            "What do you think of the target?",
            "How would you all come to agree that 30% had been reached?",
            "What don't the figures show?",
        ),
    ),
    _rule(
        code="LED203",
        name="unlicensed-presupposition",
        unless=_hedged,
        message="It takes for granted a failing, a change of heart or a repeat that nobody has reported.",
        why="The team must first correct the question before it can answer it.",
        source=_CLEAN,
        patterns=(
            r"\b(?:finally(?! settled)|at (?:long )?last)\b",
            (
                rf"\b(?:what|when|why|how) [^?]{{0,24}}\b(?<!for\s)(?<!would\s)(?<!might\s)(?<!could\s)(?<!would\smake\s)(?<!could\smake\s)(?<!might\smake\s)(?<!would\scause\s){_TEAM} (?:to )?(?:(?:stop|stopped) {_STANCE}|quit|give up(?! (?:by|(?:in order )?to (?:make|free|win|get)|in (?:return|exchange)|for (?:it|that|this|the sake))\b)|gave up"
                rf"|(?:lose|lost) (?:{_LOST}|sight)|realise|realize|realised|realized|admit|admitted|regret|abandon|abandoned|ignore"
                rf"|ignored|forget|forgot)\b(?! to (?:ask|thank))"
            ),
            (
                rf"\b(?:made|makes|led|caused) {_TEAM} (?:to )?(?:stop {_STANCE}|quit|give up|lose"
                r"|realise|realize|admit|abandon|ignore|forget|fail|change your mind|fall behind)\b"
            ),
            (
                r"\b(?:slip|slipped|miss|missed|fail|failed|drop|dropped|fall|fell|happen|happened|go wrong"
                r"|late|behind|stuck) (?:\w+ )?again\b"
            ),
            (
                r"\bstill(?<!would\syou\sstill)(?<!would\sthey\sstill)(?<!would\swe\sstill)(?<!will\syou\sstill) (?:\w+ly )?(?:struggl\w+|fail\w*|miss(?!ing from\b)\w*|stuck|behind|late|wait\w*|refus\w*|ignor\w*"
                r"|avoid\w*|insist\w*|unable|not\b(?! (?:know|sure|clear|certain|settled)))\b"
            ),
            r"\b(?<!that\swe\s)(?<!that\syou\s)(?<!that\sthey\s)(?<!says\sthey\s)(?<!say\sthey\s)no longer (?:care|believe|trust|want|try|listen)\b",
            (
                r"\b(?:haven't|hasn't|have not|has not) (?![^?]{0,20}\b(?:talked|said|spoken|ruled|asked|tried|explored|heard"
                r"|thought|seen|looked|considered|discussed|named|noticed|learned|learnt|tested|mentioned|shared|told|touched"
                r"|voiced|raised|met|used|imagined|found)\b|(?:(?<=you\shaven't\s)|(?<=we\shaven't\s)|(?<=you\shave\snot\s)|(?<=we\shave\snot\s))(?:\w+ )?(?:understood|grasped|explained|accounted)\b|[^?]{0,20}\byet been able to (?:account|explain|say|see|name)\b)[^?]{0,30}\byet\b"
            ),
            (
                rf"\bnow (?:that )?[^?,]{{1,30}}(?:'ve|'s| have| has|'re| are| is) (?:all )?(?:stopped {_STANCE}|given up|walked away"
                rf"|lost (?:{_LOST})|losing|slowing|failing|falling apart"
                r"|fed up|sick of|tired of|dragging|paralys\w+|demorali[sz]\w+)\b"
            ),
            # whoever it is that lost heart or has to admit something, not only the team
            (
                r"\b(?:made|makes|make|(?:why|when|how|where) d(?:o|id|oes)) (?:[\w'-]+ ){1,6}?lose (?:heart|faith|trust|interest|confidence|patience|hope|nerve"
                r"|their (?:nerve|faith|trust|interest|way))\b"
            ),
            r"\bha(?:ve|s|d) to admit\b",
            # what was done wrong is to be forgiven, or owned at last
            r"\b(?<!would\syou\s)forgiv(?:e|es|en|ing)\b(?! me\b)",
            r"\b(?:(?:make|makes|before|until) (?:you|they|we|the [\w-]+)|take (?:for [^?]{2,40} )?to) admit\b",
            (
                r"\bcome to (?:distrust|mistrust|love|hate|resent|dread|fear|blind|dictate|neglect|despise|die|be (?:at odds|neglected|shut out|ignored|taken for granted"
                r"|forgotten|treated))\b"
            ),
            (
                r"\b(?<!if\s)the (?:[\w-]+ ){1,2}(?:has |have |had )?stop(?:ped)? (?:believing|caring|trusting|listening|trying|looking)\b"
                r"|\b(?:take for|make|made|before) (?:[\w'-]+ ){1,5}?(?:to )?stop (?:feeling|sulking|treating|ignoring|letting|hiding|believing|pretending|blaming|complaining)\b"
            ),
            # that something goes unsaid or unseen is settled
            (
                r"\bwhat (?:keeps|stops|prevents|kept|stopped) (?!you\b|us\b|it\b|that\b|this\b|a\b|an\b|any)[^?]{2,40} from (?:saying|speaking|admitting|telling|asking|seeing|raising|owning|listening|noticing|accepting|learning"
                r"|trusting|believing)\b"
            ),
            # at last, and never before
            r"(?<!target\s)(?<!table\s)(?<!listener\s)(?<!me\s)\bfor once\b",
            r"\b(?:get|gets|got) talked into\b|\btalk(?:ed|ing|s)? (?:you|us|them|anyone|anybody|the [\w-]+) into\b",
            r"\b(?:stop|stops|stopped|stopping|keeps|kept|get|gets|got|begin|began|start|starts|started|starting|from) (?:(?!if\b)[\w'-]+ ){0,6}?tak(?:e|ing) (?:[\w'-]+ ){1,4}?(?:as )?seriously\b",
        ),
        rejects=(
            "When did the team finally stop caring about onboarding?",
            "What made you lose faith in trial activation?",
            "What has the team still not understood about trial users?",
            "What will you tell tenants now that they have stopped trusting the desk?",
            "What made the porters lose faith in the new lift?",
            "What would the planners have to admit about the hall?",
            "What keeps the desk from taking the forms seriously?",
            "What would move the porters to forgive the planners?",
            "When did the depot finally answer the porters?",
            "What would make you admit that the count is wrong?",
            "How did the wards come to resent each other's lists?",
            "When did you see that the porters had stopped believing in the count?",
            "How did the desk get talked into a third form?",
            "What would the plan say if the porters had been listened to for once?",
            "What keeps the night porters from saying what they think of the form?",
        ),
        accepts=(
            "What haven't you said yet about the rota that belongs here?",
            "What was it like for you to stop the line in front of the auditor?",
            "What do people lose when the branch closes early?",
            "What is still open for you about onboarding?",
            "What, if anything, did the pilot show you that you could use again?",
            "Confidence in trial activation went from 7 to 4: what lies behind that?",
            "What would stop mattering if the objective were gone?",
            "What do you give up by putting quality first?",
            "What evidence would make you give up the second hall?",
            "What follows for the week if you take the objective seriously?",
            "If nobody kept score, what would you still refuse to cut?",
            "Where would you look for the forty forms still missing from the count?",
            "What are you still not sure of?",
            "What could make you forget this by May?",
            "Which delay would you forgive first, and why?",
            "How would you notice if the porters stopped believing in the count?",
            "What have you come to believe about visitors who come once?",
            "What keeps porters from saying what they think, if anything does?",
            "How did speed come to be the thing we count?",
            "What helps or hinders a porter in admitting that a load went wrong?",
            "What would the wards give up to free an hour for the handover?",
            "Which part of the queue haven't you explained to yourselves yet?",
            "What in the count have you not yet been able to explain?",
        ),
    ),
    _rule(
        code="LED204",
        name="loaded-word",
        message="A word in it has already judged what it asks about.",
        why="The judgement becomes the topic, or worse, the answer.",
        source=_LOFTUS,
        scope=Scope.WHOLE,
        matcher=_loaded,
        signs=(_LOADED,),
        patterns=(
            r"\b(?:(?<!and\s)surely(?! there are\b)|obviously|of course|needless to say|(?<!not\s)(?<!a\s)(?<!that\s)(?<!has\s)(?<!have\s)(?<!but\s)(?<!than\s)(?<!might\s)(?<!that\swas\s)(?<!who\sis\s)(?<!who\sare\s)(?<!that\sis\s)(?<!one\sit\s)(?<!one\sthey\s)(?<!one\syou\s)merely|as (?:you all|you well|we all|everyone) knows?)\b",
            r"\b(?<!not\s)(?<!-)(?<!than\sthe\s)(?<!besides\sthe\s)(?<!beyond\sthe\s)obvious (?!to |from |about )\w+",
            r"(?:^|[,.;:] ?|\b(?:is|are|was|were|has|have|quite|it) |'(?:s|ve|re) |\b(?<!as\s)so (?=\w+ly \w))(?:clearly|plainly|evidently)\b(?! (?:and|or|but|about|in)\b)(?! (?:as|at|by|defin|stat|mark|label|writ|put)\w*)",
            # a word put first for weight: "broken as it is"
            r", (?!(?:so )?(?:just|exactly|taken|left|much|such|same|as|even|only|insofar|inasmuch|far|soon|long|strange|odd)\b)(?:so )?[\w-]+ as (?:it|they|you|he|she|we) (?:is|are|was|were)(?=,| )",
            (
                r"\b(?:your|the|this|our) (?:[\w-]+ )?\w+ clearly (?!sa(?:y|id)|see|saw|to(?:ld)?\b|tell|stat|show|writ|put|nam|do|and\b|enough|defin|mark|label|visib"
                r"|under)\w+"
            ),
            r"\b(?:(?:a mere|merely) \d|(?<!that\s)(?:only|just) \d(?=[^.?!;]{0,200}\?))",
            r"\bslow progress\b",
            # the one reason that is granted discredits: "apart from sheer vanity"
            (
                r"\b(?:apart from|besides|other than|beyond|aside from) (?:(?:sheer|mere|pure|plain|blind|simple|simply|your|their|our|the|an?) ){0,2}(?:hope|hoping|face|fear|spin|wishful thinking|fig leaf|nostalgia|vanity"
                r"|stubbornness|obstinacy|laziness|pride|prestige|greed|panic|optimism|politics|keeping|pleasing|boasting|showing off|lip service)\b"
            ),
            (
                r"\b(?:the|all the|that|those|your|our|such) (?:ignored|neglected|mistaken|premature|careless|meaningless|lucky|comforting|confusing|drained"
                r"|bored|disappointed|delighted|exhausted|demorali[sz]ed) (?!ones?\b)\w+(?=[^?.!]{0,200}\?)"
            ),
            (
                r"\b(?:makes|made|is|was|why|how|what) (?![^?]{0,40}\b(?:would|could|might) (?:[^?]{1,30} be|make (?:one|either|any|each|it|this|that)) )[^?]{1,40}(?<!\ba\s)(?<!\bthe\s)(?:the|an?) (?:obvious|smartest|safest|only sensible"
                r"|perfect|ideal|superior|winning|natural|(?<!\ba\s)wrong) (?:choice|bet|option|answer|call|move|way(?! (?:round|up|around)\b| ?(?:\?|\Z))|approach|path|decision|measure)\b"
            ),
            r"\bthis (?:realistic|ambitious|great|good|bad|weak|strong) \w+ (?:slip|fail|work|miss)",
        ),
        rejects=(
            "How disappointing was a result of only 12%?",
            "What made this realistic plan slip?",
            "Surely the form is the cause: what do you see?",
            "What explains the poor activation?",
            "What do you make of the premature switch to tablets?",
            "What does the tedious form ask of the porters?",
            "Your crew clearly likes a challenge: where does that come from?",
            "What do the porters, weary as they are, say about the goal?",
            "A dismal 12 % came back in May. What do you take from that?",
            "What will you do about a form that everybody so plainly dislikes?",
            "What does the May date rest on, apart from sheer hope?",
            "How did the broken promises of the spring reach the porters?",
        ),
        accepts=(
            "What does 12% mean to you?",
            "What would be clearly different for users?",
            "What is not obvious from the figures?",
            "What is only visible from where you sit?",
            "After that evening in the mess hall, what has changed?",
            "How do you tell a full hall from one that merely looks full?",
            "What would show that visitors are glad of the tour rather than merely polite?",
            "Who would call the form tedious, and for what reasons?",
            "Which readings, besides the obvious one, does the count allow?",
            "What would make either of the two the wrong bet?",
            "How would you like to be told that a plan is hopeless?",
            "When a plan looks hopeless by May, what happens here?",
            "You said the queue worries you. What makes it worrying for the porters?",
            "How do you tell a good handover from a poor one?",
            "Which readings, dull or bold, have you weighed?",
            "Which part of the mess you described would you like to look at first?",
            "How would somebody who thinks the count is a waste of time put it?",
            "As you know, the lift closes in May. What does that mean for your week?",
            "What promise could the desk make and surely keep?",
            "Why was the old form, which the wards wrote, left as it was?",
            "What lets a porter report a bad week as plainly as a good one?",
            "What keeps the form in use, apart from the law?",
            "What does a porter gain from the form besides time?",
            "While the answer from the harbour is outstanding, what stays in your hands?",
            "What helps a nurse to spot a poor fit early?",
            "What could make this the wrong bet?",
            "How do the porters come to speak so plainly in the review?",
            "What would a guest say, plainly and without thanks, about the queue?",
            "The stubborn leak in the second lift is back: what do you understand about it?",
            "If a new porter in his first week found the date unrealistic, what would follow?",
            "What happens here when a nurse wants to bring a half-baked idea to the handover?",
            "How does the ward learn of a wrong call in time?",
            "How could the kitchen find out that the count points the wrong way?",
        ),
    ),
    _rule(
        code="LED205",
        name="causal-claim",
        message="It asserts a cause and asks only for its size or its course.",
        why="Other causes are ruled out before anyone has spoken.",
        source=_CLEAN,
        patterns=(
            r"\b(?:caused by|owing to|(?<!differently\s)as a result of(?! (?:this|our|today's) (?:talk|meeting|session|conversation|training|check-in|retro)\b)|(?:because of|thanks to) (?:the |a |your |our |their )?(?:weak|poor|bad|good|great|clear|unclear|slow|late|low|missing))\b",
            r"\bdue to (?!be\b|launch|ship|start|end|go\b|land|report|meet|close|something\b|anything\b|chance\b)",
            r"(?:\b(?:the|your|our|their|his|her|this|that)|'s|s') (?:\w+ )?lack of\b",
            (
                r"\b(?:what about|which (?:bit|part) of|what part (?:of|in)) (?:the|your|that) (?![^?]{2,60}\b(?:would|might|could)\b)[^?]{2,50} (?:put (?:that|it|this) down to|credit|deserve|owe)\b"
                r"|\bwhat did (?:the|your) [^?]{2,30} do to (?:bring|cause|make|turn)\b"
            ),
            (
                r"\bhow (?:much |badly |greatly |far )?(?:has|have|had|did|does|do|is|are) (?!you\b|we\b|(?<=\bdoes\s)(?:the|your|our|this|that) (?:[\w'-]+ ){0,2}?(?:goal|objective|target|key result|word|wording|promise) (?:x+ )?help\b"
                r"|they\b|that (?:feel|look)|it (?:feel|look))(?![^?]{0,50}\b(?:(?:meant|supposed|intended|expected|designed) to|let you know|tell|say|decide|judge|know|learn|notice|whether|if) )[^?]{1,50}?\b(?<!a\s)(?<!an\s)(?<!the\s)(?<!of\s)(?:hurt(?:ing)?|harm(?:ed|ing)?"
                r"|damag(?:e|ed|ing)|undermin(?:e|ed|ing)|slow(?:ed|ing)?(?: down)?|(?<!for\s)help(?:ed|ing)? (?!from|(?:\w+, )?or (?:hinder|hurt|harm)|it\b|(?:you )?steer)"
                r"|improved?|boost(?:ed)?|hold(?:ing)? back|held back|block(?:ed|ing|(?= \w))|derail(?:ed|ing)?"
                r"|worsened|benefit(?:ed|ted)?)\b"
            ),
            r"\bhow much (?:has|have|did|does) [^?]{1,40}\b(?:affect|influence|contribute|change)",
            (
                r"\b(?:how|in what ways?) (?:much |badly |far )?(?:has|have|had|did) (?!you\b|we\b|they\b|it\b|that\b|each\b|everyone|this (?:come|feel))"
                r"(?![^?]{0,150}\bif (?:any|at all|it did|it has|they did))[^?]{1,50}?\b(?<!the\s)(?<!an\s)(?<!a\s)(?:caused?|destroy(?:ed)?|driv(?:e|en)|drove|contribut(?:e|ed)"
                r"|led to|lead to|trigger(?:ed)?|fuel(?:led|ed)?|drag(?:ged)?|cost|erod(?:e|ed)|weaken(?:ed)?"
                r"|hinder(?:ed)?|hamper(?:ed)?|ruin(?:ed)?|wreck(?:ed)?|spoil(?:ed|t)?|disrupt(?:ed)?|distract(?:ed)?|delay(?:ed)?"
                r"|strain(?:ed)?|sap(?:ped)?|drain(?:ed)?|demotivate[d]?|strengthen(?:ed)?"
                r"|increas(?:e|ed)|reduc(?:e|ed)|suffer(?:ed)?|dent(?:ed)?|eased?|impair(?:ed)?|deteriorated?|lighten(?:ed)?|restored?|lift(?:ed)?|lower(?:ed)?)\b"
            ),
            # what it did to people, after a fact too: "how has that put people off"
            (
                r"\b(?:how|in what ways?) (?:exactly )?(?:has|have|had|did|is|are) (?!you\b|we\b|they\b)[^?]{1,40}? (?:sped|unsettled?|sink|sunk|put (?:[\w'-]+ ){1,3}off"
                r"|(?:take|took|taken) the \w+ out|swallow(?:ed)?|(?:winning|won) [^?]{1,20}back|freed? (?:you|them|us|the)|cut (?!out\b|short\b|back\b|off\b)\w+|stifled?|crushed?|soured?"
                r"|scared?|squeezed?)\b"
            ),
            # "what in the signs brought that about": the cause is settled, its part is asked for
            r"\bwhat (?:was it |is it |else )?(?:in|about) (?:the|your|their|our) [^?]{2,50}? (?:brought|do you put|led to|caused|turned)\b",
            # what in it had the effect, of which there was no talk
            (
                r"\bwhat (?:else )?(?:about|in|(?:is|was) it (?:in|about)) (?:the|that|your|this|our) [^?]{2,40}? (?:(?:put|puts|set|sets|drove|drives|sends|sent|scared?s?|turns|turned) [^?]{2,30} (?:off|away|out|against)"
                r"|drove|dragged|drags|cost|frighten\w*|lies behind|lay behind|had the (?:greatest|biggest|most)|made the difference|did the trick)\b"
            ),
            (
                r"\bwhat (?:else )?(?:is|was) it (?:about|in) [^?]{2,60}? that (?:\w+ )?(?:sends?|sent|drags?|dragged|drives?|drove|(?:puts?|sets?) (?:[\w'-]+ ){1,3}off|leaves? (?:[\w'-]+ ){1,3}(?:cold|out in)"
                r"|costs?|wears?|wore|shuts?|has such|blocks?|breaks?|kills?|slows?|hurts?|spoils?|ruins?|pushe[sd]|turns?|turned|(?:works|went|go|goes|do|does) so)\b"
            ),
            # it had that effect, and what other effects
            (
                r"\bwhat (?:else|other (?:benefits?|damage|harm|good|gains?|improvements?)) (?:has|have) (?!you\b|we\b|they\b|it\b|that\b|this\b|to\b)(?:[\w'-]+ ){1,5}?(?!changed\b|asked\b|seemed\b|learned\b|noticed\b|turned\b|helped\b|happened\b|shifted\b)"
                r"(?:\w{3,}ed|brought(?! to\b| up\b)|broken|cost|sped|cut|hurt|eaten|done)\b"
            ),
            (
                r"\bhow(?:, in your view,)? (?:did|does|do|has|have) (?!you\b|we\b|they\b|the one\b|something\b)[^?]{2,50} (?:bring|brought) (?:that|this|it|the \w+) (?:about|on)\b"
                r"|\b(?:did|does) to bring (?:that|this|it|the \w+) about\b"
            ),
        ),
        rejects=(
            "How much has the reorganisation hurt trial activation?",
            "What changed because of the weak onboarding?",
            "How has the new tool improved your focus?",
            "What do you do about the drop caused by the price?",
            "How did the new glue drive the rise in returns?",
            "How has Lena's lack of drive shaped the spring?",
            "In what ways has the new lift lightened the porters' days?",
            "Which part of the May training do you put that down to?",
            "What did the new foreman do to bring the queue down?",
            "How has the new lift sped up the mornings?",
            "The queue is down. What in the new signs brought that about?",
            "How did the new signs bring that about?",
            "Visits fell in May. What about the new signs put people off?",
            "Rounds took longer in May. What is it about the hall that slows the porters?",
            "The queue is down. What else has the new lift fixed?",
        ),
        accepts=(
            "How did the cost of the trial come up?",
            "How does this key result drive the objective?",
            "How did the quarter push your thinking?",
            "What part, if any, has the reorganisation played in trial activation?",
            "What would change for users if the work due to launch in May came later?",
            "How did the checklist change what new users do?",
            "What do you connect the change in churn with?",
            "The queue halved in May: what do you put that down to?",
            "The queue halved in May. What do you think brought that about?",
            "How did the porters take the news about the lift?",
            "What in the plan would you like to look at again?",
            "What will each of you do differently as a result of what the porters said?",
            "How do you judge that a new sign has helped visitors?",
            "How does the count help or hinder the porters?",
            "Which part of the plan would still deserve your best people?",
            "What will you do differently as a result of this talk?",
            "How is the second porter meant to help the wards?",
            "What is it about the hall that matters to the porters?",
            "What about the new signs would you look at again?",
            "How does the goal help a porter who is new to the ward?",
            "How does the word “calm” help you to choose between two rotas?",
        ),
    ),
    _rule(
        code="LED206",
        name="emotion-attribution",
        unless=_told_feeling,
        message="It tells the team what it feels and asks how much or why.",
        why="A feeling that was put into the room is hard to refuse in front of others.",
        source=_CLEAN,
        patterns=(
            rf"\bhow {_FEELINGS} (?:of |with |by )?(?:are|is|were|was|do|does|did|will|would|must|has|have|had)\b",
            (
                rf"\b(?:what|who) (?:(?!would|could|might|will|can)\w+ )?(?:makes|made|is making) "
                rf"(?:{_TEAM}|everybody|them|us|(?:the|your|our|this) \w+) (?:feel )?(?:so |most |this |that )?{_FEELINGS}\b"
            ),
            rf"\bwhy (?:are|were|is|do) {_TEAM} (?:feel )?(?:so )?{_FEELINGS}",
            (
                r"\b(?:your|the team's|that) (?:frustrations?|disappointment|anxiety|fears?|worry|relief"
                r"|excitement|anger|stress|embarrassment|pride)\b"
            ),
            (
                rf"\bwhat (?:are|were) {_TEAM} (?:so |most )?(?:worried|frustrated|afraid|scared|anxious"
                rf"|disappointed|stressed|excited) (?:about|of|by|with)?"
            ),
            (
                r"\bhow (?:much|deeply|strongly|badly) (?:do|does|did) [^?]{1,40}\b(?:resent|fear|dread|hate|regret|distrust|dislike"
                r"|miss|struggle|suffer|worry|enjoy|love)\b"
            ),
            (
                r"\b(?:fear|anxiety|frustration|resentment|complacency|apathy|jealousy|mistrust|distrust|burnout|boredom|panic"
                r"|guilt|pride|ego|fatigue|impatience|arrogance) (?:(?:of|about|over|at|around|among|in|with) ?)?(?:[\w'-]+ ){0,4}(?:is|are|was|were|has"
                r"|hold|holds|held|holding|stop|stops|stopped|keep|keeps|kept|slow|slows|slowed|driv\w+|drove|play|affect\w*|shap\w+)\b"
            ),
            (
                r"(?:\b(?:your|the team's|their|his|her|our|\w+'s)|s') (?:(?:drop|dip|loss|fall|decline) (?:in|of) (?:energy|motivation|morale"
                r"|commitment|effort|focus|interest|confidence|drive|enthusiasm|trust)|reluctance|resistance|refusal|unwillingness"
                r"|(?:habit|weakness|fondness|love|aversion|craze|hunger|longing|neglect) (?:of|for)|(?:scorn|disdain|contempt|coolness) (?:for|of|towards?)|complacency|inability|obsession|apathy|failure to|indifference|defensiveness|impatience|dislike of|bias|grudge|attachment to|difficulty in"
                r"|silo mentality|(?:fading|waning|flagging) \w+)\b"
            ),
            (
                r"\babout (?:his|her|their|(?!it's|what's|that's)\w+'s) (?:attitude|commitment|motivation|loyalty|discipline|work ethic"
                r"|professionalism|maturity|competence|character|leadership|judgement|judgment)\b"
            ),
            r"\b(?:the|this|such) (?:disappointment|frustration|resentment|embarrassment|humiliation|heartbreak|excitement) (?:of|over|at|about|with)\b",
            # people are said to sulk, to look down on something or to get it wrong
            (
                r"\b(?:do|does|did) (?!you\b|we\b)[^?]{2,50}? (?<!a\s)(?<!the\s)(?:misunderstand|overreact|grumble|gripe|squabble|bicker|quarrel|sulk|scoff|sneer|ridicule|belittle|(?<!or\s)fail to (?:grasp|see|understand|hear|accept))\b"
                r"(?![^?]{0,80}\b(?:if|how)\b)"
            ),
            (
                r"\b(?:feel|feels|feeling) (?:less |more |so |most )?(?:guilty|like a fraud|ashamed|hemmed in|humiliated|small)\b(?![^?]{0,60}\bif )"
            ),
            r"\bwhat (?:frustrates|annoys|irritates|disappoints|angers|scares|demotivates|embarrasses|bores) (?:you|us|the team|people|everyone)\b",
            (
                r"\bwh(?:at|y) (?:do|does|did) (?!you think)(?:\w+ ){1,4}(?:hate|resent|dread|loathe|dislike|distrust|despise|envy)\b"
            ),
            r"\bwhat is it about [^?]{2,40} that (?:scares|bores|frustrates|annoys|worries|upsets|irritates|bothers|angers)\b",
            rf"\bmust (?!not\b)(?:\w+ )?(?:be|feel|have been|have felt) (?:so |very )?{_FEELINGS}|\bmust have felt\b|\byou'll (?:all )?have been \w+ed\b|\bbound to (?:be {_FEELINGS}|feel)\b",
            (
                r"\bwhat(?: is it| was it)?(?: about [^?]{1,30})?(?: exactly)?(?: is it)?(?: that)? (?:most )?(?:scare[ds]?|frighten(?:s|ed)?|drain(?:s|ed)?"
                r"|panic(?:s|ked)|sadden(?:s|ed)?|thrill(?:s|ed)?|disappoint(?:s|ed)|anger(?:s|ed)|haunts?) (?!of\b|by\b|about\b)\w"
            ),
            (
                r"\bhow (?:let down|resigned|grateful|fondly|angrily|rushed|intimidating|hungry|eagerly|bitterly|warmly|vindicated|betrayed|isolated"
                r"|undervalued|unloved) (?:do|does|did|is|are|was|were|ought|should|has|have)\b"
            ),
            r"\b(?:most|so) (?:embarrassed|ashamed|frightened|scared) (?:by|about|of)\b",
            (
                r"\b(?:would|could|might|will) (?:you|we|they) (?:most |really |both |all )?(?:enjoy (?:\w+ing|on|at)|gladly|happily|proudly|cheerfully"
                r"|eagerly|\w+ (?:gladly|happily|proudly)|be (?:most |so )(?:excited|eager|thrilled) to)\b"
            ),
        ),
        rejects=(
            "How worried are you about trial activation?",
            "What makes you so frustrated with the contract?",
            "Where does your disappointment about May come from?",
            "What makes everybody so anxious about the audit?",
            "How much does the night shift resent the new rota?",
            "Why do the nurses hate the form?",
            "What lies behind the nurses' dislike of the form?",
            "How impressed were visitors by the new hall?",
            "What lies behind the desk's habit of promising too much?",
            "Where does the porters' contempt for the form come from?",
            "How might the relief they must have felt show in the week?",
            "What would you tell the porters, who are bound to be anxious?",
            "How do the planners misunderstand the night shift?",
            "What would make the desk feel less guilty about the queue?",
        ),
        accepts=(
            "What would make you proud of this objective in a year?",
            "What are you proud of in this quarter?",
            "What fear, if any, sits behind the low number?",
            "What is on your mind about the drop in trial activation?",
            "How do you feel about trial activation?",
            "What surprised you about the pilot?",
            "What would you like to be proud of in a year?",
            "The porters wrote that they worry about the lift. What is that worry about?",
            "What excites the porters, if anything does?",
            "How do the porters speak of the new lift?",
            "What must be true for the goal to make sense to you?",
            "What must not be lost when the hall moves?",
            "How do the two wards settle a quarrel over a bed?",
            "In what ways do visitors notice, or fail to see, the new signs?",
            "The porters said they felt proud of May. Where does that pride come from?",
            "The porters told us they were afraid of the audit. What were they afraid of?",
        ),
    ),
    _rule(
        code="LED207",
        name="one-way-degree",
        message="It asks how far things went in one direction and leaves no room for the other.",
        why="The direction is the news, and it has been given away.",
        source=_LOFTUS,
        patterns=(
            (
                r"\bhow (?:much|far) (?:better|worse|harder|easier|more|less|faster|slower|stronger|weaker"
                r"|behind|ahead|happier|worried|improve\w*|progress|(?!wat|pow|pap|ord|tim|lab|numb|memb|should|und|ov|aft)\w{3,12}er)\b"
            ),
            r"\bhow many (?:more )?(?:problems|mistakes|failures|benefits|improvements)\b",
        ),
        rejects=(
            "How much better is onboarding since April?",
            "How much harder has the contract made things?",
            "How far behind are you on activation?",
        ),
        accepts=(
            "How is onboarding different since April?",
            "What, if anything, is easier since the contract?",
            "What is better or worse about onboarding since April, to your eyes?",
        ),
    ),
    _rule(
        code="LED208",
        name="norm-pressure",
        message="It says what most others do or think, and asks the team to place itself.",
        why="Standing apart from the crowd is made the price of an honest answer.",
        source=_PEW,
        scope=Scope.WHOLE,
        patterns=(
            (
                r"\b(?<!how\s)(?<!however\s)(?<!as\s)(?<!guess\sthat\s)(?<!belief\sthat\s)(?<!claim\sthat\s)(?<!idea\sthat\s)(?<!assumption\sthat\s)(?:most|many|successful|high-performing|great|good|strong) (?:teams|companies|people"
                r"|coaches|organisations|organizations|leaders|startups)\b(?! (?:in|on|at|from|of|here|around|you|we|would (?:you"
                r"|we)))"
            ),
            r"\bother (?:companies|organisations|organizations|startups)\b",
            r"\beveryone (?:else )?(?:agrees|knows|thinks|says|is saying|does)\b",
            # whoever one asks is called as a witness
            (
                r"\b(?:any|every)(?:one|body) (?:[^?.;,]{0,30} )?(?:will tell you|would tell you|could have (?:seen|told|known|predicted|foreseen|guessed|said))\b"
                r"|\b(?<!does\s)(?<!did\s)(?<!do\s)(?<!where\s)(?<!that\s)every(?:one|body) (?:[^?.;,]{0,30} )?(?:already knows?|already knew|(?<=as\severyone\s)can see|(?<=as\severybody\s)can see|sees the)\b|\b(?<!does\s)everybody (?:here )?knows (?!how\b|what\b|who\b|where\b|when\b|why\b)|\bcommon knowledge\b"
            ),
            (
                r"\bas (?:a|an) (?:strong|experienced|senior|mature|professional|smart|great|good|committed"
                r"|ambitious) (?:team|group|people|company)\b"
            ),
            # whoever counts, or everyone at hand, is said to see it so
            (
                r"\b(?:any good (?:team|company|lead)|every (?:good|proper|real|modern)|(?:any|every) (?:serious|decent|sensible|self-respecting|well-run)) (?!doubt|objection|idea|obstacle|reason|option"
                r"|answer|question|attempt|step|day|week|chance|time)\w+"
            ),
            (
                r"\bwe all know(?! how\b| what\b| who\b)|\beveryone (?:on|in|at) [^?,.]{2,30}(?:'s saying|is saying|knows|agrees|says|thinks)\b"
                r"|\bany (?:fool|idiot) (?:can|could|would|knows?)\b"
            ),
            (
                r"\b(?:most|the (?:better|best|good|top|leading)) [\w-]+ (?:\w+ )?manage\b|\bthe (?:whole|entire|rest of the) (?:industry|market|sector|trade)"
                r" (?:has|is|does|now|look|use|know|agree)\w*|\bevery other \w+ (?:[\w-]+ ){0,4}?(?:already|now|long since)\b"
            ),
            (
                r"(?:\A|[.;] )(?:most|other) (?:[\w-]+ ){1,4}(?:of (?:our|your) size )?(?:regard|look|have|use|do|get|go|run|keep|treat|set|hold|put|let|publish"
                r"|start|close|stop|cap|check)\b[^.;?]{5,80}[;.](?![^?.]{2,40} (?:learn from|ask|like to (?:know|hear|see)) )"
            ),
            r"(?<!\bdo\s)\bother teams (?:do|use|have|cut|run|set|find|typically|usually|already)\b",
            (
                r"(?:^|[.,:;!?] )(?:all|every|most|many) (?![^?]{3,150} if (?:nobody|no one)\b)(?:of )?(?:the |our |your )?(?:other|good|best|big|great|top|leading|serious|smart|real|modern) "
                r"(?!half\b|day\b|week\b|month\b|time\b|things?\b|parts?\b|questions?\b|points?\b)\w+ [^?]{3,100}\?"
            ),
            (
                r"\b(?:every|all|other|most|rivals?|competitors?|peers?|neighbou?rs?|industry|next door)\b[^?]{0,120}\b(?:do(?:ing)? the same"
                r"|follow(?:ing)? suit|left behind|do(?:ing)? likewise|(?:follow|copy)(?:ing)? (?:their|that|its) \w+"
                r"|catch(?:ing)? up with (?:them|the others)|keep(?:ing)? up with (?:them|the others)|join(?:ing)? (?:them|in)|hold(?:ing)? (?:(?:you|us|the team) )?back)\b"
            ),
            r"(?:^|[.,:;!?] |\bnow )(?:everyone|everybody) else (?:has|is|does|did|uses|got|seems|managed|can)\b",
            r"\b(?<!as\s)(?<!so\sthat\s)(?<!where\s)(?:everyone|everybody|anyone|anybody) (?:else )?(?:can|could|would) (?:see|tell|agree|say)\b",
            (
                r"\bwe(?:'re| are)? all (?:agree|agreed)\b|\beveryone i (?:speak|talk|spoke|talked) to\b|\bit(?:'s| is) (?:clear|plain|obvious)(?:,| to (?:us|every))"
                r"|\bany [\w-]+ (?:\w+ )?worth (?:their|his|her|its) salt\b"
            ),
            (
                r"(?:^|[.,:;] )(?:as|for|with) (?:a team (?:that|who)(?! (?:\w+ly )?(?:check|work|sell|build|run|serve|answer|write|look|teach|make|repair|drive|cook|plan|train|test|watch|count|meet|handle|deal)s? )|an? (?:ambitious|proud|caring|committed|mature) (?:\w+ )?(?:team|crew|group)|the only \w+ that"
                r"|the (?:strong|weak|bold|brav|proud|fin|keen)\w*est \w+ (?:in|of|on)|proud|true|committed|responsible|owners of|people as \w+ as|a \w+ as proud) [^?]{2,70},"
            ),
            r"\bit(?:'s| is) (?:normal|usual|standard|common) (?:to|for|that)\b",
            # whoever is any good, or in their senses
            (
                r"\b(?:as|like) (?:any|every) (?!other\b|week\b|month\b|quarter\b|year\b|day\b|time\b|one of\b)(?:[\w'-]+ ){1,4}?(?:would|will|could|can|knows?|must|should|tells?|has|have|that|who)\b"
                r"|\b(?:in (?:their|your|his|her) right mind|worth the name|sane \w+|half-?way (?:decent|sensible|competent))\b"
            ),
            r"\b(?<!would\s)(?<!could\s)(?<!might\s)even (?:the|your|our) (?:[\w'-]+ ){1,3}(?:can|now|sees?|admits?|agrees?)\b(?=[^?]{0,100}\?)",
        ),
        rejects=(
            "Most teams cut a key result at this point: what is your view?",
            "As a strong team, what will you do about May?",
            "Everyone agrees the form is too long, so what comes next?",
            "Most depots look at the queue each morning; how do you see that?",
            "As every decent planner knows, the form comes first; how do you see it?",
            "We all know the lift is slow, so what will you do?",
            "The whole trade has gone over to cards. What do you make of that?",
            "As anybody in a depot will tell you, nobody reads the board: what is it like here?",
            "It is common knowledge that porters hate forms, so what will you do about the new one?",
            "As every porter on the ward knows, lifts fail in May. What do you see in that?",
            "Which hospital worth the name would keep such a form, and why?",
            "What keeps the form in use when even the planners now see its flaws?",
        ),
        accepts=(
            "What would most help the team in May?",
            "How do the teams around you see onboarding?",
            "What is normal for a week like this one?",
            "How would you all come to agree on a date?",
            "As a next step, what would you like to look at?",
            "As the season ends, what stays with you?",
            "Most of the queue comes before ten. What do you make of that?",
            "What happens here to every serious doubt?",
            "We all know how the plan tells it. How would the porters tell it?",
            "How is the whole trade changing, as you see it?",
            "Other wards keep the same goal. What would you like to ask them?",
            "As a team that answers other people's calls all day, what do you wish for when you call?",
            "What do other teams do that you like to look at?",
            "What does everybody know here that no form says?",
            "Where could the count hang so that everyone can see it?",
            "What does it take to run the hall like every other week?",
            "What is the name worth to visitors?",
            "What would even the smallest ward see of the goal?",
            "What have you learned about the belief that most people like to wait in the hall?",
            "Every other ward counts calls. What would you look at if no one asked for a count?",
        ),
    ),
    _rule(
        code="LED209",
        name="mind-reading-preface",
        message="It begins by telling the team what it thinks, feels or wants.",
        why="A guess about someone's inside is answered before the question is.",
        source=_CLEAN,
        scope=Scope.WHOLE,
        review_severity=Severity.WARN,
        cues=(
            "sounds like",
            "seems like",
            "seem to",
            "seem ",
            "sense that",
            "can tell",
            "i feel",
            "i think",
            "i can see",
            "looks like you",
            "i'm surprised",
            "i am surprised",
            "i believe",
            "i'm worried",
            "i'm disappointed",
            "you clearly",
            "you gave up",
            "in my view",
            "in my opinion",
            "i take it",
            "i'd guess",
            "i imagine",
            "i'd imagine",
            "i bet",
            "i presume",
            "i suppose",
            "i suspect",
        ),
        patterns=(
            (
                r"\bit (?:sounds|seems|looks|feels) (?:to me )?(?:like|as if|as though|that) (?:you|the team"
                r"|there|this|people|everyone)\b"
            ),
            (
                rf"(?:^|[,.;:] ?|so ){_TEAM} (?:all )?seem(?:s|ed)? (?:to |like |very |quite |rather |a bit "
                rf"|\w+)"
            ),
            r"\bi (?:can )?(?:sense|tell|see) (?:that )?you\b",
            r"(?:^|[.,;:] |so |but |and )i (?:think|feel|believe|suspect|guess) (?:that )?(?!about|it was)\w+",
            r"\bi(?:'m| am) (?:surprised|worried|disappointed|concerned|afraid)\b",
            r"\bin my (?:view|opinion|experience)\b",
            r"(?:,|\.) i(?:'d)? (?:take it|guess|imagine|bet|presume|suppose|suspect)\b",
        ),
        rejects=(
            "It sounds like you gave up on activation, so what is next?",
            "You seem frustrated: what is behind that?",
            "I think the form is the problem. What do you think?",
            "The wards hated the new lists, I take it. What do they make of the goal?",
        ),
        accepts=(
            "What did it feel like to share the 12%?",
            "Last week you said the contract wears you out: what is that like now?",
            "What would you sense first if the pilot were drifting?",
        ),
    ),
    _rule(
        code="LED212",
        name="assumed-problem",
        unless=_doubted,
        message="It names a biggest or real problem although none has been named.",
        why="The team looks for a problem to fit the question.",
        source=_CLEAN,
        review_severity=Severity.WARN,
        patterns=(
            (
                r"\b(?:the|your|its|team's|our) (?:single )?(?:biggest|main|real|greatest|root|worst|major"
                r"|most serious|weakest) (?:problems?|obstacles?|blockers?|causes?|issues?|mistakes?"
                r"|weakness(?:es)?|barriers?|failures?|reason|bottlenecks?|concerns?|worry|fears?)\b"
            ),
            r"\b(?:hold(?:s|ing)?|held) (?:back (?:the|your|this|our)|(?:the|your|this|our) (?:[\w-]+ ){1,3}back)\b(?! (?:\w+ )?(?:reports?|news|figures?|numbers?|results?|data|letters?|release)\b)",
        ),
        rejects=(
            "What is the biggest blocker on trial activation?",
            "What is the real problem with onboarding?",
            "Where does the root cause of the drop lie?",
            "Which belief is holding the night crew back?",
        ),
        accepts=(
            "What, if anything, stands between you and 30% trial activation?",
            "What part of the target matters most to new users?",
            "What does the missing contract hold back most?",
            "What, if anything, did the crew hold back in the review?",
            "Where do you see the weakest link between the goal and the week?",
            "What were the porters weighing when they held back the May figures?",
        ),
    ),
    _rule(
        code="LED213",
        name="granted-degree",
        message="It takes a high degree for granted: so much, such a, how badly, better than.",
        why="The team is asked to explain a verdict that it has not given.",
        source=_LOFTUS,
        unless=_called_so,
        patterns=(
            (
                r"\b(?<!understanding\sof\s)(?<!sense\sof\s)(?:what(?:'s| is| has| had)? (?:makes?|made|making|keeps|kept)|why(?! do (?:you|we) think)|how come|how (?:was|is|were|are|did|does|has)) [^?]{1,60}\b(?:(?<!not\s)so|(?<!for\s)such an?|(?<!for\s)such) (?!different (?:from|numbers?|figures?|results?|readings?|answers?|counts?|outcomes?|views?)\b)"
                r"(?!far\b|that\b|as\b|to\b|on\b|(?:for|in|at|by|from|with|without|before|after|during|under|when|if|and|or)\b|you\b|we\b|they\b|it\b|i\b|the\b|important|special|meaningful|precious|valuable"
                r"|what\b|when\b)\w+"
            ),
            (
                r"\b(?:what (?:makes|made)|why (?:is|are|was|were|does|do|did)) (?!(?:you|we|they)\b)[^?]{1,60}\b(?:better|worse|smarter|stronger|weaker|safer|riskier"
                r"|superior|slower|faster|harder|easier|cheaper|more \w+|less \w+) (?:than(?! another\b)|to the old)\b"
            ),
            (
                r"\bwhat(?:'s| is| was) so (?:\w+) about\b|\b(?:what|which) (?:damage|harm|mistakes?|blunders?|havoc|disruption|improvements?|benefits?|gains?)"
                r" (?:has|have|had|did|does) (?:the|this|that|our|[\w']+'s) \w+"
            ),
            r"\b(?:what|what else|which [\w-]+) (?:has|have|did) (?!you\b|we\b|they\b|if\b)[^?]{2,60} improved?\b",
            (
                r"\bwhat (?:else )?(?:has |have |had )?(?:eased|improved|changed for the better|(?:got|become|became|grown) (?:so )?(?:much )?(?:easier|harder|better"
                r"|worse|calmer|simpler|faster|slower|impossible))\b(?! or\b)"
            ),
            (
                r"\b(?:so (?!short a (?:time|while|span|period)\b|far\b|much\b|many\b|that\b|long\b|often\b|as\b|on\b|what\b|how\b|is\b|for\b|in\b|at\b|by\b|from\b|with\b|without\b|before\b|after\b|and\b|or\b)\w+ an? \w+|such an? (?:\w+ly )?(?:modest|ambitious|low|high|small"
                r"|large|big|experienced|talented|soft|easy|hard|simple|strong|weak|bold|tight|loose|young|old|vague|narrow|safe|risky|long|short) \w+)"
            ),
            r"\b(?:like|love|enjoy|value|appreciate)d? (?:best|most|so much) about\b|\b(?:love|adore|cherishe?)[sd]? (?:most|best|about)\b|\bwhat do (?:your|the) (?:[\w']+ ){1,3}(?:love|complain about|envy|moan about)\b",
            # how painful, how brave, how remote: any degree, save of what may as well be little as much
            (
                r"how(?<!\whow)(?:(?<!\w\show)|(?<=\bjust\show)|(?<=\bso\show)) (?=[a-z-]+ (?:was|is|were|are|has|have|had|did|do|does|must)\b)(?!(?:many|much|far|long|often|well|come|sure|confident|certain|big|large|small|strong|clear|likely|realistic|open|soon|early|late"
                r"|close|near|free|ready|willing|able|comfortable|else|might|can|could|would|will|should|may|must|the|you|we|they|it|your|our|their|this|that|my|his|her"
                r"|same|different|similar|alike|reliable|useful|settled|important|high|low|deep|wide|widespread|full|empty|short|fast|slow|true|right|meaningful"
                r"|common|typical|stable|representative|precise|accurate|exact|specific|visible|strict|robust|complete|broad|cautious|safe|sound|solid|significant"
                r"|valid|credible|relevant|recent|aware|familiar|central|fair|easy|difficult|hard|simple|complex|plausible|firm|old|new|good|even|urgent|healthy"
                r"|durable|independent|dependent|then|so|is|do|has|had|are|was|were|did|does|have|and|or|to|in|at|by|on|for|people|attractive|\w+ly|\w+s(?<!ous)(?<!less)) )"
                r"[a-z-]+ \w+"
            ),
            r"\bhow (?:did|does|do|has|have) (?!you\b|we\b|they\b)[^?]{1,40} (?:proved?|proven|confirm(?:ed)?|demonstrate[d]?) (?:that|how|your|our|the)\b",
            (
                r"\bhow (?:badly|severely|seriously|poorly|dramatically|drastically|massively|heavily|deeply|keenly|sorely) (?:did|has|have|had|do|does|is|are|was|were|will)"
                r" (?!you want|we want)\w+"
            ),
            (
                r"\b(?:about|of|just|see|show|shows|prove|proves|realise|realize|know) how (?:useless|badly|poorly|bad(?! (?:news|luck|weather|habits?)\b)|terrible|weak|slow|slowly|wrong|lazy|careless"
                r"|out of touch|unhappy|frustrated|tired|wonderful|successful|boring|unfair|unrealistic|ineffective|broken)\b"
            ),
            # what makes it so, and how much it is so, of something that nobody called so
            r"\bwhat (?:is|was) it about [^?]{2,60} that [^?]{0,40}\b(?:so (?!far\b)|too )\w+",
            (
                rf"\b(?:about|of|from|with|into|by|show|shows) how (?:{_FEELINGS}|bored|(?!(?:early|likely|exactly|quickly|fully|safely|evenly|fairly|reliably|clearly|closely|easily|only)\b)\w{{4,}}ly)"
                r" (?!or\b|and\b)\w+"
            ),
            (
                r"\b(?:about|of|show|shows|prove|proves) how well (?:you|your|the|our|we|they|this|that|[\w']+ [\w']+)(?: [\w'-]+){0,5}? (?:worked|went|paid off|landed|did"
                r"|performed|ran|succeeded|handled|managed)\b"
            ),
            r"\b(?:of|about|by|see|know|show|shows|showing|just) how little\b",
            r"\b(?:find|stay|feel|be) so (?!far|much|many|that|as|long|often|(?!sure|certain)\w+ that\b)\w+",
        ),
        rejects=(
            "What makes the new rota so unpopular with the nurses?",
            "Why do the Friday demos matter so little to the sales floor?",
            "What made the spring launch such a success?",
            "How badly did morale suffer after the move?",
            "What makes the new supplier better than the old one?",
            "What did the parents tell you about how boring the tours are?",
            "What do the porters find so tiring about the new lift?",
            "How insulting was the notice for the porters?",
            "Which corner of the hall do visitors love most?",
            "What has become easier for the porters since the lift came?",
            "How brave was it of the porters to stop the lift?",
            "How deflating was the second refusal for the desk?",
            "What is it about the form that makes it so confusing?",
            "What does the queue tell you about how harshly visitors are received?",
            "What do you make of how little the count really says?",
        ),
        accepts=(
            "What makes it easier or harder to raise a doubt on the ward?",
            "What have you seen so far that bears on the new rota?",
            "Why does the rota matter to the people on nights, and why so?",
            "What does the survey tell you about how well the rota serves patients?",
            "Why this objective over the others?",
            "What did the move change for the wards?",
            "How does such a goal come about?",
            "What would your pupils say about the lab?",
            "What is your understanding of why the wards call so often?",
            "What makes it easy, or not so easy, to raise a doubt?",
            "What, if anything, has become easier for the porters?",
            "What has become easier or harder since the hall opened?",
            "How does a new porter who doubts a load get to say so before noon?",
            "Under what conditions would a target be so easy that it told us nothing?",
            "What makes one evening better than another, in the porters' eyes?",
            "What would the porters write if they could do so without a name?",
            "How sure are you of the count, and on what grounds?",
            "How safe is it here to say that a target is wrong, and what tells you so?",
            "What have you seen about how decisions are made on nights?",
            "The matron calls the move “a relief” in her note. What made it such a relief?",
            "Why does the hall matter, as you wrote, so much to the porters?",
            "How do two lifts of one make come to such different counts?",
            "What makes the May count so different from the June one?",
            "The hall opened in May. What can the count tell you after so short a time?",
            "What do you notice about how bad news reaches the wards?",
            "Why were the porters so sure of the May date, as they told us in June?",
            "How did the team come to like the second rota so well, by its own account?",
        ),
    ),
    _rule(
        code="LED214",
        name="granted-premise",
        message="Its subordinate clause settles what somebody feels, wants or lacks.",
        why="What is said by the way is hard to take back, and the talk goes on as if it were so.",
        source=_CLEAN,
        scope=Scope.WHOLE,
        patterns=(
            (
                r"\b(?:now that|since|given that|given how|considering(?: that)?|seeing (?:that|as)|because) [^?,:]{0,40}?\b(?:lacks?|refus\w+|resist\w*"
                r"|(?:doesn't|don't|didn't|won't|never) (?:care|trust|believe|want|listen|bother|try)|hates?|hated|distrusts?|fears?|feared"
                r"|(?:is|are|was|were) (?:afraid|scared|slowing|dragging|falling apart|unwilling|lazy|careless|bored|fed up|demotivated)"
                r"|(?<!said\s)(?<!wrote\s)(?:nobody|no one) (?:cares|believes|trusts|wants|bothers|listens|reads|uses|understands|minds))\b"
            ),
            r"\b(?:when|now|imagine|suppose|once) (?:[\w'-]+ ){1,6}?finally\b",
            r"\b(?:now that|given that|since) [^?,.]{2,50} (?:has|have|is|are) (?:(?<=is\s)back(?! from\b)|(?<=are\s)back(?! from\b)|paid off|come back|proved|proven|turned (?:things|it) a?round)\b",
            r"\bwith so (?:much|little|many|few) (?!of (?:you|us|them) (?:having |who )?(?:said|told|asked|written)\b|(?<=few\s)\w+ (?:left|in|back|counted|answered)\b)\w+(?=[^.?!]{0,120}\?)",
            r"\b(?:it|that|this|which) must (?:all |surely |really |also )?have (?:stung|hurt|been)\b|\bmust all have been\b",
            r"\b(?:now that|since|once) (?:(?!when\b|last\b)[\w'-]+ ){1,5}?(?:feels?(?! able\b)|(?:has|have) (?:\w+ )?(?:gone cold|failed|(?<!objective\shas\s)(?<!goal\shas\s)(?<!target\shas\s)worked|got past|got over|cracked|mastered|fixed|solved|spoiled)|come to trust)\b(?! (?:informed|able|more|less)\b)",
            r"\bgiven (?:just )?how (?:unfair|worn out|fed up|hungry|proud|hard|badly|little|keen|tired|worried|unhappy|excited|frustrated|poorly|weak|unpopular)\b",
            (
                r"\b(?:knocked (?:everyone|people|the)|(?<!me\sthat\syou\s)(?<!us\sthat\syou\s)(?<!us\syou'd\s)(?<!us\sshe'd\s)(?<!us\she'd\s)(?<!us\sthey'd\s)(?<!us\syou\shad\s)(?<!us\sshe\shad\s)(?<!us\she\shad\s)(?<!us\sthey\shad\s)lost heart|grew tired of|the worst is (?:over|behind)|below (?:its|their) potential)\b"
                r"(?=[^?]{0,120}\?)"
            ),
            r"\bwith (?:(?:the|your|our) )?\w+ (?:this|so|that|as) (?:low|bad|poor|weak|slow|late|thin|fragile|dismal|shaky)\b",
            (
                r"\b(?:regain|restor|rebuil|win back|winning back|won back|recover|repair|reviv|renew)\w* (?:[\w'-]+ ){0,4}?(?:confidence|trust|goodwill"
                r"|morale|courage|faith|relationships?|teamwork|rhythm|spirit|credibility|enthusiasm|motivation|sense of)\b"
            ),
            (
                r"(?:'s|s'|\bthe|\byour|\btheir|\bits|\bthis|\bour) (?:growing|newfound|proven|renewed|fading|waning|evident|remarkable|admirable|exceptional|unmatched"
                r"|famous|proud|warm|strong|deep|lasting) (?:[\w-]+ )?(?:confidence|frustration|understanding|ownership|resilience|discipline|trust|interest|pride"
                r"|openness|strength|reluctance|enthusiasm|maturity|skill|loyalty|commitment|cohesion|fatigue|resentment|impatience|unease|tradition|command"
                r"|relations|relationship)\b"
            ),
            r"\b(?<!which\sone\s)(?<!whether\sit\s)eas(?:e|ed|es|ing) the (?:\w+ )?(?:pressure|tension|strain|burden|friction|load|stress)\b",
        ),
        rejects=(
            "Now that resentment is dragging the depot down, what comes next?",
            "Given that nobody trusts the rota, what would you change?",
            "With morale this low, what will you ask of the wards?",
            "Since the wards refuse to use the form, where will you look?",
            "What would help the porters regain their trust in the rota?",
            "How might a shared rota ease the tension between the wards?",
            "What will you do about the porters' growing frustration with the lift?",
            "Now that the planners finally listen, what comes next?",
            "With so much goodwill in the wards, what makes you hesitate?",
            "Now that the new desk has paid off, what would you like to build on it?",
            "Now that trust in the rota is back, what will you use it for?",
            "Now that the porters have gone cold on the goal, what keeps it on the wall?",
            "It must have stung to lose the hall. What did you learn from that?",
        ),
        accepts=(
            "Now that the depot has moved, what comes next?",
            "Given that the rota starts in May, what would you like to learn by then?",
            "What has changed in the wards since the form came in?",
            "Given how far the pilot has come, what would you like to learn next?",
            "Given how many people wait, what matters most to you?",
            "What gives the porters confidence in the rota?",
            "What would a strong handover look like to the porters?",
            "You said trust in the rota was lost in May: what would bring it back?",
            "What is taken for granted in this plan?",
            "How would you tell which one eases the load?",
            "Since you said nobody reads the minutes, how do agreements stay alive?",
            "When the porters moved, what finally settled the matter for them?",
            "Given that the second hall won't open, what choices do you have?",
            "Now that the porters are back from the fair, what would you like to ask them?",
            "Since the forms came back in May, what have you read in them?",
            "Twelve forms of ninety came back. With so few forms in, what can you say about the nights?",
            "With so many of you having asked for the old hall, what would you want to hear?",
            "What will a visitor find easier once the goal has worked?",
            "The porters told us they'd lost heart in the spring. What was that spring like?",
        ),
    ),
    _rule(
        code="LED215",
        name="flattering-find",
        message="It praises something before anyone has found it, and asks what it holds or what it is good for.",
        why="Whoever saw nothing wise or useful in it has to spoil the compliment first.",
        source=_LOFTUS,
        scope=Scope.OPENING,
        unless=_hedged,
        patterns=(
            (
                r"(?:what|which) (?:wise|smart|clever|clear-sighted|sound|brave|courageous|good|useful|valuable|clear|honest) (?:\w+ (?:or )?){0,2}?"
                r"(?:signals?|judge?ment|sense|truths?|insights?|messages?|warnings?|instincts?|lessons?|wisdom)\b"
            ),
            r"(?:what|which) wisdom\b",
            (
                r"(?:how|where|in what ways?) (?:could|can|might|may|does|do|will|would) (?![^?]{2,90}\b(?:names?|named|describes?|praises?|says|said|called|listed)\b)[^?]{0,40}(?:'s|s'|\byour|\bits|\btheir|\bthe|\bthis) (?:[\w-]+ ){0,2}?"
                r"(?:team spirit|warmth|openness|calm|care for|pride|trust|discipline|(?:relations|strength|command|gift|eye|tradition)\b|commitment|goodwill|attentiveness|patience"
                r"|honesty|kindness|loyalty)\b[^?]{0,80}\b(?:help|support|serve|carry|build|be used|be put|come through|be turned|strengthen)\b"
            ),
        ),
        rejects=(
            "What useful truth does the lower figure hold for the depot?",
            "What clever insight of yours hides in the lower figure?",
            "What wisdom in the porters' silence should the rest of us hear?",
            "How could the porters' warmth towards visitors help through the winter?",
        ),
        accepts=(
            "What do you hear in the lower figure?",
            "What useful lesson, if any, came out of the pilot?",
            "What makes a lesson useful to the people on nights?",
            "How could the porters help the wards through the winter?",
            "What good came of the pilot, in your eyes?",
        ),
    ),
    _rule(
        code="LED216",
        name="untold-feeling",
        message="It names a feeling that nobody has told of.",
        why="A feeling that the asker put there is argued about, or owned up to for the sake of peace.",
        source=_CLEAN,
        unless=_told_of,
        patterns=(
            rf"\b(?:the|their|its|your|his|her|what|which|[\w]+'s|s'|renewed|what (?:kind|sort) of) (?:[\w-]+ ){{0,2}}?{_EMOTION}(?! (?:goals?|objectives?|targets?|key results?|kr|score|survey|project)\b)(?!(?<=relief) (?:drivers?|staff|crews?|cooks?|nurses?|teachers?|keepers?|workers?|shifts?|roads?|valves?|fund)\b|(?<=panic) (?:buttons?|alarms?|bars?|room)\b|(?<=fatigue) (?:tests?|cracks?|life|strength)\b)",
            rf"\b(?<!have\sto\sbe\s){_AFRAID} (?:to|of|about|will|would|might)\b",
            r"\b(?:the|its|their|your) courage (?:to|in)\b",
        ),
        rejects=(
            "Through which door did the mistrust between the wards come in?",
            "What sort of boredom do you see behind the late forms?",
            "How would the porters describe the relief of the new lift?",
            "What makes a new porter afraid to speak up?",
            "What gave the porters the courage to stop the lift?",
            "How do the two wards settle their rivalry over the hall?",
            "What are the porters afraid will happen in the audit?",
        ),
        accepts=(
            "What relief, if any, did the new lift bring?",
            "You dropped the chatbot with relief, you said: what did the relief tell you?",
            "How do the wards trust each other with bad news?",
            "The porters told you they were afraid of the audit. What were the porters afraid of, in their own words?",
            "Which part of the plan, if any, are people afraid to name?",
            "What should no porter have to be afraid of in a review?",
            "“Fear of the audit” stands on the card: what would the fear like heard?",
            "What would the joy objective change for the porters?",
            "What was behind the relief you spoke of?",
            "What would the relief nurses want the goal to say?",
            "What does the panic button mean to a guest?",
        ),
    ),
    _rule(
        code="LED217",
        name="granted-story",
        message="A turn of phrase tells a story of harm, rescue or conversion, and the question goes on from there.",
        why="The team answers inside the story or has to take it apart first.",
        source=_LOFTUS,
        unless=_doubted,
        patterns=(
            (
                r"\b(?:(?=ruin|spoil)(?<!could\s)(?<!would\s)(?<!might\s)(?<!could\swe\s)(?<!might\swe\s)(?<!could\syou\s)(?<!might\syou\s)(?:ruin(?:s|ed)?|spoil(?:s|ed|t)?)(?![^?]{0,40} without (?:meaning|wanting|intending) )"
                r"|(?<!\ba\s)(?<!fewer\s)(?<!more\s)(?<!many\s)(?!(?<=of\s)rescues\b)rescue(?<!-rescue)[ds]?(?!-)(?! (?:goals?|objectives?|targets?|swimmers?|skills|services?|teams?|crews?|dogs?|boats?|centres?|centers?|stations?|drills?|calls?|plans?)\b)|(?<!nobody\swill\s)(?<!nobody\swould\s)(?<!no\sone\swill\s)(?<!no\sone\swould\s)mourn|salvage(?! (?:programme|program|project|team|crew|yard|work|operation|company|value)s?\b)"
                r"|(?=sacrific)(?<!never\sbe\s)(?<!not\sbe\s)(?<!would\syou\s)(?<!willing\sto\s)(?<!ready\sto\s)sacrific\w+(?! (?:does|would|might|will)\b)|(?<!not\s)punish\w*|betray\w*|(?<!and\sstill\s)(?<!yet\sstill\s)lets? (?:you|us|them|the (?:\w+ ){1,2})down"
                r"|bogged down|cutting corners|corners [^?]{0,20}cut)\b"
            ),
            (
                r"\b(?:even the (?:sceptics|skeptics|doubters)|the doubters|(?:win|won) over(?! the (?:other|goal|objective|deadline|target)\b)|(?:come|came) round to|made (?:your|their|its) peace with|(?:get|gets|got|getting) (?:over|past)"
                r" (?:their|your|not|its|(?<=over\s)(?:the|a|this)(?! (?:line|bar|wall|fence|hill|river|threshold|finish)\b))|overcome (?:its|your|their|the))\b"
            ),
            (
                r"\b(?:clos(?:e|es|ing) (?:your|their) eyes to|looks? away from|turn(?:s|ing)? a blind eye|(?:is|are) (?:\w+ )?blind to|secretly|deep down|quietly (?:leave|ignore|hope|drop)"
                r"|don't you dare)\b"
            ),
            r"\b(?:the (?:constant |sheer )?pressure (?:of|from)(?![^?]{1,60}\byou (?:called|named|described))|under what (?:sort|kind) of pressure|spirits up)\b",
            (
                r"\b(?:that|this|the|[\w']+'s|s'|such|remarkable|huge) (?:(?!an?\b)\w+ )?(?:mistake|(?:(?<=this\s)|(?<=that\s)|(?<=such\s)|(?<='s\s)|(?<=s'\s)|(?<=the\s)(?<!before\sthe\s)(?<!after\sthe\s))failure|overload|instability|triumph)\b|\b(?:that|(?!what's)[\w']+'s|s'|remarkable|huge) "
                r"(?:remarkable |huge )?success\b"
            ),
            r"\b(?:regain\w*|rediscover\w*|win(?:ning)? back|won back|cling(?:s|ing)?|clung)\b",
            (
                r"\b(?:(?:win|won|winning|bring|brought|bringing|talk|talked) (?:[\w'-]+ ){1,4}?(?<!this\s)(?<!the\s)(?<!each\s)(?<!next\s)|c(?:ome|oming|ame) )"
                r"round\b(?! (?:for|and)\b)"
            ),
            (
                r"\b(?<!would\s)(?<!might\s)(?<!could\s)(?<!will\s)(?<!first\s)(?<!to\s)(?<!-)(?:suffer(?:s|ed|ing)?|put(?:s|ting)? up with(?! ?(?:\?|\Z))|cop(?:e|es|ed|ing) with|laugh(?:s|ed|ing)? off"
                r"|shrug(?:s|ged)? off|shak(?:e|es) off)\b"
            ),
            r"\bthe secret (?:of|to|behind) \w",
            # pride or fear keeps them from it
            r"\btoo (?:proud|polite|blind|jaded|shy|timid|afraid|scared|vain|nice|lazy|frightened|stubborn|comfortable|cowardly|greedy|smug) to (?!be\b)\w+(?![^?]{0,60}, if)",
            # somebody was wronged, got round or kept from knowing
            (
                r"\b(?:robs?|robbed|robbing) (?:[\w'-]+ ){1,6}?of\b|\b(?:foist\w*|fob(?:s|bed|bing)? (?:[\w'-]+ ){0,2}off|brush(?:ed|es|ing)? (?:you |them |us |it |this |that |him |her )?(?:off|aside)|(?:kept|keep|keeps|keeping) (?:[\w'-]+ ){1,3}in the dark"
                r"|sn(?:eak|uck)\w* in|sabotag\w+|shut(?:s|ting)? (?:people|everyone|everybody|them|you|us) (?:up|down)|steamroll\w*|bulldoz\w*|strong-?arm\w*|arm-?twist\w*|hush\w* up|bur(?:y|ied|ying) bad news|swept under|rigged"
                r"|against (?:your|their|our|its|his|her) (?:own )?(?:better )?(?:judge?ment|conscience))\b"
            ),
            # somebody does not mean it
            (
                r"\b(?:drag(?:s|ged|ging)? (?:its|their|your|his|her|our) (?:feet|heels)|turn(?:s|ed|ing)? (?:its|their|your|our|his|her) backs?|nod(?:ded|ding) (?:along|through)|lip service|whitewash\w*|cook(?:ed|ing)? the books"
                r"|mov(?:e|ed|ing) the goalposts|pass(?:ed|ing)? the buck|paper(?:ed|ing) over|(?:you|they|people|the team|colleagues|staff|everyone|managers|leads) (?:hope to |try to |trying to |want to )?(?:hiding|conceal(?:ed|ing)?|cover(?:ed|ing)? up|gloss(?:ed|ing)? over))\b"
            ),
            r"(?:'s|s'|\byour) (?:natural|boundless|inexhaustible|proven|well-earned|famous|proud)\b",
        ),
        rejects=(
            "What did the move to Hall B ruin for the night crew?",
            "How did the planners win over the doubters in the depot?",
            "Which part of the rota are you closing your eyes to?",
            "What does the constant pressure from the board do to your plans?",
            "What lies behind the ward's success?",
            "What would help the night crew regain its nerve?",
            "Where could the porters' proven calm be felt next?",
            "How do the wards cope with the new form?",
            "What is the secret of such patience at the desk?",
            "How will you win the doubtful porters round?",
            "What would help the desk get over the loss of the small hall?",
            "What were the planners too proud to ask the porters?",
            "What has the move to Hall B robbed the night crew of?",
            "How did the planners foist the form on the wards?",
            "What makes the wards drag their feet over the form?",
        ),
        accepts=(
            "What did the move to Hall B change for the night crew?",
            "What pressure, if any, do you feel in the weekly review?",
            "Suppose the sceptics are right: what would you expect to see?",
            "What belongs to that story beside the figures?",
            "What comes naturally to the porters?",
            "Which part of the week would suffer first if the hall closed?",
            "What would suffer first if the queue doubled, and why that?",
            "What might the weekly count be blind to?",
            "What was brought up in this round that surprised you?",
            "How could the night crew spoil the count without meaning to?",
            "What would the mountain-rescue goal look like to a farmer?",
            "What must never be sacrificed for the opening day, in the porters' eyes?",
            "How well does the count describe what tenants put up with?",
            "What would a rescue team want from this goal?",
            "What have the porters learned from the lift failure?",
            "How do you notice that the deadline might win over the goal?",
            "What's success to a porter who never meets a visitor?",
            "What does a nurse need when she is too tired to be of use?",
            "How would you know that nobody is kept waiting at the back of the hall?",
            "How might we spoil a good goal by counting it?",
            "How could the count be kept in a way that does not punish an early warning?",
            "What would fewer rescues on the lake tell you?",
            "What does the rescue goal ask of the boat crew?",
            "What is in the form that nobody would mourn?",
            "How could a ward meet the count and still let the patients down?",
            "How will you find out whether the porters cope with the second lift?",
        ),
    ),
    _rule(
        code="LED218",
        name="set-phrase",
        message="A set phrase in it cheers, mourns or shrugs before anybody has answered.",
        why="The phrase brings its own verdict, and the team is left to illustrate it.",
        source=_LOFTUS,
        scope=Scope.WHOLE,
        patterns=(
            # praise: what dazzles or outdoes all others
            _turns(
                r"over the moon; on cloud nine; tickled pink; jump\w* for joy; in seventh heaven; from ear to ear; champing at the bit; raring to; socks off; breath away; out of the park; through the roof"
                r"; went down a (?:storm|treat); the house down; took [^?]{2,30} by storm; the world on fire; the extra mile; second to none; head and shoulders above; (?:streets|miles) ahead of"
                r"; in a league of (?:your|its|their); the envy of; jewel in the crown; icing on the cake; cherry on top; flying colou?rs; the jackpot; nail on the head; all the right boxes; all the stops"
                r"; heaven and earth; firing on all; from strength to strength; from the ashes; jaws of defeat; (?:beat|defied|against all)(?: the)? odds; breath of fresh air; dream come true; made in heaven"
                r"; sliced bread; feather in (?:your|its|their) cap; midas touch; a foot wrong; standing ovation; living proof; the last laugh; doubters wrong; silenced the critics"
            ),
            # praise: what could not go wrong, or all that it did
            _turns(
                r"hats off to; three cheers for; credit where; pat on the back; nothing short of; the praises of; music to (?:your|their|our); new lease (?:of|on) life; mov(?:e|ed|ing) mountains"
                r"; work(?:s|ed|ing)? (?:miracles|wonders); (?:work|works|worked|working) like a charm; d(?:o|oes|oing|one|id) wonders; secret (?:sauce|weapon); reap\w* the rewards; no-brainer; slam dunk; a home run; piece of cake; walk in the park"
                r"; cakewalk; (?:plain|smooth) sailing; a sure thing; foregone conclusion; a done deal; bound to (?:happen|fail|go wrong); (?:silver|magic) bullet; the sky's the limit; your oyster"
                r"; onwards and upwards; best is yet to; no stopping (?:you|us|them); shot in the arm; blessing in disguise; light at the end of; glimmer of hope; (?:better|clearer|surer) proof (?:that|than|of|could)"
            ),
            # doom: what is lost, breaks down or was no use from the start
            _turns(
                r"dead in the water; last legs; sinking ship; time bomb; house of cards; recipe for (?:disaster|trouble|failure); accident waiting; writing on the wall; beginning of the end; nail in the coffin"
                r"; (?:the last|the final) straw; straw that; brink of (?:disaster|collapse); to hell in; down in flames; crash(?:ed|ing)? and burn(?:ed|ing)?; up in smoke; belly up; at the seams; like dominoes; came crashing; flat on (?:its|their|your) face"
                r"; lead balloon; train wreck; car crash; uphill (?:struggle|battle); herding cats; pulling teeth; living nightmare; (?:bitter|hard) pill; kick in the teeth; slap in the face; rude awakening"
                r"; poisoned chalice; thorn in (?:your|our|their); albatross; pain in the neck; white elephant; goose chase; fool's errand; in a teacup; up the creek; dire straits; in a tailspin; in a rut"
                r"; nowhere fast; losing battle; dead horse; wreak\w* havoc; hell (?:broke|breaks) loose; rock bottom; baptism of fire; pipe dream; pie in the sky; cloud cuckoo; smoke and mirrors"
            ),
            # what people suffer, or do to each other
            _turns(
                r"wits' end; end of (?:your|its|their) tether; hair out; up the wall; round the bend; on (?:your|their) nerves; blood boil; hearts? (?:sink|sank); shivers? down; scared stiff; scared to death; worried sick"
                r"; sick and tired of; sick to death of; up in arms; under the collar; in the dumps; bored to tears; will to live; on tenterhooks; on eggshells; cold feet; running on (?:fumes|empty); breaking point; candle at both"
                r"; a rock and a hard; each other's throats; at loggerheads; bad blood; no love lost; rain(?:s|ed)? on (?:your|their) parade; the life out of; a bitter taste; salt in; old wounds"
            ),
            # what they are up to behind somebody's back, or how they fool themselves
            _turns(
                r"axe to grind; hidden agenda; ulterior motives?; something to hide; play(?:s|ed|ing)? politics; (?:their|its|your) own nest; sweeten\w* the pill; through the motions; the bandwagon; the kool-aid; party line"
                r"; mountain out of; at straws; hop(?:e|es|ing) against hope; pray\w* for a miracle; to (?:your|their|its) senses; (?:saw|seen) the light; wok(?:e|en) up to the fact; smell the coffee; scales (?:fall|fell)"
            ),
            # what is given out as beyond dispute, or asked in exasperation
            _turns(
                r"goes without saying; you'll agree; we can all agree; (?:nobody|no one) would deny; (?:nobody|no one) could argue; there(?:'s| is) no (?:denying|escaping|getting around); no two ways; what else could (?:we|one|you|anyone) (?:want|ask|wish); what else is there but; let's (?:be (?:honest|real|frank)|face it|not kid)"
                r"; you can't deny; can only imagine; stands to reason; clear as day; plain for all to see; star(?:es|ing) you in the face; only game in town; what you really want is; once and for all; common sense (?:tells|says)"
                r"; studies (?:have )?shown?; smart money; (?:how|what|why|who|where) on earth; (?:how|what|why|who|where) in the world; (?:how|what|why|who|where) the (?:hell|heck)"
            ),
        ),
        rejects=(
            "What made the new rota such a breath of fresh air on the ward?",
            "Why did the second lift work like a charm?",
            "Hats off to the porters, what made the move go so well?",
            "Why is the new rota on its last legs?",
            "Which of the forms drives the night shift up the wall?",
            "Why do the wards go through the motions at handover?",
            "There's no denying that the queue has grown, so what comes next?",
            "How on earth did the hall open in May?",
        ),
        accepts=(
            "What do you make of the new rota on the ward?",
            "What would the porters do with a free hour in a storm?",
            "How will the wards decide what to drop when the lift is out of use?",
            "How do you see the odds for the lease?",
            "“A breath of fresh air” stands on a card from Ward 4. What did the card mean to you?",
            "How would you notice that the porters are working for a halt at noon?",
            "What would you want to see at the end of the tunnel works?",
        ),
    ),
)
"""The rules of leading."""
