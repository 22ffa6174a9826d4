"""Alembic's entry: runs the migrations on the connection that `migrate.py` hands over; nothing else starts it.

It must not import tables (they stand on higher floors): the caller gives the MetaData, and what to look at after each step.
"""

from typing import Any

from alembic import context

from twinspace_server.storage.fulltext import ours

given: dict[str, Any] = context.config.attributes
sqlite = given["connection"].dialect.name == "sqlite"

context.configure(
    connection=given["connection"],
    target_metadata=given["metadata"],
    # SQLite can't alter most things in place: the table is built anew and copied.
    render_as_batch=True,
    # On SQLite, too: a step that fails halfway leaves nothing behind.
    transactional_ddl=True,
    transaction_per_migration=True,
    compare_type=True,
    include_name=lambda name, _type, _parents: not ours(name),
    on_version_apply=given["after_step"],
)

with context.begin_transaction():
    context.run_migrations()
