"""From a form to a space: registering with a contact, the partner's word, the desks' decisions, opening (PRJ-01..06, PRJ-17, PRJ-20)."""

import asyncio
from typing import Any

import pytest
from sqlalchemy import select

from tests.cast import World
from tests.desk.test_mail import mails, work
from tests.drivers import Server
from tests.projects.founding import (
    FORM,
    appoint,
    become_contacts,
    bells,
    decide,
    desks,
    opened,
    register,
    state,
    without_approval,
)
from tests.test_erasure import done
from twinspace_server.errors import Conflict
from twinspace_server.law.places import places
from twinspace_server.people.attachments import attach


async def test_from_the_form_to_the_space(world: World, tmp_path: Any) -> None:
    await desks(world)
    project = await register(world)
    await work(world)
    shown = (await world.ask("bob", "project.show", project=project))["project"]
    assert (shown["state"], shown["mine"], shown["european"], shown["countries"]) == ("awaiting_partner", "founder", True, ["BE", "GE"])
    assert (await bells(world, "bob"))[0] == "project_asked"
    assert (await world.ask("els", "project.cases"))["cases"] == []
    await world.do("bob", "project.accept", project=project)
    await work(world)
    assert (await bells(world, "alice"))[0] == "project_accepted"
    assert await bells(world, "els") == await bells(world, "irakli") == ["project_to_decide"]
    (case,) = (await world.ask("els", "project.cases"))["cases"]
    assert (case["waits"], case["decides"]) == (True, ["BE"])
    assert [(f["name"], f["attachment"]) for f in case["founders"]] == [("Alice Vermeulen", "confirmed"), ("Bob Lomidze", "confirmed")]
    await decide(world, "els", "BE", project)
    assert (await world.ask("els", "project.cases"))["waiting"] == 0
    assert await state(world, project) == "awaiting_support"
    assert (await world.refusal("alice", "space.members", space=project)).kind == "not_found"
    await decide(world, "irakli", "GE", project, word="A fine idea.")
    await work(world)
    assert await state(world, project, "bob") == "active"
    assert (await bells(world, "bob"))[0] == "project_opened"
    members = (await world.ask("bob", "space.members", space=project))["members"]
    assert {(m["name"], m["role"], m["administrator"], m["school"]) for m in members} == {
        ("Alice Vermeulen", "teacher", True, world.gent), ("Bob Lomidze", "teacher", True, world.batumi),
    }  # fmt: skip
    (space,) = [one["space"] for one in (await world.ask("bob", "spaces.mine"))["spaces"] if one["space"]["id"] == project]
    assert (space["name"], space["description"], [s["id"] for s in space["schools"]]) == (
        FORM["title"], FORM["description"], [world.gent, world.batumi],
    )  # fmt: skip
    record = (await world.ask("irakli", "support.record"))["decisions"]
    assert [(d["subject"], d["about"], d["what"], d["reason"]) for d in record] == [("project", project, "approved", "A fine idea.")]
    told = [(mail["To"].partition("@")[0], str(mail["Subject"])) for mail in mails(tmp_path)]
    assert ("els", "A project waits for you in TwinSpace") in told
    assert sorted(who for who, subject in told if subject.endswith(f"ed: {FORM['title']}") or subject.startswith("Goedg")) == [
        "alice",
        "bob",
    ]


async def test_a_founder_who_was_erased_administers_nothing(world: World) -> None:
    """The space is the other's; a tombstone would keep it in name only."""
    await desks(world)
    project = await register(world)
    await world.do("bob", "project.accept", project=project)
    await world.do("bob", "erasure.ask", username="bob", choice="former")
    await done(world, world["bob"].id)
    await decide(world, "els", "BE", project)
    await decide(world, "irakli", "GE", project)
    await work(world)
    members = (await world.ask("alice", "space.members", space=project))["members"]
    assert [(one["id"], one["administrator"]) for one in members] == [(world["alice"].id, True)]
    assert (await world.refusal("alice", "space.leave", space=project)).kind == "last_administrator"
    shown = (await world.ask("alice", "project.show", project=project))["project"]
    assert (shown["state"], shown["european"]) == ("active", True)


