"""What stands around a row in an order: the one query that features share for it."""

from typing import Any

from sqlalchemy import Column, ColumnElement, select

from twinspace_server.storage.store import Db


def near(db: Db, ids: Column[str], order: Column[int], at: int, most: int, where: ColumnElement[Any]) -> list[str]:
    """The ids of up to `most` rows in all before and after the number `at` of `order`, its own among them; oldest first."""
    before = select(ids).where(where, order <= at).order_by(order.desc()).limit(most // 2 + 1)
    after = select(ids).where(where, order > at).order_by(order).limit(most // 2)
    return [row[0] for row in db.execute(before).fetchall()][::-1] + [row[0] for row in db.execute(after).fetchall()]
