"""A whole installation in one file, out of a running server and into a stopped one.

The command line calls it. The file is a tar of `manifest.json`, `tables/<name>.jsonl` (its columns, then a row a line)
and `files/`; it says nothing of the database it came from, so a backup of SQLite can be brought back into PostgreSQL
and the other way round. It must never show a moment that was not: all tables are read in one transaction.
"""

import asyncio
import hashlib
import os
import shutil
import sqlite3
import tarfile
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import IO, Any, TypeVar

import msgspec
from sqlalchemy import Connection, MetaData, Select, Table, create_engine, func, inspect, make_url, select, text
from sqlalchemy import column as a_column
from sqlalchemy import table as a_table
from sqlalchemy.pool import NullPool
from sqlalchemy.schema import AddConstraint, DropConstraint
from sqlalchemy.util import greenlet_spawn

from .. import __version__
from . import fulltext, migrate
from .lasting import sync_directory
from .lockfile import LockFile
from .store import CannotStart

T = TypeVar("T")

FORMAT = 1
_VERSION_TABLE = "alembic_version"
_FILES = "files"
_AT_ONCE = 1000
_MANIFEST_BYTES = 1024 * 1024

Fresh = Mapping[tuple[str, str], Callable[[], str]]
"""Columns, by table and name, that get a new value in every row that is brought back."""


class Part(msgspec.Struct, frozen=True):
    """One table in the file."""

    rows: int
    sha256: str


