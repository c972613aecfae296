"""``prepare --dry-run``: the exact prompt, with nothing sent and nobody named."""

import re

import pytest

from questioner.inputs import read_team
from questioner.names import Names

from .conftest import BEHIND, FILES

PEOPLE = """check_ins:
  - date: DATE
    notes: Mina Varga says the desk by the entrance was empty; zanzibar.
    key_results:
      KR1: {value: 44, comment: "Ines counted the slips; yokohama.", asks: ["a quieter corner; quebec"]}
sessions:
  - date: DATE
    summary: The desk helps those who dare to ask; xanadu.
    commitments: [{text: stand beside the catalogue; walvisbay, who: Mina Varga, note: Mina has begun; vladivostok}]
background: Founded by tram drivers; uruguay.
vision: A place where the quarter learns; timbuktu
"""
WORDS = ("zanzibar", "yokohama", "quebec", "xanadu", "walvisbay", "vladivostok", "uruguay", "timbuktu")


@pytest.fixture
def people(team_file):
    path = team_file(PEOPLE)
    text = path.read_text(encoding="utf-8")
    day = re.search(r"as_of: (\S+)", text)[1]
    path.write_text(text.replace("DATE", day).replace("catalogue; w", "catalogue w"), encoding="utf-8")
    return path


@pytest.fixture(autouse=True)
def nothing_is_sent(monkeypatch):
    def asked(*_, **__):
        raise AssertionError("a model was chosen")

    monkeypatch.setattr("questioner.models.choose", asked)
    monkeypatch.setenv("OPENAI_API_KEY", "sk-not-a-key")


def dry(questioner, *arguments):
    ran = questioner("prepare", *arguments, "--dry-run", "--quiet")
    assert (ran.code, ran.err) == (0, "")
    return ran.out


def test_the_prompt_its_hash_and_its_tokens_are_printed(questioner):
    out = dry(questioner, BEHIND)
    assert out.startswith("--- system\n")
    assert "\n--- user\n" in out
    assert re.search(r"^prompt sha256: [0-9a-f]{64}$", out, re.MULTILINE)
    assert re.search(r"^templates sha256: [0-9a-f]{64}$", out, re.MULTILINE)
    tokens = int(re.search(r"^estimated tokens: (\d+)$", out, re.MULTILINE)[1])
    assert len(out) / 5 < tokens < len(out) / 3


def test_the_hash_follows_the_prompt(questioner):
    def told(*options):
        return re.search(r"^prompt sha256: (\S+)$", dry(questioner, BEHIND, *options), re.MULTILINE)[1]

    assert told() == told()
    assert told("--minutes", "45") != told()


def test_a_model_that_is_named_is_not_asked_either(questioner):
    assert dry(questioner, BEHIND, "--model", "some-model") == dry(questioner, BEHIND)


def test_the_prompt_can_be_written_to_a_file(questioner, tmp_path):
    assert dry(questioner, BEHIND, "-o", tmp_path / "prompt.txt") == ""
    assert (tmp_path / "prompt.txt").read_text(encoding="utf-8") == dry(questioner, BEHIND)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_no_known_name_of_an_example_is_in_its_prompt(path, questioner):
    names = Names.of(read_team(str(path)))
    user = dry(questioner, path).partition("--- user\n")[2]
    assert [user[start:end] for start, end in names.mentioned(user) if not user[start:end].startswith("Person ")] == []


def test_people_are_placeholders_unless_their_names_are_to_be_kept(questioner, people):
    hidden = dry(questioner, people)
    assert not re.search(r"\b(Mina|Varga|Ines)\b", hidden)
    assert "Person 1" in hidden
    kept = dry(questioner, people, "--keep-names")
    assert "Mina Varga says" in kept
    assert "Person 1" not in kept


def test_names_of_a_list_are_hidden_too(questioner, people, tmp_path):
    listed = tmp_path / "names.txt"
    listed.write_text("\nCatalogue Smith\nQuebec\n", encoding="utf-8")
    assert "quebec" in dry(questioner, people)
    assert "quebec" not in dry(questioner, people, "--names", listed)


def test_facts_alone_leave_out_what_the_team_wrote(questioner, people):
    text, facts = dry(questioner, people), dry(questioner, people, "--send", "facts")
    assert [word for word in WORDS if word not in text] == []
    told = facts.partition("What stands out")[0]
    assert [word for word in WORDS if word in told] == []
    for kept in ("Visitors find what they came for", "evenings that work", "44%", "60%"):
        assert kept in told
    for left_out in ("zanzibar", "yokohama", "xanadu", "uruguay", "vladivostok"):
        assert left_out not in facts
