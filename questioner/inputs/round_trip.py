"""A team file changed in place: what is not changed keeps its bytes, comments, order, quotes and line ends included.

The text is cut at the marks of the YAML parser and new text is set in. A round-trip library would write the
whole file anew and wrap or indent what nobody touched. After each change the text is read again and compared
with what was meant, so that a file too unusual for the scissors is refused and never spoilt.
"""

import copy
import json
import re
import shutil
import stat
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from questioner import files
from questioner.checked import Place, path_of
from questioner.errors import InputError, Problem
from questioner.inputs import marked_yaml, team_file

BACKUP = ".bak"
"""What the name of the earlier version ends in."""
_BOM = b"\xef\xbb\xbf"
_WIDTH = 110
_ODD_BREAKS = re.compile("[\r\x85\u2028\u2029]")
_ENDLESS = 10_000_000
"""Columns; a line that is never broken."""


class Inline(dict[str, Any]):
    """Fields that are written in braces on one line: ``{value: 22, confidence: 6}``."""


class _Dumper(yaml.SafeDumper):
    # Dates need no quotes here, and what our own reader would take for a number does.
    yaml_implicit_resolvers = {  # noqa: RUF012 - PyYAML's own name
        first: [pair for pair in pairs if not pair[0].endswith("timestamp")]
        for first, pairs in yaml.SafeDumper.yaml_implicit_resolvers.items()
    }

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002 - PyYAML's own
        """Set the entries of a list in from its key."""
        super().increase_indent(flow, indentless=False)

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 - PyYAML's own
        """Write the same value twice rather than an anchor and its alias."""
        return True


for _first, _pairs in marked_yaml.RESOLVERS.items():
    for _tag, _pattern in _pairs:
        _Dumper.add_implicit_resolver(_tag, _pattern, [_first])


def _text_node(dumper: yaml.SafeDumper, text: str) -> yaml.Node:
    odd = _ODD_BREAKS.search(text) is not None
    several = "\n" in text.strip() and not odd and not dumper.default_flow_style
    style = "|" if several else '"' if odd or "\n" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _text_node)
_Dumper.add_representer(Inline, lambda d, fields: d.represent_mapping("tag:yaml.org,2002:map", fields, flow_style=True))


def as_yaml(data: Mapping[str, Any]) -> str:
    """Return the text of a new team file; dates become ISO text, an ``Inline`` stands in braces."""
    return _dumped(_plain(data), width=_WIDTH)


