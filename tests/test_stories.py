"""*State + events = fresh state* for every feature that tells a story, without a line written for it.

The walk plays steps of the stories in any order, by anybody, over and over, so that there are many of each thing; now and then
the rights of a place change, somebody is removed, or a tab loses its line. Tabs of people with different rights hold what
`place.open` said and apply events as the protocol says, whatever the kind; that must equal a fresh `place.open`, and the count of
what is new that of a fresh `space.listen`. A refusal is part of life; a fault of the server is a find.
"""

import json
import os
import random
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.cast import World, enter, populated_database
from tests.databases import KINDS
from tests.samples import CAST, REGISTRY, local_time, make_scene
from twinspace_server.errors import NotFound, TwinspaceError
from twinspace_server.live.feature import Example, Feature
from twinspace_server.live.frames import Frame
from twinspace_server.live.hub import LiveReader
from twinspace_server.live.stream import Listener
from twinspace_server.spaces.spaces import Listen

SEED = int(os.environ.get("PROVE_SEED", "0")) or random.SystemRandom().randrange(1, 2**32)
STEPS, LONG = 300, 5_000
MISSED = 0.04
"""Of the methods, those of which the dice may never find the moment in all these steps."""
LAP = 1_500
"""Steps in one space; then the next begins."""
LOOK = 10
"""Steps between two comparisons."""
STORIES = [feature for feature in REGISTRY.features if feature.examples]
TABLES: tuple[list[dict[str, Any]] | None, ...] = (
    None,
    [{"subject": "role:teacher", "rights": ["read", "add", "edit", "delete"]}, {"subject": "role:pupil", "rights": ["read", "add"]}],
    [{"subject": "role:teacher", "rights": ["read", "add", "edit", "delete"]}, {"subject": "role:pupil", "rights": ["read"]}],
    [{"subject": "role:teacher", "rights": ["read", "add", "edit", "delete"]}, {"subject": "role:pupil", "rights": []}],
)

Item = Mapping[str, Any]


class Shelf:
    """What a client holds of one place: `place.open` as of a number, and the events since."""

    def __init__(self, answer: Mapping[str, Any]) -> None:
        self.seq: int = answer["seq"]
        self.mark: int = answer["mark"]
        self.items: dict[tuple[str, str], Item] = {(i["kind"], i["id"]): i for i in answer["items"]}


