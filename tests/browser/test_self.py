"""A profile with a photo, one's own data, erasing, and the settings of a space, as people meet them."""

import io
import re
import zipfile

import pytest
from playwright.async_api import Page, Route, expect

from tests.browser.conftest import Demo, Windows
from tests.browser.test_every_screen import LOOKS, look
from tests.browser.test_letters import speak
from tests.cast import picture


async def photo(page: Page) -> None:
    """Choose one, move it by keys, zoom, and take it."""
    await page.get_by_role("button", name=re.compile("^(Choose a|Another) photo$")).first.click()
    dialog = page.get_by_role("dialog")
    await dialog.locator("input[type=file]").set_input_files({"name": "me.png", "mimeType": "image/png", "buffer": picture(640, 400)})
    frame = dialog.get_by_role("application")
    await frame.focus()
    for key in ("+", "ArrowLeft", "ArrowUp"):
        await frame.press(key)
    await look(page, "photo")
    await dialog.get_by_role("button", name="Use this photo").click()
    await expect(dialog).to_have_count(0)


async def test_a_photo_is_seen_by_fellow_members(demo: Demo, windows: Windows) -> None:
    alice = await windows.sign_in(demo, "alice")
    bob = await windows.sign_in(demo, "bob")
    for page in (alice, bob):
        await speak(page, "en")
    await bob.goto(f"{demo.url}/s/{demo.told['space']}/team")
    await alice.goto(f"{demo.url}/account")
    await photo(alice)
    await expect(alice.locator("main header img")).to_be_visible()
    await expect(alice.locator("main header img")).to_have_js_property("naturalWidth", 320)  # it has come, too
    await expect(bob.locator("main .face img")).to_have_count(1)  # live, on a screen that was open
    await alice.get_by_label("Name", exact=True).fill("Alice Vermeulen-Maes")
    await alice.get_by_role("button", name="Save").click()
    await expect(bob.get_by_text("Alice Vermeulen-Maes").first).to_be_visible()
    await alice.get_by_label("Name", exact=True).fill("Alice V")
    await alice.get_by_label("Add a language").select_option("ka")
    await expect(alice.get_by_role("button", name="Remove Georgian")).to_be_visible()
    await expect(alice.get_by_label("Name", exact=True)).to_have_value("Alice V")  # what is being typed stays


async def test_what_is_refused_is_not_shown_as_chosen(demo: Demo, windows: Windows) -> None:
    windows.allowed = ("503",)
    page = await windows.sign_in(demo, "alice")
    await speak(page, "en")

    async def busy(route: Route) -> None:
        await route.fulfill(status=503, json={"code": "unavailable"})

    for command in ("people.change", "space.set_retention", "space.set_hue"):
        await page.route(f"**/api/{command}", busy)
    await page.goto(f"{demo.url}/account")
    zone = page.get_by_label("Time zone")
    held = await zone.input_value()
    await zone.select_option("Asia/Tbilisi")
    await expect(page.locator(".toast")).to_have_count(1)
    await expect(zone).to_have_value(held)
    await page.goto(f"{demo.url}/s/{demo.told['space']}/settings")
    term = page.get_by_role("group", name="Erase after").get_by_role("radio")
    hue = page.get_by_role("region", name="Colours").get_by_role("group").first.get_by_role("radio")
    for radios in (term, hue):
        await expect(radios.first).to_be_attached()
        chosen = await radios.evaluate_all("all => all.findIndex((one) => one.checked)")
        assert chosen not in (-1, 4)
        shown = await page.locator(".toast").count()
        await radios.nth(4).evaluate("one => one.click()")
        await expect(page.locator(".toast")).to_have_count(shown + 1)
        await expect(radios.nth(chosen)).to_be_checked()


async def test_a_note_stands_before_a_window_that_opens(demo: Demo, windows: Windows) -> None:
    page = await windows.sign_in(demo, "alice")
    await speak(page, "en")
    await page.goto(f"{demo.url}/account")
    await page.get_by_label("Time zone").select_option("Asia/Tbilisi")
    await expect(page.locator(".toast")).to_be_visible()
    await page.get_by_role("button", name=re.compile("^(Choose a|Another) photo$")).first.click()
    await expect(page.locator("dialog[open]")).to_be_visible()
    assert await page.locator(".toasts").evaluate("one => one.matches(':popover-open')")
    await look(page, "note-before-window")


