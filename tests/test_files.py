"""What is said of files that cannot be read or written, and that none is ever there by half."""

import os
import threading

import pytest

from questioner import files


def told(path):
    with pytest.raises(FileNotFoundError) as caught:
        path.read_bytes()
    return str(files.unreadable(path, caught.value))


def test_a_file_that_is_not_there_is_named_with_the_nearest_one_beside_it(tmp_path):
    (tmp_path / "bakery.yaml").touch()
    (tmp_path / "harbour.yaml").touch()
    missing = tmp_path / "bakrey.yaml"
    assert (
        told(missing) == f"{missing}: cannot be read: No such file or directory; did you mean {tmp_path}/bakery.yaml?"
    )


def test_nothing_is_meant_where_nothing_is_near(tmp_path):
    (tmp_path / ".bakrey.yaml.part").touch()
    missing = tmp_path / "bakery.yaml"
    assert told(missing) == f"{missing}: cannot be read: No such file or directory"
    (tmp_path / "oven.yaml").symlink_to(tmp_path / "nowhere")
    assert told(tmp_path / "oven.yaml").endswith("No such file or directory")
    assert told(tmp_path / "gone" / "bakery.yaml").endswith("No such file or directory")


def test_bytes_of_another_encoding_are_called_no_text(tmp_path):
    path = tmp_path / "notes.txt"
    path.write_bytes("Bäckerei".encode("latin-1"))
    with pytest.raises(UnicodeDecodeError) as caught:
        path.read_text("utf-8")
    assert str(files.unreadable(path, caught.value)) == f"{path}: cannot be read: it is not UTF-8 text"


def test_a_file_is_replaced_whole_and_nothing_is_left_beside_it(tmp_path):
    path = tmp_path / "sheet.md"
    path.write_bytes(b"a long earlier sheet")
    files.put(path, [b"new", b" sheet"])
    assert path.read_bytes() == b"new sheet"
    assert list(tmp_path.iterdir()) == [path]


def test_what_stood_there_survives_a_writer_that_breaks_off(tmp_path):
    def pieces():
        yield b"half"
        raise KeyboardInterrupt

    path = tmp_path / "sheet.md"
    path.write_bytes(b"whole")
    with pytest.raises(KeyboardInterrupt):
        files.put(path, pieces())
    assert path.read_bytes() == b"whole"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX's")
def test_a_file_keeps_its_mode_or_gets_the_one_that_is_named(tmp_path):
    path = tmp_path / "sheet.md"
    path.touch(mode=0o640)
    path.chmod(0o640)
    files.put(path, [b"again"])
    assert path.stat().st_mode & 0o777 == 0o640
    files.put(path, [b"mine"], files.PRIVATE)
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_link_is_written_through(tmp_path):
    path, link = tmp_path / "sheet.md", tmp_path / "latest.md"
    path.touch()
    link.symlink_to(path)
    files.put(link, [b"new"])
    assert link.is_symlink()
    assert path.read_bytes() == b"new"


def test_a_folder_is_no_place_for_a_file(tmp_path):
    with pytest.raises(IsADirectoryError) as caught:
        files.put(tmp_path, [b"sheet"])
    assert str(files.unwritable(tmp_path, caught.value)) == f"{tmp_path}: cannot be written: Is a directory"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with a name are POSIX's")
def test_what_is_no_file_is_written_to_and_not_replaced(tmp_path):
    pipe, read = tmp_path / "pipe", []
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()
    files.put(pipe, [b"into ", b"the pipe"])
    reader.join(10)
    assert read == [b"into the pipe"]
    assert pipe.is_fifo()
