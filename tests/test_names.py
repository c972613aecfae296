"""Whose names are known, how they are hidden, and what is no name."""

import pytest

from questioner.names import Names


@pytest.fixture
def names(team):
    """Make the names of a team with these owners, one a key result."""
    return lambda *owners, declared=(), **given: Names.of(team(krs=[{"owner": o} for o in owners], **given), declared)


@pytest.mark.parametrize(
    ("owner", "people"),
    [
        ("Mina", ("Mina",)),
        ("mina", ("mina",)),
        ("Mina Kovac", ("Mina Kovac",)),
        ("Mina Kovac, Jonah Bell and Ayo", ("Mina Kovac", "Jonah Bell", "Ayo")),
        ("Mina/Jonah", ("Mina", "Jonah")),
        ("Mina & Jonah + Ayo; Piet", ("Mina", "Jonah", "Ayo", "Piet")),
        ("Ana van der Berg", ("Ana van der Berg",)),
        ("Joan de la Cruz Prat", ("Joan de la Cruz Prat",)),
        ("@mina", ("@mina",)),
        ("Mina and everybody", ("Mina",)),
        ("Sandra", ("Sandra",)),
        ("Andy Band", ("Andy Band",)),
    ],
)
def test_owners_are_people(owner, people, names):
    assert names(owner).people == people


@pytest.mark.parametrize(
    "owner",
    [
        "the team", "Design Team", "all", "TBD", "n/a", "we", "Sales", "HR", "Payments squad", "the night shift",
        "Logistics", "Pharmacy", "Security & Compliance", "Board", "2 volunteers", "?",
        "Whoever is on the late shift that week",
        "We share this one between the people on the rota, rota first",
        "the caretaker, whoever that is, and others",
    ],
)  # fmt: skip
def test_teams_and_remarks_are_not_people(owner, names):
    assert names(owner).people == ()


def test_a_name_inside_an_owner_remark_is_known_all_the_same(names):
    assert names("we share this, Mina and others").people == ("Mina",)


def test_a_person_who_owns_twice_is_one_person(names):
    assert names("Mina", "Jonah", "Mina").people == ("Mina", "Jonah")


def test_those_behind_commitments_are_people(names):
    assert names(None, sessions=[{"day": 43, "commitments": [{"text": "call", "who": "Jonah"}]}]).people == ("Jonah",)


def test_declared_names_come_first(names):
    assert names("Mina", declared=("Piet Laan", " Ayo ")).people == ("Piet Laan", "Ayo", "Mina")


@pytest.mark.parametrize(
    "given",
    [
        {"background": "Write to mina.kovac@example.org."},
        {"notes": "Write to mina.kovac@example.org."},
        {"now": {"comment": "Write to mina.kovac@example.org."}},
        {"now": {"blockers": ["no answer from mina.kovac@example.org"]}},
        {"now": {"asks": ["a word from mina.kovac@example.org"]}},
        {"sessions": [{"day": 43, "insights": ["ask mina.kovac@example.org"]}]},
        {"sessions": [{"day": 43, "summary": "ask mina.kovac@example.org"}]},
        {"sessions": [{"day": 43, "commitments": [{"text": "ask mina.kovac@example.org"}]}]},
        {"sessions": [{"day": 43, "commitments": [{"text": "ask", "note": "mina.kovac@example.org"}]}]},
    ],
)
def test_an_address_anywhere_in_the_file_is_a_name_and_tells_one(given, names):
    known = names(None, **given)

    assert known.hide("mina.kovac@example.org, Kovac and mina") == "Person 1, Person 1 and Person 1"


def test_an_address_that_belongs_to_nobody_hides_no_words(names):
    known = names(None, background="Write to info@example.org.")

    assert known.hide("more info from info@example.org") == "more info from Person 1"


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("Mina Kovac called.", "Person 1 called."),
        ("Mina called, Kovac wrote.", "Person 1 called, Person 1 wrote."),
        ("MINA and mina", "Person 1 and Person 1"),
        ("Mina's plan, Mina’s list", "Person 1's plan, Person 1’s list"),
        ("(Mina) “Mina” @Mina", "(Person 1) “Person 1” @Person 1"),
        ("Jonah-Mina pairing", "Person 2-Person 1 pairing"),
        ("Minaret, Kovacs, Yasmina", "Minaret, Kovacs, Yasmina"),
        ("x@mina.example", "x@mina.example"),
        ("", ""),
    ],
)
def test_a_known_name_is_hidden_whole_and_in_parts(text, hidden, names):
    assert names("Mina Kovac", "Jonah").hide(text) == hidden


def test_the_longest_spelling_is_hidden_as_one(names):
    assert names("Ana Berg", "Ana").hide("Ana Berg met Ana") == "Person 1 met Person 1"


@pytest.mark.parametrize(
    ("owner", "text", "hidden"),
    [
        ("Will", "Will will call", "Person 1 will call"),
        ("May", "May may not, WILL MAY?", "Person 1 may not, WILL MAY?"),
        ("Mark Long", "Mark Long, a long mark", "Person 1, a long mark"),
        ("Grace", "with good grace", "with good grace"),
    ],
)
def test_a_name_that_is_also_a_word_stays_a_word(owner, text, hidden, names):
    assert names(owner).hide(text) == hidden


def test_a_title_alone_hides_nobody(names):
    assert (
        names("Sister Adaeze").hide("Sister Adaeze has a sister; Adaeze knows")
        == "Person 1 has a sister; Person 1 knows"
    )


def test_short_parts_are_hidden_only_with_the_rest(names):
    assert names("Jo Li").hide("Jo Li, so Jo") == "Person 1, so Jo"


def test_nothing_is_hidden_where_nobody_is_known(names):
    known = names("the team")

    assert known.hide("Mina called") == "Mina called"
    assert known.mentioned("Mina called") == ()


def test_mentions_are_told_by_their_place(names):
    text = "Did mina ask Jonah's friend?"

    assert [text[a:b] for a, b in names("Mina", "Jonah").mentioned(text)] == ["mina", "Jonah"]


def test_a_placeholder_counts_as_a_mention(names):
    text = "What does Person 12 think of this person 3?"

    assert [text[a:b] for a, b in names("Mina").mentioned(text)] == ["Person 12"]


def test_signs_in_a_name_are_no_pattern(names):
    assert names("J.R. Mo(o)re").hide("J.R. Mo(o)re and JxRx Moore") == "Person 1 and JxRx Moore"
