"""Every setting of the server, read from the environment as `TWINSPACE_<NAME>` and from nowhere else.

The command line, the app's factory and the tests read them; `docs/settings.md` and `twinspace settings` are made from
the fields below, so a field and its words can't part. A wrong or unknown name is a sentence and no start: a typing
error in a setting must never pass silently. Values are never echoed, because some of them are passwords.
"""

import ipaddress
import os
import re
from collections.abc import Mapping
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated, Any, Literal, NamedTuple, get_args, get_origin
from urllib.parse import urlsplit

import msgspec
from msgspec import Meta

PREFIX = "TWINSPACE_"
# Read by the tests and by the browser app's development server; a server that they start inherits them.
_OF_OTHERS = frozenset(
    {
        "TWINSPACE_REQUIRE_SERVICES",
        "TWINSPACE_PROVE",
        "TWINSPACE_TEST_POSTGRES",
        "TWINSPACE_TEST_REDIS",
        "TWINSPACE_TEST_NATS",
        "TWINSPACE_DEV_SERVER",
    }
)
_MAY_BE_FILES = ("database_url", "broker_url", "smtp_password", "files_secret", "sso_client_secret")


class _Kind(NamedTuple):
    """What a kind of broker asks for: a Python module, the extra that brings it, and an address that looks like this."""

    module: str
    extra: str
    example: str


BROKERS = {
    "memory": _Kind("", "", "memory:"),
    "postgresql": _Kind("asyncpg", "postgres", "postgresql://user:password@host/name"),
    "redis": _Kind("redis", "redis", "redis://user:password@host:6379"),
    "rediss": _Kind("redis", "redis", "rediss://user:password@host:6379"),
    "nats": _Kind("nats", "nats", "nats://user:password@host:4222"),
    "tls": _Kind("nats", "nats", "tls://user:password@host:4222"),
}
"""Kinds of brokers, by the scheme of their address."""


class WrongSetting(Exception):
    """A setting that can't be used; its text is one sentence that names the variable."""


