"""Sending and fetching files of 5 MB: time, CPU and peak memory of the server, one by one and 20 at once.

Beside it, in the same run, what this machine allows: for sending a socket on loopback whose bytes are hashed, written and synced in one
process that does nothing else; for fetching nginx (or Python's own file server where there is no nginx) with the same bytes.
"""

import argparse
import asyncio
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx2

from benchmarks.house import PASSWORD, Founded, Process, cpu_seconds, found, free_port, pss_kb, serve, show, workplace

SIZE = 5 * 1024 * 1024
AT_ONCE = 20
NGINX = """daemon off; worker_processes 1; pid {at}/pid; error_log /dev/null; events {{}}
http {{ access_log off; sendfile on; client_body_temp_path {at}/b; proxy_temp_path {at}/p; fastcgi_temp_path {at}/f; uwsgi_temp_path {at}/u;
scgi_temp_path {at}/s; server {{ listen 127.0.0.1:{port}; root {at}; }} }}"""
RECEIVER = """
import hashlib, os, socket, sys
with socket.create_server(("127.0.0.1", 0)) as door:
    print(door.getsockname()[1], flush=True)
    while True:
        line, _ = door.accept()
        with line, open(sys.argv[1], "wb") as out:
            digest = hashlib.sha256()
            while piece := line.recv(262144):
                digest.update(piece)
                out.write(piece)
            out.flush()
            os.fsync(out.fileno())
            line.sendall(b"!")
"""


class Peak:
    """The most memory that a server has had while this ran, above what it had before, in MB."""

    def __init__(self, pid: int) -> None:
        self._pid = pid
        self._before = self._most = pss_kb(pid)
        self._ended = threading.Event()
        self._watch = threading.Thread(target=self._look)

    def _look(self) -> None:
        while not self._ended.wait(0.02):
            self._most = max(self._most, pss_kb(self._pid))

    def __enter__(self) -> "Peak":
        self._watch.start()
        return self

    def __exit__(self, *_failure: object) -> None:
        self._ended.set()
        self._watch.join()

    @property
    def mb(self) -> float:
        return round((self._most - self._before) / 1024, 1)


def content(number: int) -> bytes:
    """5 MB that pass for a ZIP, and are no other's."""
    return b"PK\x03\x04" + number.to_bytes(8, "big") + os.urandom(SIZE - 12)


async def sending(http: httpx2.AsyncClient, place: str, pid: int, several: bool, first: int) -> dict[str, Any]:
    bodies = [content(first + number) for number in range(AT_ONCE)]

    async def send(body: bytes) -> str:
        while True:
            sent = await http.post("/api/upload", params={"place": place}, files={"file": ("work.zip", body)})
            if sent.status_code != 429:
                break
            await asyncio.sleep(0.05)
        sent.raise_for_status()
        added = await http.post("/api/file.add", json={"place": place, "upload": sent.json()["upload"]})
        return str(added.raise_for_status().json()["file"]["id"])

    return await measured(pid, several, [lambda body=body: send(body) for body in bodies])  # type: ignore[misc]


async def fetching(http: httpx2.AsyncClient, path: str, pid: int, several: bool, headers: dict[str, str] | None = None) -> dict[str, Any]:
    async def fetch() -> str:
        async with http.stream("GET", path, headers=headers) as answer:
            async for _ in answer.aiter_raw(262144):
                pass
        return ""

    return await measured(pid, several, [fetch] * AT_ONCE)


async def measured(pid: int, several: bool, work: list[Callable[[], Any]]) -> dict[str, Any]:
    await work[0]()
    cpu, start, done = cpu_seconds(pid), time.monotonic(), []
    with Peak(pid) as peak:
        if several:
            done = await asyncio.gather(*(one() for one in work[1:]))
        else:
            done = [await one() for one in work[1:]]
    took, cpu = time.monotonic() - start, cpu_seconds(pid) - cpu
    each = {"ms_each": round(took / len(done) * 1000, 1), "cpu_ms_each": round(cpu / len(done) * 1000, 1)}
    return {**each, "more_memory_mb": peak.mb, "of": done[0]}


