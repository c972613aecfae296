"""The ledger: what it keeps, what it gives back, and who may open it."""

import errno
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta

import pytest

from questioner.batch.ledger import Ledger
from questioner.batch.ledger.database import FILE
from questioner.batch.ledger.requests import Planned, key_of
from questioner.batch.ledger.teams import State, TeamRow
from questioner.errors import InputError, UsageError
from questioner.exchange import Prompt, Reply, Request, Usage

from ..systems import MODES

TODAY = date(2026, 5, 4)
REPLY = Reply('{"a": "ü"}', Usage(2, 900, 100, 80), "m-1")


@pytest.fixture
def ledger(tmp_path):
    opened = Ledger(tmp_path, TODAY)
    opened.begin_run()
    yield opened
    opened.close()


def planned(slug="club", prompt="ask", **given):
    request = Request(Prompt("s", prompt), {}, 1, sha256=prompt)
    values = {"day": TODAY, "input_sha256": "i", "templates_sha256": "t", "rules_version": "1", "model": "m", **given}
    return Planned(slug=slug, key=key_of("m", request), request=request, **values)


def row(slug="club", **given):
    values = {"source": "club.yaml", "name": "Club", "position": 0, "state": State.PENDING, "input_sha256": "i"}
    rest = {"day": TODAY.isoformat(), "files": (), "sheet": {}, "error": ""}
    return TeamRow(slug, **{**values, **rest, **given})


def again(ledger, days=0):
    """The ledger as the next run opens it."""
    ledger.close()
    opened = Ledger(ledger.folder, TODAY + timedelta(days=days))
    return opened, opened.begin_run()


def test_a_reply_is_found_by_what_was_asked(ledger):
    one = planned()
    ledger.requests.collect(ledger.requests.plan(one, "live"), REPLY)
    assert ledger.requests.reply(one.key) == REPLY
    assert ledger.requests.reply(planned(prompt="other").key) is None
    assert ledger.requests.reply(key_of("another-model", one.request)) is None


def test_a_reply_survives_the_run(ledger):
    one = planned()
    ledger.requests.collect(ledger.requests.plan(one, "live"), REPLY)
    opened, lost = again(ledger)
    assert (opened.requests.reply(one.key), lost) == (REPLY, 0)
    opened.close()


def test_a_request_on_its_way_is_lost_with_its_run_and_counted(ledger):
    ledger.requests.sent(ledger.requests.plan(planned(), "live"))
    opened, lost = again(ledger)
    assert (lost, opened.requests.usage()) == (1, Usage(1))
    opened.close()


def test_a_request_that_another_engine_sent_is_not_lost(ledger):
    ledger.requests.sent(ledger.requests.plan(planned(), "openai-batch"), "batch_1")
    opened, lost = again(ledger)
    assert lost == 0
    opened.close()


def test_a_request_that_is_planned_already_is_not_planned_twice(ledger):
    assert ledger.requests.plan(planned(), "live") == ledger.requests.plan(planned(), "live")
    assert ledger.requests.plan(planned(), "live") != ledger.requests.plan(planned(slug="other"), "live")


def test_a_reply_that_was_of_no_use_is_not_used_again_but_stays_in_the_sums(ledger):
    ledger.teams.open(row())
    one = planned()
    ledger.requests.collect(ledger.requests.plan(one, "live"), REPLY)
    ledger.fail("club", "no", [one.key])
    assert ledger.requests.reply(one.key) is None
    assert ledger.requests.usage() == REPLY.usage
    assert ledger.requests.plan(one, "live")


def test_half_a_character_in_a_reply_does_not_stop_the_ledger(ledger):
    one = planned()
    kept = ledger.requests.collect(ledger.requests.plan(one, "live"), Reply("a\ud800", Usage(1), "m"))
    assert ledger.requests.reply(one.key) == kept


def test_a_team_keeps_the_day_it_was_planned_for(ledger):
    ledger.teams.open(row())
    opened, _ = again(ledger, days=1)
    assert opened.teams.day_of("i") == TODAY
    assert opened.teams.day_of("other input") is None
    opened.close()


def test_a_purge_removes_replies_and_keeps_sums_and_sheets(ledger):
    ledger.teams.open(row())
    one = planned()
    ledger.requests.collect(ledger.requests.plan(one, "live"), Reply("very private words", Usage(1, 10), "m"))
    ledger.publish("club", "f", ["club.md"], {}, [one.key])
    assert ledger.requests.purge(TODAY) == 0
    assert ledger.requests.purge(TODAY + timedelta(days=1)) == 1
    assert ledger.requests.reply(one.key) is None
    assert ledger.requests.usage() == Usage(1, 10)
    assert ledger.teams.at("club").files == ("club.md",)
    ledger.close()
    assert not any(b"private" in path.read_bytes() for path in ledger.folder.iterdir())


def test_one_run_at_a_time(ledger):
    with pytest.raises(UsageError, match="another run is at work in this folder"):
        Ledger(ledger.folder, TODAY)


