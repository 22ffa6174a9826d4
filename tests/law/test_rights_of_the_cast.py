"""Hand-written cases of the rights, with the cast: what a teacher would expect, one line each (TEAM-07, CMS-08).

alice is administrator, bob teacher of the partner school, pia and milo pupils, gerda a guest, olga is outside.
"""

from dataclasses import replace

import pytest

from twinspace_server import i18n
from twinspace_server.errors import Reason
from twinspace_server.law.changes import difference
from twinspace_server.law.places import ROOT_ROWS
from twinspace_server.law.rights import (
    EVERYBODY,
    FIVE,
    NAMES,
    STAFF,
    Decision,
    Law,
    PlaceRow,
    Right,
    Standing,
    mask,
    named,
    names,
)

READ, ADD, EDIT, DELETE, PUBLISH = FIVE

CAST = (
    Standing("alice", "teacher", administrator=True),
    Standing("bob", "teacher"),
    Standing("pia", "pupil"),
    Standing("milo", "pupil"),
    Standing("gerda", "guest"),
)

TREE = (
    PlaceRow("space", None, "space", "Our rivers", True, table={**ROOT_ROWS, "person:milo": 1}),
    PlaceRow("chat", "space", "chat", "Chat"),
    PlaceRow("inner", "chat", "chat", "Inside the chat"),
    PlaceRow("noguests", "space", "chat", "Just us", True, table={"role:teacher": 15, "role:pupil": 3}),
    PlaceRow("teachers", "space", "chat", "Teachers only", True, table={"role:teacher": 15}),
    PlaceRow("desk", "teachers", "chat", "Inside teachers only", True, table={"role:teacher": 3, "role:pupil": 3, "role:guest": 3}),
    PlaceRow("pupils", "space", "chat", "Pupils only", True, table={"role:pupil": 3}),
    PlaceRow("board", "space", "chat", "Notice board", True, table={"role:teacher": 1, "role:pupil": 1}),
    PlaceRow("quiet", "space", "folder", "Pupils read", True, table={"role:pupil": 1}),
    PlaceRow("nook", "quiet", "chat", "Pupils write", True, table={"role:pupil": 3}),
    PlaceRow("milos", "space", "chat", "Milo's", True, table={"role:teacher": 1, "role:pupil": 1, "person:milo": 31}),
    PlaceRow("piaonly", "space", "chat", "Pia's", True, table={"person:pia": 3}),
    PlaceRow("old", "space", "chat", "Old", binned=True, binned_here=True),
    PlaceRow("older", "old", "chat", "Older", binned=True, binned_here=True),
)


def space(*, closed: bool = False, tree: tuple[PlaceRow, ...] = TREE, cast: tuple[Standing, ...] = CAST) -> Law:
    return Law(
        space="space",
        tag="t",
        kind="project",
        owner=None,
        closed_at=5 if closed else None,
        members={standing.person: standing for standing in cast},
        places={row.id: row for row in tree},
    )


def codes(decision: Decision) -> list[str]:
    return [reason.code for reason in decision.why]


@pytest.mark.parametrize(
    ("person", "place", "may"),
    [
        ("alice", "space", "read add edit delete publish moderate"),
        ("alice", "teachers", "read add edit delete publish moderate"),
        ("alice", "piaonly", "read add edit delete publish moderate"),
        ("bob", "space", "read add edit delete moderate"),
        ("bob", "chat", "read add edit delete moderate"),
        ("bob", "board", "read moderate"),
        ("bob", "pupils", "read moderate"),
        ("bob", "piaonly", "read moderate"),
        ("bob", "quiet", "read moderate"),
        ("bob", "nook", "read moderate"),
        ("pia", "space", "read add"),
        ("pia", "inner", "read add"),
        ("pia", "teachers", ""),
        ("pia", "desk", ""),
        ("pia", "board", "read"),
        ("pia", "nook", "read add"),
        ("pia", "milos", "read"),
        ("pia", "piaonly", "read add"),
        ("pia", "old", ""),
        ("alice", "old", ""),
        ("milo", "space", "read"),
        ("milo", "chat", "read"),
        ("milo", "noguests", "read"),
        ("milo", "pupils", "read"),
        ("milo", "milos", "read add edit delete publish"),
        ("milo", "piaonly", ""),
        ("gerda", "chat", "read"),
        ("gerda", "noguests", ""),
        ("gerda", "desk", ""),
        ("olga", "space", ""),
        ("olga", "chat", ""),
        ("olga", "nowhere", ""),
    ],
)
def test_what_one_may_do(person: str, place: str, may: str) -> None:
    law = space()
    allowed = [name for name, decision in law.explain(person, place).items() if decision.allowed]
    assert " ".join(allowed) == may
    assert all(decision.hidden == (may == "") for decision in law.explain(person, place).values())
    view = law.view(person)
    assert (" ".join(view.may(place)) if view else "") == may