class RoundTrip:
    """The text of one team file, YAML or JSON, and the data in it; each change is made in both."""

    def __init__(self, raw: bytes, name: str = "") -> None:
        self.name = name
        """What errors call the file."""
        self._raw = raw
        self.text = text = team_file.text_of(raw, name)
        self.data: dict[str, Any] = self._read(text)
        """What stands in the file now. Change it by ``set`` and ``append`` alone."""
        self._json = text.lstrip().startswith("{") and _is_json(text)
        self._break = "\r\n" if "\r\n" in text else "\n"

    @classmethod
    def read(cls, path: Path) -> "RoundTrip":
        """Return the team file at ``path``, ready to be changed.

        Raises:
            InputError: when it cannot be read, or is neither YAML nor JSON. Its fields are not checked.
        """
        return cls(team_file.bytes_of(str(path)), str(path))

    def set(self, place: Place, value: Any) -> None:
        """Write ``value`` at ``place``: over what is one value, a text or in braces, or as a new field.

        Raises:
            InputError: when the file is written in a way that cannot be changed safely, or the value that
                stands there is a list or fields over several lines.
        """
        holder = _at(self.data, place[:-1])
        if holder is None:
            self.set(place[:-1], {place[-1]: value})
        elif isinstance(holder, dict) and place[-1] not in holder:
            self._change(place, self._with_field(self._node(place[:-1]), str(place[-1]), value), value)
        else:
            self._change(place, self._replaced(place, value), value)

    def at(self, place: Place) -> Any:
        """Return what stands at ``place``, which has to be there."""
        return _at(self.data, place)

    def append(self, place: Place, value: Any) -> None:
        """Add ``value`` to the end of the list at ``place``; the list is begun when it is missing, null or empty.

        Raises:
            InputError: when the file is written in a way that cannot be changed safely.
        """
        holder = _at(self.data, place[:-1])
        if place[-1] not in holder:
            self.set(place, [value])
        elif entries := holder[place[-1]]:
            self._change((*place, len(entries)), self._with_entry(self._node(place), value), value)
        else:
            self._change(place, self._begun(place, [value]), [value])

    def make_list(self, place: Place) -> None:
        """Turn the fields at ``place`` into a list that holds them as its one entry.

        Raises:
            InputError: when the file is written in a way that cannot be changed safely.
        """
        node, value = self._node(place), _at(self.data, place)
        start, end = node.start_mark.index, self._end(node)
        if self._json or not isinstance(node, yaml.CollectionNode) or node.flow_style:
            text = f"{self.text[:start]}[{self.text[start:end]}]{self.text[end:]}"
        else:
            moved = "".join(f"  {line}" if line.strip() else line for line in _lines(self.text[start:end]))
            text = f"{self.text[:start]}- {moved[2:]}{self.text[end:]}"
        self._change(place, text, [value])

    def save(self, path: Path) -> Path:
        """Write the text to ``path`` at once or not at all; return where the earlier version is kept.

        Raises:
            InputError: when it cannot be written, or holds something else than what was read.
        """
        replace_all({path: self.bytes_for(path)})
        return backup_of(path)

    def bytes_for(self, path: Path) -> bytes:
        """Return what is to be written to ``path``, from which the file was read.

        Raises:
            InputError: when ``path`` holds something else by now.
        """
        if team_file.bytes_of(str(path)) != self._raw:
            raise InputError([Problem("was changed by somebody else meanwhile; run the command again", str(path))])
        return (_BOM if self._raw.startswith(_BOM) else b"") + self.text.encode()

    def _read(self, text: str) -> dict[str, Any]:
        data = team_file.parse(text, self.name).data
        if not isinstance(data, dict):
            raise InputError([Problem(f"holds {team_file.seen(data)}, not fields such as team and cycle", self.name)])
        return data

    def _change(self, place: Place, text: str, value: Any) -> None:
        meant = copy.deepcopy(self.data)
        holder = _at(meant, place[:-1])
        if isinstance(holder, list) and place[-1] == len(holder):
            holder.append(_plain(value))
        else:
            holder[place[-1]] = _plain(value)
        try:
            made = self._read(text)
        except InputError:
            made = {}
        if made != meant:
            raise self._refusal(place)
        self.text, self.data = text, meant

    def _refusal(self, place: Place) -> InputError:
        what = "is written in a way that cannot be changed without spoiling it; make this change by hand"
        marked = team_file.parse(self.text, self.name)
        return InputError([Problem(what, self.name, marked.line(place), path_of(place))])

    def _node(self, place: Place) -> yaml.Node:
        return self._way(place)[-1]

    def _way(self, place: Place) -> list[yaml.Node]:
        """Return the nodes on the way to ``place``, from the whole file to the one that stands there."""
        text = team_file.without_pairs(self.text) if self._json else self.text
        try:
            way: list[Any] = [marked_yaml.compose(text)]
            for part in place:
                held = way[-1].value
                fields = isinstance(way[-1], yaml.MappingNode)
                way.append(next(value for key, value in held if key.value == part) if fields else held[part])
        except (yaml.YAMLError, StopIteration) as error:  # JSON that is no YAML, and keys that are not plain
            raise self._refusal(place) from error
        return way

    def _replaced(self, place: Place, value: Any) -> str:
        *_, holder, node = self._way(place)
        if isinstance(node, yaml.CollectionNode) and not node.flow_style:
            raise self._refusal(place)
        start, end = node.start_mark.index, self._end(node)
        blank = "" if self.text[start - 1].isspace() or start < end else " "
        return self.text[:start] + blank + self._inline(value, node, braced=_is_braced(holder)) + self.text[end:]

    def _begun(self, place: Place, value: list[Any]) -> str:
        """Return the text with a list where nothing, null or an empty list stands."""
        *_, holder, node = self._way(place)
        if self._json or not isinstance(holder, yaml.MappingNode) or holder.flow_style:
            return self._replaced(place, value)
        before = self.text[: node.start_mark.index].rstrip(" ")
        emptied = before + self.text[self._end(node) :]
        at = _line_end(emptied, len(before))
        return self._set_in(emptied, at, _dumped(_plain(value), width=_WIDTH), _column(holder) + 2)

    def _with_field(self, holder: yaml.Node, key: str, value: Any) -> str:
        if not isinstance(holder, yaml.MappingNode) or holder.flow_style or self._json:
            return self._with_more(holder, f"{self._inline(key, braced=True)}: ", value)
        at = _line_end(self.text, self._end(holder))
        return self._set_in(self.text, at, _dumped({key: _plain(value)}, width=_WIDTH), _column(holder))

    def _with_entry(self, entries: yaml.Node, value: Any) -> str:
        if not isinstance(entries, yaml.SequenceNode) or entries.flow_style or self._json:
            return self._with_more(entries, "", value)
        at = _line_end(self.text, self._end(entries))
        return self._set_in(self.text, at, _dumped([_plain(value)], width=_WIDTH), _column(entries))

    def _with_more(self, holder: yaml.Node, key: str, value: Any) -> str:
        """Return the text with one entry more in brackets or braces."""
        children = _children(holder)
        if not children:
            at = holder.start_mark.index + 1
            return self.text[:at] + key + self._inline(value, braced=True) + self.text[at:]
        last = children[-1]
        first = holder.value[-1][0] if isinstance(holder, yaml.MappingNode) else last
        alone = last.end_mark.line != holder.end_mark.line
        gap = self._break + " " * int(first.start_mark.column) if alone else " "
        new = self._inline(value, first if alone else None, braced=True)
        end = self._end(last)
        return f"{self.text[:end]},{gap}{key}{new}{self.text[end:]}"

    def _end(self, node: yaml.Node) -> int:
        """Return where the words of ``node`` end; the parser's mark lies beyond the blank lines after a block."""
        if isinstance(node, yaml.CollectionNode) and not node.flow_style:
            last = node.value[-1] if isinstance(node.value[-1], tuple) else node.value[-1:]
            return max(self._end(part) for part in last)  # of an alias, the key alone stands here
        end = int(node.end_mark.index)
        block = isinstance(node, yaml.ScalarNode) and node.style in {"|", ">"}
        return len(self.text[:end].rstrip()) if block else end

    def _set_in(self, text: str, at: int, lines: str, column: int) -> str:
        """Return ``text`` with whole lines set in at ``at``, ``column`` blanks before each."""
        moved = "".join(" " * column + line if line.strip() else line for line in _lines(lines))
        begun = "" if at == 0 or text[at - 1] == "\n" else self._break
        return text[:at] + begun + moved.replace("\n", self._break) + text[at:]

    def _inline(self, value: Any, beside: yaml.Node | None = None, *, braced: bool) -> str:
        """Return ``value`` as it stands inside a line, ``braced`` or not; in JSON over several where ``beside`` begins one."""
        value = _plain(value)
        if self._json:
            alone = beside is not None and not self.text[: beside.start_mark.index].rpartition("\n")[2].strip()
            text = json.dumps(value, ensure_ascii=False, indent=2 if alone else None)
            return text.replace("\n", self._break + " " * int(beside.start_mark.column)) if beside and alone else text
        quotes = beside.style if isinstance(beside, yaml.ScalarNode) and beside.style in {"'", '"'} else None
        style = quotes if isinstance(value, str) else None
        # Between brackets, since a text such as "0{" may stand bare outside of them and not within.
        text = yaml.dump([value] if braced else value, Dumper=_Dumper, default_flow_style=True, default_style=style,
                         sort_keys=False, allow_unicode=True, width=_ENDLESS).removesuffix("...\n").rstrip("\n")  # fmt: skip
        return text[1:-1] if braced else text


