"""The command `twinspace`: start the server, look after its database, print its documents.

A person at a console calls it, `make` does, and a service manager. What is heavy is imported inside the commands, so
that `twinspace version` answers at once and a wrong setting is told before anything starts. Exit codes: 0 done,
1 it can't be done now (the port is taken, the directory is in use), 2 it was asked wrongly.
"""

import asyncio
import contextlib
import gc
import json
import os
import shutil
import socket
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click
import msgspec

from twinspace_server import __version__, ids, logs
from twinspace_server import settings as settings_of
from twinspace_server.settings import Settings, WrongSetting

if TYPE_CHECKING:
    import uvicorn

_ASK_LATER = 1
_ASKED_WRONGLY = 2
_MAX_HEAD = 16 * 1024
_FACTORY = "twinspace_server.app:create_from_env"


@click.group()
def app() -> None:
    """The TwinSpace server."""


@app.command()
@click.option("--data", metavar="DIR", help="Directory that holds everything.", show_default="data")
@click.option("--host", help="Address to listen on.", show_default="127.0.0.1")
@click.option("--port", type=int, help="Port to listen on.", show_default="8000")
@click.option("--workers", type=int, help="Processes (more than one needs PostgreSQL).", show_default="1")
@click.option("--demo", is_flag=True, help="Fill an empty data directory with two schools that chat.")
@click.option("--reload", is_flag=True, help="Start again when the code changes, for development.")
def serve(*, data: str | None, host: str | None, port: int | None, workers: int | None, demo: bool, reload: bool) -> None:
    """Start the server."""
    _put("DATA_DIR", data)
    _put("HOST", host)
    _put("PORT", port)
    _put("WORKERS", workers)
    _put("DEMO", "1" if demo else None)
    gc.disable()  # a start makes many things and drops few; the collector would walk them again and again
    settings = _settings()
    logs.configure(settings.log_level)
    _prepare_directory(settings)
    listening = _listen(settings)
    with _sentences():
        _prepare_database(settings)
        _prepare_broker(settings)
        if settings.demo:
            _found_demo(settings)
        else:
            _greet(settings, asyncio.run(_code_to_set_up(settings)))
        _warn_of_plain_http(settings)
        _run(settings, listening, reload=reload)


@app.command()
@click.option("--check", is_flag=True, help="Only say whether tables and migrations agree (for developers).")
@click.option("--new", metavar="WORDS", help="Write a new migration from the tables (for developers).")
def migrate(check: bool, new: str | None) -> None:
    """Bring the database to this version. SQLite does so by itself when the server starts."""
    from twinspace_server import app as whole  # noqa: F401 - it knows every table
    from twinspace_server.storage import migrate as migrations

    settings = _settings()
    logs.configure(settings.log_level)
    with _sentences():
        if check:
            differences = migrations.check_migrations()
            if differences:
                _stop("Tables and migrations differ; run make migration:\n" + "\n".join(differences), _ASK_LATER)
            click.echo("Tables and migrations agree.")
        elif new is not None:
            click.echo(f"Wrote {migrations.revision(new)}.")
        else:
            _prepare_directory(settings)
            copy = migrations.upgrade(settings.database)
            click.echo("The database is at this version." + (f" A copy of what it was: {copy}." if copy else ""))


@app.command("create-admin")
@click.argument("username", help="Name to sign in with.")
@click.option("--name", help="Name that others see.", show_default="the user name")
@click.option("--email", help="Mail address, for a new password when this one is lost.")
@click.option("--password-stdin", is_flag=True, help="Read the password from standard input, not from the keyboard.")
def create_admin(username: str, name: str | None, email: str | None, password_stdin: bool) -> None:
    """Make an operator: somebody who runs the installation and is a member of no space."""
    settings = _settings()
    logs.configure(settings.log_level)
    if password_stdin:
        password = sys.stdin.readline().rstrip("\r\n")
    else:
        password = click.prompt("Password (10 characters or more)", hide_input=True, confirmation_prompt="Once more")
    with _sentences():
        _prepare_directory(settings)
        _prepare_database(settings)
        asyncio.run(_add_operator(settings, username, name or username, password, email))
    click.echo(f"{username} can sign in at {settings.address}.")


