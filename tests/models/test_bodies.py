"""What is read in a body, whatever its shape."""

import pytest

from questioner.exchange import Usage
from questioner.models.bodies import spoken, usage_of


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ({"error": {"message": "A", "type": "t", "code": "c"}}, "A"),
        ({"error": "A"}, "A"),
        ({"error": {"message": "", "code": "c"}}, "c"),
        ({"object": "error", "message": "A", "code": 400}, "A"),
        ({"detail": "A"}, "A"),
        ({"detail": [{"loc": ["body"], "msg": "A", "type": "missing"}]}, "A"),
        ([{"error": {"message": "A"}}], "A"),
        ("A", "A"),
        ("<html><body>A</body></html>", "a web page"),
        ("<HTML><TITLE>\nA </TITLE>", "a web page, A"),
        ({}, ""),
        (None, ""),
    ],
)
def test_the_words_for_people_are_found_in_bodies_of_every_shape(body, said):
    assert spoken(body) == said


def test_usage_is_read_from_parsed_bodies_and_what_is_odd_counts_nothing():
    body = {"usage": {"prompt_tokens": 5, "completion_tokens": -1, "prompt_tokens_details": 3}}
    assert usage_of(body) == Usage(0, 5, 0, 0)
    assert usage_of("text") == usage_of({"usage": []}) == usage_of(None) == Usage()
