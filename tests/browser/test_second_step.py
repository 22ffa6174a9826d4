"""The second step, passkeys and single sign-on in a browser: found without help, looked at, and nothing typed is lost (SGN-02, EUL-03)."""

import json
import re
import time
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import CDPSession, Page, expect

from tests.browser.conftest import Cable, Demo, Windows, demo_on
from tests.browser.test_every_screen import look
from tests.browser.test_first_light import line
from tests.oidc.running import needed, provider
from tests.people.authenticators import code

LOOKS = [("light", 1400, "en"), ("dark", 820, "nl"), ("light", 390, "nl")]


@pytest_asyncio.fixture
async def own(tmp_path: Path) -> AsyncIterator[Demo]:
    """A demo for one test alone: people get factors in it."""
    async with demo_on("sqlite", tmp_path) as started:
        yield started


async def authenticator(page: Page) -> CDPSession:
    """Chromium's own virtual authenticator, such as a laptop with a finger on it."""
    devtools = await page.context.new_cdp_session(page)
    await devtools.send("WebAuthn.enable")
    options = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True}
    await devtools.send("WebAuthn.addVirtualAuthenticator", {"options": {**options, "isUserVerified": True}})
    return devtools


async def call(page: Page, method: str, **params: Any) -> Any:
    """A command as whoever sits at this window."""
    return await page.evaluate(
        "([m, p]) => fetch('/api/' + m, {method: 'POST', body: JSON.stringify(p)}).then(r => r.json())", [method, params]
    )


async def with_app(page: Page) -> str:
    """An app is added below the screen; its secret, with the code that proved it used up."""
    secret = (await call(page, "people.begin_app"))["secret"]
    assert "codes" in await call(page, "people.add_app", code=code(secret, int(time.time() * 1000), -1))
    return str(secret)


def now(secret: str) -> str:
    return code(secret, int(time.time() * 1000))


async def speak(page: Page, language: str) -> None:
    await call(page, "people.change", language=language)


async def type_password(page: Page, demo: Demo, username: str) -> None:
    await page.goto(demo.url)
    await page.locator("input[autocomplete=username]").fill(username)
    await page.locator("input[type=password]").fill(demo.password(username))
    await page.keyboard.press("Enter")


@pytest.mark.parametrize(("scheme", "width", "language"), LOOKS)
async def test_an_app_is_added_and_asked_for(own: Demo, windows: Windows, scheme: str, width: int, language: str) -> None:
    windows.allowed = ("401", "400")
    name = f"{width}-{scheme}-{language}"
    size: dict[str, Any] = {"width": width, "height": 844 if width < 500 else 1026, "scheme": scheme, "language": language}
    page = await windows.sign_in(own, "alice", **size)
    await speak(page, language)
    await page.goto(f"{own.url}/account/safety")
    section = page.locator("section[aria-labelledby=factors]")
    await expect(section.get_by_role("button").first).to_be_visible()
    await section.scroll_into_view_if_needed()
    await look(page, f"factors-none-{name}")
    await section.get_by_role("button", name=re.compile("app", re.I)).click()
    await expect(page.get_by_role("dialog").get_by_role("img")).to_be_visible()
    await look(page, f"factors-app-{name}")
    secret = (await page.get_by_role("dialog").locator("code").inner_text()).replace(" ", "")
    field = page.get_by_role("dialog").get_by_role("textbox")
    await field.fill("000000")
    await page.keyboard.press("Enter")
    await expect(field).to_have_attribute("aria-invalid", "true")
    await field.fill(code(secret, int(time.time() * 1000), -1))
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("dialog").locator("ol li")).to_have_count(10)
    codes = await page.get_by_role("dialog").locator("ol li").all_inner_texts()
    await look(page, f"factors-codes-{name}")
    await page.get_by_role("dialog").get_by_role("button").last.click()
    await expect(section.get_by_role("listitem")).to_have_count(2)
    await look(page, f"factors-{name}")
    again = await windows.open(own, **size)
    await type_password(again, own, "alice")
    field = again.locator("input[name=code]")
    await expect(field).to_be_focused()
    await look(again, f"second-{name}")
    await field.fill("123456")
    await again.keyboard.press("Enter")
    await expect(again.get_by_role("alert").first).not_to_be_empty()
    await look(again, f"second-wrong-{name}")
    await field.fill(now(secret))
    await again.keyboard.press("Enter")
    await expect(again.locator("main h1")).to_be_visible()
    await expect(again.locator("input[name=code]")).to_have_count(0)
    lost = await windows.open(own, **size)
    await type_password(lost, own, "alice")
    await lost.get_by_role("button", name=re.compile("lost|kwijt")).click()
    await lost.locator("input[name=recovery]").fill(codes[4].upper())
    await look(lost, f"second-recovery-{name}")
    await lost.keyboard.press("Enter")
    await expect(lost.locator("input[name=recovery]")).to_have_count(0)
    await expect(section.get_by_role("listitem").last).to_contain_text("9")
    await section.get_by_role("button", name=re.compile("Take Auth|app weghalen")).click()
    await page.get_by_role("dialog").locator("input[type=password]").fill("wrong on purpose")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("dialog").locator("input[type=password]")).to_have_attribute("aria-invalid", "true")
    await look(page, f"factors-away-{name}")
    await page.get_by_role("dialog").locator("input[type=password]").fill(own.password("alice"))
    await page.keyboard.press("Enter")
    await expect(section.get_by_role("listitem")).to_have_count(0)


