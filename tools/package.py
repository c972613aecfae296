"""Looks into the wheel and the sdist, and tries the wheel as somebody does who has no checkout.

python tools/package.py contents DIST            what is in both, and that they are small
python tools/package.py try DIST [PYTHON ...]    every command without a network, by each of these Pythons
"""

import os
import shlex
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import click
from openpyxl import Workbook

from questioner.cli import cli

ROOT = Path(__file__).resolve().parent.parent
DATA = ("templates", "evals")
MOST = {".whl": 5_300_000, ".gz": 6_300_000}
"""Bytes; a quarter more than they have, so that nothing large rides along unseen."""
EXTRAS = "xlsx,docx,many"
GUARD = """
import os, sys

def watch(event, given):
    if event == "socket.getaddrinfo" or (event == "socket.connect" and isinstance(given[1], tuple)):
        place = given[0] if event == "socket.getaddrinfo" else given[1][0]
        if place not in ("127.0.0.1", "::1", "localhost"):
            print("offline: somebody asked for", place, file=sys.stderr, flush=True)
            os._exit(99)

sys.addaudithook(watch)
"""
"""Ends a program that asks for another machine, since an exit cannot be caught as an error could."""
FOREIGN = ("OPENAI_", "QUESTIONER_", "PYTHON", "VIRTUAL_ENV")
"""What the variables begin with that would have the program take something from elsewhere."""


@dataclass(frozen=True, slots=True)
class Step:
    """What is typed behind the program's name, and what has to come of it."""

    typed: str
    says: str = ""
    """What stands in its output or its talk."""
    code: int = 0
    stdin: str = ""


STEPS = (
    Step("init my-team.yaml", "my-team.yaml"),
    Step("prepare my-team.yaml --quiet --model bank", "Opening"),
    Step("prepare behind.yaml --quiet --model bank -o sheet.html"),
    Step("prepare behind.yaml --quiet --model bank --format json -o sheet.json"),
    Step("prepare behind.yaml --dry-run", "You prepare a human OKR coach"),
    Step("prepare absent.yaml", "absent.yaml", 3),
    Step("review", "ADV102", 1, "Have you considered hiring a tester?\n"),
    Step("review sheet.json --team behind.yaml", " 0 rejected"),
    Step("rules ADV102", "ADV102"),
    Step("wrap-up behind.yaml --sheet sheet.json", stdin="\n" * 12 + "y\n"),
    Step("follow-up behind.yaml", "?"),
    Step("trends behind.yaml", "Bank Feeds"),
    Step("import page.md", "night-bakery.yaml"),
    Step("batch behind.yaml night-bakery.yaml --out sheets --model bank"),
    Step("schema", "key_results"),
    Step("templates list", "prompt/"),
    Step("templates export mine"),
    Step("templates check mine"),
    Step("config", "model"),
    Step("eval reviewer --split test", "not_a_question"),
    Step("eval prompts --out run --model replay:recordings --only dairy-fourth-session --repeats 1"),
    Step("eval compare run run", "requests a sheet"),
)
BARE = (
    Step("prepare behind.yaml --quiet --model bank -o sheet.docx", "extra docx", 2),
    Step("import okr.xlsx", "extra xlsx", 3),
)
"""What the program says without its extras."""
WITH_EXTRAS = (
    Step("prepare behind.yaml --quiet --model bank -o sheet.docx"),
    Step(
        "import okr.xlsx --cycle-start 2026-10-01 --cycle-end 2026-12-31 --as-of 2026-11-16",
        "The header is that of BurningOKR",
    ),
)


def commands(group: click.Group, above: str = "") -> Iterator[str]:
    """Yield the words of every command below ``group``, such as ``eval reviewer``."""
    for name in group.list_commands(click.Context(group)):
        command = group.get_command(click.Context(group), name)
        if isinstance(command, click.Group):
            yield from commands(command, f"{above}{name} ")
        else:
            yield f"{above}{name}"


