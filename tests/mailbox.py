"""A real mail server on a free port, which keeps what it is given: for tests that follow a mail to its link.

Runs in the test's own event loop. `settings` are those with which a house, or a program of its own, sends its mail here; `replies`
are answers that it gives instead of taking the next mails (greylisting, a full disk).
"""

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Any

from aiosmtpd.smtp import SMTP

SENDER = "twinspace@example.eu"


@dataclass
class Mailbox:
    """All that came in, oldest first."""

    port: int = 0
    mails: list[EmailMessage] = field(default_factory=list)
    replies: list[str] = field(default_factory=list)
    """`"451 4.7.1 Come back later"`: said to the next mail in place of taking it; one is used up by each."""
    refused: set[str] = field(default_factory=set)
    """Addresses that it does not know."""
    listening: asyncio.Server | None = None
    _came: asyncio.Condition = field(default_factory=asyncio.Condition)

    @property
    def settings(self) -> dict[str, str]:
        """The settings of a house that sends its mail here, as in the environment (without the prefix)."""
        return {"SMTP_HOST": "127.0.0.1", "SMTP_PORT": str(self.port), "SMTP_SECURITY": "none", "MAIL_FROM": SENDER}

    def mails_to(self, address: str) -> list[EmailMessage]:
        """What came for this address up to now."""
        return [mail for mail in self.mails if str(mail["To"]) == address]

    async def wait(self, address: str, *, number: int = 1, holding: str = "", seconds: float = 20) -> EmailMessage:
        """The newest of at least so many mails to this address that hold these words, as soon as they are there."""

        def come() -> list[EmailMessage]:
            return [mail for mail in self.mails_to(address) if holding in text_of(mail)]

        async with asyncio.timeout(seconds), self._came:
            await self._came.wait_for(lambda: len(come()) >= number)
        return come()[-1]

    async def handle_RCPT(self, _server: Any, _session: Any, envelope: Any, address: str, _options: Any) -> str:
        """Somebody a mail is for."""
        if address in self.refused:
            return "550 5.1.1 No such mailbox"
        envelope.rcpt_tos.append(address)
        return "250 Ok"

    async def close(self) -> None:
        """Be away from now on."""
        assert self.listening is not None
        self.listening.close()
        await self.listening.wait_closed()

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:
        """A mail comes in."""
        if self.replies:
            return self.replies.pop(0)
        mail = message_from_bytes(envelope.content, policy=default)
        assert isinstance(mail, EmailMessage)
        async with self._came:
            self.mails.append(mail)
            self._came.notify_all()
        return "250 Taken"


def text_of(mail: EmailMessage) -> str:
    """What somebody reads whose program shows no HTML."""
    body = mail.get_body(("plain",))
    assert body is not None
    return str(body.get_content())


def link_in(mail: EmailMessage) -> str:
    """The address with a secret that the mail leads to."""
    found = re.findall(r"https?://\S+#\S+", text_of(mail))
    assert len(found) == 1, found
    return str(found[0])


def token_in(mail: EmailMessage) -> str:
    """The secret alone: what stands behind the `#` of that address."""
    return link_in(mail).partition("#")[2]


@asynccontextmanager
async def open_mailbox(port: int = 0, **how: Any) -> AsyncIterator[Mailbox]:
    """A mail server for a block. `how` goes to aiosmtpd's `SMTP`: `tls_context`, `require_starttls`, `authenticator`, …"""
    box = Mailbox()
    loop = asyncio.get_running_loop()
    listening = await loop.create_server(lambda: SMTP(box, hostname="mail.example.eu", loop=loop, **how), "127.0.0.1", port)
    box.listening, box.port = listening, listening.sockets[0].getsockname()[1]
    try:
        yield box
    finally:
        listening.close()
