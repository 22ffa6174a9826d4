"""What founders write about a project, and what is refused in it (PRJ-02): title, description, subjects, ages, languages, dates.

Used when a project is registered, edited and changed later on; nothing here knows who may.
"""

from datetime import date, timedelta
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

from twinspace_server import texts
from twinspace_server.errors import BadInput

LONGEST = timedelta(days=3 * 366)

Subject = Literal[
    "art", "biology", "chemistry", "citizenship", "drama", "economics", "environment", "geography", "history", "informatics", "languages",
    "literature", "mathematics", "media", "music", "philosophy", "physics", "primary", "religion", "sport", "technology", "vocational",
]  # fmt: skip
Tongue = Literal[
    "ar", "az", "be", "bg", "bs", "ca", "cs", "cy", "da", "de", "el", "en", "es", "et", "eu", "fi", "fr", "fy", "ga", "gl", "he", "hr",
    "hu", "hy", "is", "it", "ka", "lb", "lt", "lv", "mk", "mt", "nl", "no", "pl", "pt", "ro", "ru", "sk", "sl", "sq", "sr", "sv", "tr",
    "uk",
]  # fmt: skip
Title = Annotated[str, Meta(min_length=1, max_length=80)]
Description = Annotated[str, Meta(min_length=1, max_length=2000)]
Subjects = Annotated[list[Subject], Meta(min_length=1, max_length=6)]
Languages = Annotated[list[Tongue], Meta(min_length=1, max_length=5)]
Age = Annotated[int, Meta(ge=3, le=25)]
Day = Annotated[str, Meta(pattern=r"^\d{4}-\d{2}-\d{2}$(?!\n)", description="A day: 2026-09-01.")]


def checked(
    *, title: str, description: str, subjects: list[Any], ages_from: int, ages_to: int, languages: list[Any], start: str, end: str
) -> dict[str, Any]:
    """The details as they are kept; names the field that can't be so."""
    if ages_to < ages_from:
        raise BadInput(code="ages_reversed", path="$.ages_to")
    return {
        "title": texts.line(title, "$.title"), "description": texts.prose(description, "$.description"), "subjects": kept(subjects),
        "ages_from": ages_from, "ages_to": ages_to, "languages": kept(languages), **dates(start, end),
    }  # fmt: skip


def kept(chosen: list[Any]) -> str:
    """A list as its column holds it, each once and in the order chosen."""
    return msgspec.json.encode(list(dict.fromkeys(chosen))).decode()


def dates(start: str, end: str) -> dict[str, str]:
    """From one day to a later one, at most three years on."""
    first, last = _day(start, "$.start"), _day(end, "$.end")
    if last <= first:
        raise BadInput(code="end_before_start", path="$.end")
    if last - first > LONGEST:
        raise BadInput(code="project_too_long", path="$.end")
    return {"starts": start, "ends": end}


def _day(text: str, path: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise BadInput(code="not_a_day", path=path) from None
