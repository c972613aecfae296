"""Writes the parts of the docs that come from the program itself, or checks that they are in step with it.

A part stands between ``<!-- from: NAME -->`` and ``<!-- end -->``. Run with --check to change nothing.
"""

import ast
import json
import subprocess
import sys
import tomllib
from collections.abc import Callable, Mapping, Sequence
from functools import cache, partial
from pathlib import Path

from questioner.bank import patterns
from questioner.cli import COMMANDS
from questioner.cli.eval import COMMANDS as EVALS
from questioner.cli.settings_file import KEY_FILE, SHARED, TABLES, TRUST
from questioner.errors import ExitCode
from questioner.evaluation.prompts.metrics import METRICS
from questioner.importing.columns import Meaning
from questioner.overlay import SLOTS
from questioner.resources import Templates
from questioner.review import RULES, Rule, review_wording
from questioner.review.in_context import GROUPS
from questioner.session import SessionKind
from questioner.sheets.moves import moves
from questioner.signals import SIGNALS

ROOT = Path(__file__).resolve().parent.parent
PAGES = (
    "README.md",
    "docs/architecture.md",
    "docs/asking.md",
    "docs/coaching.md",
    "docs/commands.md",
    "docs/configuration.md",
    "docs/evals.md",
    "docs/importing.md",
    "docs/prompt-metrics.md",
    "docs/rules.md",
    "docs/signals.md",
    "docs/templates.md",
)
MEANINGS = {
    ExitCode.OK: "done",
    ExitCode.ANSWER_IS_NO: "done, and the answer is no",
    ExitCode.USAGE: "options that do not go together, or an unknown one",
    ExitCode.INPUT: "a file that cannot be used; every problem in it is listed",
    ExitCode.SERVICE: "the model's service gave no answer",
    ExitCode.REPLY: "replies came and none could be used",
    ExitCode.BUG: "a bug in questioner",
    ExitCode.INTERRUPTED: "interrupted",
}


@cache
def command(*arguments: str) -> str:
    """Return what ``questioner`` prints, at 80 columns and without colour."""
    environment = {"PATH": "", "COLUMNS": "80", "NO_COLOR": "1", "PYTHONUTF8": "1"}
    code = "import sys; from questioner.cli import run; sys.exit(run(sys.argv[1:]))"
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True, cwd=ROOT, env=environment
    )
    return done.stdout.rstrip()


def demo() -> str:
    """Return the sheet that ``make demo`` prints."""
    return f"```text\n{command('prepare', 'examples/behind.yaml', '--model', 'bank', '--quiet')}\n```"


def helps() -> str:
    """Return the help of every command."""
    parts = [f"## questioner {name}\n\n```text\n{command(name, '--help')}\n```" for name in COMMANDS]
    subs = [f"```text\n{command('templates', name, '--help')}\n```" for name in ("list", "export", "check")]
    subs += [f"```text\n{command('eval', name, '--help')}\n```" for name in EVALS]
    return "\n\n".join([*parts, *subs])


def says_of_itself(path: Path) -> str:
    """Return the first line of a module's or a package's docstring."""
    file = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
    return (
        (ast.get_docstring(ast.parse(file.read_text("utf-8"))) or "").partition("\n")[0].rstrip(".").replace("``", "`")
    )


def ladder() -> str:
    """Return the table of rooms, each layer above those that it may import, from the contract that holds it."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    floors = [layer.split(" | ") for layer in contracts[0]["layers"]]
    rows = [
        f"| {len(floors) - number if place == 0 else ''} | `{room}` | {says_of_itself(ROOT / 'questioner' / room)} |"
        for number, rooms in enumerate(floors)
        for place, room in enumerate(rooms)
    ]
    return "\n".join(["| floor | room | what it is |", "|--:|---|---|", *rows])


def modules(room: str) -> str:
    """Return the table of a room's modules and what each says of itself."""
    folder = ROOT / "questioner" / room
    paths = sorted(p for p in folder.iterdir() if p.suffix == ".py" or (p / "__init__.py").is_file())
    rows = [f"| `{path.stem}` | {says_of_itself(path)} |" for path in paths if path.stem != "__init__"]
    return "\n".join([f"| module of `{room}/` | what it is |", "|---|---|", *rows])


