"""Full text: which items hold which words, kept beside them and found by them; the same on both databases.

`live/indexing` puts, `spaces/search` finds. Words are folded here (no case, no accents), so both databases see plain tokens
and answer alike; each token begins with a mark of its space, so that a word costs only what that space has of it. The index
proposes: whoever asks must still load each item, and the loader decides. A row whose words are gone stays, empty: an item that
comes back stands where it stood.
"""

import json
import re
import sqlite3
import unicodedata
from collections.abc import Collection, Iterable
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import BigInteger, Column, Connection, Index, Integer, Select, Table, Text, bindparam, column, inspect, text, update

from .hot import Hot, upsert
from .store import Db
from .tables import metadata

found = Table(
    "found",
    metadata,
    # SQLite makes numbers by itself for this very type alone.
    Column("n", BigInteger().with_variant(Integer, "sqlite"), primary_key=True),
    Column("kind", Text, nullable=False),
    Column("id", Text, nullable=False),
    Column("space", Text, nullable=False),
    Column("place", Text, nullable=False),
    Column("audience", Text, nullable=False),
    Column("words", Text, nullable=False),
    Index("ix_found_kind_id", "kind", "id", unique=True),
)

spaces = Table(
    "found_spaces",
    metadata,
    Column("space", Text, primary_key=True),
    Column("seq", BigInteger, nullable=False),
    Column("building", Text),
)
"""Up to which number of its log a space is in the index; `building` is the last id that is in, until all older things are."""

BESIDE = "found_words"
"""What `prepare` makes, and what its names begin with: no migration knows of it."""
LONGEST = 40
_CLEANS_UP = sqlite3.sqlite_version_info >= (3, 42)
"""Whether SQLite overwrites what is taken out of the index at once; an older one only marks it until segments are merged."""

# A word that is only begun is looked up in an index of its own, of the mark's six letters and two to ten of the word's:
# else all that begins so is put together first.
_SQLITE = (
    """CREATE VIRTUAL TABLE IF NOT EXISTS found_words
        USING fts5(words, content='found', content_rowid='n', tokenize='ascii', detail='column', prefix='8 9 10 11 12 13 14 15 16')""",
    """CREATE TRIGGER IF NOT EXISTS found_words_put AFTER INSERT ON found WHEN new.words <> '' BEGIN
        INSERT INTO found_words (rowid, words) VALUES (new.n, new.words); END""",
    """CREATE TRIGGER IF NOT EXISTS found_words_change AFTER UPDATE OF words ON found WHEN old.words <> new.words BEGIN
        INSERT INTO found_words (found_words, rowid, words) SELECT 'delete', old.n, old.words WHERE old.words <> '';
        INSERT INTO found_words (rowid, words) SELECT new.n, new.words WHERE new.words <> ''; END""",
    """CREATE TRIGGER IF NOT EXISTS found_words_remove AFTER DELETE ON found WHEN old.words <> '' BEGIN
        INSERT INTO found_words (found_words, rowid, words) VALUES ('delete', old.n, old.words); END""",
)  # fmt: skip
_POSTGRES = (
    # Stored, because folding texts again to judge rows costs more than all the rest, and so that their frequencies are known.
    "ALTER TABLE found ADD COLUMN IF NOT EXISTS found_words tsvector GENERATED ALWAYS AS (to_tsvector('simple', words)) STORED",
    "CREATE INDEX IF NOT EXISTS found_words ON found USING gin (found_words)",
)

_FIND_SQLITE = """SELECT f.n, f.kind, f.id FROM found_words CROSS JOIN found f ON f.n = found_words.rowid
    WHERE found_words MATCH :wanted AND found_words.rowid < :before AND f.space = :space
    AND f.place IN (SELECT value FROM json_each(:places))
    AND (f.audience = '' OR instr(f.audience, :me) > 0 OR (:staff = 1 AND instr(f.audience, ' staff ') > 0))
    ORDER BY found_words.rowid DESC LIMIT :most"""
_FIND_POSTGRES = """SELECT f.n, f.kind, f.id FROM found f
    WHERE f.found_words @@ to_tsquery('simple', :wanted) AND f.n < :before AND f.space = :space
    AND f.place IN (SELECT json_array_elements_text(CAST(:places AS json)))
    AND (f.audience = '' OR strpos(f.audience, :me) > 0 OR (:staff = 1 AND strpos(f.audience, ' staff ') > 0))
    ORDER BY f.n DESC LIMIT :most"""

_WORD = re.compile(r"[^\W_]+")


class Hit(NamedTuple):
    """An item that the index proposes; `n` orders the hits, the newest has the highest."""

    n: int
    kind: str
    id: str


class Readable(NamedTuple):
    """For whom is searched: the places that the law lets them read, and whether they see what is for the staff."""

    person: str
    places: Collection[str]
    staff: bool


