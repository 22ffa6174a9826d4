"""What anybody may know of this installation: its name, and whether it is a demo. Asked by the sign-in page."""

import msgspec
from sqlalchemy import select

from twinspace_server.identity import people
from twinspace_server.law.members import members
from twinspace_server.live.feature import Context, Feature, Gate, Params
from twinspace_server.people.schools import schools
from twinspace_server.people.sign_in import about

feature = Feature("installation")


class AskAbout(Params, kw_only=True):
    pass


class DemoPerson(msgspec.Struct):
    """Somebody one may try the demo as; the password was printed when the server started."""

    username: str
    name: str
    role: str
    school: str | None


class Installation(msgspec.Struct):
    name: str
    demo: bool
    insecure: bool
    signed_in: bool
    sign_on: str | None
    demo_people: list[DemoPerson]


@feature.query("installation.about", answers=Installation, gate=Gate.ANYBODY)
def installation(ctx: Context, p: AskAbout) -> Installation:
    """The installation's name, and whether the asker has a session. `sign_on` is who else vouches for people (`/sso/start`).

    On a demo also whom one may try it as. Real people are never listed.
    """
    known = about(ctx.settings)
    sign_on = ctx.settings.sso_name if ctx.settings.sso_issuer else None
    demo_people = _demo_people(ctx) if known.demo else []
    return Installation(known.name, known.demo, known.insecure, ctx.who is not None, sign_on, demo_people)


def _demo_people(ctx: Context) -> list[DemoPerson]:
    query = (
        select(people.c.username, people.c.name, members.c.role, schools.c.name)
        .join_from(people, members, members.c.person == people.c.id)
        .outerjoin(schools, schools.c.id == members.c.school)
        .where(members.c.left.is_(None))
        .order_by(people.c.made_at, people.c.id)
        .limit(20)
    )
    seen: dict[str, DemoPerson] = {}
    for username, name, role, school in ctx.db.execute(query):
        seen.setdefault(username, DemoPerson(username, name, role, school))
    return list(seen.values())
