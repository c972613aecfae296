"""``questioner eval compare``: which runs it takes, what it answers, and every other thing it can be asked for."""

import json
import xml.etree.ElementTree as ET

import pytest

from questioner.cli import eval_compare
from questioner.evaluation.prompts.results import META, ROWS, Meta, write
from questioner.evaluation.prompts.rows import Row, Written
from questioner.evaluation.prompts.told.comparison import FORMS as TOLD
from questioner.session import Label, Pillar

GOOD = ("What helps?", ())
LEADING = ("Isn’t it better to hire?", (Label.LEADING,))


def rows(template="built-in", model="m", leading=0, count=16, **rest):
    """A row for each scenario; the first ``leading`` have a question that leads."""
    for number in range(count):
        asked = (GOOD, LEADING) if number < leading else (GOOD, GOOD)
        questions = tuple(Written(text, Pillar.OUTCOME, ("F1",), 1, labels) for text, labels in asked)
        printed = (f"What of {template} {number}?",)
        yield Row(template, f"s{number:02}", model, 1, questions=questions, printed=printed, **rest)


@pytest.fixture
def kept(tmp_path):
    """Write a run folder with these rows."""

    def write_run(name, *groups, **rest):
        every = [row for group in groups for row in group]
        known = {
            "version": "0", "rules_version": "2", "repeats": 1,
            "templates": {row.template: f"{row.template:x<64}" for row in every},
            "scenarios": {row.scenario: "0" * 64 for row in every},
            "models": tuple({row.model for row in every}),
        }  # fmt: skip
        (tmp_path / name).mkdir()
        write(tmp_path / name, Meta(**{**known, **rest}), every)
        return tmp_path / name

    return write_run


@pytest.fixture
def before(kept):
    return kept("before", rows())


@pytest.fixture
def worse(kept):
    return kept("worse", rows("leads", leading=14))


def test_every_form_that_can_be_asked_for_is_told():
    assert tuple(TOLD) == eval_compare.FORMS


def test_a_regression_that_is_shown_ends_in_one_and_the_way_back_does_not(questioner, before, worse):
    run = questioner("eval", "compare", before, worse)
    assert (run.code, run.out.splitlines()[0]) == (1, "Worse: NEW beside BASE, 16 scenarios compared.")
    assert run.err == f"questioner: {worse} is worse than {before}\n"
    back = questioner("eval", "compare", worse, before)
    assert (back.code, back.err) == (0, "")
    assert back.out.startswith("Better:")


def test_noise_ends_in_nought(questioner, before, kept):
    run = questioner("eval", "compare", before, kept("noise", rows("n", leading=4)))
    assert (run.code, run.out.splitlines()[0]) == (0, "Not enough data: NEW beside BASE, 16 scenarios compared.")


def test_two_templates_of_one_run_are_compared_by_name(questioner, kept):
    both = kept("both", rows(), rows("leads", leading=14))
    run = questioner("eval", "compare", f"{both}:built-in", f"{both}:leads", "--format", "json")
    told = json.loads(run.out)
    assert (run.code, told["verdict"], told["base"]["template"], told["new"]["template"]) == (
        1,
        "worse",
        "built-in",
        "leads",
    )


def test_a_folder_with_a_colon_in_its_name_is_taken_whole(questioner, kept):
    assert questioner("eval", "compare", kept("a:b", rows()), kept("c", rows())).code == 0


def test_a_run_of_several_templates_or_models_wants_one_named(questioner, kept):
    templates = kept("templates", rows(), rows("leads"))
    unnamed = questioner("eval", "compare", templates, templates)
    assert (unnamed.code, "holds 2 templates (built-in, leads); choose one:" in unnamed.err) == (2, True)
    models = kept("models", rows(), rows(model="n", leading=14))
    assert "holds 2 models (m, n); choose one: --model NAME" in questioner("eval", "compare", models, models).err
    assert questioner("eval", "compare", models, models, "--model", "n").code == 0


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("nowhere", "nowhere: is no folder of a run and no baseline file"),
        ("before:other", "before: holds no templates called other, but built-in"),
    ],
)
def test_what_is_not_there_is_a_wrong_input(questioner, before, name, told):
    run = questioner("eval", "compare", before, before.parent / name)
    assert run.code == 3
    assert told in run.err


