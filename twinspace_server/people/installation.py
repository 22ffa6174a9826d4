"""What an installation says of itself: to anybody its name and whether it is a demo, to operators how it stands.

The sign-in page asks the first, the operators' screen the second. What is arranged here are rows (`arrangements`); settings are only
shown, never changed, and nothing here ever tells a password or the address of a database.
"""

from typing import Any, Literal

import msgspec
from sqlalchemy import func, select

from twinspace_server import __version__, texts
from twinspace_server.identity import people
from twinspace_server.law.members import members
from twinspace_server.law.places import spaces
from twinspace_server.live.feature import CommandParams, Context, Feature, Gate, Params
from twinspace_server.people import arrangements
from twinspace_server.people.schools import schools
from twinspace_server.people.setting_up import Approval, Called, HowMailGoes, Organisation, how_mail_goes, is_open
from twinspace_server.people.sign_in import about
from twinspace_server.settings import Settings
from twinspace_server.storage.store import Db

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
    """`needs_setup`: nobody runs it yet, and whoever started it can set it up. `second_factor` is whether grown-ups must have one."""

    name: str
    organisation: str
    demo: bool
    insecure: bool
    signed_in: bool
    sign_on: str | None
    needs_setup: bool
    second_factor: Literal["optional", "required"]
    demo_people: list[DemoPerson]


@feature.query("installation.about", answers=Installation, gate=Gate.ANYBODY, when_owing=True)
def installation(ctx: Context, p: AskAbout) -> Installation:
    """The installation's name, and whether the asker has a session. `sign_on` is who else vouches for people (`/sso/start`).

    On a demo also whom one may try it as. Real people are never listed.
    """
    known = about(ctx.db, ctx.settings)
    return Installation(
        name=known.name, organisation=arrangements.said(ctx.db, "organisation"), demo=known.demo, insecure=known.insecure,
        signed_in=ctx.who is not None, sign_on=ctx.settings.sso_name if ctx.settings.sso_issuer else None, needs_setup=is_open(ctx.db),
        second_factor=ctx.settings.second_factor, demo_people=_demo_people(ctx) if known.demo else [],
    )  # fmt: skip


def _demo_people(ctx: Context) -> list[DemoPerson]:
    """Those whose passwords stand in `demo.json`, not who has registered since or came in with a pasted class."""
    try:
        told = msgspec.json.decode((ctx.settings.data_path / "demo.json").read_bytes())["people"]
    except FileNotFoundError:
        return []
    roles: dict[str, str] = {one["name"]: one["role"] for one in told}
    query = (
        select(people.c.username, people.c.name, schools.c.name)
        .join_from(people, members, (members.c.person == people.c.id) & members.c.left.is_(None), isouter=True)
        .outerjoin(schools, schools.c.id == members.c.school)
        .where(people.c.username.in_(list(roles)))
        .order_by(people.c.made_at, people.c.id)
    )
    seen: dict[str, DemoPerson] = {}
    for username, name, school in ctx.db.execute(query):
        seen.setdefault(username, DemoPerson(username, name, roles[username], school))
    return list(seen.values())


class Standing(msgspec.Struct):
    """How an installation stands. `database` and `files` say the kind alone: an address may hold a password."""

    called: str
    organisation: str
    approval: Approval
    version: str
    address: str
    secure: bool
    database: str
    files: str
    mail: HowMailGoes
    adults: int
    pupils: int
    schools: int
    spaces: int


class AskStanding(Params, kw_only=True):
    pass


def _number(db: Db, table: Any, *conditions: Any) -> int:
    return int(db.execute(select(func.count()).select_from(table).where(*conditions)).scalar_one())


def standing(db: Db, settings: Settings) -> Standing:
    """The answer to `installation.state`."""
    approval: Approval = "none" if arrangements.said(db, "approval") == "none" else "support"
    adults, pupils = (_number(db, people, people.c.adult == adult) for adult in (1, 0))
    return Standing(
        called=arrangements.called(db, settings), organisation=arrangements.said(db, "organisation"),
        approval=approval, version=__version__, address=settings.address, secure=settings.secure,
        database="SQLite" if settings.on_sqlite else "PostgreSQL", files="S3" if settings.files_url else "disk",
        mail=how_mail_goes(settings), adults=adults, pupils=pupils, schools=_number(db, schools),
        spaces=_number(db, spaces, spaces.c.kind != "desk"),
    )  # fmt: skip


@feature.query("installation.state", answers=Standing, gate=Gate.OPERATOR)
def state(ctx: Context, p: AskStanding) -> Standing:
    """How the installation stands, for those who run it: what it is called, who is here, where mail goes, which version it is."""
    return standing(ctx.db, ctx.settings)


class Arrange(CommandParams, kw_only=True):
    called: Called
    organisation: Organisation
    approval: Approval


@feature.command("installation.arrange", gate=Gate.OPERATOR)
def arrange(ctx: Context, p: Arrange) -> None:
    """Change what the installation is called, who runs it, and whether projects wait for support organisations."""
    arrangements.say(ctx.db, "name", texts.line(p.called, "$.called"))
    arrangements.say(ctx.db, "organisation", texts.line(p.organisation, "$.organisation"))
    arrangements.say(ctx.db, "approval", p.approval)


feature.example(
    "installation.arrange", "nora", {"called": "TwinSpace of the rivers", "organisation": "The ministry", "approval": "support"}
)
feature.example("installation.state", "nora", {})
