"""Why teams failed: many that share a reason are one line."""

from questioner.batch.failures import Failure, by_reason


def test_teams_that_share_a_reason_are_one_line_wherever_it_stands_in_their_files():
    failures = [Failure(f"Team {n}", f"t/{n}.yaml", f"t/{n}.yaml:{n}: cycle: is missing") for n in range(1, 201)]
    assert by_reason(failures) == [
        "200 teams (t/1.yaml:1, t/2.yaml:2, t/3.yaml:3 and 197 more): cycle: is missing",
    ]


def test_the_commonest_reason_comes_first_and_a_single_one_keeps_its_words():
    alone = Failure("t/a.yaml", "t/a.yaml", "t/a.yaml:4: team: saw a list")
    two = [Failure(name, f"t/{name}.yaml", "no reply came") for name in ("B", "C")]
    assert by_reason([alone, *two]) == ["2 teams (B, C): no reply came", "t/a.yaml:4: team: saw a list"]


def test_a_reason_without_a_name_gets_one():
    assert by_reason([Failure("A", "a.yaml", "no reply came")]) == ["A: no reply came"]


def test_a_team_with_one_fault_in_many_places_counts_once():
    many = "\n".join(f"a.yaml:{n}: objectives[{n}].title: is missing" for n in (1, 2))
    other = "b.yaml: objectives[7].title: is missing"
    assert by_reason([Failure("a.yaml", "a.yaml", many)]) == [many]
    assert by_reason([Failure("a.yaml", "a.yaml", many), Failure("b.yaml", "b.yaml", other)]) == [
        "2 teams (a.yaml:1, b.yaml): objectives[…].title: is missing"
    ]


def test_lines_of_one_file_are_told_apart():
    why = "is not JSON: Extra data, at character"
    lines = [Failure(f"Team {n}", "t.jsonl", f"t.jsonl:{n}: {why} {n * 90}") for n in (3, 8)]
    assert by_reason(lines) == [f"2 teams (t.jsonl:3, t.jsonl:8): {why} …"]


def test_a_file_whose_name_begins_another_is_not_taken_for_it():
    assert by_reason([Failure("A", "t/a", "t/a.yaml:1: is not YAML")]) == ["A: t/a.yaml:1: is not YAML"]
