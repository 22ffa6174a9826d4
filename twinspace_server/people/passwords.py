"""Passwords: Argon2id hashes (RFC 9106), made and checked in a small pool, in processes beside the server (`hashing`).

Each takes 64 MB and a core for a moment, so only a few run at once and only so many may wait. Nobody but `accounts` and
`sign_in` calls this, and no password ever leaves it but as a hash.
"""

import asyncio
import base64
import secrets
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

import argon2

from twinspace_server.errors import Unavailable
from twinspace_server.people.hashing import Beside

T = TypeVar("T")


def nobodys(hasher: argon2.PasswordHasher) -> str:
    """A hash (as a PHC string) that takes as long to check as the hasher's own and that no password has: its digest is random.

    Hashing something instead would cost each start a fifth of a second.
    """
    salt, digest = (base64.b64encode(secrets.token_bytes(size)).decode().rstrip("=") for size in (hasher.salt_len, hasher.hash_len))
    costs = f"m={hasher.memory_cost},t={hasher.time_cost},p={hasher.parallelism}"
    return f"$argon2{hasher.type.name.lower()}$v={argon2.low_level.ARGON2_VERSION}${costs}${salt}${digest}"


class Passwords:
    """The pool, and the way of hashing."""

    def __init__(self, pool: int, queue: int, hasher: argon2.PasswordHasher | None = None) -> None:
        self._hasher = hasher or Beside()
        self._threads = ThreadPoolExecutor(pool, thread_name_prefix="passwords")
        self._most = pool + queue
        self._waiting = 0
        # Checked in place of a hash that isn't there, so that an unknown name takes as long as a wrong password.
        self._nobody = nobodys(self._hasher)

    async def hash(self, password: str) -> str:
        """The hash to store."""
        return await self._run(lambda: self._hasher.hash(password))

    async def check(self, password: str, stored: str | None) -> bool:
        """Whether the password belongs to the hash. Takes its time for no hash, too."""

        def verify() -> bool:
            try:
                return self._hasher.verify(stored or self._nobody, password) and stored is not None
            except argon2.exceptions.VerificationError:
                return False

        return await self._run(verify)

    def require_room(self) -> None:
        """Go on only if one more may wait; asked before anything else is done for somebody who will need a hash."""
        if self._waiting >= self._most:
            raise Unavailable(code="busy", retry_after=5)

    async def _run(self, work: Callable[[], T]) -> T:
        self.require_room()
        self._waiting += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self._threads, work)
        finally:
            self._waiting -= 1

    def close(self) -> None:
        """End the threads, and what they have begun."""
        self._threads.shutdown(wait=True, cancel_futures=True)
        if isinstance(self._hasher, Beside):
            self._hasher.close()
