"""My team in a browser: a colleague comes in by mail, a pupil gets another password on the spot, and groups are mixed and moved, live."""

import asyncio
import email
import re
from email.policy import default

import pytest
from playwright.async_api import expect

from tests.browser.conftest import Demo, Windows
from tests.browser.test_every_screen import look
from tests.browser.test_rights import words
from tests.browser.test_rooms import english, space
from tests.browser.test_sessions import call


async def mailed(demo: Demo, address: str) -> str:
    """The link in the mail to an address, as soon as the house has sent it."""
    async with asyncio.timeout(30):
        while True:
            for path in (demo.directory / "mail").glob("*.eml"):
                mail = email.message_from_bytes(path.read_bytes(), policy=default)
                body = mail.get_body(("plain",))
                if mail["To"] == address and body is not None:
                    found = re.search(r"\S+/invited#\S+", str(body.get_content()))
                    assert found is not None
                    return found[0]
            await asyncio.sleep(0.2)


async def test_a_long_team_scrolls_under_the_bar(demo: Demo, windows: Windows) -> None:
    """The windows of the screen stand behind it: what scrolls must not depend on being the last."""
    alice = await english(demo, windows, "alice", height=480)
    await alice.goto(space(demo, "/team"))
    leave = alice.get_by_role("button", name="Leave this space")
    await expect(leave).to_be_visible()
    await expect(leave).not_to_be_in_viewport()
    await alice.mouse.move(800, 300)
    await alice.mouse.wheel(0, 5000)
    await expect(leave).to_be_in_viewport(ratio=1)
    await expect(alice.get_by_role("banner")).to_be_in_viewport(ratio=1)


@pytest.mark.story
async def test_a_colleague_comes_in_by_mail(demo: Demo, windows: Windows) -> None:
    windows.allowed = ("404", "ERR_FAILED")  # the link is dead in the end; the line drops once
    alice = await english(demo, windows, "alice")
    await alice.goto(space(demo, "/team"))
    await alice.get_by_role("button", name="Invite a colleague").click()
    dialog = alice.locator("dialog[open]")
    await dialog.get_by_role("button", name="Send the invitation").click()
    await expect(dialog.get_by_text("Type the mail address.")).to_be_visible()
    await dialog.get_by_label("Mail address").fill("carla@example.org")
    await dialog.get_by_role("button", name="Send the invitation").click()
    await expect(alice.get_by_text("One invitation is waiting")).to_be_visible()
    link = await mailed(demo, "carla@example.org")
    carla = await windows.open(demo, width=390, height=844)
    await carla.goto(link)
    await expect(carla.get_by_role("heading", name=words("You are invited to"))).to_be_visible()
    await look(carla, "invited-390-light-en")
    await carla.get_by_role("button", name="Make my account and join").click()
    await expect(carla.get_by_text("Fill this in.").first).to_be_visible()
    await carla.get_by_label("Your name").fill("Carla Diaz")
    await carla.get_by_label("User name").fill("Alice")
    await carla.get_by_label("Password", exact=True).fill("a boat on the river")
    # The line drops between making the account and signing in with it: going in signs in.
    await carla.route("**/api/people.sign_in", lambda route: route.abort(), times=1)
    await carla.get_by_role("button", name="Make my account and join").click()
    await expect(carla.get_by_role("alert")).not_to_be_empty()
    # Nobody is told whose name it is: it is hers with an ending.
    await expect(carla.get_by_text(re.compile("^alice-[a-z2-9]{4}$"))).to_be_visible()
    await look(carla, "invited-other-name-390-light-en")
    await carla.get_by_role("button", name="Go in").click()
    await expect(carla.locator("textarea")).to_be_visible()
    await expect(alice.get_by_text("Carla Diaz")).to_be_visible()
    await expect(alice.get_by_text("One invitation is waiting")).to_have_count(0)
    late = await windows.open(demo)
    await late.goto(link)
    await expect(late.get_by_role("heading", name="This link no longer works")).to_be_visible()


async def test_a_pupil_gets_another_password_on_the_spot(demo: Demo, windows: Windows) -> None:
    windows.allowed = ("401",)  # what jef had before is over
    alice, jef = await english(demo, windows, "alice"), await windows.sign_in(demo, "jef")
    await alice.goto(space(demo, "/team"))
    await (
        alice.get_by_role("button", name=words("Jef Maes : more"))
        .or_(alice.get_by_role("button", name=re.compile("Jef Maes")))
        .first.click()
    )
    await alice.get_by_role("menuitem", name="Name and password").click()
    dialog = alice.locator("dialog[open]")
    await dialog.get_by_role("button", name="Propose one").click()
    given = await dialog.get_by_label("New password").input_value()
    assert re.fullmatch(r"[a-z]+-[a-z]+-[a-z]+-\d\d", given)
    await look(alice, "pupil-1400-light-en")
    await dialog.get_by_role("button", name="Set password").click()
    await expect(dialog.get_by_text("Set. Tell it to your pupil")).to_be_visible()
    assert (await call(jef, "people.me"))["code"] == "signed_out"
    answer = await call(jef, "people.sign_in", name="jef", password=given, token=True)
    assert answer["person"]["username"] == "jef"


async def test_groups_are_mixed_and_moved_before_everybody(demo: Demo, windows: Windows) -> None:
    alice, milo = await asyncio.gather(english(demo, windows, "alice"), english(demo, windows, "milo"))
    for page in (alice, milo):
        await page.goto(space(demo, "/team"))
        await page.locator("input[name=team-view][value=groups]").check(force=True)
    board, his, before = alice.locator(".board section"), milo.locator(".board section"), 4  # the demo's own
    for sections in (board, his):
        await expect(sections).to_have_count(before)
    rooms = [page.get_by_role("link", name="Chat room") for page in (alice, milo)]
    await expect(rooms[0]).to_have_count(2)
    await expect(rooms[1]).to_have_count(1)
    await alice.get_by_role("button", name="Make mixed groups").click()
    dialog = alice.locator("dialog[open]")
    await dialog.get_by_role("button", name="Shuffle again").click()
    await dialog.get_by_role("button", name="One group more").click()
    count = int(await dialog.locator("output").inner_text())
    await dialog.get_by_role("button", name=words(f"Make {count} groups")).click()
    await expect(his).to_have_count(before + count)
    await expect(rooms[1]).to_have_count(2)  # his own; the others are not there for him
    await expect(rooms[0]).to_have_count(2 + count)
    first = board.first
    name = await board.nth(1).locator("h2").inner_text()
    moved = await first.locator("li bdi").first.inner_text()
    await first.locator("li").first.get_by_role("button").click()
    await alice.get_by_role("menuitem", name=words(f"To {name}")).click()
    await expect(his.nth(1)).to_contain_text(moved)
    await look(alice, "groups-mixed-1400-light-en")
