"""Fixtures for all tests. A test that touches data asks for `kind` (or something made from it) and so runs on both databases."""

import os
import shutil
import tempfile
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
import pytest_asyncio

from .brokers import NETWORK, require_broker
from .cast import World, drop_populated, enter, fresh_database, populated_database, with_new_space
from .databases import KINDS, drop_templates
from .drivers import Server, serving
from .forms import pytest_addoption, pytest_collection_modifyitems, pytest_xdist_auto_num_workers
from .mailbox import Mailbox, open_mailbox

__all__ = ["pytest_addoption", "pytest_collection_modifyitems", "pytest_xdist_auto_num_workers"]

MEMORY, ENOUGH = Path("/dev/shm"), 4 << 30
if "TMPDIR" not in os.environ and os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ENOUGH:
    # Every commit is synced, as in life; what it is synced to need not outlast a power cut, and a disk is waited for all the time.
    os.environ["TMPDIR"] = tempfile.tempdir = str(MEMORY)


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Print what a proof has measured; not in a worker, whose words nobody sees."""
    if report.when == "call" and "PYTEST_XDIST_WORKER" not in os.environ:
        for name, told in report.user_properties:
            if name == "figures":
                print(f"\n{told}")


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest) -> str:
    """`sqlite`, then `postgresql`."""
    return str(request.param)


@pytest_asyncio.fixture(scope="session", autouse=True)
async def _templates_dropped() -> AsyncIterator[None]:
    yield
    await drop_populated()
    await drop_templates()


@pytest_asyncio.fixture
async def database(kind: str, tmp_path: Path) -> AsyncIterator[str]:
    """The address of a fresh database with all tables and nothing in them."""
    async with fresh_database(kind, tmp_path) as url:
        yield url


@pytest_asyncio.fixture
async def populated(kind: str, tmp_path: Path) -> AsyncIterator[tuple[str, World]]:
    """The address of a fresh database with the cast in it, and that cast, whose house is not open."""
    async with populated_database(kind, tmp_path) as made:
        yield made


@pytest_asyncio.fixture
async def world(populated: tuple[str, World], tmp_path: Path) -> AsyncIterator[World]:
    """The cast in a house without a web server."""
    url, made = populated
    async with enter(url, tmp_path, made) as entered:
        yield entered


@pytest_asyncio.fixture
async def server(populated: tuple[str, World], tmp_path: Path) -> AsyncIterator[Server]:
    """The cast in a house behind a real web server in this process."""
    url, made = populated
    async with serving(url, tmp_path, made) as started:
        yield started


@pytest_asyncio.fixture(scope="module", params=KINDS)
async def shared(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Server]:
    """The same, once for all tests of a file: for those that leave nobody removed, nothing closed and no table changed."""
    directory = tmp_path_factory.mktemp("shared")
    async with populated_database(str(request.param), directory) as (url, made), serving(url, directory, made) as started:
        yield started


@pytest_asyncio.fixture
async def stage(shared: Server) -> Server:
    """The shared server, its cast in a space that only this test uses. (Nobody may be signed out on it.)"""
    return replace(shared, world=await with_new_space(shared.world))


@pytest_asyncio.fixture
async def mailbox() -> AsyncIterator[Mailbox]:
    """A real mail server that keeps what it is given."""
    async with open_mailbox() as opened:
        yield opened


@pytest_asyncio.fixture(params=["postgresql", *NETWORK])
async def carried(request: pytest.FixtureRequest) -> dict[str, str]:
    """Settings for processes on one PostgreSQL database: what carries news between them is that database, Redis or NATS."""
    return {} if request.param == "postgresql" else {"BROKER_URL": await require_broker(str(request.param))}


@pytest_asyncio.fixture
async def pair(tmp_path: Path, carried: dict[str, str]) -> AsyncIterator[tuple[Server, Server]]:
    """Two servers on one PostgreSQL database, each with its own store, broker and hub; the one cast speaks through the first."""
    async with (
        populated_database("postgresql", tmp_path) as (url, made),
        serving(url, tmp_path, made, **carried) as first,
        serving(url, tmp_path, first.world, **carried) as second,
    ):
        yield first, second
