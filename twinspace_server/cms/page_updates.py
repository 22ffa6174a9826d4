"""What is in an update of a page (Yjs update format, version 1), read by our own strict reader before anything is stored.

pycrdt cuts numbers that are too large in silence, so that a forged client id could land on somebody else's, and takes what would
break other people's editors. Here everything that our editor never sends is refused: other roots, sub-documents, unknown
elements and marks, trailing bytes. Nothing here knows a database; `pages` holds what is found against what it has.
"""

import struct
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NoReturn

import msgspec

from twinspace_server.cms.page_document import ROOT
from twinspace_server.cms.page_html import ELEMENTS, MARKS
from twinspace_server.live.lib0 import varuint

MOST_CLIENT = 2**32
MOST_CLOCK = 2**31
MOST_VARUINT = 9
DEEPEST = 40
MOST_ANY = 8

GC, DELETED, STRING, FORMAT, TYPE, ANY = 0, 1, 4, 6, 7, 8
XML_ELEMENT, XML_TEXT = 3, 6

Name = tuple[int, int]
"""Client and clock: the name of one item (a letter, an element)."""


class BadUpdate(Exception):
    """It is no update that our editor sends."""


@dataclass(slots=True)
class Piece:
    """One struct of an update: `length` items of `client` from `clock` on."""

    client: int
    clock: int
    length: int
    kind: int
    origin: Name | None = None
    right: Name | None = None
    parent: Name | str | None = None
    """The item that holds it, the root's name, or None: the same as that of its neighbour."""
    sub: str | None = None
    content: Any = None
    """Of text the text, of a format (name, value), of an element its name (None: a run of text), of values the last one."""


@dataclass(slots=True)
class Update:
    """What is in one: `pieces` by client, in the order of their clocks, and the ranges that it deletes."""

    pieces: dict[int, list[Piece]] = field(default_factory=dict)
    deleted: list[tuple[int, int, int]] = field(default_factory=list)

    def news(self, known: Mapping[int, int]) -> dict[int, int]:
        """The clients of whom it brings something new, with the clock that each has afterwards."""
        ends = {client: some[-1].clock + some[-1].length for client, some in self.pieces.items() if some}
        return {client: end for client, end in ends.items() if end > known.get(client, 0)}

    def named(self) -> set[int]:
        """Every client that it names."""
        found = set(self.pieces) | {client for client, _, _ in self.deleted}
        for some in self.pieces.values():
            for piece in some:
                found.update(name[0] for name in (piece.origin, piece.right, piece.parent) if isinstance(name, tuple))
        return found

    def complete(self, known: Mapping[int, int]) -> bool:
        """Whether all that it builds on is known, or in it."""
        have = {**known, **{client: max(end, known.get(client, 0)) for client, end in self.news(known).items()}}
        for client, some in self.pieces.items():
            if some and some[0].clock > known.get(client, 0):
                return False
            for piece in some:
                for name in (piece.origin, piece.right, piece.parent):
                    if isinstance(name, tuple) and name[1] >= (piece.clock if name[0] == client else have.get(name[0], 0)):
                        return False
        return all(clock + length <= have.get(client, 0) for client, clock, length in self.deleted)

    def levels(self) -> int:
        """How many levels of elements, one in the other, it may add to a document."""
        types = {(p.client, p.clock): p for some in self.pieces.values() for p in some if p.kind == TYPE and p.sub is None}
        known: dict[Name, int] = {}
        deepest = 0
        for name in types:
            chain: list[Name] = []
            at: Name | None = name
            while at is not None and at not in known and len(chain) <= len(types):
                chain.append(at)
                at = _above(types[at], types)
            level = known.get(at, 0) if at is not None else 0
            for one in reversed(chain):
                above = types[one].parent
                deeper = isinstance(above, tuple) and above in types
                level = known[one] = level + 1 if deeper or not level else level
            deepest = max(deepest, known[name])
        return deepest


def _above(piece: Piece, types: Mapping[Name, Piece]) -> Name | None:
    """The element in the same update from which a level is known: its parent, or a neighbour on its level."""
    for name in (piece.parent, piece.origin, piece.right):
        if isinstance(name, tuple) and name in types:
            return name
    return None


def parse(data: bytes, *, ours: bool = False) -> Update:
    """Read an update whole; `BadUpdate` for anything else. `ours` is what pycrdt wrote here: it has pieces of no length now and then."""
    try:
        return _Reader(data, ours).update()
    except (IndexError, UnicodeDecodeError, struct.error, msgspec.DecodeError, RecursionError, OverflowError):
        raise BadUpdate from None


def state_vector(data: bytes) -> dict[int, int]:
    """A state vector as clocks by client."""
    try:
        reader = _Reader(data)
        found = {reader.client(): reader.uint() for _ in range(reader.count(2))}
        reader.end()
    except IndexError:
        raise BadUpdate from None
    return found


def written_vector(clocks: Mapping[int, int]) -> bytes:
    """Clocks by client as a state vector."""
    pairs = sorted(((client, clock) for client, clock in clocks.items() if clock), reverse=True)
    return varuint(len(pairs)) + b"".join(varuint(client) + varuint(clock) for client, clock in pairs)


