"""A service in a process of its own that answers every request after a fixed time, and counts.

``python service.py DELAY REPLIES.json`` prints its port. A reply is found by the first key of REPLIES that stands in
the request's body. ``GET /stats`` tells what was seen; times are seconds of one monotonic clock.
"""

import asyncio
import hashlib
import json
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any


class Service:
    def __init__(self, delay: float, replies: dict[str, str]) -> None:
        self.delay = delay
        self.bodies = {key: self._body(text) for key, text in replies.items()}
        self.in_flight = self.most = 0
        self.plateau: list[int] = []
        self.seen: list[dict[str, Any]] = []

    @staticmethod
    def _body(text: str) -> bytes:
        message = {"role": "assistant", "content": text, "refusal": None}
        usage = {"prompt_tokens": 1000, "completion_tokens": 500, "total_tokens": 1500}
        choice = {"index": 0, "message": message, "finish_reason": "stop", "logprobs": None}
        whole = {"id": "chatcmpl-1", "object": "chat.completion", "created": 1, "model": "m", "choices": [choice]}
        return json.dumps({**whole, "usage": usage}).encode()

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while head := await reader.readuntil(b"\r\n\r\n"):
                lines = head.decode().split("\r\n")
                headers = {k.lower(): v for k, _, v in (line.partition(": ") for line in lines[1:] if line)}
                text = await reader.readexactly(int(headers.get("content-length", 0)))
                body = self.stats() if lines[0].startswith("GET") else await self.answer(text)
                writer.write(
                    b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: %d\r\n\r\n" % len(body)
                )
                writer.write(body)
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()

    async def answer(self, text: bytes) -> bytes:
        entry: dict[str, Any] = {"prompt": prompt_sha256(json.loads(text)), "began": time.monotonic(), "ended": None}
        self.seen.append(entry)
        self.in_flight += 1
        self.plateau.append(self.in_flight)
        self.most = max(self.most, self.in_flight)
        try:
            await asyncio.sleep(self.delay)
        finally:
            self.in_flight -= 1
        entry["ended"] = time.monotonic()
        asked = text.decode()
        return next(body for key, body in self.bodies.items() if key in asked)

    def stats(self) -> bytes:
        return json.dumps({"seen": self.seen, "most": self.most, "plateau": self.plateau}).encode()


def prompt_sha256(body: dict[str, Any]) -> str:
    """The hash that the ledger knows a request's prompt by."""
    messages = [[message["role"], message["content"]] for message in body["messages"]]
    return hashlib.sha256(json.dumps(messages, ensure_ascii=False).encode()).hexdigest()


async def main(delay: float, replies: Path) -> None:
    service = Service(delay, json.loads(replies.read_text("utf-8")))
    server = await asyncio.start_server(service.serve, "127.0.0.1", 0, limit=1 << 24, backlog=2048)
    sys.stdout.write(f"{server.sockets[0].getsockname()[1]}\n")
    sys.stdout.flush()
    async with server:
        await server.serve_forever()


class Client:
    """The service, from the process that started it."""

    def __init__(self, port: int) -> None:
        self.url = f"http://127.0.0.1:{port}/v1"

    def stats(self) -> dict[str, Any]:
        with urllib.request.urlopen(f"{self.url}/stats", timeout=10) as answer:  # noqa: S310 - a loopback address
            told: dict[str, Any] = json.load(answer)
        return told


@contextmanager
def running(delay: float, replies: Path) -> Iterator[Client]:
    """Run the service for as long as the context lasts."""
    arguments = [sys.executable, __file__, str(delay), str(replies)]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield Client(int(process.stdout.readline()))
        finally:
            process.kill()


if __name__ == "__main__":
    asyncio.run(main(float(sys.argv[1]), Path(sys.argv[2])))
