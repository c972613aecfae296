"""Advice as a picture of what is not so yet: what if you did it, and once you have done it."""

from questioner.review.advice.actions import (
    AIM,
    BASE,
    DOING,
    DONE,
    EXTERNAL,
    NOT_A_STEP,
    NOT_YOURS,
    PEOPLE,
    STAFF,
    STEP,
    STEPPED,
    STRONG,
    TEAM,
    TWO_WORDS,
    WISHED,
    rule,
)
from questioner.review.rules import Scope

_NEUTRAL_IF = (
    r"(?:could|couldn't|had|hadn't|have|haven't|were|weren't|was|are|did (?:not|nothing)|did(?=\W*\Z)|didn't|do (?:not"
    r"|nothing)|don't|knew|know|saw|see|looked|look"
    r"|kept|keep|woke|reached?|hit|missed|miss|met|succeed(?:ed)?|fail(?:ed)?|fell|achieved?|carried|carry"
    r"|continue[d]?"
    r"|wanted|want|felt|feel|stay(?:ed)?|imagined?|might|can|only|all|told|came|come|got|get|started? "
    r"(?:over|again|from)"
    r"|finished|finish|ended|end|trusted|believed|heard|learned|learnt|lost|say|said|think|thought)\b"
)
_SUPPOSING = rf"(?:^|[.,:;?!] |\bso )(?:if|suppose|supposing|imagine|assuming|say) (?:that )?{TEAM} "
_NOT_AGAIN = r"(?![^?]{0,60}\bagain\b)"
"""What was done before is no new course."""
_BEFELL = r"(?:ran|run) (?:into|across)\b|stopped doing (?:it|so|this|that)\b|asked (?:you|us|me)\b"
"""Verbs of action that tell here of what comes about, or of the asker."""
_OUTSIDE = r"(?:(?:someone|somebody) else|others|ministers?|government|regulators?|court|council|law|landlord|bank|parliament|weather|storm|supplier|cut|outage|fire|flood|illness)\b"
"""Those who do a thing to the team."""
_ICF = "ICF core competencies 7 and 8 (informed by)"

