"""The page to read first: what it tells, what it must not tell, and that it is safe to open."""

import html
import json
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questioner.batch.index import Shared
from questioner.review.words import ALIKE, content, similarity

from ..cli.conftest import EXAMPLES
from .corpus import kinds

HOSTILE = 'Orchard"><script>alert(1)</script>&amp;'


@pytest.fixture
def page(tmp_path):
    """The text of the index."""
    return lambda where=".": (tmp_path / "out" / where / "index.html").read_text()


@pytest.fixture
def changed(tmp_path):
    """Write teams made from the first kind: ``changed({"team": "A"}, …)``; ``said`` goes into the latest check-in."""

    def write(*teams):
        folder = tmp_path / "teams"
        folder.mkdir()
        for place, change in enumerate(teams):
            data = json.loads(json.dumps(kinds()[0][0], default=str))
            latest = max(data["check_ins"], key=lambda one: one["date"])
            key_result = next(iter(latest["key_results"].values()))
            said = change.pop("said", {})
            key_result.pop("blockers", None)
            key_result.update(said)
            (folder / f"{place}.json").write_text(json.dumps({**data, **change}))
        return folder

    return write


class Outline(HTMLParser):
    """The tags, links and headings of a page."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.links, self.ids, self.open = [], [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        named = dict(attrs)
        if "href" in named:
            self.links.append(named["href"])
        if "id" in named:
            self.ids.append(named["id"])
        if tag not in {"meta", "br"}:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def section(text, name):
    return text.partition(f'id="{name}"')[2].partition("</section>")[0]


def test_every_team_stands_with_what_stands_out_and_how_its_session_opens(batch, page, tmp_path):
    batch(EXAMPLES / "behind.yaml", None, "--format", "json")
    [sheet] = [json.loads(p.read_text()) for p in (tmp_path / "out").glob("*.json")]
    row = html.unescape(section(page(), "teams"))
    assert sheet["team"] in row
    assert sheet["opening"]["question"]["text"] in row
    assert any(fact["text"] in row for fact in sheet["facts"][:3])


def test_links_lead_to_sheets_that_are_there(batch, teams, page, tmp_path):
    batch(teams(3))
    links = [link for link in Outline(page()).links if not link.startswith("#")]
    assert len(links) >= 3
    assert all((tmp_path / "out" / link).is_file() for link in links)


def test_each_group_has_a_page_of_its_own_with_its_own_teams(batch, changed, page, tmp_path):
    folder = changed({"team": "A", "tags": {"unit": "Front"}}, {"team": "B", "tags": {"unit": "Back"}})
    batch(folder, None, "--group-by", "unit")
    assert [link for link in Outline(page("front")).links if not link.startswith("#")] == ["a.md"]
    assert {"front/a.md", "back/b.md"} <= set(Outline(page()).links)


def test_the_page_is_well_formed_has_no_script_and_loads_nothing(batch, changed, page, tmp_path):
    batch(changed({"team": HOSTILE, "said": {"blockers": [HOSTILE]}}, {"team": "B", "said": {"blockers": [HOSTILE]}}))
    outline = Outline(page())
    assert outline.open == []
    assert {"script", "img", "link", "iframe", "b"} & set(outline.tags) <= {"b"}
    assert "alert(1)" in html.unescape(section(page(), "shared"))
    assert not re.search(r"""(?:src|href)=["']?(?:https?:|//|data:|javascript:)|url\(|@import""", page())
    assert "default-src 'none'" in page()


def test_the_page_can_be_used_without_sight_or_colour(batch, teams, page):
    batch(teams(2))
    outline = Outline(page())
    assert '<html lang="en">' in page()
    assert outline.tags.count("h1") == outline.tags.count("main") == 1
    assert 'scope="col"' in page()
    assert 'scope="row"' in page()
    assert {link[1:] for link in outline.links if link.startswith("#")} <= set(outline.ids)
    assert "prefers-color-scheme: dark" in page()


