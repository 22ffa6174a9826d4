"""A booked session in three windows: asked, accepted with a word, quiet until both teachers are there, open, ended, read."""

import asyncio
import re
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from playwright.async_api import Page, expect

from tests.browser.conftest import Demo, Windows
from tests.browser.test_every_screen import LOOKS, look


async def call(page: Page, method: str, **params: Any) -> dict[str, Any]:
    """A command or query as the person of that window."""
    answer: dict[str, Any] = await page.evaluate(
        "([m, p]) => fetch('/api/' + m, {method: 'POST', body: JSON.stringify(p)}).then(r => r.json())", [method, params]
    )
    return answer


async def people(page: Page, demo: Demo) -> dict[str, str]:
    """Ids by first name."""
    told = await call(page, "space.members", space=demo.told["space"])
    return {member["name"].split()[0].lower(): member["id"] for member in told["members"]}


async def booked(page: Page, demo: Demo, subject: str, **more: Any) -> str:
    """A session of alice's with bob, pia and milo that begins now; its address."""
    ids = await people(page, demo)
    start = datetime.now(ZoneInfo("Europe/Brussels")).strftime("%Y-%m-%dT%H:%M")
    params = {"space": demo.told["space"], "subject": subject, "start": start, "zone": "Europe/Brussels", "minutes": 45}
    told = await call(page, "session.book", **{**params, "people": [ids[name] for name in ("bob", "pia", "milo")], **more})
    return f"{demo.url}/s/{demo.told['space']}/p/{told['place']['id']}"


async def open_until(page: Page) -> str:
    """The words up to the time at which the room closes, by that person's clock."""
    return (await page.get_by_text(re.compile("Open until")).inner_text()).split(",")[0]


async def test_from_asking_to_reading(demo: Demo, windows: Windows) -> None:
    alice = await windows.sign_in(demo, "alice")
    await call(alice, "people.change", zone="Europe/Brussels", language="en")
    bob, pia = await asyncio.gather(windows.sign_in(demo, "bob", width=820), windows.sign_in(demo, "pia", width=390, height=844))
    for page in (bob, pia):
        await call(page, "people.change", language="en")
        await page.goto(demo.chat)
    await alice.goto(f"{demo.url}/s/{demo.told['space']}/sessions")
    await alice.get_by_role("button", name="Book a chat session").click()
    dialog = alice.get_by_role("dialog")
    await dialog.get_by_label("Minutes").fill("3")
    await dialog.get_by_role("button", name="Ask them").click()
    await expect(dialog.get_by_label("What is it about?")).to_be_focused()
    await expect(dialog.get_by_text("Fill this in.")).to_be_visible()
    await expect(dialog.get_by_text("A number from 5 to 480.")).to_be_visible()
    await dialog.get_by_label("Minutes").fill("45")
    await dialog.get_by_label("What is it about?").fill("Bridges over our rivers")
    await dialog.get_by_label("Day and time").fill(datetime.now(ZoneInfo("Europe/Brussels")).strftime("%Y-%m-%dT%H:%M"))
    await expect(dialog.locator(".clocks li")).to_have_count(2)
    for name in ("Bob", "Pia", "Milo"):
        await dialog.get_by_role("checkbox", name=name).check()
    await look(alice, "sessions-book-1400-light-en")
    await dialog.get_by_role("button", name="Ask them").click()
    await expect(dialog).to_have_count(0)
    await expect(bob.get_by_text("asks for a chat session")).to_be_visible()
    await expect(pia.get_by_text("asks for a chat session")).to_be_visible()
    await look(bob, "sessions-asked-820-light-en")
    await bob.get_by_role("link", name="Answer", exact=True).click()
    await bob.get_by_label("A word with it").fill("We look forward to it.")
    await look(bob, "sessions-answer-820-light-en")
    await bob.get_by_role("button", name="Accept", exact=True).click()
    await expect(alice.get_by_text("We look forward to it.")).to_be_visible()
    room = str(await alice.get_by_role("link", name="Bridges over our rivers").last.get_attribute("href"))
    await pia.goto(demo.url + room)
    await expect(pia.get_by_text("as soon as a teacher of each school")).to_be_visible()
    await expect(pia.locator("textarea")).to_have_count(0)
    await expect(pia.get_by_text("can read everything here")).to_be_visible()
    await look(pia, "sessions-quiet-390-light-en")
    for page in (alice, bob):
        await page.goto(demo.url + room)
    await expect(pia.locator("textarea")).to_be_visible()
    await pia.locator("textarea").fill("Hoi! We have eleven bridges.")
    await pia.locator("textarea").press("Enter")
    for page in (alice, bob):
        await expect(page.locator("[role=log] li").filter(has_text="eleven bridges")).to_have_count(1)
    await look(alice, "sessions-open-1400-light-en")
    ends = [(page.get_by_text(re.compile("Open until")), (await open_until(page))) for page in (alice, bob, pia)]
    await alice.get_by_role("button", name="minutes longer").click()
    for told, before in ends:
        await expect(told).not_to_contain_text(before)
    await alice.get_by_role("button", name="End now").click()
    for page in (bob, pia):
        await expect(page.get_by_text("This session has been ended.")).to_be_visible()
    await expect(pia.locator("textarea")).to_have_count(0)
    await look(pia, "sessions-ended-390-light-en")
    async with alice.expect_download() as coming:
        await alice.get_by_role("button", name="Download what was said").click()
    text = (await (await coming.value).path()).read_text("utf-8")
    assert "eleven bridges" in text
    assert "Pia" in text
    await expect(pia.get_by_role("button", name="Save as a page")).to_have_count(0)
    await alice.get_by_role("button", name="Save as a page").click()
    dialog = alice.get_by_role("dialog")
    await dialog.get_by_text("with letters").click()
    await look(alice, "sessions-save-1400-light-en")
    await dialog.get_by_role("button", name="Save", exact=True).click()
    await dialog.get_by_role("link", name="Bridges over our rivers").click()
    await expect(alice.locator(".tiptap table").first).to_contain_text("eleven bridges")
    await expect(alice.locator(".tiptap")).not_to_contain_text("Pia")
    await look(alice, "sessions-saved-1400-light-en")


@pytest.mark.parametrize(("scheme", "width", "language"), LOOKS)
async def test_every_state_is_accessible(demo: Demo, windows: Windows, scheme: str, width: int, language: str) -> None:
    page = await windows.sign_in(demo, "alice", width=width, height=844 if width < 500 else 1026, scheme=scheme, language=language)
    await call(page, "people.change", language=language)
    address = await booked(page, demo, f"Our rivers {width} {scheme}", teachers="any", people=[(await people(page, demo))["pia"]])
    name = f"{width}-{scheme}-{language}"
    await page.goto(f"{demo.url}/s/{demo.told['space']}/sessions")
    await expect(page.locator("main .card").first).to_be_visible()
    await look(page, f"sessions-list-{name}")
    await page.locator("main header button").click()
    await expect(page.get_by_role("dialog")).to_be_visible()
    await look(page, f"sessions-dialog-{name}")
    await page.goto(address)
    await expect(page.locator("div.face")).to_be_visible()
    await look(page, f"sessions-room-{name}")
