"""How far a model judge agrees with labelled questions."""

from collections.abc import Callable, Sequence
from pathlib import Path

from questioner.evaluation.reviewer.datasets import Labelled, Truth, sha256
from questioner.evaluation.statistics import Rate, kappa
from questioner.judge import LOT, Calibration, Judge, Questions


def calibrate(
    judge: Judge, rows: Sequence[Labelled], name: str, path: Path, talk: Callable[[str], None]
) -> Calibration:
    """Ask ``judge`` about the rows of ``path`` that are not borderline, and return how far it agrees with them.

    A row counts as rejected by the judge when it finds a fault in it. Rows without an answer count for nothing but
    ``unjudged``. ``talk`` is told how many requests there will be.

    Raises:
        ServiceError: when no reply can be had.
    """
    firm = [row for row in rows if row.verdict is not Truth.BORDERLINE]
    talk(f"Asking {judge.name} about {len(firm)} questions in {-(-len(firm) // LOT)} requests.")
    opinions = list(judge.opinions(row.text for row in firm))
    answered = [
        (row.verdict is Truth.REJECT, bool(opinion.findings))
        for row, opinion in zip(firm, opinions, strict=True)
        if opinion is not None
    ]
    faulty = [found for truth, found in answered if truth]
    sound = [not found for truth, found in answered if not truth]
    hits, passes = Rate(sum(faulty), len(faulty)), Rate(sum(sound), len(sound))
    base = Rate(len(faulty), len(answered))
    agreement = kappa(hits, passes)
    rates = {"tpr": hits.as_data(), "tnr": passes.as_data(), "base_rate": base.as_data(), "kappa": agreement}
    return Calibration.model_validate(
        {
            "judge": judge.name,
            "answered_by": sorted(judge.answered_by),
            "rubric_sha256": judge.rubric_sha256,
            "dataset": Questions(name=name, sha256=sha256(path)),
            "n": len(answered),
            "unjudged": len(firm) - len(answered),
            **{key: rate["value"] for key, rate in rates.items()},
            "ci": {key: rate["ci"] for key, rate in rates.items()},
        }
    )
