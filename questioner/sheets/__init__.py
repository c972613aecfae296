"""A session sheet as text, Markdown, JSON, HTML, PDF or a Word document, in the coach's cut or the room's."""

from questioner.sheets.cuts import SCHEMA_VERSION, as_data, for_room
from questioner.sheets.looks import Cut, HelpLevel, Look, Why
from questioner.sheets.writing import as_file, demand, write

__all__ = [
    "SCHEMA_VERSION",
    "Cut",
    "HelpLevel",
    "Look",
    "Why",
    "as_data",
    "as_file",
    "demand",
    "for_room",
    "write",
]
