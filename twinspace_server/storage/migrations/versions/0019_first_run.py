"""First run: who is shut out, and tries of the set-up code.

Revision 0019, after 0018, made 2026-11-29.
"""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "setup_tries",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("address_mark", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_setup_tries")),
    )
    with op.batch_alter_table("setup_tries", schema=None) as batch_op:
        batch_op.create_index("ix_setup_tries_at", ["at"], unique=False)

    with op.batch_alter_table("people", schema=None) as batch_op:
        batch_op.add_column(sa.Column("blocked_at", sa.BigInteger(), nullable=True))
