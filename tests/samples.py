"""A sample of each command and query: who may do it, and with which parameters, in a scene made for it.

A feature that tells its story in `Feature.example` needs nothing here: its samples are the steps of that story. The older ones
stand in `SAMPLES`.
"""

from collections.abc import Awaitable, Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import msgspec
from sqlalchemy import delete, insert, select, update

from tests.cast import HASHER, World, password
from tests.people.authenticators import Authenticator, code
from twinspace_server import app, identity, jobs
from twinspace_server.ids import new as new_id
from twinspace_server.live.feature import Command, Example, Feature, Gate, Query
from twinspace_server.people import arrangements, links
from twinspace_server.people.cards import cards, pin_hash
from twinspace_server.people.registration import DAY_MS, registrations
from twinspace_server.people.setting_up import mark_of
from twinspace_server.spaces.invitations import invitations
from twinspace_server.storage.store import Db

REGISTRY = app.registry()
EVERYTHING: list[Command | Query] = [*REGISTRY.commands.values(), *REGISTRY.queries.values()]
METHODS = {method.name: method for method in EVERYTHING if method.gate is not Gate.HOUSE}
COMMANDS = {name: method for name, method in METHODS.items() if isinstance(method, Command)}


@dataclass(frozen=True)
class Scene:
    """A space of its own in a world: what a sample's parameters name."""

    world: World
    space: str
    room: str
    hall: str
    """A second room, which only teachers may read."""
    line: str
    """Said by pia in the room."""
    hidden: str
    """A line of pia's there, hidden by alice."""
    binned: str
    """A third room, in the bin."""
    whispered: str
    """Said in the hall."""
    newcomer: str
    """The username of somebody who is in no space."""
    school: str
    token: str = ""
    """Opens an invitation into the space."""
    card: str = ""
    """The secret of a class card of pia's, with `PIN`."""
    told: Mapping[str, str] = field(default_factory=dict)
    """What the stories gave names to, by name."""
    made: frozenset[str] = frozenset()
    """Those of them that are places."""

    @property
    def nowhere(self) -> "Scene":
        """The same with ids of things that never were."""
        ids = {name: new_id() for name in ("space", "room", "hall", "line", "hidden", "binned", "whispered")}
        return replace(self, told={name: new_id() for name in self.told}, **ids)  # type: ignore[arg-type]

    @property
    def withheld(self) -> "Scene":
        """The same with places and lines that pupils may not read."""
        told = {name: self.hall if name in self.made else told for name, told in self.told.items()}
        return replace(self, room=self.hall, binned=self.hall, line=self.whispered, hidden=self.whispered, told=told)

    def fill(self, value: Any) -> Any:
        """A value of an example, with ids for the names in it."""
        if isinstance(value, Mapping):
            return {key: self.fill(inner) for key, inner in value.items()}
        if isinstance(value, list | tuple):
            return [self.fill(inner) for inner in value]
        if not (isinstance(value, str) and value.startswith("{") and value.endswith("}")):
            return value
        name = value[1:-1]
        if name in ("now", "tomorrow"):
            return local_time(name)
        if name in ("space", "room", "school"):
            return getattr(self, name)
        if name == "desk":
            return self.world["alice"].desk
        return self.world[name].id if name in CAST else self.told[name]


def local_time(name: str) -> str:
    """What `{now}` and `{tomorrow}` stand for."""
    return (datetime.now(ZoneInfo("Europe/Brussels")) + timedelta(days=name == "tomorrow")).strftime("%Y-%m-%dT%H:%M")


PIN = ["sun", "fish", "tree", "key"]
CAST = ("alice", "bob", "pia", "milo", "olga", "gerda")

SETUP_CODE = "7KQ2-M9XR-T4HW-C6PB"
"""Opens the set-up page where a test has put it in place: an installation with the cast in it has none."""
BURIED = "a-buried-job"

Sample = tuple[str, Callable[[Scene], dict[str, Any]]]
"""Who may do it, and with which parameters."""

