"""Keeping order in three windows: a pupil reports, a teacher of the other school sees it at once and acts, whom it is about is told."""

import re

import pytest
from playwright.async_api import Page, expect

from tests.browser.conftest import Demo, Windows
from tests.browser.test_every_screen import LOOKS, look
from tests.browser.test_first_light import line, say
from tests.browser.test_forum import call, in_english

AT_ONCE = 2_000
"""Milliseconds in which everybody has heard of it."""


def order(demo: Demo, tab: str = "") -> str:
    return f"{demo.url}/s/{demo.told['space']}/order{tab and '/'}{tab}"


async def in_room(demo: Demo, windows: Windows, username: str, **how: int) -> Page:
    page = await in_english(demo, windows, username, **how)
    await page.goto(demo.chat)
    await expect(page.locator("textarea")).to_be_visible()
    return page


async def actions_of(page: Page, text: str, action: str) -> None:
    await line(page, text).locator("button.more").click()
    await page.get_by_role("button", name=action).click()


async def test_reported_frozen_hidden_and_answered(demo: Demo, windows: Windows) -> None:
    bob = await in_english(demo, windows, "bob")
    await bob.goto(order(demo))
    await expect(bob.get_by_role("heading", name="Keeping order")).to_be_visible()
    pia, milo = await in_room(demo, windows, "pia"), await in_room(demo, windows, "milo", width=390, height=844)
    await say(milo, "Your drawing is a potato.")
    await expect(line(pia, "a potato")).to_have_count(1)
    await actions_of(pia, "a potato", "Report…")
    await expect(pia.get_by_text("Read by the teachers of both schools.")).to_be_visible()
    await pia.get_by_label("What is wrong?").fill("He says this every day.")
    await pia.get_by_role("button", name="Send report").click()
    await expect(bob.get_by_text("He says this every day.")).to_be_visible(timeout=AT_ONCE)
    await expect(pia.get_by_text("Thank you for telling us.")).to_be_visible()
    await pia.get_by_role("button", name="My reports").click()
    await expect(pia.get_by_text("A teacher will look at it").first).to_be_visible()
    await bob.get_by_role("link", name="He says this every day.").click()
    marked = bob.locator("li.reported")
    await expect(marked).to_contain_text("Your drawing is a potato.")
    await expect(marked).to_contain_text("This was reported")
    await bob.get_by_role("button", name="Hide now").click()
    await bob.get_by_role("button", name="This was not kind.").click()
    await bob.locator("dialog").get_by_role("button", name="Hide now").click()
    await expect(milo.get_by_text("This was not kind.")).to_be_visible(timeout=AT_ONCE)
    await expect(line(milo, "a potato")).to_have_count(0)
    # What was frozen stays, whatever became of the message.
    await bob.reload()
    await expect(marked).to_contain_text("Your drawing is a potato.")
    await bob.get_by_role("button", name="Close…").click()
    await bob.get_by_label("Answer to whoever reported it").fill("Thank you, Pia. We talked with him.")
    await bob.get_by_role("button", name="Close the report").click()
    await expect(bob.get_by_role("button", name="Take it up again")).to_be_visible()
    await expect(pia.get_by_text("Thank you, Pia. We talked with him.")).to_be_visible(timeout=AT_ONCE)
    await pia.get_by_role("button", name="News for you").click()
    await pia.get_by_role("link", name="Your report was answered").first.click()
    await expect(pia.locator("li.lit")).to_contain_text("We talked with him.")


async def test_about_the_only_other_teacher_nobody_reads(demo: Demo, windows: Windows) -> None:
    bob, alice = await in_english(demo, windows, "bob"), await in_english(demo, windows, "alice")
    await alice.goto(order(demo))
    await expect(alice.get_by_role("heading", name="Keeping order")).to_be_visible()
    await bob.goto(f"{demo.url}/s/{demo.told['space']}/team")
    await bob.get_by_role("button", name="Alice Vermeulen").click()
    await bob.get_by_role("menuitem", name="Report…").click()
    await expect(bob.get_by_text("not by Alice Vermeulen.")).to_be_visible()
    await bob.get_by_label("What is wrong?").fill("Only for the others.")
    await bob.get_by_role("button", name="Send report").click()
    await expect(bob.get_by_text("At the moment no teacher here can read this.")).to_be_visible()
    await expect(bob.get_by_text("Please talk to an adult you trust.")).to_be_visible()
    await look(bob, "order-no-reader")
    await bob.get_by_role("button", name="My reports").click()
    await expect(bob.get_by_text("Only for the others.")).to_be_visible()
    await alice.reload()
    await expect(alice.get_by_text("We eat this at home.")).to_be_visible()
    await expect(alice.get_by_text("Only for the others.")).to_have_count(0)