@pytest.mark.story
async def test_a_passkey_signs_in_alone_and_after_the_password(own: Demo, windows: Windows) -> None:
    windows.allowed = ("401",)
    page = await windows.sign_in(own, "bob", width=390, height=844)
    await authenticator(page)
    await page.goto(f"{own.url}/account/safety")
    await page.get_by_role("button", name="Add a passkey").click()
    await look(page, "passkey-add")
    await page.get_by_role("button", name="Make the passkey").click()
    await page.get_by_role("button", name="I have kept them").click()
    await expect(page.locator("section[aria-labelledby=factors]").get_by_text("Passkey", exact=True)).to_be_visible()
    await call(page, "people.sign_out")
    await page.goto(own.url)
    await look(page, "signin-with-passkey")
    await page.get_by_role("button", name="Sign in with a passkey").click()
    await expect(page.locator("input[type=password]")).to_have_count(0)
    await expect(page.locator("main h1")).to_be_visible()
    assert (await call(page, "people.me"))["person"]["username"] == "bob"
    await call(page, "people.sign_out")
    await type_password(page, own, "bob")
    await expect(page.get_by_role("button", name="Use my passkey")).to_be_visible()
    await look(page, "second-passkey")
    await page.get_by_role("button", name="Use my passkey").click()
    await expect(page.get_by_role("button", name="Use my passkey")).to_have_count(0)
    assert (await call(page, "people.me"))["person"]["username"] == "bob"


async def test_signing_in_again_with_a_second_step_loses_nothing_that_was_typed(own: Demo, windows: Windows) -> None:
    """What waits goes out by itself, what is half typed stays."""
    windows.allowed = ("WebSocket connection", "401")
    page, other = await windows.sign_in(own, "alice"), await windows.sign_in(own, "alice", width=820)
    pia = await windows.in_chat(own, "pia")
    secret = await with_app(other)
    cable = Cable()
    await cable.lay(page)
    await page.goto(own.chat)
    await expect(page.locator("textarea")).to_be_visible()
    await cable.pull()
    await page.locator("textarea").fill("said on the train")
    await page.keyboard.press("Enter")
    await page.locator("textarea").fill("and half of the next thou")
    await call(other, "people.sign_out_everywhere")
    cable.put_back()
    password = page.get_by_role("dialog").locator("input[type=password]")
    await expect(password).to_be_visible(timeout=40_000)
    await look(page, "again")
    await password.fill(own.password("alice"))
    await page.keyboard.press("Enter")
    field = page.get_by_role("dialog").locator("input[name=code]")
    await expect(field).to_be_focused()
    await look(page, "again-second")
    await field.fill(now(secret))
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("dialog")).to_have_count(0)
    await expect(page.locator("textarea")).to_have_value("and half of the next thou")
    await expect(line(pia, "said on the train")).to_have_count(1, timeout=40_000)
    await page.locator("textarea").press("Enter")
    await expect(line(pia, "and half of the next thou")).to_have_count(1)


