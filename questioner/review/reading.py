"""One pass over a text that finds what is asked, and where, before any rule looks at it.

Rules never see the raw words of a quotation or of an aside, so "and" inside a title joins no questions and
"should" inside a quoted note is nobody's advice. Masking keeps every character in its place: an offset in
``Reading.masked`` is an offset in the text that was handed in.
"""

import re
from collections.abc import Callable
from enum import StrEnum
from functools import cache, partial
from itertools import pairwise
from typing import NamedTuple

from questioner.review.sieve import OPENS


class Form(StrEnum):
    """The grammatical shape of one clause, whatever it is about."""

    WH = "wh"
    """Opens with what, how, which, who, whose, where, when or why."""
    POLAR = "polar"
    """Opens with an auxiliary: the grammar asks for yes or no."""
    EMBEDDED_POLAR = "embedded-polar"
    """``I wonder whether …``, ``Can you tell us if …``."""
    TAG = "tag"
    """A statement with a question hung on its end."""
    INVITE = "invite"
    """``Tell us about …``, ``Say more about …``."""
    FRAGMENT = "fragment"
    """Too few words to be a sentence."""
    COMMAND = "command"
    """An order that is no invitation to tell."""
    STATEMENT = "statement"
    """Nothing in it asks, whatever mark it ends with."""


class Trait(StrEnum):
    """What a whole text may be like."""

    SEVERAL_CLAUSES = "several-clauses"
    TRAILING = "trailing"
    """A sentence stands after the last clause."""
    RUN_UP = "run-up"
    """There are more than two sentences, or many words before the first clause."""
    MANY_WORDS = "many-words"
    """There may be more than are taken in at one breath, where a quotation counts three."""
    WRAPPED = "wrapped"
    """Of the first clause, see ``Clause``."""


_MANY_WORDS, _RUN_UP = 22, 15
"""Words up to which no rule minds a text, and what stands before its first clause."""


class Span(NamedTuple):
    """A stretch of the text: ``start`` included, ``end`` not."""

    start: int
    end: int


class Clause(NamedTuple):
    """One clause that asks, or a whole sentence where nothing asks."""

    start: int
    """Where the asking begins, after any preface or polite wrapper."""
    end: int
    form: Form
    opener: str
    """The word it opens with, in lower case: ``what``, ``are``, ``tell``."""
    preface: Span
    """What stands before it in the same sentence; empty (start == end) when nothing does."""
    wrapped: bool = False
    """Whether it stood inside ``Could you tell us …`` or ``I'm curious …``."""
    joined: bool = False
    """Whether it hangs on an earlier question by ``and``, ``or`` or a comma."""

    @property
    def span(self) -> Span:
        """The clause as offsets of the text."""
        return Span(self.start, self.end)


class Sentence(NamedTuple):
    """One sentence and the mark that ends it (``?``, ``.``, ``!`` or nothing)."""

    start: int
    end: int
    mark: str


def piece(trait: Form | Trait) -> str:
    """A trait of a text as a piece that no word holds."""
    return f"<{trait}>"


class Reading(NamedTuple):
    """What was found in a text."""

    text: str
    plain: str
    """Lower case, straight quotes, same length as ``text``; nothing masked."""
    masked: str
    """``plain`` with quotations turned into a noun of x's and asides into blanks."""
    sentences: tuple[Sentence, ...]
    clauses: tuple[Clause, ...]
    """Every clause that asks, in order; else the single clause that fails to ask. Never empty."""

    @property
    def asks(self) -> bool:
        """Whether anything is asked at all."""
        return self.clauses[0].form in _ASKING


def late(source: str) -> Callable[[], re.Pattern[str]]:
    """An expression that few texts need: it is compiled when it is first asked for."""
    return cache(partial(re.compile, source))


_ASKING = (Form.WH, Form.POLAR, Form.EMBEDDED_POLAR, Form.TAG, Form.INVITE)

