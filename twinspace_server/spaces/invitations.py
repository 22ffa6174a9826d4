"""Inviting grown-ups by mail (TEAM-02 to 04): a link for seven days, good once, that leads into the space. The mail holds no password.

Administrators invite, see what is pending, send again and take back. They are told the same whether or not somebody with that address
has an account: only who opens the link finds out. Who has one signs in and joins; who has none makes one there. A school that comes
with it is only claimed: it gives no power over pupils before somebody confirms it.

Who is invited with a school of their own brings it into the space as one more partner, like a contact who is asked to join does. So it has
to be sure: the school is checked, they are confirmed there, and whoever invited them administers the space still. Nobody has to: they
may come as a guest instead, and with their school later, by another invitation.
"""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta
from sqlalchemy import BigInteger, Column, Index, Table, Text, delete, insert, select, update

from twinspace_server import ids
from twinspace_server.clock import iso
from twinspace_server.errors import BadInput, Conflict, NotFound
from twinspace_server.identity import people
from twinspace_server.law import members as law_members
from twinspace_server.law.places import places
from twinspace_server.law.rights import STAFF
from twinspace_server.live.dispatch import HOUSE
from twinspace_server.live.feature import Asking, CommandParams, Context, Feature, Gate, Gone, Id, Item, ItemKind, Params, Prepared, Ref
from twinspace_server.people import accounts, links
from twinspace_server.people.accounts import AddPerson, Address, Language, Name, Password, UserName, Zone
from twinspace_server.people.attachments import attach, schools_of
from twinspace_server.people.post import PATHS, checked_address, mail
from twinspace_server.people.schools import schools
from twinspace_server.spaces.spaces import let_in
from twinspace_server.spaces.team import check_school, of_project
from twinspace_server.storage.store import Db
from twinspace_server.storage.tables import metadata

LIVES_MS = 7 * links.DAY_MS
MOST = 100
"""Pending invitations of one space."""
PURPOSE = "invitation"
PATHS[PURPOSE] = "/invited"

