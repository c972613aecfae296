"""Recordings written by hand: the requests that have none, as text files, and the replies beside them taken in.

``recordings.py missing DIR TEMPLATES OUT`` writes each request that DIR holds no reply to as
``OUT/<scenario>.<repeat>.<wave>.request.txt``; TEMPLATES is ``built-in`` or a folder laid over the built-in templates.
Write the reply, JSON as the request asks for it, into ``<scenario>.<repeat>.<wave>.reply.txt`` beside it; then
``recordings.py take OUT DIR`` makes a recording of each, marked as written. A reply may leave a gap that is asked
about once more: run ``missing`` again until it writes nothing.
"""

import argparse
import sys
from pathlib import Path

from questioner import prepare, replies
from questioner.errors import QuestionerError, ReplyError, ServiceError
from questioner.evaluation.prompts import recordings, scenarios, scoring
from questioner.evaluation.prompts.folder import BUILT_IN
from questioner.evaluation.prompts.scenarios import Scenario
from questioner.exchange import Request
from questioner.models.replay import WRITTEN, Recording, Replay
from questioner.prompts import Terms
from questioner.resources import Templates
from questioner.wishes import Wishes

HASH = "prompt sha256: "
REQUEST, REPLY = ".request.txt", ".reply.txt"


def main() -> int:
    """Do what the arguments say; return 1 where something is still to be written or cannot be read."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(required=True)
    missing = commands.add_parser("missing", help="write the requests without a reply")
    missing.add_argument("recordings", type=Path)
    missing.add_argument("templates")
    missing.add_argument("out", type=Path)
    missing.add_argument("--scenarios", type=Path, default=None)
    missing.add_argument("--repeats", type=int, default=3)
    missing.add_argument("--only", action="append", default=[])
    missing.set_defaults(work=_missing)
    take = commands.add_parser("take", help="make recordings of the replies written beside requests")
    take.add_argument("out", type=Path)
    take.add_argument("recordings", type=Path)
    take.set_defaults(work=_take)
    arguments = parser.parse_args()
    try:
        code: int = arguments.work(arguments)
    except QuestionerError as error:
        print(error, file=sys.stderr)
        return int(error.exit_code)
    return code


def _missing(arguments: argparse.Namespace) -> int:
    templates = Templates(None if arguments.templates == BUILT_IN else Path(arguments.templates))
    arguments.recordings.mkdir(parents=True, exist_ok=True)
    arguments.out.mkdir(parents=True, exist_ok=True)
    replay, written = Replay(arguments.recordings), 0
    for scenario in scenarios.in_folder(arguments.scenarios or scenarios.bundled()):
        for repeat in range(1, arguments.repeats + 1) if scenario.id in (arguments.only or [scenario.id]) else ():
            request = _without_reply(scenario, templates, repeat, replay)
            if request:
                name = f"{scenario.id}.{repeat}.{request.wave}{REQUEST}"
                (arguments.out / name).write_text(_told(request), encoding="utf-8")
                written += 1
    print(f"{written} requests without a reply are in {arguments.out}")
    return int(written > 0)


def _without_reply(scenario: Scenario, templates: Templates, repeat: int, replay: Replay) -> Request | None:
    state: object = prepare.begin(scoring.prepared(scenario, templates, Wishes(terms=Terms(repeat=repeat))))
    while isinstance(state, prepare.Asking):
        try:
            state = prepare.advance(state, replay.answer(state.request))
        except ReplyError:
            return None
        except ServiceError:
            return state.request
    return None


def _told(request: Request) -> str:
    messages = "\n".join(f"--- {role}\n{text}" for role, text in request.prompt.messages)
    return f"{HASH}{request.sha256}\n{messages}\n"


def _take(arguments: argparse.Namespace) -> int:
    code = 0
    for path in sorted(arguments.out.glob(f"*{REPLY}")):
        _, repeat, wave = path.name.removesuffix(REPLY).rsplit(".", 2)
        request = path.with_name(path.name.removesuffix(REPLY) + REQUEST).read_text("utf-8")
        text = path.read_text("utf-8").strip()
        try:
            replies.read(text)
        except replies.UnreadableReplyError as error:
            print(f"{path}: {error}", file=sys.stderr)
            code = 1
            continue
        sha256 = request.splitlines()[0].removeprefix(HASH)
        made = Recording(
            prompt_sha256=sha256, repeat=int(repeat), wave=int(wave), text=text, model=WRITTEN, written=True
        )
        print(recordings.write(arguments.recordings, made))
    return code


if __name__ == "__main__":
    sys.exit(main())
