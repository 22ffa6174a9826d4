"""Brokers: how the processes of one installation tell each other that something happened (`promise.py`)."""

from sqlalchemy.exc import ArgumentError

from ..settings import BROKERS
from ..storage.store import CannotStart
from .memory import Bus, Memory
from .promise import Broker

__all__ = ["Broker", "Bus", "Memory", "open_broker"]


def open_broker(url: str | None, store_url: str, installation: str) -> Broker:
    """The broker at `url` (`settings.broker_url`); without one, what fits the store: memory beside SQLite, else its database.

    `installation` is `Store.identity`: it keeps those apart who share a Redis or NATS server.
    """
    wanted = url or store_url
    scheme = wanted.split(":", 1)[0].split("+", 1)[0]
    if scheme in ("memory", "sqlite"):
        return Memory()
    if scheme not in BROKERS:
        raise CannotStart(f"There is no broker for such an address; it begins with {', '.join(f'{name}:' for name in BROKERS)}.")
    channel = f"twinspace.{installation}"
    try:
        # Their clients are extras: an embedded installation does without them.
        if scheme in ("redis", "rediss"):
            from .redis import RedisBroker

            return RedisBroker(wanted, channel)
        if scheme in ("nats", "tls"):
            from .nats import NatsBroker

            return NatsBroker(wanted, channel)
        from .postgres import PostgresBroker

        return PostgresBroker(wanted)
    except ImportError as error:
        raise CannotStart(f"This broker needs an extra: pip install 'twinspace-server[{BROKERS[scheme].extra}]'.") from error
    except (ArgumentError, ValueError) as error:
        raise CannotStart(f"The broker's address can't be understood; it looks like {BROKERS[scheme].example}.") from error
