"""Publishing: strangers get what was published, minus what nobody may see, and nothing a moment after it is taken back."""

import io
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from PIL import Image

from tests.cast import World
from tests.drivers import Server
from twinspace_server.errors import NotAllowed, NotFound

WHOLE = {"teacher": ["read", "add", "edit", "delete"], "pupil": ["read", "add"]}


def png(colour: str = "teal", width: int = 640, height: int = 480) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (width, height), colour).save(out, "PNG")
    return out.getvalue()


def paragraph(*pieces: Any) -> dict[str, Any]:
    return {"type": "paragraph", "content": [piece if isinstance(piece, dict) else {"type": "text", "text": piece} for piece in pieces]}


def bold(text: str) -> dict[str, Any]:
    return {"type": "text", "text": text, "marks": [{"type": "bold"}]}


def link(text: str, href: str) -> dict[str, Any]:
    return {"type": "text", "text": text, "marks": [{"type": "link", "attrs": {"href": href}}]}


def figure(file: str, alt: str = "", caption: str = "") -> dict[str, Any]:
    return {"type": "picture", "attrs": {"file": file, "alt": alt}, "content": [{"type": "text", "text": caption}] if caption else []}


async def make(world: World, what: str, title: str, by: str = "alice", **more: Any) -> str:
    return str((await world.do(by, f"{what}.make", space=world.space, title=title, **more))["place"]["id"])


async def page(world: World, title: str, *content: Any, **more: Any) -> str:
    return await make(world, "page", title, content=list(content), **more)


async def picture(world: World, place: str, *people: str, by: str = "alice", **more: Any) -> str:
    """One in which these can be seen; said by alice."""
    file = await world.add_file(by, place, "boats.png", png(), **more)
    await world.do("alice", "picture.who", place=place, file=file["id"], people=[world[name].id for name in people])
    return str(file["id"])


async def allow(world: World, username: str, *marks: str) -> None:
    """Their own teacher keeps that these are allowed."""
    teacher = "alice" if username in ("pia", "alice") else "bob"
    who = username if username in ("alice", "bob", "gerda") else teacher
    await world.do(who, "consent.set", space=world.space, person=world[username].id, **dict.fromkeys(marks, True))


async def read(world: World, place: str, language: str = "en") -> Any:
    """What a stranger reads of a place; NotFound when nothing."""
    listed = await world.do("alice", "publish.list", space=world.space)
    known = {one["place"]: one["address"] for one in listed["places"]}
    if place not in known:
        raise NotFound()
    _, _, site, leaf = known[place].split("/")
    return await at(world, site, leaf, language)


async def at(world: World, site: str, leaf: str | None, language: str = "en") -> Any:
    asked = {"site": site[-10:], "place": leaf[-10:] if leaf is not None else None, "language": language}
    return await world.house.dispatcher.look("public.read", asked)


async def bytes_of(world: World, address: str, file: str) -> Any:
    return await world.house.dispatcher.look("public.file", {"site": address.split("/")[2][-10:], "file": file})


async def address_of(world: World, place: str) -> str:
    listed = await world.do("alice", "publish.list", space=world.space)
    return str(next(one["address"] for one in listed["places"] if one["place"] == place))


# -- consent ---------------------------------------------------------------------------------------------------------


async def test_only_teachers_of_the_own_school_keep_a_pupils_marks(world: World) -> None:
    pia, space = world["pia"].id, world.space
    kept = await world.do("alice", "consent.set", space=space, person=pia, photo_public=True)
    assert (kept["consent"]["photo_public"], kept["consent"]["photo_inside"], kept["consent"]["by"]) == (True, False, world["alice"].id)
    for other in ("bob", "pia", "milo", "gerda"):
        error = await world.refusal(other, "consent.set", space=space, person=pia, photo_public=True)
        assert isinstance(error, NotAllowed), other
        assert [reason.code for reason in error.why] == ["consent_by_own_teachers"]
    assert isinstance(await world.refusal("olga", "consent.set", space=space, person=pia, photo_public=True), NotFound)
    assert isinstance(await world.refusal("alice", "consent.set", space=space, person=world["olga"].id, photo_public=True), NotFound)


