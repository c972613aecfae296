"""Advice: the words carry a course of action, a target or a standard that the asker chose.

A question word is no protection: "How could a weekly demo help you?" advises a weekly demo. What tells
advice from a scenario is who brought the action into the room, so these rules look for an action in the
place where a neutral question leaves a gap.
"""

from questioner.review.advice import polar, question_words, said, scenarios, weighed

_ALL = (*said.RULES, *polar.RULES, *scenarios.RULES, *question_words.RULES, *weighed.RULES)

RULES = tuple(sorted(_ALL, key=lambda rule: rule.code))
"""The rules of advice."""