AUX = (
    r"(?:is|are|was|were|am|do|does|did|has|have|had|can|could|will|would|shall|should|may|might|must|ought"
    r"|(?:is|are|was|were|do|does|did|has|have|had|ca|could|wo|would|sha|should|might|must|ai)n'?t)\b"
)
"""Auxiliaries that turn a sentence into a yes/no question, with their negative forms."""
WH = r"(?:what|how|wh?ich|whose|whom|who|where(?:abouts|in)?|when|why)(?:'?s|'re|'d|'ll|'ve)?\b(?!ver)"
"""Question words with their contractions."""
_PLAIN = str.maketrans("‘’‚‛′`“”„‟″«»", "''''''" + '"' * 7)
_QUOTED = late(r'"[^"]{1,200}"' r"|(?<!\w)'(?=\S)(?:[^'\"]|(?<=\w)'(?=\w)){2,120}'(?!\w)")
_CAPITAL_NEXT = late(r"\s+[A-Z]")
_ASIDE = late(r"\([^()]{0,200}\)|\[[^\[\]]{0,200}\]")
_WRAPPED_IN_QUOTES = late(r'\s*"[^"]*"\s*\Z')
_LETTERS = re.compile(r"[a-z']+")
_STOP = re.compile(r"[.?!…][.?!…]*(?=\s|\Z)")
_ABBREVIATION = late(r"\b(?:e\.g|i\.e|vs|etc|approx|dr|mr|ms|mrs|no|incl|[ap]\.m)\Z")
_FILLER = re.compile(
    r"\s*(?:[-*•–—]\s|\d{1,2}[.)]\s|(?:so|and|but|well|ok|okay|now|then|also|yes|yeah|um|oh|please|first"
    r"|next|just)\b"
    r"(?!\s+(?:that|far)\b)[,:]?\s*|[\s,:;]+)"
)
_QUESTION_WORD = (
    rf"(?:(?:in|to|for|from|at|on|of|by|with|about|through|under|over|during|against|towards?|beyond|among|into|around"
    rf"|upon|without|roughly|approximately)\s+)?{WH}"
)
_AUXILIARY = (
    r"(?!(?:have|do|had)\s+(?:tell|share|say|describe|bear|excuse|forgive|indulge|correct|stop|take|a|an|not|fun|the\s+room)\b)"
    rf"{AUX}\s+(?!(?:and|or|in|on|at|to|be|as|of|for)\b|{AUX}|(?:brought|went|saw|came|has)\b)"
    # "would make you say so": where the verb comes at once, the subject stood before
    r"(?!(?<=would\s)(?:make|be|have|take|mean|help|let|give|show|tell|lead|bring)\b)\w"
)
_MAYBE_CONDITION = late(
    r"(?:should|had|were|(?:don|can)'?t)\s+(?!you\s+(?:think|say|agree|feel)\b)"
    r"|(?:couldn|didn)'?t\s+(?:quite|find|see|get|catch|tell|read|follow|make\s+out)\b|have\s+(?:another|one\s+more)\s"
    rf"|{AUX}\s+(?:it|you|we|they|there),\s+(?:so|and|but)\s"
)
"""``Should the grant be refused, what …``, ``Don't think of the page for a minute: what …``, ``It's late, isn't it, so what …``."""
_UNSURE = late(rf"(?:don|can|couldn)'?t\s+(?:know|remember|recall)\s[^,;:?]{{2,60}}[,;:]\s+(?:but|so|and)\s+{WH}")
"""``Don't know if this is a fair one, but what …``: who speaks is left out."""
_INVITATION = (
    r"(?:do\s+)?(?:tell|help|show|walk|talk|take|remind)\s+(?:us|me|everyone|the\s+room)\b"
    r"(?!\s+(?:that\s+)?(?:you|we|they|it|there|he|she)\b|\s+if\s+i\b|\s+out\W)"
    r"|say\s+(?:a\s+(?:bit|little|word)\s+)?(?:more|something|about)\b"
    r"|(?:describe|share|paint|recall|unpack)\b(?!\s+(?:rates?|figures?|prices?|of|is|was)\b)|let(?:'s|\s+us|\s+me)\s+(?:hear|know)\b"
)
_WRAPPER = (
    r"(?:can|could|would|will|may|might)\s+(?:you|we|someone|anyone|somebody|i|each\s+of\s+you)\s+"
    r"(?:(?:please|briefly|perhaps|maybe|possibly|just|also|be\s+(?:willing|happy|able)\s+to|like\s+to"
    r"|mind)\s+){0,2}"
    r"(?:tell(?:ing)?(?=[,:]?\s+(?:us|me|every|each|one|the\s+(?:room|group|team|others)|what|how|wh?ich|where|wh[oy]|when"
    r"|more|if\b|a\b|an\b|some|about))|say(?:ing)?(?=\s+(?:more|a\b|something|what|how|why|which|where|about|to\s+us))"
    r"|share|sharing|describ\w+|explain\w*|help\s+(?:us|me)|show\s+(?:us|me)|walk|talk\s+(?:us|me)"
    r"|give\s+(?:us|me)|hear|ask(?=\s+(?:you\s+)?(?:what|how|why|which|where|who|when|if|whether))"
    r"|elaborate|expand"
    r"|unpack|remind|bring\s+us|update)\b"
)
_INDIRECT = (
    r"(?:i|we)(?:'m|'d|'re|\s+am|\s+are|\s+would|\s+was|\s+do)?\s+(?:(?:be|just|also|really|quite|still)\s+)?"
    r"(?:wonder(?:ing)?\b|curious\b|interested\b|ask(?:ing)?\s+myself\b|(?:love|like|want|keen|eager)\s+(?:for\s+)?"
    r"(?:(?:(?:you|us|everyone|each\s+of\s+you|the\s+team)\s+)?to\s+(?:hear|know|understand|learn|see|ask|explore|listen|find"
    r"|tell|share|say|describe)|your\s+(?:view|take|thoughts|read|sense))\b)"
    r"|it\s+would\s+(?:be\s+)?(?:help|helpful|good|useful|great|interesting)\s+to\s+(?:hear|know"
    r"|understand|see)\b"
    r"|(?:just\s+)?curious\b"
)
_PREPOSITION = r"(?:at|in|on|for|to|with|from|by|of)"
_WH_HERE = re.compile(_QUESTION_WORD)
_AUX_HERE = late(_AUXILIARY)
_ASKS_HERE = re.compile(
    rf"(?=(?P<opener>[a-z']+))"
    rf"(?:(?P<wh>{_QUESTION_WORD})|(?P<wrapper>{_WRAPPER}|{_INDIRECT})|(?P<polar>{_AUXILIARY})|(?P<invite>{_INVITATION}))"
)
_INNER = late(rf"\b(?:(?P<polar>if|whether)\b|(?P<wh>{WH})|(?P<aux>{AUX}\s+(?:you|we|it|there|the|that|this)\b))")
_AFTER_PREFACE = re.compile(
    r"[,:;—–…\-.](?:(?<=\s-)|(?<=\.)\.\.|(?<![-.]))\s*(?:(?:and|so|then|but|well|please|now|just curious,)\s+)?(?=\w)"
)
_ASKED_ONCE = r"(?:had\s+)?asked\s+(?:that|this|it|so|yourselves|last|in|on)\b"
_ASKED_BEFORE = late(
    rf"\s*(?:[–—-]\s*)?(?:(?:you|they|we)\s+{_ASKED_ONCE}"
    r"|(?:was|is|were|so\s+(?:ran|went|read))\s+(?:the|your|one|their|what)\b[^?]{1,80}\.)"
)
_ASKED_ALREADY = late(
    rf"[^?;:]{{3,160}},\s*(?:you|they|we)\s+(?:{_ASKED_ONCE}[^?;:,]{{0,40}}|(?:(?:asked|wondered)(?:\s+\w+){{0,3}}));"
)
"""``Why bother, you asked last time; what …``: the first question is quoted, and the second is asked."""
_NO_COMMA = late(rf"\b(?:{WH}(?=\s+{AUX})|(?:what|which)\s+\w+\s+(?={AUX}))")
_RELATIVE = late(
    rf"which(?:,|\s+(?:(?:you|we|they|it|i|he|she|the|your|our)(?:'\w+)?\s|{AUX}[^,?]{{1,80}},))|whom\s+(?:you|we|they|the|your|our)\s"
    r"|(?:what\s+(?:was|is)\s+it|what's\s+the\s+word|how\s+(?:shall|do|should)\s+i\s+(?:say|put\s+(?:it|this))|(?:shall|should)\s+(?:i|we)\s+say),"
    # what is thrown in: "to whom, do you think now, …", "proud of what, would you guess, …"
    r"|(?:do|would|could|can)\s+you\s+(?:think|guess|say|reckon|suppose|believe)(?:\s+now)?,"
    # "what they need is what, would you say?"
    r"|(?<=\swhat,\s)(?:do|would)\s+you\s+(?:think|guess|say|reckon|suppose)\W*\Z"
    # a tag in passing: "the goal is your third, isn't it, so …"
    r"|(?:is|are|was|were|do|does|did|has|have|had|ca|could|wo|would|should)n't\s+(?:it|you|we|they|he|she|there),"
)
"""What tells more of the words before it, or looks for a word: ``two want, what was it, calmer mornings``."""
_WHEN_HERE = late(
    r"when(?:ever)?\s+(?:the|an?|this|that|these|those|your|our|their|you|we|they|it|people"
    r"|(?:every|some|no)(?:one|body|thing))\b"
)
_INVERTED_LATER = late(rf"(?<=\w\s)(?:{AUX}\s+(?:you|we|they|it|there)\b|{WH}\s+{AUX})")
_EXCLAIMED = re.compile(r"what\s+an?\s+(?!\w+(?:\s+\w+)?\s+(?:would|might|could|will|needs?|wants?|sees?|says?)\b)")
_NAMED = (
    r"(?:the|an?|this|that|these|those|your|our|their|its|my|his|her|you|we|they|it|i|he|she|people|everyone|nobody)"
)
_UNINVERTED = late(
    rf"(?:how|why|where|when|what|who)\s+(?:{_NAMED}(?:'\w+)?|each|every(?:one|body)?|nobody|somebody|x{{4,}}|(?:not\s+)?to)\s+(?!(?:hell|heck|devil)\b)"
    rf"|(?:how|why|when)\s+(?!not\b|come\b|about\b|else\b|many\b|much\b|{AUX})\w+\s+(?!{AUX})\w+(?![^?]{{0,120}}\b{AUX}\s+{_NAMED}\b)"
    rf"|what\s+(?!{AUX})(?:\w+\s+){{1,5}}(?:is|was)\s+(?:that|how|to|not)\b"
    rf"|what\s+\w+s\s+(?![^?]{{0,120}}\b{AUX}\s+{_NAMED}\b)(?:do|mean|feel|need|tell|told|want|think)\b|wh?ich\s+(?!of\b)(?:(?!{AUX})[\w']+\s+){{1,6}}?(?:we|you)\s+(?:want|have|need)\b"
    rf"|wh?ich\s+(?:brings|takes|leads|leaves)\s+(?:me|us)\b|wh?ich\s+(?:is\s+(?:why|how|where)|means\s+(?:that|{_NAMED}))\b"
)
"""A question word with its sentence in the order of a statement, which asks only where a question mark says so."""
_WHY_THIS = late(
    r"why\s+(?:this|that|these|those|an?|\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|the\s+(?:word|term|phrase|name|figure|number)(?=\s+(?:x{3}|\d)))(?:\s+[\w'-]+){1,2}?"
    r"(?:\s*,|[\s.]*\Z|\s+(?:and|for|of|in|on|at|with|without|rather|instead|now)\b)"
)
"""``why this objective``, ``why three goals and not two``: no verb is needed to ask for the reason of a choice."""
_STATED = late(
    # what comes first is itself the subject: "what counts is what …", "what would be lost is worth a page"
    r"what(?:'s|\s+(?!(?:do|does|did)\b)\w+)\s+[^?]{0,100}\b(?<!say\s)(?<!think\s)(?:is|was|are|were|won't)\s+(?:(?:not|worth|less|more|what|how|nobody|your|our)\b|(?:the|an?)\s)"
    # a call, or a word said in passing: "how about that!", "why, that's the one"
    rf"|(?:how|what)\s+about\s+(?:that|those|them)\b|why,\s+(?:all|{_NAMED})(?:'\w+)?\s|who\s+knows,|what,\s+[^,?]{{1,30}},\s+(?:{_NAMED}\s|will\s+be\b)"
    rf"|how\s+much\s+{_NAMED}\s|how\s+(?:much|many)\s+[^?]{{3,80}}\s(?:shows|matters|varies|differs|depends)\b|(?:(?:{_PREPOSITION}|under)\s+)?(?:which|what|whose)\s+(?:[\w'-]+\s+){{1,3}}?{_NAMED}\s[^?]{{2,80}}\s(?:matters|mattered|counts)\s+(?:little|less|more|not|only|most)\b|why\s+(?!not\b|else\b|now\b|then\b|exactly\b|so\b|on\b|{AUX})\w+\s+{AUX}"
)
"""The same where a full stop or a cry ends what might also be asked."""
_TELLS_MORE = late(
    rf"(?!{_QUESTION_WORD}\s+(?:[\w'-]+\s+){{0,5}}?(?:do|does|did|can|could|will|would|might|should)\s+{_NAMED}\b)"
    rf"(?:(?:{_PREPOSITION}\s+)?(?:wh?ich|who|whose|whom)\b|(?:to|of|from|with)\s+what\b|(?<=and\s)(?:what|how)\b)"
)
"""A question word after a comma that asks nothing, since no verb stands before its subject: ``…, which stands at 84``."""
_BECAUSE = late(r"(?:since|because|although|though|while|whereas|given\s+that|now\s+that|as)\b")
_UNMARKED = late(
    rf"(?<=\w\s){WH}(?:,\s+if\s+any\w*,)?\s+(?:do|does|did|would|could|can|might)\s+(?:you|we|they|it|the|your|this)\b"
)
"""What asks without a comma before it or a mark at its end: ``in this team what do you …``."""
_WHAT_LATER = late(
    r"(?<=\w\s)what\s+(?:keeps|makes|lets|helps|tells|holds|gives|stops|drives)\b(?![^?]{0,90}\s(?:is|was)\b)"
)
"""Of a question that ``when the sea is flat`` leads up to."""
_SUBORDINATE = re.compile(
    rf"(?:when|(?:from\s+)?where|whenever|wherever|in\s+what(?=\s+(?:you|we|they)\s)|(?:from|given|after|beyond|of|with)\s+what(?!\s+(?!{_NAMED}\s)\w+(?:,[^,?]{{1,30}},)?\s+{AUX}\s+{_NAMED}\s)"
    # "who gets the blame is not my interest here; how …"
    r"|(?:who|how|which|what|where)\b[^;:?]{2,100}\s(?:is|isn't|was)(?=\s+(?:(?:not|never)\s+)?(?:(?:my|the|our)\s+(?:interest|point|question|concern|issue|business)|one\s+(?:thing|matter)|another\s+matter|(?:easily|soon|quickly)\s+(?:said|told|seen))\b[^,;:?]{0,20}[;:,])"
    # "what guests told us, what would you make of it?"
    r"|what\s+(?:(?!gets\b|goes\b|is\b|was\b|has\b)\w+s|people|every(?:one|body))(?=\s+(?:told|said|wrote|say|think|thought|saw|felt|want|wanted|need|needed)\b)"
    rf"|what\s+(?:the|your|our|an?|you|we|they))\s+(?!{AUX}|(?:in|on|at|along|among|between|within|else|exactly)\b)"
)
_TAG = late(
    r"[,–—-]\s*(?:right|correct|yes|no|huh|eh|ok|okay|agreed|true|or"
    r"|(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should)(?:n'?t)?\s+(?:it|you|we"
    r"|they|he|she|there))"
    r"\s*(?:\?+\s*)?\Z"
    r"|(?<!what)(?<!moments)\s(?:is|are|was|were|do|does|did|has|have|ca|could|wo|would|should)n'?t\s+(?:it|you|we|they"
    r"|there)\s*(?:\?+\s*)?\Z"
)
_TAG_ENDS = tuple("right correct yes no huh eh ok okay agreed true or it you we they he she there".split())
"""One of which every tag ends in; far quicker to look for than the tag itself."""
_SUBJECT_HERE = late(r"(?:the|you|we|they|it|that|this|there|your|our|he|she|i)\b")
_COMMAND_HERE = late(
    r"(?:explain|list|name|rate|score|update|report|summari[sz]e|provide|give|identify|write|reflect"
    r"|consider|discuss"
    r"|make|set|ensure|remember|note|review|use|try|pick|choose|state|outline|define|confirm|prepare|focus"
    r"|complete"
    r"|fill|add|bring|send|stop|start|keep|check|ask|justify|defend|think|look|go|please|rank|estimate"
    r"|tell|help|show"
    r"|walk|take|don't|do\s+not|be|hire|talk|finish|submit|present|compare|answer|vote|agree|commit)\b"
)
_SUBJECT = r"(?:you|we|they|it|i|he|she|its|their|there|the|this|that|your|our|(?:any|some|every|no)(?:one|body))"
_ANY_SUBJECT = (
    r"(?:an?|one|any|some|each|every|two|three|four|five|six|\d+|his|her|their|these|those|more|another|part"
    r"|(?!always|sometimes|perhaps|thus|less|its)\w+s|\w+ing)"
)
"""What may be the subject of a question that a comma joins; without the comma it might be the object of a verb."""
_JOINING = r"(?:and|or|but|plus|as\s+well\s+as|along\s+with|including|also)\b\s+"
_NEXT = (
    rf"(?:(?:also|then|so|if\s+so|if\s+not),?\s+)?(?:(?:{_PREPOSITION}|under|against|through)\s+(?={WH}(?:\s+\w+)?\s+{AUX}))?"
    rf"(?P<next>{WH}|(?!(?:do|have)\s+(?:it|this|that)\b|have\s+the\s+\w+\s+(?!\w*(?:ed|en|wn|ne)\b|(?:had|met|seen|sent|said|told|made|felt|put)\b)\w){AUX}(?=\s+{_SUBJECT}\b)|(?:can|could|would|should|will|might|does|did)\b"
    rf"(?=\s+{_ANY_SUBJECT}\b))"
)
_JOIN = late(rf"(?P<link>[,;—–/]\s*|\s)(?P<word>{_JOINING})?{_NEXT}")
_MAY_JOIN = re.compile(rf"[\s,;—–/](?:(?<!\s)\s*(?:{_JOINING})?|{_JOINING}){_NEXT}")
"""The same with more than a blank before what is next: without it nothing is joined."""
_NAMED_SUBJECT = late(rf"\s+{_SUBJECT}\b")
_WHAT_IF_HERE = late(r"(?:but|and)?\s*(?:if|suppose|supposing|assuming)\s+[^,?]{3,80}\?\s*\Z")
"""``And if the grant falls through?`` leaves out the ``what``."""
_LAST_ASKS = late(
    r"\s(?:what\s+(?:to|for)\s+(?:you|them|us)|(?:by|in|at|on|for|to|from)\s+what\s+(?:sense|sign|signs|way|ways|respect|point|end|purpose|evidence|grounds)|(?:what|how|where|for\s+the\s+sake\s+of\s+what)|(?:under|in)\s+(?:what|which)\s+(?:circumstances|conditions)(?:,[^,?]{1,30})?|for\s+whose\s+(?:sake|benefit)|in\s+whose\s+(?:eyes|view)|(?:for|of|to|than|by|from|with|is|in)\s+what(?:\s+(?:sense|way|respect))?,(?!\s+(?:exactly|precisely|then)\b)[^,?]{1,40})\s*\?+\s*\Z"
)
"""``To you, a good site is what?``: the question word stays where the answer will stand."""
_FREE_RELATIVE = late(r"\s+(?:it|they|this|that|these|those|he|she)\s")
_GAP_HERE = late(r"(\s(?:on|in|to|from|with|by|at|for)\s)\s*\w+(?:\s+\w+){0,2}(?:,|\W*\Z)")
_JOINED_HERE = late(r"\W+(?:and|or|but)\b")
_INVERTED = late(rf"\s+(?:else\s+)?{AUX}")
_OR_NOT = late(
    r"\W*or\s+(?:(?:might|could|may)\s+(?:there|it|they)(?:\s+have)?\s+(?:be|been)\W*\Z|is\s+there\s+(?:nothing|nobody|none)\b|\w+n't\s+\w+|(?:\w+\s+){2,3}(?:not|already|fine|enough)\b)"
)
"""``…, or doesn't it?``, ``or is it fine as it is?``: the answer may be that there is none."""
_SAID_ANEW = late(r"[,–—]\s*(?:i\s+mean|or\s+rather|(?:or\s+)?let\s+me\s+(?:say|put|ask)\s[^,;:?]{1,40})\s*\Z")
"""``Why five o'clock, I mean, what's behind it?``: the second question takes the place of the first."""
_TOLD_BETWEEN = late(
    rf"who\s+{AUX}[^,?]{{2,60}},\s+(?:and\s+why\W*\Z|(?!and\b|or\b|but\b|{WH}))|who\s+(?:are|were)\s+(?!involved\b|needed\b|affected\b)\w+(?:ed|en)\s+\w"
)
"""``freelancers, who are a third of you, …``: the sentence goes on after the comma."""
_OF_THEM = late(r"what\s+(?:would|might)\s+(?:it|they)\s+(?:have\s+)?\w+\W*\Z")
"""``Who would miss the goal, and what would they miss?``: it asks on after those that the question looks for."""
_SUBJECT_NEXT_OF_ANY = late(rf"\s+(?:\w+\s+)?{AUX}\s+{_NAMED}\b")
_SUBJECT_NEXT = late(rf"\s+(?!(?:is|are|was|were)\b){AUX}\s+{_SUBJECT}\b")
_LEFT_OPEN = late(
    rf",(?!\s+if\s+(?:at\s+all|any\w*|ever),\s+{AUX}\s+{_SUBJECT}\b)|\s+(?:not|against|(?:(?:lose|gain|win|miss)s?|lost|gained)|keep|drop)\b|\s+to\s+\w+\W*\Z|(?<!why)\s+(?:\w+er|more|less)(?:,|\W*\Z)|(?:\s+{AUX}\s+(?:count|speak|tell|argue))?\s+(?:for|against)(?:\s+(?:it|them|that|this))?(?:,[^,?]{{1,40}})?\W*\Z|\s+\w+\s+instead\W*\Z"
    # the other side of the same: "and what does it make harder", "and what might they lose"
    rf"|\s+(?:would|might|could|does|do)\s+(?:(?:it|that|this|they|we|you)\s+)?(?:(?:make|become)\s+(?:it\s+)?(?:harder|easier)|lose|gain|rule\s+out|mislead)(?:\s+(?:you|them|by\s+it))?(?:,|\W*\Z)"
    rf"|\s+(?:after|before)\s+(?:it|that|them)\W*\Z|(?:\s+\w+)?\s+(?:\w+n't|cannot)(?:\s+(?:it|they|you|we|that))?\W*\Z|(?:\s+\w+)?\s+{AUX}\s+(?:(?:it|they|you|we)\s+)?not(?:\s+\w+){{0,2}}(?:\W*\Z|,)"
)
"""After ``and how``, ``and what``: the rest is that of the question before."""
_THIS = r"(?:it|that|this|these|those|them)"
_WHY_TAIL = (
    # of what was named: "and why that one", "and why there", "and why is that"
    r"why(?:'s\s+that|\s+(?:so|not|that\s+much|is\s+that|(?:(?:that|this|these|those)(?:\s+\w+){0,2}|them|it|then|there|now|you|they|theirs|him|her)(?:\s+(?:of\s+all|rather\s+than)\s+\w+)?"
    r"|(?:might|could|should)\s+that\s+be|(?:by|to|for|in|on|at|from|with)\s+(?:this|that|these|those|them|him|her|it)(?:\s+\w+)?"
    r"|(?:would|do|does|is|are|was|were|did)\s+(?:it|they|that|this|he|she)(?:\s+one)?(?:\s+matter\w*)?"
    # how the answer came to mind, or fits: "and why have they come to mind", "and why would she be the right one"
    r"|(?:has|have|had|did|do|does|would|might|could|should)\s+(?:it|they|that|this|he|she|these|those)\s+(?:(?:be|been)\s+(?:the|a)\s+\w+(?:\s+\w+)?"
    r"|(?:come|came|spring|sprung)\s+(?:to\s+(?:\w+\s+)?mind|first)|stand\s+out|(?:strike|struck)\s+you|count|weigh\w*(?:\s+\w+)?)"
    # as one thinks: "and why, do you think", "and why do you think they did"
    r"|do\s+you\s+(?:think(?:\s+\w+){0,3}|(?:say|feel|believe)\s+so|(?:read|see|judge|rank)\s+(?:it|that|this|them)(?:\s+(?:so|there|first|that\s+way))?)|(?:do\s+|d')you\s+(?:think|suppose|believe|feel)\s+(?:\w+\s+){0,2}\w+)"
    r"|,\s+do\s+you\s+think)?"
)
_HOW_TAIL = r"how(?:\s+(?:so|come(?:\s+(?:so|then|there|they|them|him|her|it|(?:that|this|those|these)(?:\s+\w+)?))?)|\s+(?:can|could|do|does|did|would)\s+(?:you|we|one|the\s+team)\s+(?:know|tell|figure|reckon)(?:\s+(?:so|that|this))?|\s+did\s+you\s+come\s+to\s+(?:see|think|believe|feel)\s+(?:so|it\s+(?:so|that\s+way))|\s+does\s+(?:it|that)\s+show)?"
_GROUNDS_TAIL = (
    r"(?:for|on|in|to|with)\s+what|(?:for|on|in|to|with|by|of|from|at|through)\s+(?:what|which)"
    r"\s+(?:reasons?|evidence|grounds|basis|ways?|sense|end|purpose|respects?|regard|kind|sort|signs?|effect|price|principles?)(?:\s+do\s+you\s+(?:say|think|believe)\s+(?:so|that|it))?|of\s+what"
    r"|(?:what|which)\s+(?:kind|sort|type)s?(?:\s+of\s+\w+)?"
    r"|what(?:'s|\s+is|\s+are|\s+was)\s+(?:your|the)\s+(?:reasons?|reasoning|thinking|grounds|evidence|draw|appeal|attraction|pull|basis|rationale|cause)"
    rf"|on\s+what\s+(?:is|was)\s+{_THIS}\s+(?:based|founded|built)|what\s+are\s+you\s+going\s+on|what(?=\W*\Z)"
    rf"|what\s+difference\s+(?:does|do|would|did|will)\s+(?:{_THIS}|they)\s+make"
    rf"|what\s+(?:(?:would|might|could|may)\s+)?(?:shapes?|drives?|explains?|causes?|decides?|accounts?\s+for)\s+{_THIS}|what(?:'s|\s+is)\s+{_THIS}\s+(?:down\s+to|(?:based|built)\s+on)|what(?:'s|\s+is)\s+behind\s+{_THIS}(?:\s+\w+)?|what\s+for"
    rf"|what\s+(?:is|are)\s+(?:that|this|the)\s+\w+\s+(?:based|built|founded|resting)\s+on|where\s+do\s+you\s+see\s+{_THIS}"
    rf"|(?:on\s+)?what\s+do(?:es)?\s+(?:you\s+(?:go\s+by|(?:base|rest)\s+{_THIS}(?:\s+on)?)|{_THIS}\s+rest\s+on)(?:\s+in\s+saying\s+so)?"
)
_MAKES_TAIL = (
    # of the one who answers: "and what makes you say so", "and what gives you that impression", "and what draws you there"
    r"what\s+(?:makes\s+you(?:\s+\w+(?:\s+the\s+\w+)?\s+(?:so|that|there|it|them)|\s+(?:so\s+)?(?:sure|certain|confident)(?:\s+(?:of|in|about)\s+(?:it|that|this))?)?"
    rf"|made\s+you\s+(?:pick|choose|single\s+out|settle\s+on|go\s+for|say|think|see)\s+(?:{_THIS}|so)(?:\s+\w+)?|(?:keeps|kept|puts?)\s+{_THIS}\s+(?:so|alive|there|that\s+way)"
    rf"|(?:tells|shows)\s+you|(?:tells|told|shows|showed|gives|gave|leads|led|draws|drew|brings|brought|points|pointed)\s+you\s+(?:(?:to|towards)\s+)?(?:so|there|{_THIS}(?:\s+\w+)?)"
    # of the answer: "and what makes it that part", "and what speaks for it", "and what decided it"
    rf"|ma(?:k|d)es?\s+{_THIS}\s+(?:(?:that|this|the|such\s+an?)\s+\w+(?:\s+\w+)?(?:\s+for\s+\w+)?|\w+(?:\s+(?:part|one|way|sort|kind|type|group))?|worth\s+(?:the\s+|its\s+)?\w+)|(?:speaks|spoke)\s+(?:for|against)\s+{_THIS}(?:\s+\w+)?|(?:decides|decided|settled)\s+{_THIS}(?:\s+for\s+you)?)"
)
_REASON_TAIL = late(
    rf"(?:[,;—–]\s*|\s)(?:and|but)\s+(?:{_WHY_TAIL}|{_HOW_TAIL}|{_GROUNDS_TAIL}|{_MAKES_TAIL})(?:,\s+if\s+[^,?]{{1,80}})?\s*(?:[?.!]+\s*)?\Z"
)
"""A tail too short to ask anything of its own: it wants the grounds of the answer before it."""


