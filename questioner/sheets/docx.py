"""A sheet as a Word document, to be changed before it is used."""

import io
import zipfile
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from questioner.errors import UsageError
from questioner.phrasing import for_xml, not_installed, on_one_line
from questioner.rendering import long_day

if TYPE_CHECKING:
    from docx.document import Document

NO_DAY = (1980, 1, 1, 0, 0, 0)
"""The first day a zip file knows, for every part, so that the same sheet gives the same file."""
RULE = "_" * 60


def library() -> Any:
    """Return python-docx.

    Raises:
        UsageError: when it is not installed.
    """
    try:
        import docx
    except ImportError:
        raise UsageError(f"--format docx: {not_installed('python-docx', 'docx')}") from None
    return docx


def document(cuts: Iterable[dict[str, Any]]) -> bytes:
    """Return the ``cuts`` as one Word document, each on a page of its own.

    Raises:
        UsageError: when python-docx is not installed.
    """
    made: Document = library().Document()
    made.core_properties.author = "questioner"
    for number, cut in enumerate(cuts):
        if number:
            made.add_page_break()  # type: ignore[no-untyped-call]  # of the library's own
        _Cut(made, cut).add()
    out = io.BytesIO()
    made.save(out)
    return _undated(out)


class _Cut:
    """One cut on its way into a document. Word takes text as it is, so nothing needs escaping."""

    def __init__(self, document: "Document", cut: dict[str, Any]) -> None:
        self.document, self.cut, self.sheet = document, cut, cut["sheet"]

    def add(self) -> None:
        """Add the cut, in the order of the other formats."""
        sheet, cut = self.sheet, self.cut
        self._heading(sheet["team"], 0)
        self._text(f"{cut['session_title']}, {sheet['minutes']} minutes — {long_day(sheet['as_of'])}")
        if cut["coach"]:
            self._before()
        self._heading("Opening")
        self._text(sheet["opening"]["line"])
        if sheet["opening"]["question"]:
            self._question(sheet["opening"]["question"])
        for section in sheet["sections"]:
            self._section(section)
        if cut["asks"]:
            self._heading(cut["words"].headings["own"])
            self._text(RULE)
        if cut["coach"]:
            self._spare()
        self._close()
        if cut["coach"]:
            self._foot()

    def _before(self) -> None:
        sheet = self.sheet
        if sheet["vision"]:
            self._text(sheet["vision"], style="Quote")
        self._heading("Before you walk in (for you alone)")
        for note in sheet["notes"]:
            first, *rest = note.splitlines()
            self._text(first, style="List Bullet")
            for line in rest:
                self._text(line, style="List Bullet 2")
        for warning in sheet["warnings"]:
            self._text(f"Data: {warning}", style="List Bullet")
        for name, told in self.cut["standings"]:
            self._text(f"{name}: {told}", style="List Bullet")

    def _section(self, section: dict[str, Any]) -> None:
        self._heading(section["title"])
        for fact in section.get("facts", ()):
            self._text(fact, style="List Bullet")
        for question in section["questions"]:
            self._question(question)
        if not self.cut["asks"]:
            self._text(RULE)
            self._text(RULE)

    def _question(self, question: dict[str, Any]) -> None:
        self._text(f"{self.cut['number'](question)}. {question['text']}", bold=True)
        for head, words in self.cut["aside"](question) if self.cut["coach"] else ():
            self._text(f"{head}: {words}")
        self._text(RULE)

    def _spare(self) -> None:
        if self.sheet["reserve"]:
            self._heading("In reserve")
        for question in self.sheet["reserve"]:
            self._text(f"{question['id']}. {question['text']}")
        for entry in self.sheet["left_out"]:
            self._text(f"Left out: {self.cut['titles'][entry['pillar']]}. {entry['why']}")

    def _close(self) -> None:
        sheet, cut = self.sheet, self.cut
        self._heading("Close")
        if cut["coach"] and sheet["promises"]:
            self._text(cut["words"].headings["earlier"], bold=True)
            for promise in sheet["promises"]:
                partly = " (partly)" if promise["status"] == "partly" else ""
                self._text(f"☐ {promise['id']}. {cut['promised'](promise)}{partly}")
        for head in (*sheet["close"].values(), *(cut["feedback"] if cut["coach"] else ())):
            self._text(head, bold=True)
            self._text(RULE)

    def _foot(self) -> None:
        sheet, cut = self.sheet, self.cut
        for question in sheet["rejected"] if cut["show_rejected"] else ():
            told = "; ".join(f"{finding['code']}: {finding['message']}" for finding in question["findings"])
            self._text(f"Rejected: {question['text']} ({told})")
        score = (
            f"This sheet scores {sheet['score']['total']} of 100: {cut['band']}.{cut['losses']} "
            if sheet["score"]
            else ""
        )
        self._text(f"{score}Nothing here rates the team, and nothing here belongs in an appraisal.")

    def _heading(self, text: str, level: int = 2) -> None:
        self.document.add_heading(_plain(text), level)

    def _text(self, text: str, style: str | None = None, *, bold: bool = False) -> None:
        self.document.add_paragraph(style=style).add_run(_plain(text)).bold = bold or None


def _plain(text: str) -> str:
    """Return ``text`` on one line and without what XML cannot hold."""
    return on_one_line(for_xml(text))


def _undated(written: io.BytesIO) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(written) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, NO_DAY), old.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()
