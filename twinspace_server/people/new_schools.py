"""Finding one's school, and bringing a new one along (REG-10 to REG-16).

Whoever registers first looks whether the school is there: country, then place, then the schools there. A new one is *to be checked*:
it can be used at once, and gives nobody any power. Registration and *My account* share this; `checks` is the desk's side.
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Annotated, Any

import msgspec
from msgspec import Meta
from sqlalchemy import func, insert, select

from twinspace_server import ids, texts
from twinspace_server.errors import BadInput, Conflict
from twinspace_server.live.feature import Context, Feature, Gate, Params
from twinspace_server.people.accounts import checked_zone
from twinspace_server.people.post import checked_address
from twinspace_server.people.schools import Country, Hue, checked_country, schools
from twinspace_server.storage.store import Db

MOST_PLACES = 5_000
MOST_SCHOOLS = 500

feature = Feature("new_schools")

Town = Annotated[str, Meta(min_length=1, max_length=80, description="In its simplest form: no region or province behind it (REG-14).")]


class NewSchool(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """A school that is not in the list yet, as it is being written down: what is empty is asked for when it is sent."""

    name: Annotated[str, Meta(max_length=80, description="The official name (REG-13).")] = ""
    town: Annotated[str, Meta(max_length=80)] = ""
    region: Annotated[str, Meta(max_length=80)] = ""
    zone: Annotated[str, Meta(max_length=64)] = ""
    hue: Hue = "sky"
    head: Annotated[str, Meta(max_length=80, description="Who leads it; for the support organisation alone (REG-15).")] = ""
    head_email: Annotated[str, Meta(max_length=254)] = ""


class KnownPlace(msgspec.Struct):
    """A place where there are schools, with how many."""

    town: str
    region: str
    schools: int


class KnownPlaces(msgspec.Struct):
    """The places of a country with schools in them, and the time zones of that country."""

    places: list[KnownPlace]
    zones: list[str]


class KnownSchool(msgspec.Struct):
    id: str
    name: str
    town: str
    region: str
    hue: Hue
    to_check: bool


class KnownSchools(msgspec.Struct):
    schools: list[KnownSchool]


@cache
def _zones() -> Mapping[str, list[str]]:
    """Time zones by country, read when the first is asked for."""
    found: dict[str, list[str]] = {}
    for line in (files("tzdata") / "zoneinfo" / "zone.tab").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            country, _, zone, *_ = line.split("\t")
            found.setdefault(country, []).append(zone)
    return found


def places_of(db: Db, country: str) -> KnownPlaces:
    """Where in this country there are schools."""
    query = (
        select(schools.c.town, schools.c.region, func.count())
        .where(schools.c.country == checked_country(country))
        .group_by(schools.c.town, schools.c.region)
        .order_by(schools.c.town)
        .limit(MOST_PLACES)
    )
    return KnownPlaces([KnownPlace(town, region, number) for town, region, number in db.execute(query)], _zones().get(country, []))


def schools_in(db: Db, country: str, town: str) -> KnownSchools:
    """The schools of one place."""
    query = (
        select(*(schools.c[name] for name in ("id", "name", "town", "region", "hue", "to_check")))
        .where(schools.c.country == checked_country(country), schools.c.town == town)
        .order_by(schools.c.name)
        .limit(MOST_SCHOOLS)
    )
    rows: Any = db.execute(query)
    return KnownSchools([KnownSchool(key, name, at, region, hue, bool(new)) for key, name, at, region, hue, new in rows])


def add(db: Db, country: str, new: NewSchool, *, by: str | None, at: int, path: str) -> str:
    """Write a new school down, to be checked; answers its id. `missing` names the field that is empty, `school_known` one that is there."""
    for field in ("name", "town", "head", "zone"):
        if not getattr(new, field).strip():
            raise BadInput(code="missing", path=f"{path}.{field}")
    name, town = texts.line(new.name, f"{path}.name"), texts.line(new.town, f"{path}.town")
    known = db.execute(select(schools.c.name, schools.c.town).where(schools.c.country == checked_country(country)))
    if any(other.casefold() == name.casefold() and place.casefold() == town.casefold() for other, place in known):
        raise Conflict(code="school_known", path=f"{path}.name")
    school = ids.new(at)
    db.execute(
        insert(schools),
        {
            "id": school, "name": name, "town": town, "country": country, "zone": checked_zone(new.zone, f"{path}.zone"),
            "hue": new.hue, "made_at": at, "region": texts.line(new.region, f"{path}.region") if new.region.strip() else "",
            "head": texts.line(new.head, f"{path}.head"),
            "head_email": checked_address(new.head_email, f"{path}.head_email") if new.head_email.strip() else "",
            "made_by": by, "to_check": 1,
        },
    )  # fmt: skip
    return school


class AskPlaces(Params, kw_only=True):
    country: Country


@feature.query("schools.places", answers=KnownPlaces, gate=Gate.PERSON)
def places(ctx: Context, p: AskPlaces) -> KnownPlaces:
    """The places of a country where there are schools."""
    return places_of(ctx.db, p.country)


class AskSchools(Params, kw_only=True):
    country: Country
    town: Town


@feature.query("schools.there", answers=KnownSchools, gate=Gate.PERSON)
def there(ctx: Context, p: AskSchools) -> KnownSchools:
    """The schools of one place."""
    return schools_in(ctx.db, p.country, p.town)


feature.example("schools.places", "olga", {"country": "BE"})
feature.example("schools.there", "olga", {"country": "BE", "town": "Gent"})
