"""What every command and query owes, walked from the registry: a new one is tested here as soon as it has a sample.

Words and documents; bad input named by its path; nothing for outsiders, the same nothing as for what isn't there; a closed space
stays closed; a repeat under the same key does nothing; what it emits is what it declares.
"""

from collections.abc import AsyncIterator, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import msgspec
import pytest
import pytest_asyncio
from msgspec import inspect

from tests.cast import World, enter, populated_database
from tests.databases import KINDS
from tests.samples import (
    COMMANDS,
    METHODS,
    OF_A_SPACE,
    REGISTRY,
    SAMPLES,
    STORIES,
    Scene,
    make_scene,
    on_paper,
    prepared,
    told,
)
from twinspace_server import clock, i18n
from twinspace_server.errors import BadInput, Conflict, NotAllowed, NotFound, SignedOut, TwinspaceError, UnknownMethod
from twinspace_server.ids import new as new_id
from twinspace_server.live import log
from twinspace_server.live.dispatch import Dispatcher
from twinspace_server.live.feature import Command, Gate, Query
from twinspace_server.settings import Settings
from twinspace_server.web import documents

SIGNALS = REGISTRY.signals
VARIES = {"invitation.accept"}
"""No stories, yet what they emit depends on who does it: somebody new, or a guest who brings their school."""
HEARERS = [hearer for hearers in REGISTRY.hearers.values() for hearer in hearers]
WAITED = [event for command in COMMANDS.values() if command.waits for event in command.emits]


