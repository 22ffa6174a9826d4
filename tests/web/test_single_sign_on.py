"""Single sign-on with a certified provider: who gets in, who is sent where, and what forged, replayed or unverified things get."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest_asyncio

from tests.cast import password
from tests.drivers import Server, serving
from tests.oidc.running import Provider, Traveller, bent, needed, provider
from tests.people.authenticators import code
from tests.people.post_office import delivered
from twinspace_server.people import links


class Both:
    """Our server, and the provider that it trusts."""

    def __init__(self, server: Server, issuer: Provider) -> None:
        self.server, self.issuer = server, issuer

    @property
    def url(self) -> str:
        return self.server.url.replace("127.0.0.1", "localhost")

    def traveller(self) -> Traveller:
        return Traveller(self.url)


@pytest_asyncio.fixture
async def both(populated: tuple[str, Any], tmp_path: Path) -> AsyncIterator[Both]:
    needed()
    url, made = populated
    issuer = provider()
    async with serving(url, tmp_path, made, **issuer.settings) as server:
        together = Both(server, issuer)
        async with issuer.running(together.url):
            yield together


async def joined(both: Both) -> None:
    """alice's account at the provider opens hers here."""
    async with both.traveller() as alice:
        ticket = (await alice.go("alice-eu")).removeprefix("/joining#")
        assert (await alice.ask("people.join", ticket=ticket, password=password("alice"))).status_code == 200


async def test_an_account_is_joined_once_with_the_password_and_then_opens(both: Both) -> None:
    async with both.traveller() as alice:
        landed = await alice.go("alice-eu")
        assert landed.startswith("/joining#")
        ticket = landed.removeprefix("/joining#")
        assert (await alice.ask("people.me")).status_code == 401, "the provider's word alone opens nothing"
        looked = (await alice.ask("people.look_joining", ticket=ticket)).json()
        assert looked == {"provider": "EU Login", "email": "alice@example.org", "second": None}
        wrong = await alice.ask("people.join", ticket=ticket, password="wrong")
        assert (wrong.status_code, wrong.json()["code"]) == (401, "wrong_password")
        done = (await alice.ask("people.join", ticket=ticket, password=password("alice"))).json()
        assert (done["person"]["username"], done["second"]) == ("alice", None)
        assert (await alice.ask("people.me")).json()["person"]["username"] == "alice"
        assert (await alice.ask("people.join", ticket=ticket, password=password("alice"))).json()["code"] == "sign_in_over"
        listed = (await alice.ask("people.sign_ons")).json()
        assert [one["email"] for one in listed["sign_ons"]] == ["alice@example.org"]
    async with both.traveller() as again:
        assert await again.go("alice-eu") == "/"
        assert (await again.ask("people.me")).json()["person"]["username"] == "alice"
        (device,) = [one for one in (await again.ask("people.devices")).json()["sessions"] if one["type"] == "browser"][-1:]
        assert device["name"]


async def test_once_is_once(both: Both) -> None:
    """Another account with the same address is not joined to the same person, and cannot take it over (EUL-07)."""
    await joined(both)
    async with both.traveller() as other:
        assert await other.go("second-alice-eu") == "/joining#taken"


async def test_an_unverified_address_opens_nothing(both: Both) -> None:
    for who in ("bob-eu", "mailless-eu"):
        async with both.traveller() as somebody:
            assert await somebody.go(who) == "/joining#unverified"
            assert (await somebody.ask("people.me")).status_code == 401


