"""*State + events = fresh state* (design 1.5, safety R5): whatever is done, in whatever order, by whomever.

A walk (`state_walk.py`) does every command that changes a space (`state_actions.py`), as several persons, while tabs of people
with different rights listen, go away and resume; what each has heard must equal what it would be told anew. Hypothesis draws
2,000 steps; `make prove` walks 100,000. On PostgreSQL two houses share the database and the tabs are spread over them, so that
the broker, the log and catching up are walked too.
"""

import asyncio
import os
import random
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule, run_state_machine_as_test

from tests.databases import KINDS
from tests.figures import Record, tell
from tests.state_actions import ACTIONS, PERSONS
from tests.state_walk import Walk
from twinspace_server import app
from twinspace_server.live.feature import Context, Ref

SEED = int(os.environ.get("PROVE_SEED", "0")) or random.SystemRandom().randrange(1, 2**32)
STEPS = int(os.environ.get("PROVE_STEPS", "100000"))
LAP = 4_000
"""Steps of the long walk in one database; then it begins anew, so that a space stays as large as real ones are."""

MEMBERS = {f"space.{verb}" for verb in ("add_member", "change_member", "remove_member", "leave")}
WALKED_TOO = {"folder.make", "place.move", "place.bin", "place.restore", *MEMBERS}
"""In a story too, or in a feature that tells one."""
WITH_STORIES = {command.name for f in app.registry().features if f.examples for command in f.commands}
OF_STRANGERS = {
    "erasure": "walked in test_erasure, which looks at all that stays",
    "setup": "before there is anybody; people/test_setting_up",
    "sign_on": "what a provider says; web/test_single_sign_on",
    "post": "sends a mail, and tells nobody; people/test_mail_server",
    "member": "told by itself when somebody is called otherwise; spaces/test_pupils",
}
"""Whole subjects that have no story and a proof of their own."""
SECOND_STEP = [
    *("add_app", "add_passkey", "begin_adding_passkey", "begin_app", "begin_passkey", "confirm", "join", "look_joining", "part"),
    *("remove_factor", "renew_codes", "sign_in_passkey", "sign_in_second"),
]

NOT_WALKED = {
    "people.add": "makes an account, of which no space and no desk in use hears",
    "people.add_operator": "the same, for an operator",
    "people.seen": "notes a use, coarsely, and tells nobody",
    "schools.add": "makes a school that is in no space yet",
    "spaces.found": "makes a space to which nobody can be listening yet",
    "schools.attach": "says who belongs to a school, of which no space hears",
    **{f"people.{name}": "what somebody needs to come in, of which no space hears; people/test_factors" for name in SECOND_STEP},
    **{
        name: OF_STRANGERS[subject]
        for name in app.registry().commands
        if (subject := name.partition(".")[0]) in OF_STRANGERS and name not in WITH_STORIES
    },
    "gate.look": "told by itself as time goes by, which the model of sessions walks",
    **{
        command.name: "walked in test_stories"
        for f in app.registry().features
        if f.examples
        for command in f.commands
        if command.name not in WALKED_TOO
    },
}


def test_every_command_is_walked_or_has_a_reason() -> None:
    walked = {command for action in ACTIONS.values() for command in action.commands}
    commands = set(app.registry().commands)
    assert walked | set(NOT_WALKED) == commands
    assert not walked & set(NOT_WALKED)


def machine(kind: str, directory: Path, counted: list[int]) -> type[RuleBasedStateMachine]:
    """A state machine with a rule for each action; each example gets a database of its own."""

    class Machine(RuleBasedStateMachine):
        def __init__(self) -> None:
            super().__init__()
            self.runner = asyncio.Runner()
            place = directory / f"{len(list(directory.iterdir()))}"
            place.mkdir()
            self.walk = self.runner.run(Walk.begin(kind, place))
            self.sound = True

        def go(self, name: str, who: str, a: int, b: int) -> None:
            counted[0] += 1
            self.sound = False
            self.runner.run(self.walk.step(ACTIONS[name].run, who, a, b))
            self.sound = True

        def teardown(self) -> None:
            try:
                if self.sound:
                    self.runner.run(all_back(self.walk))
            finally:
                self.runner.run(self.walk.end())
                self.runner.close()

    numbers = st.integers(0, 65_535)
    for name in ACTIONS:

        def act(self: Any, who: str, a: int, b: int, name: str = name) -> None:
            self.go(name, who, a, b)

        act.__name__ = name
        setattr(Machine, name, rule(who=st.sampled_from(PERSONS), a=numbers, b=numbers)(act))
    return Machine


async def all_back(walk: Walk) -> None:
    """At the end everybody comes back, and everything is compared."""
    for tab in walk.tabs:
        await tab.connect()
    await walk.agree(deep=True)


@pytest.mark.every_form
@pytest.mark.parametrize("kind", KINDS)
def test_state_and_events_are_a_fresh_state(kind: str, tmp_path: Path) -> None:
    counted = [0]
    thorough = settings(
        max_examples=12,
        stateful_step_count=80,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        print_blob=True,
        database=None,
        phases=[Phase.generate],  # a failure is told at once: the seed finds it again, shrinking walks took longer than a test may
    )
    run_state_machine_as_test(machine(kind, tmp_path, counted), settings=thorough)
    asyncio.run(long_walk(kind, tmp_path, max(2_000 - counted[0], 200), SEED))


