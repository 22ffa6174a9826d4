"""Two classes chat live (CHT-01, CHT-02): what the first look must show, as pupils meet it."""

import re
from pathlib import Path

import pytest
from playwright.async_api import Locator, Page, expect

from tests.browser.conftest import Cable, Demo, Windows, demo_on
from tests.databases import KINDS


def line(page: Page, text: str) -> Locator:
    """The lines of the room that hold this text."""
    return page.locator("[role=log] li").filter(has_text=text)


async def say(page: Page, text: str) -> None:
    await page.locator("textarea").fill(text)
    await page.keyboard.press("Enter")


async def texts(page: Page, marked: str) -> list[str]:
    """The lines with this mark, as they stand in the room."""
    found = await page.locator("[role=log] li").all_inner_texts()
    return [match[0] for text in found if (match := re.search(rf"{marked} \d+", text))]


@pytest.mark.story
@pytest.mark.every_form
@pytest.mark.parametrize("kind", KINDS)
async def test_a_line_is_seen_at_once_and_survives_a_kill(kind: str, windows: Windows, tmp_path: Path) -> None:
    windows.allowed = ("WebSocket connection", "Failed to load resource", "ERR_CONNECTION_REFUSED")
    async with demo_on(kind, tmp_path) as demo:
        pia, milo = await windows.in_chat(demo, "pia"), await windows.in_chat(demo, "milo", width=820)
        await say(pia, "Hoi Milo, can you see this?")
        await expect(line(milo, "Hoi Milo, can you see this?")).to_have_count(1)
        await demo.program.kill()
        await say(milo, "Are you still there?")
        await demo.again()
        await expect(line(pia, "Are you still there?")).to_have_count(1, timeout=40_000)
        for page in (pia, milo):
            await page.reload()
            await expect(line(page, "Hoi Milo, can you see this?")).to_have_count(1)
            await expect(line(page, "Are you still there?")).to_have_count(1)


@pytest.mark.story
async def test_who_was_offline_comes_back_to_the_same_conversation(demo: Demo, windows: Windows) -> None:
    windows.allowed = ("WebSocket connection",)
    pia, milo = await windows.in_chat(demo, "pia"), await windows.in_chat(demo, "milo")
    cable = Cable()
    jef = await windows.sign_in(demo, "jef", width=390)
    await cable.lay(jef)
    await jef.goto(demo.chat)
    await expect(jef.locator("textarea")).to_be_visible()
    await say(pia, "while 0")
    await expect(line(jef, "while 0")).to_have_count(1)
    await cable.pull()
    for number in range(1, 6):
        await say(pia if number % 2 else milo, f"while {number}")
        await expect(line(milo, f"while {number}")).to_have_count(1)
    await say(jef, "while 6")
    await expect(line(milo, "while 6")).to_have_count(0)
    cable.put_back()
    await expect(line(jef, "while 5")).to_have_count(1, timeout=40_000)
    await expect(line(milo, "while 6")).to_have_count(1, timeout=40_000)
    everything = [f"while {number}" for number in range(7)]
    for page in (pia, milo, jef):
        assert await texts(page, "while") == everything


async def test_what_one_types_survives_a_reload(demo: Demo, windows: Windows) -> None:
    page = await windows.in_chat(demo, "amina")
    await page.locator("textarea").fill("I was just about to say th")
    await page.wait_for_timeout(600)
    await page.reload()
    await expect(page.locator("textarea")).to_have_value("I was just about to say th")


