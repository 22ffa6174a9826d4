"""The class cards of the demo: alice prints them for her three pupils, and two of them have come in with theirs.

The secrets of a card stand on the printed sheet alone, so they are read off it (`scanning`), as a phone does. Jef's card lies unused in
his bag: he still types his password.
"""

from collections.abc import Callable, Mapping
from typing import Any

from twinspace_server.demo.scanning import scan
from twinspace_server.people.cards import PrintCards

TEACHER, PUPILS, UNUSED = "alice", ("pia", "jef", "amina"), "jef"


async def hand_out(teller: Any, space: str, people: Mapping[str, str], at: Callable[[int, int, int], int]) -> None:
    """Print the cards of the class, and come in with those in use."""
    teller.moment = at(4, 8, 30)
    sheet = await teller.do(TEACHER, "cards.print", PrintCards(space=space, persons=[people[username] for username in PUPILS]))
    teller.moment = at(0, 8, 45)
    for username, card in zip(PUPILS, scan(sheet["pdf"]), strict=True):
        if username != UNUSED:
            await teller.show_card(card.secret, card.pin)
