"""What hangs on notes and posts: files of the space, shown to whoever may see them where they lie, and to nobody else."""

import io
from typing import Any

import httpx2
import pytest
from PIL import Image

from tests.drivers import Server
from twinspace_server.errors import BadInput


async def uploaded(server: Server, who: str, place: str, name: str, content: bytes) -> str:
    """The id of a file that this person has put there."""
    async with httpx2.AsyncClient() as client:
        sent = await client.post(
            f"{server.url}/api/upload", params={"place": place}, files={"file": (name, content)},
            headers={"Authorization": f"Bearer {server.world[who].token}"},
        )  # fmt: skip
    done = await server.world.do(who, "file.add", place=place, upload=sent.json()["upload"])
    return str(done["file"]["id"])


def heron() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (64, 48), "#0b7a83").save(out, "PNG")
    return out.getvalue()


@pytest.fixture
async def there(stage: Server) -> dict[str, str]:
    """An archive for all with a picture and a text, one of the teachers with a plan, a board and a forum."""
    world = stage.world
    made: dict[str, str] = {}
    for name, method in (("archive", "archive.make"), ("desk", "archive.make"), ("board", "pinboard.make"), ("forum", "forum.make")):
        made[name] = (await world.do("alice", method, space=world.space, title=name))["place"]["id"]
    await world.set_table(made["desk"], {"teacher": ["read", "add"], "pupil": []})
    made["heron"] = await uploaded(stage, "pia", made["archive"], "heron.png", heron())
    made["lamps"] = await uploaded(stage, "milo", made["archive"], "lamps.txt", b"north,14")
    made["plan"] = await uploaded(stage, "bob", made["desk"], "plan.png", heron())
    return made


async def pinned(server: Server, who: str, place: str, **params: Any) -> dict[str, Any]:
    return dict((await server.world.do(who, "note.pin", place=place, text="Look", **params))["note"])


async def test_a_note_carries_a_picture_of_the_space(stage: Server, there: dict[str, str]) -> None:
    world = stage.world
    note = await pinned(stage, "milo", there["board"], picture=there["heron"])
    assert note["picture"] == there["heron"]
    changed = (await world.do("milo", "note.edit", place=there["board"], note=note["id"], colour="leaf"))["note"]
    assert changed["picture"] == there["heron"]
    await world.do("bob", "note.hide", place=there["board"], note=note["id"], reason="Somebody's face is on it.")
    opened = await world.ask("milo", "place.open", place=there["board"])
    assert [item["picture"] for item in opened["items"] if item["kind"] == "note"] == [None]
    await world.do("bob", "note.restore", place=there["board"], note=note["id"])
    without = (await world.do("milo", "note.edit", place=there["board"], note=note["id"], picture=None))["note"]
    assert without["picture"] is None


@pytest.mark.parametrize(("who", "file", "code"), [("milo", "plan", "unknown_file"), ("milo", "lamps", "picture_wanted")])
async def test_nobody_pins_what_they_cannot_see_or_what_is_no_picture(
    stage: Server, there: dict[str, str], who: str, file: str, code: str
) -> None:
    with pytest.raises(BadInput) as refused:
        await pinned(stage, who, there["board"], picture=there[file])
    assert (refused.value.kind, refused.value.path) == (code, "$.picture")


async def test_files_hang_on_posts(stage: Server, there: dict[str, str]) -> None:
    world = stage.world
    asked = {"place": there["forum"], "title": "What did you see?", "text": "Here is mine."}
    started = await world.do("bob", "forum.start", **asked, files=[there["heron"], there["plan"], there["heron"]])
    topic, post = started["topic"]["id"], started["post"]
    assert post["files"] == [there["heron"], there["plan"]]
    # Who may not see a file where it lies gets nothing of it here.
    for who, known in (("bob", {"heron.png", "plan.png"}), ("pia", {"heron.png"})):
        answer = await world.ask(who, "file.named", space=world.space, files=post["files"])
        assert {file["name"] for file in answer["files"]} == known
    with pytest.raises(BadInput) as refused:
        await world.do("pia", "forum.answer", place=there["forum"], topic=topic, text="And this?", files=[there["lamps"], there["plan"]])
    assert (refused.value.kind, refused.value.path) == ("unknown_file", "$.files[1]")
    # What the writer can't see (any more) may stay where it was, and goes with the words.
    edited = await world.do(
        "bob", "forum.edit", place=there["forum"], post=post["id"], text="Here is mine.", files=[there["lamps"], there["plan"]]
    )
    assert edited["post"]["files"] == [there["lamps"], there["plan"]]
    await world.do("bob", "forum.withdraw", place=there["forum"], post=post["id"])
    posts = (await world.ask("pia", "forum.posts", place=there["forum"], topic=topic))["posts"]
    assert posts[0]["files"] == []
