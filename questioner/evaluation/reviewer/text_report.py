"""The reviewer's figures as a page of text."""

import textwrap
from collections.abc import Iterator, Sequence
from typing import Any

from questioner.evaluation.bars import Bar
from questioner.phrasing import on_one_line

WIDTH = 100
"""Columns of a list of codes."""


def lines(figures: dict[str, Any], bars: Sequence[Bar] = (), *, errors: bool, rules: bool = False) -> Iterator[str]:
    """Yield the report a line at a time; with ``rules`` each rule's own figures, with ``errors`` each wrong row."""
    yield f"{figures['n']} questions, rules {figures['rules_version']}, 95 % Wilson intervals in brackets."
    yield ""
    yield from _overall(figures)
    yield ""
    yield from _labels(figures["labels"])
    yield from _sources(figures["sources"])
    yield from _rules(figures["rules"]) if rules else ()
    yield from _judge(figures["judge"]) if "judge" in figures else ()
    yield from _bars(bars)
    yield from _errors(figures["errors"]) if errors else ()


def _overall(figures: dict[str, Any]) -> Iterator[str]:
    yield _detection("all", figures["reject"])
    for half in ("hard", "easy"):
        yield _detection(f"{half} ({figures[half]['rows']})", figures[half])
    pairs = figures["pairs"]
    yield f"{'pairs right':<22}{_share(pairs['accuracy'], pairs['ci'])}  of {pairs['n']}"
    base = figures["baseline"]
    yield f"{'accuracy':<22}{_share(base['accuracy'], base['ci']['accuracy'])}"
    yield f"{'accepting everything':<22}{_share(base['accept_everything'], base['ci']['accept_everything'])}"
    yield f"{'borderline accepted':<22}{figures['borderline']['accepted']} of {figures['borderline']['n']}"


def _labels(labels: dict[str, Any]) -> Iterator[str]:
    yield f"{'label':<16}{'rows':>5}  {'caught':<22}{'label precision':<22}label recall"
    for name, own in labels.items():
        yield (
            f"{name:<16}{own['support']:>5}  {_share(own['caught'], own['ci']['caught']):<22}"
            f"{_share(own['precision'], own['ci']['precision']):<22}{_share(own['recall'], own['ci']['recall'])}"
        )


def _sources(sources: dict[str, Any]) -> Iterator[str]:
    if not sources:
        return
    yield ""
    yield "Balanced accuracy: the mean of rows without labels accepted and rows labelled closed rejected."
    yield f"{'source':<12}{'open':>5}{'closed':>7}  {'balanced accuracy':<22}{'advice caught':<28}accept precision"
    for name, own in sources.items():
        n, ci = own["n"], own["ci"]
        advice = f"{_share(own['advice_caught'], ci['advice_caught'])} of {n['advice_caught']}"
        yield (
            f"{on_one_line(name)[:11]:<12}{n['open_accepted']:>5}{n['closed_caught']:>7}  "
            f"{_share(own['balanced_accuracy'], ci['balanced_accuracy']):<22}{advice:<28}"
            f"{_share(own['accept_precision'], ci['accept_precision'])}"
        )


def _rules(rules: list[dict[str, Any]]) -> Iterator[str]:
    yield ""
    yield "right: fired on a row to reject; wrong: on one to accept; alone: no other rule rejects the row."
    yield f"{'rule':<8}{'label':<16}{'fires':>6}{'right':>6}{'wrong':>6}  {'alone +/-':<11}share right"
    for own in rules:
        if own["fires"]:
            alone = f"{own['alone']['right']}/{own['alone']['wrong']}" if own["severity"] == "reject" else "only warns"
            mark = "  wrong more often than right" if own["harmful"] else ""
            yield (
                f"{own['code']:<8}{own['label']:<16}{own['fires']:>6}{own['right']:>6}{own['wrong']:>6}  {alone:<11}"
                f"{_share(own['share_right'], own['ci'])}{mark}"
            )
    unmeasured = [own["code"] for own in rules if not own["fires"]]
    yield textwrap.fill(f"Unmeasured, since they never fire here: {', '.join(unmeasured) or 'none'}.", WIDTH)


def _judge(own: dict[str, Any]) -> Iterator[str]:
    yield ""
    yield f"Judge {on_one_line(own['judge'])}, rubric {own['rubric_sha256'][:12]}, by itself, on {own['n']} questions:"
    for key, told in (("kappa", "κ with the labels"), ("tpr", "to reject, rejected"), ("tnr", "to accept, accepted")):
        yield f"{told:<22}{_share(own[key], own['ci'][key])}"
    yield f"{'share to reject':<22}{_share(own['base_rate'], own['ci']['base_rate'])}"
    yield f"{'without an answer':<22}{own['unjudged']}"


def _bars(bars: Sequence[Bar]) -> Iterator[str]:
    if bars:
        yield f"\nBars reached: {sum(bar.reached for bar in bars)} of {len(bars)}"


def _detection(name: str, own: dict[str, Any]) -> str:
    precision, recall = (_share(own[key], own["ci"][key]) for key in ("precision", "recall"))
    return f"{name:<22}precision {precision}  recall {recall}  F1 {_number(own['f1'])}"


def _share(value: float | None, interval: list[float] | None) -> str:
    return "–" if value is None or interval is None else f"{value:.3f} [{interval[0]:.3f}, {interval[1]:.3f}]"


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def _errors(found: list[dict[str, Any]]) -> Iterator[str]:
    for title, rejected in (("Rejected, and should pass", True), ("Accepted, and should not", False)):
        own = [error for error in found if error["rejected"] is rejected]
        yield f"\n{title}: {len(own)}"
        for error in own:
            yield f"  {on_one_line(error['id'])} {'/'.join(error['codes'] or error['labels'])}: {on_one_line(error['text'])}"
