"""Leading by what the question takes for granted: a cause, a change, a degree, a lack, a whole story."""

from questioner.review.leading.licence import ATTRIBUTED, CLEAN, FEELINGS, LOFTUS, TEAM, hedged, rule
from questioner.review.reading import Clause, Reading, late
from questioner.review.rules import Scope
from questioner.session import Severity

_LOST = r"faith|trust|interest|confidence|patience|heart|hope|touch|momentum"

_STANCE = (
    r"(?:car|trust|believ|listen|try|bother|talk|turn|show|respect|want|speak|mak|learn|help|think|fight|push|ask"
    r"|shar|engag|tak)\w*ing"
)
"""What people stop doing inwardly, unlike a machine or a trial that is stopped."""


def _called_so(reading: Reading, clause: Clause) -> bool:
    """Whether the clause leaves room for the answer "no", or the team is said, just there or just before, to have called it so."""
    return (
        hedged(reading, clause)
        or _AS_PUT().search(reading.masked, clause.start, clause.end) is not None
        or _CALLED().search(reading.plain, 0, clause.start) is not None
    )


_AS_PUT = late(
    r",\sas\s(?:you|they|he|she|(?:the|your|their)\s\w+)\s(?:puts?\sit|says?(?:\sit\swas)?|describes?|wrote|said|told\s(?:us|me)(?:\s(?:in|on|last)\s\w+)?|called?\sit)\s?(?:[,?]|\Z)|,\sby\s(?:your|their|its|his|her)\sown\saccount\b"
    rf"|{ATTRIBUTED}|\byou\s(?:all\s)?mentioned\b"
)

_CALLED = late(r"\b(?:call|calls|called|named|described\s[^.;:?]{2,40}\sas)\s[^.;:?]{0,40}[\"'][^\"']{2,60}[\"']")
"""The words in which somebody judged: ``the head calls it "a shock"``."""


def _doubted(reading: Reading, clause: Clause) -> bool:
    """Whether the clause leaves it open, or asks, whether there is such a thing."""
    return hedged(reading, clause) or " whether " in reading.masked[clause.start : clause.end]


