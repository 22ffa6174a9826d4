"""One suite for every broker: what `promise.py` says, with several brokers of one installation in this process."""

import asyncio
import gc
import inspect
import secrets
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import pytest_asyncio

from tests.brokers import require_broker
from tests.databases import fresh_url, postgres, require_postgres
from twinspace_server.broker import Broker, Bus, Memory, open_broker
from twinspace_server.broker.linked import Linked
from twinspace_server.broker.nats import NatsBroker
from twinspace_server.broker.postgres import PostgresBroker
from twinspace_server.broker.redis import RedisBroker
from twinspace_server.storage.store import CannotStart

PIA = "01JQZX3V8K4D2M6N8P0R2T4V6X"


@dataclass
class Ear:
    """A started broker and what it heard."""

    broker: Broker
    pokes: list[tuple[str, int]] = field(default_factory=list)
    signals: list[bytes] = field(default_factory=list)
    gaps: int = 0

    async def start(self) -> "Ear":
        await self.broker.start(lambda space, number: self.pokes.append((space, number)), self.signals.append, self._gap)
        return self

    def _gap(self) -> None:
        self.gaps += 1


@dataclass
class Town:
    """Brokers of one installation."""

    make: Callable[[], Broker]
    ears: list[Ear] = field(default_factory=list)

    async def join(self) -> Ear:
        ear = await Ear(self.make()).start()
        self.ears.append(ear)
        return ear

    async def leave(self) -> None:
        for ear in self.ears:
            await ear.broker.close()


@pytest_asyncio.fixture(params=["memory", "postgresql", "redis", "nats"])
async def town(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Town]:
    kind = str(request.param)
    bus, channel = Bus(), f"twinspace.test.{secrets.token_hex(6)}"
    async with AsyncExitStack() as stack:
        if kind == "memory":
            town = Town(lambda: Memory(bus))
        elif kind == "postgresql":
            url = await stack.enter_async_context(fresh_url("postgresql", tmp_path))
            town = Town(lambda: PostgresBroker(url))
        else:
            url = await require_broker(kind)
            town = Town(lambda: RedisBroker(url, channel) if kind == "redis" else NatsBroker(url, channel))
        try:
            yield town
        finally:
            await town.leave()


async def until(true: Callable[[], bool], seconds: float = 5) -> None:
    async with asyncio.timeout(seconds):
        while not true():
            await asyncio.sleep(0.005)


@pytest.mark.parametrize("kind", [Memory, PostgresBroker, RedisBroker, NatsBroker])
def test_it_has_the_methods_of_the_promise_and_no_others(kind: type) -> None:
    def public(thing: type) -> dict[str, list[str]]:
        return {name: [*inspect.signature(fn).parameters] for name, fn in inspect.getmembers(thing, inspect.isfunction) if name[0] != "_"}

    assert public(kind) == public(Broker)


async def test_all_others_hear_and_the_sender_does_not(town: Town) -> None:
    alice, bob, olga = [await town.join() for _ in range(3)]
    alice.broker.poke([(PIA, 7)])
    alice.broker.signal(b'{"typing":true}')
    await until(lambda: bool(bob.signals and olga.signals and bob.pokes and olga.pokes))
    assert bob.pokes == olga.pokes == [(PIA, 7)]
    assert bob.signals == olga.signals == [b'{"typing":true}']
    await asyncio.sleep(0.05)
    assert (alice.pokes, alice.signals, alice.gaps) == ([], [], 0)


async def test_one_publisher_is_heard_in_order(town: Town) -> None:
    alice, bob = await town.join(), await town.join()
    wanted = [f"signal {number}".encode() for number in range(500)]
    for number, signal in enumerate(wanted):
        alice.broker.signal(signal)
        if number % 50 == 0:
            alice.broker.poke([("space", number)])
            await asyncio.sleep(0.001)
    alice.broker.poke([("space", 500)])
    await until(lambda: len(bob.signals) == 500 and ("space", 500) in bob.pokes)
    assert bob.signals == wanted
    numbers = [number for _, number in bob.pokes]
    assert numbers == sorted(numbers)