async def test_adults_decide_for_themselves(world: World) -> None:
    gerda = world["gerda"].id
    await world.do("gerda", "consent.set", space=world.space, person=gerda, photo_public=True)
    error = await world.refusal("alice", "consent.set", space=world.space, person=gerda, photo_public=False)
    assert [reason.code for reason in error.why] == ["consent_by_oneself"]


async def test_who_reads_the_marks(world: World) -> None:
    everybody = {world[name].id for name in ("alice", "bob", "pia", "milo", "gerda")}
    for staff in ("alice", "bob"):
        told = await world.do(staff, "consent.of", space=world.space)
        assert {one["id"] for one in told["consents"]} == everybody
    assert set((await world.do("bob", "consent.of", space=world.space))["mine_to_keep"]) == {world["bob"].id, world["milo"].id}
    told = await world.do("pia", "consent.of", space=world.space)
    assert ([one["id"] for one in told["consents"]], told["mine_to_keep"]) == ([world["pia"].id], [])


async def test_taking_back_goes_on_in_a_closed_space_and_of_who_has_left(world: World) -> None:
    await allow(world, "pia", "photo_public", "name_public")
    await world.do("alice", "space.remove_member", space=world.space, person=world["pia"].id)
    await world.do("alice", "space.close", space=world.space)
    kept = await world.do("alice", "consent.set", space=world.space, person=world["pia"].id, photo_public=False)
    assert (kept["consent"]["photo_public"], kept["consent"]["name_public"]) == (False, True)
    error = await world.refusal("alice", "consent.set", space=world.space, person=world["pia"].id, photo_inside=True)
    assert [reason.code for reason in error.why] == ["closed"]


# -- who is in a picture ---------------------------------------------------------------------------------------------


async def test_who_says_who_is_in_a_picture(world: World) -> None:
    gallery = await make(world, "gallery", "At the water")
    file = (await world.add_file("pia", gallery, "boats.png", png()))["id"]
    asked = {"place": gallery, "file": file, "people": [world["milo"].id]}
    assert isinstance(await world.refusal("pia", "picture.who", **asked), NotAllowed)
    said = (await world.do("bob", "picture.who", **asked))["pictured"]
    assert (said["people"], said["to_check"]) == ([world["milo"].id], True)
    assert (await world.do("pia", "picture.of", place=gallery))["pictures"] == []
    assert [one["id"] for one in (await world.do("alice", "picture.to_check", space=world.space))["pictures"]] == [file]
    await allow(world, "milo", "photo_inside")
    assert (await world.do("alice", "picture.to_check", space=world.space))["pictures"] == []
    assert (await world.refusal("bob", "picture.who", **{**asked, "people": [world["olga"].id]})).kind == "unknown_person"
    upload = await world.upload("pia", gallery, "other.png", png("red"))
    await world.do("pia", "file.replace", place=gallery, file=file, upload=upload)
    assert (await world.do("alice", "picture.of", place=gallery))["pictures"] == [], "other bytes have to be looked at again"


# -- publishing ------------------------------------------------------------------------------------------------------


