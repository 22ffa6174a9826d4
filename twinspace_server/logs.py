"""What the server writes about itself: one JSON object a line on standard error.

`configure` is called once by the command line and by the app's factory; everybody else asks `get`. A line never holds
what a person wrote, a password, a token or an address's query. Words of exceptions may quote such things (a database
error shows its parameters), so an exception is written as its type and the lines it came through, nothing else.
"""

import logging
import sys
from collections.abc import MutableMapping
from types import TracebackType
from typing import Any

import msgspec
import structlog

# A net below the rule, for the day somebody forgets it.
_NEVER = frozenset(
    {"text", "body", "params", "password", "token", "secret", "cookie", "authorization", "query", "query_string", "headers", "url"}
)
_FRAMES = 30
_encoder = msgspec.json.Encoder(enc_hook=repr)


def configure(level: str = "info") -> None:
    """Send structlog's and the standard library's logging to standard error, as JSON lines."""
    number = {"debug": 10, "info": 20, "warning": 30, "error": 40}[level]
    before: list[structlog.types.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        _Failures(with_words=number <= logging.DEBUG),
        _withheld,
    ]
    structlog.configure(
        processors=[structlog.stdlib.filter_by_level, *before, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[_foreign, *before],
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, structlog.processors.JSONRenderer(_json)],
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(number)
    # uvicorn brings handlers of its own; its access log has addresses with their queries, which may hold a token.
    for name in ("uvicorn", "uvicorn.error", "uvicorn.access", "uvicorn.asgi"):
        theirs = logging.getLogger(name)
        theirs.handlers[:] = []
        theirs.propagate = name != "uvicorn.access"
    logging.getLogger("uvicorn.access").disabled = True
    # These speak about each statement and each migration step at "info".
    for name in ("alembic", "sqlalchemy", "aiosqlite", "asyncio", "websockets"):
        logging.getLogger(name).setLevel(max(number, logging.WARNING))


def get(name: str) -> structlog.stdlib.BoundLogger:
    """The logger of a module; call its methods with a fixed sentence and named values."""
    logger: structlog.stdlib.BoundLogger = structlog.stdlib.get_logger(name)
    return logger


class _Failures:
    """Puts an exception into a line: types and places, and its words only where the level asks for them."""

    def __init__(self, with_words: bool) -> None:
        self._with_words = with_words

    def __call__(self, logger: Any, method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
        found = event.pop("exc_info", None)
        if found is True:
            found = sys.exc_info()
        error = found[1] if isinstance(found, tuple) else found
        if not isinstance(error, BaseException):
            return event
        chain = []
        seen: set[int] = set()
        link: BaseException | None = error
        while link is not None and id(link) not in seen:
            seen.add(id(link))
            chain.append(self._one(link))
            link = link.__cause__ or (None if link.__suppress_context__ else link.__context__)
        event["failure"] = chain
        return event

    def _one(self, error: BaseException) -> dict[str, Any]:
        told: dict[str, Any] = {"type": f"{type(error).__module__}.{type(error).__qualname__}", "at": _places(error.__traceback__)}
        if isinstance(error, OSError) and error.errno is not None:
            told["errno"] = error.errno
        state = getattr(error, "sqlstate", None) or getattr(error, "sqlite_errorname", None)
        if state:
            told["sqlstate"] = str(state)
        if self._with_words:
            told["words"] = str(error)
        return told


def _places(trace: TracebackType | None) -> list[str]:
    places: list[str] = []
    while trace is not None:
        code = trace.tb_frame.f_code
        places.append(f"{code.co_filename}:{trace.tb_lineno} {code.co_qualname}")
        trace = trace.tb_next
    return places[-_FRAMES:]


def _foreign(logger: Any, method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Lines of other libraries: asyncio shows whole tasks, exception included, after its first line."""
    said = event.get("event")
    if isinstance(said, str) and "\n" in said:
        event["event"] = said.split("\n", 1)[0]
    return event


def _withheld(logger: Any, method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    for key in _NEVER.intersection(event):
        event[key] = "withheld"
    return event


def _json(event: Any, **_: Any) -> str:
    return _encoder.encode(event).decode()
