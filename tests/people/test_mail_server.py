"""Mail in earnest: a real mail server takes it, puts it off, refuses it, asks for TLS and a password.

Nothing is lost, nothing goes twice, and a link leads to the configured address alone.
"""

import asyncio
import re
import ssl
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from ipaddress import ip_address
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from aiosmtpd.smtp import AuthResult, LoginPassword
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from sqlalchemy import select

from tests.cast import World, enter, settings_for
from tests.desk.test_mail import work
from tests.mailbox import Mailbox, open_mailbox, text_of
from twinspace_server import mail as letterbox
from twinspace_server.jobs import TRIES, jobs
from twinspace_server.people import links, post
from twinspace_server.settings import Settings, WrongSetting, load
from twinspace_server.storage.store import Db

HOUR_MS = 3_600_000
post.PATHS.setdefault("trial", "/forgot")


@pytest_asyncio.fixture
async def mailbox() -> AsyncIterator[Mailbox]:
    async with open_mailbox() as box:
        yield box


@pytest_asyncio.fixture
async def posting(populated: tuple[str, World], tmp_path: Path, mailbox: Mailbox) -> AsyncIterator[World]:
    """The cast in a house that sends its mail to the mailbox."""
    url, made = populated
    async with enter(url, tmp_path, made, PUBLIC_URL="https://twinspace.example.eu", **mailbox.settings) as world:
        yield world


async def invite(world: World, username: str = "irakli") -> dict[str, Any]:
    """A mail with a link, put as a job by a command."""
    asked = {"username": username, "name": "Irakli Shengelia", "email": f"{username}@example.org", "language": "nl"}
    return dict((await world.do("nora", "accounts.invite", **asked))["account"])


async def state(world: World) -> dict[str, Any]:
    return await world.ask("nora", "outgoing.state")


async def test_a_mail_arrives_once_in_the_readers_language(posting: World, mailbox: Mailbox) -> None:
    await invite(posting)
    assert (await state(posting))["waiting"] == 1
    await work(posting)
    (mail,) = mailbox.mails_to("irakli@example.org")
    assert str(mail["From"]) == "TwinSpace <twinspace@example.eu>"
    assert str(mail["Subject"]) == "Je account bij TwinSpace"
    assert mail["Content-Language"] == "nl"
    assert "https://twinspace.example.eu/new-password#" in text_of(mail)
    assert await state(posting) == {"waiting": 0, "failing": [], "buried": []}


async def test_what_is_put_off_comes_again_after_longer_and_longer_pauses(posting: World, mailbox: Mailbox) -> None:
    mailbox.replies += ["451 4.7.1 Greylisted, come back"] * 3
    await invite(posting)
    pauses = []
    for _ in range(3):
        await work(posting)
        (failing,) = (await state(posting))["failing"]
        assert (failing["error"], failing["mail"], failing["reader"]) == ("TryLater", "account-made", "Irakli Shengelia")
        waits = await posting.house.store.read(lambda db: db.execute(select(jobs.c.run_at).where(jobs.c.attempts > 0)).scalar_one())
        pauses.append(waits - posting.clock())
        posting.clock.forward(seconds=pauses[-1] / 1000 + 1)
    assert pauses[0] < pauses[1] / 2 < pauses[2] / 4
    await work(posting)
    assert len(mailbox.mails_to("irakli@example.org")) == 1


async def test_what_is_refused_for_ever_is_buried_at_once_and_seen(posting: World, mailbox: Mailbox) -> None:
    mailbox.refused.add("irakli@example.org")
    await invite(posting)
    await work(posting)
    told = await state(posting)
    assert (told["waiting"], told["failing"]) == (0, [])
    (buried,) = told["buried"]
    assert (buried["error"], buried["method"], buried["tries"]) == ("NoSuchMailbox", "post.send", 1)
    mailbox.refused.clear()
    await posting.do("nora", "outgoing.again", job=buried["id"])
    await work(posting)
    assert len(mailbox.mails_to("irakli@example.org")) == 1
    assert (await state(posting))["buried"] == []


async def test_after_the_last_try_it_lies_there_until_somebody_decides(posting: World, mailbox: Mailbox) -> None:
    mailbox.replies += ["452 4.2.2 Disk full"] * TRIES * 2
    for name in ("irakli", "tamar"):
        await invite(posting, name)
    for _ in range(TRIES):
        await work(posting)
        posting.clock.forward(hours=2)
    one, two = (await state(posting))["buried"]
    await posting.do("nora", "outgoing.drop", job=one["id"])
    mailbox.replies.clear()
    await posting.do("nora", "outgoing.all_again")
    await work(posting)
    assert (await state(posting)) == {"waiting": 0, "failing": [], "buried": []}
    assert len(mailbox.mails) == 1
    assert (await posting.refusal("nora", "outgoing.drop", job=two["id"])).kind == "not_found"


