"""The rights: one piece of code that decides, and that `view`, `readable`, `explain` and `sees` only read out.

`load.py` resolves a `Law` once for each space and version; dispatch, hub, loaders and the "why?" inspector ask it.
It is pure: it must never read a database, a clock or a setting, and what a `Law` once answered it answers for ever,
because another answer needs another version.

The order of a decision; the first rule that speaks about a right decides it, and is what "why?" shows:

1. what is not there: no member, no such place, a place in the bin;
2. for now: a closed space, then what holds this person up at present (`held`: a room's gate, found in the unit by
   `law/gates.py`; time-outs join there). It speaks only about a place that one may read and never about reading, so that
   it does not tell an outsider that a place exists;
3. a desk's owner, an administrator: all rights, always;
4. a place above that is unreadable;
5. teachers may read where a pupil may add. The rule holds for a place if some pupil of the space, or a pupil without
   any row of their own, may add there *or anywhere inside it*. So the way from the root to every place in which pupils
   write is open to teachers, and rule 4 can't take a pupils' room away from their supervision by hiding a folder above
   it from the teachers. (A pupil who may add in a place may read every place above it, so what is opened is at most
   what pupils already read.) It asks what tables say, not whether the space is closed: what was written stays supervised.
   It gives *read* alone, and goes before a teacher's own restriction on the root;
6. what one's own row on the root lacks, except where the nearest table has a row for that very person (a table that
   belongs to its kind, `FIXED`, makes no such exception: being invited to a session lifts no restriction);
7. the nearest table on the way up: the person's row, else the role's row, else nothing.

Without *read* there is nothing else. Authors may edit and delete their own items while they may add there (`own`).
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count
from types import MappingProxyType
from typing import Final

from twinspace_server.errors import Reason
from twinspace_server.law.terms import (
    ANYBODY,
    EVERYBODY,
    FIVE,
    FIXED,
    KINDS,
    NAMES,
    ROLES,
    STAFF,
    Audience,
    Decision,
    PlaceRow,
    Right,
    Role,
    Standing,
    View,
    mask,
    named,
    names,
    person_subject,
    role_subject,
)

__all__ = [
    "ANYBODY", "EVERYBODY", "FIVE", "FIXED", "KINDS", "NAMES", "ROLES", "STAFF", "Audience", "Decision", "Law", "PlaceRow", "Right", "Role",
    "Standing", "View", "mask", "named", "names", "person_subject", "role_subject",
]  # fmt: skip

_READ: Final = 1
_ADD: Final = 2
_DELETE: Final = 8
_ALL: Final = 31  # plain numbers: arithmetic with an IntFlag costs a microsecond each time


@dataclass(slots=True, eq=False)
class _Ruling:
    """What the rules say about one place for one party: each step speaks about the rights in its sum, the first counts."""

    mask: int
    steps: tuple[tuple[int, str, str], ...]
    """(sum of the rights it speaks about, rule, id of the place that the rule names)."""
    decisions: dict[int, Decision] = field(default_factory=dict)


@dataclass(slots=True, eq=False)
class _Party:
    """Those to whom the same rows apply: one role, one row on the root, and no row below it.

    A person with rows below the root is a party of one for the places that these rows may touch (`touched`), and
    belongs to the `wider` party everywhere else. So a law of 500 pupils is mostly decided for a handful of parties.
    """

    role: Role
    master: str | None
    """`administrator` or `desk_owner`: has all rights."""
    on_root: int | None
    subject: str | None = None
    touched: frozenset[str] = frozenset()
    wider: "_Party | None" = None
    rulings: dict[str, _Ruling] = field(default_factory=dict)
    line: bytes | None = None
    view: View | None = None

    @property
    def moderates(self) -> bool:
        return self.role == "teacher" or self.master == "administrator"


_NOT_A_MEMBER: Final = Decision(False, True, (Reason("not_a_member"),))
_NO_SUCH_PLACE: Final = Decision(False, True, (Reason("no_such_place"),))
_CLOSED: Final = Reason("closed")


class Law:
    """The resolved rights of one version of one space. Immutable to its callers; what it worked out it keeps."""

    def __init__(
        self,
        *,
        space: str,
        tag: str,
        kind: str,
        owner: str | None,
        closed_at: int | None,
        members: Mapping[str, Standing],
        places: Mapping[str, PlaceRow],
    ) -> None:
        """`members` are those of now, `places` all of them, binned ones too; the root's id is the space's."""
        self.space: Final = space
        self.tag: Final = tag
        self.kind: Final = kind
        self.owner: Final = owner
        self.closed_at: Final = closed_at
        self.closed: Final = closed_at is not None
        self.members: Final = members
        self.places: Final = places
        self._inside: dict[str, list[str]] = {}
        self._nearest: dict[str, str] = {}
        self._order: list[str] = []
        """Places that are not in the bin, each before those inside it; so what is inside one stands together."""
        self._at: dict[str, int] = {}
        self._end: dict[str, int] = {}
        self._own_tables: dict[str, list[str]] = {}
        self._parties: dict[str, _Party] = {}
        self._wide: dict[tuple[Role, str | None, int | None], _Party] = {}
        self._written_by_pupils: frozenset[str] | None = None
        self._pupils_schools: dict[str, frozenset[str | None]] = {}
        self._keys: dict[bytes, int] = {}
        self._numbers = count(1)
        self._lay_out()

    # --- asking -------------------------------------------------------------------------------------------------

    def decide(
        self, person: str, place: str, right: Right, *, own: bool = False, when_closed: bool = False, held: Reason | None = None
    ) -> Decision:
        """May this person do that there? `own`: the item is theirs. `when_closed`: the command goes on in a closed space.

        A role's subject (`role:pupil`) instead of a person means somebody in general with that role; so in all that can be asked.
        `held` is what holds the person up there at this moment, read by the caller in the same unit; it is never kept.
        """
        party = self._parties.get(person) or self._party(person)
        if party is None:
            return _NOT_A_MEMBER
        if place not in self.places:
            return _NO_SUCH_PLACE
        ruling = self._rule(party, place)
        for_now = self._for_now(when_closed)
        if held is not None and for_now is None:
            return self._decision(party, ruling, right, own, held)
        number = int(right) + (32 if own else 0) + (64 if for_now is not None else 0)
        decision = ruling.decisions.get(number)
        if decision is None:
            decision = ruling.decisions[number] = self._decision(party, ruling, right, own, for_now)
        return decision

    def moderates(self, person: str, place: str, *, when_closed: bool = False) -> Decision:
        """May this person hide, restore, hold, time out there? Teachers who may read the place, and administrators; no table grants it."""
        reading = self.decide(person, place, Right.READ)
        if not reading.allowed:
            return reading
        for_now = self._for_now(when_closed)
        if for_now is not None:
            return _no(for_now)
        party = self._parties[person]
        if party.master == "desk_owner":
            return _no(Reason("no_moderation_in_desk"))
        if party.master is not None:
            return _yes(Reason(party.master))
        if party.role == "teacher":
            return _yes(Reason("teachers_moderate"))
        return _no(Reason("staff_only"))

    def administers(self, person: str, place: str | None = None, *, when_closed: bool = False) -> Decision:
        """May this person do there (in the space) what only administrators do: make rooms, change tables, manage members?"""
        reading = self.decide(person, self.space if place is None else place, Right.READ)
        party = self._parties.get(person)
        if party is None or (reading.hidden and place is not None):
            return reading
        for_now = self._for_now(when_closed)
        if for_now is not None:
            return _no(for_now)
        if party.master is not None:
            return _yes(Reason(party.master))
        return _no(Reason("administrators_only"))

    def bins(self, person: str, place: str) -> Decision:
        """May this person put the place in the bin? It needs *delete* on it and on every place inside it; the root stays.

        Where all of it is theirs, being allowed to add there is enough.
        """
        own = self.owns(person, place)
        here = self.decide(person, place, Right.DELETE, own=own)
        if not here.allowed:
            return here
        if place == self.space:
            return _no(Reason("root_stays"))
        party = self._parties[person]
        if all(self._rule(party, inner).mask & (_DELETE | (_ADD if own else 0)) for inner in self.within(place)):
            return here
        return _no(Reason("delete_all_inside"))

    def owns(self, person: str, place: str) -> bool:
        """Did this person make the place and every place inside it? Rooms belong to nobody."""
        if place not in self.places:
            return False
        rows = [self.places[one] for one in (place, *self.within(place))]
        return all(row.author == person and row.kind in KINDS for row in rows)

    def restores(self, person: str, place: str, *, elsewhere: bool = False) -> Decision:
        """May this person take the place out of the bin? Administrators, also to `elsewhere` than it was; and who put it there, while
        they may still add where it was. For all others what is in the bin is not there."""
        party = self._parties.get(person) or self._party(person)
        if party is None:
            return _NOT_A_MEMBER
        row = self.places.get(place)
        if row is None:
            return _NO_SUCH_PLACE
        if party.master is None and not self._put_there(party, person, row):
            return Decision(False, True, (self._reason("in_bin", place),)) if row.binned else self.administers(person, place)
        for_now = self._for_now(False)
        if for_now is not None:
            return _no(for_now)
        if not row.binned_here:
            return _no(Reason("above_in_bin" if row.binned else "not_in_bin"))
        if elsewhere and party.master is None:
            return _no(Reason("administrators_only"))
        if not elsewhere and row.parent is not None and self.places[row.parent].binned:
            return _no(Reason("above_in_bin"))
        return _yes(Reason(party.master or "binned_it"))

    def erases(self, person: str, place: str) -> Decision:
        """May this person let go for ever what is in the bin? Administrators, in a closed space too."""
        party = self._parties.get(person) or self._party(person)
        if party is None:
            return _NOT_A_MEMBER
        row = self.places.get(place)
        if row is None:
            return _NO_SUCH_PLACE
        if party.master is None:
            return Decision(False, True, (self._reason("in_bin", place),)) if row.binned else self.administers(person, place)
        if not row.binned_here:
            return _no(Reason("above_in_bin" if row.binned else "not_in_bin"))
        return _yes(Reason(party.master))

    def _put_there(self, party: _Party, person: str, row: PlaceRow) -> bool:
        if not row.binned_here or row.binned_by != person or row.parent is None:
            return False
        return self.places[row.parent].binned or bool(self._rule(party, row.parent).mask & _ADD)

    def explain(self, person: str, place: str, held: Reason | None = None) -> dict[str, Decision]:
        """For each right, and for `moderate`, the decision of now with its chain of rules. (Hiding goes on in a closed space.)"""
        answers = {name: self.decide(person, place, right, held=held) for right, name in NAMES.items()}
        answers["moderate"] = self.moderates(person, place, when_closed=True)
        return answers

    def view(self, person: str) -> View | None:
        """What this person may see and do; None for one who is not a member."""
        party = self._parties.get(person) or self._party(person)
        if party is None:
            return None
        if party.view is None:
            party.view = self._view(party)
        return party.view

    def readable(self, person: str) -> frozenset[str]:
        """The places that this person may read, for search, counts and lists."""
        view = self.view(person)
        return frozenset(view.rights) if view else frozenset()

    def sees(self, person: str, place: str, audience: Audience = EVERYBODY) -> bool:
        """May this person see an item of that place that is meant for this audience?"""
        view = self.view(person)
        if view is None or place not in view.rights:
            return False
        return audience.everybody or person in audience.persons or (audience.staff and view.moderates)

    def pupils_schools(self, place: str) -> frozenset[str | None]:
        """The schools of the pupils who may write there by the tables (None: of pupils without a school)."""
        found = self._pupils_schools.get(place)
        if found is None:
            pupils = ((standing.school, self._party(person)) for person, standing in self.members.items() if standing.role == "pupil")
            found = frozenset(school for school, party in pupils if party is not None and self._rule(party, place).mask & _ADD)
            self._pupils_schools[place] = found
        return found

    def read_along(self, place: str) -> list[str]:
        """The teachers and administrators who may read a place in which pupils may write; nobody elsewhere."""
        if place not in self._pupils_write():
            return []
        return [person for person in self.members if self.sees(person, place, STAFF)]

    def nearest_table(self, place: str) -> str:
        """The place whose table decides there: itself, or the next one above with a table of its own."""
        return self._nearest[place]

    def within(self, place: str) -> list[str]:
        """The places inside, at any depth, that are not in the bin."""
        at = self._at.get(place)
        return [] if at is None else self._order[at + 1 : self._end[place]]

    # --- the rules ----------------------------------------------------------------------------------------------

    def _for_now(self, when_closed: bool) -> Reason | None:
        """What holds everybody up at present, before any table is asked."""
        return _CLOSED if self.closed and not when_closed else None

    def _rule(self, party: _Party, place: str) -> _Ruling:
        if party.wider is not None and place not in party.touched:
            party = party.wider
        ruling = party.rulings.get(place)
        if ruling is None:
            ruling = party.rulings[place] = self._judge(party, self.places[place])
        return ruling

    def _judge(self, party: _Party, row: PlaceRow) -> _Ruling:
        """The rules about one place, in their order, for all five rights at once."""
        if row.binned:
            return _Ruling(0, ((_ALL, "in_bin", row.id),))
        if party.master is not None:
            return _Ruling(_ALL, ((_ALL, party.master, row.id),))
        if row.parent is not None and not self._rule(party, row.parent).mask & _READ:
            return _Ruling(0, ((_ALL, "above_unreadable", row.parent),))
        steps: list[tuple[int, str, str]] = []
        allowed, unspoken = 0, _ALL
        if party.role == "teacher" and row.id in self._pupils_write():
            steps.append((_READ, "teachers_read_along", row.id))
            allowed, unspoken = _READ, _ALL & ~_READ
        nearest = self._nearest[row.id]
        table = self.places[nearest].table or {}
        if nearest == self.space:
            granted = party.on_root
        else:
            granted = table.get(party.subject) if party.subject is not None else None
            excepted = granted is not None and self.places[nearest].kind not in FIXED
            lacking = 0 if party.on_root is None or excepted else unspoken & ~party.on_root
            if lacking:
                steps.append((lacking, "root_row_lacks", self.space))
                unspoken &= ~lacking
        rule = "own_row"
        if granted is None:
            granted = table.get(role_subject(party.role))
            rule = "role_row" if granted is not None else "no_row"
        steps.append((unspoken, rule, nearest))
        allowed |= (granted or 0) & unspoken
        return _Ruling(allowed if allowed & _READ else 0, tuple(steps))

    def _pupils_write(self) -> frozenset[str]:
        """The places in which some pupil may add, and all places on the way to them (rule 5)."""
        if self._written_by_pupils is None:
            pupils = [party for person in self.members if (party := self._party(person)) and party.role == "pupil" and not party.master]
            whole = {id(party): party for party in (self._wide_party("pupil", None, None), *pupils) if party.wider is None}
            found: set[str] = set()
            for party in whole.values():
                found.update(self._places_with_add(party, self._order))
            for party in pupils:
                if party.wider is not None:  # what its wider party may do elsewhere is known, if that one stands for somebody
                    found.update(self._places_with_add(party, party.touched if id(party.wider) in whole else self._order))
            ways = set(found)
            for place in found:
                above = self.places[place].parent
                while above is not None and above not in ways:
                    ways.add(above)
                    above = self.places[above].parent
            self._written_by_pupils = frozenset(ways)
        return self._written_by_pupils

    def _places_with_add(self, party: _Party, among: Iterable[str]) -> Iterator[str]:
        return (place for place in among if self._rule(party, place).mask & _ADD)

    # --- reading out --------------------------------------------------------------------------------------------

    def _decision(self, party: _Party, ruling: _Ruling, right: Right, own: bool, for_now: Reason | None) -> Decision:
        reading = self._chain(party, ruling, _READ)
        if not ruling.mask & _READ:
            nothing_there = right == _READ or ruling.steps[0][1] in ("in_bin", "above_unreadable")
            return Decision(False, True, reading if nothing_there else (Reason("nothing_without_read"), *reading))
        if for_now is not None and right != _READ:
            return _no(for_now)
        chain = reading if right == _READ else self._chain(party, ruling, int(right))
        if ruling.mask & right:
            return Decision(True, False, chain)
        if own and right in (Right.EDIT, Right.DELETE):
            adding = self._chain(party, ruling, _ADD)
            if ruling.mask & _ADD:
                return Decision(True, False, (Reason("own_item"), *adding))
            return Decision(False, False, (*chain, Reason("own_item_needs_add"), *adding))
        return Decision(False, False, chain)

    def _chain(self, party: _Party, ruling: _Ruling, right: int) -> tuple[Reason, ...]:
        """The first rule that speaks about this right, and for an unreadable place above what speaks there."""
        _, rule, place = next(step for step in ruling.steps if step[0] & right)
        if rule == "above_unreadable":
            chain = self._chain(party, self._rule(party, place), _READ)
            return chain if chain[0].code == rule else (self._reason(rule, place), *chain)
        if rule in ("own_row", "role_row", "no_row", "root_row_lacks"):
            refused = rule in ("own_row", "role_row") and not self._granted(party, rule, place) & right
            return (self._reason(f"{rule}_lacks" if refused else rule, place, right=NAMES[Right(right)], role=party.role),)
        return (Reason(rule),) if rule == party.master else (self._reason(rule, place),)

    def _granted(self, party: _Party, rule: str, nearest: str) -> int:
        if rule == "own_row" and nearest == self.space:
            return party.on_root or 0
        subject = party.subject if rule == "own_row" else role_subject(party.role)
        return (self.places[nearest].table or {})[str(subject)]

    def _reason(self, code: str, place: str, **args: str) -> Reason:
        return Reason(code, {"place": self.places[place].title, "at": place, **args})

    def _line(self, party: _Party) -> bytes:
        """The sums of rights in the order of `_order`, one byte for each place."""
        if party.line is None:
            if party.wider is None:
                party.line = bytes([self._rule(party, place).mask for place in self._order])
            else:
                line = bytearray(self._line(party.wider))
                for place in party.touched:
                    line[self._at[place]] = self._rule(party, place).mask
                party.line = bytes(line)
        return party.line

    def _view(self, party: _Party) -> View:
        line = self._line(party)
        staff = party.master == "administrator"
        return View(
            rights=MappingProxyType({place: bits for place, bits in zip(self._order, line, strict=True) if bits}),
            staff=staff,
            moderates=party.moderates,
            closed=self.closed,
            key=self._keys.setdefault(bytes([staff, party.moderates]) + line, next(self._numbers)),
        )

    # --- laying out ---------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        """Puts the tree in order, finds each place's nearest table and each person's rows. A tree that hangs loose is a bug."""
        for place, row in self.places.items():
            if row.parent is not None:
                self._inside.setdefault(row.parent, []).append(place)
            for subject in row.table or ():
                if subject.startswith("person:") and place != self.space:
                    self._own_tables.setdefault(subject, []).append(place)
        reached = 0
        waiting: list[tuple[str, bool]] = [(self.space, False)]
        while waiting:
            place, left = waiting.pop()
            if left:
                self._end[place] = len(self._order)
                continue
            reached += 1
            row = self.places[place]
            self._nearest[place] = place if row.own_table or row.parent is None else self._nearest[row.parent]
            if not row.binned:
                self._at[place] = len(self._order)
                self._order.append(place)
                waiting.append((place, True))
            waiting.extend((inner, False) for inner in reversed(self._inside.get(place, ())))
        if reached != len(self.places):
            raise ValueError(f"space {self.space}: {len(self.places) - reached} places do not hang on the root")

    def _party(self, person: str) -> _Party | None:
        party = self._parties.get(person)
        if party is not None:
            return party
        standing = self.members.get(person)
        if standing is None:
            return self._anybody(person)
        subject = person_subject(person)
        if self.kind == "desk":
            master: str | None = "desk_owner"
        else:
            master = "administrator" if standing.administrator else None
        on_root = (self.places[self.space].table or {}).get(subject)
        party = self._wide_party(standing.role, master, None if master else on_root)
        tables = self._own_tables.get(subject)
        if tables and master is None:
            touched = frozenset(inner for place in tables if place in self._at for inner in self._order[self._at[place] : self._end[place]])
            party = _Party(standing.role, None, on_root, subject, touched, party)
        self._parties[person] = party
        return party

    def _anybody(self, subject: str) -> _Party | None:
        """Somebody in general with the role of this subject (`role:pupil`), about whom no table has a row. No person's id looks like it."""
        role: Role | None = ANYBODY.get(subject) if self.kind == "project" else None
        if role is None:
            return None
        party = self._parties[subject] = self._wide_party(role, None, None)
        return party

    def _wide_party(self, role: Role, master: str | None, on_root: int | None) -> _Party:
        return self._wide.setdefault((role, master, on_root), _Party(role, master, on_root))


def _yes(reason: Reason) -> Decision:
    return Decision(True, False, (reason,))


def _no(reason: Reason) -> Decision:
    return Decision(False, False, (reason,))
