"""Who gains and who loses what: the comparison of two laws against the oracle, over random changes; and somebody in general."""

from hypothesis import given, settings

from tests.law import oracle
from tests.law.oracle import ROOT, Node, Person, World
from tests.law.worlds import changes, law_of, worlds
from twinspace_server.law.rights import ANYBODY, FIVE, NAMES, mask, names
from twinspace_server.law.shifts import shifts, with_table


def gains_and_losses(before: World, after: World) -> set[tuple[str, str, str, str]]:
    """Person, place, right and what happens, each asked of the oracle."""
    found = set()
    for name in before.members.keys() & after.members.keys():
        for place in before.places:
            if place not in after.places:
                continue
            for right in oracle.RIGHTS:
                was = oracle.answer(before, name, right, place, own=False, when_closed=True)[0] == "yes"
                now = oracle.answer(after, name, right, place, own=False, when_closed=True)[0] == "yes"
                if was != now:
                    found.add((name, place, right, "gains" if now else "loses"))
    return found


def told(before: World, after: World) -> set[tuple[str, str, str, str]]:
    found: set[tuple[str, str, str, str]] = set()
    for shift in shifts(law_of(before), law_of(after)):
        assert shift.persons
        assert shift.places
        assert not shift.gained & shift.lost
        for person in shift.persons:
            for place in shift.places:
                new = {(person, place, right, "gains") for right in names(shift.gained)}
                new |= {(person, place, right, "loses") for right in names(shift.lost)}
                assert not new & found, "said twice"
                found |= new
    return found


@settings(max_examples=300, deadline=None)
@given(changes())
def test_every_gain_and_loss_is_told_once_and_nothing_else(pair: tuple[World, World]) -> None:
    before, after = pair
    there = {place for place in before.places if oracle.there(before, place)}
    expected = {one for one in gains_and_losses(before, after) if one[1] in there}
    assert told(before, after) == expected


@settings(max_examples=200, deadline=None)
@given(changes())
def test_a_law_with_another_table_is_the_law_of_that_space(pair: tuple[World, World]) -> None:
    world, other = pair
    place = next(iter(other.places.keys() & world.places.keys() - {ROOT}), ROOT)
    table = other.places[place].table if other.places[place].table is not None or place != ROOT else {}
    changed = World(dict(world.members), dict(world.places), world.closed)
    changed.places[place] = Node(world.places[place].parent, table, world.places[place].binned)
    law = with_table(law_of(world), place, None if table is None else {subject: mask(words) for subject, words in table.items()})
    for name in world.members:
        for where in world.places:
            assert law.explain(name, where) == law_of(changed).explain(name, where)


@settings(max_examples=300, deadline=None)
@given(worlds())
def test_somebody_in_general_is_a_newcomer_with_that_role(world: World) -> None:
    """Asked about a role, the law answers what it would answer about a new member without any row."""
    law = law_of(world)
    for subject, role in ANYBODY.items():
        world.members["newcomer"] = Person("newcomer", role)
        for place in world.places:
            for right in FIVE:
                expected, rule = oracle.answer(world, "newcomer", NAMES[right], place, own=False, when_closed=False)
                decision = law.decide(subject, place, right)
                word = "hidden" if decision.hidden else "yes" if decision.allowed else "no"
                assert (word, decision.why[0].code) == (expected, rule)
        del world.members["newcomer"]
    assert subject not in law.members
