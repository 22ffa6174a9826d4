"""The pinboard live (PIN-01 to PIN-03): three windows of two schools and two roles, by mouse, by keyboard and with a finger."""

import json
import re
from typing import Any

import pytest
from playwright.async_api import Locator, Page, expect

from tests.browser.conftest import Demo, Windows
from tests.browser.test_every_screen import LOOKS, look


def board_of(demo: Demo) -> str:
    return f"{demo.url}/s/{demo.told['space']}/p/{demo.told['places']['pinboard']}"


async def at_board(demo: Demo, windows: Windows, username: str, view: str = "board", address: str | None = None, **how: Any) -> Page:
    page = await windows.sign_in(demo, username, **how)
    await page.evaluate("view => localStorage.setItem('twinspace.pinboard.view', view)", view)
    await page.goto(address or board_of(demo))
    await expect(page.locator(".pinboard fieldset")).to_be_visible()
    return page


async def call(page: Page, method: str, **params: Any) -> Any:
    """A command as the person of this window, beside the screen."""
    answer = await page.evaluate(
        "async ([m, p]) => { const r = await fetch('/api/' + m, {method: 'POST', body: p}); return [r.status, await r.json()] }",
        [method, json.dumps(params)],
    )
    assert answer[0] == 200, answer
    return answer[1]


async def new_board(demo: Demo, alice: Page, title: str, **settings: Any) -> str:
    made = await call(alice, "pinboard.make", space=demo.told["space"], title=title)
    place = made["place"]["id"]
    if settings:
        await call(alice, "pinboard.set", place=place, **settings)
    return f"{demo.url}/s/{demo.told['space']}/p/{place}"


def note(page: Page, text: str) -> Locator:
    return page.locator("li[data-id]").filter(has_text=text)


async def pin(page: Page, text: str) -> None:
    await page.get_by_role("button", name=re.compile("Pin a note|Pin the first|Hang een briefje|Hang het eerste")).first.click()
    await page.locator("dialog textarea").fill(text)
    await page.locator("dialog button[type=submit]").click()
    await expect(page.locator("dialog[open]")).to_have_count(0)


async def spot(page: Page, text: str) -> tuple[int, int]:
    style = await note(page, text).evaluate("e => [parseInt(e.style.left), parseInt(e.style.top)]")
    return style[0], style[1]


@pytest.mark.story
async def test_a_note_is_pinned_moved_and_taken_off_before_everybodys_eyes(demo: Demo, windows: Windows) -> None:
    pia, milo = await at_board(demo, windows, "pia"), await at_board(demo, windows, "milo")
    jef = await at_board(demo, windows, "jef", "list", width=390, height=844)
    await pin(pia, "A heron on the lock 1")
    for page in (pia, milo, jef):
        await expect(note(page, "A heron on the lock 1")).to_have_count(1)
    before = await spot(milo, "A heron on the lock 1")
    box = await note(pia, "A heron on the lock 1").bounding_box()
    assert box is not None
    await pia.mouse.move(box["x"] + 60, box["y"] + 60)
    await pia.mouse.down()
    await pia.mouse.move(box["x"] + 100, box["y"] + 110, steps=5)
    await pia.mouse.move(box["x"] + 180, box["y"] + 130, steps=5)
    await pia.mouse.up()
    await expect(note(milo, "A heron on the lock 1")).to_have_css("left", f"{before[0] + 120}px")
    await expect(note(milo, "A heron on the lock 1")).to_have_css("top", f"{before[1] + 70}px")
    assert await milo.locator("li[data-id]").filter(has_text="A heron on the lock 1").locator(".grip").count() == 0, "it is pia's"
    await note(pia, "A heron on the lock 1").locator(".menu-trigger").click()
    await pia.get_by_role("menuitem", name="Weghalen").or_(pia.get_by_role("menuitem", name="Take off")).click()
    for page in (milo, jef):
        await expect(note(page, "A heron on the lock 1")).to_have_count(0)
    await pia.locator(".toast button.undo").click()
    for page in (pia, milo, jef):
        await expect(note(page, "A heron on the lock 1")).to_have_count(1)


