"""``questioner eval prompts``: asked once, kept, played again, scored anew; and what a person is told on the way."""

import json
import sqlite3
from contextlib import closing

import pytest

from questioner.evaluation.prompts import results
from questioner.resources import Templates

from ..batch import corpus
from ..batch.conftest import except_for, good, no_own_prices, no_pauses  # noqa: F401 - fixtures
from ..evaluation.prompts import fictional
from ..models.conftest import no_service_is_configured, serve  # noqa: F401 - fixtures
from ..models.small_server import completion, error, reply, tokens

BAD = json.dumps({"questions": [{"pillar": "outcome", "text": "Have you considered hiring?", "facts": []}]})


@pytest.fixture
def service(serve):  # noqa: F811
    """Start a small server with a script."""
    return serve


@pytest.fixture
def scenarios(tmp_path):
    return fictional.write(tmp_path / "scenarios")


@pytest.fixture
def prompts(questioner, scenarios, tmp_path):
    """Run the command into ``tmp_path/run``: ``prompts(server, "--repeats", 2)``; without a server from recordings."""

    def call(server=None, *more, out="run"):
        asked = ("--model", "m", "--base-url", server.url) if server else ()
        return questioner("eval", "prompts", "--scenarios", scenarios, "--out", tmp_path / out, *asked, *more)

    return call


@pytest.fixture
def recorded(scenarios, tmp_path):
    """The option that plays three good replies to each scenario."""
    return "--model", f"replay:{fictional.record(tmp_path / 'recorded', scenarios, 3)}"


def rows(folder):
    return results.read(folder).rows


def ids(folder):
    return [row.id for row in rows(folder)]


# --- asking -----------------------------------------------------------------------------------------------------------


def test_every_scenario_is_asked_as_often_as_it_is_repeated_and_the_same_command_asks_nothing_twice(
    prompts, service, tmp_path
):
    server = service(good)
    ran = prompts(server, "--repeats", 3)
    assert (ran.code, len(server.seen)) == (0, 6)
    assert ids(tmp_path / "run") == [f"team-0000{n}#{repeat}" for n in (0, 1) for repeat in (1, 2, 3)]
    first = rows(tmp_path / "run")
    assert all(row.questions and row.printed and row.seconds is not None for row in first)
    assert prompts(server, "--repeats", 3).code == 0
    assert len(server.seen) == 6
    assert rows(tmp_path / "run") == first


def test_more_repeats_and_more_scenarios_are_added_to_what_is_there(prompts, service, tmp_path):
    server = service(good)
    prompts(server, "--repeats", 1, "--limit", 1)
    assert ids(tmp_path / "run") == ["team-00000#1"]
    prompts(server, "--repeats", 2)
    assert len(server.seen) == 4
    assert ids(tmp_path / "run") == ["team-00000#1", "team-00000#2", "team-00001#1", "team-00001#2"]
    prompts(server, "--repeats", 1, "--only", "team-00001")
    assert (len(server.seen), len(ids(tmp_path / "run"))) == (4, 4)


def test_two_sets_of_templates_and_two_models_have_rows_of_their_own(prompts, service, tmp_path):
    (tmp_path / "mine" / "prompt").mkdir(parents=True)
    system = Templates().text("prompt/system.j2")
    (tmp_path / "mine" / "prompt" / "system.j2").write_text(f"{system}\nBe brief.")
    server = service(good)
    ran = prompts(
        server, "--model", "n", "--templates", "built-in", "--templates", f"brief={tmp_path / 'mine'}", "--repeats", 1
    )
    assert (ran.code, len(server.seen)) == (0, 8)
    told = {(row.template, row.model, row.scenario) for row in rows(tmp_path / "run")}
    assert len(told) == 8
    assert sum("Be brief." in json.dumps(seen.body) for seen in server.seen) == 4
    assert "brief, n: 2 of 2 rows count" in ran.out


def test_a_service_fault_fails_its_row_alone_and_the_same_command_asks_for_it_again(prompts, service, tmp_path):
    ran = prompts(service(except_for(1, error(400, "no"))), "--repeats", 1)
    assert ran.code == 4
    assert "questioner: built-in, m: 1 of 2 rows failed\n  team-00001#1: " in ran.err
    assert "Failed, and counted nowhere: team-00001#1" in ran.out
    failed = [row for row in rows(tmp_path / "run") if row.failure]
    assert [(row.id, row.missing, row.questions) for row in failed] == [("team-00001#1", False, ())]
    assert [one["row"] for one in json.loads((tmp_path / "run" / "run.json").read_text())["failed"]] == ["team-00001#1"]
    server = service(good)
    assert prompts(server, "--repeats", 1).code == 0
    assert len(server.seen) == 1


