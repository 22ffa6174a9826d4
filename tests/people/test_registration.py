"""Registering (REG): two steps, a form that is kept, an account that is claimed; and what a stranger can't find out by it."""

from typing import Any

import pytest
from sqlalchemy import func, select

from tests.cast import World
from tests.people.post_office import Post, delivered, entered
from twinspace_server import mail as letterbox
from twinspace_server.errors import BadInput, NotFound, TooMany
from twinspace_server.identity import people
from twinspace_server.jobs import jobs
from twinspace_server.live.dispatch import Asker
from twinspace_server.people import knocks, last_sign_in, links
from twinspace_server.people.registration import registrations
from twinspace_server.people.single_sign_on import sign_ons
from twinspace_server.storage.store import Db

PASSWORD = "a kite over two towns"
WHOLE = {"name": "Marie Peeters", "country": "BE", "function": "teacher", "subjects": ["music"], "languages": ["nl", "en"]}
NEW_SCHOOL = {"name": "De Regenboog", "town": "Gent", "zone": "Europe/Brussels", "head": "An De Wit", "head_email": "an@example.org"}


async def begin(world: World, email: str = "marie@example.org", username: str = "marie", password: str = PASSWORD) -> Post:
    """The first step, and the mails that follow."""
    await world.do(None, "registration.begin", email=email, username=username, password=password, language="nl")
    return await delivered(world)


async def opened(world: World, email: str = "marie@example.org", **how: Any) -> str:
    """The token of the mail."""
    return (await begin(world, email, **how)).token(email)


async def complete(world: World, email: str = "marie@example.org", username: str = "marie", **draft: Any) -> dict[str, Any]:
    token = await opened(world, email, username=username)
    await world.do(None, "registration.save", token=token, draft={**WHOLE, "school": world.gent, **draft})
    return dict((await world.do(None, "registration.complete", token=token, password=PASSWORD))["person"])


# -- it works ------------------------------------------------------------------------------------------------------


async def test_from_the_mail_to_the_account(world: World) -> None:
    token = await opened(world)
    form = await world.ask(None, "registration.form", token=token)
    assert (form["email"], form["username"], form["draft"]["name"]) == ("marie@example.org", "marie", "")
    places = await world.ask(None, "registration.places", token=token, country="BE")
    assert places == {"places": [{"town": "Gent", "region": "", "schools": 1}], "zones": ["Europe/Brussels"]}
    known = await world.ask(None, "registration.schools", token=token, country="BE", town="Gent")
    assert [one["id"] for one in known["schools"]] == [world.gent]
    await world.do(None, "registration.save", token=token, draft={**WHOLE, "school": world.gent})
    assert (await world.ask(None, "registration.form", token=token))["draft"]["name"] == "Marie Peeters"
    dispatcher = world.house.dispatcher
    params: Any = dispatcher.registry.commands["registration.complete"].params
    reply = await dispatcher.command("registration.complete", params(token=token, password=PASSWORD), Asker(None, "192.0.2.1", "Firefox/1"))
    assert reply.cookie is not None
    who = await dispatcher.recognise(reply.cookie)
    assert who is not None, "signed in at once (REG-31)"
    assert (who.username, who.adult, who.operator) == ("marie", True, False)
    days = await world.house.store.read(lambda db: last_sign_in.of(db, [who.person]))
    assert list(days) == [who.person], "and the team does not say that she never was"
    post = await delivered(world)
    assert "marie" in post.text("marie@example.org"), "mail 2 names the user name (REG-30)"
    assert PASSWORD not in post.text("marie@example.org")
    left = await world.house.store.read(lambda db: db.execute(select(func.count()).select_from(registrations)).scalar_one())
    assert left == 0
    assert (await world.refusal(None, "registration.form", token=token)).kind == "link_dead", "a link works once"


# -- whom a provider of single sign-on vouches for ------------------------------------------------------------------

PROVIDER = "https://login.example.org"