async def test_a_gallery_shows_what_may_be_shown(world: World) -> None:
    gallery = await make(world, "gallery", "At the water", description="Photos by Pia Claes")
    nobody = await picture(world, gallery, alt="Pia's boat")
    with_pia, with_milo = await picture(world, gallery, "pia"), await picture(world, gallery, "milo")
    unsaid = (await world.add_file("pia", gallery, "late.png", png("navy")))["id"]
    await allow(world, "pia", "photo_public")
    looked = await world.do("alice", "publish.preview", place=gallery, language="en")
    assert {one["file"]: (one["why"], one["people"]) for one in looked["held"]} == {
        with_milo: ("no_consent", [world["milo"].id]), unsaid: ("nobody_said", []),
    }  # fmt: skip
    assert [one["file"] for one in looked["without_alt"]] == [with_pia]
    assert looked["may"] == "publish"
    assert {(one["was"], one["shown"]) for one in looked["names"]} == {("Pia Claes", "a pupil"), ("Pia", "A pupil")}
    place = (await world.do("alice", "publish.put", place=gallery, language="en"))["place"]
    assert place["published"]["address"].startswith("/p/two-rivers-one-map-")
    shown = (await read(world, gallery)).sheet
    assert [one.path.rsplit("/", 1)[1] for one in shown.pictures] == [nobody, with_pia]
    assert (shown.text, shown.pictures[0].alt) == ("Photos by a pupil", "A pupil's boat")
    address = place["published"]["address"]
    for file in (with_milo, unsaid):
        with pytest.raises(NotFound):
            await bytes_of(world, address, file)
    assert (await bytes_of(world, address, nobody)).type == "image/png"
    # What becomes possible later waits for somebody to look and publish again; what is forbidden later is gone at once.
    await allow(world, "milo", "photo_public")
    assert len((await read(world, gallery)).sheet.pictures) == 2
    await world.do("alice", "consent.set", space=world.space, person=world["pia"].id, photo_public=False)
    assert [one.path.rsplit("/", 1)[1] for one in (await read(world, gallery)).sheet.pictures] == [nobody]
    with pytest.raises(NotFound):
        await bytes_of(world, address, with_pia)
    await world.do("alice", "publish.put", place=gallery)
    assert [one.path.rsplit("/", 1)[1] for one in (await read(world, gallery)).sheet.pictures] == [nobody, with_milo]


async def test_a_page_is_frozen_and_shortened(world: World) -> None:
    secret = await page(world, "Not for all", paragraph("Hush."))
    diary = await page(
        world, "River diary of Milo Beridze",
        paragraph("We asked Mi", bold("lo Beri"), "dze and Alice Vermeulen. Write to pia@school.example"),
        paragraph(link("our other page", f"/s/{world.space}/p/{secret}"), " and ", link("elsewhere", "https://example.org/")),
    )  # fmt: skip
    looked = await world.do("alice", "publish.preview", place=diary, language="en")
    assert looked["mails"] == ["pia@school.example"]
    assert [(one["words"], one["to"]) for one in looked["links"]] == [("our other page", f"/s/{world.space}/p/{secret}")]
    await world.do("alice", "publish.put", place=diary, language="en")
    shown = await read(world, diary)
    assert shown.sheet.title == "River diary of a pupil"
    assert shown.sheet.path.split("/")[-1].startswith("river-diary-of-"), "no names in addresses"
    assert "milo" not in shown.sheet.path
    from twinspace_server.cms import strangers

    html = strangers.body(shown.sheet, "", shown.hues)
    assert "We asked <strong></strong>" not in html
    assert "Beri" not in html
    assert "Vermeulen" not in html
    assert "our other page" in html
    assert secret not in html
    assert 'href="https://example.org/"' in html
    before = shown.sheet.title
    await world.do("alice", "place.change", place=diary, title="Another title")
    assert (await read(world, diary)).sheet.title == before
    listed = (await world.do("alice", "publish.list", space=world.space))["places"]
    assert [(one["place"], one["changed"], one["revision"]) for one in listed] == [(diary, True, 1)]
    await allow(world, "milo", "name_public")
    assert (await read(world, diary)).sheet.title == "River diary of Milo"
    again = (await world.do("alice", "publish.put", place=diary))["place"]["published"]
    assert again["changed"] is False
    assert again["address"].endswith(shown.sheet.path[-10:]), "the address stays"
    await world.do("alice", "publish.put", place=secret)
    assert (await read(world, diary)).sheet.links[f"/s/{world.space}/p/{secret}"] == await address_of(world, secret)


