"""How far a judge agrees with labels, counted by hand."""

import pytest

from questioner.errors import InputError
from questioner.evaluation.reviewer.agreement import calibrate
from questioner.evaluation.reviewer.datasets import Labelled, bundled, sha256
from questioner.evaluation.statistics import Rate, kappa
from questioner.session import Finding, Label, Severity

FINDING = Finding("JDG901", Label.ADVICE, Severity.REJECT, "It advises.")


class Opinion:
    def __init__(self, *findings):
        self.findings, self.by = findings, "gpt-fictional-1"


class Judge:
    """A judge that has made up its mind."""

    name, rubric_sha256, answered_by = "gpt-fictional", "b" * 64, frozenset({"gpt-fictional-1"})

    def __init__(self, *opinions):
        self.seen, self._opinions = [], opinions

    def opinions(self, texts):
        self.seen = list(texts)
        return iter(self._opinions)


def row(number, verdict):
    labels = ("advice",) if verdict == "reject" else ()
    return Labelled(id=str(number), text=f"What about {number}?", verdict=verdict, labels=labels)


ROWS = [row(n, verdict) for n, verdict in enumerate(["reject"] * 4 + ["accept"] * 4 + ["accept_borderline"])]
BAD, FINE = Opinion(FINDING), Opinion()


def test_the_judge_is_held_against_rows_that_are_not_borderline(tmp_path):
    path, said = tmp_path / "rows.jsonl", []
    path.write_text("the rows", encoding="utf-8")
    judge = Judge(BAD, BAD, BAD, FINE, FINE, FINE, BAD, None)
    found = calibrate(judge, ROWS, "rows.jsonl", path, said.append)
    assert len(judge.seen) == 8
    assert (found.n, found.unjudged) == (7, 1)
    assert (found.tpr, found.tnr, found.base_rate) == (0.75, 0.6667, 0.5714)
    assert found.ci["tpr"] == pytest.approx(Rate(3, 4).interval, abs=1e-3)
    assert (found.dataset.name, found.dataset.sha256) == ("rows.jsonl", sha256(path))
    assert (found.judge, found.answered_by) == ("gpt-fictional", ("gpt-fictional-1",))
    assert said == ["Asking gpt-fictional about 8 questions in 1 requests."]


def test_kappa_takes_away_what_chance_would_reach():
    """Cohen's own kind of table: 20 and 15 agreed upon, 5 and 10 not; 0.7 agreed, 0.5 by chance."""
    found = kappa(Rate(20, 25), Rate(15, 25))
    assert found["value"] == 0.4
    reach = 1.96 * (0.7 * 0.3 / 50) ** 0.5 / 0.5
    assert found["ci"] == pytest.approx([0.4 - reach, 0.4 + reach], abs=1e-3)


@pytest.mark.parametrize(
    ("hits", "passes", "value"),
    [(Rate(5, 5), Rate(5, 5), 1), (Rate(0, 5), Rate(0, 5), -1), (Rate(5, 5), Rate(0, 5), 0)],
)
def test_kappa_is_one_in_full_agreement_and_nothing_for_a_judge_that_rejects_all(hits, passes, value):
    assert kappa(hits, passes)["value"] == value


@pytest.mark.parametrize(("hits", "passes"), [(Rate(0, 0), Rate(0, 0)), (Rate(3, 3), Rate(0, 0))])
def test_kappa_of_nothing_or_of_one_kind_of_row_cannot_be_told(hits, passes):
    assert kappa(hits, passes) == {"value": None, "ci": None}


def test_the_halves_have_hashes_of_their_own():
    assert sha256(bundled("dev")) != sha256(bundled("test"))
    with pytest.raises(InputError):
        bundled("none")
