"""The one door: every command and every query, from the socket, HTTP, the demo, tests and jobs, goes through here.

A command becomes one unit of work: locks, session, law, repeated key, decision, handler, log, in this order, so that
no command decided before a revocation commits after it. A query is one read that begins with session and law.
Nothing here knows a subject.
"""

import asyncio
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from time import perf_counter
from typing import Any

import msgspec
from sqlalchemy import bindparam, select
from sqlalchemy.exc import IntegrityError

from twinspace_server import identity
from twinspace_server.clock import Clock
from twinspace_server.errors import BadInput, NotAllowed, NotFound, Reason, SignedOut, TwinspaceError, UnknownMethod
from twinspace_server.identity import Who, sessions
from twinspace_server.ids import tag as new_tag
from twinspace_server.law import load as law_load
from twinspace_server.law import members
from twinspace_server.law.changes import difference
from twinspace_server.law.places import spaces
from twinspace_server.law.rights import Law, Right
from twinspace_server.live import keys, log
from twinspace_server.live.feature import Asking, Command, CommandParams, Context, Gate, Item, Params, Prepared, Query, Ref, Registry
from twinspace_server.live.laws import Laws
from twinspace_server.metrics import ours
from twinspace_server.storage.hot import Hot
from twinspace_server.storage.store import Db, Lock, Store, Unit

# Session, law and head in one: it is the first statement of every command and query.
_ENTER = Hot(
    select(sessions.c.expires_at, spaces.c.law, log.heads.c.seq, log.heads.c.tag)
    .select_from(
        sessions.outerjoin(spaces, spaces.c.id == bindparam("space")).outerjoin(log.heads, log.heads.c.space == bindparam("space"))
    )
    .where(sessions.c.id == bindparam("session"), sessions.c.ended_at.is_(None))
)

MOST_TOKEN = 200
USED_MS = 3_600_000
HOUSE = "house"
"""The actor of what happens by itself, and the lane of what belongs to no space."""


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asks, and from where; `who` is None without a session."""

    who: Who | None
    address: str = ""
    device: str = ""
    language: str = "en"


@dataclass(slots=True)
class Reply:
    """What a command answers; `cookie` is a new session's token, "" when the session ended, None to leave it."""

    result: dict[str, Any]
    cookie: str | None = None
    refusal: Exception | None = None
    cookie_until: int | None = None


class Turns:
    """A lock that lets its users in one by one as they came, and knows when nobody waits behind."""

    def __init__(self) -> None:
        self._lock = asyncio.Lock()
        self._users = 0

    @property
    def last(self) -> bool:
        return self._users == 1

    async def __aenter__(self) -> None:
        self._users += 1
        try:
            await self._lock.acquire()
        except BaseException:
            self._users -= 1
            raise

    async def __aexit__(self, *_failure: object) -> None:
        self._users -= 1
        self._lock.release()


