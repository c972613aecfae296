"""Where the key comes from, and what a file of a key must be."""

import pytest

from questioner import models
from questioner.errors import InputError
from questioner.models import keys

from ..systems import MODES


@pytest.fixture
def key_file(tmp_path, monkeypatch):
    """Write the file that the environment names."""

    def write(text="sk-fictional-4711\n", mode=0o600):
        path = tmp_path / "key"
        path.write_text(text)
        path.chmod(mode)
        monkeypatch.setenv("OPENAI_API_KEY_FILE", str(path))
        return path

    return write


def test_without_variable_and_file_there_is_none():
    assert (keys.given(), keys.key()) == (False, "")


@pytest.mark.parametrize("mode", [0o600, 0o400])
def test_the_key_is_read_from_a_file_of_ones_own_without_its_line_break(mode, key_file):
    key_file(mode=mode)
    assert (keys.given(), keys.key()) == (True, "sk-fictional-4711")


def test_the_key_of_the_environment_comes_first(key_file, monkeypatch):
    key_file()
    monkeypatch.setenv("OPENAI_API_KEY", "sk-other")
    assert keys.key() == "sk-other"


def test_the_file_of_the_environment_comes_before_that_of_the_settings(key_file, tmp_path):
    key_file()
    token = keys.of_settings.set(tmp_path / "nothing")
    try:
        assert keys.key() == "sk-fictional-4711"
    finally:
        keys.of_settings.reset(token)


@MODES
@pytest.mark.parametrize("mode", [0o640, 0o604, 0o644, 0o620, 0o660, 0o777])
def test_a_file_that_others_can_get_at_is_refused_with_what_to_type(mode, key_file):
    path = key_file(mode=mode)
    with pytest.raises(InputError) as caught:
        keys.key()
    assert f"mode {mode:03o}" in str(caught.value)
    assert f"chmod 600 {path}" in str(caught.value)
    assert "4711" not in str(caught.value)


@MODES
def test_the_mode_of_what_a_link_leads_to_counts(key_file, tmp_path, monkeypatch):
    key_file(mode=0o644)
    (tmp_path / "link").symlink_to(tmp_path / "key")
    monkeypatch.setenv("OPENAI_API_KEY_FILE", str(tmp_path / "link"))
    with pytest.raises(InputError, match="can be read by others"):
        keys.key()


@pytest.mark.parametrize(("raw", "said"), [("", "is empty"), (" \n", "is empty")])
def test_an_empty_file_is_no_key(raw, said, key_file):
    key_file(raw)
    with pytest.raises(InputError, match=said):
        keys.key()


def test_bytes_that_are_no_text_are_not_quoted(key_file):
    path = key_file()
    path.write_bytes(b"\xff\xfesecret")
    with pytest.raises(InputError, match="is no text") as caught:
        keys.key()
    assert "secret" not in str(caught.value)


def test_a_file_that_is_not_there_is_named(monkeypatch, tmp_path):
    monkeypatch.setenv("OPENAI_API_KEY_FILE", str(tmp_path / "gone"))
    with pytest.raises(InputError, match="gone: cannot be read"):
        keys.key()


def test_with_a_file_of_a_key_and_no_name_the_default_is_asked(key_file):
    key_file()
    said = []
    chosen = models.choose(None, None, 30.0, said.append)
    assert chosen is not None
    assert models.DEFAULT in said[0]
