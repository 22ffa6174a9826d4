"""Contacts and projects as people meet them: found, asked, registered, questioned, approved, opened, closed; looked at in every state."""

import re
from contextlib import AsyncExitStack
from typing import Any

import httpx2
import pytest
import pytest_asyncio
from playwright.async_api import Page, expect

from tests.browser.conftest import Demo, Windows
from tests.browser.test_every_screen import LOOKS, look
from tests.browser.test_forum import call, in_english

SHORT = 5_000
"""Milliseconds in which everybody has heard of it."""
FORM = {
    "title": "Otters of two rivers",
    "description": "We look for otters on the same day, and tell each other where.",
    "subjects": ["biology", "geography"],
    "ages_from": 11,
    "ages_to": 13,
    "languages": ["en", "nl"],
    "start": "2026-09-01",
    "end": "2027-06-30",
}


@pytest_asyncio.fixture(scope="module", autouse=True)
async def _strangers(demo: Demo) -> None:
    """The demo's teachers know each other already. Here they begin as strangers, nothing waits, and nora decides for both countries."""
    async with AsyncExitStack() as stack:
        clients: dict[str, httpx2.AsyncClient] = {}

        async def ask(who: str, method: str, **params: Any) -> dict[str, Any]:
            answer = await clients[who].post(f"/api/{method}", json=params)
            assert answer.status_code == 200, (method, answer.text)
            return dict(answer.json())

        for who in ("alice", "bob", "olga", "nora", "irakli"):
            clients[who] = await stack.enter_async_context(httpx2.AsyncClient(base_url=demo.url, timeout=20))
            told = await ask(who, "people.sign_in", name=who, password=demo.password(who), token=True)
            clients[who].headers["Authorization"] = f"Bearer {told['token']}"
        ids = {who: (await ask(who, "people.me"))["person"]["id"] for who in clients}
        for project in (await ask("alice", "project.mine"))["projects"]:
            if project["state"] == "awaiting_support":
                await ask("alice", "project.withdraw", project=project["id"].partition("_")[0])
        await ask("alice", "contacts.remove", person=ids["bob"])
        await ask("olga", "contacts.remove", person=ids["alice"])
        await ask("nora", "support.dismiss", country="GE", person=ids["irakli"])
        for one in (await ask("olga", "people.about_me"))["schools"]:
            await ask("olga", "schools.leave", school=one["school"])


async def to(page: Page, demo: Demo, path: str) -> None:
    await page.goto(demo.url + path)
    await expect(page.locator("main h1")).to_be_visible()