async def test_whose_files_a_page_shows(world: World) -> None:
    """*publish* is needed wherever a file lies; a file that one can't read is not there."""
    archive = await make(world, "archive", "Bob's things")
    report = (await world.add_file("alice", archive, "report.csv", b"a,b\n1,2\n"))["id"]
    notes = await page(world, "Notes", {"type": "attachment", "attrs": {"file": report, "name": "Report of Pia Claes"}})
    await world.set_table(notes, {**WHOLE, "gerda": ["read", "publish"]})
    await world.set_table(archive, {**WHOLE, "guest": ["read"]})
    looked = await world.do("gerda", "publish.preview", place=notes)
    assert [(one["file"], one["why"]) for one in looked["held"]] == [(report, "not_yours")]
    error = await world.refusal("gerda", "publish.put", place=notes)
    assert [reason.code for reason in error.why] == ["shows_files_of_others"]
    await world.do("alice", "publish.put", place=notes)
    address = await address_of(world, notes)
    assert (await bytes_of(world, address, report)).name == "report.csv"
    await world.set_table(archive, WHOLE)
    assert [one["why"] for one in (await world.do("gerda", "publish.preview", place=notes))["held"]] == ["gone"]
    await world.do("alice", "file.delete", place=archive, file=report)
    with pytest.raises(NotFound):
        await bytes_of(world, address, report)


@pytest.mark.parametrize("how", ["taken back", "bin", "folder in the bin", "file hidden", "gallery in the bin", "end"])
async def test_what_ends_it(world: World, how: str) -> None:
    folder = await make(world, "folder", "Rivers")
    gallery = await make(world, "gallery", "Pictures", parent=folder)
    boats = await picture(world, gallery)
    diary = await page(world, "Diary", paragraph("Boats."), figure(boats, "Boats"), parent=folder)
    until = (datetime.now(UTC) + timedelta(days=2)).strftime("%Y-%m-%dT%H:%M:%SZ")
    await world.do("alice", "publish.put", place=diary, until=until)
    address = await address_of(world, diary)
    assert (await bytes_of(world, address, boats)).type == "image/png"
    if how == "taken back":
        await world.do("bob", "publish.take_back", place=diary)
    elif how == "bin":
        await world.do("alice", "place.bin", place=diary)
    elif how == "folder in the bin":
        await world.do("alice", "place.bin", place=folder)
    elif how == "file hidden":
        await world.do("alice", "file.hide", place=gallery, file=boats, reason="Not this.")
    elif how == "gallery in the bin":
        await world.do("alice", "place.bin", place=gallery)
    else:
        world.clock.forward(days=3)
    with pytest.raises(NotFound):
        await bytes_of(world, address, boats)
    if how in ("file hidden", "gallery in the bin"):
        assert (await read(world, diary)).sheet.shown == {}
    else:
        with pytest.raises(NotFound):
            await read(world, diary)
    if how == "bin":
        await world.do("alice", "place.restore", place=diary)
        with pytest.raises(NotFound):
            await read(world, diary)
    if how == "taken back":
        assert (await world.refusal("alice", "publish.take_back", place=diary)).kind == "not_public"
        await world.do("alice", "publish.put", place=diary)
        assert (await address_of(world, diary)) == address, "what is printed on paper leads there again"


async def test_the_end_is_kept_by_the_house(world: World) -> None:
    diary = await page(world, "Diary", paragraph("Boats."))
    soon = (datetime.now(UTC) + timedelta(days=2)).strftime("%Y-%m-%dT%H:%M:%SZ")
    await world.do("alice", "publish.put", place=diary, until=soon)
    ends: Any = world.house.dispatcher.registry.commands["publish.end"].params
    await world.house.dispatcher.house("publish.end", ends(place=diary), world.space)
    assert await read(world, diary), "not before its time"
    world.clock.forward(days=3)
    await world.house.dispatcher.house("publish.end", ends(place=diary), world.space)
    assert (await world.do("alice", "publish.list", space=world.space))["places"] == []
    past = (datetime.now(UTC) - timedelta(days=2)).strftime("%Y-%m-%dT%H:%M:%SZ")
    assert (await world.refusal("alice", "publish.put", place=diary, until=past)).kind == "end_not_ahead"