def test_a_model_that_was_not_asked_is_a_wrong_input(questioner, before):
    run = questioner("eval", "compare", before, before, "--model", "x")
    assert (run.code, "holds no row of built-in asked of x, but of m" in run.err) == (3, True)


def test_a_run_that_did_not_come_to_its_end_says_how_to_go_on(questioner, before):
    (before / ROWS).unlink()
    run = questioner("eval", "compare", before, before)
    assert (run.code, "the same `questioner eval prompts` command goes on with it" in run.err) == (3, True)
    (before / META).unlink()
    assert questioner("eval", "compare", before, before).code == 3


def test_every_form_holds_the_verdict(questioner, before, worse, tmp_path):
    def told(form):
        return questioner("eval", "compare", before, worse, "--format", form).out

    assert json.loads(told("json"))["verdict"] == "worse"
    assert told("markdown").startswith("## Prompt eval: worse\n")
    assert ET.fromstring(told("junit"))[0].get("name") == "eval compare: worse"  # noqa: S314 - our own output
    assert "worse" in told("html").lower()
    page = tmp_path / "report.md"
    assert questioner("eval", "compare", before, worse, "--format", "markdown", "-o", page).out == ""
    assert page.read_text(encoding="utf-8") == told("markdown")


def test_a_blessed_run_can_be_the_base(questioner, before, worse, tmp_path):
    file = tmp_path / "prompts.json"
    blessed = questioner("eval", "compare", before, "--bless", "--baseline", file)
    assert (blessed.code, blessed.out, blessed.err) == (
        0,
        "",
        f"questioner: {file} now holds the figures of {before}\n",
    )
    assert questioner("eval", "compare", file, before).code == 0
    assert questioner("eval", "compare", file, worse).code == 1


def test_of_a_blessed_run_it_is_told_how_many_rows_failed(questioner, kept, tmp_path):
    run = kept("halting", rows(), [Row("built-in", "s00", "m", 2, failure="no reply")])
    blessed = questioner("eval", "compare", run, "--bless", "--baseline", tmp_path / "prompts.json")
    assert "rows without a reply are not in it: 1 of 17\n" in blessed.err


def test_of_two_runs_new_is_blessed_and_still_judged(questioner, before, worse, tmp_path):
    file = tmp_path / "prompts.json"
    assert questioner("eval", "compare", before, worse, "--bless", "--baseline", file).code == 1
    assert json.loads(file.read_text(encoding="utf-8"))["template"] == "leads"


def test_a_blessing_says_which_figures_are_worse_than_those_that_were_kept(questioner, before, worse, tmp_path):
    file = tmp_path / "prompts.json"
    questioner("eval", "compare", before, "--bless", "--baseline", file)
    blessed = questioner("eval", "compare", worse, "--bless", "--baseline", file)
    assert blessed.code == 0
    assert "questioner: worse than before: raw questions accepted 100.0% → 56.2%\n" in blessed.err
    assert "questioner: worse than before: leading found 0.0% → 43.8%\n" in blessed.err
    assert "before" not in questioner("eval", "compare", worse, "--bless", "--baseline", file).err


def test_a_blessing_replaces_nothing_but_a_baseline(questioner, before):
    ran = questioner("eval", "compare", before, "--bless", "--baseline", before / META)
    assert (ran.code, "is no baseline" in ran.err) == (3, True)
    assert questioner("eval", "compare", before, before).code == 0


