"""The gallery live (CMS-15): pictures added, arranged, worded, chosen and taken away before everybody's eyes."""

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Locator, Page, expect

from tests.browser.conftest import Cable, Demo, Windows
from tests.browser.test_every_screen import LOOKS, look
from tests.browser.test_pinboard import call
from tests.files import corpus

SHOWN = "img => img.complete && img.naturalWidth > 0"


def wall_of(demo: Demo) -> str:
    return f"{demo.url}/s/{demo.told['space']}/p/{demo.told['places']['gallery']}"


async def at_wall(demo: Demo, windows: Windows, username: str, address: str | None = None, **how: Any) -> Page:
    page = await windows.sign_in(demo, username, **how)
    await page.goto(address or wall_of(demo))
    await expect(page.locator(".gallery header h1")).to_be_visible()
    return page


async def new_wall(demo: Demo, alice: Page, title: str) -> str:
    place = (await call(alice, "gallery.make", space=demo.told["space"], title=title))["place"]["id"]
    return f"{demo.url}/s/{demo.told['space']}/p/{place}"


def tiles(page: Page) -> Locator:
    return page.locator(".wall li[data-id]")


async def labels(page: Page) -> list[str]:
    """What the pictures are called, in their order."""
    found = await page.locator(".wall a.frame").evaluate_all("all => all.map(a => a.ariaLabel)")
    return [str(label).split(". ")[0] for label in found]


async def ids(page: Page) -> list[str]:
    return list(await tiles(page).evaluate_all("all => all.map(e => e.dataset.id)"))


