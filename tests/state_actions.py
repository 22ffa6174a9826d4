"""What can be done on a walk (`state_walk.Walk`): every command that changes a space, and what lines and tabs suffer.

An action takes the walk, whose turn it is, and two numbers that choose the rest, so that Hypothesis and a seeded generator can draw it.
`test_state.py` holds them against the registry, so that no command is forgotten.
"""

import asyncio
import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import update

from tests.cast import DEFAULT_TABLE, password
from tests.state_walk import Run, Walk
from twinspace_server.identity import Who, by_token
from twinspace_server.live import log
from twinspace_server.spaces.housekeeping import Sweep
from twinspace_server.storage.store import Unit

PERSONS = ("alice", "alice", "bob", "bob", "pia", "pia", "milo", "gerda", "olga")
MASKS: tuple[list[str], ...] = (
    [],
    ["read"],
    ["read", "add"],
    ["read", "add", "edit", "delete"],
    ["read", "edit"],
    ["read", "add", "edit", "delete", "publish"],
)
EMOJI = ("👍", "🎉", "🦦", "❤️")


@dataclass(frozen=True)
class Action:
    """One thing that a walk does: the commands in it, and how often it is drawn."""

    run: Run
    commands: tuple[str, ...]
    weight: int


ACTIONS: dict[str, Action] = {}


def does(*commands: str, weight: int = 4) -> Callable[[Run], Run]:
    """Declare an action, by its function's name."""

    def declare(run: Run) -> Run:
        ACTIONS[run.__name__] = Action(run, commands, weight)
        return run

    return declare


@does("chat.say", weight=40)
async def say(walk: Walk, who: str, a: int, b: int) -> None:
    room = walk.room(b)
    reply = walk.line(a)
    answered = {"reply_to": reply["message"]} if b % 3 == 0 and reply["place"] == room else {}
    answer = await walk.do(who, "chat.say", place=room, text=f"Line {a} of {who}", **answered)
    if answer is not None:
        walk.lines.append((room, answer["message"]["id"]))


@does("chat.say")
async def say_twice(walk: Walk, who: str, a: int, b: int) -> None:
    """One line sent twice under one key, at once: as a browser does after a broken line."""
    sent = {"place": walk.room(b), "text": f"Once {a}", "key": f"k-{walk.steps}-{a}-{b}"}
    first, second = await asyncio.gather(walk.do(who, "chat.say", **sent), walk.do(who, "chat.say", **sent))
    if first is not None and second is not None:
        assert (first["message"], first["seq"]) == (second["message"], second["seq"])
        walk.lines.append((sent["place"], first["message"]["id"]))


async def author(walk: Walk, who: str, line: Mapping[str, str]) -> str:
    """The line's own author three times of four: strangers are refused."""
    row = [t.model.spaces[s].windows[line["place"]].messages.get(line["message"]) for t in walk.tabs for s in t.model.spaces
           if line["place"] in t.model.spaces[s].windows]  # fmt: skip
    names = [name for name, p in walk.world.people.items() for m in row if m is not None and m["author"] == p.id]
    return names[0] if names and who != "bob" else who


@does("chat.edit", weight=16)
async def edit(walk: Walk, who: str, a: int, b: int) -> None:
    line = walk.line(a)
    await walk.do(await author(walk, who, line), "chat.edit", **line, text=f"Better {b}")


@does("chat.withdraw")
async def withdraw(walk: Walk, who: str, a: int, b: int) -> None:
    line = walk.line(a)
    await walk.do(await author(walk, who, line), "chat.withdraw", **line)


@does("chat.hide")
async def hide(walk: Walk, who: str, a: int, b: int) -> None:
    line = walk.line(a)
    if await walk.do(await walk.administrator(who) if b % 2 else who, "chat.hide", **line, reason=f"Because {b}"):
        walk.hidden.append(line)


@does("chat.restore")
async def restore_line(walk: Walk, who: str, a: int, b: int) -> None:
    if walk.hidden:
        line = walk.hidden.pop(a % len(walk.hidden))
        await walk.do(await walk.administrator(who), "chat.restore", **line)


@does("chat.react", weight=20)
async def react(walk: Walk, who: str, a: int, b: int) -> None:
    await walk.do(who, "chat.react", **walk.line(a), emoji=EMOJI[b % len(EMOJI)], on=b % 3 != 0)


@does("place.read", weight=20)
async def read(walk: Walk, who: str, a: int, b: int) -> None:
    """Mostly up to the newest, as one does."""
    space = walk.world.space
    heads = [t.model.spaces[space].newest for t in walk.tabs if space in t.model.spaces]
    await walk.do(who, "place.read", place=walk.room(a), seq=max(0, max(heads, default=0) - (b % 40 if b % 3 == 0 else 0)))


@does("chat.make_room")
async def make_room(walk: Walk, who: str, a: int, b: int) -> None:
    if len(walk.rooms) > 12:
        return
    parent = {"parent": walk.folders[b % len(walk.folders)]} if a % 2 and walk.folders else {}
    answer = await walk.do(await walk.administrator(who), "chat.make_room", space=walk.world.space, title=f"Room {a}", **parent)
    if answer is not None:
        walk.rooms.append(answer["place"]["id"])


