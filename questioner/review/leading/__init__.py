"""Leading: the words signal the wanted answer, or take for granted what nobody has established.

Every question presupposes something; what counts is licence. A fact stated before the question is one, and so
is a hedge such as "if anything", which lets the team answer "none".
"""

from questioner.review.leading import feelings, granted, wording

RULES = tuple(sorted((*wording.RULES, *feelings.RULES, *granted.RULES), key=lambda rule: rule.code))
"""The rules of leading."""
