"""A server under measure: starts `twinspace serve` (or the naive peer) in its own process and reads what it costs.

Also founds the installation that the benchmarks use: people, a space and its members, made by commands over HTTP.
"""

import asyncio
import contextlib
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

PASSWORD = "correct horse battery staple"

# What a benchmark raises, and every result says so. The bounds themselves are tested elsewhere.
RAISED = {
    "TWINSPACE_MESSAGES_PER_SECOND": "1000000",
    "TWINSPACE_BURST": "1000000",
    "TWINSPACE_SOCKETS_PER_PERSON": "10000",
    "TWINSPACE_PING_INTERVAL": "600",
    "TWINSPACE_PING_TIMEOUT": "600",
    "TWINSPACE_LOG_LEVEL": "warning",
}


@dataclass
class Founded:
    """What the benchmarks need to know of an installation."""

    data: str
    database: str  # empty: SQLite in `data`
    space: str
    place: str
    tokens: list[str] = field(default_factory=list)
    administrator: str = ""


class Process:
    """One server process with its children, and what the kernel has counted of them."""

    def __init__(self, command: Sequence[str], environment: dict[str, str], port: int, path: str) -> None:
        self.port = port
        self.log = tempfile.TemporaryFile()  # noqa: SIM115 - lives as long as the process
        self.started = time.monotonic()
        self.process = subprocess.Popen(
            command,
            env={k: v for k, v in os.environ.items() if not k.startswith("TWINSPACE_")} | environment,
            stdout=self.log,
            stderr=subprocess.STDOUT,
        )
        self._wait(path)
        self.ready_after = time.monotonic() - self.started

    def _wait(self, path: str) -> None:
        end = time.monotonic() + 60
        while time.monotonic() < end:
            if self.process.poll() is not None:
                raise RuntimeError(f"the server ended while starting:\n{self.said()}")
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=1) as answer:
                    if answer.status == 200:
                        return
            except OSError:
                time.sleep(0.02)
        raise RuntimeError(f"the server did not start:\n{self.said()}")

    def said(self) -> str:
        """The end of its output."""
        self.log.seek(0)
        return self.log.read().decode(errors="replace")[-4000:]

    @property
    def pid(self) -> int:
        return self.process.pid

    def stop(self, how: int = signal.SIGTERM) -> None:
        """End it; by SIGKILL when it doesn't go in time."""
        if self.process.poll() is None:
            self.process.send_signal(how)
            try:
                self.process.wait(20)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()


def tree(pid: int) -> list[int]:
    """A process and its descendants."""
    found, waiting = [], [pid]
    while waiting:
        one = waiting.pop()
        found.append(one)
        with contextlib.suppress(OSError):
            for task in Path(f"/proc/{one}/task").iterdir():
                waiting += [int(child) for child in (task / "children").read_text().split()]
    return found


def cpu_seconds(pid: int) -> float:
    """User and system time of the process tree's threads so far, by the scheduler's own clock (nanoseconds, not ticks).

    What ended threads took is not in it: the servers end none while they are measured."""
    total = 0
    for one in tree(pid):
        with contextlib.suppress(OSError):
            for task in Path(f"/proc/{one}/task").iterdir():
                total += int((task / "schedstat").read_text().split()[0])
    return total / 1e9


def written_bytes(pid: int) -> int:
    """Bytes that the process tree has sent to the disk so far."""
    total = 0
    for one in tree(pid):
        for line in Path(f"/proc/{one}/io").read_text().splitlines():
            if line.startswith("write_bytes:"):
                total += int(line.split()[1])
    return total


