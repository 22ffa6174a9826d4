"""What a browser makes of answers and events: one reducer for everything, written as simply as the protocol says it.

`tests/test_state.py` feeds one of these per listener and holds it against a fresh state. It knows the wire alone: no
import from the server, no rights, no database. What it asserts along the way is what a client may rely on.
"""

from collections.abc import Mapping
from typing import Any

Item = dict[str, Any]
Event = Mapping[str, Any]


class Window:
    """A room as it is open before somebody: its newest lines as of a number, and all that came since."""

    def __init__(self, answer: Mapping[str, Any]) -> None:
        self.seq: int = answer["seq"]
        self.more: bool = answer["more"]
        self.messages: dict[str, Item] = {m["id"]: m for m in answer["items"]}
        self.also: dict[str, Item] = {m["id"]: m for m in answer["also"]}
        self.originals: dict[str, Item] = {o["id"]: o for o in answer["originals"]}

    @property
    def oldest(self) -> int:
        """The number of the oldest line that it holds."""
        return min((m["seq"] for m in self.messages.values()), default=0)

    def put(self, item: Item) -> None:
        """Take a line or an original over; what is older than the window is left alone."""
        if item["kind"] == "original":
            self.originals[item["id"]] = item
            return
        if item["id"] in self.also:
            self.also[item["id"]] = item
        if not self.more or item["seq"] >= self.oldest:
            self.messages[item["id"]] = item


class Space:
    """What is known of one space that is listened to."""

    def __init__(self, answer: Mapping[str, Any]) -> None:
        self.seq: int = answer["seq"]
        self.bookmark: str = answer["bookmark"]
        self.newest: int = answer["seq"]
        self.item: Item = answer["space"]
        self.places: dict[str, Item] = {p["id"]: p for p in answer["places"]}
        self.members: dict[str, Item] = {m["id"]: m for m in answer["members"]}
        self.counted: dict[str, Mapping[str, int]] = dict(answer["unread"])
        self.windows: dict[str, Window] = {}
        self.opening: dict[str, list[tuple[int, Item]]] = {}
        self.stale: dict[str, int] = {}
        self.wanted: set[str] = {p for p, item in self.places.items() if item["type"] == "chat"}


class Client:
    """One person's browser tab, without the network."""

    def __init__(self, person: str) -> None:
        self.person = person
        self.spaces: dict[str, Space] = {}
        self.marks: dict[str, int] = {}
        self.sessions: dict[str, Item] = {}
        self.self: Item | None = None

    # -- answers ---------------------------------------------------------------------------------------------

    def listened(self, space: str, answer: Mapping[str, Any]) -> None:
        """The answer to `space.listen`: the whole state, or the promise of what is newer than the bookmark.

        The desk is listened to first: where it must be loaded anew, read marks may have moved unheard, and with them the
        counts of all spaces, so that these are loaded anew, too.
        """
        if not answer["fresh"]:
            assert space in self.spaces, "resumed what was never listened to"
            return
        if answer["me"] is not None and answer["me"]["role"] == "owner":
            self.spaces.clear()
        self.spaces[space] = Space(answer)
        for place, unread in answer["unread"].items():
            self._mark(place, unread["mark"])

    def open(self, space: str, place: str) -> None:
        """`place.open` was asked: keep what comes meanwhile."""
        known = self.spaces[space]
        known.wanted.discard(place)
        known.opening[place] = []

    def opened(self, space: str, place: str, answer: Mapping[str, Any] | None) -> None:
        """The answer to `place.open` (None: refused). Events up to its number are in it; later ones come on top."""
        known = self.spaces.get(space)
        if known is None:
            return
        meanwhile = known.opening.pop(place, [])
        if place not in known.places:
            return
        if answer is None or answer["seq"] < known.stale.get(place, 0):
            # Refused: it was taken away, and this socket has not heard of it yet.
            known.wanted.add(place)
            return
        window = known.windows[place] = Window(answer)
        self._mark(place, answer["mark"])
        for seq, item in meanwhile:
            if seq > window.seq:
                window.put(item)

    # -- events ----------------------------------------------------------------------------------------------

    def heard(self, event: Event) -> None:
        """One event, with or without a number."""
        if event["event"] == "space.lost":
            del self.spaces[event["space"]]
        elif event["event"] in ("place.lost", "place.found"):
            self._place(self.spaces[event["space"]], event)
        elif "seq" in event:
            self._numbered(self.spaces[event["space"]], event)

    def _place(self, space: Space, event: Event) -> None:
        place: str = event["place"]
        assert event["event"] == "place.found" or place in space.places, "lost a place that was not known"
        space.stale[place] = event["seq"]
        space.windows.pop(place, None)
        if place in space.opening:
            space.opening[place] = []
        space.counted.pop(place, None)
        space.places.pop(place, None)
        space.wanted.discard(place)
        if event["event"] == "place.found":
            item: Item = event["item"]
            space.places[place] = item
            if item["type"] == "chat":
                space.wanted.add(place)

    def _numbered(self, space: Space, event: Event) -> None:
        seq: int = event["seq"]
        assert seq > space.newest, f"{event['event']} {seq} came after {space.newest}"
        space.newest, space.bookmark = seq, event["bookmark"]
        brought = {item["id"] for item in event["put"] if item["kind"] == "place"}
        assert event["place"] in {None, *brought, *space.places}, f"{event['event']} of a place that is not known"
        assert event["put"] or event["gone"], f"{event['event']} with nothing in it"
        for item in event["put"]:
            self._put(space, seq, item)
        for gone in event["gone"]:
            assert gone["kind"] == "session", f"{event['event']} names a {gone['kind']} that is gone"
            self.sessions.pop(gone["id"], None)

    def _put(self, space: Space, seq: int, item: Item) -> None:
        kind, name = item["kind"], item["id"]
        if kind in ("message", "original"):
            place = item["place"]
            assert place in space.places, "a line from a place that is not known"
            if place in space.opening:
                space.opening[place].append((seq, item))
            window = space.windows.get(place)
            if window is not None and seq > window.seq:
                window.put(item)
        elif kind == "place":
            if name not in space.places and item["type"] == "chat":
                space.wanted.add(name)
            space.places[name] = item
        elif kind == "member":
            space.members[name] = item
        elif kind == "space":
            space.item = item
        elif kind == "mark":
            self._mark(name, item["seq"])
        elif kind == "session":
            self.sessions[name] = item
        elif kind == "person":
            self.self = item
        else:
            raise AssertionError(f"an item of unknown kind {kind}")

    def _mark(self, place: str, seq: int) -> None:
        self.marks[place] = max(seq, self.marks.get(place, 0))

    # -- what is shown ---------------------------------------------------------------------------------------

    def unread(self, space: str, place: str) -> int | None:
        """How many lines of others are new; None where the window doesn't reach back to the mark."""
        known, mark = self.spaces[space], self.marks.get(place, 0)
        window = known.windows.get(place)
        if window is None or (window.more and mark < window.oldest):
            return None
        return len([m for m in window.messages.values() if m["seq"] > mark and m["author"] != self.person])


