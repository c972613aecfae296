"""Leading: the words signal the wanted answer, or take for granted what nobody has established.

Every question presupposes something; what counts is licence. A fact stated before the question is one, and so
is a hedge such as "if anything", which lets the team answer "none".
"""

import re
from functools import partial

from questioner.review.reading import Form, Reading, Span
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
    r"|tired|fed up|delighted)"
)
_HEDGE = re.compile(r"\bif (?:any|at all)|\bif anything|\bif anywhere|\bor not\b")


def _tag(reading: Reading) -> Span | None:
    return next((clause.span for clause in reading.clauses if clause.form is Form.TAG), None)


_rule = partial(Rule, label=Label.LEADING, severity=Severity.REJECT)

RULES = (
    _rule(
        code="LED201",
        name="tag",
        message="It states the answer and hangs a question on the end.",
        why="Agreeing is the polite thing to do, so the team agrees.",
        source=_PEW,
        matcher=_tag,
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
        cues=("agree", "concur", "accept", "n't", "nt", "not", "fair to say", "true"),
        patterns=(
            r"(?:do|did|would|can|could) (?:you|we) (?:not )?(?:all )?(?:agree|concur|accept)\b",
            r"wouldn't (?:you|we) (?:\w+ )?(?:say|agree|think)\b",
            r"(?:is|are|was|were|do|does|did|has|have|ca|can|could|wo|would|should|must)n'?t\b(?! to)",
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
        message="It takes for granted a failing, a change of heart or a repeat that nobody has reported.",
        why="The team must first correct the question before it can answer it.",
        source=_CLEAN,
        cues=(
            "finally",
            "again",
            "still",
            "made you",
            "makes you",
            "made the team",
            "stop",
            "realis",
            "realiz",
            "admit",
            "regret",
            "manage to",
            "give up",
            "gave up",
            "lost",
            "lose",
            "no longer",
            "losing",
            "yet",
        ),
        patterns=(
            r"\b(?:finally|at long last)\b",
            (
                rf"\b(?:what|when|why|how) [^?]{{0,24}}\b{_TEAM} (?:to )?(?:stop|stopped|quit|give up|gave up"
                rf"|lose|lost|realise|realize|realised|realized|admit|admitted|regret|abandon|abandoned|ignore"
                rf"|ignored|forget|forgot)\b(?! to (?:ask|thank))"
            ),
            (
                r"\b(?:made|makes|led|caused) (?:you|the team|people) (?:to )?(?:stop|quit|give up|lose"
                r"|realise|realize|admit|abandon|ignore|forget|fail|change your mind|fall behind)\b"
            ),
            (
                r"\b(?:slip|slipped|miss|missed|fail|failed|drop|dropped|fall|fell|happen|happened|go wrong"
                r"|late|behind|stuck) (?:\w+ )?again\b"
            ),
            (
                r"\bstill (?:\w+ly )?(?:struggl\w+|fail\w*|miss\w*|stuck|behind|late|wait\w*|refus\w*|ignor\w*"
                r"|avoid\w*|insist\w*|unable|not)\b"
            ),
            r"\bno longer (?:care|believe|trust|want|try|listen)\b",
            r"\b(?:haven't|hasn't|have not|has not) [^?]{0,30}\byet\b",
        ),
        rejects=(
            "When did the team finally stop caring about onboarding?",
            "What made you lose faith in trial activation?",
            "What has the team still not understood about trial users?",
        ),
        accepts=(
            "What is still open for you about onboarding?",
            "What, if anything, did the pilot show you that you could use again?",
            "Confidence in trial activation went from 7 to 4: what lies behind that?",
            "What would stop mattering if the objective were gone?",
        ),
    ),
    _rule(
        code="LED204",
        name="loaded-word",
        message="A word in it has already judged what it asks about.",
        why="The judgement becomes the topic, or worse, the answer.",
        source=_LOFTUS,
        scope=Scope.WHOLE,
        cues=(
            "disappoint",
            "poor",
            "unrealistic",
            "impressive",
            "terribl",
            "awful",
            "dismal",
            "sluggish",
            "alarming",
            "worrying",
            "amazing",
            "fantastic",
            "brilliant",
            "excellent",
            "unacceptable",
            "ridiculous",
            "pointless",
            "overambitious",
            "obvious",
            "surely",
            "of course",
            "clearly",
            "as you know",
            "only ",
            "merely",
            "mere ",
            "needless",
            "lacklustre",
            "stagnant",
            "slow progress",
            "outstanding",
            "unfortunate",
            "outdated",
            "bloated",
            "chaotic",
            "realistic",
        ),
        patterns=(
            (
                r"\b(?:disappointing(?:ly)?|poor(?:ly)?|unrealistic(?:ally)?|impressive|terribl[ey]|awful"
                r"|dismal|sluggish|alarming|worrying|amazing|fantastic|brilliant|excellent|unacceptabl[ey]"
                r"|ridiculous|pointless|overambitious|lacklustre|stagnant|outstanding|unfortunate(?:ly)?"
                r"|outdated|bloated|chaotic|needless(?:ly)?)\b(?=[^?.!]{0,200}\?)"
            ),
            r"\b(?:surely|obviously|of course|needless to say|merely|as (?:you|we all|everyone) knows?)\b",
            r"(?<!not\s)\bobvious (?!to |from |about )\w+",
            r"(?:^|[,.;:] ?|\b(?:is|are|was|were|has|have) )clearly\b",
            r"\b(?:only|just|a mere|merely) \d",
            r"\bslow progress\b",
            r"\bthis (?:realistic|ambitious|great|good|bad|weak|strong) \w+ (?:slip|fail|work|miss)",
        ),
        rejects=(
            "How disappointing was a result of only 12%?",
            "What made this realistic plan slip?",
            "Surely the form is the cause: what do you see?",
            "What explains the poor activation?",
        ),
        accepts=(
            "What does 12% mean to you?",
            "What would be clearly different for users?",
            "What is not obvious from the figures?",
            "What is only visible from where you sit?",
        ),
    ),
    _rule(
        code="LED205",
        name="causal-claim",
        message="It asserts a cause and asks only for its size or its course.",
        why="Other causes are ruled out before anyone has spoken.",
        source=_CLEAN,
        cues=(
            "because of",
            "due to",
            "caused by",
            "thanks to",
            "lack of",
            "result of",
            "owing to",
            *("hurt", "harm", "damag", "undermin", "slow", "help", "improve", "boost", "hold", "held back", "block"),
            *("derail", "worsened", "benefit", "affect", "influence", "contribute", "change"),
        ),
        patterns=(
            r"\b(?:because of|caused by|thanks to|owing to|as a result of)\b",
            r"\bdue to (?!be\b|launch|ship|start|end|go\b|land|report|meet|close)",
            r"\b(?:given )?the lack of\b",
            (
                r"\bhow (?:much |badly |greatly |far )?(?:has|have|had|did|does|do|is|are) (?!you\b|we\b"
                r"|they\b|that (?:feel|look)|it (?:feel|look))[^?]{1,50}?\b(?:hurt(?:ing)?|harm(?:ed|ing)?"
                r"|damag(?:e|ed|ing)|undermin(?:e|ed|ing)|slow(?:ed|ing)?(?: down)?|help(?:ed|ing)? (?!from)"
                r"|improved?|boost(?:ed)?|hold(?:ing)? back|held back|block(?:ed|ing)?|derail(?:ed|ing)?"
                r"|worsened|benefit(?:ed|ted)?)\b"
            ),
            r"\bhow much (?:has|have|did|does) [^?]{1,40}\b(?:affect|influence|contribute|change)",
        ),
        rejects=(
            "How much has the reorganisation hurt trial activation?",
            "What changed because of the weak onboarding?",
            "How has the new tool improved your focus?",
            "What do you do about the drop caused by the price?",
        ),
        accepts=(
            "What part, if any, has the reorganisation played in trial activation?",
            "What would change for users if the work due to launch in May came later?",
            "How did the checklist change what new users do?",
            "What do you connect the change in churn with?",
        ),
    ),
    _rule(
        code="LED206",
        name="emotion-attribution",
        message="It tells the team what it feels and asks how much or why.",
        why="A feeling that was put into the room is hard to refuse in front of others.",
        source=_CLEAN,
        cues=(
            *("worr", "frustrat", "excite", "disappoint", "reliev", "relief", "proud", "pride", "anxi", "afraid"),
            *("scared", "fear", "stress", "upset", "angry", "anger", "annoyed", "nervous", "embarrass", "ashamed"),
            *("happy", "pleased", "thrilled", "overwhelmed", "demotivated", "discouraged", "surprised", "concerned"),
            *("tired", "fed up", "delighted"),
        ),
        patterns=(
            rf"\bhow {_FEELINGS} (?:are|is|were|was|do|does|did|will|would|must|have)\b",
            (
                rf"\b(?:what|who) (?:\w+ )?(?:makes?|made|is making) (?:you|the team|people) (?:feel )?(?:so "
                rf"|most |this |that )?{_FEELINGS}"
            ),
            rf"\bwhy (?:are|were|is|do) {_TEAM} (?:feel )?(?:so )?{_FEELINGS}",
            (
                r"\b(?:your|the team's|that) (?:frustrations?|disappointment|anxiety|fears?|worry|relief"
                r"|excitement|anger|stress|embarrassment|pride)\b"
            ),
            (
                rf"\bwhat (?:are|were) {_TEAM} (?:so |most )?(?:worried|frustrated|afraid|scared|anxious"
                rf"|disappointed|stressed|proud|excited) (?:about|of|by|with)?"
            ),
            rf"\bmust (?:be|feel|have been) (?:so |very )?{_FEELINGS}",
        ),
        rejects=(
            "How worried are you about trial activation?",
            "What makes you so frustrated with the contract?",
            "Where does your disappointment about May come from?",
        ),
        accepts=(
            "What is on your mind about the drop in trial activation?",
            "How do you feel about trial activation?",
            "What surprised you about the pilot?",
        ),
    ),
    _rule(
        code="LED207",
        name="one-way-degree",
        message="It asks how far things went in one direction and leaves no room for the other.",
        why="The direction is the news, and it has been given away.",
        source=_LOFTUS,
        cues=("how much ", "how far ", "how many "),
        patterns=(
            (
                r"\bhow (?:much|far) (?:better|worse|harder|easier|more|less|faster|slower|stronger|weaker"
                r"|behind|ahead|happier|worried|improve\w*|progress)\b"
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
        cues=(
            "most ",
            "everyone",
            "other compan",
            "other team",
            "successful",
            "high-perform",
            "typically",
            "normal",
            "any good",
            "as a strong",
            "as an experienced",
            "great teams",
            "good teams",
        ),
        patterns=(
            (
                r"\b(?:most|many|successful|high-performing|great|good|strong) (?:teams|companies|people"
                r"|coaches|organisations|organizations|leaders|startups)\b(?! (?:in|here|around|would (?:you"
                r"|we)))"
            ),
            r"\bother (?:companies|organisations|organizations|startups)\b",
            r"\beveryone (?:else )?(?:agrees|knows|thinks|says|is saying|does)\b",
            (
                r"\bas (?:a|an) (?:strong|experienced|senior|mature|professional|smart|great|good|committed"
                r"|ambitious) (?:team|group|people|company)\b"
            ),
            r"\b(?:any|every) (?:good|serious|decent|sensible) (?:team|company|lead)",
            r"\bother teams (?:do|use|have|cut|run|set|find|typically|usually|already)\b",
            r"\bit(?:'s| is) (?:normal|usual|standard|common) (?:to|for|that)\b",
        ),
        rejects=(
            "Most teams cut a key result at this point: what is your view?",
            "As a strong team, what will you do about May?",
            "Everyone agrees the form is too long, so what comes next?",
        ),
        accepts=(
            "What would most help the team in May?",
            "How do the teams around you see onboarding?",
            "What is normal for a week like this one?",
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
            r"(?:^|[.,;:] |so |but |and )i (?:think|feel|believe|suspect|guess) (?:that )?(?!about)\w+",
            r"\bi(?:'m| am) (?:surprised|worried|disappointed|concerned|afraid)\b",
            r"\bin my (?:view|opinion|experience)\b",
        ),
        rejects=(
            "It sounds like you gave up on activation, so what is next?",
            "You seem frustrated: what is behind that?",
            "I think the form is the problem. What do you think?",
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
        message="It names a biggest or real problem although none has been named.",
        why="The team looks for a problem to fit the question.",
        source=_CLEAN,
        review_severity=Severity.WARN,
        cues=("biggest", "main ", "real ", "greatest", "root ", "worst", "major", "key ", "weakest"),
        patterns=(
            (
                r"\b(?:the|your|its|team's|our) (?:single )?(?:biggest|main|real|greatest|root|worst|major"
                r"|most serious|weakest) (?:problems?|obstacles?|blockers?|causes?|issues?|mistakes?"
                r"|weakness(?:es)?|barriers?|failures?|reason|link|bottlenecks?|concerns?|worry|fears?)\b"
            ),
        ),
        rejects=(
            "What is the biggest blocker on trial activation?",
            "What is the real problem with onboarding?",
            "Where does the root cause of the drop lie?",
        ),
        accepts=(
            "What, if anything, stands between you and 30% trial activation?",
            "What part of the target matters most to new users?",
            "What does the missing contract hold back most?",
        ),
    ),
)
"""The rules of leading."""
