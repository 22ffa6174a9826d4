"""The calendar in windows: three people of two schools see the same, each on their own clock; moving, planning, phones, looks."""

import re
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from playwright.async_api import Locator, Page, expect

from tests.browser.conftest import Demo, Windows
from tests.browser.test_every_screen import LOOKS, look

THERE = re.compile("2[23]:00")
"""20:00 in Gent, on Batumi's clock: one hour less in summer."""


def address(demo: Demo) -> str:
    return f"{demo.url}/s/{demo.told['space']}/p/{demo.told['places']['calendar']}"


async def in_calendar(windows: Windows, demo: Demo, username: str, **how: Any) -> Page:
    page = await windows.sign_in(demo, username, **how)
    await page.goto(address(demo))
    await expect(page.locator(".view").get_by_text("Live chat of the two classes").first).to_be_visible()
    return page


async def speak(page: Page, language: str) -> None:
    await page.evaluate(
        "l => fetch('/api/people.change', {method: 'POST', body: JSON.stringify({language: l})}).then(r => r.status)", language
    )


async def day_of(chip: Locator) -> str:
    """The day in whose cell it stands."""
    return str(await chip.evaluate("e => e.closest('[data-day]').dataset.day"))


async def test_what_one_plans_the_others_see_at_once_on_their_own_clocks(demo: Demo, windows: Windows) -> None:
    alice, milo = await in_calendar(windows, demo, "alice"), await in_calendar(windows, demo, "milo")
    bob = await in_calendar(windows, demo, "bob", width=390, height=844)
    for page in (alice, milo, bob):
        await speak(page, "en")
        await page.reload()
        await expect(page.locator(".view").get_by_text("Live chat of the two classes").first).to_be_visible()
    trip, seen_by_milo = (page.locator(".view").get_by_role("button", name="Boat trip") for page in (alice, milo))
    await alice.get_by_role("button", name="Plan something", exact=True).click()
    dialog = alice.get_by_role("dialog")
    await dialog.get_by_label("Title").fill("Boat trip")
    # Today in Batumi, where it is tomorrow already when Gent goes to bed: else bob's list would have left it behind.
    await dialog.get_by_label("Day", exact=True).fill(f"{datetime.now(ZoneInfo('Asia/Tbilisi')):%Y-%m-%d}")
    await dialog.get_by_label("Whole day").uncheck()
    await dialog.get_by_label("From").fill("20:00")
    await dialog.get_by_label("To", exact=True).fill("21:00")
    await expect(dialog.get_by_text(THERE).first).to_be_visible()
    await look(alice, "calendar-form-en")
    await dialog.get_by_role("button", name="Plan it").click()
    await expect(trip).to_be_visible()
    await expect(seen_by_milo).to_contain_text(THERE)
    await expect(bob.locator(".view").get_by_text("Boat trip")).to_be_visible()
    # From the keyboard: to yesterday, which the list on bob's phone has left behind; and back by undo.
    listed = bob.locator(".view").get_by_role("button", name="Boat trip")
    today = await day_of(seen_by_milo)
    await trip.focus()
    await trip.press("m")
    await trip.press("ArrowLeft")
    await look(alice, "calendar-moving-en")
    await trip.press("Enter")
    await expect(alice.get_by_text("was moved")).to_be_visible()
    await expect(trip).to_be_focused()
    await expect(listed).to_have_count(0)
    await expect(milo.locator(f"td[data-day='{today}']").get_by_role("button", name="Boat trip")).to_have_count(0)
    await alice.get_by_role("button", name="Undo").click()
    await expect(listed).to_be_visible()
    await expect(milo.locator(f"td[data-day='{today}']").get_by_role("button", name="Boat trip")).to_be_visible()
    # Another name.
    await trip.click()
    await alice.get_by_role("dialog").get_by_role("button", name="Change").click()
    await alice.get_by_role("dialog").get_by_label("Title").fill("Boat trip to the lock")
    await alice.get_by_role("dialog").get_by_role("button", name="Save").click()
    for page in (alice, milo, bob):
        await expect(page.locator(".view").get_by_role("button", name="Boat trip to the lock")).to_be_visible()
    # With the pointer.
    cells = [page.locator("td[data-day]").nth(8) for page in (alice, milo)]
    await trip.drag_to(cells[0], target_position={"x": 20, "y": 60})
    for cell in cells:
        await expect(cell.get_by_role("button", name="Boat trip")).to_be_visible()
    # On the phone the month is a sheet of days, and what happens on the chosen one stands below.
    await bob.locator("input[name=calendar-view][value=month] + span").click()
    there = bob.locator(f"td[data-day='{await day_of(trip)}'] button")
    await there.click()
    await expect(there).to_have_attribute("aria-pressed", "true")
    await expect(listed).to_be_visible()
    await there.press("ArrowRight")
    await expect(listed).to_have_count(0)
    await bob.locator("td [aria-pressed=true]").press("ArrowLeft")
    await expect(there).to_be_focused()
    await expect(listed).to_be_visible()
    # milo may look at it, and not change it.
    await seen_by_milo.click()
    await expect(milo.get_by_role("dialog")).to_contain_text("Planned by")
    await expect(milo.get_by_role("dialog").get_by_role("button", name="Change")).to_have_count(0)
    await milo.keyboard.press("Escape")
    await trip.click()
    await look(alice, "calendar-details-en")
    await alice.get_by_role("dialog").get_by_role("button", name="Remove").click()
    for gone in (seen_by_milo, listed):
        await expect(gone).to_have_count(0)


@pytest.mark.parametrize(("scheme", "width", "language"), LOOKS)
async def test_every_view_is_accessible_and_inside_the_window(demo: Demo, windows: Windows, scheme: str, width: int, language: str) -> None:
    name = f"{width}-{scheme}-{language}"
    page = await windows.sign_in(demo, "alice", width=width, height=844 if width < 500 else 1026, scheme=scheme, language=language)
    await speak(page, language)
    await page.goto(address(demo))
    await expect(page.locator(".view").get_by_text("Live chat of the two classes").first).to_be_visible()
    views = ("list", "month") if width < 500 else ("month", "week", "list")
    for view in views:
        await page.locator(f"input[name=calendar-view][value={view}] + span").click()
        await expect(page.locator(".view:not(.waiting)")).to_be_visible()
        await look(page, f"calendar-{view}-{name}")
    if width < 500:
        await page.locator("td button").filter(has=page.locator("i")).nth(-3).click()
        await expect(page.locator(".view li").first).to_be_visible()
        await look(page, f"calendar-day-{name}")
    await page.locator(".tools button").first.click()
    await expect(page.get_by_role("dialog")).to_be_visible()
    await look(page, f"calendar-share-{name}")
