"""Rooms and rules, lesson hours, changed sessions and invitations, each seen live by those whom it concerns."""

import asyncio
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from playwright.async_api import Locator, Page, expect

from tests.browser.conftest import Demo, Windows
from tests.browser.test_every_screen import LOOKS, look
from tests.browser.test_sessions import call, people


async def english(demo: Demo, windows: Windows, username: str, **how: Any) -> Page:
    page = await windows.sign_in(demo, username, **how)
    await call(page, "people.change", language="en", zone="Europe/Brussels")
    await page.reload()
    await expect(page.get_by_role("heading", name="My spaces")).to_be_visible()
    return page


def space(demo: Demo, path: str = "") -> str:
    return f"{demo.url}/s/{demo.told['space']}{path}"


async def asked(page: Page, demo: Demo, subject: str, *names: str) -> None:
    """The person of this window asks those people for a session of the day after tomorrow."""
    ids = await people(page, demo)
    start = (datetime.now(ZoneInfo("Europe/Brussels")) + timedelta(days=2)).strftime("%Y-%m-%dT10:00")
    told = await call(
        page, "session.book", space=demo.told["space"], subject=subject, start=start, zone="Europe/Brussels", minutes=45,
        people=[ids[name] for name in names],
    )  # fmt: skip
    assert "session" in told, told


def opened(page: Page) -> Locator:
    return page.locator("dialog[open]")


async def test_what_pupils_may_do_changes_before_their_eyes(demo: Demo, windows: Windows) -> None:
    alice, pia = await asyncio.gather(english(demo, windows, "alice"), english(demo, windows, "pia", width=820))
    await asyncio.gather(alice.goto(space(demo, "/rules")), pia.goto(space(demo, "/team")))
    more = pia.get_by_role("main").get_by_role("button", name="Milo Beridze: more")
    chat = pia.get_by_role("menuitem", name="Chat with each other")
    await more.click()
    await expect(pia.get_by_role("menuitem").first).to_be_visible()
    await expect(chat).to_have_count(0)
    alone = alice.get_by_role("checkbox", name="Pupils may chat with each other one to one")
    await alone.check()
    await chat.click()
    await expect(pia.locator("textarea")).to_be_visible()
    await alone.uncheck()
    await expect(pia.get_by_text("these two don’t talk alone")).to_be_visible()
    await expect(pia.locator("textarea")).to_have_count(0)
    await pia.goto(space(demo, "/sessions"))
    await expect(pia.get_by_role("heading", name="Chat sessions")).to_be_visible()
    await expect(pia.get_by_role("button", name="Book a chat session")).to_have_count(0)
    await alice.get_by_role("checkbox", name="Pupils may book").check()
    await expect(pia.get_by_role("button", name="Book a chat session")).to_be_visible()
    await pia.goto(space(demo, "/rules"))
    await expect(pia.get_by_role("main").get_by_text("Allowed", exact=True)).to_be_visible()
    await expect(pia.get_by_role("main").get_by_role("checkbox")).to_have_count(0)
    await alice.get_by_role("checkbox", name="Pupils may book").uncheck()
    await expect(pia.get_by_role("main").get_by_text("Allowed", exact=True)).to_have_count(0)


async def test_a_room_gets_hours_and_a_school_too(demo: Demo, windows: Windows) -> None:
    alice, bob, milo = await asyncio.gather(
        english(demo, windows, "alice"), english(demo, windows, "bob", width=820), english(demo, windows, "milo", width=390, height=844)
    )
    await alice.goto(space(demo, "/rules"))
    await alice.get_by_role("button", name="Change when “Map makers” is open").wait_for()
    await milo.goto(demo.url + str(await alice.get_by_role("treeitem", name="Map makers").get_attribute("href")))
    await expect(milo.locator("textarea")).to_be_visible()
    # From the head of the room, as from the list of rules.
    await alice.get_by_role("navigation").get_by_role("treeitem", name="Map makers").click()
    await alice.get_by_role("button", name="When open", exact=True).click()
    dialog = opened(alice)
    await dialog.get_by_text("In these hours of the week").click()
    await dialog.get_by_role("button", name="Remove the hours on Friday").click()
    await dialog.get_by_text("any teacher").click()
    await dialog.get_by_role("button", name="Save").click()
    await expect(dialog).to_have_count(0)
    await alice.goto(space(demo, "/rules"))
    await expect(alice.get_by_role("main").get_by_text("Mon–Thu").first).to_be_visible()
    await expect(alice.get_by_role("main").get_by_text("Only while a teacher is there")).to_be_visible()
    # In those hours no teacher is there (alice has just left, which counts after the grace), and outside of them the room is closed.
    await expect(milo.locator("textarea")).to_have_count(0, timeout=45_000)
    await expect(milo.get_by_text("Open for writing, by the clocks of")).to_be_visible()
    await look(milo, "rooms-hours-390-light-en")
    await bob.goto(space(demo, "/team"))
    await bob.get_by_role("button", name="Lesson hours of Batumi School No. 3").click()
    dialog = opened(bob)
    await dialog.get_by_role("button", name="Add hours on Saturday").click()
    await dialog.get_by_label("Saturday, to").fill("07:00")
    await dialog.get_by_role("button", name="Save").click()
    await expect(dialog.get_by_role("alert")).to_contain_text("end before they begin")
    await dialog.get_by_label("Saturday, to").fill("12:00")
    await dialog.get_by_role("button", name="Save").click()
    await expect(dialog).to_have_count(0)
    await expect(alice.get_by_role("main").get_by_role("listitem").filter(has_text="Sat").first).to_be_visible()


