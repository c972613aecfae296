"""Blame: the words look for a culprit, demand a defence, or make the person smaller."""

from functools import partial

from questioner.review.reading import Clause, Reading, late
from questioner.review.rules import Rule, Scope
from questioner.session import Label, Severity

_TEAM = r"(?:you|we|they|the team|your team|this team|anyone|everyone|nobody|someone|people|he|she)"
_EDMONDSON = "Edmondson 1999 on framing work as learning"
_MISC = "MISC 2.5, the code for confronting"

_SLIPPED = (
    r"(?:dropped(?! out)|fiddled|fudged|waved|jammed|wrecked|ruined|deleted|misread|mislaid|misplaced|spilt|spilled|leaked|stalled|messed|bungled|skipped"
    r"|forgot)"
)
"""What is asked of a culprit: a failing that somebody did, in the past tense, and nothing that a goal or a figure does."""
_NOT_AT_STAKE = r"(?<!nobody's\s)(?<!no\sone's\s)(?<!no-one's\s)(?<!without\s)(?<!without\sthe\s)(?<!no\s)"
"""Pay and ratings may be named where the question takes them away."""
_YOURS = r"(?:your|their|his|her|its)"
_BEFORE_WHO = "and or of say know about so but us me hear see check learn explain ask asks wonder out that person one"
_ASKED_WHO = r"(?:(?<![a-z]\s)|" + "|".join(rf"(?<=\b{word}\s)" for word in _BEFORE_WHO.split()) + ")who"
"""Not the one that tells more of somebody: ``What would a visitor who ignored the sign say?``."""
_COUNT = r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty)"


def _forestalled(reading: Reading, clause: Clause) -> bool:
    """Whether the clause is after what might lead to such a thing, or keep from it: ``What might tempt us to drag our feet?``."""
    return _FORESTALLED().search(reading.masked, clause.start, clause.end) is not None


_FORESTALLED = late(
    r"\b(?:might|may|without|avoid\w*|prevent\w*|tempt\w*|risk\w*|rather\s+than|instead\s+of|if\s+(?:you|we|nobody)|so\s+that|not\s+to|(?:keep|stop|hold)s?\s+(?:us|you|people|anyone|everyone)\s+from"
    r"|(?:eas|saf)(?:y|ier|e|er)\s+to|(?:could|would|will|can|does|do|helps?|makes?|lets?)\s+(?:make|help|let|lead|bring|keep|stop|we|us|people|it\s+look)|sense\s+that|feel(?:s|ing)?)\b"
)

_rule = partial(Rule, label=Label.BLAME, severity=Severity.REJECT)

