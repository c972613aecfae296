"""A real Chromium without a window, driven over its own debugging pipe: no further library and no port."""

import base64
import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FOUND = next(filter(None, map(shutil.which, NAMES)), None) if os.name == "posix" else None
"""Where it is; the pipe to it is made as only POSIX systems can."""
OPTIONS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-extensions",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
    "--remote-debugging-pipe", "--hide-scrollbars",
)  # fmt: skip
AT_THREE_AND_FOUR = """\
import os, sys
os.dup2(int(sys.argv[1]), 3)
os.dup2(int(sys.argv[2]), 4)
os.execvp(sys.argv[3], sys.argv[3:])"""
"""Where the browser looks for its ends of the pipe."""
PAPERS = {"A4": (8.27, 11.69), "Letter": (8.5, 11.0)}
"""Width and height in inches."""
DRAWN = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
"""Kept once the page has been drawn: what is clicked on before that is not noticed."""
PATIENCE = 60
"""Seconds after which a browser that does not answer is ended."""


class Browser:
    """One Chromium with one tab."""

    def __init__(self, profile: Path) -> None:
        ours_in, theirs_out = _pipe()
        theirs_in, ours_out = _pipe()
        command = [sys.executable, "-c", AT_THREE_AND_FOUR, str(theirs_in), str(theirs_out), str(FOUND), *OPTIONS]
        self._process = subprocess.Popen(
            [*command, f"--user-data-dir={profile}", "about:blank"],
            pass_fds=(theirs_in, theirs_out), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
        )  # fmt: skip
        os.close(theirs_in)
        os.close(theirs_out)
        self._out, self._in = os.fdopen(ours_out, "wb", buffering=0), os.fdopen(ours_in, "rb")
        self._buffer = b""
        self._number = 0
        self.events: list[dict[str, Any]] = []
        targets = self._call("Target.getTargets")["targetInfos"]
        page = next(target["targetId"] for target in targets if target["type"] == "page")
        self._session = self._call("Target.attachToTarget", targetId=page, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(f"{domain}.enable")
        self.call("Page.setLifecycleEventsEnabled", enabled=True)

    def close(self) -> None:
        """End the browser and everything it started."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait(10)
        self._out.close()
        self._in.close()

    def call(self, method: str, **params: Any) -> dict[str, Any]:
        """Send one command to the tab and return its result."""
        return self._call(method, self._session, **params)

    def _call(self, method: str, session: str = "", **params: Any) -> dict[str, Any]:
        number = self._send(method, session, **params)
        while True:
            answer = self._read()
            if answer.get("id") == number:
                assert "error" not in answer, (method, answer["error"])
                return answer["result"]

    def _send(self, method: str, session: str, **params: Any) -> int:
        self._number += 1
        message: dict[str, Any] = {"id": self._number, "method": method, "params": params}
        if session:
            message["sessionId"] = session
        self._out.write(json.dumps(message).encode() + b"\0")
        return self._number

    def _read(self) -> dict[str, Any]:
        while b"\0" not in self._buffer:
            part = os.read(self._in.fileno(), 1 << 16)
            assert part, "the browser went away"
            self._buffer += part
        text, _, self._buffer = self._buffer.partition(b"\0")
        answer = json.loads(text)
        if "method" in answer:
            self.events.append(answer)
            if answer["method"] == "Page.javascriptDialogOpening":  # until it is answered the page does nothing
                self._send("Page.handleJavaScriptDialog", self._session, accept=True)
        return answer

    def open(self, path: Path) -> None:
        """Load a page and wait until it is there; the events of earlier pages are forgotten."""
        self._load("Page.navigate", url=path.as_uri())

    def open_again(self) -> None:
        """Leave the page and come back to it, in the process that knows what it has stored by then."""
        self._load("Page.reload")

    def _load(self, method: str, **params: Any) -> None:
        self.events.clear()
        self.call(method, **params)
        while not self._loaded():
            self._read()
        self.evaluate(DRAWN)

    def _loaded(self) -> bool:
        """Whether the page that was gone to is there: a late word of the page before it does not count."""
        gone_to = [event["frame"]["loaderId"] for event in self._events("Page.frameNavigated")]
        return bool(gone_to and self._events("Page.lifecycleEvent", loaderId=gone_to[-1], name="load"))

    def evaluate(self, script: str) -> Any:
        """Return what ``script`` gives, waiting for a promise."""
        answer = self.call("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    def dark(self, on: bool) -> None:
        """Prefer dark colours, or light ones."""
        feature = {"name": "prefers-color-scheme", "value": "dark" if on else "light"}
        self.call("Emulation.setEmulatedMedia", features=[feature])

    def pdf(self, paper: str) -> bytes:
        """Return the page as it prints on ``paper``, with the margins that it asks for."""
        width, height = PAPERS[paper]
        made = self.call("Page.printToPDF", paperWidth=width, paperHeight=height, printBackground=False)
        return base64.b64decode(made["data"])

    def in_print(self, width: int, selector: str) -> list[float]:
        """Return where the right edges of what ``selector`` finds lie, printed on paper with ``width`` pixels to print on."""
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=False)
        self.call("Emulation.setEmulatedMedia", media="print")
        found = f"[...document.querySelectorAll({json.dumps(selector)})]"
        edges = self.evaluate(f"{found}.map(e => e.getBoundingClientRect().right)")
        self.call("Emulation.setEmulatedMedia", media="")
        self.call("Emulation.clearDeviceMetricsOverride")
        return edges

    def screenshot(self, width: int, height: int = 0) -> bytes:
        """Return the page as PNG, ``width`` pixels wide: the whole of it, or the topmost ``height`` pixels."""
        window = {"width": width, "height": height or 900, "deviceScaleFactor": 1, "mobile": False}
        self.call("Emulation.setDeviceMetricsOverride", **window)
        made = self.call("Page.captureScreenshot", format="png", captureBeyondViewport=not height)
        return base64.b64decode(made["data"])

    def click(self, selector: str) -> None:
        """Click with the mouse on the middle of what ``selector`` finds."""
        found = f"document.querySelector({json.dumps(selector)})"
        middle = "(r => [r.x + r.width / 2, r.y + r.height / 2])"
        self.evaluate(f"{found}.scrollIntoView({{block: 'center'}})")
        x, y = self.evaluate(f"{middle}({found}.getBoundingClientRect())")
        for kind in ("mousePressed", "mouseReleased"):
            self.call("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)

    def press(self, key: str) -> None:
        """Press a key that writes one character, where the focus is."""
        self.call("Input.dispatchKeyEvent", type="keyDown", key=key, text=key)
        self.call("Input.dispatchKeyEvent", type="keyUp", key=key)

    def saved(self, folder: Path, selector: str) -> Path:
        """Return the file that the page saves to ``folder`` when ``selector`` is clicked."""
        self._call("Browser.setDownloadBehavior", behavior="allow", downloadPath=str(folder), eventsEnabled=True)
        self.click(selector)
        while not (done := self._events("Browser.downloadProgress", state="completed")):
            self._read()
        begun = self._events("Browser.downloadWillBegin", guid=done[0]["guid"])
        return folder / begun[0]["suggestedFilename"]

    def choose(self, selector: str, value: str) -> None:
        """Choose ``value`` in the list that ``selector`` finds, as a reader would."""
        chosen = f"(e => {{ e.value = {json.dumps(value)}; e.dispatchEvent(new Event('change')); return e.value; }})"
        assert self.evaluate(f"{chosen}(document.querySelector({json.dumps(selector)}))") == value

    def visible(self, selector: str) -> list[str]:
        """Return the text of each element that ``selector`` finds and that is not hidden."""
        found = f"[...document.querySelectorAll({json.dumps(selector)})]"
        return self.evaluate(f"{found}.filter(e => e.checkVisibility()).map(e => e.textContent.trim())")

    def faults(self, axe: str, *, dark: bool) -> list[Any]:
        """Return what the script ``axe`` finds broken with every part of the page open, in dark colours or in light."""
        self.dark(dark)
        self.evaluate("for (const part of document.querySelectorAll('details')) part.open = true")
        self.evaluate(f"{axe}; 0")
        told = "[r.passes.length, r.violations.map(v => [v.id, v.nodes.map(n => n.html)])]"
        passed, broken = self.evaluate(f"axe.run().then(r => {told})")
        self.dark(False)
        assert passed > 10, "the script has hardly looked at the page"
        return broken

    def _events(self, method: str, **wanted: Any) -> list[dict[str, Any]]:
        """Return the parameters of the events of this kind that have these values."""
        own = (event["params"] for event in self.events if event["method"] == method)
        return [params for params in own if wanted.items() <= {k: v for k, v in params.items() if k in wanted}.items()]

    def asked_back(self) -> bool:
        """Return whether the page asked before it was left."""
        return bool(self._events("Page.javascriptDialogOpening", type="beforeunload"))

    def complaints(self) -> list[Any]:
        """Return what the page wrote to the console, by itself or through the browser."""
        told = {"Log.entryAdded", "Runtime.exceptionThrown", "Runtime.consoleAPICalled"}
        return [event["params"] for event in self.events if event["method"] in told]

    def requests(self) -> list[str]:
        """Return every address that was asked for since the page was opened."""
        sent = (event for event in self.events if event["method"] == "Network.requestWillBeSent")
        return [event["params"]["request"]["url"] for event in sent]


def _pipe() -> tuple[int, int]:
    """Return a pipe with numbers above those that the browser wants for itself."""
    import fcntl

    pair = os.pipe()
    high = tuple(fcntl.fcntl(fd, fcntl.F_DUPFD_CLOEXEC, 20) for fd in pair)
    for fd in pair:
        os.close(fd)
    return high[0], high[1]


@contextlib.contextmanager
def browser(profile: Path) -> Iterator[Browser]:
    """Start a browser and end it, whatever happens."""
    started = Browser(profile)
    try:
        yield started
    finally:
        started.close()
