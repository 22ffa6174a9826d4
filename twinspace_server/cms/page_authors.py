"""Who wrote what: a page's tree with, on every piece of text, who put it there and whose words it is.

pycrdt doesn't say which client a letter came from, so the order of the items is worked out here by Yjs' own rule (YATA) from a
state in which everything is complete. *Put by* follows from the client ids and is certain. *Words by* is a hint: an editor
moves text by deleting and inserting it anew, and `credits` finds again whose it was.
"""

from bisect import bisect_right
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from twinspace_server.cms.page_document import ROOT, Node, attributes, marks
from twinspace_server.cms.page_updates import FORMAT, GC, STRING, TYPE, Name, Piece, Update, parse

MOVED = 200
"""So many of a person's last deletions are remembered, when looking for text that was moved."""
LEAST_MOVED = 3

Key = tuple[Any, str | None]
"""A list of items: the element that holds it (or the root), and for an attribute its name."""


class _Item:
    __slots__ = ("client", "clock", "deleted", "key", "left", "length", "next", "piece", "skip")

    def __init__(self, piece: Piece, key: Key | None, skip: int, length: int) -> None:
        self.piece, self.key, self.skip, self.length = piece, key, skip, length
        self.client, self.clock = piece.client, piece.clock + skip
        self.deleted = piece.kind == 1
        self.left: _Item | None = None
        self.next: _Item | None = None

    @property
    def origin(self) -> Name | None:
        return (self.client, self.clock - 1) if self.skip else self.piece.origin

    @property
    def last(self) -> Name:
        return self.client, self.clock + self.length - 1


class _Sequence:
    """All lists of a document, each in the order that every Yjs gives it."""

    def __init__(self, update: Update) -> None:
        self.starts: dict[Key, _Item] = {}
        self.items: dict[int, list[_Item]] = {client: [] for client in update.pieces}
        self.clocks: dict[int, list[int]] = {client: [] for client in update.pieces}
        self._at = dict.fromkeys(update.pieces, 0)
        self._pieces = update.pieces
        for client in update.pieces:
            self._take_all(client)
        for client, clock, length in update.deleted:
            self._delete(client, clock, length)

    def _have(self, client: int) -> int:
        items = self.items.get(client)
        return items[-1].clock + items[-1].length if items else 0

    def _take_all(self, client: int) -> None:
        """Take the client's pieces in, and before each what it stands beside."""
        waiting = [client]
        while waiting:
            here = waiting[-1]
            at = self._at[here]
            if at == len(self._pieces[here]):
                waiting.pop()
                continue
            piece = self._pieces[here][at]
            missing = next(
                (n[0] for n in (piece.origin, piece.right, piece.parent) if isinstance(n, tuple) and n[1] >= self._have(n[0])), None
            )
            if missing is not None:
                if missing in waiting or missing not in self._pieces:
                    raise ValueError("an incomplete document")
                waiting.append(missing)
                continue
            self._at[here] = at + 1
            self._integrate(piece)
            if len(waiting) > 1:
                waiting.pop()  # whoever waited looks again whether this was enough

    def _find(self, name: Name) -> _Item:
        return self.items[name[0]][bisect_right(self.clocks[name[0]], name[1]) - 1]

    def _split(self, item: _Item, at: int) -> _Item:
        """Part an item, so that one begins at the clock `at`; answers that one."""
        first = at - item.clock
        if not first:
            return item
        rest = _Item(item.piece, item.key, item.skip + first, item.length - first)
        rest.deleted = item.deleted
        item.length = first
        rest.left, rest.next = item, item.next
        if rest.next is not None:
            rest.next.left = rest
        item.next = rest
        place = bisect_right(self.clocks[item.client], item.clock)
        self.items[item.client].insert(place, rest)
        self.clocks[item.client].insert(place, rest.clock)
        return rest

    def _ending(self, name: Name) -> _Item:
        item = self._find(name)
        if item.key is not None and item.last[1] != name[1]:
            self._split(item, name[1] + 1)
        return item

    def _beginning(self, name: Name) -> _Item:
        item = self._find(name)
        return self._split(item, name[1]) if item.key is not None else item

    def _integrate(self, piece: Piece) -> None:
        left = self._ending(piece.origin) if piece.origin is not None else None
        right = self._beginning(piece.right) if piece.right is not None else None
        key: Key | None
        if piece.kind == GC or (left is not None and left.key is None) or (right is not None and right.key is None):
            key = None
        elif left is not None or right is not None:
            key = (left or right).key  # type: ignore[union-attr]
        elif isinstance(piece.parent, tuple):
            above = self._find(piece.parent)
            key = (piece.parent, piece.sub) if above.key is not None and above.piece.kind == TYPE else None
        else:
            key = (ROOT, piece.sub)
        item = _Item(piece, key, 0, piece.length)
        self.items[piece.client].append(item)
        self.clocks[piece.client].append(piece.clock)
        if key is None:
            return
        left = self._place(item, left, right, key)
        item.left = left
        if left is None:
            item.next = self.starts.get(key)
            self.starts[key] = item
        else:
            item.next, left.next = left.next, item
        if item.next is not None:
            item.next.left = item

    def _place(self, item: _Item, left: _Item | None, right: _Item | None, key: Key) -> _Item | None:
        """Where it belongs among what others put at the same spot (Yjs' rule)."""
        other = left.next if left is not None else self.starts.get(key)
        before: set[int] = set()
        conflicting: set[int] = set()
        while other is not None and other is not right:
            before.add(id(other))
            conflicting.add(id(other))
            if other.origin == item.origin:
                if other.client < item.client:
                    left = other
                    conflicting.clear()
                elif other.piece.right == item.piece.right:
                    break
            elif other.origin is not None and id(self._find(other.origin)) in before:
                if id(self._find(other.origin)) not in conflicting:
                    left = other
                    conflicting.clear()
            else:
                break
            other = other.next
        return left

    def _delete(self, client: int, clock: int, length: int) -> None:
        end = min(clock + length, self._have(client))
        while clock < end:
            item = self._find((client, clock))
            if item.key is not None:
                item = self._split(item, clock)
                if item.clock + item.length > end:
                    self._split(item, end)
                item.deleted = True
            clock = item.clock + item.length

    def walk(self, key: Key) -> Iterator[_Item]:
        """The items of a list that are shown."""
        item = self.starts.get(key)
        while item is not None:
            if not item.deleted:
                yield item
            item = item.next


