"""Publishing in a browser: three steps, a stranger who reads it at once, taking back; proposals; and how the public pages look."""

from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.async_api import Page, expect

from tests.browser.conftest import Demo, Windows
from tests.browser.test_every_screen import LOOKS, look
from tests.browser.test_forum import call, in_english


async def a_page(demo: Demo, alice: Page, title: str) -> tuple[str, str]:
    """A new page with names in it; its place and its address in the app."""
    said = "Jef Maes and Amina El Idrissi measured it. Write to school@example.org."
    content = [{"type": "paragraph", "content": [{"type": "text", "text": said}]}]
    made = await call(alice, "page.make", space=demo.told["space"], title=title, content=content)
    place = str(made["place"]["id"])
    return place, f"{demo.url}/s/{demo.told['space']}/p/{place}"


@pytest.mark.story
async def test_three_steps_and_back(demo: Demo, windows: Windows) -> None:
    alice = await in_english(demo, windows, "alice")
    _, address = await a_page(demo, alice, "Ducks of the Leie")
    await alice.goto(address)
    await alice.get_by_role("button", name="Publish", exact=True).click()
    dialog = alice.get_by_role("dialog")
    await expect(dialog.get_by_role("heading", name="names are shortened")).to_be_visible()
    await dialog.get_by_text("English").click()
    await expect(dialog.get_by_text("“Amina El Idrissi” becomes “a pupil”")).to_be_visible()
    await expect(dialog.get_by_text("“Jef Maes” becomes “Jef”")).to_be_visible()
    await expect(dialog.get_by_text("school@example.org")).to_be_visible()
    await look(alice, "publish-what")
    await dialog.get_by_role("button", name="Next").click()
    shown = alice.frame_locator("iframe")
    await expect(shown.get_by_text("Jef and a pupil measured it.")).to_be_visible()
    await dialog.get_by_role("button", name="Next").click()
    await dialog.get_by_role("button", name="Publish", exact=True).last.click()
    field = dialog.get_by_role("textbox", name="Copy the address")
    await expect(field).to_be_visible()
    public = await field.input_value()
    await dialog.get_by_role("button", name="QR code").click()
    await expect(dialog.get_by_role("img", name="QR code with the address")).to_be_visible()
    await look(alice, "publish-public")
    stranger = await windows.open(demo, language="nl-BE")
    await stranger.goto(public)
    await expect(stranger.get_by_role("heading", level=1)).to_have_text("Ducks of the Leie")
    await expect(stranger.get_by_text("Jef and a pupil measured it.")).to_be_visible()
    await expect(stranger.get_by_text("Gepubliceerd op")).to_be_visible()
    await alice.keyboard.press("Escape")
    await expect(alice.get_by_role("button", name="Public", exact=True)).to_be_visible()
    await alice.get_by_role("button", name="Public", exact=True).click()
    await dialog.get_by_role("button", name="Take back").click()
    await dialog.get_by_role("button", name="Take back").last.click()
    await expect(alice.get_by_role("button", name="Publish", exact=True)).to_be_visible()
    windows.allowed = ("410",)
    await stranger.reload()
    await expect(stranger.get_by_role("heading", level=1)).to_have_text("Hier is niets")


async def test_a_pupil_proposes_and_hears_of_it(demo: Demo, windows: Windows) -> None:
    alice, pia = await in_english(demo, windows, "alice"), await in_english(demo, windows, "pia", width=390, height=844)
    place, address = await a_page(demo, alice, "Our swan")
    me = (await call(pia, "people.me"))["person"]["id"]
    rows = [
        {"subject": "role:teacher", "rights": ["read", "add", "edit", "delete"]}, {"subject": "role:pupil", "rights": ["read", "add"]},
        {"subject": f"person:{me}", "rights": ["read", "add", "publish"]},
    ]  # fmt: skip
    await call(alice, "rights.set", place=place, rows=rows)
    await pia.goto(address)
    await pia.get_by_role("button", name="Propose to publish").click()
    await pia.get_by_label("A word with it").fill("We are proud of it.")
    await pia.get_by_role("button", name="Propose", exact=True).click()
    await expect(pia.get_by_role("dialog")).to_have_count(0)
    await alice.goto(f"{demo.url}/s/{demo.told['space']}/public")
    await expect(alice.locator("main li", has_text="Our swan").first).to_contain_text("Pia Claes")
    await alice.get_by_role("button", name="Say no").click()
    await alice.get_by_label("What should change first?").fill("Count it again.")
    await alice.get_by_role("dialog").get_by_role("button", name="Say no").click()
    await expect(alice.get_by_role("button", name="Say no")).to_have_count(0)
    await pia.goto(f"{demo.url}/s/{demo.told['space']}/public")
    await expect(pia.get_by_text("Count it again.")).to_be_visible()