def test_a_row_whose_replies_are_of_no_use_counts_and_is_not_asked_until_it_pleases(prompts, service, tmp_path):
    server = service(except_for(1, reply(BAD)))
    ran = prompts(server, "--repeats", 1)
    assert ran.code == 0, ran.err
    (row,) = [row for row in rows(tmp_path / "run") if row.useless]
    assert (row.failure, row.printed, row.score) == ("", (), 0)
    assert [(question.wave, question.accepted) for question in row.questions] == [(1, False), (2, False)]
    before = len(server.seen)
    prompts(server, "--repeats", 1)
    assert len(server.seen) == before


def test_a_reply_that_cannot_be_read_counts_too(prompts, service, tmp_path):
    prompts(service(except_for(1, reply("no JSON"))), "--repeats", 1)
    (row,) = [row for row in rows(tmp_path / "run") if row.useless]
    assert "not JSON" in row.useless
    assert (row.questions, row.usage.requests) == ((), 2)


def test_what_stops_every_row_stops_the_run_and_the_others_are_still_to_come(prompts, service, tmp_path):
    ran = prompts(service(good, error(401, "no")), "--repeats", 2, "--concurrency", 1)
    assert ran.code == 4
    found = rows(tmp_path / "run")
    assert (len(found), sum(row.pending for row in found)) == (4, 3)
    server = service(good)
    assert prompts(server, "--repeats", 2).code == 0
    assert len(server.seen) == 3


def test_a_budget_stops_the_run_counting_all_models_together(prompts, service, tmp_path):
    ran = prompts(service(good), "--model", "n", "--repeats", 1, "--max-tokens", 7_000, "--concurrency", 1)
    assert ran.code == 1
    assert "--max-tokens 7000, and 3,000 tokens are spent" in ran.err
    found = rows(tmp_path / "run")
    assert [row.model for row in found if not row.pending] == ["m", "m"]
    assert {row.failure for row in found if row.pending} == {"its reply is still to come; the same command goes on"}


def test_prices_give_each_row_its_cost_also_when_it_is_scored_anew(prompts, questioner, service, tmp_path):
    path = tmp_path / "prices.toml"
    path.write_text("[m]\ndate = 2026-01-01\ninput = 1.0\noutput = 2.0\n")
    ran = prompts(service(good), "--repeats", 1, "--prices", path)
    assert {row.cost for row in rows(tmp_path / "run")} == {0.002}
    assert "0.004 USD" in ran.out
    path.unlink()
    questioner("eval", "prompts", "--rescore", tmp_path / "run")
    assert {row.cost for row in rows(tmp_path / "run")} == {0.002}


def test_files_of_requests_are_written_and_their_results_taken_in(prompts, service, tmp_path):
    server = service(good)
    ran = prompts(server, "--repeats", 1, "--engine", "jsonl")
    assert (ran.code, len(server.seen)) == (0, 0)
    assert "2 requests" in ran.err
    assert "2 rows wait for their replies. Have the files of requests run" in ran.err
    assert all(row.pending for row in rows(tmp_path / "run"))
    (requests,) = (tmp_path / "run").rglob("requests-*.jsonl")
    lines = [json.loads(line) for line in requests.read_text().splitlines()]
    answers = [
        {"custom_id": line["custom_id"], "response": {"status_code": 200, "body": _answer(line["body"])}, "error": None}
        for line in lines
    ]
    (tmp_path / "results.jsonl").write_text("".join(json.dumps(answer) + "\n" for answer in answers))
    ran = prompts(server, "--repeats", 1, "--engine", "jsonl", "--collect", tmp_path / "results.jsonl")
    assert ran.code == 0, ran.err
    assert [bool(row.questions) for row in rows(tmp_path / "run")] == [True, True]
    assert {row.seconds for row in rows(tmp_path / "run")} == {None}


def _answer(body):
    kind = int(json.dumps(body).partition(" of kind ")[2][0])
    return completion(corpus.kinds()[kind][1], usage=tokens(1000, 500))


