"""The vocabulary of features: what a command, a query, a signal and a channel are, and the context that their handlers work with.

A feature file makes one `Feature`, declares its commands and queries with the right each needs, and its kinds of items
with their loaders; it takes all words for that from here, those of `items` too. `app` collects the features into one `Registry`;
dispatch, resume, documents, TypeScript types and contract tests are all derived from it. Nothing here touches a socket or commits anything.
"""

import inspect
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Any, TypeVar

import msgspec
from sqlalchemy import Table

from twinspace_server import jobs
from twinspace_server.errors import NotAllowed, Reason
from twinspace_server.identity import Who
from twinspace_server.law.load import desk_of
from twinspace_server.law.rights import EVERYBODY, Audience, Law, Right
from twinspace_server.live.allowed import Allowed
from twinspace_server.live.items import CommandParams, Gone, Id, Item, ItemKind, Lost, Params, Ref, worded
from twinspace_server.live.keeping import Erasing, Keeping, Named, NothingKept, Sort, Whose, inside, rows_of
from twinspace_server.storage.store import Db

__all__ = [
    "AWAY", "LATER", "RING",
    "Answer", "Aside", "Asking", "Channel", "Command", "CommandParams", "Context", "Emission", "Example", "Feature", "Gate", "Gone",
    "Hearer", "Id", "Item", "ItemKind", "Params", "Passing", "Prepared", "Query", "Ref", "Registry", "Signal",
]  # fmt: skip

RING = "bell.ring"
"""The command of the house that tells somebody's desk; where there is no bell, nothing rings."""
LATER = "command"
"""The kind of job that runs a command of the house."""
AWAY = "away"
"""The same, for one that leaves the machine first (it has a `prepare`): few of them run at once, for a mail server may take its time."""


class Gate(Enum):
    """Who may knock at all; rights are decided behind it."""

    ANYBODY = "anybody"
    PERSON = "a signed-in person, at the own desk"
    OPERATOR = "an operator of the installation"
    MEMBER = "a member of the space"
    HOUSE = "the house itself; unreachable from outside"


@dataclass(frozen=True, slots=True)
class Prepared:
    """What `prepare` hands to the unit; it may name the lane and the person, when the parameters don't."""

    value: Any = None
    space: str | None = None
    person: str | None = None


@dataclass(frozen=True, slots=True)
class Asking:
    """What `prepare` knows of the asker: no session for `Gate.ANYBODY`."""

    who: Who | None
    tools: Any
    now: int
    address: str
    device: str


@dataclass(frozen=True, slots=True)
class Hearer:
    """What a feature does when an event happens in a space, and the events that it may emit then."""

    event: str
    handler: Callable[["Context", "Emission"], None]
    emits: tuple[str, ...]


PrepareFn = Callable[[Asking, Any], Awaitable[Prepared]]
Answer = Mapping[str, Any] | None


@dataclass(frozen=True, slots=True)
class Command:
    """One thing a person can do, and what it takes."""

    name: str
    params: type[CommandParams]
    handler: Callable[["Context", Any], Answer]
    answers: Mapping[str, Any]
    emits: tuple[str, ...]
    gate: Gate
    right: Right | None
    administrator: bool
    when_closed: bool
    when_held: bool
    when_quiet: bool
    when_owing: bool
    waits: bool
    law: bool
    ends_sessions: bool
    keyed: bool
    prepare: PrepareFn | None
    doc: str


@dataclass(frozen=True, slots=True)
class Query:
    """One thing a person can ask."""

    name: str
    params: type[Params]
    handler: Callable[["Context", Any], Any]
    answers: Any
    gate: Gate
    right: Right
    live_only: bool
    when_owing: bool
    doc: str


@dataclass(frozen=True, slots=True)
class Signal:
    """Something passing (typing, presence): decided by the hub's law, not stored, not answered."""

    name: str
    params: type[Params]
    right: Right
    doc: str


