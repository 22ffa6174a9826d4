"""From an empty data directory to a space with two schools in it, as the people concerned click it, with a real mail server.

An operator sets the installation up and appoints two support desks; two teachers register, are confirmed, find each other, become
contacts and found a project; both desks approve; the space opens. Nobody types an address that no mail or screen led to.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from playwright.async_api import Page, expect

from tests.browser.conftest import Demo, Windows
from tests.browser.test_first_run import nothing_yet, set_up
from tests.mailbox import Mailbox, link_in, open_mailbox, text_of

SHORT = 15_000
"""Milliseconds in which everybody has heard of it."""
SECRET = "a kite over {} towns"


@dataclass
class Teacher:
    """Somebody who registers: `country` and `town` as the form lists them."""

    name: str
    email: str
    username: str
    country: str
    town: str
    school: str

    @property
    def password(self) -> str:
        return SECRET.format(self.username)


MARIE = Teacher("Marie Peeters", "marie@example.org", "marie", "BE", "Gent", "De Waterlelie")
TAMAR = Teacher("Tamar Beridze", "tamar@example.org", "tamar", "GE", "Batumi", "Batumi School No. 3")
DESKS = {"BE": ("Nora Janssens", "nora@example.org", "Belgium"), "GE": ("Irakli Shengelia", "irakli@example.org", "Georgia")}


async def press(page: Page, name: str | re.Pattern[str]) -> None:
    await page.get_by_role("button", name=name, exact=isinstance(name, str)).click()


async def at_home(page: Page, started: Demo, tab: str) -> None:
    """The operator goes to a tab of the installation, by the menu the first time."""
    await page.get_by_role("navigation", name="This installation").get_by_role("link", name=tab).click()
    await expect(page).to_have_url(f"{started.url}/installation/{tab.lower()}")


async def add_schools(page: Page, started: Demo) -> None:
    await at_home(page, started, "Schools")
    for one, zone in ((MARIE, "Europe/Brussels"), (TAMAR, "Asia/Tbilisi")):
        await press(page, "Add a school")
        dialog = page.locator("dialog[open]")
        await dialog.get_by_label("Official name").fill(one.school)
        await dialog.get_by_label("Place").fill(one.town)
        await dialog.get_by_label("Country").select_option(one.country)
        await dialog.get_by_label("Time zone").select_option(zone)
        if one is TAMAR:
            await dialog.get_by_title("Marigold").click()
        await dialog.get_by_role("button", name="Add", exact=True).click()
        await expect(page.locator("ul.rows").get_by_text(one.school)).to_be_visible()


async def open_desks(page: Page, started: Demo) -> None:
    """Adds a person for each country, opens the desk and appoints them."""
    await at_home(page, started, "People")
    for name, email, _ in DESKS.values():
        await press(page, "Add a grown-up")
        dialog = page.locator("dialog[open]")
        await dialog.get_by_label("Name", exact=True).fill(name)
        await dialog.get_by_label("Mail address").fill(email)
        await press(page, "Add and send the mail")
        await expect(page.locator("ul.rows").get_by_text(name)).to_be_visible()
    await at_home(page, started, "Support")
    for country, (name, _, _) in DESKS.items():
        await press(page, "Add an organisation")
        dialog = page.locator("dialog[open]")
        await dialog.get_by_label("Country").select_option(country)
        await dialog.get_by_label("What it is called").fill(f"Support of {country}")
        await dialog.get_by_role("button", name="Add", exact=True).click()
        desk = page.locator(".desks > li").filter(has_text=f"Support of {country}")
        await desk.get_by_role("button", name="Appoint somebody").click()
        await page.locator("dialog[open]").get_by_label("Find somebody").fill(name.split()[0])
        await page.locator("dialog[open]").get_by_role("button", name=f"Appoint: {name}").click()
        await expect(desk.get_by_text(name)).to_be_visible()


async def first_password(windows: Windows, started: Demo, mailbox: Mailbox, email: str) -> Page:
    """Somebody whom the operator has added opens the mail, chooses a password and signs in."""
    mail = await mailbox.wait(email)
    page = await windows.open(started)
    await page.goto(link_in(mail))
    await page.get_by_label("New password").fill(SECRET.format(email))
    await press(page, "Keep the new password")
    await press(page, "Sign in")
    await page.locator("input[autocomplete=username]").fill(email.partition("@")[0])
    await page.locator("input[type=password]").fill(SECRET.format(email))
    await page.keyboard.press("Enter")
    await expect(page.locator("input[type=password]")).to_have_count(0)
    await expect(page.locator("main h1")).to_be_visible()
    return page


async def register(windows: Windows, started: Demo, mailbox: Mailbox, who: Teacher) -> Page:
    """From the sign-in page to being in."""
    page = await windows.open(started)
    await page.goto(f"{started.url}/welcome")
    await page.locator("main").get_by_role("link", name="Register", exact=True).click()
    await page.get_by_label("Mail address").fill(who.email)
    await page.get_by_label("User name").fill(who.username)
    await page.get_by_label("Password", exact=True).fill(who.password)
    await press(page, "Send me the mail")
    mail = await mailbox.wait(who.email)
    assert who.password not in text_of(mail)
    await page.goto("about:blank")  # a link in a mail opens a page of its own
    await page.goto(link_in(mail))
    await page.get_by_label("Country *").select_option(who.country)
    await page.get_by_label("Place", exact=True).select_option(who.town)
    await page.locator("main ul li").filter(has_text=who.school).get_by_role("button").click()
    await press(page, "Next")
    await page.get_by_label("Your name *").fill(who.name)
    await page.get_by_label("Your function *").select_option("teacher")
    await page.get_by_text("Geography", exact=True).click()
    await press(page, "Next")
    await page.locator("label").get_by_text("English", exact=True).click()
    await press(page, "Next")
    await page.get_by_label("Your password, once more").fill(who.password)
    await press(page, "Send")
    await expect(page.get_by_role("heading", name=re.compile("^Welcome, "))).to_be_visible()
    await press(page, "Go in")
    await expect(page.locator("main h1")).to_be_visible()
    return page


async def become_contacts(marie: Page, tamar: Page, started: Demo) -> None:
    await tamar.goto(f"{started.url}/contacts")
    await marie.get_by_role("button", name="account menu").click()
    await marie.get_by_role("menuitem", name="My contacts").click()
    await marie.get_by_label("Find teachers").fill("batumi")
    await marie.get_by_role("button", name=re.compile("^Ask .* to be your contact$")).click()
    await marie.get_by_label("A word to go with it").fill("Shall our classes meet at the river?")
    await marie.locator("dialog").get_by_role("button", name="Send").click()
    await expect(tamar.get_by_text("Shall our classes meet at the river?")).to_be_visible(timeout=SHORT)
    await tamar.get_by_role("button", name=re.compile("^(Yes, a|A)ccept ")).click()
    await expect(marie.get_by_role("heading", name="Your contacts")).to_be_visible(timeout=SHORT)


async def found_project(marie: Page, tamar: Page, started: Demo) -> None:
    await tamar.goto(f"{started.url}/projects")
    await expect(tamar.locator("main h1")).to_be_visible()
    await marie.get_by_role("button", name=re.compile("^Found a project with ")).click()
    await marie.get_by_label("Title").fill("Otters of two rivers")
    await marie.get_by_label("What will your classes do together?").fill("We look for otters on the same day, and tell each other where.")
    await marie.get_by_text("Biology").click()
    await marie.get_by_text("English", exact=True).click()
    await marie.get_by_label("Begins").fill("2026-12-01")
    await marie.get_by_label("Ends").fill("2027-06-30")
    await press(marie, "Send")
    await expect(marie.get_by_role("heading", name="Otters of two rivers")).to_be_visible()
    await tamar.get_by_role("link", name=re.compile("Read and answer")).click(timeout=SHORT)
    await press(tamar, "Yes, found it together")
    await expect(marie.get_by_text(re.compile("Belgium and Georgia.* look at it"))).to_be_visible(timeout=SHORT)


async def approve(page: Page, started: Demo, country: str) -> None:
    await page.goto(f"{started.url}/support")
    decision = page.get_by_role("group", name=re.compile(f"Your decision for .?{country}"))
    await decision.get_by_role("button", name="Approve").click()
    await page.locator("dialog").get_by_role("button", name="Approve").click()
    await expect(page.locator("dialog[open]")).to_have_count(0)
    await expect(decision).to_have_count(0)


async def test_from_nothing_to_a_space(windows: Windows, tmp_path: Path) -> None:
    async with open_mailbox() as mailbox, nothing_yet(tmp_path, **mailbox.settings) as started:
        olivia = await windows.open(started)
        await set_up(olivia, started)
        await add_schools(olivia, started)
        await open_desks(olivia, started)
        desks = {country: await first_password(windows, started, mailbox, email) for country, (_, email, _) in DESKS.items()}
        marie = await register(windows, started, mailbox, MARIE)
        tamar = await register(windows, started, mailbox, TAMAR)
        # Both say of which school they are; those who run it know them.
        await olivia.reload()
        await at_home(olivia, started, "Schools")
        for who in (MARIE, TAMAR):
            claim = olivia.locator("section[aria-labelledby=claims] li").filter(has_text=who.name)
            await claim.get_by_role("button", name="Confirm").click()
            await expect(claim).to_have_count(0)
        await become_contacts(marie, tamar, started)
        await found_project(marie, tamar, started)
        for country, page in desks.items():
            await approve(page, started, DESKS[country][2])
        await expect(marie.get_by_text("The space is open for your classes.")).to_be_visible(timeout=SHORT)
        for page in (marie, tamar):
            await press(page, "Go to the space")
            await expect(page.get_by_text("Otters of two rivers").first).to_be_visible()
        space = re.search(r"/s/([^/]+)", marie.url)
        assert space is not None
        assert space[0] in tamar.url
        # The desks see nothing of it, and neither does the one who runs the installation.
        windows.allowed = ("404", "403")
        for page in (*desks.values(), olivia):
            answered = await page.evaluate(
                "s => fetch('/api/space.members', {method: 'POST', body: JSON.stringify({space: s})}).then(r => r.status)", space[1]
            )
            assert answered == 404
        await olivia.goto(f"{started.url}/installation/mail")
        await expect(olivia.get_by_text("Nothing was given up.")).to_be_visible()
        for mail in mailbox.mails:
            assert not any(secret in text_of(mail) for secret in (MARIE.password, TAMAR.password, "Shall our classes"))
            assert all(link.startswith(started.url) for link in re.findall(r"https?://[^\s,]+", text_of(mail)))
        for context in windows.contexts:  # before the server goes: nobody should miss it
            await context.close()