def read(text: str) -> Reading:
    """Find the clauses that ask in ``text``.

    Args:
        text: one question as it came, at most a few thousand characters.

    Returns:
        The reading. Offsets in it are offsets of ``text``.
    """
    plain = _plain(text)
    masked = _masked(plain, text)
    sentences = _sentences(masked)
    return Reading(text, plain, masked, sentences, _clauses(masked, sentences))


def tokens_and_traits(reading: Reading) -> tuple[list[str], list[str]]:
    """Return what the sieve is told of a text.

    Returns:
        What stands between its blanks (with an aside, and without it, since then others are neighbours), and as pieces
        what it is like: the form of each clause, the word that opens it, and traits.
    """
    plain, masked, clauses, sentences = reading.plain, reading.masked, reading.clauses, reading.sentences
    tokens = plain.split()
    found: list[str] = []
    for clause in clauses:
        first, _, _ = clause.opener.partition("'")
        found += (piece(clause.form), f"{OPENS} {first}")
    if len(clauses) > 1:
        found.append(piece(Trait.SEVERAL_CLAUSES))
    if sentences[-1].start >= clauses[-1].end:
        found.append(piece(Trait.TRAILING))
    if len(sentences) > 2 or (len(tokens) > _RUN_UP and len(masked[: clauses[0].start].split()) > _RUN_UP):
        found.append(piece(Trait.RUN_UP))
    if len(tokens) + 2 * masked.count("xxxx") > _MANY_WORDS:
        found.append(piece(Trait.MANY_WORDS))
    if clauses[0].wrapped:
        found.append(piece(Trait.WRAPPED))
    return tokens + masked.split() if "(" in plain or "[" in plain else tokens, found


