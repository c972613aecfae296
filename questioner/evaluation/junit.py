"""Reports in JUnit's form, for whatever shows test results."""

import xml.etree.ElementTree as ET
from collections.abc import Sequence

from questioner.phrasing import for_xml


def case(group: str, name: str, failure: str = "", said: str = "") -> ET.Element:
    """Return a test case; with ``failure`` it failed for that reason, and ``said`` stands in it as its output."""
    made = ET.Element("testcase", {"classname": group, "name": for_xml(name)})
    if failure:
        ET.SubElement(made, "failure", {"message": for_xml(failure)})
    if said:
        ET.SubElement(made, "system-out").text = for_xml(said)
    return made


def document(suite: str, cases: Sequence[ET.Element]) -> str:
    """Return the XML of one suite."""
    failures = sum(case.find("failure") is not None for case in cases)
    counts = {"tests": str(len(cases)), "failures": str(failures)}
    root = ET.Element("testsuites", counts)
    ET.SubElement(root, "testsuite", {"name": for_xml(suite), **counts}).extend(cases)
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'
