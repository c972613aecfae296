"""Fields of a team file that are wrong: line, path, what was seen, what to do, and all of it at once."""

import json

import pytest

from questioner.standing import read as read_picture

from .conftest import GOALS, GOOD, HEAD, with_key_result, with_update

KR = "objectives[0].key_results[0]"
UPDATE = "check_ins[0].key_results.KR1"
TWO = GOOD + "  - title: Books come back\n    key_results:\n      - {title: Returns}\n"

WRONG = {
    # what is wrong: (the file, line, field, seen, what to do)
    "unknown at the top": (GOOD + "aims: 1\n", 7, "aims", "not a field", "questioner schema"),
    "unknown in cycle": (GOOD.replace("{start", "{begin: 1, start"), 2, "cycle.begin", "not a field", "schema"),
    "unknown in objective": (GOOD.replace("    key_r", "    goal: x\n    key_r"), 5, "objectives[0].goal", "not a f", "sch"),
    "unknown in key result": (with_key_result("goal: 3"), 6, f"{KR}.goal", "not a field", "schema"),
    "unknown in check-in": (
        GOOD + "check_ins:\n  - {date: 2026-11-02, mood: x}\n", 8, "check_ins[0].mood", "not a field", "schema"),
    "unknown in update": (with_update("mood: 3"), 10, f"{UPDATE}.mood", "not a field", "schema"),
    "unknown in session": (
        GOOD + "sessions:\n  - {date: 2026-11-02, mood: x}\n", 8, "sessions[0].mood", "not a field", "schema"),
    "unknown in commitment": (
        GOOD + "sessions:\n  - {date: 2026-11-02, commitments: [{text: x, when: y}]}\n", 8,
        "sessions[0].commitments[0].when", "not a field", "schema"),
    "no team": (HEAD.split("\n", 1)[1] + GOALS, 1, "team", "is missing", "required"),
    "no cycle end": (GOOD.replace(", end: 2026-12-31", ""), 2, "cycle.end", "is missing", "required"),
    "no objectives": (HEAD, 1, "objectives", "none are there", "phase: assess"),
    "empty title": (GOOD.replace("Visitors find what they came for", '""'), 4, "objectives[0].title", "blank", "write"),
    "blank label": (with_key_result('label: "  "'), 6, f"{KR}.label", "blank", "leave the field out"),
    "title of invisible characters": (
        GOOD.replace("Visitors find what they came for", '"\\u200b"'), 4, "objectives[0].title", "blank", "write"),
    "long title": (GOOD.replace("Visitors", "V" * 501), 4, "objectives[0].title", "longer", "shorten"),
    "title as a list": (GOOD.replace("Visitors find what they came for", "[a]"), 4, "objectives[0].title", "a list", "text"),
    "team as true": (GOOD.replace("Harbour Library", "true"), 1, "team", "saw true", "quotation marks"),
    "cycle as text": (GOOD.replace("{start: 2026-10-01, end: 2026-12-31}", "Q4"), 2, "cycle", "'Q4'", "write fields"),
    "objectives as text": (HEAD + "objectives: grow\n", 3, "objectives", "'grow'", "write a list"),
    "key results as fields": (
        HEAD + "objectives:\n  - title: A\n    key_results: {KR1: {title: B}}\n", 5, "objectives[0].key_results",
        "saw fields", "write a list"),
    "an entry of nothing": (GOOD + "check_ins:\n  -\n", 8, "check_ins[0]", "saw nothing", "write fields"),
    "blockers as text": (with_update("blockers: Legal"), 10, f"{UPDATE}.blockers", "'Legal'", "write a list"),
    "percentage in quotes": (with_key_result('target: "30%"'), 6, f"{KR}.target", "'30%'", 'target: 30 and unit: "%"'),
    "percentage with a blank": (with_key_result("start: 22 %"), 6, f"{KR}.start", "'22 %'", 'start: 22 and unit: "%"'),
    "money": (with_key_result("current: €40k"), 6, f"{KR}.current", "'€40k'", 'current: 40 and unit: "€k"'),
    "thousands": (with_key_result('target: "1,200"'), 6, f"{KR}.target", "'1,200'", "target: 1200, without quotation"),
    "decimal comma": (with_update('value: "22,5"'), 10, f"{UPDATE}.value", "'22,5'", "value: 22.5, without quotation"),
    "word for a number": (with_key_result("target: abc"), 6, f"{KR}.target", "'abc'", "kind: ordinal"),
    "clock for a number": (with_key_result("target: 12:30"), 6, f"{KR}.target", "'12:30'", "write a number, or kind"),
    "underscored number": (with_key_result("target: 1_000"), 6, f"{KR}.target", "'1_000'", "write a number, or kind"),
    "no for a number": (with_key_result("target: no"), 6, f"{KR}.target", "'no'", "write a number"),
    "true for a number": (with_key_result("target: true"), 6, f"{KR}.target", "saw true", "write a number"),
    "list for a number": (with_update("value: [1]"), 10, f"{UPDATE}.value", "a list", "write a number"),
    "not a number": (with_key_result("target: .nan"), 6, f"{KR}.target", "saw nan", "a plain number"),
    "infinity": (with_update("value: -.inf"), 10, f"{UPDATE}.value", "saw -inf", "a plain number"),
    "huge number": (with_key_result(f"target: {'9' * 400}"), 6, f"{KR}.target", "saw inf", "a plain number"),
    "number for an ordinal": (
        with_key_result("kind: ordinal, target: 3"), 6, f"{KR}.target", "number 3", "text for an ordinal"),
    "unknown kind": (with_key_result("kind: vague"), 6, f"{KR}.kind", "'vague'", "'metric', 'ordinal' or 'milestone'"),
    "confidence above ten": (with_key_result("confidence: 11"), 6, f"{KR}.confidence", "saw 11", "0 to 10"),
    "confidence below nought": (with_update("confidence: -1"), 10, f"{UPDATE}.confidence", "saw -1", "0 to 10"),
    "confidence above 100 %": (with_update("confidence: 160%"), 10, f"{UPDATE}.confidence", "'160%'", "60%"),
    "confidence in words": (with_update("confidence: rather"), 10, f"{UPDATE}.confidence", "'rather'", "green, amber"),
    "confidence true": (with_update("confidence: true"), 10, f"{UPDATE}.confidence", "saw true", "0 to 10"),
    "confidence not a number": (with_update("confidence: .nan"), 10, f"{UPDATE}.confidence", "saw nan", "0 to 10"),
    "one score of several": (with_update("scores: [7, much]"), 10, f"{UPDATE}.scores[1]", "'much'", "0 to 10"),
    "score above one": (with_key_result("score: 7"), 6, f"{KR}.score", "saw 7", "less than or equal to 1"),
    "score true": (with_key_result("score: true"), 6, f"{KR}.score", "saw true", "write a number"),
    "people nought": (GOOD + "people: 0\n", 7, "people", "saw 0", "greater than or equal to 1"),
    "people true": (GOOD + "people: true\n", 7, "people", "saw true", "write a number"),
    "cadence in words": (GOOD + "cadence_days: weekly\n", 7, "cadence_days", "'weekly'", "a whole number"),
    "cadence and a half": (GOOD + "cadence_days: 7.5\n", 7, "cadence_days", "saw 7.5", "a whole number"),
    "unknown phase": (GOOD + "phase: storming\n", 7, "phase", "'storming'", "'assess', 'skills' or 'support'"),
    "date as a number": (GOOD.replace("2026-10-01", "20261001"), 2, "cycle.start", "'20261001'", "year-month-day"),
    "date the American way": (GOOD.replace("2026-10-01", "10/01/2026"), 2, "cycle.start", "10/01/2026", "year-month-day"),
    "30 February": (GOOD.replace("2026-10-01", "2026-02-30"), 2, "cycle.start", "2026-02-30", "no such day"),
    "date with a time": (GOOD.replace("2026-10-01", "2026-10-01T09:00"), 2, "cycle.start", "T09:00", "year-month-day"),
    "date in the far future": (GOOD.replace("2026-12-31", "9999-12-31"), 2, "cycle.end", "9999-12-31", "to 2199"),
    "end before start": (GOOD.replace("2026-12-31", "2026-09-30"), 2, "cycle", "end 2026-09-30", "swap"),
    "id with a blank": (with_key_result("id: K 1"), 6, f"{KR}.id", "'K 1'", "without blanks"),
    "objective id twice": (
        HEAD + "objectives:\n  - {id: A, title: B}\n  - {id: A, title: C}\n", 5, "objectives[1].id", "A is there", "differ"),
    "key result id twice": (
        GOOD.replace("{title: V", "{id: K, title: V") + "      - {id: K, title: W}\n", 7,
        "objectives[0].key_results[1].id", "K is there already", "must differ"),
    "ordered id taken": (
        HEAD + "objectives:\n  - {id: O2, title: B}\n  - {title: C}\n", 5, "objectives[1]", "is taken", "of its own"),
    "unknown key result": (with_update("value: 44", "KR9"), 10, "check_ins[0].key_results.KR9", "no key result", "O1.KR1"),
    "ambiguous key result": (
        TWO + "check_ins:\n  - {date: 2026-11-02, key_results: {KR1: {value: 3}}}\n", 11,
        "check_ins[0].key_results.KR1", "O1.KR1 or O2.KR1", "the one that is meant"),
    "unknown key result in check_in": (
        GOOD + "check_in:\n  date: 2026-11-02\n  key_results:\n    KR9: {value: 3}\n", 10, "check_in.key_results.KR9",
        "no key result", "O1.KR1"),
    "text value in check_in": (
        GOOD + "check_in:\n  - date: 2026-11-02\n    key_results:\n      KR1: {value: 3%}\n", 10,
        "check_in[0].key_results.KR1.value", "'3%'", 'value: 3 and unit: "%"'),
    "wrong confidence in check_in": (
        GOOD + "check_in:\n  date: 2026-11-02\n  key_results:\n    KR1: {confidence: 12}\n", 10,
        "check_in.key_results.KR1.confidence", "saw 12", "0 to 10"),
    "both check_in and check_ins": (
        GOOD + "check_in: {date: 2026-11-02}\ncheck_ins: [{date: 2026-11-02}]\n", 1, "", "both there", "keep one"),
    "unknown status of a commitment": (
        GOOD + "sessions:\n  - {date: 2026-11-02, commitments: [{text: x, status: maybe}]}\n", 8,
        "sessions[0].commitments[0].status", "'maybe'", "'open', 'partly'"),
    "a question that is a number": (
        GOOD + "sessions:\n  - {date: 2026-11-02, asked: [3]}\n", 8, "sessions[0].asked[0]", "saw 3", "write"),
    "a date as nothing but a year": (GOOD + "as_of: 2026\n", 7, "as_of", "2026", "year-month-day"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "line", "field", "seen", "remedy"), WRONG.values(), ids=WRONG)
