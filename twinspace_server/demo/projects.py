"""How the demo's people found each other: contacts, the project from which its space has grown, one that waits for a desk.

alice and bob are contacts and founded the space's project, which both support desks approved; a second one waits for irakli's. olga has
just asked alice, and says that she belongs to a school, which nobody has confirmed yet.
"""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any, cast

from twinspace_server.desk.contacts import Answer, AskContact
from twinspace_server.people.belonging import ClaimSchool
from twinspace_server.people.schools import AddSchool
from twinspace_server.projects.deciding import Decide
from twinspace_server.projects.opening import Open
from twinspace_server.projects.registering import Register, SayYes

DAY_MS = 86_400_000
FIRST_WORD = "We met at the seminar in Porto. Shall our classes go down to the river on the same day?"
OLGAS_WORD = "Tere! My class in Tartu lives at a river too, the Emajõgi. May we talk about next year?"
NEXT = "One Sky, Two Towns"
NEXT_ABOUT = (
    "For a month both classes look at the sky at the same hour, draw it, measure light and wind, and put the drawings side by side. "
    "In the end there is a calendar of one sky over two towns."
)
DECISIONS = (("nora", "BE"), ("irakli", "GE"))
"""Who decides for which country."""


def _form(title: str, description: str, partner: str, begins: datetime) -> Register:
    ends = begins + timedelta(days=270)
    return Register(
        title=title, description=description, subjects=cast(Any, ["biology", "geography"]), ages_from=10, ages_to=13,
        languages=cast(Any, ["en", "nl"]), start=begins.strftime("%Y-%m-%d"), end=ends.strftime("%Y-%m-%d"), partner=partner,
    )  # fmt: skip


async def _registered(teller: Any, form: Register) -> str:
    """Registered by alice, and bob says yes; answers the project."""
    project = str((await teller.do("alice", "project.register", form))["project"].id)
    teller.moment += 60_000
    await teller.do("bob", "project.accept", SayYes(project=project))
    return project


async def found(teller: Any, people: Mapping[str, str], title: str, description: str) -> str:
    """From a word between two teachers to their space; answers it."""
    await teller.do("alice", "contacts.ask", AskContact(person=people["bob"], word=FIRST_WORD))
    teller.moment += 60_000
    await teller.do("bob", "contacts.accept", Answer(person=people["alice"]))
    begins = datetime.fromtimestamp(teller.moment / 1000, UTC)
    project = await _registered(teller, _form(title, description, people["bob"], begins))
    for username, country in DECISIONS:
        teller.moment += 60_000
        await teller.do(username, "project.decide", Decide(project=project, country=country, decision="approve"))
    # What a job does in a running house; it comes once more at the first start, and finds it done.
    await teller.house.dispatcher.house("project.open", Open(project=project), project)
    return project


async def go_on(teller: Any, people: Mapping[str, str], present: int) -> None:
    """What waits for somebody: a project for irakli, olga's question for alice, her school for whoever runs the installation."""
    teller.moment = present - 2 * DAY_MS
    begins = datetime.fromtimestamp(present / 1000, UTC) + timedelta(days=60)
    project = await _registered(teller, _form(NEXT, NEXT_ABOUT, people["bob"], begins))
    await teller.do("nora", "project.decide", Decide(project=project, country="BE", decision="approve"))
    tartu = AddSchool(name="Tartu Emajõe School", town="Tartu", country="EE", zone="Europe/Tallinn", hue="sky")
    school = str((await teller.do("nora", "schools.add", tartu))["school"].id)
    await teller.do("olga", "schools.claim", ClaimSchool(school=school))
    await teller.do("olga", "contacts.ask", AskContact(person=people["alice"], word=OLGAS_WORD))
    teller.moment = present