async def test_a_mail_server_that_is_away_loses_nothing(posting: World, mailbox: Mailbox) -> None:
    port, mailbox.port = mailbox.port, 0
    await mailbox.close()
    await invite(posting)
    await work(posting)
    (failing,) = (await state(posting))["failing"]
    assert failing["error"] == "NotReached"
    posting.clock.forward(minutes=1)
    async with open_mailbox(port=port) as back:
        await work(posting)
        assert len(back.mails_to("irakli@example.org")) == 1


async def test_nothing_stays_in_the_jobs_but_ids(posting: World, mailbox: Mailbox) -> None:
    await invite(posting)
    rows = await posting.house.store.read(lambda db: repr(db.execute(select(jobs)).fetchall()))
    for secret in ("irakli", "Irakli", "@example"):
        assert secret not in rows


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"SMTP_SECURITY": "starttls"}, "mail_no_safe_line"),
        ({"SMTP_SECURITY": "tls"}, "mail_no_safe_line"),
        ({"SMTP_USER": "us", "SMTP_PASSWORD": "wrong"}, "mail_login_refused"),
        ({"SMTP_PORT": "1"}, "mail_not_reached"),
    ],
)
async def test_who_tries_a_mail_is_told_why_it_does_not_go(
    populated: tuple[str, World], tmp_path: Path, mailbox: Mailbox, changes: dict[str, str], code: str
) -> None:
    url, made = populated
    async with enter(url, tmp_path, made, **{**mailbox.settings, **changes}) as world:
        error = await world.refusal("nora", "outgoing.try_mail")
        assert (error.kind, error.status) == (code, 409)


# -- TLS and passwords -----------------------------------------------------------------------------------------------