def test_a_wrong_field_is_told_with_line_path_what_was_seen_and_what_to_do(
    text, line, field, seen, remedy, problems_in
):
    (problem,) = problems_in(text)
    assert (problem.line, problem.field) == (line, field)
    assert seen in problem.message
    assert remedy in problem.message


def test_every_problem_of_a_file_shows_at_once_in_the_order_of_the_file(problems_in):
    text = "\n".join(
        [
            "team: Harbour Library",
            "cycle: {start: 2026-10-01, end: 2026-02-30}",
            "goal: x",
            "objectives:",
            '  - title: ""',
            "    key_results:",
            '      - {title: A, target: "30%"}',
            "      - {id: KR1, title: B, confidence: 12}",
            "check_ins:",
            "  - date: yesterday",
            "    key_results: {KR9: {value: true}}",
        ]
    )
    problems = problems_in(text)
    assert [(p.line, p.field) for p in problems] == [
        (2, "cycle.end"),
        (3, "goal"),
        (5, "objectives[0].title"),
        (7, "objectives[0].key_results[0]"),
        (7, "objectives[0].key_results[0].target"),
        (8, "objectives[0].key_results[1].confidence"),
        (10, "check_ins[0].date"),
        (11, "check_ins[0].key_results.KR9.value"),
        (11, "check_ins[0].key_results.KR9"),
    ]


