"""What one person may do in one space at this moment: the law's decisions, turned into going on or a refusal.

Every handler's `Context` is one. To the law it adds what lies in rows and passes with time: gates of rooms and time-outs. It decides
nothing by itself, and changes nothing.
"""

from collections.abc import Callable
from dataclasses import dataclass

from twinspace_server.clock import iso
from twinspace_server.errors import NotAllowed, NotFound, Reason
from twinspace_server.law import gates
from twinspace_server.law.rights import Decision, Law, Right, View
from twinspace_server.live.items import Item, ItemKind
from twinspace_server.storage.store import Db


def demand(decision: Decision) -> None:
    """Turn a decision into nothing, *not found* (without a reason: it would tell) or *not allowed* with its reasons."""
    if not decision.allowed:
        raise NotFound() if decision.hidden else NotAllowed(why=decision.why)


@dataclass(slots=True, kw_only=True)
class Allowed:
    """One person, one space, one law, one moment. `when_closed`, `when_held` and `when_quiet` are what the command that is run may do."""

    db: Db
    person: str
    space: str
    law: Law | None
    now: int
    hold_counter: Callable[[], None]
    when_closed: bool = False
    when_held: bool = False
    when_quiet: bool = False
    writes: bool = False

    @property
    def rules(self) -> Law:
        """The law of the space this runs in."""
        if self.law is None:
            raise NotFound()
        return self.law

    def hold(self) -> None:
        """Take the space's counter row without raising it: what is read from here on, no other writer changes before this unit ends."""
        self.hold_counter()

    def require(self, place: str, right: Right, *, own: bool = False) -> None:
        """Go on only with `right` on `place`; `own` items carry their author's rights."""
        held = None if right is Right.READ else self.held_up(self.person, place)
        self.accept(self.rules.decide(self.person, place, right, own=own, when_closed=self.when_closed, held=held))

    def held_up(self, person: str, place: str) -> Reason | None:
        """What keeps a member from writing there at this moment, before any table is asked: the room's gate, then a time-out."""
        row = self.rules.places.get(place)
        if row is not None and row.gated and not self.when_held:
            if self.writes:
                self.hold()  # nobody ends, extends or changes it between this look and the commit
            shut = gates.held_up(self.db, self.rules, person, place, self.now)
            if shut is not None:
                return shut
        return None if self.when_quiet else self.timed_out(person)

    def timed_out(self, person: str) -> Reason | None:
        """The time-out that a member of this space has at this moment."""
        standing = self.rules.members.get(person)
        if standing is None or standing.quiet_until <= self.now:
            return None
        return Reason("timed_out", {"at": iso(standing.quiet_until)})

    def require_open(self) -> None:
        """Go on only in a space that is not closed: for what needs no more than *read* there."""
        if self.rules.closed:
            raise NotAllowed(why=(Reason("closed"),))

    def require_moderator(self, place: str) -> None:
        """Go on only for those who keep order here: teachers who may read the place, and administrators."""
        self.accept(self.rules.moderates(self.person, place, when_closed=self.when_closed))

    def accept(self, decision: Decision) -> None:
        """Go on, if it is allowed."""
        demand(decision)

    def require_administrator(self) -> None:
        """Go on only for an administrator of the space."""
        self.accept(self.rules.administers(self.person, when_closed=self.when_closed))

    @property
    def view(self) -> View:
        """What this person may see of the space."""
        view = self.rules.view(self.person)
        if view is None:
            raise NotFound()
        return view

    def sees(self, kind: ItemKind, item: Item) -> bool:
        """Whether the reader may see the loaded item."""
        return self.rules.sees(self.person, kind.place(item) or self.space, kind.audience(item))

    def dressed(self, kind: ItemKind, item: Item) -> Item:
        """The item as this reader gets it."""
        return item if kind.dress is None else kind.dress(item, self.rules, self.view)
