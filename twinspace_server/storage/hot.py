"""Hot statements: Core statements that are compiled once per database and run on the driver's cursor.

Every command's path is made of them: 42 µs for a unit of eight, against 170 to 220 through Core's `execute`. The price: no
type processors, so Text and BigInteger columns only, and no expanding `IN` (have a form for one id, or use `db.execute`).
What can't be kept is refused when the statement is first compiled, never silently done wrong.
"""

import importlib
from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import Executable, Table
from sqlalchemy.engine import Dialect
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.elements import ClauseElement

from .store import Db, Params


class _Compiled:
    __slots__ = ("fixed", "keys", "sql", "taken", "writes")

    def __init__(self, statement: Executable, dialect: Dialect, params: Params) -> None:
        assert isinstance(statement, ClauseElement)
        compiled = statement.compile(dialect=dialect, column_keys=list(params))
        assert isinstance(compiled, SQLCompiler)
        _refuse_what_needs_core(compiled, dialect)
        self.sql = str(compiled)
        self.keys = tuple(compiled.positiontup or ())
        self.fixed = {key: compiled.params[key] for key in self.keys if key not in params}
        self.taken = len(params)
        self.writes = not getattr(statement, "is_select", False)
        unused = set(params) - set(self.keys)
        if unused:
            raise TypeError(f"The statement has no place for {sorted(unused)}: {self.sql}")
        missing = [key for key, value in self.fixed.items() if value is None and compiled.binds[key].required]
        if missing:
            raise TypeError(f"The statement needs {missing}: {self.sql}")


class Hot:
    """A statement, or a function from the database's name to one, that is compiled once per database.

    All calls of one `Hot` give the same names: they decide which columns an INSERT or UPDATE sets.
    """

    __slots__ = ("_compiled", "_statement")

    def __init__(self, statement: Executable | Callable[[str], Executable]) -> None:
        self._statement = statement
        self._compiled: dict[str, _Compiled] = {}

    def __call__(self, db: Db, params: Params | None = None) -> list[tuple[Any, ...]]:
        """All rows (of a SELECT or RETURNING), each a plain tuple. A broken constraint is `sqlalchemy.exc.IntegrityError`."""
        sql, values = self._ready(db, params or {})
        return db.fetch(sql, values)

    def one(self, db: Db, params: Params | None = None) -> tuple[Any, ...] | None:
        """The first row, or None."""
        rows = self(db, params)
        return rows[0] if rows else None

    def put_off(self, db: Db, params: Params) -> None:
        """A write that nothing later in this unit reads: PostgreSQL does it before the commit, together with those of the
        lane's other units, in one round trip for all (a quarter of a command's cost). It has no answer; if it fails, the unit fails."""
        sql, values = self._ready(db, params)
        db.put_off(sql, values)

    def _ready(self, db: Db, params: Params) -> tuple[str, tuple[Any, ...]]:
        known = self._compiled.get(db.dialect.name)
        if known is None:
            known = self._compile(db.dialect, params)
        if len(params) != known.taken:
            raise TypeError(f"Always give a hot statement the same names, not {sorted(params)}: {known.sql}")
        if known.writes:
            db.wrote = True
        db.statements += 1
        if known.fixed:
            params = {**known.fixed, **params}
        return known.sql, tuple([params[key] for key in known.keys])

    def _compile(self, dialect: Dialect, params: Params) -> _Compiled:
        statement = self._statement if isinstance(self._statement, Executable) else self._statement(dialect.name)
        known = self._compiled[dialect.name] = _Compiled(statement, dialect, params)
        return known


def upsert(table: Table, keys: Sequence[str], replace: Sequence[str] = ()) -> Hot:
    """INSERT that on a row with the same `keys` replaces the columns named, or does nothing when none is named.

    `keys` must be a primary key or unique constraint. With nothing to replace it answers a row (the first key column) when
    it inserted and none when the row was there.
    """

    def statement(database: str) -> Executable:
        # The two dialects spell it alike, and a start loads only the one that it needs.
        row: Any = importlib.import_module(f"sqlalchemy.dialects.{database}").insert(table)
        if replace:
            updated: Executable = row.on_conflict_do_update(index_elements=list(keys), set_={name: row.excluded[name] for name in replace})
            return updated
        inserted: Executable = row.on_conflict_do_nothing(index_elements=list(keys)).returning(table.c[keys[0]])
        return inserted

    return Hot(statement)


def _refuse_what_needs_core(compiled: SQLCompiler, dialect: Dialect) -> None:
    """Raises TypeError for what only Core's `execute` does: list binds, Python-side defaults, values that are converted."""
    why: str | None = None
    if compiled.post_compile_params or compiled.literal_execute_params:
        why = "it has a list bind (IN)"
    elif compiled.insert_prefetch or compiled.update_prefetch:
        why = "a column has a default made in Python"
    elif compiled._bind_processors:
        why = f"the values of {sorted(compiled._bind_processors)} are converted"
    elif any(kind._cached_result_processor(dialect, None) is not None for _, _, _, kind in compiled._result_columns):
        why = "a column of its answer is converted"
    if why is not None:
        raise TypeError(f"Not a hot statement, because {why}; use db.execute: {compiled}")
