"""Mail: to grown-ups who asked, when a letter still waits, and never with a word of it."""

import asyncio
import email
from email.message import Message
from pathlib import Path
from typing import Any

from sqlalchemy import select, update

from tests.cast import World, enter
from twinspace_server.desk.mail import APART_MS, WAIT_MS
from twinspace_server.identity import people
from twinspace_server.jobs import jobs

SECRET = "heron-under-the-bridge"


async def letter(world: World, by: str, *to: str) -> dict[str, Any]:
    persons = [f"person:{world[one].id}" for one in to]
    answer = await world.do(by, "letters.send", space=world.space, to=persons, subject=SECRET, text=SECRET)
    return dict(answer["letter"])


async def work(world: World) -> None:
    """Do the jobs that are due, until there are none."""
    worker = world.house.worker
    while True:
        claimed, _ = await worker._write(lambda db: worker._take(20, db))
        if not claimed:
            return
        for job in claimed:
            assert job.kind in ("command", "away")
            await worker._run(job)


async def waiting(world: World) -> int:
    query = select(jobs.c.id).where(jobs.c.buried_at.is_(None))
    return len(await world.house.dispatcher.store.read(lambda db: db.execute(query).fetchall()))


def mails(tmp_path: Path) -> list[Message]:
    return [email.message_from_bytes(file.read_bytes()) for file in sorted((tmp_path / "mail").glob("*.eml"))]


async def test_a_letter_that_stays_unread_is_told_by_mail_once_an_hour(world: World, tmp_path: Path) -> None:
    await world.do("alice", "mail.choose", letters=True)
    for _ in range(2):
        await letter(world, "pia", "alice")
        await work(world)
    assert (mails(tmp_path), await waiting(world)) == ([], 1)
    world.clock.forward(seconds=WAIT_MS / 1000 + 1)
    await work(world)
    (mail,) = mails(tmp_path)
    assert (mail["To"], mail["Content-Language"], mail["Auto-Submitted"]) == ("alice@example.org", "nl", "auto-generated")
    whole = mail.as_string()
    for word in (SECRET, "Pia", "Two Rivers"):
        assert word not in whole
    await letter(world, "pia", "alice")
    await work(world)
    world.clock.forward(seconds=WAIT_MS / 1000 + 1)
    await work(world)
    assert len(mails(tmp_path)) == 1
    world.clock.forward(seconds=APART_MS / 1000)
    await work(world)
    assert len(mails(tmp_path)) == 2


async def test_what_was_read_meanwhile_needs_no_mail(world: World, tmp_path: Path) -> None:
    await world.do("alice", "mail.choose", letters=True)
    await letter(world, "pia", "alice")
    await work(world)
    await world.do("alice", "bell.read")
    world.clock.forward(seconds=WAIT_MS / 1000 + 1)
    await work(world)
    assert (mails(tmp_path), await waiting(world)) == ([], 0)


async def test_nobody_is_mailed_who_did_not_ask(world: World, tmp_path: Path) -> None:
    await world.do("alice", "mail.choose", letters=False)
    await letter(world, "pia", "alice", "bob", "milo")
    await work(world)
    assert await waiting(world) == 0


async def test_pupils_are_not_mailed(world: World) -> None:
    error = await world.refusal("pia", "mail.choose", letters=True)
    assert error.kind == "adults_only"
    assert (await world.ask("pia", "mail.choice"))["choice"]["letters"] is False


async def test_mail_goes_to_the_accounts_own_address(world: World) -> None:
    chosen = await world.do("alice", "mail.choose", letters=True)
    told = {"kind": "mail_choice", "id": world["alice"].id, "address": "alice@example.org", "letters": True}
    assert (chosen["choice"], await world.ask("alice", "mail.choice")) == (told, {"choice": told})
    nothing = {"kind": "mail_choice", "id": world["bob"].id, "address": "bob@example.org", "letters": False}
    assert await world.ask("bob", "mail.choice") == {"choice": nothing}
    await world.write(lambda db: db.execute(update(people).where(people.c.id == world["bob"].id).values(email=None)))
    assert (await world.refusal("bob", "mail.choose", letters=True)).kind == "address_needed"


class MailServer(asyncio.Protocol):
    """Just enough of RFC 5321 to be handed a mail."""

    def __init__(self, taken: list[bytes]) -> None:
        self.taken, self.body, self.waiting = taken, b"", False

    def connection_made(self, transport: Any) -> None:
        self.transport = transport
        transport.write(b"220 here\r\n")

    def data_received(self, data: bytes) -> None:
        if self.waiting:
            self.body += data
            if self.body.endswith(b"\r\n.\r\n"):
                self.waiting = False
                self.taken.append(self.body)
                self.transport.write(b"250 taken\r\n")
            return
        word = data[:4].upper()
        self.waiting = word == b"DATA"
        self.transport.write({b"DATA": b"354 go on\r\n", b"QUIT": b"221 bye\r\n"}.get(word, b"250 yes\r\n"))


async def test_a_mail_server_takes_it_and_a_failing_one_is_tried_again(populated: tuple[str, World], tmp_path: Path) -> None:
    url, made = populated
    taken: list[bytes] = []
    server = await asyncio.get_running_loop().create_server(lambda: MailServer(taken), "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    mail_settings = {"SMTP_HOST": "127.0.0.1", "SMTP_PORT": str(port), "SMTP_SECURITY": "none", "MAIL_FROM": "twinspace@example.eu"}
    async with enter(url, tmp_path, made, **mail_settings) as world:
        await world.do("alice", "mail.choose", letters=True)
        await letter(world, "pia", "alice")
        await work(world)
        server.close()
        world.clock.forward(seconds=WAIT_MS / 1000 + 1)
        await work(world)
        assert (taken, await waiting(world)) == ([], 1)
        server = await asyncio.get_running_loop().create_server(lambda: MailServer(taken), "127.0.0.1", port)
        world.clock.forward(minutes=1)
        await work(world)
        assert (len(taken), await waiting(world)) == (1, 0)
        assert b"From: TwinSpace <twinspace@example.eu>" in taken[0]
        server.close()