def has_reason_tail(reading: Reading, clause: Clause) -> bool:
    """Whether the clause ends in a short ``and why?``, which asks for the grounds of its own answer."""
    masked, start, end = reading.masked, clause.start, clause.end
    if masked.find("and", start, end) < 0 and masked.find("but", start, end) < 0:
        return False
    return _REASON_TAIL().search(masked, start, end) is not None


def _plain(text: str) -> str:
    lowered = text.lower()
    if len(lowered) != len(text):  # a few letters, such as the dotted capital I, grow when lowered
        lowered = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    return lowered if lowered.isascii() and "`" not in lowered else lowered.translate(_PLAIN)


def _masked(plain: str, text: str) -> str:
    masked = plain
    if masked.count('"') > 1 or masked.count("'") > 1:
        if _WRAPPED_IN_QUOTES().match(masked):
            masked = masked.replace('"', " ")
        masked = _QUOTED().sub(lambda found: _noun(found, text), masked)
    if "(" in masked or "[" in masked:
        masked = _ASIDE().sub(lambda found: " " * len(found[0]), masked)
    return masked


def _noun(quotation: re.Match[str], text: str) -> str:
    """A quotation as a noun of x's; its last mark stays a full stop where a capital letter begins a sentence after it."""
    size = len(quotation[0])
    ends = quotation[0][-2] in ".?!" and _CAPITAL_NEXT().match(text, quotation.end())
    return "x" * (size - 1) + "." if ends else "x" * size