def contents(dist: Path) -> Iterator[str]:
    """Yield what is wrong with the wheel and the sdist in ``dist``, held against what is under version control."""
    wheel, sdist = only(dist, "*.whl"), only(dist, "*.tar.gz")
    for file in (wheel, sdist):
        size = file.stat().st_size
        print(f"{file.name}: {size:,} bytes")
        if size > MOST[file.suffix]:
            yield f"{file.name} has {size:,} bytes, more than {MOST[file.suffix]:,}: what is it that grew?"
    if not (ROOT / ".git").exists():
        print("what is in them was not looked at: this is no checkout", file=sys.stderr)
        return
    # Another user may own the checkout, as in a container; nothing of its settings is used here.
    listed = subprocess.run(
        ["git", "-c", "safe.directory=*", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True
    )
    tracked = set(listed.stdout.decode().split("\0")) - {""}
    with tarfile.open(sdist) as archive:
        held = {name.partition("/")[2] for name in archive.getnames()}
    yield from compared(sdist.name, held, {*tracked, "PKG-INFO"})
    info = f"questioner-{wheel.name.split('-')[1]}.dist-info"
    with zipfile.ZipFile(wheel) as packed:
        held = {name for name in packed.namelist() if not name.startswith(f"{info}/")}
    package = {name for name in tracked if name.startswith("questioner/")}
    data = {f"questioner/_data/{name}" for name in tracked if name.startswith(tuple(f"{d}/" for d in DATA))}
    yield from compared(wheel.name, held, package | data)


def only(folder: Path, pattern: str) -> Path:
    """Return the one file of that name in ``folder``."""
    (found,) = folder.glob(pattern)
    return found


def compared(name: str, held: set[str], wanted: set[str]) -> Iterator[str]:
    """Yield a line for each file that is in the archive and should not be, or the other way round."""
    yield from (f"{name} lacks {file}" for file in sorted(wanted - held))
    yield from (f"{name} holds {file}, which is not under version control" for file in sorted(held - wanted))


def tried(dist: Path, pythons: Sequence[str]) -> Iterator[str]:
    """Yield what goes wrong when the wheel in ``dist`` is installed and used, by each Python in turn."""
    every = list(commands(cli))
    yield from (
        f"no step tries {c}"
        for c in every
        if not any(step.typed.split()[: len(c.split())] == c.split() for step in STEPS)
    )
    wheel = only(dist, "*.whl")
    for python in pythons:
        if not answers(python):
            yield f"{python} is not there, or does not start; name those that are: make matrix PYTHONS=..."
            continue
        with tempfile.TemporaryDirectory(prefix="questioner-") as folder:
            environment = Installed(python, Path(folder))
            environment.install(str(wheel))
            print(f"{environment.version}: the wheel alone")
            yield from environment.wrong((*(Step(f"{c} --help", "Usage:") for c in every), *STEPS, *BARE))
            environment.install(f"{wheel}[{EXTRAS}]")
            print(f"{environment.version}: with {EXTRAS}")
            yield from environment.wrong(WITH_EXTRAS)


def answers(python: str) -> bool:
    """Say whether ``python`` can be started."""
    found = shutil.which(python)
    return found is not None and subprocess.run([found, "--version"], capture_output=True, check=False).returncode == 0


class Installed:
    """An environment of its own, with the files of a user beside it and no way to other machines."""

    def __init__(self, python: str, folder: Path) -> None:
        """Make it in ``folder``."""
        subprocess.run([python, "-m", "venv", folder / "venv"], check=True)
        self._scripts = folder / "venv" / ("Scripts" if os.name == "nt" else "bin")
        self.desk = folder / "desk"
        self.desk.mkdir()
        for example in ("behind.yaml", "import/page.md", "import/own-table.csv"):
            shutil.copy(ROOT / "examples" / example, self.desk)
        shutil.copytree(ROOT / "evals" / "scenarios" / "recordings", self.desk / "recordings")
        workbook(self.desk / "okr.xlsx")
        asked = "import sysconfig, platform; print(sysconfig.get_path('purelib')); print(platform.python_version())"
        site, self.version = self._python("-c", asked).split()
        self._site = Path(site)

    def _program(self, name: str) -> str:
        found = shutil.which(name, path=str(self._scripts))  # with the ending that it has on Windows
        assert found, f"{self._scripts} holds no {name}"
        return found

    def _python(self, *words: str) -> str:
        done = subprocess.run([self._program("python"), *words], check=True, stdout=subprocess.PIPE, text=True)
        return done.stdout

    def install(self, what: str) -> None:
        """Install from the package index, and leave no way out behind."""
        guard = self._site / "questioner_guard.pth"
        guard.unlink(missing_ok=True)
        self._python("-m", "pip", "install", "--quiet", what)
        (self._site / "questioner_guard.py").write_text(GUARD, encoding="utf-8")
        guard.write_text("import questioner_guard\n", encoding="utf-8")

    def wrong(self, steps: Sequence[Step]) -> Iterator[str]:
        """Type each step, and yield what was not as it should be."""
        ours = {name: value for name, value in os.environ.items() if not name.startswith(FOREIGN)}
        ours |= {"HOME": str(self.desk), "APPDATA": str(self.desk), "XDG_CONFIG_HOME": str(self.desk)}
        for step in steps:
            done = subprocess.run(
                [self._program("questioner"), *shlex.split(step.typed)], cwd=self.desk, env=ours, check=False,
                input=step.stdin, capture_output=True, encoding="utf-8", timeout=120,
            )  # fmt: skip
            if done.returncode != step.code or step.says not in done.stdout + done.stderr:
                said = (done.stderr or done.stdout)[-600:]
                yield f"{self.version}: questioner {step.typed}: exit code {done.returncode}, {said}"


def workbook(path: Path) -> None:
    """Write the export of ``examples/import`` as a spreadsheet program would."""
    made = Workbook()
    for row in (ROOT / "examples" / "import" / "burningokr.csv").read_text("utf-8").splitlines():
        made.active.append(row.split(","))
    made.save(path)


def main() -> int:
    """Do as the command line says; return 1 with a line for everything that is not as it should be."""
    doing, dist, *pythons = sys.argv[1:]
    folder = Path(dist).resolve()
    wrong = list(contents(folder) if doing == "contents" else tried(folder, pythons or [sys.executable]))
    for line in wrong:
        print(line, file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