def receiving(path: Path) -> dict[str, Any]:
    """The limit of sending: hash, write and sync what comes over loopback."""
    child = subprocess.Popen([sys.executable, "-c", RECEIVER, str(path / "received")], stdout=subprocess.PIPE)
    try:
        assert child.stdout is not None
        port, body = int(child.stdout.readline()), content(0)
        cpu, start = cpu_seconds(child.pid), time.monotonic()
        for _ in range(AT_ONCE):
            with socket.create_connection(("127.0.0.1", port)) as line:
                line.sendall(body)
                line.shutdown(socket.SHUT_WR)
                line.recv(1)
        took, cpu = time.monotonic() - start, cpu_seconds(child.pid) - cpu
        return {"ms_each": round(took / AT_ONCE * 1000, 1), "cpu_ms_each": round(cpu / AT_ONCE * 1000, 1)}
    finally:
        child.kill()
        child.wait()


@asynccontextmanager
async def plain_server(path: Path) -> AsyncIterator[tuple[str, int, int]]:
    """Name, port and process of a server that only serves files from this directory."""
    port = free_port()
    nginx = shutil.which("nginx")
    if nginx:
        (path / "nginx.conf").write_text(NGINX.format(at=path, port=port))
        command = [nginx, "-c", str(path / "nginx.conf")]
    else:
        command = [sys.executable, "-m", "http.server", str(port), "--bind", "127.0.0.1", "--directory", str(path)]
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(100):
            try:
                socket.create_connection(("127.0.0.1", port), 1).close()
                break
            except OSError:
                await asyncio.sleep(0.05)
        yield "nginx" if nginx else "http.server", port, child.pid
    finally:
        child.terminate()
        child.wait()


async def measure(server: Process, founded: Founded, beside: Path) -> dict[str, Any]:
    async with httpx2.AsyncClient(base_url=f"http://127.0.0.1:{server.port}", timeout=120) as http:
        signed = (await http.post("/api/people.sign_in", json={"name": "alice", "password": PASSWORD, "token": True})).json()
        http.headers["Authorization"] = f"Bearer {signed['token']}"
        place = (await http.post("/api/archive.make", json={"space": founded.space, "title": "Files"})).json()["place"]["id"]
        told: dict[str, Any] = {"bytes": SIZE, "files": AT_ONCE - 1}
        told["sending"] = await sending(http, place, server.pid, False, 0)
        told["sending_20_at_once"] = await sending(http, place, server.pid, True, 1000)
        file = told["sending"].pop("of")
        told["sending_20_at_once"].pop("of")
        told["fetching"] = await fetching(http, f"/files/{file}", server.pid, False)
        told["fetching_20_at_once"] = await fetching(http, f"/files/{file}", server.pid, True)
        tag = (await http.head(f"/files/{file}")).headers["etag"]
        told["not_modified"] = await fetching(http, f"/files/{file}", server.pid, False, {"If-None-Match": tag})
        told["zip_of_20"] = await fetching(http, f"/files/zip?place={place}", server.pid, False)
    told["limit_sending"] = receiving(beside)
    (beside / "file").write_bytes(content(0))
    async with (
        plain_server(beside) as (name, port, pid),
        httpx2.AsyncClient(base_url=f"http://127.0.0.1:{port}", timeout=60) as http,
    ):
        told["limit_fetching"] = {"server": name, **await fetching(http, "/file", pid, False)}
    for row in told.values():
        if isinstance(row, dict):
            row.pop("of", None)
    return told


def run(founded: Founded, *, quick: bool = False) -> dict[str, Any]:
    """The benchmark; it is short either way."""
    server = serve(founded, uploads_at_once="20")
    try:
        with tempfile.TemporaryDirectory(prefix="twinspace-files-") as beside:
            return asyncio.run(measure(server, founded, Path(beside)))
    finally:
        server.stop()


def main() -> None:
    argparse.ArgumentParser(prog="python -m benchmarks.files", description=__doc__).parse_args()
    with workplace() as path:
        show(run(found(path, 5)))


if __name__ == "__main__":
    main()
