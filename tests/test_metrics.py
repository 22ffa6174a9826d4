"""Metrics: served apart from the public port, documented, and without labels that could hold a person."""

import urllib.request
from pathlib import Path

from prometheus_client import CollectorRegistry, generate_latest

from twinspace_server import metrics

DOCS = Path(__file__).parent.parent / "docs" / "running.md"
LABELS = {"method", "outcome", "kind", "code", "how", "version"}


def test_they_are_served_on_a_port_of_their_own() -> None:
    registry = CollectorRegistry()
    counted = metrics.Metrics(registry)
    counted.calls.labels("chat.say", "ok").inc()
    counted.sockets.set(3)
    end = metrics.serve("127.0.0.1", 18473, registry)
    try:
        with urllib.request.urlopen("http://127.0.0.1:18473/metrics", timeout=5) as answer:
            page = answer.read().decode()
    finally:
        end()
    assert 'twinspace_calls_total{method="chat.say",outcome="ok"} 1.0' in page
    assert "twinspace_sockets 3.0" in page


def test_every_metric_is_in_the_documents() -> None:
    registry = CollectorRegistry()
    metrics.Metrics(registry)
    words = DOCS.read_text(encoding="utf-8")
    for family in registry.collect():
        name = family.name if family.type != "counter" else f"{family.name}_total"
        assert f"`{name}`" in words, f"{name} is missing in docs/running.md"


def test_labels_come_from_small_fixed_sets() -> None:
    registry = CollectorRegistry()
    counted = metrics.Metrics(registry)
    for metric in vars(counted).values():
        assert set(getattr(metric, "_labelnames", ())) <= LABELS
    assert b"twinspace_build_info" in generate_latest(registry)