# --- recordings -------------------------------------------------------------------------------------------------------


def test_what_was_recorded_gives_the_same_rows_when_it_is_played(prompts, service, tmp_path):
    prompts(service(good), "--repeats", 2, "--record", tmp_path / "kept")
    assert len(list((tmp_path / "kept").iterdir())) == 4
    ran = prompts(None, "--repeats", 2, "--model", f"replay:{tmp_path / 'kept'}", out="again")
    assert ran.code == 0, ran.err
    assert rows(tmp_path / "again") == rows(tmp_path / "run")


def test_a_miss_fails_its_row_names_record_and_ends_in_four(prompts, recorded, tmp_path):
    ran = prompts(None, *recorded, "--repeats", 4)
    assert ran.code == 4
    missed = [row for row in rows(tmp_path / "run") if row.missing]
    assert [row.id for row in missed] == ["team-00000#4", "team-00001#4"]
    assert all("--record" in row.failure and "bank" not in row.failure for row in missed)
    assert "6 of 8 rows count" in ran.out
    assert "holds replies to this prompt for the repeats 1, 2, 3, and none" in missed[0].failure
    assert "scenario" not in ran.err.lower()


def test_where_no_recording_fits_each_reason_is_told_once_and_where_to_look(prompts, recorded, tmp_path):
    mine = tmp_path / "mine" / "prompt"
    mine.mkdir(parents=True)
    (mine / "system.j2").write_text(Templates().text("prompt/system.j2") + "Be brief.\n", encoding="utf-8")
    ran = prompts(None, *recorded, "--templates", mine.parent)
    assert ran.code == 4
    assert "questioner: mine, gpt-fictional: 6 of 6 rows failed\n  team-00000#1: " in ran.err
    assert ran.err.count("holds no reply to this prompt") == 2
    assert "run.json has them all\n" in ran.err
    assert "No recording fits. Look for what stands in every prompt: a template, or --send.\n" in ran.err


def test_where_other_scenarios_fit_it_is_said_to_look_at_the_scenario(prompts, recorded, scenarios, tmp_path):
    changed = scenarios / "team-00001.json"
    team = json.loads(changed.read_text(encoding="utf-8"))
    changed.write_text(json.dumps({**team, "vision": "A harbour that nobody leaves cold."}), encoding="utf-8")
    ran = prompts(None, *recorded)
    assert ran.code == 4
    assert "Other scenarios fit. Look for a scenario that has changed" in ran.err


def test_recordings_are_played_anew_each_time_and_count_once(prompts, recorded, tmp_path):
    prompts(None, *recorded)
    before = rows(tmp_path / "run")
    for path in (tmp_path / "recorded").glob("*-1.json"):
        path.write_text(path.read_text().replace("1.5", "2.5"))
    assert prompts(None, *recorded).code == 0
    after = rows(tmp_path / "run")
    assert [row.usage for row in after] == [row.usage for row in before]
    assert [row.seconds for row in after] == [2.5, 1.5, 1.5] * 2


def test_recordings_spend_nothing(prompts, recorded):
    assert prompts(None, *recorded, "--max-tokens", 1).code == 0


def test_replies_that_a_person_wrote_are_told_as_such(prompts, scenarios, tmp_path):
    fictional.record(tmp_path / "hand", scenarios, written=True)
    ran = prompts(None, "--model", f"replay:{tmp_path / 'hand'}", "--repeats", 1)
    assert {(row.model, row.written) for row in rows(tmp_path / "run")} == {("written", True)}
    assert "2 rows rest on replies that a person wrote: they say nothing about any model." in ran.out


# --- scoring anew -----------------------------------------------------------------------------------------------------


def test_a_run_scored_anew_asks_nobody_and_says_the_same(prompts, questioner, service, scenarios, tmp_path):
    server = service(except_for(1, reply(BAD)))
    ran = prompts(server, "--repeats", 2)
    before, asked = rows(tmp_path / "run"), len(server.seen)
    for path in scenarios.iterdir():
        path.unlink()
    again = questioner("eval", "prompts", "--rescore", tmp_path / "run")
    assert (again.code, again.out) == (0, ran.out)
    assert (rows(tmp_path / "run"), len(server.seen)) == (before, asked)


