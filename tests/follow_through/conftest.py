"""What the tests of the follow-through share: a team with an earlier session, and the words of the close."""

from datetime import date

import pytest

from questioner import closing

SESSION = date(2026, 2, 20)
"""Day 50 of the cycle."""
EARLIER = {
    "day": 43,
    "insights": ["Calls work best before noon"],
    "commitments": [
        {"text": "call ten members", "who": "Mina", "due": 49, "status": "partly", "note": "four called"},
        {"text": "ask the lenders", "status": "done"},
        {"text": "write to the_board [soon]", "due": 60},
    ],
}


@pytest.fixture(scope="session")
def words(templates):
    """The built-in words of the close."""
    return closing.read(templates)


@pytest.fixture(scope="session")
def coached(picture):
    """A team on the day of its second session: C1 is partly done, C3 open."""
    return picture(sessions=[EARLIER])
