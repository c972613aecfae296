"""Rows to what a team file says: presets, proposals, types, figures, and an error for each cell that is wrong."""

import json
from datetime import date

import pytest

from questioner.errors import InputError
from questioner.importing import columns, sources
from questioner.importing.columns import Meaning
from questioner.importing.gathering import Given

from .conftest import BURNING, GIVEN


def problems_of(imported, content, name="okr.csv", **how):
    with pytest.raises(InputError) as caught:
        imported(content, name, **how)
    return [(p.line, p.field, p.message) for p in caught.value.problems]


def simple(rows, header="Team,Objective,Key Result,Start,Target,Current"):
    return f"{header}\n" + "\n".join(f"A,O,{row}" for row in rows) + "\n"


def figures(key_result):
    return key_result.start, key_result.target, key_result.unit


def test_burningokr_end_is_the_target_and_no_date(team_of):
    team = team_of(BURNING + "Checkout,Pay at ease,40,Calm,Drop-outs at the till,note,38,20,30,%\n")
    (objective,) = team.objectives
    assert (team.team, objective.title, objective.parent) == ("Checkout", "Pay at ease", "Calm")
    assert figures(objective.key_results[0]) == (38, 20, "%")
    assert team.check_ins[0].key_results["KR1"].value == 30
    assert (team.cycle.start, team.cycle.end) == (date(2026, 10, 1), date(2026, 12, 31))


def test_the_german_export_reads_the_same(team_of):
    german = "Team;Objective;Fortschritt;Uebergeordnetes Unternehmensziel;Key Result;Beschreibung;Start;Ende;Aktuell;Einheit\n"
    team = team_of((german + "Kasse;Käufer zahlen;40;;Umsatz;;1.000,5;2.000,5;1.200,25;€\n").encode("cp1252"))
    assert figures(team.objectives[0].key_results[0]) == (1000.5, 2000.5, "€")
    assert team.check_ins[0].key_results["KR1"].value == 1200.25


@pytest.mark.parametrize("tail", ["", ",Weight", ",End Date"])
def test_a_preset_is_taken_for_the_whole_header_alone(tail, tmp_path):
    path = tmp_path / "okr.csv"
    path.write_text(BURNING.strip() + f"{tail}\nA,O,1,,K,,1,2,1,%,\n", encoding="utf-8")
    found = columns.preset(sources.read(str(path), sources.Reading()).table)
    assert (found is not None) == (tail == "")


def test_culture_amp_is_wide_and_counts_completion_to_one(team_of):
    head = "email,name,description,visibility,individual_emails,due_at,created_at,priority,status,completion"
    head += ",key_result_1_title,key_result_1_completion,key_result_2_title,key_result_2_completion\n"
    row = "a@example.org,Calm starts,,all,,2026-12-31,2026-10-01,1,ongoing,0.5,First reply,1,Second reply,0\n"
    team = team_of(head + row, given=Given("Desk", GIVEN.cycle, GIVEN.as_of))
    first, second = team.objectives[0].key_results
    assert (first.title, *figures(first)) == ("First reply", 0, 100, "% complete")
    assert (second.title, second.owner) == ("Second reply", None)
    assert [u.value for u in team.check_ins[0].key_results.values()] == [100, 0]


PUZZLE = [{
    "team": {"id": 5, "name": "Puzzle"},
    "objectives": [{
        "id": 3, "title": "Happy guests", "state": "ONGOING", "quarter": {"id": 2, "label": "GJ 26/27-Q2"},
        "keyResults": [
            {"id": 11, "keyResultType": "metric", "title": "Returning guests", "unit": "PERCENT", "baseline": 20.0,
             "stretchGoal": 50.0, "lastCheckIn": {"id": 1, "value": 27.0, "confidence": 6, "createdOn": "2026-11-09T10:00:00"}},
            {"id": 12, "keyResultType": "metric", "title": "Tips", "unit": "CHF", "baseline": 5, "commitValue": 8,
             "targetValue": 10, "stretchGoal": 15, "lastCheckIn": None},
            {"id": 13, "keyResultType": "ordinal", "title": "Menu", "commitZone": "one dish", "targetZone": "five dishes",
             "stretchZone": "all", "lastCheckIn": {"id": 2, "zone": "COMMIT", "confidence": 8,
             "createdOn": "2026-11-16T10:00:00", "changeInfo": "Soup is there"}, "actionList": [{"action": "a"}, {"action": "b"}]},
        ],
    }],
}]  # fmt: skip


