"""Mails of a house without a mail server: does the jobs that wait, as the worker would, and reads what lies in the folder."""

import json
from dataclasses import dataclass
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

from sqlalchemy import delete, select

from tests.cast import Person, World
from tests.mailbox import text_of, token_in
from twinspace_server.identity import by_token
from twinspace_server.jobs import jobs


@dataclass
class Post:
    """All mails up to now, oldest first, each with its address."""

    mails: list[tuple[str, EmailMessage]]

    def to(self, address: str) -> list[EmailMessage]:
        return [mail for to, mail in self.mails if to == address]

    def text(self, address: str) -> str:
        """What the newest mail to this address says."""
        return text_of(self.to(address)[-1])

    def token(self, address: str) -> str:
        """The secret of the newest mail to this address."""
        return token_in(self.to(address)[-1])


async def delivered(world: World) -> Post:
    """Do what waits until nothing does any more."""
    dispatcher = world.house.dispatcher
    for _ in range(5):
        waiting = await world.house.store.read(
            lambda db: db.execute(
                select(jobs.c.id, jobs.c.payload)
                .where(jobs.c.kind.in_(("command", "away")), jobs.c.run_at <= world.clock())
                .order_by(jobs.c.id)
            ).fetchall()
        )
        if not waiting:
            break
        for job, payload in waiting:
            await dispatcher.later(json.loads(payload))
            await world.write(lambda db, job=job: db.execute(delete(jobs).where(jobs.c.id == job)))  # type: ignore[misc]
    folder = world.house.settings.data_path / "mail"
    mails = []
    for file in sorted(folder.glob("*.eml")):
        mail = message_from_bytes(file.read_bytes(), policy=default)
        assert isinstance(mail, EmailMessage)
        mails.append((str(mail["To"]), mail))
    return Post(mails)


async def entered(world: World, username: str, password: str) -> Person:
    """A session of somebody whose password is not the cast's."""
    answer = await world.do(None, "people.sign_in", name=username, password=password, token=True, device="pytest")
    who = await world.house.store.read(lambda db: by_token(db, str(answer["token"]), world.clock()))
    assert who is not None
    told = answer["person"]
    world.people[username] = Person(told["id"], username, told["name"], told["desk"], str(answer["token"]), who.session, who)
    return world.people[username]
