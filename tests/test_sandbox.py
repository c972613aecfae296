"""A template of the user's own may take as much work as a page needs, and ends in a sentence where it takes more."""

import pytest

from questioner.errors import TemplateError
from questioner.rendering import render
from questioner.resources import Templates

NAME = "prompt/again.j2"
MOST = 100_000
"""Work allowed here, so that the tests are quick; beyond either bound these would take hours, or all memory."""
TWICE = "{% set ns.x = ns.x ~ ns.x %}"
GROWN = "{% set ns = namespace(x='a') %}{% for i in range(60) %}" + TWICE + "{% endfor %}"

BOMBS = {
    "a text many times": "{{ 'a' * 10**9 }}",
    "many times a text": "{{ 10**9 * 'a' }}",
    "a list many times": "{{ [1] * 10**10 }}",
    "a power of powers": "{{ 10**(10**10) }}",
    "a power of a power by name": "{% set x = 99999 %}{{ x ** x ** x }}",
    "numbers multiplied": "{% set ns = namespace(x=10**4000) %}{% for i in range(99) %}{% set ns.x = ns.x * ns.x %}{% endfor %}",
    "loops within loops": "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
    "loops over lists": "{% set r = range(9999)|list %}{% for a in r %}{% for b in r %}{% for c in r %}{% endfor %}{% endfor %}{% endfor %}",
    "loops over a text": "{% set r = 'abcdefghij' * 999 %}{% for a in r %}{% for b in r %}{% endfor %}{% endfor %}",
    "a loop that calls itself": "{% for a in range(9) recursive %}{{ loop(range(9)) }}{% endfor %}",
    "a loop that calls itself with what it makes": "{% for a in range(9) recursive %}{{ loop(range(9)|map('string')) }}{% endfor %}",
    "a macro that calls itself twice": "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(90) }}",
    "a block that calls itself twice": "{% block b %}{{ self.b() }}{{ self.b() }}{% endblock %}",
    "a file that includes itself twice": "{% include 'prompt/again.j2' %}{% include 'prompt/again.j2' %}",
    "a text joined to itself": GROWN,
    "a text added to itself": GROWN.replace("~", "+"),
    "a block set to itself twice": GROWN.replace(TWICE, "{% set ns.x %}{{ ns.x }}{{ ns.x }}{% endset %}"),
    "a list added to itself": GROWN.replace("'a'", "[1]").replace("~", "+"),
    "a list in lists": GROWN.replace(TWICE, "{% set ns.x = [ns.x, ns.x, ns.x, ns.x] %}") + "{{ ns.x }}",
    "a list in lists as a text": GROWN.replace(TWICE, "{% set ns.x = [ns.x] * 99 %}") + "{{ ns.x|string|length }}",
    "centred": "{{ 'a'|center(10**9) }}",
    "centred by the method": "{{ 'a'.center(10**9) }}",
    "set to the right": "{{ 'a'|rjust(10**9) }}",
    "indented": "{{ ('a\n' * 9999)|indent(10**6) }}",
    "tabs": "{{ '\t'.expandtabs(10**9) }}",
    "noughts": "{{ '1'.zfill(10**9) }}",
    "bytes": "{{ (1).to_bytes(10**9, 'big') }}",
    "replaced": "{{ ('a' * 9999)|replace('a', 'b' * 9999) }}",
    "replaced by the method": "{{ ('a' * 9999).replace('a', 'b' * 9999) }}",
    "joined": "{{ range(9999)|join('b' * 9999) }}",
    "joined by the method": "{{ ('b' * 9999).join(['a'] * 9999) }}",
    "in batches": "{{ [1]|batch(10**9, 'a')|list }}",
    "in slices": "{{ [1]|slice(10**9)|list }}",
    "rounded": "{{ 1.5|round(10**9, 'ceil') }}",
    "a wide format": "{{ '%1000000000d' % 1 }}",
    "a wide format of a filter": "{{ '%1000000000d'|format(1) }}",
    "a wide format of the method": "{{ '{:1000000000}'.format(1) }}",
    "a width from a value": "{{ '%*d' % (10**9, 1) }}",
    "a width in a width": "{{ '{:{w}}'.format(1, w=10**9) }}",
    "a format many times": "{{ ('{0}' * 999).format('a' * 99999) }}",
    "a map of widths": "{{ ['a']|map('center', 10**9)|list }}",
    "an indent of JSON": "{{ [[1]]|tojson(indent=10**9) }}",
    "cut again and again": "{% set x = 'a' * 10**6 %}{% for i in range(99999) %}{% set y = x[1:] %}{% endfor %}",
    "compared again and again": "{% set x = 'a' * 10**6 %}{% for i in range(99999) %}{{ 'b' in x }}{% endfor %}",
    "filtered again and again": "{% set x = 'a' * 10**6 %}{% for i in range(99999) %}{% set y = x|upper %}{% endfor %}",
    "tested again and again": "{% set x = 'a' * 10**6 %}{% for i in range(99999) if x is upper %}{% endfor %}",
    "a call again and again": "{% set x = 'a' * 10**6 %}{% for i in range(99999) %}{% set y = x.upper() %}{% endfor %}",
    "placeholder words": "{{ lipsum(10**6) }}",
}  # fmt: skip


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    monkeypatch.setattr("questioner.sandbox.MOST", MOST)


