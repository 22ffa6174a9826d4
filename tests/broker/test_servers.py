"""Redis and NATS with a server of the test's own: killed, frozen, with a password, with TLS, with little room."""

import asyncio
import logging
import secrets
import shutil
import signal
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from urllib.parse import quote

import msgspec
import nats
import pytest
from nats.aio.msg import Msg
from redis.asyncio import Redis

from tests.broker.test_brokers import Ear, Town, until
from tests.brokers import NETWORK, BrokerServer, broker_server, missing, require_broker
from twinspace_server.broker import Broker, echoed, linked, open_broker
from twinspace_server.broker import nats as nats_broker
from twinspace_server.storage.store import CannotStart

PASSWORD = "under/the:bridge@7"  # which an address must write otherwise


def broker(url: str, installation: str = "here") -> Broker:
    return open_broker(url, "postgresql://host/name", installation)


@asynccontextmanager
async def town_on(url: str) -> AsyncIterator[Town]:
    town = Town(lambda: broker(url))
    try:
        yield town
    finally:
        await town.leave()


@pytest.mark.parametrize("kind", NETWORK)
async def test_a_killed_server_is_missed_and_found_again(kind: str, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    async with broker_server(kind, tmp_path) as server, town_on(server.url) as town:
        alice, bob = await town.join(), await town.join()
        for round_ in range(1, 3):
            await server.kill()
            alice.broker.poke([("kept", round_)])
            alice.broker.signal(b"kept")
            await until(lambda: not (alice.broker._linked or bob.broker._linked))  # type: ignore[attr-defined]
            assert not await alice.broker.ready()
            assert not await bob.broker.ready()
            await server.start()
            await until(lambda round_=round_: alice.gaps == round_ and bob.gaps == round_, 10)  # type: ignore[misc]
            assert await alice.broker.ready()
            alice.broker.poke([("after", round_)])
            alice.broker.signal(b"after")
            await until(lambda round_=round_: ("after", round_) in bob.pokes and bob.signals.count(b"after") == round_)  # type: ignore[misc]
    words = [record.getMessage() for record in caplog.records if record.name.startswith("twinspace_server.broker")]
    assert [one.rpartition(":")[0] for one in words] == ["the line to the broker was lost"] * 4, "once a loss, not once a try"


@pytest.mark.parametrize("kind", NETWORK)
async def test_what_was_said_while_only_the_speaker_was_away_arrives(kind: str, tmp_path: Path) -> None:
    async with broker_server(kind, tmp_path) as server, town_on(server.url) as town:
        alice, bob = await town.join(), await town.join()
        speaker = alice.broker
        assert isinstance(speaker, linked.Linked)
        speaker._failed(ConnectionError())
        speaker.poke([("space", 3)])
        for number in range(20):
            speaker.signal(b"%d" % number)
        await until(lambda: len(bob.signals) == 20 and bob.pokes == [("space", 3)])
        assert bob.signals == [b"%d" % number for number in range(20)]
        assert (alice.gaps, bob.gaps) == (1, 0)


@pytest.mark.parametrize("kind", NETWORK)
async def test_a_frozen_server_is_noticed_by_its_silence(kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (linked, echoed):
        monkeypatch.setattr(module, "HEARTBEAT", 0.3)
    monkeypatch.setattr(linked, "CONNECT_SECONDS", 0.5)
    async with broker_server(kind, tmp_path) as server, town_on(server.url) as town:
        alice = await town.join()
        await server.send(signal.SIGSTOP)
        await until(lambda: not alice.broker._linked)  # type: ignore[attr-defined]
        with pytest.raises(CannotStart, match="can't be reached: it does not answer"):
            await Ear(broker(server.url)).start()
        await server.send(signal.SIGCONT)
        await until(lambda: alice.gaps == 1)
        assert await alice.broker.ready()


@pytest.mark.parametrize("kind", NETWORK)
async def test_two_installations_on_one_server_do_not_hear_each_other(kind: str) -> None:
    url = await require_broker(kind)
    here, elsewhere = secrets.token_hex(6), secrets.token_hex(6)
    ears = [await Ear(broker(url, name)).start() for name in (here, here, elsewhere, elsewhere)]
    alice, bob, olga, other = ears
    alice.broker.poke([("space", 1)])
    alice.broker.signal(b"hello")
    olga.broker.poke([("space", 9)])
    await until(lambda: bool(bob.pokes and bob.signals and other.pokes))
    assert (bob.pokes, bob.signals, other.pokes, other.signals) == ([("space", 1)], [b"hello"], [("space", 9)], [])
    assert (alice.pokes, olga.pokes, olga.signals) == ([], [], [])
    for ear in ears:
        await ear.broker.close()


@pytest.mark.parametrize("kind", NETWORK)
async def test_a_stranger_is_ignored_and_no_packet_is_large(kind: str, caplog: pytest.LogCaptureFixture) -> None:
    url, name = await require_broker(kind), secrets.token_hex(6)
    ear = await Ear(broker(url, name)).start()
    heard: list[bytes] = []
    async with stranger(kind, url, f"twinspace.{name}", heard) as say:
        for words in (b"", b"hello", b"\xc1", b"\x92\xa1x\xa1y", b"\x94\xa1x\x01\x90\x05", b"\x94\xa1x\x01\x91\x92\x01\x01\x90"):
            await say(words)
        await until(lambda: sum("something else" in record.getMessage() for record in caplog.records) == 6)
        ear.broker.poke((f"01JQZX3V8K4D2M6N8P0R{number:06d}", number) for number in range(20_000))
        for number in range(100):
            ear.broker.signal(bytes([number]) * 7000)
        packets = [echoed._decode(one) for one in heard[6:]]
        while sum(len(packet.pokes) for packet in packets) < 20_000 or sum(len(packet.signals) for packet in packets) < 100:
            await asyncio.sleep(0.02)
            packets = [echoed._decode(one) for one in heard[6:]]
        assert max(map(len, heard)) <= 65_536
    assert (ear.pokes, ear.signals) == ([], [])
    assert await ear.broker.ready()
    await ear.broker.close()


@pytest.mark.parametrize("kind", NETWORK)
async def test_a_password_is_used_and_never_told(kind: str, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    options = ["--requirepass", PASSWORD] if kind == "redis" else ["--user", "pia", "--pass", PASSWORD]
    user = "" if kind == "redis" else "pia"
    async with broker_server(kind, tmp_path, *options) as server:
        place = f"127.0.0.1:{server.port}"
        async with town_on(f"{kind}://{user}:{quote(PASSWORD, safe='')}@{place}") as town:
            alice, bob = await town.join(), await town.join()
            alice.broker.poke([("space", 1)])
            await until(lambda: bob.pokes == [("space", 1)])
            await server.kill()
            await until(lambda: not alice.broker._linked)  # type: ignore[attr-defined]
            await server.start()
            await until(lambda: alice.gaps == 1)
        for wrong in (f"{kind}://{place}", f"{kind}://{user}:milo-knows@{place}"):
            with pytest.raises(CannotStart, match=f"The broker at {place} can't be reached") as told:
                await Ear(broker(wrong)).start()
            assert "milo-knows" not in str(told.value)
    assert not any(word in caplog.text for word in (PASSWORD, quote(PASSWORD, safe=""), "milo-knows"))


async def test_a_nats_token_is_a_user_without_password(tmp_path: Path) -> None:
    async with broker_server("nats", tmp_path, "--auth", "in-the-bookcase") as server:
        ear = await Ear(broker(f"nats://in-the-bookcase@127.0.0.1:{server.port}")).start()
        assert await ear.broker.ready()
        await ear.broker.close()


async def test_any_nats_server_of_several_will_do(tmp_path: Path) -> None:
    async with broker_server("nats", tmp_path) as server, town_on(f"nats://127.0.0.1:1, {server.url},nats://127.0.0.1:2") as town:
        alice, bob = await town.join(), await town.join()
        alice.broker.signal(b"hello")
        await until(lambda: bob.signals == [b"hello"])


async def test_a_nats_server_that_takes_too_little_at_once_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "nats.conf").write_text("max_payload: 1024\n", encoding="utf-8")
    async with broker_server("nats", tmp_path, "--config", str(tmp_path / "nats.conf")) as server:
        with pytest.raises(CannotStart, match="1024 bytes at once; set max_payload to 65536"):
            await Ear(broker(server.url)).start()


async def test_more_than_may_wait_to_be_heard_is_a_gap_and_no_silent_loss(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nats_broker, "WAITING", 5)
    async with broker_server("nats", tmp_path) as server, town_on(server.url) as town:
        alice = await town.join()
        async with stranger("nats", server.url, "twinspace.here", []) as say:
            for number in range(2000):
                await say(msgspec.msgpack.encode(echoed.Packet("stranger", number, [("space", number)])))
            await until(lambda: alice.gaps > 0, 10)
        assert await alice.broker.ready()


@pytest.mark.parametrize("kind", NETWORK)
async def test_who_may_not_speak_there_is_told(kind: str, tmp_path: Path) -> None:
    if kind == "redis":
        options = ["--user", "pia", "on", ">river", "~*", "&*", "+@all", "-publish"]
    else:
        config = 'authorization: {users: [{user: pia, password: river, permissions: {publish: "other", subscribe: ">"}}]}\n'
        (tmp_path / "nats.conf").write_text(config, encoding="utf-8")
        options = ["--config", str(tmp_path / "nats.conf")]
    async with broker_server(kind, tmp_path, *options) as server:
        with pytest.raises(CannotStart, match=r"(?i)permission"):
            await Ear(broker(server.url.replace("://", "://pia:river@"))).start()


@pytest.mark.parametrize("kind", NETWORK)
async def test_what_docs_running_allows_is_enough(kind: str, tmp_path: Path) -> None:
    if kind == "redis":
        options = ["--user", "pia", "on", ">river", "resetchannels", "&twinspace.*", "+publish", "+subscribe"]
    else:
        config = 'authorization: {users: [{user: pia, password: river, permissions: {publish: "twinspace.>", subscribe: "twinspace.>"}}]}\n'
        (tmp_path / "nats.conf").write_text(config, encoding="utf-8")
        options = ["--config", str(tmp_path / "nats.conf")]
    async with broker_server(kind, tmp_path, *options) as server, town_on(server.url.replace("://", "://pia:river@")) as town:
        alice, bob = await town.join(), await town.join()
        alice.broker.poke([("space", 1)])
        await until(lambda: bob.pokes == [("space", 1)])


@pytest.mark.parametrize("kind", NETWORK)
async def test_the_way_there_can_be_encrypted(kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    key, certificate = await self_signed(tmp_path)
    async with tls_server(kind, tmp_path, key, certificate) as server:
        url = f"{'rediss' if kind == 'redis' else 'tls'}://localhost:{server.port}"
        with pytest.raises(CannotStart, match=r"(?i)certificate"):
            await Ear(broker(url)).start()
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
        async with town_on(url) as town:
            alice, bob = await town.join(), await town.join()
            alice.broker.signal(b"hello")
            await until(lambda: bob.signals == [b"hello"])
        with pytest.raises(CannotStart, match=r"(?i)certificate|hostname"):
            await Ear(broker(url.replace("localhost", "127.0.0.1"))).start()


async def test_a_nats_server_without_tls_does_not_get_a_password_meant_for_one_with() -> None:
    """Whoever stands between could leave out that TLS is wanted; nats-py alone would go on in the clear."""
    read = bytearray()

    async def pretend(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b'INFO {"server_id":"x","version":"2.9.0","max_payload":1048576,"auth_required":true}\r\n')
        while some := await reader.read(1000):
            read.extend(some)
        writer.close()

    listening = await asyncio.start_server(pretend, "127.0.0.1", 0)
    port = listening.sockets[0].getsockname()[1]
    for known in ("pia:river", "river"):
        with pytest.raises(CannotStart, match="does not speak TLS"):
            await Ear(broker(f"tls://{known}@127.0.0.1:{port}")).start()
    assert b"river" not in read
    listening.close()


@asynccontextmanager
async def stranger(kind: str, url: str, channel: str, heard: list[bytes]) -> AsyncIterator[Callable[[bytes], Awaitable[object]]]:
    """Another program on the channel: hears all, and says what it is told to."""
    if kind == "nats":
        other = await nats.connect(url)

        async def hear(message: Msg) -> None:
            heard.append(message.data)

        await other.subscribe(channel, cb=hear)
        yield lambda words: other.publish(channel, words)
        await other.close()
        return
    redis = Redis.from_url(url)
    ear = redis.pubsub()
    await ear.subscribe(channel)

    async def listen() -> None:
        async for message in ear.listen():
            if message["type"] == "message":
                heard.append(message["data"])

    listening = asyncio.create_task(listen())
    yield lambda words: redis.publish(channel, words)
    listening.cancel()
    await asyncio.wait([listening])
    await ear.aclose()
    await redis.aclose()


async def self_signed(directory: Path) -> tuple[Path, Path]:
    """A key, and a certificate for localhost that nobody else has signed."""
    program = shutil.which("openssl")
    if program is None:
        missing("There is no openssl on this machine; install it to run this test.")
    key, certificate = directory / "key.pem", directory / "certificate.pem"
    made = await asyncio.create_subprocess_exec(
        str(program), "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost",
        "-addext", "subjectAltName=DNS:localhost", "-keyout", str(key), "-out", str(certificate), stderr=asyncio.subprocess.DEVNULL,
    )  # fmt: skip
    assert await made.wait() == 0
    return key, certificate


@asynccontextmanager
async def tls_server(kind: str, directory: Path, key: Path, certificate: Path) -> AsyncIterator[BrokerServer]:
    if kind == "nats":
        options = ["--tlscert", str(certificate), "--tlskey", str(key)]
    else:
        options = ["--tls-cert-file", str(certificate), "--tls-key-file", str(key), "--tls-auth-clients", "no"]
    async with broker_server(kind, directory, *options, tls=True) as server:
        yield server