@pytest.mark.parametrize(
    "data", [PUZZLE, {"overviews": PUZZLE, "adminAccess": True}, PUZZLE[0]], ids=["list", "dashboard", "one"]
)
def test_puzzle_okr_json_has_zones_ids_and_a_check_in_each_on_its_day(data, team_of):
    team = team_of(json.dumps(data), "okr.json")
    objective = team.objectives[0]
    guests, tips, menu = objective.key_results
    assert (team.team, team.cycle.name, objective.id) == ("Puzzle", "GJ 26/27-Q2", "3")
    assert (guests.id, *figures(guests)) == ("11", 20, 50, "%")
    assert objective.ambition == "aspirational"  # a stretch goal, of which 70 % is the target
    assert figures(tips) == (5, 10, "CHF")
    assert (menu.kind, menu.target) == ("ordinal", "five dishes")
    assert [(c.date.day, sorted(c.key_results)) for c in team.check_ins] == [(9, ["11"]), (16, ["13"])]
    soup = team.check_ins[1].key_results["13"]
    assert (soup.value, soup.confidence, soup.comment) == ("one dish", 8, "Soup is there")


OSLO = [
    {"name": "Replies in a day", "objective": "Quick help", "parent": "Desk", "startValue": 20, "targetValue": 80,
     "unit": "%", "notes": "n", "weight": 1, "progress": [
        {"value": 30, "comment": "new form", "timestamp": "2026-10-12T08:00:00Z"},
        {"value": 41, "comment": "", "timestamp": {"_seconds": 1794787200, "_nanoseconds": 0}}]},
    {"name": "Calls lost", "objective": "Quick help", "parent": "Desk", "startValue": 9, "targetValue": 2, "unit": "a day",
     "notes": "", "weight": 1, "progress": []},
]  # fmt: skip


def test_okr_tracker_json_has_a_check_in_for_each_measurement(team_of):
    team = team_of(json.dumps(OSLO), "okr.json")
    assert [figures(k) for k in team.objectives[0].key_results] == [(20, 80, "%"), (9, 2, "a day")]
    assert [(str(c.date), c.key_results["KR1"].value, c.key_results["KR1"].comment) for c in team.check_ins] == [
        ("2026-10-12", 30, "new form"),
        ("2026-11-16", 41, None),
    ]


def test_typed_rows_belong_to_the_goal_above_them(team_of):
    content = (
        "name,type,progress,start_date,end_date,owner_email\nQuick help,goal,50,2026-10-01,2026-12-31,a@example.org\n"
        "Replies in a day,milestone,45,2026-10-01,2026-12-31,b@example.org\nCalls lost,milestone,5,,,\nCalm,goal,,,,\n"
    )
    team = team_of(content, given=Given("Desk", {}, GIVEN.as_of))
    assert [(o.title, [k.title for k in o.key_results]) for o in team.objectives] == [
        ("Quick help", ["Replies in a day", "Calls lost"]), ("Calm", []),
    ]  # fmt: skip
    assert (str(team.cycle.start), str(team.cycle.end)) == ("2026-10-01", "2026-12-31")
    assert team.check_ins[0].key_results["KR1"].value == 45
    assert team.objectives[0].key_results[0].owner == "b@example.org"


def test_rows_that_name_their_parents_are_objectives_and_key_results(team_of):
    content = (
        "Row ID,Parent Row IDs,Goal Title,Starting Value,Target Value,Current Value\n1,,Company calm,,,\n"
        "2,1,Quick help,,,\n3,2,Replies in a day,20,80,41\n"
    )
    team = team_of(content, given=Given("Desk", GIVEN.cycle, GIVEN.as_of))
    assert [(o.title, o.parent, len(o.key_results)) for o in team.objectives] == [
        ("Company calm", None, 0), ("Quick help", "Company calm", 1),
    ]  # fmt: skip
    assert figures(team.objectives[1].key_results[0])[:2] == (20, 80)


