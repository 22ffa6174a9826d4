"""The rights once more, slow and obvious: the rules of the design read out one by one, with words instead of numbers.

Written without looking at how `law/rights.py` works: no caching, no order of computing, everything asked again each time.
The property tests hold the law against it. It must never import the law.
"""

from dataclasses import dataclass, field

RIGHTS = ("read", "add", "edit", "delete", "publish")
ROOT = "root"


@dataclass
class Node:
    """A place: what it is inside, its own table (subject → words) if it has one, and whether it lies in the bin."""

    parent: str | None
    table: dict[str, set[str]] | None = None
    binned: bool = False
    makes_own: bool = False
    """Of a kind that belongs to whoever made it: alice."""


@dataclass
class Person:
    """A member; a `name` of None is a pupil in general, about whom no table has a row."""

    name: str | None
    role: str
    administrator: bool = False


@dataclass
class World:
    """A project's space."""

    members: dict[str, Person] = field(default_factory=dict)
    places: dict[str, Node] = field(default_factory=dict)
    closed: bool = False


def there(world: World, place: str) -> bool:
    """Neither it nor anything above it is in the bin."""
    node = world.places.get(place)
    return node is not None and not node.binned and (node.parent is None or there(world, node.parent))


def nearest(world: World, place: str) -> str:
    """The place on the way up whose table decides."""
    node = world.places[place]
    if node.table is not None:
        return place
    assert node.parent is not None
    return nearest(world, node.parent)


def inside(world: World, place: str, outer: str) -> bool:
    """`place` is `outer` or stands somewhere inside it."""
    if place == outer:
        return True
    above = world.places[place].parent
    return above is not None and inside(world, above, outer)


def a_pupil_may_add(world: World, place: str) -> bool:
    """Some pupil of the space may add there, or a pupil in general may."""
    pupils = [person for person in world.members.values() if person.role == "pupil"]
    pupils.append(Person(None, "pupil"))
    return any(may(world, pupil, "add", place) for pupil in pupils)


def pupils_write_in(world: World, place: str) -> bool:
    """A pupil may add there, or in something inside it."""
    return any(there(world, inner) and inside(world, inner, place) and a_pupil_may_add(world, inner) for inner in world.places)


def first_word(world: World, person: Person, right: str, place: str) -> tuple[bool, str]:
    """The first rule that speaks about this right of this member at this place, apart from what is for now."""
    above = world.places[place].parent
    root_table = world.places[ROOT].table
    table_at = nearest(world, place)
    table = world.places[table_at].table
    assert root_table is not None
    assert table is not None
    own = table.get(f"person:{person.name}")
    own_on_root = root_table.get(f"person:{person.name}")
    role = table.get(f"role:{person.role}")

    if not there(world, place):
        return False, "in_bin"
    if person.administrator:
        return True, "administrator"
    if above is not None and not may(world, person, "read", above):
        return False, "above_unreadable"
    if person.role == "teacher" and right == "read" and pupils_write_in(world, place):
        return True, "teachers_read_along"
    if own_on_root is not None and right not in own_on_root and own is None:
        return False, "root_row_lacks"
    if own is not None:
        return (True, "own_row") if right in own else (False, "own_row_lacks")
    if role is not None:
        return (True, "role_row") if right in role else (False, "role_row_lacks")
    return False, "no_row"


def may(world: World, person: Person, right: str, place: str) -> bool:
    """What the tables and rules give, as if the space were open; without *read* there is nothing else."""
    if not first_word(world, person, "read", place)[0]:
        return False
    return first_word(world, person, right, place)[0]


def answer(world: World, name: str, right: str, place: str, *, own: bool, when_closed: bool) -> tuple[str, str]:
    """`yes`, `no` or `hidden`, and the rule that is named first."""
    person = world.members.get(name)
    if person is None:
        return "hidden", "not_a_member"
    if place not in world.places:
        return "hidden", "no_such_place"
    readable, reading = first_word(world, person, "read", place)
    if not readable:
        if right == "read" or reading in ("in_bin", "above_unreadable"):
            return "hidden", reading
        return "hidden", "nothing_without_read"
    if world.closed and right != "read" and not when_closed:
        return "no", "closed"
    allowed, rule = first_word(world, person, right, place)
    if allowed:
        return "yes", rule
    if own and right in ("edit", "delete") and may(world, person, "add", place):
        return "yes", "own_item"
    return "no", rule


def moderating(world: World, name: str, place: str, *, when_closed: bool) -> str:
    """Teachers who may read the place, and administrators; nothing else gives it."""
    reading, _ = answer(world, name, "read", place, own=False, when_closed=True)
    if reading != "yes":
        return "hidden"
    if world.closed and not when_closed:
        return "no"
    person = world.members[name]
    return "yes" if person.administrator or person.role == "teacher" else "no"


def shown(world: World, name: str, place: str) -> tuple[str, ...]:
    """What the screen says that one may do there at present. Hiding goes on in a closed space."""
    words = [right for right in RIGHTS if answer(world, name, right, place, own=False, when_closed=False)[0] == "yes"]
    if moderating(world, name, place, when_closed=True) == "yes":
        words.append("moderate")
    return tuple(words)


def may_bin(world: World, name: str, place: str) -> bool:
    """*Delete* on the place and on every place inside it, or that all of it is one's own and one may add there; never the space itself,
    never in a closed space."""
    if place == ROOT or place not in world.places:
        return False
    inner = [other for other in world.places if there(world, other) and inside(world, other, place)]
    mine = name == "alice" and all(world.places[other].makes_own for other in inner)
    return bool(inner) and all(answer(world, name, "delete", other, own=mine, when_closed=False)[0] == "yes" for other in inner)
