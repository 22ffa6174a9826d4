"""The demo's calendar: a school year around today, planned by the people of the demo as themselves.

Called by `demo` with whoever tells it; everything goes through commands, so it can hold nothing that a rule forbids.
"""

from collections.abc import Awaitable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any, Protocol
from zoneinfo import ZoneInfo

from twinspace_server.channels.calendar.events import EventType
from twinspace_server.channels.calendar.planning import Add
from twinspace_server.live.feature import CommandParams
from twinspace_server.spaces.tree import MakePlace

TITLE = "Calendar"
GENT, BATUMI = "Europe/Brussels", "Asia/Tbilisi"


class Teller(Protocol):
    """Speaks as the persons of the demo."""

    moment: int

    def do(self, username: str, method: str, params: CommandParams) -> Awaitable[dict[str, Any]]: ...


@dataclass(frozen=True)
class Plan:
    """What somebody plans: `days` from the Monday of this week (on a weekend, of the next), perhaps at a time of their school's clock."""

    by: str
    title: str
    days: int
    type: EventType = "activity"
    length: int = 0
    """Days, or minutes where there is a time."""
    time: str | None = None
    school: str | None = None
    repeat: str | None = None
    description: str = ""


PLANS = (
    Plan("alice", "Live chat of the two classes", -27, time="10:00", length=45, repeat="FREQ=WEEKLY",
         description="Bring one question about the river of the others."),
    Plan("bob", "Teachers' call", -26, time="16:30", length=30, repeat="FREQ=WEEKLY;INTERVAL=2"),
    Plan("alice", "Autumn break", -21, "holiday", 6, school="gent"),
    Plan("pia", "Water samples at the Leie", -3, time="13:15", length=90, school="gent"),
    Plan("milo", "Photo walk along the harbour", 1, time="15:00", length=120, school="batumi", description="Old shoes, it is wet there."),
    Plan("alice", "Send your three photos", 3, "deadline", description="The photo vote begins on Monday."),
    Plan("bob", "Parents' evening", 2, time="18:30", length=90, school="batumi"),
    Plan("alice", "Photo vote", 7, length=4),
    Plan("bob", "Giorgoba: no school", 1, "holiday", school="batumi"),
    Plan("alice", "River map, first print", 11, "deadline", time="12:00"),
    Plan("bob", "Video call: our two rivers", 9, time="13:00", length=60, description="Gent calls Batumi. Headphones, please."),
    Plan("alice", "Christmas holidays", 28, "holiday", 13, school="gent"),
    Plan("bob", "New Year holidays", 35, "holiday", 14, school="batumi"),
    Plan("alice", "Exhibition of the map", 52, time="14:00", length=120),
)  # fmt: skip


async def plan(teller: Teller, space: str, gent: str, batumi: str) -> str:
    """Make the calendar and plan the year; answers its id."""
    made = await teller.do("alice", "calendar.make", MakePlace(space=space, title=TITLE))
    place = str(made["place"].id)
    today = datetime.fromtimestamp(teller.moment / 1000, UTC).astimezone(ZoneInfo(GENT)).date()
    monday = today - timedelta(days=today.weekday() if today.weekday() < 5 else today.weekday() - 7)
    for one in PLANS:
        zone = BATUMI if one.by in ("bob", "milo") else GENT
        starts, ends = _when(one, monday + timedelta(days=one.days))
        school = {"gent": gent, "batumi": batumi}.get(one.school or "")
        params = Add(
            place=place, title=one.title, description=one.description, type=one.type, school=school, starts=starts, ends=ends,
            zone=zone if one.time else None, repeat=one.repeat,
        )  # fmt: skip
        await teller.do(one.by, "calendar.add", params)
    return place


def _when(one: Plan, day: date) -> tuple[str, str]:
    if one.time is None:
        return day.isoformat(), (day + timedelta(days=one.length)).isoformat()
    begins = datetime.fromisoformat(f"{day}T{one.time}")
    return f"{begins:%Y-%m-%dT%H:%M}", f"{begins + timedelta(minutes=one.length):%Y-%m-%dT%H:%M}"
