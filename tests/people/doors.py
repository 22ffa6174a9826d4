"""The doors at which a stranger, or somebody signed in, could ask who is here, and what stands behind them (safety S11).

`DOORS` has a row for each: the question about nobody, and the same about everything that is, was, or is not yet. `test_enumeration` asks
them. `behind` makes what is asked about, on a house without a web server; then any server can be started on its database.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, NamedTuple

from sqlalchemy import insert, select

from tests.cast import World
from tests.people.authenticators import Authenticator
from tests.people.test_factors import with_passkey
from tests.test_erasure import done
from twinspace_server.identity import digest, people
from twinspace_server.ids import new as new_id
from twinspace_server.people import links, tickets
from twinspace_server.people.card_sheet import SIGNS
from twinspace_server.people.cards import cards, pin_hash
from twinspace_server.storage.store import Db

PIN, WRONG_PIN = list(SIGNS[:4]), list(SIGNS[4:8])
PASSWORD = "seven grey herons"
HERE, ELSEWHERE = "127.0.0.1", "192.0.2.99"
PURPOSES = ("password", "address", "register", "vouched", "invitation")
TICKETS = ("second", "join", "passkey")


@dataclass
class Behind:
    """What was made: `known` are names, ids, secrets of cards, tokens of links and of tickets, by what they are.

    The card and the passkey of nobody are the same each time, as those of somebody are: failures are counted for each, and a watch has far
    more of them than life lets anybody have.
    """

    world: World
    thief: Authenticator
    stranger: Authenticator
    known: dict[str, str] = field(default_factory=dict)

    def __getitem__(self, what: str) -> str:
        return self.known[what]


async def behind(world: World) -> Behind:
    """Accounts that are shut, erased, without a password; cards, links and tickets in every state."""
    for name in ("carla", "dora"):
        await world.add_person(name, name.capitalize(), adult=True)
    for name in ("noor", "timo"):
        await world.add_pupil(name)
    mine = await with_passkey(world, "bob")
    made = Behind(world, Authenticator(mine.origin, credential=mine.credential), Authenticator(mine.origin))
    made.known["card of nobody"] = f"card-of-nobody-{new_id()}"
    made.known |= {name: world[name].id for name in ("alice", "pia", "gerda", "carla", "dora")}
    await world.do("nora", "accounts.block", person=world["carla"].id)
    await world.do("nora", "accounts.block", person=world["timo"].id)
    await world.do("dora", "erasure.ask", choice="remove", username="dora")
    await done(world, world["dora"].id)
    pupils: dict[str, Any] = {"space": world.space, "school": world.gent, "pupils": [{"name": "Sarah Maes"}]}
    await world.do("alice", "team.add_pupils", **pupils)
    await world.do(None, "registration.begin", email="marie@example.org", username="marie", password=PASSWORD)
    for name in ("pia", "milo", "timo", "noor"):
        await world.write(lambda db, name=name: _card(db, made, name))  # type: ignore[misc]
    await world.do("alice", "cards.take", space=world.space, persons=[world["noor"].id])
    await world.write(lambda db: _links_and_tickets(db, made))
    return made


def _card(db: Db, made: Behind, name: str) -> None:
    """A card of a pupil; milo's opens in three days for an hour."""
    secret = f"card-of-{name}-{new_id()}"
    soon = (datetime.now(UTC).weekday() + 3) % 7
    hours = {"zone": "UTC", "week": [{"day": soon, "from": "08:00", "to": "09:00"}]} if name == "milo" else None
    db.execute(
        insert(cards),
        {
            "person": made.world[name].id, "secret_hash": digest(secret), "pin_hash": pin_hash(secret, PIN), "pin": "apart",
            "hours": json.dumps(hours) if hours else None, "made_by": made["alice"], "made_at": made.world.clock(), "used_on": None,
        },
    )  # fmt: skip
    made.known[f"card of {name}"] = secret


def _links_and_tickets(db: Db, made: Behind) -> None:
    now, alice = made.world.clock(), made["alice"]
    made.known["sarah"] = str(db.execute(select(people.c.username).where(people.c.name == "Sarah Maes")).scalar_one())
    made.known["name of dora"] = str(db.execute(select(people.c.username).where(people.c.id == made["dora"])).scalar() or "dora")
    for purpose in PURPOSES:
        for state in ("stands", "expired", "used"):
            then = now - 90 * links.DAY_MS if state == "expired" else now
            address = f"{state}-{purpose}@example.org"
            data = {"registration": new_id(), "invitation": new_id()}
            link = links.make(db, purpose, lives_ms=links.DAY_MS, now=then, person=f"{alice}{state}", address=address, data=data)
            token, hashed = links.token()
            links.hand_out(db, link, hashed)
            if state == "used":
                found = links.by_id(db, link)
                assert found is not None
                links.use(db, found, now)
            made.known[f"{state} {purpose}"] = token
    kept = {"challenge": "x", "name_mark": "x", "token": False, "device": None, "email": "x", "issuer": "x", "subject": "x", "session": "x"}
    for purpose in TICKETS:
        for state, address, then in (("expired", HERE, now - links.DAY_MS), ("elsewhere", ELSEWHERE, now), ("stands", HERE, now)):
            made.known[f"{state} ticket {purpose}"] = tickets.make(db, purpose, address=address, now=then, person=alice, data=kept)


