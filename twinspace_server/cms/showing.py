"""What a place would show to strangers: frozen as it is at this moment, and who of it may not be shown.

Freezing copies titles, words and the names of contents (never bytes), so that editing goes on unseen. Whether a picture may be
shown is asked twice: when something is published, and each time somebody looks (`public_files_of`), because consent can be taken back.
"""

from collections.abc import Iterable, Mapping
from typing import Any, Literal

import msgspec
from sqlalchemy import select

from twinspace_server.cms import page_document, page_rows
from twinspace_server.cms.files.items import files
from twinspace_server.cms.pictured import picture_people, pictured, shows_people
from twinspace_server.errors import Conflict
from twinspace_server.law.published import public_files, publications
from twinspace_server.law.rights import Law, Right
from twinspace_server.live.feature import Context
from twinspace_server.spaces import consent
from twinspace_server.storage.store import Db

KINDS = ("page", "gallery", "archive", "folder")
MOST_FILES = 1000

Why = Literal["nobody_said", "no_consent", "gone", "not_yours"]


class FrozenFile(msgspec.Struct, frozen=True):
    """A file as it was: `blob` names its bytes."""

    id: str
    place: str
    blob: str
    name: str
    type: str
    size: int
    width: int
    height: int
    alt: str
    description: str


class Frozen(msgspec.Struct):
    """A place as it was. `document` is a page's tree of nodes; of a folder nothing is kept but its name: it shows what is public inside."""

    kind: str
    title: str
    description: str
    files: list[FrozenFile]
    document: page_document.Node | None = None


class Held(msgspec.Struct, frozen=True):
    """Something that will not be shown, and why; `people` are those whose consent is missing."""

    file: str
    name: str
    place: str
    why: Why
    people: list[str] = []


def freeze(ctx: Context, place: str) -> Frozen:
    """The place as it is now. Conflict `not_publishable` for other kinds."""
    row = ctx.rules.places[place]
    if row.kind not in KINDS or ctx.rules.kind != "project":
        raise Conflict(code="not_publishable")
    document = page_document.thawed(page_rows.frozen(ctx.db, place)) if row.kind == "page" else None
    shown: list[FrozenFile] = []
    if document is not None:
        named = page_document.named_files(document)
        known = {one.id: one for one in _files(ctx.db, files.c.space == ctx.space, files.c.id.in_(sorted(named)[:MOST_FILES]))}
        shown = [known[one] for one in _in_order(document) if one in known]
    elif row.kind in ("gallery", "archive"):
        shown = _files(ctx.db, files.c.place == place)
        if row.kind == "archive":
            shown.sort(key=lambda one: one.name.casefold())
    return Frozen(row.kind, row.title, row.description, shown, document)


def _in_order(document: page_document.Node) -> list[str]:
    shown = (node for node in page_document.every(document) if node.type in ("picture", "attachment"))
    return list(dict.fromkeys(str(node.attrs["file"]) for node in shown if node.attrs.get("file")))


def _files(db: Db, *which: Any) -> list[FrozenFile]:
    columns = (
        files.c.id, files.c.place, files.c.blob, files.c.name, files.c.type, files.c.size, files.c.width, files.c.height, files.c.alt,
        files.c.description,
    )  # fmt: skip
    there = select(*columns).where(*which, files.c.deleted_at.is_(None), files.c.state == "shown").order_by(files.c.rank, files.c.id)
    return [
        FrozenFile(id, place, blob, name, type_, size, width or 0, height or 0, alt, description)
        for id, place, blob, name, type_, size, width, height, alt, description in db.execute(there)
    ]