def _is_braced(node: yaml.Node) -> bool:
    return isinstance(node, yaml.CollectionNode) and bool(node.flow_style)


def _children(node: yaml.Node) -> list[yaml.Node]:
    if isinstance(node, yaml.MappingNode):
        return [value for _, value in node.value]
    return list(node.value) if isinstance(node, yaml.SequenceNode) else []


def _lines(text: str) -> list[str]:
    """Return the lines of ``text``, each with its break; unlike ``splitlines``, at no other character."""
    return re.findall(r"[^\n]*\n|[^\n]+", text)


def _column(node: yaml.Node) -> int:
    return int(node.start_mark.column)


def _line_end(text: str, at: int) -> int:
    """Return where the line that holds ``at`` ends, its break included."""
    found = text.find("\n", at)
    return len(text) if found < 0 else found + 1


def backup_of(path: Path) -> Path:
    """Return where the earlier version of a team file is kept."""
    return path.resolve().with_name(path.resolve().name + BACKUP)


def replace_all(contents: Mapping[Path, bytes]) -> None:
    """Write files, none before all are ready beside their places; of one that is there, a backup is kept.

    Raises:
        InputError: when one of them cannot be written.
    """
    asides = {path: files.aside_of(path.resolve()) for path in contents}
    at = Path()
    try:
        for at, content in contents.items():
            there = at.exists()
            asides[at].touch(files.PRIVATE if there else 0o666)
            if there:
                shutil.copymode(at, asides[at])  # before anything stands in it that others may not read
                files.put(backup_of(at), [at.read_bytes()], stat.S_IMODE(at.stat().st_mode))
            asides[at].write_bytes(content)
        for at, aside in asides.items():
            aside.replace(at.resolve())
    except OSError as error:
        for aside in asides.values():
            with suppress(OSError):
                aside.unlink()
        raise files.unwritable(at, error) from error


def _at(data: Any, place: Place) -> Any:
    for part in place:
        data = data[part]
    return data


def _dumped(value: Any, width: int) -> str:
    text = yaml.dump(value, Dumper=_Dumper, default_flow_style=False, sort_keys=False, allow_unicode=True, width=width)
    return re.sub(r"\.\.\.\n\Z", "", text)


def _plain(value: Any) -> Any:
    """Return ``value`` with dates as ISO text, tuples as lists and kinds of text as text."""
    if isinstance(value, Inline):
        return Inline({str(key): _plain(part) for key, part in value.items()})
    if isinstance(value, Mapping):
        return {str(key): _plain(part) for key, part in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(part) for part in value]
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, str) else value


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except ValueError:
        return False
    return True
