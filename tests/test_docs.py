"""What the pages lead to and name is there: links, anchors, files, and each page in the index."""

import json
import re
import tomllib

import pytest

from questioner import phrasing, standing
from questioner.batch import bill, request_files
from questioner.batch.engines import live
from questioner.cli import engines
from questioner.evaluation.prompts.metrics import METRICS
from questioner.importing import offices, sources
from questioner.inputs import marked_yaml, team_file
from questioner.models import faults, openai_batches
from questioner.resources import Templates
from questioner.review import MAX_CHARS
from questioner.sheets.moves import moves
from questioner.team import fields

from .pages import PAGES, ROOT, anchors, in_backticks, links, name

PATH = re.compile(r"(?:\.\./)*[\w.-]+(?:/[\w.-]+)*/[\w-]+\.(?:py|toml|j2|css|md|json|yaml|jsonl|csv)")
PLACES = ("", "questioner", "templates", "docs", "questioner/batch")
"""What a path on a page may start from: the project's folder, or one that the page speaks of."""
MADE = ("runs/", "sheets/", "teams/", "build/")
"""Folders that only a run makes."""


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_link_of_a_page_leads_to_something(page):
    for link in links(page):
        if re.match(r"[a-z]+:", link):
            continue
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        assert target.exists(), f"{name(page)} leads to {link}, which is not there"
        assert not anchor or anchor in anchors(target), f"{name(page)}: {link} names no heading of that page"


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_file_of_the_project_that_a_page_names_is_there(page):
    for path in filter(PATH.fullmatch, in_backticks(page)):
        if not path.startswith(MADE):
            assert any((ROOT / place / path).exists() for place in PLACES), f"{name(page)} names {path}"


def test_every_page_of_the_docs_is_in_their_index():
    index = ROOT / "docs" / "README.md"
    led_to = {(index.parent / link.partition("#")[0]).resolve() for link in links(index)}
    assert [name(page) for page in PAGES if page.parent == index.parent and page not in {index, *led_to}] == []


def test_the_readme_leads_to_the_index_of_the_docs():
    assert "docs/README.md" in links(ROOT / "README.md")


WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
         "thirteen", "fourteen", "fifteen", "sixteen", "seventeen")  # fmt: skip


def text_of(page):
    return " ".join((ROOT / page).read_text(encoding="utf-8").split())


def listed(words):
    return " and ".join((", ".join(f"`{word}`" for word in words[:-1]), f"`{words[-1]}`"))


def rows_of(half):
    return len((ROOT / "evals" / "reviewer" / f"{half}.jsonl").read_text(encoding="utf-8").splitlines())


def test_the_pages_count_what_there_is():
    examples = WORDS[sum(path.suffix in {".yaml", ".json"} for path in (ROOT / "examples").iterdir())]
    assert f"holds {examples} teams to try" in text_of("README.md")
    assert f"{examples.title()} invented teams" in text_of("examples/README.md")
    assert f"{examples.title()} complete files" in text_of("docs/team-file.md")
    assert f"{WORDS[len(moves(Templates()))].title()} moves" in text_of("docs/asking.md")
    lenses = tomllib.loads((ROOT / "tools" / "lenses.toml").read_text(encoding="utf-8"))["lens"]
    assert f"has {len(lenses)} of them" in text_of("docs/asking.md")


def test_the_card_of_the_labelled_questions_counts_its_rows():
    dev, test, field = rows_of("dev"), rows_of("test"), rows_of("field")
    card = text_of("evals/reviewer/README.md")
    assert f"{dev + test + field:,} coaching questions" in card
    assert f"`field.jsonl` ({field:,})" in card
    assert f"`dev.jsonl` ({dev:,})" in card
    assert f"`test.jsonl` ({test:,})" in card


def test_the_readme_says_how_much_the_review_misses():
    figures = json.loads((ROOT / "evals" / "baselines" / "reviewer.json").read_text(encoding="utf-8"))["test"]
    missed, hard = (WORDS[round(1 / (1 - figures[f"{part}.recall"]))] for part in ("reject", "hard"))
    assert f"misses about one bad question in {missed} there, and about one in {hard} of those" in text_of("README.md")


MILLION = 1_000_000
LIMITS = (
    ("docs/team-file.md", f"UTF-8, up to {team_file.LARGEST // MILLION} MB"),
    ("docs/team-file.md", f"within the first {standing.DRAFT_UNTIL * 100:.0f} % of its cycle"),
    ("docs/team-file.md", f"may hold {fields.LONG:,} characters; titles, names and units {fields.SHORT}; a list {fields.MANY} entries"),
    ("docs/team-file.md", f"{listed(fields.UNSURE)} raise what is said of that key result in rank"),
    ("docs/team-file.md", f"{listed(fields.CLOSED)} say that nothing more is expected of it"),
    ("docs/team-file.md", f"What holds more than {phrasing.CLIP_QUOTE} words"),
    ("SECURITY.md", f"at most {team_file.LARGEST // MILLION} MB, {marked_yaml.DEEPEST} levels deep and {marked_yaml.MOST_NODES:,} values"),
    ("SECURITY.md", f"A file to import is at most {sources.LARGEST // MILLION} MB"),
    ("SECURITY.md", f"unfolds to {offices.LARGEST_UNPACKED // MILLION} MB at most"),
    ("SECURITY.md", f"texts over {MAX_CHARS:,} characters are rejected unread"),
    ("docs/batch.md", f"`--file-requests` ({request_files.Limits().requests:,})"),
    ("docs/batch.md", f"`--file-bytes` ({request_files.Limits().size:,})"),
    ("docs/batch.md", f"`--enqueued-tokens` ({engines.QUEUE:,} without it"),
    ("docs/batch.md", f"{bill.SCHEMA_TOKENS} tokens for the shape of the reply, and {bill.OUTPUT_TOKENS:,} for the reply"),
    ("docs/batch.md", f"expire after {openai_batches.OUTPUT_KEPT // 86_400} days"),
    ("docs/batch.md", f"no reply at all from {WORDS[live.HOPELESS]} teams in a row"),
    ("docs/models.md", f"up to {WORDS[int(faults.LONGEST_WAIT) // 60]} minutes"),
    ("docs/prompt-metrics.md", f"With {WORDS[sum(metric.gate for metric in METRICS)]} gates a p below"),
    ("docs/prompt-evals.md", f"among {WORDS[sum(not metric.gate for metric in METRICS)]} of them"),
)  # fmt: skip
"""Pages, and words of theirs that tell a limit which the program holds."""


@pytest.mark.parametrize(("page", "words"), LIMITS, ids=[words for _, words in LIMITS])
def test_the_pages_tell_the_limits_that_the_program_has(page, words):
    assert words in text_of(page)


def test_the_field_figures_are_told_as_they_are():
    figures = json.loads((ROOT / "evals" / "baselines" / "reviewer.json").read_text(encoding="utf-8"))["field"]
    told = text_of("docs/evals.md")
    wrong, missed, leading = (
        1 - figures["reject.precision"],
        1 - figures["labels.advice.caught"],
        1 - figures["labels.leading.caught"],
    )
    assert (
        "every fourth rejection is a false alarm, and a fifth of the advice and two fifths of what leads pass" in told
    )
    assert 0.23 < wrong < 0.28
    assert 0.17 < missed < 0.24
    assert 0.36 < leading < 0.46
    assert "it misses a fifth" in text_of("README.md")


def test_the_scenarios_are_counted_as_they_are():
    scenarios = len(list((ROOT / "evals" / "scenarios").glob("*.yaml")))
    assert f"on {scenarios} fictional teams" in text_of("CHANGELOG.md")
