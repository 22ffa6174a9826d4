"""1,000 sessions that open in the same minute: how long until the last is told to be open, and what it costs.

They are booked one after the other by a teacher, half of them in each of two spaces (one holds 1,000 places), for the next full
minute that leaves time for it. A line is let in by the time alone; this is how late the telling is.
"""

import asyncio
import time
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx2

from benchmarks.house import PASSWORD, Founded, cpu_seconds, serve

SESSIONS = 1_000
AHEAD_MINUTES = 3


async def measure(port: int, pid: int, founded: Founded, sessions: int) -> dict[str, Any]:
    async with httpx2.AsyncClient(base_url=f"http://127.0.0.1:{port}", timeout=120) as http:

        async def ask(method: str, **params: Any) -> Any:
            answer = await http.post(f"/api/{method}", json=params)
            if answer.status_code != 200:
                raise RuntimeError(f"{method}: {answer.status_code} {answer.text}")
            return answer.json()

        async def enter(name: str) -> None:
            http.headers.pop("Authorization", None)
            token = (await ask("people.sign_in", name=name, password=PASSWORD, token=True))["token"]
            http.headers["Authorization"] = f"Bearer {token}"

        await enter("alice")
        members = (await ask("space.members", space=founded.space))["members"]
        alice = next(member for member in members if member["administrator"])
        # Of her own school: a session within one school is confirmed at once.
        pupil = next(member["id"] for member in members if member["school"] == alice["school"] and member is not alice)
        await enter("operator")
        founding = {"name": "Second", "description": "", "schools": sorted({m["school"] for m in members if m["school"]})}
        second = await ask("spaces.found", **founding, administrator=alice["id"], administrator_school=alice["school"])
        await enter("alice")
        spaces = [founded.space, second["space"]["id"]]
        await ask("space.add_member", space=spaces[1], username="pupil0", role="pupil", school=alice["school"])
        opens = datetime.now(UTC).replace(second=0, microsecond=0) + timedelta(minutes=AHEAD_MINUTES + 1)
        params = {"start": opens.strftime("%Y-%m-%dT%H:%M"), "zone": "UTC", "minutes": 30, "teachers": "any"}
        begun = time.monotonic()
        places = []
        for number in range(sessions):
            booked = await ask("session.book", space=spaces[number % 2], **params, subject=f"Session {number}", people=[pupil])
            places.append(booked["place"]["id"])
        booking = time.monotonic() - begun
        if datetime.now(UTC) >= opens:
            raise RuntimeError("booking took longer than there was time for")
        await asyncio.sleep((opens - datetime.now(UTC)).total_seconds() - 1)
        cpu, waiting = cpu_seconds(pid), set(places)
        while waiting:
            some = sorted(waiting)[0]
            gate = (await ask("place.open", place=some))["gate"]
            if gate["state"] in ("open", "quiet"):
                waiting.discard(some)
            elif datetime.now(UTC) > opens + timedelta(seconds=60):
                raise RuntimeError(f"{len(waiting)} are still not told to be open")
        return {
            "sessions": sessions,
            "booking_ms_each": round(booking / sessions * 1000, 1),
            "all_told_after_s": round((datetime.now(UTC) - opens).total_seconds(), 2),
            "cpu_s": round(cpu_seconds(pid) - cpu, 2),
        }


def run(founded: Founded, *, quick: bool = False) -> dict[str, Any]:
    """The benchmark. Asking about each room is in `all_told_after_s` and `cpu_s`."""
    server = serve(founded)
    try:
        return asyncio.run(measure(server.port, server.pid, founded, 100 if quick else SESSIONS))
    finally:
        server.stop()
