"""Read marks over the door: `place.read` moves one's own mark, at one's own desk."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any

from msgspec import Meta
from sqlalchemy import select

from twinspace_server import unread
from twinspace_server.errors import NotFound
from twinspace_server.law import load as law_load
from twinspace_server.live import log
from twinspace_server.live.feature import CommandParams, Context, Feature, Gate, Id, Item, ItemKind, Ref
from twinspace_server.storage.store import Db

feature = Feature("reading")


class Mark(Item, tag="mark", frozen=True):
    """Up to where a place is read; `id` is the place."""

    space: str
    seq: int


def load(db: Db, wanted: Sequence[str]) -> Mapping[str, Item]:
    """Marks by `<person>.<place>`."""
    found: dict[str, Item] = {}
    for key in wanted:
        person, _, place = key.partition(".")
        query = select(unread.marks.c.space, unread.marks.c.seq)
        row = db.execute(query.where(unread.marks.c.person == person, unread.marks.c.place == place)).first()
        if row is not None:
            found[key] = Mark(id=place, space=row[0], seq=row[1])
    return found


feature.item(ItemKind("mark", Mark, load, place=lambda _mark: None))


class ReadPlace(CommandParams, kw_only=True):
    place: Id
    seq: Annotated[int, Meta(ge=0, le=2**53)]


@feature.command("place.read", gate=Gate.PERSON, answers={"mark": Mark}, emits=["place.read"], when_closed=True)
def read(ctx: Context, p: ReadPlace) -> Mapping[str, Any]:
    """I have read this place up to that number. A mark never goes back, and not beyond what has happened."""
    space = law_load.space_of(ctx.db, p.place)
    law = ctx.law_of(space) if space is not None else None
    if space is None or law is None or p.place not in law.readable(ctx.person):
        raise NotFound()
    name = f"{ctx.person}.{p.place}"
    newest, _ = log.head(ctx.db, space)
    if unread.put(ctx.db, ctx.person, space, p.place, min(p.seq, newest)):
        ctx.emit("place.read", Ref("mark", name))
    return {"mark": Ref("mark", name)}
