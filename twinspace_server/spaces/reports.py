"""Reports: anybody tells the staff of a space about anything in it; what it was about is frozen with its neighbours at once.

Read by the teachers who may read the place, of all schools, and by administrators, but never by the person it is about, be it a
teacher: neither that there is one, nor who made it. Who made it sees how it stands and what was answered. A report is never
deleted; the frozen words go half a year after it was closed.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta
from sqlalchemy import BigInteger, Column, Index, Table, Text, func, insert, select, update

from twinspace_server import ids, texts
from twinspace_server.clock import iso, iso_or_none
from twinspace_server.errors import Conflict, NotFound
from twinspace_server.law.rights import Law, View, named
from twinspace_server.live.feature import CommandParams, Context, Emission, Feature, Id, Item, ItemKind, Params, Ref
from twinspace_server.live.keeping import Erasing
from twinspace_server.live.laws import Laws
from twinspace_server.people.erasure import erased
from twinspace_server.storage.store import Db
from twinspace_server.storage.tables import metadata

MOST_OPEN = 20
"""Of one person in a space."""
PAGE = 30
NEIGHBOURS = 12
FROZEN_BYTES = 48 * 1024
KEPT_MS = 182 * 24 * 3600 * 1000

reports = Table(
    "reports",
    metadata,
    Column("id", Text, primary_key=True),
    Column("space", Text, nullable=False),
    Column("place", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("item", Text, nullable=False),
    Column("about", Text),
    Column("by", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("word", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("decision", Text),
    Column("answer", Text, nullable=False),
    Column("closed_by", Text),
    Column("closed_at", BigInteger),
    Column("frozen", Text, nullable=False),
    Index("ix_reports_space", "space", "state"),
)

feature = Feature("reports")
_laws = Laws()
"""Of the spaces whose reports are loaded here; looked at with the tag of the moment, like the door's own."""

Decision = Literal["nothing", "talked", "hidden", "time_out", "passed_on"]


class Report(Item, tag="report", frozen=True):
    """That something was reported: `item` of the kind `item_kind` in `place`, made by `about`. `word` is what the reporter said.

    `answer` is what the staff says to the reporter. `readers` counts those who may read it, apart from the reporter.
    """

    place: str
    item_kind: str
    item: str
    about: str | None
    by: str
    at: str
    word: str
    state: Literal["open", "closed"]
    decision: Decision | None
    answer: str
    closed_by: str | None
    closed_at: str | None
    readers: int


class Sealed(Report, tag="report", frozen=True):
    """A report with those who may read it: nobody's business but the law's."""

    persons: frozenset[str]


def load(db: Db, wanted: Sequence[str]) -> Mapping[str, Sealed]:
    """Reports by id, with those who may read them now."""
    rows = db.execute(select(reports).where(reports.c.id.in_(list(wanted)))).fetchall()
    laws = {space: _laws.current(db, space) for space in {row.space for row in rows}}
    return {row.id: _report(row, laws[row.space]) for row in rows}


def _report(row: Any, law: Law | None) -> Sealed:
    readers = (
        []
        if law is None
        else [p for p in law.members if p not in (row.about, row.by) and law.moderates(p, row.place, when_closed=True).allowed]
    )
    return Sealed(
        id=row.id, place=row.place, item_kind=row.kind, item=row.item, about=row.about, by=row.by, at=iso(row.at), word=row.word,
        state=row.state, decision=row.decision, answer=row.answer, closed_by=row.closed_by, closed_at=iso_or_none(row.closed_at),
        readers=len(readers), persons=frozenset([*readers, row.by]),
    )  # fmt: skip


def _opened(report: Any, _law: Law, _view: View) -> Report:
    return Report(**{name: getattr(report, name) for name in Report.__struct_fields__})


# At the root, not in its place: what was reported may go to the bin, and the report stays.
feature.item(ItemKind("report", Report, load, place=lambda _r: None, audience=lambda report: named(report.persons), dress=_opened))


class Frozen(msgspec.Struct, frozen=True):
    """A thing as it was when it was reported; `reported` is the one it is about, the others stood around it."""

    kind: str
    id: str
    by: str | None
    at: str | None
    text: str
    reported: bool


_frozen = msgspec.json.Decoder(list[Frozen])


class Make(CommandParams, kw_only=True):
    place: Id
    kind: Annotated[str, Meta(min_length=1, max_length=40)]
    item: Id
    word: Annotated[str, Meta(max_length=1000)] = ""