@pytest.mark.parametrize(
    "content",
    [b"", b"x" * 7000, "é€😀".encode() * 700, bytes(range(256)) * 27, b"\0" * 7000, b"same", b"with spaces  and = signs\n"],
    ids=["empty", "long", "words", "bytes", "zeros", "same", "spaces"],
)
async def test_signals_arrive_as_they_were(town: Town, content: bytes) -> None:
    alice, bob = await town.join(), await town.join()
    alice.broker.signal(content)
    alice.broker.signal(content)
    await until(lambda: len(bob.signals) == 2)
    assert bob.signals == [content, content]


async def test_a_signal_that_is_too_long_is_refused(town: Town) -> None:
    alice = await town.join()
    with pytest.raises(ValueError, match="too long"):
        alice.broker.signal(b"x" * 7001)


async def test_many_pokes_at_once_all_arrive(town: Town) -> None:
    alice, bob = await town.join(), await town.join()
    wanted = {f"01JQZX3V8K4D2M6N8P0R2T{number:04d}": number for number in range(2000)}
    alice.broker.poke(wanted.items())
    await until(lambda: len(bob.pokes) >= 2000)
    assert dict(bob.pokes) == wanted


async def test_after_closing_nothing_is_heard_and_what_waited_was_sent(town: Town) -> None:
    alice, bob = await town.join(), await town.join()
    assert await alice.broker.ready()
    alice.broker.poke([("space", 1)])
    await alice.broker.close()
    await alice.broker.close()
    assert not await alice.broker.ready()
    await until(lambda: bob.pokes == [("space", 1)])
    bob.broker.poke([("space", 2)])
    bob.broker.signal(b"late")
    await asyncio.sleep(0.1)
    assert (alice.pokes, alice.signals) == ([], [])


async def test_a_quiet_listener_is_not_collected(town: Town) -> None:
    alice, bob = await town.join(), await town.join()
    for number in range(3):
        gc.collect()
        await asyncio.sleep(0.05)
        alice.broker.poke([("space", number)])
        await until(lambda number=number: ("space", number) in bob.pokes)  # type: ignore[misc]
    assert bob.gaps == 0


async def test_a_callback_that_fails_harms_nothing(town: Town) -> None:
    alice, bob = await town.join(), await town.join()
    broken = town.make()

    def fail(*_: object) -> None:
        raise RuntimeError("a bug in the hub")

    await broken.start(fail, fail, fail)
    town.ears.append(Ear(broken))
    for number in range(3):
        alice.broker.poke([("space", number)])
        alice.broker.signal(b"hello")
        await until(lambda number=number: ("space", number) in bob.pokes)  # type: ignore[misc]
    assert await broken.ready()


async def test_killed_connections_come_back_and_say_so(tmp_path: Path) -> None:
    async with fresh_url("postgresql", tmp_path) as url:
        town = Town(lambda: PostgresBroker(url))
        alice, bob = await town.join(), await town.join()
        admin = await postgres(url)
        for round_ in range(1, 4):
            await admin.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() "
                "AND application_name = 'twinspace broker'"
            )
            # Sent into the dead connection: a poke is kept until there is a living one.
            alice.broker.poke([("space", round_)])
            await until(lambda round_=round_: alice.gaps >= round_ and bob.gaps >= round_)  # type: ignore[misc]
            assert await alice.broker.ready()
            alice.broker.poke([("after", round_)])
            await until(lambda round_=round_: ("after", round_) in bob.pokes)  # type: ignore[misc]
        await admin.close()
        await town.leave()


async def test_a_stranger_on_the_channel_is_ignored(tmp_path: Path) -> None:
    async with fresh_url("postgresql", tmp_path) as url:
        town = Town(lambda: PostgresBroker(url))
        alice, bob = await town.join(), await town.join()
        admin = await postgres(url)
        for payload in ("", "x", "a b", "a 1 p", "a 1 p space=", "a 1 p =x", "a 1 z hello", "a 1 b !!!"):
            await admin.execute("SELECT pg_notify('twinspace', $1)", payload)
        alice.broker.poke([("space", 1)])
        await until(lambda: ("space", 1) in bob.pokes)
        assert bob.pokes == [("space", 1)]
        await admin.close()
        await town.leave()


