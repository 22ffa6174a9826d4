"""The rights of a place in a browser: ticking, the preview before sending, two administrators at once, Why?, and See as."""

import asyncio
import re

import pytest
from playwright.async_api import Locator, Page, expect

from tests.browser.conftest import Demo, Windows
from tests.browser.test_every_screen import LOOKS, look
from tests.browser.test_rooms import english, opened, space
from tests.browser.test_sessions import call, people
from tests.browser.test_tree import act, made

FIVE = ("read", "add", "edit", "delete", "publish")


async def room(page: Page, demo: Demo, title: str) -> str:
    """A new room of the demo's space, made by whoever this window is."""
    answer = await call(page, "chat.make_room", space=demo.told["space"], title=title)
    return str(answer["place"]["id"])


async def table_of(page: Page) -> Locator:
    """Opens the rights of the place that this window shows."""
    await act(page, "Rights").click()
    dialog = page.locator("dialog[open]").first
    await expect(dialog.get_by_role("grid")).to_be_visible()
    return dialog


def words(text: str) -> re.Pattern[str]:
    """A sentence in which names stand isolated by marks that nobody sees."""
    return re.compile(r"[\s\u2068\u2069]+".join(re.escape(word) for word in text.split()))


def box(dialog: Locator, who: str, right: str) -> Locator:
    return dialog.get_by_role("checkbox", name=f"{who} {right}", exact=True)


async def ticked(dialog: Locator, who: str) -> list[str]:
    return [right for right in (*FIVE, "all") if await box(dialog, who, right).is_checked()]


@pytest.mark.story
async def test_a_table_is_ticked_looked_at_and_sent(demo: Demo, windows: Windows) -> None:
    alice, milo = await asyncio.gather(english(demo, windows, "alice"), english(demo, windows, "milo"))
    place = await room(alice, demo, "Only for a few")
    await asyncio.gather(alice.goto(space(demo, f"/p/{place}")), milo.goto(space(demo, f"/p/{place}")))
    await expect(milo.locator("textarea")).to_be_visible()
    dialog = await table_of(alice)
    send = dialog.get_by_role("button", name="See what changes…")
    await expect(send).to_be_disabled()
    # Reading comes with any other, and everything goes with it.
    assert await ticked(dialog, "Guests") == []
    await box(dialog, "Guests", "edit").check()
    assert await ticked(dialog, "Guests") == ["read", "edit"]
    await box(dialog, "Guests", "all").check()
    assert await ticked(dialog, "Guests") == [*FIVE, "all"]
    await box(dialog, "Guests", "read").uncheck()
    assert await ticked(dialog, "Guests") == []
    await expect(send).to_be_disabled()
    await box(dialog, "Pupils", "add").uncheck()
    await dialog.get_by_label("Add a person").fill("pia")
    await dialog.get_by_role("button", name="Add Pia Claes").click()
    await box(dialog, "Pia Claes", "add").check()
    await send.click()
    await expect(dialog.get_by_text("What this changes")).to_be_visible()
    lost = dialog.get_by_role("listitem").filter(has_text="lose")
    await expect(lost).to_contain_text("all 3 pupils of Batumi School No. 3")
    await expect(lost).not_to_contain_text("Pia Claes")
    await dialog.get_by_role("button", name="Name all").click()
    await expect(lost).to_contain_text("Milo Beridze")
    await expect(lost).not_to_contain_text("Pia Claes")
    await look(alice, "rights-preview")
    await dialog.get_by_role("button", name="Set these rights").click()
    await expect(dialog).to_have_count(0)
    await expect(milo.locator("textarea")).to_have_count(0)
    await expect(milo.get_by_text(words("says that pupils may not add things"))).to_be_visible()
    told = await call(alice, "rights.table", place=place)
    ids = await people(alice, demo)
    assert {row["subject"]: row["rights"] for row in told["rows"]}[f"person:{ids['pia']}"] == ["read", "add"]
    # Back to what is around it.
    dialog = await table_of(alice)
    await dialog.get_by_text("As around it").click()
    await expect(box(dialog, "Pia Claes", "add")).to_have_count(0)
    await dialog.get_by_role("button", name="See what changes…").click()
    await expect(dialog.get_by_role("listitem").filter(has_text="gain")).to_contain_text("add")
    await dialog.get_by_role("button", name="Set these rights").click()
    await expect(dialog).to_have_count(0)
    await expect(milo.locator("textarea")).to_be_visible()


