"""``questioner trends``: the page as text and as HTML."""

import html.parser
import shutil

import pytest

from .conftest import BEHIND, EXAMPLES, FILES

FOLLOW = EXAMPLES / "follow-through.json"
NAMES = ("Halina", "Dario", "Perpetua", "Yusuf")
HOSTILE = '<script>alert(1)</script> & "quoted" {{ 7*7 }}'


class Page(html.parser.HTMLParser):
    """Tags, attributes and text of a page; anything left open or closed twice is a fault."""

    VOID = frozenset({"meta", "line", "circle", "polyline"})

    def __init__(self, text):
        super().__init__()
        self.open, self.attributes, self.texts, self.tags = [], [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += attrs
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += attrs

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.texts.append(data)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_example_has_its_page_in_either_format(path, questioner):
    text, page = questioner("trends", path), questioner("trends", path, "--format", "html")
    assert (text.code, text.err, page.code, page.err) == (0, "", 0, "")
    assert max(map(len, text.out.splitlines())) <= 80
    parsed = Page(page.out)
    assert parsed.open == []
    assert len(page.out) < 200_000
    ids = [value for name, value in parsed.attributes if name == "id"]
    assert len(set(ids)) == len(ids)
    assert {value for name, value in parsed.attributes if name == "aria-labelledby"} <= set(ids)


def test_the_html_needs_nothing_from_elsewhere_and_draws_a_line_only_where_there_is_a_trend(questioner):
    page = Page(questioner("trends", FOLLOW, "--format", "html").out)
    assert not {name for name, _ in page.attributes} & {"src", "href", "onload", "style"}
    assert "script" not in page.tags
    # Of seven measures one has no point and three have one; of the others, one has three and so a line.
    assert [page.tags.count(tag) for tag in ("table", "svg", "polyline")] == [6, 3, 1]
    assert page.tags.count("circle") == page.tags.count("tr") - 3


def test_nobody_is_named(questioner):
    for form in ("text", "html"):
        out = questioner("trends", FOLLOW, "--format", form).out
        assert not any(name in out for name in NAMES)


def test_what_comes_from_a_file_is_escaped(questioner, team_file):
    path = team_file(f"sessions:\n  - {{date: 2026-01-01, feedback: {{useful: {HOSTILE!r}}}}}\n")
    path.write_text(path.read_text("utf-8").replace("team: Harbour Library", f"team: {HOSTILE!r}"), "utf-8")
    ran = questioner("trends", path, "--format", "html")
    assert ran.code == 0
    page = Page(ran.out)
    assert "script" not in page.tags
    assert page.texts.count(HOSTILE) == 2


def test_the_ending_of_the_file_chooses_the_format(questioner, tmp_path):
    questioner("trends", FOLLOW, "-o", tmp_path / "t.html")
    assert (tmp_path / "t.html").read_text("utf-8") == questioner("trends", FOLLOW, "--format", "html").out
    ran = questioner("trends", FOLLOW, "-o", tmp_path / "t.pdf")
    assert (ran.code, "choose --format text or html" in ran.err) == (2, True)


def test_a_folder_stands_for_its_team_files_and_names_what_is_none(questioner, tmp_path):
    shutil.copy(FOLLOW, tmp_path / "b.json")
    shutil.copy(BEHIND, tmp_path / "a.yaml")
    (tmp_path / "sheet.json").write_text("{}", encoding="utf-8")
    (tmp_path / "a.yaml.bak").write_text("no team", encoding="utf-8")
    ran = questioner("trends", tmp_path)
    assert ran.code == 0
    assert ran.out.index("Bank Feeds") < ran.out.index("Night Line Volunteers")
    assert [line[:10] for line in ran.err.splitlines()] == ["Left out: "]
    assert "sheet.json" in ran.err


def test_a_file_that_is_named_and_no_team_file_ends_in_three(questioner, tmp_path):
    (tmp_path / "none").mkdir()
    assert questioner("trends", tmp_path / "missing.yaml").code == 3
    ran = questioner("trends", tmp_path / "none")
    assert (ran.code, "holds no team file" in ran.err) == (3, True)


def test_the_page_for_several_teams_is_the_pages_of_each_alone(questioner):
    both, one, other = (questioner("trends", *paths).out for paths in ((BEHIND, FOLLOW), (BEHIND,), (FOLLOW,)))
    head = one.partition("Bank Feeds")[0]
    assert both == f"{one}\n\n{other.removeprefix(head)}"