async def test_live_at_the_other_founders_desk(stage: Server) -> None:
    world = stage.world
    await become_contacts(world, "alice", "bob")
    async with stage.live("bob") as bob:
        await bob.listen(world["bob"].desk)
        before = len(bob.events)
        project = await register(world)
        told = await bob.wait_for("project.changed", after=before)
        assert [(item["kind"], item["id"], item["state"]) for item in told["put"]] == [("project", project, "awaiting_partner")]
        before = len(bob.events)
        await world.do("alice", "project.withdraw", project=project)
        told = await bob.wait_for("project.changed", after=before)
        assert told["put"][0]["state"] == "withdrawn"


async def test_more_information_and_the_answer(world: World) -> None:
    await desks(world)
    project = await register(world)
    await world.do("bob", "project.accept", project=project)
    await decide(world, "irakli", "GE", project)
    assert (await world.refusal("alice", "project.answer", project=project, text="Yes.")).kind == "nothing_asked"
    assert (await world.refusal("bob", "project.edit", project=project, **FORM)).kind == "not_to_edit_now"
    assert (await world.refusal("els", "project.decide", project=project, country="BE", decision="ask")).path == "$.word"
    await decide(world, "els", "BE", project, "ask", "Who goes along?")
    await work(world)
    assert await state(world, project) == "more_information"
    assert (await bells(world, "alice"))[0] == "project_question"
    await world.do("bob", "project.edit", project=project, **{**FORM, "ages_from": 12})
    shown = (await world.do("bob", "project.answer", project=project, text="Two parents."))["project"]
    # Georgia has approved another form: it decides anew.
    assert {d["country"]: (d["said"], d["word"], d["answer"]) for d in shown["decisions"]} == {
        "BE": ("waiting", "Who goes along?", "Two parents."), "GE": ("waiting", "", ""),
    }  # fmt: skip
    await decide(world, "els", "BE", project)
    assert (await world.refusal("els", "project.decide", project=project, country="BE", decision="approve")).kind == "decided_already"
    await decide(world, "irakli", "GE", project)
    await work(world)
    assert await state(world, project) == "active"


async def test_declined_by_partner_or_desk_is_the_end(world: World, tmp_path: Any) -> None:
    await desks(world)
    first, second = await register(world), await register(world)
    await world.do("bob", "project.decline", project=first, word="Not this year.")
    await world.do("bob", "project.accept", project=second)
    await decide(world, "irakli", "GE", second, "decline", "Too short.")
    await work(world)
    for project, reason in ((first, "Not this year."), (second, "Too short.")):
        shown = (await world.ask("alice", "project.show", project=project))["project"]
        assert (shown["state"], shown["reason"]) == ("declined", reason)
        for who, method, more in (
            ("bob", "project.accept", {}), ("alice", "project.withdraw", {}), ("alice", "project.edit", FORM),
            ("alice", "project.answer", {"text": "x"}),
        ):  # fmt: skip
            assert (await world.refusal(who, method, project=project, **more)).status == 409
    assert (await world.refusal("els", "project.decide", project=second, country="BE", decision="approve")).kind == "decided_already"
    assert sum("Declined" in str(mail["Subject"]) or "Afgewezen" in str(mail["Subject"]) for mail in mails(tmp_path)) == 3


async def test_only_contacts_found_projects(world: World) -> None:
    error = await world.refusal("alice", "project.register", **FORM, partner=world["bob"].id)
    assert (error.kind, error.path) == ("contact_needed", "$.partner")
    await become_contacts(world, "alice", "bob")
    project = await register(world)
    await world.do("bob", "contacts.remove", person=world["alice"].id)
    assert (await world.refusal("bob", "project.accept", project=project)).kind == "contact_needed"


