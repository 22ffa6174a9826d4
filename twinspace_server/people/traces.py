"""What is declared of the tables below all features: accounts' own rows, members, places, sessions of the law, the log, jobs.

Each subject says for itself what it keeps of persons; these have no feature of their own, so it stands here. Nothing is decided or
written here: `erasure` and `my_data` read it.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import ColumnElement, and_, or_, select

from twinspace_server import jobs, unread
from twinspace_server.clock import iso
from twinspace_server.identity import people
from twinspace_server.law import gates, present
from twinspace_server.law import members as law_members
from twinspace_server.law import places as law_places
from twinspace_server.live import keys, log
from twinspace_server.live.feature import Feature
from twinspace_server.people import arrangements, attachments, contacts, knocks, throttle, tickets
from twinspace_server.storage import fulltext
from twinspace_server.storage.store import Db

TRACE = "…"
"""What stands where a title of theirs stood, in every language."""
FURNITURE = ("space", "pair", "mailbox")
"""Kinds of place whose title nobody wrote for themselves."""

feature = Feature("traces")


def young_places(person: str) -> ColumnElement[bool]:
    """Places that a pupil has made. What an adult calls a room belongs to the space, as a sign on a door does."""
    place = law_places.places
    young = select(people.c.id).where(people.c.id == person, people.c.adult == 0)
    return and_(place.c.author == person, place.c.kind.not_in(FURNITURE), place.c.author.in_(young))


def _mailed(person: str) -> ColumnElement[bool]:
    """Mails that wait for them; what else a job names, it names by id."""
    return and_(jobs.jobs.c.payload.contains(person), jobs.jobs.c.payload.contains('"post.send"'))


def _subject(person: str) -> ColumnElement[bool]:
    return law_places.rights_rows.c.subject == f"person:{person}"


_SHOWN = {"declined": "asked", "dropped": "none"}
"""To whoever asked, a refusal looks like waiting, here as on the screen."""


def _contacts(db: Db, person: str) -> Iterator[Mapping[str, Any]]:
    """What stands between them and others, as each of the two may know it: when it was declined knows only who did so."""
    table = contacts.contacts
    query = select(table).where(or_(table.c.one == person, table.c.other == person)).order_by(table.c.one, table.c.other)
    for row in db.execute(query):
        asked = row.asker == person
        told = {"one": row.one, "other": row.other, "asker": row.asker, "state": _SHOWN.get(row.state, row.state) if asked else row.state}
        told |= {"word": row.word, "at": iso(row.at) if row.at else row.at}
        yield told if asked or not row.declined_at else {**told, "declined_at": iso(row.declined_at)}


feature.keeps(
    people,
    "id",
    "stays",
    everywhere=True,
    secret=["username"],
    why="the erasure itself makes a nameless tombstone of it, so that ids lead somewhere",
)
feature.keeps(attachments.attachments, "person", "own", everywhere=True)
feature.keeps(law_members.members, "person", "own", becomes={"quiet_until": None, "quiet_reason": None, "held": None})
feature.keeps(law_places.places, young_places, "made", becomes={"title": TRACE, "description": "", "icon": ""}, kind="place")
feature.keeps(law_places.places, "author", "stays", given=False, why="who made a place, by id")
feature.keeps(law_places.spaces, "owner", "stays", everywhere=True, given=False, why="the desk of an account, empty from then on")
feature.keeps(law_places.rights_rows, _subject, "own", given=False)
feature.keeps(present.presence, "person", "own", everywhere=True)
feature.keeps(unread.marks, "person", "own", everywhere=True)
feature.keeps(keys.keys, "person", "own", everywhere=True, given=False)
feature.keeps(jobs.jobs, _mailed, "own", everywhere=True, given=False)
feature.keeps(
    log.log, "by", "stays", given=False, why="ids and moments only, for 35 days; what happened is given with the things themselves"
)
feature.keeps_nothing(log.heads, "how far each log has come")
feature.keeps_nothing(gates.gates, "when a room is open")
feature.keeps_nothing(fulltext.found, "the words of items, which go with them in the same unit")
feature.keeps_nothing(fulltext.spaces, "how far the index has come")
feature.keeps_nothing(arrangements.arrangements, "what the installation has arranged for itself")
feature.keeps(contacts.contacts, ("one", "other"), "own", everywhere=True, gives=_contacts)
feature.keeps(tickets.tickets, "person", "own", everywhere=True, given=False)
feature.keeps_nothing(throttle.failures, "checksums of names and addresses, for an hour")
feature.keeps_nothing(throttle.met, "checksums of names and addresses, for ninety days")
feature.keeps_nothing(knocks.knocks, "checksums of what was asked for, for an hour")
