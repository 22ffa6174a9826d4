"""Mail to people: written in their language, without secrets in the jobs, with links that work once and for a while."""

import email
from email.message import EmailMessage, Message
from email.policy import default
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from tests.cast import World
from twinspace_server import mail as letterbox
from twinspace_server.errors import BadInput
from twinspace_server.jobs import jobs
from twinspace_server.people import links, post
from twinspace_server.people.post import checked_address
from twinspace_server.settings import Settings
from twinspace_server.storage.store import Db

HOUR_MS = 3_600_000


def written() -> EmailMessage:
    known = Settings(name="TwinSpace & <friends>", public_url="https://twinspace.example.eu")
    return letterbox.compose(known, kind="letter", to="alice@example.org", language="nl", path="/forgot#a-secret")


def test_a_mail_has_both_forms_and_leads_only_to_the_configured_address() -> None:
    parts = {part.get_content_type(): part.get_content() for part in written().iter_parts()}
    assert set(parts) == {"text/plain", "text/html"}
    for content in parts.values():
        assert "https://twinspace.example.eu/forgot#a-secret" in content
        assert "\u2068" not in content
    assert "TwinSpace &amp; &lt;friends&gt;" in parts["text/html"]
    assert "http://" not in parts["text/html"].replace("http://www.w3.org", "")


def test_a_header_can_not_be_broken() -> None:
    with pytest.raises(ValueError, match="linefeed"):
        letterbox.compose(Settings(), kind="letter", to="alice@example.org\nBcc: all@example.org", language="en")


@pytest.mark.parametrize("address", ["", "nobody", "a@b@c", "a b@c.org", "a\n@b.org"])
def test_what_is_no_address(address: str) -> None:
    with pytest.raises(BadInput) as error:
        checked_address(address)
    assert (error.value.kind, error.value.path) == ("not_an_address", "$.email")


def test_an_address_is_kept_in_one_form() -> None:
    assert checked_address("  Alice@Example.ORG ") == "alice@example.org"


async def test_a_link_opens_once_for_its_purpose_and_in_time(world: World) -> None:
    """The token is in the mail alone: neither the link's row nor a job holds it."""
    store, now = world.house.store, world.clock()
    post.PATHS.setdefault("trial", "/forgot")
    alice = world["alice"].id

    async def new() -> str:
        def write(db: Db) -> str:
            return links.make(db, "trial", lives_ms=HOUR_MS, now=now, person=alice, data={"n": 1})

        return await world.write(write)

    first, link = await new(), await new()
    assert await store.read(lambda db: links.by_id(db, first)) is None, "a newer one takes its place"
    send: Any = world.house.dispatcher.registry.commands["post.send"].params
    await world.house.dispatcher.house("post.send", send(mail="letter", person=None, link=link, args={}))
    (file,) = (world.house.settings.data_path / "mail").glob("*.eml")
    token = token_in(file)
    rows = await store.read(lambda db: [*db.execute(select(links.links)).fetchall(), *db.execute(select(jobs)).fetchall()])
    assert token not in repr(rows)
    assert await store.read(lambda db: links.opened_by(db, "other", token, now)) is None
    assert await store.read(lambda db: links.opened_by(db, "trial", token, now + HOUR_MS)) is None
    opened = await store.read(lambda db: links.opened_by(db, "trial", token, now))
    assert opened is not None
    assert (opened.person, opened.data) == (alice, {"n": 1})
    await world.write(lambda db: links.use(db, opened, now))
    assert await store.read(lambda db: links.opened_by(db, "trial", token, now)) is None


def token_in(file: Path) -> str:
    """What stands behind the `#` of the one link in a mail."""
    message: Message = email.message_from_bytes(file.read_bytes(), policy=default)
    assert isinstance(message, EmailMessage)
    body = message.get_body(("plain",))
    assert body is not None
    return str(body.get_content()).partition("#")[2].split()[0]
