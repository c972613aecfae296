"""The formats that pages are written in: their names, the endings of their files, and what they can do."""

from enum import StrEnum


class Format(StrEnum):
    """How a sheet, or another page, is written."""

    TEXT = "text"
    MARKDOWN = "markdown"
    JSON = "json"
    HTML = "html"
    PDF = "pdf"
    DOCX = "docx"

    @property
    def paged(self) -> bool:
        """Whether it has pages, so that the room's cut can stand on one of its own."""
        return self in {Format.HTML, Format.PDF, Format.DOCX}

    @property
    def binary(self) -> bool:
        """Whether it is no text, and nothing for a terminal."""
        return self in {Format.PDF, Format.DOCX}

    @property
    def ending(self) -> str:
        """The ending of its files, with the dot."""
        return next(ending for ending, form in ENDINGS.items() if form is self)


ENDINGS = {
    ".txt": Format.TEXT,
    ".md": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN,
    ".json": Format.JSON,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".pdf": Format.PDF,
    ".docx": Format.DOCX,
}
"""Endings by which a file's format is known; the first of each format is the one it is given."""
