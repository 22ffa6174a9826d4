"""The people of an open project: partners, marks, handing over, leaving; closing and reopening; its details (PRJ-07..16)."""

from typing import Any

from tests.cast import World
from tests.desk.test_mail import work
from tests.projects.founding import FORM, become_contacts, bells, opened, state

DETAILS = {**FORM, "title": "Otters, again"}


async def with_partner(world: World) -> str:
    """The open project, and olga of a third school who has joined it."""
    project = await opened(world)
    school = await world.do(
        "nora", "schools.add", name="Tartu", town="Tartu", country="EE", zone="Europe/Tallinn", hue="plum"
    )  # fmt: skip
    await world.do("nora", "schools.attach", school=school["school"]["id"], person=world["olga"].id)
    await become_contacts(world, "alice", "olga")
    await world.do("alice", "project.invite", space=project, person=world["olga"].id, word="Come!")
    await world.do("olga", "project.join", project=project)
    await work(world)
    return project


async def shown(world: World, username: str, project: str) -> dict[str, Any]:
    return dict((await world.ask(username, "project.show", project=project))["project"])


async def marks(world: World, username: str, project: str) -> dict[str, str]:
    return {one["name"].split()[0].lower(): one["mark"] for one in (await shown(world, username, project))["people"]}


async def test_a_contact_is_asked_joins_and_brings_a_school(world: World) -> None:
    project = await opened(world)
    olga = world["olga"].id
    assert (await world.refusal("alice", "project.invite", space=project, person=olga)).path == "$.person"
    await world.do("nora", "schools.attach", school=world.gent, person=olga)
    await become_contacts(world, "alice", "olga")
    # bob administers, too, but olga is no contact of his.
    assert (await world.refusal("bob", "project.invite", space=project, person=olga)).kind == "contact_needed"
    await world.do("alice", "project.invite", space=project, person=olga, word="Come!")
    await work(world)
    assert (await bells(world, "olga"))[0] == "project_invited"
    seen = await shown(world, "olga", project)
    assert (seen["mine"], seen["steps"], seen["decisions"], [p["mark"] for p in seen["people"]]) == ("invited", [], [], ["founder"] * 2)
    assert seen["reason"] == "Come!"
    assert (await world.refusal("olga", "space.members", space=project)).kind == "not_found"
    first = await world.do("olga", "project.join", project=project)
    assert (await world.do("olga", "project.join", project=project))["member"] == first["member"]
    await work(world)
    assert await marks(world, "bob", project) == {"alice": "founder", "bob": "founder", "olga": "member"}
    assert (await bells(world, "alice"))[0] == "project_joined"
    assert (await world.refusal("alice", "project.invite", space=project, person=olga)).kind == "already_member"


async def test_a_third_school_takes_part_and_the_kind_stays(world: World) -> None:
    project = await with_partner(world)
    (space,) = [one["space"] for one in (await world.ask("olga", "spaces.mine"))["spaces"] if one["space"]["id"] == project]
    assert [school["town"] for school in space["schools"]] == ["Gent", "Batumi", "Tartu"]
    seen = await shown(world, "olga", project)
    assert (seen["countries"], seen["mine"]) == (["BE", "GE"], "member")


async def test_an_invitation_is_taken_back_or_refused(world: World) -> None:
    project = await opened(world)
    olga = world["olga"].id
    await world.do("nora", "schools.attach", school=world.gent, person=olga)
    await become_contacts(world, "alice", "olga")
    for end in (("alice", "project.uninvite", {"space": project, "person": olga}), ("olga", "project.refuse", {"project": project})):
        await world.do("alice", "project.invite", space=project, person=olga)
        assert [p["id"] for p in (await world.ask("olga", "project.mine"))["projects"]] == [project]
        await world.do(end[0], end[1], **end[2])
        assert (await world.refusal("olga", "project.join", project=project)).kind == "not_found"
        assert (await world.refusal("olga", "project.show", project=project)).kind == "not_found"
        assert "olga" not in await marks(world, "alice", project)