async def land(world: World, subject: str = "marie-there", email: str = "marie@example.org", *, verified: bool = True) -> dict[str, Any]:
    """Somebody comes back from the provider, as the web part says when it has verified what was said."""
    dispatcher = world.house.dispatcher
    told = {"issuer": PROVIDER, "subject": subject, "session": "", "email": email, "verified": verified, "address": "", "device": ""}
    params: Any = dispatcher.registry.commands["sign_on.land"].params
    return dict((await dispatcher.house("sign_on.land", params(**told, language="nl"))).result)


async def begin_vouched(world: World, password: str = PASSWORD, **who: str) -> Post:
    landed = await land(world, **who)  # type: ignore[arg-type]
    assert landed["outcome"] == "register"
    await world.do(None, "registration.begin_vouched", token=landed["ticket"], username="marie", password=password)
    return await delivered(world)


async def finish(world: World, token: str, password: str = PASSWORD) -> str:
    await world.do(None, "registration.save", token=token, draft={**WHOLE, "school": world.gent})
    return str((await world.do(None, "registration.complete", token=token, password=password))["person"]["id"])


async def opens(world: World) -> dict[str, str]:
    """By the subject at the provider, whom it opens here."""
    query = select(sign_ons.c.subject, sign_ons.c.person).where(sign_ons.c.issuer == PROVIDER)
    return dict(await world.house.store.read(lambda db: [(row[0], row[1]) for row in db.execute(query)]))


async def test_the_providers_word_and_the_mail_join_the_two_accounts(world: World) -> None:
    token = (await begin_vouched(world)).token("marie@example.org")
    assert await opens(world) == {}
    person = await finish(world, token)
    assert await opens(world) == {"marie-there": person}
    assert (await land(world))["outcome"] == "in"
    subjects = [mail["Subject"] for mail in (await delivered(world)).to("marie@example.org")]
    assert len(subjects) == 3, "the link, what was joined, and the user name"


@pytest.mark.parametrize(("email", "verified"), [("marie@example.org", False), ("", True), ("", False)])
async def test_a_word_that_the_provider_does_not_stand_for_joins_nothing(world: World, email: str, verified: bool) -> None:
    assert await land(world, email=email, verified=verified) == {"outcome": "unverified"}
    await complete(world)
    assert await opens(world) == {}


async def test_registering_without_the_providers_word_joins_nothing(world: World) -> None:
    """Somebody was vouched for with this address, and somebody registers with it otherwise: it need not be the same one."""
    await land(world)
    await complete(world)
    assert await opens(world) == {}


async def test_an_earlier_word_is_worth_nothing_when_somebody_began_anew(world: World) -> None:
    """Whoever owns the address must not join a stranger's account to theirs by opening the older of two mails."""
    stale = (await begin_vouched(world, password="the stranger at the ford", subject="stranger")).token("marie@example.org")
    await world.do(None, "registration.begin", email="marie@example.org", username="marie", password=PASSWORD)
    await finish(world, stale)
    assert await opens(world) == {}


async def test_a_providers_account_that_opens_another_is_not_joined_again(world: World) -> None:
    first = (await begin_vouched(world)).token("marie@example.org")
    second = (await begin_vouched(world, email="marie@example.net")).token("marie@example.net")
    person = await finish(world, first)
    other = await finish(world, second)
    assert other != person
    assert await opens(world) == {"marie-there": person}


async def test_the_school_is_claimed_and_gives_no_power(world: World) -> None:
    person = await complete(world)
    await entered(world, "marie", PASSWORD)
    about = await world.ask("marie", "people.about_me")
    assert [(one["school"], one["state"]) for one in about["schools"]] == [(world.gent, "claimed")]
    assert about["teaching"]["subjects"] == ["music"]
    assert about["wishes"]["languages"] == ["nl", "en"]
    assert about["claims"] == []
    assert [one["person"] for one in (await world.ask("alice", "people.about_me"))["claims"]] == [person["id"]]
    assert (await world.ask("bob", "people.about_me"))["claims"] == [], "of another school"
    assert (await world.ask("pia", "people.about_me"))["claims"] == [], "a pupil decides on nobody"


async def test_a_new_school_comes_along(world: World) -> None:
    await complete(world, school=None, new_school=NEW_SCHOOL)
    await entered(world, "marie", PASSWORD)
    (mine,) = (await world.ask("marie", "people.about_me"))["schools"]
    assert (mine["school_name"], mine["to_check"], mine["state"]) == ("De Regenboog", True, "claimed")