def test_a_flood_of_problems_is_cut_and_counted(problems_in):
    problems = problems_in(GOOD + "".join(f"field{n}: 1\n" for n in range(70)))
    assert len(problems) == 51
    assert problems[-1].message == "and 20 more problems"


@pytest.mark.parametrize(
    ("value", "seen"), [("NaN", "saw nan"), ("Infinity", "saw inf"), ("9" * 400, "saw inf"), ("9" * 5000, "saw inf")]
)
def test_numbers_that_are_none_are_refused_in_json_too(value, seen, problems_in):
    data = {
        "team": "Harbour Library",
        "cycle": {"start": "2026-10-01", "end": "2026-12-31"},
        "objectives": [{"title": "A", "key_results": [{"title": "B", "target": 987}]}],
    }
    problems = problems_in(json.dumps(data, indent=1).replace("987", value), "team.json")
    assert [(p.field, p.line) for p in problems] == [(f"{KR}.target", 13)]
    assert seen in problems[0].message


NULLS = {
    "the top": GOOD + "vision:\nas_of: null\ncheck_ins: ~\nsessions:\npeople: null\n",
    "cycle": GOOD.replace("{start", "{name: null, start"),
    "objective": GOOD.replace("    key_results", "    why:\n    key_results"),
    "key result": GOOD.replace("start: 41", "label: null, start: 41, id: ~, initiatives: null"),
    "tags": GOOD + "tags: {coach: null}\n",
    "check-in": GOOD + "check_ins:\n  - {date: 2026-11-02, notes: null, key_results: null}\n",
    "update": with_update("value: null, blockers: null, scores: ~"),
    "session": GOOD + "sessions:\n  - {date: 2026-11-02, summary: null, commitments: [{text: x, due: null}]}\n",
    "check_in": GOOD + "check_in:\n",
    "both check_in and check_ins": GOOD + "check_in:\ncheck_ins:\n",
}