def test_a_blind_page_of_a_baseline_says_what_is_missing(questioner, before, tmp_path):
    file = tmp_path / "prompts.json"
    questioner("eval", "compare", before, "--bless", "--baseline", file)
    ran = questioner("eval", "compare", file, before, "--blind", 3, "-o", tmp_path / "page.html")
    assert ran.code == 2
    assert f"--blind: {file} is a baseline, which keeps figures and no questions; name a run" in ran.err


def test_rows_that_wait_for_their_replies_are_not_said_to_have_failed(questioner, before, kept):
    waiting = [Row("n", f"s{n:02}", "m", 2, failure="its reply is still to come", pending=True) for n in range(7)]
    ran = questioner("eval", "compare", before, kept("halting", rows("n"), waiting))
    told = " ".join(ran.out.split())
    assert f"7 rows of {before.parent / 'halting'} still waited for replies and entered no figure: s00#2, " in told
    assert "failed" not in told


def test_a_folder_of_runs_is_no_run_and_those_in_it_are_named(questioner, before, worse):
    ran = questioner("eval", "compare", before, before.parent)
    assert ran.code == 3
    assert f"holds no run of `questioner eval prompts`; name one of those in it: {before}, {worse}" in ran.err


def test_a_plan_needs_no_run_and_reads_one_if_named(questioner, before):
    alone = questioner("eval", "compare", "--plan", "--difference", "0.2")
    assert (alone.code, "difference of 20.0 pp" in alone.out) == (0, True)
    told = json.loads(questioner("eval", "compare", "--plan", before, "--format", "json").out)
    assert told["spread"]["source"].startswith(f"From {before}")


def test_a_blind_page_has_its_key_beside_it_and_marks_are_read_back(questioner, before, worse, tmp_path):
    page, key, marks = (tmp_path / name for name in ("page.html", "page.key.json", "marks.json"))
    made = questioner("eval", "compare", before, worse, "--blind", 3, "-o", page)
    assert (made.code, made.out) == (0, "")
    assert f"--marks FILE --key {key}" in made.err
    hidden = json.loads(key.read_text(encoding="utf-8"))
    cases = hidden["cases"].items()
    kept_new = {
        f"{number}{letter}1": "ask" if letter == case["new"] else "throw away"
        for number, case in cases
        for letter in "AB"
    }
    marks.write_text(json.dumps({"id": hidden["id"], "marks": kept_new}), encoding="utf-8")
    told = json.loads(questioner("eval", "compare", "--marks", marks, "--key", key, "--format", "json").out)
    assert (told["base"]["ask"]["value"], told["new"]["ask"]["value"], told["difference"]) == (0, 1, 1)
    assert str(before) not in page.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "name two runs, BASE and NEW"),
        (("a",), "name two runs, BASE and NEW"),
        (("a", "b", "--bless"), "--bless and --baseline FILE go together"),
        (("a", "b", "--baseline", "x"), "--bless and --baseline FILE go together"),
        (("--bless", "--baseline", "x"), "name the run to bless"),
        (("--plan", "--blind", "3"), "--plan and --blind are different things"),
        (("--marks", "x"), "--marks and --key go together"),
        (("a", "--marks", "x", "--key", "y"), "--marks needs no run"),
        (("--plan", "--format", "html"), "--plan is written as text or json, not as html"),
        (("--plan", "--difference", "0"), "--difference"),
        (("--plan", "--difference", "10"), "For 10 % write 0.1."),
        (("--plan", "--power", "80"), "For 80 % write 0.8."),
    ],
)
def test_options_that_do_not_go_together_are_told(questioner, arguments, told):
    run = questioner("eval", "compare", *arguments)
    assert run.code == 2
    assert told in run.err


def test_a_blind_page_needs_a_file(questioner, before, worse):
    run = questioner("eval", "compare", before, worse, "--blind", 3)
    assert (run.code, "--blind needs -o PAGE.html" in run.err) == (2, True)
