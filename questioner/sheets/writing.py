"""A sheet written: one set of values for every format, the format's template, and everything from data escaped for it."""

import json
import re
from collections.abc import Callable, Mapping
from typing import Any

from questioner import closing
from questioner.closing import FEEDBACK
from questioner.errors import UsageError
from questioner.formats import Format
from questioner.phrasing import for_json, for_markdown, visible
from questioner.plan import SessionTable
from questioner.prompts import pillar_words
from questioner.rendering import Safe, render
from questioner.resources import Templates
from questioner.review.score import band
from questioner.session import SessionKind, SessionSheet
from questioner.sheets import cuts
from questioner.sheets.drawing import draw, told
from questioner.sheets.fitting import fit
from questioner.sheets.looks import Cut, HelpLevel, Look, Why
from questioner.sheets.moves import MoveNames

ONE_PAGE = frozenset({SessionKind.CHECK_IN, SessionKind.ONE_TO_ONE})
"""Kinds of session whose sheet prints on one page; the others take two."""


def demand(form: Format, cut: Cut) -> None:
    """Make sure that a sheet can be written so, before anybody is asked for its questions.

    Raises:
        UsageError: for both cuts in a format without pages; for PDF without Chromium; for Word without python-docx.
    """
    if cut is Cut.BOTH and not form.paged:
        raise UsageError(f"--for both: {form} has no pages to keep the two apart; use html, pdf or docx, or two runs")
    if form is Format.PDF:
        from questioner.sheets import pdf

        pdf.browser()
    if form is Format.DOCX:
        from questioner.sheets import docx

        docx.library()


def write(sheet: SessionSheet, form: Format, look: Look, table: SessionTable, templates: Templates) -> str:
    """Return ``sheet`` in a format that is text, with everything that came from data escaped for it.

    Raises:
        TemplateError: when the format's template, or the table of moves, cannot be used.
    """
    if form is Format.JSON:
        data = cuts.as_data(sheet)
        shown = data if look.cut is Cut.COACH else cuts.for_room(data)
        return for_json(json.dumps(shown, ensure_ascii=False, indent=2)) + "\n"
    if form is Format.HTML:
        return render(templates, "sheets/html.j2", html_values(sheet, look, table, templates), visible)
    escape = for_markdown if form is Format.MARKDOWN else _escape_markup if look.markup else visible
    values = cut_values(sheet, look, table, templates)
    values["tag"] = lambda tag: Safe(f"[{tag}]" if look.markup else "")
    return render(templates, f"sheets/{form}.j2", values, escape)


def as_file(sheet: SessionSheet, form: Format, look: Look, table: SessionTable, templates: Templates) -> bytes:
    """Return ``sheet`` as the content of a file, in any format.

    Raises:
        TemplateError: when the format's template, or the table of moves, cannot be used.
        UsageError: as ``demand`` does.
    """
    if form is Format.PDF:
        from questioner.sheets import pdf

        return pdf.printed(write(sheet, Format.HTML, look, table, templates))
    if form is Format.DOCX:
        from questioner.sheets import docx

        return docx.document(_each_cut(sheet, look, table, templates))
    return write(sheet, form, look, table, templates).encode()


def html_values(sheet: SessionSheet, look: Look, table: SessionTable, templates: Templates) -> dict[str, Any]:
    """Return what the HTML template is given: the values of each cut, and how large the type may be in print."""
    each = _each_cut(sheet, look, table, templates)
    pages = 1 if sheet.session in ONE_PAGE else 2
    return {"cuts": [{**values, "fit": fit(values, pages)} for values in each], "one_page": pages == 1}


def _each_cut(sheet: SessionSheet, look: Look, table: SessionTable, templates: Templates) -> list[dict[str, Any]]:
    wanted = (Cut.COACH, Cut.ROOM) if look.cut is Cut.BOTH else (look.cut,)
    return [
        cut_values(sheet, Look(cut, look.why, look.show_rejected, level=look.level), table, templates) for cut in wanted
    ]


def cut_values(sheet: SessionSheet, look: Look, table: SessionTable, templates: Templates) -> dict[str, Any]:
    """Return what a template is given for one cut: the sheet as its readers may see it, and words around it."""
    titles = {words["key"]: words["title"] for words in pillar_words(templates)}
    asks = look.level is None or look.level.asks
    data = cuts.as_data(sheet) if asks else cuts.without_questions(sheet, look.level or HelpLevel.FACTS, titles)
    coach, words = look.cut is Cut.COACH, closing.read(templates)
    return {
        "sheet": data if coach else cuts.for_room(data),
        "coach": coach,
        "asks": asks,
        "session_title": table.title,
        "titles": titles,
        "number": lambda question: question["id"][1:],
        "show_rejected": look.show_rejected,
        "words": words,
        **(_coach_values(sheet, look, templates, asks=asks) if coach else {}),
    }


def _coach_values(sheet: SessionSheet, look: Look, templates: Templates, *, asks: bool) -> dict[str, Any]:
    drawn = {track.ref: draw(track, sheet.elapsed) for track in sheet.key_results}
    first = {ref: question for ref, question in _first_questions(sheet).items() if asks and drawn.get(ref)}
    lines = {track.ref: (track.name, told(track, sheet.elapsed)) for track in sheet.key_results}
    return {
        "aside": _aside(sheet, look, templates),
        "drawings": {question: drawn[ref] for ref, question in first.items()},
        "standings": list(lines.values()),
        "others": [line for ref, line in lines.items() if ref not in first],
        "band": band(sheet.score.total),
        "promised": _promised,
        "feedback": [closing.read(templates).headings[key] for key in FEEDBACK],
        "losses": "".join(f" {loss}." for loss in sheet.score.losses),
    }


def _promised(promise: Mapping[str, Any]) -> str:
    """Return a promise on one line: what, who and by when."""
    return " — ".join(filter(None, (promise["text"], promise["who"], promise["due"])))


def _first_questions(sheet: SessionSheet) -> dict[str, str]:
    """Return the first question about each key result, by its reference; one question stands beside one drawing."""
    first: dict[str, str] = {}
    for question in sheet.questions:
        for ref in question.about[:1]:
            first.setdefault(ref, question.id)
    return first


Aside = Callable[[dict[str, Any]], list[tuple[str, str]]]
"""From a question to what stands beside it, each with its heading."""


def _aside(sheet: SessionSheet, look: Look, templates: Templates) -> Aside:
    if look.level is HelpLevel.MOVES:
        names = MoveNames(templates, cuts.as_data(sheet)["facts"])
        return lambda question: [("Move", names.of(question))]
    facts = {fact.id: fact.text for fact in sheet.facts}
    why = Why.FULL if look.level is HelpLevel.REASONS else look.why

    def beside(question: dict[str, Any]) -> list[tuple[str, str]]:
        rests_on = [facts[fact] for fact in question["facts"]] if why is Why.FULL else []
        reason = [("Why", " ".join((*rests_on, question["reason"])))] if why is not Why.NONE else []
        return [*reason, ("Listen for", question["cue"])]

    return beside


def _escape_markup(text: str) -> str:
    """Escape what rich would take for a tag, and backslashes at the end, which would escape a tag of ours."""
    escaped = re.sub(r"(\\*)(\[[a-z/@#][^\[]*?\])", r"\1\1\\\2", visible(text))
    plain = escaped.rstrip("\\")
    return escaped if plain == escaped else f"{plain}{2 * escaped[len(plain) :]}[none][/none]"
