"""The life-cycle of projects and of who takes part in them, explored by hypothesis on both databases (PRJ-12..16, PRJ-20, PRJ-21).

Founders, partners, people of desks and outsiders do whatever comes to mind, in any order. After every step the project that it was about
is looked at, and at the end all of them: one that runs or is closed has an adult administrator, who can close, hand over and export, and
before that a founder who can take it back; no kind ever changes; what a project says of itself and what its space does agree; and who has
nothing to do with it is told *not found*.
"""

import asyncio
import os
from collections.abc import Coroutine
from pathlib import Path
from typing import Any, TypeVar

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from sqlalchemy import select

from tests.cast import World, enter, populated_database
from tests.databases import KINDS
from tests.desk.test_mail import work
from tests.projects.founding import FORM, appoint, become_contacts
from twinspace_server.errors import NotFound, TwinspaceError
from twinspace_server.identity import people
from twinspace_server.law.members import members
from twinspace_server.law.places import spaces
from twinspace_server.projects import rows

T = TypeVar("T")

STAGES = st.sampled_from(["asked", "declined", "deciding", "question", "open", "invited", "joined", "joined", "closed"])

FOUNDERS, DESKS, OTHERS = ("alice", "bob", "gerda"), {"els": "BE", "irakli": "GE"}, ("olga", "pia")
SHORT, LONG = (10, 20), (120, 50)
"""Examples, and steps in each."""

EVERYBODY = (*FOUNDERS, *DESKS, *OTHERS)
who = st.sampled_from(EVERYBODY)
insiders = st.sampled_from((*FOUNDERS, *FOUNDERS, *EVERYBODY))
picks = st.integers(min_value=0, max_value=10_000)