@pytest_asyncio.fixture(scope="module", params=KINDS)
async def house(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[World]:
    directory = tmp_path_factory.mktemp("contract")
    async with populated_database(str(request.param), directory) as (url, made), enter(url, directory, made) as world:
        yield world


@pytest_asyncio.fixture
async def scene(house: World) -> Scene:
    """One that the test may change."""
    return await make_scene(house)


@pytest_asyncio.fixture(scope="module")
async def still(house: World) -> Scene:
    """One that nobody changes, after all stories."""
    return await told(await make_scene(house))


@pytest_asyncio.fixture(scope="module")
async def closed(house: World) -> Scene:
    """One that is closed."""
    made = await told(await make_scene(house))
    await house.do("alice", "space.close", space=made.space)
    return made


def test_everything_has_a_sample() -> None:
    """A feature tells its story in examples: without them nothing below is proven for it."""
    assert set(SAMPLES) == set(METHODS)


# -- words and documents ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", sorted(METHODS))
def test_it_says_what_it_does(name: str) -> None:
    method = METHODS[name]
    assert method.doc.rstrip().endswith((".", ")")), method.doc
    assert len(method.doc) > 15
    subject, dot, verb = name.partition(".")
    assert subject.isidentifier()
    assert dot
    assert verb.isidentifier()
    assert all(event.count(".") == 1 for event in getattr(method, "emits", ()))


@pytest.mark.parametrize("kind", sorted(REGISTRY.items))
def test_an_item_says_what_it_is(kind: str) -> None:
    item = REGISTRY.items[kind].type
    assert item.__struct_config__.tag == kind
    assert item.__struct_config__.tag_field == "kind"
    assert item.__doc__


def test_the_documents_hold_everything() -> None:
    settings = Settings()
    openapi = msgspec.json.decode(documents.openapi(REGISTRY, settings))
    asyncapi = msgspec.json.decode(documents.asyncapi(REGISTRY, settings))
    over_http = {name for name, m in METHODS.items() if not (isinstance(m, Query) and m.live_only)}
    assert {path.removeprefix("/api/") for path in openapi["paths"]} == over_http
    assert set(asyncapi["operations"]) == {*METHODS, *SIGNALS, "event", "passing"}
    lists = documents.protocol_lists(REGISTRY)
    for name in (*METHODS, *SIGNALS, *REGISTRY.items, *(event for c in COMMANDS.values() for event in c.emits)):
        assert f"`{name}`" in lists, name
    assert "house." not in lists


def test_the_written_protocol_holds_the_lists_of_today() -> None:
    """`make documents` writes them."""
    written = Path(__file__).parent.parent / "docs" / "protocol.md"
    assert documents.protocol_lists(REGISTRY).strip() in written.read_text(encoding="utf-8")


# -- bad input -------------------------------------------------------------------------------------------------------


def _wrong(field: inspect.Field) -> Iterator[tuple[str, Any]]:
    """Values that this field can't take, with a word for each."""
    kinds = list(_kinds(field.type))
    if not any(isinstance(kind, inspect.DictType | inspect.StructType) for kind in kinds):
        yield "an object", {"x": 1}
    if not any(isinstance(kind, inspect.BoolType) for kind in kinds):
        yield "true", True
    if not any(isinstance(kind, inspect.NoneType) for kind in kinds):
        yield "null", None
    if not any(isinstance(kind, inspect.ListType) for kind in kinds):
        yield "a list", []
    for kind in kinds:
        if isinstance(kind, inspect.StrType):
            yield "a number", 5
            assert kind.max_length is not None or kind.pattern is not None, f"{field.name} has no end"
            if kind.max_length is not None:
                yield "too long", "x" * (kind.max_length + 1)
            if kind.min_length:
                yield "too short", "x" * (kind.min_length - 1)
            if kind.pattern is not None:
                yield "other letters", "é " * 5
                for fitting in ("pia", "BE", "role:pupil"):
                    yield "a newline at the end", f"{fitting}\n"
        elif isinstance(kind, inspect.IntType):
            yield "a text", "5"
            yield "a fraction", 1.5
            assert kind.le is not None
            assert kind.ge is not None
            yield "too large", kind.le + 1
            yield "too small", kind.ge - 1
        elif isinstance(kind, inspect.ListType):
            assert kind.max_length is not None, f"{field.name} has no end"
            yield "too many", ["x"] * (kind.max_length + 1)
        elif isinstance(kind, inspect.LiteralType):
            yield "another word", "something"


def _kinds(kind: inspect.Type) -> Iterator[inspect.Type]:
    if isinstance(kind, inspect.Metadata):
        yield from _kinds(kind.type)
    elif isinstance(kind, inspect.UnionType):
        for one in kind.types:
            yield from _kinds(one)
    else:
        yield kind


@pytest.mark.parametrize("name", sorted({*METHODS, *SIGNALS}))
def test_bad_input_is_named_by_its_path(name: str) -> None:
    sample: dict[str, Any] = {"place": "x"} if name in SIGNALS else SAMPLES[name][1](on_paper())
    method: Any = METHODS.get(name) or SIGNALS[name]
    nothing: Any = None
    decode = Dispatcher(REGISTRY, nothing, clock.system, nothing).decode
    decode(name, msgspec.json.encode(sample))

    def refused(what: Any, path: str, why: str) -> None:
        with pytest.raises(BadInput) as error:
            decode(name, msgspec.json.encode(what))
        assert (error.value.kind, error.value.path) == ("bad_input", path), why

    refused({**sample, "unheard_of": 1}, "$.unheard_of", "an unknown field")
    refused([], "$", "a list")
    info = inspect.type_info(method.params)
    assert isinstance(info, inspect.StructType)
    assert {field.encode_name for field in info.fields} - {"key"} >= set(sample)
    for field in info.fields:
        if field.required:
            refused({k: v for k, v in sample.items() if k != field.encode_name}, f"$.{field.encode_name}", f"no {field.name}")
        for why, value in _wrong(field):
            with pytest.raises(BadInput) as error:
                decode(name, msgspec.json.encode({**sample, field.encode_name: value}))
            assert (error.value.path or "").startswith(f"$.{field.encode_name}"), (field.name, why, error.value.path)


def test_every_structure_refuses_unknown_fields() -> None:
    known: set[type[msgspec.Struct]] = set()

    def inside(kind: Any) -> Iterator[type[msgspec.Struct]]:
        for one in get_args(kind) if get_origin(kind) is not Literal else ():
            yield from inside(one)
        if isinstance(kind, type) and issubclass(kind, msgspec.Struct) and kind not in known:
            known.add(kind)
            yield kind
            for field in msgspec.structs.fields(kind):
                yield from inside(field.type)

    for method in (*METHODS.values(), *SIGNALS.values()):
        for struct in inside(method.params):
            assert struct.__struct_config__.forbid_unknown_fields, struct


# -- who is told what ------------------------------------------------------------------------------------------------


def words(error: TwinspaceError) -> Any:
    return (type(error), error.status, error.rpc, i18n.told(error, "en"))


async def refusal(world: World, username: str | None, name: str, params: dict[str, Any]) -> TwinspaceError:
    """What a method is refused with, those of the socket alone too."""
    if name == "space.listen":
        dispatcher = world.house.dispatcher
        query, asked = REGISTRY.queries[name], dispatcher.decode(name, msgspec.json.encode(params))
        with pytest.raises(TwinspaceError) as error:
            await world.house.store.read(lambda db: dispatcher.reading(db, query, asked, world.people[username or ""].who, params["space"]))
        return error.value
    return await world.refusal(username, name, **params)


@pytest.mark.parametrize("name", OF_A_SPACE)
async def test_to_an_outsider_there_is_nothing(still: Scene, name: str) -> None:
    sample = SAMPLES[name][1]
    nothing = await refusal(still.world, "olga", name, sample(still.nowhere))
    real = await refusal(still.world, "olga", name, sample(still))
    assert isinstance(real, NotFound)
    assert words(real) == words(nothing)
    assert words(await refusal(still.world, "nora", name, sample(still))) == words(nothing), "an operator is a member of nothing"
    keyed = {"key": "k"} if isinstance(METHODS[name], Command) else {}
    assert words(await refusal(still.world, "olga", name, {**sample(still), **keyed})) == words(nothing)


@pytest.mark.parametrize("name", [name for name in OF_A_SPACE if "place" in {f.name for f in msgspec.structs.fields(METHODS[name].params)}])
async def test_to_a_member_there_is_nothing_where_one_may_not_read(still: Scene, name: str) -> None:
    sample = SAMPLES[name][1]
    hidden = still.withheld
    for username in ("pia", "milo"):
        nothing = await refusal(still.world, username, name, sample(still.nowhere))
        assert isinstance(nothing, NotFound)
        assert words(await refusal(still.world, username, name, sample(hidden))) == words(nothing)
        if name != "place.restore":
            binned = replace(hidden, room=still.binned)
            assert words(await refusal(still.world, username, name, sample(binned))) == words(nothing), "what is in the bin"


@pytest.mark.parametrize(
    "name", [name for name in OF_A_SPACE if name.startswith("chat.") and "line" in repr(SAMPLES[name][1].__code__.co_names)]
)
async def test_a_line_of_a_room_one_may_not_read_can_not_be_told_from_none(still: Scene, name: str) -> None:
    """The room is one's own, the message's id is from the hall, or from nowhere."""
    username, sample = SAMPLES[name]
    if name == "chat.hide":
        username = "bob"
    never = replace(still, line=new_id(), hidden=new_id())
    nothing = await refusal(still.world, username, name, sample(never))
    real = await refusal(still.world, username, name, sample(replace(still, line=still.whispered, hidden=still.whispered)))
    assert words(real) == words(nothing)


@pytest.mark.parametrize("name", sorted(name for name, m in METHODS.items() if m.gate is not Gate.ANYBODY))
async def test_without_a_session_nothing_is_answered(still: Scene, name: str) -> None:
    if getattr(METHODS[name], "live_only", False):
        return  # a socket isn't opened without a session
    error = await still.world.refusal(None, name, **SAMPLES[name][1](still))
    assert (type(error), error.kind, error.status) == (SignedOut, "signed_out", 401)


@pytest.mark.parametrize("name", sorted(name for name, m in METHODS.items() if m.gate is Gate.OPERATOR))
async def test_only_operators_do_what_is_for_operators(still: Scene, name: str) -> None:
    for username in ("alice", "pia", "olga"):
        error = await still.world.refusal(username, name, **SAMPLES[name][1](still))
        assert isinstance(error, NotAllowed)
        assert [reason.code for reason in error.why] == ["operators_only"]


@pytest.mark.parametrize("name", sorted(name for name, c in COMMANDS.items() if c.administrator))
async def test_only_administrators_do_what_is_for_administrators(still: Scene, name: str) -> None:
    for username in ("pia", "bob"):
        error = await still.world.refusal(username, name, **SAMPLES[name][1](still))
        assert isinstance(error, NotAllowed)
        assert [reason.code for reason in error.why] == ["administrators_only"]


def test_the_house_is_unreachable() -> None:
    dispatcher_of = [c for c in REGISTRY.commands.values() if c.gate is Gate.HOUSE]
    assert {c.name for c in dispatcher_of} >= {"house.sweep", "people.add_operator"}


@pytest.mark.parametrize("name", sorted(c.name for c in REGISTRY.commands.values() if c.gate is Gate.HOUSE))
async def test_what_the_house_does_is_unknown_to_everybody(still: Scene, name: str) -> None:
    for username in ("nora", "alice", None):
        unknown = await still.world.refusal(username, "nothing.such")
        assert isinstance(unknown, UnknownMethod)
        assert words(await still.world.refusal(username, name)) == words(unknown)


# -- a closed space --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", sorted(name for name, c in COMMANDS.items() if c.gate is Gate.MEMBER and not c.when_closed))
async def test_a_closed_space_refuses(closed: Scene, name: str) -> None:
    before = await closed.world.house.store.read(lambda db: log.head(db, closed.space))
    doer, sample = SAMPLES[name]
    for username in {doer, "alice"}:
        error = await closed.world.refusal(username, name, **sample(closed))
        assert isinstance(error, NotAllowed), error
        assert [reason.code for reason in error.why] == ["closed"]
    assert await closed.world.house.store.read(lambda db: log.head(db, closed.space)) == before


@pytest.mark.parametrize("name", sorted(name for name, c in COMMANDS.items() if c.gate is Gate.MEMBER and c.when_closed))
async def test_what_goes_on_in_a_closed_space(scene: Scene, name: str) -> None:
    scene = await told(scene, name)
    await scene.world.do("alice", "space.close", space=scene.space)
    doer, sample = SAMPLES[name]
    if name == "space.close":
        assert (await scene.world.refusal(doer, name, **sample(scene))).kind == "already_closed"
    else:
        await scene.world.do(doer, name, **sample(scene))


@pytest.mark.parametrize(
    "name", sorted(n for n, m in METHODS.items() if isinstance(m, Query) and not m.live_only and m.gate is Gate.MEMBER)
)
async def test_a_closed_space_can_be_read(closed: Scene, name: str) -> None:
    doer, sample = SAMPLES[name]
    await closed.world.ask(doer, name, **sample(closed))


# -- keys, numbers, events -------------------------------------------------------------------------------------------


async def heads(scene: Scene) -> dict[str, int]:
    def run(db: Any) -> dict[str, int]:
        return {space: seq for space, seq in db.execute(log.heads.select().with_only_columns(log.heads.c.space, log.heads.c.seq))}

    return await scene.world.house.store.read(run)


async def happened(scene: Scene, before: Mapping[str, int]) -> list[str]:
    """The events that were logged anywhere since."""

    def run(db: Any) -> list[str]:
        rows = db.execute(log.log.select().order_by(log.log.c.space, log.log.c.seq))
        return [row.event for row in rows if row.seq > before.get(row.space, 0)]

    return await scene.world.house.store.read(run)


@pytest.mark.parametrize("name", sorted(COMMANDS))
async def test_it_works_once(scene: Scene, name: str) -> None:
    """It emits what it declares and answers what it documents; a repeat does nothing and answers the same."""
    doer, sample = SAMPLES[name]
    scene = await prepared(scene, name)
    world, command = scene.world, COMMANDS[name]
    params = {**sample(scene), "key": new_id()}
    aside = REGISTRY.aside
    assert aside is not None
    before = await heads(scene)
    first = await world.do(doer or None, name, **params)
    if name in STORIES or name in VARIES:  # it may emit less than it could, and others may do something because of it
        others = WAITED if name == "waiting.let_through" else []
        assert {*await happened(scene, before)} <= {*command.emits, *others, *(e for h in HEARERS for e in h.emits)}
        assert ("seq" in first) <= bool(command.emits)
    else:
        heard = [event for emitted in command.emits for h in HEARERS if h.event == emitted for event in h.emits]
        own = [event for event in command.emits if event not in aside.emits]
        told = await happened(scene, before)
        assert [event for event in told if event not in heard] == own
        assert {*told} <= {*own, *heard}  # who hears of it may have nothing to say
        assert ("seq" in first) == bool(command.emits)
    msgspec.convert(first, documents.answer_struct(command), strict=True)
    answered, may_answer = set(first) - {"seq"}, {*command.answers} - ({*aside.answers} if command.waits else set())
    always = {answer for answer in may_answer if type(None) not in get_args(command.answers[answer])}
    assert always <= answered <= may_answer
    if not command.keyed:
        return
    if name == "space.leave":  # who has left is an outsider, also to a repeat
        assert isinstance(await world.refusal(doer, name, **params), NotFound)
        return
    before = await heads(scene)
    for _ in range(2):
        assert await world.do(doer, name, **params) == first
    other, changed = different(scene, name, params)
    error = await world.refusal(doer, other, **changed)
    assert isinstance(error, Conflict)
    assert (error.kind, error.status, error.path) == ("key_reused", 409, "$.key")
    assert await heads(scene) == before


@pytest.mark.parametrize("name", sorted(n for n, m in METHODS.items() if isinstance(m, Query) and not m.live_only))
async def test_a_query_answers_what_it_documents_and_changes_nothing(still: Scene, name: str) -> None:
    doer, sample = SAMPLES[name]
    if name in STORIES:
        still = await told(await make_scene(still.world), name)
    before = await heads(still)
    answer = await still.world.ask(doer or None, name, **sample(still))
    kind: type[msgspec.Struct] = REGISTRY.queries[name].answers
    msgspec.convert(answer, kind, strict=True)
    tag = {kind.__struct_config__.tag_field} if kind.__struct_config__.tag else set()  # an item says its kind
    assert set(answer) == {field.encode_name for field in msgspec.structs.fields(kind)} | tag
    assert await heads(still) == before


def different(scene: Scene, name: str, params: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    """The same key with something else: other parameters, or another command where there are none to change."""
    if name in STORIES:
        if COMMANDS[name].gate is Gate.PERSON:  # keys are one's own, space by space: this one is used at the desk
            return "people.change", {"language": "en", "key": params["key"]}
        if COMMANDS[name].gate is Gate.OPERATOR:  # and this one in the lane of the house
            return "schools.add", {**SAMPLES["schools.add"][1](scene), "key": params["key"]}
        return "chat.say", {"place": scene.room, "text": "Something else.", "key": params["key"]}
    others: dict[str, tuple[str, dict[str, Any]]] = {
        "place.bin": (name, {"place": scene.hall}),
        "place.restore": (name, {"place": scene.room}),
        "chat.withdraw": (name, {"message": scene.hidden}),
        "chat.restore": (name, {"message": scene.line}),
        "chat.react": (name, {"emoji": "👍"}),
        "rights.set": (name, {"rows": None}),
        "space.add_member": (name, {"role": "guest"}),
        "space.change_member": (name, {"role": "teacher"}),
        "space.remove_member": (name, {"person": scene.world["bob"].id}),
        "space.close": ("space.reopen", {}),
        "space.reopen": ("space.close", {}),
        "people.end_session": (name, {"session": "another"}),
        "people.change": (name, {"zone": "Europe/Brussels"}),
        "place.read": (name, {"seq": 6}),
        "schools.attach": (name, {"person": scene.world["milo"].id}),
        "schools.detach": (name, {"person": scene.world["milo"].id}),
        "outgoing.again": (name, {"job": "another"}),
        "outgoing.drop": (name, {"job": "another"}),
    }
    if name in others:
        return others[name][0], {**params, **others[name][1]}
    text = next(field for field in ("text", "title", "name", "reason") if field in params)
    return name, {**params, text: f"{params[text]}!"}