class Manifest(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the file says of itself."""

    format: int
    version: str
    revision: str
    made_at: str
    tables: dict[str, Part]


@dataclass(frozen=True, slots=True)
class Made:
    """What was written, or brought back."""

    rows: int
    files: int
    bytes: int
    made_at: str


Files = Callable[[Path], object]
"""Brings the files of an installation into a directory, or out of one."""


def write(database: str, data: Path, file: Path, *, leave_out: frozenset[str] = frozenset(), collect: Files | None = None) -> Made:
    """Write `file`, whole or not at all. `leave_out` names tables that mean nothing later (sessions, presence).

    Where the files don't lie in the data directory, `collect` fetches them, after the tables: so none that a row names is missing.
    """
    if file.exists():
        raise CannotStart(f"{file} is there already; a backup never overwrites anything.")
    if not file.parent.is_dir():
        raise CannotStart(f"The directory {file.parent} for the backup does not exist.")
    made_at = datetime.now(UTC).isoformat(timespec="seconds")
    with tempfile.TemporaryDirectory(prefix=".twinspace-backup-", dir=file.parent) as there:
        room = Path(there)
        revision, parts = _read_all(database, lambda connection: _dump(connection, room, leave_out), room)
        manifest = Manifest(FORMAT, __version__, revision, made_at, parts)
        lying = data / _FILES
        if collect is not None:
            lying = room / _FILES
            collect(lying)
        whole = room / "whole.tar"
        files = _pack(whole, room, manifest, lying)
        size = whole.stat().st_size
        os.replace(whole, file)
        sync_directory(file.parent)
    return Made(sum(part.rows for part in parts.values()), files, size, made_at)


def restore(database: str, data: Path, file: Path, *, replace: bool = False, fresh: Fresh | None = None, give: Files | None = None) -> Made:
    """Bring `file` back into an empty installation, or with `replace` in the place of what is there.

    Where the files don't lie in the data directory, `give` puts them where they do.
    """
    with _opened(file) as tar:
        manifest = _manifest(tar, file)
        if not migrate.known(manifest.revision):
            raise CannotStart(
                f"{file} was made by version {manifest.version}, which is newer than this one ({__version__}). Upgrade first."
            )
        _verify(tar, manifest)
        if make_url(database).get_backend_name() == "sqlite":
            _into_sqlite(Path(make_url(database).database or ""), tar, manifest, fresh or {}, replace)
        else:
            _into_postgresql(database, tar, manifest, fresh or {}, replace)
        if give is None:
            files = _unpack_files(tar, data, replace)
        else:
            with tempfile.TemporaryDirectory(prefix=".twinspace-restore-", dir=data) as there:
                files = _unpack_files(tar, Path(there), replace)
                give(Path(there) / _FILES)
    return Made(sum(part.rows for part in manifest.tables.values()), files, file.stat().st_size, manifest.made_at)


def inhabited(database: str) -> bool:
    """Whether anybody lives here: an installation without people is as good as empty."""
    if make_url(database).get_backend_name() == "sqlite":
        return _on_sqlite(Path(make_url(database).database or ""), _holds_people)
    return _on_postgresql(database, _holds_people)


def _read_all(database: str, read: Callable[[Connection], T], room: Path) -> T:
    """Call `read` with a connection that sees one moment. SQLite is copied first, so that the server's log of writes doesn't grow."""
    url = make_url(database)
    if url.get_backend_name() == "sqlite":
        source = Path(url.database or "")
        if not source.exists():
            raise CannotStart(f"There is no database at {source}; is TWINSPACE_DATA_DIR right?")
        copy = room / "copy.sqlite"
        with closing(sqlite3.connect(f"file:{source}?mode=ro", uri=True, timeout=30)) as live, closing(sqlite3.connect(copy)) as still:
            live.backup(still)
        try:
            return _on_sqlite(copy, read)
        finally:
            copy.unlink()
    return _on_postgresql(database, read, isolation_level="REPEATABLE READ")


def _on_sqlite(file: Path, work: Callable[[Connection], T]) -> T:
    engine = create_engine(f"sqlite:///{file}", poolclass=NullPool, hide_parameters=True)
    with engine.begin() as connection:
        return work(connection)


def _on_postgresql(database: str, work: Callable[[Connection], T], **options: Any) -> T:
    engine = create_engine(
        make_url(database).set(drivername="postgresql+asyncpg"),
        poolclass=NullPool,
        hide_parameters=True,
        connect_args={"server_settings": {"application_name": "twinspace backup"}},
        execution_options=options,
    )

    def run() -> T:
        with engine.begin() as connection:
            return work(connection)

    try:
        answer: T = asyncio.run(greenlet_spawn(run))
        return answer
    except OSError as error:
        raise CannotStart("The database can't be reached.") from error


def _dump(connection: Connection, room: Path, leave_out: frozenset[str]) -> tuple[str, dict[str, Part]]:
    sees = inspect(connection)
    names = sorted(name for name in set(sees.get_table_names()) - leave_out if not fulltext.ours(name))
    if _VERSION_TABLE not in names:
        raise CannotStart("This database holds no TwinSpace.")
    revision = str(connection.execute(text(f"SELECT version_num FROM {_VERSION_TABLE}")).scalar_one())  # noqa: S608 - a constant
    parts = {}
    for name in names:
        if name == _VERSION_TABLE:
            continue
        columns = [column["name"] for column in sees.get_columns(name) if not fulltext.ours(column["name"])]
        order = sees.get_pk_constraint(name)["constrained_columns"]
        statement: Select[*tuple[Any, ...]] = (
            select(*(a_column(c) for c in columns)).select_from(a_table(name)).order_by(*(a_column(c) for c in order))
        )
        parts[name] = _dump_table(connection, statement, columns, room / f"{name}.jsonl")
    return revision, parts


def _dump_table(connection: Connection, statement: Select[*tuple[Any, ...]], columns: list[str], file: Path) -> Part:
    encode = msgspec.json.Encoder().encode
    rows, digest = 0, hashlib.sha256()
    with file.open("wb") as out:

        def put(value: Any) -> None:
            line = encode(value) + b"\n"
            digest.update(line)
            out.write(line)

        put(columns)
        for row in connection.execution_options(yield_per=_AT_ONCE).execute(statement):
            put(tuple(row))
            rows += 1
    return Part(rows, digest.hexdigest())


def _pack(whole: Path, room: Path, manifest: Manifest, files: Path) -> int:
    count = 0
    with whole.open("wb") as out:
        os.chmod(whole, 0o600)
        with tarfile.open(fileobj=out, mode="w", format=tarfile.PAX_FORMAT) as tar:
            said = msgspec.json.format(msgspec.json.encode(manifest))
            about = tarfile.TarInfo("manifest.json")
            about.size, about.mode, about.mtime = len(said), 0o600, int(datetime.now(UTC).timestamp())
            tar.addfile(about, BytesIO(said))
            for name in manifest.tables:
                tar.add(room / f"{name}.jsonl", f"tables/{name}.jsonl")
            for path in sorted(files.rglob("*")) if files.is_dir() else ():
                if not path.is_file() or path.is_symlink() or _hidden(path, files):
                    continue
                with suppress(FileNotFoundError):  # nobody named it any more, and it was dropped
                    tar.add(path, f"{_FILES}/{path.relative_to(files).as_posix()}")
                    count += 1
        out.flush()
        os.fsync(out.fileno())
    return count


def _hidden(path: Path, files: Path) -> bool:
    """What is only on its way in."""
    return any(part.startswith(".") for part in path.relative_to(files).parts)


@contextmanager
def _opened(file: Path) -> Iterator[tarfile.TarFile]:
    try:
        tar = tarfile.open(file, "r:")  # noqa: SIM115 - what goes wrong later is told in other words
    except OSError as error:
        raise CannotStart(f"{file} can't be read: {error.strerror}.") from error
    except tarfile.TarError as error:
        raise CannotStart(f"{file} is no backup, or it is damaged.") from error
    with tar:
        try:
            yield tar
        except tarfile.TarError as error:
            raise CannotStart(f"{file} is no backup, or it is damaged.") from error


def _manifest(tar: tarfile.TarFile, file: Path) -> Manifest:
    first = tar.next()
    inside = tar.extractfile(first) if first is not None and first.name == "manifest.json" and first.size <= _MANIFEST_BYTES else None
    try:
        manifest = msgspec.json.decode(inside.read() if inside else b"", type=Manifest)
    except msgspec.DecodeError as error:
        raise CannotStart(f"{file} is no backup, or it is damaged.") from error
    if manifest.format != FORMAT:
        raise CannotStart(f"{file} has the format {manifest.format}; this version reads format {FORMAT}.")
    return manifest


def _into_sqlite(target: Path, tar: tarfile.TarFile, manifest: Manifest, fresh: Fresh, replace: bool) -> None:
    """Built beside and moved into place as the last step, so that an interrupted restore changes nothing."""
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    lock = LockFile(target.parent)
    lock.take()
    try:
        if target.exists() and not replace and _on_sqlite(target, _holds_people):
            raise CannotStart(f"{target} already holds an installation; use --replace to put the backup in its place.")
        room = target.parent / ".restoring"
        shutil.rmtree(room, ignore_errors=True)
        room.mkdir(mode=0o700)
        built = room / target.name
        migrate.upgrade(f"sqlite:///{built}", manifest.revision)
        _on_sqlite(built, lambda connection: _fill(connection, tar, manifest, fresh))
        migrate.upgrade(f"sqlite:///{built}")
        with closing(sqlite3.connect(built)) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            connection.execute("PRAGMA journal_mode=DELETE")
        with built.open("rb+") as whole:
            os.fsync(whole.fileno())
        for left_over in (f"{target}-wal", f"{target}-shm"):
            Path(left_over).unlink(missing_ok=True)
        os.replace(built, target)
        sync_directory(target.parent)
        shutil.rmtree(room)
    finally:
        lock.release()


def _into_postgresql(database: str, tar: tarfile.TarFile, manifest: Manifest, fresh: Fresh, replace: bool) -> None:
    def look(connection: Connection) -> None:
        others = connection.execute(
            text(
                "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                " AND pid <> pg_backend_pid() AND application_name LIKE 'twinspace%'"
            )
        ).scalar_one()
        if others:
            raise CannotStart("A TwinSpace server uses this database. Stop it first.")
        if not replace and _holds_people(connection):
            raise CannotStart("This database already holds an installation; use --replace to put the backup in its place.")
        for name in {*manifest.tables, *inspect(connection).get_table_names()} & {*manifest.tables, *migrate.tables(), _VERSION_TABLE}:
            connection.execute(text(f'DROP TABLE IF EXISTS "{name}" CASCADE'))

    _on_postgresql(database, look)
    migrate.upgrade(database, manifest.revision)
    _on_postgresql(database, lambda connection: _fill(connection, tar, manifest, fresh))
    migrate.upgrade(database)


def _holds_people(connection: Connection) -> bool:
    if "people" not in inspect(connection).get_table_names():
        return False
    return bool(connection.execute(select(func.count()).select_from(a_table("people"))).scalar_one())


def _fill(connection: Connection, tar: tarfile.TarFile, manifest: Manifest, fresh: Fresh) -> None:
    """All rows in one transaction. What rows point to is checked at the end: within a table any order must do."""
    there = MetaData()
    there.reflect(connection)
    unknown = set(manifest.tables) - set(there.tables)
    if unknown:
        raise CannotStart(f"The backup has tables that its revision does not know ({', '.join(sorted(unknown))}): it is damaged.")
    pointing = [key for table in there.tables.values() for key in table.foreign_key_constraints if connection.dialect.name != "sqlite"]
    for key in pointing:
        connection.execute(DropConstraint(key))
    for name in manifest.tables:
        _fill_table(
            connection, _lines(tar, name), there.tables[name], {column: make for (table, column), make in fresh.items() if table == name}
        )
    for key in pointing:
        connection.execute(AddConstraint(key))
    if connection.dialect.name == "sqlite":
        broken = {row[0] for row in connection.execute(text("PRAGMA foreign_key_check"))}
        if broken:
            raise CannotStart(f"In the backup rows of {', '.join(sorted(broken))} point to nothing: it is damaged.")


def _verify(tar: tarfile.TarFile, manifest: Manifest) -> None:
    """Read everything once before anything is changed."""
    for name, part in manifest.tables.items():
        digest, lines = hashlib.sha256(), 0
        for line in _lines(tar, name):
            digest.update(line)
            lines += 1
        if lines != part.rows + 1 or digest.hexdigest() != part.sha256:
            raise CannotStart(f"The backup's table {name} is damaged; nothing was restored.")
    if any(".." in Path(member.name).parts for member in tar.getmembers()):
        raise CannotStart("The backup names files outside its own directory: it is no backup of ours.")


def _lines(tar: tarfile.TarFile, name: str) -> IO[bytes]:
    try:
        lines = tar.extractfile(f"tables/{name}.jsonl")
    except KeyError:
        lines = None
    if lines is None:
        raise CannotStart(f"The backup lacks the table {name}: it is damaged.")
    return lines


def _fill_table(connection: Connection, lines: IO[bytes], table: Table, fresh: dict[str, Callable[[], str]]) -> None:
    decode = msgspec.json.Decoder(list[str | int | float | bool | None]).decode
    columns = [str(column) for column in decode(lines.readline())]
    if not set(columns) <= set(table.columns.keys()):
        raise CannotStart(f"The backup's table {table.name} has other columns than its revision: it is damaged.")
    renewed = {column: make for column, make in fresh.items() if column in columns}
    while several := [decode(line) for line in islice(lines, _AT_ONCE)]:
        rows = [dict(zip(columns, values, strict=True)) for values in several]
        for row in rows:
            row.update({column: make() for column, make in renewed.items()})
        connection.execute(table.insert(), rows)


def _unpack_files(tar: tarfile.TarFile, data: Path, replace: bool) -> int:
    members = [member for member in tar.getmembers() if member.isreg() and member.name.startswith(f"{_FILES}/")]
    target = data / _FILES
    if replace and target.exists():
        shutil.rmtree(target)
    for member in members:
        inside = tar.extractfile(member)
        assert inside is not None
        path = data / member.name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as out:
            shutil.copyfileobj(inside, out)
    return len(members)