def _sentences(masked: str) -> tuple[Sentence, ...]:
    found, start = [], 0
    for stop in _STOP.finditer(masked):
        marks, (at, end) = stop[0], stop.span()
        if marks == "." and _abbreviated(masked, start, at):
            continue
        said = masked[start:at].strip()
        if said and not said.isdigit():
            found.append(Sentence(start, end, "?" if "?" in marks else marks[0]))
            start = end
    if masked[start:].strip(" \t\r\n.?!…") or start == 0:
        found.append(Sentence(start, len(masked), ""))
    return tuple(found)


def _abbreviated(masked: str, start: int, at: int) -> bool:
    """Whether the full stop at ``at`` ends a short form; ``no.`` is one before a number only."""
    found = _ABBREVIATION().search(masked, max(start, at - 8), at)
    return found is not None and (found[0] != "no" or masked[at + 2 : at + 3].isdigit())


def _clauses(masked: str, sentences: tuple[Sentence, ...]) -> tuple[Clause, ...]:
    found = [_clause(masked, sentence) for sentence in sentences]
    asking: list[Clause] = []
    for clause, sentence in zip(found, sentences, strict=True):
        asks = clause.form in _ASKING and (sentence.mark != "." or _asks_unmarked(clause, found, sentences))
        if asks and not _asked_before(masked, sentence):
            asking += _parted(masked, clause)
    return tuple(asking or found[-1:])