async def test_a_key_for_a_program_asks_again_after_a_while(own: Demo, windows: Windows) -> None:
    windows.allowed = ("403",)
    page = await windows.sign_in(own, "bob")
    secret = await with_app(page)
    await page.context.route("**/api/people.create_token", stale := Once())
    await page.goto(f"{own.url}/account/safety")
    await page.get_by_role("button", name="New key").click()
    await page.get_by_role("dialog").get_by_role("textbox").fill("My program")
    await page.keyboard.press("Enter")
    field = page.get_by_label("Code of your app, or a recovery code")
    await expect(field).to_be_focused()
    await look(page, "confirm")
    await field.fill(now(secret))
    await page.keyboard.press("Enter")
    await expect(page.get_by_label("The key")).to_have_value(re.compile("^tws_"))
    assert stale.asked == 2


class Once:
    """Answers the first request as a server would whose session is not fresh any more."""

    def __init__(self) -> None:
        self.asked = 0

    async def __call__(self, route: Any) -> None:
        self.asked += 1
        if self.asked > 1:
            await route.continue_()
            return
        told = {"code": "confirm_first", "title": "First show that it is really you.", "why": [], "status": 403}
        await route.fulfill(status=403, content_type="application/problem+json", body=json.dumps(told))


@pytest.mark.parametrize(("scheme", "width", "language"), LOOKS)
async def test_single_sign_on_joins_once_and_then_opens(windows: Windows, tmp_path: Path, scheme: str, width: int, language: str) -> None:
    needed()
    issuer = provider()
    windows.allowed, windows.elsewhere = ("401",), (issuer.issuer,)
    name = f"{width}-{scheme}-{language}"
    size: dict[str, Any] = {"width": width, "height": 844 if width < 500 else 1026, "scheme": scheme, "language": language}
    async with demo_on("sqlite", tmp_path, **issuer.settings) as demo:
        alice = await windows.sign_in(demo, "alice")
        email = (await call(alice, "people.me"))["person"]["email"]
        accounts = {"demo-alice": {"email": email, "email_verified": True}}
        async with issuer.running(demo.url, accounts):
            page = await windows.open(demo, **size)
            await page.goto(demo.url)
            await look(page, f"signin-provider-{name}")
            await page.get_by_role("link", name="EU Login").click()
            await page.get_by_role("link", name="demo-alice").click()
            password = page.locator("input[type=password]")
            await expect(password).to_be_focused()
            assert "#" not in page.url
            await look(page, f"joining-{name}")
            await password.fill("wrong on purpose")
            await page.keyboard.press("Enter")
            await expect(password).to_have_attribute("aria-invalid", "true")
            await password.fill(demo.password("alice"))
            await page.keyboard.press("Enter")
            await expect(password).to_have_count(0)
            await expect(page.locator(f"a[href*='{demo.told['space']}']").first).to_be_visible()
            await speak(page, language)
            await page.goto(f"{demo.url}/account/safety")
            await expect(page.locator("section[aria-labelledby=linked]")).to_contain_text(email)
            await look(page, f"linked-{name}")
            await call(page, "people.sign_out")
            await page.goto(demo.url)
            await page.get_by_role("link", name="EU Login").click()
            await expect(page.locator(f"a[href*='{demo.told['space']}']").first).to_be_visible()
            other = await windows.open(demo, **size)
            await other.goto(demo.url)
            await other.get_by_role("link", name="EU Login").click()
            await other.get_by_role("link", name="bob-eu").click()
            await expect(other.locator("main h1")).to_be_visible()
            await expect(other.get_by_role("button").filter(has_text=re.compile("sign-in page|aanmeldpagina"))).to_be_visible()
            await look(other, f"joining-unverified-{name}")