def pss_kb(pid: int) -> int:
    """Memory of the process tree, shared pages split among those who share them."""
    total = 0
    for one in tree(pid):
        for line in Path(f"/proc/{one}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                total += int(line.split()[1])
    return total


def free_port() -> int:
    """A port that was free a moment ago."""
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        return int(sock.getsockname()[1])


def serve(founded: Founded, **settings: str) -> Process:
    """Our server on an installation, with the raised bounds."""
    port = int(settings.pop("port", 0)) or free_port()
    environment = RAISED | {f"TWINSPACE_{name.upper()}": value for name, value in settings.items()}
    if founded.database:
        environment["TWINSPACE_DATABASE_URL"] = founded.database
    command = [sys.executable, "-m", "twinspace_server", "serve", "--data", founded.data, "--port", str(port)]
    return Process(command, environment, port, "/readyz")


def serve_naive() -> Process:
    """The peer."""
    port = free_port()
    return Process([sys.executable, "-m", "benchmarks.naive", str(port)], {}, port, "/")


@contextlib.contextmanager
def workplace() -> Iterator[Path]:
    """A directory on this disk (not in memory: syncing must cost what it costs), removed at the end."""
    path = Path(tempfile.mkdtemp(prefix=".bench-", dir=Path.cwd()))
    try:
        yield path
    finally:
        shutil.rmtree(path, ignore_errors=True)


def copied(founded: Founded, path: Path) -> Founded:
    """The same installation once more, so that each benchmark starts with an empty room."""
    shutil.copytree(founded.data, path)
    return Founded(**asdict(founded) | {"data": str(path)})


@contextlib.contextmanager
def postgres(url: str) -> Iterator[str]:
    """An empty database on that server, dropped at the end."""
    import asyncpg

    name = f"twinspace_bench_{os.getpid()}"

    async def run(statement: str) -> None:
        connection = await asyncpg.connect(url)
        try:
            await connection.execute(statement)
        finally:
            await connection.close()

    asyncio.run(run(f"CREATE DATABASE {name}"))
    try:
        yield f"{url.rsplit('/', 1)[0]}/{name}" if url.count("/") > 2 else f"{url}/{name}"
    finally:
        asyncio.run(run(f"DROP DATABASE {name} WITH (FORCE)"))


def found(data: Path, people: int, *, database: str = "") -> Founded:
    """An installation with one space of two schools, `people` pupils who are members and signed in, and one room."""
    environment = {"TWINSPACE_DATA_DIR": str(data)} | ({"TWINSPACE_DATABASE_URL": database} if database else {})
    subprocess.run(
        [sys.executable, "-m", "twinspace_server", "create-admin", "operator", "--password-stdin"],
        input=PASSWORD.encode() + b"\n",
        env={k: v for k, v in os.environ.items() if not k.startswith("TWINSPACE_")} | environment,
        check=True,
        stdout=subprocess.DEVNULL,
    )
    founded = Founded(str(data), database, "", "")
    server = serve(founded)
    try:
        asyncio.run(_fill(server.port, founded, people))
    except BaseException:
        print(server.said(), file=sys.stderr)
        raise
    finally:
        server.stop()
    return founded


async def _fill(port: int, founded: Founded, people: int) -> None:
    import httpx2

    async with httpx2.AsyncClient(base_url=f"http://127.0.0.1:{port}", timeout=60) as http:

        async def ask(method: str, bearer: str | None = None, **params: Any) -> Any:
            headers = {"Authorization": f"Bearer {bearer}"} if bearer else {}
            answer = await http.post(f"/api/{method}", json=params, headers=headers)
            if answer.status_code != 200:
                raise RuntimeError(f"{method}: {answer.status_code} {answer.text}")
            return answer.json()

        async def enter(name: str) -> str:
            return str((await ask("people.sign_in", name=name, password=PASSWORD, token=True))["token"])

        operator = await enter("operator")
        schools = [
            (await ask("schools.add", operator, name=name, town=town, country=country, zone=zone, hue=hue))["school"]["id"]
            for name, town, country, zone, hue in (
                ("Sint-Bavo", "Gent", "BE", "Europe/Brussels", "lagoon"),
                ("Skola 5", "Batumi", "GE", "Asia/Tbilisi", "marigold"),
            )
        ]
        limit = asyncio.Semaphore(4)

        async def person(name: str, *, adult: bool) -> tuple[str, str]:
            async with limit:
                made = await ask("people.add", operator, username=name, name=name.title(), password=PASSWORD, adult=adult)
                return str(made["person"]["id"]), await enter(name)

        (alice, alice_token), *pupils = await asyncio.gather(
            person("alice", adult=True), *(person(f"pupil{number}", adult=False) for number in range(people))
        )
        space = await ask(
            "spaces.found", operator, name="Bench", description="", schools=schools, administrator=alice, administrator_school=schools[0]
        )
        founded.space = space["space"]["id"]
        for number in range(people):
            await ask(
                "space.add_member",
                alice_token,
                space=founded.space,
                username=f"pupil{number}",
                role="pupil",
                school=schools[number % 2],
            )
        room = await ask("chat.make_room", alice_token, space=founded.space, title="The room")
        founded.place = room["place"]["id"]
        founded.tokens = [token for _, token in pupils]
        founded.administrator = alice_token


def median(values: Sequence[float]) -> float:
    """The middle one."""
    ordered = sorted(values)
    middle = len(ordered) // 2
    return ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2


def percentile(ordered: Sequence[float], share: float) -> float:
    """Of values in order; nan of none."""
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))] if ordered else float("nan")


def show(result: Any) -> None:
    """Print a result."""
    print(json.dumps(result, indent=2, allow_nan=False))
