"""The project's Markdown pages as tests read them: links, anchors, blocks of code, and the commands in them."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
FOLDERS = ("docs", "examples", "evals")
PAGES = sorted([*ROOT.glob("*.md"), *(page for folder in FOLDERS for page in (ROOT / folder).rglob("*.md"))])
"""Every page that a reader may come upon."""

_BLOCK = re.compile(r"^ *```(\w*)\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


def name(page: Path) -> str:
    """Return the page's path from the project's folder, as tests are called by it."""
    return page.relative_to(ROOT).as_posix()


def prose(page: Path) -> str:
    """Return the page without its blocks of code and its comments."""
    return _COMMENT.sub("", _BLOCK.sub("", page.read_text(encoding="utf-8")))


def links(page: Path) -> list[str]:
    """Return where the page's links lead, in order."""
    text = re.sub(r"`[^`\n]+`", "", prose(page))
    return re.findall(r"\[[^\]]*\]\(([^)\s]+)\)", text)


def anchors(page: Path) -> set[str]:
    """Return what can stand after ``#`` in a link to the page, as GitHub and GitLab make it of headings."""
    found: list[str] = []
    for heading in re.findall(r"^#{1,6} (.+)$", prose(page), re.MULTILINE):
        slug = re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")
        earlier = found.count(slug)
        found.append(f"{slug}-{earlier}" if earlier else slug)
    return set(found)


def in_backticks(page: Path) -> list[str]:
    """Return what stands in backticks in the page's sentences and tables."""
    return [" ".join(part.split()) for part in re.findall(r"`([^`]+)`", prose(page))]


def commands(page: Path) -> Iterator[tuple[str, int]]:
    """Yield the lines of the page that are to be typed, in order and without comments, each with its exit code.

    Every line of a block marked ``sh`` is one; of a block marked ``console``, those after ``$``. The exit code is 0
    unless the comment behind the line names another.
    """
    for language, body in _BLOCK.findall(page.read_text(encoding="utf-8")):
        lines = [line.strip() for line in body.splitlines() if line.strip()]
        if language == "console":
            lines = [line.removeprefix("$").strip() for line in lines if line.startswith("$")]
        for line in lines if language in {"sh", "console"} else ():
            typed, _, comment = re.sub(r"(^|\s+)#\s", "\0", line, count=1).partition("\0")
            named = re.search(r"exit code (\d+)", comment)
            if typed:
                yield typed, int(named[1]) if named else 0


def ours(line: str) -> list[str] | None:
    """Return the words after ``questioner`` in a line that calls it, at its start or behind a pipe; else None."""
    words = shlex.split(line.rpartition("| ")[2])
    return words[1:] if words[:1] == ["questioner"] else None
