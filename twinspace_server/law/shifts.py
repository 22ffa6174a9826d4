"""What a changed table would mean: who gains and who loses which right where, found by comparing two laws.

The preview of a rights table asks it, and whoever wants to warn before a change. Both laws decide by themselves; nothing
here knows a rule, a name or a database.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from twinspace_server.law.rights import Law, PlaceRow, View


@dataclass(frozen=True, slots=True)
class Shift:
    """These persons gain and lose these rights (sums) on exactly these places, which stand in the order of the tree."""

    persons: tuple[str, ...]
    gained: int
    lost: int
    places: tuple[str, ...]


def with_places(law: Law, changed: Mapping[str, PlaceRow]) -> Law:
    """The law as it would be with these rows instead of those of the same id."""
    return Law(
        space=law.space,
        tag=law.tag,
        kind=law.kind,
        owner=law.owner,
        closed_at=law.closed_at,
        members=law.members,
        places={**law.places, **changed},
    )


def with_table(law: Law, place: str, rows: Mapping[str, int] | None) -> Law:
    """The law as it would be if the place had this table, or with None inherited again."""
    return with_places(law, {place: replace(law.places[place], own_table=rows is not None, table=rows)})


def moved(law: Law, place: str, to: str) -> Law:
    """The law as it would be if the place stood there; it must not be inside itself."""
    return with_places(law, {place: replace(law.places[place], parent=to)})


def shifts(old: Law, new: Law) -> list[Shift]:
    """For all who are members in both: what changes, those together to whom the very same happens. Losses first, then by how many."""
    alike: dict[tuple[int, int], list[str]] = {}
    views: dict[tuple[int, int], tuple[View, View]] = {}
    for person in old.members:
        before, after = old.view(person), new.view(person)
        if before is not None and after is not None:
            alike.setdefault((before.key, after.key), []).append(person)
            views[before.key, after.key] = before, after
    found: dict[tuple[int, int, tuple[str, ...]], list[str]] = {}
    for pair, persons in alike.items():
        for (gained, lost), places in _changes(*views[pair], old).items():
            found.setdefault((gained, lost, tuple(places)), []).extend(persons)
    made = [Shift(tuple(sorted(persons)), gained, lost, places) for (gained, lost, places), persons in found.items()]
    return sorted(made, key=lambda shift: (not shift.lost, -len(shift.persons), -len(shift.places), shift.persons[0]))


def _changes(before: View, after: View, old: Law) -> dict[tuple[int, int], list[str]]:
    """(gained, lost) → places."""
    changed: dict[tuple[int, int], list[str]] = {}
    if before.rights == after.rights:
        return changed
    for place in (old.space, *old.within(old.space)):
        was, now = before.rights.get(place, 0), after.rights.get(place, 0)
        if was != now:
            changed.setdefault((now & ~was, was & ~now), []).append(place)
    return changed