SAMPLES: dict[str, Sample] = {
    "chat.say": ("pia", lambda s: {"place": s.room, "text": "Hoi!", "reply_to": s.line}),
    "chat.edit": ("pia", lambda s: {"place": s.room, "message": s.line, "text": "Other words."}),
    "chat.withdraw": ("pia", lambda s: {"place": s.room, "message": s.line}),
    "chat.hide": ("alice", lambda s: {"place": s.room, "message": s.line, "reason": "Be kind."}),
    "chat.restore": ("alice", lambda s: {"place": s.room, "message": s.hidden}),
    "chat.react": ("pia", lambda s: {"place": s.room, "message": s.line, "emoji": "🎉", "on": True}),
    "chat.history": ("pia", lambda s: {"place": s.room, "before": s.line, "limit": 10}),
    "chat.make_room": ("alice", lambda s: {"space": s.space, "title": "A new room", "parent": s.space}),
    "place.open": ("pia", lambda s: {"place": s.room}),
    "place.read": ("pia", lambda s: {"place": s.room, "seq": 5}),
    "place.change": ("alice", lambda s: {"place": s.room, "title": "Another name"}),
    "place.bin": ("alice", lambda s: {"place": s.room}),
    "place.restore": ("alice", lambda s: {"place": s.binned}),
    "place.binned": ("alice", lambda s: {"space": s.space}),
    "rights.set": ("alice", lambda s: {"place": s.room, "rows": [{"subject": "role:pupil", "rights": ["read"]}]}),
    "rights.table": ("alice", lambda s: {"place": s.room}),
    "rights.explain": ("pia", lambda s: {"place": s.room, "person": s.world["pia"].id}),
    "space.members": ("pia", lambda s: {"space": s.space, "after": s.world["alice"].id}),
    "space.add_member": (
        "alice",
        lambda s: {"space": s.space, "username": s.newcomer, "role": "pupil", "school": s.school, "administrator": False},
    ),
    "space.change_member": (
        "alice",
        lambda s: {"space": s.space, "person": s.world["bob"].id, "role": "guest", "administrator": False, "school": None},
    ),
    "space.remove_member": ("alice", lambda s: {"space": s.space, "person": s.world["milo"].id}),
    "space.leave": ("pia", lambda s: {"space": s.space}),
    "space.change": ("alice", lambda s: {"space": s.space, "name": "A better name", "description": "And what it is about."}),
    "space.close": ("alice", lambda s: {"space": s.space}),
    "space.reopen": ("alice", lambda s: {"space": s.space}),
    "space.listen": ("pia", lambda s: {"space": s.space, "bookmark": "1-x"}),
    "space.unlisten": ("pia", lambda s: {"space": s.space}),
    "spaces.mine": ("pia", lambda s: {}),
    "spaces.found": (
        "nora",
        lambda s: {
            "name": "One more",
            "description": "",
            "schools": [s.school],
            "administrator": s.world["alice"].id,
            "administrator_school": s.school,
        },
    ),
    "schools.attach": ("nora", lambda s: {"school": s.school, "person": s.world["pia"].id}),
    "schools.add": ("nora", lambda s: {"name": "A school", "town": "Aarhus", "country": "DK", "zone": "Europe/Copenhagen", "hue": "leaf"}),
    "people.add": (
        "nora",
        lambda s: {
            "username": f"new-{new_id().lower()}",
            "name": "Somebody New",
            "password": "long enough for us",
            "adult": False,
            "language": "nl",
            "zone": "Europe/Brussels",
        },
    ),
    "people.me": ("pia", lambda s: {}),
    "people.devices": ("pia", lambda s: {}),
    "people.change": ("milo", lambda s: {"language": "en", "zone": "Asia/Tbilisi"}),
    "people.create_token": ("milo", lambda s: {"name": "My program", "days": 30}),
    "people.sign_in": ("", lambda s: {"name": "milo", "password": password("milo"), "token": True, "device": "a test"}),
    "people.sign_out": ("extra", lambda s: {}),
    "people.sign_out_everywhere": ("extra", lambda s: {}),
    "people.end_session": ("extra", lambda s: {"session": s.world["extra"].session}),
    "registration.vouched": ("", lambda s: {"token": s.told["vouched_token"]}),
    "registration.begin_vouched": (
        "",
        lambda s: {"token": s.told["vouched_token"], "username": "vouched-for", "password": "a river and two towns", "language": "en"},
    ),
    "registration.complete": ("", lambda s: {"token": s.told["register_token"], "password": "at the very river"}),
    "people.change_password": ("extra", lambda s: {"current": password("extra"), "password": password("extra")}),
    "people.change_address": ("alice", lambda s: {"password": password("alice"), "email": "alice@example.net"}),
    "installation.about": ("", lambda s: {}),
    "people.factors": ("alice", lambda s: {}),
    "people.begin_app": ("grownup", lambda s: {}),
    "people.add_app": ("grownup", lambda s: {"code": s.told.get("code", "123456")}),
    "people.renew_codes": ("grownup", lambda s: {}),
    "people.remove_factor": ("grownup", lambda s: {"factor": s.told.get("factor", "x"), "password": s.told.get("password", "x")}),
    "people.confirm": ("grownup", lambda s: {"recovery": s.told.get("recovery", "x" * 16)}),
    "people.begin_adding_passkey": ("grownup", lambda s: {}),
    "people.add_passkey": (
        "grownup",
        lambda s: {"ticket": s.told.get("ticket", "x"), "passkey": s.told.get("made", "{}"), "name": "My phone"},
    ),
    "people.begin_passkey": ("", lambda s: {}),
    "people.sign_in_passkey": (
        "",
        lambda s: {"ticket": s.told.get("ticket", "x"), "passkey": s.told.get("signed", "{}"), "token": True, "device": "a test"},
    ),
    "people.look_joining": ("", lambda s: {"ticket": s.told.get("ticket", "x")}),
    "people.join": ("", lambda s: {"ticket": s.told.get("ticket", "x"), "password": s.told.get("password", "x")}),
    "people.sign_ons": ("alice", lambda s: {}),
    "people.part": ("grownup", lambda s: {"sign_on": s.told.get("sign_on", "x"), "password": s.told.get("password", "x")}),
    "people.sign_in_second": ("", lambda s: {"ticket": s.told.get("ticket", "x"), "recovery": s.told.get("recovery", "x" * 16)}),
    "setup.check": ("", lambda s: {"code": SETUP_CODE}),
    "setup.try_mail": ("", lambda s: {"code": SETUP_CODE, "email": "olivia@example.org", "language": "nl"}),
    "setup.finish": (
        "",
        lambda s: {
            "code": SETUP_CODE,
            "organisation": "The ministry",
            "called": "TwinSpace",
            "approval": "support",
            "username": f"new-{new_id().lower()}",
            "name": "Olivia",
            "email": f"{new_id().lower()}@example.org",
            "password": "stones along the Leie",
        },
    ),
    "outgoing.again": ("nora", lambda s: {"job": BURIED}),
    "outgoing.drop": ("nora", lambda s: {"job": BURIED}),
    "outgoing.try_mail": ("nora", lambda s: {}),
    "accounts.invite": (
        "nora",
        lambda s: {
            "username": f"new-{new_id().lower()}",
            "name": "Irakli Shengelia",
            "email": f"{new_id().lower()}@example.org",
            "language": "en",
        },
    ),
    "accounts.block": ("nora", lambda s: {"person": s.world[s.newcomer].id}),
    "accounts.unblock": ("nora", lambda s: {"person": s.world[s.newcomer].id}),
    "schools.detach": ("nora", lambda s: {"school": s.school, "person": s.world["leaver"].id}),
    "invitation.look": ("", lambda s: {"token": s.token}),
    "invitation.accept": ("olga", lambda s: {"token": s.token}),
    "invitation.join": (
        "",
        lambda s: {
            "token": s.token,
            "name": "Somebody Invited",
            "username": f"new-{new_id().lower()}",
            "password": "long enough for us",
            "language": "nl",
            "zone": "Europe/Brussels",
        },
    ),
    "cards.sign_in": ("", lambda s: {"card": s.card, "pin": PIN, "token": True}),
    "pupil.set_password": ("alice", lambda s: {"person": s.world["extra"].id, "password": password("extra")}),
    "erasure.ask": ("leaver", lambda s: {"choice": "remove", "username": s.world["leaver"].username}),
    "erasure.about": ("alice", lambda s: {"person": s.world["pia"].id}),
}

