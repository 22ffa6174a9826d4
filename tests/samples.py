"""A sample of each command and query: who may do it, and with which parameters, in a scene made for it.

A feature that tells its story in `Feature.example` needs nothing here: its samples are the steps of that story. The older ones
stand in `SAMPLES`.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from tests.cast import World, password
from twinspace_server import app
from twinspace_server.ids import new as new_id
from twinspace_server.live.feature import Command, Example, Feature, Gate, Query

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
        return self.world[name].id if name in CAST else self.told[name]


def local_time(name: str) -> str:
    """What `{now}` and `{tomorrow}` stand for."""
    return (datetime.now(ZoneInfo("Europe/Brussels")) + timedelta(days=name == "tomorrow")).strftime("%Y-%m-%dT%H:%M")


CAST = ("alice", "bob", "pia", "milo")

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
    "installation.about": ("", lambda s: {}),
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
    "schools.detach": ("nora", lambda s: {"school": s.school, "person": s.world["pia"].id}),
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
        await world.add_person("extra", "Extra")
    await world.sign_in("extra")
    return Scene(world, space, room, hall, line["id"], hidden["id"], gone, whispered["id"], newcomer.username, world.gent)


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
            answer = await scene.world.do(example.by, example.method, **scene.fill(example.params))
            if example.gives is not None:
                item = next(value for value in answer.values() if isinstance(value, dict) and "id" in value)
                made = scene.made | {example.gives} if item.get("kind") == "place" else scene.made
                scene = replace(scene, told={**scene.told, example.gives: item["id"]}, made=made)
    return scene


def _sample(feature: Feature, method: str) -> Sample:
    example = next(example for example in feature.examples if example.method == method)
    return example.by, lambda scene: scene.fill(example.params)


SAMPLES.update({method: _sample(feature, method) for method, feature in STORIES.items()})


class _Anybody:
    """Stands in for a world where only the shape of parameters counts."""

    id = session = "x"

    def __getitem__(self, _username: str) -> "_Anybody":
        return self


class _Anything(dict[str, str]):
    def __missing__(self, _name: str) -> str:
        return "x"


def on_paper() -> Scene:
    """A scene that was never made."""
    anybody: Any = _Anybody()
    x = "x"
    return Scene(anybody, x, x, x, x, x, x, x, x, x, _Anything())
