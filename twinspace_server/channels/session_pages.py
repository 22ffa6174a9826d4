"""What was said in a session that is over, saved as a page: in a folder, where the classes go on with it (RCH-03).

It is made of the transcript that its maker may read, by the command of pages in the same unit, so whoever may not make a page
there is refused. Names or letters are chosen once, here: in the page stands only what was chosen.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from twinspace_server.channels.session_records import Line, Transcript
from twinspace_server.errors import Conflict
from twinspace_server.i18n import words
from twinspace_server.law import hours
from twinspace_server.live.feature import CommandParams, Context, Feature, Id
from twinspace_server.people.accounts import Language
from twinspace_server.spaces.tree import Place

MOST_LINES = 2_000
"""What a page holds with room left to write in it."""
OVER = ("over", "ended")
TITLE = 120

feature = Feature("session_pages")


class SaveSession(CommandParams, kw_only=True):
    place: Id
    parent: Id | None = None
    letters: bool = False
    language: Language = "en"


@feature.command("session.save", answers={"page": Place}, emits=["place.added", "page.changed"], law=True)
def save(ctx: Context, p: SaveSession) -> Mapping[str, Any]:
    """Save what was said in a session that is over as a page, with letters instead of names if asked. Teachers and administrators.

    `language` is that of the few words that the page needs besides. As any page it is made where one may *add*.
    """
    ctx.require_moderator(p.place)
    told, lines = _all(ctx, p)
    content = _content(told, lines, p.language)
    title = f"{told.session.subject[: TITLE - 12]}, {_clock(told.gate.opens_at, told.zones)[:10]}"
    made = ctx.command("page.make", {"title": title, "parent": p.parent, "content": content})
    return {"page": made["place"]}


def _all(ctx: Context, p: SaveSession) -> tuple[Transcript, list[Line]]:
    """The transcript with all its lines, oldest first."""
    told: Transcript = ctx.ask("session.transcript", place=p.place, letters=p.letters)
    if told.gate.state not in OVER:
        raise Conflict(code="session_not_over")
    first, lines = told, told.lines
    while told.more and len(lines) <= MOST_LINES:
        told = ctx.ask("session.transcript", place=p.place, letters=p.letters, before=told.oldest)
        lines = [*told.lines, *lines]
    if len(lines) > MOST_LINES:
        raise Conflict(code="too_large")
    return first, lines


Shown = dict[str, Any]


def _content(told: Transcript, lines: list[Line], language: str) -> list[Shown]:
    """Two tables, of who said what when and of who was there, by the clocks of all schools."""
    towns = [zone.rpartition("/")[2].replace("_", " ") for zone in told.zones]
    who = words(language, "sessions-page-who")
    said = [
        [
            *[_cell([clock[11:]]) for clock in line.clocks],
            _cell([line.who], head=True),
            _cell(
                line.text.split("\n") if line.state == "said" else [words(language, f"sessions-line-{line.state}")],
                quiet=line.state != "said",
            ),
        ]
        for line in lines
    ]
    here = [
        [
            _cell([one.who], head=True),
            *[_cell([f"{_clock(one.first, [zone])[11:]}–{_clock(one.last, [zone])[11:]}"]) for zone in told.zones],
        ]
        for one in told.attended
    ]
    clocks = [_cell([town], head=True) for town in towns]
    heads = [*clocks, _cell([who], head=True), _cell([words(language, "sessions-page-said")], head=True)]
    content = [_table([heads, *said])] if said else [_block("paragraph", [words(language, "sessions-page-silent")])]
    if here:
        content += [
            _block("heading", [words(language, "sessions-attended")], level=2),
            _table([[_cell([who], head=True), *clocks], *here]),
        ]
    return [*content, {"type": "paragraph"}]


def _clock(moment: str | None, zones: list[str]) -> str:
    """What a clock shows then, in the first of these zones."""
    ms = int(datetime.fromisoformat(moment).timestamp() * 1000) if moment else 0
    return hours.local(ms, zones[0] if zones else "UTC")


def _table(rows: list[list[Shown]]) -> Shown:
    return {"type": "table", "content": [{"type": "tableRow", "content": row} for row in rows]}


def _cell(lines: list[str], *, head: bool = False, quiet: bool = False) -> Shown:
    return {"type": "tableHeader" if head else "tableCell", "content": [_block("paragraph", lines, quiet=quiet)]}


def _block(kind: str, lines: list[str], *, quiet: bool = False, **attrs: Any) -> Shown:
    """Lines of text in one block; what was taken back or hidden is said in italics."""
    content: list[Shown] = []
    for number, line in enumerate(lines):
        content += [{"type": "hardBreak"}] if number else []
        content += [{"type": "text", "text": line, "marks": [{"type": "italic"}] if quiet else []}] if line else []
    return {"type": kind, "attrs": attrs, "content": content}


_SAVED = {"space": "{space}", "subject": "Our bridges", "zone": "Europe/Brussels", "minutes": 45, "start": "{now}", "teachers": "none"}
feature.example("session.book", "alice", {**_SAVED, "people": ["{bob}", "{pia}"]}, gives="talked")
feature.example("session.answer", "bob", {"place": "{talked}", "answer": "accepted"})
feature.example("session.end", "alice", {"place": "{talked}"})
feature.example("session.save", "alice", {"place": "{talked}", "letters": True, "language": "en"}, gives="minutes")