@pytest.mark.story
async def test_signing_in_again_happens_over_what_one_types(demo: Demo, windows: Windows) -> None:
    windows.allowed = ("WebSocket connection", "401")
    page, other = await windows.in_chat(demo, "nino"), await windows.sign_in(demo, "nino", width=820)
    await page.locator("textarea").fill("not sent yet")
    await other.evaluate("fetch('/api/people.sign_out_everywhere', {method: 'POST', body: '{}'})")
    password = page.locator("dialog input[type=password], [role=dialog] input[type=password]")
    await expect(password).to_be_visible()
    await password.fill(demo.password("nino"))
    await page.keyboard.press("Enter")
    await expect(password).to_have_count(0)
    await expect(page.locator("textarea")).to_have_value("not sent yet")
    await page.locator("textarea").press("Enter")
    await expect(line(page, "not sent yet")).to_have_count(1)


@pytest.mark.story
async def test_the_keyboard_alone_is_enough(demo: Demo, windows: Windows) -> None:
    page = await windows.open(demo)
    await page.goto(demo.url)
    await expect(page.locator("input[type=password]")).to_be_visible()
    await reach(page, "input[autocomplete=username]")
    await page.keyboard.type("milo")
    await reach(page, "input[type=password]")
    await page.keyboard.type(demo.password("milo"))
    await page.keyboard.press("Enter")
    await expect(page.locator(f"a[href*='{demo.told['space']}']").first).to_be_visible()
    await reach(page, f"a[href*='{demo.told['space']}']")
    await page.keyboard.press("Enter")
    await expect(page.locator(f"a[href*='{demo.told['places']['chat']}']").first).to_be_visible()
    await reach(page, "[role=treeitem]")  # one stop for Tab; inside the tree one goes by arrow keys
    await page.keyboard.press("Home")
    await reach(page, f"a[href*='{demo.told['places']['chat']}']", "ArrowDown")
    await page.keyboard.press("Enter")
    await expect(page.locator("textarea")).to_be_visible()
    await reach(page, "textarea")
    await page.keyboard.type("Written without a mouse")
    await page.keyboard.press("Enter")
    await expect(line(page, "Written without a mouse")).to_have_count(1)


async def reach(page: Page, selector: str, key: str = "Tab") -> None:
    """Press a key until the focus is there."""
    for _ in range(60):
        if await page.evaluate("s => document.activeElement?.matches(s) ?? false", selector):
            return
        await page.keyboard.press(key)
    raise AssertionError(f"{selector} can't be reached with {key}")


@pytest.mark.story
async def test_who_is_removed_is_told_so_at_once(demo: Demo, windows: Windows) -> None:
    alice, luka = await windows.sign_in(demo, "alice"), await windows.in_chat(demo, "luka")
    await expect(luka.locator("[role=log] li").first).to_be_visible()
    space = demo.told["space"]
    me = await luka.evaluate("fetch('/api/people.me', {method: 'POST', body: '{}'}).then(r => r.json())")
    removed = {"space": space, "person": me["person"]["id"]}
    status = await alice.evaluate(
        "p => fetch('/api/space.remove_member', {method: 'POST', body: JSON.stringify(p)}).then(r => r.status)", removed
    )
    assert status == 200
    await expect(luka.locator("[role=log]")).to_have_count(0)
    await expect(luka.locator("textarea")).to_have_count(0)


@pytest.mark.story
async def test_staff_hide_a_line_and_see_what_it_said_pupils_do_not(demo: Demo, windows: Windows) -> None:
    pia, bob = await windows.in_chat(demo, "pia"), await windows.in_chat(demo, "bob")
    await say(pia, "something rude 7")
    await expect(line(bob, "something rude 7")).to_have_count(1)
    await bob.locator("[role=log] li").filter(has_text="something rude 7").locator("button.more").click()
    await bob.get_by_role("button", name="Hide", exact=False).or_(bob.get_by_role("menuitem", name="Hide", exact=False)).first.click()
    await bob.locator("[role=dialog] textarea, [role=dialog] input, dialog textarea").first.fill("Be kind.")
    await bob.locator("[role=dialog] button, dialog button").filter(has_text="Hide").first.click()
    await expect(line(pia, "something rude 7")).to_have_count(0)
    await expect(line(pia, "Be kind.")).to_have_count(1)