@pytest.fixture
def rendered(tmp_path):
    """Render a text as the user's own template."""

    def made(text, **values):
        path = tmp_path / NAME
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return render(Templates(tmp_path), NAME, values)

    return made


@pytest.mark.parametrize("bomb", BOMBS.values(), ids=BOMBS)
def test_a_template_without_end_ends_in_a_sentence(bomb, rendered):
    with pytest.raises(TemplateError) as caught:
        rendered(bomb)
    assert "\n" not in str(caught.value)


PLAIN = [
    ("{{ 'ab' ~ 1 ~ none }}", "ab1None"),
    ("{{ 'a' * 3 + 'b' }} {{ 2 ** 10 }} {{ 7 % 4 }} {{ 6 * 7 }}", "aaab 1024 3 42"),
    ("{{ '%.2f%%'|format(12.5) }} {{ '%s-%s' % ('a', 1) }} {{ '{:>4}'.format(7) }}", "12.50% a-1    7"),
    ("{% for x in words %}{{ loop.index }}/{{ loop.length }}{{ x }}{{ ';' if not loop.last }}{% endfor %}", "1/2a;2/2b"),
    ("{% for x in words if x != 'a' %}{{ x }}{% else %}none{% endfor %}", "b"),
    ("{% for x in [] %}{{ x }}{% else %}none{% endfor %}", "none"),
    ("{% for x in [[1, [2]]] recursive %}{{ loop(x) if x is iterable else x }}{% endfor %}", "12"),
    ("{% for k, v in table.items() %}{{ k }}={{ v }}{% endfor %} {{ words[1:]|join(',') }}", "a=1 b"),
    ("{{ words|map('upper')|join('-') }} {{ words|length }} {{ 'a' in words }} {{ 1 < 2 < 3 }}", "A-B 2 True True"),
    ("{{ 'a-b'.replace('-', '+') }} {{ 'x'|center(5) }}|{{ 1234567|string }}{{ 123456789 }}", "a+b   x  |1234567123456789"),
    ("{% macro m(x) %}<{{ x }}>{% endmacro %}{{ m(1) }}{{ m('b') }}", "<1><b>"),
    ("{{ nobody|default('x') }} {{ 100000000|default(200000000) }}", "x 100000000"),
    ("{% set ns = namespace(n=0) %}{% for x in range(9) %}{% set ns.n = ns.n + x %}{% endfor %}{{ ns.n }}", "36"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "page"), PLAIN)
def test_what_a_page_needs_is_done_as_jinja_does_it(text, page, rendered):
    assert rendered(text, words=["a", "b"], table={"a": 1}) == page


def test_each_rendering_has_all_of_the_work_to_itself(rendered):
    half = f"{{% for x in range({MOST // 2}) %}}{{% endfor %}}"
    assert [rendered(half) for _ in range(5)] == [""] * 5
    with pytest.raises(TemplateError):
        rendered(half * 2)


def test_html_is_escaped_as_without_bounds(tmp_path):
    page = "{{ '<i>' ~ x }}{{ '<b>' }}{{ x }}{{ [x, '<u>']|join('<') }}{% set y %}<p>{{ x }}{% endset %}{{ y ~ '<' }}"
    (tmp_path / "own").mkdir()
    for folder in (tmp_path, tmp_path / "own"):
        (folder / "sheets").mkdir()
        (folder / "sheets" / "html.j2").write_text(page, encoding="utf-8")
    bundled = Templates()
    bundled.bundled = tmp_path
    assert (
        render(Templates(tmp_path / "own"), "sheets/html.j2", {"x": "<s>"})
        == render(bundled, "sheets/html.j2", {"x": "<s>"})
        == "&lt;i&gt;&lt;s&gt;&lt;b&gt;&lt;s&gt;&lt;s&gt;&lt;&lt;u&gt;<p>&lt;s&gt;&lt;"
    )
