"""Many fictional teams made from the examples, and replies to them that need no second asking."""

import json
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any

from questioner import prepare, prompts, wishes
from questioner.exchange import Reply, Usage
from questioner.inputs import marked_yaml, team_in
from questioner.prepare import Preparation
from questioner.prepare.reviewing import Reviewer
from questioner.resources import Templates
from questioner.session import Pillar, SessionSheet

EXAMPLES = Path(__file__).parent.parent.parent / "examples"


@cache
def kinds() -> tuple[tuple[dict[str, Any], str], ...]:
    """The data of each example whose questions a model can ask without a second asking, and such a reply."""
    found = []
    for path in sorted(EXAMPLES.glob("*.yaml")):
        data = marked_yaml.load(path.read_text("utf-8")).data
        preparation = _prepared(json.dumps(data, default=str))
        text = reply(preparation)
        if isinstance(prepare.advance(prepare.begin(preparation), Reply(text, Usage(), "m")), SessionSheet):
            found.append((data, text))
    return tuple(found)


def _prepared(text: str) -> Preparation:
    team = team_in(text.encode(), "example.json")
    return wishes.settle(team, team.as_of or date(2026, 1, 1), wishes.Wishes(), Templates())


def teams(number: int) -> Iterator[tuple[str, str]]:
    """Yield the name of a file and its contents, JSON, ``number`` times."""
    for place in range(number):
        kind = place % len(kinds())
        data = {**kinds()[kind][0], "team": f"Fictional Team {place:05} of kind {kind}"}
        yield f"team-{place:05}.json", json.dumps(data, default=str)


def write(folder: Path, number: int) -> None:
    """Write so many team files."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in teams(number):
        (folder / name).write_text(text, encoding="utf-8")


def write_lines(path: Path, number: int) -> None:
    """Write so many teams into one file of JSON lines."""
    with path.open("w", encoding="utf-8") as file:
        file.writelines(f"{text}\n" for _, text in teams(number))


def replies(path: Path) -> None:
    """Write a good reply for each kind of team, to be found by ``of kind N``."""
    told = {f"of kind {kind}": text for kind, (_, text) in enumerate(kinds())}
    path.write_text(json.dumps(told), encoding="utf-8")


def reply(preparation: Preparation) -> str:
    """A reply of as many questions as are asked for: the bank's own sheet, and more of its questions by pillar."""
    sheet = prepare.from_bank(preparation)
    found = [_entry(q.pillar, q.text, q.facts) for q in (*sheet.questions, *sheet.reserve)]
    for pillar in Pillar:
        more = (r.candidate for r in Reviewer(preparation).of_patterns if r.candidate.pillar is pillar)
        fresh = (entry for c in more if (entry := _entry(pillar, c.text, c.facts)) not in found)
        found += islice(fresh, 3)
    return json.dumps({"questions": found[: prompts.wanted(preparation.plan).number]}, ensure_ascii=False)


def _entry(pillar: Pillar, text: str, facts: tuple[str, ...]) -> dict[str, object]:
    return {"pillar": pillar.value, "text": text, "facts": list(facts)}