def photo(colour: str, width: int, height: int) -> bytes:
    image = corpus.drawn(width, height)
    image.paste(colour, (0, height // 3, width, height // 2))
    return corpus.saved(image, "JPEG", exif=corpus.exif(1))


async def choose(page: Page, *names: tuple[str, bytes]) -> None:
    files: Any = [{"name": name, "mimeType": "image/jpeg", "buffer": data} for name, data in names]
    await page.locator("input[type=file]").first.set_input_files(files)


async def menu(page: Page, tile: Locator, entry: str | re.Pattern[str]) -> None:
    await tile.hover()
    await tile.locator(".menu-trigger").click()
    await page.get_by_role("menuitem", name=entry).click()


async def test_pictures_come_in_are_worded_arranged_and_go_before_everybodys_eyes(demo: Demo, windows: Windows, tmp_path: Path) -> None:
    alice = await windows.sign_in(demo, "alice")
    await call(alice, "people.change", language="en")
    address = await new_wall(demo, alice, "Live pictures")
    bob = await at_wall(demo, windows, "bob", address)
    milo = await at_wall(demo, windows, "milo", address, width=390, height=844)
    await expect(bob.locator(".empty")).to_be_visible()
    await choose(
        bob, ("one.jpg", photo("white", 900, 600)), ("two.jpg", photo("black", 600, 900)), ("three.jpg", photo("yellow", 1200, 400))
    )
    for page in (bob, milo):
        await expect(tiles(page)).to_have_count(3)
        await expect(page.locator(".wall img").first).to_have_js_property("complete", True)
    assert await milo.locator(".wall img").first.evaluate(SHOWN)
    assert await ids(bob) == await ids(milo)

    # Words, in place; the other window has them at once.
    await expect(bob.locator(".reminder")).to_contain_text("pictures have no description")
    await bob.get_by_role("button", name="Write it").click()
    first = (await milo.locator(".wall li").first.get_attribute("data-id")) or ""
    row = bob.locator(f"#words-{first}")
    await row.get_by_label("Caption").fill("By the lock")
    await row.get_by_label(re.compile("What the picture shows")).fill("A white stripe")
    await bob.keyboard.press("Tab")
    await expect(milo.locator(".wall .caption")).to_have_text("By the lock")
    await expect(milo.locator(".wall a.frame").first).to_have_attribute("aria-label", re.compile("A white stripe"))
    await expect(row.locator(".state")).to_contain_text("Saved")
    assert await milo.get_by_role("button", name="Write it").count() == 0, "they are bob's"
    await bob.get_by_text("Pictures", exact=True).first.click()

    # Arranged: by the keyboard, by the menu, by a number, by dragging.
    order = await ids(bob)
    await bob.locator(".wall a.frame").first.focus()
    await bob.keyboard.press("Shift+ArrowRight")
    await expect(tiles(milo).first).to_have_attribute("data-id", order[1])
    await expect(tiles(bob).nth(1).locator("a.frame")).to_be_focused()
    await expect(bob.locator("[aria-live=polite]").filter(has_text=re.compile("picture .?2.? of"))).to_have_count(1)
    await menu(bob, tiles(bob).nth(1), "Move earlier")
    await expect(tiles(milo).first).to_have_attribute("data-id", order[0])
    await menu(bob, tiles(bob).first, "Move to…")
    await bob.locator("dialog input[type=number]").fill("3")
    await bob.locator("dialog button[type=submit]").click()
    await expect(tiles(milo).last).to_have_attribute("data-id", order[0])
    await tiles(bob).last.drag_to(tiles(bob).first, target_position={"x": 10, "y": 60})
    await expect(tiles(milo).first).to_have_attribute("data-id", order[0])
    assert await ids(bob) == await ids(milo) == order

    # A cover, and several at once: down to one, and back again by undo.
    await menu(bob, tiles(bob).nth(1), "Make it the cover")
    await expect(tiles(milo).nth(1).get_by_text("Cover of this gallery")).to_have_count(1)
    await bob.get_by_role("button", name="Select", exact=True).click()
    for at in (0, 2):
        await tiles(bob).nth(at).locator("label").click()
    await expect(bob.get_by_text(re.compile("2.? pictures selected"))).to_be_visible()
    await look(bob, "gallery-selecting")
    async with bob.expect_download() as coming:
        await bob.get_by_role("button", name="Download").click()
    assert (await coming.value).suggested_filename.endswith(".zip")
    await bob.get_by_role("button", name="Select", exact=True).click()
    for at in (0, 2):
        await tiles(bob).nth(at).locator("label").click()
    await bob.get_by_role("button", name="Delete these").click()
    await expect(tiles(milo)).to_have_count(1)
    await bob.locator(".toast button.undo").last.click()
    await expect(tiles(milo)).to_have_count(3)
    assert await ids(milo) == order


async def test_one_picture_large_by_key_and_swipe_and_back(demo: Demo, windows: Windows) -> None:
    pia = await at_wall(demo, windows, "pia")
    await call(pia, "people.change", language="en")
    await pia.reload()
    await expect(tiles(pia)).to_have_count(6)
    await pia.locator(".wall a.frame").nth(1).focus()
    await pia.keyboard.press("Enter")
    await expect(pia.locator(".pswp__caption .said")).to_contain_text("900 years old")
    await expect(pia.locator(".pswp__caption .by")).to_contain_text("Bob")
    await expect(pia.locator(".pswp__img:not(.pswp__img--placeholder)").first).to_be_visible()
    await look(pia, "gallery-large")
    await pia.keyboard.press("ArrowRight")
    await expect(pia.locator(".pswp__caption .said")).to_contain_text("twenty minutes")
    third = (await ids(pia))[2]
    await expect(pia).to_have_url(re.compile(third))
    await pia.keyboard.press("Escape")
    await expect(pia.locator(".pswp")).to_have_count(0)
    await expect(pia).to_have_url(wall_of(demo))
    await expect(tiles(pia).nth(2).locator("a.frame")).to_be_focused()
    # The address leads there, and going back closes it.
    await pia.locator(".wall a.frame").nth(3).click()
    await expect(pia.locator(".pswp__caption .said")).to_contain_text("boulevard")
    await pia.go_back()
    await expect(pia.locator(".pswp")).to_have_count(0)
    luka = await at_wall(demo, windows, "luka", f"{wall_of(demo)}/m/{third}", width=390, height=844, has_touch=True, is_mobile=True)
    await expect(luka.locator(".pswp__caption .said")).to_contain_text("twenty minutes")
    await look(luka, "gallery-large-phone")
    session = await luka.context.new_cdp_session(luka)
    await luka.wait_for_timeout(400)
    await session.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": 330, "y": 400}]})
    for x in range(300, 40, -40):
        await session.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [{"x": x, "y": 402}]})
    await session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    await expect(luka.locator(".pswp__caption .said")).to_contain_text("boulevard")
    # What is taken away while somebody looks at it is gone from their screen.
    place = demo.told["places"]["gallery"]
    fourth = (await ids(pia))[3]
    bob = await windows.sign_in(demo, "bob")
    await call(bob, "file.delete", place=place, file=fourth)
    await expect(luka.locator(".pswp")).to_have_count(0)
    await expect(tiles(luka)).to_have_count(5)
    await call(bob, "file.restore", place=place, file=fourth)
    await expect(tiles(luka)).to_have_count(6)