class Settings(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """The settings of one installation, after all checks. Made by `load`, or by hand in tests."""

    name: Annotated[
        str, Meta(min_length=1, max_length=80, description="What this installation is called, until those who run it give it a name.")
    ] = "TwinSpace"
    default_language: Annotated[
        Literal["en", "nl"], Meta(description="Language for people who have not chosen one and whose browser asks for none that we have.")
    ] = "en"
    data_dir: Annotated[
        str, Meta(min_length=1, description="Directory that holds everything of an embedded installation: database, files, lock.")
    ] = "data"

    host: Annotated[
        str, Meta(min_length=1, description="Address to listen on. Anything but a loopback address asks for https, see `public_url`.")
    ] = "127.0.0.1"
    port: Annotated[int, Meta(ge=1, le=65535, description="Port to listen on.")] = 8000
    public_url: Annotated[
        str,
        Meta(
            description="The address people type, without a path: `https://twinspace.example.eu`. It decides links, the allowed Origin "
            "and Host, and the cookie's strictness. Default: http on the host and port listened on."
        ),
    ] = ""
    insecure_http: Annotated[
        bool,
        Meta(description="Serve other machines over plain http. Only for a school's own closed network; passwords can be read on the way."),
    ] = False
    trusted_proxies: Annotated[
        tuple[str, ...],
        Meta(description="Addresses or networks of reverse proxies, with commas; forwarded headers are believed from these only."),
    ] = ()
    workers: Annotated[int, Meta(ge=1, le=64, description="Processes that share the port. More than one needs PostgreSQL.")] = 1
    demo: Annotated[
        bool, Meta(description="Fill an empty data directory with two schools that chat, and allow plain http. Same as `--demo`.")
    ] = False

    database_url: Annotated[
        str,
        Meta(description="`postgresql://user:password@host/name`, or `sqlite:///path`. Default: `twinspace.sqlite` in the data directory."),
    ] = ""
    broker_url: Annotated[
        str,
        Meta(
            description="What carries news between processes: `memory:`, `postgresql://…`, `redis://…` (with TLS `rediss://…`) or "
            "`nats://…` (with TLS `tls://…`; several servers with commas). Default: memory on SQLite, the database on PostgreSQL."
        ),
    ] = ""

    files_url: Annotated[
        str,
        Meta(description="`s3://bucket/folder` to keep files in a store that speaks S3. Default: `files` in the data directory."),
    ] = ""
    files_endpoint: Annotated[str, Meta(description="Address of that store, when it is not Amazon's: `https://s3.example.eu`.")] = ""
    files_region: Annotated[str, Meta(description="Its region.")] = ""
    files_key: Annotated[str, Meta(description="Access key for it; without one, what the machine itself has is used (its role).")] = ""
    files_secret: Annotated[str, Meta(description="The secret that goes with the key.")] = ""
    file_bytes: Annotated[int, Meta(ge=1024, le=1_073_741_824, description="Bytes that one file may have; 5 MB are 5 × 1024 × 1024.")] = (
        5_242_880
    )
    space_bytes: Annotated[
        int,
        Meta(
            ge=1024, le=1_125_899_906_842_624, description="Bytes that the files of one space may have together, each content counted once."
        ),
    ] = 2_147_483_648
    uploads_at_once: Annotated[int, Meta(ge=1, le=100, description="Files that one person may be sending at the same time.")] = 6

    session_days: Annotated[int, Meta(ge=1, le=365, description="Days without use after which a browser must sign in again.")] = 30
    sign_in_tries_per_name: Annotated[
        int,
        Meta(
            ge=1, le=10_000, description="Failed sign-ins allowed for one name in an hour; where it got in before, only those made there."
        ),
    ] = 10
    sign_in_tries: Annotated[
        int,
        Meta(
            ge=1,
            le=100_000,
            description="Failed sign-ins allowed from one address (of IPv6 one /64) in an hour, over all names; a school shares one.",
        ),
    ] = 100
    sign_in_tries_overall: Annotated[
        int,
        Meta(
            ge=1,
            le=10_000_000,
            description="The same from everywhere together; above it only those still get in who did so from their address before.",
        ),
    ] = 5_000
    hash_pool: Annotated[
        int, Meta(ge=1, le=32, description="Passwords checked at the same time; each takes 64 MB and a core for a moment.")
    ] = 2
    hash_queue: Annotated[
        int, Meta(ge=1, le=10_000, description="Sign-ins that may wait for their turn; more are asked to come back in a few seconds.")
    ] = 200

    second_factor: Annotated[
        Literal["optional", "required"],
        Meta(
            description="`required`: grown-ups who have no second factor (an authenticator app or a passkey) can do nothing but set one "
            "up, or sign out; their tokens and calendar feeds rest until then, and go on afterwards. Pupils never have one."
        ),
    ] = "optional"

    sso_issuer: Annotated[
        str,
        Meta(
            description="Issuer of an OpenID Connect provider with whose accounts people may sign in, as it calls itself: "
            "`https://login.example.eu`. Its callback address here is `/sso/back`, for its back-channel logout `/sso/logout`."
        ),
    ] = ""
    sso_client_id: Annotated[str, Meta(description="What the provider calls this installation.")] = ""
    sso_client_secret: Annotated[str, Meta(description="The secret that goes with it.")] = ""
    sso_name: Annotated[str, Meta(max_length=40, description="What the button says: the provider's name.")] = "EU Login"

    most_places: Annotated[int, Meta(ge=10, le=100_000, description="Places that one space may have, those in the bin too.")] = 1_000

    messages_per_second: Annotated[float, Meta(gt=0, le=1_000_000, description="Commands a second that one socket may keep up.")] = 20
    burst: Annotated[int, Meta(ge=1, le=1_000_000, description="Commands that one socket may send at once before the rate counts.")] = 40
    sockets_per_person: Annotated[int, Meta(ge=1, le=10_000, description="Live connections that one person may hold open.")] = 8
    outbox_bytes: Annotated[
        int,
        Meta(
            ge=65_536,
            le=16_777_216,
            description="Bytes that may wait for one slow reader before its connection is closed; it resumes later.",
        ),
    ] = 262_144
    ping_interval: Annotated[float, Meta(ge=1, le=600, description="Seconds between pings on a live connection.")] = 20
    ping_timeout: Annotated[float, Meta(ge=1, le=600, description="Seconds to wait for the answer to a ping.")] = 20
    shutdown_seconds: Annotated[
        int, Meta(ge=1, le=600, description="Seconds that running requests get to end when the server is stopped.")
    ] = 10

    smtp_host: Annotated[
        str,
        Meta(
            description='Server that takes mail to grown-ups ("you have a letter", never its words). Without one, mails are written as '
            "files into `mail` in the data directory."
        ),
    ] = ""
    smtp_port: Annotated[int, Meta(ge=1, le=65535, description="Its port.")] = 587
    smtp_security: Annotated[
        Literal["starttls", "tls", "none"],
        Meta(description="How the line to it is made safe. `none` is for a server on this very machine."),
    ] = "starttls"
    smtp_user: Annotated[str, Meta(description="User name at the mail server; empty when it asks for none.")] = ""
    smtp_password: Annotated[str, Meta(description="The password that goes with it.")] = ""
    mail_from: Annotated[str, Meta(description="Sender of mails: `twinspace@example.eu`. Needed with `smtp_host`.")] = ""

    log_level: Annotated[
        Literal["debug", "info", "warning", "error"],
        Meta(description="How much is logged. `debug` also writes the words of exceptions, which may hold what a person typed."),
    ] = "info"
    metrics_port: Annotated[
        int, Meta(ge=0, le=65535, description="Port for Prometheus metrics (`/metrics`), apart from the public one. 0 is off.")
    ] = 0
    metrics_host: Annotated[str, Meta(min_length=1, description="Address that the metrics port listens on.")] = "127.0.0.1"

    @cached_property
    def data_path(self) -> Path:
        """The data directory, absolute."""
        return Path(self.data_dir).expanduser().absolute()

    @cached_property
    def database(self) -> str:
        """The database's address, the default worked out."""
        return self.database_url or f"sqlite:///{self.data_path / 'twinspace.sqlite'}"

    @property
    def on_sqlite(self) -> bool:
        """Whether everything stands in one file, written by one process."""
        return self.database.startswith("sqlite")

    @cached_property
    def broker(self) -> str:
        """The broker's address, the default worked out."""
        return self.broker_url or ("memory:" if self.on_sqlite else self.database)

    @cached_property
    def address(self) -> str:
        """The public address without a slash at its end, the default worked out."""
        if self.public_url:
            return self.public_url.rstrip("/")
        host = "localhost" if self.host in ("0.0.0.0", "::", "") or _is_loopback(self.host) else self.host  # noqa: S104
        return f"http://{f'[{host}]' if ':' in host else host}:{self.port}"

    @property
    def secure(self) -> bool:
        """Whether people come over https, so that cookies can be `__Host-` and Secure."""
        return self.address.startswith("https://")

    @cached_property
    def hosts(self) -> frozenset[str]:
        """Values of the Host header that are ours, lower case. A loopback address goes by all its names."""
        parts = urlsplit(self.address)
        return frozenset(_with_port(name, parts.port, parts.scheme) for name in _names(parts.hostname or "")) | frozenset(
            _with_port(name, self.port, "http") for name in (_names("localhost") if _is_loopback(self.host) else ())
        )

    @cached_property
    def origins(self) -> frozenset[str]:
        """Values of the Origin header from which a browser may write and open a live connection."""
        parts = urlsplit(self.address)
        return frozenset(f"{parts.scheme}://{_with_port(name, parts.port, parts.scheme)}" for name in _names(parts.hostname or ""))


def load(environ: Mapping[str, str] | None = None, **overrides: Any) -> Settings:
    """Read the environment; `overrides` come from the command line, where None means "not said". Raises WrongSetting."""
    environ = os.environ if environ is None else environ
    fields = {field.name: field for field in msgspec.structs.fields(Settings)}
    said: dict[str, str] = {}
    for variable, written in environ.items():
        if not variable.startswith(PREFIX) or variable in _OF_OTHERS:
            continue
        name, text = variable.removeprefix(PREFIX).lower(), written
        if name.endswith("_file") and name.removesuffix("_file") in _MAY_BE_FILES:
            name, text = name.removesuffix("_file"), _content(variable, written)
        if name not in fields or variable != variable.upper():
            raise WrongSetting(f"{variable} is not a setting of this server; `twinspace settings` lists them all.")
        if name in said:
            raise WrongSetting(f"{PREFIX}{name.upper()} and {PREFIX}{name.upper()}_FILE are both set; set one of them.")
        said[name] = text
    values: dict[str, Any] = {name: _convert(fields[name], text) for name, text in said.items()}
    for name, value in overrides.items():
        if value is not None:
            values[name] = _convert(fields[name], value)
    settings = Settings(**values)
    _check(settings)
    return settings


def describe() -> list[tuple[str, str, str, str]]:
    """Each setting as (variable, kind of value, default, words), in the order of the fields."""
    rows = []
    for field in msgspec.structs.fields(Settings):
        default = "" if field.default in ("", ()) else _shown(field.default)
        rows.append((PREFIX + field.name.upper(), _kind(field.type), default, _meta(field.type).description or ""))
    return rows


def _convert(field: msgspec.structs.FieldInfo, value: Any) -> Any:
    """One value in its type; the sentence names the variable and what was expected, never the value."""
    variable = PREFIX + field.name.upper()
    if isinstance(value, str):
        parts = [part.strip() for part in value.split(",") if part.strip()]
        value = parts if get_origin(_bare(field.type)) is tuple else value.strip()
    try:
        return msgspec.convert(value, field.type, strict=False)
    except msgspec.ValidationError:
        raise WrongSetting(f"{variable} is wrong: it must be {_kind(field.type)}.") from None


def is_address(text: str) -> bool:
    """Whether this can be a mail address: one, plain, and without anything that a header would take for more."""
    return (
        len(text) <= 254
        and re.fullmatch(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@([A-Za-z0-9-]{1,63}\.)*[A-Za-z0-9-]{1,63}", text) is not None
    )


def _check(settings: Settings) -> None:
    """What one field alone can't say. The first thing that is wrong ends the start."""
    parts = urlsplit(settings.address)
    if (
        parts.scheme not in ("http", "https")
        or not parts.hostname
        or parts.path not in ("", "/")
        or parts.query
        or parts.fragment
        or parts.username
    ):
        raise WrongSetting(
            "TWINSPACE_PUBLIC_URL is wrong: it must be http:// or https:// with a host and perhaps a port, and nothing after it."
        )
    try:
        _ = parts.port
    except ValueError:
        raise WrongSetting("TWINSPACE_PUBLIC_URL is wrong: its port is not a number up to 65535.") from None
    for proxy in settings.trusted_proxies:
        try:
            ipaddress.ip_network(proxy, strict=False)
        except ValueError:
            raise WrongSetting(
                "TWINSPACE_TRUSTED_PROXIES is wrong: it must be addresses or networks such as 10.0.0.0/8, with commas."
            ) from None
    scheme = settings.database.split(":", 1)[0].split("+", 1)[0]
    if scheme not in ("sqlite", "postgresql"):
        raise WrongSetting("TWINSPACE_DATABASE_URL is wrong: it must begin with postgresql:// or sqlite:///.")
    _check_broker(settings)
    _check_files(settings)
    _check_single_sign_on(settings)
    _check_mail(settings)
    if settings.workers > 1 and settings.on_sqlite:
        raise WrongSetting("TWINSPACE_WORKERS is wrong: more than one process needs PostgreSQL, set TWINSPACE_DATABASE_URL.")
    if settings.workers > 1 and settings.broker.startswith("memory"):
        raise WrongSetting("TWINSPACE_BROKER_URL is wrong: memory: can't carry news between several processes.")
    if settings.metrics_port == settings.port:
        raise WrongSetting("TWINSPACE_METRICS_PORT is wrong: it must differ from the public port.")
    plain_to_others = not settings.secure and not (_is_loopback(settings.host) and _is_loopback(parts.hostname))
    if plain_to_others and not (settings.insecure_http or settings.demo):
        raise WrongSetting(
            "TWINSPACE_PUBLIC_URL must begin with https:// when other machines can reach this server; "
            "on a closed school network set TWINSPACE_INSECURE_HTTP=1 if plain http is meant."
        )


def _check_mail(settings: Settings) -> None:
    if (settings.mail_from and not is_address(settings.mail_from)) or (settings.smtp_host and not settings.mail_from):
        raise WrongSetting("TWINSPACE_MAIL_FROM is wrong: with TWINSPACE_SMTP_HOST it must be a mail address such as twinspace@example.eu.")
    if not re.fullmatch(r"[A-Za-z0-9._-]*|[0-9a-fA-F]*:[0-9a-fA-F]*:[0-9a-fA-F:.]*", settings.smtp_host):
        raise WrongSetting("TWINSPACE_SMTP_HOST is wrong: it must be the name of a host alone; its port is TWINSPACE_SMTP_PORT.")
    if bool(settings.smtp_user) != bool(settings.smtp_password):
        raise WrongSetting("TWINSPACE_SMTP_USER and TWINSPACE_SMTP_PASSWORD belong together: set both or none.")
    if settings.smtp_user and settings.smtp_security == "none" and not _is_loopback(settings.smtp_host):
        raise WrongSetting(
            "TWINSPACE_SMTP_SECURITY must be starttls or tls: without it the password of the mail server travels for everybody to read."
        )


def _check_broker(settings: Settings) -> None:
    scheme = settings.broker.split(":", 1)[0].split("+", 1)[0]
    if scheme not in BROKERS:
        schemes = ", ".join(f"{name}://" for name in list(BROKERS)[1:-1])
        raise WrongSetting(f"TWINSPACE_BROKER_URL is wrong: it must be memory: or begin with {schemes} or {list(BROKERS)[-1]}://.")
    kind = BROKERS[scheme]
    if kind.module in ("redis", "nats"):
        several = settings.broker.split(",") if kind.module == "nats" else [settings.broker]
        if not all(_is_server(one.strip(), scheme) for one in several):
            raise WrongSetting(f"TWINSPACE_BROKER_URL is wrong: it must look like {kind.example}, with nothing after it.")
    if settings.broker_url and kind.module and find_spec(kind.module) is None:
        raise WrongSetting(f"TWINSPACE_BROKER_URL is wrong as long as its client is missing: pip install 'twinspace-server[{kind.extra}]'.")


def _check_files(settings: Settings) -> None:
    if not settings.files_url:
        return
    parts = urlsplit(settings.files_url)
    if parts.scheme != "s3" or not re.fullmatch(r"[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]", parts.netloc) or parts.query or parts.fragment:
        raise WrongSetting("TWINSPACE_FILES_URL is wrong: it must look like s3://bucket or s3://bucket/folder.")
    if settings.files_endpoint and urlsplit(settings.files_endpoint).scheme not in ("http", "https"):
        raise WrongSetting("TWINSPACE_FILES_ENDPOINT is wrong: it must begin with https:// (or http:// on this machine).")
    if bool(settings.files_key) != bool(settings.files_secret):
        raise WrongSetting("TWINSPACE_FILES_KEY and TWINSPACE_FILES_SECRET belong together: set both or none.")
    if find_spec("obstore") is None:
        raise WrongSetting("TWINSPACE_FILES_URL is wrong as long as its client is missing: pip install 'twinspace-server[s3]'.")


def _check_single_sign_on(settings: Settings) -> None:
    if not settings.sso_issuer:
        return
    parts = urlsplit(settings.sso_issuer)
    if parts.scheme != "https" and not (parts.scheme == "http" and _is_loopback(parts.hostname or "")):
        raise WrongSetting("TWINSPACE_SSO_ISSUER is wrong: it must begin with https:// (or http:// on this machine).")
    if not parts.hostname or parts.query or parts.fragment:
        raise WrongSetting("TWINSPACE_SSO_ISSUER is wrong: it must be an address, without anything after its path.")
    if not settings.sso_client_id or not settings.sso_client_secret or not settings.sso_name:
        raise WrongSetting("TWINSPACE_SSO_ISSUER needs TWINSPACE_SSO_CLIENT_ID, TWINSPACE_SSO_CLIENT_SECRET and TWINSPACE_SSO_NAME too.")


def _is_server(address: str, scheme: str) -> bool:
    """Whether an address names a host and perhaps a port, user and password, and no more (but Redis's number of a database)."""
    try:
        parts = urlsplit(address)
        _ = parts.port
    except ValueError:
        return False
    nothing_after = not (parts.query or parts.fragment) and re.fullmatch(r"/?" if scheme in ("nats", "tls") else r"(/\d{0,4})?", parts.path)
    return parts.scheme == scheme and bool(parts.hostname) and bool(nothing_after)


def _content(variable: str, path: str) -> str:
    try:
        return Path(path).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        raise WrongSetting(f"{variable} is wrong: the file that it names can't be read.") from None


def _is_loopback(host: str) -> bool:
    if host.lower() == "localhost" or host.lower().endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def _names(host: str) -> tuple[str, ...]:
    return (
        ("localhost", "127.0.0.1", "[::1]")
        if host in ("localhost", "127.0.0.1", "::1")
        else (f"[{host}]" if ":" in host else host.lower(),)
    )


def _with_port(name: str, port: int | None, scheme: str) -> str:
    return name if port is None or port == {"http": 80, "https": 443}[scheme] else f"{name}:{port}"


def _bare(kind: Any) -> Any:
    while get_origin(kind) is Annotated:
        kind = get_args(kind)[0]
    return kind


def _meta(kind: Any) -> Meta:
    found: Meta = get_args(kind)[1] if get_origin(kind) is Annotated else Meta()
    return found


def _shown(value: Any) -> str:
    return {True: "1", False: "0"}[value] if isinstance(value, bool) else f"{value:g}" if isinstance(value, float) else str(value)


def _kind(kind: Any) -> str:
    """The type in words, with its bounds, as a sentence can use it."""
    meta, bare = _meta(kind), _bare(kind)
    if get_origin(bare) is Literal:
        return "one of " + ", ".join(get_args(bare))
    if get_origin(bare) is tuple:
        return "a list with commas"
    if bare is bool:
        return "1 or 0"
    if bare in (int, float):
        low = f"above {meta.gt:g}" if meta.gt is not None else f"from {meta.ge}"
        return f"{'a whole number' if bare is int else 'a number'} {low} to {meta.le}"
    if meta.max_length is not None:
        return f"a text of {meta.min_length or 0} to {meta.max_length} characters"
    return "a text"
