"""The diary of a project (PRJ-17): a folder in its new space with a first page in it, where both classes tell what they do.

`opening` begins it, by the commands with which a founder would make it by hand. Teachers write, tidy up and may publish there, pupils
add pages. From then on it is a folder like any other; when it goes into the bin and comes back, `opening` tells the project's people.
"""

from typing import Any

from sqlalchemy import select

from twinspace_server import i18n
from twinspace_server.identity import people
from twinspace_server.law import load as law_load
from twinspace_server.law.places import places
from twinspace_server.live.feature import Context, Ref
from twinspace_server.projects import rows
from twinspace_server.storage.store import Db

RIGHTS = {"teacher": ["read", "add", "edit", "delete", "publish"], "pupil": ["read", "add"], "guest": ["read"]}


def begin(ctx: Context, founder: str) -> str:
    """The folder with its table and its first page, in the language of this founder, as whose work it appears; answers the folder."""
    language = _language(ctx, founder)
    say = i18n.words
    about = {"title": say(language, "projects-diary"), "description": say(language, "projects-diary-about"), "icon": "book"}
    folder = _made(ctx, "folder.make", about, founder)
    table = [{"subject": f"role:{role}", "rights": rights} for role, rights in RIGHTS.items()]
    _made(ctx, "rights.set", {"place": folder, "rows": table}, founder)
    page = {"title": say(language, "projects-diary-first"), "parent": folder, "content": _content(language)}
    _made(ctx, "page.make", page, founder)
    return folder


def _made(ctx: Context, method: str, params: dict[str, Any], founder: str) -> str:
    """What another command has made, by the law as it is after what was made before in this very unit."""
    ctx.law = law_load.load(ctx.db, ctx.space)
    place: Ref = ctx.command(method, params, person=founder)["place"]
    return place.id


def _language(ctx: Context, founder: str) -> str:
    found = ctx.db.execute(select(people.c.language).where(people.c.id == founder)).scalar()
    return str(found or ctx.settings.default_language)


def _content(language: str) -> list[dict[str, Any]]:
    lines = ("projects-diary-lead", "projects-diary-ask", "projects-diary-more")
    return [{"type": "paragraph", "content": [{"type": "text", "text": i18n.words(language, line)}]} for line in lines]


def of(db: Db, project: str) -> str | None:
    """The folder, while it is there and neither it nor what it stands in is in the bin."""
    found = named(db, project)
    above = found
    while above is not None:
        row = db.execute(select(places.c.parent, places.c.binned_at).where(places.c.id == above)).first()
        if row is None or row.binned_at is not None:
            return None
        above = row.parent
    return found


def named(db: Db, project: str) -> str | None:
    """The folder, wherever it is now: also in the bin, or gone."""
    found = db.execute(select(rows.projects.c.diary).where(rows.projects.c.id == project)).scalar()
    return None if found is None else str(found)
