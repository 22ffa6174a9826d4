"""A new teacher gets in (REG-01 to REG-31), with a real mail server; a forgotten password; a colleague's word."""

import re
from pathlib import Path

import pytest
from playwright.async_api import Page, expect

from tests.browser.conftest import Demo, Windows, demo_on
from tests.browser.test_every_screen import look
from tests.mailbox import Mailbox, link_in, text_of

PASSWORD = "a kite over two towns"
NEW = "zeven zebra's zingen zacht"


async def press(page: Page, name: str) -> None:
    await page.get_by_role("button", name=name, exact=True).click()


async def begin(page: Page, demo: Demo, email: str, username: str) -> None:
    """From the welcome page to "look into your mail"."""
    await page.goto(f"{demo.url}/welcome")
    await page.locator("main").get_by_role("link", name="Register", exact=True).click()
    await page.get_by_label("Mail address").fill(email)
    await page.get_by_label("User name").fill(username)
    await page.get_by_label("Password", exact=True).fill(PASSWORD)
    await press(page, "Send me the mail")
    await expect(page.get_by_role("heading", name="Look into your mail")).to_be_visible()


@pytest.mark.story
async def test_a_new_teacher_registers_and_a_colleague_confirms(windows: Windows, tmp_path: Path, mailbox: Mailbox) -> None:
    windows.allowed = ("400", "404", "ERR_CONNECTION_REFUSED")  # a wrong password, a link that was used
    async with demo_on("sqlite", tmp_path, **mailbox.settings) as demo:
        page = await windows.open(demo)
        await begin(page, demo, "marie@example.org", "alice")
        mail = await mailbox.wait("marie@example.org")
        assert PASSWORD not in text_of(mail)
        await page.goto(link_in(mail))
        await expect(page).to_have_url(f"{demo.url}/register")  # the secret is out of the address bar
        # The missing field is named.
        await press(page, "Next")
        await expect(page.get_by_text("Choose your country.")).to_be_visible()
        await expect(page.get_by_label("Country *")).to_be_focused()
        await page.get_by_label("Country *").select_option("BE")
        await page.get_by_label("Place", exact=True).select_option("Gent")
        await page.get_by_role("listitem").filter(has_text="De Waterlelie").get_by_role("button").click()
        await press(page, "Next")
        await page.get_by_label("Your name *").fill("Marie Peeters")
        await page.get_by_label("Your function *").select_option("teacher")
        await page.get_by_text("Geography", exact=True).click()
        await expect(page.get_by_text("Kept at")).to_be_visible()
        # The same link on another device goes on where it was.
        phone = await windows.open(demo, width=390, height=844)
        await phone.goto(link_in(mail))
        await phone.get_by_role("button", name="About you").click()
        await expect(phone.get_by_label("Your name *")).to_have_value("Marie Peeters")
        await press(phone, "Next")
        await phone.get_by_label("Ideas for a project").fill("A map of two rivers.")
        for tongue in ("English", "Dutch", "French"):
            await phone.locator("fieldset label", has_text=tongue).click()
        await expect(phone.get_by_label("German")).to_be_disabled()
        await press(phone, "Next")
        await expect(phone.get_by_text("De Waterlelie, Gent")).to_be_visible()
        await phone.get_by_label("Your password, once more").fill("something else that is long")
        await press(phone, "Send")
        await expect(phone.get_by_text("This is not the password that you chose at the beginning.")).to_be_visible()
        await phone.get_by_label("Your password, once more").fill(PASSWORD)
        await press(phone, "Send")
        await expect(phone.get_by_role("heading", name=re.compile("Welcome, .*Marie Peeters"))).to_be_visible()
        await expect(phone.get_by_text("was in use")).to_be_visible()
        await press(phone, "Go in")
        await expect(phone.locator("main h1")).to_be_visible()
        welcome = await mailbox.wait("marie@example.org", number=2)
        assert "Your user name is alice-" in text_of(welcome)
        assert PASSWORD not in text_of(welcome)
        await phone.goto(f"{demo.url}/account")
        await expect(phone.get_by_text("Not confirmed yet.")).to_be_visible()
        await page.goto(link_in(mail))
        await expect(page.get_by_role("heading", name="This link doesn’t work any more")).to_be_visible()
        # A colleague hears of it and confirms; it is seen at once on the phone.
        told = await mailbox.wait("alice@example.org")
        assert "Marie" not in text_of(told)
        alice = await windows.sign_in(demo, "alice", width=820)
        await alice.goto(f"{demo.url}/account")
        await alice.get_by_role("button", name="Marie Peeters bevestigen").click()
        await alice.locator("dialog").get_by_role("button", name="Bevestigen", exact=True).click()
        await expect(phone.get_by_text("Confirmed.")).to_be_visible()


