"""What travels in a wheel, and what it is worked on with: data without code, nothing that nobody reads, and releases that are pinned."""

import re
import tomllib
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from questioner import overlay, plan, prepare, prompts, standing
from questioner.batch.index import write_indexes
from questioner.batch.ledger import Ledger
from questioner.batch.shelf import Shelf
from questioner.evaluation.prompts.blind import Blind
from questioner.evaluation.prompts.comparison import Side
from questioner.evaluation.prompts.pairing import compare
from questioner.evaluation.prompts.results import Meta
from questioner.evaluation.prompts.rows import Row
from questioner.evaluation.prompts.summary import summarise
from questioner.evaluation.prompts.told import blind, comparison_page, run_page
from questioner.evaluation.reviewer import html_report
from questioner.evaluation.reviewer.report import report
from questioner.follow_through import note, trends, trends_page
from questioner.formats import Format
from questioner.inputs import read_team
from questioner.judge import Judge
from questioner.models.replay import Replay
from questioner.resources import Templates
from questioner.session import SessionKind
from questioner.sheets import HelpLevel, Look, write

ROOT = Path(__file__).parent.parent
DATA = [ROOT / name for name in ("templates", "evals")]


class Recorded(Templates):
    """The built-in templates, keeping the names that were read."""

    def __init__(self):
        super().__init__()
        self.read = set()

    def text(self, name):
        self.read.add(name)
        return super().text(name)


@pytest.mark.parametrize("folder", DATA, ids=lambda folder: folder.name)
def test_no_code_lives_in_the_data_folders(folder):
    assert [path for path in folder.rglob("*.py*") if path.is_file()] == []


def test_the_wheel_takes_the_package_and_the_two_data_folders_and_no_more():
    wheel = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["hatch"]["build"]["targets"][
        "wheel"
    ]
    assert wheel["only-include"] == ["questioner", *(folder.name for folder in DATA)]
    assert wheel["sources"] == {folder.name: f"questioner/_data/{folder.name}" for folder in DATA}


LOCKED = (ROOT / "requirements-dev.txt").read_text(encoding="utf-8")


def test_what_is_worked_with_is_pinned_by_release_and_hash_and_names_no_index():
    assert "://" not in LOCKED
    entries = re.split(r"\n(?=[a-z])", LOCKED)[1:]
    assert len(entries) > 30
    assert [
        entry
        for entry in entries
        if not re.match(r"[\w.-]+==[\w.]+.*( \\\n    --hash=sha256:[0-9a-f]{64})+\s*\Z", entry)
    ] == []


def test_every_release_that_is_pinned_is_one_that_may_be_taken():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    pinned = dict(re.findall(r"^([\w.-]+)==([\w.]+)", LOCKED, re.MULTILINE))
    asked = [Requirement(line) for line in (*project["project"]["dependencies"], *project["dependency-groups"]["dev"])]
    assert [str(one) for one in asked if not one.specifier.contains(pinned[one.name.lower()])] == []


def pages_of_prompts(templates):
    """Write each page of a prompt eval once, of a run of one row."""
    own = summarise([Row("built-in", "ward", "m", 1)])
    side = Side("runs/a", "0" * 64, own, scenarios={"ward": "0" * 64})
    meta = Meta(version="0", rules_version="", templates={}, scenarios=side.scenarios, models=("m",), repeats=1)
    run_page.page(meta, [own], "runs/a", templates=templates)
    comparison_page.page(compare(side, side), templates)
    blind.page(Blind("none", ()), templates)


def test_every_bundled_template_is_read_by_something(tmp_path):
    templates = Recorded()
    picture = standing.read(read_team(str(ROOT / "examples" / "behind.yaml")), date(2026, 8, 31))
    made = prepare.prepare(picture, plan.Brief(SessionKind.CHECK_IN, 30), templates)
    sheet = prepare.from_bank(made)
    prompts.again(made.prompt, "", prompts.wanted(made.plan), (), templates)
    Judge(Replay(ROOT), templates).request(["What now?"])
    html_report.page(report(()), (), "none", errors=True, templates=templates)
    pages_of_prompts(templates)
    for form in (form for form in Format if not form.binary):
        write(sheet, form, Look(level=HelpLevel.MOVES), made.table, templates)
    note.read(templates)
    found = trends.trends([(picture.team, picture.as_of)], templates)
    for page in (Format.TEXT, Format.HTML):
        trends_page.write(found, page, templates)
    with closing(Ledger(tmp_path, date(2026, 8, 31))) as ledger:
        ledger.begin_run()
        write_indexes(Shelf(tmp_path), ledger, templates)
    assert set(templates.names) - templates.read == {"starter.yaml"}  # which `questioner init` writes


def test_every_jinja_template_is_held_to_its_variables():
    names = Templates().names
    assert set(overlay.GIVEN) == {name for name in names if name.endswith(".j2")}
