"""Class cards: printed once, good for one pupil, guessed by nobody, and dead as soon as a new one is printed or it is taken away."""

import re
import zlib
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import segno
import typst
from sqlalchemy import select, update

from tests.cast import World, password
from tests.drivers import Live, Server
from twinspace_server.demo.scanning import Scanned, scan
from twinspace_server.errors import BadInput, NotAllowed, NotFound, SignedOut, TooMany
from twinspace_server.ids import new as new_id
from twinspace_server.people import card_sheet
from twinspace_server.people import cards as cards_file
from twinspace_server.people.card_sheet import FONTS, SIGNS, Printed, called, pdf, qr
from twinspace_server.people.cards import MOST_WRONG, MOST_WRONG_EVER, cards


async def printed(world: World, *names: str, by: str = "alice", **more: Any) -> list[Scanned]:
    persons = [world[name].id for name in names]
    answer = await world.do(by, "cards.print", space=world.space, persons=persons, **more)
    return scan(answer["pdf"])


async def enter(world: World, card: Scanned, **more: Any) -> dict[str, Any]:
    return await world.do(None, "cards.sign_in", card=card.secret, pin=card.pin, token=True, **more)


def test_the_code_is_the_one_of_its_address() -> None:
    address = "https://twinspace.example.eu/card#x"
    wanted = {
        (x + 2, y + 2) for y, row in enumerate(segno.make(address, error="m", micro=False).matrix) for x, dark in enumerate(row) if dark
    }
    runs = re.findall(r"M(\d+) (\d+)h(\d+)v1h-(\d+)z", qr(address))
    drawn = {(int(x) + step, int(y)) for x, y, width, back in runs if width == back for step in range(int(width))}
    assert drawn == wanted


NAMES = ["Pia", "ნინო", "Łukasz", "Ελένη", "Ὀδυσσεύς", "Анна", "Ђорђе", "Անի", "Nguyễn", "שרה", "يوسف", "प्रिया"]


def sheet(names: list[str]) -> bytes:
    some = [Printed(name, "name-4b-x7k2", f"https://twinspace.example.eu/card#{at}", SIGNS[:4]) for at, name in enumerate(names)]
    return pdf(some, school="გიმნაზია", hue="leaf", installation="TwinSpace", language="nl", shown=True)


@pytest.mark.skipif(
    not FONTS.exists(), reason="The fonts of the cards come with the browser app, which is not built; run make build first."
)
def test_every_script_is_on_the_sheet(monkeypatch: pytest.MonkeyPatch) -> None:
    """In the fonts we chose, and no letter as an empty box: typst says nothing of one, but refuses to make a PDF/A with it."""
    monkeypatch.setattr(typst, "compile", partial(typst.compile, pdf_standards="a-2b"))
    fonts = set(re.findall(rb"/BaseFont ?/[A-Z]{6}\+([A-Za-z]+)", b"".join(_unpacked(sheet(NAMES)))))
    assert fonts == {b"Rubik", b"NotoSans", b"NotoSansGeorgian", b"NotoSansArmenian"}
    with pytest.raises(typst.TypstError, match="could not be displayed"):
        sheet(["漢字"])


