"""The engine that sends nothing: requests go into files, whoever likes runs them, and the results are read back.

The files fit vLLM's ``run-batch``, Azure's batch deployments and gateways that speak OpenAI's Batch API.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from questioner import files
from questioner.batch import JSONL
from questioner.batch.bill import Budget
from questioner.batch.ledger.files import FileState, RequestFile
from questioner.batch.request_files import Limits, RequestFiles, Writes
from questioner.batch.run import Run
from questioner.files import FULL


@dataclass(frozen=True, slots=True)
class Results:
    """What of earlier requests came back, and what of the rest is to be done."""

    files: Sequence[Path] = ()
    """Results to read, in any order."""
    retry_missing: bool = False
    """Write those requests anew that no result came to."""


class JsonLines:
    """Reads results, publishes what is ready, and writes the requests that are still to be asked."""

    def __init__(
        self, run: Run, model: Writes, budget: Budget, limits: Limits, results: Results, talk: Callable[[str], None]
    ) -> None:
        """Begin nothing yet; ``talk`` takes a line for the person at the terminal."""
        self._run, self._results, self._talk = run, results, talk
        self._files = RequestFiles(run, model, budget, JSONL, limits)

    async def drive(self) -> tuple[Path, ...]:
        """Read, publish and write; return the files of requests that are to be run.

        Raises:
            InputError: when results cannot be read.
            ServiceError: when they show that no further request can succeed; what came is kept.
            StoppedError: when the budget is used up or the disk is full.
        """
        for path in self._results.files:
            self._read(path)
        if self._results.retry_missing:
            for file in self._files.files(FileState.WRITTEN):
                self._run.ledger.take_back(file)
                self._files.path(file).unlink(missing_ok=True)
        before = {file.number for file in self._files.files(FileState.WRITTEN)}
        await self._files.write()
        for file in self._files.files(FileState.WRITTEN):
            self._tell_or_close(file, new=file.number not in before)
        if self._files.fatal or self._files.stopped:
            raise self._files.fatal or self._files.stopped  # type: ignore[misc]  # one of them is there
        return tuple(map(self._files.path, self._files.files(FileState.WRITTEN)))

    def _read(self, path: Path) -> None:
        try:
            told = self._files.read(path)
        except OSError as error:
            if error.errno in FULL:
                raise
            raise files.unreadable(path, error) from error
        self._talk(f"{path}: {told}.")

    def _tell_or_close(self, file: RequestFile, *, new: bool) -> None:
        waiting = len(self._run.ledger.requests.waiting(file.name))
        if not waiting:
            self._run.ledger.take_back(file)
            self._files.path(file).unlink(missing_ok=True)
        elif new:
            self._talk(f"{self._files.path(file)}: {waiting:,} requests, about {file.tokens:,} tokens, to be run.")
        else:
            self._talk(f"{self._files.path(file)}: {waiting:,} of {file.requests:,} requests have no result yet.")