@pytest.mark.parametrize("text", NULLS.values(), ids=NULLS)
def test_null_is_the_same_as_absent_at_every_level(text, team_in):
    def without_null(lines):
        return json.loads(json.dumps(lines), object_hook=lambda d: {k: v for k, v in d.items() if v is not None})

    team = team_in(text)
    assert type(team).model_validate(without_null(team.model_dump(mode="json"))) == team
    assert (team.vision, team.people, team.tags) == (None, None, {})


def test_an_update_of_nothing_is_no_update(team_in):
    team = team_in(GOOD + "check_ins:\n  - {date: 2026-11-02, key_results: {KR1: null}}\n")
    assert team.check_ins[0].key_results == {}


def test_ids_are_given_in_order_where_they_are_absent(team_in):
    team = team_in(
        HEAD + "objectives:\n  - {title: A}\n  - {id: Home, title: B, key_results: [{title: C}, {title: D}]}\n"
    )
    assert [o.id for o in team.objectives] == ["O1", "Home"]
    assert set(team.references()) == {"KR1", "KR2", "Home.KR1", "Home.KR2"}


def test_a_full_name_settles_which_key_result_is_meant(team_in):
    team = team_in(TWO + "check_ins:\n  - {date: 2026-11-02, key_results: {O2.KR1: {value: 3}}}\n")
    assert team.references()["O2.KR1"] == ("O2", "KR1")
    assert "KR1" not in team.references()


def test_check_in_is_read_as_a_mapping_and_as_a_list_of_one(team_in):
    body = "{date: 2026-11-02, key_results: {KR1: {value: 44}}}"
    both = [team_in(f"{GOOD}check_in: {text}\n") for text in (body, f"[{body}]")]
    assert both[0] == both[1]
    assert both[0].check_ins[0].key_results["KR1"].value == 44


def test_a_number_or_a_word_of_old_yaml_is_a_name_as_it_stands(team_in):
    for name in ("42", "yes", "no", "on", "off", "12:30", "1_000", "0x1F", "007", "2026-10-01", "1e5x"):
        assert team_in(GOOD.replace("Harbour Library", name)).team == name


def test_words_of_old_yaml_stay_text_in_keys_and_in_free_text(team_in):
    team = team_in(GOOD + "tags: {on: off, 12: 1_000}\n" + "vision: no\n")
    assert (team.tags, team.vision) == ({"on": "off", "12": "1_000"}, "no")


@pytest.mark.parametrize(
    ("written", "read"),
    [("6", 6.0), ("0.6", 0.6), ("60%", "60%"), ('"60 %"', "60%"), ("Green", "green"), ("0", 0.0), ("10", 10.0)],
)
def test_every_way_to_write_confidence_is_read(written, read, team_in):
    assert team_in(with_update(f"confidence: {written}")).check_ins[0].key_results["KR1"].confidence == read


def test_a_question_that_was_asked_may_be_text_or_fields(team_in):
    team = team_in(GOOD + "sessions:\n  - {date: 2026-11-02, asked: [What else?, {text: What now?, landed: true}]}\n")
    assert [(a.text, a.landed) for a in team.sessions[0].asked] == [("What else?", None), ("What now?", True)]


def warnings_of(team, as_of="2026-11-16"):
    from datetime import date

    return read_picture(team, date.fromisoformat(as_of)).warnings


def test_a_target_equal_to_its_start_is_a_warning_and_no_error(team_in):
    (warning,) = warnings_of(team_in(with_key_result("start: 5, target: 5")))
    assert "O1.KR1 starts where it is to end" in warning


def test_dates_outside_the_cycle_are_warnings_and_no_errors(team_in):
    early = team_in(GOOD + "check_ins: [{date: 2026-09-02}]\n")
    assert any("outside the cycle" in w and "2026-09-02" in w for w in warnings_of(early))
    assert any("lies outside the cycle" in w for w in warnings_of(team_in(GOOD), "2027-02-01"))
    assert warnings_of(team_in(GOOD)) == ()


def test_a_figure_with_a_comma_inside_braces_is_no_silent_wrong_figure(tmp_path):
    from questioner.errors import InputError
    from questioner.inputs import read_team

    file = tmp_path / "team.yaml"
    file.write_text(
        "team: Harbour Club\ncycle: {start: 2026-01-01, end: 2026-04-01}\nobjectives:\n  - title: A warm welcome\n"
        "    key_results:\n      - {title: Members, start: 900, target: 1,200}\n",
        encoding="utf-8",
    )
    with pytest.raises(InputError, match=r"key_results\[0\]\.200: is not a field"):
        read_team(str(file))