@pytest.mark.parametrize(
    ("person", "place", "right", "why"),
    [
        ("alice", "teachers", PUBLISH, ["administrator"]),
        ("bob", "chat", READ, ["teachers_read_along"]),
        ("bob", "chat", ADD, ["role_row"]),
        ("bob", "chat", PUBLISH, ["role_row_lacks"]),
        ("bob", "nook", ADD, ["no_row"]),
        ("pia", "chat", EDIT, ["role_row_lacks"]),
        ("pia", "teachers", READ, ["no_row"]),
        ("pia", "teachers", ADD, ["nothing_without_read", "no_row"]),
        ("pia", "desk", ADD, ["above_unreadable", "no_row"]),
        ("milo", "chat", ADD, ["own_row_lacks"]),
        ("milo", "noguests", ADD, ["root_row_lacks"]),
        ("milo", "milos", PUBLISH, ["own_row"]),
        ("pia", "older", READ, ["in_bin"]),
        ("olga", "chat", READ, ["not_a_member"]),
        ("pia", "nowhere", READ, ["no_such_place"]),
    ],
)
def test_why(person: str, place: str, right: Right, why: list[str]) -> None:
    assert codes(space().decide(person, place, right)) == why


def test_a_reason_names_the_place_the_right_and_the_role() -> None:
    law = space()
    (reason,) = law.decide("pia", "inner", EDIT).why
    assert reason == Reason("role_row_lacks", {"place": "Our rivers", "at": "space", "right": "edit", "role": "pupil"})
    assert law.decide("pia", "desk", READ).why[0].args == {"place": "Teachers only", "at": "teachers"}


def test_the_outermost_unreadable_place_is_named_once() -> None:
    deeper = PlaceRow("deeper", "desk", "chat", "Deeper")
    law = space(tree=(*TREE, deeper))
    assert codes(law.decide("pia", "deeper", READ)) == ["above_unreadable", "no_row"]
    assert law.decide("pia", "deeper", READ).why[0].args["at"] == "teachers"


def test_authors_edit_and_delete_their_own_while_they_may_add() -> None:
    law = space()
    assert codes(law.decide("pia", "chat", EDIT, own=True)) == ["own_item", "role_row"]
    assert law.decide("pia", "chat", DELETE, own=True).allowed
    assert not law.decide("pia", "chat", PUBLISH, own=True).allowed
    assert not law.decide("pia", "board", EDIT, own=True).allowed
    refused = law.decide("milo", "chat", EDIT, own=True)
    assert codes(refused) == ["own_row_lacks", "own_item_needs_add", "own_row_lacks"]
    assert law.decide("pia", "teachers", EDIT, own=True).hidden
    assert not space(closed=True).decide("pia", "chat", EDIT, own=True).allowed


def test_closed_leaves_reading_and_what_goes_on_when_closed_and_hides_nothing_new() -> None:
    law = space(closed=True)
    for person in ("alice", "bob", "pia"):
        assert law.decide(person, "chat", READ).allowed
        assert codes(law.decide(person, "chat", ADD)) == ["closed"]
        assert not law.decide(person, "chat", ADD).hidden
        assert law.decide(person, "chat", ADD, when_closed=True).allowed
    assert law.decide("pia", "teachers", ADD).hidden
    assert codes(law.moderates("bob", "chat")) == ["closed"]
    assert law.moderates("bob", "chat", when_closed=True).allowed
    assert codes(law.administers("alice")) == ["closed"]
    assert law.administers("alice", when_closed=True).allowed
    view = law.view("bob")
    assert view is not None
    assert view.may("chat") == ("read", "moderate")
    assert view.rights["chat"] == READ | ADD | EDIT | DELETE


def test_teachers_and_administrators_moderate_what_they_may_read() -> None:
    hidden_from_bob = PlaceRow("alone", "space", "chat", "Administrators only", True, table={})
    law = space(tree=(*TREE, hidden_from_bob))
    assert codes(law.moderates("alice", "chat")) == ["administrator"]
    assert codes(law.moderates("bob", "piaonly")) == ["teachers_moderate"]
    assert law.moderates("bob", "alone").hidden
    assert codes(law.moderates("milo", "milos")) == ["staff_only"]
    assert law.moderates("olga", "chat").hidden


def test_the_staff_sees_what_is_for_the_staff_and_the_named_what_is_for_them() -> None:
    law = space()
    assert law.sees("pia", "chat", EVERYBODY)
    assert not law.sees("pia", "chat", STAFF)
    assert law.sees("bob", "chat", STAFF)
    assert law.sees("pia", "chat", named(["pia"]))
    assert not law.sees("milo", "chat", named(["pia"]))
    assert not law.sees("bob", "chat", named(["pia"]))
    assert law.sees("bob", "chat", named(["pia"], staff=True))
    assert not law.sees("pia", "teachers", named(["pia"]))
    assert not law.sees("olga", "chat", named(["olga"]))