@app.command()
@click.argument("file", type=click.Path(path_type=Path), help="File to write, for instance twinspace-2026-11-21.tar.")
def backup(file: Path) -> None:
    """Write the whole installation into one file. The server may run meanwhile."""
    from twinspace_server.storage import backup as backups

    settings = _settings()
    logs.configure(settings.log_level)
    with _sentences():
        out, _ = _files_elsewhere(settings)
        made = backups.write(settings.database, settings.data_path, file, leave_out=_passing(), collect=out)
    click.echo(f"Wrote {file}: {made.rows} rows, {made.files} files, {made.bytes} bytes.")


def _files_elsewhere(settings: Settings) -> tuple[Callable[[Path], object] | None, Callable[[Path], object] | None]:
    """How a backup gets at files that don't lie in the data directory, and how they get back there."""
    if not settings.files_url:
        return None, None
    from twinspace_server.files import open_files
    from twinspace_server.files.copying import bring_in, bring_out

    store = open_files(settings)
    return lambda directory: asyncio.run(bring_out(store, directory)), lambda directory: asyncio.run(bring_in(store, directory))


@app.command()
@click.argument("file", type=click.Path(path_type=Path), help="File that `twinspace backup` wrote.")
@click.option("--replace", is_flag=True, help="Replace what is there; without this the target must be empty.")
def restore(file: Path, replace: bool) -> None:
    """Bring a backup back. The server must be stopped; everybody signs in again afterwards."""
    from twinspace_server import app as whole  # noqa: F401 - it knows every table
    from twinspace_server.cms import page_rows
    from twinspace_server.live import log
    from twinspace_server.storage import backup as backups

    settings = _settings()
    logs.configure(settings.log_level)
    with _sentences():
        _prepare_directory(settings)
        # New tags: whoever kept a bookmark, or has a page open, from after the backup is told to load anew.
        fresh = {(log.heads.name, "tag"): ids.tag, (page_rows.page_doc.name, "generation"): ids.tag}
        _, back = _files_elsewhere(settings)
        put = backups.restore(settings.database, settings.data_path, file, replace=replace, fresh=fresh, give=back)
        gone = asyncio.run(_erase_again(settings))
    click.echo(f"Restored {put.rows} rows and {put.files} files, as they were at {put.made_at}. Everybody signs in again.")
    if gone:
        click.echo(f"{gone} persons were erased since; the server erases them once more when it starts.")


async def _erase_again(settings: Settings) -> int:
    """Whoever is on the list of erasures beside the database is not brought back by an old backup."""
    from twinspace_server import clock
    from twinspace_server.people import erasure
    from twinspace_server.storage import open_store
    from twinspace_server.storage.store import Lock, Unit

    if not (settings.data_path / erasure.LIST).exists():
        return 0
    store = open_store(settings.database)
    await store.start()
    try:
        return await store.write(Unit("house", lambda db: erasure.again(db, settings.data_path, clock.system()), law=Lock.NONE))
    finally:
        await store.close()


@app.command()
def reindex() -> None:
    """Build the full text anew, for instance when search misses something. With SQLite the server must be stopped."""
    settings = _settings()
    logs.configure(settings.log_level)
    with _sentences():
        count = asyncio.run(_reindex(settings))
    click.echo(f"The full text of {count} spaces was built anew.")


@app.command("settings")
@click.option("--markdown", is_flag=True, help="As docs/settings.md.")
def show_settings(markdown: bool) -> None:
    """List every setting."""
    if markdown:
        click.echo(settings_page(), nl=False)
        return
    for variable, kind, default, words in settings_of.describe():
        click.echo(f"{variable}\n    {words}\n    {kind[0].upper()}{kind[1:]}{f'; default {default}' if default else ''}.")


