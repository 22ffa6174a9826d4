"""Letters and the bell in three windows: a teacher of one school, pupils of both. Who is written to sees it at once; who is not, never."""

import pytest
from playwright.async_api import Page, expect

from tests.browser.conftest import Demo, Windows
from tests.browser.test_every_screen import LOOKS, look


def mailbox(demo: Demo) -> str:
    return f"{demo.url}/s/{demo.told['space']}/p/{demo.told['places']['mailbox']}"


async def speak(page: Page, language: str) -> None:
    """As the person would under their account."""
    script = "l => fetch('/api/people.change', {method: 'POST', body: JSON.stringify({language: l})}).then(r => r.status)"
    assert await page.evaluate(script, language) == 200


async def write(page: Page, to: str, subject: str, text: str) -> None:
    await page.get_by_role("button", name="New letter").click()
    await page.get_by_role("button", name="Choose", exact=True).click()
    dialog = page.get_by_role("dialog")
    await dialog.get_by_label("Search").fill(to)
    await dialog.get_by_role("checkbox").first.check()
    await page.keyboard.press("Enter")
    await expect(dialog).to_have_count(0)
    await page.get_by_label("Subject").fill(subject)
    await page.get_by_label("Your letter").fill(text)


@pytest.mark.story
async def test_a_letter_goes_from_one_school_to_the_other(demo: Demo, windows: Windows) -> None:
    pia = await windows.sign_in(demo, "pia")
    milo = await windows.sign_in(demo, "milo")
    bob = await windows.sign_in(demo, "bob", width=390, height=844)
    for page in (pia, milo, bob):
        await speak(page, "en")
    await pia.goto(mailbox(demo))
    await milo.goto(demo.chat)
    await bob.goto(mailbox(demo))
    await bob.get_by_role("button", name="With pupils").click()

    await write(pia, "Milo", "The heron", "It came back this morning.")
    await expect(pia.get_by_text("may read it too")).to_be_visible()
    await expect(pia.get_by_text("Saved as a draft")).to_be_visible()
    await pia.reload()
    await pia.get_by_role("button", name="Drafts").click()
    await pia.get_by_role("button", name="The heron").click()
    await expect(pia.get_by_label("Your letter")).to_have_value("It came back this morning.")
    await pia.get_by_role("button", name="Send", exact=True).click()
    await expect(pia.get_by_role("article").get_by_text("It came back this morning.")).to_be_visible()

    await milo.get_by_role("button", name="News for you").click()
    told = milo.get_by_role("link", name="Pia Claes").first
    await expect(told).to_be_visible()
    await expect(milo.get_by_text("It came back")).to_have_count(0)
    await told.click()
    await expect(milo.get_by_role("article").get_by_text("It came back this morning.")).to_be_visible()
    await milo.get_by_role("button", name="Answer", exact=True).last.click()
    await expect(milo.get_by_label("Subject")).to_have_value("Re: The heron")
    await milo.get_by_label("Your letter").fill("Ours too!")
    await milo.get_by_role("button", name="Send", exact=True).click()
    await expect(pia.get_by_role("article").get_by_text("Ours too!")).to_be_visible()

    # bob was not written to; as a teacher he reads letters with pupils, and keeps order.
    await bob.get_by_role("link", name="The heron").first.click()
    await expect(bob.get_by_role("article").get_by_text("Ours too!")).to_be_visible()
    answered = bob.get_by_role("article").filter(has_text="Ours too!")
    await answered.get_by_role("button").first.click()
    await bob.get_by_role("menuitem", name="Hide").click()
    await bob.get_by_label("Reason").fill("Without bragging.")
    await bob.get_by_role("button", name="Hide", exact=True).click()
    for page in (pia, milo):
        await expect(page.get_by_text("Without bragging.")).to_be_visible()
        await expect(page.get_by_text("Ours too!")).to_have_count(0)
    await expect(bob.get_by_role("article").get_by_text("Ours too!")).to_be_visible()
    await bob.get_by_role("article").filter(has_text="Without bragging.").get_by_role("button").first.click()
    await bob.get_by_role("menuitem", name="Show again").click()
    for page in (pia, milo, bob):
        await expect(page.get_by_role("article").get_by_text("Ours too!")).to_be_visible()


@pytest.mark.parametrize(("scheme", "width", "language"), LOOKS)
async def test_the_mailbox_and_the_bell_look_right(demo: Demo, windows: Windows, scheme: str, width: int, language: str) -> None:
    name = f"{width}-{scheme}-{language}"
    page = await windows.sign_in(demo, "alice", width=width, height=844 if width < 500 else 1026, scheme=scheme, language=language)
    await speak(page, language)
    await page.goto(mailbox(demo))
    await expect(page.locator(".rows a").first).to_be_visible()
    await look(page, f"letters-{name}")
    await page.locator(".rows a").last.click()
    await expect(page.locator("article").first).to_be_visible()
    await look(page, f"letters-thread-{name}")
    await page.goto(mailbox(demo))
    await page.locator(".list header button:has(svg.lucide-pen-line)").click()
    await look(page, f"letters-new-{name}")
    await page.locator(".to button").last.click()
    await expect(page.locator("dialog[open] fieldset").first).to_be_visible()
    await look(page, f"letters-pick-{name}")
    await page.goto(f"{demo.url}/bell")
    await expect(page.locator("main h1")).to_be_visible()
    await look(page, f"bell-{name}")
    if width > 720:
        await page.goto(mailbox(demo))
        await page.locator(".bell button").click()
        await expect(page.locator(".bell-panel")).to_be_visible()
        await look(page, f"bell-panel-{name}")
