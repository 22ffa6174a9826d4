"""Thirty pupils signed in before the lesson's first minute is over: a class is pasted, its cards are printed, and each pupil scans, taps
four pictures and says hello. The figures are printed as JSON.
"""

import asyncio
import re
import time
from statistics import mean

import pytest
from playwright.async_api import Page, expect

from tests.browser.conftest import Demo, Windows
from tests.browser.test_every_screen import LOOKS, look
from tests.browser.test_rights import words
from tests.browser.test_rooms import english, space
from tests.browser.test_sessions import call
from tests.figures import Record, tell
from twinspace_server.demo.scanning import Scanned, scan

NAMES = [
    "Noor", "Sam", "Lotte", "Finn", "Ella", "Mats", "Olivia", "Arthur", "Lina", "Jules", "Mila", "Adam", "Nora", "Vic", "Juliette", "Lou",
    "Ines", "Otis", "Yara", "Warre", "Amber", "Kobe", "Fien", "Seppe", "Hanne",
]  # fmt: skip
AT_ONCE = 6
"""So many pupils scan in the same moment: more than that, two cores draw pages and nothing else."""


async def paste(page: Page, demo: Demo, names: list[str], group: str) -> None:
    """From the team to the cards of a new class."""
    await page.get_by_role("button", name="Add a class").click()
    dialog = page.locator("dialog[open]")
    await dialog.get_by_label("The pupils, one on each line").fill("\n".join(names))
    await dialog.get_by_label("Class", exact=True).fill(group)
    await dialog.get_by_role("button", name="Look at it first").click()
    await dialog.get_by_role("button", name=words(f"Add {len(names)} pupils")).click()
    await expect(dialog.get_by_text(words(f"{len(names)} pupils were added."))).to_be_visible()


async def print_cards(page: Page, count: int) -> list[Scanned]:
    """The cards as they are on the sheet that the browser got."""
    dialog = page.locator("dialog[open]")
    await dialog.get_by_role("button", name="Print their cards").click()
    async with page.expect_response("**/api/cards.print") as answered:
        await dialog.get_by_role("button", name=words(f"Make {count} cards")).click()
    await expect(dialog.get_by_text("Open and print")).to_be_visible()
    for _ in range(2):
        await page.keyboard.press("Escape")  # the only sheet is not thrown away by a slip
    await expect(dialog.get_by_text("Open and print")).to_be_visible()
    sheet = scan((await (await answered.value).json())["pdf"], "en")
    assert len(sheet) == count
    return sheet


async def hello(demo: Demo, windows: Windows, card: Scanned, number: int) -> float:
    """Scans, taps and says hello; answers how long it took."""
    page = await windows.open(demo, width=820, height=900)
    began = time.perf_counter()
    await page.goto(f"{demo.url}/card#{card.secret}")
    pictures = page.get_by_role("group", name="Pictures")
    await expect(pictures).to_be_visible()
    assert page.url == f"{demo.url}/card"  # the secret stands in no history
    for sign in card.pin:
        await pictures.get_by_role("button", name=sign, exact=True).click()
    await expect(page.locator("textarea")).to_be_visible()
    await page.locator("textarea").fill(f"Hello from number {number}")
    await page.keyboard.press("Enter")
    await expect(page.locator("[role=log]").get_by_text(f"Hello from number {number}", exact=True)).to_be_visible()
    return time.perf_counter() - began


async def lesson(demo: Demo, windows: Windows, record_property: Record, count: int) -> None:
    alice = await english(demo, windows, "alice")
    began = time.perf_counter()
    await alice.goto(space(demo, "/team"))
    await paste(alice, demo, [f"{name} Test" for name in NAMES[:count]], f"{count}B")
    added = time.perf_counter() - began
    sheet = await print_cards(alice, count)
    printed = time.perf_counter() - began
    waiting = asyncio.Semaphore(AT_ONCE)

    async def one(card: Scanned, number: int) -> float:
        async with waiting:
            return await hello(demo, windows, card, number)

    took = await asyncio.gather(*(one(card, number) for number, card in enumerate(sheet)))
    whole = time.perf_counter() - began
    tell(
        record_property,
        {
            "figure": "a class signs in by cards", "pupils": count, "at_once": AT_ONCE, "class_added_s": round(added, 1),
            "cards_printed_s": round(printed, 1), "last_hello_s": round(whole, 1), "pupil_mean_s": round(mean(took), 2),
            "pupil_worst_s": round(max(took), 2),
        },
    )  # fmt: skip
    assert whole < 120


@pytest.mark.story
async def test_six_pupils_sign_in_and_say_hello(demo: Demo, windows: Windows, record_property: Record) -> None:
    await lesson(demo, windows, record_property, 6)


@pytest.mark.long
async def test_twenty_five_pupils_sign_in_and_say_hello(demo: Demo, windows: Windows, record_property: Record) -> None:
    await lesson(demo, windows, record_property, 25)