async def test_consent_is_kept_by_the_own_teacher(demo: Demo, windows: Windows) -> None:
    alice, bob = await in_english(demo, windows, "alice"), await in_english(demo, windows, "bob")
    for page in (alice, bob):
        await page.goto(f"{demo.url}/s/{demo.told['space']}/team")
        await page.locator("li", has_text="Amina El Idrissi").get_by_role("button").click()
        await page.get_by_role("menuitem", name="What may be shown").click()
    named = alice.get_by_label("May be called by first name in public")
    await named.check()
    await alice.get_by_role("button", name="Save").click()
    await expect(alice.get_by_role("dialog")).to_have_count(0)
    await expect(bob.get_by_label("May be called by first name in public")).to_be_disabled()
    await look(bob, "consent-read-only")
    await alice.locator("li", has_text="Amina El Idrissi").get_by_role("button").click()
    await alice.get_by_role("menuitem", name="What may be shown").click()
    await expect(named).to_be_checked()
    await named.uncheck()
    await alice.get_by_role("button", name="Save").click()


@pytest.mark.parametrize(("scheme", "width", "language"), LOOKS)
async def test_accessible_and_inside_the_window(demo: Demo, windows: Windows, scheme: str, width: int, language: str) -> None:
    name = f"{width}-{scheme}-{language}"
    height = 844 if width < 500 else 1026
    stranger = await windows.open(demo, width=width, height=height, scheme=scheme, language=language)
    public = str(demo.told["public_url"])
    home = public.rpartition("/")[0]
    await stranger.goto(public)
    await look(stranger, f"public-page-{name}")
    assert await stranger.evaluate("document.scripts.length") == 0
    for at, address in enumerate([home, *(await _cards(stranger, home))]):
        await stranger.goto(address)
        await stranger.evaluate("document.querySelectorAll('img').forEach(i => i.loading = 'eager')")
        await look(stranger, f"public-{at}-{name}")
    windows.allowed = ("404",)
    await stranger.goto(f"{home}/nothing-2222222222")
    await look(stranger, f"public-nothing-{name}")
    page = await windows.sign_in(demo, "alice", width=width, height=height, scheme=scheme, language=language)
    await call(page, "people.change", language=language)
    await page.goto(f"{demo.url}/s/{demo.told['space']}/public")
    await expect(page.locator("main h1")).to_be_visible()
    await expect(page.locator("main ul.pictures, main ul li").first).to_be_visible()
    await look(page, f"publish-everything-{name}")
    await page.goto(f"{demo.url}/s/{demo.told['space']}/p/{demo.told['places']['gallery']}")
    await page.locator(".actions button:has(svg.lucide-globe)").click()
    await expect(page.get_by_role("dialog").locator("input[readonly]")).to_be_visible()
    await look(page, f"publish-dialog-{name}")
    await page.get_by_role("dialog").locator("footer button").last.click()
    await expect(page.get_by_role("dialog").locator("ol")).to_be_visible()
    await look(page, f"publish-steps-{name}")


async def _cards(stranger: Page, home: str) -> list[str]:
    await stranger.goto(home)
    found: Any = await stranger.eval_on_selector_all(".card a", "all => all.map(one => one.href)")
    return [str(one) for one in found if urlsplit(str(one)).path.startswith("/p/")]


async def test_printed_it_is_two_pages(demo: Demo, windows: Windows) -> None:
    page = await windows.open(demo)
    await page.goto(str(demo.told["public_url"]))
    printed = await page.pdf(prefer_css_page_size=True)
    assert printed.count(b"/Type /Page\n") <= 2
