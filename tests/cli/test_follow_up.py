"""``questioner follow-up``: the note between two sessions, as it is sent."""

from .conftest import BEHIND, EXAMPLES

FOLLOW = EXAMPLES / "follow-through.json"


def test_the_note_is_printed_ready_to_be_sent(questioner):
    ran = questioner("follow-up", FOLLOW)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("Subject: ")
    assert [line[:2] for line in ran.out.splitlines() if line[:1].isdigit()] == ["1.", "2.", "3."]
    assert max(map(len, ran.out.splitlines())) <= 80
    assert not any(name in ran.out for name in ("Halina", "Dario", "Perpetua", "Yusuf"))


def test_the_note_goes_to_a_file(questioner, tmp_path):
    path = tmp_path / "note.txt"
    assert questioner("follow-up", FOLLOW, "-o", path).out == ""
    assert path.read_text(encoding="utf-8") == questioner("follow-up", FOLLOW).out


def test_without_a_session_it_ends_in_three(questioner):
    ran = questioner("follow-up", BEHIND)
    assert (ran.code, ran.out) == (3, "")
    assert "no session is on file yet" in ran.err