OF_A_SPACE = [*sorted(name for name, m in METHODS.items() if m.gate is Gate.MEMBER), "place.read"]


async def make_scene(world: World) -> Scene:
    """A new space with alice (administrator), bob, pia and milo in it, and something of everything."""
    schools = [world.gent, world.batumi]
    founded = await world.do(
        "nora", "spaces.found", name="A scene", schools=schools, administrator=world["alice"].id, administrator_school=world.gent
    )
    space = founded["space"]["id"]
    for username, role in (("bob", "teacher"), ("pia", "pupil"), ("milo", "pupil")):
        await world.do("alice", "space.add_member", space=space, username=username, role=role, school=world.gent)
    rooms = [(await world.do("alice", "chat.make_room", space=space, title=title))["place"]["id"] for title in ("Room", "Hall", "Gone")]
    room, hall, gone = rooms
    await world.set_table(hall, {"teacher": ["read", "add"], "pupil": []})
    line = await world.say("pia", "A line.", room)
    hidden = await world.say("pia", "Something unkind.", room)
    await world.do("alice", "chat.hide", place=room, message=hidden["id"], reason="Unkind.")
    whispered = await world.say("bob", "Among ourselves.", hall)
    await world.do("alice", "place.bin", place=gone)
    newcomer = await world.add_person(f"new-{new_id().lower()}", "A Newcomer")
    if "extra" not in world.people:
        extra = await world.add_person("extra", "Extra")
        await world.do("nora", "schools.attach", school=world.gent, person=extra.id)
    await world.sign_in("extra")
    told = await open_doors(world)
    token, card = await invite_and_print(world, space)
    # Somebody whom a sample may erase, or take out of the school.
    leaver = world.people["leaver"] = await world.add_person(f"leaver-{new_id().lower()}", "Leaver", adult=True)
    await world.do("nora", "schools.attach", school=world.gent, person=leaver.id)
    return Scene(
        world, space, room, hall, line["id"], hidden["id"], gone, whispered["id"], newcomer.username, world.gent, token, card, told
    )  # fmt: skip