def test_a_changed_rule_changes_the_rows_when_they_are_scored_anew(
    prompts, questioner, recorded, tmp_path, monkeypatch
):
    from questioner.prepare import reviewing
    from questioner.session import Finding, Label, Severity

    prompts(None, *recorded)
    strict = (Finding("NEW1", Label.UNCLEAR, Severity.REJECT, "It is a question."),)
    monkeypatch.setattr(reviewing, "review_wording", lambda *_: strict)
    assert questioner("eval", "prompts", "--rescore", tmp_path / "run").code == 0
    found = rows(tmp_path / "run")
    assert {question.codes[:1] for row in found for question in row.questions} == {("NEW1",)}
    assert all(row.useless for row in found)


def test_templates_that_were_changed_in_the_run_are_noticed(prompts, questioner, recorded, tmp_path):
    prompts(None, *recorded)
    copied = tmp_path / "run" / "templates" / "built-in" / "prompt" / "system.j2"
    copied.write_text(copied.read_text() + "!")
    ran = questioner("eval", "prompts", "--rescore", tmp_path / "run")
    assert (ran.code, "is not as it was when the run was made" in ran.err) == (3, True)


def test_other_templates_or_scenarios_want_another_folder(prompts, service, scenarios, tmp_path):
    (tmp_path / "mine" / "prompt").mkdir(parents=True)
    system = tmp_path / "mine" / "prompt" / "system.j2"
    system.write_text("Ask.")
    server = service(good)
    prompts(server, "--templates", tmp_path / "mine", "--limit", 1, "--repeats", 1)
    system.write_text("Ask well.")
    ran = prompts(server, "--templates", tmp_path / "mine", "--limit", 1, "--repeats", 1)
    assert (ran.code, "choose another --out" in ran.err) == (2, True)
    system.write_text("Ask.")
    fictional.write(scenarios, about="Another story.")
    ran = prompts(server, "--templates", tmp_path / "mine", "--limit", 1, "--repeats", 1)
    assert (ran.code, "team-00000 is not as it was" in ran.err) == (2, True)
    assert len(server.seen) == 1


# --- telling ----------------------------------------------------------------------------------------------------------


def test_a_bar_that_is_missed_ends_in_one(prompts, recorded):
    ran = prompts(None, *recorded, "--fail-under", "acceptance=0.5", "--fail-under", "topics=0.99")
    assert ran.code == 1
    assert "questioner: topics of built-in, gpt-fictional is " in ran.err
    assert "Bars reached: 1 of 2" in ran.out


@pytest.mark.parametrize("bar", ["acceptance", "charm=0.5", "acceptance=high", "advice=0.1"])
def test_a_bar_that_cannot_be_understood_is_told_before_anybody_is_asked(bar, prompts, service, tmp_path):
    server = service(good)
    ran = prompts(server, "--fail-under", bar)
    assert (ran.code, len(server.seen), (tmp_path / "run").exists()) == (2, 0, False)


def test_the_report_comes_as_json_junit_and_a_page(prompts, recorded, tmp_path):
    told = json.loads(prompts(None, *recorded, "--format", "json").out)
    (summary,) = told["summaries"]
    assert (summary["template"], summary["model"], summary["rows"]) == ("built-in", "gpt-fictional", 6)
    assert summary["metrics"]["acceptance"] | {"ci": 0} == {
        "value": 1.0, "ci": 0, "n": 2, "spread": 0.0, "gate": True, "higher_is_better": True,
    }  # fmt: skip
    assert prompts(None, *recorded, "--format", "junit").out.count("<testcase ") == 6
    prompts(None, *recorded, "--format", "html", "-o", tmp_path / "run.html")
    assert "gpt-fictional" in (tmp_path / "run.html").read_text()


def test_a_dry_run_sends_nothing_writes_nothing_and_names_topics_that_nothing_belongs_to(
    questioner, scenarios, service, tmp_path
):
    server = service(good)
    fictional.write(scenarios, expect=[{"signal": "no-okrs-yet"}])
    more = ("--dry-run", "--scenarios", scenarios, "--model", "m", "--base-url", server.url, "--out", tmp_path / "run")
    ran = questioner("eval", "prompts", *more)
    assert "requests of a new run: 6 to each model" in ran.out
    assert "nothing that stands out belongs to the expected topic no-okrs-yet" in ran.out
    shown = questioner("eval", "prompts", *more, "--show", "team-00001")
    assert "Fictional Team 00001" in shown.out
    assert "Fictional Team 00000" not in shown.out
    assert (server.seen, (tmp_path / "run").exists()) == ([], False)