@does("folder.make")
async def make_folder(walk: Walk, who: str, a: int, b: int) -> None:
    if len(walk.folders) > 6:
        return
    inside = {"parent": walk.folders[b % len(walk.folders)]} if a % 3 and walk.folders else {}
    by = who if inside else await walk.administrator(who)
    answer = await walk.do(by, "folder.make", space=walk.world.space, title=f"Folder {a}", description="What we found", **inside)
    if answer is not None:
        walk.folders.append(answer["place"]["id"])


@does("place.move", weight=12)
async def move_place(walk: Walk, who: str, a: int, b: int) -> None:
    """A room or a folder, with what is in it, to the top or into a folder; mostly by one who may."""
    places = [*walk.rooms, *walk.folders]
    targets = [walk.world.space, *walk.folders]
    by = await walk.administrator(who) if b % 4 else who
    await walk.do(by, "place.move", place=places[a % len(places)], to=targets[b % len(targets)])


@does("place.change")
async def rename(walk: Walk, who: str, a: int, b: int) -> None:
    more = {"description": f"About {a}", "icon": "leaf"} if a % 2 else {}
    places = [*walk.rooms, *walk.folders]
    await walk.do(who, "place.change", place=places[a % len(places)], title=f"Named {b}", **more)


@does("place.bin")
async def bin_place(walk: Walk, who: str, a: int, b: int) -> None:
    place = walk.folders[a % len(walk.folders)] if b % 3 == 0 and walk.folders else walk.room(a)
    await walk.do(await walk.administrator(who) if b % 2 else who, "place.bin", place=place)


@does("place.restore", weight=8)
async def restore_place(walk: Walk, who: str, a: int, b: int) -> None:
    """Something of what is in the bin."""
    administrator = await walk.administrator(who)
    binned = await walk.do(administrator, "place.binned", space=walk.world.space)
    if binned and binned["places"]:
        await walk.do(administrator, "place.restore", place=binned["places"][a % len(binned["places"])]["id"])


@does("rights.set", weight=10)
async def set_rights(walk: Walk, who: str, a: int, b: int) -> None:
    """A room's table: inherited, or rows for roles and one person; the root's, mostly the one that new spaces have."""
    place = walk.world.space if b % 6 == 0 else walk.room(b)
    rows: list[dict[str, Any]] | None = [
        {"subject": f"role:{role}", "rights": MASKS[(a >> (3 * at)) % len(MASKS)]} for at, role in enumerate(DEFAULT_TABLE)
    ]
    if place == walk.world.space and a % 4:
        rows = [{"subject": f"role:{role}", "rights": rights} for role, rights in DEFAULT_TABLE.items()]
    elif place != walk.world.space and a % 3 == 0:
        rows = None
    if rows is not None and b % 2:
        rows.append({"subject": f"person:{walk.world[PERSONS[b % 7]].id}", "rights": MASKS[(a >> 9) % len(MASKS)]})
    await walk.do(await walk.administrator(who), "rights.set", place=place, rows=rows)


def school_of(walk: Walk, role: str, a: int) -> str | None:
    return None if role == "guest" else (walk.world.gent, walk.world.batumi)[a % 2]


@does("space.add_member", weight=10)
async def add_member(walk: Walk, who: str, a: int, b: int) -> None:
    """Somebody who is not there, if there is one."""
    administrator = await walk.administrator(who)
    house = walk.houses[0]
    law = await walk.look(lambda db: house.dispatcher.laws.current(db, walk.world.space))
    absent = sorted(name for name, p in walk.world.people.items() if p.id not in law.members and name != "nora")
    username = absent[a % len(absent)] if absent else "pia"
    role = "pupil" if not walk.world[username].who.adult else ("teacher", "guest")[b % 2]
    await walk.do(
        administrator, "space.add_member", space=walk.world.space, username=username, role=role, school=school_of(walk, role, a),
        administrator=b % 5 == 0 and role != "pupil",
    )  # fmt: skip


@does("space.change_member", weight=6)
async def change_member(walk: Walk, who: str, a: int, b: int) -> None:
    username = PERSONS[a % len(PERSONS)]
    changes: dict[str, Any] = {"administrator": b % 3 == 0}
    if b % 2 and walk.world[username].who.adult:
        role = ("teacher", "guest")[a % 2]
        changes |= {"role": role, "school": school_of(walk, role, b)}
    elif b % 5 == 1:
        changes = {"school": school_of(walk, "pupil", a)}
    administrator = await walk.administrator(who)
    await walk.do(administrator, "space.change_member", space=walk.world.space, person=walk.world[username].id, **changes)


@does("space.remove_member")
async def remove_member(walk: Walk, who: str, a: int, b: int) -> None:
    person = walk.world[PERSONS[a % len(PERSONS)]].id
    await walk.do(await walk.administrator(who), "space.remove_member", space=walk.world.space, person=person)


@does("space.leave", weight=2)
async def leave(walk: Walk, who: str, a: int, b: int) -> None:
    await walk.do(who, "space.leave", space=walk.world.space)


