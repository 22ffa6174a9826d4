"""Storage: units of work on SQLite or PostgreSQL behind one promise (`store.py`). It knows engines, not subjects."""

from sqlalchemy import make_url

from .sqlite import SqliteStore
from .store import CannotStart, Store


def open_store(url: str, *, pool: int = 8) -> Store:
    """The store for `sqlite:///DIR/twinspace.db` or `postgresql://…`, not started yet; `pool` bounds its writing connections."""
    try:
        parsed = make_url(url)
    except Exception as error:
        raise CannotStart("The database address can't be understood; it looks like postgresql://user:password@host/name.") from error
    name = parsed.get_backend_name()
    if name == "sqlite":
        return SqliteStore(parsed)
    if name in ("postgresql", "postgres"):
        try:
            from .postgres import PostgresStore  # asyncpg is an extra: an embedded installation does without it
        except ImportError as error:
            raise CannotStart("A PostgreSQL address needs the extra: pip install 'twinspace-server[postgres]'.") from error
        return PostgresStore(parsed, pool=pool)
    raise CannotStart(f"There is no store for a database address that begins with {name}; use sqlite or postgresql.")