async def test_who_is_new_registers_with_the_address_and_is_joined_when_the_mail_was_opened(both: Both) -> None:
    async with both.traveller() as newcomer:
        landed = await newcomer.go("new-eu")
        path, _, token = landed.partition("#v.")
        assert path == "/register"
        assert (await newcomer.ask("people.me")).status_code == 401
        store, now = both.server.house.store, both.server.clock()
        link = await store.read(lambda db: links.opened_by(db, "vouched", token, now))
        assert link is not None
        assert (link.address, link.person) == ("newcomer@example.org", None)
        assert (await newcomer.ask("registration.vouched", token=token)).json() == {"email": "newcomer@example.org"}
        chosen = {"token": token, "username": "new-comer", "password": "a river and two towns"}
        assert (await newcomer.ask("registration.begin_vouched", **chosen)).json().keys() <= {"ok", "seq"}, "the form is behind the mail"
        assert (await newcomer.ask("registration.begin_vouched", **chosen)).status_code == 404, "it works once"
        assert (await newcomer.go("new-eu")).startswith("/register#v."), "nothing is joined before the mail was opened"
        form = (await delivered(both.server.world)).token("newcomer@example.org")
        draft = {"name": "New Comer", "country": "BE", "school": both.server.world.gent, "function": "teacher", "subjects": ["music"]}
        await newcomer.ask("registration.save", token=form, draft=draft)
        made = await newcomer.ask("registration.complete", token=form, password=chosen["password"])
        assert made.json()["person"]["username"] == "new-comer"
    async with both.traveller() as again:
        assert await again.go("new-eu") == "/"
        assert (await again.ask("people.me")).json()["person"]["username"] == "new-comer"


async def test_who_does_not_want_is_back_with_a_sentence(both: Both) -> None:
    async with both.traveller() as somebody:
        assert await somebody.go("nobody") == "/joining#stopped"


# -- what forgers try ------------------------------------------------------------------------------------------------


async def test_a_forged_state_opens_nothing(both: Both) -> None:
    await joined(both)
    async with both.traveller() as alice:
        back = await alice.through(await alice.start(), "alice-eu")
        assert await alice.land(bent(back, state="forged")) == "/joining#over"
        assert await alice.land(back) == "/joining#over", "the flow was used up by the forgery"
        assert (await alice.ask("people.me")).status_code == 401
    async with both.traveller() as alice, both.traveller() as mallory:
        back = await mallory.through(await mallory.start(), "alice-eu")
        assert await alice.land(back) == "/joining#over", "a browser that began nothing"
        await alice.start()
        assert await alice.land(back) == "/joining#over", "one that began something else"


async def test_a_replayed_code_opens_nothing(both: Both) -> None:
    await joined(both)
    async with both.traveller() as alice, both.traveller() as thief:
        back = await alice.through(await alice.start(), "alice-eu")
        assert await alice.land(back) == "/"
        door = await thief.start()
        state = dict(part.split("=", 1) for part in door.partition("?")[2].split("&"))["state"]
        assert await thief.land(bent(back, state=state)) == "/joining#failed"
        assert (await thief.ask("people.me")).status_code == 401


async def test_a_stolen_code_is_worth_nothing_to_who_did_not_begin(both: Both) -> None:
    """It was made for another verifier (PKCE) and another nonce."""
    await joined(both)
    async with both.traveller() as alice, both.traveller() as thief:
        back = await alice.through(await alice.start(), "alice-eu")
        door = await thief.start()
        state = dict(part.split("=", 1) for part in door.partition("?")[2].split("&"))["state"]
        assert await thief.land(bent(back, state=state)) == "/joining#failed"


async def test_a_wrong_nonce_opens_nothing(both: Both) -> None:
    await joined(both)
    async with both.traveller() as alice:
        back = await alice.through(bent(await alice.start(), nonce="another"), "alice-eu")
        assert await alice.land(back) == "/joining#failed"
        assert (await alice.ask("people.me")).status_code == 401


async def test_an_answer_of_another_provider_opens_nothing(both: Both) -> None:
    async with both.traveller() as alice:
        back = await alice.through(await alice.start(), "alice-eu")
        assert await alice.land(bent(back, iss="https://evil.example")) == "/joining#failed"


async def test_the_browser_holds_nothing_but_a_one_time_id(both: Both) -> None:
    async with both.traveller() as alice:
        answer = await alice.client.get(f"{both.url}/sso/start")
        cookie = answer.headers["set-cookie"]
        assert cookie.startswith("sso=")
        for part in ("HttpOnly", "SameSite=lax", "Max-Age=600", "Path=/"):
            assert part in cookie
        door = answer.headers["location"]
        assert "code_challenge_method=S256" in door
        assert dict(part.split("=", 1) for part in door.partition("?")[2].split("&"))["state"] not in cookie


