"""A channel is one new file: a poll, put into a copy of the project, has its table, commands, events, resume, rights and documents.

No other line of the copy is changed. Its migration is the one that the tool writes; what proves it are the project's own
contract tests and walk over stories, run in the copy.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).parent.parent
PYTEST = ("-m", "pytest", "-q", "-p", "no:cacheprovider", "-n0")


def run(copy: Path, *command: str) -> str:
    """A program of the copy, with the copy's own code; its output."""
    environment = {**os.environ, "PYTHONPATH": str(copy)}
    done = subprocess.run([sys.executable, *command], cwd=copy, env=environment, check=False, capture_output=True, text=True, timeout=400)
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-4000:]
    return done.stdout


@pytest.mark.gate
def test_a_poll_is_one_new_file(tmp_path: Path) -> None:
    ignored = shutil.ignore_patterns("__pycache__", "assets", "browser", "node_modules")
    for folder in ("twinspace_server", "tests", "docs"):
        shutil.copytree(PROJECT / folder, tmp_path / folder, ignore=ignored)
    shutil.copy(PROJECT / "pyproject.toml", tmp_path)
    shutil.copy(PROJECT / "tests" / "poll.py", tmp_path / "twinspace_server" / "channels" / "poll.py")

    run(tmp_path, "-m", "twinspace_server", "migrate", "--new", "add polls")
    run(tmp_path, "-m", "twinspace_server", "migrate", "--check")
    lists = run(tmp_path, "-m", "twinspace_server", "print", "protocol")
    protocol = tmp_path / "docs" / "protocol.md"
    written = protocol.read_text(encoding="utf-8").partition("## Commands\n")[0]
    protocol.write_text(written + lists, encoding="utf-8")
    for name in ("poll.vote", "poll.voted", "poll.mine", "question"):
        assert f"`{name}`" in lists

    contract = run(tmp_path, *PYTEST, "tests/test_contract.py", "-k", "poll or question or protocol or documents")
    walk = run(tmp_path, *PYTEST, "tests/test_stories.py")
    for told in (contract, walk):
        assert " passed" in told
        assert "skipped" not in told or not os.environ.get("TWINSPACE_REQUIRE_SERVICES")
