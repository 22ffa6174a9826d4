"""The mail server of these tests takes what the house sends, and what it refuses comes again."""

import asyncio

import pytest

from tests.mailbox import Mailbox, link_in, text_of
from twinspace_server import mail as letterbox
from twinspace_server.settings import Settings


def known(box: Mailbox) -> Settings:
    told = box.settings
    return Settings(
        public_url="https://twinspace.example.eu", smtp_host=told["SMTP_HOST"], smtp_port=box.port, smtp_security="none",
        mail_from=told["MAIL_FROM"],
    )  # fmt: skip


async def test_a_mail_arrives_with_its_link(mailbox: Mailbox) -> None:
    settings = known(mailbox)
    written = letterbox.compose(settings, kind="letter", to="alice@example.org", language="nl", path="/forgot#a-secret")
    mailbox.replies.append("451 4.7.1 Come back later")
    with pytest.raises(letterbox.TryLater):
        await asyncio.to_thread(letterbox.deliver, written, settings)
    assert mailbox.mails_to("alice@example.org") == []
    await asyncio.to_thread(letterbox.deliver, written, settings)
    mail = await mailbox.wait("alice@example.org")
    assert link_in(mail) == "https://twinspace.example.eu/forgot#a-secret"
    assert "Er liggen brieven" in text_of(mail)