invitations = Table(
    "invitations",
    metadata,
    Column("id", Text, primary_key=True),
    Column("space", Text, nullable=False),
    Column("address", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("school", Text),  # a teacher without one brings their own
    Column("by", Text, nullable=False),
    Column("link", Text, nullable=False),
    Column("sent_at", BigInteger, nullable=False),
    Index("ix_invitations_space", "space"),
)

feature = Feature("invitations")

AdultRole = Literal["teacher", "guest"]


class Invited(Item, tag="invited", frozen=True):
    """An invitation that nobody has followed yet, for the staff. `own_school`: their school joins the space with them."""

    email: str
    role: AdultRole
    school: str | None
    own_school: bool
    by: str
    sent_at: str
    expires_at: str


def load(db: Db, wanted: Sequence[str]) -> Mapping[str, Item]:
    """Invitations by id."""
    rows = db.execute(select(invitations).where(invitations.c.id.in_(list(wanted))))
    return {
        row.id: Invited(
            id=row.id, email=row.address, role=row.role, school=row.school, own_school=_brings_own(row), by=row.by,
            sent_at=iso(row.sent_at), expires_at=iso(row.sent_at + LIVES_MS),
        )
        for row in rows
    }  # fmt: skip


def _brings_own(row: Any) -> bool:
    return bool(row.role == "teacher" and row.school is None)


feature.item(ItemKind("invited", Invited, load, place=lambda _invited: None, audience=lambda _invited: STAFF))


class Invite(CommandParams, kw_only=True):
    space: Id
    email: Address
    role: AdultRole
    school: Id | None = None
    own_school: Annotated[bool, Meta(description="A teacher whose own school joins the space with them.")] = False


@feature.command("team.invite", administrator=True, answers={"invited": Invited}, emits=["team.invited"])
def invite(ctx: Context, p: Invite) -> Mapping[str, Any]:
    """Invite a grown-up by mail: a teacher of a school of the space, one who brings their own school, or a guest from outside.

    The answer is the same whoever has an account.
    """
    of_project(ctx)
    address = checked_address(p.email)
    if not p.own_school:
        check_school(ctx, p.role, p.school)
    elif p.role == "guest" or p.school is not None:
        raise BadInput(code="own_school_alone", path="$.own_school")
    ctx.hold()
    pending = _pending(ctx.db, p.space)
    if any(row.address == address for row in pending):
        raise Conflict(code="invited_already", path="$.email")
    if len(pending) >= MOST:
        raise Conflict(code="too_many_invitations", most=MOST)
    invitation = ids.new(ctx.now)
    ctx.db.execute(
        insert(invitations),
        {
            "id": invitation, "space": p.space, "address": address, "role": p.role, "school": p.school, "by": ctx.person,
            "link": _mailed(ctx, invitation, address), "sent_at": ctx.now,
        },
    )  # fmt: skip
    ctx.emit("team.invited", Ref("invited", invitation))
    return {"invited": Ref("invited", invitation)}


def _mailed(ctx: Context, invitation: str, address: str) -> str:
    """A fresh link on its way; answers its id. The language is the inviter's: of the invited one nothing is known.

    Other spaces invite the same address, and their links live on: one's own ends with its invitation.
    """
    assert ctx.who is not None
    link = links.make(
        ctx.db, PURPOSE, lives_ms=LIVES_MS, now=ctx.now, address=address, language=ctx.who.language, data={"invitation": invitation},
        beside=True,
    )  # fmt: skip
    title = ctx.load("space", [ctx.space])[0].name  # type: ignore[attr-defined]
    mail(ctx, "invited", link=link, args={"space": title, "by": ctx.who.name})
    return link


def _pending(db: Db, space: str) -> list[Any]:
    return list(db.execute(select(invitations).where(invitations.c.space == space).order_by(invitations.c.id)).fetchall())


def _known(ctx: Context, invitation: str) -> Any:
    row = ctx.db.execute(select(invitations).where(invitations.c.id == invitation, invitations.c.space == ctx.space)).first()
    if row is None:
        raise NotFound()
    return row


class OfInvitation(CommandParams, kw_only=True):
    space: Id
    invitation: Id


@feature.command("team.invite_again", administrator=True, answers={"invited": Invited}, emits=["team.invited"])
def invite_again(ctx: Context, p: OfInvitation) -> Mapping[str, Any]:
    """Send the mail again, with a link for another seven days; the one before opens nothing any more. It is one's own from now on."""
    row = _known(ctx, p.invitation)
    _let_die(ctx.db, row.link)
    link = _mailed(ctx, row.id, row.address)
    ctx.db.execute(update(invitations).where(invitations.c.id == row.id).values(link=link, sent_at=ctx.now, by=ctx.person))
    ctx.emit("team.invited", Ref("invited", row.id))
    return {"invited": Ref("invited", row.id)}


@feature.command("team.uninvite", administrator=True, emits=["team.uninvited"], when_closed=True)
def uninvite(ctx: Context, p: OfInvitation) -> None:
    """Take an invitation back: its link opens nothing any more."""
    _drop(ctx, _known(ctx, p.invitation))


def _drop(ctx: Context, row: Any) -> None:
    _let_die(ctx.db, row.link)
    ctx.db.execute(delete(invitations).where(invitations.c.id == row.id))
    ctx.emit("team.uninvited", gone=[Gone("invited", row.id)], gone_for=STAFF)


def _let_die(db: Db, link: str) -> None:
    db.execute(delete(links.links).where(links.links.c.id == link))


class AskInvitations(Params, kw_only=True):
    space: Id


class Invitations(msgspec.Struct):
    invitations: list[Invited]


@feature.query("team.invitations", answers=Invitations)
def pending(ctx: Context, p: AskInvitations) -> Invitations:
    """Who was invited and has not come yet; for the staff, and empty for others."""
    wanted = [row.id for row in _pending(ctx.db, p.space)]
    return Invitations([one for one in ctx.load("invited", wanted) if isinstance(one, Invited)])


# -- behind the link -------------------------------------------------------------------------------------------------

Token = Annotated[
    str, Meta(min_length=1, max_length=100, pattern=r"^[0-9A-Za-z_-]+$(?!\n)", description="What stands behind the # of the link.")
]


def _opened(db: Db, token: str, now: int) -> tuple[links.Link, Any] | None:
    """The link and its invitation, while it opens anything."""
    link = links.opened_by(db, PURPOSE, token, now)
    row = db.execute(select(invitations).where(invitations.c.id == link.data["invitation"])).first() if link is not None else None
    return None if link is None or row is None else (link, row)


class LookAt(Params, kw_only=True):
    token: Token


class Invitation(msgspec.Struct):
    """What somebody who has the mail is invited to. `account`: somebody signs in with this address already.

    `own_school`: they bring their school into the space.
    """

    space: str
    by: str
    role: AdultRole
    school: str | None
    own_school: bool
    email: str
    account: bool


@feature.query("invitation.look", answers=Invitation, gate=Gate.ANYBODY)
def look(ctx: Context, p: LookAt) -> Invitation:
    """What a link of an invitation opens. Unknown, used, too old and taken back are the same: not found."""
    found = _opened(ctx.db, p.token, ctx.now)
    if found is None:
        raise NotFound(code="link_is_dead")
    _, row = found
    title = ctx.db.execute(select(places.c.title).where(places.c.id == row.space)).scalar()
    by = ctx.db.execute(select(people.c.name).where(people.c.id == row.by)).scalar()
    school = ctx.db.execute(select(schools.c.name).where(schools.c.id == row.school)).scalar() if row.school else None
    known = accounts.by_email(ctx.db, row.address) is not None
    return Invitation(str(title), str(by or ""), row.role, school, _brings_own(row), row.address, known)


AsGuest = Annotated[bool, Meta(description="Take part as a guest without a school, whatever was offered.")]


class AcceptInvitation(CommandParams, kw_only=True):
    token: Token
    school: Annotated[Id | None, Meta(description="Which of my schools joins; without it the one that confirmed me first.")] = None
    as_guest: AsGuest = False


async def _to_its_space(asking: Asking, p: Any) -> Prepared:
    """In the lane of the space, whose law changes; a dead link is refused in the lane of the house."""
    found = await asking.tools.store.read(lambda db: _opened(db, p.token, asking.now))
    return Prepared(space=found[1].space if found is not None else HOUSE)


@feature.command(
    "invitation.accept", gate=Gate.PERSON, answers={"space": str}, law=True, keyed=False, prepare=_to_its_space,
    emits=["member.added", "member.changed", "space.changed", "team.uninvited"],
)  # fmt: skip
def accept(ctx: Context, p: AcceptInvitation) -> Mapping[str, Any]:
    """Join the space of an invitation with the account that I have: whoever holds the mail may, grown-ups only.

    Who brings their own school must be confirmed there (`own_school_unsure`); a guest of the space becomes a teacher by it.
    """
    link, row = _still(ctx, p.token)
    assert ctx.who is not None
    if not ctx.who.adult:
        raise Conflict(code="adults_only")
    _join(ctx, link, row, ctx.person, p.school, as_guest=p.as_guest)
    return {"space": row.space}


def _still(ctx: Context, token: str) -> tuple[links.Link, Any]:
    """The link as this unit sees it."""
    found = _opened(ctx.db, token, ctx.now)
    if found is None or ctx.space != found[1].space:
        raise NotFound(code="link_is_dead")
    if ctx.rules.closed:
        raise Conflict(code="closed")
    return found


def _join(ctx: Context, link: links.Link, row: Any, person: str, wanted: str | None = None, *, as_guest: bool) -> None:
    own = _brings_own(row) and not as_guest
    known = ctx.rules.members.get(person)
    if known is not None and not (own and known.role == "guest"):
        raise Conflict(code="already_member")
    school = _brought(ctx, row, person, wanted) if own else None if as_guest else row.school
    if known is not None:
        law_members.change_member(ctx.db, ctx.rules, person, role="teacher", school=school)
    else:
        role: AdultRole = "guest" if as_guest else row.role
        law_members.add_member(ctx.db, row.space, person=person, role=role, school=school, at=ctx.now, seq=ctx.seq)
    if school is not None and school not in schools_of(ctx.db, person):
        attach(ctx.db, person, school, "claimed", by=person, at=ctx.now)
    if not links.use(ctx.db, link, ctx.now):
        raise NotFound(code="link_is_dead")
    ctx.emit("member.added" if known is None else "member.changed", Ref("member", f"{row.space}.{person}"))
    if own:
        ctx.emit("space.changed", Ref("space", row.space))
    _drop(ctx, row)


def _brought(ctx: Context, row: Any, person: str, wanted: str | None) -> str:
    """The school with which somebody comes; it takes part in the space from now on."""
    inviter = ctx.rules.members.get(row.by)
    if inviter is None or not inviter.administrator:
        raise Conflict(code="inviter_no_administrator")
    confirmed = schools_of(ctx.db, person, "confirmed")
    checked = {one for (one,) in ctx.db.execute(select(schools.c.id).where(schools.c.id.in_(list(confirmed)), schools.c.to_check == 0))}
    school = next((one for one in confirmed if one in checked and wanted in (None, one)), None)
    if school is None:
        raise Conflict(code="own_school_unsure", path="$.school")
    let_in(ctx, school)
    return school


class JoinInvited(CommandParams, kw_only=True):
    token: Token
    name: Name
    username: UserName
    password: Password
    language: Language | None = None
    zone: Zone | None = None
    as_guest: AsGuest = False


async def _hashed(asking: Asking, p: Any) -> Prepared:
    """A dead link costs no hash: it can't be guessed, so the time tells nothing."""
    found = await asking.tools.store.read(lambda db: _opened(db, p.token, asking.now))
    if found is None:
        return Prepared(space=HOUSE)
    words = [p.username, p.name, asking.tools.settings.name]
    return Prepared(await asking.tools.passwords.chosen(p.password, words), found[1].space)


@feature.command(
    "invitation.join", gate=Gate.ANYBODY, answers={"space": str, "username": str}, emits=["member.added", "team.uninvited"], law=True,
    keyed=False, prepare=_hashed,
)  # fmt: skip
def join(ctx: Context, p: JoinInvited) -> Mapping[str, Any]:
    """Make the account of somebody invited, who has none yet, and let them join; they sign in with it after that.

    The address is that of the mail, which is proven by it. A user name in use gets an ending: `username` is the one to sign in with, and
    nobody asks by trying who has which. Who is to bring their own school has none that confirmed them yet (`own_school_unsure`): they
    come as a guest, or register as its teacher first.
    """
    link, row = _still(ctx, p.token)
    if _brings_own(row) and not p.as_guest:
        raise Conflict(code="own_school_unsure")
    if accounts.by_email(ctx.db, row.address) is not None:
        raise Conflict(code="address_taken")
    username = accounts.free(ctx.db, p.username)
    new = AddPerson(username=username, name=p.name, password=p.password, adult=True, language=p.language, zone=p.zone, email=row.address)
    _join(ctx, link, row, accounts.make(ctx, new), as_guest=p.as_guest)
    return {"space": row.space, "username": username}


_CARLA = {"space": "{space}", "email": "carla@example.org", "role": "teacher", "school": "{school}"}
_CARLAS = {"space": "{space}", "invitation": "{invitation}"}

feature.example("team.invite", "alice", _CARLA, gives="invitation")
feature.example("team.invitations", "alice", {"space": "{space}"})
feature.example("team.invite_again", "alice", _CARLAS)
feature.example("team.uninvite", "alice", _CARLAS)
feature.example("team.invite", "alice", {"space": "{space}", "email": "dan@example.org", "role": "teacher", "own_school": True})

feature.keeps(
    invitations, lambda person: invitations.c.address.in_(select(people.c.email).where(people.c.id == person)), "own", given=False
)
feature.keeps(invitations, "by", "stays", why="who invited, by id")
