"""A structure built in a browser, and what it means for each: what is listed, what is offered, what HTTP and the socket answer.

alice makes folders three levels deep with every kind of place in them and ticks their tables, with real clicks. `STRUCTURE` says
by hand what bob, pia and milo may do then; olga, who is no member, gets nothing by any way.
"""

import asyncio
import re
from collections.abc import Iterator
from contextlib import AsyncExitStack
from typing import Any, NamedTuple

import httpx2
from playwright.async_api import Locator, Page, expect

from tests.browser.conftest import Demo, Windows
from tests.browser.test_every_screen import look
from tests.browser.test_rights import FIVE, box, table_of
from tests.browser.test_rooms import english, opened, space
from tests.browser.test_sessions import call, people
from tests.browser.test_tree import act
from tests.drivers import Live

KEEP, WORK, READ, NOTHING = ("read", "add", "edit", "delete"), ("read", "add"), ("read",), ()
Rows = dict[str, tuple[str, ...]]


class Built(NamedTuple):
    """`table` is what alice ticks (None inherits); then letters of the five rights, or "" where it does not exist for them."""

    title: str
    kind: str
    inside: str | None
    table: Rows | None
    bob: str
    pia: str
    milo: str

    def may(self, who: str) -> str:
        return "" if who == "olga" else str(getattr(self, who))


STRUCTURE = (
    Built("Two harbours", "Folder", None, {"Teachers": KEEP, "Pupils": WORK, "Guests": NOTHING}, "raed", "ra", "ra"),
    Built("Group work", "Folder", "Two harbours", None, "raed", "ra", "ra"),
    Built("Drawings", "Photo gallery", "Group work", None, "raed", "ra", "ra"),
    Built("Questions", "Forum", "Group work", {"Teachers": READ, "Pupils": WORK}, "r", "ra", "ra"),
    Built("Milo’s table", "Folder", "Group work", {"Teachers": READ, "Pupils": READ, "Milo Beridze": KEEP}, "r", "r", "raed"),
    Built("Sketches", "File archive", "Milo’s table", None, "r", "r", "raed"),
    Built("To look up", "Folder", "Two harbours", {"Teachers": KEEP, "Pupils": READ}, "raed", "r", "r"),
    Built("Tides", "Web page", "To look up", {"Teachers": KEEP, "Pupils": ("read", "edit")}, "raed", "re", "re"),
    Built("Ships", "File archive", "To look up", None, "raed", "r", "r"),
    Built("Staff", "Folder", "Two harbours", {"Teachers": WORK, "Pupils": NOTHING}, "ra", "", ""),
    Built("Prices", "Web page", "Staff", None, "ra", "", ""),
    # Open in itself, and still not there for whoever may not read what is around it.
    Built("Guest list", "File archive", "Staff", {"Teachers": KEEP, "Pupils": KEEP}, "raed", "", ""),
)
MEMBERS = ("bob", "pia", "milo")


def inside(built: Built) -> Iterator[Built]:
    yield built
    for other in STRUCTURE:
        if other.inside == built.title:
            yield from inside(other)


async def make(page: Page, built: Built) -> None:
    """Through the dialog that adds something, from where it shall stand."""
    if built.inside is None:
        await page.get_by_role("button", name="New folder").click()
    else:
        await listed(page, built.inside).click()
        await expect(page.get_by_role("heading", name=built.inside, exact=True)).to_be_visible()
        await act(page, "Add").click()
        await opened(page).get_by_text(built.kind, exact=True).click()
    await opened(page).get_by_label("Name", exact=True).fill(built.title)
    await opened(page).get_by_role("button", name="Make it").click()
    await expect(opened(page)).to_have_count(0)
    await expect(listed(page, built.title)).to_have_attribute("aria-current", "page")


async def tick(page: Page, table: Rows) -> None:
    """Its rights, box by box: what is not in the table is left empty."""
    dialog = await table_of(page)
    await dialog.get_by_text("A table of its own", exact=True).click()
    for who, rights in {"Teachers": NOTHING, "Pupils": NOTHING, "Guests": NOTHING, **table}.items():
        if who not in ("Teachers", "Pupils", "Guests"):
            await dialog.get_by_label("Add a person").fill(who)
            await dialog.get_by_role("button", name=f"Add {who}").click()
        for right in FIVE if rights else ("read",):
            await box(dialog, who, right).set_checked(right in rights)
    await dialog.get_by_role("button", name="See what changes…").click()
    await dialog.get_by_role("button", name="Set these rights").click()
    await expect(dialog).to_have_count(0)


def listed(page: Page, title: str) -> Locator:
    """In the sidebar, where what is new may be counted behind the title."""
    return page.get_by_role("treeitem", name=re.compile(rf"^{re.escape(title)}( \W*\w+\W* new|$)"))


async def offered(page: Page, built: Built) -> dict[str, bool]:
    """What the head of an open place offers."""
    return {name: await act(page, name).count() == 1 for name in ("Rights", "Add", "Properties", "Move", "Delete")}


async def in_the_browser(page: Page, demo: Demo, who: str, ids: dict[str, str]) -> None:
    """Every place that is theirs is in the tree and offers what they may do; every other is not there, by its address either."""
    await page.goto(space(demo, "/team"))
    await expect(listed(page, "Our rivers")).to_be_visible()
    for built in STRUCTURE:
        may = built.may(who)
        if not may:
            await expect(listed(page, built.title)).to_have_count(0)
            await page.goto(space(demo, f"/p/{ids[built.title]}"))
            await expect(page.get_by_text("This place is not here any more")).to_be_visible()
            await page.goto(space(demo, f"/p/{ids['Two harbours']}"))
            await expect(listed(page, "Two harbours")).to_be_visible()
            continue
        await listed(page, built.title).click()
        await expect(page.get_by_role("main").get_by_role("heading", name=built.title).first).to_be_visible()
        assert await offered(page, built) == {
            "Rights": who == "bob",
            "Add": built.kind == "Folder" and "a" in may,
            "Properties": "e" in may,
            "Move": "e" in may,
            "Delete": "d" in may,
        }, f"{who} in {built.title}"


