"""How fast one client may ask: a token bucket for each socket, and over HTTP for each session or address.

An address here is always a `neighbourhood`: whoever counts what comes from somewhere asks it, and never the connection.
"""

from functools import lru_cache
from ipaddress import IPv6Address, IPv6Network

from starlette.requests import HTTPConnection


def neighbourhood(connection: HTTPConnection) -> str:
    """Where it comes from, as limits reckon: the address, and of IPv6 the /64, in which one customer has as many as they like."""
    return _reckoned(connection.client.host if connection.client else "")


@lru_cache(maxsize=4096)
def _reckoned(host: str) -> str:
    if ":" not in host:
        return host
    try:
        address = IPv6Address(host.partition("%")[0])
    except ValueError:
        return host
    return str(address.ipv4_mapped or IPv6Network((address, 64), strict=False))


class Bucket:
    """How many calls may still come: `rate` a second in the long run, `burst` at once."""

    __slots__ = ("_at", "_burst", "_left", "_rate")

    def __init__(self, rate: float, burst: float, now: float) -> None:
        self._rate, self._burst, self._left, self._at = rate, burst, burst, now

    def take(self, now: float) -> bool:
        """Use one up; False when none is left. `now` is in seconds."""
        self._left = min(self._burst, self._left + (now - self._at) * self._rate)
        self._at = now
        if self._left < 1:
            return False
        self._left -= 1
        return True


class Buckets:
    """A bucket for each name, as many as fit; when there are too many, the oldest start anew."""

    MOST = 20_000

    def __init__(self, rate: float, burst: float) -> None:
        self._rate, self._burst = rate, burst
        self._by_name: dict[str, Bucket] = {}

    def take(self, name: str, now: float) -> bool:
        """The same, for this name."""
        bucket = self._by_name.get(name)
        if bucket is None:
            if len(self._by_name) >= self.MOST:
                del self._by_name[next(iter(self._by_name))]
            bucket = self._by_name[name] = Bucket(self._rate, self._burst, now)
        return bucket.take(now)
