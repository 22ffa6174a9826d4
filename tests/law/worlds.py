"""Random small spaces for the property tests, as the oracle's world; and the same space as a resolved law."""

from dataclasses import replace

from hypothesis import strategies as st

from tests.law.oracle import RIGHTS, ROOT, Node, Person, World
from twinspace_server.law.rights import Law, PlaceRow, Role, Standing, mask

NAMES = ("alice", "bob", "pia", "milo", "gerda")
EVERYONE = (*NAMES, "olga")
PLACES = (ROOT, "a", "b", "c", "d", "e")
SUBJECTS = ("role:teacher", "role:pupil", "role:guest", *(f"person:{name}" for name in NAMES))

rows = st.one_of(st.sets(st.sampled_from(RIGHTS)), st.sets(st.sampled_from(RIGHTS)).map(lambda words: words | {"read"}))
tables = st.dictionaries(st.sampled_from(SUBJECTS), rows, max_size=5)


@st.composite
def persons(draw: st.DrawFn) -> dict[str, Person]:
    """Some of the cast, in any role; only adults are administrators."""
    found: dict[str, Person] = {}
    for name in draw(st.sets(st.sampled_from(NAMES))):
        role = draw(st.sampled_from(("teacher", "pupil", "pupil", "guest")))
        found[name] = Person(name, role, role != "pupil" and draw(st.integers(0, 3)) == 0)
    return found


@st.composite
def worlds(draw: st.DrawFn) -> World:
    """Any tree of up to six places, any tables on it (also senseless ones), some places in the bin, open or closed."""
    places = {ROOT: Node(None, draw(tables))}
    for place in PLACES[1 : draw(st.integers(1, len(PLACES)))]:
        parent = draw(st.sampled_from(sorted(places)))
        places[place] = Node(parent, draw(st.none() | tables), binned=draw(st.integers(0, 7)) == 0, makes_own=draw(st.booleans()))
    return World(draw(persons()), places, closed=draw(st.integers(0, 3)) == 0)


@st.composite
def changes(draw: st.DrawFn) -> tuple[World, World]:
    """A space before and after something in it was changed."""
    before = draw(worlds())
    after = World(dict(before.members), dict(before.places), before.closed)
    for _ in range(draw(st.integers(1, 3))):
        kind = draw(st.sampled_from(("table", "bin", "member", "leave", "place", "close")))
        place = draw(st.sampled_from(sorted(after.places)))
        name = draw(st.sampled_from(NAMES))
        if kind == "table":
            after.places[place] = replace(after.places[place], table=draw(tables if place == ROOT else st.none() | tables))
        elif kind == "bin" and place != ROOT:
            after.places[place] = replace(after.places[place], binned=not after.places[place].binned)
        elif kind == "member":
            after.members[name] = Person(
                name, *draw(st.sampled_from((("teacher", True), ("teacher", False), ("pupil", False), ("guest", False))))
            )
        elif kind == "leave":
            after.members.pop(name, None)
        elif kind == "place":
            after.places[f"new{len(after.places)}"] = Node(place, draw(st.none() | tables))
        elif kind == "close":
            after.closed = not after.closed
    return before, after


def law_of(world: World) -> Law:
    """The world as `load.load` would resolve it."""

    def binned(place: str) -> bool:
        node = world.places[place]
        return node.binned or (node.parent is not None and binned(node.parent))

    def standing(person: Person) -> Standing:
        role: dict[str, Role] = {"teacher": "teacher", "pupil": "pupil", "guest": "guest"}
        return Standing(str(person.name), role[person.role], person.administrator)

    return Law(
        space=ROOT,
        tag="any",
        kind="project",
        owner=None,
        closed_at=1 if world.closed else None,
        members={name: standing(person) for name, person in world.members.items()},
        places={
            place: PlaceRow(
                id=place,
                parent=node.parent,
                kind="space" if place == ROOT else "folder" if node.makes_own else "chat",
                title=place.title(),
                own_table=node.table is not None,
                author="alice",
                binned=binned(place),
                binned_here=node.binned,
                table=None if node.table is None else {subject: mask(words) for subject, words in node.table.items()},
            )
            for place, node in world.places.items()
        },
    )
