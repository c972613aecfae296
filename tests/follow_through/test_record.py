"""What a session left, added to the team file."""

from datetime import date

import pytest
import yaml

from questioner import standing
from questioner.errors import InputError
from questioner.follow_through import record
from questioner.follow_through.record import Followed, WrapUp
from questioner.inputs import read_team
from questioner.team import CommitmentStatus, PastSession

FILE = """\
# our team
team: Harbour Club   # the name
cycle: {start: 2026-01-01, end: 2026-04-11}
objectives:
- title: 'New members feel at home'
sessions:
- date: 2026-02-13
  commitments:
  - {text: call ten members, who: Mina}  # hers
  - text: ask the lenders
    status: open   # still
# the end
"""
SESSION = {
    "date": "2026-02-20",
    "summary": "First.\nSecond.",
    "asked": [
        "What now?",
        {"text": "What else?", "landed": False, "drop": True},
        {"text": "What do we owe?", "by": "team"},
    ],
    "commitments": [{"text": "call: ten", "who": "Mina", "due": "2026-02-27"}],
    "feedback": {"useful": "the first"},
}


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "team.yaml"
    path.write_text(FILE, encoding="utf-8")
    return path


def promises(path):
    return standing.read(read_team(str(path)), date(2026, 2, 20)).promises


def test_everything_else_stays_as_it_was(file):
    first, second = promises(file)
    followed = (Followed(first, CommitmentStatus.DONE, "nine answered"), Followed(second, CommitmentStatus.OPEN, None))
    record.write(file, WrapUp(PastSession.model_validate({"date": "2026-02-20"}), followed))
    before, after = FILE.splitlines(), file.read_text(encoding="utf-8").splitlines()
    changed = "  - {text: call ten members, who: Mina, status: done, closed: 2026-02-20, note: nine answered}  # hers"
    assert [line for line in after if line not in before] == [changed, "- date: 2026-02-20"]
    assert [line for line in before if line not in after] == ["  - {text: call ten members, who: Mina}  # hers"]


def test_what_is_written_is_read_back_as_it_was_meant(file):
    session = PastSession.model_validate(SESSION)
    record.write(file, WrapUp(session))
    assert read_team(str(file)).sessions[-1] == session


def test_the_earlier_version_stays_beside_the_file(file):
    backup = record.write(file, WrapUp(PastSession.model_validate(SESSION)))
    assert backup.read_text(encoding="utf-8") == FILE


def test_a_promise_that_was_changed_meanwhile_leaves_the_file_alone(file):
    first, _ = promises(file)
    file.write_text(FILE.replace("call ten", "call nine"), encoding="utf-8")
    with pytest.raises(InputError, match=r"sessions\[0\]\.commitments\[0\]: was changed meanwhile"):
        record.write(file, WrapUp(PastSession.model_validate(SESSION), (Followed(first, CommitmentStatus.DONE, None),)))
    assert file.read_text(encoding="utf-8") == FILE.replace("call ten", "call nine")


def test_partly_done_is_not_closed(file):
    first, _ = promises(file)
    record.write(file, WrapUp(PastSession.model_validate(SESSION), (Followed(first, CommitmentStatus.PARTLY, None),)))
    commitment = read_team(str(file)).sessions[0].commitments[0]
    assert (commitment.status, commitment.closed, commitment.note) == ("partly", None, None)


def test_the_entry_as_text_is_yaml_of_the_same_session():
    session = PastSession.model_validate(SESSION)
    data = yaml.safe_load(record.as_text(session))["sessions"]
    assert PastSession.model_validate(data[0] | {"date": str(data[0]["date"])}) == session


def test_a_wrap_up_without_a_word_is_empty(file):
    bare = PastSession.model_validate({"date": "2026-02-20"})
    first, _ = promises(file)
    assert WrapUp(bare, (Followed(first, first.commitment.status, first.commitment.note),)).empty
    assert not WrapUp(bare, (Followed(first, CommitmentStatus.DONE, None),)).empty
    assert not WrapUp(PastSession.model_validate({"date": "2026-02-20", "decisions": ["yes"]})).empty
