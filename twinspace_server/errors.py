"""The one family of errors that may reach a person.

Each has a stable code, an HTTP status and a JSON-RPC number; the words are Fluent messages `error-<code>` in the
reader's language. They are put into wire form in exactly two places: the socket's reply and the HTTP problem.
Anything that is raised and is not of this family is a bug: it is logged with a reference, the person gets the reference.
"""

from typing import ClassVar

import msgspec


class Reason(msgspec.Struct, frozen=True):
    """One link of the chain of rules behind a decision; its words are the Fluent message `why-<code>`."""

    code: str
    args: dict[str, str] = {}


class TwinspaceError(Exception):
    """What a person is told when something can't be done."""

    code: ClassVar[str] = "internal"
    status: ClassVar[int] = 500
    rpc: ClassVar[int] = -32603

    def __init__(
        self,
        *,
        code: str | None = None,
        why: tuple[Reason, ...] = (),
        path: str | None = None,
        retry_after: int | None = None,
        ref: str | None = None,
        **args: str | int | float,
    ) -> None:
        """`path` is the field at fault (`$.text`), `retry_after` seconds to wait, `ref` the reference of a logged bug."""
        self.kind = code or self.code
        self.why = why
        self.path = path
        self.retry_after = retry_after
        self.ref = ref
        self.args_: dict[str, str | int | float] = args
        super().__init__(self.kind)


class BadInput(TwinspaceError):
    """The parameters can't be understood; `path` names the field."""

    code, status, rpc = "bad_input", 400, -32602


class UnknownMethod(TwinspaceError):
    """There is no such command, query or signal."""

    code, status, rpc = "unknown_method", 404, -32601


class SignedOut(TwinspaceError):
    """No valid session; also a wrong name or password (`wrong_credentials`)."""

    code, status, rpc = "signed_out", 401, -32001


class NotFound(TwinspaceError):
    """It isn't there, or must not exist for this person: the answer is the same."""

    code, status, rpc = "not_found", 404, -32002


class NotAllowed(TwinspaceError):
    """An insider may see it but not do this; `why` holds the chain of rules."""

    code, status, rpc = "not_allowed", 403, -32003


class Conflict(TwinspaceError):
    """The state of things speaks against it (`key_reused`, `last_administrator`, `name_taken`, …)."""

    code, status, rpc = "conflict", 409, -32004


class TooMany(TwinspaceError):
    """Too fast; `retry_after` says for how many seconds."""

    code, status, rpc = "too_many", 429, -32005


class TooLarge(TwinspaceError):
    """More bytes than the bound allows."""

    code, status, rpc = "too_large", 413, -32006


class NoRoom(TwinspaceError):
    """The disk, or what a space may keep, is full."""

    code, status, rpc = "no_room", 507, -32008


class Unavailable(TwinspaceError):
    """The store did not confirm it. With a connection lost during the commit it may yet have happened: send again with the same key."""

    code, status, rpc = "unavailable", 503, -32007


class Internal(TwinspaceError):
    """A bug of ours, logged under `ref`."""


class Hopeless(Exception):
    """Not for people: work for later that fails like this need not be tried again. It is buried at once."""