async def test_the_draft_outlives_a_second_beginning(world: World) -> None:
    """Whoever lost the mail registers once more; what was filled in is still there, and the old link is dead."""
    first = await opened(world)
    await world.do(None, "registration.save", token=first, draft=WHOLE)
    second = await opened(world)
    assert (await world.refusal(None, "registration.form", token=first)).kind == "link_dead"
    assert (await world.ask(None, "registration.form", token=second))["draft"]["name"] == "Marie Peeters"


# -- what is refused -----------------------------------------------------------------------------------------------

GAPS: list[tuple[dict[str, Any], str]] = [
    ({"country": ""}, "$.draft.country"),
    ({"school": None}, "$.draft.school"),
    ({"name": "  "}, "$.draft.name"),
    ({"function": None}, "$.draft.function"),
    ({"subjects": []}, "$.draft.subjects"),
    ({"school": None, "new_school": {**NEW_SCHOOL, "head": ""}}, "$.draft.new_school.head"),
    ({"school": None, "new_school": {**NEW_SCHOOL, "name": " "}}, "$.draft.new_school.name"),
]


async def test_what_is_missing_is_named(world: World) -> None:
    token = await opened(world)
    for gap, path in GAPS:
        await world.do(None, "registration.save", token=token, draft={**WHOLE, "school": world.gent, **gap})
        error = await world.refusal(None, "registration.complete", token=token, password=PASSWORD)
        assert isinstance(error, BadInput)
        assert (error.kind, error.path) == ("missing", path)
    wrong = {**NEW_SCHOOL, "name": "DE WATERLELIE"}
    await world.do(None, "registration.save", token=token, draft={**WHOLE, "new_school": wrong})
    error = await world.refusal(None, "registration.complete", token=token, password=PASSWORD)
    assert (error.kind, error.path) == ("school_known", "$.draft.new_school.name")
    assert await world.house.store.read(lambda db: db.execute(select(people.c.id).where(people.c.username == "marie")).first()) is None


@pytest.mark.parametrize(
    ("what", "code", "path"),
    [
        ({"email": "nobody"}, "not_an_address", "$.email"),
        ({"username": "Marie P"}, "bad_input", "$.username"),
        ({"password": "short"}, "bad_input", "$.password"),
        ({"password": "password1234"}, "weak_password", "$.password"),
        ({"password": "marie1marie2"}, "weak_password", "$.password"),
        ({"language": "xx"}, "bad_input", "$.language"),
    ],
)
async def test_what_is_no_beginning(world: World, what: dict[str, str], code: str, path: str) -> None:
    params = {"email": "marie@example.org", "username": "marie", "password": PASSWORD, **what}
    error = await world.refusal(None, "registration.begin", **params)
    assert (error.kind, error.path) == (code, path)


async def test_at_most_three_languages(world: World) -> None:
    token = await opened(world)
    error = await world.refusal(None, "registration.save", token=token, draft={**WHOLE, "languages": ["nl", "en", "fr", "de"]})
    assert (error.kind, error.path) == ("bad_input", "$.draft.languages")


async def test_nobody_prepares_an_account_for_somebody_elses_address(world: World) -> None:
    """Who begins with another's address knows the password; who opens the mail doesn't, and gets no account with it."""
    token = await opened(world)
    await world.do(None, "registration.save", token=token, draft={**WHOLE, "school": world.gent})
    for _ in range(knocks.PER_NAME):
        error = await world.refusal(None, "registration.complete", token=token, password="another one, of my own")
        assert (error.kind, error.path) == ("other_password", "$.password")
    assert isinstance(await world.refusal(None, "registration.complete", token=token, password=PASSWORD), TooMany)