async def test_two_administrators_at_once(demo: Demo, windows: Windows) -> None:
    alice, bob = await asyncio.gather(english(demo, windows, "alice"), english(demo, windows, "bob"))
    ids = await people(alice, demo)
    await call(alice, "space.change_member", space=demo.told["space"], person=ids["bob"], administrator=True)
    place = await room(alice, demo, "Two at once")
    await asyncio.gather(alice.goto(space(demo, f"/p/{place}")), bob.goto(space(demo, f"/p/{place}")))
    first, second = await table_of(alice), await table_of(bob)
    await box(second, "Teachers", "publish").check()
    await box(first, "Pupils", "edit").check()
    await first.get_by_role("button", name="See what changes…").click()
    await first.get_by_role("button", name="Set these rights").click()
    await expect(first).to_have_count(0)
    await expect(second.get_by_text("Somebody else has changed this table")).to_be_visible()
    await look(bob, "rights-meanwhile")
    await second.get_by_role("button", name="Put my changes on top of it").click()
    assert await ticked(second, "Pupils") == ["read", "add", "edit"]
    assert "publish" in await ticked(second, "Teachers")
    await second.get_by_role("button", name="See what changes…").click()
    await second.get_by_role("button", name="Set these rights").click()
    await expect(second).to_have_count(0)
    rows = {row["subject"]: row["rights"] for row in (await call(alice, "rights.table", place=place))["rows"]}
    assert ("edit" in rows["role:pupil"], "publish" in rows["role:teacher"]) == (True, True)
    # What was ticked and not sent can be taken up again.
    dialog = await table_of(bob)
    await box(dialog, "Guests", "read").check()
    await bob.keyboard.press("Escape")
    await bob.get_by_role("button", name="Undo").click()
    await expect(box(dialog, "Guests", "read")).to_be_checked()
    await call(alice, "space.change_member", space=demo.told["space"], person=ids["bob"], administrator=False)


async def test_by_keyboard_alone_and_why(demo: Demo, windows: Windows) -> None:
    alice = await english(demo, windows, "alice")
    place = await room(alice, demo, "By keyboard")
    await alice.goto(space(demo, f"/p/{place}"))
    dialog = await table_of(alice)
    await box(dialog, "Teachers", "read").focus()
    keys = alice.keyboard
    for key in ("ArrowDown", "ArrowRight", "ArrowRight", "Space"):
        await keys.press(key)
    await expect(box(dialog, "Pupils", "edit")).to_be_checked()
    await expect(box(dialog, "Pupils", "edit")).to_be_focused()
    await keys.press("End")
    await expect(dialog.get_by_role("button", name="Why? Pupils")).to_be_focused()
    await keys.press("Control+Home")
    await keys.press("Home")
    await expect(box(dialog, "Teachers", "read")).to_be_focused()
    # One stop for Tab.
    await keys.press("Tab")
    await expect(dialog.get_by_label("Add a person")).to_be_focused()
    await keys.press("Shift+Tab")
    await expect(box(dialog, "Teachers", "read")).to_be_focused()
    await keys.press("ArrowDown")
    await keys.press("ArrowRight")
    await keys.press("?")
    why = alice.locator("dialog[open]").last
    await expect(why.get_by_role("heading", name="Pupils in By keyboard")).to_be_visible()
    await expect(why.get_by_role("listitem").first).to_contain_text("Pupils may add things here")
    await expect(why.get_by_text(words("says that pupils may add things"))).to_be_visible()
    await look(alice, "rights-why")
    await keys.press("Escape")
    await expect(box(dialog, "Pupils", "add")).to_be_focused()