def _asked_before(masked: str, sentence: Sentence) -> bool:
    """Whether the next sentence tells that somebody else asked this one: ``Why bother? You asked that.`` does."""
    return sentence.end < len(masked) and _ASKED_BEFORE().match(masked, sentence.end) is not None


def _asks_unmarked(clause: Clause, found: list[Clause], sentences: tuple[Sentence, ...]) -> bool:
    """Whether a sentence that ends in a full stop asks: not ``Don't hunt for the answer.`` before one with a mark."""
    if clause.form is Form.WH:
        return len(found) == 1 or all(other.form in (Form.WH, Form.STATEMENT) for other in found)
    if clause.form is Form.INVITE and clause.opener.partition("'")[0] in ("i", "we") and len(found) > 1:
        return False  # "I was wondering about the visits." leads up to the question
    return clause.wrapped or clause.form is not Form.POLAR or not any(sentence.mark == "?" for sentence in sentences)


def _clause(masked: str, sentence: Sentence) -> Clause:
    start, end = _skip_filler(masked, sentence.start, sentence.end), sentence.end
    if _is_tag(masked, start, end):
        return Clause(start, end, Form.TAG, _word(masked, start), Span(start, start))
    told = ("asked" in masked or "wondered" in masked) and _ASKED_ALREADY().match(masked, start, end)
    return (
        (None if told else _asked_at(masked, start, start, end))
        or _after_preface(masked, start, sentence)
        or _not_asking(masked, start, sentence)
    )