def ours(name: str | None) -> bool:
    """Whether a table, column or index is one of those that `prepare` makes."""
    return name is not None and name.startswith(BESIDE)


def prepare(connection: Connection) -> None:
    """Makes what the table alone doesn't have. Called after each migration; may be repeated."""
    if not inspect(connection).has_table(found.name):
        return
    if connection.dialect.name != "sqlite":
        for statement in _POSTGRES:
            connection.execute(text(statement))
        return
    for statement in _SQLITE:
        connection.exec_driver_sql(statement)
    if _CLEANS_UP:
        connection.exec_driver_sql("INSERT INTO found_words (found_words, rank) VALUES ('secure-delete', 1)")


def fold(word: str) -> str:
    """One spelling: no case, no accents, compatible forms alike (ﬁ, ２); only letters and digits, so that no index splits it."""
    if word.isascii():
        return word.lower()[:LONGEST]
    return "".join([c for c in unicodedata.normalize("NFKD", word.casefold()) if c.isalnum()])[:LONGEST]


def words_in(words: str) -> list[tuple[int, int, str]]:
    """The words of a text in their order: where each begins and ends, and how it is folded."""
    folded = [(match.start(), match.end(), fold(match[0])) for match in _WORD.finditer(words)]
    return [word for word in folded if word[2]]


@lru_cache(4096)
def _mark(space: str) -> str:
    """Six letters that stand for a space; where two spaces share them, the column decides."""
    return re.sub(r"[^0-9a-z]", "", space.lower())[-6:].rjust(6, "0")


def tokens(space: str, words: str) -> str:
    """Each word of a text once, marked with its space: what is put into the index."""
    mark = _mark(space)
    return " ".join(dict.fromkeys([f"{mark}{folded}" for word in _WORD.findall(words) if (folded := fold(word))]))


_PUT = upsert(found, ["kind", "id"], ["place", "audience", "words"])
_EMPTY = Hot(
    update(found)
    .where(found.c.kind == bindparam("b_kind"), found.c.id == bindparam("b_id"), found.c.words != "")
    .values(words="")
    .returning(found.c.n)
)


def put(db: Db, kind: str, id: str, *, space: str, place: str, audience: str, words: str) -> None:
    """The item now holds these words, stands there and is for those: `""` for everybody, else `" staff p1 p2 "`."""
    row = {"kind": kind, "id": id, "space": space, "place": place, "audience": audience, "words": tokens(space, words)}
    _PUT.put_off(db, row)


def empty(db: Db, kind: str, id: str) -> bool:
    """The item holds no words any more (withdrawn, hidden, gone); False when it held none."""
    return _EMPTY.one(db, {"b_kind": kind, "b_id": id}) is not None


def move(db: Db, kind: str, ids: Select[Any], place: str) -> None:
    """Items that stand somewhere else now, without being named one by one."""
    db.execute(update(found).where(found.c.kind == kind, found.c.id.in_(ids)).values(place=place))


def forget(db: Db, places: Collection[str]) -> None:
    """Everything that stood in these places, which are gone for ever."""
    db.execute(update(found).where(found.c.place.in_(places), found.c.words != "").values(words=""))
    db.execute(found.delete().where(found.c.place.in_(places)))


def number(db: Db, space: str, id: str) -> int | None:
    """The number of an item that a page ended with."""
    statement = text("SELECT n FROM found WHERE id = :id AND space = :space")
    row = db.execute(statement, {"id": id, "space": space}).first()
    return None if row is None else int(row[0])


def find(db: Db, space: str, wanted: Iterable[str], reader: Readable, before: int | None, most: int) -> list[Hit]:
    """The newest items that hold all of these folded words, the last one perhaps only begun, among what the reader may read."""
    marked = [f"{_mark(space)}{word}" for word in wanted]
    if db.dialect.name == "sqlite":
        asked = " AND ".join([f'"{word}"' for word in marked]) + "*"
    else:
        asked = " & ".join([f"'{word}'" for word in marked]) + ":*"
    values = {
        "wanted": asked, "space": space, "places": json.dumps(sorted(reader.places)), "me": f" {reader.person} ",
        "staff": int(reader.staff), "before": 2**62 if before is None else before, "most": most,
    }  # fmt: skip
    statement = text(_FIND_SQLITE if db.dialect.name == "sqlite" else _FIND_POSTGRES).columns(column("n"), column("kind"), column("id"))
    return [Hit(int(row[0]), row[1], row[2]) for row in db.execute(statement, values)]


def tidy(db: Db) -> None:
    """Write the index anew without what was taken out of it, where the database doesn't do that at once."""
    if db.dialect.name == "sqlite" and not _CLEANS_UP:
        db.execute(text("INSERT INTO found_words (found_words) VALUES ('optimize')"))


def clear(db: Db) -> None:
    """Forget everything, to put it all in anew."""
    db.execute(found.delete())
    db.execute(spaces.delete())
