"""The documents made from the registry: OpenAPI 3.1, AsyncAPI 3.0, the schema of the browser's types, and docs/protocol.md.

Nothing is written by hand twice: what a method takes and answers is read from its structures, what it does from its docstring.
"""

import types
import typing
from collections.abc import Mapping
from typing import Any

import msgspec

from twinspace_server import __version__
from twinspace_server.live.feature import Command, Gate, Gone, Query, Registry
from twinspace_server.settings import Settings

REF = "#/components/schemas/{name}"

ERRORS: Mapping[str, str] = {
    "400": "`bad_input` and its kin: `path` names the field.",
    "401": "`signed_out`, `wrong_credentials`.",
    "403": "`not_allowed`, with the chain of rules in `why`; `foreign_origin`.",
    "404": "`not_found`: it is not there, or must not exist for you; `unknown_method`.",
    "409": "The state of things speaks against it; `code` says what.",
    "413": "`too_large`.",
    "429": "`too_many`, `too_many_tries`: wait `retry_after` seconds.",
    "500": "`internal`: a bug, logged under `ref`.",
    "503": "`unavailable`, `busy`: nothing was done, or it is not known; send again with the same key.",
}


class Why(msgspec.Struct):
    code: str
    args: dict[str, str]
    text: str


class Problem(msgspec.Struct, omit_defaults=True):
    """RFC 9457."""

    type: str
    title: str
    status: int
    code: str
    why: list[Why] = []
    path: str = ""
    retry_after: int = 0
    ref: str = ""


class NumberedEvent(msgspec.Struct):
    """`event` names what happened; `put` are the changed items whole, `gone` the ids of those gone."""

    space: str
    seq: int
    bookmark: str
    event: str
    place: str | None
    by: str
    at: str
    put: list[Any]
    gone: list[Gone]


class PassingEvent(msgspec.Struct, omit_defaults=True):
    """An event without a number: presence, typing; or with one that isn't kept: a place lost or found, a space lost."""

    space: str
    event: str
    place: str = ""
    seq: int = 0
    here: list[str] = []
    by: str = ""
    item: Any = None


def answer_struct(method: Command | Query) -> type[Any]:
    """The structure of what a method answers."""
    if isinstance(method, Query):
        return method.answers  # type: ignore[no-any-return]
    fields: list[Any] = [(name, kind) for name, kind in method.answers.items() if not _optional(method, name, kind)]
    fields += [(name, kind | None, None) for name, kind in method.answers.items() if _optional(method, name, kind)]
    if method.emits:
        fields.append(("seq", int, 0))
    return msgspec.defstruct(_title(method.name) + "Answer", fields, kw_only=True)


def _optional(method: Command, _name: str, kind: Any) -> bool:
    return method.keyed or (typing.get_origin(kind) is types.UnionType and type(None) in typing.get_args(kind))


def _title(name: str) -> str:
    return "".join(part.capitalize() for part in name.replace(".", "_").split("_"))


def _methods(registry: Registry) -> list[Command | Query]:
    found: list[Command | Query] = [*registry.commands.values(), *registry.queries.values()]
    return sorted((m for m in found if m.gate is not Gate.HOUSE), key=lambda m: m.name)


def _schemas(registry: Registry) -> tuple[dict[str, Any], dict[Any, Any]]:
    """All structures as JSON Schema, and for each structure how to point at it."""
    wanted: list[Any] = [Problem, NumberedEvent, PassingEvent]
    wanted += [kind.type for kind in registry.items.values()]
    answers = {}
    for method in _methods(registry):
        answers[method.name] = answer_struct(method)
        wanted += [method.params, answers[method.name]]
    wanted += [signal.params for signal in registry.signals.values()]
    wanted = list(dict.fromkeys(wanted))
    references, components = msgspec.json.schema_components(wanted, ref_template=REF)
    return dict(components), {"answers": answers, "refs": dict(zip(wanted, references, strict=True))}


