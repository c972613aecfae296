"""Advice behind a question word: the form is open, and the rest brings in a course of action that the team did not."""

from questioner.review.advice.actions import (
    AIM,
    BASE,
    DEVICE,
    DOING,
    EXTERNAL,
    MITI,
    NEUTRAL_DOING,
    NOT_A_STEP,
    NOT_YOURS,
    PEOPLE,
    STAFF,
    STEP,
    STRONG,
    TEAM,
    TRAP,
    WISHED,
    rule,
)
from questioner.review.reading import Clause, Reading, late
from questioner.review.rules import Scope

_OUTCOME = (
    rf"(?:a|an) (?!new |second |third |weekly |daily |monthly |regular |dedicated |better |short)(?!(?:\w+ ){{0,3}}{DEVICE})"
    r"(?:[\w'-]+ ){2,4}change for (?!you\b|us\b|the team\b|your team\b)"
)
"""A thing named by its state, and what it changes for those outside: an outcome to picture, not a step to take."""
_ARRANGE = (
    r"(?:carry|turn|rehearse|practi[sz]e|design|try|include|involve|borrow|copy|swap|rearrange|reuse|recruit|experiment with|free up|carve out|block out"
    r"|team up|partner with|tap into|draw on|play with|become|set aside|weave|embed|roll|bundle|spread|invest|dedicate)\b"
)
"""Acts that somebody has to think of, outside the list of actions since other words than ``how could you`` leave them open."""
_WITNESS = (
    r"(?:what|how|where)(?:, [^?,]{2,30},)? (?:would|could|might|can) an? (?!second |third |extra |further |additional |dedicated |full-time |part-time |paid )"
    rf"(?:(?:(?!help\b|let\b|make\b|you\b|us\b)[\w'-]+ ){{1,7}}?(?:notice|picture|imagine|wonder|believe|suspect|ask (?!of\b|you\b|us\b))"
    rf"|(?:[\w'-]+ )?(?:{PEOPLE}|cashier|clerk|claimant|applicant|manager|engineer|commuter|caller|learner|passenger|pensioner|grader|bystander|juror|judge)"
    r" (?:add|say|see|tell|miss|call|make of|with|(?:have|want|need|like) to)\b)"
)
"""Somebody who sees, says or asks something: a voice to listen to, and no thing to set up."""
_HARM = r"(?![^?]{0,90}\b(?:worse|riskier|less (?:safe|fair|honest|reliable|useful|clear|open)|harm|hurt|damage|undermine|backfire)\b)"
"""Nobody puts forward a thing for the harm it does."""
_STATE = r"(?:truly |really )?(?:calm|quiet|boring|dull|smooth|peaceful|ordinary|helpful|moment that)\b"
"""A state to picture: nobody brings one about by wishing for it."""
_HELPS = (
    r"(?:help|make|give|build|carry|lift|shape|speed|bring|show|ease|free|guide|teach|tame|serve|inspire|support|strengthen|spread"
    r"|welcome|lower|raise|improve|become|turn into)\b"
)
_SET_UP = (
    rf"(?:{DEVICE}|bonus|voucher|lunch|breakfast|desk|lane|hoist|lift|panel|robot|chatbot|label|board|whiteboard|huddle|briefing|newsletter|video"
    r"|tender|cap|slot|rule|button|badge|prize|app|bot|helpline|clinic|stand-in|deputy|handover|budget|crate|notebook|log|tally|poster|sign|shift"
    r"|day next to|(?:second|third|joint|shared|weekly|monthly|daily) (?!one\b|miss\b|delay\b|failure\b)[\w-]+)\b"
)
"""What a team could set up, put up or hand out."""
_TELLER = r"how would an? (?:[\w'-]+ ){1,3}(?:describe|explain|tell|judge|see|read|view|remember|know|notice|sum up|put (?:it|this|that))\b"
"""Somebody whose account is asked for, and no thing that would do something."""
_SPAN = (
    r"an? (?:(?:\w+ )?(?:day|week|month|quarter|year|season) (?:with no|without|free of)"
    r"|(?:(?:bad|good|poor|hard|slow|slower|quiet|busy|wet|dry|late|early|steady),? ){1,2}(?:flu )?(?:day|week|month|quarter|year|season|spell|start|finish|result|run|winter|summer|spring|autumn|harvest)|(?:flu|hard|mild|cold|long) (?:winter|summer|spring)|(?:second |third |further |long )?(?:delay|miss|setback|shortage|strike|storm|recession))\b"
)
"""A stretch of time, as it may turn out."""
_BEFALLS = (
    r"(?:[\w'-]+,? ){0,6}(?:strike|bankrupt|going (?:bust|under)|should (?:it|they|that) (?:come|happen|arrive|pass))\b"
)
"""What comes over a team from outside."""
_A_GOAL = r"(?:what|how) (?:would|could|might|can) (?:an? (?:[\w'-]+ ){0,2}(?:goal|objective|target|key result) (?:sound|look|read|about|that|which|have)|writing (?:goals|objectives))\b"
"""The goal itself, by what it says, or the writing of goals, which the meeting is there for."""
_FEWER = r"(?:fewer|shorter) (?:[\w'-]+ )?(?:exceptions|errors|mistakes|complaints|delays|faults|breakdowns|accidents|falls|queues|waits|repeats|returns|refunds|claims)\b"
"""What a team hopes for, not what it would do."""
_TIED_TO = (
    r"(?:that(?! (?:strength|trust)\b)|this|these|those|such|the same|your own|your (?!x{3}|plans?\b|teams?\b|goals?\b"
    r"|objectives?\b|targets?\b|key\b|work\b))"
)
_TALK = r"(?:session|hour|meeting|talk|conversation|workshop|time|decision|objective|goal|target|result|number|figure|doubt|worry|worrie|concern|objection)s?\b"
_NO_THING = (
    r"(?:good|bad|better|worse|great|calm|quiet|typical|normal|ordinary|year|month|week|quarter|day|hour|moment|sentence|figure|number|target|goal|key result"
    r"|deadline|look|stranger|word|question|conversation|failure|mistake|miss|missed|late|slow|delay|fall|rise|drop|change|step|gesture|win|reason|lack|case|score|grade|rate|percentage)\b"
)
"""What happens to a team, or is on its page: nothing that it would set up."""
_BETTER = (
    r"(?:cleaner|clearer|calmer|quieter|stronger|better|higher|lower|safer) (?:record|name|reputation|picture|result|figure"
    r"|rate|score|night|day|week|month|quarter|season|year|harvest|start|ward|road|street)\b"
)
"""A state with its comparison in it, which is hoped for rather than set up."""
_DOUBT = r"(?:[\w-]+ )?(?:doubt|worry|concern|objection|question|warning|complaint|voice|dissent)s?\b"
"""What somebody may have to say against things as they are."""
_SPEAK_UP = r"raise (?:(?:an?|any|your|such|the) )?(?:[\w-]+ )?(?:doubt|concern|question|worry|hand|objection|flag|number|figure)|drop the (?:word|name)"
_NO_DATE = (
    r"(?!when would (?:you|we) (?:call\b|(?:drop|stop|raise|lower|change) (?:the|this|your|a) (?:goal|objective|target|key result)\b)"
    r"|when do (?:you|we) talk about\b)"
)
"""Not after the circumstances in which a goal would be given up, or called reached."""

