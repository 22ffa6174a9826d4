"""The tree of places: built in one window and seen live in the others, by mouse, by keyboard alone, and by dragging."""

import asyncio
from typing import Any

import pytest
from playwright.async_api import Locator, Page, expect

from tests.browser.conftest import Demo, Windows
from tests.browser.test_every_screen import LOOKS, look
from tests.browser.test_rooms import english, opened, space
from tests.browser.test_sessions import call


def row(page: Page, title: str) -> Locator:
    return page.get_by_role("navigation").get_by_role("treeitem", name=title)


def act(page: Page, name: str) -> Locator:
    return page.get_by_role("region", name="What you can do with").get_by_role("button", name=name, exact=True)


def toast(page: Page) -> Locator:
    return page.get_by_role("status")


async def made(page: Page, demo: Demo, title: str, kind: str = "folder", parent: str | None = None, **more: Any) -> str:
    answer = await call(page, f"{kind}.make", space=demo.told["space"], title=title, parent=parent, **more)
    return str(answer["place"]["id"])


@pytest.mark.parametrize("width", [820, 1400, 390])
async def test_what_one_may_do_stays_in_one_row(demo: Demo, windows: Windows, width: int) -> None:
    """All of it where there is room, and on a phone, whose buttons are small; else the last ones are behind one button."""
    page = await english(demo, windows, "alice", width=width, height=900)
    await page.goto(space(demo, f"/p/{demo.told['places']['folder']}"))
    await expect(act(page, "Rights")).to_be_visible()
    buttons = page.get_by_role("region", name="What you can do with").get_by_role("button")
    assert len(set(await buttons.evaluate_all("all => all.map(one => Math.round(one.getBoundingClientRect().bottom))"))) == 1
    assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    if width == 820:
        await expect(act(page, "Delete")).to_have_count(0)
        await act(page, "More").click()
        await expect(page.get_by_role("menuitem", name="Delete")).to_be_visible()
        await page.get_by_role("menuitem", name="Move").click()
        await expect(opened(page).get_by_text("Where to?")).to_be_visible()
        await page.keyboard.press("Escape")
        await page.set_viewport_size({"width": 1400, "height": 900})
    await expect(act(page, "Delete")).to_be_visible()
    await expect(act(page, "More")).to_have_count(0)


