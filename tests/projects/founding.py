"""What the tests of projects begin with: contacts, desks of two countries, a form, and a project as far along as a test wants it."""

from typing import Any

from tests.cast import World
from tests.desk.test_mail import work
from twinspace_server.people import arrangements

FORM: dict[str, Any] = {
    "title": "Otters of two rivers", "description": "We look for otters.", "subjects": ["biology", "geography"], "ages_from": 11,
    "ages_to": 13, "languages": ["en", "nl"], "start": "2026-09-01", "end": "2027-06-30",
}  # fmt: skip


async def become_contacts(world: World, one: str, other: str) -> None:
    await world.do(one, "contacts.ask", person=world[other].id)
    await world.do(other, "contacts.accept", person=world[one].id)


async def appoint(world: World, username: str, country: str) -> None:
    """Somebody new at the desk of a country."""
    await world.add_person(username, username.capitalize(), adult=True)
    await world.do("nora", "support.open", country=country, name=f"Support {country}")
    await world.do("nora", "support.appoint", country=country, person=world[username].id)


async def desks(world: World) -> None:
    """els decides for Belgium and irakli for Georgia; alice and bob are contacts."""
    await appoint(world, "els", "BE")
    await appoint(world, "irakli", "GE")
    await become_contacts(world, "alice", "bob")


async def without_approval(world: World) -> None:
    """An installation that needs no support organisations."""
    await world.write(lambda db: arrangements.say(db, "approval", "none"))


async def register(world: World, by: str = "alice", partner: str | None = "bob", **other: Any) -> str:
    answer = await world.do(by, "project.register", **{**FORM, "partner": world[partner].id if partner else None, **other})
    return str(answer["project"]["id"])


async def decide(world: World, by: str, country: str, project: str, decision: str = "approve", word: str = "") -> dict[str, Any]:
    answer = await world.do(by, "project.decide", project=project, country=country, decision=decision, word=word)
    return dict(answer["case"])


async def opened(world: World) -> str:
    """A project of alice and bob whose space is open."""
    await desks(world)
    project = await register(world)
    await world.do("bob", "project.accept", project=project)
    await decide(world, "els", "BE", project)
    await decide(world, "irakli", "GE", project)
    await work(world)
    return project


async def state(world: World, project: str, username: str = "alice") -> str:
    return str((await world.ask(username, "project.show", project=project))["project"]["state"])


async def bells(world: World, username: str) -> list[str]:
    """What rings for somebody, the newest first."""
    return [str(one["what"]) for one in (await world.ask(username, "bell.list"))["notifications"]]
