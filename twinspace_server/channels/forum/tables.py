"""The forum's tables: topics, their posts, what posts said before, and each person's own marks on topics.

A post's place is its topic's, kept beside it so that unread counts and the index need no join; moving a topic moves both.
"""

from sqlalchemy import BigInteger, Column, Index, Table, Text

from twinspace_server.storage.tables import metadata

topics = Table(
    "forum_topics",
    metadata,
    Column("id", Text, primary_key=True),
    Column("space", Text, nullable=False),
    Column("place", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("author", Text, nullable=False),
    Column("first", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("pinned", BigInteger, nullable=False),
    Column("closed", BigInteger, nullable=False),
    Column("answers", BigInteger, nullable=False),
    Column("last_seq", BigInteger, nullable=False),
    Column("last_at", BigInteger, nullable=False),
    Column("last_by", Text, nullable=False),
    Column("binned_at", BigInteger),
    Column("binned_by", Text),
    Index("ix_forum_topics_place_last_seq", "place", "last_seq"),
)

posts = Table(
    "forum_posts",
    metadata,
    Column("id", Text, primary_key=True),
    Column("space", Text, nullable=False),
    Column("place", Text, nullable=False),
    Column("topic", Text, nullable=False),
    Column("seq", BigInteger, nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("author", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("quote", Text),
    Column("edited_at", BigInteger),
    Column("state", Text, nullable=False),
    Column("reason", Text),
    Column("files", Text, nullable=False, server_default="[]"),
    Index("ix_forum_posts_topic_seq", "topic", "seq"),
    Index("ix_forum_posts_space_seq", "space", "seq"),
)

originals = Table(
    "forum_originals",
    metadata,
    Column("id", Text, primary_key=True),
    Column("topic", Text, nullable=False),
    Column("post", Text, nullable=False),
    Column("title", Text),
    Column("text", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("why", Text, nullable=False),
    Column("by", Text, nullable=False),
    Index("ix_forum_originals_post", "post"),
)

marks = Table(
    "forum_marks",
    metadata,
    Column("person", Text, primary_key=True),
    Column("topic", Text, primary_key=True),
    Column("space", Text, nullable=False),
    Column("seq", BigInteger, nullable=False),
    Column("follows", BigInteger, nullable=False),
    Index("ix_forum_marks_space", "space"),
    Index("ix_forum_marks_topic", "topic", "follows"),
)