async def test_asked_changed_and_answered_on_the_list_of_spaces(demo: Demo, windows: Windows) -> None:
    bob, nino = await asyncio.gather(english(demo, windows, "bob"), english(demo, windows, "nino", width=390, height=844))
    await asked(bob, demo, "Songs of the river", "alice", "nino")
    card = nino.get_by_role("main").get_by_role("listitem").filter(has_text="Songs of the river").first
    await expect(card).to_be_visible()
    await bob.goto(space(demo, "/sessions"))
    mine = bob.get_by_role("main").get_by_role("listitem").filter(has_text="Songs of the river").first
    await mine.get_by_role("button", name="Change", exact=True).click()
    dialog = opened(bob)
    await dialog.get_by_label("What is it about?").fill("Songs of the river and the sea")
    await dialog.get_by_role("checkbox", name="Pia").check()
    await dialog.get_by_role("button", name="Save").click()
    await expect(dialog).to_have_count(0)
    await expect(mine.get_by_text("Changed on")).to_be_visible()
    await expect(card.get_by_text("Songs of the river and the sea")).to_be_visible()
    await expect(card.get_by_text("This session was changed.")).to_be_visible()
    await look(nino, "rooms-invited-390-light-en")
    await card.get_by_label("A word with it").fill("I sing.")
    await card.get_by_role("button", name="Accept").click()
    await expect(card).to_have_count(0)
    await expect(mine.get_by_text("I sing.")).to_be_visible()
    # Who comes later finds it at signing in, and at the bell.
    alice = await english(demo, windows, "alice")
    later = alice.get_by_role("main").get_by_role("listitem").filter(has_text="Songs of the river").first
    await later.get_by_role("button", name="Accept").click()
    await expect(later).to_have_count(0)
    await expect(mine.get_by_text("Confirmed")).to_be_visible()
    await bob.goto(f"{demo.url}/bell")
    await expect(bob.get_by_role("link").filter(has_text="Songs of the river and the sea").filter(has_text="is confirmed")).to_be_visible()
    await bob.goto(demo.chat)
    await bob.get_by_role("button", name="Pia Claes: more").first.click()
    await bob.get_by_role("menuitem", name="Book a chat session…").click()
    await expect(opened(bob).get_by_role("checkbox", name="Pia")).to_be_checked()
    await expect(opened(bob).get_by_role("checkbox", name="Milo")).not_to_be_checked()
    await expect(opened(bob).get_by_text("Everybody is at school:")).to_be_visible()


@pytest.mark.parametrize(("scheme", "width", "language"), LOOKS)
async def test_every_state_is_accessible(demo: Demo, windows: Windows, scheme: str, width: int, language: str) -> None:
    asking = await windows.open(demo)
    await asking.goto(demo.url)
    await call(asking, "people.sign_in", name="bob", password=demo.password("bob"), device="test")
    await asked(asking, demo, f"Otters {width} {scheme}", "alice")
    page = await windows.sign_in(demo, "alice", width=width, height=844 if width < 500 else 1026, scheme=scheme, language=language)
    await call(page, "people.change", language=language)
    await page.reload()
    name = f"{width}-{scheme}-{language}"
    await expect(page.get_by_role("link", name=f"Otters {width} {scheme}")).to_be_visible()
    await look(page, f"rooms-spaces-{name}")
    await page.goto(space(demo, "/rules"))
    await expect(page.get_by_role("checkbox").first).to_be_visible()
    await look(page, f"rooms-rules-{name}")
    await page.locator("section[aria-labelledby=rules-rooms] button").first.click()
    await opened(page).locator("label").nth(1).click()
    await look(page, f"rooms-gate-{name}")
    await page.keyboard.press("Escape")
    await page.locator("section[aria-labelledby=rules-lessons] button").first.click()
    await expect(opened(page)).to_be_visible()
    await look(page, f"rooms-lessons-{name}")
    await page.goto(space(demo, "/sessions"))
    await page.locator("main .card .acts button").first.click()
    await expect(opened(page)).to_be_visible()
    await look(page, f"rooms-change-{name}")
