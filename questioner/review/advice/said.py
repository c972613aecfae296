"""Advice said outright: a norm, a recommendation, a warning, or what others do, with the question after it."""

from questioner.review.advice.actions import (
    BASE,
    DOING,
    EXTERNAL,
    MITI,
    NOT_YOURS,
    STRONG,
    TEAM,
    rule,
)
from questioner.review.rules import Scope

RULES = (
    rule(
        code="ADV101",
        name="direct-should",
        message="It tells the team what it should or must do.",
        why="A norm from outside ends the thinking it was meant to start.",
        source=MITI,
        scope=Scope.WHOLE,
        patterns=(
            (
                rf"(?:^|[.,:;?!] |\b(?:given that|fact that|i think|because|so|and|when|why|where|who|while"
                rf"|maybe|perhaps) ){TEAM} (?:really |probably |also |"
                r"just |definitely |all |first )?(?:should|ought to|must|need to|had better|have to) (?:just "
                r"|really |first )?"
                rf"(?:start |be |maybe )?(?:{BASE}|{DOING}|get|do|work|try|set|make|look|take|use|find|test"
                rf"|change|sit|write|read|put|give|let|keep|bring)\b"
            ),
            (
                rf"(?:should|shouldn't|must|mustn't) (?:the )?{TEAM} (?:not |also |just |maybe )?(?:{STRONG}"
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
    rule(
        code="ADV106",
        name="expert-norm",
        message="It holds up somebody else's practice as the one to follow.",
        why="The team is asked to measure itself against a method, not to look at its own work.",
        source=MITI,
        scope=Scope.WHOLE,
        patterns=(
            r"\bbest practices?\b",
            (
                r"\b(?:experts?|research|studies) (?:say|says|show|shows|suggest|suggests|recommend|recommends"
                r"|agree)\b"
            ),
            r"\b(?:is|are|the|as) recommended\b|\b(?:industry|standard) (?:standards?|practice)\b",
            (
                r"\b(?:seasoned|experienced|strong|high-performing|successful|top|good|mature) (?:teams|squads|services|schools|firms|colleges|companies"
                r"|shops|branches|departments) (?!who|that|with|in\b)\w|, as (?:good|most|other|many|all) [\w-]+ (?:do|does|did)\b"
                r"|\b(?:is|are) (?:best served by|the usual (?:cure|way|remedy|answer|fix))\b"
            ),
            r"\bi(?:'ve| have) seen (?!you\b|your\b|the\b|it\b|this\b|that\b|how\b|what\b)[\w-]+ [^?.]{2,60}[.?;:,]",
            (
                r"\b(?:families|people|teams|wards|others|schools|shops|farms|colleagues|parents|hospitals) elsewhere\b"
                r"|(?:^|[.,;:] )elsewhere,? (?:in|they|people|teams)\b"
            ),
            (
                r"\b(?:a (?:friend|colleague|client) of mine|my (?:\w+ ){0,2}(?:friend|cousin|sister|brother|wife|husband|choir|firm"
                r"|boss|employer)(?:'s \w+)?) (?!drives|of\b|(?:gets|uses|sees|reads|buys) (?:these|this|your)\b)\w"
                r"|\bswears? by\b(?! (?:them|it)\b)|\bas they do (?:abroad|elsewhere|in|at)\b|\bin my (?:\w+ )?(?:choir|firm|team|company|club|school|family)\b"
                r"|\bevery (?:mature|serious|modern|decent|well-run|grown-up|self-respecting) (?!doubt|question|attempt|worry|try|conversation)[\w-]+"
            ),
            (
                r"(?:^|[.,:;?!] )(?:an?|some|plenty of|many|other|most|our neighbours?|in an?) [^.?]{5,110}[.:;,] (?:so )?(?:what|how|where)\b[^?]{0,20} "
                rf"(?:would|could|might|may) (?:[^?]{{0,30}} )?(?:yours|your own)\b{NOT_YOURS}"
            ),
            r"(?<!half\s)(?<!tenth\s)(?<!third\s)(?<!times\s)\b(?:of|for|at) (?:(?:a|an|the) \w+ (?:of )?)?your size\b|\b[\w]+s (?:our|your) size\b|\bmost successful \w+",
        ),
        rejects=(
            "What best practices could you apply to onboarding?",
            "Research shows that small teams ship sooner: how do you see that?",
            "How does your list compare with the recommended three objectives?",
            "A friend of mine swears by silent starts: where would one fit in here?",
            "Seasoned porters' shops lock up at noon, as most firms do: how would that be here?",
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
    rule(
        code="ADV108",
        name="warning",
        message="It warns of what comes if the team does not follow.",
        why="Fear argues for a course without saying which.",
        source="MISC 2.5, the code for warning",
        scope=Scope.WHOLE,
        patterns=(
            r"(?:aren't|don't) (?:you|we) (?:\w+ )?(?:worried|afraid|concerned|risk(?:ing)?)\b",
            r"\b(?:you|we) (?:run the risk|are risking|risk \w+ing)\b|(?<!you\s)\bbe careful\b",
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
    rule(
        code="ADV111",
        name="soft-imperative",
        message="It recommends in so many words.",
        why="A recommendation with soft edges is still the coach's plan.",
        source=MITI,
        scope=Scope.WHOLE,
        patterns=(
            r"\byou (?:might|may|could) (?:also )?want to\b",
            r"(?:^|[.,:;?!] |please |do |you can )feel free to (?!pass|skip|say|ask|answer)\w",
            r"(?:^|[.,:;?!] |perhaps |maybe )consider \w+ing\b",
            r"\bi(?:'d| would|'ll)? (?:strongly |also )?(?:suggest|recommend|advise)\b",
            r"\bmy (?:own )?(?:advice|suggestion|recommendations?|tip|idea|instinct|hunch|hint|proposal)\b(?! (?:doesn't|does not) count)",
            (
                rf"\bi(?:'d| would) (?:\w+ly |also |just |rather )?(?:{STRONG}|keep|get|do away|propose|prescribe|hate to|leave|make"
                r"|pick|stay with|stick with)\b(?! (?:you|it|this|that|time|sure|to (?:hear|know))\b)"
            ),
            (
                r"\bi(?:'d| would)(?: myself)? (?:be inclined to|vote for|start (?:with|by)|go (?:for|with)|pick|choose|back|bet on|be looking at|be tempted to"
                r"|cut|drop|begin with|put (?:a|an|the|your|our|it|them)\b(?! to you| differently| another way))"
            ),
            r"\bthe way i'd (?:do|go|start|put)\b|\b(?:you|one|we) could always\b|\bif i were (?:you\b|sitting where|in your (?:place|shoes))",
            r"(?:^|[.,;?!] ?)make sure (?:to|you|that)\b",
            r"(?:^|[.,:;?!] )let's (?!begin\b|get (?:started|going)\b|keep (?:it|this)\b|hear|say|suppose|imagine|picture|leave|park|forget|stay|sit (?:for|with)|pause|dwell|linger|pretend|assume|set|talk about|take (?:the|that|this|your)\b|turn to|return to|go back to)\w+",
            r"(?<!about\s)\bit (?:might|may|could|would) (?:help|be (?:good|wise|worth)) (?:to|you to|\w+ing)\b(?! (?:hear|know|understand))",
            (
                rf"(?:^|[.;?!] |maybe |perhaps )(?:you|we) could (?:also |just |always |then )?(?:{BASE}|try"
                rf"|use|start(?! a little\b))(?![^?.]{{2,80}}; (?:those|these|all|they) (?:\w+ )?(?:are|were) your)"
            ),
            r"(?:^|[.;?!] )try (?:to |\w+ing\b)",
            rf"(?:^|[.,:;?!] )please (?:just |also )?(?:{BASE}|put|use|update|fix|make|take|check|read|keep|stick to)\b",
            # what the asker said of an idea of their own
            r"\b(?:as|what) i(?:'d| would| should| think you should)\b|\bas (?:the )?\w+(?: \w+)? and i (?:would|do)\b|\bi ask because i would\b",
            r"\bi (?:put (?!to\b|it\b|this\b)\w+|sent round|collected|hinted|drew up|jotted|threw in|offered|prefer|favou?r|fancy)\b(?! to\b)",
            r"\bwhich i(?:'d| would| have)\b|\bi have (?:in mind|long)\b|\b(?:how|one) i(?:'d| would)\b|\bi thought of\b|\bi would gently\b",
            (
                r"\bi(?:'m (?:sold on|all for|in favou?r of)| (?:advised|sketched|proposed|floated|pitched|championed|put forward|argued for"
                r"|keep (?:bringing up|coming back to (?!your\b|what\b))))\b"
            ),
            r"(?<!try\s)\bas (?:i (?:might|would)\b|it does to me\b|(?:you|it) (?:could|might)[,?]|you easily (?:could|might)\b)",
            # what the asker has shown or keeps pushing: "like I've pitched", "the fix I keep pitching", "where I'd go"
            (
                r"\b(?:as|like|that|which|what) i(?:'ve| have|'d| would| had)? (?:already |once |just )?(?:suggested|proposed|pitched|sketched|showed"
                r"|shown|floated|recommended|argued)\b|\bnow that i've (?:pitched|proposed|suggested|shown|raised|asked)\b"
            ),
            (
                r"\b(?:the|an?|your|one|that|this) (?!(?:one|first|last|only) )[\w'-]+(?: [\w'-]+){0,3}? (?:that )?i(?:'d| would|'ve| have)? (?:already |once |just )?(?:suggested"
                r"|proposed|pitched|sketched|showed|shown|floated|recommended|drafted|tie|keep (?:pitching|pushing|mentioning|proposing|on about)|push"
                r"|'m asking for|am asking for)\b|\bi'm asking for\b"
            ),
            # the idea commended in a tail: "…, where it belongs", "…, as a first test"
            (
                r", (?:where|as) it belongs\b|,(?: just)? as a (?:first |small )?(?:test|trial|start|thing to try)\b|, (?:perhaps|maybe) (?:by|with|through) \w"
                r"|, as (?:they|it|you|we)'ll have to\b|, which (?:would|will|should) be (?:quick|easy|cheap|simple|kinder)\b"
            ),
            # whose vote, money or way it is
            (
                r"\bmy (?:vote|preference|pick|bet|money) (?:is|goes|would)\b|\bmy (?:two|three|four|own) (?:levers|fixes|ideas|options)\b|\bif i had my way\b"
                r"|\bif it were (?:my|up to me)\b|\bi (?:slept on it|came up with|spoke of|sent you)\b|\bi have an? (?:idea|suggestion|proposal)\b"
            ),
            (
                r"\bi(?:'d| would)(?: simply| just| gladly)? (?:have (?!thought|said|liked|expected|to\b)|say (?:yes|merge|no)\b|tie|open|take (?:the|your|out|off)"
                r"|use (?!the word|that word)\w+ )"
            ),
            (
                r"\b(?:if you ask me|i for one\b|(?:ideas?|suggestions?|proposals?|hobby ?horse) of mine|i (?:can|could) (?:see|think of) (?:two|three|one|an?"
                r"|several) (?:remed|way|fix|option|route|cure)\w*|i keep thinking of an?)\b"
            ),
            # what is right in the asker's eyes: "as it should be", "should go weekly, it seems to me"
            r", (?:as|which|where) (?:it|they|he|she|you|we) (?:really |rightly |surely )?(?:should|ought to)\b(?! (?:have|know|be able)\b)",
            # an idea told as what somebody on the team could do, and the question hung on it
            (
                rf"(?:^|[.!] )(?=[^?.;]{{3,50}} could )(?!you\b|we\b|they\b|it\b|what|how|which|who|nobody|that\b|this\b|if\b|imagine\b|suppose\b|say\b|(?:the |an? )?{EXTERNAL}"
                r"|[^?.]{0,120}\b(?:says?|said|wrote|listed|you|asked|told|suggested|proposed)\b)(?:[\w'-]+ ){1,4}could (?!have\b|not\b|never\b|mean\b|tell\b|say\b"
                r"|only\b|see\b|no\b|at\b|then\b|be (?:the|an?|seen|said|heard|read|wrong|right|true|worse|better|missed|late|gone)\b|come\b|fall\b"
                r"|miss\b|reach\b|fail\b|leave\b|lose\b|be \w+er\b)\w+ [^?.]{2,100}[.;] (?:what|how|which|where|who)\b"
            ),
        ),
        rejects=(
            "You might want to look at the form first. What do you think?",
            "Maybe you could ask Support: how does that sit with you?",
            "I'd suggest fewer key results. What would remain?",
            "What would a bell on the ramp do for the drivers, just as a first test?",
            "What must be in place for the quiet hour I have in mind?",
            "I keep bringing up the parking shuttle: where would you rank it?",
            "Before you cut the round to four stops, as you could, what would you ask the wards?",
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
            "The dean could close the yard, you wrote. What would you keep?",
            "Sales says the goal should go. What does each side see?",
            "I have your list here: what stands out?",
            "Two other wards have asked to join. What do you make of that?",
            "Let's sit with that figure. What does it leave out?",
        ),
    ),
)
