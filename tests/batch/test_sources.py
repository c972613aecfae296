"""Where teams come from: files, folders, patterns, lines, standard input."""

import io
import json
import sys

import pytest

from questioner.batch.sources import Sources
from questioner.errors import InputError, UsageError

from ..systems import LINKS

TEAM = b'{"team": "A"}'


@pytest.fixture
def folder(tmp_path):
    for name in ("b.yaml", "a.yml", "c.json", "notes.txt", ".hidden.yaml", "deep/d.yaml", "deep/.e/x.yaml"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True, parents=True)
        path.write_bytes(name.encode())
    return tmp_path


def names(*paths, **options):
    return [source.name for source in Sources([str(path) for path in paths], **options)]


def test_a_folder_gives_its_team_files_by_name(folder):
    assert names(folder) == [str(folder / name) for name in ("a.yml", "b.yaml", "c.json")]


def test_recursive_looks_into_folders_but_not_into_hidden_ones(folder):
    assert names(folder, recursive=True)[-1] == str(folder / "deep" / "d.yaml")
    assert len(names(folder, recursive=True)) == 4


def test_paths_keep_their_order_and_a_file_counts_once(folder):
    assert names(folder / "c.json", folder) == [str(folder / name) for name in ("c.json", "a.yml", "b.yaml")]


def test_a_pattern_that_no_shell_unfolded_is_unfolded(folder):
    assert names(folder / "*.y*ml") == [str(folder / "a.yml"), str(folder / "b.yaml")]


@pytest.mark.parametrize("path", ["*.toml", "empty"])
def test_a_pattern_or_folder_without_team_files_is_told(folder, path):
    (folder / "empty").mkdir()
    with pytest.raises(UsageError, match=r"no file has a name like that|holds no file that ends in"):
        Sources([str(folder / path)])


def test_what_a_batch_wrote_is_not_read_as_teams(folder):
    assert str(folder / "deep" / "d.yaml") not in names(folder, recursive=True, out=folder / "deep")


def test_sheets_do_not_go_where_the_teams_are(folder):
    with pytest.raises(UsageError, match="choose another folder"):
        Sources([str(folder)], out=folder)


@LINKS
def test_a_file_that_cannot_be_read_is_a_team_with_a_problem(tmp_path):
    (tmp_path / "link.yaml").symlink_to(tmp_path / "elsewhere.yaml")
    gone, link = Sources([str(tmp_path / "gone.yaml"), str(tmp_path)])
    assert link.problem == f"{tmp_path / 'link.yaml'}: cannot be read: No such file or directory"
    assert gone.problem == f"{tmp_path / 'gone.yaml'}: cannot be read: No such file or directory"


def test_a_name_that_nothing_has_is_told_before_anything_is_made(tmp_path):
    with pytest.raises(InputError, match=r"gone\.yaml: there is no such file"):
        Sources([str(tmp_path / "gone.yaml")], out=tmp_path / "out")


def test_a_file_of_lines_holds_a_team_a_line(tmp_path):
    path = tmp_path / "teams.jsonl"
    path.write_bytes(TEAM + b"\n\n" + TEAM + b"\nno json\n")
    sources = Sources([str(path)])
    assert sources.count() == 3
    assert [(s.name, s.raw) for s in sources] == [
        (f"{path}:1", TEAM + b"\n"),
        (f"{path}:3", TEAM + b"\n"),
        (f"{path}:4", b"no json\n"),
    ]


def test_a_line_that_is_too_long_is_one_problem_and_the_next_one_is_read(tmp_path, monkeypatch):
    monkeypatch.setattr("questioner.batch.sources.LARGEST", 20)
    path = tmp_path / "teams.jsonl"
    path.write_bytes(b"x" * 90 + b"\n" + TEAM)
    long, short = Sources([str(path)])
    assert (long.raw, short.raw) == (b"", TEAM)
    assert f"{path}:1: is larger than" in long.problem


def test_standard_input_may_be_one_team_or_lines(monkeypatch):
    for text, number in ((TEAM, 1), (TEAM + b"\n" + TEAM, 2), (b"team: A\ncycle: {}\n", 1), (b"{\n}", 1), (b"", 1)):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text)))
        sources = Sources(["-"])
        assert sources.count() == number
        assert b"".join(source.raw for source in sources) == text
        sources.close()


def test_reading_goes_a_line_at_a_time(tmp_path):
    path = tmp_path / "teams.jsonl"
    path.write_text("\n".join(json.dumps({"team": str(n)}) for n in range(100)))
    assert next(iter(Sources([str(path)]))).raw == b'{"team": "0"}\n'
