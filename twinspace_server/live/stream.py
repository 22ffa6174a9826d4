"""One space as this process follows it: its number, its law, its listeners in groups, and the ring of its newest events.

The hub feeds entries in; they are applied strictly in order of their numbers, changes of the law included. Listeners who
may see and do the same form a group: one decision, one encoding and one byte string for all of them. Nothing here reads a
database or waits.
"""

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from time import monotonic
from typing import TYPE_CHECKING, Any, Protocol

import msgspec

from twinspace_server.clock import iso
from twinspace_server.law.changes import ViewChange, difference
from twinspace_server.law.rights import Audience, Law, View
from twinspace_server.live.feature import Gone, Item, Registry
from twinspace_server.live.frames import Frame, frame
from twinspace_server.live.log import Entry, Loaded
from twinspace_server.metrics import ours

RING_ENTRIES = 1_000
RING_BYTES = 1 << 20
FRAME_BYTES = 60_000
CROWD = 64
"""Listeners from which on a group is a crowd: each frame costs it a system call for every one of them."""
APART_SECONDS = 0.04
"""A crowd gets its frames no closer together than this; what is said between two of them travels in one. Nobody sees it, and a
busy hall costs half. A line after a pause goes out at once."""
FULL = 8
"""Texts that don't wait: where so many come at once, they travel together anyhow."""

_encode = msgspec.json.Encoder().encode

if TYPE_CHECKING:
    from collections.abc import Callable


class EventParams(msgspec.Struct):
    """A numbered event as it goes to a listener."""

    space: str
    seq: int
    bookmark: str
    event: str
    place: str | None
    by: str
    at: str
    put: list[Item]
    gone: list[Gone]


class EventNotification(msgspec.Struct):
    """The JSON-RPC notification around it."""

    params: EventParams
    method: str = "event"
    jsonrpc: str = "2.0"


def notification(**params: Any) -> bytes:
    """An event that has no number: presence, typing, a place lost or found."""
    return _encode({"jsonrpc": "2.0", "method": "event", "params": params})


class Reader(Protocol):
    """What a stream needs of a socket."""

    person: str

    def send(self, frame: Frame) -> None: ...

    def send_large(self, frames: Sequence[Frame]) -> None:
        """Send what must arrive whole, and may be more than a reader may fall behind."""
        ...

    def lost(self, space: str) -> None: ...


class Listener:
    """One socket's ear in one space; without a group while it is still being told what it missed."""

    __slots__ = ("group", "reader", "stream")

    def __init__(self, reader: Reader, stream: "Stream") -> None:
        self.reader = reader
        self.stream = stream
        self.group: Group | None = None


class Group:
    """Listeners with the same view, and what waits to be written to all of them."""

    __slots__ = ("flushed_at", "listeners", "patient", "view", "waiting")

    def __init__(self, view: View) -> None:
        self.view = view
        self.listeners: set[Listener] = set()
        self.waiting: list[bytes] = []
        self.flushed_at = 0.0
        self.patient = False
        """Whether a flush is on its way already."""

    def patience(self, now: float) -> float:
        """Seconds that what waits may wait for more, before one frame carries it to a crowd; mostly none."""
        if len(self.listeners) < CROWD or len(self.waiting) >= FULL:
            return 0.0
        return max(0.0, self.flushed_at + APART_SECONDS - now)

    def flush(self) -> None:
        """Join what waits into as few frames as fit, and write the same bytes to everyone."""
        self.patient = False
        if not self.waiting:
            return
        frames = [frame(text) for text in joined(self.waiting)]
        ours().deliveries.inc(len(self.waiting) * len(self.listeners))
        self.waiting = []
        self.flushed_at = monotonic()
        for listener in tuple(self.listeners):
            for one in frames:
                listener.reader.send(one)


def joined(texts: list[bytes]) -> Iterable[bytes]:
    """Notifications as few JSON texts: one alone as it is, several as a JSON-RPC batch, none above the frame's bound."""
    batch: list[bytes] = []
    size = 0
    for text in texts:
        if batch and size + len(text) > FRAME_BYTES:
            yield batch[0] if len(batch) == 1 else b"[" + b",".join(batch) + b"]"
            batch, size = [], 0
        batch.append(text)
        size += len(text) + 1
    if batch:
        yield batch[0] if len(batch) == 1 else b"[" + b",".join(batch) + b"]"


