"""Jinja's sandbox, and the bounded one in which templates of the user's own run.

Jinja's keeps a template from files, environment and attributes, but lets it loop within loops for hours, or ask for a
text of a billion letters. In ``Bounded`` every step is weighed before it is taken: the items of a loop one by one; by
their size what is printed, compared, cut, joined or given to a filter. No clock is read, so that the same template ends
at the same place each time.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import wraps
from typing import Any

import jinja2
from jinja2 import nodes, pass_eval_context
from jinja2.exceptions import SecurityError
from jinja2.nodes import EvalContext
from jinja2.runtime import Context, LoopContext, markup_join, str_join
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.visitor import NodeTransformer

MOST = 30_000_000
"""Characters, items and steps of one rendering; the index of 20,000 teams takes some six million."""
CALL, FILE = 50, 1000
"""Weight of one call, and of taking in another template."""
DEEPEST = 12
"""Levels down to which values are weighed; what the program gives its templates has six."""
LARGEST = 16_000
"""Bits of a number that an operator may make; Python prints no more than some 14,000."""

_AT_ONCE = frozenset({"length", "count", "default", "d", "first", "last"})
"""Filters whose work does not grow with what they are given."""
_MULTIPLY = frozenset(
    {"replace", "join", "indent", "expandtabs", "format", "format_map", "xmlattr", "tojson", "translate", "wrap"}
)  # fmt: skip
"""Filters and methods whose result may be as long as the sizes of their arguments multiplied."""
_COUNTS = frozenset(
    {"center", "ljust", "rjust", "zfill", "expandtabs", "indent", "batch", "slice", "tojson", "to_bytes", "round", "wordwrap"}
)  # fmt: skip
"""Filters and methods in which a number is a length."""
_WIDE = re.compile(r"\d{4}|%[^%a-zA-Z]*\*|\{[^{}]*\{")
"""In a pattern to be filled: a width beyond any page, or one that a value gives."""
_COUNTED, _WEIGHED, _JOINED = " counted", " weighed", " joined"
"""Filters set in by ``_Weights``; no template can write such a name."""


class Sandbox(ImmutableSandboxedEnvironment):
    """Looks up the entry of a table by its name at once; Jinja would first try, and fail, to find an attribute."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return what ``attribute`` names in ``obj``."""
        return obj[attribute] if type(obj) is dict and attribute in obj else super().getattr(obj, attribute)


