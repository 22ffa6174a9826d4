"""Claims to belong to a school: who may confirm, who hears of it, and what a claim is worth before (ROL-20); the desk's checks."""

from typing import Any

import pytest

from tests.cast import World
from tests.people.post_office import delivered
from tests.people.test_registration import NEW_SCHOOL, desk
from twinspace_server.errors import BadInput, Conflict, NotFound, TwinspaceError
from twinspace_server.live import log
from twinspace_server.people import belonging
from twinspace_server.people.attachments import attach, schools_of, teaches
from twinspace_server.projects.rows import founders

NEW = {**NEW_SCHOOL, "region": "", "hue": "coral"}


async def claims(world: World, username: str) -> list[str]:
    return [one["name"] for one in (await world.ask(username, "people.about_me"))["claims"]]


async def states(world: World, username: str) -> dict[str, str]:
    return {one["school"]: one["state"] for one in (await world.ask(username, "people.about_me"))["schools"]}


async def events(world: World, username: str) -> list[str]:
    desk_of = world[username].desk
    rows = await world.house.store.read(lambda db: db.execute(log.log.select().where(log.log.c.space == desk_of)).fetchall())
    return [row.event for row in rows]


async def bells(world: World, username: str) -> list[tuple[str, list[str]]]:
    return [(one["what"], one["names"]) for one in (await world.ask(username, "bell.list"))["notifications"]]


async def test_a_claim_is_confirmed_by_a_colleague(world: World) -> None:
    answer = await world.do("olga", "schools.claim", school=world.gent)
    assert answer["attachment"]["state"] == "claimed"
    assert not await world.house.store.read(lambda db: teaches(db, world["olga"].id, world["pia"].id))
    post = await delivered(world)
    assert post.to("alice@example.org")
    assert "Olga" not in post.text("alice@example.org")
    assert "attachment.changed" in await events(world, "alice"), "live at the desk of who decides"
    assert await claims(world, "alice") == ["Olga Kask"]
    assert await bells(world, "alice") == [("claim", ["Olga Kask"])]
    assert await bells(world, "bob") == []
    await world.do("alice", "schools.confirm", school=world.gent, person=world["olga"].id)
    post = await delivered(world)
    assert await bells(world, "olga") == [("attachment_confirmed", ["Alice Vermeulen"])]
    assert post.to("olga@example.org")
    assert (await events(world, "olga")).count("attachment.changed") == 2, "her own claim, and the word of the school"
    assert await world.house.store.read(lambda db: teaches(db, world["olga"].id, world["pia"].id))
    assert await claims(world, "alice") == []
    assert (await world.refusal("alice", "schools.confirm", school=world.gent, person=world["olga"].id)).kind == "not_claimed"
    await world.do("olga", "schools.leave", school=world.gent)
    assert not await world.house.store.read(lambda db: teaches(db, world["olga"].id, world["pia"].id))
    assert isinstance(await world.refusal("olga", "schools.leave", school=world.gent), NotFound)


