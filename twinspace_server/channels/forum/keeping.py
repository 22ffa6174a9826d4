"""What becomes of a forum as a place: whether others have written in it, and that nothing of it stays when it goes for ever."""

from collections.abc import Sequence

from sqlalchemy import delete, select

from twinspace_server.storage.store import Db

from .tables import marks, originals, posts, topics


def others(db: Db, places: Sequence[str], person: str) -> bool:
    """Whether somebody else has written there; what lies in the forum's own bin counts too."""
    written = select(posts.c.id).where(posts.c.place.in_(places), posts.c.author != person).limit(1)
    return db.execute(written).first() is not None


def forget(db: Db, places: Sequence[str]) -> None:
    """Drops topics and posts of forums that go for ever, what they said before, and everybody's marks on them."""
    there = select(topics.c.id).where(topics.c.place.in_(places))
    db.execute(delete(marks).where(marks.c.topic.in_(there)))
    db.execute(delete(originals).where(originals.c.topic.in_(there)))
    db.execute(delete(posts).where(posts.c.place.in_(places)))
    db.execute(delete(topics).where(topics.c.place.in_(places)))
