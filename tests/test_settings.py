"""Settings: what the environment may say, and the one sentence for what it may not."""

from pathlib import Path

import pytest

from twinspace_server import settings as settings_of
from twinspace_server.settings import WrongSetting, load


def test_nothing_said_is_a_server_for_this_machine_alone() -> None:
    settings = load({})
    assert settings.host == "127.0.0.1"
    assert settings.address == "http://localhost:8000"
    assert not settings.secure
    assert settings.on_sqlite
    assert settings.broker == "memory:"
    assert settings.database.endswith("/data/twinspace.sqlite")


def test_values_are_read_in_their_types() -> None:
    settings = load(
        {
            "TWINSPACE_PORT": " 9000 ",
            "TWINSPACE_DEMO": "true",
            "TWINSPACE_TRUSTED_PROXIES": "10.0.0.0/8, ::1",
            "TWINSPACE_MESSAGES_PER_SECOND": "2.5",
            "PATH": "/bin",
        }
    )
    assert (settings.port, settings.demo, settings.messages_per_second) == (9000, True, 2.5)
    assert settings.trusted_proxies == ("10.0.0.0/8", "::1")


def test_the_command_line_wins_and_is_checked_alike() -> None:
    assert load({"TWINSPACE_PORT": "9000"}, port=9001, host=None).port == 9001
    with pytest.raises(WrongSetting, match="TWINSPACE_PORT"):
        load({}, port=70_000)


@pytest.mark.parametrize(
    ("environ", "named"),
    [
        ({"TWINSPACE_PORT": "eight"}, "TWINSPACE_PORT"),
        ({"TWINSPACE_PORT": "0"}, "TWINSPACE_PORT"),
        ({"TWINSPACE_PROT": "8000"}, "TWINSPACE_PROT"),
        ({"TWINSPACE_port": "8000"}, "TWINSPACE_port"),
        ({"TWINSPACE_DEMO": "perhaps"}, "TWINSPACE_DEMO"),
        ({"TWINSPACE_DEFAULT_LANGUAGE": "xx"}, "TWINSPACE_DEFAULT_LANGUAGE"),
        ({"TWINSPACE_OUTBOX_BYTES": "12"}, "TWINSPACE_OUTBOX_BYTES"),
        ({"TWINSPACE_NAME": ""}, "TWINSPACE_NAME"),
        ({"TWINSPACE_TRUSTED_PROXIES": "proxy"}, "TWINSPACE_TRUSTED_PROXIES"),
        ({"TWINSPACE_PUBLIC_URL": "twinspace.example.eu"}, "TWINSPACE_PUBLIC_URL"),
        ({"TWINSPACE_PUBLIC_URL": "https://twinspace.example.eu/space"}, "TWINSPACE_PUBLIC_URL"),
        ({"TWINSPACE_PUBLIC_URL": "https://alice:x@twinspace.example.eu"}, "TWINSPACE_PUBLIC_URL"),
        ({"TWINSPACE_PUBLIC_URL": "https://twinspace.example.eu:99999"}, "TWINSPACE_PUBLIC_URL"),
        ({"TWINSPACE_DATABASE_URL": "mysql://here/db"}, "TWINSPACE_DATABASE_URL"),
        ({"TWINSPACE_BROKER_URL": "carrier-pigeon://"}, "TWINSPACE_BROKER_URL"),
        *(
            ({"TWINSPACE_BROKER_URL": wrong}, "TWINSPACE_BROKER_URL")
            for wrong in (
                "redis://",
                "redis:host",
                "redis://host:99999",
                "redis://host/name",
                "redis://host/0?db=1",
                "redis://a,b://c",
                "rediss://:6379",
                "nats://host:x",
                "nats://host/subject",
                "nats://host,",
                "nats://host,tls://other",
                "tls://host#here",
                "unix:///run/redis",
            )
        ),
        ({"TWINSPACE_WORKERS": "2"}, "TWINSPACE_WORKERS"),
        (
            {"TWINSPACE_WORKERS": "2", "TWINSPACE_DATABASE_URL": "postgresql://here/db", "TWINSPACE_BROKER_URL": "memory:"},
            "TWINSPACE_BROKER_URL",
        ),
        ({"TWINSPACE_METRICS_PORT": "8000"}, "TWINSPACE_METRICS_PORT"),
        ({"TWINSPACE_SSO_ISSUER": "http://login.example.eu"}, "TWINSPACE_SSO_ISSUER"),
        ({"TWINSPACE_SSO_ISSUER": "https://login.example.eu?x=1"}, "TWINSPACE_SSO_ISSUER"),
        ({"TWINSPACE_SSO_ISSUER": "https://login.example.eu", "TWINSPACE_SSO_CLIENT_ID": "x"}, "TWINSPACE_SSO_CLIENT_SECRET"),
        ({"TWINSPACE_DATABASE_URL_FILE": "/does/not/exist"}, "TWINSPACE_DATABASE_URL_FILE"),
        ({"TWINSPACE_NAME_FILE": "/etc/hostname"}, "TWINSPACE_NAME_FILE"),
    ],
)
def test_what_is_wrong_is_one_sentence_that_names_it(environ: dict[str, str], named: str) -> None:
    with pytest.raises(WrongSetting) as wrong:
        load(environ)
    sentence = str(wrong.value)
    assert named in sentence
    assert sentence.endswith(".")
    assert "\n" not in sentence


