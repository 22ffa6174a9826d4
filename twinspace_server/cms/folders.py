"""Folders (CMS-01 to 04): places that hold other places, and give them their rights table and their order.

A folder keeps nothing of its own: what stands in it are places, which everybody gets with the tree. So opening one answers
the place, and what is in it is already there.
"""

from collections.abc import Mapping
from typing import Any

from twinspace_server.live.feature import Channel, Context, Feature
from twinspace_server.spaces.tree import MakePlace, Place, make
from twinspace_server.storage.store import Db

feature = Feature("folders")


@feature.command("folder.make", right=None, answers={"place": Place}, emits=["place.added"], law=True)
def make_folder(ctx: Context, p: MakePlace) -> Mapping[str, Any]:
    """Make a folder: in a folder whoever may *add* there, at the root administrators. It inherits the rights around it."""
    return {"place": make(ctx, "folder", p)}


def open_folder(_ctx: Context, _place: str) -> Mapping[str, Any]:
    """Nothing but the place."""
    return {"items": []}


def unread(_db: Db, _space: str, _person: str) -> Mapping[str, int]:
    """A folder has nothing new of its own."""
    return {}


CHANNEL = Channel("folder", open_folder, unread)
feature.channels.append(CHANNEL)

feature.example(
    "folder.make",
    "alice",
    {"space": "{space}", "title": "Our rivers", "description": "What we found out.", "icon": "waves"},
    gives="folder",
)
feature.example("folder.make", "pia", {"space": "{space}", "title": "Fieldwork", "parent": "{folder}"}, gives="fieldwork")
