"""What an office has locked: no option and no variable of the environment gets past it."""

import json

import pytest

from questioner.office import Office

from ..models.conftest import no_service_is_configured, serve  # noqa: F401 - fixtures
from ..models.small_server import raw, reply
from .conftest import BEHIND


@pytest.fixture
def locked(monkeypatch, tmp_path):
    """Write the office's file."""

    def write(text):
        path = tmp_path / "office.toml"
        path.write_text(text)
        monkeypatch.setattr("questioner.office.PLACE", path)
        return path

    return write


def host(server):
    return server.url.removesuffix("/v1")


def ask(questioner, server, *more):
    return questioner("prepare", BEHIND, "--model", "m", "--base-url", server.url, *more)


def test_a_host_that_is_allowed_is_asked(questioner, serve, locked):  # noqa: F811
    server = serve(reply("{}"))
    locked(f'allowed_hosts = ["{host(server)}"]\n')
    ask(questioner, server)
    assert server.seen


@pytest.mark.parametrize("hosts", ['["api.openai.com"]', "[]", '["127.0.0.1"]', '["http://127.0.0.1:1"]'])
def test_a_host_that_is_not_allowed_gets_nothing(hosts, questioner, serve, locked):  # noqa: F811
    server = serve(reply("{}"))
    path = locked(f"allowed_hosts = {hosts}\n")
    ran = ask(questioner, server)
    assert (ran.code, server.seen) == (2, [])
    assert str(path) in ran.err


def test_the_environment_opens_no_host_either(questioner, serve, locked, monkeypatch, tmp_path):  # noqa: F811
    server = serve(reply("{}"))
    locked('allowed_hosts = ["api.openai.com"]\n')
    monkeypatch.setenv("OPENAI_BASE_URL", server.url)
    monkeypatch.setenv("OPENAI_API_KEY", "sk-fictional")
    assert questioner("prepare", BEHIND).code == 2
    assert questioner("batch", BEHIND, "--out", tmp_path / "out", "--model", "m").code == 2
    assert (server.seen, (tmp_path / "out").exists()) == ([], False)


def test_a_redirect_leads_nowhere_else(questioner, serve, locked):  # noqa: F811
    elsewhere = serve(reply("{}"))
    server = serve(raw(b"", status=307, location=f"{elsewhere.url}/chat/completions"))
    locked(f'allowed_hosts = ["{host(server)}"]\n')
    assert ask(questioner, server).code == 4
    assert (len(server.seen) > 0, elsewhere.seen) == (True, [])


def test_a_proxy_of_the_environment_sees_nothing(questioner, serve, locked, monkeypatch):  # noqa: F811
    server, proxy = serve(reply("{}")), serve(reply("{}"))
    monkeypatch.setenv("HTTP_PROXY", host(proxy))
    monkeypatch.setenv("http_proxy", host(proxy))
    locked(f'allowed_hosts = ["{host(server)}"]\n')
    ask(questioner, server)
    assert (len(server.seen) > 0, proxy.seen) == (True, [])


def test_a_proxy_of_the_office_is_used(questioner, serve, locked):  # noqa: F811
    proxy = serve(reply("{}"))
    locked(f'allowed_hosts = ["http://models.invalid"]\nproxy = "{host(proxy)}"\n')
    questioner("prepare", BEHIND, "--model", "m", "--base-url", "http://models.invalid/v1")
    assert proxy.seen[0].path.startswith("http://models.invalid")


@pytest.mark.parametrize("name", ["other", "M"])
def test_another_model_is_refused(name, questioner, serve, locked, monkeypatch):  # noqa: F811
    server = serve(reply("{}"))
    locked('model = ["m", "n"]\n')
    assert questioner("prepare", BEHIND, "--model", name, "--base-url", server.url).code == 2
    monkeypatch.setenv("QUESTIONER_MODEL", name)
    ran = questioner("prepare", BEHIND, "--base-url", server.url)
    assert (ran.code, server.seen) == (2, [])
    assert "allows m or n" in ran.err


def test_without_a_name_the_offices_model_is_asked(questioner, serve, locked):  # noqa: F811
    server = serve(reply("{}"))
    locked('model = "m"\n')
    questioner("prepare", BEHIND, "--base-url", server.url)
    assert {seen.body["model"] for seen in server.seen} == {"m"}


def test_the_bank_and_recordings_are_always_free(questioner, locked, tmp_path):
    locked('allowed_hosts = []\nmodel = "m"\nsend = "facts"\n')
    assert questioner("prepare", BEHIND, "--model", "bank").code == 0
    (tmp_path / "recordings").mkdir()
    assert "holds no recording" in questioner("prepare", BEHIND, "--model", f"replay:{tmp_path / 'recordings'}").err


def test_send_facts_holds_without_the_option_and_against_it(questioner, locked):
    plain = questioner("prepare", BEHIND, "--dry-run", "--send", "facts").out
    assert questioner("prepare", BEHIND, "--dry-run").out != plain
    locked('send = "facts"\n')
    assert questioner("prepare", BEHIND, "--dry-run").out == plain
    ran = questioner("prepare", BEHIND, "--dry-run", "--send", "text")
    assert (ran.code, "allows --send facts only" in ran.err) == (2, True)


def test_names_cannot_be_kept_where_the_office_hides_them(questioner, locked):
    locked("keep_names = false\n")
    assert questioner("prepare", BEHIND, "--dry-run").code == 0
    assert questioner("prepare", BEHIND, "--dry-run", "--keep-names").code == 2


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('allowed_host = ["x"]\n', "allowed_host"),
        ('send = "text"\n', "send"),
        ("keep_names = true\n", "keep_names"),
        ('model = ""\n', "model"),
        ("model = [\n", "is not TOML"),
        ("\x00", "is not TOML"),
    ],
)
def test_a_file_that_cannot_be_understood_opens_nothing(text, said, questioner, serve, locked):  # noqa: F811
    server = serve(reply("{}"))
    path = locked(text)
    ran = ask(questioner, server)
    assert (ran.code, server.seen) == (3, [])
    assert str(path) in ran.err
    assert said in ran.err


@pytest.mark.parametrize(
    "url",
    [
        "https://api.openai.com@evil.example/v1",
        "https://api.openai.com.evil.example/v1",
        "http://api.openai.com/v1",
        "https://api.openai.com:8443/v1",
        "https:///v1",
        "nonsense",
        "https://[::1",
    ],
)
def test_no_spelling_of_an_address_passes_for_another(url):
    from questioner.errors import UsageError

    with pytest.raises(UsageError):
        Office(allowed_hosts=["api.openai.com", "nonsense.example"]).check_url(url)


@pytest.mark.parametrize(
    "url", ["https://API.openai.com/v1", "https://api.openai.com:443/v1", "https://api.openai.com./"]
)
def test_spellings_of_the_same_address_pass(url):
    Office(allowed_hosts=["api.openai.com"]).check_url(url)


def test_nothing_is_locked_where_there_is_no_file(questioner, serve):  # noqa: F811
    server = serve(reply(json.dumps({"questions": []})))
    ask(questioner, server)
    assert server.seen
