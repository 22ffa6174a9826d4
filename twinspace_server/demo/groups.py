"""The groups of the demo: a class at each school, and two teams mixed from both, with a folder and a room of their own.

The classes are there to write to and to book sessions with; in their room the Kingfishers agree on who measures what.
"""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from twinspace_server.channels.chat import Say
from twinspace_server.people.schools import Hue
from twinspace_server.spaces.groups import MakeGroups, NewGroup
from twinspace_server.spaces.reading import ReadPlace


class Wanted(NamedTuple):
    name: str
    hue: Hue
    persons: str


CLASSES: Mapping[str, Wanted] = {
    "alice": Wanted("Class 2B, Gent", "lagoon", "alice pia jef amina"),
    "bob": Wanted("Class 7A, Batumi", "marigold", "bob milo nino luka"),
}
"""Who keeps which class."""
KINGFISHERS, DRAGONFLIES = Wanted("Kingfishers", "leaf", "pia milo luka"), Wanted("Dragonflies", "plum", "jef amina nino")

LINES = (
    (1, 10, 5, "pia", "We are the Kingfishers! Who measures what?"),
    (1, 10, 7, "milo", "Luka and I take the bottom. We tie a stone to a rope and count the knots."),
    (1, 10, 8, "luka", "One knot is half a metre. I made forty."),
    (1, 10, 10, "pia", "Then I take the width. There are three bridges to measure from 😊"),
    (1, 10, 20, "alice", "Good plan, Kingfishers. Put your drawing into your folder when it is dry."),
    (0, 9, 20, "milo", "14 knots in the middle! Yours?"),
    (0, 9, 22, "pia", "I have 31 steps from side to side. Is that less than your depth?? I’ll do it again."),
)


async def make(teller: Any, space: str, people: Mapping[str, str], at: Callable[[int, int, int], int]) -> None:
    """Make the groups, and say the lines in the Kingfishers' room; whoever may read them has."""
    teller.moment = at(4, 9, 30)
    for username, wanted in CLASSES.items():
        teller.moment += 60_000
        await teller.do(username, "group.make", MakeGroups(space=space, groups=[_new(wanted, people)]))
    teller.moment = at(2, 9, 0)
    rooms = []
    for wanted in (KINGFISHERS, DRAGONFLIES):
        teller.moment += 60_000
        made = await teller.do("alice", "group.make", MakeGroups(space=space, groups=[_new(wanted, people)], folders=True, rooms=True))
        rooms.append(made["group"].room)
    room, said = rooms[0], 0
    for days_ago, hour, minute, username, text in LINES:
        teller.moment = at(days_ago, hour, minute)
        said = int((await teller.do(username, "chat.say", Say(place=room, text=text)))["seq"])
    for username in ("alice", "bob", *KINGFISHERS.persons.split()):
        await teller.do(username, "place.read", ReadPlace(place=room, seq=said))


def _new(wanted: Wanted, people: Mapping[str, str]) -> NewGroup:
    return NewGroup(name=wanted.name, hue=wanted.hue, persons=[people[username] for username in wanted.persons.split()])