RULES = (
    rule(
        code="LED203",
        name="unlicensed-presupposition",
        unless=hedged,
        message="It takes for granted a failing, a change of heart or a repeat that nobody has reported.",
        why="The team must first correct the question before it can answer it.",
        source=CLEAN,
        patterns=(
            r"\b(?:finally(?! settled)|at (?:long )?last)\b",
            (
                rf"\b(?:what|when|why|how) [^?]{{0,24}}\b(?<!for\s)(?<!would\s)(?<!might\s)(?<!could\s)(?<!would\smake\s)(?<!could\smake\s)(?<!might\smake\s)(?<!would\scause\s){TEAM} (?:to )?(?:(?:stop|stopped) {_STANCE}|quit|give up(?! (?:by|(?:in order )?to (?:make|free|win|get)|in (?:return|exchange)|for (?:it|that|this|the sake))\b)|gave up"
                rf"|(?:lose|lost) (?:{_LOST}|sight)|realise|realize|realised|realized|admit|admitted|regret|abandon|abandoned|ignore"
                rf"|ignored|forget|forgot)\b(?! to (?:ask|thank))"
            ),
            rf"\b(?:made|makes|led|caused) {TEAM} (?:to )?(?:stop {_STANCE}|quit|give up|lose|reali[sz]e|abandon|ignore|forget|fail|fall behind)\b",
            r"\b(?:slip|slipped|miss|missed|fail|failed|drop|dropped|fall|fell|go wrong|late|behind|stuck) again\b",
            (
                r"\bstill(?<!would\syou\sstill)(?<!would\sthey\sstill)(?<!would\swe\sstill)(?<!will\syou\sstill) (?:\w+ly )?(?:struggl\w+|fail\w*|miss(?!ing from\b)\w*|stuck|behind|late|wait\w*|refus\w*|ignor\w*"
                r"|avoid\w*|insist\w*|unable|not\b(?! (?:know|sure|clear|certain|settled)))\b"
            ),
            r"\b(?<!that\swe\s)(?<!that\syou\s)(?<!that\sthey\s)(?<!says\sthey\s)(?<!say\sthey\s)no longer (?:care|believe|trust|want|try|listen)\b",
            # whoever it is that lost heart or has to admit something, not only the team
            (
                r"\b(?:made|makes|make|(?:why|when|how|where) d(?:o|id|oes)) (?:[\w'-]+ ){1,6}?lose (?:heart|faith|trust|interest|confidence|patience|hope|nerve"
                r"|their (?:nerve|faith|trust|interest|way))\b"
            ),
            r"\bha(?:ve|s|d) to (?:admit|own up)\b",
            # what was done wrong is to be forgiven, or owned at last
            r"\b(?<!would\syou\s)forgiv(?:e|es|en|ing)\b(?! me\b)",
            r"\b(?:(?:make|makes|before|until) (?:you|they|we|the [\w-]+)|(?:take (?:for [^?]{2,40} )?|for (?:you|them|us|the [\w-]+) )to) (?:admit|own up)\b",
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
        ),
        rejects=(
            "When did the team finally stop caring about onboarding?",
            "What made you lose faith in trial activation?",
            "What is the team still refusing to see about trial users?",
            "What made the porters lose faith in the new lift?",
            "What would the planners have to admit about the hall?",
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
            "What was it like for you to stop the line in front of the auditor?",
            "What do people lose when the branch closes early?",
            "What is still open for you about onboarding?",
            "What, if anything, did the pilot show you that you could use again?",
            "Confidence in trial activation went from 7 to 4: what lies behind that?",
            "What would stop mattering if the objective were gone?",
            "What do you give up by putting quality first?",
            "What evidence would make you give up the second hall?",
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
        ),
    ),
    rule(
        code="LED205",
        name="causal-claim",
        unless=hedged,
        message="It asserts a cause and asks only for its size or its course.",
        why="Other causes are ruled out before anyone has spoken.",
        source=CLEAN,
        patterns=(
            r"\b(?:caused by|owing to|(?:because of|thanks to) (?:(?:the|a|your|our|their) )?(?:weak|poor|bad|good|great|unclear|slow|late|low|missing))\b",
            r"\bdue to (?!be\b|launch|ship|start|end|go\b|land|report|meet|close|something\b|anything\b|chance\b)",
            r"\bhow much (?:has|have|did|does) [^?]{1,40}\b(?:affect|influence|contribute|change)",
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
            (
                r"\b(?:how|in what ways?) (?:much |badly |far )?(?:has|have|had|did) (?!you\b|we\b|they\b|it\b|that\b|each\b|everyone|this (?:come|feel))"
                r"[^?]{1,50}?\b(?<!the\s)(?<!an\s)(?<!a\s)(?:caused?|destroy(?:ed)?|driv(?:e|en)|drove|contribut(?:e|ed)"
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
            "How did the checklist change what new users do?",
            "What do you connect the change in churn with?",
            "The queue halved in May: what do you put that down to?",
            "The queue halved in May. What do you think brought that about?",
            "How did the porters take the news about the lift?",
            "What in the plan would you like to look at again?",
            "How do you judge that a new sign has helped visitors?",
            "How does the count help or hinder the porters?",
            "Which part of the plan would still deserve your best people?",
            "How does the ward benefit from the second lift, if it does?",
            "How is the second porter meant to help the wards?",
            "What is it about the hall that matters to the porters?",
            "What about the new signs would you look at again?",
            "How does the goal help a porter who is new to the ward?",
            "How does the word “calm” help you to choose between two rotas?",
        ),
    ),
    rule(
        code="LED207",
        name="one-way-degree",
        message="It asks how far things went in one direction and leaves no room for the other.",
        why="The direction is the news, and it has been given away.",
        source=LOFTUS,
        patterns=(
            r"\bhow many (?:more )?(?:problems|mistakes|failures|benefits|improvements)\b",
            (
                r"\bhow (?:much|far) (?:better|worse|harder|easier|more|less|faster|slower|stronger|weaker"
                r"|behind|ahead|happier|worried|improve\w*|progress|(?!wat|pow|pap|ord|tim|lab|numb|memb|should|und|ov|aft)\w{3,12}er)\b"
            ),
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
    rule(
        code="LED212",
        name="assumed-problem",
        unless=_doubted,
        message="It names a biggest or real problem although none has been named.",
        why="The team looks for a problem to fit the question.",
        source=CLEAN,
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
    rule(
        code="LED213",
        name="granted-degree",
        message="It takes a high degree for granted: so much, such a, how badly, better than.",
        why="The team is asked to explain a verdict that it has not given.",
        source=LOFTUS,
        unless=_called_so,
        patterns=(
            (
                r"\b(?<!understanding\sof\s)(?<!sense\sof\s)(?:what(?:'s| is| has| had)? (?:makes?|made|making|keeps|kept)|why(?! do (?:you|we) think)|how come|how (?:was|is|were|are|did|does|has)) [^?]{1,60}\b(?:(?<!not\s)so|(?<!for\s)such an?|(?<!for\s)such) (?!different (?:from|numbers?|figures?|results?|readings?|answers?|counts?|outcomes?|views?)\b)"
                r"(?!far\b|that\b|as\b|to\b|on\b|(?:for|in|at|by|from|with|without|before|after|during|under|when|if|and|or)\b|you\b|we\b|they\b|it\b|i\b|the\b|important|special|meaningful|precious|valuable|\w+ or (?:not )?\w+"
                r"|what\b|when\b)\w+"
            ),
            (
                r"\b(?:what (?:makes|made)|why (?:is|are|was|were|does|do|did)) (?!(?:you|we|they)\b)[^?]{1,60}\b(?:better|worse|smarter|stronger|weaker"
                r"|superior|slower|faster|harder|easier|cheaper) than\b(?! (?:another|you|we|they|expected|planned)\b)"
            ),
            r"\b(?:what|what else|which [\w-]+) (?:has|have|did) (?!you\b|we\b|they\b|if\b)[^?]{2,60} improved?\b",
            r"\bhow (?:did|does|do|has|have) (?!you\b|we\b|they\b)[^?]{1,40} (?:proved?|proven|confirm(?:ed)?|demonstrate[d]?) (?:that|how)\b",
            (
                r"\bwhat(?:'s| is| was) so (?:\w+) about\b|\b(?:what|which) (?:damage|harm|mistakes?|blunders?|havoc|disruption|improvements?|benefits?|gains?)"
                r" (?:has|have|had|did|does) (?:the|this|that|our|[\w']+'s) \w+"
            ),
            (
                r"\bwhat (?:else )?(?:has |have |had )?(?:eased|improved|changed for the better|(?:got|become|became|grown) (?:so )?(?:much )?(?:easier|harder|better"
                r"|worse|calmer|simpler|faster|slower|impossible))\b(?! or\b)"
            ),
            (
                r"\b(?:so (?!short a (?:time|while|span|period)\b|far\b|much\b|many\b|that\b|long\b|often\b|as\b|on\b|what\b|how\b|is\b|for\b|in\b|at\b|by\b|from\b|with\b|without\b|before\b|after\b|and\b|or\b)\w+ an? \w+|such an? (?:\w+ly )?(?:modest|ambitious|low|high|small"
                r"|large|big|experienced|talented|soft|easy|hard|simple|strong|weak|bold|tight|loose|young|old|vague|narrow|safe|risky|long|short) \w+"
                r"|such an? (?!key\b)\w+ (?:goal|objective|target|quarter|year|plan|choice|result)\b|\b(?:goal|objective|target|plan|result|promise) as \w+ as th(?:is|at)\b(?! \w+ \w+s\b))"
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
                rf"\b(?:about|of|from|with|into|by|show|shows) how (?:{FEELINGS}|bored|(?!(?:early|likely|exactly|quickly|fully|safely|evenly|fairly|reliably|clearly|closely|easily|only)\b)\w{{4,}}ly)"
                r" (?!or\b|and\b)\w+"
            ),
            r"\b(?:of|about|by|see|know|show|shows|showing|just) how little\b",
            r"\b(?:find|stay|feel|be) so (?!far|much|many|that|as|long|often|(?!sure|certain)\w+ that\b)\w+",
        ),
        rejects=(
            "What makes the new rota so unpopular with the nurses?",
            "Why do the Friday demos matter so little to the sales floor?",
            "What made the spring launch such a success?",
            "How badly did morale suffer after the move?",
            "What do guests expect of such a timid goal?",
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
            "What would the porters write if they could do so without a name?",
            "How sure are you of the count, and on what grounds?",
            "How safe is it here to say that a target is wrong, and what tells you so?",
            "What have you seen about how decisions are made on nights?",
            "The matron calls the move “a relief” in her note. What made it such a relief?",
            "On the ward, what became easier once the lift came, as your note describes?",
            "What makes a form so quick or slow to fill in?",
            "Why does the hall matter, as you wrote, so much to the porters?",
            "How do two lifts of one make come to such different counts?",
            "What makes the May count so different from the June one?",
            "The hall opened in May. What can the count tell you after so short a time?",
            "What do you notice about how bad news reaches the wards?",
            "Why were the porters so sure of the May date, as they told us in June?",
            "How did the team come to like the second rota so well, by its own account?",
        ),
    ),
    rule(
        code="LED214",
        name="granted-premise",
        message="Its subordinate clause settles what somebody feels, wants or lacks.",
        why="What is said by the way is hard to take back, and the talk goes on as if it were so.",
        source=CLEAN,
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
            r"\bwith (?:(?:the|your|our) )?\w+ (?:this|so|that|as) (?:low|bad|poor|weak|slow|late|thin|fragile|dismal|shaky)\b",
            r"\bgiven (?:just )?how (?:unfair|worn out|fed up|hungry|proud|hard|badly|little|keen|tired|worried|unhappy|excited|frustrated|poorly|weak|unpopular)\b",
            (
                r"\b(?:knocked (?:everyone|people|the)|(?<!me\sthat\syou\s)(?<!us\sthat\syou\s)(?<!us\syou'd\s)(?<!us\sshe'd\s)(?<!us\she'd\s)(?<!us\sthey'd\s)(?<!us\syou\shad\s)(?<!us\sshe\shad\s)(?<!us\she\shad\s)(?<!us\sthey\shad\s)lost heart|grew tired of|the worst is (?:over|behind)|below (?:its|their) potential)\b"
                r"(?=[^?]{0,120}\?)"
            ),
            (
                r"\b(?:regain|restor|rebuil|win back|winning back|won back|recover|repair|reviv|renew)\w* (?:[\w'-]+ ){0,4}?(?:confidence|trust|goodwill"
                r"|morale|courage|faith|relationships?|teamwork|rhythm|spirit|credibility|enthusiasm|motivation|sense of)\b"
            ),
            (
                r"(?:'s|s'|\bthe|\byour|\btheir|\bits|\bthis|\bour) (?:growing|widening|shrinking|(?:\w+ )?forgotten|newfound|proven|renewed|fading|waning|evident|remarkable|admirable|exceptional|unmatched"
                r"|famous|proud|warm|strong|deep|lasting) (?:[\w-]+ )?(?:confidence|frustration|understanding|ownership|resilience|discipline|trust|interest|pride"
                r"|openness|strength|reluctance|enthusiasm|maturity|skill|loyalty|commitment|cohesion|fatigue|resentment|impatience|unease|tradition|command"
                r"|relations|relationship|part|role|gap|distance|divide|rift)\b"
            ),
            r"\b(?<!which\sone\s)(?<!whether\sit\s)eas(?:e|ed|es|ing) the (?:\w+ )?(?:pressure|tension|strain|burden|friction|load|stress)\b",
        ),
        rejects=(
            "Now that resentment is dragging the depot down, what comes next?",
            "Given that nobody trusts the rota, what would you change?",
            "Since the wards refuse to use the form, where will you look?",
            "What would help the porters regain their trust in the rota?",
            "How might a shared rota ease the tension between the wards?",
            "What will you do about the porters' growing frustration with the lift?",
            "Now that the planners finally listen, what comes next?",
            "With so much goodwill in the wards, what makes you hesitate?",
            "Now that the new desk has paid off, what would you like to build on it?",
            "Now that trust in the rota is back, what will you use it for?",
            "What lies behind the widening gap between the wards?",
            "With morale this low, what will you ask of the wards?",
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
            "How would you notice that nobody believes in the count?",
            "How did the two crews see the rift in the spring, if there was one?",
            "Now that the porters are back from the fair, what would you like to ask them?",
            "Since the forms came back in May, what have you read in them?",
            "Twelve forms of ninety came back. With so few forms in, what can you say about the nights?",
            "With so many of you having asked for the old hall, what would you want to hear?",
            "What will a visitor find easier once the goal has worked?",
            "The porters told us they'd lost heart in the spring. What was that spring like?",
        ),
    ),
    rule(
        code="LED217",
        name="granted-story",
        message="A turn of phrase tells a story of harm, rescue or conversion, and the question goes on from there.",
        why="The team answers inside the story or has to take it apart first.",
        source=LOFTUS,
        unless=_doubted,
        patterns=(
            (
                r"\b(?:(?=ruin|spoil)(?<!could\s)(?<!would\s)(?<!might\s)(?<!could\swe\s)(?<!might\swe\s)(?<!could\syou\s)(?<!might\syou\s)(?:ruin(?:s|ed)?|spoil(?:s|ed|t)?)(?![^?]{0,40} without (?:meaning|wanting|intending) )"
                r"|(?<!\ba\s)(?<!fewer\s)(?<!more\s)(?<!many\s)(?!(?<=of\s)rescues\b)rescue(?<!-rescue)[ds]?(?!-)(?! (?:goals?|objectives?|targets?|swimmers?|skills|services?|teams?|crews?|dogs?|boats?|centres?|centers?|stations?|drills?|calls?|plans?)\b)|(?<!nobody\swill\s)(?<!nobody\swould\s)(?<!no\sone\swill\s)(?<!no\sone\swould\s)mourn|salvage(?! (?:programme|program|project|team|crew|yard|work|operation|company|value)s?\b)"
                r"|(?=sacrific)(?<!never\sbe\s)(?<!not\sbe\s)(?<!would\syou\s)(?<!willing\sto\s)(?<!ready\sto\s)sacrific\w+(?! (?:does|would|might|will)\b)|(?<!not\s)punish\w*|betray\w*|(?<!and\sstill\s)(?<!yet\sstill\s)(?<!been\s)lets? (?:(?:you|them|the (?:\w+ )?\w+) )?down"
                r"|bogged down|cutting corners|corners [^?]{0,20}cut)\b"
            ),
            (
                r"\b(?:even the (?:sceptics|skeptics|doubters)|the doubters|(?:win|won) over(?! the (?:others?|goal|objective|deadline|target)\b)|(?:come|came) round to|made (?:your|their|its) peace with|(?:get|gets|got|getting) (?:over|past)"
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
            # brought together, pushed on, or content with less
            r"\b(?:(?:bring|brings|brought|bringing|pull|pulled) (?:[\w'-]+ ){1,4}?(?:back|closer) together|play(?:s|ed|ing)? it safe|forced (?:on|upon|into)|the momentum|momentum (?:you|we|they|of|from|behind)|(?<!were\s)(?<!it\s)settled? for(?! (?:you|us|them)\b))\b",
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
        ),
        rejects=(
            "What did the move to Hall B ruin for the night crew?",
            "How did the planners win over the doubters in the depot?",
            "Which part of the rota are you closing your eyes to?",
            "What does the constant pressure from the board do to your plans?",
            "What lies behind the ward's success?",
            "What would help the night crew regain its nerve?",
            "How did the move to Hall B bring the two crews closer together?",
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
            "What would you like to have seen before we are back together in June?",
            "If the rota were settled for a year, what would you work on?",
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
)
