"""What does not fit together in a team file: ids, references, and how key results are measured.

All of it is found in the plain data as read, so that it shows beside what is wrong within the fields.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from questioner.checked import Place
from questioner.team.fields import Kind, Phase

_NUMBER_WITH_UNIT = re.compile(r"^\s*([€$£¥]?)\s*([+-]?\d[\d.,]*)\s*((?:[^\W\d_]|[%‰°€$£¥]).{0,30})?\s*$")


def cross_check(data: Any) -> Iterator[tuple[Place, str]]:
    """Yield ``(place, message)`` for what does not fit together in the plain data of a team file.

    Works on the data as read, whatever else is wrong with it, so that every problem shows at once.
    """
    if not isinstance(data, dict):
        return
    if not data.get("objectives") and data.get("phase") != Phase.ASSESS:
        yield (
            (),
            "objectives: none are there; add one with a title, or phase: assess for a team that has no OKRs yet",
        )
    objectives = _numbered(data.get("objectives"), "O")
    yield from _repeated(("objectives",), objectives)
    results = [_numbered(o.get("key_results"), "KR") for o in objectives]
    for number, entries in enumerate(results):
        yield from _repeated(("objectives", number, "key_results"), entries)
    defined = {
        (str(o.get("id")), str(k.get("id"))): str(k.get("kind") or Kind.METRIC)
        for o, entries in zip(objectives, results, strict=True)
        for k in entries
        if o.get("id") is not None and k.get("id") is not None
    }
    for number, entries in enumerate(results):
        for index, entry in enumerate(entries):
            faults = _mistyped(entry, ("start", "target", "current"), str(entry.get("kind") or Kind.METRIC))
            yield from ((("objectives", number, "key_results", index), fault) for fault in faults)
    known = short_names(defined)
    check_ins = data.get("check_ins") or as_list(data.get("check_in"))
    for number, check_in in enumerate(_dicts(check_ins)):
        for name, update in (check_in.get("key_results") or {}).items() if _holds_updates(check_in) else ():
            place: Place = ("check_ins", number, "key_results", str(name))
            yield from ((as_written(place, data), fault) for fault in _check_update(str(name), update, defined, known))


def short_names(defined: Iterable[tuple[str, str]]) -> dict[str, tuple[str, str]]:
    """Return every way a check-in may name a key result: ``O1.KR2``, and ``KR2`` where only one has it."""
    defined = list(defined)
    counts = Counter(kr for _, kr in defined)
    names = {f"{o}.{kr}": (o, kr) for o, kr in defined}
    return names | {kr: (o, kr) for o, kr in defined if counts[kr] == 1}


def _check_update(
    name: str, update: Any, defined: dict[tuple[str, str], str], known: dict[str, tuple[str, str]]
) -> Iterator[str]:
    if not defined:
        return  # that none is defined is the one thing to mend, and is told elsewhere
    if name not in known:
        meant = [f"{o}.{kr}" for o, kr in defined if kr == name]
        listed = ", ".join(list(known)[:12])
        yield (
            f"could be {' or '.join(meant)}; write the one that is meant"
            if meant
            else f"no key result has this id; the file defines {listed}"
        )
    elif isinstance(update, dict):
        yield from _mistyped(update, ("value", "target"), defined[known[name]])


def _mistyped(entry: dict[str, Any], fields: Iterable[str], kind: str) -> Iterator[str]:
    """Yield a sentence for each field that is text in a metric, or a number in an ordinal key result."""
    for name in fields:
        value = entry.get(name)
        if kind == Kind.ORDINAL and isinstance(value, (int, float)) and not isinstance(value, bool):
            yield f"{name}: saw the number {value:g}; write text for an ordinal key result, or kind: metric"
        elif kind == Kind.METRIC and isinstance(value, str) and value.strip():
            yield f"{name}: saw the text {value[:60]!r}; {_how_to_write(name, value)}"


def _how_to_write(name: str, text: str) -> str:
    match = _NUMBER_WITH_UNIT.match(text)
    if not match:
        return "write a number, or kind: ordinal (or milestone) where the measure is not a number"
    sign, number, unit = match[1], match[2], (match[3] or "").strip()
    unit = sign + unit
    plain = f"{name}: {_without_commas(number)}"
    return f'write {plain} and unit: "{unit}"' if unit else f"write {plain}, without quotation marks"


def _without_commas(number: str) -> str:
    """Return ``1,200`` as ``1200`` and ``22,5`` as ``22.5``: a comma before three digits marks thousands."""
    thousands = re.sub(r",(?=\d{3}(?!\d))", "", number)
    return thousands.rstrip(".,").replace(",", ".")


def as_list(value: Any) -> list[Any]:
    """Return ``value`` as a list, of which it is the one entry unless it is a list already."""
    return value if isinstance(value, list) else [value]


def as_written(loc: Place, data: Any) -> Place:
    """Return a place in ``check_ins`` as the file has it where it says ``check_in`` instead."""
    if loc[:1] != ("check_ins",) or not isinstance(data, dict) or "check_in" not in data:
        return loc
    return ("check_in", *loc[1 if isinstance(data["check_in"], list) else 2 :])


def with_ids(entries: Any, prefix: str) -> Any:
    """Return ``entries`` with an id each, ``prefix`` and its place where it has none; what is no list of fields as it is."""
    whole = isinstance(entries, (list, tuple)) and all(isinstance(e, dict) for e in entries)
    return _numbered(entries, prefix) if whole else entries


def _holds_updates(check_in: dict[str, Any]) -> bool:
    return isinstance(check_in.get("key_results"), dict)


def _dicts(entries: Any) -> list[dict[str, Any]]:
    return [e if isinstance(e, dict) else {} for e in entries] if isinstance(entries, (list, tuple)) else []


def _numbered(entries: Any, prefix: str) -> list[dict[str, Any]]:
    """Give each entry without an id the one of its place, unless another entry has taken it."""
    entries = _dicts(entries)
    taken = {str(e["id"]) for e in entries if e.get("id") is not None}
    ids = (f"{prefix}{number}" for number in range(1, len(entries) + 1))
    return [
        e if e.get("id") is not None or name in taken else {**e, "id": name}
        for e, name in zip(entries, ids, strict=True)
    ]


def _repeated(place: Place, entries: list[dict[str, Any]]) -> Iterator[tuple[Place, str]]:
    seen: set[str] = set()
    for number, entry in enumerate(entries):
        name = entry.get("id")
        if name is None:
            yield (*place, number), "has no id, and the one of its place is taken; give it an id of its own"
        elif str(name) in seen:
            yield (*place, number, "id"), f"{name} is there already; ids must differ"
        seen.add(str(name))