@pytest.fixture
def certified(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ssl.SSLContext:
    """A certificate for 127.0.0.1 that this process trusts."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "mail.example.eu")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key()).serial_number(1)
        .not_valid_before(now - timedelta(days=1)).not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .sign(key, hashes.SHA256())
    )  # fmt: skip
    certificate, secret = tmp_path / "certificate.pem", tmp_path / "key.pem"
    certificate.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    secret.write_bytes(key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()))
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, secret)
    return context


def authenticator(_server: Any, _session: Any, _envelope: Any, _mechanism: str, given: Any) -> AuthResult:
    right = isinstance(given, LoginPassword) and (given.login, given.password) == (b"us", b"between the rivers")
    return AuthResult(success=right, handled=False)


LOGIN = {"SMTP_USER": "us", "SMTP_PASSWORD": "between the rivers"}


def trial(settings: Settings) -> EmailMessage:
    return letterbox.compose(settings, kind="trial", to="olivia@example.org", language="en")


async def test_starttls_with_a_password(tmp_path: Path, certified: ssl.SSLContext) -> None:
    how: dict[str, Any] = {"tls_context": certified, "require_starttls": True, "authenticator": authenticator, "auth_required": True}
    async with open_mailbox(**how) as box:
        settings = settings_for("", tmp_path, **{**box.settings, "SMTP_SECURITY": "starttls", **LOGIN})
        await deliver(settings)
        assert len(box.mails) == 1
        wrong = settings_for("", tmp_path, **{**box.settings, "SMTP_SECURITY": "starttls", **LOGIN, "SMTP_PASSWORD": "wrong"})
        with pytest.raises(letterbox.LoginRefused):
            await deliver(wrong)
        assert len(box.mails) == 1


async def test_a_certificate_that_nobody_vouches_for(tmp_path: Path, certified: ssl.SSLContext, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SSL_CERT_FILE")
    async with open_mailbox(tls_context=certified) as box:
        with pytest.raises(letterbox.NoSafeLine):
            await deliver(settings_for("", tmp_path, **{**box.settings, "SMTP_SECURITY": "starttls"}))
        assert box.mails == []


async def deliver(settings: Settings) -> None:
    await asyncio.to_thread(letterbox.deliver, trial(settings), settings)


# -- settings --------------------------------------------------------------------------------------------------------

SENDS = {"SMTP_HOST": "mail.example.eu", "MAIL_FROM": "twinspace@example.eu"}


@pytest.mark.parametrize(
    ("said", "named"),
    [
        ({"SMTP_HOST": "mail.example.eu"}, "MAIL_FROM"),
        ({**SENDS, "MAIL_FROM": "TwinSpace <twinspace@example.eu>"}, "MAIL_FROM"),
        ({**SENDS, "SMTP_HOST": "mail.example.eu:587"}, "SMTP_PORT"),
        ({**SENDS, "SMTP_HOST": "smtp://mail.example.eu"}, "SMTP_HOST"),
        ({**SENDS, "SMTP_USER": "us"}, "SMTP_PASSWORD"),
        ({**SENDS, "SMTP_PASSWORD": "secret-thing"}, "SMTP_USER"),
        ({**SENDS, "SMTP_SECURITY": "none", "SMTP_USER": "us", "SMTP_PASSWORD": "secret-thing"}, "SMTP_SECURITY"),
        ({**SENDS, "SMTP_SECURITY": "ssl"}, "SMTP_SECURITY"),
    ],
)
def test_a_wrong_setting_of_mail_is_a_sentence_that_names_it(said: dict[str, str], named: str) -> None:
    with pytest.raises(WrongSetting) as error:
        load({f"TWINSPACE_{name}": value for name, value in said.items()})
    assert f"TWINSPACE_{named}" in str(error.value)
    assert "secret-thing" not in str(error.value)


def test_a_mail_server_without_a_password_on_the_schools_network_is_fine() -> None:
    load({f"TWINSPACE_{name}": value for name, value in {**SENDS, "SMTP_SECURITY": "none"}.items()})
    load({f"TWINSPACE_{name}": value for name, value in {**SENDS, "SMTP_HOST": "fd00::25"}.items()})


# -- what may stand in a mail ----------------------------------------------------------------------------------------


async def test_a_foreign_host_never_gets_into_a_link(server: Any) -> None:
    """S16: a link is made of the configured address, whatever the request says of itself. What lies about its host is not even answered."""
    house = server.house
    lies = [
        {"Host": "evil.example"}, {"X-Forwarded-Host": "evil.example", "X-Forwarded-Proto": "http"},
        {"Forwarded": "host=evil.example;proto=http"}, {"X-Original-Host": "evil.example"}, {"Origin": "https://evil.example"},
        {"X-Forwarded-For": "evil.example", "X-Forwarded-Server": "evil.example"}, {"Referer": "https://evil.example/x"},
    ]  # fmt: skip
    sent = 0
    for number, lie in enumerate(lies):
        asked = {"username": f"irakli{number}", "name": "Irakli", "email": f"irakli{number}@example.org"}
        async with server.http("nora", **lie) as client:
            answer = await client.post("/api/accounts.invite", json=asked)
        sent += answer.status_code == 200
        assert answer.status_code in (200, 400, 403, 421), answer.text
    assert sent >= 4
    for _ in range(600):
        files = list((house.settings.data_path / "mail").glob("*.eml"))
        if len(files) == sent:
            break
        await asyncio.sleep(0.05)
    assert len(files) == sent
    for file in files:
        text = file.read_text()
        assert "evil" not in text
        assert f"{house.settings.address}/new-password#" in text


ROOT = Path(__file__).parent.parent.parent / "twinspace_server"
CALLED = re.compile(r"""\bmail\(\s*ctx,\s*(?:kind=)?["']([a-z-]+)["']""")
SAYS = re.compile(r"\{\s*\$(\w+)")
HARMLESS = {"installation", "address", "name", "school", "project", "space", "inviter", "partner", "country", "reason", "question", "days",
            "username", "by", "title", "town", "count", "minutes", "hours", "device", "provider"}  # fmt: skip
"""What a mail may name. None of them is a password, a code or what a pupil wrote."""


def catalogue(language: str) -> str:
    return "\n".join(file.read_text("utf-8") for file in sorted((ROOT / "locales" / language).glob("*.ftl")))


def test_every_mail_is_whole_and_says_no_secret() -> None:
    """In both languages, with all three parts; and what it may put in is on a list that somebody has looked at."""
    for language in ("en", "nl"):
        words = catalogue(language)
        kinds = {kind for kind in re.findall(r"^mail-([a-z-]+)-subject =", words, re.M)}
        assert kinds >= {"letter", "trial", "account-made", "account-link"}
        for kind in kinds:
            said = re.findall(rf"^mail-{kind}-(?:subject|text|button) =((?:.*\n)(?:^[ \t]+.*\n|\n(?=[ \t]))*)", words, re.M)
            assert len(said) >= 2, (language, kind)
            assert {name for part in said for name in SAYS.findall(part)} <= HARMLESS, (language, kind)


def test_every_mail_that_is_sent_has_its_words() -> None:
    words = catalogue("en")
    sent = {kind for file in ROOT.rglob("*.py") for kind in CALLED.findall(file.read_text("utf-8"))}
    for kind in sent:
        assert f"mail-{kind}-subject" in words, kind


async def test_a_mail_of_somebody_who_is_gone_is_not_sent(posting: World, mailbox: Mailbox) -> None:
    def write(db: Db) -> str:
        return links.make(db, "trial", lives_ms=HOUR_MS, now=posting.clock(), person=posting["alice"].id)

    link = await posting.write(write)
    await posting.write(lambda db: links.drop(db, "trial", person=posting["alice"].id))
    send: Any = posting.house.dispatcher.registry.commands["post.send"].params
    await posting.house.dispatcher.house("post.send", send(mail="account-link", person=None, link=link, args={}))
    assert mailbox.mails == []