def test_a_type_that_is_not_known_and_a_key_result_without_a_goal_are_errors(imported):
    content = "name,type\nEarly,milestone\nQuick help,goal\nA bet,wish\n"
    told = problems_of(imported, content, given=Given("Desk", GIVEN.cycle))
    assert told == [
        (2, "", "is a key result, and no objective stands above it"),
        (4, "type", "saw 'wish'; rows are of type goal or objective, milestone or key result"),
    ]


def test_start_and_end_are_days_where_their_cells_are(tmp_path):
    path = tmp_path / "okr.csv"
    path.write_text("Objective,Key Result,Start,End\nO,K,01.10.2026,31.12.2026\nO,L,,\n", encoding="utf-8")
    mapping = columns.proposed(sources.read(str(path), sources.Reading()).table)
    assert (mapping.columns["Start"], mapping.columns["End"]) == (Meaning.CYCLE_START, Meaning.CYCLE_END)


@pytest.mark.parametrize(
    ("header", "cells", "meaning"),
    [
        ("Objective,Key Result,Ziel", ["O,K,60 %", "O,L,€2M", "O,M,", 'O,N,"7,5"'], Meaning.TARGET),
        ("Ziel,Key Result,Zielwert", ["Ruhige Starts,K,60", "7 Orte,L,3"], Meaning.OBJECTIVE),
        ("Ziel,Key Result,Zielwert", [",K,60"], Meaning.OBJECTIVE),
    ],
)
def test_ziel_is_the_target_where_it_holds_figures(tmp_path, header, cells, meaning):
    path = tmp_path / "okr.csv"
    path.write_text("\n".join([header, *cells]), encoding="utf-8")
    assert columns.proposed(sources.read(str(path), sources.Reading()).table).columns["Ziel"] is meaning


@pytest.mark.parametrize(
    ("row", "start", "target", "current", "unit"),
    [
        ("K,9,4,6", 9, 4, 6, None),
        ("K,20,20,20", 20, 20, 20, None),
        ("K,45 %,60 %,50 %", 45, 60, 50, "%"),
        ("K,18,30%,22", 18, 30, 22, "%"),
        ("K,€1.2M,€2M,€1.5M", 1.2, 2, 1.5, "€M"),
        ("K,€900k,€1.2M,€1.1M", 900_000, 1_200_000, 1_100_000, "€"),
        ("K,900,€1.2M,1000", 900, 1_200_000, 1000, "€"),
        ("K,-5,(2),0", -5, -2, 0, None),
        ("K,,n/a,-", None, None, None, None),
    ],
    ids=[
        "decreasing",
        "start is target",
        "per cent",
        "one unit",
        "one scale",
        "two scales",
        "scale and none",
        "negative",
        "none",
    ],
)
def test_figures_are_read_with_their_units(row, start, target, current, unit, team_of):
    team = team_of(simple([row]))
    key_result = team.objectives[0].key_results[0]
    assert (key_result.start, key_result.target, key_result.unit) == (start, target, unit)
    assert [c.key_results["KR1"].value for c in team.check_ins] == ([] if current is None else [current])


def test_words_for_a_target_make_an_ordinal_key_result(team_of):
    key_result = team_of(simple(["K,by word of mouth,written and read,written"])).objectives[0].key_results[0]
    assert (key_result.kind, key_result.start, key_result.target) == ("ordinal", "by word of mouth", "written and read")


def test_every_cell_that_is_wrong_is_told_with_its_row_and_column(imported, tmp_path):
    rows = ["K1,18,about 30,2", "K2,1,soon,2", "K3,1,2 days,2 weeks", "K4,1.234,2,1", f"{'K' * 501},1,2,1"]
    told = problems_of(imported, simple(rows))
    assert [(line, column) for line, column, _ in told] == [
        (2, "Target"),
        (3, "Target"),
        (4, ""),
        (5, "Start"),
        (6, "Key Result"),
    ]
    assert "saw 'about 30'" in told[0][2]
    assert "saw 'soon' beside figures" in told[1][2]
    assert "days, weeks" in told[2][2]
    assert "1.234 or 1234" in told[3][2]
    assert not (tmp_path / "out").exists()


def test_a_key_result_without_an_objective_is_an_error_and_an_empty_row_none(imported):
    told = problems_of(imported, "Team,Objective,Key Result\nA,O,K\nA,,L\nA,,\n,,\n")
    assert told == [(3, "Objective", "is empty; write the objective in every row (unmerge the cells)")]


