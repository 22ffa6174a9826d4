"""What a change of the law means to those who were there before: which places they lost, found, or may do other things in.

The dispatcher asks it in the unit that changed the law (to raise `sees_since`), the hub when it puts a new law in force (to
tell listeners). It compares views; it decides nothing.
"""

from dataclasses import dataclass

from twinspace_server.law.rights import Law, View


@dataclass(frozen=True, slots=True)
class ViewChange:
    """What a change of the law means to one who was a member before it. A place that is new is in neither set."""

    lost: frozenset[str] = frozenset()
    """Could be read, can't any more: the client deletes them."""
    found_or_changed: frozenset[str] = frozenset()
    """Existed before, and can now be read for the first time or with other rights: the client loads them anew."""
    staff_changed: bool = False
    gone: bool = False
    """No member any more; then nothing else is said."""


def difference(old: Law, new: Law) -> dict[str, ViewChange]:
    """For each member of before whose view changed: how. Closing and reopening count, since `may` changes by them."""
    changes: dict[str, ViewChange] = {}
    known: dict[tuple[int, int], ViewChange | None] = {}
    for person in old.members:
        before, after = old.view(person), new.view(person)
        if before is None or after is None:
            changes[person] = ViewChange(gone=True)
            continue
        pair = (before.key, after.key)
        if pair not in known:
            known[pair] = _change(old, before, after)
        change = known[pair]
        if change is not None:
            changes[person] = change
    return changes


def _change(old: Law, before: View, after: View) -> ViewChange | None:
    staff_changed = (before.staff, before.moderates) != (after.staff, after.moderates)
    if before.rights == after.rights and before.closed == after.closed and not staff_changed:
        return None
    lost = frozenset(before.rights.keys() - after.rights.keys())
    if before.closed == after.closed and before.moderates == after.moderates:
        others = {place for place, _ in after.rights.items() - before.rights.items()}
    else:
        others = set(after.rights)
    changed = frozenset(place for place in others if place in old.places and before.acts(place) != after.acts(place))
    return ViewChange(lost, changed, staff_changed) if lost or changed or staff_changed else None