class Tab(LiveReader):
    """A browser tab without the network, over the simplest model of a client."""

    def __init__(self, world: World, username: str, space: str) -> None:
        self.world, self.username, self.space = world, username, space
        self.who = world[username].who
        self.person = self.who.person
        self.listener: Listener | None = None
        self.bookmark: str | None = None
        self.places: dict[str, str] = {}
        self.shelves: dict[str, Shelf] = {}
        self.answered: set[tuple[str, str]] = set()

    def send(self, frame: Frame) -> None:
        told = json.loads(frame.text)
        for one in told if isinstance(told, list) else [told]:
            self._hear(one["params"])

    def lost(self, space: str) -> None:
        self.leave()
        self.bookmark, self.places, self.shelves = None, {}, {}

    def end(self, code: int) -> None:
        self.leave()

    async def room(self) -> bool:
        return self.listener is not None

    def _hear(self, event: Mapping[str, Any]) -> None:
        if event["event"] == "place.lost":
            self._forget(event["place"])
        elif event["event"] == "place.found":
            self._forget(event["place"])
            self._place(event["item"])
        elif "put" in event:
            self.bookmark = event["bookmark"]
            assert event["put"] or event["gone"], f"{event['event']} says nothing"
            for item in event["put"]:
                if item["kind"] == "place":
                    self._place(item)
                else:
                    self._put(item, event["seq"])
            for gone in event["gone"]:
                for shelf in self.shelves.values():
                    shelf.items.pop((gone["kind"], gone["id"]), None)

    def _put(self, item: Item, seq: int) -> None:
        place = item.get("place")
        assert place is None or place in self.places, f"{self.username} hears of a place that is not known"
        shelf = self.shelves.get(place) if place is not None else None
        if shelf is not None and seq > shelf.seq:
            shelf.items[item["kind"], item["id"]] = item
        # What has moved is no longer where it was.
        for elsewhere, other in self.shelves.items():
            if elsewhere != place:
                other.items.pop((item["kind"], item["id"]), None)

    def _place(self, item: Item) -> None:
        self.places[item["id"]] = item["type"]

    def _forget(self, place: str) -> None:
        self.places.pop(place, None)
        self.shelves.pop(place, None)

    # -- what the tab does -----------------------------------------------------------------------------------

    async def listen(self) -> None:
        """After the bookmark, where one is kept; nothing for whom there is no such space."""
        if self.listener is not None:
            return

        def answer(result: Mapping[str, Any]) -> None:
            if result["fresh"]:
                self.places = {place.id: place.type for place in result["places"]}
                self.shelves = {}
            self.bookmark = result["bookmark"]

        try:
            self.listener = await self.world.house.hub.listen(self, Listen(space=self.space, bookmark=self.bookmark), answer)
        except NotFound:
            self.lost(self.space)

    def leave(self) -> None:
        """The line is cut."""
        if self.listener is not None:
            listener, self.listener = self.listener, None
            self.world.house.hub.leave(listener)

    async def open(self) -> None:
        """Open what is not open yet, of the kinds that have a story."""
        for place in [p for p, kind in self.places.items() if p not in self.shelves and kind in REGISTRY.channels and kind != "chat"]:
            self.shelves[place] = Shelf(await self.world.ask(self.username, "place.open", place=place))

    async def compare(self) -> None:
        """Hold every shelf against a fresh answer, and what is new in it against a fresh count."""
        if self.listener is None:
            return
        await self.open()
        for place, shelf in self.shelves.items():
            answer = await self.world.ask(self.username, "place.open", place=place)
            fresh = {(i["kind"], i["id"]): i for i in answer["items"]}
            self.answered |= {(self.places[place], kind) for kind, _ in fresh}
            # Kinds that only queries answer (the posts of a topic) are not what opening a place brings.
            held = {name for name in shelf.items if (self.places[place], name[0]) in self.answered}
            for name in fresh if answer["more"] else fresh.keys() | held:
                assert shelf.items.get(name) == fresh.get(name), f"{self.username}, {self.places[place]}: {name} differs from fresh"
            if not answer["more"] and any("seq" in item for item in fresh.values()):
                mine = [
                    i for i in fresh.values() if i.get("author") != self.person and i.get("seq", 0) > answer["mark"] and not i.get("link")
                ]
                channel = REGISTRY.channels[self.places[place]]
                told = await self.world.house.store.read(lambda db, c=channel: c.unread(db, self.space, self.person))  # type: ignore[misc]
                assert told.get(place, 0) == len(mine), f"{self.username}, {self.places[place]}: the count of what is new"