async def test_a_forgotten_password(windows: Windows, tmp_path: Path, mailbox: Mailbox) -> None:
    async with demo_on("sqlite", tmp_path, **mailbox.settings) as demo:
        other = await windows.sign_in(demo, "alice")
        page = await windows.open(demo, width=390, height=844)
        await page.goto(demo.url)
        await page.get_by_role("link", name="Forgotten your password?").click()
        await page.get_by_label("User name or mail address").fill("alice@example.org")
        await press(page, "Send me a mail")
        await expect(page.get_by_role("heading", name="Look into your mail")).to_be_visible()
        mail = await mailbox.wait("alice@example.org", holding="/new-password#")
        await page.goto(link_in(mail))
        windows.allowed = ("400", "401", "WebSocket", "ERR_CONNECTION_REFUSED")  # at the end the server goes before the windows
        await page.get_by_label("New password").fill("alice alice")
        await press(page, "Keep the new password")
        await expect(page.locator("[aria-invalid=true]")).to_be_visible()
        await page.get_by_label("New password").fill(NEW)
        await expect(page.get_by_text("Very good.")).to_be_visible()
        await press(page, "Keep the new password")
        await expect(page.locator("strong", has_text="alice")).to_be_visible()
        await expect(other.locator("dialog input[type=password]")).to_be_visible()
        await press(page, "Sign in")
        await page.locator("input[autocomplete=username]").fill("alice")
        await page.locator("input[type=password]").fill(NEW)
        await page.keyboard.press("Enter")
        await expect(page.locator("input[type=password]")).to_have_count(0)


@pytest.mark.parametrize(
    ("scheme", "width", "language"),
    [
        ("light", 1400, "en-GB"), ("dark", 820, "nl-BE"), ("light", 390, "nl-BE"),
        pytest.param("dark", 390, "en-GB", marks=pytest.mark.long),
    ],
)  # fmt: skip
async def test_every_screen_of_the_doors(
    windows: Windows, tmp_path: Path, mailbox: Mailbox, scheme: str, width: int, language: str
) -> None:
    windows.allowed = ("400", "404", "ERR_CONNECTION_REFUSED")  # the server goes before the windows
    name = f"{width}-{scheme}-{language[:2]}"
    async with demo_on("sqlite", tmp_path, **mailbox.settings) as demo:
        page = await windows.open(demo, width=width, height=844 if width < 500 else 1026, scheme=scheme, language=language)
        for path in ("welcome", "register", "forgot", "new-password", "new-address"):
            await page.goto(f"{demo.url}/{path}{'#nothing' if path.startswith('new') else ''}")
            await expect(page.locator("main h1")).to_be_visible()
            await look(page, f"doors-{path}-{name}")
        await page.goto(f"{demo.url}/register")
        await page.locator("input[type=email]").fill("marie@example.org")
        await page.locator("input[autocomplete=new-password]").fill(PASSWORD)
        await expect(page.locator(".strength .said")).not_to_be_empty()
        await look(page, f"doors-register-filled-{name}")
        await page.keyboard.press("Enter")
        await expect(page.locator("form")).to_have_count(0)
        await look(page, f"doors-register-sent-{name}")
        await page.goto(link_in(await mailbox.wait("marie@example.org")))
        country = page.locator("[data-field=country]")
        await country.select_option("BE")
        await page.locator("[data-field=school]").select_option("Gent")
        await page.locator("main ul button").first.click()
        await look(page, f"doors-form-school-{name}")
        await page.locator(".none button").click()
        await page.locator("footer button.main").click()
        await look(page, f"doors-form-new-school-{name}")
        await page.locator("nav[aria-label] button").nth(0).click()
        await page.locator("fieldset .quiet").last.click()
        await page.locator("[data-field=school]").select_option("Gent")
        await page.locator("main ul button").first.click()
        await page.locator("footer button.main").click()
        await page.locator("[data-field=name]").fill("Marie Peeters")
        await page.locator("[data-field=function]").select_option("teacher")
        await page.locator("fieldset label").nth(3).click()
        await look(page, f"doors-form-you-{name}")
        await page.locator("footer button.main").last.click()
        await page.locator("textarea").fill("A map of two rivers.")
        await look(page, f"doors-form-wishes-{name}")
        await page.locator("footer button.main").last.click()
        await page.locator("[data-field=password]").fill(PASSWORD)
        await look(page, f"doors-form-check-{name}")
        await page.locator("footer button.main").last.click()
        await expect(page.locator(".party")).to_be_visible()
        await look(page, f"doors-done-{name}")
        await page.locator("main button.main").click()
        await expect(page.locator(".party")).to_have_count(0)
        await page.goto(f"{demo.url}/account")
        await expect(page.locator(".icon.claimed")).to_be_visible()
        await look(page, f"doors-account-{name}")
        alice = await windows.sign_in(demo, "alice", width=width, height=1026, scheme=scheme, language=language)
        await alice.goto(f"{demo.url}/account")
        await expect(alice.locator(".waiting")).to_be_visible()
        await look(alice, f"doors-claims-{name}")
