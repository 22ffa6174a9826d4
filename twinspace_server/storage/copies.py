"""Copies of the database file that stand beside it: made before an upgrade (`migrate`), dropped when they are old.

They hold who was erased since, so none may stay for ever. Nothing here opens the database that is being served.
"""

import os
import sqlite3
from contextlib import closing, suppress
from pathlib import Path


def copied(file: Path, name: str) -> Path:
    """A whole, synced copy beside the file; SQLite's own backup, because the newest commits stand in the WAL."""
    target, part = file.with_name(name), file.with_name(f"{name}.part")
    part.unlink(missing_ok=True)
    with closing(sqlite3.connect(file)) as source, closing(sqlite3.connect(part)) as copy:
        source.backup(copy)
    with part.open("rb") as written:
        os.fsync(written.fileno())
    part.replace(target)
    return target


def forget_copies(file: Path, before: float) -> int:
    """Drop the copies that upgrades have made beside the file before that time (in seconds): they hold who was erased since."""
    gone = 0
    for copy in file.parent.glob(f"{file.name}.before-*"):
        with suppress(OSError):
            if copy.stat().st_mtime < before:
                copy.unlink()
                gone += 1
    return gone
