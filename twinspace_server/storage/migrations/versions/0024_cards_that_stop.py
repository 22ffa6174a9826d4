"""Class cards that stop after too many wrong pictures.

Revision 0024, after 0023, made 2026-11-30.
"""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("cards", schema=None) as batch_op:
        batch_op.add_column(sa.Column("wrong", sa.BigInteger(), server_default="0", nullable=False))
        batch_op.add_column(sa.Column("wrong_ever", sa.BigInteger(), server_default="0", nullable=False))