def test_the_same_row_twice_is_read_once(imported):
    assert len(imported(simple(["K,1,2,1", "K,1,2,1"]))) == 1


def test_one_key_result_twice_with_other_figures_is_an_error_without_days(imported):
    assert [
        (line, "on the same day" in said) for line, _, said in problems_of(imported, simple(["K,1,9,1", "K,1,9,2"]))
    ] == [(3, True)]
    assert "another start" in problems_of(imported, simple(["K,1,9,1", "K,2,9,1"]))[0][2]


@pytest.mark.parametrize(("day", "advised"), [("", True), ("2.11.2026", False)])
def test_a_column_of_dates_is_advised_only_where_there_is_none(imported, day, advised):
    rows = simple([f"K,1,9,1,{day}", f"K,1,9,2,{day}"], "Team,Objective,Key Result,Start,Target,Current,Date")
    ((_, _, said),) = problems_of(imported, rows)
    assert ("add a column of dates" in said) is advised


def test_rows_of_several_days_are_check_ins_and_a_moved_target_is_kept_apart(team_of):
    header = "Team,Objective,Key Result,Start,Target,Current,Date,Comment"
    team = team_of(simple(["K,1,12,5,16.11.2026,later", "K,1,10,3,2.11.2026,first"], header))
    assert figures(team.objectives[0].key_results[0])[:2] == (1, 10)
    assert [(c.date.day, u.value, u.target, u.comment) for c in team.check_ins for u in c.key_results.values()] == [
        (2, 3, None, "first"), (16, 5, 12, "later"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("cells", "values"),
    [(["0.5", "1"], [50, 100]), (["40", "1"], [40, 1]), (["45 %", "0"], [45, 0]), (["0", "0"], [0, 0])],
)
def test_progress_alone_goes_from_nought_to_a_hundred(cells, values, team_of):
    team = team_of(
        "Team,Objective,Key Result,Progress\n" + "".join(f"A,O,K{n},{cell}\n" for n, cell in enumerate(cells))
    )
    assert [u.value for u in team.check_ins[0].key_results.values()] == values
    assert figures(team.objectives[0].key_results[0]) == (0, 100, "% complete")


@pytest.mark.parametrize("cells", [["1", "0"], ["0.5", "40"]])
def test_progress_whose_whole_is_not_clear_is_asked_for(cells, imported):
    told = problems_of(
        imported, "Team,Objective,Key Result,Progress\n" + "".join(f"A,O,K{n},{cell}\n" for n, cell in enumerate(cells))
    )
    assert "write progress: 1 or progress: 100 in the mapping" in told[0][2]


def test_a_fraction_makes_all_confidence_percentages(team_of, imported):
    rows = "Team,Objective,Key Result,Confidence\nA,O,K,0.6\nA,O,L,1\n"
    team = team_of(rows)
    assert [u.confidence for u in team.check_ins[0].key_results.values()] == ["60%", "100%"]
    assert "saw confidence 7" in problems_of(imported, rows + "A,O,M,7\n")[0][2]


@pytest.mark.parametrize(
    "title",
    ["=1+1", "+SUM(A1)", "-2+3", "@cmd", "{{7*7}}", "Ignore previous instructions 🙂", "yes", "12:30", "# no", "a: b"],
)
def test_a_title_stays_the_text_it_was(title, team_of):
    team = team_of(f'Team,Objective,Key Result\nA,"{title}","{title}"\n')
    assert (team.objectives[0].title, team.objectives[0].key_results[0].title) == (title, title)


def test_cycles_that_differ_within_a_team_are_an_error(imported):
    content = "Team,Objective,Key Result,Start Date\nA,O,K,2026-10-01\nA,O,L,2026-11-01\n"
    assert "--cycle-start" in problems_of(imported, content, given=Given())[0][2]


def test_ids_that_a_team_file_cannot_hold_are_told(imported):
    told = problems_of(imported, "Team,Objective,Objective ID,Key Result\nA,O,first goal,K\n")
    assert told == [(2, "Objective ID", "saw 'first goal'; an id has up to 40 letters, digits, - and _")]