@pytest.mark.parametrize("built", [True, False])
def test_a_sheet_is_printed_with_the_fonts_of_the_app_and_without(built: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if not built:
        monkeypatch.setattr(card_sheet, "FONTS", tmp_path / "fonts")
    assert [(card.secret, card.pin) for card in scan(sheet(NAMES))] == [(str(at), list(SIGNS[:4])) for at in range(len(NAMES))]


def test_two_of_the_same_first_name_are_told_apart() -> None:
    assert called(["Pia Claes", "Eva Evers", "Eva Mertens", "Nino"]) == ["Pia", "Eva E.", "Eva M.", "Nino"]
    assert called(["Eva Evers", "Eva Everaert", "Eva"]) == ["Eva Evers", "Eva Everaert", "Eva"]


def _unpacked(made: bytes) -> list[bytes]:
    found = [made]
    for stream in re.finditer(rb"stream\r?\n(.*?)\r?\nendstream", made, re.S):
        try:
            found.append(zlib.decompress(stream[1]))
        except zlib.error:
            continue
    return found


async def test_a_card_lets_its_pupil_in_and_a_new_one_kills_it(server: Server) -> None:
    world = server.world
    (card,) = await printed(world, "pia")
    answer = await enter(world, card)
    assert answer["person"]["id"] == world["pia"].id
    mine = await world.ask("alice", "team.my_pupils", space=world.space)
    known = next(one for one in mine["pupils"] if one["person"] == world["pia"].id)["card"]
    assert known["pin"] == "shown"
    assert known["used_on"] is not None
    async with Live.open(server.url, answer["token"]) as pia, server.live("alice") as alice:
        await pia.listen(world.space)
        await alice.listen(world.space)
        (other,) = await printed(world, "pia", pin="apart")
        event = await alice.wait_for("cards.printed")
        assert [(item["kind"], item["id"], item["used_on"]) for item in event["put"]] == [("card", world["pia"].id, None)]
        assert await pia.ended(10) == 4001  # what the old card began is over, sockets too
    assert (await world.refusal(None, "cards.sign_in", card=card.secret, pin=card.pin)).kind == "wrong_card"
    await enter(world, other)
    await world.do("alice", "cards.take", space=world.space, persons=[world["pia"].id])
    assert (await world.refusal(None, "cards.sign_in", card=other.secret, pin=other.pin)).kind == "wrong_card"


async def test_a_card_makes_nothing_that_outlives_it(server: Server) -> None:
    """Who found a card would go on with a key of their own, after it was taken away and at any hour."""
    (card,) = await printed(server.world, "pia")
    token = (await enter(server.world, card))["token"]
    async with server.http(Authorization=f"Bearer {token}") as client:
        refused = await client.post("/api/people.create_token", json={"name": "Mine", "days": 366})
        assert (refused.status_code, refused.json()["why"][0]["code"]) == (403, "no_tokens_by_card")
        assert len((await client.post("/api/people.devices", json={})).json()["sessions"]) == 2


async def test_the_session_of_a_card_lasts_a_school_day(world: World) -> None:
    (card,) = await printed(world, "pia")
    await enter(world, card)
    (session,) = [one for one in (await world.ask("pia", "people.devices"))["sessions"] if one["type"] == "card"]
    lasts = datetime.fromisoformat(session["expires_at"]) - datetime.fromisoformat(session["created_at"])
    assert lasts.total_seconds() == 8 * 3600


@pytest.mark.parametrize("hours", [None, 2], ids=["eight hours", "till its hours end"])
async def test_the_cookie_of_a_card_goes_when_its_session_does(server: Server, hours: int | None) -> None:
    """On a computer that many share, nobody finds a cookie the next day, not even one that opens nothing."""
    world = server.world
    now = datetime.fromtimestamp(world.clock() / 1000, ZoneInfo("UTC"))
    if hours is not None:
        world.clock.forward(seconds=86_400 - now.hour * 3600 - now.minute * 60 - now.second)  # midnight, so that the end is today
        now = datetime.fromtimestamp(world.clock() / 1000, ZoneInfo("UTC"))
        for name in ("alice", "pia"):
            await world.sign_in(name)
    week = [{"day": now.weekday(), "from": "00:00", "to": f"{hours:02}:00"}] if hours else None
    limits: dict[str, Any] = {"hours": {"zone": "UTC", "week": week}} if week else {}
    (card,) = await printed(world, "pia", **limits)
    answer = await server.post(None, "cards.sign_in", card=card.secret, pin=card.pin)
    lasts = int(answer.headers["set-cookie"].lower().partition("max-age=")[2].partition(";")[0])
    (session,) = [one for one in (await world.ask("pia", "people.devices"))["sessions"] if one["type"] == "card"]
    left = (datetime.fromisoformat(session["expires_at"]).timestamp() * 1000 - world.clock()) / 1000
    assert left - 5 < lasts <= left + 5
    assert lasts <= (hours or 8) * 3600
    usual = await server.post(None, "people.sign_in", name="pia", password=password("pia"))
    assert f"max-age={server.settings.session_days * 86_400}" in usual.headers["set-cookie"].lower()


async def test_a_wrong_card_answers_like_wrong_pictures_and_both_are_throttled(world: World) -> None:
    (card,) = await printed(world, "pia")
    wrong = [sign for sign in SIGNS if sign not in card.pin]
    told = await world.refusal(None, "cards.sign_in", card=card.secret, pin=wrong[:4])
    none = await world.refusal(None, "cards.sign_in", card="nobody-ever-had-this-card", pin=card.pin)
    assert isinstance(told, SignedOut)
    assert (told.kind, told.path, told.args_) == (none.kind, none.path, none.args_)
    for _ in range(world.house.settings.sign_in_tries_per_name - 1):
        assert (await world.refusal(None, "cards.sign_in", card=card.secret, pin=wrong[:4])).kind == "wrong_card"
    assert isinstance(await world.refusal(None, "cards.sign_in", card=card.secret, pin=card.pin), TooMany)
    world.clock.forward(hours=1, minutes=1)
    await enter(world, card)


async def wrongly(world: World, card: Scanned, times: int, *, hours: int = 1) -> None:
    """Show a card with other pictures, each time in an hour of its own."""
    wrong = [sign for sign in SIGNS if sign not in card.pin][:4]
    for _ in range(times):
        assert (await world.refusal(None, "cards.sign_in", card=card.secret, pin=wrong)).kind == "wrong_card"
        world.clock.forward(hours=hours, minutes=1)


async def stopped(world: World, who: str = "pia") -> bool:
    mine = await world.ask("alice", "team.my_pupils", space=world.space)
    return bool(next(one for one in mine["pupils"] if one["person"] == world[who].id)["card"]["stopped"])


async def test_a_card_that_was_shown_wrongly_too_often_stops_and_the_staff_hear_it_live(server: Server) -> None:
    world = server.world
    (card,) = await printed(world, "pia")
    await wrongly(world, card, MOST_WRONG - 1)
    await enter(world, card)  # begins anew
    await wrongly(world, card, MOST_WRONG - 1)
    assert not await stopped(world)
    async with server.live("bob") as bob, server.live("milo") as milo:
        for one in (bob, milo):
            await one.listen(world.space)
        await wrongly(world, card, 1)
        (item,) = (await bob.wait_for("cards.stopped"))["put"]
        assert (item["kind"], item["id"], item["stopped"]) == ("card", world["pia"].id, True)
        assert "cards.stopped" not in [event["event"] for event in milo.events]
    assert await stopped(world)
    none = await world.refusal(None, "cards.sign_in", card="nobody-ever-had-this-card", pin=card.pin)
    told = await world.refusal(None, "cards.sign_in", card=card.secret, pin=card.pin)
    assert (told.kind, told.path, told.args_) == (none.kind, none.path, none.args_)
    (other,) = await printed(world, "pia")
    assert not await stopped(world)
    await enter(world, other)


async def test_in_a_cards_life_wrong_pictures_are_bounded_whatever_opens_it_between(world: World) -> None:
    (card,) = await printed(world, "pia")
    await world.write(lambda db: db.execute(update(cards).values(wrong_ever=MOST_WRONG_EVER - 2)).rowcount)
    await wrongly(world, card, 1)
    await enter(world, card)
    await wrongly(world, card, 1)
    assert await stopped(world)
    assert (await world.refusal(None, "cards.sign_in", card=card.secret, pin=card.pin)).kind == "wrong_card"


async def test_nobody_without_its_code_stops_a_card_and_what_is_held_back_counts_for_nothing(world: World) -> None:
    (card,) = await printed(world, "pia")
    wrong = [sign for sign in SIGNS if sign not in card.pin][:4]
    for _ in range(MOST_WRONG + 5):
        await world.refusal(None, "cards.sign_in", card=card.secret, pin=wrong)  # ten of them are looked at
    await world.refusal(None, "cards.sign_in", card=f"{card.secret[:-1]}-", pin=wrong)
    counted = await world.house.store.read(lambda db: db.execute(select(cards.c.wrong, cards.c.wrong_ever)).one())
    assert tuple(counted) == (world.house.settings.sign_in_tries_per_name,) * 2
    assert not await stopped(world)


async def test_only_the_own_teachers_print_and_take_cards(world: World) -> None:
    for method in ("cards.print", "cards.take"):
        wanted = {"space": world.space, "persons": [world["pia"].id]}
        for other in ("bob", "gerda", "milo"):
            error = await world.refusal(other, method, **wanted)
            assert isinstance(error, NotAllowed), (method, other)
            assert [reason.code for reason in error.why] == ["pupils_by_own_teachers"]
        assert isinstance(await world.refusal("olga", method, **wanted), NotFound)
        mixed = [world["pia"].id, world["milo"].id]
        assert isinstance(await world.refusal("alice", method, space=world.space, persons=mixed), NotAllowed)
        assert isinstance(await world.refusal("alice", method, space=world.space, persons=[new_id()]), NotFound)
        assert (await world.refusal("alice", method, space=world.space, persons=[])).kind == "bad_input"
    assert await world.house.store.read(lambda db: db.execute(select(cards)).fetchall()) == []


async def test_a_card_keeps_to_its_hours(world: World) -> None:
    zone = "Europe/Brussels"
    now = datetime.fromtimestamp(world.clock() / 1000, ZoneInfo(zone))
    whole = {"zone": zone, "week": [{"day": now.weekday(), "from": "00:00", "to": "24:00"}]}
    (card,) = await printed(world, "pia", hours=whole)
    await enter(world, card)
    (session,) = [one for one in (await world.ask("pia", "people.devices"))["sessions"] if one["type"] == "card"]
    ends = datetime.fromisoformat(session["expires_at"]).astimezone(ZoneInfo(zone))
    assert ends.date() == now.date() or (ends.hour, ends.minute) == (0, 0)
    world.clock.forward(days=1)
    error = await world.refusal(None, "cards.sign_in", card=card.secret, pin=card.pin)
    assert isinstance(error, NotAllowed)
    assert [reason.code for reason in error.why] == ["card_outside_hours"]
    backwards = {"zone": zone, "week": [{"day": 0, "from": "12:00", "to": "08:00"}]}
    refused = await world.refusal("alice", "cards.print", space=world.space, persons=[world["pia"].id], hours=backwards)
    assert isinstance(refused, BadInput)
    assert (refused.kind, refused.path) == ("hours_backwards", "$.hours.week[0].to")
    await enter_again(world, card, hours=whole)


async def enter_again(world: World, card: Scanned, *, hours: dict[str, Any]) -> None:
    """A refused printing has killed nothing."""
    world.clock.forward(days=6)
    await enter(world, card)


async def test_nothing_that_is_kept_opens_anything(world: World) -> None:
    (card,) = await printed(world, "pia")
    rows = await world.house.store.read(lambda db: [str(row) for row in db.execute(select(cards))])
    assert card.secret not in rows[0]
    assert "'" + card.pin[0] not in rows[0]
    assert cards_file.pin_hash(card.secret, card.pin) in rows[0]


@pytest.mark.parametrize("pin", [["sun"] * 3, ["sun"] * 5, ["sun", "sun", "sun", "dragon"], "sun"])
async def test_what_is_no_pin(world: World, pin: Any) -> None:
    assert (await world.refusal(None, "cards.sign_in", card="x", pin=pin)).kind == "bad_input"