def held_back(ctx: Context, frozen: Frozen) -> list[Held]:
    """What of it would not be shown, in its order. `not_yours`: it lies where the asker may not publish."""
    held: list[Held] = []
    if frozen.document is not None:
        there = {one.id for one in frozen.files}
        held += [Held(one, "", "", "gone") for one in _in_order(frozen.document) if one not in there]
    doubts = _doubts(ctx.db, ctx.space, frozen.files)
    for one in frozen.files:
        place = ctx.rules.places.get(one.place)
        if place is None or place.binned or not ctx.rules.sees(ctx.person, one.place):
            held.append(Held(one.id, "", "", "gone"))
        elif not ctx.rules.decide(ctx.person, one.place, Right.PUBLISH, when_closed=True).allowed:
            held.append(Held(one.id, one.name, one.place, "not_yours"))
        elif one.id in doubts:
            held.append(Held(one.id, one.name, one.place, *doubts[one.id]))
    return held


def _doubts(db: Db, space: str, shown: Iterable[FrozenFile]) -> dict[str, tuple[Why, list[str]]]:
    """Of pictures and films: about which nobody has said who is in them, or with somebody who may not be seen."""
    asked = {one.id: one.blob for one in shown if shows_people(one.type)}
    if not asked:
        return {}
    said = {(file, blob) for file, blob in db.execute(select(pictured.c.file, pictured.c.blob).where(pictured.c.file.in_(list(asked))))}
    seen: dict[str, list[str]] = {}
    query = select(picture_people.c.file, picture_people.c.blob, picture_people.c.person).where(picture_people.c.file.in_(list(asked)))
    for file, blob, person in db.execute(query.order_by(picture_people.c.person)):
        if asked[file] == blob:
            seen.setdefault(file, []).append(person)
    marks = consent.of_persons(db, space, {person for people in seen.values() for person in people})
    found: dict[str, tuple[Why, list[str]]] = {}
    for file, blob in asked.items():
        if (file, blob) not in said:
            found[file] = ("nobody_said", [])
            continue
        missing = [person for person in seen.get(file, ()) if person not in marks or not marks[person].photo_public]
        if missing:
            found[file] = ("no_consent", missing)
    return found


def public_files_of(db: Db, law: Law, now: int, *which: Any) -> dict[str, dict[str, FrozenFile]]:
    """By place, the files that are public at this moment, in their order: what was published and nothing speaks against now."""
    published = public_files.join(publications, publications.c.place == public_files.c.place)
    rows = db.execute(
        select(public_files, files.c.place.label("lies_in"))
        .select_from(published.join(files, files.c.id == public_files.c.file))
        .where(
            public_files.c.space == law.space, publications.c.revision.is_not(None),
            publications.c.until.is_(None) | (publications.c.until > now), files.c.deleted_at.is_(None), files.c.state == "shown", *which,
        )
        .order_by(public_files.c.place, public_files.c.position)
    ).fetchall()  # fmt: skip
    standing = [row for row in rows if _stands(law, row.place) and _stands(law, row.lies_in)]
    kept = [
        (row.place, FrozenFile(
            row.file, row.lies_in, row.blob, row.name, row.type, row.size, row.width, row.height, row.alt, row.description
        ))
        for row in standing
    ]  # fmt: skip
    doubts = _doubts_by_bytes(db, law.space, [one for _, one in kept])
    found: dict[str, dict[str, FrozenFile]] = {}
    for place, one in kept:
        if (one.id, one.blob) not in doubts:
            found.setdefault(place, {})[one.id] = one
    return found


def _doubts_by_bytes(db: Db, space: str, shown: list[FrozenFile]) -> set[tuple[str, str]]:
    """Two places may show two versions of one file: each is asked about for itself."""
    doubts: set[tuple[str, str]] = set()
    waiting: Mapping[tuple[str, str], FrozenFile] = {(one.id, one.blob): one for one in shown}
    while waiting:
        turn: dict[str, FrozenFile] = {}
        later: dict[tuple[str, str], FrozenFile] = {}
        for key, one in waiting.items():
            if turn.setdefault(one.id, one) is not one:
                later[key] = one
        doubts |= {(file, turn[file].blob) for file in _doubts(db, space, turn.values())}
        waiting = later
    return doubts


def _stands(law: Law, place: str) -> bool:
    row = law.places.get(place)
    return row is not None and not row.binned
