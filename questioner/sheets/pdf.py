"""A page printed to PDF by the Chromium or Chrome of this machine."""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from questioner.errors import UsageError

NAMES = (
    "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge", "msedge",
)  # fmt: skip
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
)
"""Where they are installed on macOS and Windows, which have no search path for programs with windows."""
LONGEST = 60
"""Seconds that printing may take; a sheet takes one or two."""
QUIET = ("--headless", "--disable-gpu", "--no-first-run", "--disable-extensions", "--disable-background-networking",
         "--disable-component-update", "--disable-sync")  # fmt: skip
"""No window, and no errand of the browser's own."""
PAPER = "<style>@page { size: A4 }</style></head>"


def browser() -> str:
    """Return the path of a Chromium, Chrome or Edge.

    Raises:
        UsageError: when there is none.
    """
    found = next(filter(None, map(shutil.which, NAMES)), None) or next((p for p in PLACES if Path(p).is_file()), None)
    if found is None:
        raise UsageError(
            "--format pdf: no Chromium, Chrome or Edge was found to print with; install one, "
            "or use --format html and print that from any browser"
        )
    return found


def printed(html: str) -> bytes:
    """Return ``html`` as a PDF on A4.

    Raises:
        UsageError: when there is no browser, or it prints nothing.
    """
    command = [browser(), *QUIET, "--no-pdf-header-footer"]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        command.append("--no-sandbox")  # Chromium refuses its sandbox to root; the page holds no script and no link
    with tempfile.TemporaryDirectory(prefix="questioner-", ignore_cleanup_errors=True) as folder:
        page, out = Path(folder, "sheet.html"), Path(folder, "sheet.pdf")
        page.write_text(html.replace("</head>", PAPER, 1), encoding="utf-8")
        command += [f"--user-data-dir={folder}/profile", f"--print-to-pdf={out}", page.as_uri()]
        try:
            subprocess.run(command, capture_output=True, timeout=LONGEST, check=False)  # noqa: S603 - a fixed command
        except (OSError, subprocess.TimeoutExpired) as error:
            raise _failed(command[0]) from error
        if not out.is_file():
            raise _failed(command[0])
        return out.read_bytes()


def _failed(program: str) -> UsageError:
    return UsageError(
        f"--format pdf: {program} could not print the sheet; use --format html and print that from any browser"
    )
