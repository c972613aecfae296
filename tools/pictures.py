"""Takes the pictures of the docs from pages that the program itself makes, or with --check says which are out of date.

Beside the pictures stands ``taken.json``: the hash of the page that each was taken of. So whoever changes a page learns
that its picture has to be taken anew, with or without a browser.
"""

import hashlib
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.browser import FOUND, browser

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "pictures"
TAKEN = PICTURES / "taken.json"
SAY = [sys.executable, "-c", "import sys; from questioner.cli import run; sys.exit(run(sys.argv[1:]))"]
WIDTH, HEIGHT = 900, 1200
"""Of every picture, in pixels: about as wide as a reader of the README sees it, and as high as a first look."""


def questioner(*arguments: str) -> None:
    """Run one command in the project's folder."""
    subprocess.run([*SAY, *arguments, "--quiet"], check=True, cwd=ROOT, stdout=subprocess.DEVNULL)


def pages(folder: Path) -> Iterator[tuple[str, Path]]:
    """Yield the name of each picture and the page to take it of."""
    team = "examples/behind.yaml"
    for cut in ("coach", "room"):
        questioner("prepare", team, "--model", "bank", "--for", cut, "-o", str(folder / f"{cut}.html"))
        yield cut, folder / f"{cut}.html"
    teams = folder / "teams"
    teams.mkdir()
    for path in (ROOT / "examples").glob("*.yaml"):
        shutil.copy(path, teams)
    questioner("batch", str(teams), "--out", str(folder / "sheets"), "--model", "bank", "--format", "html")
    yield "many-teams", folder / "sheets" / "index.html"


def sha256(page: Path) -> str:
    """Return the hash of a page's bytes."""
    return hashlib.sha256(page.read_bytes()).hexdigest()


def take(made: list[tuple[str, Path]], folder: Path) -> None:
    """Write the pictures and what they were taken of."""
    PICTURES.mkdir(exist_ok=True)
    with browser(folder / "profile") as chromium:
        for name, page in made:
            chromium.open(page)
            (PICTURES / f"{name}.png").write_bytes(chromium.screenshot(WIDTH, HEIGHT))
    TAKEN.write_text(json.dumps({name: sha256(page) for name, page in made}, indent=2) + "\n", encoding="utf-8")


def main() -> int:
    """Take the pictures, or with --check say which are out of date; return 1 for those, and without a browser."""
    with tempfile.TemporaryDirectory() as name:
        made = list(pages(Path(name)))
        if "--check" in sys.argv:
            taken = json.loads(TAKEN.read_text(encoding="utf-8"))
            stale = [name for name, page in made if taken.get(name) != sha256(page)]
            for old in stale:
                print(f"docs/pictures/{old}.png shows a page that has changed; `make pictures` takes it anew")
            return 1 if stale else 0
        if FOUND is None:
            print("Pictures want Chromium, Chrome or Edge on this machine; none was found.")
            return 1
        take(made, Path(name))
    return 0


if __name__ == "__main__":
    sys.exit(main())
