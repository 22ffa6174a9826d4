"""Runs the provider of these tests as a child process, and is a browser that goes to it and comes back."""

import asyncio
import json
import os
import re
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

import httpx2
import pytest

from tests.drivers import free_port

HERE = Path(__file__).parent
SECRET = "a-secret-of-these-tests-that-is-long-enough"
ACCOUNTS: dict[str, dict[str, Any]] = {
    "alice-eu": {"email": "alice@example.org", "email_verified": True},
    "second-alice-eu": {"email": "Alice@Example.org", "email_verified": True},
    "bob-eu": {"email": "bob@example.org", "email_verified": False},
    "new-eu": {"email": "newcomer@example.org", "email_verified": True},
    "mailless-eu": {},
}


def needed() -> None:
    """Skip, with a sentence, where the provider can't run; where nothing may be missing, fail."""
    missing = "node was not found" if shutil.which("node") is None else ""
    if not missing and not (HERE / "node_modules" / "oidc-provider").exists():
        missing = "the OpenID Connect provider is not installed (make tests/oidc/node_modules)"
    if missing and os.environ.get("TWINSPACE_REQUIRE_SERVICES") == "1":
        pytest.fail(f"{missing}, and the tests of single sign-on are required here")
    if missing:
        pytest.skip(f"{missing}: the tests of single sign-on are left out")


@dataclass
class Provider:
    """A provider, at an address that is known before it runs: it must know ours, and we its."""

    issuer: str

    @property
    def settings(self) -> dict[str, str]:
        """What our server must be told of it."""
        return {"SSO_ISSUER": self.issuer, "SSO_CLIENT_ID": "twinspace", "SSO_CLIENT_SECRET": SECRET, "SSO_NAME": "EU Login"}

    @asynccontextmanager
    async def running(self, ours: str, more: dict[str, dict[str, Any]] | None = None) -> AsyncIterator[None]:
        """It runs for a block, and knows our server at this address."""
        client = {
            "client_id": "twinspace", "client_secret": SECRET, "redirect_uris": [f"{ours}/sso/back"], "response_types": ["code"],
            "backchannel_logout_uri": f"{ours}/sso/logout", "backchannel_logout_session_required": True,
        }  # fmt: skip
        told = {"accounts": {**ACCOUNTS, **(more or {})}, "client": client, "port": urlsplit(self.issuer).port}
        process = await asyncio.create_subprocess_exec(
            "node", "provider.mjs", json.dumps(told), cwd=HERE, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.DEVNULL
        )
        try:
            assert process.stdout is not None
            assert await asyncio.wait_for(process.stdout.readline(), 30) == b"ready\n"
            yield
        finally:
            if process.returncode is None:
                process.kill()
            await process.wait()


def provider() -> Provider:
    """One on a free port."""
    with free_port() as listening:
        return Provider(f"http://localhost:{listening.getsockname()[1]}")


class Traveller:
    """A browser with cookies of its own. Follows nothing by itself, so that a test can bend every step."""

    def __init__(self, ours: str) -> None:
        self.ours = ours
        self.client = httpx2.AsyncClient(timeout=10)

    async def __aenter__(self) -> "Traveller":
        return self

    async def __aexit__(self, *_failure: object) -> None:
        await self.client.aclose()

    async def start(self) -> str:
        """Leave us; the address at the provider's door."""
        answer = await self.client.get(f"{self.ours}/sso/start")
        assert answer.status_code == 303, answer.text
        return answer.headers["location"]

    async def through(self, door: str, who: str) -> str:
        """Through the provider as this account of its; the address with which it sends the browser back to us."""
        address = door
        for _ in range(10):
            answer = await self.client.get(address)
            assert answer.status_code in (302, 303), (answer.status_code, answer.text)
            address = str(answer.request.url.join(answer.headers["location"]))
            if address.startswith(f"{self.ours}/sso/back"):
                return address
            if urlsplit(address).path.startswith("/interaction/"):
                address += f"?as={who}"
        raise AssertionError("the provider does not come to an end")

    async def land(self, address: str) -> str:
        """Back at ours; where that leads, without our own address."""
        answer = await self.client.get(address)
        assert answer.status_code == 303, answer.text
        return str(answer.headers["location"]).removeprefix(self.ours)

    async def go(self, who: str) -> str:
        """The whole way."""
        return await self.land(await self.through(await self.start(), who))

    async def ask(self, method: str, /, **params: Any) -> httpx2.Response:
        """A call with the cookies of this browser."""
        return await self.client.post(f"{self.ours}/api/{method}", json=params)

    async def leave_provider(self, issuer: str) -> None:
        """Sign out everywhere, at the provider."""
        page = await self.client.get(f"{issuer}/session/end")
        found = re.search(r'name="xsrf" value="([^"]+)"', page.text)
        assert found is not None, page.text
        await self.client.post(f"{issuer}/session/end/confirm", data={"xsrf": found[1], "logout": "yes"})


def bent(address: str, **changes: str) -> str:
    """An address with other values behind the question mark."""
    parts = urlsplit(address)
    return parts._replace(query=urlencode({**dict(parse_qsl(parts.query)), **changes})).geturl()