def _plain(value: Any) -> Any:
    """An example's parameters with something readable where ids and times stand."""
    if isinstance(value, Mapping):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(inner) for inner in value]
    if value in ("{now}", "{tomorrow}"):
        return "2026-11-24T10:15"
    return f"id-of-{value[1:-1]}" if isinstance(value, str) and value.startswith("{") and value.endswith("}") else value


def openapi(registry: Registry, settings: Settings) -> bytes:
    """`GET /api/openapi.json`."""
    components, known = _schemas(registry)
    paths: dict[str, Any] = {}
    examples = {example.method: _plain(example.params) for feature in registry.features for example in reversed(feature.examples)}
    for method in _methods(registry):
        if isinstance(method, Query) and method.live_only:
            continue
        problem = {"content": {"application/problem+json": {"schema": known["refs"][Problem]}}}
        responses: dict[str, Any] = {status: {"description": text, **problem} for status, text in ERRORS.items()}
        responses["200"] = {
            "description": "Done." if isinstance(method, Command) else "The answer.",
            "content": {"application/json": {"schema": known["refs"][known["answers"][method.name]]}},
        }
        operation: dict[str, Any] = {
            "operationId": method.name,
            "tags": [method.name.partition(".")[0]],
            "summary": method.doc.partition("\n")[0],
            "description": method.doc,
            "requestBody": {"required": True, "content": {"application/json": {"schema": known["refs"][method.params]}}},
            "responses": responses,
        }
        if method.name in examples:
            operation["requestBody"]["content"]["application/json"]["example"] = examples[method.name]
        if isinstance(method, Command) and method.keyed:
            operation["parameters"] = [
                {
                    "name": "Idempotency-Key",
                    "in": "header",
                    "required": False,
                    "description": "The same as `key` in the body: a repeat is done once.",
                    "schema": {"type": "string", "minLength": 1, "maxLength": 64, "pattern": "^[!-~]+$"},
                }
            ]
        if method.gate is Gate.ANYBODY:
            operation["security"] = []
        paths[f"/api/{method.name}"] = {"post": operation}
    return msgspec.json.encode(
        {
            "openapi": "3.1.0",
            "info": {
                "title": f"{settings.name}: the door over HTTP",
                "version": __version__,
                "description": "Every command and query of the installation. The same methods, and events, are on the websocket.",
                "license": {"name": "EUPL-1.2", "identifier": "EUPL-1.2"},
            },
            "servers": [{"url": settings.address}],
            "security": [{"cookie": []}, {"bearer": []}],
            "paths": paths,
            "components": {
                "schemas": components,
                "securitySchemes": {
                    "cookie": {"type": "apiKey", "in": "cookie", "name": "__Host-session" if settings.secure else "session"},
                    "bearer": {"type": "http", "scheme": "bearer"},
                },
            },
        }
    )