async def test_teachers_look_and_pupils_ask_about_themselves(demo: Demo, windows: Windows) -> None:
    alice, bob, pia = await asyncio.gather(
        english(demo, windows, "alice"), english(demo, windows, "bob"), english(demo, windows, "pia", width=390, height=844)
    )
    ids = await people(alice, demo)
    await call(alice, "space.change_member", space=demo.told["space"], person=ids["bob"], administrator=False)
    place = await made(alice, demo, "To look at")
    await asyncio.gather(bob.goto(space(demo, f"/p/{place}")), pia.goto(space(demo, f"/p/{place}")))
    dialog = await table_of(bob)
    await expect(dialog.get_by_text("You can look at this table.")).to_be_visible()
    await expect(dialog.get_by_role("button", name="See what changes…")).to_have_count(0)
    await box(dialog, "Pupils", "edit").click()
    why = bob.locator("dialog[open]").last
    await expect(why.get_by_role("listitem").first).to_contain_text("Pupils may not change things of others here")
    await bob.keyboard.press("Escape")
    assert await ticked(dialog, "Pupils") == ["read", "add"]
    await look(bob, "rights-read-only")
    await act(pia, "What may I do here?").click()
    mine = pia.locator("dialog[open]").last
    await expect(mine.get_by_role("heading", name="What I may do in To look at")).to_be_visible()
    await expect(mine.get_by_text("You may add things here")).to_be_visible()
    await expect(mine.get_by_text("What you made yourself you may change.")).to_be_visible()
    await look(pia, "rights-mine-390")


async def test_a_members_own_row_and_seeing_the_space_as_they_do(demo: Demo, windows: Windows) -> None:
    alice, milo = await asyncio.gather(english(demo, windows, "alice"), english(demo, windows, "milo"))
    await asyncio.gather(alice.goto(space(demo, "/team")), milo.goto(demo.chat))
    main = alice.get_by_role("main")
    await main.get_by_role("button", name="Milo Beridze: more").click()
    await alice.get_by_role("menuitem", name="Rights…").click()
    dialog = opened(alice)
    await expect(dialog.get_by_role("heading", name="What Milo Beridze may do where")).to_be_visible()
    await dialog.get_by_text("A row only for Milo Beridze").click()
    await box(dialog, "Milo Beridze", "add").uncheck()
    await look(alice, "rights-member")
    await dialog.get_by_role("button", name="See what changes…").click()
    await expect(dialog.get_by_text("Milo Beridze loses “add”.").first).to_be_visible()
    await dialog.get_by_role("button", name="Set these rights").click()
    await expect(dialog).to_have_count(0)
    await expect(main.get_by_role("listitem").filter(has_text="Milo Beridze").locator(".own")).to_have_text("read")
    await expect(milo.locator("textarea")).to_have_count(0)
    await expect(milo.get_by_text(words("It was set for this person that they may not add things"))).to_be_visible()
    await main.get_by_role("button", name="Milo Beridze: more").click()
    await alice.get_by_role("menuitem", name="See the space as they do").click()
    await expect(alice.get_by_text("You see this as Milo Beridze.")).to_be_visible()
    theirs = alice.get_by_role("navigation", name="Places as")
    await expect(theirs.get_by_role("button").first).to_be_visible()
    listed = set(await theirs.get_by_role("button").all_inner_texts())
    got = {title.strip() for title in await milo.get_by_role("treeitem").locator("bdi").all_inner_texts()}
    assert "For teachers" not in got | listed
    assert "Our rivers" in got
    assert got <= listed
    await look(alice, "rights-as-milo")
    await alice.get_by_label("See the space as").select_option("stranger")
    await expect(alice.get_by_text("You see this as a stranger.")).to_be_visible()
    await look(alice, "rights-as-stranger")
    await alice.get_by_role("button", name="Back", exact=True).click()
    await expect(alice.locator("textarea")).to_be_visible()
    await alice.goto(space(demo, "/team"))
    await main.get_by_role("button", name="Milo Beridze: more").click()
    await alice.get_by_role("menuitem", name="Rights…").click()
    await dialog.get_by_text("The same as all pupils").click()
    await dialog.get_by_role("button", name="See what changes…").click()
    await dialog.get_by_role("button", name="Set these rights").click()
    await expect(milo.locator("textarea")).to_be_visible()


