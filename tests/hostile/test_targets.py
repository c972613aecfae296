"""Some hostile input of every kind; ``make fuzz`` feeds much more of it to the same targets."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from .targets import TARGETS


@pytest.mark.parametrize("name", TARGETS)
def test_hostile_input_ends_in_an_answer_or_in_sentences(name):
    @settings(max_examples=12, suppress_health_check=list(HealthCheck))
    @given(case=TARGETS[name].cases)
    def each(case):
        with tempfile.TemporaryDirectory() as folder:
            TARGETS[name].take(case, Path(folder))

    each()
