"""The reviewer's figures as JUnit: one test case a bar, and one a wrong row that is shown."""

import xml.etree.ElementTree as ET
from collections.abc import Sequence
from typing import Any

from questioner.evaluation.bars import Bar
from questioner.phrasing import for_xml

SHOWN = 200
"""Characters of a question that stand in a test case's name."""


def document(figures: dict[str, Any], bars: Sequence[Bar], name: str, *, errors: bool) -> str:
    """Return the XML; with ``errors`` each wrong row is a failure of its own."""
    cases = [_case("bars", f"{bar.name} >= {bar.least:g}", "" if bar.reached else str(bar)) for bar in bars]
    if errors:
        cases += [_case("questions", f"{e['id']}: {e['text'][:SHOWN]}", _told(e)) for e in figures["errors"]]
    failures = sum(len(case) for case in cases)
    counts = {"tests": str(len(cases)), "failures": str(failures)}
    root = ET.Element("testsuites", counts)
    suite = ET.SubElement(root, "testsuite", {"name": for_xml(f"eval reviewer {name}"), **counts})
    suite.extend(cases)
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _case(group: str, name: str, failure: str) -> ET.Element:
    case = ET.Element("testcase", {"classname": group, "name": for_xml(name)})
    if failure:
        ET.SubElement(case, "failure", {"message": for_xml(failure)})
    return case


def _told(error: dict[str, Any]) -> str:
    if error["rejected"]:
        return f"rejected ({', '.join(error['codes'])}), and should pass"
    return f"accepted, and should not ({', '.join(error['labels'])})"
