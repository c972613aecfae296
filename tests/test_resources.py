"""Where the bundled words are found, and the user's own laid over them."""

import pytest

from questioner import resources
from questioner.errors import ExitCode, TemplateError
from questioner.resources import Templates, data_folder


@pytest.fixture
def overlay(tmp_path):
    (tmp_path / "pillars").mkdir()
    return tmp_path


def test_templates_are_found_in_a_checkout_and_first_of_all_inside_the_package(tmp_path, monkeypatch):
    beside, inside = tmp_path / "templates", tmp_path / "package" / "_data" / "templates"
    beside.mkdir()
    monkeypatch.setattr(resources, "PACKAGE", tmp_path / "package")
    assert data_folder("templates") == beside
    inside.mkdir(parents=True)
    assert data_folder("templates") == inside


def test_a_broken_installation_says_so(tmp_path, monkeypatch):
    monkeypatch.setattr(resources, "PACKAGE", tmp_path / "package")
    with pytest.raises(TemplateError, match="install questioner again") as caught:
        Templates()
    assert caught.value.exit_code is ExitCode.INPUT


def test_an_own_file_stands_before_the_built_in_one_and_the_rest_stays(overlay):
    (overlay / "close.toml").write_text('heard = "What we took in"\n', encoding="utf-8")
    templates = Templates(overlay)
    assert templates.table("close.toml") == {"heard": "What we took in"}
    assert templates.overlaid == ("close.toml",)
    assert templates.text("sessions.toml") == Templates().text("sessions.toml")


def test_a_folder_lists_built_in_and_own_files_once(overlay):
    for name in ("intent.toml", "zeal.toml", "notes.txt"):
        (overlay / "pillars" / name).write_text("", encoding="utf-8")
    listed = Templates(overlay).folder("pillars")
    assert listed == (*Templates().folder("pillars"), "pillars/zeal.toml")


def test_dotfiles_and_backups_of_editors_are_nobodys_templates(overlay):
    for name in (".close.toml.swp", "close.toml~", ".exported.json"):
        (overlay / name).write_text("x", encoding="utf-8")
    assert Templates(overlay).overlaid == ()


def test_the_hash_follows_every_word_in_effect(overlay):
    built_in = Templates()
    assert Templates(overlay).sha256 == built_in.sha256
    same = overlay / "close.toml"
    same.write_bytes((built_in.bundled / "close.toml").read_bytes())
    assert Templates(overlay).sha256 == built_in.sha256
    same.write_text('heard = "x"\n', encoding="utf-8")
    assert Templates(overlay).sha256 != built_in.sha256


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"heard = \xff", "UTF-8"),
        (b'heard = "x"\nwill =\n', r"not valid TOML.*line 2"),
        (b"a = 1\na = 2\n", "not valid TOML"),
    ],
)
def test_a_table_that_cannot_be_read_names_its_file_and_line(content, said, overlay):
    (overlay / "close.toml").write_bytes(content)
    with pytest.raises(TemplateError, match=said) as caught:
        Templates(overlay).table("close.toml")
    assert str(overlay / "close.toml") in str(caught.value)


def test_an_unknown_template_and_a_folder_that_is_none_are_said_so(tmp_path):
    with pytest.raises(TemplateError, match="no such template"):
        Templates().text("pillars/zeal.toml")
    with pytest.raises(TemplateError, match="is not a folder"):
        Templates(tmp_path / "none")