class Life(RuleBasedStateMachine):
    """One lap: projects that begin, grow, change hands and end."""

    world: World
    loop: asyncio.AbstractEventLoop
    counts: dict[str, int]

    def __init__(self) -> None:
        super().__init__()
        self.projects: list[str] = []
        self.kinds: dict[str, tuple[bool, tuple[str, ...]]] = {}
        self.touched: str | None = None
        """The project that the last step was about; None when it may have been any."""

    def run(self, what: Coroutine[Any, Any, T]) -> T:
        """In the loop of the house."""
        return asyncio.run_coroutine_threadsafe(what, self.loop).result()

    @initialize(far=STAGES, partner=st.sampled_from(["bob", "gerda"]))
    def begin(self, far: str, partner: str) -> None:
        """All three know each other, and one project is so far already: by chance alone few would get there."""
        for one, other in (("alice", "bob"), ("alice", "gerda"), ("bob", "gerda")):
            self.run(become_contacts(self.world, one, other))
        self.register("alice", partner)
        (project,) = self.projects
        if far != "asked":
            self.do(partner, "project.decline" if far == "declined" else "project.accept", project=project)
        if far == "question":
            self.do("els", "project.decide", project=project, country="BE", decision="ask", word="Who?")
        if far in ("open", "closed", "invited", "joined"):
            for desk, country in DESKS.items():
                self.do(desk, "project.decide", project=project, country=country, decision="approve")
            self.house()
        if far in ("invited", "joined"):
            third = "gerda" if partner == "bob" else "bob"
            self.do("alice", "project.invite", space=project, person=self.world[third].id)
            if far == "joined":
                self.do(third, "project.join", project=project)
        if far == "closed":
            self.do("alice", "space.close", space=project)

    # -- what people do ------------------------------------------------------------------------------------------------

    def do(self, username: str, method: str, **params: Any) -> dict[str, Any] | None:
        """It works, or is refused like anything may be: never a fault of the server."""
        try:
            answer = self.run(self.world.do(username, method, **params))
        except TwinspaceError as error:
            if error.status >= 500:
                raise
            return None
        self.counts[method] = self.counts.get(method, 0) + 1
        return answer

    def one(self, pick: int) -> str | None:
        self.touched = self.projects[pick % len(self.projects)] if self.projects else None
        return self.touched

    @rule(by=st.sampled_from(FOUNDERS), partner=st.sampled_from(FOUNDERS))
    def register(self, by: str, partner: str) -> None:
        answer = self.do(by, "project.register", **FORM, partner=self.world[partner].id) if len(self.projects) < 4 else None
        if answer is not None:
            project = answer["project"]
            self.projects.append(project["id"])
            self.kinds[project["id"]] = (project["european"], tuple(project["countries"]))
            self.touched = project["id"]

    @rule(by=insiders, pick=picks, method=st.sampled_from(["accept", "accept", "accept", "decline", "withdraw", "join", "refuse"]))
    def answer(self, by: str, pick: int, method: str) -> None:
        if (project := self.one(pick)) is not None:
            self.do(by, f"project.{method}", project=project)

    @rule(by=insiders, pick=picks)
    def explain(self, by: str, pick: int) -> None:
        if (project := self.one(pick)) is not None:
            self.do(by, "project.edit", project=project, **FORM)
            self.do(by, "project.answer", project=project, text="Both of us.")

    @rule(by=st.sampled_from((*DESKS, *DESKS, *EVERYBODY)), pick=picks, decision=st.sampled_from(["approve"] * 4 + ["ask", "decline"]))
    def decide(self, by: str, pick: int, decision: str) -> None:
        if (project := self.one(pick)) is not None:
            country = DESKS.get(by, "BE")
            self.do(by, "project.decide", project=project, country=country, decision=decision, word="Because.")

    @rule()
    def house(self) -> None:
        """What was put off happens."""
        self.touched = None
        self.run(work(self.world))

    @rule(by=insiders, pick=picks, method=st.sampled_from(["space.close", "space.reopen", "space.leave"]))
    def whole(self, by: str, pick: int, method: str) -> None:
        if (project := self.one(pick)) is not None:
            self.do(by, method, space=project)

    @rule(by=insiders, whom=who, pick=picks, method=st.sampled_from(["project.invite", "project.uninvite", "space.remove_member"]))
    def person(self, by: str, whom: str, pick: int, method: str) -> None:
        if (project := self.one(pick)) is not None:
            self.do(by, method, space=project, person=self.world[whom].id)

    @rule(by=insiders, whom=who, pick=picks, mark=st.booleans())
    def mark(self, by: str, whom: str, pick: int, mark: bool) -> None:
        if (project := self.one(pick)) is not None:
            self.do(by, "space.change_member", space=project, person=self.world[whom].id, administrator=mark)

    @rule(by=insiders, of=st.sampled_from(FOUNDERS), whom=who, pick=picks)
    def hand_over(self, by: str, of: str, whom: str, pick: int) -> None:
        if (project := self.one(pick)) is not None:
            self.do(by, "project.hand_over", space=project, founder=self.world[of].id, person=self.world[whom].id)

    @rule(by=insiders, pick=picks)
    def change(self, by: str, pick: int) -> None:
        if (project := self.one(pick)) is not None:
            self.do(by, "project.change", space=project, **FORM)

    @rule(one=st.sampled_from(FOUNDERS), other=st.sampled_from(FOUNDERS), again=st.booleans())
    def know(self, one: str, other: str, again: bool) -> None:
        self.touched = None
        self.do(one, "contacts.ask" if again else "contacts.remove", person=self.world[other].id)
        if again:
            self.do(other, "contacts.accept", person=self.world[one].id)

    # -- what always holds ---------------------------------------------------------------------------------------------

    @invariant()
    def it_holds(self) -> None:
        """Of what the step was about; of all of them when it may have been any, and at the end."""
        for project in self.projects if self.touched is None else [self.touched]:
            self.run(self.look(project))

    def teardown(self) -> None:
        self.touched = None
        self.it_holds()

    async def look(self, project: str) -> None:
        def read(db: Any) -> Any:
            adults = select(members.c.person, members.c.administrator).join_from(members, people, people.c.id == members.c.person)
            inside = dict(
                tuple(row) for row in db.execute(adults.where(members.c.space == project, members.c.left.is_(None), people.c.adult == 1))
            )  # fmt: skip
            shut = db.execute(select(spaces.c.closed_at).where(spaces.c.id == project)).first()
            return rows.find(db, project), rows.founders_of(db, project), rows.partners_of(db, project), inside, shut

        row, seats, partners, inside, shut = await self.world.house.store.read(read)
        assert (row.european, tuple(row.countries)) == self.kinds[project], "its kind has changed"
        assert row.european == (len(row.countries) > 1)
        assert (shut is not None) == (row.stage == "open"), "stage and space disagree"
        if row.stage == "open":
            assert any(inside.values()), "nobody can close it, hand it over or export it"
            assert all((seat.person in inside) == (seat.left_at is None) for seat in seats)
        elif row.stage in ("asked", "deciding"):
            assert any(seat.said for seat in seats), "nobody can take it back"
        concerned = {seat.person for seat in seats if seat.left_at is None} if row.stage != "open" else set(inside)
        if row.stage == "open":
            concerned |= {person for person, (state, _) in partners.items() if state == "invited"}
        for username in EVERYBODY:
            person = self.world[username].id
            try:
                shown = (await self.world.ask(username, "project.show", project=project))["project"]
            except NotFound:
                assert person not in concerned, f"{username} should see it"
                continue
            assert person in concerned, f"{username} should see nothing"
            if row.stage == "open":
                assert shown["state"] == ("closed" if shut[0] is not None else "active")

    @invariant()
    def an_outsider_is_told_nothing(self) -> None:
        if self.projects:
            project = self.projects[-1]
            for method, params in (
                ("project.accept", {"project": project}), ("project.join", {"project": project}), ("space.close", {"space": project}),
                ("project.change", {"space": project, **FORM}),
            ):  # fmt: skip
                error = self.run(self.world.refusal("pia", method, **params))
                assert isinstance(error, NotFound), (method, error.kind)


