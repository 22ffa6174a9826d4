"""The archive in the browser: sending by picker and by dropping, refusals before sending, preview, versions, several at once, undo."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Locator, Page, expect

from tests.browser.conftest import Demo, Windows
from tests.browser.test_every_screen import LOOKS, look

BESIDE = "async ([m, p]) => { const r = await fetch('/api/' + m, {method: 'POST', body: p}); return [r.status, await r.json()] }"
DROP = """([name, type, text]) => {
  const files = new DataTransfer();
  files.items.add(new File([text], name, {type}));
  const on = document.querySelector('.archive');
  for (const what of ['dragenter', 'dragover', 'drop']) on.dispatchEvent(new DragEvent(what, {dataTransfer: files, bubbles: true}));
}"""


def archive_of(demo: Demo) -> str:
    return f"{demo.url}/s/{demo.told['space']}/p/{demo.told['places']['archive']}"


async def call(page: Page, method: str, **params: Any) -> Any:
    """A command as the person of this window, beside the screen."""
    status, answer = await page.evaluate(BESIDE, [method, json.dumps(params)])
    assert status == 200, answer
    return answer


async def at_archive(demo: Demo, windows: Windows, username: str, address: str | None = None, **how: Any) -> Page:
    page = await windows.sign_in(demo, username, **how)
    await page.goto(address or archive_of(demo))
    await expect(page.locator("#archive-title")).not_to_be_empty()
    return page


async def new_archive(demo: Demo, alice: Page, title: str) -> str:
    place = (await call(alice, "archive.make", space=demo.told["space"], title=title))["place"]["id"]
    return f"{demo.url}/s/{demo.told['space']}/p/{place}"


def row(page: Page, name: str) -> Locator:
    return page.locator("tr[data-file]").filter(has_text=name)


async def pick(page: Page, *files: Path) -> None:
    await page.locator("header input[type=file]").set_input_files(list(files))


async def test_files_are_sent_seen_by_all_replaced_and_taken_back(demo: Demo, windows: Windows, tmp_path: Path) -> None:
    alice = await at_archive(demo, windows, "alice")
    address = await new_archive(demo, alice, "Bridges")
    pia, milo = await at_archive(demo, windows, "pia", address), await at_archive(demo, windows, "milo", address)
    await expect(pia.locator(".empty")).to_be_visible()
    one, two, big, empty = (tmp_path / name for name in ("Bridge 2.txt", "Bridge 10.csv", "Film.zip", "nothing.txt"))
    one.write_text("Fourteen lamps.\n")
    two.write_text("bridge,lamps\nnorth,14\n")
    big.write_bytes(b"PK\x03\x04" + bytes(5 * 1024 * 1024))
    empty.write_bytes(b"")
    sent: list[str] = []
    pia.on("request", lambda request: sent.append(request.url) if "/api/upload" in request.url else None)
    await pick(pia, one, two, big, empty)
    for page in (pia, milo):
        await expect(row(page, "Bridge 2.txt")).to_have_count(1)
        await expect(row(page, "Bridge 10.csv")).to_have_count(1)
    await expect(pia.locator(".uploads .error")).to_have_count(2)
    await expect(pia.locator(".uploads .error").first).to_contain_text("5,01")
    assert len(sent) == 2, "what is too large or empty is refused before it is sent"
    await expect(milo.locator("tr[data-file] .title")).to_have_text(["Bridge 2.txt", "Bridge 10.csv"])

    await pia.evaluate(DROP, ["Dropped.txt", "text/plain", "from far away"])
    await expect(row(milo, "Dropped.txt")).to_have_count(1)

    await row(milo, "Bridge 2.txt").locator("button.title").click()
    await expect(milo.locator("dialog[open] pre")).to_have_text("Fourteen lamps.\n")
    await milo.keyboard.press("Escape")
    await row(milo, "Bridge 10.csv").locator("button.title").click()
    await milo.locator("dialog[open] header").click()
    await milo.keyboard.press("ArrowRight")
    await expect(milo.locator("dialog[open] pre")).to_have_text("from far away")
    await milo.keyboard.press("Escape")

    one.write_text("Fifteen lamps.\n")
    await row(pia, "Bridge 2.txt").locator("input[type=file]").set_input_files(one)
    await expect(row(milo, "Bridge 2.txt").locator(".version")).to_be_visible()
    await row(pia, "Bridge 2.txt").locator(".version").click()
    await expect(pia.locator("dialog[open] li")).to_have_count(2)
    await pia.locator("dialog[open] li").last.get_by_role("button").click()
    await expect(pia.locator("dialog[open] li")).to_have_count(3)
    await pia.keyboard.press("Escape")

    assert await row(milo, "Bridge 2.txt").locator(".menu-trigger").count() == 1
    await row(milo, "Bridge 2.txt").locator(".menu-trigger").click()
    assert await milo.get_by_role("menuitem").count() >= 2, "download, versions, report; not delete"
    assert await milo.get_by_role("menuitem", name=re.compile("Delete|Verwijderen")).count() == 0
    await milo.keyboard.press("Escape")

    await pia.locator("thead input[type=checkbox]").check()
    await pia.locator(".chosen button.bad").click()
    for page in (pia, milo):
        await expect(page.locator("tr[data-file]")).to_have_count(0)
    await pia.locator(".toast button.undo").click()
    for page in (pia, milo):
        await expect(page.locator("tr[data-file]")).to_have_count(3)


async def test_the_list_sorts_and_a_zip_holds_what_is_chosen(demo: Demo, windows: Windows) -> None:
    bob = await at_archive(demo, windows, "bob")
    await expect(bob.locator("tr[data-file]")).to_have_count(4)
    await bob.locator("th.size button").click()
    await expect(bob.locator("th.size")).to_have_attribute("aria-sort", "descending")
    sizes = await bob.locator("tr[data-file] td.size").all_inner_texts()
    assert len(sizes) == 4
    for box in (0, 1):
        await bob.locator("tr[data-file] input[type=checkbox]").nth(box).check()
    async with bob.expect_download() as coming:
        await bob.locator(".chosen button").first.click()
    download = await coming.value
    assert download.suggested_filename.endswith(".zip")
    await row(bob, "Our week.pdf").locator("button.title").click()
    await expect(bob.locator("dialog[open] iframe")).to_be_visible()
    await bob.keyboard.press("Escape")


@pytest.mark.parametrize(("scheme", "width", "language"), LOOKS)
async def test_it_looks_right_everywhere(demo: Demo, windows: Windows, scheme: str, width: int, language: str) -> None:
    name = f"{width}-{scheme}-{language}"
    page = await at_archive(demo, windows, "alice", width=width, height=844 if width < 500 else 1026, scheme=scheme, language=f"{language}")
    await page.evaluate(
        "l => fetch('/api/people.change', {method: 'POST', body: JSON.stringify({language: l})}).then(r => r.status)", language
    )
    await page.reload()
    await expect(page.locator("tr[data-file]")).to_have_count(4)
    await look(page, f"archive-{name}")
    await page.locator("tr[data-file] input[type=checkbox]").first.check()
    await row(page, "Our week.pdf").locator(".menu-trigger").click()
    await look(page, f"archive-menu-{name}")
    await page.keyboard.press("Escape")
    await row(page, "Measurements.csv").locator("button.title").click()
    await expect(page.locator("dialog[open] pre")).to_be_visible()
    await look(page, f"archive-preview-{name}")
    await page.keyboard.press("Escape")
    if (scheme, width) in (("light", 1400), ("dark", 390)):
        address = await new_archive(demo, page, f"Nothing yet {name}")
        await page.goto(address)
        await expect(page.locator(".empty")).to_be_visible()
        await look(page, f"archive-empty-{name}")
