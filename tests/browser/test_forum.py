"""A forum and the search in three windows: a pupil asks, one of the other school answers, a teacher keeps order."""

from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Page, expect

from tests.browser.conftest import Demo, Windows
from tests.browser.test_every_screen import LOOKS, look


async def call(page: Page, method: str, **params: Any) -> Any:
    """A command as the person signed in there."""
    return await page.evaluate(
        "([m, p]) => fetch('/api/' + m, {method: 'POST', body: JSON.stringify(p)}).then(r => r.json())", [method, params]
    )


async def in_english(demo: Demo, windows: Windows, username: str, **how: Any) -> Page:
    """A window of somebody who reads English here, whatever they chose."""
    page = await windows.sign_in(demo, username, **how)
    await call(page, "people.change", language="en")
    await page.reload()
    return page


async def forum_of(demo: Demo, page: Page, title: str) -> str:
    made = await call(page, "forum.make", space=demo.told["space"], title=title)
    return f"{demo.url}/s/{demo.told['space']}/p/{made['place']['id']}"


@pytest.mark.story
async def test_asking_answering_and_keeping_order(demo: Demo, windows: Windows) -> None:
    alice = await in_english(demo, windows, "alice")
    forum = await forum_of(demo, alice, "Questions about the river")
    pia, milo = await in_english(demo, windows, "pia"), await in_english(demo, windows, "milo", width=390, height=844)
    for page in (alice, pia, milo):
        await page.goto(forum)
        await expect(page.get_by_text("Nobody has asked anything yet")).to_be_visible()
    await pia.get_by_role("button", name="New topic").click()
    await pia.get_by_label("What is it about?").fill("How warm is your river?")
    await pia.get_by_label("Your message").fill("Ours has 11 degrees.")
    await pia.get_by_role("button", name="Start the topic").click()
    await expect(pia.locator("h1")).to_have_text("How warm is your river?")
    row = milo.get_by_role("link", name="How warm is your river?")
    await expect(row).to_contain_text("New:")
    await row.click()
    await milo.get_by_label("Your answer").fill("14 degrees, near the bridge.")
    await milo.get_by_role("button", name="Answer", exact=True).click()
    await expect(pia.locator("li", has_text="near the bridge")).to_be_visible()
    await expect(alice.get_by_role("link", name="How warm is your river?")).to_contain_text("one answer")
    await pia.locator("li", has_text="11 degrees").get_by_role("button").click()
    await pia.get_by_role("menuitem", name="Change").click()
    await pia.get_by_role("textbox", name="Your message").fill("Ours has 12 degrees.")
    await pia.get_by_role("button", name="Save").click()
    await expect(milo.locator("li", has_text="12 degrees")).to_be_visible()
    await milo.get_by_role("button", name="Follow").click()
    await expect(milo.get_by_role("button", name="Follow")).to_have_attribute("aria-pressed", "true")
    await alice.get_by_role("link", name="How warm is your river?").click()
    await alice.locator("li", has_text="near the bridge").get_by_role("button").click()
    await alice.get_by_role("menuitem", name="Hide").click()
    await alice.get_by_label("Reason").fill("Not measured.")
    await alice.get_by_role("button", name="Hide", exact=True).click()
    for page in (pia, milo):
        await expect(page.get_by_text("Not measured.")).to_be_visible()
        await expect(page.get_by_text("near the bridge")).to_have_count(0)
    await alice.get_by_role("button", name="What you can do with").click()
    await alice.get_by_role("menuitem", name="Close the topic").click()
    for page in (pia, milo):
        await expect(page.get_by_text("This topic is closed. You can still read it.")).to_be_visible()
    await alice.get_by_role("button", name="What you can do with").click()
    await alice.get_by_role("menuitem", name="Delete the topic").click()
    for page in (pia, milo):
        await expect(page.get_by_text("This topic is not here any more")).to_be_visible()
    await alice.get_by_role("button", name="Undo").click()
    for page in (pia, milo):
        await expect(page.locator("h1")).to_have_text("How warm is your river?")


async def test_search_by_keyboard_goes_there(demo: Demo, windows: Windows) -> None:
    pia = await in_english(demo, windows, "pia")
    await pia.goto(demo.chat)
    await expect(pia.locator("textarea")).to_be_visible()
    await call(pia, "chat.say", place=demo.told["places"]["chat"], text="A wombat by the weir, said pia.")
    await expect(pia.get_by_text("A wombat by the weir")).to_be_visible()
    await pia.locator("h1").focus()
    await pia.keyboard.press("/")
    await pia.keyboard.type("w")
    await expect(pia.get_by_text("Type one more letter.")).to_be_visible()
    await pia.wait_for_timeout(1500)
    await pia.keyboard.type("ombat wei")
    await expect(pia.locator("dialog mark").first).to_have_text("wombat")
    await pia.keyboard.press("ArrowDown")
    await pia.keyboard.press("Enter")
    await expect(pia.locator("dialog[open]")).to_have_count(0)
    assert "/m/" in pia.url
    await pia.keyboard.press("Control+k")
    await pia.keyboard.type("quokka")
    await expect(pia.locator("dialog").get_by_text("Nothing found for")).to_be_visible()


@pytest.mark.parametrize(("scheme", "width", "language"), LOOKS)
async def test_accessible_and_inside_the_window(demo: Demo, windows: Windows, scheme: str, width: int, language: str) -> None:
    name = f"{width}-{scheme}-{language}"
    page = await windows.sign_in(demo, "alice", width=width, height=844 if width < 500 else 1026, scheme=scheme, language=language)
    await call(page, "people.change", language=language)
    forum = await forum_of(demo, page, "Questions about the river")
    place = Path(forum).name
    await page.goto(forum)
    await expect(page.locator("main h2")).to_be_visible()
    await look(page, f"forum-empty-{name}")
    talk = [
        ("How warm is your river?", "Ours has 11 degrees today. We measured it near the lock, at 8:30."),
        ("Which fish do you know?", "We know the pike."),
    ]
    topics = [await call(page, "forum.start", place=place, title=title, text=text) for title, text in talk]
    topic, first = topics[0]["topic"]["id"], topics[0]["post"]["id"]
    await call(page, "forum.answer", place=place, topic=topic, text="And in the evening?\nIs it warmer then?", quote=first)
    hidden = await call(page, "forum.answer", place=place, topic=topic, text="Taken back")
    await call(page, "forum.withdraw", place=place, post=hidden["post"]["id"])
    await call(page, "forum.pin", place=place, topic=topic, on=True)
    await call(page, "forum.follow", place=place, topic=topic, on=True)
    await call(page, "forum.close", place=place, topic=topics[1]["topic"]["id"], on=True)
    await expect(page.locator("main ul a")).to_have_count(2)
    await look(page, f"forum-{name}")
    await page.locator("main ul a").first.click()
    await expect(page.locator("main ol li")).to_have_count(3)
    await look(page, f"forum-topic-{name}")
    await page.goto(f"{forum}/m/{first}")
    await expect(page.locator("li.lit")).to_be_visible()
    await page.keyboard.press("Control+k")
    await look(page, f"search-begin-{name}")
    await page.wait_for_timeout(1200)
    await page.keyboard.type("river")
    await expect(page.locator("dialog mark").first).to_be_visible()
    await look(page, f"search-{name}")