@pytest.mark.parametrize(
    ("url", "store", "kind"),
    [
        (None, "sqlite:////srv/twinspace.db", Memory),
        ("memory:", "postgresql://host/name", Memory),
        (None, "postgresql://host/name", PostgresBroker),
        (None, "postgresql+asyncpg://host/name", PostgresBroker),
        ("redis://host", "postgresql://host/name", RedisBroker),
        ("rediss://pia:river@host:7000/0", "postgresql://host/name", RedisBroker),
        ("nats://host", "postgresql://host/name", NatsBroker),
        ("tls://token@host:4222, tls://other", "postgresql://host/name", NatsBroker),
    ],
)
async def test_the_address_decides(url: str | None, store: str, kind: type) -> None:
    assert type(open_broker(url, store, "here")) is kind


@pytest.mark.parametrize("wrong", ["amqp://host", "carrier pigeon", "postgresql://host:port/name", "redis://host:99999", "nats://host:x"])
async def test_another_address_is_a_sentence(wrong: str) -> None:
    with pytest.raises(CannotStart, match="broker"):
        open_broker(wrong, "sqlite:////srv/twinspace.db", "here")


async def test_a_client_that_is_not_installed_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    for url, module, extra in (
        ("redis://host", "redis", "redis"),
        ("tls://host", "nats", "nats"),
        ("postgresql://host/a", "postgres", "postgres"),
    ):
        monkeypatch.setitem(sys.modules, f"twinspace_server.broker.{module}", None)
        with pytest.raises(CannotStart, match=rf"pip install 'twinspace-server\[{extra}\]'"):
            open_broker(url, "sqlite:////srv/twinspace.db", "here")


class Deaf(Linked):
    """Its server takes nothing."""

    def __init__(self) -> None:
        super().__init__("nowhere")
        self.delivered: list[tuple[dict[str, int], list[bytes]]] = []
        self.takes = False

    async def _connect(self) -> None:
        if not self.takes:
            raise ConnectionError

    async def _deliver(self, pokes: dict[str, int], signals: list[bytes]) -> None:
        self.delivered.append((pokes, signals))

    async def _hang_up(self, *, gently: bool) -> None:
        pass


async def test_what_waits_is_bounded_and_the_newest_of_it() -> None:
    deaf = Deaf()
    deaf.takes = True
    ear = await Ear(deaf).start()
    deaf.takes = False
    deaf._failed(ConnectionError())
    await until(lambda: not deaf._linked)
    for number in range(20_000):
        deaf.signal(b"%05d" % number)
    deaf.poke((f"space {number}", number) for number in range(60_000))
    deaf.poke([("space 59999", 5), ("space 59999", 70_000)])
    deaf.takes = True
    await until(lambda: ear.gaps == 1)
    await until(lambda: not deaf._signals and not deaf._pokes)
    assert [signal for _, signals in deaf.delivered for signal in signals] == [b"%05d" % number for number in range(10_000, 20_000)]
    pokes = {space: number for some, _ in deaf.delivered for space, number in some.items()}
    assert len(pokes) == 50_000
    assert pokes["space 59999"] == 70_000
    deaf.takes = False
    deaf._failed(ConnectionError())
    await until(lambda: not deaf._linked)
    for _ in range(1000):
        deaf.signal(b"x" * 7000)
    assert sum(map(len, deaf._signals)) <= 2_000_000
    await deaf.close()


async def test_a_database_that_is_not_there_is_a_sentence() -> None:
    await require_postgres()
    with pytest.raises(CannotStart, match="can't be reached"):
        await Ear(PostgresBroker("postgresql://postgres@127.0.0.1:5432/no_such_database")).start()