Whose = Callable[[int, int, int], Iterable[tuple[int, str | None, str | None]]]
"""For a client and a range of its clocks: pieces as (length, whose words, who put them)."""


def attributed(state: bytes, whose: Whose) -> Node:
    """The tree that a complete state shows, with `by` and `put` on each piece of text."""
    update = parse(state, ours=True)
    sequence = _Sequence(update)
    subs: dict[Name, list[str]] = {}
    for holder, sub in sequence.starts:
        if sub is not None and isinstance(holder, tuple):
            subs.setdefault(holder, []).append(sub)

    def value(name: Name, sub: str) -> Any:
        item = sequence.starts.get((name, sub))
        while item is not None and item.next is not None:
            item = item.next
        return None if item is None or item.deleted else item.piece.content

    def children(holder: Any, level: int) -> list[Node]:
        found: list[Node] = []
        for item in sequence.walk((holder, None)):
            if item.piece.kind != TYPE or level > 60:
                continue
            name = (item.client, item.clock)
            if item.piece.content is None:
                found += _text(sequence, name, whose)
            else:
                attrs = attributes((sub, value(name, sub)) for sub in sorted(subs.get(name, ())))
                found.append(Node(str(item.piece.content), attrs=attrs, content=children(name, level + 1)))
        return found

    return Node("doc", content=children(ROOT, 0))


def _text(sequence: _Sequence, name: Name, whose: Whose) -> list[Node]:
    found: list[Node] = []
    dressed: dict[str, Any] = {}
    for item in sequence.walk((name, None)):
        if item.piece.kind == FORMAT:
            mark, how = item.piece.content
            if how is None:
                dressed.pop(mark, None)
            else:
                dressed[mark] = how
        elif item.piece.kind == STRING:
            units = item.piece.content.encode("utf-16-le")
            at = item.skip
            for length, by, put in whose(item.client, item.clock, item.length):
                text = units[2 * at : 2 * (at + length)].decode("utf-16-le", "replace")
                at += length
                node = Node("text", text=text, marks=marks(dressed), by=by, put=put)
                if found and (found[-1].marks, found[-1].by, found[-1].put) == (node.marks, by, put):
                    found[-1].text += text
                else:
                    found.append(node)
    return found


# -- whose words -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Credit:
    """Letters of one client whose words are somebody else's than those of who put them there."""

    client: int
    start: int
    stop: int
    person: str