@pytest.mark.story
async def test_from_strangers_to_a_closed_project(demo: Demo, windows: Windows) -> None:
    alice, bob, nora = [await in_english(demo, windows, name) for name in ("alice", "bob", "nora")]
    await to(bob, demo, "/contacts")
    await expect(bob.get_by_text("No contacts yet")).to_be_visible()
    # By the menu, as somebody new would look for it.
    await alice.get_by_role("button", name="account menu").click()
    await alice.get_by_role("menuitem", name="My contacts").click()
    await alice.get_by_label("Find teachers").fill("batumi")
    await alice.get_by_role("button", name="Ask Bob Lomidze to be your contact").click()
    await alice.get_by_label("A word to go with it").fill("Shall our classes meet at the river?")
    await alice.locator("dialog").get_by_role("button", name="Send").click()
    await expect(alice.get_by_text("Waiting for an answer")).to_be_visible()
    await expect(bob.get_by_text("Shall our classes meet at the river?")).to_be_visible(timeout=SHORT)
    await bob.get_by_role("button", name="Yes, accept Alice Vermeulen").click()
    await expect(alice.get_by_role("heading", name="Your contacts")).to_be_visible(timeout=SHORT)
    await to(bob, demo, "/projects")
    await alice.get_by_role("button", name="Found a project with Bob Lomidze").click()
    await expect(alice.get_by_role("radio", name="Bob Lomidze")).to_be_checked()
    await alice.get_by_label("Title").fill("Otters of two rivers")
    await alice.get_by_role("button", name="Send").click()
    await expect(alice.get_by_role("alert")).to_contain_text("What will your classes do together?")
    # What was typed is there after a reload.
    await alice.reload()
    await expect(alice.get_by_label("Title")).to_have_value("Otters of two rivers")
    await alice.get_by_label("What will your classes do together?").fill(FORM["description"])  # type: ignore[arg-type]
    await alice.get_by_text("Biology").click()
    await alice.get_by_text("English", exact=True).click()
    await alice.get_by_label("Begins").fill("2026-09-01")
    await alice.get_by_label("Ends").fill("2027-06-30")
    await alice.get_by_role("button", name="Send").click()
    await expect(alice.get_by_role("heading", name="Otters of two rivers")).to_be_visible()
    await expect(alice.get_by_text("has to say yes first.")).to_be_visible()
    # A correction says what is missing and leads there; Escape loses nothing, Cancel drops it.
    await alice.get_by_role("button", name="Change the form").click()
    title = alice.locator("dialog").get_by_label("Title")
    await title.fill("")
    await alice.locator("dialog").get_by_role("button", name="Save").click()
    await expect(alice.locator("dialog").get_by_role("alert")).to_contain_text("Title")
    await expect(title).to_be_focused()
    await title.fill("Beavers of two rivers")
    await alice.keyboard.press("Escape")
    await alice.get_by_role("button", name="Change the form").click()
    await expect(title).to_have_value("Beavers of two rivers")
    await alice.locator("dialog").get_by_role("button", name="Cancel").click()
    await alice.get_by_role("button", name="Change the form").click()
    await expect(title).to_have_value("Otters of two rivers")
    await alice.locator("dialog").get_by_role("button", name="Cancel").click()
    await bob.get_by_role("link", name=re.compile("Read and answer")).click(timeout=SHORT)
    await bob.get_by_role("button", name="Yes, found it together").click()
    await expect(alice.get_by_text(re.compile("Belgium and Georgia.? look at it"))).to_be_visible(timeout=SHORT)
    await to(nora, demo, "/support")
    georgia = nora.get_by_role("group", name="Your decision for Georgia")
    # What was written to decline with is not the word of an approval.
    await georgia.get_by_role("button", name="Decline").click()
    await nora.locator("dialog textarea").fill("There is no river there.")
    await nora.keyboard.press("Escape")
    await georgia.get_by_role("button", name="Approve").click()
    await expect(nora.locator("dialog textarea")).to_have_value("")
    await nora.keyboard.press("Escape")
    await georgia.get_by_role("button", name="Ask for more").click()
    await nora.locator("dialog").get_by_role("button", name="Ask for more").click()
    await expect(nora.get_by_text("Write a sentence or two.")).to_be_visible()
    await nora.get_by_label("Your question").fill("Who goes to the river with them?")
    await nora.locator("dialog").get_by_role("button", name="Ask for more").click()
    await expect(alice.get_by_text("Who goes to the river with them?").first).to_be_visible(timeout=SHORT)
    await alice.get_by_role("button", name="Answer the question").click()
    await alice.get_by_label("Your answer").fill("Both of us, and two parents.")
    await alice.get_by_role("button", name="Send the answer").click()
    await expect(nora.get_by_text("Both of us, and two parents.")).to_be_visible(timeout=SHORT)
    for country in ("Belgium", "Georgia"):
        await nora.get_by_role("group", name=f"Your decision for {country}").get_by_role("button", name="Approve").click()
        await nora.locator("dialog").get_by_role("button", name="Approve").click()
        await expect(nora.locator("dialog[open]")).to_have_count(0)
    await expect(nora.get_by_text("Nothing waits for you")).to_be_visible(timeout=SHORT)
    await expect(bob.get_by_text("The space is open for your classes.")).to_be_visible(timeout=SHORT)
    await look(bob, "project-open")
    # While he looks, alice throws the diary away, and brings it back.
    project = bob.url.rpartition("/")[2]
    diary = (await call(alice, "project.show", project=project))["project"]["diary"]
    await call(alice, "place.bin", place=diary)
    await expect(bob.get_by_role("button", name="Project diary")).to_have_count(0, timeout=SHORT)
    await call(alice, "place.restore", place=diary)
    await bob.get_by_role("button", name="Project diary").click(timeout=SHORT)
    await expect(bob.get_by_role("main").get_by_text(re.compile("How we begin|Hoe we beginnen"))).to_be_visible()
    await look(bob, "project-diary")
    await bob.go_back()
    await bob.get_by_role("button", name="Go to the space").click()
    await expect(bob.get_by_text("Otters of two rivers").first).to_be_visible()
    await alice.get_by_role("button", name="Close the project").click()
    await alice.locator("dialog").get_by_role("button", name="Close the project").click()
    await expect(alice.get_by_role("button", name="Reopen the project")).to_be_visible(timeout=SHORT)
    await alice.get_by_role("button", name="Reopen the project").click()
    await expect(alice.get_by_role("button", name="Close the project")).to_be_visible(timeout=SHORT)
    await bob.get_by_role("button", name=re.compile("News for you")).first.click()
    await bob.get_by_text("Your project is approved and its space is open").first.click()
    await expect(bob.get_by_role("heading", name="Otters of two rivers")).to_be_visible()