def _skip_filler(masked: str, start: int, end: int) -> int:
    while (filler := _FILLER.match(masked, start, end)) and filler.end() < end:
        start = filler.end()
    return start


def _is_tag(masked: str, start: int, end: int) -> bool:
    if not masked[start:end].rstrip().rstrip("?").rstrip().endswith(_TAG_ENDS):
        return False
    tag = _TAG().search(masked, start, end)
    if tag is None or tag.start() - start < 4:
        return False
    aside = masked[tag.start()] == " " or masked.endswith((", if any", ", if anything"), start, tag.start())
    return not aside or not (_WH_HERE.match(masked, start) or _AUX_HERE().match(masked, start))


def _asked_at(masked: str, origin: int, start: int, end: int) -> Clause | None:
    """The clause that begins asking exactly at ``start``; None where nothing asks there."""
    asks = _ASKS_HERE.match(masked, start, end)
    if asks is None:
        return None
    preface = Span(origin, start)
    if asks.lastgroup == "wh":
        if _states(masked, start, end) or (
            _SUBORDINATE.match(masked, start, end) and _has_later_ask(masked, start, end)
        ):
            return None
        return Clause(start, end, Form.WH, asks["opener"], preface)
    if asks.lastgroup == "polar":
        before = _MAYBE_CONDITION().match(masked, start, end) and _has_question_after(masked, start, end)
        before = before or (_UNSURE().match(masked, start, end) is not None)
        return None if before else Clause(start, end, Form.POLAR, asks["opener"], preface)
    return _unwrapped(masked, preface, end)


def _states(masked: str, start: int, end: int) -> bool:
    """Whether a question word opens a cry (``what a quarter``), a heading (``how we measure it``) or half a statement."""
    if _EXCLAIMED.match(masked, start, end):
        return True
    said = masked[start:end]
    if "?" in said or _WHY_THIS().match(masked, start, end):
        return False
    return _UNINVERTED().match(masked, start, end) is not None or (
        said.rstrip().endswith((".", "!")) and _STATED().match(masked, start, end) is not None
    )


def _unwrapped(masked: str, preface: Span, end: int) -> Clause:
    """Look inside a wrapper: ``tell us what …`` is a what-question, ``tell us if …`` a yes/no one."""
    start = preface.end
    inner = _INNER().search(masked, start + 3, min(end, start + 90))
    if inner is None or masked[start : inner.start()].rstrip().endswith(
        (" about", " on", " of", " through", " weeks in")
    ):
        return Clause(start, end, Form.INVITE, _word(masked, start), preface, wrapped=True)
    if inner["polar"] and _INDIRECT_OR_TELL().search(masked, start, inner.start()):
        return Clause(start, end, Form.EMBEDDED_POLAR, _word(masked, start), preface, wrapped=True)
    if inner["aux"] and masked[: inner.start()].rstrip().endswith((",", ":", "wonder", "wondering", "curious")):
        return Clause(inner.start(), end, Form.POLAR, _word(masked, inner.start()), preface, wrapped=True)
    if inner["wh"] and _INDIRECT_OR_TELL().search(masked, start, inner.start()):
        return Clause(inner.start(), end, Form.WH, _word(masked, inner.start()), preface, wrapped=True)
    return Clause(start, end, Form.INVITE, _word(masked, start), preface, wrapped=True)


_INDIRECT_OR_TELL = late(
    r"(?:us|me|you|say|share|describe|explain|understand|see|know|hear|learn|ask|wonder(?:ing)?|curious"
    r"|interested|room"
    r"|everyone|more|bit|please|recall|saying|sharing|telling|describing|explaining),?\s*\Z"
)


def _has_question_after(masked: str, start: int, end: int) -> bool:
    """Whether a question word with its verb before its subject follows a comma, colon or dash."""
    return any(
        _WH_HERE.match(masked, hit.end()) and not _REASON_TAIL().match(masked, hit.start(), end)
        for hit in _AFTER_PREFACE.finditer(masked, start, end)
        if not masked.startswith(("and ", "or ", "but ", "which you", "which we", "which is", "who "), hit.end())
        and not _JOINED_HERE().match(masked, hit.start())
    )


def _has_later_ask(masked: str, start: int, end: int) -> bool:
    return _uncommaed(masked, start, end) is not None or any(
        _WH_HERE.match(masked, hit.end()) or _AUX_HERE().match(masked, hit.end())
        for hit in _AFTER_PREFACE.finditer(masked, start, end)
    )


def _uncommaed(masked: str, start: int, end: int) -> re.Match[str] | None:
    """What is asked after ``when the pilot ends``, where the comma was left out."""
    if not _WHEN_HERE().match(masked, start, end):
        return None
    return _INVERTED_LATER().search(masked, start, end)


def _unmarked(masked: str, start: int, end: int) -> re.Match[str] | None:
    """What is asked where both the comma before it and the mark at the end were left out."""
    found = _UNMARKED().search(masked, start, end)
    return found or (_WHAT_LATER().search(masked, start, end) if _WHEN_HERE().match(masked, start, end) else None)


def _after_preface(masked: str, start: int, sentence: Sentence) -> Clause | None:
    """The first clause that asks after a comma, colon or dash; failing that, a plain ``what is`` inside."""
    before = start + masked.startswith("-", start)  # a dash that opens a sentence parts nothing from it
    for hit in _AFTER_PREFACE.finditer(masked, before, sentence.end):
        if _RELATIVE().match(masked, hit.end(), sentence.end):
            continue  # it tells more of what stands before
        if sentence.mark != "?" and _REASON_TAIL().match(masked, hit.start(), sentence.end):
            continue  # "who we bake for, and why."
        if clause := _asked_at(masked, start, hit.end(), sentence.end):
            if sentence.mark == "?":
                if (
                    clause.form is Form.POLAR
                    and _BECAUSE().match(masked, start)
                    and _has_question_after(masked, clause.start, sentence.end)
                ):
                    continue  # "since the ferry, as you say, is late, how …"
                return clause
            told = (
                sentence.mark in (".", "!") and masked[hit.start()] != ":" and _TELLS_MORE().match(masked, clause.start)
            )
            if told or clause.form is Form.POLAR:
                break
            return clause
    if sentence.mark == "?":
        bare = _NO_COMMA().search(masked, start, sentence.end) or _uncommaed(masked, start, sentence.end)
    else:
        bare = None if sentence.mark else _unmarked(masked, start, sentence.end)
    if bare is None:
        return None
    form = Form.WH if _WH_HERE.match(masked, bare.start()) else Form.POLAR
    return Clause(bare.start(), sentence.end, form, _word(masked, bare.start()), Span(start, bare.start()))


