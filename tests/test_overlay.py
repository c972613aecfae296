"""A user's own templates: copied out, and checked together with the built-in ones."""

import json
import re

import pytest

from questioner import overlay
from questioner.errors import InputError
from questioner.resources import Templates


@pytest.fixture
def remarks(tmp_path):
    """What is said about the built-in templates with one changed: ``remarks(name, lambda text: ...)``."""

    def check(name, change):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(change(Templates().text(name) if name in Templates().names else ""), encoding="utf-8")
        return [(remark.text, remark.error) for remark in overlay.check(Templates(tmp_path))]

    return check


def replaced(pattern, new):
    """A change of the first place where ``pattern`` stands."""

    def change(text):
        changed, places = re.subn(pattern, new, text, count=1)
        assert places == 1
        return changed

    return change


def first_pattern_twice(text):
    blocks = re.split(r"(?m)^(?=\[\[pattern\]\])", text)
    return "".join((*blocks, blocks[1]))


def test_nothing_is_to_be_said_about_the_built_in_templates():
    assert overlay.check(Templates()) == ()


WRONG = {
    "misspelt variable": ("prompt/team.j2", lambda t: t + "{{ as_off }}", "{{ as_off }}"),
    "misspelt field of a team": ("prompt/picture.j2", replaced("team.name", "team.nmae"), "no attribute 'nmae'"),
    "misspelt field of a question": ("prompt/again.j2", replaced("question.why", "question.wy"), "no attribute 'wy'"),
    "misspelt field of a sheet": ("sheets/markdown.j2", lambda t: t + "{{ sheet.opning }}", "no attribute 'opning'"),
    "broken Jinja": ("sheets/text.j2", lambda _: "a\n{% if %}\n", "sheets/text.j2:2: "),
    "template that is not there": ("prompt/team.j2", lambda t: t + "{% include 'no.j2' %}", "no such template"),
    "unknown slot in the bank": (
        "bank/intent.toml",
        replaced(r'(text = ".*?)\{[a-z_]+\}', r"\1{objektive}"),
        "{objektive}",
    ),
    "unknown slot in a fact": ("signals/movement.toml", replaced(r'(fact = ".*?)\{[a-z_]+\}', r"\1{kay}"), "{kay}"),
    "unknown signal": ("bank/outcome.toml", replaced('signal = "', 'signal = "mis'), "no signal called mis"),
    "pattern without words": ("bank/mindset.toml", lambda t: t + '\n[[pattern]]\nid = "x"\n', "x: signal"),
    "pattern twice": ("bank/mindset.toml", first_pattern_twice, "stands in the bank twice"),
    "file of the bank that is no pillar": (
        "bank/zeal.toml",
        lambda _: first_pattern_twice(Templates().text("bank/mindset.toml")),
        "bank/zeal.toml: ",
    ),
    "pillar without words": ("pillars/safety.toml", lambda _: 'title = "Safety"\n', "purpose: is missing"),
    "pillar that is no TOML": ("pillars/safety.toml", lambda _: "title\n", "pillars/safety.toml: is not valid TOML"),
    "session kind missing": ("sessions.toml", replaced(r"\[retro\]", "[retros]"), "sessions.toml: retro: "),
    "session with a wrong field": ("sessions.toml", replaced(r"per = \S+", "per = 0"), "sessions.toml: check-in: "),
    "close without a heading": ("close.toml", lambda _: 'heard = "x"\n', "close.toml: decided: is missing"),
    "briefing without lines": ("briefing.toml", lambda _: "\n", "briefing.toml: line: is missing"),
    "signal without words": ("signals/movement.toml", lambda _: "\n", "lacks its fact, intent or cue"),
    "signal that is no table": ("signals/movement.toml", lambda _: "x = 1\n", "x is no table"),
    "signals that are no TOML": ("signals/movement.toml", lambda _: "x\n", "signals/movement.toml: is not valid TOML"),
}


@pytest.mark.parametrize(("name", "change", "said"), WRONG.values(), ids=WRONG)
def test_a_fault_is_an_error_that_names_what_is_wrong(name, change, said, remarks):
    assert any(said in text and error for text, error in remarks(name, change))


@pytest.mark.parametrize("name", [name for name in overlay.GIVEN if name.startswith("sheets/")])
def test_a_misspelt_field_is_found_in_the_template_of_every_format(name, remarks):
    ((said, error),) = remarks(
        name, lambda text: text + "{{ %s.teeam }}" % ("cuts[0]" if name == "sheets/html.j2" else "sheet")
    )
    assert error
    assert "teeam" in said


def test_a_signal_without_patterns_is_an_error(remarks):
    said = remarks("bank/follow-through.toml", lambda _: "")
    assert said
    assert all(text.startswith("bank: no pattern asks about ") and error for text, error in said)


def test_an_include_of_itself_is_no_endless_loop(remarks):
    itself = "{% if wanted < 0 %}{% include 'prompt/again.j2' %}{% endif %}"
    assert remarks("prompt/again.j2", lambda text: text + itself) == []


def test_a_variable_left_unused_and_a_file_that_replaces_nothing_are_warnings(remarks):
    said = remarks("prompt/picture.j2", lambda _: "{{ team.name }}{{ facts_only }}{{ objectives }}{{ check_in }}")
    assert ("prompt/picture.j2: leaves {{ last_session }} unused", False) in said
    assert ("pillars/zeal.toml: replaces no built-in template, so nothing reads it", False) in remarks(
        "pillars/zeal.toml", lambda _: 'title = "x"\n'
    )


def test_errors_stand_before_warnings(remarks):
    remarks("zeal.toml", lambda _: "")
    said = remarks("close.toml", lambda _: "")
    assert [error for _, error in said] == [True, True, True, False]


def test_what_is_copied_says_nothing_until_the_built_in_template_changes(tmp_path):
    names = dict(overlay.export(tmp_path, ("pillars/", "close")))
    assert len(names) == 6
    assert all(names.values())
    assert overlay.check(Templates(tmp_path)) == ()
    record = tmp_path / overlay.RECORD
    hashes = json.loads(record.read_text(encoding="utf-8"))
    record.write_text(json.dumps(hashes | {"close.toml": "of an older version"}), encoding="utf-8")
    (remark,) = overlay.check(Templates(tmp_path))
    assert remark == overlay.Remark("close.toml: the built-in template has changed since you copied it", error=False)


def test_a_file_that_is_there_is_never_written_over(tmp_path):
    (tmp_path / "close.toml").write_text("mine", encoding="utf-8")
    assert list(overlay.export(tmp_path, ("close.toml",))) == [("close.toml", False)]
    assert (tmp_path / "close.toml").read_text(encoding="utf-8") == "mine"


def test_a_record_that_is_damaged_is_no_obstacle(tmp_path):
    (tmp_path / overlay.RECORD).write_text("[", encoding="utf-8")
    assert list(overlay.export(tmp_path, ("close.toml",))) == [("close.toml", True)]
    assert json.loads((tmp_path / overlay.RECORD).read_text(encoding="utf-8")).keys() == {"close.toml"}


def test_an_export_of_nothing_or_to_nowhere_is_an_input_error(tmp_path):
    with pytest.raises(InputError, match="no built-in template begins so"):
        list(overlay.export(tmp_path, ("zeal",)))
    (tmp_path / "pillars").write_text("a file in the way", encoding="utf-8")
    with pytest.raises(InputError, match="cannot be written"):
        list(overlay.export(tmp_path, ("pillars/",)))