async def test_handing_over_and_leaving(world: World) -> None:
    project = await with_partner(world)
    alice, bob, olga = (world[name].id for name in ("alice", "bob", "olga"))
    assert (await world.refusal("olga", "project.hand_over", space=project, founder=alice, person=olga)).kind == "not_allowed"
    assert (await world.refusal("alice", "project.hand_over", space=project, founder=alice, person=bob)).kind == "founder_already"
    assert (await world.refusal("alice", "project.hand_over", space=project, founder=olga, person=olga)).kind == "not_found"
    await world.do("alice", "project.hand_over", space=project, founder=alice, person=olga)
    assert await marks(world, "bob", project) == {"olga": "founder", "bob": "founder", "alice": "administrator"}
    seen = await shown(world, "bob", project)
    assert (seen["european"], seen["countries"]) == (True, ["BE", "GE"])
    await world.do("alice", "space.leave", space=project)
    assert (await world.refusal("alice", "project.show", project=project)).kind == "not_found"
    assert project not in repr(await world.ask("alice", "project.mine"))
    await world.do("bob", "space.leave", space=project)
    assert (await world.refusal("olga", "space.leave", space=project)).kind == "last_administrator"
    # bob left his seat without handing it over: it shows as left.
    assert [(p["name"].split()[0], p["here"]) for p in (await shown(world, "olga", project))["people"]] == [("Olga", True), ("Bob", False)]


async def test_removed_partners_lose_it_live(world: World) -> None:
    project = await with_partner(world)
    await world.do("alice", "space.remove_member", space=project, person=world["olga"].id)
    await work(world)
    assert (await world.refusal("olga", "project.show", project=project)).kind == "not_found"
    assert (await world.refusal("olga", "project.join", project=project)).kind == "not_found"


async def test_closing_the_space_closes_the_project_everywhere(world: World) -> None:
    project = await with_partner(world)
    room = (await world.do("alice", "chat.make_room", space=project, title="Room"))["place"]["id"]
    await world.do("bob", "space.close", space=project)
    await work(world)
    assert await state(world, project, "olga") == "closed"
    assert (await bells(world, "olga"))[0] == "project_closed"
    for method, more in (
        ("project.change", DETAILS), ("project.invite", {"person": world["gerda"].id}),
        ("project.hand_over", {"founder": world["alice"].id, "person": world["olga"].id}),
    ):  # fmt: skip
        assert [w.code for w in (await world.refusal("alice", method, space=project, **more)).why] == ["closed"]
    assert (await world.refusal("alice", "chat.say", place=room, text="x")).kind == "not_allowed"
    assert (await world.refusal("olga", "space.reopen", space=project)).kind == "not_allowed"
    await world.do("alice", "space.reopen", space=project)
    assert await state(world, project, "olga") == "active"
    assert [step["what"] for step in (await shown(world, "alice", project))["steps"]][-2:] == ["closed", "reopened"]


async def test_nobody_joins_a_closed_project(world: World) -> None:
    project = await opened(world)
    await world.do("nora", "schools.attach", school=world.gent, person=world["olga"].id)
    await become_contacts(world, "alice", "olga")
    await world.do("alice", "project.invite", space=project, person=world["olga"].id)
    await world.do("alice", "space.close", space=project)
    assert [w.code for w in (await world.refusal("olga", "project.join", project=project)).why] == ["closed"]


async def test_details_of_a_running_project(world: World) -> None:
    project = await with_partner(world)
    assert (await world.refusal("olga", "project.change", space=project, **DETAILS)).kind == "not_allowed"
    await world.do("alice", "project.change", space=project, **{**DETAILS, "subjects": ["art"]})
    seen = await shown(world, "olga", project)
    assert (seen["title"], seen["subjects"]) == ("Otters, again", ["art"])
    await world.do("alice", "space.change", space=project, name="Otters for ever")
    assert (await shown(world, "olga", project))["title"] == "Otters for ever"


async def test_a_space_of_an_operator_gets_its_project_when_it_is_described(world: World) -> None:
    for method, more in (("project.invite", {"person": world["olga"].id}), ("project.uninvite", {"person": world["olga"].id})):
        assert (await world.refusal("alice", method, space=world.space, **more)).kind == "no_project_yet"
    await world.do("alice", "project.change", space=world.space, **DETAILS)
    seen = await shown(world, "bob", world.space)
    assert (seen["european"], seen["state"], [p["mark"] for p in seen["people"]]) == (True, "active", ["founder", "founder", "member"])
    assert (await world.refusal("pia", "project.show", project=world.space)).kind == "not_found"


async def test_pupils_leave_no_trace_in_a_project(world: World) -> None:
    project = await opened(world)
    await world.do("alice", "space.add_member", space=project, username="pia", role="pupil", school=world.gent)
    await world.do("alice", "space.remove_member", space=project, person=world["pia"].id)
    await work(world)
    seen = await shown(world, "alice", project)
    assert "Pia" not in repr(seen)
    assert [step["what"] for step in seen["steps"]][-1] == "opened"
