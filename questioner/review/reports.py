"""Verdicts as text, JSON, JSON lines, GitHub annotations, JUnit and SARIF; each written as the verdicts come."""

import json
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from questioner import __version__
from questioner.phrasing import for_json, for_xml, visible
from questioner.review import RULES, RULES_VERSION
from questioner.review.in_context import WRITTEN
from questioner.review.verdicts import Verdict
from questioner.session import Finding


class Format(StrEnum):
    """How verdicts are written."""

    TEXT = "text"
    JSON = "json"
    JSONL = "jsonl"
    GITHUB = "github"
    JUNIT = "junit"
    SARIF = "sarif"


SHOWN = 200
"""Characters of a text that are shown to a person; a longer one is cut with a mark."""


def write(verdicts: Iterable[Verdict], form: Format, name: str, *, suggest: bool = False) -> Iterator[str]:
    """Yield the pieces of a report on what ``name`` names, each ending in a line break."""
    if form is Format.TEXT:
        yield from _text(verdicts, suggest=suggest)
    elif form is Format.JSONL:
        yield from (_json(as_data(verdict)) + "\n" for verdict in verdicts)
    elif form is Format.JSON:
        yield from _list("[\n", (_json(as_data(verdict)) for verdict in verdicts), "\n]\n")
    elif form is Format.GITHUB:
        yield from _github(verdicts)
    elif form is Format.JUNIT:
        yield from _junit(verdicts, name)
    else:
        yield from _sarif(verdicts)


def as_data(verdict: Verdict) -> dict[str, Any]:
    """Return one verdict as plain data, in the order of the JSON contract."""
    return {
        "line": verdict.line,
        "text": verdict.text,
        "accepted": verdict.accepted,
        "labels": [label.value for label in verdict.labels],
        "findings": [
            {
                "code": f.code,
                "label": f.label.value,
                "severity": f.severity.value,
                "message": f.message,
                "start": f.start,
                "end": f.end,
                "instead": f.instead,
            }
            for f in verdict.findings
        ],
        "file": verdict.file,
    }


def _json(data: object) -> str:
    # Half a character in the input must not end the run: ASCII escapes can always be written.
    return for_json(_ENCODED(data).encode("utf-8", "backslashreplace").decode())


_ENCODED = json.JSONEncoder(ensure_ascii=False).encode  # json.dumps would make an encoder for every line


def _list(opening: str, entries: Iterable[str], closing: str) -> Iterator[str]:
    yield opening
    for number, entry in enumerate(entries):
        yield f",\n{entry}" if number else entry
    yield closing


def _text(verdicts: Iterable[Verdict], *, suggest: bool) -> Iterator[str]:
    total = rejected = warned = 0
    for verdict in verdicts:
        total += 1
        rejected += not verdict.accepted
        warned += verdict.accepted and bool(verdict.findings)
        if verdict.findings:
            yield "".join(_told(verdict, suggest=suggest))
    yield f"{total} read: {total - rejected} accepted ({warned} with a warning), {rejected} rejected.\n"


def _told(verdict: Verdict, *, suggest: bool) -> Iterator[str]:
    text = visible(verdict.text).replace("\t", " ")
    same = len(text) == len(verdict.text)
    shown = text if len(text) <= SHOWN else text[:SHOWN] + " …"
    place = f"{verdict.file}:{verdict.line}: "
    yield f"{place}{shown}\n"
    for finding in verdict.findings:
        if same and finding.end > finding.start and finding.start < SHOWN:
            indent = " " * (len(place) + finding.start)
            yield f"{indent}{'~' * (min(finding.end, SHOWN) - finding.start)}\n"
        mark = "rejected" if finding.rejects else "warning "
        yield f"    {mark} {finding.code} ({finding.label}): {finding.message}\n"
        if suggest and finding.instead:
            yield f"             instead: {finding.instead}\n"


def _github(verdicts: Iterable[Verdict]) -> Iterator[str]:
    for verdict in verdicts:
        for f in verdict.findings:
            level = "error" if f.rejects else "warning"
            place = f"file={_property(verdict.file)},line={verdict.line},col={f.start + 1},endColumn={f.end + 1}"
            yield f"::{level} {place},title={_property(f.code)}::{_data(f'{f.message} {visible(verdict.text)[:SHOWN]}')}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _junit(verdicts: Iterable[Verdict], name: str) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield f"<testsuites><testsuite name={quoteattr(for_xml(name))}>\n"
    for verdict in verdicts:
        case = f"<testcase classname={quoteattr(for_xml(verdict.file))} name={quoteattr(for_xml(f'{verdict.line}: {verdict.text[:SHOWN]}'))}"
        rejecting = [f for f in verdict.findings if f.rejects]
        if not rejecting:
            yield f"{case}/>\n"
            continue
        told = escape(for_xml("\n".join(f"{f.code} ({f.label}): {f.message}" for f in rejecting)))
        yield f"{case}><failure message={quoteattr(rejecting[0].code)}>{told}</failure></testcase>\n"
    yield "</testsuite></testsuites>\n"


def _sarif(verdicts: Iterable[Verdict]) -> Iterator[str]:
    every = (*RULES, *WRITTEN)
    rules = [{"id": r.code, "name": r.name, "shortDescription": {"text": r.message}} for r in every]
    properties = {"rulesVersion": RULES_VERSION}
    driver = {"name": "questioner", "version": __version__, "rules": rules, "properties": properties}
    head = f'{{"version": "2.1.0", "$schema": "https://json.schemastore.org/sarif-2.1.0.json", "runs": [{{"tool": {{"driver": {_json(driver)}}}, '
    results = (_json(_result(f, verdict)) for verdict in verdicts for f in verdict.findings)
    yield from _list(f'{head}"results": [\n', results, "\n]}]}\n")


def _result(finding: Finding, verdict: Verdict) -> dict[str, Any]:
    region = {"startLine": verdict.line, "startColumn": finding.start + 1, "endColumn": finding.end + 1}
    return {
        "ruleId": finding.code,
        "level": "error" if finding.rejects else "warning",
        "message": {"text": finding.message},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": verdict.file}, "region": region}}],
    }