def test_blockers_that_say_the_same_are_brought_together(batch, changed, page):
    said = ["Legal has not signed the supplier contract", "the supplier contract is not signed by legal", "No printer"]
    batch(changed(*({"team": f"Team {n}", "said": {"blockers": [text]}} for n, text in enumerate(said))))
    shared = section(page(), "shared")
    assert shared.count("<li>") == 1
    assert "Legal has not signed" in shared
    assert ("Team 0" in shared, "Team 1" in shared, "Team 2" in shared) == (True, True, False)


def test_a_blocker_of_one_team_alone_is_not_shared(batch, changed, page):
    blockers = ["Legal has not signed", "Legal has not signed yet"]
    batch(changed({"team": "A", "said": {"blockers": blockers}}))
    assert 'id="shared"' not in page()


def test_what_names_a_person_is_left_out(batch, changed, page):
    owner = next(k["owner"] for o in kinds()[0][0]["objectives"] for k in o["key_results"] if k.get("owner"))
    said = {"blockers": [f"Waiting for {owner} to answer"]}
    batch(changed({"team": "A", "said": said}, {"team": "B", "said": said}))
    assert owner not in page()


def test_the_rooms_cut_tells_nothing_but_the_question(batch, page):
    batch(EXAMPLES, None, "--for", "room")
    assert 'id="shared"' not in page()
    assert 'id="missing"' not in page()
    assert 'data-head="Stands out"></td>' in page()
    assert not re.search('data-head="Stands out">[^<]', page())


def test_fear_and_scores_are_on_no_page(batch, page, tmp_path):
    batch(EXAMPLES, None, "--format", "json")
    sheets = [json.loads(path.read_text()) for path in (tmp_path / "out").glob("*.json")]
    sensitive = [fact["text"] for sheet in sheets for fact in sheet["facts"] if fact["sensitive"]]
    assert sensitive
    assert not [text for text in sensitive if text in html.unescape(page())]
    assert "score" not in page().lower()


def test_check_ins_that_are_missing_are_told(batch, changed, page):
    data = kinds()[0][0]
    latest = max(str(one["date"]) for one in data["check_ins"])
    folder = changed({"team": "Quiet", "as_of": str(data["cycle"]["end"])}, {"team": "Prompt", "as_of": latest})
    batch(folder)
    missing = section(page(), "missing")
    assert ("Quiet" in missing, "Prompt" in missing) == (True, False)


def test_teams_without_a_sheet_are_told_with_the_reason(batch, teams, page):
    folder = teams(2)
    (folder / "bad.json").write_text("{}")
    batch(folder)
    assert "is missing" in section(page(), "without") or "objectives" in section(page(), "without")
    assert "1 team without one" in page()


def test_teams_stand_in_the_order_of_the_input(batch, changed, page):
    batch(changed({"team": "Zebra"}, {"team": "Ant"}))
    assert re.findall(r"<th scope=\"row\"><a[^>]*>(\w+)<", page()) == ["Zebra", "Ant"]


def test_a_dry_run_writes_no_page(batch, teams, tmp_path):
    batch(teams(1), None, "--dry-run")
    assert not (tmp_path / "out").exists()


@given(
    st.lists(
        st.lists(st.sampled_from("legal contract signed printer budget door key".split()), min_size=1), max_size=12
    )
)
def test_blockers_are_grouped_as_if_each_were_held_against_every_group(texts):
    shared, expected = Shared(), []
    for place, words in enumerate(texts):
        stems = content(" ".join(words))
        shared.add((f"T{place}", ""), [" ".join(words)])
        group = next((group for group in expected if similarity(stems, group[0]) >= ALIKE), None)
        if group is None:
            expected.append(group := (stems, []))
        group[1].append(f"T{place}")
    found = sorted([name for name, _ in group.teams] for group in shared.groups)
    assert found == sorted(names for _, names in expected if len(names) > 1)