async def open_doors(world: World) -> dict[str, str]:
    """What stands in mails only: secrets of links as they would come there, by the name that a sample has for them; and whose they are."""
    mark, now = new_id().lower(), world.clock()
    draft = {
        "name": "A New Teacher", "country": "BE", "school": world.gent, "function": "teacher", "subjects": ["music"], "languages": ["nl"],
    }  # fmt: skip
    row: dict[str, Any] = {
        "id": new_id(), "email": f"{mark}@example.org", "username": f"t-{mark}", "hash": HASHER.hash("at the very river"),
        "language": "en", "begun_at": now, "draft": msgspec.json.encode(draft).decode(), "country": "BE",
    }  # fmt: skip
    extra = await world.add_person(f"f-{mark}", "Somebody Forgetful", adult=True)
    secret = {name: links.token() for name in ("register", "password", "address", "vouched")}
    vouched = {"issuer": "https://login.example.org", "subject": mark}

    def write(db: Db) -> None:
        db.execute(insert(registrations), row)
        made = {
            "register": links.make(db, "register", lives_ms=DAY_MS, now=now, address=row["email"], data={"registration": row["id"]}),
            "password": links.make(db, "password", lives_ms=DAY_MS, now=now, person=extra.id),
            "address": links.make(db, "address", lives_ms=DAY_MS, now=now, person=extra.id, address=f"new-{mark}@example.org"),
        }
        made["vouched"] = links.make(db, "vouched", lives_ms=DAY_MS, now=now, address=f"vouched-{mark}@example.org", data=vouched)
        for name, link in made.items():
            links.hand_out(db, link, secret[name][1])

    await world.write(write)
    return {"registration": row["id"], **{f"{name}_token": token for name, (token, _) in secret.items()}}