async def test_links_open_nothing_else(world: World) -> None:
    """Not used up, not too old, not for another purpose, not guessed: all the same to whoever tries."""
    token = await opened(world)
    for other in ("x", token[:-1], token.swapcase()):
        error = await world.refusal(None, "registration.form", token=other)
        assert isinstance(error, NotFound)
        assert error.kind == "link_dead"
    assert (await world.refusal(None, "people.new_password", token=token, password="zon fiets kaas boom")).kind == "link_dead"
    world.clock.forward(days=8)
    assert (await world.refusal(None, "registration.form", token=token)).kind == "link_dead"


# -- what nobody finds out -----------------------------------------------------------------------------------------


class Work:
    """What a call costs, counted where it costs: hashes, statements, jobs."""

    def __init__(self, world: World) -> None:
        self.world, self.hashes = world, 0
        pool: Any = world.house.dispatcher.tools.passwords
        run = pool._run

        async def counted(work: Any) -> Any:
            self.hashes += 1
            return await run(work)

        pool._run = counted

    async def of(self, method: str, **params: Any) -> tuple[Any, int, int, int]:
        store = self.world.house.store
        before = self.hashes, await store.read(_rows)
        answer = await self.world.do(None, method, **params)
        waiting, pending = await store.read(_rows)
        return answer, self.hashes - before[0], waiting - before[1][0], pending - before[1][1]


def _rows(db: Db) -> tuple[int, int]:
    count = select(func.count())
    return (
        int(db.execute(count.select_from(jobs)).scalar_one()),
        int(db.execute(count.select_from(registrations)).scalar_one()),
    )


async def test_registering_tells_nobody_who_has_an_account(world: World) -> None:
    """Known or not, address or user name: the same answer, the same hashes, rows and jobs. Who has an account is told by mail."""
    work = Work(world)
    told = [
        await work.of("registration.begin", email=email, username=username, password=PASSWORD)
        for email, username in (
            ("nobody@example.org", "nobody"), ("alice@example.org", "somebody"), ("new@example.org", "alice"), ("bob@example.org", "bob"),
        )
    ]  # fmt: skip
    assert told == [({}, 1, 1, 1)] * 4
    post = await delivered(world)
    assert post.to("nobody@example.org")
    assert post.to("new@example.org")
    assert "alice" in post.text("alice@example.org")
    assert "#" not in post.text("alice@example.org"), "who has an account gets no link"
    rows = await world.house.store.read(lambda db: [row.email for row in db.execute(select(registrations)).fetchall()])
    assert sorted(rows) == ["new@example.org", "nobody@example.org"]


async def test_forgetting_tells_nobody_who_has_an_account(world: World) -> None:
    work = Work(world)
    names = ("alice", "alice@example.org", "nobody", "nobody@example.org", "pia", "pi\0a")
    assert [await work.of("people.forgot", name=name) for name in names] == [({}, 0, 1, 0)] * len(names)
    post = await delivered(world)
    assert {address for address, _ in post.mails} == {"alice@example.org"}


