"""What this disk and SQLite allow: commits of the bare driver with `synchronous=FULL`, and synced appends.

The yardstick beside `commands`: no server stores a command with fewer than one synced commit for each group of commands.
"""

import os
import sqlite3
import time
from pathlib import Path
from typing import Any


def commits(path: Path, rows: int, seconds: float) -> dict[str, Any]:
    """One transaction of `rows` inserts after the other."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("CREATE TABLE IF NOT EXISTS message (id INTEGER PRIMARY KEY, author TEXT, at INTEGER, text TEXT)")
    values = [("pia", 1, "x" * 80)] * rows
    done, start, cpu = 0, time.monotonic(), time.process_time()
    while time.monotonic() - start < seconds:
        connection.execute("BEGIN IMMEDIATE")
        connection.executemany("INSERT INTO message (author, at, text) VALUES (?, ?, ?)", values)
        connection.execute("COMMIT")
        done += 1
    took, cpu = time.monotonic() - start, time.process_time() - cpu
    connection.close()
    return {
        "rows_per_commit": rows,
        "commits_per_s": round(done / took),
        "rows_per_s": round(done * rows / took),
        "cpu_us_per_row": round(cpu / (done * rows) * 1e6, 1),
    }


def syncs(path: Path, seconds: float) -> dict[str, Any]:
    """A page appended and synced, one after the other."""
    page, waits, start = b"\0" * 4096, [], time.monotonic()
    file = os.open(path, os.O_CREAT | os.O_WRONLY | os.O_APPEND)
    while time.monotonic() - start < seconds:
        begun = time.monotonic()
        os.write(file, page)
        os.fdatasync(file)
        waits.append(time.monotonic() - begun)
    os.close(file)
    waits.sort()
    return {
        "per_s": round(len(waits) / sum(waits)),
        "p50_ms": round(waits[len(waits) // 2] * 1000, 3),
        "p99_ms": round(waits[int(len(waits) * 0.99)] * 1000, 3),
    }


def run(path: Path, seconds: float = 2.0) -> dict[str, Any]:
    """The limits of the disk that `path` stands on."""
    return {
        "fdatasync_of_4_kb": syncs(path / "syncs", seconds / 2),
        "sqlite_one_a_commit": commits(path / "one.sqlite", 1, seconds),
        "sqlite_fifty_a_commit": commits(path / "fifty.sqlite", 50, seconds),
    }
