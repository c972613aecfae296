"""What the pages lead to and name is there: links, anchors, files, and each page in the index."""

import re

import pytest

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
