"""The letters of the demo: a few of a school week, written by the cast through the door like everything else there."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, Protocol

from twinspace_server.channels.letters.own import MarkLetter, SaveDraft
from twinspace_server.channels.letters.post import Send
from twinspace_server.live.feature import CommandParams


class Teller(Protocol):
    """Who tells the demo: at a moment, as a person."""

    moment: int

    async def do(self, username: str, method: str, params: CommandParams) -> dict[str, Any]: ...


class Written(NamedTuple):
    days_ago: int
    hour: int
    minute: int
    by: str
    to: str
    subject: str
    text: str
    read_by: str = ""
    answers: str | None = None
    name: str | None = None


LETTERS = (
    Written(
        4, 8, 40, "alice", "everybody", "Two Rivers, One Map: how we begin",
        "Dear all,\n\nfrom Monday on we measure our rivers. Everybody chooses one place by the water and draws it on the map. "
        "Bring a photo, a width and a question for the other school.\n\nIf something is unclear, write to Bob or to me.\n\nAlice Vermeulen",
        "bob pia jef amina milo nino luka", None, "begin",
    ),
    Written(
        3, 10, 15, "milo", "alice", "Re: Two Rivers, One Map: how we begin",
        "Hello Mrs Vermeulen,\n\nmay we also take the sea? Our river ends in it, 400 metres from school.\n\nMilo", "alice", "begin", "sea",
    ),
    Written(
        3, 11, 5, "alice", "milo", "Re: Two Rivers, One Map: how we begin",
        "Dear Milo,\n\nyes, please! The place where a river ends is the best one on the map.\n\nAlice Vermeulen", "milo", "sea",
    ),
    Written(
        2, 15, 30, "bob", "alice", "The parents' evening",
        "Alice,\n\nours is on the 4th. Could your pupils send three photos without faces by then? I'll show the map, not the names.\n\nBob",
        "", None,
    ),
    Written(1, 9, 20, "pia", "milo", "Your bridge", "Hi Milo,\n\nhow old is the bridge in your photo? Ours is from 1910.\n\nPia", "", None),
    Written(
        0, 13, 10, "nino", "role:teacher", "My photo is missing",
        "Dear teachers,\n\nI put the photo of the harbour on the map on Tuesday and it is gone. Did somebody move it?\n\nNino", "", None,
    ),
)  # fmt: skip


async def write(teller: Teller, space: str, people: Mapping[str, str], at: Callable[[int, int, int], int]) -> str:
    """Write them in their order; answers the mailbox."""
    sent: dict[str, str] = {}
    mailbox = ""
    for one in LETTERS:
        teller.moment = at(one.days_ago, one.hour, one.minute)
        to = [f"person:{people[one.to]}" if one.to in people else one.to]
        sending = Send(space=space, to=to, subject=one.subject, text=one.text, reply_to=sent.get(one.answers or ""))
        letter = (await teller.do(one.by, "letters.send", sending))["letter"]
        sent[one.name or letter.id] = letter.id
        mailbox = letter.place
        for reader in one.read_by.split():
            await teller.do(reader, "letters.mark", MarkLetter(letter=letter.id, read=True))
    begun = SaveDraft(space=space, to=["role:pupil"], subject="The sea on Friday", text="Dear pupils,\n\non Friday we go")
    await teller.do("alice", "letters.save_draft", begun)
    return mailbox
