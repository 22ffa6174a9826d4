"""Passwords: judged, and made into Argon2id hashes (RFC 9106), in processes beside the server (`hashing`), never on the event loop.

Each hash takes 64 MB and a core for a moment, so only a few run at once and only so many may wait. Only the commands that set or
check a password call this, in their `prepare`; no password ever leaves it but as a hash.
"""

import asyncio
import base64
import re
import secrets
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

import argon2

from twinspace_server.errors import BadInput, Unavailable
from twinspace_server.people.hashing import Beside

T = TypeVar("T")

ADULTS = 10**9
"""Guesses that the password of a grown-up outlasts at least: nobody's list of leaked passwords is that long."""
PUPILS = 10**4
"""Those of a pupil's, which a child must be able to remember and type; guessing is throttled to ten an hour for each name."""
JUDGED = 72
"""Letters that are looked at: judging takes ever longer with more of them, and by then it is long past."""
KNOWN = (
    "twinspace", "school", "welkom", "wachtwoord", "geheim", "lente", "voorjaar", "zomer", "herfst", "najaar", "winter", "januari",
    "februari", "maart", "april", "juni", "juli", "augustus", "september", "oktober", "november", "december", "maandag", "dinsdag",
    "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag", "leraar", "lerares", "leerkracht", "meester", "juffrouw", "leerling", "klas",
    "belgie", "nederland", "vlaanderen", "gent", "antwerpen", "brussel", "amsterdam", "rotterdam", "hallo", "goedemorgen", "liefde",
    "voetbal", "computer", "internet",
)  # fmt: skip
"""What people here like to begin with, beside the English lists that come with zxcvbn."""


def nobodys(hasher: argon2.PasswordHasher) -> str:
    """A hash (as a PHC string) that takes as long to check as the hasher's own and that no password has: its digest is random.

    Hashing something instead would cost each start a fifth of a second.
    """
    salt, digest = (base64.b64encode(secrets.token_bytes(size)).decode().rstrip("=") for size in (hasher.salt_len, hasher.hash_len))
    costs = f"m={hasher.memory_cost},t={hasher.time_cost},p={hasher.parallelism}"
    return f"$argon2{hasher.type.name.lower()}$v={argon2.low_level.ARGON2_VERSION}${costs}${salt}${digest}"


def judge(password: str, words: Iterable[str], least: int = ADULTS, path: str = "$.password") -> None:
    """Refuse (`weak_password`) what is guessed within `least` tries: by zxcvbn's lists of leaked passwords, names and words, by patterns,
    and by these `words`, which belong to the person or the installation. Slow: in a thread only."""
    # A third of a second and 8 MB of lists: for the first password that is set, not for every start.
    from zxcvbn import zxcvbn

    known = {part.lower() for word in words for part in (word, *re.split(r"[\W_]+", word)) if len(part) > 2}
    found = zxcvbn(password[:JUDGED], user_inputs=[*sorted(known)[:50], *KNOWN])
    if found["guesses"] < least:
        raise BadInput(code="weak_password", path=path)


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
        """The hash to store, of what nobody has chosen."""
        return await self._run(lambda: self._hasher.hash(password))

    async def chosen(self, password: str, words: Iterable[str], least: int = ADULTS, path: str = "$.password") -> str:
        """The hash to store of a password that somebody has chosen; raises what `judge` does."""

        def work() -> str:
            judge(password, words, least, path)
            return self._hasher.hash(password)

        return await self._run(work)

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
