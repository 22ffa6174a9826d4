"""The diary of a project: begun with its space, in the founders' language, for teachers to publish and for pupils to write in."""

from typing import Any

import pytest
from sqlalchemy import select

from tests.cast import World
from tests.desk.test_mail import work
from tests.drivers import Server
from tests.projects.founding import become_contacts, decide, desks, opened, register
from twinspace_server.errors import BadInput, NotAllowed
from twinspace_server.law.places import places
from twinspace_server.projects import diary as diary_
from twinspace_server.projects import rows

TEACHER = ["read", "add", "edit", "delete", "publish"]


async def tree(world: World, project: str, whom: str = "role:teacher") -> dict[str, dict[str, Any]]:
    """The places of the project's space by title, as somebody gets them."""
    told = await world.ask("alice", "rights.as", space=project, whom=whom)
    return {place["title"]: place for place in told["places"]}


async def shown(world: World, project: str, who: str = "alice") -> Any:
    return (await world.ask(who, "project.show", project=project))["project"]["diary"]


async def test_a_new_space_has_one_with_a_first_page_in_the_founders_language(world: World) -> None:
    project = await opened(world)
    found = await tree(world, project)
    folder, page = found["Projectdagboek"], found["Hoe we beginnen"]
    assert (folder["type"], folder["parent"], folder["author"], folder["own_table"]) == ("folder", project, world["alice"].id, True)
    assert (page["type"], page["parent"], page["author"]) == ("page", folder["id"], world["alice"].id)
    assert "eerste pagina van ons dagboek" in (await world.ask("bob", "page.text", place=page["id"]))["html"]
    assert [await shown(world, project, who) for who in ("alice", "bob")] == [folder["id"]] * 2


async def test_its_table_lets_teachers_publish_and_pupils_add(world: World) -> None:
    project = await opened(world)
    for whom, may in (("role:teacher", TEACHER), ("role:pupil", ["read", "add"]), ("role:guest", ["read"])):
        found = await tree(world, project, whom)
        assert [set(found[title]["may"]) - {"moderate"} for title in ("Projectdagboek", "Hoe we beginnen")] == [set(may)] * 2, whom
    folder, page = (await tree(world, project))["Projectdagboek"]["id"], (await tree(world, project))["Hoe we beginnen"]["id"]
    for username, role in (("pia", "pupil"), ("gerda", "teacher")):
        await world.do("alice", "space.add_member", space=project, username=username, role=role, school=world.gent)
    made = (await world.do("pia", "page.make", space=project, parent=folder, title="Our otter"))["place"]
    assert made["parent"] == folder
    for method, more in (("publish.put", {}), ("place.change", {"title": "Mine now"}), ("place.bin", {})):
        assert isinstance(await world.refusal("pia", method, place=page, **more), NotAllowed), method
    assert (await world.do("gerda", "publish.put", place=page))["place"]["published"] is not None
    await world.do("gerda", "place.change", place=page, title="How it went on")


async def test_a_project_shows_it_while_it_is_there(world: World) -> None:
    await desks(world)
    project = await register(world)
    assert await shown(world, project) is None
    await world.do("bob", "project.accept", project=project)
    assert await shown(world, project) is None
    await decide(world, "els", "BE", project)
    await decide(world, "irakli", "GE", project)
    await work(world)
    folder = await shown(world, project)
    await world.do("alice", "place.bin", place=folder)
    assert await shown(world, project) is None
    await world.do("alice", "place.restore", place=folder)
    assert await shown(world, project) == folder


async def test_binned_and_brought_back_it_goes_and_comes_live(server: Server) -> None:
    """Alone, and with the folder that somebody has put it into; a page in it says nothing of the project."""
    world = server.world
    project = await opened(world)
    folder = await shown(world, project)
    shelf = (await world.do("alice", "folder.make", space=project, title="Shelf"))["place"]["id"]
    page = (await tree(world, project))["Hoe we beginnen"]["id"]
    async with server.live("bob") as bob:
        await bob.listen(world["bob"].desk)

        async def told(method: str, place: str) -> Any:
            before = len(bob.events)
            await world.do("alice", method, place=place)
            (item,) = (await bob.wait_for("project.changed", after=before))["put"]
            assert item["id"] == project
            return item["diary"]

        assert [await told(method, folder) for method in ("place.bin", "place.restore")] == [None, folder]
        await world.do("alice", "place.move", place=folder, to=shelf)
        assert await told("place.bin", shelf) is None
        assert await shown(world, project, "bob") is None
        before = len(bob.events)
        assert await told("place.restore", shelf) == folder
        await world.do("alice", "place.bin", place=page)
        assert await told("place.bin", folder) is None
        assert [one["event"] for one in bob.events[before:]].count("project.changed") == 2, "a page is no diary"


async def test_who_is_only_asked_to_join_learns_nothing_of_it(world: World) -> None:
    project = await opened(world)
    await world.do("nora", "schools.attach", school=world.gent, person=world["gerda"].id)
    await become_contacts(world, "alice", "gerda")
    await world.do("alice", "project.invite", space=project, person=world["gerda"].id)
    assert await shown(world, project, "gerda") is None


async def test_opened_twice_it_is_begun_once(world: World) -> None:
    project = await opened(world)
    params: Any = world.house.dispatcher.registry.commands["project.open"].params
    await world.house.dispatcher.house("project.open", params(project=project), project)
    assert len([title for title in await tree(world, project) if title == "Projectdagboek"]) == 1


async def test_where_it_can_not_be_begun_nothing_is_opened(world: World, monkeypatch: Any) -> None:
    """One unit: a space without its diary is never left behind."""
    await desks(world)
    project = await register(world)
    await world.do("bob", "project.accept", project=project)
    await decide(world, "els", "BE", project)
    await decide(world, "irakli", "GE", project)
    params: Any = world.house.dispatcher.registry.commands["project.open"].params
    monkeypatch.setitem(diary_.RIGHTS, "pupil", ["add"])  # a row without *read*, which no table may have
    with pytest.raises(BadInput):
        await world.house.dispatcher.house("project.open", params(project=project), project)
    there = await world.house.store.read(lambda db: db.execute(select(places.c.id).where(places.c.space == project)).all())
    stage = await world.house.store.read(lambda db: db.execute(select(rows.projects.c.stage)).scalar())
    assert (there, stage) == ([], "opening")