async def test_the_keyboard_steers_a_note_and_it_is_said_aloud(demo: Demo, windows: Windows) -> None:
    bob, milo, pia = [await at_board(demo, windows, name) for name in ("bob", "milo", "pia")]
    before = await spot(milo, "One shoe")
    grip = note(bob, "One shoe").locator(".grip")
    await grip.focus()
    for key in ("ArrowRight", "ArrowRight", "Shift+ArrowDown"):
        await bob.keyboard.press(key)
    for page in (milo, pia):
        await expect(note(page, "One shoe")).to_have_css("left", f"{before[0] + 40}px")
        await expect(note(page, "One shoe")).to_have_css("top", f"{before[1] + 100}px")
    await expect(bob.locator("[aria-live=polite]").filter(has_text=f"{before[0] + 40}")).to_have_count(1)
    await expect(grip).to_be_focused()
    await bob.keyboard.press("ArrowLeft")
    await bob.keyboard.press("Escape")
    await expect(note(bob, "One shoe")).to_have_css("left", f"{before[0] + 40}px")


async def test_columns_by_keyboard_and_mouse(demo: Demo, windows: Windows) -> None:
    bob, milo = await at_board(demo, windows, "bob", "columns"), await at_board(demo, windows, "milo", "columns")
    pia = await at_board(demo, windows, "pia", "columns", width=820)
    seen = [page.locator("section[data-lane]") for page in (milo, pia)]
    for lanes in seen:
        await expect(lanes).to_have_count(4)
    await note(bob, "Do you have trout?").locator(".grip").focus()
    await bob.keyboard.press("ArrowLeft")
    for lanes in seen:
        await expect(lanes.nth(2).locator("li").filter(has_text="Do you have trout?")).to_have_count(1)
    await expect(note(bob, "Do you have trout?").locator(".grip")).to_be_focused()
    await note(bob, "Do you have trout?").scroll_into_view_if_needed()  # it comes to rest
    start, end = await note(bob, "Do you have trout?").bounding_box(), await bob.locator("section[data-lane]").nth(1).bounding_box()
    assert start is not None
    assert end is not None
    await bob.mouse.move(start["x"] + 60, start["y"] + 60)
    await bob.mouse.down()
    await bob.mouse.move(end["x"] + 60, end["y"] + 120, steps=8)
    await bob.mouse.up()
    for lanes in seen:
        await expect(lanes.nth(1).locator("li").filter(has_text="Do you have trout?")).to_have_count(1)


async def test_a_teacher_looks_first(demo: Demo, windows: Windows) -> None:
    alice = await windows.sign_in(demo, "alice", language="en-GB")
    await call(alice, "people.change", language="en")
    address = await new_board(demo, alice, "Teachers look first", hold=True)
    alice = await at_board(demo, windows, "alice", "list", address)
    nino, milo = await at_board(demo, windows, "nino", "list", address), await at_board(demo, windows, "milo", "list", address)
    heard: list[str] = []
    milo.on("websocket", lambda socket: socket.on("framereceived", lambda frame: heard.append(str(frame))))
    await milo.reload()
    await expect(milo.locator(".empty")).to_be_visible()
    await pin(nino, "We swam under the bridge")
    await expect(note(nino, "We swam under the bridge").locator(".state")).to_have_text(re.compile("Waits for a teacher"))
    await expect(note(alice, "We swam under the bridge")).to_have_count(1)
    await look(alice, "pinboard-held-alice")
    await look(nino, "pinboard-held-nino")
    await alice.get_by_role("button", name="Not yet").click()
    await alice.locator("dialog input").fill("Say with whom.")
    await look(alice, "pinboard-refuse")
    await alice.locator("dialog button[type=submit]").click()
    await expect(nino.locator(".reason")).to_have_text(re.compile("Say with whom"))
    await nino.get_by_role("button", name="Change it").click()
    await nino.locator("dialog textarea").fill("We swam with bob")
    await nino.locator("dialog button[type=submit]").click()
    assert "swam" not in "".join(heard)
    await alice.get_by_role("button", name="Let through").click()
    await expect(note(milo, "We swam with bob")).to_have_count(1)
    await expect(note(nino, "We swam with bob").locator(".state")).to_have_count(0)


