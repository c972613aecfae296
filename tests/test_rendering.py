"""The one Jinja environment: strict, sandboxed, and with data that stays data."""

import pytest

from questioner.errors import TemplateError
from questioner.rendering import Safe, fenced, long_day, render, variables, wrap
from questioner.resources import Templates

NAME = "prompt/again.j2"
CANARY = "the-canary-must-not-sing"


@pytest.fixture
def templates_with(tmp_path):
    """The built-in templates with one of the user's own, which holds this text."""

    def make(text, name=NAME):
        path = tmp_path / "mine" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return Templates(tmp_path / "mine")

    return make


class Held:
    """Something whose inside a template must not reach."""

    _secret = CANARY

    def method(self):
        return "called"


ESCAPES = [
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ ''['__class__']['__base__'] }}",
    "{{ ''|attr('__class__') }}",
    "{{ ()|attr('__cla' ~ 'ss__')|attr('__base__') }}",
    "{{ '{0.__class__.__init__}'.format(held) }}",
    "{{ ('{0.__class__}'|attr('format'))(held) }}",
    "{{ '{x._secret}'.format_map({'x': held}) }}",
    "{{ held._secret }}",
    "{{ held['_secret'] }}",
    "{{ held.method.__globals__ }}",
    "{{ held.method.__func__.__code__ }}",
    "{{ call.__globals__ }}",
    "{{ call.__closure__ }}",
    "{{ self.__init__.__globals__ }}",
    "{{ self._TemplateReference__context }}",
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{{ joiner.__init__.__globals__ }}",
    "{{ namespace.__init__.__globals__ }}",
    "{{ lipsum.__globals__['os'].environ }}",
    "{{ lipsum|attr('__globals__') }}",
    "{{ range.__class__ }}",
    "{{ range(10 ** 9)|list }}",
    "{{ config }}",
    "{{ request }}",
    "{{ open('/etc/hostname').read() }}",
    "{{ words.append('x') }}",
    "{{ table.update({'a': 'b'}) }}",
    "{{ table.clear() }}",
    "{% for word in [held]|map(attribute='_secret') %}{{ word }}{% endfor %}",
    "{% import 'os' as os %}{{ os }}",
    "{% include '/etc/hostname' %}",
    "{% include 'FOLDER/canary.txt' %}",
    "{% include '../canary.txt' %}",
    "{% include '../../canary.txt' %}",
    "{% include 'prompt/../../canary.txt' %}",
    "{% extends '../canary.txt' %}",
    "{% from '../canary.txt' import x %}",
    "{% include 'prompt/again.j2' %}",
    "{% set table.a = 'b' %}",
]


@pytest.mark.parametrize("text", ESCAPES)
def test_a_template_cannot_reach_beyond_its_values(text, templates_with, tmp_path):
    (tmp_path / "canary.txt").write_text(CANARY, encoding="utf-8")
    values = {"held": Held(), "words": ["a"], "table": {"a": 1}, "call": lambda: CANARY}
    with pytest.raises(TemplateError) as caught:
        render(templates_with(text.replace("FOLDER", str(tmp_path))), NAME, values)
    assert CANARY not in str(caught.value)
    assert (values["words"], values["table"]) == (["a"], {"a": 1})


def test_an_unknown_name_is_told_with_template_and_line(templates_with):
    templates = templates_with("one\ntwo\n{{ nobody }}\n")
    with pytest.raises(TemplateError) as caught:
        render(templates, NAME, {})
    assert str(caught.value).startswith(f"{templates.path(NAME)}:3: 'nobody' is undefined")
    assert "templates export" in str(caught.value)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a\n{% if %}\n", 2),
        ("a\nb\n{{ x | unheard }}\n", 3),
        ("a\n{{ x.nobody }}\n", 2),
        ("\n\n\n{{ 1 / 0 }}\n", 4),
        ("{{ x + 1 }}\n", 1),
        ("a\n{{ 'Tuesday' | long_day }}\n", 2),
    ],
)
def test_any_error_of_a_template_names_its_line(text, line, templates_with):
    with pytest.raises(TemplateError) as caught:
        render(templates_with(text), NAME, {"x": "text"})
    assert [problem.line for problem in caught.value.problems] == [line]


def test_an_error_in_an_included_template_names_that_one(templates_with):
    templates_with("\n{{ nobody }}\n", "prompt/part.j2")
    for part in ("{{ nobody }}", "{% if %}"):
        templates_with(f"\n{part}\n", "prompt/part.j2")
        with pytest.raises(TemplateError) as caught:
            render(templates_with("{% include 'prompt/part.j2' %}"), NAME, {})
        assert "prompt/part.j2:2: " in str(caught.value)


@pytest.mark.parametrize("data", ["{{ 7 * 7 }}", "{% raise %}", "{# gone #}", "{{ held._secret }}", "$${x}", "%(x)s"])
def test_data_that_looks_like_a_template_is_printed_as_it_stands(data, templates_with):
    templates = templates_with("[{{ x }}]{{ x | fenced }}")
    assert render(templates, NAME, {"x": data, "held": Held()}) == f"[{data}]| {data}"


def test_every_value_goes_through_the_escape_once_and_safe_text_not_at_all(templates_with):
    templates = templates_with("<b>{{ x }}{{ x | upper }}{{ safe }}</b>")
    text = render(templates, NAME, {"x": "<i>", "safe": Safe("<u>")}, lambda t: t.replace("<", "&lt;"))
    assert text == "<b>&lt;i>&lt;I><u></b>"


def test_the_variables_of_a_template_include_those_of_what_it_includes(templates_with):
    templates_with("{{ inner }}{% include 'prompt/again.j2' %}", "prompt/part.j2")
    templates = templates_with("{% set own = outer %}{{ own }}{% include 'prompt/part.j2' %}")
    assert variables(templates, NAME) == {"outer", "inner"}


def test_no_line_of_fenced_text_can_pass_for_ours():
    assert fenced("one\r\n\r\ntwo\rthree\x0b\u2028four") == "| one\n| two\n| threefour"


def test_text_is_wrapped_within_the_width_and_a_date_is_said_in_full():
    lines = wrap("word " * 60, "  - ", "    ").split("\n")
    assert max(map(len, lines)) <= 80
    assert [line[:4] for line in lines[:2]] == ["  - ", "    "]
    assert wrap("", "  - ") == "  - "
    assert long_day("2026-11-06") == "6 November 2026"
