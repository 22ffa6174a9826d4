"""A crowd gets its frames some milliseconds apart; a class gets each line at once (decision 0019)."""

from time import monotonic
from typing import Any

import pytest

from twinspace_server.law.terms import View
from twinspace_server.live.stream import APART_SECONDS, CROWD, FULL, Group


class Ear:
    """A listener that keeps what it hears."""

    def __init__(self) -> None:
        self.heard: list[Any] = []
        self.reader = self

    def send(self, frame: Any) -> None:
        self.heard.append(frame)


def group(listeners: int) -> tuple[Group, list[Ear]]:
    made, ears = Group(View(rights={}, staff=False, moderates=False, closed=False, key=1)), [Ear() for _ in range(listeners)]
    made.listeners.update(ears)  # type: ignore[arg-type]
    return made, ears


def test_a_class_never_waits() -> None:
    few, _ = group(CROWD - 1)
    few.waiting.append(b"{}")
    few.flush()
    few.waiting.append(b"{}")
    assert few.patience(monotonic()) == 0


def test_a_crowd_waits_only_after_it_was_written_to_and_not_for_many() -> None:
    crowd, ears = group(CROWD)
    crowd.waiting.append(b'{"n":1}')
    assert crowd.patience(monotonic()) == 0, "the first line after a pause"
    crowd.flush()
    crowd.waiting.append(b'{"n":2}')
    assert crowd.patience(crowd.flushed_at) == pytest.approx(APART_SECONDS)
    assert crowd.patience(crowd.flushed_at + APART_SECONDS) == pytest.approx(0, abs=1e-6)
    crowd.waiting += [b"{}"] * (FULL - 1)
    assert crowd.patience(crowd.flushed_at) == 0
    crowd.flush()
    assert {len(ear.heard) for ear in ears} == {2}, "what was said meanwhile travels in one"