@does("space.change")
async def change_space(walk: Walk, who: str, a: int, b: int) -> None:
    changes = {"name": f"Rivers {a}"} if b % 2 else {"description": f"About {a}" if a % 3 else ""}
    await walk.do(await walk.administrator(who), "space.change", space=walk.world.space, **changes)


@does("space.close", weight=2)
async def close(walk: Walk, who: str, a: int, b: int) -> None:
    await walk.do(await walk.administrator(who), "space.close", space=walk.world.space)


@does("space.reopen", weight=20)
async def reopen(walk: Walk, who: str, a: int, b: int) -> None:
    await walk.do(await walk.administrator(who), "space.reopen", space=walk.world.space)


@does("people.change")
async def change_person(walk: Walk, who: str, a: int, b: int) -> None:
    await walk.do(who, "people.change", language=("en", "nl", None)[a % 3], zone=("Europe/Brussels", "Asia/Tbilisi", None)[b % 3])


@does("people.sign_in")
async def sign_in(walk: Walk, who: str, a: int, b: int) -> tuple[str, Who]:
    """A session beside those of the tabs."""
    answer = await walk.do(who, "people.sign_in", name=who, password=password(who), token=True, device=f"Device {a}")
    house, token = walk.houses[0], answer["token"]
    found = await house.store.read(lambda db: by_token(db, token, walk.clock()))
    assert found is not None
    walk.spare.setdefault(who, []).append(found.session)
    return token, found


@does("people.create_token", weight=2)
async def create_token(walk: Walk, who: str, a: int, b: int) -> None:
    answer = await walk.do(who, "people.create_token", name=f"Program {a}", days=1 + b % 300)
    if answer is not None:
        walk.spare.setdefault(who, []).append(answer["session"]["id"])


@does("people.end_session")
async def end_session(walk: Walk, who: str, a: int, b: int) -> None:
    spare = walk.spare.get(who)
    if spare:
        await walk.do(who, "people.end_session", session=spare.pop(a % len(spare)))


@does("people.sign_out", weight=2)
async def sign_out(walk: Walk, who: str, a: int, b: int) -> None:
    """Of a spare session, or of the one that the tabs use: these are closed, and come back with a new one."""
    if a % 3 == 0:
        await walk.do(who, "people.sign_out")
        await walk.world.sign_in(who)
        return
    _, spare = await sign_in(walk, who, a, b)
    await walk.ask(walk.houses[b % len(walk.houses)], spare, "people.sign_out")
    walk.spare[who].remove(spare.session)


@does("people.sign_out_everywhere", weight=1)
async def sign_out_everywhere(walk: Walk, who: str, a: int, b: int) -> None:
    await walk.do(who, "people.sign_out_everywhere")
    walk.spare.pop(who, None)
    await walk.world.sign_in(who)


@does("house.sweep", weight=1)
async def sweep(walk: Walk, who: str, a: int, b: int) -> None:
    """The log's older half has had its day; whoever stands there loads anew."""
    house, old = walk.houses[0], walk.clock() - 40 * 24 * 3600 * 1000
    if a % 4 == 0:
        seq = max((t.model.spaces[walk.world.space].newest for t in walk.tabs if walk.world.space in t.model.spaces), default=0) // 2
        from_log = update(log.log).where(log.log.c.seq <= seq).values(at=old)
        await house.store.write(Unit(space=walk.world.space, run=lambda db: db.execute(from_log)))
    await house.dispatcher.house("house.sweep", Sweep())


@does(weight=10)
async def cut_line(walk: Walk, who: str, a: int, b: int) -> None:
    walk.tabs[a % len(walk.tabs)].disconnect()


@does(weight=14)
async def come_back(walk: Walk, who: str, a: int, b: int) -> None:
    await walk.tabs[a % len(walk.tabs)].connect(anew=b % 8 == 0)


@does(weight=3)
async def compare(walk: Walk, who: str, a: int, b: int) -> None:
    await walk.agree(deep=b % 4 == 0)


@does(weight=1)
async def restart(walk: Walk, who: str, a: int, b: int) -> None:
    """A house ends and opens again: its ring is empty, so those who come back resume from the log."""
    await walk.restart(a)
    for tab in walk.tabs:
        await tab.connect()


@does(weight=6)
async def at_once(walk: Walk, who: str, a: int, b: int) -> None:
    """Several of these at the same time, while tabs come and go."""
    dice = random.Random(a * 65_536 + b)
    names = dice.choices(AT_ONCE, [ACTIONS[name].weight for name in AT_ONCE], k=2 + b % 6)
    tabs = [tab for tab in walk.tabs if tab.house is not None]
    walk.hurried = True
    await asyncio.gather(
        *(ACTIONS[name].run(walk, dice.choice(PERSONS), dice.randrange(65_536), dice.randrange(65_536)) for name in names),
        *(tab.load() for tab in tabs[: b % 3]),
    )
    walk.hurried = False


SINGLY = ("at_once", "restart", "compare", "sign_out", "sign_out_everywhere", "sweep")
AT_ONCE = [name for name in ACTIONS if name not in SINGLY]