async def test_a_national_project_has_one_desk(world: World) -> None:
    await world.do("nora", "schools.attach", school=world.gent, person=world["olga"].id)
    await become_contacts(world, "alice", "olga")
    await appoint(world, "els", "BE")
    project = await register(world, partner="olga")
    await world.do("olga", "project.accept", project=project)
    case = await decide(world, "els", "BE", project)
    assert (case["european"], case["countries"]) == (False, ["BE"])
    await work(world)
    assert await state(world, project) == "active"


async def test_to_everybody_else_there_is_nothing(world: World) -> None:
    """A founder to be, a desk of another country, a pupil, an operator whose countries have desks: the same nothing."""
    await desks(world)
    project = await register(world)
    never = "01M8M9HW3B8S35EPBGEBWTTKFR"
    calls: list[tuple[str, dict[str, Any]]] = [
        ("project.show", {}), ("project.accept", {}), ("project.decline", {}), ("project.withdraw", {}), ("project.edit", FORM),
        ("project.answer", {"text": "x"}), ("project.decide", {"country": "BE", "decision": "approve"}), ("project.join", {}),
    ]  # fmt: skip
    for stage in ("asked", "deciding", "open"):
        for username in ("olga", "pia", "gerda", "nora", *(["els", "irakli"] if stage == "asked" else [])):
            for method, more in calls:
                real = await world.refusal(username, method, project=project, **more)
                nothing = await world.refusal(username, method, project=never, **more)
                assert (type(real), real.kind, real.path, real.why) == (type(nothing), "not_found", nothing.path, nothing.why), (
                    username,
                    method,
                )
            assert await world.do(username, "project.refuse", project=project) == {}
        if stage == "asked":
            await world.do("bob", "project.accept", project=project)
            assert (await world.refusal("irakli", "project.decide", project=project, country="BE", decision="approve")).kind == "not_found"
        elif stage == "deciding":
            await decide(world, "els", "BE", project)
            await decide(world, "irakli", "GE", project)
            await work(world)
    for username in ("alice", "pia", "olga"):
        assert (await world.refusal(username, "project.cases")).kind == "not_found"


async def test_where_no_desk_is_operators_decide_and_never_on_their_own(world: World) -> None:
    await appoint(world, "els", "BE")
    await become_contacts(world, "alice", "bob")
    project = await register(world)
    await world.do("bob", "project.accept", project=project)
    (case,) = (await world.ask("nora", "project.cases"))["cases"]
    assert (case["decides"], case["waits"]) == (["GE"], True)
    await world.do("nora", "support.open", country="GE", name="Support GE")
    await world.do("nora", "support.appoint", country="GE", person=world["bob"].id)
    # bob has founded it: at his own desk he does not decide on it.
    assert (await world.refusal("bob", "project.decide", project=project, country="GE", decision="approve")).kind == "not_found"
    await decide(world, "nora", "GE", project)
    await decide(world, "els", "BE", project)
    await work(world)
    assert await state(world, project) == "active"


async def test_a_desk_sees_nothing_of_the_space(world: World) -> None:
    project = await opened(world)
    await world.do("alice", "space.change", space=project, name="A secret name", description="Among ourselves")
    told = repr(await world.ask("els", "project.cases", decided=True)) + repr(await world.ask("els", "support.record"))
    assert "Otters" in told
    assert "secret" not in told
    assert "ourselves" not in told
    for method in ("space.members", "place.binned", "order.record"):
        assert (await world.refusal("els", method, space=project)).kind == "not_found"


async def test_who_sits_at_no_desk_any_more_has_no_case(world: World) -> None:
    await desks(world)
    project = await register(world)
    await world.do("bob", "project.accept", project=project)
    await work(world)
    assert await bells(world, "els") == ["project_to_decide"]
    await world.do("nora", "support.dismiss", country="BE", person=world["els"].id)
    assert await bells(world, "els") == []
    assert (await world.refusal("els", "project.cases")).kind == "not_found"
    assert [case["decides"] for case in (await world.ask("nora", "project.cases"))["cases"]] == [["BE"]]


