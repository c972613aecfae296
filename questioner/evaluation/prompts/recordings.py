"""Replies of a run as recordings: small files, one a reply, fit to be committed and played with ``replay:DIR``."""

from collections.abc import Iterable
from contextlib import closing
from dataclasses import asdict
from datetime import date
from pathlib import Path

from questioner import files
from questioner.batch.ledger import Ledger
from questioner.batch.ledger.database import FILE
from questioner.batch.ledger.requests import PastRequest
from questioner.evaluation.prompts.folder import Arm
from questioner.exchange import Reply
from questioner.models.replay import WRITTEN, Recording, Tokens


def record(folder: Path, arms: Iterable[Arm], target: Path, today: date) -> int:
    """Write every reply to the askings of ``arms`` into ``target``; return how many there are.

    Raises:
        UsageError: when another run is at work in the folder.
        InputError: when one cannot be written.
    """
    number = 0
    for arm in arms:
        for recording in _recordings(folder / arm.folder, arm.by, today):
            write(target, recording)
            number += 1
    return number


def write(target: Path, recording: Recording) -> Path:
    """Write one recording under its own name, aside first and then in place; return where.

    Raises:
        InputError: when it cannot be written.
    """
    path = target / recording.file_name
    try:
        target.mkdir(parents=True, exist_ok=True)
        files.put(path, [recording.model_dump_json(indent=1).encode(), b"\n"])
    except OSError as error:
        raise files.unwritable(path, error) from error
    return path


def _recordings(place: Path, by: str, today: date) -> Iterable[Recording]:
    if not (place / FILE).is_file():
        return
    with closing(Ledger(place, today)) as ledger:
        # The newest reply comes last and stays.
        newest = {(a.prompt_sha256, a.source): (a, a.reply) for a in ledger.requests.asked() if a.reply is not None}
    for asked, reply in newest.values():
        yield _recording(asked, reply, by)


def _recording(asked: PastRequest, reply: Reply, by: str) -> Recording:
    usage = reply.usage
    return Recording(
        prompt_sha256=asked.prompt_sha256,
        repeat=int(asked.source.rpartition("#")[2]),
        wave=asked.wave,
        text=reply.text,
        problem=reply.problem,
        model=by,
        usage=Tokens(**asdict(usage) | {"requests": max(1, usage.requests)}),
        seconds=reply.seconds,
        written=reply.model == WRITTEN,
    )