def whose(persons: Mapping[int, str], credits: Iterable[Credit]) -> Whose:
    """What `attributed` asks, from who has which client and the credits."""
    by_client: dict[int, list[Credit]] = {}
    for credit in sorted(credits, key=lambda c: (c.client, c.start)):
        by_client.setdefault(credit.client, []).append(credit)

    def ask(client: int, clock: int, length: int) -> Iterable[tuple[int, str | None, str | None]]:
        put, end = persons.get(client), clock + length
        for credit in by_client.get(client, ()):
            if credit.stop <= clock:
                continue
            if credit.start >= end:
                break
            if credit.start > clock:
                yield credit.start - clock, put, put
                clock = credit.start
            stop = min(credit.stop, end)
            yield stop - clock, credit.person, put
            clock = stop
        if clock < end:
            yield end - clock, put, put

    return ask


@dataclass(slots=True)
class _Known:
    """The letters that were there, by client: runs of (clock, UTF-16 text)."""

    runs: dict[int, list[tuple[int, bytes]]] = field(default_factory=dict)

    def add(self, client: int, clock: int, text: bytes) -> None:
        runs = self.runs.setdefault(client, [])
        if runs and runs[-1][0] + len(runs[-1][1]) // 2 == clock and len(runs[-1][1]) < 512:
            runs[-1] = (runs[-1][0], runs[-1][1] + text)
        else:
            runs.append((clock, text))

    def within(self, client: int, clock: int, length: int) -> list[tuple[int, bytes]]:
        runs = self.runs.get(client, [])
        first = max(0, bisect_right(runs, clock, key=lambda run: run[0]) - 1)
        found = []
        for start, text in runs[first:]:
            if start >= clock + length:
                break
            begin, end = max(start, clock), min(start + len(text) // 2, clock + length)
            if begin < end:
                found.append((begin, text[2 * (begin - start) : 2 * (end - start)]))
        return found


def credits(state: bytes, rows: Iterable[tuple[str, bytes]], persons: Mapping[int, str], known: Iterable[Credit]) -> list[Credit]:
    """Whose words are not those of who put them: from the document before, what was written since (person, update), and what
    was found before."""
    letters = _Known()
    if state:
        for some in parse(state, ours=True).pieces.values():
            for piece in some:
                if piece.kind == STRING:
                    letters.add(piece.client, piece.clock, piece.content.encode("utf-16-le"))
    found = list(known)
    taken: dict[str, deque[tuple[bytes, list[tuple[int, str]]]]] = {}
    have: dict[int, int] = {client: runs[-1][0] + len(runs[-1][1]) // 2 for client, runs in letters.runs.items()}
    for person, data in rows:
        update = parse(data)
        mine = taken.setdefault(person, deque(maxlen=MOVED))
        here = _taken_out(update, letters, whose(persons, found), person) if update.deleted else []
        for some in update.pieces.values():
            for piece in some:
                if piece.kind != STRING or piece.clock < have.get(piece.client, 0):
                    continue
                text = piece.content.encode("utf-16-le")
                letters.add(piece.client, piece.clock, text)
                have[piece.client] = piece.clock + piece.length
                match = _moved(text, here, mine)
                clock = piece.clock
                for length, by in match or ():
                    if by != persons.get(piece.client):
                        found.append(Credit(piece.client, clock, clock + length, by))
                    clock += length
        mine.extend(here)
    return found


Taken = list[tuple[bytes, list[tuple[int, str]]]]
"""Texts that were deleted, each with its authors as (letters, person)."""


def _taken_out(update: Update, letters: _Known, ask: Whose, person: str) -> Taken:
    """What an update deletes, piece by piece, and all of it as one."""
    here = [
        (text, [(n, by or person) for n, by, _ in ask(client, begin, len(text) // 2)])
        for client, clock, length in update.deleted
        for begin, text in letters.within(client, clock, length)
    ]
    if len(here) > 1:
        here.append((b"".join(text for text, _ in here), [run for _, runs in here for run in runs]))
    return here


def _moved(text: bytes, here: list[tuple[bytes, list[tuple[int, str]]]], before: Iterable[tuple[bytes, list[tuple[int, str]]]]) -> Any:
    """The authors of the same text among what this update deleted, or what the same person deleted not long ago."""
    for gone, runs in here:
        if gone == text:
            return runs
        at = gone.find(text)
        if len(text) >= 2 * LEAST_MOVED and at >= 0 and at % 2 == 0:
            return _part(runs, at // 2, len(text) // 2)
    if len(text) >= 2 * LEAST_MOVED:
        for gone, runs in before:
            if gone == text:
                return runs
    return None


def _part(runs: list[tuple[int, str]], start: int, length: int) -> list[tuple[int, str]]:
    found = []
    for n, by in runs:
        skip = min(n, start)
        start -= skip
        take = min(n - skip, length)
        length -= take
        if take:
            found.append((take, by))
    return found
