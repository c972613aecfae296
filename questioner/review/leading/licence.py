"""What licenses a premise, and what else the rules of leading share: the words for a team and for feelings, and the sources."""

import re
from functools import partial

from questioner.review.reading import Clause, Reading
from questioner.review.rules import Rule
from questioner.session import Label, Severity

PEW = "Pew Research Center on the wording of questions; QAS-99, steps 4a and 6"
CLEAN = "Clean language interviewing"
LOFTUS = "Loftus and Palmer 1974"
ATTRIBUTED = r",\saccording\sto\b"
"""Somebody is named whose premise it is: ``…, according to the porters?``."""
TEAM = r"(?:you|we|they|the team|your team|people|everyone|anyone)"
FEELINGS = (
    r"(?:worried|frustrated|excited|disappointed|relieved|proud|anxious|afraid|scared|stressed|upset|angry"
    r"|annoyed|nervous"
    r"|embarrassed|ashamed|happy|pleased|thrilled|overwhelmed|demotivated|discouraged|surprised|concerned"
    r"|tired|fed up|delighted|glad|grateful|thankful|bored|jealous|guilty|resentful|bitter|hopeful|unhappy|uneasy"
    r"|discontent|panicked|hurt|keen|enthusiastic|confused|lost|hesitant|reluctant|defensive|cynical|exhausted"
    r"|impressed|frightened|drained|worn out|sick|overlooked|rattled|shaken|gutted|chuffed|vindicated|alarmed|amazed|appalled|astonished|baffled|bewildered"
    r"|insulted|humiliated|heartened|encouraged|inspired|irritated|infuriated|dismayed|disheartened|dejected|horrified|terrified|tempted|torn|devastated"
    r"|disgusted|intimidated|slighted|snubbed|smug|high-handed)"
)
HEDGE = re.compile(
    r"\bif (?:any|at all)|\bif anything|\bif anywhere|\bor not\b|\bif (?:it|they|you|that|this) (?:(?:did|do|does|has|have)\b|(?:is|are|was|were)(?: \w+)?\W*\Z)"
)


def hedged(reading: Reading, clause: Clause) -> bool:
    """Whether the clause leaves room for the answer "none"."""
    return HEDGE.search(reading.masked, clause.start, clause.end) is not None


rule = partial(Rule, label=Label.LEADING, severity=Severity.REJECT)
"""A rule of leading."""