# -- the rows --------------------------------------------------------------------------------------------------------

Asked = Callable[[Behind, int], Mapping[str, Any]]


class Door(NamedTuple):
    """A question: about `nobody`, and about each of `somebody`; all must be answered alike, with `status`.

    `by` asks (None: a stranger). `timed` are those against which a watch is held: what could be guessed. `begun`: asked first, for each.
    """

    method: str
    nobody: Asked
    somebody: Mapping[str, Asked]
    status: int
    timed: tuple[str, ...] = ()
    by: str | None = None
    begun: str | None = None


def someone() -> str:
    """A user name that nobody has."""
    return f"nobody-{new_id().lower()}"[:30]


def _name(number: int, *names: str) -> str:
    return (names or ("alice", "bob", "pia", "milo", "gerda", "olga"))[number % (len(names) or 6)]


def _address(number: int) -> str:
    return f"{_name(number, 'alice', 'bob', 'olga')}@example.org"


def _dead(method: str, purpose: str, other: str, **more: Any) -> Door:
    """A link of a mail: never made, used up, too old, and for something else."""
    states = {"used": f"used {purpose}", "too old": f"expired {purpose}", "for something else": f"stands {other}"}
    somebody = {state: (lambda b, n, key=key: {"token": b[key], **more}) for state, key in states.items()}
    return Door(method, lambda b, n: {"token": f"{new_id()}{new_id()}", **more}, somebody, 404, ("too old",))


def _over(method: str, purpose: str, other: str, **more: Any) -> Door:
    """A ticket: never made, too old, of somewhere else, and for something else."""
    states = {
        "too old": f"expired ticket {purpose}",
        "of elsewhere": f"elsewhere ticket {purpose}",
        "for another": f"stands ticket {other}",
    }
    somebody = {state: (lambda b, n, key=key: {"ticket": b[key], **more}) for state, key in states.items()}
    return Door(method, lambda b, n: {"ticket": f"{new_id()}{new_id()}", **more}, somebody, 401)


def _by_id(method: str, status: int, by: str, *ids: str, **more: Any) -> Door:
    """A question about an account's id; by chance nobody meets one."""
    somebody = {key: (lambda b, n, key=key: {"person": b[key], **more}) for key in ids}
    return Door(method, lambda b, n: {"person": new_id(), **more}, somebody, status, by=by)


_IN = {"password": "wrong"}
_BEGUN = {"username": "somebody-new", "password": PASSWORD}
_CHANGE = {"password": "olga-at-the-river"}
_INVITED = {"name": "Somebody", "username": "somebody-new", "password": PASSWORD}
_WHOLE = {"name": "Somebody", "country": "BE"}