async def test_built_in_one_window_and_seen_in_the_others(demo: Demo, windows: Windows) -> None:
    alice, pia, bob = await asyncio.gather(
        english(demo, windows, "alice"), english(demo, windows, "pia", width=820), english(demo, windows, "bob")
    )
    await asyncio.gather(*(page.goto(space(demo, f"/p/{demo.told['places']['folder']}")) for page in (alice, pia, bob)))
    await expect(pia.get_by_role("heading", name="Our rivers")).to_be_visible()
    await expect(act(pia, "Delete")).to_have_count(0)
    # Made at the top, with a description and a sign.
    await alice.get_by_role("button", name="New folder").click()
    dialog = opened(alice)
    await dialog.get_by_role("button", name="Make it").click()
    await expect(dialog.get_by_text("Give it a name.")).to_be_visible()
    await dialog.get_by_label("Name", exact=True).fill("Trips 🚌")
    await dialog.get_by_label("What is it for?").fill("Where we went.")
    await dialog.get_by_title("Rocket").click()
    await dialog.get_by_role("button", name="Make it").click()
    await expect(alice.get_by_role("heading", name="Trips 🚌")).to_be_visible()
    await expect(alice.get_by_text("Nothing in here yet")).to_be_visible()
    for page in (pia, bob):
        await expect(row(page, "Trips")).to_be_visible()
    # A pupil puts something into it, which the others see.
    await row(pia, "Trips").click()
    await expect(pia.get_by_text("Where we went.")).to_be_visible()
    await pia.get_by_role("button", name="Add the first").click()
    await expect(opened(pia).get_by_text("Chat room")).to_have_count(0)
    await opened(pia).get_by_text("Folder", exact=True).click()
    await opened(pia).get_by_label("Name", exact=True).fill("To the dam")
    await opened(pia).get_by_role("button", name="Make it").click()
    await expect(pia.get_by_role("heading", name="To the dam")).to_be_visible()
    await expect(alice.get_by_role("main").get_by_role("link", name="To the dam")).to_be_visible()
    await expect(row(bob, "Trips")).to_have_attribute("aria-expanded", "false")
    # Its maker may change it.
    await act(pia, "Properties").click()
    await opened(pia).get_by_label("Name", exact=True).fill("To the great dam")
    await opened(pia).get_by_role("button", name="Save").click()
    await expect(alice.get_by_role("main").get_by_role("link", name="To the great dam")).to_be_visible()
    # Moved to where pupils may not read: the window says so, pia loses it while she looks at it, and gets it back.
    await alice.get_by_role("main").get_by_role("link", name="To the great dam").click()
    await act(alice, "Move").click()
    await opened(alice).get_by_role("treeitem", name="For teachers").click()
    await expect(opened(alice).get_by_text("By this move some people can see or do other things.")).to_be_visible()
    await expect(opened(alice).get_by_text("pupils lose")).to_be_visible()
    await look(alice, "tree-move-1400-light-en")
    await opened(alice).get_by_role("button", name="Move it there").click()
    await expect(pia.get_by_text("This place is not here any more")).to_be_visible()
    await expect(row(pia, "To the great dam")).to_have_count(0)
    await toast(alice).get_by_role("button", name="Undo").click()
    await expect(alice.get_by_role("navigation", name="Where this is").get_by_role("link", name="Trips")).to_be_visible()
    await expect(pia.get_by_role("heading", name="To the great dam")).to_be_visible()
    # Deleted and back, seen by bob; then for ever.
    await row(alice, "Trips").click()
    await act(alice, "Delete").click()
    await expect(row(bob, "Trips")).to_have_count(0)
    await alice.goto(space(demo, "/bin"))
    await expect(alice.get_by_role("main").get_by_text("days left").first).to_be_visible()
    await alice.get_by_role("button", name="Put back “Trips").click()
    await expect(alice.get_by_role("heading", name="Trips 🚌")).to_be_visible()
    await expect(row(bob, "Trips")).to_be_visible()
    await act(alice, "Delete").click()
    await expect(row(bob, "Trips")).to_have_count(0)  # who leaves the page at once may leave before it was sent
    await alice.goto(space(demo, "/bin"))
    await alice.get_by_role("button", name="Delete “Trips").click()
    await opened(alice).get_by_role("button", name="Delete for ever").click()
    await expect(alice.get_by_role("main").get_by_text("The bin is empty.")).to_be_visible()


async def test_the_keyboard_alone(demo: Demo, windows: Windows) -> None:
    page = await english(demo, windows, "alice")
    one = await made(page, demo, "Kites")
    await made(page, demo, "Kites of paper", parent=one)
    await page.goto(space(demo, "/team"))
    await expect(row(page, "Kites")).to_be_visible()
    first = page.get_by_role("tree", name="Folders").get_by_role("treeitem").first
    await first.focus()
    await page.keyboard.type("kit")
    await expect(row(page, "Kites")).to_be_focused()
    await page.keyboard.press("ArrowRight")
    await expect(row(page, "Kites of paper")).to_be_visible()
    await page.keyboard.press("ArrowRight")
    await expect(row(page, "Kites of paper")).to_be_focused()
    await page.keyboard.press("ArrowLeft")
    await page.keyboard.press("ArrowLeft")
    await expect(row(page, "Kites of paper")).to_have_count(0)
    await page.keyboard.press("ArrowRight")
    # What is open is remembered on this device.
    await page.reload()
    await expect(row(page, "Kites of paper")).to_be_visible()
    await row(page, "Kites of paper").focus()
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("heading", name="Kites of paper")).to_be_visible()
    await act(page, "Move").focus()
    await page.keyboard.press("Enter")
    dialog = opened(page)
    await dialog.get_by_role("tree").get_by_role("treeitem").first.focus()
    await page.keyboard.type("our")
    await expect(dialog.get_by_role("treeitem", name="Our rivers")).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(dialog.get_by_text("Nobody’s rights change")).to_be_visible()
    await dialog.get_by_role("button", name="Move it there").focus()
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("navigation", name="Where this is").get_by_role("link", name="Our rivers")).to_be_visible()
    await act(page, "Delete").focus()
    await page.keyboard.press("Enter")
    await expect(page.get_by_text("This place is not here any more")).to_be_visible()