def settings() -> str:
    """Return the table of settings."""
    rows = [("above all tables", (*SHARED, KEY_FILE)), ("above all tables, in your own file alone", (TRUST,))]
    rows += [(f"`[{name}]`", keys) for name, keys in TABLES.items()]
    lines = [f"| {where} | {', '.join(f'`{key}`' for key in keys)} |" for where, keys in rows]
    return "\n".join(["| where | keys |", "|---|---|", *lines])


def exits() -> str:
    """Return the table of exit codes."""
    rows = [f"| {code.value} | {MEANINGS[code]} |" for code in ExitCode]
    return "\n".join(["| code | meaning |", "|---|---|", *rows])


def signals() -> str:
    """Return the table of signals, heaviest first within its file's order."""
    rows = [
        f"| `{s.slug}` | {s.weight:g} | {', '.join(s.pillars)} | {', '.join(k for k in SessionKind if k in s.sessions)} "
        f"| {' '.join(s.formula.split())} |"
        for s in SIGNALS
    ]
    return "\n".join(["| signal | weight | pillars | sessions | what it looks for |", "|---|---|---|---|---|", *rows])


def rules() -> str:
    """Return the rules, a family at a time, each with a sentence it rejects and one it accepts."""
    families: dict[str, list[Rule]] = {}
    for rule in RULES:
        title = f"## {rule.label} ({rule.code[:3]})\n\nThe team could reply: {rule.reply_test}"
        families.setdefault(title, []).append(rule)
    return _told(families, "what in the words does it")


def rules_in_context() -> str:
    """Return the rules that need more than the words, by where they are found."""
    return _told({f"### {where}": group for where, group in GROUPS.items()}, "what does it")


def _told(groups: Mapping[str, Sequence[Rule]], what: str) -> str:
    head = f"| rule | | {what} | rejects | accepts |\n|---|---|---|---|---|"
    return "\n\n".join("\n".join([f"{title}\n\n{head}", *map(_row, group)]) for title, group in groups.items())


def _row(rule: Rule) -> str:
    shown = (rule.code, rule.severity, rule.message, rule.rejects[0], rule.accepts[0])
    return f"| {' | '.join(shown)} |"


def families() -> str:
    """Return a line for each family of rules, with the first sentence that it rejects and the first it accepts."""
    first = {rule.label: rule for rule in reversed(RULES)}
    rows = [
        f"| {rule.label} ({rule.code[:3]}) | {rule.reply_test} | {sum(other.label is rule.label for other in RULES)} "
        f"| {rule.rejects[0]} | {rule.accepts[0]} |"
        for rule in reversed(first.values())
    ]
    head = "| family | a team could reply | rules | rejected | accepted |\n|---|---|--:|---|---|"
    return "\n".join([head, *rows])


def figures() -> str:
    """Return the reviewer's figures on the test half."""
    return f"```text\n{command('eval', 'reviewer', '--split', 'test')}\n```"


def field_figures() -> str:
    """Return the reviewer's figures on questions as models write them."""
    return f"```text\n{command('eval', 'reviewer', '--split', 'field')}\n```"


def rule_figures() -> str:
    """Return how often each rule is right on the test half, and which were not measured."""
    rules = json.loads(command("eval", "reviewer", "--split", "test", "--format", "json"))["rules"]
    head = "| rule | label | fires | right | wrong | alone right/wrong | share right |\n|---|---|--:|--:|--:|--:|---|"
    rows = [
        f"| {r['code']} | {r['label']} | {r['fires']} | {r['right']} | {r['wrong']} "
        f"| {'only warns' if r['severity'] == 'warn' else '{right}/{wrong}'.format(**r['alone'])} "
        f"| {r['share_right']:.2f} [{r['ci'][0]:.2f}, {r['ci'][1]:.2f}] |"
        for r in rules
        if r["fires"]
    ]
    harmful = ", ".join(r["code"] for r in rules if r["harmful"]) or "none"
    unmeasured = ", ".join(r["code"] for r in rules if not r["fires"]) or "none"
    return "\n".join(
        [
            head,
            *rows,
            "",
            f"Wrong more often than right, of those that fired four times or more: {harmful}.",
            "",
            f"Unmeasured, since they never fired: {unmeasured}.",
        ]
    )