class Kept:
    """An entry in the ring, with the byte strings already made of it."""

    __slots__ = ("encoded", "entry", "kept", "size")

    def __init__(self, entry: Entry) -> None:
        self.entry = entry
        self.kept = False
        self.encoded: dict[Any, bytes | None] = {}
        self.size = 400 + 40 * len(entry.loaded)

    def change(self, name: tuple[str, str], item: Loaded | None) -> None:
        """Have the item as it is now, or no longer; what was encoded of the older one is void."""
        others = [x for x in self.entry.loaded if (x.kind.name, x.item.id) != name]
        self.entry.loaded = others if item is None else [*others, item]
        self.encoded.clear()


class Ring:
    """The newest events of a space, for those who come back soon; bounded in number and bytes.

    When an event names an item, the item is dropped from the older entries: a withdrawn text can't come out of memory. In
    the oldest, what holds others is renewed instead: nothing happens in a place that is not known.
    """

    def __init__(self) -> None:
        self.entries: deque[Kept] = deque()
        self.size = 0
        self._at: dict[tuple[str, str], tuple[Kept, ...]] = {}
        """By an item's name: the entries that have it, the oldest first."""

    def add(self, entry: Entry) -> Kept:
        kept = Kept(entry)
        for lost in entry.lost:
            for older in self._at.pop((lost.gone.kind, lost.gone.id), ()):
                older.change((lost.gone.kind, lost.gone.id), None)
        for loaded in entry.loaded:
            name = (loaded.kind.name, loaded.item.id)
            at = self._at.get(name, ())
            renewed = at[:1] if loaded.kind.holds else ()
            for older in at:
                older.change(name, loaded if older in renewed else None)
            self._at[name] = (*renewed, kept)
        self.entries.append(kept)
        kept.kept = True
        self.size += kept.size
        while len(self.entries) > RING_ENTRIES or self.size > RING_BYTES:
            self._drop()
        return kept

    def grew(self, kept: Kept, by: int) -> None:
        """Count what encoding made of an entry, if it is still here."""
        if kept.kept:
            kept.size += by
            self.size += by

    def after(self, seq: int) -> list[Kept] | None:
        """What is newer than `seq`, or None where the ring doesn't reach back that far."""
        if not self.entries or self.entries[0].entry.seq > seq + 1:
            return None
        return [kept for kept in self.entries if kept.entry.seq > seq]

    def tag(self, seq: int) -> str | None:
        """The tag of an event that is still here."""
        if not self.entries or not self.entries[0].entry.seq <= seq <= self.entries[-1].entry.seq:
            return None
        return self.entries[seq - self.entries[0].entry.seq].entry.tag

    def _drop(self) -> None:
        oldest = self.entries.popleft()
        oldest.kept = False
        self.size -= oldest.size
        for loaded in oldest.entry.loaded:
            name = (loaded.kind.name, loaded.item.id)
            if len(self._at[name]) > 1:
                self._at[name] = self._at[name][1:]
            else:
                del self._at[name]