@MODES
def test_only_its_owner_reads_it(ledger):
    assert {path.stat().st_mode & 0o777 for path in ledger.folder.iterdir()} == {0o600}


def test_a_file_that_is_no_ledger_is_told(tmp_path):
    (tmp_path / FILE).write_text("Dear diary, nothing much happened today, and that is all there is to say about it.")
    with pytest.raises(InputError, match="is not a ledger of questioner"):
        Ledger(tmp_path, TODAY)


def test_a_ledger_of_another_version_is_told(ledger):
    ledger._db.do("UPDATE meta SET value = '99' WHERE name = 'schema'")
    ledger.close()
    with pytest.raises(InputError, match="was written by another version"):
        Ledger(ledger.folder, TODAY)


def test_a_ledger_of_an_earlier_version_that_measured_no_time_goes_on(ledger):
    one = planned()
    ledger.requests.collect(ledger.requests.plan(one, "live"), REPLY)
    ledger.close()
    with sqlite3.connect(ledger.folder / FILE) as db:
        db.execute("ALTER TABLE request DROP COLUMN seconds")
    db.close()
    opened, _ = again(ledger)
    assert opened.requests.reply(one.key) == REPLY
    opened.requests.collect(opened.requests.plan(planned(prompt="other"), "live"), replace(REPLY, seconds=1.5))
    assert opened.requests.reply(planned(prompt="other").key).seconds == 1.5
    opened.close()


def test_the_same_asked_once_more_is_another_question_to_the_ledger(ledger):
    request = planned().request
    assert key_of("m", request) == key_of("m", replace(request, repeat=1))
    assert key_of("m", request) != key_of("m", replace(request, repeat=2))


def test_what_was_asked_is_told_oldest_first_with_what_came_of_it(ledger):
    ledger.teams.open(row())
    ledger.requests.collect(ledger.requests.plan(planned(), "live"), REPLY)
    ledger.requests.give_up(ledger.requests.plan(planned(prompt="other"), "live"), "failed", Usage(1, 5), "no")
    assert [(a.source, a.wave, a.prompt_sha256, a.usage, a.reply) for a in ledger.requests.asked()] == [
        ("club.yaml", 1, "ask", REPLY.usage, REPLY),
        ("club.yaml", 1, "other", Usage(1, 5), None),
    ]


def test_a_change_that_breaks_off_leaves_nothing(ledger):
    def breaking_off():
        with ledger._db.transaction():
            ledger.teams.open(row())
            ledger._db.do("INSERT INTO meta VALUES ('schema', NULL)")

    with pytest.raises(sqlite3.IntegrityError):
        breaking_off()
    assert ledger.teams.at("club") is None


def test_a_full_disk_is_told_as_the_system_tells_it(ledger):
    pages = ledger._db.do("PRAGMA page_count").fetchone()[0]
    ledger._db.do(f"PRAGMA max_page_count = {pages}")
    custom_id = ledger.requests.plan(planned(), "live")
    with pytest.raises(OSError, match="No space left") as caught:
        ledger.requests.collect(custom_id, Reply("x" * 100_000, Usage(1), "m"))
    assert caught.value.errno == errno.ENOSPC
    ledger._db.do("PRAGMA max_page_count = 100000")
    assert ledger.requests.collect(custom_id, REPLY) == REPLY


def test_a_dry_ledger_leaves_no_trace(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with closing(Ledger(tmp_path, TODAY, dry=True)) as ledger:
        ledger.begin_run()
    assert list(tmp_path.iterdir()) == []


def test_a_dry_ledger_knows_what_the_other_knows_and_changes_nothing_in_it(ledger):
    one = planned()
    ledger.requests.collect(ledger.requests.plan(one, "live"), REPLY)
    ledger.close()
    before = [(path.name, path.read_bytes(), path.stat().st_mtime_ns) for path in ledger.folder.iterdir()]
    with closing(Ledger(ledger.folder, TODAY, dry=True)) as dry:
        dry.begin_run()
        dry.requests.plan(planned(prompt="other"), "live")
        assert dry.requests.reply(one.key) == REPLY
    assert [(path.name, path.read_bytes(), path.stat().st_mtime_ns) for path in ledger.folder.iterdir()] == before


def test_a_dry_ledger_waits_for_its_turn_too(ledger):
    ledger.teams.open(row())
    with pytest.raises(UsageError, match="another run is at work in this folder"):
        Ledger(ledger.folder, TODAY, dry=True)


def test_a_ledger_that_may_not_be_written_is_an_error_of_its_folder(tmp_path, monkeypatch):
    class Sealed(sqlite3.Connection):
        def execute(self, *_):
            raise sqlite3.OperationalError("attempt to write a readonly database")

    connect = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda *args, **kwargs: connect(*args, **kwargs, factory=Sealed))
    with pytest.raises(InputError, match="cannot be written; choose another --out"):
        Ledger(tmp_path, date(2026, 8, 31))
