"""The laws of the spaces this process works with, each resolved once per version.

Asked inside every unit and every read: the tag in the database says whether the law in memory is the one in force, so
a stale one is never used. Tags are random, so a version that was rolled back can't be taken for a later one.
"""

from twinspace_server.law import load
from twinspace_server.law.rights import Law
from twinspace_server.storage.store import Db

MOST = 5_000


class Laws:
    """A bounded cache of resolved laws, and of which space a place stands in (which never changes)."""

    def __init__(self) -> None:
        self._laws: dict[str, Law] = {}
        self._spaces: dict[str, str] = {}

    def current(self, db: Db, space: str) -> Law | None:
        """The law in force as this unit or read sees it; None where there is no such space."""
        return self.tagged(db, space, load.tag(db, space))

    def tagged(self, db: Db, space: str, tag: str | None) -> Law | None:
        """The same, where the tag was read with something else."""
        if tag is None:
            return None
        law = self._laws.get(space)
        return law if law is not None and law.tag == tag else self.resolve(db, space)

    def resolve(self, db: Db, space: str) -> Law | None:
        """Load the law anew, whatever is in memory."""
        law = load.load(db, space)
        if law is not None:
            self._bound(self._laws)
            self._laws[space] = law
        return law

    def space_of(self, place: str) -> str | None:
        """The space a place stands in, if this process has met it."""
        return self._spaces.get(place)

    def learn(self, place: str, space: str) -> None:
        """Remember where a place stands."""
        self._bound(self._spaces)
        self._spaces[place] = space

    def _bound(self, kept: dict[str, Law] | dict[str, str]) -> None:
        while len(kept) >= MOST:
            kept.pop(next(iter(kept)))