@app.command("print")
@click.argument("what", help="openapi, asyncapi, types (JSON Schema) or protocol (Markdown lists).")
def print_document(what: str) -> None:
    """Print a document made from the registry of commands and queries."""
    from twinspace_server import app as whole
    from twinspace_server.web import documents

    # Not this installation's settings: the documents in the repository are the same for everybody.
    everywhere = Settings()
    makers = {
        "openapi": lambda everything: documents.openapi(everything, everywhere),
        "asyncapi": lambda everything: documents.asyncapi(everything, everywhere),
        "types": documents.types_schema,
        "protocol": documents.protocol_lists,
    }
    if what not in makers:
        _stop(f"There is no document {what}; there are {', '.join(makers)}.", _ASKED_WRONGLY)
    click.echo(makers[what](whole.registry()))


@app.command()
def version() -> None:
    """Print the version."""
    click.echo(__version__)


def _put(name: str, value: str | int | None) -> None:
    """What was said on the command line is put into the environment, where worker processes find it too."""
    if value is not None:
        os.environ[settings_of.PREFIX + name] = str(value)


def _settings() -> Settings:
    try:
        return settings_of.load()
    except WrongSetting as wrong:
        _stop(str(wrong), _ASKED_WRONGLY)


def _stop(sentence: str, code: int) -> NoReturn:
    click.echo(sentence, err=True)
    raise click.exceptions.Exit(code)


@contextlib.contextmanager
def _sentences() -> Iterator[None]:
    """What is known to go wrong is told in one sentence, without a traceback."""
    from twinspace_server import i18n
    from twinspace_server.errors import TwinspaceError
    from twinspace_server.storage.store import CannotStart

    try:
        yield
    except CannotStart as why:
        _stop(str(why), _ASK_LATER)
    except TwinspaceError as why:
        _stop(
            " ".join(part for part in (i18n.told(why, "en")["message"], why.path and f"({why.path.removeprefix('$.')})") if part),
            _ASK_LATER,
        )
    except KeyboardInterrupt:
        raise click.exceptions.Exit(130) from None


def _prepare_directory(settings: Settings) -> None:
    try:
        settings.data_path.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as why:
        _stop(f"The data directory {settings.data_path} can't be made: {why.strerror}.", _ASK_LATER)


def _listen(settings: Settings) -> socket.socket:
    """Take the port before anything else: nothing was changed when it is taken, and whoever comes back after a crash need only wait."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((settings.host, settings.port))
        listening.listen(2048)
    except OSError as why:
        listening.close()
        _stop(
            f"Port {settings.port} on {settings.host} can't be used: {why.strerror}. Choose another with --port or TWINSPACE_PORT.",
            _ASK_LATER,
        )
    listening.set_inheritable(True)
    return listening


def _prepare_database(settings: Settings) -> None:
    """SQLite is brought to this version by itself; on PostgreSQL that is somebody's decision, except on an empty database."""
    from twinspace_server.storage import standing

    if standing.is_newest(settings.database):
        return

    from twinspace_server import app as whole  # noqa: F401 - it knows every table
    from twinspace_server.storage import migrate as migrations

    if settings.on_sqlite:
        migrations.upgrade(settings.database)
        return
    stands = migrations.state(settings.database)
    if stands.current is None:
        migrations.upgrade(settings.database)
    elif not stands.is_newest:
        _stop("The database is not at this version. Make a backup, then run: twinspace migrate", _ASK_LATER)


def _prepare_broker(settings: Settings) -> None:
    """Speak with it once, so that what is wrong is told here and not by each process."""
    if not settings.broker_url:
        return

    from twinspace_server.broker import open_broker

    async def speak() -> None:
        broker = open_broker(settings.broker_url, settings.database, "start")
        await broker.start(lambda _space, _number: None, lambda _signal: None, lambda: None)
        await broker.close()

    asyncio.run(speak())