async def explored(kind: str, directory: Path, bounds: tuple[int, int]) -> dict[str, int]:
    """So many laps of so many steps in one house; how often each method was done. The machine runs in a thread of its own."""
    counts: dict[str, int] = {}
    async with populated_database(kind, directory) as (url, made), enter(url, directory, made) as world:
        await appoint(world, "els", "BE")
        await appoint(world, "irakli", "GE")
        await world.do("nora", "schools.attach", school=world.gent, person=world["gerda"].id)
        examples, steps = bounds
        seeded = settings(
            max_examples=examples, stateful_step_count=steps, deadline=None, database=None, print_blob=True,
            suppress_health_check=list(HealthCheck), phases=(Phase.generate, Phase.shrink),
            derandomize="PROVE_SEED" not in os.environ,
        )  # fmt: skip

        class Lap(Life):
            pass

        Lap.world, Lap.loop, Lap.counts = world, asyncio.get_running_loop(), counts
        await asyncio.to_thread(run_state_machine_as_test, Lap, settings=seeded)
    return counts


@pytest.mark.parametrize("kind", KINDS)
async def test_whatever_people_do_it_holds(kind: str, tmp_path: Path) -> None:
    done = await explored(kind, tmp_path, SHORT)
    assert {"project.register", "project.accept", "project.decide", "space.close"} <= set(done)


@pytest.mark.long
@pytest.mark.parametrize("kind", KINDS)
async def test_whatever_people_do_it_holds_for_long(kind: str, tmp_path: Path) -> None:
    done = await explored(kind, tmp_path, LONG)
    wanted = {"register", "accept", "decline", "withdraw", "edit", "answer", "decide", "invite", "uninvite", "join", "hand_over", "change"}
    assert {f"project.{name}" for name in wanted} - set(done) == set()
    assert {"space.close", "space.reopen", "space.leave", "space.remove_member", "space.change_member"} - set(done) == set()
