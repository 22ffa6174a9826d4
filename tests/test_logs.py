"""Logs: JSON lines that can't be forged and never quote a person."""

import asyncio
import json
import logging
from collections.abc import Iterator
from typing import Any

import pytest

from twinspace_server import logs

MARKER = "pia-said-this-7f3a"


@pytest.fixture(autouse=True)
def _as_it_was() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:], root.level = handlers, level


def _lines(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in capsys.readouterr().err.splitlines()]


def test_a_line_is_one_json_object_with_a_moment(capsys: pytest.CaptureFixture[str]) -> None:
    logs.configure()
    logs.get("twinspace_server.test").info("socket closed", code=4008, forged='x\n{"event": "all is well"}')
    (line,) = _lines(capsys)
    assert line["event"] == "socket closed"
    assert line["level"] == "info"
    assert line["code"] == 4008
    assert line["timestamp"].endswith("Z")


def test_below_the_level_nothing_is_written(capsys: pytest.CaptureFixture[str]) -> None:
    logs.configure("warning")
    logs.get("twinspace_server.test").info("hello")
    assert _lines(capsys) == []


def test_an_exception_is_told_by_type_and_place_only(capsys: pytest.CaptureFixture[str]) -> None:
    logs.configure()
    try:
        try:
            raise KeyError(MARKER)
        except KeyError as inner:
            raise RuntimeError(f"[parameters: {MARKER}]") from inner
    except RuntimeError:
        logs.get("twinspace_server.test").error("request failed", ref="abc", exc_info=True)
        logging.getLogger("somebody.else").exception("request failed")
    ours, theirs = _lines(capsys)
    for line in (ours, theirs):
        assert [link["type"] for link in line["failure"]] == ["builtins.RuntimeError", "builtins.KeyError"]
        assert "test_logs.py" in line["failure"][0]["at"][-1]
        assert MARKER not in json.dumps(line)
    assert ours["ref"] == "abc"


def test_only_debug_writes_an_exceptions_words(capsys: pytest.CaptureFixture[str]) -> None:
    logs.configure("debug")
    try:
        raise RuntimeError("the words")
    except RuntimeError:
        logs.get("twinspace_server.test").error("request failed", exc_info=True)
    (line,) = _lines(capsys)
    assert line["failure"][0]["words"] == "the words"


async def test_asyncio_does_not_quote_a_lost_task(capsys: pytest.CaptureFixture[str]) -> None:
    logs.configure()

    async def fails() -> None:
        raise RuntimeError(MARKER)

    task = asyncio.get_running_loop().create_task(fails())
    await asyncio.sleep(0)
    asyncio.get_running_loop().call_exception_handler(
        {"message": "Task exception was never retrieved", "exception": task.exception(), "future": task}
    )
    (line,) = _lines(capsys)
    assert line["event"] == "Task exception was never retrieved"
    assert MARKER not in json.dumps(line)


def test_what_must_not_be_named_is_withheld(capsys: pytest.CaptureFixture[str]) -> None:
    logs.configure()
    logs.get("twinspace_server.test").info("odd", text=MARKER, password=MARKER, token=MARKER, method="chat.say")
    (line,) = _lines(capsys)
    assert MARKER not in json.dumps(line)
    assert line["method"] == "chat.say"


def test_the_web_servers_access_log_is_silent(capsys: pytest.CaptureFixture[str]) -> None:
    logs.configure("debug")
    logging.getLogger("uvicorn.access").info('%s - "GET /live?token=%s HTTP/1.1" %d', "127.0.0.1", MARKER, 101)
    assert _lines(capsys) == []
