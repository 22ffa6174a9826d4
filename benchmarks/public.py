"""A published page beside nginx serving the very same bytes from a file, packed beforehand: requests for each second of CPU that the
server takes, for whole answers (200, gzip) and for "you have it already" (304). One worker each, 16 connections that stay open."""

import argparse
import asyncio
import shutil
import subprocess
import time
import urllib.request
from pathlib import Path
from typing import Any

import httpx2

from benchmarks.house import PASSWORD, Founded, Process, cpu_seconds, found, free_port, serve, show, workplace

GOAL = 0.4
"""Of nginx's requests for each second of CPU."""
CONNECTIONS = 16
WORDS = "We walked down to the water and counted the boats: twelve barges, one ferry and a very calm cormorant. "


class Asking(asyncio.Protocol):
    """One open line: the same question again as soon as the answer is whole."""

    def __init__(self, question: bytes, answer: int) -> None:
        self.question, self.answer = question, answer
        self.got = self.done = 0
        self.running = True
        self.wrong = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport
        transport.write(self.question)

    def data_received(self, data: bytes) -> None:
        self.got += len(data)
        while self.got >= self.answer:
            self.got -= self.answer
            self.done += 1
        if self.running and self.got == 0:
            self.transport.write(self.question)


async def _one(port: int, question: bytes) -> bytes:
    """The whole answer, once: how long it is stays the same."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(question)
    head = await reader.readuntil(b"\r\n\r\n")
    length = 0
    for line in head.lower().split(b"\r\n"):
        if line.startswith(b"content-length:") and not head.startswith(b"HTTP/1.1 304"):
            length = int(line.split(b":")[1])
    body = await reader.readexactly(length)
    writer.close()
    return head + body


async def measure(server: Process, question: bytes, seconds: float) -> dict[str, Any]:
    whole = await _one(server.port, question)
    loop = asyncio.get_running_loop()
    lines = [
        (await loop.create_connection(lambda: Asking(question, len(whole)), "127.0.0.1", server.port))[1] for _ in range(CONNECTIONS)
    ]  # fmt: skip
    await asyncio.sleep(0.5)
    before, cpu, start = sum(line.done for line in lines), cpu_seconds(server.pid), time.monotonic()
    await asyncio.sleep(seconds)
    done, cpu, took = sum(line.done for line in lines) - before, cpu_seconds(server.pid) - cpu, time.monotonic() - start
    for line in lines:
        line.running = False
        line.transport.close()
    return {
        "status": whole.split(b" ", 2)[1].decode(), "bytes": len(whole), "per_s": round(done / took), "per_cpu_s": round(done / cpu),
        "cpu_us": round(cpu / done * 1e6, 1),
    }  # fmt: skip


def nginx(folder: Path, body: bytes, packed: bytes) -> Process:
    """Debian's nginx, one worker, on these bytes."""
    port = free_port()
    (folder / "root").mkdir(parents=True)
    (folder / "root" / "page").write_bytes(body)
    (folder / "root" / "page.gz").write_bytes(packed)
    (folder / "nginx.conf").write_text(f"""
        daemon off; worker_processes 1; pid {folder}/pid; error_log {folder}/errors; user root;
        events {{ worker_connections 256; }}
        http {{
          access_log off; keepalive_requests 100000000; default_type "text/html; charset=utf-8"; sendfile on; tcp_nopush on;
          open_file_cache max=100; gzip_static on; gzip_vary on; gzip_http_version 1.1;
          server {{ listen 127.0.0.1:{port}; root {folder}/root; add_header Cache-Control "public, no-cache"; }}
        }}
    """)  # fmt: skip
    return Process([str(shutil.which("nginx")), "-p", str(folder), "-c", str(folder / "nginx.conf")], {}, port, "/page")


async def _publish(port: int, founded: Founded) -> str:
    """A page of some length, made and published by alice; answers its path."""
    async with httpx2.AsyncClient(base_url=f"http://127.0.0.1:{port}", timeout=60) as http:

        async def ask(method: str, bearer: str | None = None, **params: Any) -> Any:
            answer = await http.post(f"/api/{method}", json=params, headers={"Authorization": f"Bearer {bearer}"} if bearer else {})
            if answer.status_code != 200:
                raise RuntimeError(f"{method}: {answer.status_code} {answer.text}")
            return answer.json()

        alice = (await ask("people.sign_in", name="alice", password=PASSWORD, token=True))["token"]
        paragraph = {"type": "paragraph", "content": [{"type": "text", "text": WORDS * 4}]}
        made = await ask("page.make", alice, space=founded.space, title="River diary", content=[paragraph] * 20)
        place = made["place"]["id"]
        shown = await ask("publish.put", alice, place=place, language="en")
        return str(shown["place"]["published"]["address"])


def question(path: str, port: int, *more: str) -> bytes:
    lines = [f"GET {path} HTTP/1.1", f"Host: 127.0.0.1:{port}", "Accept: text/html", "Accept-Language: en", "Accept-Encoding: gzip", *more]
    return ("\r\n".join(lines) + "\r\n\r\n").encode()


def run(founded: Founded, beside: Path, *, quick: bool = False) -> dict[str, Any]:
    """The benchmark."""
    if shutil.which("nginx") is None:
        return {"skipped": "nginx is not installed (make bench installs Debian's, where it may)"}
    seconds, told = (2.0 if quick else 6.0), {"goal": GOAL, "connections": CONNECTIONS}
    ours = serve(founded)
    theirs = None
    try:
        path = asyncio.run(_publish(ours.port, founded))
        asked = urllib.request.Request(f"http://127.0.0.1:{ours.port}{path}", headers={"Accept-Language": "en"})
        with urllib.request.urlopen(asked) as answer:
            body, tag = answer.read(), answer.headers["etag"]
        packed = asyncio.run(_one(ours.port, question(path, ours.port))).partition(b"\r\n\r\n")[2]
        theirs = nginx(beside, body, packed)
        asked = urllib.request.Request(f"http://127.0.0.1:{theirs.port}/page", headers={"Accept-Encoding": "gzip"})
        with urllib.request.urlopen(asked) as answer:
            their_tag = answer.headers["etag"]
        rounds: dict[str, list[dict[str, Any]]] = {}
        for _ in range(1 if quick else 3):  # by turns, so that both meet the same machine
            for name, server, where, known in (("ours", ours, path, tag), ("nginx", theirs, "/page", their_tag)):
                for what, more in (("200", []), ("304", [f"If-None-Match: {known}"])):
                    got = asyncio.run(measure(server, question(where, server.port, *more), seconds))
                    assert got["status"] == what, got
                    rounds.setdefault(f"{name} {what}", []).append(got)
        for name, several in rounds.items():
            told[name] = sorted(several, key=lambda one: int(one["per_cpu_s"]))[len(several) // 2]
        for what in ("200", "304"):
            told[f"share {what}"] = round(told[f"ours {what}"]["per_cpu_s"] / told[f"nginx {what}"]["per_cpu_s"], 3)  # type: ignore[index]
    finally:
        ours.stop()
        if theirs is not None:
            theirs.stop()
    version = subprocess.run([str(shutil.which("nginx")), "-v"], capture_output=True, check=True, text=True).stderr
    return told | {"peer": version.strip().rpartition("/")[2]}


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--quick", action="store_true")
    given = options.parse_args()
    with workplace() as path:
        show(run(found(path / "data", 2), path / "nginx", quick=given.quick))


if __name__ == "__main__":
    main()
