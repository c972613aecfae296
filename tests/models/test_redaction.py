"""What is shown of texts from outside."""

import pytest

from questioner.models.redaction import one_line, redacted, without_login


@pytest.mark.parametrize(
    ("text", "secrets", "expected"),
    [
        ("is sk-1234 ok", ["sk-1234"], "is [key] ok"),
        ("sk-1234-5678", ["sk-1234", "sk-1234-5678"], "[key]"),
        ("an answer", ["", "a", "ans"], "an answer"),
    ],
)
def test_secrets_are_taken_out_and_scraps_of_words_are_not(text, secrets, expected):
    assert redacted(text, secrets) == expected


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://api.openai.com/v1/", "https://api.openai.com/v1"),
        ("http://coach:pass@localhost:1/v1", "http://localhost:1/v1"),
        ("http://token@localhost:1/v1?key=x#y", "http://localhost:1/v1"),
        ("http://localhost:1/@v1", "http://localhost:1/@v1"),
        ("localhost:1", "localhost:1"),
    ],
)
def test_an_address_is_shown_without_what_opens_it(url, shown):
    assert without_login(url) == shown


def test_a_line_is_cut_with_a_mark():
    assert one_line("a\n b\t\u200bc", limit=10) == "a b c"
    assert one_line("abcdef", limit=4) == "abc…"