async def test_what_is_left_to_do_tells_no_more_than_the_answer(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever asks for a new password and then watches how soon the next request is answered: a mail is written for everybody."""
    written: list[str] = []
    compose = letterbox.compose

    def counting(*args: Any, to: str, **more: Any) -> Any:
        written.append(to)
        return compose(*args, to=to, **more)

    monkeypatch.setattr(letterbox, "compose", counting)
    for number, name in enumerate(("alice", "nobody", "pia", "nobody@example.org"), 1):
        await world.do(None, "people.forgot", name=name)
        post = await delivered(world)
        assert len(written) == number
    assert [address for address, _ in post.mails] == ["alice@example.org"]
    rows = await world.house.store.read(lambda db: db.execute(select(links.links.c.person)).fetchall())
    assert len(rows) == 2, "alice's, and one that nobody has"


async def test_a_user_name_in_use_is_told_only_by_the_account_that_gets_another(world: World) -> None:
    person = await complete(world, username="alice")
    assert person["username"].startswith("alice-")
    assert len(person["username"]) == len("alice-") + 4


async def test_knocking_is_bounded_whether_or_not_there_is_somebody(world: World) -> None:
    for email in ("alice@example.org", "nobody@example.org"):
        for _ in range(knocks.PER_NAME):
            await world.do(None, "registration.begin", email=email, username="someone", password=PASSWORD)
        error = await world.refusal(None, "registration.begin", email=email, username="someone", password=PASSWORD)
        assert isinstance(error, TooMany)
        assert error.kind == "too_many_asked"
    for name in ("alice", "nobody"):
        for _ in range(knocks.PER_NAME):
            await world.do(None, "people.forgot", name=name)
        assert isinstance(await world.refusal(None, "people.forgot", name=name), TooMany)
    world.clock.forward(hours=1, minutes=1)
    await world.do(None, "people.forgot", name="alice")


async def test_nothing_personal_stands_in_the_jobs(world: World) -> None:
    await world.do(None, "registration.begin", email="marie@example.org", username="marie-p", password=PASSWORD)
    await world.do(None, "people.forgot", name="alice@example.org")
    told = await world.house.store.read(lambda db: [row.payload for row in db.execute(select(jobs)).fetchall()])
    assert told
    assert not any(word in payload for payload in told for word in ("marie", "example.org", "alice"))


async def test_what_was_left_lying_goes_after_thirty_days(world: World) -> None:
    await opened(world)
    world.clock.forward(days=31)
    await world.house.dispatcher.house("house.sweep", world.house.dispatcher.registry.commands["house.sweep"].params())
    left = await world.house.store.read(
        lambda db: (db.execute(select(registrations)).fetchall(), db.execute(select(knocks.knocks)).fetchall())
    )
    assert left == ([], [])


# -- the desk's side (REG-08) --------------------------------------------------------------------------------------


async def desk(world: World, username: str = "bob", country: str = "BE") -> None:
    await world.do("nora", "support.open", country=country, name=f"Support of {country}")
    await world.do("nora", "support.appoint", country=country, person=world[username].id)


async def test_a_desk_finds_who_is_stuck_and_sends_the_link_again(world: World) -> None:
    await desk(world)
    first = await opened(world)
    assert (await world.ask("bob", "support.registrations"))["registrations"] == [], "no country yet: not in any list"
    assert (await world.ask("bob", "support.registrations", search="marie@"))["registrations"] == []
    (found,) = (await world.ask("bob", "support.registrations", search="Marie@Example.org "))["registrations"]
    assert (found["email"], found["country"], found["link_stands"]) == ("marie@example.org", None, True)
    await world.do(None, "registration.save", token=first, draft=WHOLE)
    assert len((await world.ask("bob", "support.registrations", search="marie@"))["registrations"]) == 1
    assert (await world.ask("bob", "support.waiting"))["registrations"] == 1
    world.clock.forward(days=8)
    assert (await world.ask("bob", "support.registrations"))["registrations"][0]["link_stands"] is False
    await world.do("bob", "registration.send_again", registration=found["id"])
    token = (await delivered(world)).token("marie@example.org")
    assert (await world.ask(None, "registration.form", token=token))["draft"]["name"] == "Marie Peeters"
    (decided,) = (await world.ask("bob", "support.record"))["decisions"]
    assert (decided["subject"], decided["what"]) == ("registration", "sent_again")


async def test_to_everybody_else_there_is_no_desk(world: World) -> None:
    await desk(world)
    await desk(world, "olga", "EE")
    token = await opened(world)
    await world.do(None, "registration.save", token=token, draft=WHOLE)
    (found,) = (await world.ask("bob", "support.registrations"))["registrations"]
    assert (await world.ask("olga", "support.registrations", search="marie@example.org"))["registrations"] == [], "another country's"
    assert isinstance(await world.refusal("olga", "registration.send_again", registration=found["id"]), NotFound)
    for username in ("alice", "pia", "gerda", "nora"):
        for method, params in (
            ("support.registrations", {}), ("support.waiting", {}), ("support.schools", {}),
            ("registration.send_again", {"registration": found["id"]}),
        ):  # fmt: skip
            assert isinstance(await world.refusal(username, method, **params), NotFound), (username, method)


async def test_a_links_token_is_nowhere_kept(world: World) -> None:
    token = await opened(world)
    rows = await world.house.store.read(lambda db: [*db.execute(select(links.links)).fetchall(), *db.execute(select(jobs)).fetchall()])
    assert token not in repr(rows)