@dataclass(slots=True)
class Dispatcher:
    """Runs commands and queries of the registry against the store."""

    registry: Registry
    store: Store
    clock: Clock
    settings: Any
    tools: Any = None
    owes: Callable[[Db, Who], bool] | None = None
    """Whether somebody must set up a second factor before anything else; None where nobody must."""
    laws: Laws = field(default_factory=Laws)
    _looked_for: dict[str, Turns] = field(default_factory=dict)
    _decoders: dict[type[Params], msgspec.json.Decoder[Any]] = field(default_factory=dict)

    def decode(self, method: str, params: bytes | msgspec.Raw) -> Params:
        """The parameters of a method as its structure; `bad_input` with the path of the field at fault."""
        found = self.registry.commands.get(method) or self.registry.queries.get(method) or self.registry.signals.get(method)
        if found is None or getattr(found, "gate", None) is Gate.HOUSE:
            raise UnknownMethod(method=method[:60])
        decoder = self._decoders.get(found.params)
        if decoder is None:
            decoder = self._decoders[found.params] = msgspec.json.Decoder(found.params)
        try:
            return decoder.decode(params)  # type: ignore[no-any-return]
        except msgspec.ValidationError as error:
            raise unreadable(error) from None
        except (msgspec.DecodeError, RecursionError, UnicodeError):
            raise BadInput(code="bad_json") from None

    async def recognise(self, token: str | None) -> Who | None:
        """Whose token this is, if it stands; now and then the session is noted as used, which prolongs a browser's."""
        if token is None or len(token) > MOST_TOKEN:
            return None
        now, given = self.clock(), token
        who = await self.store.read(lambda db: identity.by_token(db, given, now))
        if who is not None and now - who.used_at > USED_MS:
            seen: Any = self.registry.commands["people.seen"].params
            await self.house("people.seen", seen(session=who.session))
        return who

    async def ask(self, method: str, params: Params, asker: Asker) -> Reply:
        """A command or a query by name, counted and timed."""
        started, outcome, counted = perf_counter(), "internal", ours()
        try:
            reply = await self._ask(method, params, asker)
            outcome = "ok"
        except TwinspaceError as error:
            outcome = error.kind
            raise
        finally:
            counted.called(method, outcome)
            counted.timed("command" if method in self.registry.commands else "query", perf_counter() - started)
        return reply

    async def _ask(self, method: str, params: Params, asker: Asker) -> Reply:
        if method in self.registry.commands:
            assert isinstance(params, CommandParams)
            return await self.command(method, params, asker)
        answer = await self.query(method, params, asker)
        if not isinstance(answer, msgspec.Struct):
            return Reply(answer)
        config = answer.__struct_config__
        # An item says its kind also where it is the whole answer.
        kind = {config.tag_field: config.tag} if config.tag_field is not None else {}
        return Reply({**kind, **msgspec.structs.asdict(answer)})

    async def command(self, method: str, params: CommandParams, asker: Asker) -> Reply:
        """Do it, in one unit; the reply holds the items as the asker may see them, and the number."""
        command = self.registry.commands[method]
        self._knock(command.gate, asker.who)
        prepared = Prepared()
        if command.prepare is not None:
            if asker.who is not None and not command.when_owing:
                await self.admit(asker.who)
            prepared = await command.prepare(Asking(asker.who, self.tools, self.clock(), asker.address, asker.device), params)
        space = prepared.space or await self.space_of(command.gate, params, asker.who)
        person = prepared.person or (asker.who.person if asker.who else None)
        unit: Unit[Reply] = Unit(
            space=space,
            run=partial(self._unit, command, params, asker, space, prepared),
            law=Lock.EXCLUSIVE if command.law else Lock.SHARED,
            person=person,
            person_lock=Lock.EXCLUSIVE if command.ends_sessions else Lock.SHARED,
        )
        try:
            reply = await self.store.write(unit)
        except IntegrityError:
            # Another process was quicker with the same thing: the same command sent again, a name, an address. Now it is there to be
            # seen, and the command says so itself.
            reply = await self.store.write(unit)
        if reply.refusal is not None:
            raise reply.refusal
        return reply

    async def admit(self, who: Who) -> None:
        """Refuse who must first set up a second factor (`factor_first`), at a door that is neither a command nor a query."""
        if self.owes is not None:
            await self.store.read(lambda db: self._demand_factor(db, who))

    def _demand_factor(self, db: Db, who: Who | None) -> None:
        if self.owes is not None and who is not None and self.owes(db, who):
            raise NotAllowed(code="factor_first")

    async def house(self, method: str, params: CommandParams, space: str = HOUSE) -> Reply:
        """A command that happens by itself, as the actor *house*."""
        command = self.registry.commands[method]
        prepared = Prepared()
        if command.prepare is not None:
            prepared = await command.prepare(Asking(None, self.tools, self.clock(), "", ""), params)
        space = prepared.space or space
        run = partial(self._unit, command, params, Asker(None), space, prepared)
        law = Lock.EXCLUSIVE if command.law else Lock.SHARED
        held = Lock.EXCLUSIVE if command.ends_sessions else Lock.SHARED
        return await self.store.write(Unit(space=space, run=run, law=law, person=prepared.person, person_lock=held))

    async def later(self, payload: dict[str, Any]) -> None:
        """What `Context.later` has put: the job that runs a command of the house."""
        command = self.registry.commands[payload["method"]]
        await self.house(command.name, msgspec.convert(payload["params"], command.params), payload["space"])

    async def look(self, method: str, params: Mapping[str, Any]) -> Any:
        """A query that only the house asks, for a door that has a check of its own (a feed's secret address)."""
        query = self.registry.queries[method]
        if query.gate is not Gate.HOUSE:
            raise AssertionError(f"{method} is not a query of the house")
        asked = msgspec.convert(params, query.params)
        return await self.store.read(lambda db: query.handler(self.reading(db, query, asked, None, HOUSE), asked))

    async def query(self, method: str, params: Params, asker: Asker) -> Any:
        """Answer it from one read."""
        query = self.registry.queries.get(method)
        if query is None or query.live_only:
            raise UnknownMethod(method=method[:60])
        self._knock(query.gate, asker.who)
        space = await self.space_of(query.gate, params, asker.who)
        return await self.store.read(lambda db: query.handler(self.reading(db, query, params, asker.who, space), params))

    def reading(self, db: Db, query: Query, params: Params, who: Who | None, space: str) -> Context:
        """The context of a read, after session, law and right were looked at in it."""
        now = self.clock()
        law, as_of = self._enter(db, query, who, space, now)
        context = self._context(db, who, who.person if who else "", space, law, now, when_closed=True)
        context.as_of = as_of
        if query.gate is Gate.MEMBER:
            context.require(getattr(params, "place", space), query.right)
        return context

    async def space_of(self, gate: Gate, params: Params, who: Who | None) -> str:
        """The space whose lane and law apply: the place's, the named one, else the asker's desk."""
        if gate is Gate.PERSON and who is not None:
            return who.desk
        if gate is not Gate.MEMBER:
            return HOUSE
        place = getattr(params, "place", None)
        if place is None:
            return str(getattr(params, "space", None) or (who.desk if who else HOUSE))
        looked_for = self._looked_for.get(place)
        if looked_for is None:
            known = self.laws.space_of(place)
            if known is not None:
                return known
            looked_for = self._looked_for[place] = Turns()
        # One after the other, so that calls about a place that is new here keep the order in which they came.
        async with looked_for:
            try:
                space = self.laws.space_of(place) or await self.store.read(lambda db: law_load.space_of(db, place))
            finally:
                if looked_for.last:
                    del self._looked_for[place]
        if space is None:
            raise NotFound()
        self.laws.learn(place, space)
        return space

    def _knock(self, gate: Gate, who: Who | None) -> None:
        if gate is Gate.HOUSE:
            raise UnknownMethod()
        if gate is not Gate.ANYBODY and who is None:
            raise SignedOut()
        if gate is Gate.OPERATOR and not (who and who.operator):
            raise NotAllowed(why=(Reason("operators_only"),))

    def _enter(self, db: Db, method: Command | Query, who: Who | None, space: str, now: int) -> tuple[Law | None, tuple[int, str]]:
        """The law in force and the head of the log, as this unit or read sees them; refuses a session that has ended.

        Also, but for what may be done all the same, who must first set up a second factor.
        """
        if who is None:
            return self.laws.current(db, space), log.head(db, space)
        row = _ENTER.one(db, {"session": who.session, "space": space})
        if row is None or row[0] <= now:
            raise SignedOut()
        if not method.when_owing:
            self._demand_factor(db, who)
        return self.laws.tagged(db, space, row[1]), (row[2] or 0, row[3] or "")

    def _context(self, db: Db, who: Who | None, person: str, space: str, law: Law | None, now: int, *, when_closed: bool) -> Context:
        return Context(
            db=db, registry=self.registry, who=who, person=person, space=space, law=law, now=now, settings=self.settings,
            take_number=_no_number, hold_counter=lambda: log.hold(db, space), law_of=partial(self.laws.current, db),
            when_closed=when_closed,
        )  # fmt: skip

    def _unit(self, command: Command, params: CommandParams, asker: Asker, space: str, prepared: Prepared, db: Db) -> Reply:
        """What runs inside the unit of work; an exception undoes all of it."""
        now, who = self.clock(), asker.who
        law, _ = self._enter(db, command, who, space, now)
        person = self._actor(command, who, prepared)
        context = self._context(db, who, person, space, law, now, when_closed=command.when_closed)
        context.when_held, context.when_quiet, context.writes = command.when_held, command.when_quiet, True
        mark = None
        if params.key is not None and command.keyed and who is not None:
            mark = keys.fingerprint(command.name, params)
            kept = keys.recall(db, person, space, params.key, mark)
            if kept is not None:
                return self._again(context, command, params, kept)
        if command.gate is Gate.MEMBER:
            self._admit(context, command, getattr(params, "place", space))
        if command.administrator:
            context.require_administrator()
        waits = command.gate is Gate.MEMBER and context.restrain(command)
        first_tag = new_tag()
        context.take_number = lambda: log.raise_counter(db, space, first_tag)
        context.prepared = prepared.value
        context.device = asker.device
        if waits:
            assert self.registry.aside is not None
            answer = self.registry.aside.handler(context, command, params)
        else:
            answer = command.handler(context, params) or {}
        if self.registry.hearers:
            self._tell(context)
        entries = self._record(context, command, person, first_tag, law)
        refs = {name: value for name, value in answer.items() if isinstance(value, Ref)}
        if mark is not None:
            assert params.key is not None
            keys.keep(db, person, space, params.key, mark, entries[-1].seq if entries else None, refs, now)
        result = {name: value for name, value in answer.items() if not isinstance(value, Ref)}
        loaded = {(x.kind.name, x.name): x for entry in entries for x in entry.loaded}
        for name, ref in refs.items():
            known = loaded.get((ref.kind, ref.id))
            if known is None or context.law is None or command.gate is Gate.OPERATOR:
                result[name] = self._item(context, command, ref)
            elif context.sees(known.kind, known.item):
                result[name] = context.dressed(known.kind, known.item)
        if entries:
            result["seq"] = entries[-1].seq
        return Reply(result, context.cookie, context.refusal, context.cookie_until)

    def _actor(self, command: Command, who: Who | None, prepared: Prepared) -> str:
        """Whose act it is: the asker's; of those who are signing in, theirs who they turned out to be; else the house's.

        Who signs in may be somebody else than the one whose session this browser still has. What else a command has prepared about a
        person says whose lock it takes, and never as whom it is done.
        """
        if who is None or (command.gate is Gate.ANYBODY and prepared.person is not None):
            return prepared.person or HOUSE
        return who.person

    def _admit(self, context: Context, command: Command, place: str) -> None:
        """What is asked of every member's command before its handler reads anything: an open space, and the right it needs."""
        rules = context.law
        if rules is not None and rules.closed and not command.when_closed and rules.decide(context.person, place, Right.READ).allowed:
            context.require_open()  # else it is the handler's to say that there is nothing
        if command.right is not None:
            context.require(place, command.right)

    def _tell(self, context: Context) -> None:
        """Let other features do what they do when this happens, and what follows from that."""
        for emission in context.emissions:  # grows while it is walked
            for hearer in self.registry.hearers.get(emission.event, ()):
                context.may_emit.update(hearer.emits)
                hearer.handler(context, emission)

    def _record(self, context: Context, command: Command, person: str, first_tag: str, before: Law | None) -> list[log.Entry]:
        """Number and write what was emitted; where the law changed, put the new one in force in the same unit."""
        db, space = context.db, context.space
        if not context.emissions:
            if context.number is not None or command.law:
                raise AssertionError(f"{command.name} took a number or changed the law, and emitted nothing")
            return []
        unknown = [e.event for e in context.emissions if e.event not in command.emits and e.event not in context.may_emit]
        if unknown:
            raise AssertionError(f"{command.name} emits {unknown} without declaring it")
        first = context.seq
        if not command.law:
            entries = log.append(db, self.registry, space, context.emissions, first, first_tag, person, context.now, law=False)
        else:
            law_load.touch(db, space)
            entries = log.append(db, self.registry, space, context.emissions, first, first_tag, person, context.now, law=True)
            after = self.laws.resolve(db, space)
            assert after is not None
            changed = difference(before, after) if before is not None else {}
            if changed:
                members.raise_sees_since(db, space, changed, entries[-1].seq)
                after = self.laws.resolve(db, space)
            for entry in entries:
                entry.law = after
                entry.changes = (before.tag, changed) if before is not None else None
            context.law = after
        db.committed.extend(entries)
        return entries

    def _again(self, context: Context, command: Command, params: CommandParams, kept: keys.Kept) -> Reply:
        """The answer to a repeat: the items as they are now, for whoever may still read the place."""
        if command.gate is Gate.MEMBER:
            place = getattr(params, "place", context.space)
            row = context.rules.places.get(place)
            context.require(context.space if row is None or row.binned else place, Right.READ)
        result: dict[str, Any] = {name: self._item(context, command, ref) for name, ref in kept.items.items()}
        if kept.seq is not None:
            result["seq"] = kept.seq
        return Reply(result)

    def _item(self, context: Context, command: Command, ref: Ref) -> Item | None:
        """What a reply shows of an item: what the asker may see, and to operators and the house what they have just made."""
        if command.gate in (Gate.OPERATOR, Gate.HOUSE):
            return self.registry.items[ref.kind].load(context.db, [ref.id]).get(ref.id)
        return next(iter(context.load(ref.kind, [ref.id])), None)


def _no_number() -> int:
    raise AssertionError("a read takes no number")


_FIELD = re.compile(r"(?:unknown|required) field `([^`]*)`")


def unreadable(error: msgspec.ValidationError) -> BadInput:
    """msgspec's one sentence as an error that names the field at fault, as a path (`$.rows[1].subject`)."""
    sentence, _, path = str(error).partition(" - at `")
    field = _FIELD.search(sentence)
    where = path.rstrip("`") or "$"
    return BadInput(path=f"{where}.{field[1]}"[:200] if field else where)