async def test_dragging(demo: Demo, windows: Windows) -> None:
    alice, pia = await asyncio.gather(english(demo, windows, "alice"), english(demo, windows, "pia"))
    target, dragged = await made(alice, demo, "Boats"), await made(alice, demo, "Paper boats")
    assert target != dragged
    await asyncio.gather(alice.goto(space(demo, "/team")), pia.goto(space(demo, "/team")))
    await expect(row(pia, "Paper boats")).to_have_attribute("aria-level", "1")
    await row(alice, "Paper boats").drag_to(row(alice, "Boats").first)
    await expect(toast(alice).get_by_text("is in “Boats” now")).to_be_visible()
    await expect(row(pia, "Boats")).to_have_attribute("aria-expanded", "false")
    await expect(row(pia, "Paper boats")).to_have_count(0)
    await toast(alice).get_by_role("button", name="Undo").click()
    await expect(row(pia, "Paper boats")).to_be_visible()
    # Where rights would change, the window asks first.
    await row(alice, "Paper boats").drag_to(row(alice, "For teachers"))
    await expect(opened(alice).get_by_text("By this move some people")).to_be_visible()
    await opened(alice).get_by_role("button", name="Cancel").click()
    await expect(row(pia, "Paper boats")).to_be_visible()


async def test_a_menu_beside_a_person_stays_open_when_somebody_comes(demo: Demo, windows: Windows) -> None:
    """The list puts those who are here first: it may not move the row whose menu is open."""
    bob, nino = await asyncio.gather(english(demo, windows, "bob"), english(demo, windows, "nino"))
    await asyncio.gather(bob.goto(demo.chat), nino.goto(space(demo, "/team")))
    await expect(bob.locator("textarea")).to_be_visible()
    await bob.get_by_role("button", name="Pia Claes: more").first.click()
    entry = bob.get_by_role("menuitem", name="Book a chat session…")
    await expect(entry).to_be_visible()
    for way in ("amina", "jef"):
        page = await english(demo, windows, way)
        await page.goto(demo.chat)
        await expect(page.locator("textarea")).to_be_visible()
    await nino.goto(demo.chat)
    pia = await english(demo, windows, "pia")
    await pia.goto(demo.chat)
    here = bob.get_by_role("complementary").locator("li", has_text="Pia Claes")
    await expect(here).not_to_have_class("away")
    await expect(entry).to_be_visible()
    await bob.keyboard.press("Escape")
    await expect(entry).to_have_count(0)


@pytest.mark.parametrize(("scheme", "width", "language"), LOOKS)
async def test_every_state_is_accessible(demo: Demo, windows: Windows, scheme: str, width: int, language: str) -> None:
    name = f"{width}-{scheme}-{language}"
    page = await windows.sign_in(demo, "alice", width=width, height=844 if width < 500 else 1026, scheme=scheme, language=language)
    await call(page, "people.change", language=language)
    place: str | None = None
    for depth in range(12):
        title = "מדידות של הנהר " * 7 if depth == 3 else f"{depth + 1} {'🌊' * depth} measured"
        place = await made(page, demo, title.strip(), parent=place, description="Long. " * 40)
    await page.goto(space(demo, f"/p/{place}"))
    await expect(page.locator("main h1").first).to_be_visible()
    await look(page, f"tree-empty-{name}")
    if width < 800:
        await page.set_viewport_size({"width": 320, "height": 700})
        await page.locator("header button, .bar button").first.click()
        await expect(page.locator("dialog[open] [role=treeitem][aria-level='12']")).to_be_visible()
        await look(page, f"tree-deep-320-{name}")
        await page.keyboard.press("Escape")
        await page.set_viewport_size({"width": width, "height": 844})
    await page.goto(space(demo, f"/p/{demo.told['places']['folder']}"))
    await expect(page.locator("main h1").first).to_be_visible()
    await look(page, f"tree-folder-{name}")
    for at, what in ((1, "add"), (2, "properties")):
        await page.locator(".actions button").nth(at).click()
        await expect(opened(page)).to_be_visible()
        await look(page, f"tree-{what}-{name}")
        await page.keyboard.press("Escape")
        await expect(opened(page)).to_have_count(0)
    await call(page, "place.bin", place=place)
    await page.goto(space(demo, "/bin"))
    await expect(page.locator("main li").first).to_be_visible()
    await look(page, f"tree-bin-{name}")
