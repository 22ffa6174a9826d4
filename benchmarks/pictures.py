"""Thumbnails per second beside Pillow alone, and how long a line of chat takes while twenty pictures are being made.

The limit for the first is one process that does nothing but decode the same 12 megapixel JPEG and scale it to the same three widths,
one after the other. The second is the promise that pictures are nobody's business but their maker's: p99 of `chat.say` stays about flat.
"""

import argparse
import asyncio
import io
import os
import time
from pathlib import Path
from typing import Any

import httpx2
from PIL import Image, ImageFilter

from benchmarks.clients import connect_all
from benchmarks.house import PASSWORD, Founded, Process, found, median, serve, show, workplace
from benchmarks.load import Room
from twinspace_server.files.pictures import WIDTHS, Pictures

SIZE = (4000, 3000)
AT_ONCE = 20
LISTENERS = 20
LINES_PER_S = 100


def photo(number: int = 0) -> bytes:
    """A JPEG of 12 megapixels with the noise of a camera, some 3 MB."""
    grain = Image.effect_noise((SIZE[0] // 2, SIZE[1] // 2), 40).resize(SIZE).filter(ImageFilter.GaussianBlur(1))
    across, round_ = (made("L").resize(SIZE) for made in (Image.linear_gradient, Image.radial_gradient))
    out = io.BytesIO()
    Image.merge("RGB", (grain, across, round_)).rotate(number % 4 * 90, expand=False).save(out, "JPEG", quality=88)
    return out.getvalue()


def alone(path: Path, runs: int) -> float:
    """Thumbnails a second of Pillow in this process: what the server's children do, without them."""
    began = time.perf_counter()
    for _ in range(runs):
        with Image.open(path) as image:
            image.draft(None, (WIDTHS[-1], WIDTHS[-1] * SIZE[1] // SIZE[0]))
            small = image.convert("RGB")
        for width in sorted(WIDTHS, reverse=True):
            small = small.resize((width, width * SIZE[1] // SIZE[0]), Image.Resampling.LANCZOS, reducing_gap=2.0)
            small.save(io.BytesIO(), "WEBP", quality=80, method=3)
    return runs * len(WIDTHS) / (time.perf_counter() - began)


async def pool(path: Path, runs: int) -> float:
    """Thumbnails a second of the server's pool of two children."""
    shop = Pictures()
    try:
        outs = [{width: path.with_name(f"{number}-{width}") for width in WIDTHS} for number in range(runs)]
        await shop.thumbnails(path, outs[0])  # the children are there now
        began = time.perf_counter()
        await asyncio.gather(*(shop.thumbnails(path, out) for out in outs))
        return runs * len(WIDTHS) / (time.perf_counter() - began)
    finally:
        shop.close()


async def hang(port: int, founded: Founded, pictures: list[bytes]) -> list[float]:
    """Upload all at once into a new gallery and ask for the thumbnails of each; the seconds that each took."""
    async with httpx2.AsyncClient(base_url=f"http://127.0.0.1:{port}", timeout=300) as http:
        signed = (await http.post("/api/people.sign_in", json={"name": "alice", "password": PASSWORD, "token": True})).json()
        http.headers["Authorization"] = f"Bearer {signed['token']}"
        making = {"space": founded.space, "title": "Twenty pictures"}
        place = (await http.post("/api/gallery.make", json=making)).json()["place"]["id"]
        room = asyncio.Semaphore(3)

        async def one(number: int) -> float:
            began = time.perf_counter()
            async with room:
                form = {"file": (f"{number}.jpg", pictures[number], "image/jpeg")}
                sent = (await http.post("/api/upload", params={"place": place}, files=form)).json()
                adding = {"place": place, "upload": sent["upload"], "alt": ""}
                added = (await http.post("/api/file.add", json=adding)).json()
                for width in WIDTHS:
                    (await http.get(f"/files/{added['file']['id']}/{width}")).raise_for_status()
            return time.perf_counter() - began

        return list(await asyncio.gather(*(one(number) for number in range(len(pictures)))))


async def beside(server: Process, founded: Founded, pictures: list[bytes]) -> dict[str, Any]:
    """Lines of chat before, and while pictures are made."""
    tokens: list[str | None] = [founded.tokens[number % len(founded.tokens)] for number in range(LISTENERS)]
    clients = await connect_all(server.port, tokens, space=founded.space, timed_each=1)
    chat = Room(clients, server.pid, founded.place)
    await chat.fixed(LINES_PER_S, 1.0)
    quiet = await chat.fixed(LINES_PER_S, 5.0)
    work = asyncio.create_task(hang(server.port, founded, pictures))
    busy = []
    while not work.done():
        busy.append(await chat.fixed(LINES_PER_S, 2.0))
    took = await work
    for client in clients:
        client.close()
    return {
        "pictures": len(pictures),
        "lines_per_s": LINES_PER_S,
        "listeners": LISTENERS,
        "chat_p50_ms": quiet["p50_ms"],
        "chat_p99_ms": quiet["p99_ms"],
        "chat_p50_ms_meanwhile": median([row["p50_ms"] for row in busy]),
        "chat_p99_ms_meanwhile": median([row["p99_ms"] for row in busy]),
        "chat_p99_ms_meanwhile_worst": max(row["p99_ms"] for row in busy),
        "seconds_for_all": round(max(took), 2),
    }


def run(founded: Founded, *, quick: bool = False) -> dict[str, Any]:
    """Both, in one go."""
    runs = 6 if quick else 24
    with workplace() as room:
        path = room / "photo.jpg"
        path.write_bytes(photo())
        # In turn, and the medians: what else goes on in the machine hits both.
        limits, pools = [], []
        for _ in range(3):
            limits.append(alone(path, runs // 2))
            pools.append(asyncio.run(pool(path, runs)))
        limit, made = median(limits), median(pools)
        server = serve(founded)
        try:
            told = asyncio.run(beside(server, founded, [photo(number) for number in range(5 if quick else AT_ONCE)]))
        finally:
            server.stop()
    return {
        "source": f"{SIZE[0]}x{SIZE[1]} JPEG",
        "widths": list(WIDTHS),
        "pillow_alone_per_s": round(limit, 1),
        "per_s": round(made, 1),
        "of_limit": round(made / limit, 2),
        "children": 2,
        "cores": os.cpu_count(),
        **told,
    }


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--quick", action="store_true")
    given = options.parse_args()
    with workplace() as path:
        show(run(found(path / "data", LISTENERS), quick=given.quick))


if __name__ == "__main__":
    main()
