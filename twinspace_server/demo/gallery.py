"""Hangs the demo's pictures: uploaded through the door that everybody uses, as the persons named, at their moments."""

import asyncio
from collections.abc import Callable
from typing import Any

from twinspace_server.cms.files.adding import Add
from twinspace_server.cms.gallery import SetCover
from twinspace_server.demo.pictures import COVER, DESCRIPTION, PHOTOS, TITLE
from twinspace_server.live.dispatch import Asker
from twinspace_server.spaces.tree import MakePlace
from twinspace_server.web.uploads import Given


async def hang(teller: Any, space: str, at: Callable[[int, int, int], int], parent: str | None = None) -> str:
    """The gallery with all pictures; answers its place. `at` turns days ago, hour and minute into a moment."""
    first = PHOTOS[0]
    teller.moment = at(first.days_ago, first.hour, first.minute) - 300_000
    making = MakePlace(space=space, title=TITLE, description=DESCRIPTION, icon="camera", parent=parent)
    gallery = str((await teller.do("alice", "gallery.make", making))["place"].id)
    receiver = teller.house.receiver
    drawn = await asyncio.gather(*(asyncio.to_thread(photo.draw) for photo in PHOTOS))
    for photo, content in zip(PHOTOS, drawn, strict=True):
        teller.moment = at(photo.days_ago, photo.hour, photo.minute)
        who = teller.who[photo.by]
        room = await receiver.room(gallery, Asker(who))
        upload = (await receiver.receive(who, gallery, room, Given(photo.name, content))).upload
        adding = Add(place=gallery, upload=upload, name=photo.name, description=photo.caption, alt=photo.alt)
        file = str((await teller.do(photo.by, "file.add", adding))["file"].id)
        if photo.name == COVER:
            await teller.do("bob", "gallery.set_cover", SetCover(place=gallery, file=file))
    return gallery