async def test_every_confirmed_teacher_decides_however_few_are_told(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(belonging, "MOST_TOLD", 1)
    await world.write(lambda db: attach(db, world["gerda"].id, world.gent, "confirmed", by=world["nora"].id, at=1))
    await world.do("olga", "schools.claim", school=world.gent)
    assert isinstance(await world.refusal("pia", "schools.confirm", school=world.gent, person=world["olga"].id), NotFound)
    await world.do("alice", "schools.confirm", school=world.gent, person=world["olga"].id)
    assert await states(world, "olga") == {world.gent: "confirmed"}


async def test_to_everybody_else_there_is_nothing_to_decide(world: World) -> None:
    """Not another school's teacher, not a guest, a pupil, the claimant, or an operator; and what isn't there answers alike."""
    await world.do("olga", "schools.claim", school=world.gent)
    nothing = await world.refusal("bob", "schools.confirm", school=world.gent, person=world["gerda"].id)
    for username in ("bob", "gerda", "pia", "milo", "olga", "nora"):
        for method in ("schools.confirm", "schools.refuse"):
            error = await world.refusal(username, method, school=world.gent, person=world["olga"].id)
            assert isinstance(error, NotFound), (username, error)
            assert (error.kind, error.why) == (nothing.kind, nothing.why)
    assert await states(world, "olga") == {world.gent: "claimed"}


async def test_a_claim_confirms_nobody(world: World) -> None:
    for username in ("olga", "gerda"):
        await world.do(username, "schools.claim", school=world.gent)
    assert isinstance(await world.refusal("olga", "schools.confirm", school=world.gent, person=world["gerda"].id), NotFound)


async def test_a_refusal_is_known_for_thirty_days(world: World) -> None:
    await world.do("olga", "schools.claim", school=world.gent)
    await world.do("alice", "schools.refuse", school=world.gent, person=world["olga"].id)
    assert await states(world, "olga") == {world.gent: "refused"}
    assert (await world.refusal("olga", "schools.claim", school=world.gent)).kind == "refused_before"
    assert isinstance(await world.refusal("olga", "schools.leave", school=world.gent), NotFound), "or it could be said again at once"
    world.clock.forward(days=31)
    await world.sign_in("olga")
    await world.do("olga", "schools.claim", school=world.gent)
    assert await states(world, "olga") == {world.gent: "claimed"}


async def test_claiming_again_takes_nothing_away(world: World) -> None:
    await world.do("alice", "schools.claim", school=world.gent)
    assert await states(world, "alice") == {world.gent: "confirmed"}


async def test_pupils_claim_nothing(world: World) -> None:
    before = await world.house.store.read(lambda db: schools_of(db, world["pia"].id))
    calls: list[tuple[str, dict[str, Any]]] = [
        ("schools.claim", {"school": world.batumi}),
        ("schools.claim_new", {"country": "BE", "school": NEW}),
        ("schools.leave", {"school": world.gent}),
        ("teaching.change", {"function": "teacher", "subjects": []}),
        ("wishes.change", {"ideas": "", "topics": [], "languages": [], "ages": [], "project_kit": None}),
    ]
    for method, params in calls:
        error = await world.refusal("pia", method, **params)
        assert isinstance(error, Conflict)
        assert error.kind == "adults_only"
    assert await world.house.store.read(lambda db: schools_of(db, world["pia"].id)) == before


async def test_what_is_no_school(world: World) -> None:
    async def refused(**school: Any) -> TwinspaceError:
        return await world.refusal("olga", "schools.claim_new", country="BE", school={**NEW, **school})

    assert (await world.refusal("olga", "schools.claim", school="nowhere")).kind == "unknown_school"
    assert (await world.refusal("olga", "schools.claim_new", country="XX", school=NEW)).kind == "unknown_country"
    for field, value, code in (
        ("name", "", "missing"), ("head", " ", "missing"), ("zone", "Mars/Olympus", "unknown_zone"), ("head_email", "x", "not_an_address"),
        ("name", "de waterlelie", "school_known"),
    ):  # fmt: skip
        error = await refused(**{field: value})
        assert (error.kind, error.path) == (code, f"$.school.{field}")


# -- the desk ------------------------------------------------------------------------------------------------------


async def test_the_desk_checks_and_confirms_where_nobody_else_can(world: World) -> None:
    await desk(world)
    made = await world.do("olga", "schools.claim_new", country="BE", school=NEW)
    school = made["school"]["id"]
    await delivered(world)
    assert await bells(world, "bob") == [("claim_to_check", ["Olga Kask"])]
    waiting = await world.ask("bob", "support.schools")
    (new,) = waiting["schools"]
    assert (new["name"], new["head"], new["head_email"], new["by"], new["people"]) == (
        "De Regenboog", "An De Wit", "an@example.org", "Olga Kask", 1,
    )  # fmt: skip
    assert [one["person"] for one in waiting["claims"]] == [world["olga"].id]
    assert [one["name"] for one in waiting["known"]] == ["De Waterlelie"], "what it might be a double of"
    assert (await world.ask("bob", "support.waiting"))["schools"] == 2
    assert (await delivered(world)).to("bob@example.org"), "the desk is told: nobody is confirmed there"
    await world.do("bob", "schools.check", school=school, name="GBS De Regenboog", town="Gent", zone="Europe/Brussels")
    await world.do("bob", "schools.confirm", school=school, person=world["olga"].id, reason="The head says so.")
    waiting = await world.ask("bob", "support.schools")
    assert waiting == {"schools": [], "claims": [], "known": []}
    (mine,) = (await world.ask("olga", "people.about_me"))["schools"]
    assert (mine["school_name"], mine["to_check"], mine["state"]) == ("GBS De Regenboog", False, "confirmed")
    record = (await world.ask("bob", "support.record"))["decisions"]
    assert [(one["subject"], one["what"], one["reason"]) for one in record] == [
        ("attachment", "confirmed", "The head says so."), ("school", "checked", ""),
    ]  # fmt: skip


async def test_nobody_at_a_desk_confirms_themselves(world: World) -> None:
    await desk(world, "olga")
    await world.do("olga", "schools.claim", school=world.gent)
    assert (await world.refusal("olga", "schools.confirm", school=world.gent, person=world["olga"].id)).kind == "not_yourself"


async def test_a_double_is_joined_to_the_school_that_was_there(world: World) -> None:
    await desk(world)
    made = await world.do("olga", "schools.claim_new", country="BE", school=NEW)
    double = made["school"]["id"]
    await world.do("bob", "schools.confirm", school=double, person=world["olga"].id)
    assert (await world.refusal("bob", "schools.merge", school=world.gent, into=double)).kind == "school_checked"
    assert isinstance(await world.refusal("bob", "schools.merge", school=double, into=double), BadInput)
    await world.do("bob", "schools.merge", school=double, into=world.gent)
    assert await states(world, "olga") == {world.gent: "claimed"}, "confirmed at the one is not confirmed at the other"
    assert isinstance(await world.refusal("bob", "schools.merge", school=double, into=world.gent), NotFound)
    await delivered(world)
    assert await claims(world, "alice") == ["Olga Kask"]


async def test_a_school_with_people_in_a_space_stays(world: World) -> None:
    await desk(world)
    made = await world.do("olga", "schools.claim_new", country="BE", school=NEW)
    await world.do("alice", "space.add_member", space=world.space, username="olga", role="teacher", school=world.gent)
    await world.do("nora", "schools.attach", school=made["school"]["id"], person=world["olga"].id)
    await world.do("bob", "schools.merge", school=made["school"]["id"], into=world.gent)
    assert isinstance(await world.refusal("bob", "schools.check", school=made["school"]["id"], name="X", town="Y", zone="UTC"), NotFound)


async def test_a_school_with_which_somebody_founds_stays(world: World) -> None:
    """A project that waits for approval names it, though nobody of it is in a space."""
    await desk(world)
    double = (await world.do("olga", "schools.claim_new", country="BE", school=NEW))["school"]["id"]
    seat = {"project": "p", "seat": 0, "person": world["olga"].id, "school": double, "said": 1}
    await world.write(lambda db: db.execute(founders.insert(), seat))
    assert (await world.refusal("bob", "schools.merge", school=double, into=world.gent)).kind == "school_in_use"
    await world.write(lambda db: db.execute(founders.delete()))
    await world.do("bob", "schools.merge", school=double, into=world.gent)


async def test_another_countrys_desk_sees_nothing(world: World) -> None:
    await desk(world, "gerda", "GE")
    made = await world.do("olga", "schools.claim_new", country="BE", school=NEW)
    school = made["school"]["id"]
    assert await world.ask("gerda", "support.schools") == {"schools": [], "claims": [], "known": []}
    calls: list[tuple[str, dict[str, Any]]] = [
        ("schools.check", {"school": school, "name": "X", "town": "Y", "zone": "UTC"}),
        ("schools.merge", {"school": school, "into": world.gent}),
        ("schools.confirm", {"school": school, "person": world["olga"].id}),
        ("schools.check", {"school": "nowhere", "name": "X", "town": "Y", "zone": "UTC"}),
    ]
    for username in ("gerda", "alice", "pia", "nora"):
        for method, params in calls:
            assert isinstance(await world.refusal(username, method, **params), NotFound), (username, method)


# -- what one says of oneself --------------------------------------------------------------------------------------


async def test_what_one_does_and_wishes_is_changed_at_any_time(world: World) -> None:
    assert (await world.ask("alice", "people.about_me"))["teaching"] is None
    await world.do("alice", "teaching.change", function="head", subjects=["none", "music"])
    ideas = {"ideas": " A map.\u0000 ", "topics": ["water", "water"], "languages": ["nl"], "ages": ["12-13"], "project_kit": "river"}
    await world.do("alice", "wishes.change", **ideas)
    about = await world.ask("alice", "people.about_me")
    assert (about["teaching"]["function"], about["teaching"]["subjects"]) == ("head", ["none"])
    assert (about["wishes"]["ideas"], about["wishes"]["topics"]) == ("A map.", ["water"])
    assert {"teaching.changed", "wishes.changed"} <= set(await events(world, "alice"))
    error = await world.refusal("alice", "wishes.change", **{**ideas, "languages": ["nl", "en", "fr", "de"]})
    assert (error.kind, error.path) == ("bad_input", "$.languages")