async def _grown_up(scene: Scene, **told: str) -> Scene:
    """An adult who has just come, as `grownup`."""
    username = f"adult-{new_id().lower()}"
    scene.world.people["grownup"] = await scene.world.add_person(username, "A Grown-up", adult=True)
    return replace(scene, told={**scene.told, "password": password(username), **told})


async def _app(scene: Scene) -> Scene:
    scene = await _grown_up(scene)
    secret = (await scene.world.do("grownup", "people.begin_app"))["secret"]
    return replace(scene, told={**scene.told, "code": code(secret, scene.world.clock())})


async def _factor(scene: Scene) -> Scene:
    scene = await _app(scene)
    added = await scene.world.do("grownup", "people.add_app", code=scene.told["code"])
    return replace(scene, told={**scene.told, "factor": added["factor"]["id"], "recovery": added["codes"][0]})


async def _second(scene: Scene) -> Scene:
    scene = await _factor(scene)
    name = scene.world["grownup"].username
    asked = await scene.world.do(None, "people.sign_in", name=name, password=scene.told["password"], token=True)
    return replace(scene, told={**scene.told, "ticket": asked["second"]["ticket"]})


async def _adding(scene: Scene) -> Scene:
    scene = await _grown_up(scene)
    asked = await scene.world.do("grownup", "people.begin_adding_passkey")
    made = Authenticator(next(iter(scene.world.house.settings.origins))).make(asked["options"])
    return replace(scene, told={**scene.told, "ticket": asked["ticket"], "made": made})


async def _passkey(scene: Scene) -> Scene:
    scene = await _grown_up(scene)
    asked = await scene.world.do("grownup", "people.begin_adding_passkey")
    mine = Authenticator(next(iter(scene.world.house.settings.origins)))
    await scene.world.do("grownup", "people.add_passkey", ticket=asked["ticket"], passkey=mine.make(asked["options"]), name="x")
    asked = await scene.world.do(None, "people.begin_passkey")
    return replace(scene, told={**scene.told, "ticket": asked["ticket"], "signed": mine.sign(asked["options"])})


async def _vouched(scene: Scene) -> Scene:
    """Somebody whom a provider vouches for, and who has not joined yet."""
    scene = await _grown_up(scene)
    dispatcher = scene.world.house.dispatcher
    told: dict[str, Any] = {
        "issuer": "https://login.example.eu", "subject": new_id(), "session": "s", "verified": True, "address": "127.0.0.1", "device": "",
        "email": f"{scene.world['grownup'].username}@example.org", "language": "en",
    }  # fmt: skip
    landed = await dispatcher.house("sign_on.land", dispatcher.registry.commands["sign_on.land"].params(**told))
    return replace(scene, told={**scene.told, "ticket": landed.result["ticket"]})


async def _joined(scene: Scene) -> Scene:
    scene = await _vouched(scene)
    await scene.world.do(None, "people.join", ticket=scene.told["ticket"], password=scene.told["password"])
    (one,) = (await scene.world.ask("grownup", "people.sign_ons"))["sign_ons"]
    return replace(scene, told={**scene.told, "sign_on": one["id"]})


READY: dict[str, Callable[[Scene], Awaitable[Scene]]] = {
    "people.begin_app": _grown_up,
    "people.begin_adding_passkey": _grown_up,
    "people.add_app": _app,
    "people.renew_codes": _factor,
    "people.remove_factor": _factor,
    "people.confirm": _factor,
    "people.add_passkey": _adding,
    "people.sign_in_passkey": _passkey,
    "people.sign_in_second": _second,
    "people.look_joining": _vouched,
    "people.join": _vouched,
    "people.part": _joined,
}
"""What makes a scene one in which a sample can be done: where it needs what nobody can write down beforehand."""