@feature.command("report.make", answers={"report": Report}, emits=["report.made"], when_closed=True, when_held=True, when_quiet=True)
def make(ctx: Context, p: Make) -> Mapping[str, Any]:
    """Tell the staff about something in this place that one can see, or about a member (`kind` is then `member`).

    It is kept as it is now, with what stands around it, whatever becomes of it. Reported again by the same person while it is
    open, it stays one report.
    """
    ctx.hold()
    kind, reported = _seen(ctx, p)
    mine = (reports.c.space == ctx.space) & (reports.c.by == ctx.person) & (reports.c.state == "open")
    again = select(reports.c.id).where(mine, reports.c.kind == p.kind, reports.c.item == p.item)
    known = ctx.db.execute(again).scalar()
    if known is not None:
        return {"report": Ref("report", known)}
    if ctx.db.execute(select(func.count()).select_from(reports).where(mine)).scalar_one() >= MOST_OPEN:
        raise Conflict(code="too_many_reports", most=MOST_OPEN)
    word = texts.prose(p.word, "$.word") if p.word.strip() else ""
    name, about = ids.new(ctx.now), _maker(reported)
    ctx.db.execute(
        insert(reports),
        {
            "id": name, "space": ctx.space, "place": p.place, "kind": p.kind, "item": p.item, "about": about, "by": ctx.person,
            "at": ctx.now, "word": word, "state": "open", "decision": None, "answer": "", "closed_by": None, "closed_at": None,
            "frozen": msgspec.json.encode(_freeze(ctx, kind, reported, p.place)).decode(),
        },
    )  # fmt: skip
    report = Ref("report", name)
    ctx.emit("report.made", report)
    ctx.notify(sorted(load(ctx.db, [name])[name].persons), "report", report, place=p.place)
    return {"report": report}


def _seen(ctx: Context, p: Make) -> tuple[ItemKind, Item]:
    """What the reporter sees there; anything else is not found."""
    kind = ctx.registry.items.get(p.kind)
    if kind is None:
        raise NotFound()
    whole = f"{ctx.space}.{p.item}" if p.kind == "member" else p.item
    found = kind.load(ctx.db, [whole]).get(whole)
    stands = p.place == ctx.space if p.kind == "member" else found is not None and kind.place(found) == p.place
    if found is None or not stands or not ctx.sees(kind, found):
        raise NotFound()
    return kind, found


def _maker(item: Any) -> str | None:
    """Who made it, as far as it says so; of a member, that person."""
    return item.id if item.__struct_config__.tag == "member" else getattr(item, "author", None) or getattr(item, "by", None)


def _freeze(ctx: Context, kind: ItemKind, reported: Item, place: str) -> list[Frozen]:
    """The item and its neighbours, in their order, as far as they fit. Of the neighbours only what the staff may see anyway."""
    around: list[Item] = []
    if kind.beside is not None:
        found = kind.load(ctx.db, kind.beside(ctx.db, reported, NEIGHBOURS))
        around = [item for item in found.values() if kind.place(item) == place and _for_staff(kind, item)]
    near = [item for item in sorted(around, key=lambda item: item.id) if item.id != reported.id]
    kept, left = [_still(kind, reported, reported=True)], FROZEN_BYTES
    middle = sum(item.id < reported.id for item in near)
    for item in sorted(near, key=lambda item: abs(near.index(item) - middle)):
        one = _still(kind, item, reported=False)
        left -= len(one.text.encode()) + 200
        if left < 0:
            break
        kept.append(one)
    return sorted(kept, key=lambda one: one.id)


def _for_staff(kind: ItemKind, item: Item) -> bool:
    audience = kind.audience(item)
    return audience.everybody or audience.staff


def _still(kind: ItemKind, item: Any, *, reported: bool) -> Frozen:
    return Frozen(kind.name, item.id, _maker(item), getattr(item, "at", None), "\n".join(_words(item)), reported)


def _words(item: Any) -> Iterator[str]:
    """What people wrote into it, whatever its fields are called."""
    for name in ("title", "subject", "name", "text", "note", "description", "word"):
        value = getattr(item, name, None)
        if isinstance(value, str) and value:
            yield value


class OfReport(CommandParams, kw_only=True):
    space: Id
    report: Id


class Close(OfReport, kw_only=True):
    decision: Decision
    answer: Annotated[str, Meta(max_length=1000)] = ""


@feature.command("report.close", answers={"report": Report}, emits=["report.closed"], when_closed=True)
def close(ctx: Context, p: Close) -> Mapping[str, Any]:
    """Say what was done about it, with an answer to who reported it. Those who may read it, apart from the reporter."""
    _mine_to_decide(ctx, p.report, "open")
    answer = texts.prose(p.answer, "$.answer") if p.answer.strip() else ""
    values = {"state": "closed", "decision": p.decision, "answer": answer, "closed_by": ctx.person, "closed_at": ctx.now}
    ctx.db.execute(update(reports).where(reports.c.id == p.report).values(**values))
    report = Ref("report", p.report)
    ctx.emit("report.closed", report)
    row = ctx.db.execute(select(reports.c.by, reports.c.place).where(reports.c.id == p.report)).one()
    ctx.notify([row.by], "report_closed", report, place=row.place)
    return {"report": report}


@feature.command("report.reopen", answers={"report": Report}, emits=["report.reopened"], when_closed=True)
def reopen(ctx: Context, p: OfReport) -> Mapping[str, Any]:
    """Take it up again."""
    _mine_to_decide(ctx, p.report, "closed")
    values = {"state": "open", "decision": None, "closed_by": None, "closed_at": None}
    ctx.db.execute(update(reports).where(reports.c.id == p.report).values(**values))
    ctx.emit("report.reopened", Ref("report", p.report))
    return {"report": Ref("report", p.report)}


