"""A mail, from its words to the mail server: in the language it is given, as text and as HTML, from the configured address only.

`people/post` decides who gets which and keeps the jobs; here nobody is known. Without a mail server, mails become files in the
data directory: an embedded installation shows what it would have sent. Called in a thread, never on the event loop.
"""

import smtplib
import ssl
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import formatdate, make_msgid
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, NamedTuple
from urllib.parse import urlsplit

from twinspace_server import i18n, ids
from twinspace_server.errors import Hopeless
from twinspace_server.settings import Settings

if TYPE_CHECKING:
    from jinja2 import Template

SMTP_SECONDS = 20
NO_MAILBOX = (550, 551, 553)
"""What a server says of an address that it will never take (RFC 5321 4.2.3)."""


class NotSent(Exception):
    """A mail that the server did not take. Its class says why, and says no more: a server's own words may quote an address."""

    code: ClassVar[str] = "mail_not_sent"


class NotReached(NotSent):
    """No line to the server, or it fell silent."""

    code = "mail_not_reached"


class NoSafeLine(NotSent):
    """The server offers no TLS, or shows a certificate that this machine does not trust."""

    code = "mail_no_safe_line"


class LoginRefused(NotSent):
    """User name or password is wrong, or the server wants none."""

    code = "mail_login_refused"


class SenderRefused(NotSent):
    """The server does not let us send as this sender."""

    code = "mail_sender_refused"


class TryLater(NotSent):
    """The server asks to come back: it is busy, or looks at strangers twice (greylisting)."""

    code = "mail_try_later"


class NoSuchMailbox(NotSent, Hopeless):
    """The server will never take a mail for this address."""

    code = "mail_no_such_mailbox"


class Link(NamedTuple):
    """What a mail asks to be opened: words on a button, and the address."""

    words: str
    address: str


def compose(
    settings: Settings, *, kind: str, to: str, language: str, args: Mapping[str, str | int] | None = None, path: str | None = None,
    called: str | None = None,
) -> EmailMessage:  # fmt: skip
    """The mail `kind`: its words are `mail-<kind>-subject`, `-text` (paragraphs apart by an empty line) and, with a `path`, `-button`.

    `path` is where the button leads on this installation, whose name is `called` where somebody gave it one. Words may use
    `{ $installation }` and `{ $address }`, and what is in `args`.
    """
    name = called or settings.name
    said = {"installation": name, "address": settings.address, **(args or {})}
    subject = i18n.plain(language, f"mail-{kind}-subject", said)
    paragraphs = [part.strip() for part in i18n.plain(language, f"mail-{kind}-text", said).split("\n\n")]
    link = Link(i18n.plain(language, f"mail-{kind}-button", said), settings.address + path) if path is not None else None
    footer = i18n.plain(language, "mail-footer", said)
    message = EmailMessage()
    message["From"] = Address(name, addr_spec=settings.mail_from or f"twinspace@{_host(settings)}")
    message["To"] = to
    message["Subject"] = " ".join(subject.split())
    message["Date"] = formatdate()
    message["Message-ID"] = make_msgid(domain=_host(settings))
    message["Auto-Submitted"] = "auto-generated"
    text = [*paragraphs, *([f"{link.words}:\n{link.address}"] if link else []), f"-- \n{footer}"]
    message.set_content("\n\n".join(text) + "\n")
    html = _template().render(
        language=language, subject=subject, installation=name, address=settings.address, paragraphs=paragraphs, link=link,
        or_copy=i18n.plain(language, "mail-or-copy"), footer=footer,
    )  # fmt: skip
    message.add_alternative(html, subtype="html")
    message["Content-Language"] = language  # of the whole: set before, it would move into the first part
    return message


@cache
def _template() -> "Template":
    from jinja2 import Environment, PackageLoader, StrictUndefined  # with the first mail: no start waits for it

    environment = Environment(loader=PackageLoader("twinspace_server", "pages"), autoescape=True, undefined=StrictUndefined)
    return environment.get_template("mail.html")


def _host(settings: Settings) -> str:
    return urlsplit(settings.address).hostname or "localhost"


def folder(settings: Settings) -> Path:
    """Where mails lie of an installation without a mail server."""
    return settings.data_path / "mail"


def deliver(message: EmailMessage, settings: Settings) -> None:
    """Hand it to the mail server, or lay it into the folder of an installation without one. Raises `NotSent`, as what it is."""
    if not settings.smtp_host:
        laid = folder(settings)
        laid.mkdir(mode=0o700, parents=True, exist_ok=True)
        (laid / f"{ids.new()}.eml").write_bytes(bytes(message))
        return
    safe = ssl.create_default_context()
    with _named_failures(), _line(settings, safe) as line:
        if settings.smtp_security == "starttls":
            line.starttls(context=safe)
        if settings.smtp_user:
            _log_in(line, settings)
        line.send_message(message)


def _line(settings: Settings, safe: ssl.SSLContext) -> smtplib.SMTP:
    """The line to the server, which hears the public name of this installation and not that of the machine."""
    if settings.smtp_security == "tls":
        return smtplib.SMTP_SSL(settings.smtp_host, settings.smtp_port, _host(settings), timeout=SMTP_SECONDS, context=safe)
    return smtplib.SMTP(settings.smtp_host, settings.smtp_port, _host(settings), timeout=SMTP_SECONDS)


def _log_in(line: smtplib.SMTP, settings: Settings) -> None:
    try:
        line.login(settings.smtp_user, settings.smtp_password)
    except (smtplib.SMTPAuthenticationError, smtplib.SMTPNotSupportedError) as error:
        later = isinstance(error, smtplib.SMTPAuthenticationError) and error.smtp_code // 100 == 4
        raise (TryLater if later else LoginRefused) from None


@contextmanager
def _named_failures() -> Iterator[None]:
    """What may go wrong on the line, as one of the names above; `from None`, because the words of a server are not for logs."""
    try:
        yield
    except smtplib.SMTPRecipientsRefused as error:
        raise _of(*next(iter(error.recipients.values()))) from None
    except smtplib.SMTPSenderRefused as error:
        raise (TryLater if error.smtp_code // 100 == 4 else SenderRefused) from None
    except (ssl.SSLError, smtplib.SMTPNotSupportedError):
        raise NoSafeLine from None
    except smtplib.SMTPResponseException as error:
        raise (TryLater if error.smtp_code // 100 == 4 else NotSent) from None
    except (smtplib.SMTPException, OSError):
        raise NotReached from None


def _of(code: int, _words: bytes) -> NotSent:
    return TryLater() if code // 100 == 4 else NoSuchMailbox() if code in NO_MAILBOX else NotSent()
