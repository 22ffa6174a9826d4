"""What the law speaks of: rights and roles, members and places as it sees them, and its answers.

`rights.py` decides with them and hands them out (everybody imports them from there), `load.py` fills them.
Only shapes and their reading live here, never a rule.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import IntFlag
from types import MappingProxyType
from typing import Final, Literal

from twinspace_server.errors import Reason
from twinspace_server.law.published import Published

Role = Literal["teacher", "pupil", "guest", "owner"]
"""What a member is in a space; `owner` is the one member of a desk."""

ROLES: Final = ("teacher", "pupil", "guest")
"""The roles that a table may have a row for."""


class Right(IntFlag):
    """The five rights on a place; a row of a table is a sum of them."""

    READ = 1
    ADD = 2
    EDIT = 4
    DELETE = 8
    PUBLISH = 16
    ALL = 31


KINDS: Final = frozenset({"folder", "archive", "gallery", "forum", "page"})
"""The five kinds that whoever may *add* makes in a folder, and that are then their own; all others are rooms."""
FIXED: Final = frozenset({"session", "pair"})
"""Kinds of place whose table is made by their command alone: nobody changes it, and it lifts nobody's own restriction."""

FIVE: Final = (Right.READ, Right.ADD, Right.EDIT, Right.DELETE, Right.PUBLISH)
NAMES: Final[Mapping[Right, str]] = MappingProxyType({right: str(right.name).lower() for right in FIVE})
"""Rights as they are called on the wire."""


def names(mask: int) -> tuple[str, ...]:
    """A row's rights as on the wire, in their fixed order."""
    return tuple(NAMES[right] for right in FIVE if mask & right)


def mask(rights: Iterable[str]) -> int:
    """The other way round; raises KeyError for a word that is no right."""
    by_name = {name: int(right) for right, name in NAMES.items()}
    total = 0
    for name in rights:
        total |= by_name[name]
    return total


_MAY: Final = tuple(names(bits & 31) + (("moderate",) if bits & 32 else ()) for bits in range(64))


def person_subject(person: str) -> str:
    """How a table calls a person's row."""
    return f"person:{person}"


def role_subject(role: str) -> str:
    """How a table calls a role's row."""
    return f"role:{role}"


ANYBODY: Final[Mapping[str, Role]] = MappingProxyType({"role:teacher": "teacher", "role:pupil": "pupil", "role:guest": "guest"})
"""How the law is asked about somebody in general with a role."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A member as the law sees them; `since` is a moment, `sees_since` a number of the space's log."""

    person: str
    role: Role
    administrator: bool = False
    school: str | None = None
    since: int = 0
    sees_since: int = 0
    quiet_until: int = 0
    """Has a time-out up to this moment (ms): may not write."""
    held: bool = False
    """What they write waits until a teacher lets it through."""


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place as the law sees it; `binned` says that it or a place above is in the bin, `binned_here` that it is itself."""

    id: str
    parent: str | None
    kind: str
    title: str
    own_table: bool = False
    author: str | None = None
    binned: bool = False
    binned_here: bool = False
    binned_by: str | None = None
    gated: bool = False
    """Has a gate (`law/gates.py`), which is asked whenever somebody wants to write here."""
    description: str = ""
    icon: str = ""
    published: Published | None = None
    """How it was public when the law was resolved: for those to whom the place appears with it."""
    table: Mapping[str, int] | None = None
    """Subject → sum of rights, for a place with a table of its own."""

    @property
    def people(self) -> list[str]:
        """The persons whom the place's own table names."""
        return [subject.removeprefix("person:") for subject in self.table or () if subject.startswith("person:")]


@dataclass(frozen=True, slots=True)
class Decision:
    """`hidden` means that the answer is *not found*: to this person the place does not exist."""

    allowed: bool
    hidden: bool
    why: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Audience:
    """Whom of those who may read its place an item is for: everybody, or the staff and the named persons."""

    everybody: bool = False
    staff: bool = False
    persons: frozenset[str] = frozenset()


EVERYBODY: Final = Audience(everybody=True)
STAFF: Final = Audience(staff=True)


def named(persons: Iterable[str], *, staff: bool = False) -> Audience:
    """An item for these persons only; `staff` adds the teachers and administrators who may read the place."""
    return Audience(persons=frozenset(persons), staff=staff)


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """What a member may see and do. Persons with the same rows share it; compare views of one law by `key`."""

    rights: Mapping[str, int]
    """Readable places that are not in the bin → sum of rights, as if the space were open."""
    staff: bool
    """Is an administrator."""
    moderates: bool
    """Is an administrator or a teacher: moderates, and sees the staff's items, in every place of `rights`."""
    closed: bool
    key: int
    """Equal, within one law, for those who may see and do exactly the same everywhere."""

    def may(self, place: str) -> tuple[str, ...]:
        """What one may do there at present, as on the wire. A closed space leaves reading and moderating."""
        return _MAY[self.acts(place)]

    def acts(self, place: str) -> int:
        """`may` as a number: the five rights, and 32 for moderating."""
        rights = self.rights.get(place, 0)
        if not rights:
            return 0
        return (1 if self.closed else rights) | (32 if self.moderates else 0)  # 1: read alone

    def staff_at(self, place: str) -> bool:
        """Sees what is for the staff there: the originals of hidden and withdrawn messages, reports, held notes."""
        return self.moderates and place in self.rights

    def originals(self, place: str) -> bool:
        """The same, asked about a message's originals."""
        return self.staff_at(place)
