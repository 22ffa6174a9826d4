"""Erasing persons, profiles, ends of spaces; mail goes to the account's own address.

Revision 0022, after 0021, made 2026-11-29.
"""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "erasures",
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("choice", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("done_at", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("person", name=op.f("pk_erasures")),
    )
    with op.batch_alter_table("erasures", schema=None) as batch_op:
        batch_op.create_index("ix_erasures_done", ["done_at"], unique=False)

    op.create_table(
        "portraits",
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("blob", sa.Text(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("person", name=op.f("pk_portraits")),
        sa.UniqueConstraint("id", name=op.f("uq_portraits_id")),
    )
    op.create_table(
        "space_endings",
        sa.Column("space", sa.Text(), nullable=False),
        sa.Column("months", sa.BigInteger(), nullable=False),
        sa.Column("warned_at", sa.BigInteger(), nullable=True),
        sa.Column("erased_at", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("space", name=op.f("pk_space_endings")),
    )
    op.create_table(
        "spoken",
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("person", "language", name=op.f("pk_spoken")),
    )
    # Who had given an address for letters alone keeps it as that of the account, unless somebody else has it.
    op.execute(
        """UPDATE people SET email = (SELECT lower(trim(c.address)) FROM mail_choices c WHERE c.person = people.id)
        WHERE email IS NULL AND id IN (
            SELECT min(c.person) FROM mail_choices c
            WHERE c.address <> '' AND lower(trim(c.address)) NOT IN (SELECT email FROM people WHERE email IS NOT NULL)
            GROUP BY lower(trim(c.address)))"""
    )
    with op.batch_alter_table("mail_choices", schema=None) as batch_op:
        batch_op.drop_column("address")

    with op.batch_alter_table("space_schools", schema=None) as batch_op:
        batch_op.add_column(sa.Column("hue", sa.Text(), nullable=True))
