"""The page of the demo, "What the rivers taught us": written by three people in turns, each by real updates of an editor of their own.

`demo` calls `write`. Whoever writes first takes over what the others have written, as an open tab would.
"""

from collections.abc import Callable, Sequence
from typing import Any

from twinspace_server.cms.page_document import Node, TextMark, append, opened
from twinspace_server.cms.page_history import NameVersion
from twinspace_server.cms.pages import MakePage, UpdatePage
from twinspace_server.spaces.tables import Row, SetTable

TITLE = "What the rivers taught us"
LEAD = "Two classes went down to the water on the same Mondays. This is what we saw and measured."


def say(words: str, *marks: TextMark) -> Node:
    return Node("text", text=words, marks=list(marks))


def block(kind: str, *words: str | Node, **attrs: Any) -> Node:
    return Node(kind, attrs=attrs, content=[say(one) if isinstance(one, str) else one for one in words])


def paragraph(*words: str | Node) -> Node:
    return block("paragraph", *words)


def items(*lines: str) -> Node:
    return Node("bulletList", content=[Node("listItem", content=[paragraph(line)]) for line in lines])


def table(*rows: Sequence[str]) -> Node:
    def cells(row: Sequence[str], kind: str) -> list[Node]:
        return [Node(kind, attrs={"colspan": 1, "rowspan": 1}, content=[paragraph(words)]) for words in row]

    first, *others = rows
    body = [Node("tableRow", content=cells(row, "tableCell")) for row in others]
    return Node("table", content=[Node("tableRow", content=cells(first, "tableHeader")), *body])


class Hand:
    """Somebody with the page open."""

    def __init__(self, teller: Any, name: str, place: str, others: "list[Hand]") -> None:
        self.teller, self.name, self.place = teller, name, place
        self.doc = opened(b"")
        self.others = others
        others.append(self)

    async def _send(self, before: bytes) -> None:
        update = self.doc.get_update(before)
        await self.teller.do(self.name, "page.update", UpdatePage(place=self.place, update=update))
        for other in self.others:
            if other is not self:
                other.doc.apply_update(update)

    async def write(self, *nodes: Node) -> None:
        """New blocks at the end."""
        before = self.doc.get_state()
        append(self.doc, nodes)
        await self._send(before)

    async def add(self, words: str, *path: int) -> None:
        """Words at the end of a run of text that is there already."""
        at: Any = self.doc["default"]
        for step in path:
            at = at.children[step]
        before = self.doc.get_state()
        at.insert(len(at), words)
        await self._send(before)


async def write(teller: Any, space: str, gent: str, batumi: str, forum: str, at: Callable[[int, int, int], int]) -> str:
    """Make the page and let it be written; answers its place."""
    teller.moment = at(3, 9, 0)
    made = await teller.do("alice", "page.make", MakePage(space=space, title=TITLE, description=LEAD))
    place = str(made["place"].id)
    rows = [
        Row("role:teacher", ["read", "add", "edit", "delete"]), Row("role:pupil", ["read", "add", "edit"]), Row("role:guest", ["read"]),
    ]  # fmt: skip
    await teller.do("alice", "rights.set", SetTable(place=place, rows=rows))
    hands: list[Hand] = []
    alice, bob, pia = (Hand(teller, name, place, hands) for name in ("alice", "bob", "pia"))

    teller.moment = at(3, 9, 10)
    await alice.write(
        block("heading", "The same Monday, twice", level=2),
        Node(
            "columns",
            content=[
                Node(
                    "column",
                    attrs={"school": gent},
                    content=[block("heading", "By the Leie", level=3), paragraph("We walked to the lock and counted boats: seven.")],
                ),
                Node(
                    "column", attrs={"school": batumi}, content=[block("heading", "By the Chorokhi", level=3), paragraph("The river was")]
                ),
            ],
        ),
    )
    teller.moment = at(3, 14, 20)
    await bob.add(" brown and fast from the rain in the mountains. We could not see the bottom, even with a lamp.", 1, 1, 1, 0)
    teller.moment = at(3, 14, 32)
    await pia.add(" One of them was a pedal boat in the shape of a swan. The water smelled of leaves.", 1, 0, 1, 0)
    await bob.write(
        block("heading", "How warm is a river?", level=2),
        paragraph("Every team put a thermometer into the water for three minutes, four weeks in a row."),
        table(
            ("Week", "Leie, °C", "Chorokhi, °C"),
            ("2 November", "11.2", "12.8"),
            ("9 November", "10.4", "11.1"),
            ("16 November", "9.6", "9.9"),
            ("20 November", "8.9", "9.4"),
        ),
    )
    teller.moment = at(1, 10, 5)
    await pia.write(
        block("heading", "What we know now", level=2),
        items(
            "A river is warmer in the afternoon, but only a little.",
            "Rain makes it brown, and then you measure blind.",
            "Ducks do not sit still. Count them three times.",
        ),
        Node("blockquote", content=[paragraph("When Milo wrote that the snow had come down to their river, I looked out: ours had mist.")]),
    )
    teller.moment = at(1, 10, 30)
    await teller.do("bob", "page.name_version", NameVersion(place=place, name="Before we show it to the parents"))
    teller.moment = at(0, 9, 15)
    link = TextMark("link", {"href": f"/s/{space}/p/{forum}"})
    await alice.write(paragraph("What we still want to know stands ", say("in our forum", link), ". Ask there, in any language."))
    await bob.add(" We measured again on Friday.", 3, 0)
    return place