async def test_who_publishes_and_who_proposes(world: World) -> None:
    diary = await page(world, "Diary", paragraph("Boats."))
    await world.set_table(diary, {**WHOLE, "pia": ["read", "add", "publish"], "guest": ["read"]})
    for username, code in (("pia", "publishing_needs_an_adult"), ("gerda", "role_row_lacks"), ("milo", "role_row_lacks")):
        error = await world.refusal(username, "publish.put", place=diary)
        assert [reason.code for reason in error.why] == [code], username
    assert isinstance(await world.refusal("olga", "publish.put", place=diary), NotFound)
    for username, may in (("alice", "publish"), ("pia", "propose"), ("milo", "nothing"), ("gerda", "nothing")):
        assert (await world.do(username, "publish.preview", place=diary))["may"] == may
    assert isinstance(await world.refusal("milo", "publish.propose", place=diary), NotAllowed)
    assert (await world.refusal("alice", "publish.propose", place=diary)).kind == "publish_yourself"
    proposal = (await world.do("pia", "publish.propose", place=diary, word="It is finished."))["proposal"]
    assert (await world.refusal("pia", "publish.propose", place=diary)).kind == "already_proposed"
    assert (await world.do("milo", "publish.proposals", space=world.space))["proposals"] == []
    waiting = await world.do("alice", "publish.proposals", space=world.space)
    assert (waiting["to_answer"], waiting["proposals"][0]["word"]) == ([proposal["id"]], "It is finished.")
    answered = {"place": diary, "proposal": proposal["id"]}
    assert isinstance(await world.refusal("pia", "publish.answer_proposal", **answered, yes=True), NotAllowed)
    told = (await world.do("alice", "publish.answer_proposal", **answered, yes=True))["proposal"]
    assert (told["state"], (await read(world, diary)).sheet.title) == ("published", "Diary")
    assert (await world.refusal("alice", "publish.answer_proposal", **answered, yes=False)).kind == "already_answered"


async def test_a_refused_proposal_says_why(world: World) -> None:
    diary = await page(world, "Diary", paragraph("Boats."))
    await world.set_table(diary, {**WHOLE, "pia": ["read", "add", "publish"]})
    proposal = (await world.do("pia", "publish.propose", place=diary))["proposal"]["id"]
    await world.do("alice", "publish.answer_proposal", place=diary, proposal=proposal, yes=False, word="Add an alternative text.")
    (mine,) = (await world.do("pia", "publish.proposals", space=world.space))["proposals"]
    assert (mine["state"], mine["answer"]) == ("refused", "Add an alternative text.")
    second = (await world.do("pia", "publish.propose", place=diary))["proposal"]["id"]
    assert (await world.do("pia", "publish.withdraw_proposal", place=diary, proposal=second))["proposal"]["state"] == "withdrawn"


async def test_published_may_be_edited_and_not_deleted_by_its_author(world: World) -> None:
    folder = await make(world, "folder", "Pupils' own")
    gallery = await make(world, "gallery", "Mine", by="pia", parent=folder)
    boats = (await world.add_file("pia", gallery, "boats.png", png()))["id"]
    await world.do("alice", "picture.who", place=gallery, file=boats, people=[])
    await world.do("alice", "publish.put", place=gallery)
    for method, asked in (("file.delete", {"place": gallery, "file": boats}), ("place.bin", {"place": gallery})):
        error = await world.refusal("pia", method, **asked)
        assert [reason.code for reason in error.why] == ["published_stays"], method
    await world.do("pia", "file.change", place=gallery, file=boats, alt="Boats")
    await world.do("alice", "publish.take_back", place=gallery)
    await world.do("pia", "file.delete", place=gallery, file=boats)