_read_json = msgspec.json.Decoder().decode


class _Reader:
    __slots__ = ("at", "data", "ours")

    def __init__(self, data: bytes, ours: bool = False) -> None:
        self.data = data
        self.at = 0
        self.ours = ours

    def bad(self) -> NoReturn:
        raise BadUpdate

    def end(self) -> None:
        if self.at != len(self.data):
            self.bad()

    def uint(self) -> int:
        data, at = self.data, self.at
        byte = data[at]
        at += 1
        if byte < 128:
            self.at = at
            return byte
        number, shift = byte & 127, 7
        while True:
            byte = data[at]
            at += 1
            number |= (byte & 127) << shift
            if byte < 128:
                self.at = at
                return number
            shift += 7
            if shift > 7 * (MOST_VARUINT - 1):
                self.bad()

    def count(self, least: int) -> int:
        """A number of things that take at least so many bytes each: more than are there is a lie."""
        number = self.uint()
        if number * least > len(self.data) - self.at:
            self.bad()
        return number

    def client(self) -> int:
        number = self.uint()
        if number >= MOST_CLIENT:
            self.bad()
        return number

    def name(self) -> Name:
        client, clock = self.client(), self.uint()
        if clock >= MOST_CLOCK:
            self.bad()
        return client, clock

    def bytes(self) -> bytes:
        length = self.uint()
        start = self.at
        if length > len(self.data) - start:
            self.bad()
        self.at = start + length
        return self.data[start : self.at]

    def string(self) -> str:
        return self.bytes().decode()

    def update(self) -> Update:
        found = Update()
        for _ in range(self.count(4)):
            number = self.count(2)
            client = self.client()
            clock = self.uint()
            if not number or client in found.pieces:
                self.bad()
            pieces = []
            for _ in range(number):
                piece = self.piece(client, clock)
                clock += piece.length
                if clock >= MOST_CLOCK or not (piece.length or self.ours):
                    self.bad()
                if piece.length:
                    pieces.append(piece)
            found.pieces[client] = pieces
        seen: set[int] = set()
        for _ in range(self.count(2)):
            client = self.client()
            if client in seen:
                self.bad()
            seen.add(client)
            for _ in range(self.count(2)):
                clock, length = self.uint(), self.uint()
                if clock + length >= MOST_CLOCK or not length:
                    self.bad()
                found.deleted.append((client, clock, length))
        self.end()
        return found

    def piece(self, client: int, clock: int) -> Piece:
        info = self.data[self.at]
        self.at += 1
        kind = info & 31
        if info == 0:
            return Piece(client, clock, self.uint(), GC)
        piece = Piece(client, clock, 1, kind)
        if info & 0x80:
            piece.origin = self.name()
        if info & 0x40:
            piece.right = self.name()
        if not info & 0xC0:
            root = self.uint()
            if root > 1:
                self.bad()
            piece.parent = self.string() if root else self.name()
            if root and piece.parent != ROOT:
                self.bad()
            if info & 0x20:
                piece.sub = self.string()
        self.content(piece, kind, named=bool(info & 0xC0) or piece.sub is not None)
        return piece

    def content(self, piece: Piece, kind: int, named: bool) -> None:
        """What a piece holds; `named`: it may be an attribute."""
        if kind == STRING:
            piece.content = self.string()
            piece.length = len(piece.content) if piece.content.isascii() else len(piece.content.encode("utf-16-le")) // 2
        elif kind == DELETED:
            piece.length = self.uint()
        elif kind == FORMAT:
            name, value = self.string(), _read_json(self.bytes())
            if name.partition("--")[0] not in MARKS:
                self.bad()
            piece.content = (name, value)
        elif kind == TYPE:
            reference = self.uint()
            if reference == XML_ELEMENT:
                piece.content = self.string()
                if piece.content not in ELEMENTS:
                    self.bad()
            elif reference != XML_TEXT:
                self.bad()
        elif kind == ANY and named:
            piece.length = self.count(1)
            for _ in range(piece.length):
                piece.content = self.any(0)
        else:  # binary, embedded and sub-documents, what is not text among text, what the future may bring
            self.bad()

    def any(self, depth: int) -> Any:
        kind = self.data[self.at]
        self.at += 1
        if depth > MOST_ANY:
            self.bad()
        if kind == 119:
            return self.string()
        if kind == 125:
            return self.int()
        if kind in (126, 127):
            return None
        if kind in (120, 121):
            return kind == 120
        if kind in (123, 124):
            size = 8 if kind == 123 else 4
            self.at += size
            return struct.unpack(">d" if kind == 123 else ">f", self.data[self.at - size : self.at])[0]
        if kind == 118:
            return {self.string(): self.any(depth + 1) for _ in range(self.count(2))}
        if kind == 117:
            return [self.any(depth + 1) for _ in range(self.count(1))]
        return self.bad()

    def int(self) -> int:
        byte = self.data[self.at]
        self.at += 1
        number, shift = byte & 63, 6
        negative = byte & 64
        while byte & 128:
            byte = self.data[self.at]
            self.at += 1
            number |= (byte & 127) << shift
            shift += 7
            if shift > 6 + 7 * MOST_VARUINT:
                self.bad()
        return -number if negative else number