_NEW = (
    r"(?:second|third|fourth|shared|joint|common|paid|dedicated|weekly|monthly|daily|quarterly|fortnightly|anonymous|public|free|self-\w+"
    r"|one-(?!off|man|woman|person|parent)\w+|simple|separate|permanent|full-time|part-time|rented|mobile|digital|named|fixed|standing (?!at|by|in)|outside(?! (?:the|your|our|this)\b)|buddy|trial"
    r"|printed|friday|monday|saturday|sunday)"
    rf" (?!(?:[\w'-]+ )?(?:{PEOPLE}|{AIM}|miss|failure|time|look|year|day|week|key|kr|opinion|attempt|chance|person|people|party|way|quarter"
    r"|delay|girl|holiday|offer|view|understanding|meaning|idea|sense|visit|pair|launch|result|strike|house|home|release|casual|basis|place"
    r"|one|meeting|check-in|word|language|picture|reason|thing|ground|enemy|fear|hand|mate|date)\b|(?:or|in|of|on|at|for|to|over|from|by|with|about|as|that|if|and|how|what|why|who|where|when|which|whether)\b)[\w'-]+"
)
"""What the team does not have yet, by the word that makes it one more, one for all, or one of a set day."""

_SUBJECT = late(r"\b(?:would|could|might)\s+(?:an?\s+)?(?!(?:the|your|our|their|you|we|they|it)\b)([\w-]+\s+[\w-]+)\s")
_ACT = late(
    r"\b(?:would|could|might|from|of)\s+(\w{3,4})\w*ing\b(\s+(?:it|them|those)\b)?(?!\s+(?:an?|the|your|our|every|all)\b)"
)
_BROUGHT_UP = late(r"\b(?:you|your|they|asked for)\b")


def _taken_up(reading: Reading, clause: Clause) -> bool:
    """Whether it asks about the very thing that the team was just said to have on its mind.

    ``Your own list has smaller batches on it. What would smaller batches do to …``
    ``You meant to publish the rates. What keeps you from publishing them?``
    """
    before = reading.masked[: clause.start]
    if _BROUGHT_UP().search(before) is None:
        return False
    subject = _SUBJECT().search(reading.masked, clause.start, clause.end)
    act = _ACT().search(reading.masked, clause.start, clause.end)
    return bool(
        (subject and all(f" {word}" in before for word in subject[1].split()))
        or (act and (act[2] or f" {act[1]}" in before))
    )