@dataclass(frozen=True, slots=True)
class Aside:
    """What keeps a command of somebody whose words wait for a teacher, with what it answers and emits instead."""

    handler: Callable[["Context", Command, CommandParams], Mapping[str, Any]]
    answers: Mapping[str, Any]
    emits: tuple[str, ...]


def _nobody_else(_db: Db, _places: Sequence[str], _person: str) -> bool:
    """Where what others put there is not theirs to keep a place by."""
    return False


def _nothing_inside(_db: Db, _places: Sequence[str]) -> None:
    """Of places that keep nothing of their own."""


@dataclass(frozen=True, slots=True)
class Channel:
    """A kind of place with its own items: what `place.open` and the unread counts need to know of it.

    `open(ctx, place)` answers its fields of `place.open`; `unread(db, space, person)` counts by place what others have put
    there since the person's mark.
    """

    kind: str
    open: Callable[["Context", str], Mapping[str, Any]]
    unread: Callable[[Db, str, str], Mapping[str, int]]
    stays: bool = False
    """Can't be put in the bin."""
    forget: Callable[[Db, Sequence[str]], None] = _nothing_inside
    """Drops its own rows of these places, which are erased for ever in this unit; the places themselves go after that."""
    takes_files: bool = False
    """Files may lie here (`file.add`)."""
    pictures_only: bool = False
    """No other files than pictures may."""
    others: Callable[[Db, Sequence[str], str], bool] = _nobody_else
    """Whether somebody else than this person has put something into these places: then they are not that person's alone to delete."""


@dataclass(frozen=True, slots=True)
class Example:
    """One call of a feature's story, as the documents show it and the contract tests make it.

    `by` is one of the cast in a space of theirs: alice administers, bob teaches, pia and milo are pupils. In `params`
    `"{space}"`, `"{room}"`, `"{alice}"` and so on stand for ids, and so does the name that an earlier call `gives` to what it answers;
    `"{now}"` and `"{tomorrow}"` are local times of Europe/Brussels.
    """

    method: str
    by: str
    params: Mapping[str, Any]
    gives: str | None = None


H = TypeVar("H", bound=Callable[..., Any])