def differences(client: Client, space: str, fresh: Mapping[str, Any]) -> list[str]:
    """What differs between the client's tree, team, space and counts and those of a fresh `space.listen`."""
    known = client.spaces[space]
    found = []
    if fresh["space"] != known.item:
        found.append(f"space: {known.item} but fresh {fresh['space']}")
    if fresh["me"] != known.members.get(client.person):
        found.append(f"me: {known.members.get(client.person)} but fresh {fresh['me']}")
    found += _unlike("place", known.places, {p["id"]: p for p in fresh["places"]})
    found += _unlike("member", known.members, {m["id"]: m for m in fresh["members"]})
    for place in known.places:
        unread = fresh["unread"].get(place, {"count": 0, "mark": 0})
        if client.marks.get(place, 0) != unread["mark"]:
            found.append(f"mark of {place}: {client.marks.get(place, 0)} but fresh {unread['mark']}")
        count = client.unread(space, place)
        if count is not None and count != unread["count"]:
            found.append(f"unread in {place}: {count} but fresh {unread['count']}")
    return found


def window_differences(client: Client, space: str, place: str, fresh: Mapping[str, Any]) -> list[str]:
    """What differs between an open room and the same lines read anew (`items`, `also`, `originals` of a fresh answer)."""
    window = client.spaces[space].windows.get(place)
    if window is None:
        return [f"room {place} has no window"]
    lines = {m["id"]: m for m in fresh["items"]}
    since = min((m["seq"] for m in lines.values()), default=0)
    here = {name: m for name, m in window.messages.items() if m["seq"] >= since}
    if window.more:
        lines = {name: m for name, m in lines.items() if m["seq"] >= window.oldest}
    found = _unlike("message", here, lines)
    beside = {m["id"]: m for m in fresh["also"]}
    found += _unlike("also", {n: m for n, m in window.also.items() if n in beside}, {n: m for n, m in beside.items() if n in window.also})
    originals = {o["id"]: o for o in fresh["originals"] if o["message"] in lines}
    found += _unlike("original", {n: o for n, o in window.originals.items() if o["message"] in lines}, originals)
    return found


def _unlike(kind: str, known: Mapping[str, Item], fresh: Mapping[str, Item]) -> list[str]:
    """A sentence for each item that is here or there alone, or not the same."""
    return [
        f"{kind} {name}: {known.get(name)} but fresh {fresh.get(name)}"
        for name in sorted(known.keys() | fresh.keys())
        if known.get(name) != fresh.get(name)
    ]
