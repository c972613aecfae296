"""``questioner rules``: the rules as they tell of themselves."""

import json

import pytest
from click.testing import CliRunner

from questioner.cli import cli
from questioner.errors import UsageError
from questioner.review import RULES
from questioner.review.in_context import IN_CONTEXT

EVERY = (*RULES, *IN_CONTEXT)


def rules(*arguments: str):
    return CliRunner().invoke(cli, ["rules", *arguments], standalone_mode=False)


def test_the_list_holds_every_rule_on_a_line():
    assert [line.split()[0] for line in rules().stdout.splitlines()] == [rule.code for rule in EVERY]


def test_one_rule_is_shown_with_its_reply_test_source_and_sentences():
    told = " ".join(rules("adv102").stdout.split())
    rule = next(rule for rule in RULES if rule.code == "ADV102")
    for part in (rule.message, rule.why, rule.reply_test, rule.source, *rule.rejects, *rule.accepts):
        assert part in told


@pytest.mark.parametrize("rule", IN_CONTEXT, ids=lambda rule: rule.code)
def test_a_rule_that_needs_more_than_the_words_tells_where_it_is_found_and_what_its_sentences_are_held_against(rule):
    told = " ".join(rules(rule.code).stdout.split())
    assert told.startswith(f"{rule.code} {rule.name}")
    assert "Found: " in told
    assert f"Given: {rule.given}" in told


def test_a_family_is_shown_by_its_letters():
    assert {line[:3] for line in rules("STK").stdout.splitlines()} == {"STK"}


def test_the_rules_can_be_had_as_json():
    assert [rule["code"] for rule in json.loads(rules("--format", "json").stdout)] == [rule.code for rule in EVERY]


def test_an_unknown_code_says_how_to_see_them_all():
    with pytest.raises(UsageError, match="questioner rules"):
        CliRunner().invoke(cli, ["rules", "XYZ999"], standalone_mode=False, catch_exceptions=False)