class Walk:
    """One space, its tabs, and the ids that the stories have given so far."""

    def __init__(self, world: World, space: str, room: str, school: str, dice: random.Random) -> None:
        self.world, self.space, self.dice = world, space, dice
        self.named = {"space": [space], "room": [room], "school": [school], **{name: [world[name].id] for name in CAST}}
        self.places: list[str] = []
        self.told: dict[str, int] = {}
        self.done: dict[str, int] = {}
        self.tabs = [Tab(world, username, space) for username in ("alice", "bob", "pia", "milo", "gerda")]

    async def step(self, number: int) -> None:
        """Mostly a step of a story; sometimes what happens around it."""
        dice = self.dice
        chance = dice.random()
        if chance < 0.04 and self.places:
            rows = dice.choice(TABLES)
            await self._do("alice", "rights.set", place=dice.choice(self.places), rows=rows)
        elif chance < 0.06:
            tab = dice.choice(self.tabs)
            tab.leave() if tab.listener is not None else await tab.listen()
        elif chance < 0.07:
            await self._do("alice", "space.remove_member", space=self.space, person=self.world["milo"].id)
        elif chance < 0.09:
            await self._do("alice", "space.add_member", space=self.space, username="milo", role="pupil", school=self.named["school"][0])
        elif chance < 0.13:
            await self._free()
        elif chance < 0.5:
            await self._tell(dice.choice([example for feature in STORIES for example in feature.examples]))
        else:
            (story,) = dice.choices(STORIES, [len(feature.examples) for feature in STORIES])
            await self._tell(self._next(story), as_told=True)
        if number % LOOK == 0:
            for tab in self.tabs:
                await tab.listen() if dice.random() < 0.7 else None
                await tab.compare()

    async def _free(self) -> None:
        """Nobody stays restrained for long, or little would be done."""
        for bound in (await self.world.ask("alice", "order.restrained", space=self.space))["restraints"]:
            await self._do("alice", "order.hold", space=self.space, person=bound["id"], on=False)
            await self._do("alice", "order.end_time_out", space=self.space, person=bound["id"])

    def _next(self, feature: Feature) -> Example:
        """The story goes on where it stands, over and over: so what needs many steps before it is done, too."""
        at = self.told.get(feature.name, 0)
        self.told[feature.name] = at + 1
        return feature.examples[at % len(feature.examples)]

    async def _tell(self, example: Example, *, as_told: bool = False) -> None:
        by = example.by if as_told or self.dice.random() < 0.6 else self.dice.choice(CAST)
        try:
            params = self._fill(example.params, newest=as_told)
        except KeyError:
            return  # nobody has told that part yet
        answer = await self._do(by, example.method, **params)
        if answer is None or example.gives is None:
            return
        item = next(value for value in answer.values() if isinstance(value, dict) and "id" in value)
        # What somebody who is held asks for is not made: it waits, under the names of the story that tells of it.
        for name in ("asked", "asked_again") if item.get("kind") == "waiting" else (example.gives,):
            self.named.setdefault(name, []).append(item["id"])
        if item.get("kind") == "place":
            self.places.append(item["id"])

    def _fill(self, value: Any, *, newest: bool) -> Any:
        if isinstance(value, Mapping):
            return {key: self._fill(inner, newest=newest) for key, inner in value.items()}
        if isinstance(value, list | tuple):
            return [self._fill(inner, newest=newest) for inner in value]
        if value in ("{now}", "{tomorrow}"):
            return local_time(value[1:-1])
        if isinstance(value, str) and value.startswith("{") and value.endswith("}"):
            known = self.named[value[1:-1]]
            return known[-1] if newest else self.dice.choice(known[-8:])
        return value

    async def _do(self, who: str, method: str, /, **params: Any) -> dict[str, Any] | None:
        try:
            answer = await self.world.do(who or None, method, **params)
        except TwinspaceError as error:
            if error.status >= 500:
                raise
            return None
        self.done[method] = self.done.get(method, 0) + 1
        return answer


async def walked(kind: str, directory: Path, steps: int) -> dict[str, int]:
    """So many steps; how often each method was done."""
    dice = random.Random(SEED)
    done: dict[str, int] = {}
    async with populated_database(kind, directory) as (url, made), enter(url, directory, made) as world:
        for begun in range(0, steps, LAP):
            scene = await make_scene(world)
            await world.do("alice", "space.add_member", space=scene.space, username="gerda", role="guest", school=None)
            walk = Walk(world, scene.space, scene.room, scene.school, dice)
            for tab in walk.tabs:
                await tab.listen()
            for number in range(min(LAP, steps - begun)):
                await walk.step(number)
            for tab in walk.tabs:
                await tab.listen()
                await tab.compare()
                tab.leave()
            for method, count in walk.done.items():
                done[method] = done.get(method, 0) + count
    return done


def _secret() -> set[str]:
    """Methods that need what no story gives, tokens out of a mail mostly; other tests have a scene for them (`samples.make_scene`)."""
    examples = [example for feature in STORIES for example in feature.examples]
    known = {"space", "room", "school", "asked", "asked_again", "now", "tomorrow", *CAST}
    while True:
        done = [one for one in examples if set(re.findall(r'"\{(\w+)\}"', json.dumps(one.params))) <= known]
        given = known | {one.gives for one in done if one.gives is not None}
        if given == known:
            return {one.method for one in examples} - {one.method for one in done}
        known = given


@pytest.mark.skipif(not STORIES, reason="no feature tells a story")
@pytest.mark.parametrize("kind", KINDS)
async def test_what_was_told_is_what_is_there(kind: str, tmp_path: Path) -> None:
    try:
        await walked(kind, tmp_path, STEPS)
    except AssertionError as found:
        raise AssertionError(f"{found}; again with PROVE_SEED={SEED}") from found


@pytest.mark.long
@pytest.mark.parametrize("kind", KINDS)
async def test_what_was_told_is_what_is_there_for_long(kind: str, tmp_path: Path) -> None:
    try:
        done = await walked(kind, tmp_path, LONG)
    except AssertionError as found:
        raise AssertionError(f"{found}; again with PROVE_SEED={SEED}") from found
    methods = {example.method for feature in STORIES for example in feature.examples} - _secret()
    never = methods - set(done)
    assert len(never) <= MISSED * len(methods), f"never done in {LONG} steps: {sorted(never)}"
