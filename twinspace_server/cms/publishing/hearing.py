"""What happens elsewhere and matters to what is public: the bin, deleted files, and everything that strangers don't see yet."""

from sqlalchemy import select, update

from twinspace_server.errors import NotAllowed, Reason
from twinspace_server.law.published import public_files, publications
from twinspace_server.law.rights import Right
from twinspace_server.live.feature import Context, Emission, Ref

from .putting import close
from .terms import feature


@feature.on("place.binned")
def binned(ctx: Context, happened: Emission) -> None:
    """What goes into the bin is public no longer, and isn't again by being restored. Who may delete it only as its author can't."""
    if happened.place is None:
        return
    gone = [happened.place, *ctx.rules.within(happened.place)]
    public = {place for (place,) in ctx.db.execute(select(publications.c.place).where(
        publications.c.space == ctx.space, publications.c.revision.is_not(None)))}  # fmt: skip
    for place in public & {*gone}:
        if not ctx.rules.decide(ctx.person, place, Right.DELETE).allowed:
            raise NotAllowed(why=(Reason("published_stays"),))
    close(ctx, sorted(public & {*gone}))


@feature.on("file.deleted")
def file_deleted(ctx: Context, happened: Emission) -> None:
    """A file that strangers see is not deleted by its author alone."""
    if happened.place is None or ctx.rules.moderates(ctx.person, happened.place).allowed:
        return
    files = [lost.gone.id for lost in happened.lost]
    shown = ctx.db.execute(select(public_files.c.file).where(public_files.c.file.in_(files))).first()
    if shown is not None and not ctx.rules.decide(ctx.person, happened.place, Right.DELETE).allowed:
        raise NotAllowed(why=(Reason("published_stays"),))


def _drifted(ctx: Context, happened: Emission) -> None:
    """Something was changed that strangers don't see yet: whoever looks at the place is told once."""
    if happened.place is None:
        return
    ids = [ref.id for ref in happened.items if ref.kind == "file"] + [lost.gone.id for lost in happened.lost]
    showing = select(public_files.c.place).where(public_files.c.file.in_(ids))
    stands = (publications.c.place == happened.place) | publications.c.place.in_(showing)
    fresh = select(publications.c.place).where(stands, publications.c.revision.is_not(None), publications.c.changed == 0)
    for place in [place for (place,) in ctx.db.execute(fresh)]:
        if place in ctx.rules.places and not ctx.rules.places[place].binned:
            ctx.db.execute(update(publications).where(publications.c.place == place).values(changed=1))
            ctx.emit("place.drifted", Ref("place", place), place=place)


for _event in (
    "place.changed", "page.changed", "file.added", "file.changed", "file.replaced", "file.moved", "file.arrived",
    "file.deleted", "file.restored", "file.hidden", "file.shown", "picture.said",
):  # fmt: skip
    feature.on(_event, emits=["place.drifted"])(_drifted)