def metrics() -> str:
    """Return the table of what a prompt eval measures, gates first."""
    rows = [
        f"| `{m.name}` | {m.title} | {m.what} | {'more' if m.higher_is_better else 'less'} | {'gate' if m.gate else ''} |"
        for m in METRICS
    ]
    return "\n".join(["| metric | | what is counted | better is | |", "|---|---|---|---|---|", *rows])


def named_moves() -> str:
    """Return the table of moves with an example each."""
    rows = [f"| {move.name} | {move.does} | {move.example} |" for move in moves(Templates())]
    return "\n".join(["| move | what it is for | for example |", "|---|---|---|", *rows])


def lenses() -> str:
    """Return the articles' sample questions, what the review says of lines like them, and how the bank asks."""
    bank = {pattern.id: pattern.text for pattern in patterns(Templates())}
    rows = []
    for lens in tomllib.loads((ROOT / "tools" / "lenses.toml").read_text("utf-8"))["lens"]:
        found = dict.fromkeys(finding.label for finding in review_wording(lens["like"]) if finding.rejects)
        said = ", ".join(found) or f"passes; {lens.get('lacks', 'tools/lenses.toml has to say what it lacks')}"
        asked = bank[lens["pattern"]] if lens["pattern"] else "never printed: see the next section"
        sources = ", ".join(map(str, lens["sources"]))
        rows.append(f"| “{lens['begins']}” [{sources}] | {lens['like']} | {said} | {asked} |")
    head = "| in the articles | a line like it | what the review says | the lens stays, the sheet asks |\n|---|---|---|---|"
    return "\n".join([head, *rows])


def files() -> str:
    """Return the list of templates."""
    return "\n".join(f"- `{name}`" for name in Templates().names)


def slots() -> str:
    """Return the list of slots."""
    return ", ".join(f"`{{{slot}}}`" for slot in sorted(SLOTS))


def meanings() -> str:
    """Return the list of what a column can mean."""
    return ", ".join(f"`{meaning}`" for meaning in Meaning) + "."


PARTS: dict[str, Callable[[], str]] = {
    "ladder": ladder,
    "modules of prepare": partial(modules, "prepare"),
    "modules of batch": partial(modules, "batch"),
    "modules of engines": partial(modules, "batch/engines"),
    "modules of models": partial(modules, "models"),
    "modules of prompt evals": partial(modules, "evaluation/prompts"),
    "modules of prompt evals told": partial(modules, "evaluation/prompts/told"),
    "demo": demo,
    "help": helps,
    "settings": settings,
    "exit codes": exits,
    "signals": signals,
    "rules": rules,
    "rules in context": rules_in_context,
    "families": families,
    "test figures": figures,
    "field figures": field_figures,
    "rule figures": rule_figures,
    "metrics": metrics,
    "lenses": lenses,
    "moves": named_moves,
    "templates": files,
    "slots": slots,
    "meanings": meanings,
}


def filled(text: str) -> str:
    """Return ``text`` with every part in it written anew."""
    for name, made in PARTS.items():
        start, end = f"<!-- from: {name} -->", "<!-- end -->"
        if start in text:
            head, _, rest = text.partition(start)
            _, _, tail = rest.partition(end)
            text = f"{head}{start}\n{made()}\n{end}{tail}"
    return text


def main() -> int:
    """Write the pages, or with --check say which are out of step; return 1 for those."""
    stale = [page for page in PAGES if filled((ROOT / page).read_text("utf-8")) != (ROOT / page).read_text("utf-8")]
    if "--check" not in sys.argv:
        for page in stale:
            (ROOT / page).write_text(filled((ROOT / page).read_text("utf-8")), "utf-8")
        return 0
    for page in stale:
        print(f"{page} is out of step with the program; `make format` writes it anew")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