class Bounded(Sandbox):
    """Weighs what a template does, up to ``MOST``; to be refilled before each rendering."""

    intercepted_binops = frozenset({"+", "*", "**", "%"})

    def __init__(self, filters: Mapping[str, Callable[..., Any]], **options: Any) -> None:
        """Take ``filters`` beside Jinja's own, and the options of a Jinja environment."""
        self._left = MOST
        shown = options.pop("finalize", None) or (lambda value: value)
        super().__init__(**options, finalize=lambda value: shown(self._weighed(value)))
        del self.globals["lipsum"]  # nothing but work
        known: dict[str, Callable[..., Any]] = {**self.filters, **filters}
        self.filters = {name: self._guarded(name, function) for name, function in known.items()}
        asked: dict[str, Any] = dict(self.tests)
        self.tests = {name: self._guarded(name, function) for name, function in asked.items()}
        self.filters |= {_COUNTED: self._counted, _WEIGHED: self._weighed, _JOINED: self._joined}

    def refill(self) -> None:
        """Let a new rendering have all of ``MOST``."""
        self._left = MOST

    def weigh(self, weight: int) -> None:
        """Take ``weight`` from what is left.

        Raises:
            SecurityError: when it is more than that.
        """
        self._left -= weight
        if self._left < 0:
            raise SecurityError("asks for more work than a page can need: a loop, or a text, without end")

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Return what an operator makes, once it was weighed."""
        if isinstance(left, (int, float)) and isinstance(right, (int, float)):
            _refuse_long_numbers(operator, left, right)
        elif operator == "+":
            self.weigh(self._size(left) + self._size(right))
        else:
            self._weigh_given("format" if operator == "%" else "*", left, (right,))
        return super().call_binop(context, operator, left, right)

    def call(*arguments: Any, **named: Any) -> Any:  # as Jinja's, to which a template may give any names
        """Return what a call returns, once it was weighed; of our own functions that is the call alone."""
        self, context, called, *given = arguments
        self.weigh(CALL)
        if isinstance(called, LoopContext):
            given = [self._counted(items) for items in given]
        method = getattr(called, "__wrapped__", called)
        owner = getattr(method, "__self__", None)
        if isinstance(owner, (str, bytes, int, float, list, tuple, dict)):
            self._weigh_given(method.__name__, owner, (*given, *named.values()))
        return super(Bounded, self).call(context, called, *given, **named)

    def get_template(self, name: Any, parent: str | None = None, globals: Any = None) -> jinja2.Template:  # noqa: A002 - Jinja's own name
        """Return a template, once it was weighed."""
        self.weigh(FILE)
        return super().get_template(name, parent, globals)

    def _generate(self, source: nodes.Template, *rest: Any, **options: Any) -> str:
        return super()._generate(_Weights().visit(source), *rest, **options)

    def _guarded(self, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """Return a filter or test that weighs what it is given; the first may be Jinja's own context."""
        at = 1 if hasattr(function, "jinja_pass_arg") else 0

        @wraps(function)
        def weighed(*given: Any, **named: Any) -> Any:
            self._weigh_given(name, given[at], (*given[at + 1 :], *named.values()))
            return function(*given, **named)

        return function if name in _AT_ONCE else weighed

    def _weigh_given(self, name: str, value: Any, others: Iterable[Any]) -> None:
        if name.startswith("format") and isinstance(value, str) and _WIDE.search(value):
            raise SecurityError("asks for a width beyond that of any page")
        counts = name in _COUNTS or name == "*"
        weight = 1 + (abs(value) if isinstance(value, int) and name == "*" else self._size(value))
        for other in others:
            size = abs(other) if isinstance(other, int) and counts else self._size(other)
            weight = weight * (1 + size) if name in _MULTIPLY or name == "*" else weight + size
        self.weigh(weight)

    def _size(self, value: Any, depth: int = 0) -> int:
        """Return how much there is in ``value``: its characters, or its items and all that is in them."""
        if isinstance(value, (str, bytes, range)):
            return len(value)
        if not isinstance(value, Collection) or isinstance(value, jinja2.Undefined):
            return 1
        if depth > DEEPEST:
            raise SecurityError("makes lists within lists, deeper than any page needs")
        self.weigh(4 * len(value))  # to look is work too, where one list is many times in another
        parts = value.items() if isinstance(value, Mapping) else value
        return sum(1 + self._size(part, depth + 1) for part in parts)

    def _counted(self, items: Iterable[Any]) -> Iterator[Any]:
        for item in items:
            self.weigh(1)
            yield item

    def _weighed(self, value: Any) -> Any:
        self.weigh(self._size(value))
        return value

    @pass_eval_context
    def _joined(self, context: EvalContext, parts: list[Any]) -> str:
        self.weigh(self._size(parts))
        return markup_join(parts) if context.autoescape else str_join(parts)


def _refuse_long_numbers(operator: str, left: float, right: float) -> None:
    bits = left.bit_length() if isinstance(left, int) else 64
    if operator == "**" and isinstance(right, int):
        bits *= abs(right)
    elif operator == "*" and isinstance(right, int):
        bits += right.bit_length()
    if bits > LARGEST:
        raise SecurityError("asks for a number that is too long to be printed")


class _Weights(NodeTransformer):
    """Sets a filter that weighs into each step of a template that Jinja offers no hook for."""

    def visit_For(self, node: nodes.For) -> nodes.Node:  # noqa: N802 - named for the node
        """Count the items."""
        self.generic_visit(node)
        node.iter = _filtered(_COUNTED, node.iter)
        return node

    def visit_Compare(self, node: nodes.Compare) -> nodes.Node:  # noqa: N802
        """Weigh both sides."""
        self.generic_visit(node)
        node.expr = _filtered(_WEIGHED, node.expr)
        for operand in node.ops:
            operand.expr = _filtered(_WEIGHED, operand.expr)
        return node

    def visit_Getitem(self, node: nodes.Getitem) -> nodes.Node:  # noqa: N802
        """Weigh what is cut."""
        self.generic_visit(node)
        if isinstance(node.arg, nodes.Slice):
            node.node = _filtered(_WEIGHED, node.node)
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:  # noqa: N802
        """Join by a filter what Jinja would join itself."""
        self.generic_visit(node)
        return _filtered(_JOINED, nodes.List(node.nodes, lineno=node.lineno, environment=node.environment))


def _filtered(name: str, node: nodes.Node) -> nodes.Filter:
    return nodes.Filter(node, name, [], [], None, None, lineno=node.lineno, environment=node.environment)
