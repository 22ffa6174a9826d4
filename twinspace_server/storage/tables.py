"""The one `MetaData` that all tables join; each table stands with its subject on a higher floor.

Columns are `Text` and `BigInteger` only (see `hot.py`): moments are milliseconds since 1970 UTC, truth values 0 or 1,
lists and maps are JSON text. The names of constraints are fixed here, because migrations must be able to name them.
"""

from sqlalchemy import MetaData

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)