async def test_staff_hide_a_note_and_see_what_it_said(demo: Demo, windows: Windows) -> None:
    nino, bob = await at_board(demo, windows, "nino", "list"), await at_board(demo, windows, "bob", "list")
    pia = await at_board(demo, windows, "pia", "list", width=390, height=844)
    await pin(nino, "something rude 9")
    await expect(note(pia, "something rude 9")).to_have_count(1)
    await note(bob, "something rude 9").locator(".menu-trigger").click()
    await bob.get_by_role("menuitem", name="Hide").click()
    await bob.locator("dialog input").fill("Be kind.")
    await bob.locator("dialog button[type=submit]").click()
    for page in (nino, pia):
        await expect(note(page, "something rude 9")).to_have_count(0)
        await expect(note(page, "Be kind.")).to_have_count(1)
    await note(bob, "Be kind.").locator(".menu-trigger").click()
    await bob.get_by_role("menuitem", name="What it said before").click()
    await expect(bob.locator("dialog[open]")).to_contain_text("something rude 9")


async def test_a_finger_pans_the_board_and_drags_by_the_grip(demo: Demo, windows: Windows) -> None:
    luka = await at_board(demo, windows, "luka", width=390, height=844, has_touch=True, is_mobile=True)
    milo = await at_board(demo, windows, "milo")
    before = await spot(milo, "Do you have trout?")
    session = await luka.context.new_cdp_session(luka)

    async def swipe(x: float, y: float, by_x: float, by_y: float) -> None:
        await session.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
        for step in range(1, 7):
            point = {"x": x + by_x * step / 6, "y": y + by_y * step / 6}
            await session.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [point]})
        await session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})

    await note(luka, "Do you have trout?").scroll_into_view_if_needed()
    grip = await note(luka, "Do you have trout?").locator(".grip").bounding_box()
    assert grip is not None
    scrolled = await luka.locator(".cork").evaluate("e => [e.scrollLeft, e.scrollTop]")
    await swipe(grip["x"] + 30, grip["y"] + 20, 30, 60)
    await expect(note(milo, "Do you have trout?")).not_to_have_css("top", f"{before[1]}px")
    assert await luka.locator(".cork").evaluate("e => [e.scrollLeft, e.scrollTop]") == scrolled
    box = await note(luka, "Do you have trout?").bounding_box()
    assert box is not None
    await swipe(box["x"] + 100, box["y"] + 90, -40, -60)
    await luka.wait_for_function("s => document.querySelector('.cork').scrollTop !== s[1]", arg=scrolled)


@pytest.mark.parametrize(("scheme", "width", "language"), LOOKS)
async def test_accessible_and_inside_the_window(demo: Demo, windows: Windows, scheme: str, width: int, language: str) -> None:
    name = f"{width}-{scheme}-{language}"
    page = await windows.sign_in(demo, "bob", width=width, height=844 if width < 500 else 1026, scheme=scheme, language=language)
    await call(page, "people.change", language=language)
    for view in ("list", "board", "columns"):
        await page.evaluate("view => localStorage.setItem('twinspace.pinboard.view', view)", view)
        await page.goto(board_of(demo))
        await expect(page.locator("li[data-id]").first).to_be_visible()
        await look(page, f"pinboard-{view}-{name}")
    await page.locator(".pin button").click()
    await page.locator("dialog textarea").fill("Wat een mooie reiger! Hij stond daar heel lang, op één poot.")
    await look(page, f"pinboard-new-{name}")
    await page.keyboard.press("Escape")
    await page.locator("header .menu-trigger").last.click()
    await look(page, f"pinboard-menu-{name}")
    await page.locator("[role=menuitem]").last.click()
    await expect(page.locator("dialog[open]")).to_be_visible()
    await look(page, f"pinboard-settings-{name}")
    await page.keyboard.press("Escape")
    alice = await windows.sign_in(demo, "alice", width=width)
    await page.goto(await new_board(demo, alice, f"Nothing yet {name}"))
    await expect(page.locator(".empty")).to_be_visible()
    await look(page, f"pinboard-empty-{name}")
    await call(page, "people.change", language="en")


async def test_who_may_only_read_is_told_why(demo: Demo, windows: Windows) -> None:
    alice = await windows.sign_in(demo, "alice")
    address = await new_board(demo, alice, "Only to read")
    place = address.rsplit("/", 1)[1]
    await call(alice, "note.pin", place=place, text="Teachers pin here")
    rows = [{"subject": "role:teacher", "rights": ["read", "add"]}, {"subject": "role:pupil", "rights": ["read"]}]
    await call(alice, "rights.set", place=place, rows=rows)
    milo = await at_board(demo, windows, "milo", "list", address)
    await expect(milo.locator(".closed")).to_be_visible()
    await expect(milo.locator(".pin button")).to_have_count(0)
    await look(milo, "pinboard-read-only")
