"""The workflow to copy, the project's own, the Action and the hook: the program takes every command in them, their scripts do what their comments say, and no stranger gets at a secret."""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import click
import pytest

from questioner.cli import cli
from questioner.inputs import marked_yaml

from .systems import ON_POSIX

ROOT = Path(__file__).parent.parent
FILE = ROOT / "examples" / "workflows" / "prompt-evals.yml"
PAGE = ROOT / "docs" / "prompt-evals.md"
WORKFLOW = marked_yaml.load(FILE.read_text(encoding="utf-8")).data
STEPS = WORKFLOW["jobs"]["compare"]["steps"]
SCRIPTS = {step["name"]: str(step["run"]) for step in STEPS if "run" in step}
COMMANDS = [
    line.strip() for text in SCRIPTS.values() for line in text.splitlines() if line.strip().startswith("questioner ")
]
SHOWN = re.findall(r"^\$ (questioner [^#\n]*)", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
ASK, COMPARE = "Play the recordings, or ask and record", "Compare with the baseline"
BASH = shutil.which("bash")
OURS = {
    name: job["steps"]
    for name, job in marked_yaml.load((ROOT / ".github/workflows/tests.yml").read_text(encoding="utf-8"))
    .data["jobs"]
    .items()
}
ACTION = marked_yaml.load((ROOT / "action.yml").read_text(encoding="utf-8")).data
HOOKS = marked_yaml.load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")).data
STUB = """#!/bin/sh
echo "$@" >> calls
case "$*" in
  *replay:*) [ -e recordings/all ] || exit 4 ;;
  *--record*) mkdir -p recordings && touch recordings/all ;;
  *compare*) touch comparison.md; exit "$ANSWER" ;;
esac
"""
"""Stands for the program: a replay misses replies until they are recorded, and a comparison gives the answer it is told."""


@pytest.fixture
def run(tmp_path):
    """Run the script of a step as GitHub does."""
    if not BASH or not ON_POSIX:
        pytest.skip("there is no bash on a POSIX system, so no step was run")
    stub = tmp_path / "bin" / "questioner"
    stub.parent.mkdir()
    stub.write_text(STUB, encoding="utf-8")
    stub.chmod(0o755)

    def call(step, **given):
        known = {
            "PATH": f"{stub.parent}:{os.environ['PATH']}",
            "GITHUB_OUTPUT": "output",
            "GITHUB_STEP_SUMMARY": "summary",
        }
        env = known | {name: str(value) for name, value in WORKFLOW["env"].items()} | given
        command = [BASH, "-e", "-c", SCRIPTS[step]]
        return subprocess.run(command, cwd=tmp_path, env=env, check=False, capture_output=True, text=True)

    return call


@pytest.fixture
def calls(tmp_path):
    """What the program was called with, a line a call."""
    return lambda: (tmp_path / "calls").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("line", [*COMMANDS, *SHOWN])
def test_the_program_takes_every_command(line, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for folder in ("templates", "mine"):
        (tmp_path / folder).mkdir()
    filled = re.sub(r"\$(\w+)", lambda found: str(WORKFLOW["env"][found[1]]), line.split("||")[0])
    command, given = cli, shlex.split(filled)[1:]
    while isinstance(command, click.Group):
        command, given = command.get_command(click.Context(command), given[0]), given[1:]
    assert command.make_context("questioner", given).command is command


def test_the_commands_that_matter_are_there():
    assert {" ".join(line.split()[1:3]) for line in COMMANDS} == {"templates check", "eval prompts", "eval compare"}


@pytest.mark.parametrize("steps", [STEPS, *OURS.values(), ACTION["runs"]["steps"]])
def test_only_githubs_own_actions_are_used_each_with_its_major_version(steps):
    used = [step["uses"] for step in steps if "uses" in step]
    assert used
    assert all(re.fullmatch(r"actions/(checkout|setup-python|upload-artifact)@v\d+", name) for name in used)


def test_no_stranger_gets_at_a_secret_or_may_write():
    assert set(WORKFLOW["on"]) == {"pull_request"}  # never pull_request_target, which hands secrets to forks
    assert WORKFLOW["permissions"] == {"contents": "read", "pull-requests": "write"}
    assert [step["name"] for step in STEPS if "secrets." in str(step)] == [ASK]
    assert not [
        name for name, text in SCRIPTS.items() if "${{" in text
    ]  # what a stranger names reaches no shell as code
    assert "head.repo.full_name == github.repository" in next(s["if"] for s in STEPS if s.get("name") == "Comment")


def test_recordings_that_are_all_there_are_played_and_nobody_is_asked(run, calls, tmp_path):
    (tmp_path / "recordings").mkdir()
    (tmp_path / "recordings" / "all").touch()
    assert run(ASK, OPENAI_API_KEY="key").returncode == 0
    assert len(calls()) == 1


def test_without_a_key_a_missing_reply_ends_the_job_and_is_annotated(run, calls):
    done = run(ASK, OPENAI_API_KEY="")
    assert done.returncode == 4
    assert done.stdout.startswith("::error title=Prompt eval::replies are missing")
    assert not any("--record" in call for call in calls())


def test_with_a_key_a_missing_reply_is_asked_for_recorded_and_played(run, calls):
    assert run(ASK, OPENAI_API_KEY="key").returncode == 0
    assert ["--record" in call for call in calls()] == [False, True, False]


@pytest.mark.parametrize(("answer", "code"), [(0, 0), (1, 0), (3, 3), (70, 70)])
def test_a_change_for_the_worse_is_reported_before_the_job_fails(answer, code, run, tmp_path):
    assert run(COMPARE, ANSWER=str(answer)).returncode == code
    assert (tmp_path / "output").read_text(encoding="utf-8") == f"code={answer}\n"
    assert (tmp_path / "summary").exists() is (code == 0)
    assert run("Fail where the change is worse", CODE=str(answer)).returncode == answer


def test_an_annotation_holds_what_it_says_on_one_line(run, tmp_path):
    if not shutil.which("jq"):
        pytest.skip("there is no jq, so no annotation was made")
    reasons = ["Accepted fell by 20%.\n::error::taken", "Second."]
    made = {
        "verdict": "worse",
        "reasons": reasons,
        "warnings": ["w"],
        "broken": [{"scenario": "a\r\n::stop-commands::x"}, {"scenario": "b"}],
    }
    (tmp_path / "comparison.json").write_text(json.dumps(made), encoding="utf-8")
    done = run("Annotate")
    assert done.stdout.splitlines() == [
        "::error title=Prompt eval: worse::Accepted fell by 20%25.%0A::error::taken Second.",
        "::warning title=Prompt eval::w",
        "::warning title=Broken scenarios::a%0D%0A::stop-commands::x, b",
    ]


@pytest.fixture
def act(tmp_path):
    """Run a step of the Action as GitHub does, with a Python that notes what it is called with."""
    if not BASH or not ON_POSIX:
        pytest.skip("there is no bash on a POSIX system, so no step was run")
    python = tmp_path / "python of the job"
    python.write_text(
        f'#!/bin/sh\nprintf "%s\\n" "$@" >> "{tmp_path}/calls"\n[ "$2" = pip ] || exec "{sys.executable}" "$@"\n'
    )
    python.chmod(0o755)
    scripts = {step["name"]: step["run"] for step in ACTION["runs"]["steps"] if "run" in step}
    desk = tmp_path / "a checkout"
    desk.mkdir()

    def call(step, files="", options=""):
        given = {
            "PYTHON": str(python),
            "FILES": files,
            "OPTIONS": options,
            "RUNNER_TEMP": str(tmp_path),
            "GITHUB_ACTION_PATH": str(ROOT),
        }
        command = [BASH, "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", scripts[step]]
        return subprocess.run(
            command, cwd=desk, env={**os.environ, **given}, check=False, capture_output=True, text=True
        )

    call.desk = desk
    return call


def test_the_action_installs_itself_apart_from_the_jobs_own_packages(act, calls, tmp_path):
    assert act("Install").returncode == 0
    assert calls()[-3:] == ["--target", str(tmp_path / "questioner"), str(ROOT)]


def test_the_action_annotates_what_is_rejected_and_fails(act):
    (act.desk / "my questions.txt").write_text("What does 22% tell you?\nHave you considered hiring a tester?\n")
    (act.desk / "sub").mkdir()
    (act.desk / "sub" / "b.md").write_text("- Have you considered hiring a tester?\n")
    done = act("Review", "my questions.txt\n**/*.md\n")
    assert done.returncode == 1, done.stderr
    assert [line.partition(",col")[0] for line in done.stdout.splitlines() if "ADV102" in line] == [
        "::error file=my questions.txt,line=2", "::error file=sub/b.md,line=1",
    ]  # fmt: skip


def test_options_of_the_action_are_words_and_never_code(act):
    (act.desk / "a.txt").write_text("Have you considered hiring a tester?\n")
    assert act("Review", "a.txt", "--ignore ADV,CLO").returncode == 0
    done = act("Review", "a.txt", "$(touch here) ; touch there")
    assert done.returncode == 3
    assert sorted(path.name for path in act.desk.iterdir()) == ["a.txt"]


def test_a_file_of_the_checkout_is_no_option_and_no_module(act):
    (act.desk / "click.py").write_text("raise SystemExit('taken')")
    (act.desk / "--help").write_text("Have you considered hiring a tester?\n")
    assert act("Review", "--help").returncode == 1


def test_an_action_that_finds_no_file_says_so_and_fails(act):
    done = act("Review", "*.nothing\n")
    assert (done.returncode, done.stdout.startswith("::error title=questioner::no file matches")) == (3, True)


@pytest.mark.parametrize("steps", OURS.values(), ids=OURS)
def test_the_projects_own_jobs_hold_no_secret_and_run_what_is_there(steps):
    assert "secrets." not in str(steps)
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for script in (step["run"] for step in steps if "run" in step):
        assert "${{" not in script
        assert all(f"\n{target}:" in makefile for target in re.findall(r"^make (\w+)", script, re.MULTILINE))
        assert all((ROOT / path).is_file() for path in re.findall(r"[\w/-]+\.(?:py|txt)\b", script))


def test_every_python_that_is_promised_is_tested():
    metadata = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    promised = re.findall(r"Python :: (3\.\d+)", " ".join(metadata["classifiers"]))
    jobs = marked_yaml.load((ROOT / ".github/workflows/tests.yml").read_text(encoding="utf-8")).data["jobs"]
    assert set(promised) <= set(jobs["test"]["strategy"]["matrix"]["python"])
    assert f"PYTHONS ?= {' '.join(f'python{version}' for version in promised)}\n" in (ROOT / "Makefile").read_text(
        "utf-8"
    )


def test_the_hook_takes_lists_of_questions_and_nothing_else():
    (hook,) = HOOKS
    assert hook["entry"] == "questioner review"
    taken = re.compile(hook["files"])
    assert all(taken.search(path) for path in ("questions.txt", "teams/questions-checkout.md"))
    assert not any(taken.search(path) for path in ("README.md", "my-questions/notes.md", "questions.yaml"))


def test_the_page_about_hook_and_action_uses_what_they_offer():
    page = (ROOT / "docs" / "review-in-ci.md").read_text(encoding="utf-8")
    hook, workflow = (marked_yaml.load(text).data for text in re.findall(r"```yaml\n(.*?)```", page, re.DOTALL))
    assert hook["repos"][0]["hooks"][0]["id"] == HOOKS[0]["id"]
    assert set(workflow["jobs"]["review"]["steps"][1]["with"]) == set(ACTION["inputs"])