class Stream:
    """A space as followed here. `seen` is None until the first read said where it stands."""

    def __init__(self, space: str, registry: Registry, dirty: "Callable[[Group], None]") -> None:
        self.space = space
        self.registry = registry
        self.seen: int | None = None
        self.law: Law | None = None
        self.wanted = 0
        self.users = 0
        self.ahead: dict[int, Entry] = {}
        self.ring = Ring()
        self.groups: dict[int, Group] = {}
        self.listeners: set[Listener] = set()
        self.on_law: set[Callable[[], None]] = set()
        """Called when another law is in force here."""
        self._dirty = dirty

    # -- numbers ---------------------------------------------------------------------------------------------

    def begin(self, seq: int) -> None:
        """Take up at `seq`, and go on with what was held meanwhile."""
        self.seen = seq
        for number in [n for n in self.ahead if n <= seq]:
            del self.ahead[number]
        self._drain()

    def learn(self, law: Law, as_of: int) -> None:
        """Without a law yet: put the one that was read as of that number in force, unless what came since has changed it."""
        if self.law is not None or self.seen is None or self.seen < as_of:
            return
        since = [] if self.seen == as_of else self.ring.after(as_of)
        if since is not None and not any(kept.entry.changes_law for kept in since):
            self.law = law

    def offer(self, entry: Entry) -> bool:
        """Apply it if it is next, hold it if it is ahead, drop it if it is old. True when something is still missing."""
        if self.seen is None or entry.seq > self.seen:
            self.ahead[entry.seq] = entry
        self._drain()
        return self.seen is not None and bool(self.ahead)

    def catch_up(self, entries: list[Entry], head: int, law: Law | None) -> None:
        """Take over what the log has up to `head`, under the law of that same read."""
        if self.seen is None or head <= self.seen:
            return
        seen = self.seen
        newer = [entry for entry in entries if entry.seq > seen]
        if law is not None and self.law is not None and law.tag != self.law.tag:
            # Only the law of the end is known. What was before the first change is still told under the old one, so that whoever
            # is removed hears all that came before, and `space.lost` carries no number above the removal's.
            changing = [entry.seq for entry in newer if entry.changes_law]
            first, last = (changing[0], changing[-1]) if changing else (seen + 1, head)
            for entry in newer:
                if entry.seq < first:
                    self._deliver(entry)
            newer = [entry for entry in newer if entry.seq >= first]
            self.change_law(law, last, lost_at=first)
        for entry in newer:
            self._deliver(entry)
        self.begin(head)

    def _drain(self) -> None:
        while self.seen is not None and (entry := self.ahead.pop(self.seen + 1, None)) is not None:
            if entry.law is not None and self.law is not None and entry.law.tag != self.law.tag:
                known = entry.changes
                self.change_law(entry.law, entry.seq, known[1] if known is not None and known[0] == self.law.tag else None)
            self._deliver(entry)
            self.seen = entry.seq

    # -- delivering ------------------------------------------------------------------------------------------

    def _deliver(self, entry: Entry) -> None:
        kept = self.ring.add(entry)
        if self.law is None:
            return
        for group in self.groups.values():
            if entry_names_persons(entry):
                for listener in tuple(group.listeners):
                    text = self.text(kept, group.view, listener.reader.person)
                    if text is not None:
                        group.flush()
                        listener.reader.send(frame(text))
                continue
            text = self.text(kept, group.view)
            if text is not None:
                group.waiting.append(text)
                self._dirty(group)

    def text(self, kept: Kept, view: View, person: str | None = None) -> bytes | None:
        """The event as those with this view get it, or None when there is nothing in it for them."""
        entry = kept.entry
        if entry.place is not None and entry.place not in view.rights:
            return None
        visible = tuple([i for i, loaded in enumerate(entry.loaded) if sees(view, self.space, loaded, person)])
        gone = _gone(entry, visible, view, person) if entry.lost else ()
        if not visible and not gone:
            return None
        law = self.law
        assert law is not None
        dressed = any(entry.loaded[i].kind.dress is not None for i in visible)
        name = (visible, gone, view.key, law.tag) if dressed else (visible, gone)
        if name not in kept.encoded:
            put = [_dressed(entry.loaded[i], law, view) for i in visible]
            text = _encode(
                EventNotification(
                    EventParams(entry.space, entry.seq, entry.bookmark, entry.event, entry.place, entry.by, iso(entry.at), put, list(gone))
                )
            )
            kept.encoded[name] = text
            self.ring.grew(kept, len(text))
        return kept.encoded[name]

    def pass_on(self, place: str | None, text: bytes) -> None:
        """An event without a number, for those who may read the place (None: all who listen to the space)."""
        for group in self.groups.values():
            if place is None or place in group.view.rights:
                group.waiting.append(text)
                self._dirty(group)

    # -- listeners -------------------------------------------------------------------------------------------

    def join(self, listener: Listener) -> None:
        """Let it hear everything from here on. What waits in the group is older, so it is written first.

        Its view is that of this stream's own law: another `Law` of the same version numbers its views differently, and a pupil
        could come to stand among the staff.
        """
        view = self.law.view(listener.reader.person) if self.law is not None else None
        if view is None:
            raise LookupError("only a member joins")
        group = self.groups.get(view.key)
        if group is None:
            group = self.groups[view.key] = Group(view)
        group.flush()
        group.listeners.add(listener)
        listener.group = group

    def leave(self, listener: Listener) -> None:
        """It hears nothing more."""
        self.listeners.discard(listener)
        group = listener.group
        if group is not None:
            group.listeners.discard(listener)
            listener.group = None
            if not group.listeners and self.groups.get(group.view.key) is group:
                del self.groups[group.view.key]

    def change_law(self, law: Law, seq: int, known: Mapping[str, ViewChange] | None = None, *, lost_at: int | None = None) -> None:
        """Put a new law in force here: tell each listener what was lost and found, and group them anew.

        `known` is the difference, where the unit that changed the law has worked it out; `lost_at` the number from which on
        those who are removed hear nothing, where it isn't `seq`.
        """
        for group in self.groups.values():
            group.flush()
        old, self.law = self.law, law
        assert old is not None
        changes = difference(old, law) if known is None else known
        self.groups = {}
        told_once: dict[tuple[int, int], list[Frame]] = {}
        for listener in tuple(self.listeners):
            person = listener.reader.person
            view = law.view(person)
            change = changes.get(person)
            if view is None or self.space not in view.rights:
                self.listeners.discard(listener)
                listener.group = None
                listener.reader.send(frame(notification(space=self.space, seq=lost_at or seq, event="space.lost")))
                listener.reader.lost(self.space)
                continue
            if change is not None:
                # Those to whom the same happens share the change and the view: one encoding for all of them.
                shared = (id(change), view.key)
                if shared not in told_once:
                    told_once[shared] = [frame(text) for text in joined(self._changed(change, old, law, view, seq))]
                listener.reader.send_large(told_once[shared])
            if listener.group is not None:
                listener.group = None
                self.join(listener)
        for told in tuple(self.on_law):
            told()

    def _changed(self, change: ViewChange, old: Law, law: Law, view: View, seq: int) -> list[bytes]:
        """What was lost, and what was found or is another: told before anything that happens in it."""
        texts = [notification(space=self.space, seq=seq, event="place.lost", place=p) for p in sorted(change.lost)]
        found = set(view.rights) if change.staff_changed else change.found_or_changed
        return texts + [
            notification(space=self.space, seq=seq, event="place.found", place=p, item=self._place(p, law, view))
            for p in law.places
            if p in found and p in old.places
        ]

    def _place(self, place: str, law: Law, view: View) -> Item:
        kind = self.registry.items["place"]
        assert kind.dress is not None
        return kind.dress(law.places[place], law, view)


def sees(view: View, space: str, loaded: Loaded, person: str | None) -> bool:
    """Whether an item is for those with this view; one without a place stands at the root. `person` counts where persons are named."""
    return (loaded.place or space) in view.rights and _among(loaded.audience, view, person)


def _among(audience: Audience, view: View, person: str | None) -> bool:
    return audience.everybody or (audience.staff and view.moderates) or (person is not None and person in audience.persons)


def _gone(entry: Entry, visible: tuple[int, ...], view: View, person: str | None) -> tuple[Gone, ...]:
    """What those with this view have lost by it: what they could see, and don't see in this very event."""
    seen = {(entry.loaded[i].kind.name, entry.loaded[i].name) for i in visible}
    return tuple([x.gone for x in entry.lost if (x.gone.kind, x.gone.id) not in seen and _among(x.audience, view, person)])


def entry_names_persons(entry: Entry) -> bool:
    """Whether the audience of some item is a list of persons, so that a group's members differ."""
    return any(x.audience.persons for x in entry.loaded) or any(x.audience.persons for x in entry.lost)


def _dressed(loaded: Loaded, law: Law, view: View) -> Item:
    return loaded.item if loaded.kind.dress is None else loaded.kind.dress(loaded.item, law, view)
