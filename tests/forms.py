"""What `make test` leaves out to be done in ten minutes; `.ci/run` and `make test FORMS=all` leave out nothing (decision 0027).

Each test runs in one form: on one of the two databases, in one of a screen's looks. Which one is drawn by the test's name, so half of the
tests meet each database, and the next run draws the same. Everything else that a test is given stays: every command, every bad input.
`every_form` marks what is about the database itself. Of what takes Chromium, only the main stories (`story`) are in it; `gate` marks what
else is left to the gate. pytest called by hand leaves out nothing either.
"""

import os
import zlib
from collections import defaultdict

import pytest

from .databases import KINDS

LOOK = ("scheme", "width", "language")
"""The parameters of a screen's look; together they are one."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--one-form", action="store_true", help="what make test runs: each test in one form")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers(config: pytest.Config) -> int | None:
    """One more than there are cores: tests wait for what is killed, for programs that start, for what must not come."""
    return (os.cpu_count() or 1) + 1 if config.getoption("--one-form") else None


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out the other forms, and what is the gate's."""
    if not config.getoption("--one-form"):
        return
    forms: dict[str, list[pytest.Function]] = defaultdict(list)
    for item in items:
        assert isinstance(item, pytest.Function)
        forms[_same(item)].append(item)
    drawn = {_drawn(same) for same in forms.values()}
    left_out = {item for item in items if _gates(item) or not (item in drawn or item.get_closest_marker("every_form"))}
    config.hook.pytest_deselected(items=list(left_out))
    items[:] = [item for item in items if item not in left_out]


def _gates(item: pytest.Item) -> bool:
    """Whether it runs only where nothing is left out."""
    return bool(item.get_closest_marker("gate") or (item.get_closest_marker("browser") and not item.get_closest_marker("story")))


def _same(item: pytest.Function) -> str:
    """What is equal for all forms of a test: its name, without database and look."""
    given = item.callspec.params if hasattr(item, "callspec") else {}
    forms = [value for value in given.values() if isinstance(value, str) and value in KINDS]
    if set(LOOK) <= set(given):
        forms.append("-".join(str(given[name]) for name in LOOK))
    name, _, rest = item.nodeid.partition("[")
    for form in forms:
        rest = rest.replace(form, "", 1)
    return name + rest


def _drawn(same: list[pytest.Function]) -> pytest.Function:
    """One of them, always the same."""
    return sorted(same, key=lambda item: item.nodeid)[zlib.crc32(_same(same[0]).encode()) % len(same)]