async def test_without_approval_it_opens_at_once_for_teachers_known_at_their_schools(world: World) -> None:
    await without_approval(world)
    await become_contacts(world, "alice", "bob")
    project = await register(world)
    bob = world["bob"].id
    await world.write(lambda db: attach(db, bob, world.batumi, "claimed", by=bob, at=1))
    assert (await world.refusal("bob", "project.accept", project=project)).kind == "school_not_confirmed"
    await world.do("nora", "schools.attach", school=world.batumi, person=bob)
    await world.do("bob", "project.accept", project=project)
    await work(world)
    assert await state(world, project) == "active"
    alone = await register(world, partner=None)
    await work(world)
    shown = (await world.ask("alice", "project.show", project=alone))["project"]
    assert (shown["state"], shown["european"], len(shown["people"])) == ("active", False, 1)


async def test_alone_only_where_no_approval_is_wanted(world: World) -> None:
    error = await world.refusal("alice", "project.register", **FORM, partner=None)
    assert (error.kind, error.path) == ("partner_needed", "$.partner")
    await without_approval(world)
    assert (await world.refusal("olga", "project.register", **FORM, partner=None)).kind == "school_first"
    assert (await world.refusal("pia", "project.register", **FORM, partner=None)).kind == "adults_only"


@pytest.mark.parametrize(
    ("changed", "path"),
    [
        ({"title": "  "}, "$.title"), ({"ages_from": 14}, "$.ages_to"), ({"start": "2026-02-30"}, "$.start"),
        ({"end": "2026-09-01"}, "$.end"), ({"end": "2031-01-01"}, "$.end"), ({"school": "01M8M9HW3B8S35EPBGEBWTTKFR"}, "$.school"),
        ({"subjects": ["alchemy"]}, "$.subjects[0]"), ({"languages": []}, "$.languages"),
    ],
)  # fmt: skip
async def test_what_can_not_be_is_named(world: World, changed: dict[str, Any], path: str) -> None:
    await become_contacts(world, "alice", "bob")
    error = await world.refusal("alice", "project.register", **{**FORM, "partner": world["bob"].id, **changed})
    assert (error.status, error.path) == (400, path)


async def test_opening_twice_opens_once(world: World) -> None:
    project = await opened(world)
    params: Any = world.house.dispatcher.registry.commands["project.open"].params
    await world.house.dispatcher.house("project.open", params(project=project), project)
    shown = (await world.ask("alice", "project.show", project=project))["project"]
    assert [step["what"] for step in shown["steps"]] == ["registered", "accepted", "approved", "approved", "opened"]
    mailboxes = select(places.c.id).where(places.c.space == project, places.c.kind == "mailbox")
    assert len(await world.house.store.read(lambda db: db.execute(mailboxes).all())) == 1


async def test_two_desks_at_once_open_one_space(world: World) -> None:
    """Each decides at a desk of their own: the row of the project is what puts them in order."""
    await desks(world)
    for _round in range(3):
        project = await register(world)
        await world.do("bob", "project.accept", project=project)
        await asyncio.gather(decide(world, "els", "BE", project), decide(world, "irakli", "GE", project))
        await work(world)
        assert await state(world, project) == "active"


async def test_taking_back_and_approving_at_once(world: World) -> None:
    """One of the two is first, and the other is told that it is too late."""
    await desks(world)
    for _round in range(3):
        project = await register(world)
        await world.do("bob", "project.accept", project=project)
        await decide(world, "els", "BE", project)
        both: list[Any] = await asyncio.gather(
            decide(world, "irakli", "GE", project), world.do("alice", "project.withdraw", project=project), return_exceptions=True
        )
        last, back = both
        await work(world)
        assert await state(world, project) == ("active" if isinstance(back, Conflict) else "withdrawn")
        assert isinstance(last, Conflict) != isinstance(back, Conflict)
