"""Rights tables: seeing and setting the table of a place, and "why?" for any person (CMS-08 to 10, TEAM-06 to 08).

Only administrators change tables. What a table means is the law's; here are the command and the questions.
"""

from collections.abc import Mapping
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

from twinspace_server.errors import BadInput, NotFound, Reason
from twinspace_server.law import places as law_places
from twinspace_server.law.rights import mask, names
from twinspace_server.live.feature import CommandParams, Context, Feature, Id, Params, Ref
from twinspace_server.spaces.tree import Place

feature = Feature("rights")

RightName = Literal["read", "add", "edit", "delete", "publish"]
Subject = Annotated[
    str, Meta(pattern=r"^(role:(teacher|pupil|guest)|person:[0-9A-Za-z_-]{1,64})$(?!\n)", description="`role:<role>` or `person:<id>`.")
]


class Row(msgspec.Struct, forbid_unknown_fields=True):
    """One row of a table."""

    subject: Subject
    rights: Annotated[list[RightName], Meta(max_length=5)]


class SetTable(CommandParams, kw_only=True):
    place: Id
    rows: Annotated[list[Row], Meta(max_length=500)] | None


@feature.command("rights.set", administrator=True, answers={"place": Place}, emits=["rights.changed"], law=True)
def set_table(ctx: Context, p: SetTable) -> Mapping[str, Any]:
    """Give a place this table of its own, or with null let it inherit again. A row without *read* must be empty."""
    rows = None
    if p.rows is not None:
        rows = {}
        for at, row in enumerate(p.rows):
            if row.subject in rows:
                raise BadInput(code="row_twice", path=f"$.rows[{at}]", row=row.subject)
            rows[row.subject] = mask(row.rights)
    law_places.set_table(ctx.db, ctx.rules, p.place, rows)
    ctx.emit("rights.changed", Ref("place", p.place), place=p.place)
    return {"place": Ref("place", p.place)}


class AskTable(Params, kw_only=True):
    place: Id


class Table(msgspec.Struct):
    """`at` is the place whose table decides: this one, or one above."""

    own_table: bool
    at: str
    rows: list[Row]


@feature.query("rights.table", answers=Table)
def table(ctx: Context, p: AskTable) -> Table:
    """The table that decides at a place. Staff only: it names persons."""
    ctx.require_moderator(p.place)
    law = ctx.rules
    at = law.nearest_table(p.place)
    rows = law.places[at].table or {}
    return Table(law.places[p.place].own_table, at, [Row(subject, list(names(bits))) for subject, bits in sorted(rows.items())])  # type: ignore[arg-type]


class Explain(Params, kw_only=True):
    place: Id
    person: Id


class ToldReason(msgspec.Struct):
    code: str
    args: dict[str, str]


class Explained(msgspec.Struct):
    allowed: bool
    why: list[ToldReason]


class Explanation(msgspec.Struct):
    """By right (and `moderate`): the decision, and the chain of rules that gave it. `why-<code>` in the catalogue has the words."""

    rights: dict[str, Explained]


@feature.query("rights.explain", answers=Explanation)
def explain(ctx: Context, p: Explain) -> Explanation:
    """Why somebody may or may not: one's own rights for everybody, other people's for the staff."""
    if p.person != ctx.person:
        ctx.require_moderator(p.place)
        if p.person not in ctx.rules.members:
            raise NotFound()
    decisions = ctx.rules.explain(p.person, p.place, ctx.held_up(p.person, p.place))
    return Explanation({name: Explained(d.allowed, [_told(r) for r in d.why]) for name, d in decisions.items()})


def _told(reason: Reason) -> ToldReason:
    return ToldReason(reason.code, reason.args)
