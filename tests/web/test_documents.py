"""The generated documents: valid, complete for a reader, and true: what the server answers fits what they say."""

import json
import re
from typing import Any

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]
from openapi_spec_validator import OpenAPIV31SpecValidator
from referencing import Registry as References
from referencing.jsonschema import DRAFT202012

from tests.drivers import Server
from tests.samples import METHODS, REGISTRY, SAMPLES, Scene, make_scene, prepared
from twinspace_server.live.feature import Command, Gate, Query
from twinspace_server.settings import Settings, load
from twinspace_server.web import documents

OPENAPI: dict[str, Any] = json.loads(documents.openapi(REGISTRY, Settings()))
ASYNCAPI: dict[str, Any] = json.loads(documents.asyncapi(REGISTRY, Settings()))


def validator(schema: dict[str, Any], whole: dict[str, Any] = OPENAPI) -> Draft202012Validator:
    """For a schema inside a document."""
    resource = DRAFT202012.create_resource({"$schema": "https://json-schema.org/draft/2020-12/schema", **whole})
    return Draft202012Validator(resolved(schema), registry=References().with_resource("urn:document", resource))


def resolved(schema: Any) -> Any:
    """The same with its references made absolute."""
    return json.loads(json.dumps(schema).replace('"#/', '"urn:document#/'))


def test_openapi_is_valid() -> None:
    OpenAPIV31SpecValidator(OPENAPI).validate()


def test_every_reference_leads_somewhere() -> None:
    for document in (OPENAPI, ASYNCAPI, json.loads(documents.types_schema(REGISTRY))):
        for reference in set(re.findall(r'"\$ref": ?"([^"]+)"', json.dumps(document))):
            found: Any = document
            for part in reference.removeprefix("#/").split("/"):
                found = found[part.replace("~1", "/").replace("~0", "~")]


def test_asyncapi_has_what_the_standard_asks_for() -> None:
    assert ASYNCAPI["asyncapi"] == "3.0.0"
    assert ASYNCAPI["channels"]["live"]["address"] == "/live"
    for name, operation in ASYNCAPI["operations"].items():
        assert operation["action"] in ("send", "receive")
        assert operation["channel"] == {"$ref": "#/channels/live"}
        payload = ASYNCAPI["channels"]["live"]["messages"][name]["payload"]
        assert payload["properties"]["method"]["const"] in (name, "event")
    asked = {name for name, operation in ASYNCAPI["operations"].items() if operation["action"] == "receive"}
    assert asked == {*METHODS, *REGISTRY.signals}


def test_every_operation_says_what_it_may_answer() -> None:
    for path, item in OPENAPI["paths"].items():
        operation = item["post"]
        assert operation["operationId"] == path.removeprefix("/api/")
        assert operation["summary"].endswith((".", "`.", "?", ")", ":")) or operation["summary"]
        assert set(operation["responses"]) == {"200", *documents.ERRORS}
        method = METHODS[operation["operationId"]]
        assert operation.get("security", None) == ([] if method.gate is Gate.ANYBODY else None)
        has_key = any(parameter["name"] == "Idempotency-Key" for parameter in operation.get("parameters", ()))
        assert has_key == (isinstance(method, Command) and method.keyed)


def test_the_address_is_the_installations() -> None:
    settings = load({"TWINSPACE_PUBLIC_URL": "https://twinspace.example.eu", "TWINSPACE_HOST": "0.0.0.0"})
    assert json.loads(documents.openapi(REGISTRY, settings))["servers"] == [{"url": "https://twinspace.example.eu"}]
    assert json.loads(documents.asyncapi(REGISTRY, settings))["servers"]["live"] == {"host": "twinspace.example.eu", "protocol": "wss"}


async def test_they_are_served(shared: Server) -> None:
    async with shared.http() as client:
        for path, kind in (("/api/openapi.json", "openapi"), ("/api/asyncapi.json", "asyncapi")):
            response = await client.get(path)
            assert response.status_code == 200
            assert response.headers["content-type"] == "application/json"
            assert kind in response.json()
            assert f"localhost:{shared.settings.port}" in response.text
            assert "127.0.0.1:5432" not in response.text


@pytest.mark.parametrize("shared", ["sqlite"], indirect=True)  # the answers of both databases are compared by all other tests
@pytest.mark.parametrize("name", sorted(name for name, m in METHODS.items() if not (isinstance(m, Query) and m.live_only)))
async def test_what_is_answered_fits_the_document(shared: Server, name: str) -> None:
    await shared.world.sign_in("olga")  # who has been asked for everything before, for signing out too
    scene: Scene = await prepared(await make_scene(shared.world), name)
    doer, sample = SAMPLES[name]
    operation = OPENAPI["paths"][f"/api/{name}"]["post"]
    params = sample(scene)
    validator(operation["requestBody"]["content"]["application/json"]["schema"]).validate(params)
    responses = operation["responses"]
    done = await shared.post(doer or None, name, **params)
    assert done.status_code == 200, done.text
    validator(responses["200"]["content"]["application/json"]["schema"]).validate(done.json())
    for username, wrong in ((doer or None, {**params, "unheard_of": 1}), ("olga", params), (None, params)):
        refused = await shared.post(username, name, **wrong)
        if refused.status_code != 200:
            media = responses[str(refused.status_code)]["content"]["application/problem+json"]
            validator(media["schema"]).validate(refused.json())


async def test_events_fit_the_document(shared: Server) -> None:
    world = shared.world
    async with shared.live("alice") as alice:
        await alice.listen(world.space)
        await alice.listen(world["alice"].desk)
        said = await world.say("pia", "x")
        await alice.signal("presence.enter", place=world.lobby)
        await alice.signal("presence.typing", place=world.lobby)
        await world.do("pia", "chat.edit", place=world.lobby, message=said["id"], text="y")
        await alice.call("place.read", place=world.lobby, seq=said["seq"])
        room = await world.make_room("For the document")
        await world.set_table(room, {"teacher": ["read"], "pupil": ["read"]})
        await world.do("alice", "place.bin", place=room)
        await alice.wait_for("place.lost")
        await alice.wait_for("presence.here")
        await alice.settle()
        seen = set()
        messages = ASYNCAPI["channels"]["live"]["messages"]
        for event in alice.events:
            kind = "event" if "bookmark" in event else "passing"
            validator(messages[kind]["payload"], ASYNCAPI).validate({"jsonrpc": "2.0", "method": "event", "params": event})
            for item in event.get("put", ()):
                title = REGISTRY.items[item["kind"]].type.__name__
                validator(ASYNCAPI["components"]["schemas"][title], ASYNCAPI).validate(item)
            seen.add(event["event"])
        assert seen >= {"chat.said", "chat.edited", "place.added", "rights.changed", "place.lost", "place.read", "presence.here"}
