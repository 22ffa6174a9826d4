"""The command line, as somebody at a console has it: real processes, real exit codes, one sentence where it can't be done."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from twinspace_server import __version__
from twinspace_server.settings import PREFIX

Run = Callable[..., "subprocess.CompletedProcess[str]"]
Start = Callable[..., "subprocess.Popen[str]"]
PASSWORD = "correct horse battery"


def _environment(directory: Path, more: dict[str, str]) -> dict[str, str]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith(PREFIX)}
    return {**clean, "TWINSPACE_DATA_DIR": str(directory / "data"), **more}


@pytest.fixture
def run(tmp_path: Path) -> Run:
    def run(*arguments: str, typed: str | None = None, **more: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [sys.executable, "-m", "twinspace_server", *arguments],
            env=_environment(tmp_path, more),
            input=typed,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )

    return run


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    started: list[subprocess.Popen[str]] = []

    def start(*arguments: str, **more: str) -> "subprocess.Popen[str]":
        process = subprocess.Popen(
            [sys.executable, "-m", "twinspace_server", "serve", *arguments],
            env=_environment(tmp_path, more),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        started.append(process)
        return process

    yield start
    for process in started:
        if process.poll() is None:
            process.kill()
        process.communicate()


@pytest.fixture
def port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def _up(process: "subprocess.Popen[str]", port: int, seconds: float = 60) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz", timeout=2) as answer:
                if answer.status == 200:
                    return
        except OSError:
            pass
        if process.poll() is not None:
            break
        time.sleep(0.1)
    process.kill()
    pytest.fail(f"the server did not come up: {process.communicate()}")


def _sentence(result: "subprocess.CompletedProcess[str]", code: int, *named: str) -> None:
    assert result.returncode == code, result
    assert "Traceback" not in result.stderr
    told = result.stderr.strip().splitlines()[-1]
    for name in named:
        assert name in told, told


def test_version(run: Run) -> None:
    assert run("version").stdout.strip() == __version__


def test_settings_lists_them_all(run: Run) -> None:
    listed = run("settings")
    assert "TWINSPACE_PUBLIC_URL" in listed.stdout
    assert "TWINSPACE_METRICS_PORT" in listed.stdout


@pytest.mark.parametrize("command", [["serve"], ["backup", "x.tar"]])
def test_a_wrong_setting_is_a_sentence_and_exit_code_2(run: Run, command: list[str]) -> None:
    _sentence(run(*command, typed=PASSWORD, TWINSPACE_PROT="8000"), 2, "TWINSPACE_PROT")


def test_a_wrong_option_is_told_like_a_setting(run: Run) -> None:
    _sentence(run("serve", "--port", "99999"), 2, "TWINSPACE_PORT")
    _sentence(run("serve", "--host", "0.0.0.0"), 2, "TWINSPACE_INSECURE_HTTP")


def test_a_taken_port_is_a_sentence(run: Run) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        _sentence(run("serve", "--port", str(port)), 1, str(port), "TWINSPACE_PORT")


def test_a_database_that_is_not_there_is_a_sentence(run: Run, port: int) -> None:
    url = "postgresql://alice:hunter2@127.0.0.1:1/nothing"
    result = run("serve", "--port", str(port), TWINSPACE_DATABASE_URL=url)
    _sentence(result, 1, "nothing")
    assert "hunter2" not in result.stderr


@pytest.mark.parametrize("scheme", ["redis", "rediss", "nats", "tls", "postgresql"])
def test_a_broker_that_is_not_there_is_a_sentence(run: Run, port: int, scheme: str) -> None:
    result = run("serve", "--port", str(port), TWINSPACE_BROKER_URL=f"{scheme}://alice:hunter2@127.0.0.1:1")
    _sentence(result, 1, "The broker at 127.0.0.1:1 can't be reached")
    assert "hunter2" not in result.stdout + result.stderr
    assert "TwinSpace is at" not in result.stdout


def test_a_broker_that_can_not_be_one_is_a_sentence(run: Run) -> None:
    result = run("serve", TWINSPACE_BROKER_URL="redis://alice:hunter2@127.0.0.1/room")
    _sentence(result, 2, "TWINSPACE_BROKER_URL")
    assert "hunter2" not in result.stderr


def test_a_directory_that_can_not_be_made_is_a_sentence(run: Run, port: int, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    _sentence(run("serve", "--port", str(port), "--data", str(tmp_path / "file" / "data")), 1, "data directory")


def test_an_operator_is_made_once_and_properly(run: Run) -> None:
    assert run("create-admin", "olivia", "--password-stdin", typed=f"{PASSWORD}\n").returncode == 0
    _sentence(run("create-admin", "olivia", "--password-stdin", typed=f"{PASSWORD}\n"), 1, "username")
    _sentence(run("create-admin", "otto", "--password-stdin", typed="short\n"), 1, "password")
    _sentence(run("create-admin", "Not A Name", "--password-stdin", typed=f"{PASSWORD}\n"), 1, "username")


def test_a_served_directory_is_served_once_and_stops_gracefully(run: Run, start: Start, port: int, tmp_path: Path) -> None:
    server = start("--port", str(port))
    _up(server, port)
    _sentence(run("serve", "--port", str(port + 1 if port < 65_000 else port - 1)), 1, "Another TwinSpace server", str(tmp_path / "data"))
    _sentence(run("create-admin", "olivia", "--password-stdin", typed=f"{PASSWORD}\n"), 1, "Stop it first")
    server.send_signal(signal.SIGTERM)
    out, err = server.communicate(timeout=20)
    assert server.returncode in (0, -signal.SIGTERM)
    assert f"http://localhost:{port}" in out
    assert "Application shutdown complete" in err
    assert all(line.startswith("{") for line in err.splitlines()), err


def test_the_data_directory_is_private(run: Run, tmp_path: Path) -> None:
    assert run("migrate").returncode == 0
    assert (tmp_path / "data").stat().st_mode & 0o077 == 0


def test_metrics_have_a_port_of_their_own(start: Start, port: int) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        apart = taken.getsockname()[1]
    _up(start("--port", str(port), TWINSPACE_METRICS_PORT=str(apart)), port)
    with urllib.request.urlopen(f"http://127.0.0.1:{apart}/metrics", timeout=5) as answer:
        assert b"twinspace_build_info" in answer.read()
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics", timeout=5) as answer:
        assert b"twinspace_build_info" not in answer.read()


@pytest.mark.parametrize("what", ["openapi", "asyncapi", "types"])
def test_documents_are_printed_as_json(run: Run, what: str) -> None:
    told: dict[str, Any] = json.loads(run("print", what).stdout)
    assert told


def test_an_unknown_document_is_asked_wrongly(run: Run) -> None:
    _sentence(run("print", "poem"), 2, "poem", "openapi")


def test_the_demo_is_made_saved_while_it_runs_and_brought_back(run: Run, start: Start, port: int, tmp_path: Path) -> None:
    """What somebody running a school's server does in its first week, from the first start to a restore elsewhere."""
    server = start("--demo", "--port", str(port))
    _up(server, port, 120)
    told = json.loads((tmp_path / "data" / "demo.json").read_text(encoding="utf-8"))
    assert told["base_url"] == f"http://localhost:{port}"
    assert {"alice", "bob", "pia", "milo"} <= {person["name"] for person in told["people"]}
    before = _history(port, told)
    assert run("backup", str(tmp_path / "all.tar")).returncode == 0
    server.send_signal(signal.SIGTERM)
    out, _ = server.communicate(timeout=20)
    assert "pia" in out
    elsewhere = str(tmp_path / "elsewhere")
    assert run("restore", str(tmp_path / "all.tar"), TWINSPACE_DATA_DIR=elsewhere).returncode == 0
    _sentence(run("restore", str(tmp_path / "all.tar"), TWINSPACE_DATA_DIR=elsewhere), 1, "--replace")
    again = start("--port", str(port), TWINSPACE_DATA_DIR=elsewhere)
    _up(again, port)
    assert _history(port, told) == before


def _history(port: int, told: dict[str, Any]) -> list[Any]:
    """What pia sees in the demo's chat, signed in with the password that was printed."""
    pia = next(person for person in told["people"] if person["name"] == "pia")
    signed_in = _call(port, "people.sign_in", {"name": "pia", "password": pia["password"], "token": True})
    messages: list[Any] = _call(port, "chat.history", {"place": told["places"]["chat"]}, signed_in["token"])["messages"]
    assert messages
    return messages


def _call(port: int, method: str, params: dict[str, Any], token: str | None = None) -> dict[str, Any]:
    request = urllib.request.Request(f"http://127.0.0.1:{port}/api/{method}", json.dumps(params).encode(), method="POST")
    if token:
        request.add_header("authorization", f"Bearer {token}")
    with urllib.request.urlopen(request, timeout=10) as answer:
        result: dict[str, Any] = json.loads(answer.read())
        return result