def _not_asking(masked: str, start: int, sentence: Sentence) -> Clause:
    if sentence.mark == "?" and (
        _LAST_ASKS().search(masked, start, sentence.end) or _WHAT_IF_HERE().match(masked, start, sentence.end)
    ):
        return Clause(start, sentence.end, Form.WH, _word(masked, start), Span(start, start))
    words = masked[start : sentence.end].split()
    if _COMMAND_HERE().match(masked, start, sentence.end) and sentence.mark != "?" and len(words) > 1:
        form = Form.COMMAND
    else:
        short = len(words) < 3 or (len(words) == 3 and not _SUBJECT_HERE().match(masked, start))
        form = Form.FRAGMENT if short or masked.startswith("any", start) else Form.STATEMENT
    return Clause(start, sentence.end, form, _word(masked, start), Span(start, start))


def _parted(masked: str, clause: Clause) -> list[Clause]:
    """The clause itself, then each further question that is joined to it."""
    joints = _joints(masked, clause)
    if not joints:
        return [clause]
    parts = [clause._replace(end=joints[0])]
    for start, end in pairwise([*joints, clause.end]):
        form = Form.WH if _WH_HERE.match(masked, start) else Form.POLAR
        parts.append(Clause(start, end, form, _word(masked, start), Span(start, start), joined=True))
    return parts


def _joints(masked: str, clause: Clause) -> list[int]:
    start, end = clause.start + 3, clause.end
    if clause.form is Form.TAG or not _MAY_JOIN.search(masked, start, end):
        return []
    return [
        hit.start("next")
        for hit in _JOIN().finditer(masked, start, end)
        if (hit["word"] or not hit["link"].isspace())
        and _joins(masked, clause, hit)
        and not _belongs(masked, clause, hit)
        and not _restates(masked, clause, hit)
        and not _mirrors(masked, clause, hit)
        and not _REASON_TAIL().match(masked, hit.start(), end)
    ]


def _belongs(masked: str, clause: Clause, hit: re.Match[str]) -> bool:
    """Whether what was found is an adverb's verb (``we also had the key``) or ``in what …, and in what …``, a noun shared."""
    if hit["link"].isspace() and hit["word"] and hit["word"].startswith("also"):
        return not _WH_HERE.match(hit["next"])
    before = masked[hit.start() : hit.start("next")].split()
    return hit["next"] in ("what", "which") and before[-1:] == [clause.opener]


def _joins(masked: str, clause: Clause, hit: re.Match[str]) -> bool:
    """Whether the word found begins a question of its own rather than a part of the one before."""
    link, word, following = hit["link"], (hit["word"] or "").strip(), hit["next"]
    inverted = _INVERTED().match(masked, hit.end()) is not None or "'" in following
    is_wh = _WH_HERE.match(following) is not None
    if not word:  # "the figure, which has stood since May": there it tells more of what stands before
        tells = following == "which" or _TOLD_BETWEEN().match(masked, hit.start("next"), clause.end)
        return clause.form is not Form.INVITE and is_wh and inverted and not tells and not _of_what(masked, hit)
    if word in {"as well as", "along with", "including", "plus"}:
        return is_wh
    if not is_wh:
        parted = not link.isspace() or _NAMED_SUBJECT().match(masked, hit.end()) is not None
        open_end = clause.form is Form.WH and _OR_NOT().match(masked, hit.start(), clause.end)
        return parted and not open_end and clause.form in (Form.WH, Form.POLAR) and not link.startswith("/")
    if following == clause.opener and not _INVERTED().match(masked, clause.start + len(following)):
        shared = _GAP_HERE().match(masked, hit.end(), clause.end)
        if shared and shared[1] in masked[clause.start : hit.start()]:
            return False  # "what rests on opinion, and what on evidence": the verb is shared
    free = link.isspace() and _FREE_RELATIVE().match(masked, hit.end())  # "the lease and what it asks of you"
    opening = _WH_HERE.match(masked, clause.start)
    before = masked[opening.end() if opening else clause.start + len(clause.opener) : hit.start()]
    again = re.search(rf"\b{following}\b", before) and not _SUBJECT_NEXT().match(masked, hit.end())
    spanned = link.isspace() and not inverted and _spans(before)
    if free or spanned or not before or again or _LEFT_OPEN().match(masked, hit.end()):
        return False  # "who or what", "how do you tell what stays and what goes": a pair inside one question
    return inverted or following in {"what", "how", "why", "which", "who", "whose"}


def _of_what(masked: str, hit: re.Match[str]) -> bool:
    """Whether a preposition has its noun in what follows: ``…, of what was agreed on the dry days``."""
    led = masked[hit.end("link") : hit.start("next")]
    return bool(led) and hit["next"] in ("what", "who") and not _SUBJECT_NEXT_OF_ANY().match(masked, hit.end())


def _spans(before: str) -> bool:
    """Whether an end is still wanted: ``between the rota and what it asks``."""
    _, between, first = before.rpartition(" between ")
    return bool(between) and " and " not in first


def _mirrors(masked: str, clause: Clause, hit: re.Match[str]) -> bool:
    """Whether two halves weigh one thing, or the second asks on about those whom the first looks for.

    ``what do you gain and what do you lose by …``, ``where do you see … and where do you see …``; ``_OF_THEM``.
    """
    if clause.opener.startswith(("who", "which")) and _OF_THEM().match(masked, hit.start("next"), clause.end):
        return True
    said, then = masked[clause.start : hit.start()].split(), masked[hit.start("next") : clause.end].split()
    if said[:2] == then[:2] and len(then) == 4 and then[2] in ("it", "they"):
        return True
    if said[:3] != then[:3]:
        return False
    return len(said) == 4 or (len(then) > 5 and hit["link"].isspace() and said[3:4] == then[3:4])


def _restates(masked: str, clause: Clause, hit: re.Match[str]) -> bool:
    """Whether what follows takes the place of the question before, or is its other half: ``what can and can't you say``."""
    if clause.opener == "why" and not hit["word"] and not _INVERTED().match(masked, clause.start + len(clause.opener)):
        return True  # "why a second oven, what would it show you"
    if _SAID_ANEW().search(masked, clause.start, hit.start()):
        return True
    said = masked[clause.start : hit.start()].split()
    if not hit["next"].endswith("n't"):
        return False
    return any(
        hit["next"].startswith(word) for word in said[-2:]
    )  # "what can, and what can't", "can you and can't you"


def _word(masked: str, start: int) -> str:
    found = _LETTERS.search(masked, start)
    return found[0] if found else ""