def _found_demo(settings: Settings) -> None:
    """Fill an empty installation, once, and say who may sign in."""
    from twinspace_server.storage import backup as backups

    report = settings.data_path / "demo.json"
    if not report.exists():
        if backups.inhabited(settings.database):
            click.echo(f"TwinSpace is at {settings.address}. It holds an installation already, so no demo was added (stop with Ctrl+C).")
            return
        click.echo("Making the demo: two schools, their people and some days of chat …")
        _make_demo(settings)
    told: dict[str, Any] = json.loads(report.read_text(encoding="utf-8"))
    if told["base_url"] != settings.address:
        if told.get("public_url"):
            told["public_url"] = told["public_url"].replace(told["base_url"], settings.address, 1)
        told["base_url"] = settings.address
        report.write_text(json.dumps(told, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    width = max(len(person["name"]) for person in told["people"])
    click.echo(f"\nTwinSpace with demo data: {settings.address}\n\nSign in as:")
    for person in told["people"]:
        role = (person["role"] or "in no space") + (", administrator" if person.get("administrator") else "")
        click.echo(f"  {person['name']:<{width}}  password {person['password']:<30} {role}")
    if told.get("public_url"):
        click.echo(f"\nPublished for everybody: {told['public_url']}")
    click.echo(f"\n(also in {report}; stop with Ctrl+C)\n")


def _greet(settings: Settings, code: str | None) -> None:
    """Say where it is, and to whoever sees this terminal how it is set up, as long as nobody runs it."""
    if code is None:
        click.echo(f"TwinSpace is at {settings.address} (stop with Ctrl+C).")
        return
    click.echo(
        f"\nTwinSpace is at {settings.address} and waits to be set up (stop with Ctrl+C).\n\n"
        f"Open {settings.address}/setup and type this code:\n\n    {code}\n\n"
        "It holds until somebody used it, or until the next start, which prints another.\n"
        "Or make an operator here: stop the server, and run `twinspace create-admin NAME`.\n"
    )


async def _code_to_set_up(settings: Settings) -> str | None:
    """A new code for the set-up page of an installation that nobody runs yet. Made here, before there are several processes."""
    from twinspace_server.people import setting_up
    from twinspace_server.storage import open_store

    store = open_store(settings.database)
    await store.start()
    try:
        waits = await store.read(setting_up.waits)
    finally:
        await store.close()
    if not waits:
        return None
    from twinspace_server.app import assemble

    code = setting_up.new_code()
    async with assemble(settings) as house:
        reply = await house.dispatcher.house("setup.offer", setting_up.Offer(mark=setting_up.mark_of(code)))
    return code if reply.result["offered"] else None


def _make_demo(settings: Settings) -> None:
    """On SQLite it is made in a directory beside and moved into place whole, so that an interrupted start leaves no half."""
    from twinspace_server import demo
    from twinspace_server.storage import migrate as migrations

    if settings.database_url:
        asyncio.run(demo.found(settings))
        return
    room = settings.data_path / ".founding"
    shutil.rmtree(room, ignore_errors=True)
    room.mkdir(mode=0o700)
    beside = msgspec.structs.replace(settings, data_dir=str(room))
    migrations.upgrade(beside.database)
    asyncio.run(demo.found(beside))
    for name in ("files", "twinspace.sqlite", "demo.json"):
        if (room / name).exists():
            (room / name).replace(settings.data_path / name)
    shutil.rmtree(room)


def _passing() -> frozenset[str]:
    """Tables that mean nothing in another life of the installation: who is signed in or here, and events that bookmarks point to."""
    from twinspace_server import identity
    from twinspace_server.law import present
    from twinspace_server.live import log
    from twinspace_server.people import throttle

    return frozenset(table.name for table in (identity.sessions, present.presence, log.log, throttle.failures, throttle.met))


def _warn_of_plain_http(settings: Settings) -> None:
    if not settings.secure and settings.host not in ("127.0.0.1", "::1", "localhost"):
        logs.get(__name__).warning("plain http: whoever shares the network can read passwords and messages", host=settings.host)


def _run(settings: Settings, listening: socket.socket, *, reload: bool) -> None:
    import uvicorn

    from twinspace_server import metrics
    from twinspace_server.live.frames import FrameProtocol
    from twinspace_server.web.heads import BoundedHttp

    config = uvicorn.Config(
        _FACTORY,
        factory=True,
        loop="uvloop" if sys.platform != "win32" else "asyncio",
        http=BoundedHttp,
        ws=FrameProtocol,
        # Co-edited pages need more than chat's 64 KB, which the live socket bounds itself.
        ws_max_size=3 * 1024 * 1024,
        ws_per_message_deflate=False,
        ws_ping_interval=settings.ping_interval,
        ws_ping_timeout=settings.ping_timeout,
        lifespan="on",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=bool(settings.trusted_proxies),
        forwarded_allow_ips=list(settings.trusted_proxies),
        timeout_keep_alive=15,
        timeout_graceful_shutdown=settings.shutdown_seconds,
        h11_max_incomplete_event_size=_MAX_HEAD,
        workers=settings.workers,
        reload=reload,
        reload_dirs=[str(Path(__file__).parent)] if reload else None,
    )
    if settings.workers > 1:
        metrics.share_between_processes(settings.data_path / ".metrics")
    end_metrics = None
    if settings.metrics_port:
        try:
            end_metrics = metrics.serve(settings.metrics_host, settings.metrics_port)
        except OSError as why:
            _stop(f"The metrics port {settings.metrics_port} can't be used: {why.strerror}.", _ASK_LATER)
    try:
        _serve(config, listening)
    finally:
        if end_metrics is not None:
            end_metrics()


def _serve(config: "uvicorn.Config", listening: socket.socket) -> None:
    import uvicorn
    from uvicorn.supervisors import ChangeReload, Multiprocess

    server = uvicorn.Server(config)
    if config.should_reload:
        ChangeReload(config, target=server.run, sockets=[listening]).run()
    elif config.workers > 1:
        Multiprocess(config, sockets=[listening]).run()
    else:
        server.run(sockets=[listening])
        if not server.started:
            raise click.exceptions.Exit(_ASK_LATER)


async def _reindex(settings: Settings) -> int:
    from twinspace_server.app import assemble
    from twinspace_server.live.indexing import behind
    from twinspace_server.spaces.search import Forget, Index

    async with assemble(settings) as house:
        await house.dispatcher.house("search.forget", Forget())
        spaces = await house.store.read(behind)
        for space in spaces:
            while (await house.dispatcher.house("search.index", Index(), space)).result["more"]:
                pass
    return len(spaces)


async def _add_operator(settings: Settings, username: str, name: str, password: str, email: str | None) -> None:
    from twinspace_server import app as whole
    from twinspace_server.live.dispatch import unreadable
    from twinspace_server.people.accounts import AddPerson

    try:
        asked = msgspec.convert({"username": username, "name": name, "password": password, "email": email, "adult": True}, AddPerson)
    except msgspec.ValidationError as error:
        raise unreadable(error) from None
    async with whole.assemble(settings) as house:
        reply = await house.dispatcher.house("people.add_operator", asked)
        if reply.refusal is not None:
            raise reply.refusal


def settings_page() -> str:
    rows = [
        "# Settings",
        "",
        "Made by `make documents` from `twinspace_server/settings.py`; `twinspace settings` prints the same.",
        "",
        "A setting is a variable of the server's environment. A wrong one, or one that does not exist, stops the start with a sentence",
        "that names it (exit code 2). `TWINSPACE_DATABASE_URL` and `TWINSPACE_BROKER_URL` may hold passwords: set `…_FILE` to the path of",
        "a file that holds the value instead.",
        "",
        "| variable | what it does | value | default |",
        "| --- | --- | --- | --- |",
    ]
    rows += [
        f"| `{variable}` | {words} | {kind} | {f'`{default}`' if default else ''} |"
        for variable, kind, default, words in settings_of.describe()
    ]
    return "\n".join(rows) + "\n"
