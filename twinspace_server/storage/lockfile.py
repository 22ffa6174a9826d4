"""The lock file of an embedded installation: one server, migration or restore at a time on one SQLite directory.

`sqlite.py` holds it while the store is open, `migrate.py` while it upgrades. The operating system lets go of it when the
process dies, so it can't go stale; the file itself stays and means nothing.
"""

import os
import sys
from pathlib import Path

from .store import CannotStart

if sys.platform == "win32":
    import msvcrt

    def _lock(file: int) -> None:
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


class LockFile:
    """`DIR/lock`, held from `take` to `release`."""

    def __init__(self, directory: Path) -> None:
        self.path = directory / "lock"
        self._file: int | None = None

    def take(self) -> None:
        """Raises `CannotStart` when another process (or another store in this one) holds it."""
        file = os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC if sys.platform != "win32" else os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _lock(file)
        except OSError as error:
            os.close(file)
            raise CannotStart(
                f"Another TwinSpace server already uses {self.path.parent}. Stop it first, or give this one another data directory."
            ) from error
        self._file = file

    def release(self) -> None:
        """Lets go; does nothing when it isn't held."""
        if self._file is not None:
            os.close(self._file)
            self._file = None