def test_no_more_is_sent_than_the_option_or_the_office_allows(prompts, service, scenarios, tmp_path, monkeypatch):
    server = service(good)
    prompts(server, "--limit", 1, "--repeats", 1, out="text")
    prompts(server, "--limit", 1, "--repeats", 1, "--send", "facts", out="facts")
    place = tmp_path / "office.toml"
    place.write_text('send = "facts"')
    monkeypatch.setattr("questioner.office.PLACE", place)
    prompts(server, "--limit", 1, "--repeats", 1, out="office")
    text, facts, office = (json.dumps(seen.body) for seen in server.seen)
    assert text != facts == office
    told = {out: results.read(tmp_path / out).meta.parameters for out in ("text", "facts", "office")}
    assert told == {"text": {}, "facts": {"send": "facts"}, "office": {"send": "facts"}}


def test_templates_that_cannot_be_used_are_told_before_a_folder_is_made(prompts, service, tmp_path):
    (tmp_path / "mine" / "prompt").mkdir(parents=True)
    (tmp_path / "mine" / "prompt" / "system.j2").write_text("{{ nobody }}")
    ran = prompts(service(good), "--templates", tmp_path / "mine")
    assert (ran.code, "nobody" in ran.err, (tmp_path / "run").exists()) == (3, True, False)


WRONG = {
    "no folder": ((), "name a folder for the run"),
    "the bank": (("--out", "run", "--model", "bank"), "reads no prompt"),
    "show alone": (("--out", "run", "--show", "team-00000"), "--dry-run"),
    "two recorded": (("--out", "run", "--model", "a", "--model", "b", "--record", "kept"), "--record"),
    "one name twice": (
        ("--out", "run", "--model", "m", "--templates", "built-in", "--templates", "built-in"),
        "NAME=DIR",
    ),
    "a name that is none": (("--out", "run", "--model", "m", "--templates", "My Own=."), "my-own"),
    "an unknown scenario": (("--out", "run", "--model", "m", "--only", "nobody"), "known are team-00000"),
    "an unknown scenario to show": (("--dry-run", "--show", "nobody"), "--show nobody: no scenario has this id"),
    "both": (("--out", "run", "--rescore", "run"), "--rescore works on a run that is there"),
    "collect": (("--out", "run", "--model", "m", "--collect", "x"), "--engine jsonl"),
}


@pytest.mark.parametrize(("options", "said"), WRONG.values(), ids=WRONG)
def test_options_that_do_not_go_together_are_told(options, said, questioner, scenarios, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    ran = questioner("eval", "prompts", "--scenarios", scenarios, *options)
    assert (ran.code, said in ran.err) == (2, True), ran.err
    assert not (tmp_path / "run").exists()


def test_a_folder_that_holds_something_else_is_left_alone(prompts, questioner, recorded, tmp_path):
    (tmp_path / "run").mkdir()
    (tmp_path / "run" / "thesis.txt").write_text("mine")
    ran = prompts(None, *recorded)
    assert (ran.code, [path.name for path in (tmp_path / "run").iterdir()]) == (3, ["thesis.txt"])
    assert questioner("eval", "prompts", "--rescore", tmp_path / "run").code == 3


def test_a_run_that_was_killed_between_two_rows_goes_on(prompts, service, tmp_path):
    server = service(good)
    prompts(server, "--repeats", 2)
    (ledger,) = (tmp_path / "run").rglob("ledger.sqlite3")
    with closing(sqlite3.connect(ledger)) as db, db:
        (lost,) = db.execute("SELECT slug FROM team WHERE source = 'team-00001#2'").fetchone()
        db.execute("UPDATE team SET state = 'pending', fingerprint = '' WHERE slug = ?", (lost,))
        db.execute("UPDATE request SET state = 'sent', reply = NULL WHERE slug = ?", (lost,))
    (tmp_path / "run" / "rows.jsonl").unlink()
    assert prompts(server, "--repeats", 2).code == 0
    assert len(server.seen) == 5
    assert not any(row.failure for row in rows(tmp_path / "run"))