class Feature:
    """The commands, queries, signals, items and events of one subject."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.commands: list[Command] = []
        self.queries: list[Query] = []
        self.signals: list[Signal] = []
        self.items: list[ItemKind] = []
        self.channels: list[Channel] = []
        self.examples: list[Example] = []
        self.hearers: list[Hearer] = []
        self.sweeps: list[Callable[[Context], None]] = []
        self.aside: Aside | None = None
        self.keepings: list[Keeping] = []
        self.nothing_kept: list[NothingKept] = []
        self.registry: Registry | None = None
        """All that it stands among; set when the house is put together."""

    def command(
        self,
        name: str,
        *,
        answers: Mapping[str, Any] | None = None,
        emits: Iterable[str] = (),
        gate: Gate = Gate.MEMBER,
        right: Right | None = Right.READ,
        administrator: bool = False,
        when_closed: bool = False,
        when_held: bool = False,
        when_quiet: bool = False,
        when_owing: bool = False,
        waits: bool = False,
        law: bool = False,
        ends_sessions: bool = False,
        keyed: bool = True,
        prepare: PrepareFn | None = None,
    ) -> Callable[[H], H]:
        """Declare a command; its parameters' type is read from the handler's second argument.

        `right` is decided at the door, on `place` or the space's root; with None the handler decides all by itself.
        `when_held`: it goes on where a gate holds up writing (taking back, what is done to the place and not in it).
        `when_quiet`: it goes on in a time-out (taking back, reporting, leaving). `when_owing`: who must first set up a second factor
        may do it all the same. `waits`: of one whose words wait for a teacher it is put aside and done later; other commands with
        words in them are refused to such a person.
        """

        def declare(handler: H) -> H:
            self.commands.append(
                Command(
                    name, _params(handler), handler, answers or {}, tuple(emits), gate, right, administrator, when_closed, when_held,
                    when_quiet, when_owing, waits, law, ends_sessions, keyed, prepare, inspect.getdoc(handler) or "",
                )
            )  # fmt: skip
            return handler

        return declare

    def query(
        self,
        name: str,
        *,
        answers: Any,
        gate: Gate = Gate.MEMBER,
        right: Right = Right.READ,
        live_only: bool = False,
        when_owing: bool = False,
    ) -> Callable[[H], H]:
        """Declare a query; `live_only` ones make sense on a socket alone, `when_owing` as with commands."""

        def declare(handler: H) -> H:
            doc = inspect.getdoc(handler) or ""
            self.queries.append(Query(name, _params(handler), handler, answers, gate, right, live_only, when_owing, doc))
            return handler

        return declare

    def signal(self, name: str, params: type[Params], *, right: Right, doc: str) -> None:
        """Declare a signal; the hub knows what to do with it."""
        self.signals.append(Signal(name, params, right, doc))

    def item(self, kind: ItemKind) -> ItemKind:
        """Declare a kind of item."""
        self.items.append(kind)
        return kind

    def example(self, method: str, by: str, params: Mapping[str, Any], gives: str | None = None) -> None:
        """Tell the next step of the feature's story."""
        self.examples.append(Example(method, by, params, gives))

    def sweep(self, drop: "Callable[[Context], None]") -> "Callable[[Context], None]":
        """Declare what drops, about every hour, what has had its day here; it runs in the lane of the house."""
        self.sweeps.append(drop)
        return drop

    def keeps(
        self,
        table: Table,
        whose: Named,
        sort: Sort,
        *,
        becomes: Mapping[str, Any] | None = None,
        kind: str | None = None,
        key: str = "id",
        within: Whose | None = None,
        everywhere: bool = False,
        also: Callable[[Erasing], None] | None = None,
        given: bool = True,
        secret: Iterable[str] = (),
        gives: Callable[[Db, str], Iterable[Mapping[str, Any]]] | None = None,
        contents: Callable[[Db, str], Iterable[tuple[str, str]]] | None = None,
        why: str = "",
    ) -> None:
        """Declare what a table keeps of a person, and what becomes of it when they are erased (`keeping.Keeping`).

        `whose` are the columns that name them (or how their rows are found). Rows go, or become what `becomes` says; those that stay say
        `why`. `within` tells the rows of a space where the table itself can't; `everywhere`: they are looked at once and not by space.
        """
        self.keepings.append(
            Keeping(
                table, rows_of(table, whose), sort, why, becomes, kind, key, None if everywhere else within or inside(table), also, given,
                frozenset(secret), gives, contents,
            )
        )  # fmt: skip

    def keeps_nothing(self, table: Table, why: str) -> None:
        """Declare that a table has nothing of anybody that is not declared elsewhere, and why."""
        self.nothing_kept.append(NothingKept(table, why))

    def puts_aside(self, *, answers: Mapping[str, Any], emits: Iterable[str]) -> Callable[[H], H]:
        """Declare what keeps a command of somebody whose words wait for a teacher; one feature of the house does."""

        def declare(handler: H) -> H:
            self.aside = Aside(handler, answers, tuple(emits))
            return handler

        return declare

    def on(self, event: str, *, emits: Iterable[str] = ()) -> Callable[[H], H]:
        """Declare what happens here, in the same unit, when something happened elsewhere: how rooms meet without knowing each other.

        `"*.hidden"` is that event of every subject.
        """

        def declare(handler: H) -> H:
            self.hearers.append(Hearer(event, handler, tuple(emits)))
            return handler

        return declare


def _params(handler: Callable[..., Any]) -> type[Any]:
    annotation = list(inspect.signature(handler).parameters.values())[1].annotation
    if not (isinstance(annotation, type) and issubclass(annotation, Params)):
        raise TypeError(f"{handler.__name__}: the second argument's annotation must be a Params struct")
    return annotation


