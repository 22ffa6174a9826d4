"""The booked sessions of the demo: one that was held, one of next week that waits for a last word, and when the schools have lessons."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any, Protocol
from zoneinfo import ZoneInfo

from twinspace_server.channels.chat import Say
from twinspace_server.channels.session_records import SetHours
from twinspace_server.channels.sessions.agreeing import Answer, Book
from twinspace_server.law.hours import Stretch
from twinspace_server.live.feature import CommandParams

ZONE = "Europe/Brussels"
SCHOOL_DAYS = range(5)
WEDNESDAY = 2
GENT = [Stretch(day, "08:30", "12:05") for day in SCHOOL_DAYS] + [Stretch(day, "13:15", "15:30") for day in SCHOOL_DAYS if day != WEDNESDAY]
BATUMI = [Stretch(day, "09:00", "14:45") for day in SCHOOL_DAYS]

PUPILS = ("pia", "amina", "milo", "nino", "luka")
HELD = (
    ("alice", 1, "Welcome, everybody! One question each about the bridges of the others. Who begins?"),
    ("milo", 2, "Me! How many bridges does Gent have?"),
    ("pia", 3, "More than a hundred if you count the small ones. We counted eleven on the way to school."),
    ("amina", 4, "Which of yours is the oldest?"),
    ("nino", 6, "The one at Makhuntseti. It is an arch of stone, 900 years old, and it has no rails."),
    ("luka", 7, "You are allowed to walk over it. I did, on my knees."),
    ("pia", 8, "I would too."),
    ("bob", 40, "That was a good hour. We bring drawings of the arch next week."),
)  # fmt: skip


class Teller(Protocol):
    """Who tells the demo: at a moment, as a person."""

    moment: int

    async def do(self, username: str, method: str, params: CommandParams) -> dict[str, Any]: ...


async def hold(teller: Teller, space: str, people: Mapping[str, str], gent: str, batumi: str, at: Callable[[int, int, int], int]) -> None:
    """Say when there are lessons, hold the one and ask for the other; the moment is put back to the present."""
    present = teller.moment
    await teller.do("alice", "school.set_hours", SetHours(space=space, school=gent, week=GENT))
    await teller.do("bob", "school.set_hours", SetHours(space=space, school=batumi, week=BATUMI))
    teller.moment = at(3, 15, 50)
    begins = at(2, 10, 0)
    told = await _book(teller, space, people, "Old bridges and new ones", begins, "none", "Bring one question.")
    teller.moment = at(3, 16, 20)
    await teller.do("bob", "session.answer", Answer(place=told, answer="accepted", word="With pleasure, we have just learnt the words."))
    for username, minute, text in HELD:
        teller.moment = begins + minute * 60_000
        await teller.do(username, "chat.say", Say(place=told, text=text))
    teller.moment = present
    today = datetime.fromtimestamp(present / 1000, UTC).astimezone(ZoneInfo(ZONE))
    tuesday = today.replace(hour=10, minute=0, second=0, microsecond=0) + timedelta(days=8 - today.weekday())
    coming = await _book(teller, space, people, "Our drawings of the arch", int(tuesday.timestamp() * 1000), "each", "Headphones, please.")
    await teller.do("bob", "session.answer", Answer(place=coming, answer="accepted", word="We are there."))
    for username in PUPILS[:-1]:
        await teller.do(username, "session.answer", Answer(place=coming, answer="accepted"))


async def _book(teller: Teller, space: str, people: Mapping[str, str], subject: str, begins: int, teachers: Any, note: str) -> str:
    start = datetime.fromtimestamp(begins / 1000, ZoneInfo(ZONE)).strftime("%Y-%m-%dT%H:%M")
    asked = [people[username] for username in ("bob", *PUPILS)]
    asking = Book(space=space, subject=subject, start=start, zone=ZONE, minutes=45, people=asked, note=note, teachers=teachers)
    return str((await teller.do("alice", "session.book", asking))["place"].id)