async def test_too_large_a_picture_is_made_smaller_on_the_device(demo: Demo, windows: Windows) -> None:
    alice = await windows.sign_in(demo, "alice")
    await call(alice, "people.change", language="en")
    page = await at_wall(demo, windows, "alice", await new_wall(demo, alice, "From a phone"))
    sizes: list[int] = []
    page.on("request", lambda request: sizes.append(len(request.post_data_buffer or b"")) if "/api/upload" in request.url else None)
    # A phone lies on its side: 4000 by 3000 pixels, to be turned.
    lying = corpus.saved(corpus.drawn(4000, 3000), "JPEG", exif=corpus.exif(6), quality=95)
    await choose(page, ("IMG_1.jpg", lying))
    await expect(tiles(page)).to_have_count(1)
    await expect(page.locator(".toast")).to_contain_text("made smaller on this device")
    found = await call(page, "file.list", place=page.url.rsplit("/", 1)[1])
    assert (found["files"][0]["width"], found["files"][0]["height"]) == (1920, 2560)
    words: Any = [{"name": "notes.txt", "mimeType": "text/plain", "buffer": b"words"}]
    await page.locator("input[type=file]").first.set_input_files(words)
    await expect(page.locator(".toast").filter(has_text="notes.txt")).to_be_visible()
    await expect(tiles(page)).to_have_count(1)


async def test_a_full_wall_stays_smooth_and_tells_of_a_lost_line(demo: Demo, windows: Windows) -> None:
    alice = await windows.sign_in(demo, "alice")
    await call(alice, "people.change", language="en")
    address = await new_wall(demo, alice, "Very many")
    place = address.rsplit("/", 1)[1]
    made = """async ([place, many]) => {
        const draw = (n) => new Promise((done) => {
            const canvas = document.createElement('canvas');
            [canvas.width, canvas.height] = [60 + (n * 7) % 60, 60];
            const pen = canvas.getContext('2d');
            pen.fillStyle = `hsl(${n * 11} 60% 50%)`;
            pen.fillRect(0, 0, 200, 200);
            canvas.toBlob(done, 'image/png');
        });
        for (let at = 0; at < many; at += 8) await Promise.all(Array.from({length: Math.min(8, many - at)}, async (_, i) => {
            const form = new FormData();
            form.append('file', await draw(at + i), `p${at + i}.png`);
            for (;;) {
                const sent = await fetch(`/api/upload?place=${place}`, {method: 'POST', body: form});
                if (sent.status === 429) { await new Promise((r) => setTimeout(r, 200)); continue; }
                const {upload} = await sent.json();
                const body = JSON.stringify({place, upload, alt: `Picture ${at + i}`});
                if ((await fetch('/api/file.add', {method: 'POST', body})).ok) return;
            }
        }));
    }"""
    windows.allowed = ("429", "503")
    await alice.evaluate(made, [place, 120])
    cable = Cable()
    page = await windows.open(demo)
    await cable.lay(page)
    await page.goto(demo.url)
    await page.locator("input[autocomplete=username]").fill("alice")
    await page.locator("input[type=password]").fill(demo.password("alice"))
    await page.keyboard.press("Enter")
    await expect(page.locator("input[type=password]")).to_have_count(0)
    await page.goto(address)
    await expect(tiles(page)).to_have_count(120)
    assert await page.locator(".wall .menu-trigger").count() < 110, "what is far away is drawn without its menu"
    await page.locator(".wall li").last.scroll_into_view_if_needed()
    await expect(page.locator(".wall li").last.locator(".menu-trigger")).to_have_count(1)
    heights = await tiles(page).evaluate_all("all => all.slice(0, 40).map(e => Math.round(e.getBoundingClientRect().height))")
    assert max(heights) < 420
    windows.allowed = ("429", "503", "WebSocket")
    await cable.pull()
    await expect(page.locator(".gallery .offline")).to_be_visible()
    assert await page.locator(".wall li").count() == 120
    cable.put_back()
    await expect(page.locator(".gallery .offline")).to_have_count(0, timeout=30_000)