RULES = (
    rule(
        code="ADV104",
        name="hypothetical-solution",
        message="The scenario is a plan: it asks the team to picture an action that the asker chose.",
        why="A wished-for answer in the shape of a thought experiment.",
        source=_ICF,
        scope=Scope.WHOLE,
        patterns=(
            # what the team would do
            (
                rf"\bwhat if (?:{TEAM} (?!{_NEUTRAL_IF})\w+|the team (?!{_NEUTRAL_IF})\w+|there (?:was|were) "
                rf"(?:a|an|more)|you had (?:a|an) (?!bad|hard|good))"
            ),
            (
                r"\bhow (?:would|could|might|will) [^?,]{0,40}(?:change|improve|look|go|be|work|feel|shift"
                r"|differ) if "
                rf"{TEAM} (?!{_NEUTRAL_IF})\w+{NOT_YOURS}"
            ),
            (
                r"\bwhat (?:would|might|could|will|can|do you think would) (?:happen|change|shift|improve|open "
                r"up|follow|be (?:different|possible)"
                rf"|become possible|it (?:look like|mean|change|do)|you (?:gain|lose|see|expect"
                rf"|learn))\b[^?,]{{0,40}}? if {TEAM} "
                rf"(?!{_NEUTRAL_IF})\w+"
            ),
            (
                rf"{_SUPPOSING}"
                rf"(?:were to |was to |just |also )?"
                rf"(?!{_BEFELL}|met (?:every|all|the|your|this|that|it)\b|asked(?: them| her| him)?\W*\Z)(?:{DONE}|{BASE}){_NOT_AGAIN}"
            ),
            rf"\bif {TEAM} (?:were to |was to )(?:{BASE}|start|try)",
            (
                rf"{_SUPPOSING}(?!met\b|{_BEFELL}|asked(?: them| her| "
                rf"him)?\W*\Z){STEPPED}{_NOT_AGAIN}"
            ),
            (
                rf"\b(?:how|what|who|where|which|whose)\b[^?]{{0,50}} (?:would|could|might) (?!you\b|we\b)[^?]{{2,60}} if {TEAM} (?:all |just |only )?"
                rf"(?!stopped|dropped|ran|met|held|asked|joined){STEPPED}{_NOT_AGAIN}{NOT_YOURS}"
            ),
            (
                rf"\b(?:suppose|supposing|imagine|if) (?:you|we) (?!{_NEUTRAL_IF}|needed|lived|worked|turned out|asked|stopped"
                r"|joined|owned|cared|doubted|agreed|decided|used to|showed|moved|called|loved|liked|hoped|expected|planned|described|explained|noticed"
                r"|watched|listened|tried|opened|pictured|named|returned|retired|visited)\w+ed (?:the|your|our|a|an|every|each|all|up|off|out|back|it|them|those"
                r"|these|only|more|fewer|\d+|[\w-]+s (?:to|by|on|with|against|off|from|in|instead))\b"
            ),
            (
                r"\bif (?:you|we) (?:made|paid|took|put|gave|opened|let|sent|wrote|left|brought|set|chose|sold|taught) (?:the|your|our|an?|every"
                rf"|each|all|it|them|one) (?!seriously\b|question\b){NOT_YOURS}"
            ),
            (
                rf"\bif (?:you|we) (?:{STRONG}|put|share|stagger|give|make|insure|let|open|close|pay|lend|take) (?:the|our|your|an?|every|each|all|up|out)\b"
                rf"(?! (?:goal|objective|target|key result|time|turn|look|moment|rest|chance|question)\b)(?![^?]{{0,120}}\b(?:that|this|the|their|its) (?:offer|condition|demand|deal|bargain)\b){NOT_YOURS}"
            ),
            (
                r"\b(?:how|what)\b[^?]{0,60} (?:take|think of|feel about|make of|say to) it,? if (?:you|we|the|a|every|each|all)\b"
                r"(?! (?:\w+ )?(?:goal|target|number|objective|result)\b)"
            ),
            r"\b(?:if|say|suppose|supposing|imagine|once) [^?,]{2,40} (?:gave way to|made way for|shrank to)\b",
            # what those under its roof would do
            (
                rf"\b(?:if|suppose|supposing|imagine|imagine that) (?:every|each|all|all the|all your|all our|your|our|the) "
                rf"(?:\w+ )?{STAFF} (?:all )?(?!asked\b|called\b|stopped (?:for|at|short)\b|dropped (?:out|off|away|below)\b|moved (?:to another|on"
                rf"|away)\b|\w+ your (?:[\w-]+ ){{0,2}}(?:allocation|budget|funding|share|quota|grant|slot|licen[cs]e|contract|order)s?\b|dropped (?:the|your|this) {AIM}(?:[,.?]|\Z))(?![^?,]{{0,40}}\b(?:fees|prices?|rates?|rents?)\b)(?:{STEPPED}|were to {STEP})"
            ),
            (
                r"\b(?:if|suppose|supposing|imagine|what if) (?:each|every) (?:of )?[^?,]{2,40}? (?:had|got|took|sat|kept|wrote|owned"
                r"|carried|came with|were given|was given) "
                r"(?:an?(?! extra| free| spare| better)|its own|their own|no more|one of)\b"
            ),
            (
                rf"\bwhat if (?!(?:the |your |our |a )?{EXTERNAL})(?:the|your|our|all) (?:[\w'-]+ ){{1,3}}(?:sat|joined|measured|got(?! (?:no|less|fewer)\b)"
                rf"|had (?:a|an)|shared|opened|took|gave|ran|wrote|kept|met weekly|were per|was per)\b"
            ),
            (
                rf"\b(?:if|suppose|supposing|say) (?:that )?(?!you\b|we\b|(?:the |your )?(?:{EXTERNAL}|city|council|court)|[^?,]{{0,30}} (?:never|goal|objective)\b)"
                r"(?:[\w'-]+ ){1,5}(?:opened on|sat on|went to (?:an?|the same)|came over|took (?:it|this|them) over|did the (?!same)|shared (?:one|an?)|rang|swapped an?"
                rf"|owned|owns it|handed [\w-]+ to|runs? (?:two|three|four))\b{NOT_YOURS}"
            ),
            # what would be done, by nobody named
            (
                rf"\bif (?!the (?:word|name|term)\b)(?:the|your|our|every|each|all|some|half|(?!this\b|us\b)[\w-]+)(?: (?!objective|goal"
                rf"|key|result|target|budget|price)[\w'-]+){{0,4}}"
                rf" (?:were|was|got) (?:to be )?(?![^?]{{1,30}}\bby (?:the |an? )?(?:\w+ )?{_OUTSIDE})(?!lost\b|missed\b|met\b|swapped for the "
                rf"next\b|cut off|asked\b|called\b|dropped (?:altogether)?[?,]|dropped\?|dropped,|(?:removed|cancelled|stopped|scrapped"
                rf"|paused)[?,]|(?:cut|reduced|halved|doubled|lowered|raised|shortened|lifted|reset)\b){DONE}(?![^?]{{0,60}}\bas you "
                rf"(?:suggested|said|proposed|listed|planned|put it)\b)"
            ),
            (
                rf"\b(?:if|suppose|supposing|imagine|let's say) (?!you\b|we\b|(?:the |your |a )?(?:{EXTERNAL}|(?:authority|council|ministry|agency|court)\b)|nobody|no one"
                rf"|[^?]{{0,40}}\bby (?:the |an? )?(?:\w+ )?{_OUTSIDE})[^?,]{{3,60}} (?:were|was) (?:to be )?"
                r"(?:paid(?! for (?!every\b|each\b))|wound up|put(?! to\b)|given(?! (?:up|to (?:you|us)|the choice|a choice|the chance))|made (?:a|an|public|open"
                r"|optional)|split|shared|published|deleted|worked by)\b"
            ),
            (
                rf"\b(?:if|suppose|supposing|imagine) (?!you\b|we\b|(?:the |your |an? |our )?{EXTERNAL}|nobody|[^?]{{0,60}}\bby (?:the |an? )?(?:\w+ )?"
                rf"{_OUTSIDE})[^?,]{{3,60}} (?:were|was) (?:all )?(?:to be )?(?:redrawn|drawn|moved|let|named|merged|folded|pooled|swapped|replaced|turned"
                r"|handed|put|seen|shown|read|printed|posted|sent|booked|held|run|opened|closed|brought|rotated|paired|sorted|grouped|weighed|set|made)"
                rf" (?:to|into|with|on|in|around|at|forward|from|over|together|every|before|after|by lot|by an?)\b{NOT_YOURS}"
            ),
            # the place of work with a new thing or person in it
            (
                rf"\b(?:imagine|picture) (?!{TEAM}\b|(?:the |your |our )?{EXTERNAL}|it\b|that\b|this\b)(?:(?:the|your|our|all|every|each) )?(?:[\w'-]+ ){{1,3}}"
                rf"(?!{NOT_A_STEP}|opening\b)\w+ing (?:(?:in |on |with |at )(?:on )?(?:the|every|each|all)\b|\w+ (?:with|before|after)\b)"
            ),
            (
                rf"(?:^|[.;:?!,] )(?:imagine|picture) (?:an?|one|another) (?!(?:[\w'-]+ ){{0,2}}{PEOPLE}|[\w-]+ (?:who|writing|reading|asking|telling)\b|(?:(?!that\b)[\w-]+ ){{1,3}}(?:asks|reads|overhears|(?:is|was) (?:asked|told))\b|[\w-]+'s\b|(?:\w+ )?(?:day|week|month|year|quarter"
                r"|season|winter|summer|morning|evening|world|future|scene|moment|report|headline|letter|team|visit|call|shift|review|meeting|check-in)\b"
                rf"|{WISHED})[^?,.;:]{{3,60}}[,.;:] ?(?:what|how|which|who|where)\b{NOT_YOURS}"
            ),
            (
                rf"\b(?:picture|imagine) (?:the|your|our) (?:[\w'-]+ ){{1,3}}with (?:a|an|one|two|three|fewer|more|only|\w+-\w+|\w+s (?:on|at|in|for))"
                rf" (?!less\b|{PEOPLE})[\w'-]+"
            ),
            (
                r"\b(?:how|what) (?:would|could|might) (?!have to be true\b)[^?]{3,60} (?:look|be|feel|go(?! wrong\b))(?: like)? (?:[^?]{0,20} )?with (?:a|an|proper|one|two|everyone|every)"
                rf" (?!(?:\w+ )?(?:good|bad|hard|extra|recession|budget|competitor|strike|winter|summer|foot|eye|view|smile|price|{PEOPLE})\b)[\w-]+ \w+"
            ),
            r"\bwith (?:a|an|the|one|two|its|their|your) [^?,]{2,40} (?:on board|in place of|out of the room|boarding first)\b",
            # an idea thrown in
            r"\b(?:how|what) about (?:if )?(?:we|you) (?!know|see|hear|said|say|do\b|did|find|can\b|think|most|want|two\b|as\b)\w+",
            (
                rf"\b(?:how about|what about(?! \w+ing [^?,]{{2,60}} (?:would|could|might|do|does|did|will) (?:you|we)\b)) (?:{DOING}|trying|using|starting|adding|having|doing|a |an |two |fewer "
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
            "What if triage calls were moved to the afternoon?",
            "Say Maria owns it from June. What would be easier?",
            "Picture the yard with a one-way lane: what becomes easier?",
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
            "What if the yard got no deliveries in May?",
            "Suppose the gate were shut by a flood: what would you do?",
            "How could the harvest goal go wrong with every box ticked?",
            "What would the tenants say, if you put the question to them?",
            "If the wards shared one goal, as both sisters have suggested, what would you watch?",
            "How would the goal read if we gave every ward one vote, which is what you argued in May?",
            "Imagine a driver who sees the form for the first time: where does she start?",
            "You toy with two names for the goal. What would happen if you did?",
            "If you give the goal another look, what do you see?",
            "What would it mean for the porters if the goal were missed?",
            "How would the porters take it if the goal were dropped?",
            "The landlord says you may keep the yard if you halve the stock. How does that offer fit the goal?",
            "If the network operator cut your budget, what would become of the goal?",
            "What would the wards lose if the night crew dropped the goal?",
            "What would be left of the queue if the council were given a say?",
            "Imagine a visiting plumber is asked what matters here: what would you hope to hear?",
            "What about counting falls would you pass on to another ward, and why?",
        ),
    ),
    rule(
        code="ADV113",
        name="goal-smuggling",
        message="The preface sets a course as if it were agreed, and asks only for the means.",
        why="The choice that deserves the talk has been made before the question starts.",
        source=_ICF,
        scope=Scope.WHOLE,
        patterns=(
            rf"^\W*(?:so |and |in order |instead |given that you have )?to (?:{TWO_WORDS}|turn (?:this|it|things) around|make up (?:for )?the|close the|fix|catch)\b",
            (
                r"\b(?:what|which)(?: \w+)? (?:will|can|could|would|do) (?:you|we) (?:do|change|need|take) "
                r"(?:in order )?to (?:get back on track|catch up|speed (?:up|things)|close the gap|turn "
                r"(?:this|it|things) around)"
            ),
            (
                rf"\bbefore (?:you|we) (?!call\b|retire\b)(?:{STRONG}|put (?:an?|the|every|all) (?!number\b|figure\b)|go (?:over|back) to\b|break [^?]{{2,30}} (?:down|up)\b)"
                rf"{NOT_YOURS}"
            ),
            (
                r"\bonce (?:you've|you'd|you have|you had|you put|it's) (?!(?:reached|met|achieved|finished|missed|learned|noticed|named|crossed|passed|answered|succeeded)\b)"
                rf"(?:\w+ed|put|cut|sent|given|split) (?:the|a|an|it|them|up|off|out)\b|\bonce (?:you|we) (?:{STRONG}|close|pay|give|hand|put|let|open)\b"
            ),
        ),
        rejects=(
            "To get back on track, what will you cut?",
            "To close the gap, which work comes first, and why?",
            "What will you do to catch up?",
            "Once you've moved the gate to the north side, what do you expect the drivers to say?",
            "Who would notice it first once you close the canteen?",
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
)