class Registry:
    """Everything the house can do, by name."""

    def __init__(self, features: Iterable[Feature]) -> None:
        self.features = list(features)
        for feature in self.features:
            feature.registry = self
        self.aside = next((f.aside for f in self.features if f.aside is not None), None)
        self.commands = {c.name: self._or_aside(c) for f in self.features for c in f.commands}
        self.queries = {q.name: q for f in self.features for q in f.queries}
        self.signals = {s.name: s for f in self.features for s in f.signals}
        self.items = {i.name: i for f in self.features for i in f.items}
        self.channels = {c.kind: c for f in self.features for c in f.channels}
        self.events = {event for command in self.commands.values() for event in command.emits}
        self.keepings = [keeping for f in self.features for keeping in f.keepings]
        self.nothing_kept = [one for f in self.features for one in f.nothing_kept]
        self.hearers: dict[str, list[Hearer]] = {}
        for hearer in (h for f in self.features for h in f.hearers):
            whole, star, ending = hearer.event.partition("*")
            for event in sorted(e for e in self.events if e.endswith(ending)) if star else [whole]:
                self.hearers.setdefault(event, []).append(hearer)
        names = [name for kind in (self.commands, self.queries, self.signals) for name in kind]
        declared = sum(len(f.commands) + len(f.queries) + len(f.signals) for f in self.features)
        if len(set(names)) != declared:
            raise ValueError(f"declared twice: {sorted({n for n in names if names.count(n) > 1})}")

    def _or_aside(self, command: Command) -> Command:
        """A command that may have to wait answers and emits that, too."""
        if not command.waits or self.aside is None:
            return command
        return replace(command, answers={**command.answers, **self.aside.answers}, emits=(*command.emits, *self.aside.emits))


@dataclass(slots=True)
class Emission:
    """What a handler says has happened; the log turns it into an entry."""

    event: str
    place: str | None
    items: tuple[Ref, ...]
    lost: tuple[Lost, ...]


@dataclass(frozen=True, slots=True)
class Passing:
    """Something that is told in this process and to the others once a unit is committed, and stands in no log.

    `what` is small and goes everywhere, its `what` says who takes it (`Hub.passing`); `own` stays in this process.
    """

    what: Mapping[str, Any]
    own: Any = None