async def invite_and_print(world: World, space: str) -> tuple[str, str]:
    """An invitation into the space, and a card of pia's, whose secrets the test knows: those who really get them find them on paper."""
    invited = await world.do("alice", "team.invite", space=space, email=f"{new_id().lower()}@example.org", role="guest")
    (token, hashed), card, key = links.token(), new_id(), invited["invited"]["id"]

    def known(db: Db) -> None:
        # Another link in place of the one that a mail may be bringing at this moment, with a token of its own.
        address = db.execute(select(invitations.c.address).where(invitations.c.id == key)).scalar()
        link = links.make(db, "invitation", lives_ms=DAY_MS, now=world.clock(), address=address, data={"invitation": key})
        db.execute(update(invitations).where(invitations.c.id == key).values(link=link))
        links.hand_out(db, link, hashed)
        pia = world["pia"].id
        kept = {"secret_hash": identity.digest(card), "pin_hash": pin_hash(card, PIN), "pin": "apart", "made_by": "alice", "made_at": 0}
        db.execute(delete(cards).where(cards.c.person == pia))
        db.execute(insert(cards), {"person": pia, **kept})

    await world.write(known)
    return token, card


STORIES: dict[str, Feature] = {
    example.method: feature
    for feature in REGISTRY.features
    for example in feature.examples
    if example.method in {*(c.name for c in feature.commands), *(q.name for q in feature.queries)}
}
"""By method, the feature of which it is and in whose story it comes."""


def _steps(feature: Feature, until: str | None) -> Iterator[Example]:
    """The story up to the first call of a method, which is left out; all of it without one."""
    for example in feature.examples:
        if example.method == until:
            return
        yield example


async def told(scene: Scene, *methods: str) -> Scene:
    """The scene after the stories that lead up to these methods; without any, after all stories."""
    wanted = [(STORIES[method], method) for method in methods if method in STORIES]
    for feature, until in wanted if methods else [(feature, None) for feature in REGISTRY.features]:
        for example in _steps(feature, until):
            answer = await scene.world.do(example.by or None, example.method, **scene.fill(example.params))
            if example.gives is not None:
                item = next(value for value in answer.values() if isinstance(value, dict) and "id" in value)
                made = scene.made | {example.gives} if item.get("kind") == "place" else scene.made
                scene = replace(scene, told={**scene.told, example.gives: item["id"]}, made=made)
    return scene


async def prepared(scene: Scene, name: str) -> Scene:
    """The scene in which a sample can be done."""
    scene = await told(scene, name)
    if name in READY:
        scene = await READY[name](scene)
    if name == "space.reopen":
        await scene.world.do("alice", "space.close", space=scene.space)
    if name.startswith("setup."):
        await scene.world.write(lambda db: arrangements.say(db, "setup_code", mark_of(SETUP_CODE)))
    if name.startswith("outgoing."):
        await scene.world.write(bury)
    if name == "people.end_session":
        first = scene.world["extra"]
        await scene.world.sign_in("extra")
        kept = scene.world.people["extra"]
        scene.world.people["extra"] = replace(kept, session=first.session)
    return scene


def bury(db: Db) -> None:
    """A job that was given up."""
    db.execute(jobs.jobs.delete().where(jobs.jobs.c.id == BURIED))
    jobs.put(db, "trial", {}, dedupe=BURIED)
    db.execute(jobs.jobs.update().where(jobs.jobs.c.dedupe == BURIED).values(id=BURIED, buried_at=1, dedupe=None))


def _sample(feature: Feature, method: str) -> Sample:
    example = next(example for example in feature.examples if example.method == method)
    return example.by, lambda scene: scene.fill(example.params)


SAMPLES.update({method: _sample(feature, method) for method, feature in STORIES.items()})


class _Anybody:
    """Stands in for a world where only the shape of parameters counts."""

    id = session = username = "x"

    def __getitem__(self, _username: str) -> "_Anybody":
        return self


class Anything(dict[str, str]):
    def __missing__(self, _name: str) -> str:
        return "x"


def on_paper() -> Scene:
    """A scene that was never made."""
    anybody: Any = _Anybody()
    x = "x"
    return Scene(anybody, x, x, x, x, x, x, x, x, x, token=x, card=x, told=Anything())