async def test_windows_that_do_not_come_can_be_asked_for_again(demo: Demo, windows: Windows) -> None:
    windows.allowed = ("ERR_FAILED", "dynamically imported")
    page = await windows.sign_in(demo, "alice")
    await speak(page, "en")
    await page.goto(f"{demo.url}/s/{demo.told['space']}/team")
    await expect(page.get_by_role("button", name="Add a class")).to_be_visible()
    await page.route("**/*.js", lambda route: route.abort())
    await page.get_by_role("button", name="Add a class").click()
    dialog = page.get_by_role("dialog", name="This window could not be loaded")
    await expect(dialog).to_be_visible()
    await dialog.get_by_role("button", name="Close").last.click()
    await page.get_by_role("button", name="Add a class").click()
    await expect(dialog).to_be_visible()
    await page.unroute("**/*.js")
    await dialog.get_by_role("button", name="Try again").click()
    await page.get_by_role("button", name="Add a class").click()
    await expect(page.get_by_label("The pupils, one on each line")).to_be_visible()


@pytest.mark.story
async def test_a_copy_of_my_data_comes_as_a_zip(demo: Demo, windows: Windows) -> None:
    pia = await windows.sign_in(demo, "pia")
    await speak(pia, "en")
    await pia.goto(f"{demo.url}/account/data")
    async with pia.expect_download() as coming:
        await pia.get_by_role("button", name="Take a copy").click()
    file = await (await coming.value).path()
    with zipfile.ZipFile(io.BytesIO(file.read_bytes())) as whole:
        assert whole.testzip() is None
        assert "data/messages.json" in whole.namelist()
    await expect(pia.get_by_role("button", name="Erase my account…")).to_have_count(0)


async def test_a_teacher_erases_a_pupil(demo: Demo, windows: Windows) -> None:
    alice = await windows.sign_in(demo, "alice")
    pia = await windows.in_chat(demo, "pia")
    bob = await windows.in_chat(demo, "bob")
    await speak(alice, "en")
    await speak(bob, "en")
    await pia.locator("textarea").fill("A line that will go")
    await pia.locator("textarea").press("Enter")
    await expect(bob.get_by_text("A line that will go")).to_be_visible()
    await alice.goto(f"{demo.url}/s/{demo.told['space']}/settings")
    await alice.get_by_role("button", name="Erase Pia Claes").click()
    dialog = alice.get_by_role("dialog")
    await dialog.get_by_text("Remove everything").click()
    await look(alice, "erase")
    await dialog.get_by_label("Type the user name").fill("pia")
    await dialog.get_by_role("button", name="Erase for good").click()
    await expect(alice.get_by_text("is being erased")).to_be_visible()
    await expect(bob.get_by_text("A line that will go")).to_have_count(0)
    await expect(pia.get_by_role("dialog")).to_be_visible()  # signed out, on the spot


@pytest.mark.parametrize(("scheme", "width", "language"), LOOKS)
async def test_screens(demo: Demo, windows: Windows, scheme: str, width: int, language: str) -> None:
    name = f"{width}-{scheme}-{language}"
    page = await windows.sign_in(demo, "alice", width=width, height=844 if width < 500 else 1026, scheme=scheme, language=language)
    await speak(page, language)
    for part in ("profile", "safety", "data"):
        await page.goto(f"{demo.url}/account/{part}")
        await expect(page.locator("main section").last).to_be_visible()
        await expect(page.locator("main .skeleton")).to_have_count(0)
        await look(page, f"account-{part}-{name}")
    await page.goto(f"{demo.url}/s/{demo.told['space']}/settings")
    await expect(page.locator("main section").last).to_be_visible()
    await look(page, f"settings-{name}")


async def test_who_may_not_choose_reads_what_holds(demo: Demo, windows: Windows) -> None:
    page = await windows.sign_in(demo, "milo", width=390, height=844)
    await speak(page, "en")
    await page.goto(f"{demo.url}/s/{demo.told['space']}/settings")
    await expect(page.get_by_text("months after the space is closed")).to_be_visible()
    for gone in ("Save", "Copy", "Erase…"):
        await expect(page.get_by_role("button", name=gone, exact=True)).to_have_count(0)
    await look(page, "settings-pupil")


async def test_an_adult_erases_themselves(demo: Demo, windows: Windows) -> None:
    page = await windows.sign_in(demo, "bob", width=390, height=844)
    await speak(page, "en")
    await page.goto(f"{demo.url}/account/data")
    await page.get_by_role("button", name="Erase my account…").click()
    dialog = page.get_by_role("dialog")
    await dialog.get_by_role("button", name="Erase for good").click()
    await expect(dialog.get_by_text("so that nobody is erased by a slip")).to_be_visible()
    await look(page, "erase-me")
    await dialog.get_by_label("Type the user name").fill("bob")
    await dialog.get_by_role("button", name="Erase for good").click()
    await expect(page.locator("input[type=password]")).to_be_visible()
