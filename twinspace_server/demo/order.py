"""How order is kept in the demo: a report that was answered, one that is open, and a line that waits for a teacher.

Through the door like everything else there. Luka is the one a teacher looks first at; nobody has a time-out.
"""

from collections.abc import Callable, Mapping
from typing import Any, Protocol

from twinspace_server.channels.chat import Say
from twinspace_server.live.feature import CommandParams
from twinspace_server.spaces.order import Hold
from twinspace_server.spaces.reports import Close, Make

HELD = "luka"
FEET, BEANS = "feet", "beans"
"""The lines of the talk that were reported, by their names there."""


class Teller(Protocol):
    """Who tells the demo: at a moment, as a person."""

    moment: int

    async def do(self, username: str, method: str, params: CommandParams) -> dict[str, Any]: ...


async def keep(
    teller: Teller, space: str, luka: str, said: Mapping[str, tuple[str, str, int]], room: str, at: Callable[[int, int, int], int]
) -> None:
    """Report, answer and hold, at their moments."""
    message, place, _ = said[FEET]
    teller.moment = at(3, 15, 20)
    made = await teller.do("pia", "report.make", Make(place=place, kind="message", item=message, word="Everybody laughed at me."))
    teller.moment = at(2, 8, 30)
    answer = "Thank you for telling us, Pia. We talked with Jef. He didn't want to hurt you, and he says so to you today."
    await teller.do("alice", "report.close", Close(space=space, report=made["report"].id, decision="talked", answer=answer))
    message, place, _ = said[BEANS]
    teller.moment = at(0, 9, 30)
    word = "We eat this at home. It sounds as if it was bad."
    await teller.do("nino", "report.make", Make(place=place, kind="message", item=message, word=word))
    teller.moment = at(0, 9, 35)
    await teller.do("bob", "order.hold", Hold(space=space, person=luka, on=True))
    teller.moment = at(0, 9, 40)
    words = "My uncle says 15 °C at the harbour! You can call him yourself, his number is 555 01 99."
    await teller.do(HELD, "chat.say", Say(place=room, text=words))