# -- a second factor, and the end ------------------------------------------------------------------------------------


async def test_a_second_factor_of_ours_is_still_asked(both: Both) -> None:
    await joined(both)
    world = both.server.world
    secret = (await world.do("alice", "people.begin_app"))["secret"]
    await world.do("alice", "people.add_app", code=code(secret, world.clock()))
    async with both.traveller() as alice:
        ticket = (await alice.go("alice-eu")).removeprefix("/joining#")
        looked = (await alice.ask("people.look_joining", ticket=ticket)).json()
        assert looked["second"]["ways"] == ["code", "recovery"]
        assert (await alice.ask("people.me")).status_code == 401
        done = await alice.ask("people.sign_in_second", ticket=looked["second"]["ticket"], code=code(secret, world.clock(), 1))
        assert done.json()["person"]["username"] == "alice"
        assert (await alice.ask("people.me")).status_code == 200
        await alice.leave_provider(both.issuer.issuer)
        assert (await alice.ask("people.me")).status_code == 401, "that session, too, ends at the provider"


async def test_signing_out_at_the_provider_ends_ours_and_no_other(both: Both) -> None:
    await joined(both)
    world = both.server.world
    async with both.traveller() as alice, both.traveller() as elsewhere, both.server.live("alice") as by_password:
        assert await alice.go("alice-eu") == "/"
        assert await elsewhere.go("alice-eu") == "/"
        await by_password.listen(world.space)
        await alice.leave_provider(both.issuer.issuer)
        assert (await alice.ask("people.me")).status_code == 401
        assert (await elsewhere.ask("people.me")).status_code == 200, "another session at the provider"
        await by_password.settle()


async def test_what_is_no_logout_token_ends_nothing(both: Both) -> None:
    await joined(both)
    async with both.traveller() as alice:
        assert await alice.go("alice-eu") == "/"
        for token in ("", "x", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhbGljZS1ldSJ9."):
            answer = await alice.client.post(f"{both.url}/sso/logout", data={"logout_token": token})
            assert (answer.status_code, answer.json()) == (400, {"error": "invalid_request"})
        assert (await alice.ask("people.me")).status_code == 200


async def test_what_was_joined_is_parted_with_the_password(both: Both) -> None:
    await joined(both)
    world = both.server.world
    (one,) = (await world.ask("alice", "people.sign_ons"))["sign_ons"]
    for username in ("olga", "pia"):
        assert (await world.refusal(username, "people.part", sign_on=one["id"], password=password(username))).kind == "not_found"
    assert (await world.refusal("alice", "people.part", sign_on=one["id"], password="wrong")).kind == "wrong_password"
    await world.do("alice", "people.part", sign_on=one["id"], password=password("alice"))
    async with both.traveller() as alice:
        assert (await alice.go("alice-eu")).startswith("/joining#")
        assert (await alice.ask("people.me")).status_code == 401


async def test_a_provider_that_is_down_is_a_plain_sentence(populated: tuple[str, Any], tmp_path: Path) -> None:
    """Also without node: nobody listens there."""
    url, made = populated
    async with (
        serving(url, tmp_path, made, **provider().settings) as server,
        Traveller(server.url.replace("127.0.0.1", "localhost")) as alice,
    ):
        for _ in range(2):
            answer = await alice.client.get(f"{alice.ours}/sso/start")
            assert (answer.status_code, answer.headers["location"]) == (303, f"{alice.ours}/joining#failed")
        assert (await alice.ask("installation.about")).json()["sign_on"] == "EU Login"


async def test_where_there_is_no_provider_there_is_no_door(server: Server) -> None:
    async with Traveller(server.url) as alice:
        assert (await alice.client.post(f"{server.url}/sso/logout", data={"logout_token": "x"})).status_code in (404, 405)
        assert (await alice.ask("installation.about")).json()["sign_on"] is None
