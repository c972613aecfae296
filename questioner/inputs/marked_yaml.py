"""YAML text to plain data, with the line of every field, and with bounds on what it may unfold to.

Only what a team file needs is resolved: null, true, false and numbers. Dates stay text for the model to
check, and the traps of YAML 1.1 (``no`` as false, ``12:30`` as a number) are closed.
"""

import re
from collections.abc import Iterator
from typing import Any

import yaml

from questioner.checked import Place

DEEPEST = 40
"""Levels of nesting; a team file needs eight."""
MOST_NODES = 200_000
"""Values in one file after its aliases are unfolded; fifty objectives with a year of check-ins need 20,000."""

TOO_MUCH = f"unfolds to more than {MOST_NODES:,} values or {DEEPEST} levels"

# The C parser is some ten times faster; it is missing where PyYAML was built without it.
_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_Base):  # type: ignore[misc]  # the base is chosen at run time
    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012 - PyYAML's own name


_Loader.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"^(?:~|null|Null|NULL|)$"), ["~", "n", "N", ""])
_Loader.add_implicit_resolver(
    "tag:yaml.org,2002:bool", re.compile(r"^(?:true|True|TRUE|false|False|FALSE)$"), list("tTfF")
)
_Loader.add_implicit_resolver(
    "tag:yaml.org,2002:int", re.compile(r"^[-+]?(?:0|[1-9][0-9]{0,300})$"), list("-+0123456789")
)
_Loader.add_implicit_resolver(
    "tag:yaml.org,2002:float",
    re.compile(
        r"^[-+]?(?:(?:[0-9]+\.[0-9]*|\.[0-9]+|[0-9]+(?=[eE]))(?:[eE][-+]?[0-9]+)?|[1-9][0-9]{301,})$|^[-+]?\.(?:inf|Inf|INF)$|^\.(?:nan|NaN|NAN)$"
    ),
    list("-+.0123456789"),
)

RESOLVERS = _Loader.yaml_implicit_resolvers
"""By its first character, what is read as something else than text: ``(tag, pattern)``."""

_TAGS = frozenset(f"tag:yaml.org,2002:{kind}" for kind in ("null", "bool", "int", "float", "str", "map", "seq"))


class MarkedData:
    """Plain data read from YAML, and the line on which each field stands."""

    def __init__(self, data: Any, lines: dict[Place, int], repeated: tuple[tuple[int, str], ...]) -> None:
        self.data = data
        self.repeated = repeated
        """``(line, key)`` of every key that stands twice in one place."""
        self._lines = lines

    def line(self, place: Place) -> int | None:
        """Return the line, from 1, of the field at ``place`` or of the nearest one around it."""
        for end in range(len(place), -1, -1):
            if place[:end] in self._lines:
                return self._lines[place[:end]]
        return None


def load(text: str) -> MarkedData:
    """Return the data of the one YAML document in ``text``.

    Raises:
        yaml.YAMLError: for anything that is not YAML, or that nests or unfolds beyond the bounds.
    """
    root = compose(text)
    reader = _Reader()
    data = reader.read(root, ()) if root is not None else None
    return MarkedData(data, reader.lines, tuple(reader.repeated))


def compose(text: str) -> yaml.Node | None:
    """Return the root node of the one YAML document in ``text``, with its marks; None for an empty one.

    Raises:
        yaml.YAMLError: for anything that is not YAML, or that nests beyond the bounds.
    """
    _check_depth(text)
    loader = _Loader(text)
    try:
        root: yaml.Node | None = loader.get_single_node()
    finally:
        loader.dispose()
    return root


def _check_depth(text: str) -> None:
    """Bound the nesting before nodes are made of it: the C parser makes them by recursion, and ends the process."""
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            raise yaml.YAMLError(TOO_MUCH)


class _Reader:
    """Turns YAML nodes into data, counting what it makes."""

    def __init__(self) -> None:
        self.lines: dict[Place, int] = {}
        self.repeated: list[tuple[int, str]] = []
        self._left = MOST_NODES

    def read(self, node: yaml.Node, place: Place) -> Any:
        self._left -= 1
        if self._left < 0 or len(place) > DEEPEST:
            raise yaml.YAMLError(TOO_MUCH)
        self.lines.setdefault(place, node.start_mark.line + 1)
        if node.tag not in _TAGS:
            tag = node.tag.replace("tag:yaml.org,2002:", "!!")
            raise yaml.MarkedYAMLError(problem=f"{tag} is a tag, and none is obeyed", problem_mark=node.start_mark)
        if isinstance(node, yaml.MappingNode):
            return dict(self._pairs(node, place))
        if isinstance(node, yaml.SequenceNode):
            return [self.read(child, (*place, number)) for number, child in enumerate(node.value)]
        try:
            return _scalar(node)
        except ValueError as error:
            raise yaml.MarkedYAMLError(problem=str(error), problem_mark=node.start_mark) from error

    def _pairs(self, node: yaml.MappingNode, place: Place) -> Iterator[tuple[str, Any]]:
        seen: set[str] = set()
        for key_node, child in node.value:
            key = str(key_node.value) if isinstance(key_node, yaml.ScalarNode) else "?"
            if key in seen:
                self.repeated.append((key_node.start_mark.line + 1, key))
            seen.add(key)
            self.lines[(*place, key)] = key_node.start_mark.line + 1
            yield key, self.read(child, (*place, key))


def _scalar(node: Any) -> Any:
    kind, text = node.tag.rsplit(":", 1)[-1], node.value
    if kind == "null":
        return None
    if kind == "bool":
        return text.lower() == "true"
    if kind == "int":
        return int(text)
    if kind == "float":
        return float(text.lower().replace(".inf", "inf").replace(".nan", "nan"))
    return text
