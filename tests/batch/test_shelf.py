"""The folder of a batch on the disk: names, modes, whole files."""

import os
import stat

import pytest

from questioner.batch.shelf import Shelf

from ..systems import MODES


def modes(path):
    return oct(stat.S_IMODE(path.stat().st_mode))


@MODES
def test_files_are_for_their_owner_alone_whatever_the_umask(tmp_path):
    before = os.umask(0)
    try:
        shelf = Shelf(tmp_path / "out")
        shelf.put("club", "unit-a", [(".md", b"hello")])
    finally:
        os.umask(before)
    assert modes(tmp_path / "out") == modes(tmp_path / "out" / "unit-a") == "0o700"
    assert modes(tmp_path / "out" / "unit-a" / "club.md") == "0o600"


@MODES
def test_a_mode_opens_files_and_folders_alike(tmp_path):
    shelf = Shelf(tmp_path / "out", 0o640)
    shelf.put("club", "", [(".md", b"hello")])
    assert (modes(tmp_path / "out"), modes(tmp_path / "out" / "club.md")) == ("0o750", "0o640")


@MODES
def test_a_folder_that_is_there_keeps_its_mode(tmp_path):
    tmp_path.chmod(0o755)
    Shelf(tmp_path)
    assert modes(tmp_path) == "0o755"


def test_a_sheet_that_cannot_be_written_leaves_the_old_one_whole(tmp_path):
    shelf = Shelf(tmp_path)
    shelf.put("club", "", [(".md", b"old")])

    def broken():
        yield b"new"
        raise OSError

    with pytest.raises(OSError):  # noqa: PT011 - it is the test's own
        shelf.write("club.md", broken())
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("club.md", "old")]


def test_room_is_really_taken_and_given_back(tmp_path):
    shelf = Shelf(tmp_path)
    shelf.keep_room(1 << 20)
    [room] = tmp_path.iterdir()
    assert room.stat().st_blocks * 512 >= 1 << 20
    shelf.give_room()
    assert list(tmp_path.iterdir()) == []


def test_a_shelf_takes_away_the_folders_that_it_made_and_no_others(tmp_path):
    shelf = Shelf(tmp_path / "a" / "b")
    shelf.write("index.html", [b"x"])
    shelf.vanish(["index.html"])
    assert list(tmp_path.iterdir()) == []
    Shelf(tmp_path).vanish([])
    assert tmp_path.is_dir()


def test_a_folder_with_something_in_it_stays(tmp_path):
    shelf = Shelf(tmp_path / "a" / "b")
    shelf.write("sheet.md", [b"x"])
    shelf.vanish(["index.html"])
    assert (tmp_path / "a" / "b" / "sheet.md").is_file()


def test_a_dry_shelf_changes_nothing(tmp_path):
    shelf = Shelf(tmp_path / "out", dry=True)
    assert shelf.put("club", "a", [(".md", b"x")]) == ("a/club.md",)
    shelf.keep_room(10)
    shelf.remove(["x"])
    assert list(tmp_path.iterdir()) == []
