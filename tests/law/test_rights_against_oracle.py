"""The law against a second, slow implementation of the same rules (`oracle.py`), over random spaces.

Everything that the law can be asked must say the same: decide, explain, view, readable, sees, moderates, bins.
"""

from collections import Counter
from collections.abc import Callable
from itertools import combinations, product

import pytest
from hypothesis import HealthCheck, example, given, settings

from tests.law import oracle
from tests.law.oracle import ROOT, Node, Person, World
from tests.law.worlds import EVERYONE, changes, law_of, worlds
from twinspace_server import i18n
from twinspace_server.law.changes import difference
from twinspace_server.law.rights import EVERYBODY, FIVE, NAMES, STAFF, Decision, Law, named

SUPERVISED = World(
    {"bob": Person("bob", "teacher"), "pia": Person("pia", "pupil")},
    {
        ROOT: Node(None, {"role:pupil": {"read"}, "role:teacher": set()}),
        "a": Node(ROOT, {"role:pupil": {"read"}}),
        "b": Node("a", {"person:pia": {"read", "add"}}),
    },
)
"""Pupils write two levels inside places that are hidden from the teachers."""


NOT_SUPERVISED = World(
    {"bob": Person("bob", "teacher"), "pia": Person("pia", "pupil")},
    {
        ROOT: Node(None, {"person:pia": {"read"}}),
        "a": Node(ROOT, {"role:pupil": {"read", "add"}, "person:pia": {"read"}}),
    },
)
"""The only pupil who gets as far as the room may not write there: nothing for the teachers to read along with."""


def spoken(decision: Decision) -> tuple[str, str]:
    if decision.hidden:
        assert not decision.allowed
        return "hidden", decision.why[0].code
    return "yes" if decision.allowed else "no", decision.why[0].code


def word(decision: Decision) -> str:
    return spoken(decision)[0]


def every_decision_is_the_oracles_and_names_the_same_rule(world: World) -> None:
    law = law_of(world)
    for name, place, right, own, when_closed in product(EVERYONE, (*world.places, "nowhere"), FIVE, (False, True), (False, True)):
        decision = law.decide(name, place, right, own=own, when_closed=when_closed)
        expected = oracle.answer(world, name, NAMES[right], place, own=own, when_closed=when_closed)
        assert spoken(decision) == expected, (name, place, right, own, when_closed)


def moderating_and_binning_are_the_oracles(world: World) -> None:
    law = law_of(world)
    for name, place in product(EVERYONE, (*world.places, "nowhere")):
        for when_closed in (False, True):
            assert word(law.moderates(name, place, when_closed=when_closed)) == oracle.moderating(
                world, name, place, when_closed=when_closed
            )
        assert law.bins(name, place).allowed == oracle.may_bin(world, name, place), (name, place)


def all_ways_of_asking_agree(world: World) -> None:
    law = law_of(world)
    for name in EVERYONE:
        view = law.view(name)
        assert (view is None) == (name not in world.members)
        readable = {place for place in world.places if oracle.answer(world, name, "read", place, own=False, when_closed=False)[0] == "yes"}
        assert law.readable(name) == readable
        for place in world.places:
            shown = oracle.shown(world, name, place)
            explained = law.explain(name, place)
            assert tuple(right for right, decision in explained.items() if decision.allowed) == shown
            assert {NAMES[right]: law.decide(name, place, right) for right in FIVE} == {
                k: v for k, v in explained.items() if k != "moderate"
            }
            staff = "moderate" in shown
            if view is not None:
                assert view.may(place) == shown
                assert (place in view.rights) == (place in readable)
                assert view.staff_at(place) == view.originals(place) == staff
                assert view.staff == world.members[name].administrator
                as_if_open = {right for right in FIVE if law.decide(name, place, right, when_closed=True).allowed}
                assert {right for right in FIVE if view.rights.get(place, 0) & right} == as_if_open
            assert law.sees(name, place, EVERYBODY) == (place in readable)
            assert law.sees(name, place, STAFF) == staff
            assert law.sees(name, place, named([name])) == (place in readable)
            assert not law.sees(name, place, named(["nobody"]))
            assert law.sees(name, place, named(["nobody"], staff=True)) == staff


