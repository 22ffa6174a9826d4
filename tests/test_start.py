"""A start is short because it loads little: after a crash everybody waits for it."""

import subprocess
import sys

import pytest

HEAVY = ("alembic", "sqlalchemy.orm", "fluent.runtime", "babel.dates", "typer", "pydantic", "redis", "nats", "typst", "segno")
"""Large, and needed by no serving process before somebody asks for what they do."""


@pytest.mark.parametrize(("kind", "other"), [("sqlite", "postgresql"), ("postgresql", "sqlite")])
def test_serving_loads_nothing_heavy(kind: str, other: str) -> None:
    serving = "import twinspace_server.cli, twinspace_server.app, twinspace_server.live.frames, twinspace_server.web.heads"
    stores = {"sqlite": "sqlite:////tmp/never.db", "postgresql": "postgresql://127.0.0.1:1/never"}
    code = f"""{serving}, sys
from twinspace_server.storage import open_store, standing
open_store({stores[kind]!r})
print(*sys.modules)
"""
    loaded = set(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split())
    assert "twinspace_server.app" in loaded
    assert loaded.isdisjoint((*HEAVY, f"sqlalchemy.dialects.{other}"))
