"""Rights tables: seeing and setting the table of a place, and "why?" for any person (CMS-08 to 10, TEAM-06 to 08).

Only administrators change tables. What a table means is the law's; here are the command and the questions. What a change would
mean, and how the space looks to somebody else, stands in `foresight.py`.
"""

from collections.abc import Mapping
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

from twinspace_server.errors import BadInput, Conflict, NotFound, Reason
from twinspace_server.law import places as law_places
from twinspace_server.law.rights import FIXED, Decision, Law, Right, mask, names, role_subject
from twinspace_server.live.feature import CommandParams, Context, Feature, Id, Params, Ref
from twinspace_server.spaces.tree import Place

feature = Feature("rights")

RightName = Literal["read", "add", "edit", "delete", "publish"]
Subject = Annotated[
    str, Meta(pattern=r"^(role:(teacher|pupil|guest)|person:[0-9A-Za-z_-]{1,64})$(?!\n)", description="`role:<role>` or `person:<id>`.")
]
Version = Annotated[
    str, Meta(max_length=40, pattern=r"^[0-9a-f]+$(?!\n)", description="As read: what has changed meanwhile is not overwritten.")
]


class Row(msgspec.Struct, forbid_unknown_fields=True):
    """One row of a table."""

    subject: Subject
    rights: Annotated[list[RightName], Meta(max_length=5)]


Rows = Annotated[list[Row], Meta(max_length=500)]


class SetTable(CommandParams, kw_only=True):
    place: Id
    rows: Rows | None
    version: Version | None = None


@feature.command("rights.set", administrator=True, answers={"place": Place}, emits=["rights.changed"], law=True)
def set_table(ctx: Context, p: SetTable) -> Mapping[str, Any]:
    """Give a place this table of its own, or with null let it inherit again. A row without *read* must be empty.

    With the `version` that `rights.table` answered it is refused (`rights_changed_meanwhile`) when somebody else was quicker.
    """
    rows = wanted(ctx.rules, p.place, p.rows, p.version)
    law_places.set_table(ctx.db, ctx.rules, p.place, rows)
    ctx.emit("rights.changed", Ref("place", p.place), place=p.place)
    return {"place": Ref("place", p.place)}


def wanted(law: Law, place: str, rows: list[Row] | None, version: str | None) -> dict[str, int] | None:
    """The rows as the law has them, once it is clear that the place may have them; every refusal of `rights.set` is raised here."""
    found: dict[str, int] | None = None
    if rows is not None:
        found = {}
        for at, row in enumerate(rows):
            if row.subject in found:
                raise BadInput(code="row_twice", path=f"$.rows[{at}]", row=row.subject)
            found[row.subject] = mask(row.rights)
    law_places.check_table(law, place, found)
    if version is not None and version != law_places.table_tag(law, place):
        raise Conflict(code="rights_changed_meanwhile", path="$.version")
    return found


class AskTable(Params, kw_only=True):
    place: Id


class Above(msgspec.Struct):
    """What would decide if the place inherited: the next table above, and where it stands."""

    at: str
    rows: list[Row]


class Table(msgspec.Struct):
    """`at` is the place whose table decides: this one, or one above. `fixed`: made by its kind, nobody changes it."""

    own_table: bool
    at: str
    rows: list[Row]
    above: Above | None
    fixed: bool
    version: str


@feature.query("rights.table", answers=Table)
def table(ctx: Context, p: AskTable) -> Table:
    """The table that decides at a place, and the one that would if it inherited. Staff only: it names persons."""
    ctx.accept(ctx.rules.moderates(ctx.person, p.place, when_closed=True))
    law, place = ctx.rules, ctx.rules.places[p.place]
    at = law.nearest_table(p.place)
    above = None
    if place.parent is not None:
        higher = law.nearest_table(place.parent)
        above = Above(higher, _rows(law, higher))
    return Table(place.own_table, at, _rows(law, at), above, place.kind in FIXED, law_places.table_tag(law, p.place))


def _rows(law: Law, at: str) -> list[Row]:
    rows = law.places[at].table or {}
    return [Row(subject, list(names(bits))) for subject, bits in sorted(rows.items())]  # type: ignore[arg-type]


class Explain(Params, kw_only=True):
    place: Id
    person: Id | None = None
    role: Annotated[Literal["teacher", "pupil", "guest"], Meta(description="Instead of a person: somebody in general.")] | None = None


class ToldReason(msgspec.Struct):
    code: str
    args: dict[str, str]


class Explained(msgspec.Struct):
    allowed: bool
    why: list[ToldReason]


class Explanation(msgspec.Struct):
    """By right (and `moderate`): the decision, and the chain of rules that gave it. `why-<code>` in the catalogue has the words.

    `own` says the same of editing and deleting what the person has made there.
    """

    rights: dict[str, Explained]
    own: dict[str, Explained]


@feature.query("rights.explain", answers=Explanation)
def explain(ctx: Context, p: Explain) -> Explanation:
    """Why somebody may or may not: one's own rights for everybody, other people's and those of a role for the staff."""
    if (p.person is None) == (p.role is None):
        raise BadInput(code="person_or_role", path="$.person")
    law = ctx.rules
    if p.person is None:
        ctx.accept(law.moderates(ctx.person, p.place, when_closed=True))
        who, held = role_subject(str(p.role)), None
    else:
        if p.person != ctx.person:
            ctx.accept(law.moderates(ctx.person, p.place, when_closed=True))
            if p.person not in law.members:
                raise NotFound()
        who, held = p.person, ctx.held_up(p.person, p.place)
    own = {name: law.decide(who, p.place, right, own=True, held=held) for name, right in (("edit", Right.EDIT), ("delete", Right.DELETE))}
    return Explanation(_told(law.explain(who, p.place, held)), _told(own))


def _told(decisions: Mapping[str, Decision]) -> dict[str, Explained]:
    return {name: Explained(decision.allowed, [_reason(reason) for reason in decision.why]) for name, decision in decisions.items()}


def _reason(reason: Reason) -> ToldReason:
    return ToldReason(reason.code, reason.args)