async def test_what_is_not_for_everybody(demo: Demo, windows: Windows) -> None:
    pia = await in_english(demo, windows, "pia")
    await pia.get_by_role("button", name="account menu").click()
    await expect(pia.get_by_role("menuitem", name="My account")).to_be_visible()
    await expect(pia.get_by_role("menuitem", name="My projects")).to_have_count(0)
    await pia.keyboard.press("Escape")
    for path in ("/support", "/projects/never-was"):
        await to(pia, demo, path)
        await expect(pia.get_by_text(re.compile("not here|no such project"))).to_be_visible()
    olga = await in_english(demo, windows, "olga")
    await to(olga, demo, "/contacts")
    await expect(olga.get_by_text("Say of which school you are")).to_be_visible()
    await to(olga, demo, "/support")
    await expect(olga.get_by_text("This page is not here")).to_be_visible()


@pytest.mark.parametrize(("scheme", "width", "language"), LOOKS)
async def test_accessible_and_inside_the_window(demo: Demo, windows: Windows, scheme: str, width: int, language: str) -> None:
    """Every screen and its windows, in all states that one demo can be in at once."""
    name = f"{width}-{scheme}-{language}"
    how = {"width": width, "height": 844 if width < 500 else 1026, "scheme": scheme, "language": language}
    alice = await windows.sign_in(demo, "alice", **how)
    bob = await windows.sign_in(demo, "bob", **how)
    nora = await windows.sign_in(demo, "nora", **how)
    for page in (alice, bob, nora):
        await call(page, "people.change", language=language)
    people = {who: (await call(page, "people.me"))["person"]["id"] for who, page in (("alice", alice), ("bob", bob))}
    await call(alice, "contacts.ask", person=people["bob"], word="Shall our classes meet at the river?")
    await call(bob, "contacts.accept", person=people["alice"])
    made = [(await call(alice, "project.register", **{**FORM, "title": title}, partner=people["bob"]))["project"]["id"]
            for title in ("Otters of two rivers", "One sky, two towns", "Bread here and there")]  # fmt: skip
    for project in made[:2]:
        await call(bob, "project.accept", project=project)
    await call(nora, "support.open", country="BE", name="Support of Belgium")
    await call(nora, "support.appoint", country="BE", person=(await call(nora, "people.me"))["person"]["id"])
    for country in ("BE", "GE"):
        await call(nora, "project.decide", project=made[1], country=country, decision="approve", word="A fine idea.")
    await call(nora, "project.decide", project=made[0], country="GE", decision="ask", word="Who goes to the river with them?")
    for page, path, title in (
        (alice, "/contacts", "contacts"), (alice, "/projects", "projects"), (bob, f"/projects/{made[2]}", "project-asked"),
        (alice, f"/projects/{made[0]}", "project-question"), (alice, "/projects/new", "project-new"), (nora, "/support", "support"),
        (nora, "/support/record", "support-record"), (bob, f"/projects/{made[1]}", "project-active"),
    ):  # fmt: skip
        await to(page, demo, path)
        await expect(page.locator("main [role=status]").filter(has_text=re.compile("Loading|laden", re.I))).to_have_count(0)
        await look(page, f"{title}-{name}")
    await alice.get_by_role("button").last.click()
    await look(alice, f"project-new-missing-{name}")
    await to(alice, demo, f"/projects/{made[0]}")
    await alice.locator(".do button").first.click()
    await look(alice, f"project-answer-{name}")
    await bob.locator("main .head button").last.click()
    await look(bob, f"project-invite-{name}")
    await to(nora, demo, "/support")
    await nora.locator(".do button").nth(1).click()
    await look(nora, f"support-ask-{name}")
    await call(alice, "space.close", space=made[1])
    await to(bob, demo, f"/projects/{made[1]}")
    await look(bob, f"project-closed-{name}")
    await call(nora, "support.dismiss", country="BE", person=(await call(nora, "people.me"))["person"]["id"])
    for project in (made[0], made[2]):
        await call(alice, "project.withdraw", project=project)