RULES = (
    rule(
        code="ADV105",
        name="wh-advice",
        message="The question word opens, and the rest brings in a course of action that the team did not.",
        why="An open form makes the idea harder to refuse, not less of an idea.",
        source=MITI,
        scope=Scope.OPENING,
        unless=_taken_up,
        patterns=(
            # what a thing or an act of the asker's would do
            (
                rf"(?!{_A_GOAL}|{_WITNESS})(?!what would {_OUTCOME})(?!what would moving (?:it|this|that|the \w+) )(?!{_TELLER})(?!(?:what|how|in (?:what|which) ways?) (?:could|would|might) (?:{_SPAN}|{_FEWER}|{_BEFALLS}|more such\b))(?!how (?:can|could|might) an? {AIM})(?!(?:what|how) (?:would|could) an? (?:{_STATE}|[\w-]+'s day))(?!what (?:could|would|might|can) an? (?:useful|crew|squad|team|argument|objection|doubt|dispute|chart of)\b)"
                rf"(?!what (?:would|could|might) an? (?:{_BETTER}|(?:[\w'-]+ )?{PEOPLE} (?:change|bring|give)|\w+ without (?:that|this|those)\b))"
                rf"(?:how|in (?:what|which) ways?|what)(?:, if (?:anything|any|at all),)? (?:could|might|would|can|will) (?:you see )?(?:a|an|more|another"
                rf"|regular|weekly|daily|monthly|extra|additional"
                rf"|better|fewer|smaller|shorter|earlier|clearer|{DOING}) [^?]{{0,60}}\b(?:(?<=able\sto\s)|(?<=do\sto\s)|(?<!\sto\s)(?<!\sas\s))(?:help|improve"
                rf"|support|speed|boost|accelerate|benefit"
                rf"|reduce|make it easier|let you|enable|free|do for|change|bring|give)\b{NOT_YOURS}"
            ),
            (
                rf"(?:how|where|in what ways?) (?:could|might|would|can) (?:a|an|more|another|regular|weekly|daily|monthly|fewer|shorter) "
                rf"(?!(?:[\w'-]+ )?{PEOPLE}|{_DOUBT}|(?:small |single |first )?(?:step|change|cut)\b|[^?]{{2,60}} raise an? (?:doubt|concern|question|worry|hand|point|problem)\b)(?:[\w'-]+ ){{1,4}}(?:lift|take|cut|save|ease|relieve|raise|increase|make|strengthen|solve|fix|prevent"
                r"|protect|shorten|lower)\b(?! (?:part|place|account|sense of|shape|root))"
            ),
            (
                rf"how (?:could|might|would|can) (?!(?:a|an|the) (?:\w+ ){{0,2}}(?:{PEOPLE}|(?:good|bad|honest)\b|{AIM})|two (?:honest|good|sensible|reasonable|careful)\b|an? (?:sign|signal|hint|warning) of\b)(?:a|an|two|three"
                r"|short|shared|joint|staggered|\w+ing|\w+er) (?![^?]{0,40}\b(?:and|but|yet) still\b)(?:[\w'-]+ ){1,8}?(?<!per\s)(?:help|let(?! "
                r"[^?]{1,40} know\b)|give|shift|pass|bear|invite|deepen|ease|free|shape|reach|open|feed into"
                r"|sit with|lift|support|strengthen)\b"
            ),
            (
                r"how (?:might|could|can) (?:an?|\w+ing|colou?r-\w+|named|recorded|anonymous|one|self-\w+) (?!of\b)[^?]{2,60} (?:shorten|nurture|enrich|build"
                r"|alter|carry|reinforce|follow)\b"
            ),
            rf"(?!{_TELLER}|how would {_SPAN})how would (?:an?|one|your) (?!x{{3}}|[\w-]+'s day\b|\w+ (?:who|that)\b|(?:\w+ )?(?:objective|goal|target|plan|key result|aim|idea|picture|view|sense|notion|definition|understanding|measure|answer|thinking|thought|reasoning|mind|judg\w+|opinion|expectation|confidence|trust|priorit\w+)s?\b|{_BEFALLS}|[^?]{{3,60}} need to )[^?]{{3,60}} (?:alter|reinforce|help|suit|change)\b",
            (
                rf"what (?:would|could|might) (?!{_BEFALLS})(?:a|an|another|two|three|fewer) (?:[\w'-]+ ){{0,2}}?{_SET_UP} (?:[^?]{{0,60}} )?(?:mean (?:for|to)"
                r"|(?:show|tell|teach|give|cost|bring|let) you|do (?:for|to)|make possible|open up|hand back|take off|ask of|say to)\b"
            ),
            (
                rf"(?!{_A_GOAL})(?!what (?:could|would|might|can) (?:an? {_BETTER}|{_SPAN}|{_BEFALLS})|what (?:could|would|might|can) an? {AIM})what (?:could|would|might|can) (?:an?|one|two|free|anonymous|shared|self-\w+|\w+ing) "
                r"(?!faster\b|sooner\b|\w+ without (?:that|this|those)\b|(?:it|this|that) (?:\w+ )?have\b)[^?]{3,70} (?<!to\s)do(?:, if anything,)? (?:about|for|to)\b"
            ),
            rf"what (?:role|part) (?:could|might|would|can) (?:a|an) (?:[\w'-]+ ){{0,2}}?{_SET_UP}",
            (
                rf"what (?:difference|effect|impact)(?:, if any,)? (?:would|could|might) (?![\d£$€]|such (?:an? )?{AIM}|(?:you|we|they) (?:want|like|wish|hope|expect)(?: (?:it|this|that|these|them|those|the|your)\b| to\b)|(?:it|that|this|these|the|your|our|less|more"
                rf"|fewer|x+)\b|{NOT_A_STEP}|{NEUTRAL_DOING}"
                rf"|an? (?:[\w'-]+ )?{PEOPLE}|an? {WISHED}|an? (?:day|year|week)\b|(?:you expect )?{_SPAN})[^?]{{3,60}} (?:make|have)\b"
            ),
            (
                rf"(?:what|how)\b[^?]{{0,40}} (?:would|could|might) (?!{NOT_A_STEP}|{NEUTRAL_DOING}|bring|during|settling)\w+ing (?:a"
                rf"|an|the|your|our|their|them|every|all|two|three|more|fewer) {_HARM}"
            ),
            (
                rf"(?!{_WITNESS})"
                r"(?:what|how|in (?:what|which) ways?)(?:, (?:if [^?,]{2,20}|from [^?,]{2,40}|in [^?,]{2,30}),)? (?:would|could|might) (?:a|an|another) "
                rf"(?!(?:[\w'-]+ )?{PEOPLE}|(?:[\w'-]+ ){{0,2}}{_NO_THING}|{WISHED}|[\w-]+ of (?:this|that|these)\b)(?:[\w'-]+ ){{1,6}}?"
                r"(?:add|clear|serve|secure|go down|bear on|demand|spare|show (?:that|you|a|an)|give)\b(?! (?:of|from|up)\b)"
            ),
            (
                r"(?:what|how|in (?:what|which) ways?) (?:would|could|might) (?:one|free|timed) (?!of\b|more\b|good\b|day\b|year\b|measure\b|goal\b|number\b|figure\b|target\b|objective\b)(?:[\w'-]+ ){1,6}?"
                r"(?:add|give|clear|show|serve|secure|spare|bear on|change|nudge|bring)\b"
            ),
            (
                rf"(?!{_WITNESS})(?:what|how|where|in (?:what|which) (?:ways?|respects?)), (?:if (?:any\w*|at all)|in (?:your|the|each|every) [^?,]{{2,20}}), (?:could|might|would) (?:an?|another|\w+ing) (?!(?:[\w'-]+ ){{0,2}}"
                rf"{PEOPLE}|{AIM}|(?:\w+ )?{_NO_THING}|[^?]{{1,30}} that )(?<!reaching\s)(?<!taking\s)(?<!doing\s)(?<!being\s)(?<!knowing\s)(?<!hearing\s)\w"
            ),
            (
                rf"(?!{_A_GOAL})(?:what|how)(?:, [^?,]{{2,25}},)? (?:would|could|might) (?!(?:more such|\d+ \w+ed\b|(?:past|former|previous|existing|current) [\w-]+|[\w-]+ (?:callers|learners|growers|riders|listeners|readers|visitors|parents|children|families|pupils|students|passengers|patients))\b)(?!(?:you|we|they|it|this|that|these|those|such|the|your|our|their|its|his|her|any"
                r"|both|all|most|some|two|three|four|convince|help|show|count|need|tempt|make|remain|keep|bring|put|give)\b"
                rf"|an? [\w-]+ status\b|{EXTERNAL}|{STAFF}\b|(?:[\w'-]+ )?{PEOPLE}|{_FEWER}|\w+'s )[\w-]+ (?:[\w-]+ ){{0,2}}?[\w-]+s(?<!ss) (?:allow|give"
                r"|add|let|cost|achieve|take|keep|change|touch|serve|help|bring|free|open|ease|lift|spare|show|teach|do (?:for|to|about|there|here))\b"
                rf"{NOT_YOURS}"
            ),
            (
                rf"how(?:, [^?,]{{2,25}},)? (?:could|might|would) \w+ing (?!less\b|more\b){_HARM}[^?]{{2,60}}\b(?:serve|hold|take|make|keep|thin|ease|speed|save|improve"
                r"|carry|affect)\b"
            ),
            (
                rf"(?:to what extent|how (?:far|much|well)) (?:would|could|might) (?!(?:you|we|they|it|that|this|these|those|the|your|our|their|his|her|nobody|anyone"
                rf"|anybody|someone|somebody|people|x+)\b|an? (?:[\w'-]+ )?{PEOPLE}|{EXTERNAL})[\w'-]+(?![^?]{{0,30}} have to ){NOT_YOURS}"
            ),
            (
                rf"(?:what|which) (?:parts?|share|savings?|possibilities|good|portion|purpose)\b[^?]{{0,40}} (?:would|could|might) (?:(?:an?|one) (?!such\b"
                rf"|(?:[\w'-]+ ){{0,2}}(?:{PEOPLE}|learner\b|{AIM})|[\w-]+ (?:who|that)\b)\w|come (?:of|from) \w+ing){NOT_YOURS}"
                r"|what use (?:could|would|might) (?:you|we) (?:make of|have for) (?!the\b|this|that|these|those|your|it\b)\w"
            ),
            (
                rf"how(?:, [^?,]{{2,40}},)? (?:would|will|might|could) (?:(?:an?|one|fewer|two) (?!{AIM}|{WISHED}|frank|miss|\d|[\w'-]+ (?:goal|objective|target)"
                rf"|(?:\w+ )?{PEOPLE})|(?!{NOT_A_STEP}|{NEUTRAL_DOING})\w+ing )[^?]{{3,90}}\b(?:be received|go down|land with|sit with|strike|be taken by|suit|look\?) ?"
                rf"{NOT_YOURS}"
            ),
            (
                rf"(?:what|how) (?:would|might|could) it (?:change|free up|do for|give|be worth|mean (?:for|to))\b[^?]{{0,50}} to (?:{STRONG}|have (?:a|an|the|your|every|all|someone)\b|be (?:asked|told|given|shown)\b|put|let|give|roll|freeze)\b"
                rf"(?! the (?:goal|target|objective|key result)\b){NOT_YOURS}"
            ),
            # a thing that is new by its very name, whatever is asked of it
            (
                rf"(?!{_WITNESS})(?:what|how|where|in what way|for whom|to whom|when|(?:what|which) [\w' -]{{3,40}}?) (?:could|might|would) (?:an?|one|another) (?:[\w'-]+ )?{_NEW} "
                rf"(?!who|that\b|,){NOT_YOURS}"
            ),
            (
                rf"(?!{_WITNESS})"
                r"(?:what|which|how|where)\b(?! (?:alternatives?|other|do you stand|you|of your)\b)[^?]{0,90}"
                rf" (?<!way\s)(?<!move\s)(?<!come\s)(?<!do\s)(?<!alternatives\s)(?<!different\s)(?<!mean\s)(?:for|to|from|in|of|by|under|through|with) (?:an?|one|another) {_NEW}(?![\w'-])(?<!'s){NOT_YOURS}"
            ),
            # where and when there would be room for it
            rf"where\b[^?]{{0,50}} would (?:you|we) (?:put|place|hang|set up|station) (?:an?|another|more) (?!number|figure|price)\w{NOT_YOURS}",
            (
                rf"(?:when|what|which)\b[^?]{{0,30}} (?:would be|is|might be) (?:an?|the) (?:good|right|best|natural) (?:moment|time|day|point|week) "
                rf"(?:for (?:(?!{NOT_A_STEP}|{NEUTRAL_DOING})\w+ing|the [\w-]+ to (?!look|ask|talk|stop|hear|say|pause)\w+|an? (?!pause|break|rest|look))"
                r"|to (?!ask|look|stop|pause|talk|hear|learn|see|find|check|say|speak|come back|return|rest)\w+)\b"
            ),
            (
                r"where (?:in [^?,]{2,30} )?(?:do|does|would|could|might) (?:an?|another|shared|joint|peer|weekly|monthly|daily) (?!goal|target|number|figure)[^?]{2,60} fit"
                r" (?:best|into|alongside|in)\b"
            ),
            (
                rf"(?:where|when|how|for whom|for which \w+) (?:would|could|might|can) (?:a|an|another|more|some) (?!{PEOPLE}|{AIM}|{_BETTER}"
                rf"|(?:fall|rise|drop|change|gain|cut) in\b|(?:(?:small|single|first|tiny|modest|little) )?(?:step|change|gesture|effort|doubt|question)\b|hour of (?:yours|theirs)\b)"
                rf"(?:(?!{PEOPLE})[\w'-]+ ){{1,5}}(?:fit|help|come in|make sense|pay off|slot in|be (?:most |more )?useful|add (?:most|value)"
                r"|make (?:the|a) (?:most |biggest |real )?difference|earn its|save|ease|sit|do (?:the )?most(?! harm| damage)|belong)\b"
            ),
            (
                r"where (?:in|on|within|along|inside) [^?]{2,40} (?:would|could|might|can) (?:a|an|another) (?!hour\b|day\b)[^?]{2,60}"
                r" (?:fit|sit|belong|take over|be of use|do (?:the )?most(?! harm| damage))\b"
            ),
            (
                r"where\b[^?]{0,40} (?:see|is there|have) (?:any |the )?(?:room|space) (?:in [^?]{2,20} )?for (?:doing|running|trying|learning"
                rf"|(?:a|an|another) (?!{WISHED}|doubt|question|voice|pause|rest|laugh|minority|view|pushchair|[^?]{{2,30}} nobody\b)\w)"
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
                rf" (?:{TEAM}|us) (?:back )?(?:from |(?<=stops\syou\s)|(?<=stopping\syou\s)|(?<=stopping\sus\s))(?!{NEUTRAL_DOING}(?! (?:every|each|all|your|paperless|digital|remote|to) )(?<!moving)"
                rf"|moving (?:forward|ahead|faster|on)\b|agreeing on\b|(?:settling|deciding) on (?:either|one|any|a)\b)\w+ing{NOT_YOURS}"
            ),
            (
                rf"what(?:'s| is)?(?:, if anything,)? (?:stops|keeps|prevents|stopping|keeping|preventing) (?:it|(?:the|your|our|each|every) (?:\w+ )?\w+) from (?:just |simply )?(?!moving (?:forward|ahead|faster|on|up|further)\b|rais(?:e|ing) (?:an? |any |the |their )?{_DOUBT})"
                rf"(?:{DOING}|(?!{NOT_A_STEP}|{NEUTRAL_DOING})\w+ing|going (?:paperless|digital|remote|online|over to|back to))\b{NOT_YOURS}"
            ),
            (
                rf"what(?:'s| is| has)?(?:, if anything,)? (?:stops?|keeps?|keeping|holds?|holding|hinders?|puts|makes) {TEAM} (?:back "
                rf"|off |hold back |shy away )?"
                r"from (?:a|an|another|trying|treating|using) (?!clear|good|view|decision|answer)[\w-]+"
            ),
            (
                rf"(?:what|why(?! might| would| could)|(?:on|for) (?:what|which)\b)[^?]{{0,60}} (?:pass(?:ed)? on|decided? against(?! an? {AIM})|rul(?:e|ed|es) out|excluded?"
                rf"|leav(?:e|ing) out|left out|resist|dismiss(?:ed)?|shy away from|forgo|do without) (?!{NOT_A_STEP})(?:an?|\w+ing)\b{NOT_YOURS}"
            ),
            (
                r"what\b[^?]{0,80} (?:keeps?|kept|keeping) [^?]{1,60}\boff (?:your|the|our) (?:own )?(?:list|table|sheet|plan|agenda|board)\b"
                rf"{NOT_YOURS}"
            ),
            (
                r"what(?:'s| is)?(?:, if anything,)?(?: still)?(?: (?:stands?|gets?|got|standing))?(?:, if anything,)? (?:in (?:the|your) way of|against)"
                rf"{NOT_YOURS} (?!(?:finding out|talking about|asking for help|trying (?:some)?things?)\b)(?:{DOING}|giving|(?!{NOT_A_STEP}"
                rf"|{NEUTRAL_DOING})\w+ing\b)(?![^?]{{1,40}}\b(?:in|within|under) \d)"
            ),
            (
                r"what(?:'s| is| are|, if anything,)?(?: (?:the )?(?:reasons?|arguments?))?(?: still)?(?: (?:speaks?|stands?|gets?|got|standing))?"
                rf" (?:against|in the way of) (?:a|an|another) (?!{WISHED})(?:[\w'-]+ )?{_SET_UP}"
            ),
            (
                rf"(?:what|which)\b[^?]{{0,60}}\b(?:(?:speaks?|spoken|said)(?:, [^?,]{{2,25}},)? (?:for|against)|(?:sees?|got|have|has|stands?) against) (?!{NOT_A_STEP}|{NEUTRAL_DOING})"
                rf"(?:(?!reading\b|starting (?:there|with (?:it|that|one))\b)\w+ing\b|(?:a|an|another|two|fewer|smaller|shorter|weekly) (?!{WISHED}|link\b|score\b|connection\b|cause\b)[\w-]+)(?! (?:of yours|you)\b){NOT_YOURS}"
            ),
            (
                r"(?:what|which)[^?]{0,60} (?:snag|catch|hold-?up|hurdles?|obstacles?|reservations?|harm|worst|objections?|hesitations?|drawbacks?|qualms?"
                rf"|hindrances?)(?![^?]{{0,40}} on (?:the|your|our) (?:way|road) to )(?: [^?]{{0,40}})? (?:in|with|to|about|of|on) (?:(?!{NOT_A_STEP}|{NEUTRAL_DOING}|shipping|delivering|launching)\w+ing"
                rf"|(?:a|an|another) (?!goal|target|objective|number|figure|score|result|sentence|question|word)[\w-]+|[^?]{{2,30}}s (?!thinking\b|understanding\b)\w+ing)\b{NOT_YOURS}"
            ),
            (
                r"what\b[^?]{0,30} (?:stops?|stopping|keeps?|kept|keeping|prevents?|prevented|preventing) [^?]{2,50} from being (?:handed|moved|lent|banned|paid"
                r"|given|put|opened|one of|merged|split|shared|sold|run|rotated|published|closed|cut|dropped|replaced|turned|added)\b"
                rf"{NOT_YOURS}"
            ),
            (
                r"(?:what|which)\b[^?]{0,50}\bstands? between [^?]{2,50} and (?!an? (?:[\w-]+er|clear|clean|good|shared (?:\w+ )?(?:goal|target|view|understanding))\b)"
                rf"(?:an? (?:[\w'-]+ )?(?:{_SET_UP}|(?:pledge|move|switch|season|fare|schedule|contract|policy)\b)|a (?:half|written|simple|fixed|weekly|monthly"
                rf"|shared|joint)\b|(?!{NOT_A_STEP}|{NEUTRAL_DOING})\w+ing )"
            ),
            (
                rf"what\b[^?]{{0,60}} (?:from|against|in the way of) (?:(?:making|giving) (?:the|your|our|every|each|all|an?|it|them|[\w-]+s) |taking (?:the|your|our|every|each"
                rf"|all|an?|it|them) [^?]{{0,40}}(?:out|off|away|over|down)\b)(?!(?:\w+ )?(?:decision|choice|call|progress|sense|time|mistake|start|better|more"
                rf"|further|number|answer|view)s?\b){NOT_YOURS}"
            ),
            (
                r"what\b[^?]{0,50} (?:from|against|in the way of|with) (?:just |simply )?asking (?!for\b|what|how|why|yoursel|each other|question|whether|if\b|that|about)"
                rf"[^?]{{2,40}} (?:to|for)\b{NOT_YOURS}"
            ),
            # the plainest word for an act to be waved through
            rf"(?:what|how|which|who|why)\b[^?]{{0,90}} (?:from|of|with|than|by|against|about|to) (?:just|simply) (?!{NOT_A_STEP})\w+ing\b",
            (
                rf"(?:what|which)\b[^?]{{0,30}}\b(?:arguments?|purpose|sense|merit|wisdom|logic)(?: do you see| is there| would there be)? (?:for|against|in|of|behind) "
                rf"(?!{NOT_A_STEP}|{NEUTRAL_DOING})\w+ing\b(?! (?:it|this|that)\b){NOT_YOURS}"
            ),
            # what there is in it
            (
                rf"what would (?:you|we|they|the [\w-]+) (?:want|hope|expect|like) to (?:get|learn|see|notice|find out|cover|gain) [^?]{{0,40}}(?:from|in|with) (?:an?|one) "
                rf"(?!(?:[\w'-]+ )?{PEOPLE}|(?:[\w'-]+ )?{AIM}|{_SPAN}|(?:[\w'-]+ )?(?:day|week|month|quarter|year|number|figure|score|twelve|report|place|world|sentence)\b|[^?]{{2,30}} (?:who|that)\b){NOT_YOURS}"
            ),
            (
                rf"what(?:, if anything,)? (?:would|could|might) [^?]{{2,50}} (?:gain|(?<!or\s)lose|win|learn|be lost)\b(?! or "
                rf")[^?,]{{0,40}} by (?!(?:leaving|reaching|hitting|missing|meeting|knowing|hearing|asking|seeing|talking|listening|learning|understanding|saying|telling|sharing|being"
                rf"|finding|looking|answering|naming|calling|setting)\b|going back\W*\Z|having (?:no|an?) {AIM})\w+ing\b{NOT_YOURS}"
            ),
            (
                r"(?:what|how|in (?:what|which) ways?)\b[^?]{0,20} (?:would|could|might|do you see) [^?]{0,60}?\b(?:gain(?:ed|ing)?|lost"
                r"|won|benefit|profit|(?<=could\s)come|(?<=might\s)come)"
                rf" (?:by|from|in|of) (?!leaving\b|joining in|{NOT_A_STEP}|{NEUTRAL_DOING})(?:\w+ing (?!less\b|more\b)|(?:a|an"
                rf"|another) (?:{_SET_UP}|[\w-]+ (?:{_SET_UP}|kept|led|run|held))){NOT_YOURS}"
            ),
            (
                r"(?:what|how)\b(?! did\b)[^?]{0,60}\b(?:gains?|learn|find out|discover|win|(?<!or\s)lose|forfeit|get|take(?: away)?|understand|be (?:lost|gained"
                r"|won|learn(?:ed|t))|benefit|profit)\b(?!,? (?:or|and) )[^?,]{0,40}(?:, [^?,]{2,25},)? (?:from|by|through|out of) "
                rf"(?!{NOT_A_STEP}|{NEUTRAL_DOING}(?<!taking)|leaving|joining|coming\b|putting (?:them|these|those|the two) side|reading|reducing|setting|waiting|comparing (?:how|what|why))\w+ing\b(?! it as\b| (?:the )?(?:scrap|waste|wait|queue|backlog|error|complaint|delay|loss))"
                rf"{NOT_YOURS}"
            ),
            (
                r"(?:what|how|which)\b[^?]{0,60} (?:would|could|might) [^?]{2,50} (?:gain|get|take away|benefit|profit|win|learn)\b[^?,]{0,20}"
                rf"(?:, [^?,]{{2,25}},)? (?:from|out of) (?:an?|another) (?!{WISHED}|(?:[\w-]+ )?(?:{PEOPLE}|{AIM}|(?:number|year|study|season|miss|branch"
                rf"|figure|result|failure)\b)|[^?]{{0,40}} (?:that (?:flops|fails|was never|nobody)|in wh?ich (?:none|no|nobody|nothing))\b){NOT_YOURS}"
            ),
            (
                rf"what (?:value|benefits?|risks?)(?:, if any,)? (?:do|does|would|might|could) [^?,]{{2,50}}(?: in| from)? "
                rf"(?<!the\s)(?<!your\s)(?<!our\s)(?!{NOT_A_STEP})(?:a|an|\w+ing)\b{NOT_YOURS}"
            ),
            # what it would take
            (
                r"what(?:'s| is| would be| are| might be) (?:the|your) (?:\w+ )?(?:steps?|plan|plans|case|timeline|way|route|path) "
                rf"(?:(?:to|towards?|for) {DOING}(?! (?:to|about)\b)|to {STEP})"
            ),
            rf"what (?:would|could|might|will) (?:motivate|convince|persuade|encourage|tempt) {TEAM} to (?!\w+ (?:the idea|it|that)\b)(?:{STEP}|use|try)\b",
            (
                r"what (?:would|could|might|does|will) (?:it|that) (?:look like|take|mean|be like|feel like|require|cost(?: you| us)?|involve)"
                rf" (?:for (?:[\w'-]+ ){{1,4}})?to (?!call (?:it|this|that|[^?]{{1,30}} off)\b|{_SPEAK_UP}){STEP}"
            ),
            (
                r"what(?:, if anything,)? (?:would|will|might|could) it take(?:, if anything,)? to (?:get|have) (?!there\b|to\b|it\b|this\b|that\b|from\b)"
                rf"{NOT_YOURS}"
            ),
            (
                r"what\b[^?]{0,30} (?:have|need) to (?:be (?:true|arranged|in place|ready)|happen|change)\b[^?]{0,30} for (?:you|us|the team) to (?!call\b|let\b"
                rf"|(?:lower|raise|drop) (?:the|your|an?) (?:target|goal|key)){NOT_YOURS}(?:{STEP}|go with|relax)"
            ),
            (
                r"(?:what|which)\b[^?]{0,30} (?:smallest|first|earliest|lightest|cheapest|simplest|gentlest) (?:version|step|commitment|trial|pilot|form|test"
                rf"|start)s? (?:of|towards?|to|for|in) (?!{NOT_A_STEP}|{NEUTRAL_DOING}|(?:an? )?{WISHED})(?:an?|\w+ing)\b{NOT_YOURS}"
            ),
            (
                r"what (?:would|might|will) (?:it take|have to happen|need to happen) for [^?]{2,60} to (?:sit|switch|go (?:in|over)"
                r"|start (?:in|at|on)|join|adopt"
                r"|be (?:logged|opened|merged|published|shared|split|handed|moved|put|dropped|sold|paid))\b"
            ),
            (
                rf"what (?:would|do|might|will) {TEAM} (?:need|require|have to (?:do|change))(?: from \w+)?(?: to (?:know|understand"
                rf"|hear|see|find out|learn))?"
                rf"(?: before you)? (?:in order )?to (?!{_SPEAK_UP})(?:{STEP}|add|put on|commit to)"
            ),
            (
                r"what(?: support| help)?(?:, if any,)? (?:would|could|might|will) (?:most )?(?:help|let|enable|lead|get) (?:you|the (?:\w+ )?\w+) (?:to )?"
                r"(?![^?]{3,60}\b(?:as (?:your|you|the)|(?:you|they) (?:drew|planned|named|proposed))\b)(?!drop (?:an?|any) (?:key "
                r"result|objective|goal|target))"
                r"(?:move|use|set up|bring (?!(?:this|that|these|the|bad) (?:\w+ )?(?:number|figure|news|doubt|worry|problem|miss|result)s?\b)|try (?!something|anything|things|it\b|out\b)|settle (?!well\b|whether\b|the question|this|that|which)|reward|start|introduce|roll|feel ready to|feel comfortable|switch|hand|add|build"
                r"|drop|give|put|run|offer)\b"
            ),
            # how, when, where and by whom it will be done
            r"what(?:'s| is| would be| was) the (?:earliest|soonest|latest|quickest) (?:that )?(?:you|we|they|the|an?|your|our|this)\b",
            (
                rf"who(?:m)?\b[^?]{{0,50}} (?:could|can|will|would|might) (?:run|take over|put on|make) (?:an?|the) (?!(?:\w+ )?(?:difference|case|call|point|mistake|list)\b)\w+"
                rf"{NOT_YOURS}"
            ),
            r"which\b[^?]{2,60} (?:would|will) you (?:like to see )?(?:close|strike out|cross out|sell|contract|swap|pick to (?:close|cut|drop|sell|move)|outsource|merge)\b",
            (
                r"how (?:would|will|do|could|might|can) (?:you|we|they) (?:(?:want|plan|intend|mean|propose) to |go about |be able to )?(?:announce(?! the goal)|sell (?:him|her|them|the [\w-]+) (?:on )?an?\b"
                r"|fit in an?\b|win [^?]{2,20} over\b|pay for an?\b|whittle|make it permanent|let [^?]{2,20} down (?:gently|lightly)|talk [^?]{2,20} into)\b"
            ),
            (
                rf"(?:how|where) (?:will|would|could|can|might|do|should|are) {TEAM} (?:go about |going to |plan to "
                rf"|planning to |start |begin |best |also )?"
                rf"(?!call (?:it|this|that)\b|{_SPEAK_UP}|organi[sz]e an?\b|set up next\b|asking for help\b|(?:rewrite|reword|rephrase) (?:the|your|this) {AIM})(?:{STRONG}|{DOING}|(?:make|find) (?:room|time|space) for {DOING})"
            ),
            (
                rf"how (?:do|does|are|will) (?:{TEAM}|you and [^?]{{2,20}}) (?:want|intend|mean|aim|wish|hope|plan|going) to (?:go about )?(?!reducing\b|call\b"
                rf"|ask\b){NOT_YOURS}(?:{STEP}|{DOING}|extend|open up)"
            ),
            (
                r"how would (?:you|we) (?:introduce|roll out|announce|phase in|launch|set up|bring in|stage|run|trial|pilot) (?!(?:the|your) (?:goal|objective"
                r"|target)|yoursel|this\b|that\b|it\b|next\b)"
            ),
            (
                r"(?:which|what)\b(?! (?:lesson|habit|insight)s?\b)[^?]{2,60} (?:would|could|might|will|do) (?:you|we) (?:\w+ ){0,4}?"
                rf"(?:{STRONG}|fold|trade) [^?]{{0,30}}\b(?!(?<=trade\s)for an? \w+er\b)(?:with|to|into|onto|from|off|by|for) (?!an? {PEOPLE}\W)(?:an?|the|one|its)\b{NOT_YOURS}"
            ),
            (
                rf"how (?:could|can|might|would|will) {TEAM} (?:also |best |better )?(?:use|apply|deploy|adopt|employ|harness|leverage) "
                r"(?!what|that\b|this\b|these\b|those\b|your\b|our\b|the\b|it\b|them\b|an? extra|extra|more time|another \w+ (?:day|hour)"
                r"|any\b|each\b|one\b)\w+"
            ),
            rf"how (?:could|might|can) {TEAM} (?:also |best |then |next )?{_ARRANGE} \w",
            (
                r"how (?:might|could|can|may) (?:the|your|this|our) (?:[\w-]+ )?(?:team|crew|unit|group|squad|desk|shift|office"
                r"|department|\w+s) (?:best |then )?"
                r"(?:build|use|make use of|celebrate|turn|introduce|adopt|try|draw on|roll|add|invite|run|offer|involve|pair|pool|share) (?!what\b)\w"
            ),
            r"how (?:might|could|can) (?:the|a|an|your|this|their) (?!(?:\w+ )?(?:goal|objective|target|number|figure|key result)s?\b|[^?]{3,60} that you )[^?]{3,60} (?:be used|be turned(?! into evidence)|be introduced|best be \w+ed|feed into|be made part)\b",
            r"how would (?:you|we) (?:sell|pitch|word|phrase|brief) (?:an?\b(?! (?:\w+ )?(?:objective|goal|key result|target|question)\b)|the (?:e-?mail|letter|message|note|notice|apology)|your (?:letter|message))\b",
            (
                r"how (?:would|will|could|might) (?:you|we) go about (?!finding|choosing|deciding|checking|testing|learning|judging|answering|hearing|making"
                r"|reducing|working|naming|seeing|knowing|measuring|weighing|asking|untangling|disentangling|separating|telling (?:a|them|whether|if|one|apart)\b)\w+ing (?:a|an|the|them|that|your|our)\b"
            ),
            r"(?:which|what|whose)\b(?! (?:lesson|habit|insight)s?\b)(?![^?]{2,40} you (?:put|wrote|named|listed|drew) )[^?]{2,60} would you (?:send|bring|move|book|hand|turn|invite|offer|give) (?!you|it\b|back|up|on\b)[^?]{0,40}(?:first|next|into|onto)\b",
            (
                rf"{_NO_DATE}(?:when|how soon|by when) (?:will|could|can|would|are|do|might|should) {TEAM} (?:be |next )?(?:going to |plan "
                rf"to |planning to |able to |start |starting to )?"
                rf"(?:{BASE}|{DOING})"
            ),
            (
                r"(?:who|whom|which of (?:you|us)|which one of (?:you|us)) (?:else )?(?:[\w']+ ){0,3}(?:best placed|well placed"
                r"|right person|best person|ideal person|best one|right one|ready|willing|keen|happy|prepared) to (?!judge|tell"
                r"|say|answer|know|see|hear|notice|help|speak|decide|explain|spot|be\b|name|read|describe|remind|learn|feel)\w+"
            ),
            (
                rf"(?:who|which of (?:you|us))(?: [\w']+){{0,4}} (?:could|can|will|would|might) (?:take on|lead|head up|champion|kick off"
                rf"|spearhead|look after|take charge of) (?:{DOING}|making|a|an|\w+ing (?:a|an|the|our|your))\b"
            ),
            (
                rf"who(?:m)? (?:else )?(?:could|can|will|would|might|should) {TEAM} (?:also )?(?:ask|talk"
                rf"|speak|call|invite|involve|contact|bring in"
                r"|pair|approach|reach|hire|consult|turn to|delegate)(?! (?:first )?(?:if|when)\b)"
            ),
            (
                rf"(?:what|which (?!assumption|belief|word|worry|habit)[^?]{{1,30}}) (?:will|can|could|should) {TEAM} (?:cut|drop|delegate"
                rf"|automate|postpone|deprioriti[sz]e|outsource|scrap"
                r"|sacrifice|escalate)\b(?! and still\b)(?![^?]{0,60} (?:(?:nobody|no one|no \w+) would (?:ever |even )?(?:miss|notice)|without (?:anyone|anybody|a \w+) (?:missing|noticing))\b)"
            ),
            # how others would take it, or the team sees it
            (
                r"(?:how|in (?:what|which) (?:light|way)s?)(?: in [^?]{2,20})? (?:do|does|would) (?:you|we|the [\w'-]+(?: [\w'-]+)?|[\w-]+) (?:picture|imagine"
                rf"|see|view|rate|regard|envisage) (?:an?|another) (?!{WISHED}|(?:[\w'-]+ )?(?:{PEOPLE}|(?:evening|day|week|class|link|effect|risk|year|future)\b)"
                rf"|[^?]{{0,40}}'s first|[\w-]+ who){NOT_YOURS}"
            ),
            (
                r"how (?:attractive|appealing|tempting|ready|open|willing|keen|prepared)(?:, [^?,]{2,20},)? (?:is|are|would|might|do) [^?]{2,50}"
                rf"(?:\b(?:to|for|about) (?!{NOT_A_STEP}|{NEUTRAL_DOING})(?:\w+ing\b|an? (?!(?:\w+ )?(?:goal|miss|change|year)\b))|\bit to (?:you|us) to)"
            ),
            (
                r"why\b[^?]{5,120}, when (?:an?|you|your|we|one|\w+ing) [^?]{2,60}\b(?:could|would|might)\b|why\b[^?]{5,120} when (?:you|we) could\b"
            ),
            rf"how (?:would|might|could) (?!you\b|we\b)[^?]{{2,60}} take to (?:an?\b(?! (?:\w+ )?(?:number|target|figure|result|goal|score|objective)\b)|(?!{NOT_A_STEP}|{NEUTRAL_DOING})\w+ing)\b",
            (
                r"how (?:would|might|could|will) it (?:be|go|go down|feel|work out|sit with [^?]{2,20})(?: with [^?]{2,20})? (?:to|if) "
                r"(?!(?:reach|hit|meet|know|see|hear|be|lose|win|miss|finish|live|work|say|tell|speak|admit|look|stay|have (?:met|hit|reached)|nobody|nothing"
                r"|no|it|that|the (?:goal|target|figure|number))\b)\w"
            ),
            (
                r"what (?:would|might|do|does|could) [^?]{2,40} (?:say to|make of|measure in|understand from) "
                rf"(?:a|an|one(?! another)|another|booked|joint)\b(?![^?]{{2,40}} who\b)(?! (?:[\w'-]+ )?(?:{PEOPLE}|(?:goal|objective|target|figure|number"
                rf"|result|score|rate|sentence|(?:day|week|month|quarter|season|year)(?! (?:of|each|every|per)\b))\b))"
            ),
            (
                r"which (?!one would (?:you|we)\b|(?:(?!my\b)[\w-]+ ){1,5}would you start with(?:[,?]|\Z))[^?]{2,40} (?:would|could|might)[^?]{0,20} (?:start|be the first|object|support"
                r"|suit(?! (?:the|our|your|this) (?:goal|objective)))\b[^?]{0,30} (?:with|to (?:get|see)|a|an|for)\b"
            ),
        ),
        rejects=(
            "How could a weekly demo help you hear from users sooner?",
            "What stops you from hiring a second tester?",
            "When will you talk to Legal about the contract?",
            "Who could you ask to review the contract?",
            "How will you catch up by June?",
            "What would a second tester change for the people who wait?",
            "The porters hand in their forms on paper. What would it be worth to them to have an answer within a day?",
            "What is your plan for automating the invoices?",
            "What is stopping us from moving the wards to self-booking?",
            "Which of you would be best placed to lead a weekly clinic for new starters?",
            "Where could a chatbot take load off the desk?",
            "How might you use heat maps to find the empty shelves?",
            "What would it take for the depot to switch to night deliveries?",
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
            "You decided in June to share the rota. What, if anything, gets in the way of sharing it?",
            "You have drafts of two letters. What would finishing them do for the tenants?",
            "The cooks asked for fewer side dishes. What would fewer dishes do for them, as they see it?",
            "What gets in the way of trying something new on the wards?",
            "What gets in the way of counting every crate, this promise you gave each other?",
            "You would begin with the gate. What, in your view, speaks against starting there?",
            "Where would a cut in the night crew make the most difference to your goal?",
            "Which lesson would you hand to the next crew?",
            "What would a patient stuck in the corridor count as help?",
            "What might a waiting-time target do to the porters?",
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
            "What stands between you and a clear view of the yard?",
            "What would be a good moment to look back at the goal?",
            "You floated a daily digest in May. What would a daily digest have to contain?",
            "How far would a driver have to trust the count?",
            "What keeps bad news from being heard?",
            "Where does the count fit into your week?",
            "What would a bad flu season do to the count?",
            "What would a goal about speed have to make clear?",
            "What would a locksmith on the night train picture when the goal is read out?",
            "What would a clerk ask the board to do for her?",
            "How could a cashier tell the owners that the count is off?",
            "What would a rival have to do for a driver to bring up a near miss?",
            "What does “open” mean to a one-woman shop?",
            "What draws you to this goal, leaving aside for a second how it is paid for?",
            "Where would a wrong count do the most harm?",
            "Where in the yard would a delay do the most harm, and why there?",
            "What would you make of a season in which nobody fell?",
            "What difference would you like it to make?",
            "What difference would such a target make to those on nights?",
            "Which of the four gates would you start with, and why?",
            "How might the evening trial you announced fit the goal?",
            "What would you lose by going back?",
            "What would the wards lose by having no goal this year?",
            "What might former porters add to the goal?",
            "What can a target do to those who miss it?",
            "How do you raise doubts about a figure the board wrote?",
            "What keeps the porters from raising a worry about the ramp, if anything does?",
            "How can the team make room for a dissenting voice?",
            "What would a better harvest do for the wards?",
            "How would your thinking about the gate change?",
            "How could a doubt about the count make itself heard?",
            "What would 40 signed forms let you say that you cannot say today?",
            "How might counting the complaints make the count less honest?",
            "What would a higher levy on diesel, should it come, do to this goal?",
            "What do you learn from putting the two side by side?",
            "Why did the team decide against a stretch target?",
            "How would you reword the goal if nobody else read it?",
            "What would a later score have been able to show you?",
            "Which of the ideas you put on the wall would you move on first, and why?",
        ),
    ),
    rule(
        code="ADV114",
        name="borrowed-means",
        message="It takes up something of the team's and says what it should do next.",
        why="What one thing has to do with the other is the asker's idea, however warmly it is put.",
        source=TRAP,
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
        ),
        rejects=(
            "The porters wrote their own rota: how could that care for detail help the night wards?",
            "How might the same patience make the audit easier for the depot?",
            "Where could your gift for plain words lift the price letter?",
            "Friday demos fill the room: how might you carry that energy into the planning week?",
        ),
        accepts=(
            "How might this decision reach the people on nights?",
            "How could this hour be of use to you?",
            "The porters wrote their own rota: what does that say about how you work?",
            "What about that week would you want to carry on?",
            "The clerks wrote two worries down: how could those worries help you read the goal?",
            "How would your “no queue by noon” help those at the gate?",
        ),
    ),
)
