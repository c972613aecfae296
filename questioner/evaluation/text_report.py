"""The reviewer's figures as a page of text."""

from collections.abc import Iterator
from typing import Any


def lines(figures: dict[str, Any], *, errors: bool) -> Iterator[str]:
    """Yield the report a line at a time; with ``errors`` each wrong row is listed."""
    yield f"{figures['n']} questions, rules {figures['rules_version']}, 95 % Wilson intervals in brackets."
    yield ""
    yield _detection("all", figures["reject"])
    for half in ("hard", "easy"):
        yield _detection(f"{half} ({figures[half]['rows']})", figures[half])
    pairs = figures["pairs"]
    yield f"{'pairs right':<22}{_share(pairs['accuracy'], pairs['ci'])}  of {pairs['n']}"
    base = figures["baseline"]
    yield f"{'accuracy':<22}{_share(base['accuracy'], base['ci']['accuracy'])}"
    yield f"{'accepting everything':<22}{_share(base['accept_everything'], base['ci']['accept_everything'])}"
    yield f"{'borderline accepted':<22}{figures['borderline']['accepted']} of {figures['borderline']['n']}"
    yield ""
    yield f"{'label':<16}{'rows':>5}  {'caught':<22}{'label precision':<22}{'label recall':<22}"
    for name, own in figures["labels"].items():
        yield (
            f"{name:<16}{own['support']:>5}  {_share(own['caught'], own['ci']['caught']):<22}"
            f"{_share(own['precision'], own['ci']['precision']):<22}{_share(own['recall'], own['ci']['recall']):<22}"
        )
    yield from _errors(figures["errors"]) if errors else ()


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
            yield f"  {error['id']} {'/'.join(error['codes'] or error['labels'])}: {error['text']}"