def one_key_for_those_who_may_see_and_do_the_same_and_for_no_others(world: World) -> None:
    law = law_of(world)
    all_of: dict[str, object] = {}
    for name, person in world.members.items():
        rights = {place: {r for r in FIVE if law.decide(name, place, r, when_closed=True).allowed} for place in world.places}
        all_of[name] = (rights, person.administrator, person.administrator or person.role == "teacher")
    for one, other in combinations(world.members, 2):
        first, second = law.view(one), law.view(other)
        assert first is not None
        assert second is not None
        assert (first.key == second.key) == (all_of[one] == all_of[other])


def asking_in_another_order_changes_nothing(world: World) -> None:
    def all_answers(law: Law, order: list[tuple[str, str]]) -> dict[tuple[str, str], object]:
        return {(name, place): law.explain(name, place) for name, place in order}

    cells = list(product(EVERYONE, world.places))
    assert all_answers(law_of(world), cells) == all_answers(law_of(world), cells[::-1])


def every_reason_has_words_in_both_languages(world: World) -> None:
    law = law_of(world)
    for name, place, right, own in product(EVERYONE, (*world.places, "nowhere"), FIVE, (False, True)):
        for reason in law.decide(name, place, right, own=own).why:
            for language in i18n.LANGUAGES:
                text = i18n.words(language, f"why-{reason.code.replace('_', '-')}", reason.args)
                assert text != f"why-{reason.code.replace('_', '-')}", reason
                assert "{" not in text, text


def a_change_of_law_names_exactly_what_was_lost_found_or_changed(pair: tuple[World, World]) -> None:
    before, after = pair
    changed = difference(law_of(before), law_of(after))
    expected = Counter[str]()
    for name, person in before.members.items():
        if name not in after.members:
            assert changed[name].gone
            expected[name] += 1
            continue
        was = {place: oracle.shown(before, name, place) for place in before.places}
        now = {place: oracle.shown(after, name, place) for place in before.places}
        lost = {place for place in was if was[place] and not now[place]}
        other = {place for place in was if now[place] and was[place] != now[place]}
        later = after.members[name]
        staff = (person.administrator, person.administrator or person.role == "teacher") != (
            later.administrator,
            later.administrator or later.role == "teacher",
        )
        if lost or other or staff:
            expected[name] += 1
            change = changed[name]
            assert (set(change.lost), set(change.found_or_changed)) == (lost, other)
            assert (change.staff_changed, change.gone) == (staff, False)
    assert set(changed) == set(expected)


CHECKS = (
    every_decision_is_the_oracles_and_names_the_same_rule,
    moderating_and_binning_are_the_oracles,
    all_ways_of_asking_agree,
    one_key_for_those_who_may_see_and_do_the_same_and_for_no_others,
    asking_in_another_order_changes_nothing,
    every_reason_has_words_in_both_languages,
)


@pytest.mark.parametrize("check", CHECKS)
@settings(max_examples=300, deadline=None)
@given(world=worlds())
@example(world=SUPERVISED)
@example(world=NOT_SUPERVISED)
def test_the_law_is_the_oracles(check: Callable[[World], None], world: World) -> None:
    check(world)


@settings(max_examples=300, deadline=None)
@given(changes())
def test_a_change_is_the_oracles(pair: tuple[World, World]) -> None:
    a_change_of_law_names_exactly_what_was_lost_found_or_changed(pair)


@pytest.mark.long
@settings(max_examples=5_000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(changes())
def test_the_law_and_its_changes_are_the_oracles_in_the_long_form(pair: tuple[World, World]) -> None:
    a_change_of_law_names_exactly_what_was_lost_found_or_changed(pair)
    for check in CHECKS:
        check(pair[1])