def _mine_to_decide(ctx: Context, name: str, state: str) -> None:
    """Among the staff who may read it, and not the reporter; for others it is not there, and for the reporter not to decide."""
    ctx.hold()
    found = load(ctx.db, [name]).get(name)
    if found is None or not ctx.load("report", [name]):
        raise NotFound()
    ctx.accept(ctx.rules.moderates(ctx.person, ctx.space, when_closed=True))
    if found.by == ctx.person:
        raise Conflict(code="own_report", path="$.report")
    if found.state != state:
        raise Conflict(code=f"report_{found.state}", path="$.report")


class AskReports(Params, kw_only=True):
    space: Id
    state: Literal["open", "closed"] = "open"
    before: Annotated[Id, Meta(description="The last one that is known.")] | None = None


class ReportList(msgspec.Struct):
    """The newest first."""

    reports: list[Report]
    more: bool


@feature.query("report.list", answers=ReportList)
def list_reports(ctx: Context, p: AskReports) -> ReportList:
    """The reports that one may read, and one's own."""
    there = (reports.c.space == ctx.space) & (reports.c.state == p.state)
    if not ctx.view.moderates:
        there &= reports.c.by == ctx.person
    if p.before is not None:
        there &= reports.c.id < p.before
    found = [row.id for row in ctx.db.execute(select(reports.c.id).where(there).order_by(reports.c.id.desc()).limit(PAGE + 1))]
    return ReportList([one for one in ctx.load("report", found[:PAGE]) if isinstance(one, Report)], len(found) > PAGE)


class AskEvidence(Params, kw_only=True):
    space: Id
    report: Id


class Evidence(msgspec.Struct):
    """What was frozen, in its order; nothing more, half a year after the report was closed."""

    report: Report
    frozen: list[Frozen]


@feature.query("report.evidence", answers=Evidence)
def evidence(ctx: Context, p: AskEvidence) -> Evidence:
    """A report with what it was about, as it was then. For the staff who may read it."""
    shown = ctx.load("report", [p.report])
    row = ctx.db.execute(select(reports.c.frozen, reports.c.space).where(reports.c.id == p.report)).first()
    if not shown or row is None or row.space != ctx.space:
        raise NotFound()
    ctx.accept(ctx.rules.moderates(ctx.person, ctx.space, when_closed=True))
    report = shown[0]
    assert isinstance(report, Report)
    return Evidence(report, _frozen.decode(row.frozen))


# -- when somebody is erased -----------------------------------------------------------------------------------------


def _erase(erasing: Erasing) -> None:
    """Of closed reports the words of an erased person go at once; an open one keeps what it froze until it is closed."""
    closed = (reports.c.space == erasing.space) & (reports.c.state == "closed")
    for row in erasing.db.execute(select(reports).where(closed)).fetchall():
        _silence(erasing.db, row, {erasing.person})


def _silence(db: Db, row: Any, gone: set[str]) -> None:
    """Take out what these said, of it and in it: that it was made and what was decided stays."""
    frozen = [msgspec.structs.replace(one, text="") if one.by in gone else one for one in _frozen.decode(row.frozen)]
    values = {"frozen": msgspec.json.encode(frozen).decode()}
    if row.by in gone:
        values |= {"word": "", "answer": ""}
    if row.about in gone:
        values |= {"answer": ""}
    db.execute(update(reports).where(reports.c.id == row.id).values(**values))


@feature.on("report.closed")
def closed(ctx: Context, emission: Emission) -> None:
    """Now the words of those who were erased meanwhile go, too."""
    for row in ctx.db.execute(select(reports).where(reports.c.id.in_([ref.id for ref in emission.items]))).fetchall():
        named = {one for one in (row.by, row.about, *(one.by for one in _frozen.decode(row.frozen))) if one is not None}
        _silence(ctx.db, row, erased(ctx.db, sorted(named)))


feature.keeps(reports, "by", "stays", also=_erase, secret=["frozen"], why="that something was reported; its words go when it is closed")


@feature.sweep
def forget(ctx: Context) -> None:
    """Half a year after it was closed nobody needs the words any more; that it was made, and what was decided, stays."""
    old = (reports.c.state == "closed") & (reports.c.closed_at < ctx.now - KEPT_MS)
    ctx.db.execute(update(reports).where(old, reports.c.frozen != "[]").values(frozen="[]", word=""))


feature.example("chat.say", "milo", {"place": "{room}", "text": "You are all stupid."}, gives="unkind")
feature.example(
    "report.make", "pia", {"place": "{room}", "kind": "message", "item": "{unkind}", "word": "That is not kind."}, gives="report"
)
feature.example("report.list", "bob", {"space": "{space}"})
feature.example("report.evidence", "bob", {"space": "{space}", "report": "{report}"})
feature.example(
    "report.close", "bob", {"space": "{space}", "report": "{report}", "decision": "talked", "answer": "Thank you. We talked about it."}
)
feature.example("report.reopen", "alice", {"space": "{space}", "report": "{report}"})