RULES = (
    _rule(
        code="BLM601",
        name="accusative-why",
        message="“Why” with a negative or a failing asks the team to defend itself.",
        why="A defence explains nothing; it ends when the accuser is satisfied.",
        source=_MISC,
        patterns=(
            (
                r"\bwhy (?:did|do|does|have|has|had|is|are|was|were|ca|can|could|wo|will|would)(?:n't "
                r"(?!to\b|(?<=wouldn't\s)an?\b|(?:they|it|these|those|that) (?:count|apply|belong)\b|[^?]{2,70} since you(?:'ve| have)? (?:all )?(?:said|told|wrote|written)\b)\w+| not (?!to\b|an? \w+ ?\?|\d)\w+| (?:you|we|they|the team|it) (?:\w+ )?not "
                r"(?!to\b|an? \w+ ?\?|\d)\w+)"
            ),
            (
                r"\bwhy (?:is|are|was|were|has|have|did|do|does|can|could) (?!fail|it (?:important|good|right|necessary|worth)\b)[^?]{0,50}\b(?:still(?! (?:worth|matters?|right|useful|important|relevant|valuable|needed|wanted)\b)"
                r"|so (?:slow|late|low|long|behind|far(?! apart| above| ahead| over))|too (?:slow|late)|(?<!\bthat\s)(?<!\bwho\s)(?<!\bwhich\s)(?<!\bto\s)(?<!\bif\s)(?<!\bamong\s)(?<!\bnot\s)only|(?<!who\shas\s)(?<!who\shad\s)(?<!\bis\s)(?<!\band\s)never|"
                r"take so long|fail(?:ed|ing)?|(?<!near-)(?<!near\s)(?<!\band\s)miss(?:ed)?|(?<!do\s)(?<!does\s)(?<!did\s)missing|slip(?:ped|ping)?|fall(?:ing|en)? (?:short"
                r"|behind)|behind|(?<!the\s)(?<!a\s)late(?! in the (?:list|order|plan)\b)|struggl\w+|delayed|drop(?:ped)?(?! (?:the|it|that|this|your|its|their|an?|out of)\b))\b"
            ),
            (
                r"\bwhy (?:must|does|do|did|has|have|is|was|were) [^?]{3,60}\b(?:(?<!measure\s)(?<!track\s)(?<!count\s)(?<!better\s)(?<!of\s)(?<!about\s)sleep|asleep|put in less|hide|hiding|break|broke|allowed to|bother|ignore|forget|lose|lost(?! \w+ (?:as|count)\b)"
                r"|let (?:us|everyone|everybody) down)\b"
            ),
            r"\bwhy the (?:delay|slip|miss|failure|shortfall)",
            r"\b(?:why|how) (?:could|can|did) (?:nobody|no one|none of|not one)\b(?!'|, as )",
            r"\bwhy (?:did|does|do|has|have|was|is) (?:(?:nobody|no one|none of)\b(?!'|, as )|it always\b|(?:you|they|we|the team) (?:all )?(?:let|sit on)\b(?![^?]{2,80} (?:themselves|himself|herself|decide|choose)\b))",
            (
                r"\bhow (?:could|can) (?:anyone|anybody|(?:somebody|someone)(?! (?:(?:new|else|junior|shy|quiet|outside) (?:question|challenge|disagree|doubt|object|ask|raise|say|show|signal)|question|challenge|disagree|in|on|at|from|reach|signal|show|share|raise|say|see|who (?:disagree|doubt|object|feel|want|need|worrie|care)[sd]?)\b)|people who|an? (?:experienced|trained|grown|qualified))\b(?! [^?]{0,50}\b(?:tell|know|find out|help|learn)\b)|\bwhy (?:can'?t|cannot|can not)\b"
                r"|\b(?:why|how) (?:can|could) (?:the|your) [^?]{2,30} not\b"
            ),
            r"\bhow (?:did|do|does) [^?]{2,50} manage (?:not )?to (?!keep|stay|hold)",
            # how it came to what should not have come about
            (
                r"\bhow (?:is it that|do|does|did|could|can|had|has|have) [^?]{2,60} (?:come|came|contrive|get|got) to (?:let(?! go\b)|miss|mix|lose|forget|overlook|sit"
                r"|be late|ignore|skip|break|burn|spoil|waste|ruin|think (?:that )?(?:it|they|you) could)\b"
            ),
            r"\b(?:explain|account (?:for|to)) (?:[\w'-]+ ){0,3}?(?:having (?!to\b|had\b)\w+|letting\b|not (?:even )?\w+ing\b)",
            r"\b(?<!for\s)what(?: is|'s)? (?:your )?(?:reason|explanation|excuse) (?:can|could|does|do|did|is there|have|has|for (?:not|the(?! (?:\w+ )?(?:rise|jump|growth|difference|change|pattern|gain)\b))) ",
        ),
        rejects=(
            "Why didn't you finish the survey?",
            "Why is trial activation still at 18%?",
            "Why has the launch slipped?",
            "How could nobody on the ward notice?",
            "Why does the late shift ignore the bell?",
            "How could anyone load the lorry like that?",
            "How did the depot manage to paint the wrong door?",
            "What explanation does the desk have for the empty hall?",
            "How did the porters come to miss the second bell?",
            "How does the desk account for having lost the keys?",
        ),
        accepts=(
            "What happened once the survey met the rest of the week?",
            "Why does onboarding matter now?",
            "Why did you choose 30% rather than 25%?",
            "Why does nobody's absence show in the figures?",
            "Why did you choose the smaller oven?",
            "Why does the late shift matter to the people who wait?",
            "Why is it that the figures differ between the two sites?",
            "How could a newcomer read the sign?",
            "What reasons do visitors give for coming back?",
            "Why did you drop the second site from the plan?",
            "Why is the small hall still worth a place in the plan?",
            "Why wouldn't a visitor mind the queue, supposing she did not?",
            "How did you come to count visits rather than visitors?",
            "The queue halved in May. How do you account for that?",
            "Why does the winter plan matter to tenants who only visit at weekends?",
            "Why is the small hall still important to you?",
            "What is your explanation for the rise?",
            "How did you come to let go of the old goal?",
            "Why did you choose to only count weekdays?",
            "Why is never closing early worth a goal to you?",
            "Why is it important to you that nobody is late?",
            "How could someone on nights signal to us that the load is too much?",
            "Why do some visitors come once and never again, as far as you can tell?",
            "Why was the goal set so far above last year's?",
            "How could someone who disagrees with the goal make that known?",
            "Rainy days are struck from the count. Why don't those count?",
            "Why didn't the spring rota take hold, in your eyes, since you've said that it never did?",
            "Why does the hall open at noon, if only on Sundays?",
            "Why did the harbour goal drop out of your talks?",
            "Why did you choose to measure sleep on the ward?",
            "How can somebody new challenge a rota here?",
            "Why is the lift your business and not only the landlord's?",
            "How could somebody who has never seen a ward tell whether the rota works?",
        ),
    ),
    _rule(
        code="BLM602",
        name="fault-verb",
        message="The verb finds somebody at fault.",
        why="Where a fault is named first, the facts come out last.",
        source=_EDMONDSON,
        scope=Scope.WHOLE,
        patterns=(
            (
                rf"\b(?<!might\s)(?<!could\s)(?<!would\s)(?<!suspect\s)(?<!\bif\s)(?<!whether\s)(?<!you\ssaid\s)(?<!you\swrote\s)(?<!said\sthat\s)(?<!wrote\sthat\s)(?!nobody\b|(?<=say\s)we\b|(?<=that\s)we overlook\b|(?<=(?:ld|ht)\smake\s)(?:you|us|them|people) forget\b|(?<=\slet\s)(?:you|us|them|people) (?:overlook|forget|ignore)\b)(?:{_TEAM}|{_ASKED_WHO}|sales|support|legal|marketing|engineering) (?:have |has |had |all |keep "
                rf"|kept |did |'ve )?(?:fail(?:ed|ing)? (?:to|at|on)|fail(?:ed)?\b(?! from\b)|neglect(?:ed)?"
                r"|ignor(?:ed?|ing)|drop(?:ped)? the ball|let (?:it|this|that|things) slip|blew|mess(?:ed)? up"
                r"|screw(?:ed)? up|botch(?:ed)?|overlook(?:ed)?|forg(?:ot|et|otten)"
                r"|mishandled?|g[eo]t (?:it |this )?(?:so )?wrong|go(?:ne)? wrong|underestimated?"
                r"|underdelivered|wasted?|let (?:us|everyone|the team) down)"
            ),
            r"\b(?<!became\sof\s)(?<!from\s)(?:your|whose|the team's|their) (?:mistakes?|failures?|failings?|negligence|errors?)\b",
            r"\bdrop(?:ped)? the ball\b|\bball (?:got|get|gets|was) dropped\b",
            # a plea wanted of them: "what explanation is there for leaving …", "what justification had you"
            (
                r"\b(?:explanation|justification|excuse)(?: (?:is|was|can|could|do|does|did|have|had|has|would) [^?]{2,30}?)? for (?:not \w+ing|leaving|letting|missing|losing|ignoring|failing|skipping|breaking)\b"
                r"|\bwhat (?:possible |conceivable )?justification (?:had|have|has|did|do|does|can|could|is there for (?:not )?\w+ing)\b"
                r"|\b(?:plead|say|offer|put forward) in mitigation\b|\bwhat (?:will|would|do|did|can) you plead\b"
                r"|\banswer(?:s|ed|ing)? for (?:it|that|this|them)\b(?=[^?.!]{0,120}\?)"
                r"|\bhow (?:do|did|will|would|can) you explain (?:that|this|it) to (?:the|those) [^?]{2,30} who\b"
            ),
            # the one who did it, kept unnamed
            (
                r"\b(?:do|done|happens?|say|said) (?:now )?(?:about|with|to) whoever (?:\w+ed|made|left|lost|let|sent|put|broke|forgot|wrote|stored)\b"
                r"|\b(?:was|were) (?:somebody|someone) (?:not )?(?:looking|listening|asleep|watching|dozing)\b"
                r"|\bslip(?:ped)? (?:your|their|everyone's|his|her) minds?\b|\b(?:sleep|slept|dozed) through\b(?! the (?:\w+ )?(?:nights?|storm)\b)(?=[^?.!]{0,120}\?)"
            ),
            r"\bmanage(?:d|s)? to (?:lose|miss|forget|break|ruin|overlook)\b|\bhow (?:do|does|can|could) (?:one|anyone|anybody|someone|somebody) (?:even )?(?:lose|miss|forget|overlook|mislay|ignore|neglect|spoil|bungle)\b",
            r"\b(?:did|do|done) wrong\b|\bwhat did (?:your|the|their) (?!figures?\b|numbers?\b|report\b|plan\b|survey\b|data\b)[^?]{2,30} (?:overlook|neglect|not bother)\b",
            r"\b(?:got past (?:you|everybody|everyone)|get past (?:you|everybody|everyone)|cover(?:ed)? (?:it )?up|explain away|lied to|lying(?! in\b)|(?<!easy\sto\s)(?<!easier\sto\s)(?<!easiest\sto\s)fudg(?:e|es|ed))\b(?=[^?]{0,120}\?)",
            r"\b(?:botch|bungl|fumbl)(?!(?<=\bup\sto\sa\s(?:botch|bungl|fumbl))ed )(?:e|es|ed|ing)?\b",
            r"\b(?:screw|stuff|muck|cock)(?:ed|ing)? (?:it |this |that |things )?up\b",
            r"\b(?:asleep at the wheel|sleeping on the job|(?<!easier\sto\s)(?<!easy\sto\s)(?<!easiest\sto\s)(?<!okay\sto\s)(?<!safer\sto\s)(?<!\bsafe\sto\s)(?<!\bmind\s)own(?:s|ed|ing)? up to(?! (?:an?|mistakes?|errors?)\b))\b",
            (
                r"\b(?<!to\s)(?<!what\s)(?:let|letting|allow|allowed|allowing) (?!them slip through)(?!(?<=\schecks\slet\s)|(?<=\sprocess\slet\s)|(?<=\ssystem\slet\s))(?:it|them|that|this|these|those|things|any of (?:this|that|it)) (?:to )?(?:slide|slip|ride|drift"
                r"|rot)\b|\b(?:you|we|they|who|all|team|crew|desk|shift|people|nobody|any(?:one|body)|of (?:you|them|us)|and|could|would|did) (?:let|allow(?:ed)?) (?:it|that|this) (?:to )?(?:happen|come about)\b"
                r"|\b(?:letting|allowing) (?:it|that|this) (?:to )?(?:happen|come about)\b|\blook(?:ed|s|ing)? the other way\b|\bbe (?:bothered|troubled) to\b|\btook your time\b"
            ),
            rf"\b{_ASKED_WHO} (?:(?<!person\swho\s)(?<!one\swho\s)signed off|broke|skipped|forgot|(?:was|were) (?:supposed|meant) to|was asleep)\b",
            rf"\b{_ASKED_WHO} (?:(?<!person\swho\s)made(?! the first\b)|let(?! (?:you|us|me) know\b)|caused|approved|missed|broke|is behind|was behind|allowed)\b",
            # one of those in the room is to be named, whoever it was
            rf"\b{_ASKED_WHO} (?:has |had |have )?{_SLIPPED}\b",
            (
                rf"\bwhich (?:of (?:you|them|(?:the|your) \w+)|manager|person|shift|supervisor|foreman|driver|coach|nurse|planner|desk|crew|colleague|leader"
                rf"|engineer|buyer|clerk|team) (?:has |have )?(?:let|broke|missed|{_SLIPPED}|ha(?:s|ve) it coming|keeps? (?!asking|coming back|telling|hoping|wanting|thinking)\w+ing)\b"
            ),
            r"\bwhich of you (?:thought|put|left|lost|signed|believed|imagined)\b",
            r"\b(?:you|we|they|has|have|had|who|team|say) (?:(?!fe(?:el|lt)\b)\w+ ){0,2}?let (?!you\b|us\b)(?:[\w-]+ ){0,5}?down\b",
            r"\b(?<!us\sto\s)(?<!you\sto\s)(?<!process\s)(?<!system\s)(?<!checks\s)(?<!rules\s)(?:let|letting) (?:it|things|this|the (?:[\w-]+ ){1,2}|£?\d[\d,]* (?:[\w-]+ ){1,3})(?:come to this|get to \w+ |go (?:to|out|off)|rot|rust|lapse|pile|run (?:that|this)|slide|drift)\b(?=[^.!]{0,120}\?)",
            (
                r"\b(?:must|should|ha(?:s|ve|d) to) (?:[\w'-]+ ){0,4}answer for\b(?! (?:you|us)\b)|\b(?:most|lot|much|want (?:[\w'-]+ ){1,4}) ?to answer for\b|\b(?<!without\s(?:you|any)\s)(?<!without\s)(?<!without\sus\s)(?<!without\sanyone\s)lift(?:ing|ed|s)? a finger\b"
                r"|\bunder (?:all )?(?:your|their|our|its) (?:very |own )?noses?\b"
            ),
            (
                r"\bin (?:your|its|their|his|her) (?:own )?defen[cs]e\b|\bhow (?:does|do|did|can|could|would|will) [^?]{2,50} justif(?:y|ies)\b"
                r"|\bexplain (?:themselves|itself|himself|herself)\b|\bhow (?:do|does|did|can|could) (?![^?]{2,40} when\b)[^?]{2,40} (?:be )?defend(?:ed)?\b"
            ),
            # how they can bear it, and by what right they did it
            (
                r"\b(?:on|with|square that with) your conscience\b|\bconscience of (?:the|those)\b|\blive with (?:itself|themselves|yourself|yourselves|himself|herself)\b"
                r"|\bhow (?:does|can|could) (?:an?|any) [^?]{2,30} (?:live with|sleep)\b|\blook (?:\w+ )?in the (?:mirror|eye)\b|\bhow do you sleep\b"
            ),
            (
                r"\bwhat (?:gave|gives|has given) [^?]{2,40} the (?:right (?=to\b)|nerve|cheek|gall|audacity)\b"
                r"|\bwhere (?:did|do|does) [^?]{2,40} get the (?:idea|notion|impression|nerve|right)\b|\bby what (?:miracle|right)\b"
            ),
            # ways out of a duty
            (
                r"\b(?:wriggl|worm|weasel|squirm)\w* (?:\w+ )?(?:out|round|around|their|its|your)\b|\b(?:under|beneath) the (?:rug|carpet)\b|\b(?:couldn't|could not) care less\b"
            ),
            r"\b(?:do|did|doing) (?:[\w-]+ )?all (?:day|week|evening|night|morning|month|quarter|year|shift|spring|summer|winter|autumn)\b(?=[^?.!]{0,60}\?)",
            r"\bwhich of (?:the|your|our) [\w -]{2,30} (?:do you (?:think|believe|suspect)|would you say) (?:is|are|was|has|have) (?:been )?\w+ing\b",
            r"\bpaid (?:to (?:notice|read|catch|check|watch|spot|know|see)|for ?\?)",
            r"\b(?:asleep|dozing|dozed|idlers|idling(?! (?!at\b|in\b|on\b|by\b|all\b|away\b|about\b|around\b|while\b|when\b|during\b|for\b)\w)|(?:stop(?:ped)?|wasn't|weren't|not) paying attention|kept quiet|keep quiet)\b(?=[^?.!]{0,120}\?)",
            r"\b(?:do|did|does) [^?]{2,40} (?<!or\s)(?:fail|refuse) to (?:grasp|understand|see|notice|hear|live up)\b|\b(?:did|do) (?:its|their|your) job\b(?=[^?.!]{0,120}\?)",
            (
                r"\b(?:(?:get|got|getting) away with|way out of it|the guilt|let you down|(?:hide|hiding|hid) behind|fritter\w*|letting the \w+ (?:slide|slip))\b"
                r"(?=[^?.!]{0,120}\?)"
            ),
            r"\bwhere (?:were|was) (?:the|your|our|you) (?:[\w-]+ ){0,2}?(?:[\w-]+ when\b|[\w-]+ ?\?)|\bon (?:duty|watch)\b(?=[^?.!]{0,120}\?)",
            (
                r"\b(?:the (?:person|one|colleague|lad|people) who (?:ordered|put|let|broke|forgot|missed|waved|left the)|(?:those|they) who waved"
                r"|whoever (?:left|let|put|broke|forgot|missed))\b(?=[^?.!]{0,120}\?)"
            ),
        ),
        rejects=(
            "Who dropped the ball on the hand-off?",
            "What did you fail to see in May?",
            "Where did you go wrong with the pilot?",
            "Which of the invoices did Farid bungle in June?",
            "What did the flood teach the person who fumbled the keys?",
            "What made the desk look the other way in May?",
            "What can the depot say in its defence?",
            "What are the porters paid to notice?",
            "At what point was the desk asleep?",
            "What does the depot refuse to understand about the lift?",
            "How did the depot get away with the empty hall?",
            "Where were the porters when the lift stopped?",
            "What explanation does the yard have for leaving the gate open?",
            "What do we do now about whoever lost the keys?",
            "Which of the signs did the late shift sleep through?",
            "How does somebody forget a whole ward?",
            "What do you say to those who waved the plan through?",
            "Who dropped the handover?",
            "Which shift keeps leaving the gate open, and why?",
            "Which of you put the wrong sign on the door?",
            "What would you say to the visitors you let down in May?",
            "What stopped the desk from lifting a finger?",
            "How do you defend a queue of ninety minutes?",
            "How can the night desk live with itself?",
            "What gave you the right to close the gate?",
            "Where did the desk get the idea that keys look after themselves?",
            "How did the depot wriggle out of the count?",
            "What gets swept under the carpet on nights?",
            "What does the front desk do all day?",
            "Which of the porters do you think is dragging the count down?",
        ),
        accepts=(
            "How did the hand-off look from where each of you sat?",
            "What did the failed experiment teach you?",
            "What would you reach for if falling short were simply information?",
            "What lies behind the drop in trial activation?",
            "What did you manage to keep in a hard spring?",
            "What would you do differently, wrong turns included?",
            "What would you let go of first?",
            "What would make it easier to own up to a mistake?",
            "Who has been closest to the visitors this month, do you think?",
            "What does the depot understand about the lift that others do not?",
            "What would you say to the people who wait for the lift?",
            "What in the way the shifts hand over let that happen?",
            "Which figure in the report would be easiest to fudge, and why?",
            "What do visitors who dropped out of the tour tell you?",
            "Which of the promises you made in May would you make again?",
            "What might a visitor answer for you, if you asked?",
            "Nobody neglected the gate, you wrote. What, then, would you call it?",
            "Under what conditions would they fail to hold?",
            "As the people who signed off the plan, what do you want visitors to notice?",
            "How do you tell a booking we failed from a booking that never came?",
            "You wrote that we had forgotten the night shift. What would you like us to see?",
            "Who let you know that the sign was working, and how?",
            "How would you know if you had gone wrong?",
            "Which manager keeps asking about the count, and to what end?",
            "You felt let down by the bakers. What would you want them to know?",
            "In what ways do visitors notice, or fail to notice, the new sign?",
            "What might tempt us to let the promise slide in a busy week?",
            "How could a late form be made easier to own up to?",
            "What might a visitor see that we overlook?",
            "Which past bet do you lean on when you defend this plan?",
            "How do you want to live with two goals that pull apart?",
            "What gave you the idea of asking visitors to word the goal?",
            "Who keeps asking about the count, and to what end?",
            "Which of your messages do you think reached the porters, and what tells you so?",
            "As people who answer calls all day, what do you wish for when you call?",
            "What would a visitor who ignored the sign tell you?",
            "What would a tenant who forgot the form say about it?",
            "How do porters who failed the lift test speak of it?",
            "How would you explain the goal to a colleague who missed the kick-off?",
            "What would have come about without you lifting a finger?",
            "What is a goal about idling vans for?",
            "How does the goal relate to what the front desk does all day?",
            "Where could a baker own up to a botched loaf?",
            "Which step in the process let the signs go out unread?",
            "What would the lift have to answer for you by May?",
        ),
    ),
    _rule(
        code="BLM603",
        name="person-target",
        message="It looks for the person behind a failing.",
        why="Everyone else learns that the next one may be them.",
        source=_EDMONDSON,
        scope=Scope.WHOLE,
        patterns=(
            r"\b(?<!nobody\sis\s)(?<!no\sone\sis\s)(?<!nobody\swas\s)(?<!looking\sfor\s)(?:whose|who's at|who is at|who was at|at|your|their|his|her|(?!nobody's fault(?:,| ?\?)|no one's)\w+'s) fault\b",
            r"(?<!comes\s)(?<!nobody\sis\s)(?<!no\sone\sis\s)\bto blame\b(?=[^.!?]{0,200}(?:\?|\Z))",
            r"\b(?:at|on|in|under|into|through|by|past) whose (?:desk|station|watch|whim|hands?|fingers?|nose|in-tray)\b|\bwhose hand (?:is|was|were) (?:on|in)\b|\bwhose (?:watch|whim|doing|desk|inbox|foot|lap|tray|drawer)\b",
            r"\bculprits?\b",
            (
                r"\bwho(?:'s| is| was| were| are)? (?:\w+ )?(?:responsible|accountable|answerable) for (?:the "
                r"|this |that |our )?(?:\w+ )?(?:delay|miss|missed|slip|drop|failure|failing|shortfall|gap"
                r"|problem|mistake|missing|losing|lack)"
            ),
        ),
        rejects=(
            "Whose fault was the late review?",
            "Who is responsible for the delay?",
            "Who is to blame for the drop in activation?",
            "Through whose hands did the wrong key pass?",
        ),
        accepts=(
            "What does the later review mean for the pilot?",
            "How does trial activation get attention in an ordinary week?",
            "What do you hold yourselves responsible for, and why?",
            "In whose life would a shorter queue be felt, do you think?",
            "Whose view of the rota is missing, do you think?",
            "On what desk would this goal be at home?",
            "In whose eyes would a shorter queue count as a success, and why?",
            "When it comes to blame, what would you like newcomers to find here?",
            "Nobody is to blame for the flood, as you put it: what would you still like to understand?",
            "How do people here behave when a date was missed and it was nobody's fault?",
            "The log says that nobody is at fault for the flood. What does it leave open?",
        ),
    ),
    _rule(
        code="BLM604",
        name="hindsight-judgement",
        message="It judges the past by what is known only now.",
        why="Nobody can answer it without pleading guilty.",
        source=_EDMONDSON,
        scope=Scope.WHOLE,
        patterns=(
            rf"\b(?:should|shouldn't|ought) {_TEAM} (?:not )?(?:to )?(?:have|'ve)\b(?! to\b)",
            rf"\b(?<!say\s)(?<!says\s)(?<!said\s)(?<!say\sthat\s)(?<!said\sthat\s)(?<!wrote\s)(?<!wrote\sthat\s)(?<!told\sus\s)(?!(?<=think\s)we\b|(?<=thinks\s)(?:we|you)\b){_TEAM} (?:should|shouldn't|ought to)(?: not)?(?: have|'ve)\b(?! (?:an?|one|the|any|some|more|fewer|no) ?\b)",
            (
                rf"\b(?<!else\s)could {_TEAM} have (?:done (?:better|more|differently)|avoided|prevented|seen|known"
                rf"|caught|foreseen|stopped)"
            ),
            (
                r"\bwhat (?:should|ought) [^?]{2,30}have (?:been obvious|noticed|spotted|seen|known|caught)\b|\bwhat would (?:a|an|any) (?:careful|competent|decent"
                r"|proper|serious|professional|disciplined|team with) [^?]{0,30}have\b(?! had to\b)"
            ),
            r"\b(?:account for (?:themselves|yourselves)|(?:say|speak) for (?:itself|themselves|himself|herself|yourself|yourselves)|what(?:'s| is| was) your (?:story|defence|defense|excuse))\b",
        ),
        rejects=(
            "What should you have done differently in May?",
            "How could you have avoided the slip?",
            "What should the team have known before the launch?",
        ),
        accepts=(
            "Knowing what you know now, what stands out about May?",
            "What would you do differently another time?",
            "What alternatives could have been open to you in May?",
            "What would a visitor have noticed on Tuesday?",
            "What would a careful porter have had to know to stop the lift?",
            "What kind of school would you like this to be?",
            "What do you have to say to one another about May?",
            "Looking back at the move, what do you think we should have asked the porters?",
            "What do you say to a neighbour who thinks you shouldn't have a summer goal?",
            "Some visitors feel we should have a second gate. What would that be for, in your view?",
            "You wrote that nobody could have done more in May. What does that rest on?",
            "You wrote that the team should have said no in May. What did a yes look like then?",
        ),
    ),
    _rule(
        code="BLM605",
        name="comparison",
        message="It measures the team against others.",
        why="A ranking invites excuses from the lower half and silence from the upper.",
        source=_EDMONDSON,
        scope=Scope.WHOLE,
        patterns=(
            (
                r"(?:, as|\bthe way) (?!you\b|we\b|its?\b|things\b|this\b|that\b|your (?:draft|plan|text|wording)\b|[^,?]{2,50} (?:say|says|said|report|reported|claimed) )[^,?]{2,60} (?:do|does|did|manages?|managed)"
                r"(?: it)?(?: so well| better| already)?\s*\?"
            ),
            r"\bunlike (?:the (?!rest\b)|your (?!own\b)|other |team )",
            (
                r"\b(?:other|another|most|the other) (?:teams?|squads?|groups?) (?:manage|managed|can|could"
                r"|have managed|do better|did|deliver|are ahead)"
            ),
            (
                r"\b(?:the others?|the rest of|everyone else|other (?!teams\b|squads\b|groups\b)\w+)[^?.]{0,40} (?:manages?|managed|got (?:it|their|theirs))\b"
                r"|\beven the [^?.]{2,30} manages?\b|\bthat you lack\b|\bthat yours? ha(?:s|ve) yet to\b|\bwhat is it about yours?\b"
            ),
            r"\bcompared? (?:to|with) (?:the )?(?:other(?! (?:years?|months?|weeks?|quarters?|seasons?|goals?|targets?|figures?|numbers?)\b)|your peer|peer|team \w\b|sister)",
            r"\b(?:better|worse|slower|faster) than (?:the )?(?:other(?! ?\?)|team \w\b|your peers)",
        ),
        rejects=(
            "Unlike the payments team, you are behind: what explains that?",
            "Other teams manage this, so what holds you back?",
            "What makes you slower than the other squads?",
            "How can you greet a class, as the guides next door do so well?",
            "What do the guides next door know that yours have yet to learn?",
        ),
        accepts=(
            "What do you make of the way onboarding works?",
            "How would the teams next to you describe what onboarding does for them?",
            "How does 22% compare with what you expected?",
            "What might others notice about onboarding before you would?",
            "What do the others see that you do not?",
            "What helps the rest of the region understand your week?",
            "What is it about the ward that people like to come back to?",
            "What do tenants hope for when they ring at night, as the survey says they do?",
            "How does this summer compare with other years?",
            "What does a porter write down so that others can work with it?",
            "What would each site teach you that the others can't?",
            "You weighed two gates. What would make the one serve visitors better than the other?",
            "What do you hold true about the gate that your counts have yet to bear out?",
        ),
    ),
    _rule(
        code="BLM606",
        name="honesty-challenge",
        message="It doubts that the team means what it says.",
        why="A number that is attacked once is polished for ever after.",
        source=_MISC,
        scope=Scope.WHOLE,
        cues=(
            "claim",
            "justify",
            "how can you",
            "really",
            "seriously",
            "honest",
            "call this",
            "call that",
            "excuse",
            "pretend",
        ),
        patterns=(
            (
                rf"\bhow (?:can|could|do) {_TEAM} (?:possibly |still |really |even )?(?:say|claim|call|be "
                rf"(?:so )?(?:green|confident|sure|on track)|believe|expect|think)\b"
            ),
            rf"\bhow (?:did|do|can|could|will) {_TEAM} (?:\w+ )?justify\b",
            r"(?:^|[?.!] )(?:really|seriously|honestly)\s?[?,](?! if\b)",
            r"\bif (?:you're|you are|we're) (?:being )?honest\b",
            r"\b(?<!let's\s)(?<!let\sus\s)pretend(?:ing)?\b",
        ),
        rejects=(
            "How can you claim green at 18%?",
            "How do you justify the empty hall to the tenants?",
            "If you're honest, what have you put into activation?",
        ),
        accepts=(
            "What do you see on trial activation that 18% leaves out?",
            "What gives you 6/10 for trial activation?",
            "What would make an honest no easier in this room?",
            "What part, if any, do you claim for the new signs?",
            "What, honestly, can you promise the visitors?",
            "What would an honest answer to that change for you?",
            "What do you really want to learn this season?",
            "Let's pretend the hall was free: what would you do with it?",
            "What would your most honest answer to a visitor be?",
        ),
    ),
    _rule(
        code="BLM607",
        name="appraisal-link",
        message="It ties the answer to ratings, pay or consequences.",
        why="From then on every figure is a negotiation.",
        source="OKRs kept apart from appraisal: Google re:Work",
        scope=Scope.WHOLE,
        patterns=(
            r"\b(?<!beyond\s)(?<!without\s)(?<!take\s)(?<!leaving\s)(?<!design\sof\s)(?<!rules\sof\s)(?<!wording\sof\s)(?:your|the|their|team) bonus(?:es)?\b(?! (?:ends?|ended|went|schemes?|systems?|rules?|targets?|goals?|(?:is|was) (?:tied|linked|gone|left|set|dropped)|left (?:aside|out)|aside|to work)\b)(?=[^.!?]{0,200}\?)",
            rf"{_NOT_AT_STAKE}(?<!completed\s)(?<!finished\s)(?<!overdue\s)\bappraisals?\b(?! (?:forms?|systems?|software|templates?|tools?)\b)",
            rf"{_NOT_AT_STAKE}\bperformance (?:reviews?|ratings?)\b",
            r"\bconsequences for (?:you|the team|missing|those|people|whoever)",
            r"\byour (?:promotion|pay rise|rating)\b",
        ),
        rejects=(
            "What does this mean for your bonus?",
            "What will be the consequences for missing the target?",
            "How will this look in your performance review?",
        ),
        accepts=(
            "What consequences do you expect for new users?",
            "What part, if any, do scores play in what gets said about activation?",
            "If nobody's appraisal hung on occupancy, what would you say about it?",
            "What does holding activation near 30% protect?",
            "Your bonuses hang on the queue, you said. What does that do to how you count it?",
            "The nurses asked for shorter appraisal forms. What do you hear in that wish?",
            "What in the design of the bonus works with the goal on repairs, if anything?",
            "What would you like to be held accountable for?",
            "When the bonus was tied to visits, what became of everything else?",
            "In what ways does the bonus scheme work for or against this goal?",
            "The wards filed 300 completed appraisals in one weekend. What was different about that weekend?",
            "How would you want the bonus to work in a year of small harvests?",
        ),
    ),
    _rule(
        code="BLM608",
        name="totalising",
        message="“Always”, “never” or “keep missing” turns an event into a character.",
        why="People argue with the word and lose sight of the event.",
        source=_MISC,
        scope=Scope.WHOLE,
        patterns=(
            rf"(?<!if\s)(?<!which\s)(?<!suppose\s)(?<!before\s)(?!(?<=people\s)we\b|someone\b|[^,.?]{{5,60}}, (?:as )?you (?:tell|told|say|said|wrote)\b|(?<=have\s)\w+ never (?!troubled|bothered|cared|managed|dared))\b{_TEAM} (?:always|never|constantly|repeatedly) (?!felt|wish|want|knew|thought|(?:begin|start)s?\b|ask (?:you|us)\b)\w+",
            (
                r"\b(?:keep|keeps|kept) (?:on )?(?:missing|failing|slipping|forgetting|postponing|delaying"
                r"|changing|struggling|leaving|breaking|skipping|ignoring|avoiding|losing|making the same|dropping|moving the)\b"
            ),
            r"\byet again\b(?!, what would you (?:want|hold|keep|still)\b)",
        ),
        rejects=(
            "Why do you keep missing the date?",
            "Who keeps leaving the gate open, and why?",
            "What makes the team always wait until May?",
            "The date moved yet again: what is going on?",
        ),
        accepts=(
            "What, if anything, do the three moved dates share?",
            "What question will you keep asking yourselves after today?",
            "What would you want to keep about how you worked?",
            "Damage kept falling while the queue came back: what keeps that working?",
            "What have you always wanted onboarding to be?",
            "Which of your guesses about visitors have you never checked?",
            "What have we never asked the porters?",
            "What do you never want to lose?",
            "What do people always ask you at the gate?",
            "You always begin with the gate, you told me. What makes it the first?",
            "In a winter when the ferry is late yet again, what would you want to hold on to?",
            "The gate is the thing that the team always begins with. What makes it the first?",
            "Suppose we never counted again. What would you miss?",
            "What do you know about the people we never hear from?",
        ),
    ),
    _rule(
        code="BLM609",
        name="exasperation",
        message="The phrase shows impatience; it does not ask.",
        why="The room hears the tone and answers that.",
        source=_MISC,
        scope=Scope.WHOLE,
        cues=(
            "how come",
            "how could",
            "let this",
            "let that",
            "let it",
            "why do i",
            "why must i",
            "why should i",
            "how many times",
            "how often",
            "part of",
            "doing",
            "people",
            "lot",
            "on earth",
            "how could you",
            "were you thinking",
            "was the team thinking",
            "for once",
            "universe",
            "planet",
            "galaxy",
            "fair on",
            "fair to",
            "better to do",
            "better things to do",
            "'s sake",
            "crying out loud",
            "sick and tired",
            "patience",
            "umpteenth",
            "'s name",
            "dare ",
            "too much to ask",
            "born yesterday",
            "more times",
            "spell it out",
            "syllable",
            "spoon",
            "in one ear",
            "into your heads",
            "bright",
            " yourselves a",
            "the hell",
            "explain yourself",
            "explain yourselves",
            "what's wrong with",
            "what is wrong with",
            "bother",
            "the matter with",
            "playing at",
            "waiting for",
            "hiding",
            "thinking",
            "dreaming",
            "possessed",
            "what is it about",
            "what is there about",
            "hoping nobody",
            "bit of",
            "smoking",
            "genius",
        ),
        patterns=(
            (
                r"\bhow come\b(?= \w)(?! [^?]{3,60} (?:ended up|is|was|became) (?:as |in |on )?(?:an?|the|your|one|our) (?:\w+ ){0,2}(?:objective|goal|key result|target|measure|list|page)\b| (?:missed|late|lost|failed) \w+s |[^?]{2,60} (?:and|but|while) (?:[\w'-]+ ){1,4}(?:did|does|do|is|was|are|were|has)(?:n't| not) ?\?| (?:this|that|the|your) (?:objective|goal|key result|target)| \w+'s (?:a|an|the|not|about|in)\b)"
                r"(?=[^?]{0,80}(?:n't\b| (?<!and\s)(?:not|no one|nobody|never|always|still|only|so (?!that\b)|needs?|takes?|took|mix|miss|fail|slip|slid|lost|forgot)|\bagain\b))"
            ),
            r"\b(?:what|how|why|who) (?:on earth|the hell)\b",
            r"\bhow could (?:you|they|we|anyone|the team)(?: \w+)? (?:sit (?:there|by|back|and)|stand (?:by|there|and)|(?:just )?watch|let)\b",
            r"\bwhy (?:do|must|should) i (?:even |always |still )?(?:have to|need to|keep|explain|repeat|remind|chase)",
            r"\bhow (?:many times|often) (?:do|must|have) (?:i|we) (?:have to|need to|got to|said|told|asked|explain|repeat)\b",
            (
                r"\b(?:what|which) (?:part|bit) of [^?]{1,60}\b(?:(?:was|were) (?:so )?(?:unclear|not clear|hard to (?:understand|follow))|(?:did|do)(?:n't| not) "
                r"(?:you|they) (?:understand|get|hear)|(?:did|do) (?:you|they) not (?:understand|get|hear))\b"
            ),
            # busy with something else while it happened
            (
                r"\bwhat (?:in the world |on earth )?(?:was|were) (?:[\w'-]+ ){1,6}?(?:smoking|day-?dreaming|playing at(?! (?:the|a|home|our)\b)"
                r"|doing (?:while|all (?:morning|afternoon|evening|year)|that mattered))\b|\b(?:what|which) (?:genius|(?:clown|idiot|fool|joker|cowboy|muppet|halfwit)s?)\b"
            ),
            r"\b(?:nobody|no one|no-one|n't|not|never|longer) bother(?:ed|s)? (?:to|with)\b",
            (
                r"\bwhat (?:was|were) (?:the|your|our|those|that) (?:[\w-]+ ){1,6}?(?:thinking|dreaming)\b|\bwhat possessed\b"
            ),
            r"\w(?<!how\sdo)(?<!how\sdid)(?<!teach)(?<!tell)(?<!give)(?<!the\sway)(?<!people)(?<!what)(?<!hours) you (?:people|(?<!for\syou\s)lot)\b",
            r"\bwhat (?:is|was|'s) (?:it|there) about [^?]{2,50} that [^?]{0,30}(?:can't|cannot|defeats?|makes every|don't|doesn't|won't)\b",
            r"\bhow could (?:you|they) (?:let|not|allow|possibly|have|miss|forget|do)\b",
            r"\bwhat (?:were|was|are) (?:you|they|the team|we) thinking\b(?! (?:of|about) (?:when|as) you (?:wrote|chose|put|said)\b)|\bwhat did [^?]{2,40} think (?:she|he|they|it|you) (?:was|were) doing\b",
            r"\bfor once\b(?=[^.:,;?]{0,120}\?)",
            # in whose eyes could it be right
            r"\b(?:in|on) (?:what|which) (?:\w+ )?(?:universe|planet|galaxy)\b|\bhow (?:is|was) (?:that|this|it) fair (?:on|to) (?:the|those|people|everyone|your|our)\b|\b(?:had|have|has|nothing|anything|something) (?:[\w'-]+ ){0,4}?better (?:things )?to do\b(?=[^?.!]{0,120}\?)",
            # outbursts
            (
                r"\bfor (?:god|heaven|goodness|pity|pete)'s sake\b|\bin (?:god|heaven)'s name\b|\bcrying out loud\b|\b(?:sick and tired|fed up to the back teeth) of\b"
                r"|\bumpteenth\b|\bhow dare\b|\btry(?:ing)? my patience\b|\b(?:is|was) it too much to ask\b|\bborn yesterday\b|\bhow many more times (?:will|do|must)\b"
            ),
            # as one talks to a child
            (
                r"\bspell it out (?:for|to)\b|\bwords of one syllable\b|\bspoon-?fe[ed]d?\b[^?]{0,40}\byou\b|\bin one ear and out\b"
                r"|\binto (?:your|their) (?:thick )?(?:heads|skulls)\b|\b(?:whose|which|what) bright (?:idea|spark)|\bcall yourselves an?\b(?=[^?.!]{0,120}\?)"
            ),
            r"\b(?:what(?:'s| is| was)) the matter with\b",
            (
                r"\bwhat (?:was|were|are|is|have|has|had) (?:you|they|we|people|your people|the (?:\w+ ){0,2}(?:team|crew|desk|shift|people|staff|two of you)) "
                r"(?:all |been )?(?:playing at|waiting for|hiding|hoping nobody)\b"
            ),
            r"\bexplain (?:yourself|yourselves)\b",
            r"\bwhat(?:'s| is) wrong with (?:you|the team|people|them)\b",
        ),
        rejects=(
            "How come activation has not moved?",
            "What were you thinking when you set 30%?",
            "How could you let the pilot slide?",
            "How could you all stand by and watch the stock run out?",
            "What part of “lock the gate” didn't you understand?",
            "Why must I explain the rota again?",
            "What was the planner on nights dreaming of?",
            "What kept you lot from locking the gate?",
            "What is it about a gate that the night crew can't lock it?",
            "What were the porters doing while the alarm rang?",
            "What did nobody bother to check before the hall was let?",
            "In what universe does a porter walk past a fire?",
            "What did the desk think it was doing when it shut the hall?",
            "How is that fair on the people who came?",
            "For heaven's sake, who left the lift open?",
        ),
        accepts=(
            "How did the wording of the objective come about?",
            "What did you know about activation when you chose 30%?",
            "How could you tell that the checklist had worked?",
            "How could the nurses let you know sooner?",
            "What part of the lease is still unclear to you?",
            "Which habit would you keep, and how come?",
            "What are you doing this season that you would miss?",
            "What are guests waiting for when they stand at the desk?",
            "What matters to the front desk?",
            "What comes to the planner's mind when the rota moves?",
            "Which part of the lease is hard for new tenants to follow?",
            "How come the planner starts at the far end of the hall?",
            "What did the move teach you lot?",
            "How do you lot talk about a bad day at the gate?",
            "What were you doing when you first noticed the queue?",
            "How come the gate is on the list and the lift isn't?",
            "How come late returns are part of the goal and fines are not?",
            "What were you thinking of when you wrote “calm”?",
            "The desk is new, the way you lot set it up. What does it show you?",
            "How come late returns ended up as a key result?",
            "How come the gate made the list and the lift did not?",
            "What makes the gate worth a goal, for you lot?",
        ),
    ),
    _rule(
        code="BLM610",
        name="label-leak",
        message="It sticks a label on the team or on its figures.",
        why="A nickname from the coach's notes is remembered longer than the question.",
        source=_EDMONDSON,
        scope=Scope.WHOLE,
        patterns=(
            r"\bvanity\b(?=[^.!?]{0,160}(?:\?|\Z))",
            r"\bexcuses?\b(?! me)",
            r"\b(?:your|the|this|team's|their|of|such) resistance\b(?! (?:reading|value|figure|test|measure|limit)s?\b)",
            r"\b(?<!isn't\s)(?<!not\s)laz(?:y|iness)\b",
            r"\b(?:sandbag|watermelon|careless|complacen|incompeten|sloppy|underperform|unprofessional)\w*|\bslack(?:ed|ing|er)\b",
            r"\b(?:slackness|laxity|sheer forgetfulness|guilty ones?|your bad habits|(?:their|your) want of \w+)\b",
            r"\bwhat (?:does|did) (?:it|that|this) (?:say|tell (?:us|you|me)) about (?!(?:the|your|this|that|our) (?:\w+ )?(?:goal|objective|target|key result|figure|number|measure|plan|codes?|process|checks?|forms?|system|rules?|tools?|week|way|label|design|sign|tests?)\b)[^?]{2,40} (?:that|running|responsible)\b",
            r"\b(?:say|tell us|tell you) about (?:a team\b|its people|how (?:little|badly|poorly) you)",
            (
                r"\b(?:half a brain|(?:an )?ounce of (?:sense|wit)|(?:had|have|has|with|without) the (?:wits?|decency|gall|cheek|audacity|effrontery|temerity) to|sharpest? tool in the|sandwich short of"
                r"|(?:the|their|your) wits to|missing upstairs|wrong in the head|off (?:your|their) rocker|(?<!bored\s)(?<!worried\s)out of (?:your|their|his|her) minds?|leave of (?:your|their) senses)\b(?=[^?.!]{0,120}\?)"
            ),
            # what else could it be: "what do you call that if not cheating"
            (
                r"\b(?:if not|other than|but|except) (?:cheating|lying|laziness|idleness|negligence|cowardice|spite|greed|carelessness|sloth|vanity|incompetence|stubbornness|indifference|arrogance|neglect)\b"
                r"|\b(?:call|name) (?:that|this|it) (?:if not|other than|but)\b"
            ),
            (
                r"\b(?:say|tell|reveal|show)s? (?:us |you |me )?about (?:the (?:bunch|lot|crowd)\b|(?:the people|those|the (?:men|women|ones)) (?:in charge|we put"
                r"|who (?:keep|kept|wrote|write|sign|signed|estimate|made|make|let|run|ran|plan|planned|check|checked|approve|approved|set|build|built|packed|sent"
                r"|chose|drew))\b)"
            ),
            r"\bwhat (?:does|did) (?:that|this|it) (?:say|tell (?:us|me)|reveal|show) about (?:you|him|her|them)(?=,| ?\?| ?\Z)",
        ),
        rejects=(
            "How much sandbagging is in this target?",
            "What excuse is there for May?",
            "Where does the team's resistance come from?",
            "Two crates broke. What does that say about you, Farid?",
            "What does it say about the desk that the form went out twice?",
            "The form went out twice. What does that tell you about the people who wrote it?",
            "Nobody wrote the miss down. What lies behind that but laziness?",
        ),
        accepts=(
            "What did you know about activation when you chose 30%?",
            "How do OKRs look from where you stand?",
            "What do people do differently when sign-ups go up, if anything?",
            "What does this objective say about you as a team?",
            "What does that tell you about the way the tenants plan?",
            "What does that say about how you choose the tenants?",
            "What does the second form say about how people wait?",
            "What does the figure say about how people wait?",
            "What does the week say about a goal like this one?",
            "Which habits would you keep?",
            "What does the longer queue tell you about the people who come on Sundays?",
            "What might the resistance readings leave out?",
            "What does it tell you about the goal when everybody says that the queue is fine?",
            "What does it say about the label that tenants read it aloud, if anything?",
            "The porters call it a vanity project. What might they be seeing?",
        ),
    ),
    _rule(
        code="BLM611",
        name="effort-inference",
        message="It takes a figure for a lack of effort or care.",
        why="Effort is invisible from outside, and the guess is always an insult.",
        source=_EDMONDSON,
        scope=Scope.WHOLE,
        patterns=(
            (
                r"\black(?:ing|s)? (?:of |in )?(?:\w+ )?(?:effort|focus|commitment|discipline|ownership"
                r"|motivation|care|urgency|interest|drive|accountability|energy|enthusiasm|engagement|dedication|initiative|respect"
                r"|professionalism|willingness)\b"
            ),
            r"\b(?<!everyone\s)(?:try|trying|tried|work|working|worked|push|pushing) (?:hard enough|(?<!than\spush\s)(?<!by\sworking\s)harder)\b",
            r"\b(?<!is\s)pull(?:s|ed|ing)? (?:its|their|your|his|her) weight\b",
            r"\bserious(?:ly)? enough\b",
            r"\b(?:don't|didn't|not|(?<!would\syou\s)(?<!would\swe\s)stop|stopped) (?:seem to |really )?car(?:e|ing) about\b",
        ),
        rejects=(
            "What explains the lack of commitment to activation?",
            "How will the team try harder in June?",
            "What would make you take activation seriously enough?",
        ),
        accepts=(
            "What place has onboarding had in your weeks since April?",
            "Of the effort that went into onboarding, what was worth the most?",
            "What do you care about most in onboarding?",
            "If visits cost nothing, what would you stop caring about?",
        ),
    ),
    _rule(
        code="BLM613",
        name="accusing-idiom",
        message="The turn of phrase accuses, whatever else is said.",
        why="People answer the phrase and not the question.",
        source=_EDMONDSON,
        unless=_forestalled,
        patterns=(
            # looked away
            (
                rf"\b(?:turn|turned|turning) a (?:blind eye|deaf ear)\b|\bbur(?:y|ied|ying) {_YOURS} heads? in the sand\b|\b{_YOURS} heads in the sand\b|\bwash(?:ed|ing)? {_YOURS} hands of\b"
                rf"|\b(?:sit|sat|sitting) on {_YOURS} hands\b|\b(?:stand|stood|standing) idly by\b|\b(?:sit|sat|sitting) (?:around|about) doing nothing\b|\bswallow(?:ed)? [^?]{{2,40}} hook, line and sinker\b"
                rf"|\bdrag(?:s|ged|ging)? {_YOURS} (?:feet|heels)\b|\bkick(?:ed|ing)? the can down the road\b|\bhow (?:could|did|come|was) [^?]{{2,60}} on {_YOURS} watch\b|\bwithout so much as\b|\bwhile rome burn\w*\b|\b(?:was|were) asleep at the switch\b"
                rf"|\bcan't be (?:bothered|troubled|fussed)\b|\bnever (?:cross|crossed) {_YOURS} minds?\b|\bpaper(?:ed|ing)? over the cracks\b|\bmiss(?:ed|es)? (?:the |what was )?blindingly obvious\b|\bstaring (?:you|them) in the face\b"
            ),
            # to be punished
            r"\b(?:take|takes|took|carry|carries|carried) the (?:fall|can|rap|blame) for\b|\bpoint(?:ing)? the finger\b|\bpass(?:es|ed|ing)? the buck\b|\bname and shame\b|\bunder the bus\b",
        ),
        rejects=(
            "Who turned a blind eye to the late shift?",
            "Why were the porters dragging their feet over the lift?",
            "Who takes the fall for the empty beds?",
        ),
        accepts=(
            "What would you hope for from a report that turns no blind eye to the nights?",
            "What helps you to speak up without passing the buck?",
            "What makes it easier to look at the figures than to cook them?",
            "What takes our eye off the ball in a busy week?",
            "What do you hear in the mess hall that the goal leaves out?",
            "How do you name a miss without pointing the finger?",
        ),
    ),
    _rule(
        code="BLM612",
        name="held-to-station",
        message="It holds people up to their title, their years or their number.",
        why="Whoever answers has to explain why somebody like that could fail.",
        source=_EDMONDSON,
        scope=Scope.WHOLE,
        patterns=(
            (
                rf"\bhow (?:is it (?:possible )?that|can|could|did|do|does) (?![^?]{{3,60}} (?:so differently|differ|disagree|agree|go about|find out|decides?|choose|weigh|make up (?:her|his|its|their) minds?)\b|an? (?:menu|list|plan|form|page|goal|target|room|day|night|shift|evening|week|month|season|year|project|product) with\b)(?:anyone awake|(?:(?:{_COUNT}|an?) )?(?:grown|trained|experienced|qualified|professional|skilled"
                rf"|intelligent|sensible|adult) \w+|(?:a|an|the|any|some) (?:\w+ )?\w+ with (?:{_COUNT}|this|so|that|such|years) \w+|(?:someone|somebody"
                rf"|a person|anyone) with|{_COUNT} (?:\w+ )?(?:managers|professionals|adults|engineers|grown-ups|experts|specialists))"
            ),
            (
                r"\bwhat (?:kind|sort|manner) of (?:[\w-]*(?:er|or|ist|ian|ant)|person|people|team|crew|colleague|boss|nurse|chef|coach|professional|adult)"
                r" (?:let|leave|forget|miss|lose|ignore|overlook|wave|walk|send|sign|skip|hide|doesn't|does not|can't|cannot|won't)\w*"
            ),
            r"\bwhat (?:kind|sort) of [\w' -]{3,25} (?:forgets|leaves|misses|loses|ignores)\b",
            # with all that, and still not: "how does one run a yard for ten years and not know …"
            (
                r"\bhow (?:does|did|can|could) (?!you\b|we\b)[^?]{2,70} and (?:not|never|still not) (?:know|ask|check)\b"
                r"|\bwhat (?:can|could|should|must|are|am|is) (?:one |i |we |anyone )?(?:to |be )?(?:expect|expected|think) (?:of|from) (?:people|an? \w+|those|\w+s) (?:of \w+ )?who (?:can't|cannot|can not|won't|don't|do not|never|still|needs?|takes?|lets?|loses?|forgets?|miss)\b"
            ),
            # of what somebody of that trade did, but not of what customers want or do
            (
                r"\bwhat (?:kind|sort|manner) of (?:[\w-]*(?:er|or|ist|ian|ant|man|woman)|person|people|team|crew|colleague|boss|nurse|chef|coach|professional|adult"
                r"|office|desk|department|company|firm) (?!is\b|was\b|has\b|(?:buy|come|visit|use|read|want|like|choose|stay|return|call|write|ask|benefit|profit"
                r"|thrive|feel|fit|suit|help|make|doe|serve|sell|live|welcome|learn|talk|respond|appl|join|interest|excite|attract|matter|play|run the)i?e?s?\b)\w+s\b"
            ),
            r"\bwhat (?:kind|sort|manner) of [\w-]+ (?:does|do) (?:a thing|something|things|that)\b|\bwrong with (?:the|those|these) (?:people|men|women|folk|staff|crew)\b",
            r"\b(?:do|(?<!is\s)(?<!was\s)(?<!were\s)doing) (?:their|its|your|his|her) (?:own )?jobs?\b|\b(?:it|they|you|he|she) (?:is|are|was|were) paid (?:for|to)\b",
            (
                r"\bwhat(?:'s| is| was) wrong with (?:the people|those people|an? \w+ like|the [\w ]{2,20} when)|\b(?:attitude|conduct|calibre|laziness|failings)"
                r" of (?:those|the|your)\b|(?:'s|s') (?:conduct|attitude(?! (?:to|towards)\b)|failings|laziness|indifference)\b"
            ),
            (
                r"\b(?:a|an|for|stopped|any) grown(?:-up)? (?!in\b|by\b|to\b|from\b|out\b)\w+|\bwhat (?:sort|kind) of (?:person|people|colleagues?|manager|nurse"
                r"|professional|chemist|team|company|leader)s? (?:would (?!you|we)|sits?|does|do (?!you|we)|lets?|puts?|leaves?|needs?|cannot)"
            ),
            (
                r"\b(?:(?!(?<=that\s)any child can\b)(?:any|even an?) (?:junior )?(?:apprentice|child|beginner|novice|trainee|technician|schoolboy|layman|sceptic|skeptic)(?: in \w+)? (?:would|could|can)|a (?:student|child) could|(?<!\bmight\sthe\s)of all people(?!, (?:see|notice|know|find|teach))|(?<=,\s)of all things(?! (?:you|we) (?:could|might|can)\b)"
                r"|needs? (?:that long|three attempts|to be told))\b(?=[^?.!]{0,120}\?)"
            ),
        ),
        rejects=(
            "How can four trained nurses lose one set of keys?",
            "How does a trained crew forget its own hoist?",
            "How could a crew with so many years behind it break the hoist?",
            "What kind of planner forgets the bank holiday?",
            "What keeps the desk from doing its job on Sundays?",
            "How does one run a yard for ten years and not know what a crate costs?",
            "What can we expect of planners who need three weeks for one list?",
            "What does that say about the conduct of those at the gate?",
            "What sort of team would leave the lift open?",
            "What made the desk miss what any apprentice would see?",
            "What sort of porter props a fire door open?",
            "What kind of manager does a thing like that?",
        ),
        accepts=(
            "How could two nurses tell the same story of one night?",
            "How does a crew with a new hoist learn to trust it?",
            "What kind of planner would you like to learn from?",
            "What does a good day on the job look like?",
            "What sort of team would you like to be?",
            "What would a child notice first about the hall?",
            "What do you expect of guests who book late?",
            "How does a porter with three doors and one key go about a busy night?",
            "What makes a sign that any child can read worth a goal?",
            "What kind of visitor buys a second ticket?",
            "How would you notice that the new sign was doing its job?",
            "The porters want a quieter lift. How could the planner help with that?",
            "What might the baker, of all people, notice about this goal?",
            "How can two experienced nurses see one figure so differently?",
            "What has shaped the porters' attitude to the count?",
            "How does a porter with four wards decide what can wait?",
            "How does a night with three alarms shape the talk at breakfast?",
            "Why the orchard, of all things you could give your spring to?",
        ),
    ),
)
"""The rules of blame."""