async def as_a_stranger(page: Page, demo: Demo, ids: dict[str, str]) -> None:
    for built in STRUCTURE:
        await page.goto(space(demo, f"/p/{ids[built.title]}"))
        await expect(page.get_by_role("main").get_by_role("heading", level=1)).to_be_visible()
        await expect(page.get_by_text(built.title)).to_have_count(0)
        await expect(page.get_by_role("treeitem")).to_have_count(0)


class Tries:
    """The same acts over HTTP and as raw frames on the socket, as one person."""

    def __init__(self, demo: Demo, client: httpx2.AsyncClient, live: Live) -> None:
        self.space, self.client, self.live = demo.told["space"], client, live

    async def over(self, door: str, method: str, **params: Any) -> str:
        """`done`, or the code of the refusal."""
        if door == "http":
            answer = await self.client.post(f"/api/{method}", json=params)
            return "done" if answer.status_code == 200 else str(answer.json()["code"])
        reply = await self.live.reply(method, **params)
        return str(reply["error"]["data"]["code"]) if "error" in reply else "done"

    async def of(self, door: str, place: str, kind: str) -> dict[str, str]:
        """Reading, adding, changing."""
        adding: dict[str, tuple[str, dict[str, Any]]] = {
            "Folder": ("page.make", {"space": self.space, "parent": place, "title": "Tried"}),
            "Forum": ("forum.start", {"place": place, "title": "Tried", "text": "Tried"}),
            "Photo gallery": ("file.room", {"place": place}),
            "File archive": ("file.room", {"place": place}),
        }
        told = {"r": await self.over(door, "place.open", place=place)}
        told["e"] = await self.over(door, "place.change", place=place, icon="star")
        if kind in adding:
            method, params = adding[kind]
            told["a"] = await self.over(door, method, **params)
        return told


async def by_both_doors(demo: Demo, who: str, tries: Tries, alice: Tries, ids: dict[str, str]) -> None:
    """Each act is done or refused as the table says; what does not exist for somebody is not found. In the end, deleting."""
    for door in ("http", "socket"):
        for built in STRUCTURE:
            may = built.may(who)
            for letter, told in (await tries.of(door, ids[built.title], built.kind)).items():
                want = "not_found" if not may else "done" if letter in may else "not_allowed"
                assert told == want, f"{who} by {door}: {letter} in {built.title}"
        for built in STRUCTURE:
            may = built.may(who)
            want = "not_found" if not may else "done" if all("d" in one.may(who) for one in inside(built)) else "not_allowed"
            assert await tries.over(door, "place.bin", place=ids[built.title]) == want, f"{who} by {door}: delete {built.title}"
            if want == "done":
                assert await alice.over(door, "place.restore", place=ids[built.title]) == "done"


async def test_what_is_built_is_what_each_may_do(demo: Demo, windows: Windows) -> None:
    alice = await english(demo, windows, "alice")
    persons = await people(alice, demo)
    await call(alice, "space.change_member", space=demo.told["space"], person=persons["bob"], administrator=False)
    await alice.goto(space(demo, "/team"))
    ids: dict[str, str] = {}
    for built in STRUCTURE:
        await make(alice, built)
        ids[built.title] = alice.url.rpartition("/")[2]
        if built.table is not None:
            await tick(alice, built.table)
    await listed(alice, "Two harbours").click()
    await look(alice, "structure-alice")
    pages = dict(zip((*MEMBERS, "olga"), await asyncio.gather(*(english(demo, windows, who) for who in (*MEMBERS, "olga"))), strict=True))
    for who in MEMBERS:
        await in_the_browser(pages[who], demo, who, ids)
        await look(pages[who], f"structure-{who}")
    windows.allowed = ("404",)
    await as_a_stranger(pages["olga"], demo, ids)
    await look(pages["olga"], "structure-olga")
    async with AsyncExitStack() as stack:
        tries = {who: await signed_in(stack, demo, who) for who in ("alice", *pages)}
        for who in pages:
            known = {ids[built.title]: built.may(who) for built in STRUCTURE if built.may(who)}
            if who != "olga":
                places = (await tries[who].live.call("space.listen", space=demo.told["space"]))["places"]
                found = {
                    one["id"]: "".join(right[0] for right in one["may"] if right != "moderate")
                    for one in places
                    if one["id"] in ids.values()
                }
                assert found == known, who
            else:
                assert await tries[who].over("socket", "space.listen", space=demo.told["space"]) == "not_found"
            await by_both_doors(demo, who, tries[who], tries["alice"], ids)


async def signed_in(stack: AsyncExitStack, demo: Demo, who: str) -> Tries:
    url = demo.program.url
    client = await stack.enter_async_context(httpx2.AsyncClient(base_url=url, timeout=30))
    given = {"name": who, "password": demo.password(who), "token": True}
    token = str((await client.post("/api/people.sign_in", json=given)).json()["token"])
    client.headers["Authorization"] = f"Bearer {token}"
    client.cookies.clear()
    return Tries(demo, client, await stack.enter_async_context(Live.open(url, token)))
