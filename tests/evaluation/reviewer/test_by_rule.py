"""Each rule beside the rows it fires on, counted by hand."""

from questioner.evaluation.reviewer.by_rule import by_rule
from questioner.review import RULES

from .cases import judged

WARNING = next(rule.code for rule in RULES if rule.severity == "warn")


def of(code, *rows):
    return next(entry for entry in by_rule(rows) if entry["code"] == code)


def test_a_rule_is_right_on_a_row_to_reject_and_wrong_on_one_to_accept():
    found = of(
        "ADV102",
        judged("reject", True, ["advice"], codes=("ADV102", "CLO301")),
        judged("reject", True, ["status"], codes=("ADV102",)),
        judged("accept", True, codes=("ADV102",)),
        judged("accept", False),
    )
    assert (found["fires"], found["right"], found["wrong"], found["own_label"]) == (3, 2, 1, 1)
    assert found["alone"] == {"right": 1, "wrong": 1}
    assert found["share_right"] == 0.6667
    assert found["ci"][0] < 0.6667 < found["ci"][1]


def test_a_rule_that_never_fires_is_unmeasured():
    found = of("ADV102", judged("reject", False, ["advice"]))
    assert (found["fires"], found["share_right"], found["ci"], found["harmful"]) == (0, None, None, False)


def test_a_rule_is_harmful_when_it_is_wrong_more_often_than_right_and_fired_four_times():
    wrong, right = judged("accept", True, codes=("ADV102",)), judged("reject", True, ["advice"], codes=("ADV102",))
    assert of("ADV102", wrong, wrong, wrong, right)["harmful"]
    assert not of("ADV102", wrong, wrong, right, right)["harmful"]
    assert not of("ADV102", wrong, wrong, wrong)["harmful"]


def test_a_rule_that_only_warns_turns_no_question_away():
    found = of(WARNING, *[judged("accept", False, warned=(WARNING,))] * 4)
    assert (found["fires"], found["wrong"], found["severity"], found["harmful"]) == (4, 4, "warn", False)


def test_every_rule_has_its_entry():
    assert [entry["code"] for entry in by_rule(())] == [rule.code for rule in RULES]