async def test_a_time_out_and_looking_first(demo: Demo, windows: Windows) -> None:
    bob, pia = await in_room(demo, windows, "bob"), await in_room(demo, windows, "pia", width=820, height=1026)
    milo = await in_room(demo, windows, "milo", width=390, height=844)
    await say(milo, "First of the morning.")
    await milo.locator("textarea").fill("A line that I began")
    await expect(line(bob, "First of the morning.")).to_have_count(1)
    await actions_of(bob, "First of the morning.", "Time-out…")
    await bob.get_by_role("radio", name="5 minutes").check(force=True)
    await bob.get_by_role("button", name="Let the others speak too.").click()
    await bob.get_by_role("button", name="Give the time-out").click()
    await expect(milo.get_by_text("You have a time-out until")).to_be_visible(timeout=AT_ONCE)
    await expect(milo.get_by_text("Let the others speak too.")).to_be_visible()
    await expect(milo.locator("textarea")).to_have_count(0)
    await look(milo, "order-quiet-390")
    await bob.get_by_role("button", name="Undo").click()
    await expect(milo.locator("textarea")).to_have_value("A line that I began", timeout=AT_ONCE)
    await actions_of(bob, "First of the morning.", "Look first at what they write")
    await expect(milo.get_by_text("A teacher looks at what you write first.")).to_be_visible(timeout=AT_ONCE)
    await milo.locator("textarea").press("Enter")
    mine = milo.get_by_role("list", name="What you wrote and a teacher has not let through")
    await expect(mine).to_contain_text("A line that I began")
    await expect(milo.locator("textarea")).to_have_value("")
    await look(milo, "order-waits-390")
    await bob.get_by_role("link", name="Keeping order").click()
    await bob.get_by_role("link", name="Waiting").click()
    card = bob.get_by_role("listitem").filter(has_text="A line that I began")
    await expect(line(pia, "A line that I began")).to_have_count(0)
    await card.get_by_role("button", name="Let through").click()
    await expect(line(pia, "A line that I began")).to_have_count(1, timeout=AT_ONCE)
    await expect(mine).to_have_count(0)
    await say(milo, "And my address is")
    await bob.get_by_role("button", name="Refuse what Milo Beridze wrote…").click()
    await bob.get_by_role("button", name="Leave out names and addresses.").click()
    await bob.get_by_role("button", name="Don’t let through").click()
    await expect(mine).to_contain_text("Leave out names and addresses.")
    await milo.get_by_role("button", name="Put away").click()
    await expect(mine).to_have_count(0)
    await bob.get_by_role("link", name="Time-outs").click()
    await bob.get_by_role("button", name="Don’t look first any more at what Milo Beridze writes").click()
    await expect(milo.get_by_text("A teacher looks at what you write first.")).to_have_count(0)
    await bob.get_by_role("link", name="Record").click()
    await expect(bob.get_by_text(re.compile("no longer looks first at what .*Milo Beridze"))).to_be_visible()
    await expect(line(pia, "And my address is")).to_have_count(0)


async def test_what_a_held_pupil_writes_anywhere_waits(demo: Demo, windows: Windows) -> None:
    luka = await in_english(demo, windows, "luka")
    places, space = demo.told["places"], demo.told["space"]
    await luka.goto(f"{demo.url}/s/{space}/p/{places['pinboard']}")
    await luka.get_by_role("button", name="Pin a note").first.click()
    await luka.locator("dialog textarea").fill("A map of the harbour")
    await luka.locator("dialog button[type=submit]").click()
    mine = luka.get_by_role("list", name="What you wrote and a teacher has not let through")
    await expect(mine).to_contain_text("A map of the harbour")
    await luka.goto(f"{demo.url}/s/{space}/p/{places['forum']}")
    await luka.get_by_role("button", name="New topic").click()
    await luka.get_by_label("What is it about?").fill("How deep is it?")
    await luka.get_by_label("Your message").fill("Who has a long stick?")
    await luka.get_by_role("button", name="Start the topic").click()
    await expect(mine).to_contain_text("Who has a long stick?")
    await luka.goto(f"{demo.url}/s/{space}/p/{places['mailbox']}")
    told = await call(luka, "letters.send", space=space, to=["role:teacher"], subject="My photo", text="Where is it?")
    assert set(told) == {"waiting", "seq"}
    await expect(mine).to_contain_text("Where is it?")
    await mine.get_by_role("button", name="Take back").click()
    await expect(mine).to_have_count(0)


@pytest.mark.parametrize(("scheme", "width", "language"), LOOKS)
async def test_the_screens_of_order_look_right(demo: Demo, windows: Windows, scheme: str, width: int, language: str) -> None:
    name = f"{width}-{scheme}-{language}"
    page = await windows.sign_in(demo, "alice", width=width, height=844 if width < 500 else 1026, scheme=scheme, language=language)
    await call(page, "people.change", language=language)
    await page.goto(order(demo))
    await expect(page.locator("main li a").first).to_be_visible()
    await look(page, f"order-reports-{name}")
    await page.locator("main li a").first.click()
    await expect(page.locator("li.reported")).to_be_visible()
    await look(page, f"order-report-{name}")
    await page.get_by_role("button", name="Time-out…").click()
    await expect(page.locator("dialog[open]")).to_be_visible()
    await look(page, f"order-time-out-{name}")
    for tab in ("waiting", "record"):
        await page.goto(order(demo, tab))
        await expect(page.locator("main li").first).to_be_visible()
        await look(page, f"order-{tab}-{name}")