async def test_a_folder_is_an_index_of_what_is_public_in_it(world: World) -> None:
    folder = await make(world, "folder", "Rivers")
    inner, other = await page(world, "Inner", parent=folder), await page(world, "Not public", parent=folder)
    await world.do("alice", "publish.put", place=folder)
    assert (await read(world, folder)).sheet.cards == []
    await world.do("alice", "publish.put", place=inner)
    shown = (await read(world, folder)).sheet
    assert [one.title for one in shown.cards] == ["Inner"]
    assert [one.title for one in (await read(world, inner)).sheet.above] == ["Rivers"]
    address = await address_of(world, folder)
    home = await at(world, address.split("/")[2], None)
    assert [one.title for one in home.sheet.cards] == ["Rivers"]
    inside = (await world.do("alice", "publish.preview", place=folder))["inside"]
    assert {one["place"]: one["public"] for one in inside} == {inner: True, other: False}


async def test_not_everything_can_be_published(world: World) -> None:
    assert (await world.refusal("alice", "publish.put", place=world.lobby)).kind == "not_publishable"
    assert (await world.refusal("alice", "publish.preview", place=world.space)).kind == "not_publishable"
    assert (await world.refusal("alice", "publish.site", space=world.space, indexed=True)).kind == "nothing_public"


async def test_a_closed_space_stays_public_and_can_be_taken_back(world: World) -> None:
    diary = await page(world, "Diary", paragraph("Boats."))
    await world.do("alice", "publish.put", place=diary)
    await world.do("alice", "space.close", space=world.space)
    assert await read(world, diary)
    assert [reason.code for reason in (await world.refusal("alice", "publish.put", place=diary)).why] == ["closed"]
    await world.do("alice", "publish.take_back", place=diary)
    with pytest.raises(NotFound):
        await read(world, diary)


async def test_a_replaced_file_is_public_when_it_is_published_again(world: World) -> None:
    archive = await make(world, "archive", "Files")
    report = (await world.add_file("alice", archive, "report.csv", b"a,b\n1,2\n"))["id"]
    await world.do("alice", "publish.put", place=archive)
    address = await address_of(world, archive)
    before = await bytes_of(world, address, report)
    upload = await world.upload("alice", archive, "report.csv", b"a,b\n3,4\n")
    await world.do("alice", "file.replace", place=archive, file=report, upload=upload)
    assert await bytes_of(world, address, report) == before
    assert (await world.do("alice", "publish.list", space=world.space))["places"][0]["changed"]
    await world.do("alice", "publish.put", place=archive)
    assert (await bytes_of(world, address, report)).blob != before.blob


async def test_a_change_of_rights_tells_a_place_whole_with_what_is_public_of_it(stage: Server) -> None:
    """`place.found` comes from the hub, without a database: what the law does not know of a place is not lost by it."""
    world = stage.world
    page = str((await world.do("alice", "page.make", space=world.space, title="Seen from outside"))["place"]["id"])
    async with stage.live("pia") as pia:
        await pia.listen(world.space)
        put = (await world.do("alice", "publish.put", place=page))["place"]["published"]
        assert put is not None
        await world.set_table(page, {"teacher": ["read"], "pupil": ["read"]})
        found = await pia.wait_for(lambda event: event["event"] == "place.found" and event["place"] == page)
        assert found["item"]["published"] == put
    async with stage.live("pia") as pia:
        await pia.listen(world.space)
        await world.set_table(page, {"teacher": ["read"], "pupil": ["read", "add"]})
        found = await pia.wait_for(lambda event: event["event"] == "place.found" and event["place"] == page)
        assert found["item"]["published"] == put
