"""The first run in a browser: the code of the terminal, five steps, a mail that arrives, and the screen of those who run it."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from playwright.async_api import Page, expect

from tests.browser.conftest import Demo, Windows
from tests.browser.test_every_screen import LOOKS, look
from tests.drivers import free_port, start_program
from tests.mailbox import open_mailbox

CODE = re.compile(r"^    ([0-9A-Z]{4}(?:-[0-9A-Z]{4}){3})$", re.M)
PASSWORD = "stones along the Leie"


@asynccontextmanager
async def nothing_yet(directory: Path, **changes: str) -> AsyncIterator[Demo]:
    """`twinspace serve` on an empty data directory."""
    with free_port() as listening:
        port = listening.getsockname()[1]
    program = await start_program("", directory, None, port=port, **changes)  # type: ignore[arg-type]
    started = Demo(program, {}, directory, changes)
    try:
        yield started
    finally:
        await started.program.stop()


def code_of(started: Demo) -> str:
    """What stands in the terminal, of the newest start."""
    return str(CODE.findall(started.program.log.read_text())[-1])


async def go_on(page: Page) -> None:
    await page.locator(".do button").last.click()


async def set_up(page: Page, started: Demo, *, name: str = "Olivia Peeters", email: str = "olivia@example.eu") -> None:
    """All steps, up to the screen of the installation."""
    await page.goto(started.url)
    await expect(page).to_have_url(f"{started.url}/setup")
    await page.locator(".code input").fill(code_of(started).lower())
    await go_on(page)
    await page.locator("input[autocomplete=organization]").fill("The schools of the rivers")
    await go_on(page)
    await page.locator("input[autocomplete=name]").fill(name)
    await page.locator("input[autocomplete=email]").fill(email)
    await page.locator("input[autocomplete=new-password]").fill(PASSWORD)
    await go_on(page)
    await expect(page.locator(".way")).to_be_visible()
    await go_on(page)
    await go_on(page)
    await expect(page).to_have_url(f"{started.url}/installation")
    await expect(page.locator("main h1")).to_be_visible()


@pytest.mark.story
async def test_from_the_code_to_the_installation(windows: Windows, tmp_path: Path) -> None:
    async with open_mailbox() as mailbox, nothing_yet(tmp_path, **mailbox.settings) as started:
        page = await windows.open(started)
        await page.goto(f"{started.url}/register")
        await expect(page).to_have_url(f"{started.url}/setup")
        windows.allowed = ("401",)
        await page.locator(".code input").fill("AAAA-AAAA-AAAA-AAAA")
        await go_on(page)
        await expect(page.get_by_role("alert").filter(has_text="not the code")).to_be_visible()
        await page.locator(".code input").fill(code_of(started))
        await go_on(page)
        await page.locator("input[autocomplete=organization]").fill("The schools of the rivers")
        await page.reload()  # what was typed is still there; the code is asked for again
        await page.locator(".code input").fill(code_of(started))
        await go_on(page)
        await expect(page.locator("input[autocomplete=organization]")).to_have_value("The schools of the rivers")
        await go_on(page)
        await page.locator("input[autocomplete=name]").fill("Olivia Peeters")
        await expect(page.locator("input[autocomplete=username]")).to_have_value("olivia")
        await go_on(page)
        await expect(page.locator("input[autocomplete=email]")).to_be_focused()
        await page.locator("input[autocomplete=email]").fill("olivia@example.eu")
        for weak, said in (("river", "signs more"), ("olivia@example.eu", "Guessed at once."), (PASSWORD, "Very good.")):
            await page.locator("input[autocomplete=new-password]").fill(weak)
            await expect(page.locator(".strength .said")).to_contain_text(said)
        await go_on(page)
        await page.get_by_role("button", name="Send me a mail").click()
        await expect(page.get_by_text("Sent to")).to_be_visible()
        mail = await mailbox.wait("olivia@example.eu")
        assert str(mail["Subject"]) == "Mail from TwinSpace arrives"
        await go_on(page)
        await page.get_by_text("Nobody has to").click()
        await go_on(page)
        await expect(page).to_have_url(f"{started.url}/installation")
        await expect(page.get_by_label("Your organisation")).to_have_value("The schools of the rivers")
        await expect(page.locator("input[value=none]")).to_be_checked()
        await page.goto(f"{started.url}/setup")
        await expect(page.get_by_role("heading", name="This page is not here")).to_be_visible()
        await started.program.stop()
        await started.again()
        assert len(CODE.findall(started.program.log.read_text())) == 1, "there is no code any more"
        await page.goto(f"{started.url}/setup")
        await expect(page.get_by_role("heading", name="This page is not here")).to_be_visible()


@pytest.mark.parametrize(("scheme", "width", "language"), LOOKS)
async def test_every_step_and_tab(windows: Windows, tmp_path: Path, scheme: str, width: int, language: str) -> None:
    name = f"{width}-{scheme}-{language}"
    async with nothing_yet(tmp_path) as started:
        page = await windows.open(
            started, width=width, height=844 if width < 500 else 1026, scheme=scheme, language={"en": "en-GB", "nl": "nl-BE"}[language]
        )
        await page.goto(started.url)
        await expect(page.locator(".code input")).to_be_visible()
        await look(page, f"setup-1-{name}")
        await page.locator(".code input").fill(code_of(started))
        await go_on(page)
        await page.locator("input[autocomplete=organization]").fill("De scholen aan de rivieren")
        await look(page, f"setup-2-{name}")
        await go_on(page)
        await page.locator("input[autocomplete=name]").fill("Olivia Peeters")
        await go_on(page)
        await look(page, f"setup-3-{name}")
        await page.locator("input[autocomplete=email]").fill("olivia@example.eu")
        await page.locator("input[autocomplete=new-password]").fill(PASSWORD)
        await go_on(page)
        await page.locator(".try button").click()
        await expect(page.locator(".try [role=status]")).to_contain_text("mail")
        await look(page, f"setup-4-{name}")
        await go_on(page)
        await look(page, f"setup-5-{name}")
        await go_on(page)
        await expect(page.locator("dl")).to_be_visible()
        await look(page, f"installation-{name}")
        await page.goto(f"{started.url}/installation/people")
        await page.locator("section .head button").click()
        fields = page.locator("dialog input[type=text], dialog input:not([type]), dialog input[type=email]")
        await fields.nth(0).fill("Irakli Shengelia")
        await fields.nth(2).fill("irakli@example.org")
        await look(page, f"installation-invite-{name}")
        await page.keyboard.press("Enter")
        await expect(page.locator("ul.rows li")).to_have_count(1)
        await page.locator("[type=search]").fill("li")
        await expect(page.locator("ul.rows li")).to_have_count(2)
        await look(page, f"installation-people-{name}")
        await page.goto(f"{started.url}/installation/schools")
        await page.locator("section .head button").click()
        await page.locator("dialog input").nth(0).fill("De Waterlelie")
        await page.locator("dialog input").nth(1).fill("Gent")
        await page.locator("dialog select").nth(0).select_option("BE")
        await look(page, f"installation-school-{name}")
        await page.locator("dialog footer button").last.click()
        await expect(page.locator("ul.rows li")).to_have_count(1)
        await look(page, f"installation-schools-{name}")
        await page.goto(f"{started.url}/installation/support")
        await page.locator("section .head button").click()
        await page.locator("dialog select").select_option("GE")
        await page.locator("dialog input").fill("eTwinning Georgia")
        await page.locator("dialog footer button").last.click()
        await page.locator(".desks > li > button").click()
        await page.locator("dialog [type=search]").fill("irakli")
        await page.locator("dialog li button").click()
        await expect(page.locator(".desks .name")).to_have_count(1)
        await look(page, f"installation-support-{name}")
        await page.goto(f"{started.url}/installation/mail")
        await expect(page.locator(".way")).to_be_visible()
        await look(page, f"installation-mail-{name}")
