"""What is asked with and what is answered: the parameters of commands and queries, items, and their names in the log.

An item is a thing that events carry whole; its kind says how it is loaded and who may see it. Feature files declare theirs through
`feature`, which hands these names on; loading and showing is the law's and the log's.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Annotated, Any

import msgspec
import msgspec.inspect
from msgspec import Meta
from sqlalchemy import Column

from twinspace_server.law.rights import EVERYBODY, Audience, Law, View
from twinspace_server.storage.store import Db

# In Python's patterns `$` alone would also take a newline at the end.
Id = Annotated[str, Meta(min_length=1, max_length=64, pattern=r"^[0-9A-Za-z_-]+$(?!\n)")]
Key = Annotated[
    str, Meta(min_length=1, max_length=64, pattern=r"^[!-~]+$(?!\n)", description="Made by the client; a repeat answers the same.")
]


class Params(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """What a query or signal is asked with; an unknown field is an error that names it."""


class CommandParams(Params, kw_only=True):
    """What a command is asked with."""

    key: Key | None = None


class Item(msgspec.Struct, tag_field="kind", kw_only=True, frozen=True):
    """A thing that events carry whole; `kind` and `id` name it."""

    id: str


@dataclass(frozen=True, slots=True)
class Ref:
    """The name of an item: what the log keeps.

    A handler that has just made the item, under the number that it took before (`ctx.seq`), gives it along as `fresh`: nobody
    else can have changed it, so it needn't be loaded. One that takes the item from somebody says whose it `was`: who was
    among those and no longer sees it is told that it is gone, and nobody else is told anything.
    """

    kind: str
    id: str
    fresh: "Item | None" = field(default=None, compare=False)
    was: Audience | None = field(default=None, compare=False)


class Gone(msgspec.Struct, frozen=True):
    """An item that is no longer there for the reader."""

    kind: str
    id: str


@dataclass(frozen=True, slots=True)
class Lost:
    """Something gone, and for whom: nobody learns of what they could not see before."""

    gone: Gone
    audience: Audience


Dress = Callable[[Any, Law, View], Item]


@dataclass(frozen=True, slots=True)
class ItemKind:
    """How items of one kind are loaded, and who may see them.

    `load` answers what is there now, by id; `place` names the place an item stands in (None: the space itself);
    `audience` who among its readers may see it; `dress` adds what depends on the reader's rights (`may` on a place). What
    `holds` others is told before anything that happens in it.
    `words` makes an item one that is found by search: its text, or None while it has none (hidden, withdrawn); `every` is then the
    column with the ids of all items of the kind, from which the index can be built anew. `beside(db, item, most)` are the ids of
    those that stood around an item, which a report freezes with it.
    """

    name: str
    type: type[Item]
    load: Callable[[Db, Sequence[str]], Mapping[str, Item]]
    place: Callable[[Any], str | None]
    audience: Callable[[Any], Audience] = lambda _item: EVERYBODY
    dress: Dress | None = None
    words: Callable[[Any], str | None] | None = None
    every: Column[str] | None = None
    beside: Callable[[Db, Any, int], Sequence[str]] | None = None
    holds: bool = False


@cache
def worded(params: type[CommandParams]) -> tuple[str, ...]:
    """The fields in which somebody can write what they like: text that is no id, time or choice."""
    return tuple(f.name for f in msgspec.structs.fields(params) if f.name != "key" and _free(msgspec.inspect.type_info(f.type)))


def _free(told: msgspec.inspect.Type) -> bool:
    if isinstance(told, msgspec.inspect.StrType):
        return told.pattern is None
    if isinstance(told, msgspec.inspect.BytesType):
        return True  # an update of a page brings words, too
    if isinstance(told, msgspec.inspect.UnionType):
        return any(_free(one) for one in told.types)
    if isinstance(told, msgspec.inspect.Metadata):
        return _free(told.type)
    if isinstance(told, msgspec.inspect.CollectionType):
        return _free(told.item_type)
    return isinstance(told, msgspec.inspect.StructType | msgspec.inspect.DictType | msgspec.inspect.AnyType)