DOORS: dict[str, Door] = {
    "signing in by name": Door(
        "people.sign_in",
        lambda b, n: {"name": someone(), **_IN},
        {
            "there": lambda b, n: {"name": _name(n), **_IN},
            "shut": lambda b, n: {"name": "carla", **_IN},
            "erased": lambda b, n: {"name": b["name of dora"], **_IN},
            "a pupil without a password": lambda b, n: {"name": b["sarah"], **_IN},
            "registering": lambda b, n: {"name": "marie", **_IN},
        },
        401,
        ("there", "shut", "a pupil without a password"),
    ),
    "signing in by address": Door(
        "people.sign_in",
        lambda b, n: {"name": f"{someone()}@example.org", **_IN},
        {
            "there": lambda b, n: {"name": _address(n), **_IN},
            "shut": lambda b, n: {"name": "carla@example.org", **_IN},
            "erased": lambda b, n: {"name": "dora@example.org", **_IN},
            "registering": lambda b, n: {"name": "marie@example.org", **_IN},
        },
        401,
        ("there",),
    ),
    "signing in by card": Door(
        "cards.sign_in",
        lambda b, n: {"card": b["card of nobody"], "pin": WRONG_PIN},
        {
            "there, other pictures": lambda b, n: {"card": b["card of pia"], "pin": WRONG_PIN},
            "outside its hours": lambda b, n: {"card": b["card of milo"], "pin": WRONG_PIN},
            "of somebody shut out": lambda b, n: {"card": b["card of timo"], "pin": WRONG_PIN},
            "taken away": lambda b, n: {"card": b["card of noor"], "pin": PIN},
        },
        401,
        ("there, other pictures", "taken away"),
    ),
    "signing in by passkey": Door(
        "people.sign_in_passkey",
        lambda b, n: {"passkey": b.stranger},
        {"there, another key": lambda b, n: {"passkey": b.thief}},
        401,
        ("there, another key",),
        begun="people.begin_passkey",
    ),
    "the second step": _over("people.sign_in_second", "second", "join", code="123456"),
    "joining accounts": _over("people.join", "join", "second", password="wrong"),
    "looking at a joining": _over("people.look_joining", "join", "passkey"),
    "a forgotten password": Door(
        "people.forgot",
        lambda b, n: {"name": f"{someone()}@example.org" if n % 2 else someone()},
        {
            "by address": lambda b, n: {"name": _address(n)},
            "by name": lambda b, n: {"name": _name(n, "alice", "bob", "olga")},
            "without an address": lambda b, n: {"name": "pia"},
            "shut": lambda b, n: {"name": "carla"},
            "erased": lambda b, n: {"name": "dora@example.org"},
            "registering": lambda b, n: {"name": "marie@example.org"},
        },
        200,
        ("by address", "without an address"),
    ),
    "registering an address": Door(
        "registration.begin",
        lambda b, n: {"email": f"{someone()}@example.org", **_BEGUN},
        {
            "there": lambda b, n: {"email": _address(n), **_BEGUN},
            "shut": lambda b, n: {"email": "carla@example.org", **_BEGUN},
            "erased": lambda b, n: {"email": "dora@example.org", **_BEGUN},
            "begun": lambda b, n: {"email": "marie@example.org", **_BEGUN},
        },
        200,
        ("there",),
    ),
    "registering a user name": Door(
        "registration.begin",
        lambda b, n: {"email": f"{someone()}@example.org", "username": someone(), "password": PASSWORD},
        {
            "there": lambda b, n: {"email": f"{someone()}@example.org", "username": _name(n), "password": PASSWORD},
            "begun": lambda b, n: {"email": f"{someone()}@example.org", "username": "marie", "password": PASSWORD},
        },
        200,
        ("there",),
    ),
    "another address of mine": Door(
        "people.change_address",
        lambda b, n: {"email": f"{someone()}@example.org", **_CHANGE},
        {
            "somebody's": lambda b, n: {"email": _name(n, "alice", "bob", "gerda") + "@example.org", **_CHANGE},
            "of somebody shut out": lambda b, n: {"email": "carla@example.org", **_CHANGE},
            "of somebody erased": lambda b, n: {"email": "dora@example.org", **_CHANGE},
            "my own": lambda b, n: {"email": "olga@example.org", **_CHANGE},
        },
        200,
        ("somebody's",),
        by="olga",
    ),
    "the link to a new password": _dead("people.new_password", "password", "register", password=PASSWORD),
    "the link to a new address": _dead("people.confirm_address", "address", "password"),
    "the link to the form": _dead("registration.form", "register", "password"),
    "the form's places": _dead("registration.places", "register", "password", country="BE"),
    "the form's schools": _dead("registration.schools", "register", "password", country="BE", town="Gent"),
    "keeping the form": _dead("registration.save", "register", "vouched", draft=_WHOLE),
    "ending the form": _dead("registration.complete", "register", "vouched", password=PASSWORD),
    "what a provider vouched for": _dead("registration.vouched", "vouched", "register"),
    "registering with it": _dead("registration.begin_vouched", "vouched", "register", username="somebody-new", password=PASSWORD),
    "the link of an invitation": _dead("invitation.look", "invitation", "password"),
    "joining by an invitation": _dead("invitation.join", "invitation", "password", **_INVITED),
    "accepting an invitation": _dead("invitation.accept", "invitation", "password")._replace(by="olga"),
    "asking somebody to be a contact": _by_id("contacts.ask", 404, "alice", "pia", "gerda", "dora"),
    "whom one might erase": _by_id("erasure.about", 200, "olga", "alice", "pia", "carla", "dora"),
    "erasing": _by_id("erasure.ask", 404, "olga", "alice", "pia", "carla", "dora", choice="remove", username="pia"),
    "the password of a pupil": _by_id("pupil.set_password", 404, "olga", "alice", "pia", "carla", "dora", password=PASSWORD),
    "the name of a pupil": _by_id("pupil.change", 404, "olga", "alice", "pia", "carla", "dora", name="Somebody"),
    "searching for contacts": Door(
        "contacts.search",
        lambda b, n: {"text": f"Nobody {someone()}"},
        {
            "a pupil": lambda b, n: {"text": "Pia Claes"},
            "no school": lambda b, n: {"text": "Gerda Maes"},
            "an address": lambda b, n: {"text": "olga@example.org"},
            "a user name": lambda b, n: {"text": b["sarah"]},
            "erased": lambda b, n: {"text": "Dora"},
        },
        200,
        by="alice",
    ),
}
ABOUT_NOBODY = {
    "installation.about": "the installation, and on a demo its people, who are made up",
    "people.begin_passkey": "nothing is asked yet",
    "setup.check": "only before there is anybody",
    "setup.try_mail": "only before there is anybody",
    "setup.finish": "only before there is anybody",
}
"""Doors that anybody may reach and that say nothing of accounts, and why."""
