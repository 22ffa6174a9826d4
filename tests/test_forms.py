"""What `make test` leaves out is other forms of a test and what is the gate's; the gate leaves out nothing (decision 0027)."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOME = ("tests/channels/test_chat.py", "tests/test_crash.py", "tests/browser/test_class.py")


def collected(*options: str) -> list[str]:
    """The names of the tests in `SOME`, as pytest would run them."""
    command = [sys.executable, "-m", "pytest", "--collect-only", "-q", "-p", "no:cacheprovider", "-n0", *options, *SOME]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return [line for line in done.stdout.splitlines() if "::" in line]


@pytest.fixture(scope="module")
def everything() -> list[str]:
    return collected()


@pytest.fixture(scope="module")
def one_form() -> list[str]:
    return collected("--one-form")


def test_each_test_of_the_server_is_there_on_one_database_as_often_on_either(everything: list[str], one_form: list[str]) -> None:
    chat = [name for name in one_form if "test_chat" in name]
    without = [name.replace("sqlite", "").replace("postgresql", "") for name in everything if "test_chat" in name]
    kept = [name.replace("sqlite", "").replace("postgresql", "") for name in chat]
    assert sorted(kept) == sorted(set(without))
    sqlite = sum("sqlite" in name for name in chat)
    postgresql = sum("postgresql" in name for name in chat)
    assert 0.6 < sqlite / postgresql < 1.7
    assert one_form == collected("--one-form"), "the next run draws the same"


def test_what_may_never_be_lost_is_killed_on_both(one_form: list[str]) -> None:
    assert len([name for name in one_form if "test_crash" in name]) == 2


def test_of_the_browser_stories_are_left(everything: list[str], one_form: list[str]) -> None:
    assert len([name for name in everything if "browser" in name]) > 1
    assert [name.partition("::")[2] for name in one_form if "browser" in name] == ["test_six_pupils_sign_in_and_say_hello"]


def test_the_gate_leaves_out_nothing() -> None:
    assert "make test FORMS=all" in (ROOT / ".ci" / "run").read_text()