async def test_a_class_comes_from_a_file(demo: Demo, windows: Windows) -> None:
    """A school's own table: family names first, the class in it, as Western spreadsheets save it. What is no table changes nothing."""
    page = await english(demo, windows, "alice")
    await page.goto(space(demo, "/team"))
    await page.get_by_role("button", name="Add a class").click()
    dialog = page.locator("dialog[open]")
    for content, told in (
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "This is no text file."),
        (b"Naam;Voornaam\r\n", "There are no names in this file."),
    ):
        await dialog.locator("input[type=file]").set_input_files({"name": "class.csv", "mimeType": "text/csv", "buffer": content})
        await expect(dialog.get_by_text(told)).to_be_visible()
        await expect(dialog.locator("textarea")).to_have_value("")
    table = "Naam;Voornaam;Klas\r\nDe Wit;Zoë;5C\r\n;;\r\nMaes;Andreï;5C\r\n".encode("cp1252")
    await dialog.locator("input[type=file]").set_input_files({"name": "class.csv", "mimeType": "text/csv", "buffer": table})
    await dialog.get_by_role("button", name="Look at it first").click()
    await expect(dialog.get_by_role("rowheader", name="Zoë De Wit")).to_be_visible()
    await expect(dialog.get_by_text(re.compile("^andrei-5c-"))).to_be_visible()
    await expect(dialog.get_by_role("checkbox", name="Make them the group")).to_be_checked()
    await dialog.get_by_role("button", name=words("Add 2 pupils")).click()
    await expect(dialog.get_by_text(words("2 pupils were added."))).to_be_visible()
    await page.keyboard.press("Escape")
    await expect(page.get_by_role("button", name=re.compile("5C"))).to_be_visible()


@pytest.mark.parametrize(("scheme", "width", "language"), LOOKS)
async def test_how_it_looks(demo: Demo, windows: Windows, scheme: str, width: int, language: str) -> None:
    """Sixty people, each window of the team, the groups, the card: accessible, inside the window, in both languages."""
    name = f"{width}-{scheme}-{language}"
    windows.allowed = ("401", "404")  # wrong pictures, and a dead link, on purpose
    page = await english(demo, windows, "alice", width=width, height=844 if width < 500 else 1026, scheme=scheme)
    where = demo.told["space"]
    await fill(page, where)
    await call(page, "people.change", language=language)
    await page.goto(space(demo, "/team"))
    await expect(page.locator("section li").nth(40)).to_be_visible()
    await look(page, f"team-{name}")
    await page.locator("main header").get_by_role("button").first.click()
    dialog = page.locator("dialog[open]")
    await dialog.locator("textarea").fill("Pia Claes\nSam\nSam\nLee;4B;nothing")
    await look(page, f"class-list-{name}")
    await page.keyboard.press("Tab")
    await dialog.locator("button[type=submit]").click()
    await expect(dialog.locator("table")).to_be_visible()
    await look(page, f"class-look-{name}")
    await page.keyboard.press("Escape")
    await menu(page, 1)
    await expect(dialog.locator("input[type=radio]").first).to_be_visible()
    await look(page, f"cards-{name}")
    await page.keyboard.press("Escape")
    await page.locator("main header").get_by_role("button").nth(1).click()
    await expect(dialog.locator("input[type=email]")).to_be_visible()
    await look(page, f"invite-{name}")
    await page.keyboard.press("Escape")
    await page.locator("input[name=team-view][value=groups]").check(force=True)
    await expect(page.locator("section").first).to_be_visible()
    await look(page, f"groups-{name}")
    await page.locator("main .tools").get_by_role("button").first.click()
    await expect(dialog.locator("output")).to_be_visible()
    await look(page, f"mix-{name}")
    await page.keyboard.press("Escape")
    await page.locator("main .tools").get_by_role("button").nth(1).click()
    await look(page, f"group-{name}")
    card = await windows.open(demo, width=width, height=844 if width < 500 else 1026, scheme=scheme, language=language)
    await card.goto(f"{demo.url}/card#no-such-card-has-ever-been")
    for at in (0, 4, 8):
        await card.locator(".signs button").nth(at).click()
    await look(card, f"card-{name}")
    await card.locator(".signs button").nth(1).click()
    await expect(card.locator("[role=alert] p").first).to_be_visible()
    await look(card, f"card-wrong-{name}")
    await card.goto(f"{demo.url}/invited#nothing-at-all")
    await expect(card.locator("main a")).to_be_visible()
    await look(card, f"invited-dead-{name}")


async def fill(page: Page, where: str) -> None:
    """A class, once for all looks, some groups and an invitation."""
    await page.evaluate(
        """async ([space, names]) => {
          const call = (method, params) =>
            fetch('/api/' + method, {method: 'POST', body: JSON.stringify({space, ...params})}).then((answer) => answer.json());
          const {schools, pupils} = await call('team.my_pupils', {});
          if (pupils.length > 40) return;
          const class_ = names.concat(names).map((name, at) => ({name: name + ' Van ' + at}));
          await call('team.add_pupils', {school: schools[0], group: '4B', pupils: class_});
          const mine = (await call('team.my_pupils', {})).pupils.map((one) => one.person);
          await call('group.make', {folders: true, rooms: true, groups: [
            {name: 'Otters', hue: 'leaf', persons: mine.slice(0, 6)}, {name: 'Klas 4B', hue: 'plum', persons: mine.slice(4)}]});
          await call('cards.print', {persons: mine.slice(0, 3)});
          await call('team.invite', {email: 'carla@example.org', role: 'guest'});
        }""",
        [where, NAMES],
    )


async def menu(page: Page, entry: int) -> None:
    await page.locator("main header .menu-trigger").click()
    await page.locator(".menu-item").nth(entry).click()