@pytest.mark.parametrize(("scheme", "width", "language"), LOOKS)
async def test_accessible_and_inside_the_window(demo: Demo, windows: Windows, scheme: str, width: int, language: str) -> None:
    name = f"{width}-{scheme}-{language}"
    page = await windows.sign_in(demo, "bob", width=width, height=844 if width < 500 else 1026, scheme=scheme, language=language)
    await call(page, "people.change", language=language)
    await page.goto(wall_of(demo))
    await expect(tiles(page)).to_have_count(6)
    await page.wait_for_function("() => [...document.querySelectorAll('.wall img')].slice(0, 3).every(i => i.complete && i.naturalWidth)")
    await look(page, f"gallery-{name}")
    await tiles(page).first.hover()
    await tiles(page).first.locator(".menu-trigger").click()
    await look(page, f"gallery-menu-{name}")
    await page.get_by_role("menuitem", name=re.compile("Move to…|Verplaatsen naar…")).click()
    await look(page, f"gallery-place-{name}")
    await page.keyboard.press("Escape")
    await page.locator(".views label").nth(1).click()
    await expect(page.locator("ol textarea").first).to_be_visible()
    await look(page, f"gallery-words-{name}")
    alice = await windows.sign_in(demo, "alice", width=width)
    await page.goto(await new_wall(demo, alice, f"Nothing yet {name}"))
    await expect(page.locator(".empty")).to_be_visible()
    await look(page, f"gallery-empty-{name}")
    await call(page, "people.change", language="en")


async def test_who_may_only_look_is_told_why_and_a_hidden_picture_leaves_its_reason(demo: Demo, windows: Windows) -> None:
    alice = await windows.sign_in(demo, "alice")
    await call(alice, "people.change", language="en")
    address = await new_wall(demo, alice, "Only to look at")
    place = address.rsplit("/", 1)[1]
    alice = await at_wall(demo, windows, "alice", address)
    await choose(alice, ("one.jpg", photo("white", 900, 600)))
    await expect(tiles(alice)).to_have_count(1)
    rows = [{"subject": "role:teacher", "rights": ["read", "add", "edit"]}, {"subject": "role:pupil", "rights": ["read"]}]
    await call(alice, "rights.set", place=place, rows=rows)
    milo = await at_wall(demo, windows, "milo", address)
    await expect(milo.locator(".gallery .closed")).to_be_visible()
    assert await milo.get_by_role("button", name=re.compile("Add pictures|Foto’s toevoegen")).count() == 0
    bob = await at_wall(demo, windows, "bob", address)
    await menu(bob, tiles(bob).first, re.compile("Hide"))
    await bob.locator("dialog input").fill("Ask first.")
    await bob.locator("dialog button[type=submit]").click()
    await expect(milo.locator(".wall .veil")).to_contain_text("Ask first.")
    await look(milo, "gallery-hidden")
    windows.allowed = ("404",)
    answer = await milo.request.get(f"{demo.url}/files/{(await ids(bob))[0]}/320")
    assert answer.status == 404