def test_a_password_in_a_wrong_value_is_never_echoed() -> None:
    with pytest.raises(WrongSetting) as wrong:
        load({"TWINSPACE_DATABASE_URL": "mysql://alice:hunter2@here/db"})
    assert "hunter2" not in str(wrong.value)


def test_a_secret_may_come_from_a_file(tmp_path: Path) -> None:
    secret = tmp_path / "database"
    secret.write_text("postgresql://twinspace:hunter2@db/twinspace\n", encoding="utf-8")
    settings = load({"TWINSPACE_DATABASE_URL_FILE": str(secret)})
    assert settings.database == "postgresql://twinspace:hunter2@db/twinspace"
    assert settings.broker == settings.database
    with pytest.raises(WrongSetting, match="both set"):
        load({"TWINSPACE_DATABASE_URL_FILE": str(secret), "TWINSPACE_DATABASE_URL": "postgresql://db/twinspace"})


@pytest.mark.parametrize(
    "url",
    [
        "redis://host", "redis://pia:river%40home@host:7000/2", "rediss://:river@[::1]:6379/", "nats://host", "nats://token@host:4222",
        "nats://pia:river@one:4222, nats://pia:river@two:4222", "tls://pia:river@host/", "postgresql://host/name", "memory:",
    ],
)  # fmt: skip
def test_a_broker_is_a_host_with_what_it_asks_for(url: str) -> None:
    assert load({"TWINSPACE_BROKER_URL": url}).broker == url


@pytest.mark.parametrize(
    ("url", "module", "extra"),
    [
        ("redis://:hunter2@host", "redis", "redis"),
        ("tls://hunter2@host", "nats", "nats"),
        ("postgresql://pia:hunter2@host/name", "asyncpg", "postgres"),
    ],
)
def test_a_broker_whose_client_is_missing_is_one_sentence(url: str, module: str, extra: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("twinspace_server.settings.find_spec", lambda name: None if name == module else True)
    with pytest.raises(WrongSetting, match=rf"TWINSPACE_BROKER_URL .*pip install 'twinspace-server\[{extra}\]'") as wrong:
        load({"TWINSPACE_BROKER_URL": url})
    assert "hunter2" not in str(wrong.value)


@pytest.mark.parametrize(
    "environ",
    [
        {"TWINSPACE_HOST": "0.0.0.0"},
        {"TWINSPACE_HOST": "192.168.1.5"},
        {"TWINSPACE_PUBLIC_URL": "http://twinspace.example.eu"},
        {"TWINSPACE_HOST": "::", "TWINSPACE_PUBLIC_URL": "http://localhost:8000"},
    ],
)
def test_plain_http_for_others_must_be_meant(environ: dict[str, str]) -> None:
    with pytest.raises(WrongSetting, match="TWINSPACE_INSECURE_HTTP"):
        load(environ)
    assert not load({**environ, "TWINSPACE_INSECURE_HTTP": "1"}).secure
    assert not load({**environ, "TWINSPACE_DEMO": "1"}).secure


def test_the_public_address_decides_host_and_origin() -> None:
    settings = load({"TWINSPACE_PUBLIC_URL": "https://TwinSpace.example.eu/", "TWINSPACE_HOST": "10.1.2.3"})
    assert settings.secure
    assert settings.address == "https://TwinSpace.example.eu"
    assert settings.hosts == {"twinspace.example.eu"}
    assert settings.origins == {"https://twinspace.example.eu"}


def test_this_machine_goes_by_all_its_names() -> None:
    settings = load({"TWINSPACE_PORT": "8123"})
    assert settings.hosts == {"localhost:8123", "127.0.0.1:8123", "[::1]:8123"}
    assert settings.origins == {"http://localhost:8123", "http://127.0.0.1:8123", "http://[::1]:8123"}


def test_every_setting_is_described() -> None:
    for variable, kind, _, words in settings_of.describe():
        assert words.endswith("."), variable
        assert kind, variable
