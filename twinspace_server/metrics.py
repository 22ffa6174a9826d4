"""What the server counts about itself, for Prometheus. Names are final: dashboards rely on them.

Whoever does the work counts into `ours`, which `app` hands round; `serve` answers `/metrics` on a port of
its own, never on the public address. No label ever holds a person, a space or anything else without a fixed, small set of values.
"""

import os
import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Literal
from wsgiref.simple_server import WSGIServer

from prometheus_client import REGISTRY, CollectorRegistry, Counter, Gauge, Histogram, start_http_server
from prometheus_client.multiprocess import MultiProcessCollector

from twinspace_server import __version__

_COMMAND_SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5)
_SHARED_DIR = "PROMETHEUS_MULTIPROC_DIR"


class Metrics:
    """Everything that is counted. A registry takes only one of them."""

    def __init__(self, registry: CollectorRegistry = REGISTRY) -> None:
        self.registry = registry
        self.calls = Counter(
            "twinspace_calls_total",
            "Commands, queries and signals, by method and by how they ended.",
            ["method", "outcome"],
            registry=registry,
        )
        self.call_seconds = Histogram(
            "twinspace_call_seconds",
            "Time from decoding a command or query to its reply.",
            ["kind"],
            buckets=_COMMAND_SECONDS,
            registry=registry,
        )
        self.events = Counter("twinspace_events_total", "Numbered events written to the logs of all spaces.", registry=registry)
        self.deliveries = Counter("twinspace_deliveries_total", "Events handed to live connections.", registry=registry)
        self.sockets = Gauge("twinspace_sockets", "Live connections open now.", registry=registry, multiprocess_mode="livesum")
        self.sockets_closed = Counter(
            "twinspace_sockets_closed_total", "Live connections closed by us, by code.", ["code"], registry=registry
        )
        self.listens = Counter("twinspace_listens_total", "space.listen, by how it was answered.", ["how"], registry=registry)
        self.gaps = Counter("twinspace_gaps_total", "Holes in the numbers of a space that were filled from its log.", registry=registry)
        build = Gauge(
            "twinspace_build_info", "Always 1; its label is the version.", ["version"], registry=registry, multiprocess_mode="max"
        )
        build.labels(__version__).set(1)
        self._known: dict[tuple[str, str], Counter] = {}
        self._seconds = {kind: self.call_seconds.labels(kind) for kind in ("command", "query")}

    def timed(self, kind: Literal["command", "query"], seconds: float) -> None:
        """Note how long a call took."""
        self._seconds[kind].observe(seconds)

    def called(self, method: str, outcome: str) -> None:
        """Count a call; `method` must be one that exists, `outcome` is `ok` or an error's code."""
        known = self._known.get((method, outcome))
        if known is None:
            known = self._known[method, outcome] = self.calls.labels(method, outcome)
        known.inc()


@cache
def ours() -> Metrics:
    """The one set of figures of this process, which `serve` shows."""
    return Metrics()


def share_between_processes(directory: Path) -> None:
    """Before several workers start: count into files, so that one port can answer for all. Must precede `Metrics()`."""
    shutil.rmtree(directory, ignore_errors=True)
    directory.mkdir(parents=True)
    os.environ[_SHARED_DIR] = str(directory)


def serve(host: str, port: int, registry: CollectorRegistry = REGISTRY) -> Callable[[], None]:
    """Answer `/metrics` on a port of its own, in a thread. Returns what ends it. Raises OSError when the port is taken."""
    if _SHARED_DIR in os.environ:
        registry = CollectorRegistry()
        MultiProcessCollector(registry, path=os.environ[_SHARED_DIR])  # type: ignore[no-untyped-call]
    server: WSGIServer
    server, thread = start_http_server(port, host, registry)

    def end() -> None:
        server.shutdown()
        server.server_close()
        thread.join(2)

    return end