@pytest.mark.long
@pytest.mark.parametrize("kind", KINDS)
def test_state_and_events_are_a_fresh_state_for_long(kind: str, tmp_path: Path, record_property: Record) -> None:
    figures = asyncio.run(long_walk(kind, tmp_path, STEPS, SEED))
    tell(record_property, figures)
    missing = {c for action in ACTIONS.values() for c in action.commands} - set(figures["commands"]) - {"house.sweep", "people.sign_out"}
    assert not missing


async def long_walk(
    kind: str, directory: Path, steps: int, seed: int, *, favour: str | None = None, every: int = 0, lap: int = LAP
) -> dict[str, Any]:
    """Steps drawn by a generator, in laps that can be walked again alone. `favour` is a command to do often."""
    began, told, done = time.monotonic(), 0, 0
    commands: dict[str, int] = {}
    resumed = {"anew": 0, "resumed": 0}
    names = list(ACTIONS)
    weights = [action.weight + (150 if favour in action.commands else 0) for action in ACTIONS.values()]
    while done < steps:
        place = directory / f"lap-{told}"
        place.mkdir()
        dice = random.Random(seed + told)
        walk = await Walk.begin(kind, place)
        name, who, a, b = "", "", 0, 0
        try:
            for number in range(min(lap, steps - done)):
                name, who = dice.choices(names, weights)[0], dice.choice(PERSONS)
                a, b = dice.randrange(65_536), dice.randrange(65_536)
                await walk.step(ACTIONS[name].run, who, a, b)
                if every and number % every == 0:
                    await walk.agree()
                if number % 20 == 0:
                    for tab in walk.tabs:
                        await tab.connect()
            await all_back(walk)
        except Exception as error:
            # Walk it again with PROVE_SEED, alone, up to this step.
            error.add_note(f"seed {seed + told}, {kind}, step {walk.steps}: {name}(who={who!r}, a={a}, b={b})")
            raise
        finally:
            await walk.end()
        done += walk.steps
        told += 1
        for command, times in walk.done.items():
            commands[command] = commands.get(command, 0) + times
        resumed = {how: resumed[how] + walk.resumed[how] for how in resumed}
    seconds = time.monotonic() - began
    return {
        "proof": "state and events", "database": kind, "seed": seed, "steps": done, "seconds": round(seconds, 1),
        "steps_per_second": round(done / seconds), **resumed, "commands": dict(sorted(commands.items())),
    }  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_a_law_resolved_twice_puts_nobody_among_the_staff(kind: str, tmp_path: Path) -> None:
    """The law in memory is dropped at times and resolved anew; a pupil who comes then still hears as a pupil.

    Found by the walk: views are numbered by each resolved law for itself, so numbers of two must not be compared.
    """

    async def prove() -> None:
        walk = await Walk.begin(kind, tmp_path)
        try:
            for tab in walk.tabs:
                tab.disconnect()
            for username in ("alice", "pia"):
                walk.houses[0].dispatcher.laws._laws.clear()
                await next(tab for tab in walk.tabs if tab.username == username and tab.number % len(walk.houses) == 0).connect(anew=True)
            await walk.quiet()
            line = await walk.do("pia", "chat.say", place=walk.world.lobby, text="Not for long")
            await walk.do("alice", "chat.hide", place=walk.world.lobby, message=line["message"]["id"], reason="Because")
            await walk.agree()
        finally:
            await walk.end()

    asyncio.run(prove())


# -- and it would be seen --------------------------------------------------------------------------------------------------

EMITTED = {
    event: command.name
    for command in app.registry().commands.values()
    for event in command.emits
    if command.name not in NOT_WALKED and event != "waiting.put"  # of a pupil who is held: walked in test_stories
}
TOLD_OTHERWISE = {
    "place.binned": "what is in the bin is in no event: everybody gets place.lost",
    "place.restored": "everybody who may see it gets place.found, with the same item",
}


@contextmanager
def without(event: str, *, items_only: bool) -> Iterator[None]:
    """The server says nothing of one kind of event, or says it with nothing in it."""
    emit = Context.emit

    def quiet(self: Context, name: str, *items: Ref, place: str | None = None, **lost: Any) -> None:
        if name != event:
            emit(self, name, *items, place=place, **lost)
        elif items_only:
            emit(self, name, place=place)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Context, "emit", quiet)
        yield


@pytest.mark.parametrize("items_only", [False, True], ids=["nothing said", "nothing in it"])
@pytest.mark.parametrize("event", sorted(EMITTED))
def test_an_event_that_is_not_told_is_seen(event: str, items_only: bool, tmp_path: Path) -> None:
    if items_only and event in TOLD_OTHERWISE:
        return
    with without(event, items_only=items_only), pytest.raises(AssertionError):
        asyncio.run(long_walk("sqlite", tmp_path, 1_500, 7, favour=EMITTED[event], every=10))