def asyncapi(registry: Registry, settings: Settings) -> bytes:
    """`GET /api/asyncapi.json`."""
    components, known = _schemas(registry)
    messages: dict[str, Any] = {}
    operations: dict[str, Any] = {}

    def add(name: str, action: str, title: str, payload: Any, reply: str | None = None) -> None:
        messages[name] = {"name": name, "title": title, "contentType": "application/json", "payload": payload}
        operations[name] = {
            "action": action, "channel": {"$ref": "#/channels/live"}, "messages": [{"$ref": f"#/channels/live/messages/{name}"}],
        }  # fmt: skip
        if reply is not None:
            messages_of = [{"$ref": f"#/channels/live/messages/{reply}"}]
            operations[name]["reply"] = {"channel": {"$ref": "#/channels/live"}, "messages": messages_of}

    def rpc(method: str, params: Any) -> dict[str, Any]:
        properties = {
            "jsonrpc": {"const": "2.0"},
            "id": {"type": ["string", "integer", "null"]},
            "method": {"const": method},
            "params": params,
        }
        return {"type": "object", "required": ["jsonrpc", "method"], "properties": properties}

    for method in _methods(registry):
        answer = known["refs"][known["answers"][method.name]]
        reply = {"type": "object", "required": ["jsonrpc", "id"], "properties": {"jsonrpc": {"const": "2.0"}, "result": answer}}
        messages[f"{method.name}.answer"] = {"name": f"{method.name}.answer", "contentType": "application/json", "payload": reply}
        add(
            method.name,
            "receive",
            method.doc.partition("\n")[0],
            rpc(method.name, known["refs"][method.params]),
            f"{method.name}.answer",
        )
    for signal in registry.signals.values():
        add(signal.name, "receive", signal.doc, rpc(signal.name, known["refs"][signal.params]))
    for name, struct in (("event", NumberedEvent), ("passing", PassingEvent)):
        add(name, "send", (struct.__doc__ or "").partition("\n")[0], rpc("event", known["refs"][struct]))
    host = settings.address.partition("://")[2]
    return msgspec.json.encode(
        {
            "asyncapi": "3.0.0",
            "info": {"title": f"{settings.name}: the live socket", "version": __version__, "license": {"name": "EUPL-1.2"}},
            "servers": {"live": {"host": host, "protocol": "wss" if settings.secure else "ws"}},
            "channels": {"live": {"address": "/live", "messages": messages}},
            "operations": operations,
            "components": {"schemas": components},
        }
    )


def types_schema(registry: Registry) -> bytes:
    """One JSON Schema with every structure, from which the browser's TypeScript types are made."""
    components, _ = _schemas(registry)
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Wire",
        "type": "object",
        "properties": {},
        "$defs": components,
    }
    schema["properties"] = {name: {"$ref": f"#/$defs/{name}"} for name in components}
    text = msgspec.json.encode(schema).replace(b"#/components/schemas/", b"#/$defs/")
    return msgspec.json.format(text, indent=1)


def protocol_lists(registry: Registry) -> str:
    """The lists in docs/protocol.md: every command, query, signal, item and event."""
    lines = ["## Commands", "", "| command | who | emits | what |", "| --- | --- | --- | --- |"]
    for method in _methods(registry):
        if isinstance(method, Command):
            lines.append(f"| `{method.name}` {_fields(method.params)} | {_who(method)} | {_listed(method.emits)} | {_words(method.doc)} |")
    lines += ["", "## Queries", "", "| query | who | what |", "| --- | --- | --- |"]
    for method in _methods(registry):
        if isinstance(method, Query):
            lines.append(f"| `{method.name}` {_fields(method.params)} | {_who(method)} | {_words(method.doc)} |")
    lines += ["", "## Signals", "", "| signal | right | what |", "| --- | --- | --- |"]
    lines += [f"| `{s.name}` {_fields(s.params)} | {str(s.right.name).lower()} | {_words(s.doc)} |" for s in registry.signals.values()]
    lines += ["", "## Items", "", "| kind | fields | what |", "| --- | --- | --- |"]
    for name, kind in sorted(registry.items.items()):
        lines.append(f"| `{name}` | {_fields(kind.type)} | {_words(kind.type.__doc__ or '')} |")
    return "\n".join(lines) + "\n"


def _fields(struct: type[Any]) -> str:
    shown = []
    for field in msgspec.structs.fields(struct):
        if field.name != "key":
            shown.append(field.encode_name if field.required else f"{field.encode_name}?")
    return f"`{{{', '.join(shown)}}}`" if shown else ""


def _who(method: Command | Query) -> str:
    if method.gate is not Gate.MEMBER:
        return str(method.gate.value)
    if isinstance(method, Command) and method.administrator:
        return "administrators"
    return str(method.right.name).lower() if method.right is not None else "decided inside"


def _listed(names: tuple[str, ...]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _words(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")
