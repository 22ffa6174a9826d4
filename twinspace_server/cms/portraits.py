"""Taking in a photo of oneself (SET-01): uploaded like any picture, to one's own desk, and so made anew without metadata.

A browser has cropped it to a small square; what is larger is refused. The old photo's bytes go when nobody names them any more.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import delete

from twinspace_server import ids
from twinspace_server.cms.files.contents import part_with, take_upload
from twinspace_server.errors import BadInput
from twinspace_server.files.kinds import PICTURES
from twinspace_server.live.feature import CommandParams, Context, Feature, Gate, Id, Ref
from twinspace_server.live.keeping import Erasing
from twinspace_server.people.accounts import Person
from twinspace_server.people.portraits import blob_of, portraits, put
from twinspace_server.people.profile import tell_spaces
from twinspace_server.storage.store import Db

MOST_SIDE = 512

feature = Feature("portraits")


class SetPortrait(CommandParams, kw_only=True):
    upload: Id


@feature.command("portrait.set", gate=Gate.PERSON, answers={"person": Person}, emits=["person.changed"])
def set_portrait(ctx: Context, p: SetPortrait) -> Mapping[str, Any]:
    """Show this photo of oneself: a square picture that was uploaded to one's own desk.

    Of a pupil it is seen only where there is consent.
    """
    portrait, before = ids.new(ctx.now), blob_of(ctx.db, ctx.person)
    row = take_upload(ctx, p.upload, portrait)
    if row.type not in PICTURES or row.width != row.height or row.width > MOST_SIDE:
        raise BadInput(code="portrait_not_square", path="$.upload")
    put(ctx.db, {"person": ctx.person, "id": portrait, "blob": row.blob, "size": row.size, "type": row.type, "at": ctx.now})
    return _changed(ctx, before)


class DropPortrait(CommandParams, kw_only=True):
    pass


@feature.command("portrait.drop", gate=Gate.PERSON, answers={"person": Person}, emits=["person.changed"])
def drop(ctx: Context, p: DropPortrait) -> Mapping[str, Any]:
    """Show one's initials again."""
    before = blob_of(ctx.db, ctx.person)
    ctx.db.execute(delete(portraits).where(portraits.c.person == ctx.person))
    return _changed(ctx, before)


def _changed(ctx: Context, before: str | None) -> Mapping[str, Any]:
    if before is not None:
        part_with(ctx.db, [before])
    tell_spaces(ctx, ctx.person)
    ctx.emit("person.changed", Ref("person", ctx.person))
    return {"person": Ref("person", ctx.person)}


def _contents(db: Db, person: str) -> Iterable[tuple[str, str]]:
    blob = blob_of(db, person)
    return [("photo", blob)] if blob is not None else []


def _erase(erasing: Erasing) -> None:
    blob = blob_of(erasing.db, erasing.person)
    erasing.db.execute(delete(portraits).where(portraits.c.person == erasing.person))
    if blob is not None:
        part_with(erasing.db, [blob])


feature.keeps(portraits, "person", "own", everywhere=True, also=_erase, contents=_contents)

feature.example("upload", "alice", {"place": "{desk}", "name": "me.png", "picture": [64, 64]}, gives="photo")
feature.example("portrait.set", "alice", {"upload": "{photo}"})
feature.example("portrait.drop", "alice", {})