@pytest.mark.parametrize(("scheme", "width", "language"), LOOKS)
async def test_every_state_is_accessible(demo: Demo, windows: Windows, scheme: str, width: int, language: str) -> None:
    page = await windows.sign_in(demo, "alice", width=width, height=844 if width < 500 else 1026, scheme=scheme, language=language)
    await call(page, "people.change", language=language)
    name = f"{width}-{scheme}-{language}"
    place = await room(page, demo, f"Looks {name}")
    ids = await people(page, demo)
    rows = [{"subject": "role:teacher", "rights": list(FIVE)}, {"subject": "role:pupil", "rights": ["read", "add"]}]
    rows += [{"subject": f"person:{ids[who]}", "rights": ["read"]} for who in ("pia", "milo", "bob")]
    await call(page, "rights.set", place=place, rows=rows)
    await page.goto(space(demo, f"/p/{place}"))
    await expect(page.locator("textarea")).to_be_visible()
    await page.locator(".actions").get_by_role("button", name="Rechten" if language == "nl" else "Rights", exact=True).click()
    await expect(page.get_by_role("grid")).to_be_visible()
    await look(page, f"rights-table-{name}")
    await page.locator("[data-row='role:pupil'] [data-column='why']").click()
    await expect(page.locator("dialog[open]").last.get_by_role("listitem").first).to_be_visible()
    await look(page, f"rights-why-{name}")
    await page.keyboard.press("Escape")
    await page.locator("[data-row='role:pupil'] [data-column='add']").click()
    await page.locator("dialog[open] footer button").last.click()
    await expect(page.locator("dialog[open] footer button")).to_have_count(2)
    await expect(page.locator("dialog[open] .loss").first).to_be_visible()
    await look(page, f"rights-preview-{name}")
    await page.goto(space(demo, "/as/role:pupil"))
    await expect(page.locator("main h1")).to_be_visible()
    await look(page, f"rights-as-{name}")


async def test_a_table_of_sixty(demo: Demo, windows: Windows) -> None:
    """A whole class gets rows of its own at once; the table stays quick and in the window on a phone too."""
    alice = await english(demo, windows, "alice")
    members = (await call(alice, "space.members", space=demo.told["space"]))["members"]
    school = next(member["school"] for member in members if member["name"] == "Pia Claes")
    pupils = [{"name": f"Pupil {number} of a long name"} for number in range(60)]
    await call(alice, "team.add_pupils", space=demo.told["space"], school=school, pupils=pupils)
    place = await made(alice, demo, "For sixty")
    await alice.goto(space(demo, f"/p/{place}"))
    dialog = await table_of(alice)
    await dialog.get_by_text("A table of its own", exact=True).click()
    await dialog.get_by_role("button", name=words("all 63 pupils of De Waterlelie")).click()
    await expect(dialog.locator("[data-row]")).to_have_count(3 + 63)
    await box(dialog, "Pupil 59 of a long name", "edit").check()
    await expect(box(dialog, "Pupil 59 of a long name", "edit")).to_be_checked()
    for width, scheme in ((1400, "light"), (820, "dark"), (390, "light"), (390, "dark")):
        await alice.set_viewport_size({"width": width, "height": 844 if width < 500 else 1026})
        await alice.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        await look(alice, f"rights-sixty-{width}-{scheme}")
    await alice.set_viewport_size({"width": 1400, "height": 900})
    await dialog.get_by_role("button", name="See what changes…").click()
    await expect(dialog.get_by_role("listitem").filter(has_text="Pupil 59 of a long name gains")).to_be_visible()
    await look(alice, "rights-sixty-preview")
    await dialog.get_by_role("button", name="Set these rights").click()
    await expect(dialog).to_have_count(0)
    assert len((await call(alice, "rights.table", place=place))["rows"]) == 3 + 63
