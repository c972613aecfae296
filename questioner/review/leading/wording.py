"""Leading by its words: tags, judgements, praise and the pressure of a norm say which answer is wanted."""

import re

from questioner.review.leading.licence import LOFTUS, PEW, rule
from questioner.review.reading import Form, Reading, Span, late
from questioner.review.rules import Scope

_LOADED = (
    r"\b(?:disappointing(?:ly)?|poor(?:ly)?|unrealistic(?:ally)?|impressive|terribl[ey]|awful"
    r"|dismal|sluggish|alarming|worrying|amazing|fantastic|brilliant|excellent|careless(?:ly)?"
    r"|ridiculous(?:ly)?|pointless|overambitious|unambitious|joyless|selfless|selfish|lacklustre|outstanding(?!,)"
    r"|outdated|bloated|chaotic|needless(?:ly)?|sloppy|watered-down|inflated (?:target|goal|number|figure|estimate|forecast|plan|promise|claim|expectation)s?|dull|useless|wasteful|half-baked"
    r"|half-hearted|clumsy|shoddy|flimsy|feeble|toothless|cumbersome|absurd|crazy|reckless|ill-conceived|nonsens\w+"
    r"|superb|wonderful|remarkabl[ey]|splendid|disastrous|catastrophic|botched|laughable|vanity|laz(?:y|iness)"
    r"|waste of (?:\w+ )?(?:time|money|effort|space)|misguided|bureaucratic|laggards?|fads?|charade|fixation|old guard"
    r"|painfully|hopeless(?:ly)?|long-overdue|inspiring|exciting|admirabl[ey]|lousy|foolish|childish"
    r"|messy|toxic|mediocre|embarrassing|dreadful|fiasco|(?<!in\sthe\s)mess(?! with [^?]{3,50}, if\b)|micromanag\w+|favou?ritism|finger-pointing|incompetence|sloppiness|snobb\w+|flop"
    r"|blunders?|red tape|stubborn(?:ness)?(?! (?:\w+ )?(?:dip|gap|leak|stain|fault|error|backlog|residue|rust|weeds?)\b)|chaos|naive(?:ly)?|woolly|timid|measly|shabb(?:y|ily)|sting(?:y|iness)"
    r"|lukewarm|grudging(?:ly)?|wobbly|paper exercise|triumph|undervalued|overrated|overworked|disgruntled"
    r"|feeblest|tedious|tiresome|dreary|soul-destroying|suffocating|overblown|far-fetched|frustrating|annoying|confusing"
    r"|ludicrous|doomed|haphazard|meaningless|intrusive|blissful|frosty|sour(?:ness)?|one-sided|short-sighted(?:ness)?|over-?zealous(?:ness)?"
    r"|rosy|ill-(?:timed|advised|judged|fated)|heartless|spineless|tireless(?:ly)?|discouraging|demorali[sz]ing"
    r"|pig-headed|credit-grabbing|penny-pinching|window[ -]dressing|pie-in-the-sky|house-of-cards"
    r"|shameful(?:ly)?|greed(?:y|ily)?|wishful|fig leaf|greenwashing|scaremonger\w*|half-heartedness|(?:broken|unkept|empty) promises|hollow"
    r"|unworkable|harsh(?:ly)?|overcooked|over-?hasty|hasty|folly|painful(?:ly)?|muddled?|baffling|exhausting|insulting"
    r"|fairy tales?|dead-?weight|millstone|moaners|foot-dragg\w+|meddling|whining|bickering|hijack(?:s|ed|ing)?|rammed through|watered down|paltry|vindicates?"
    r"|mou?ldy|fire-?fighting|sheer luck|genius|so-called|dodgy|slog|wasted (?:\w+ )?(?:hours?|days?|weeks?|months?|years?|trips?|effort)|lost (?:its|their) (?:shine|warmth|appeal|nerve))\b"
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


def _turns(listed: str) -> str:
    """A pattern of turns of phrase, parted by semicolons; each ends where a word does, so that the sieve has its pairs of words."""
    return "|".join(rf"\b{turn}\b" for turn in listed.split("; "))


RULES = (
    rule(
        code="LED201",
        name="tag",
        message="It states the answer and hangs a question on the end.",
        why="Agreeing is the polite thing to do, so the team agrees.",
        source=PEW,
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
    rule(
        code="LED202",
        name="agreement-seeking",
        message="It asks the team to agree.",
        why="Disagreeing with the person who leads the talk costs more than a nod.",
        source=PEW,
        scope=Scope.OPENING,
        patterns=(
            r"(?:do|did|would|can|could) (?:you|we) (?:not )?(?:all )?(?:agree|concur|accept)\b",
            r"(?<!you\sand\s)(?:is|are|was|were|do|does|did|has|have|ca|can|could|wo|would|should|must)n'?t\b(?! to\b| know (?:if|whether)\b)",
            r"(?:is it not|are you not|do you not|is it fair to say|is it true)\b",
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
    rule(
        code="LED204",
        name="loaded-word",
        message="A word in it has already judged what it asks about.",
        why="The judgement becomes the topic, or worse, the answer.",
        source=LOFTUS,
        scope=Scope.WHOLE,
        matcher=_loaded,
        signs=(_LOADED,),
        patterns=(
            r"\b(?:(?<!and\s)surely(?! there are\b)|obviously|of course|needless to say|(?<!not\s)(?<!a\s)(?<!that\s)(?<!has\s)(?<!have\s)(?<!but\s)(?<!than\s)(?<!might\s)(?<!that\swas\s)(?<!who\sis\s)(?<!who\sare\s)(?<!that\sis\s)(?<!one\sit\s)(?<!one\sthey\s)(?<!one\syou\s)merely|as (?:you all|you well|we all|everyone) knows?)\b",
            r"\b(?<!not\s)(?<!-)(?<!than\sthe\s)(?<!besides\sthe\s)(?<!beyond\sthe\s)obvious (?!to |from |about )\w+",
            r"(?:^|[,.;:] ?|\b(?:is|are|was|were|has|have|quite|it) |'(?:s|ve|re) |\b(?<!as\s)so (?=\w+ly \w))(?:clearly|plainly|evidently)\b(?! (?:and|or|but|about|in)\b)(?! (?:as|at|by|defin|stat|mark|label|writ|put)\w*)",
            # a word put first for weight: "broken as it is"
            r", (?!(?:so )?(?:just|exactly|taken|left|much|such|same|as|even|only|insofar|inasmuch|far|soon|long|strange|odd)\b)(?:so )?[\w-]+ as (?:it|they|you|he|she|we) (?:is|are|was|were)(?=,| )",
            r"\bslow progress\b",
            r"\b(?:(?:a mere|merely) \d|(?<!that\s)(?:only|just) \d(?=[^.?!;]{0,200}\?))",
            # the one reason that is granted discredits: "apart from sheer vanity"
            (
                r"\b(?:apart from|besides|other than|beyond|aside from) (?:(?:sheer|mere|pure|plain|blind|simple|simply|your|their|our|the|an?) ){0,2}(?:hope|hoping|face|fear|spin|wishful thinking|fig leaf|nostalgia|vanity"
                r"|stubbornness|obstinacy|laziness|pride|prestige|greed|panic|optimism|politics|keeping|pleasing|boasting|showing off|lip service)\b"
            ),
            (
                r"\b(?:the|all the|that|those|your|our|such) (?:ignored|neglected|mistaken|premature|careless|meaningless|lucky|comforting|confusing|drained"
                r"|bored|disappointed|delighted|exhausted|demorali[sz]ed) (?!ones?\b)\w+(?=[^?.!]{0,200}\?)"
            ),
        ),
        rejects=(
            "How disappointing was a result of only 12%?",
            "Surely the form is the cause: what do you see?",
            "What explains the poor activation?",
            "What do you make of the premature switch to tablets?",
            "What does the tedious form ask of the porters?",
            "What do the porters, weary as they are, say about the goal?",
            "A dismal 12 % came back in May. What do you take from that?",
            "What will you do about a form that everybody so plainly dislikes?",
            "What does the May date rest on, apart from sheer hope?",
            "How did the broken promises of the spring reach the porters?",
            "What do the laggards in the depot make of so selfless a crew?",
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
            "How do the porters come to speak so plainly in the review?",
            "What would a guest say, plainly and without thanks, about the queue?",
            "The stubborn leak in the second lift is back: what do you understand about it?",
            "If a new porter in his first week found the date unrealistic, what would follow?",
            "What happens here when a nurse wants to bring a half-baked idea to the handover?",
        ),
    ),
    rule(
        code="LED208",
        name="norm-pressure",
        message="It says what most others do or think, and asks the team to place itself.",
        why="Standing apart from the crowd is made the price of an honest answer.",
        source=PEW,
        scope=Scope.WHOLE,
        patterns=(
            (
                r"\b(?<!how\s)(?:most|successful|high-performing) (?:teams|companies|organi[sz]ations|startups)\b"
                r"(?! (?:in|on|at|from|of|here|around|you|we|would (?:you|we)))"
            ),
            r"(?<!\bdo\s)\bother (?:companies|organi[sz]ations|startups|teams (?:do|use|have|cut|run|set|find|typically|usually|already))\b",
            r"\beveryone (?:else )?(?:agrees|knows|thinks|says|is saying|does)\b",
            # whoever one asks is called as a witness
            (
                r"\b(?:any|every)(?:one|body) (?:[^?.;,]{0,30} )?(?:will tell you|would tell you|could have (?:seen|told|known|predicted|foreseen|guessed|said))\b"
                r"|\b(?<!does\s)(?<!did\s)(?<!do\s)(?<!where\s)(?<!that\s)every(?:one|body) (?:[^?.;,]{0,30} )?(?:already knows?|already knew|(?<=as\severyone\s)can see|(?<=as\severybody\s)can see|sees the)\b|\b(?<!does\s)everybody (?:here )?knows (?!how\b|what\b|who\b|where\b|when\b|why\b)|\bcommon knowledge\b"
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
            (
                r"(?:^|[.,:;!?] )(?:all|every|most|many) (?![^?]{3,150} if (?:nobody|no one)\b)(?:of )?(?:the |our |your )?(?:other|good|best|big|great|top|leading|serious|smart|real|modern) "
                r"(?!half\b|day\b|week\b|month\b|time\b|things?\b|parts?\b|questions?\b|points?\b)\w+ [^?]{3,100}\?"
            ),
            (
                r"\b(?:every|all|other|most|rivals?|competitors?|peers?|neighbou?rs?|industry|next door)\b[^?]{0,120}\b(?:do(?:ing)? the same"
                r"|follow(?:ing)? suit|left behind|do(?:ing)? likewise|(?:follow|copy)(?:ing)? (?:their|that|its) \w+"
                r"|catch(?:ing)? up with (?:them|the others)|keep(?:ing)? up with (?:them|the others)|join(?:ing)? (?:them|in)|hold(?:ing)? (?:(?:you|us|the team) )?back)\b"
            ),
            (
                r"\bwe(?:'re| are)? all (?:agree|agreed)\b|\beveryone i (?:speak|talk|spoke|talked) to\b|\bit(?:'s| is) (?:clear|plain|obvious)(?:,| to (?:us|every))"
                r"|\bany [\w-]+ (?:\w+ )?worth (?:their|his|her|its) salt\b"
            ),
            (
                r"(?:^|[.,:;] )(?:as|for|with) (?:a team (?:that|who)(?! (?:\w+ly )?(?:check|work|sell|build|run|serve|answer|write|look|teach|make|repair|drive|cook|plan|train|test|watch|count|meet|handle|deal)s? )|an? (?:ambitious|proud|caring|committed|mature|strong|good|great|experienced|professional) (?:\w+ )?(?:team|crew|group)|the only \w+ that"
                r"|the (?:strong|weak|bold|brav|proud|fin|keen)\w*est \w+ (?:in|of|on)|proud|true|committed|responsible|owners of|people as \w+ as|a \w+ as proud)(?: [^?]{2,70})?,"
            ),
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
            "What do other teams do that you like to look at?",
            "Other wards keep the same goal. What would you like to ask them?",
            "As a team that answers other people's calls all day, what do you wish for when you call?",
            "What does everybody know here that no form says?",
            "What does it take to run the hall like every other week?",
            "What is the name worth to visitors?",
            "What would even the smallest ward see of the goal?",
            "What have you learned about the belief that most people like to wait in the hall?",
            "Every other ward counts calls. What would you look at if no one asked for a count?",
        ),
    ),
    rule(
        code="LED218",
        name="set-phrase",
        message="A set phrase in it cheers, mourns or shrugs before anybody has answered.",
        why="The phrase brings its own verdict, and the team is left to illustrate it.",
        source=LOFTUS,
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
                r"wits' end; end of (?:your|its|their) tether; hair out; up the wall; round the bend; blood boil; hearts? (?:sink|sank); shivers? down; scared stiff; scared to death; worried sick"
                r"; sick and tired of; sick to death of; up in arms; under the collar; in the dumps; bored to tears; will to live; on tenterhooks; on eggshells; cold feet; running on (?:fumes|empty); breaking point; candle at both"
                r"; a rock and a hard; each other's throats; at loggerheads; bad blood; no love lost; hidden agenda; ulterior motives?; axe to grind; through the motions; rain(?:s|ed)? on (?:your|their) parade; the life out of; a bitter taste; salt in; old wounds"
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
