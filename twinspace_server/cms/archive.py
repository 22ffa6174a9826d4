"""The file archive (CMS-05, CMS-06): a place in which files lie, each with a name, words and its earlier versions.

All that is done with the files themselves is in `cms/files`; an archive is only where they are. What may be done there is what the rights
table says about *add*, *edit* and *delete*, as everywhere.
"""

from collections.abc import Mapping
from typing import Any

from twinspace_server.live.feature import Channel, Context, Feature
from twinspace_server.spaces import tree
from twinspace_server.spaces.tree import MakePlace, Place

from .files.changing import forget_places, others_in_places
from .files.items import unread_in
from .files.reading import open_files

feature = Feature("archive")


@feature.command("archive.make", right=None, answers={"place": Place}, emits=["place.added"], law=True)
def make(ctx: Context, p: MakePlace) -> Mapping[str, Any]:
    """Make a file archive: in a folder whoever may *add* there, at the root administrators. It inherits the rights around it."""
    return {"place": tree.make(ctx, "archive", p)}


CHANNEL = Channel("archive", open_files, unread_in("archive"), takes_files=True, forget=forget_places, others=others_in_places)
feature.channels.append(CHANNEL)

feature.example("archive.make", "alice", {"space": "{space}", "title": "What we have collected"}, gives="shelf")
