"""Schools: what is one, and what is none."""

from typing import Any

import pytest

from tests.drivers import Server
from twinspace_server.errors import BadInput

SCHOOL = {"name": "Den Lille Skole", "town": "Aarhus", "country": "DK", "zone": "Europe/Copenhagen", "hue": "leaf"}


async def test_a_school_is_answered_as_it_is(shared: Server) -> None:
    answer = await shared.world.do("nora", "schools.add", **{**SCHOOL, "name": " Den  Lille\nSkole "})
    assert answer == {"school": {"kind": "school", "id": answer["school"]["id"], **SCHOOL}}


@pytest.mark.parametrize(
    ("what", "code"),
    [
        ({"country": "XX"}, "unknown_country"), ({"country": "dk"}, "bad_input"), ({"country": "EU"}, "unknown_country"),
        ({"zone": "Europe/Aarhus"}, "unknown_zone"), ({"hue": "black"}, "bad_input"), ({"name": ""}, "bad_input"),
        ({"town": "   "}, "empty_text"), ({"town": "x" * 81}, "bad_input"),
    ],
)  # fmt: skip
async def test_what_is_no_school(shared: Server, what: dict[str, Any], code: str) -> None:
    error = await shared.world.refusal("nora", "schools.add", **{**SCHOOL, **what})
    assert isinstance(error, BadInput)
    assert (error.kind, error.path) == (code, f"$.{next(iter(what))}")