@dataclass(slots=True, kw_only=True)
class Context(Allowed):
    """What a handler works with: one unit (or one read), and what its person may do in its space (`Allowed`).

    It can't await, commit, publish or reach a socket. `seq` is the number of the next event; asking for it takes
    the space's counter, whose row lock puts the writers of a space in one order.
    """

    registry: Registry
    who: Who | None
    take_number: Callable[[], int]
    law_of: Callable[[str], Law | None]
    settings: Any
    prepared: Any = None
    device: str = ""
    emissions: list[Emission] = field(default_factory=list)
    number: int | None = None
    cookie: str | None = None
    cookie_until: int | None = None
    """When the cookie goes (ms), if it does not last as long as a browser may stay away."""
    refusal: Exception | None = None
    as_of: tuple[int, str] = (0, "")
    may_emit: set[str] = field(default_factory=set)

    @property
    def seq(self) -> int:
        """The number that this unit's next event will have."""
        if self.number is None:
            self.number = self.take_number()
        return self.number

    def emit(self, event: str, *items: Ref, place: str | None = None, gone: Iterable[Gone] = (), gone_for: Audience = EVERYBODY) -> None:
        """Say what happened, naming the items; their content is loaded after the counter was raised.

        What is deleted is `gone`, for those who could see it.
        """
        lost = [Lost(one, gone_for) for one in gone] + [Lost(Gone(ref.kind, ref.id), ref.was) for ref in items if ref.was is not None]
        self.emissions.append(Emission(event, place, items, tuple(lost)))

    def pass_on(self, what: Mapping[str, Any], own: Any = None) -> None:
        """Tell something passing as soon as this unit is committed (`Passing`)."""
        self.db.committed.append(Passing(what, own))

    def command(self, method: str, params: Mapping[str, Any], person: str | None = None) -> Mapping[str, Any]:
        """Run another command in this unit, as the same person with that person's rights; answers its items as `Ref`s.

        It can't be one that changes the law, unless this one does. As another `person` only what that person has asked for: their
        rights decide, and neither a time-out nor waiting keeps it back a second time.
        """
        command = self.registry.commands[method]
        if command.gate is not Gate.MEMBER or command.prepare is not None:
            raise AssertionError(f"{method} can't run inside another command")
        asked = msgspec.convert({"space": self.space, **params} if "space" in command.params.__struct_fields__ else params, command.params)
        self.may_emit.update(command.emits)
        before = (self.when_held, self.when_quiet, self.person)
        self.when_held = self.when_held and command.when_held
        if person is not None:
            self.when_quiet, self.person = True, person
        try:
            if command.right is not None:
                self.require(getattr(asked, "place", self.space), command.right)
            if command.administrator:
                self.require_administrator()
            return command.handler(self, asked) or {}
        finally:
            self.when_held, self.when_quiet, self.person = before

    def later(
        self, method: str, params: Mapping[str, Any], at: int | None = None, space: str | None = None, dedupe: str | None = None
    ) -> None:
        """Let the house run one of its commands, here or in another space, at the moment `at` (now, without one).

        It is put with this unit or not at all, and runs at least once: ids only, no words. With `dedupe` it waits once.
        """
        command = self.registry.commands[method]
        if command.gate is not Gate.HOUSE:
            raise AssertionError(f"{method} is not a command of the house")
        kind = LATER if command.prepare is None else AWAY
        jobs.put(self.db, kind, {"method": method, "params": dict(params), "space": space or self.space}, at or self.now, dedupe)

    def notify(
        self, persons: Iterable[str], what: str, item: Ref, *, place: str | None = None, about: str | None = None, by: str | None = None
    ) -> None:
        """Let the bell of these persons ring, but not of whoever did it: `what` is the kind of news (`bell-<what>` has the words).

        What is about the same thing is joined until it is read. It names and never quotes, and is shown only while the person may
        see the item, so handlers may notify generously. Each desk hears it in a unit of its own. Without a `place` the item stands at
        each one's own desk; `by` is the actor unless it is said.
        """
        if RING not in self.registry.commands:
            return
        did = self.person if by is None else by
        told = {"what": what, "kind": item.kind, "item": item.id, "about": about or item.id, "at": self.now, "by": did}
        for person in persons:
            desk = desk_of(self.db, person) if person != did else None
            if desk is not None:
                where = {"space": desk, "place": desk} if place is None else {"space": self.space, "place": place}
                self.later(RING, {**told, **where}, space=desk)

    def refuse(self, error: Exception) -> None:
        """Refuse, yet keep what was written (a counted failure): the error is raised after the commit."""
        self.refusal = error

    def restrain(self, command: Command) -> bool:
        """Refuse what somebody with a time-out may not do, whatever right it needs; True when it has to wait for a teacher."""
        standing = self.law.members.get(self.person) if self.law is not None else None
        if standing is None or command.when_quiet or not (standing.quiet_until or standing.held):
            return False
        quiet = self.timed_out(self.person)
        if quiet is not None:
            raise NotAllowed(why=(quiet,))
        if not standing.held or not worded(command.params):
            return False
        if not command.waits:
            raise NotAllowed(why=(Reason("held_first"),))
        return True

    def ask(self, method: str, **params: Any) -> Any:
        """What another feature's query answers to the same person, with the same rights, in the same read."""
        query = self.registry.queries[method]
        self.require(params.get("place", self.space), query.right)
        return query.handler(self, msgspec.convert(params, query.params))

    def load(self, kind_name: str, ids: Sequence[str]) -> list[Item]:
        """The items that are there and may be seen, in the order asked: the loader is the check."""
        kind = self.registry.items[kind_name]
        found = kind.load(self.db, ids)
        return [self.dressed(kind, found[i]) for i in ids if i in found and self.sees(kind, found[i])]
