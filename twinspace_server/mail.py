"""A mail, from its words to the mail server: in the language it is given, as text and as HTML, from the configured address only.

`people/post` decides who gets which and keeps the jobs; here nobody is known. Without a mail server, mails become files in the
data directory: an embedded installation shows what it would have sent. Called in a thread, never on the event loop.
"""

import smtplib
import ssl
from collections.abc import Mapping
from email.message import EmailMessage
from email.utils import formatdate, make_msgid
from functools import cache
from typing import NamedTuple
from urllib.parse import urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from twinspace_server import i18n, ids
from twinspace_server.settings import Settings

SMTP_SECONDS = 20


class Link(NamedTuple):
    """What a mail asks to be opened: words on a button, and the address."""

    words: str
    address: str


def compose(
    settings: Settings, *, kind: str, to: str, language: str, args: Mapping[str, str | int] | None = None, path: str | None = None
) -> EmailMessage:
    """The mail `kind`: its words are `mail-<kind>-subject`, `-text` (paragraphs apart by an empty line) and, with a `path`, `-button`.

    `path` is where the button leads on this installation. Words may use `{ $installation }` and `{ $address }`, and what is in `args`.
    """
    said = {"installation": settings.name, "address": settings.address, **(args or {})}
    subject = i18n.plain(language, f"mail-{kind}-subject", said)
    paragraphs = [part.strip() for part in i18n.plain(language, f"mail-{kind}-text", said).split("\n\n")]
    link = Link(i18n.plain(language, f"mail-{kind}-button", said), settings.address + path) if path is not None else None
    footer = i18n.plain(language, "mail-footer", said)
    message = EmailMessage()
    message["From"] = settings.mail_from or f"twinspace@{_host(settings)}"
    message["To"] = to
    message["Subject"] = " ".join(subject.split())
    message["Date"] = formatdate()
    message["Message-ID"] = make_msgid(domain=_host(settings))
    message["Auto-Submitted"] = "auto-generated"
    text = [*paragraphs, *([f"{link.words}:\n{link.address}"] if link else []), f"-- \n{footer}"]
    message.set_content("\n\n".join(text) + "\n")
    html = _template().render(
        language=language, subject=subject, installation=settings.name, address=settings.address, paragraphs=paragraphs, link=link,
        footer=footer,
    )  # fmt: skip
    message.add_alternative(html, subtype="html")
    message["Content-Language"] = language  # of the whole: set before, it would move into the first part
    return message


@cache
def _template() -> Template:
    environment = Environment(loader=PackageLoader("twinspace_server", "pages"), autoescape=True, undefined=StrictUndefined)
    return environment.get_template("mail.html")


def _host(settings: Settings) -> str:
    return urlsplit(settings.address).hostname or "localhost"


def deliver(message: EmailMessage, settings: Settings) -> None:
    """Hand it to the mail server, or lay it into the folder of an installation without one. Raises what the server raises."""
    if not settings.smtp_host:
        folder = settings.data_path / "mail"
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        (folder / f"{ids.new()}.eml").write_bytes(bytes(message))
        return
    safe = ssl.create_default_context()
    if settings.smtp_security == "tls":
        line: smtplib.SMTP = smtplib.SMTP_SSL(settings.smtp_host, settings.smtp_port, timeout=SMTP_SECONDS, context=safe)
    else:
        line = smtplib.SMTP(settings.smtp_host, settings.smtp_port, timeout=SMTP_SECONDS)
    with line:
        if settings.smtp_security == "starttls":
            line.starttls(context=safe)
        if settings.smtp_user:
            line.login(settings.smtp_user, settings.smtp_password)
        line.send_message(message)