def test_only_administrators_administer() -> None:
    law = space()
    assert law.administers("alice").allowed
    assert law.administers("alice", "chat").allowed
    assert codes(law.administers("bob")) == ["administrators_only"]
    assert codes(law.administers("pia", "chat")) == ["administrators_only"]
    assert law.administers("pia", "teachers").hidden
    assert law.administers("olga").hidden


def test_binning_needs_delete_on_everything_inside() -> None:
    part = PlaceRow("part", "chat", "folder", "Part", True, table={"role:teacher": 1, "role:pupil": 1})
    law = space(tree=(*TREE, part))
    assert codes(law.bins("bob", "chat")) == ["delete_all_inside"]
    assert law.bins("bob", "inner").allowed
    assert law.bins("alice", "chat").allowed
    assert codes(law.bins("alice", "space")) == ["root_stays"]
    assert codes(law.bins("pia", "chat")) == ["role_row_lacks"]
    assert law.bins("alice", "old").hidden


def test_only_administrators_find_what_is_in_the_bin_and_take_it_out() -> None:
    law = space()
    assert law.restores("alice", "old").allowed
    assert codes(law.restores("alice", "older")) == ["above_in_bin"]
    assert codes(law.restores("alice", "chat")) == ["not_in_bin"]
    assert law.restores("bob", "old").hidden
    assert codes(law.restores("bob", "chat")) == ["administrators_only"]
    assert law.restores("olga", "old").hidden
    assert law.restores("alice", "nowhere").hidden
    assert codes(space(closed=True).restores("alice", "old")) == ["closed"]
    inside = replace(TREE[-1], binned_here=False)
    assert codes(space(tree=(*TREE[:-1], inside)).restores("alice", "older")) == ["above_in_bin"]


def test_a_pupil_who_leaves_takes_the_supervision_of_their_own_room_along() -> None:
    law = space(cast=tuple(standing for standing in CAST if standing.person != "pia"))
    assert law.decide("bob", "piaonly", READ).hidden
    assert law.decide("bob", "pupils", READ).allowed


def test_a_desk_is_its_owners_and_nobody_elses() -> None:
    law = Law(
        space="d",
        tag="t",
        kind="desk",
        owner="pia",
        closed_at=None,
        members={"pia": Standing("pia", "owner")},
        places={"d": PlaceRow("d", None, "space", "Desk", True, table={}), "letters": PlaceRow("letters", "d", "letters", "Letters")},
    )
    assert all(law.decide("pia", "letters", right).allowed for right in FIVE)
    assert codes(law.decide("pia", "letters", ADD)) == ["desk_owner"]
    assert codes(law.moderates("pia", "letters")) == ["no_moderation_in_desk"]
    assert law.administers("pia").allowed
    assert law.decide("alice", "letters", READ).hidden
    assert law.view("alice") is None
    view = law.view("pia")
    assert view is not None
    assert view.may("letters") == ("read", "add", "edit", "delete", "publish")
    assert not view.staff
    assert not view.staff_at("letters")


def test_persons_of_one_role_without_rows_of_their_own_form_one_group() -> None:
    law = space(cast=(*CAST, Standing("jef", "pupil"), Standing("amina", "pupil", school="gent")))
    assert law.view("jef") is law.view("amina")
    keys = [view.key for person in ("jef", "milo", "pia", "bob", "alice", "gerda") if (view := law.view(person))]
    assert len(set(keys)) == 6


def test_a_change_is_told_to_those_whom_it_concerns() -> None:
    before = space()
    demoted = space(cast=tuple(replace(s, administrator=False) if s.person == "alice" else s for s in CAST if s.person != "gerda"))
    changed = difference(before, demoted)
    assert set(changed) == {"alice", "gerda"}
    assert changed["gerda"].gone
    assert changed["alice"].staff_changed
    assert not changed["alice"].lost
    room = PlaceRow("new", "space", "chat", "New")
    assert difference(before, space(tree=(*TREE, room))) == {}
    assert set(difference(before, space(closed=True))) == {"alice", "bob", "pia", "milo"}


def test_a_tree_that_hangs_loose_is_no_law() -> None:
    with pytest.raises(ValueError, match="1 places"):
        space(tree=(*TREE, PlaceRow("island", "gone", "chat", "Island")))


def test_rights_are_called_the_same_both_ways() -> None:
    assert names(mask(["publish", "read"])) == ("read", "publish")
    assert mask([]) == 0
    assert list(NAMES.values()) == ["read", "add", "edit", "delete", "publish"]
    with pytest.raises(KeyError):
        mask(["own"])


@pytest.mark.parametrize(
    "code",
    [
        "closed", "desk_owner", "no_moderation_in_desk", "teachers_moderate", "staff_only", "administrators_only", "root_stays",
        "delete_all_inside", "above_in_bin", "not_in_bin", "own_item_needs_add",
    ],
)  # fmt: skip
def test_the_words_of_reasons_that_random_spaces_may_not_meet(code: str) -> None:
    for language in i18n.LANGUAGES:
        assert i18n.words(language, f"why-{code.replace('_', '-')}") != f"why-{code.replace('_', '-')}"
