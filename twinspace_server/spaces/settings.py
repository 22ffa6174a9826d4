"""Settings of a space (SET-02): the colours of its schools, and how long it is kept once it is closed. All members see what was chosen.

Name and description are in `spaces`, what pupils may do in `policies`. Colours tell who speaks, so no two schools of a space share one.
"""

from collections.abc import Mapping
from typing import Any, Literal

from sqlalchemy import select, update

from twinspace_server.errors import BadInput, Conflict
from twinspace_server.live.feature import CommandParams, Context, Feature, Id, Ref
from twinspace_server.people.schools import Hue
from twinspace_server.spaces.spaces import Space, endings, load, space_schools
from twinspace_server.storage.hot import upsert

feature = Feature("space_settings")

_KEEP = upsert(endings, ["space"], ["months", "warned_at"])


class SetHue(CommandParams, kw_only=True):
    space: Id
    school: Id
    hue: Hue


@feature.command("space.set_hue", administrator=True, answers={"space": Space}, emits=["space.changed"])
def set_hue(ctx: Context, p: SetHue) -> Mapping[str, Any]:
    """Give a school its colour in this space; a school that has it already gets the one that becomes free."""
    _project(ctx)
    ctx.hold()
    space = load(ctx.db, [p.space])[p.space]
    assert isinstance(space, Space)
    hues = {school.id: school.hue for school in space.schools}
    if p.school not in hues:
        raise BadInput(code="unknown_school", path="$.school")
    for other, hue in hues.items():
        if other != p.school and hue == p.hue:
            _paint(ctx, other, hues[p.school])
    _paint(ctx, p.school, p.hue)
    ctx.emit("space.changed", Ref("space", p.space))
    return {"space": Ref("space", p.space)}


def _paint(ctx: Context, school: str, hue: str) -> None:
    this = (space_schools.c.space == ctx.space) & (space_schools.c.school == school)
    ctx.db.execute(update(space_schools).where(this).values(hue=hue))


class SetRetention(CommandParams, kw_only=True):
    space: Id
    months: Literal[3, 6, 12, 24, 36]


@feature.command("space.set_retention", administrator=True, answers={"space": Space}, emits=["space.changed"], when_closed=True)
def set_retention(ctx: Context, p: SetRetention) -> Mapping[str, Any]:
    """Say how many months after it was closed the space is erased, with all that is in it. Administrators are told a month before."""
    _project(ctx)
    if ctx.db.execute(select(endings.c.erased_at).where(endings.c.space == p.space)).scalar():
        raise Conflict(code="space_erased")
    _KEEP(ctx.db, {"space": p.space, "months": p.months, "warned_at": None, "erased_at": None})
    ctx.emit("space.changed", Ref("space", p.space))
    return {"space": Ref("space", p.space)}


def _project(ctx: Context) -> None:
    if ctx.rules.kind != "project":
        raise Conflict(code="not_for_desks")


feature.example("space.set_retention", "alice", {"space": "{space}", "months": 24})
feature.example("space.set_hue", "alice", {"space": "{space}", "school": "{school}", "hue": "plum"})
