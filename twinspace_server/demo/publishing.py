"""What the demo shows to strangers: the diary and the pictures of the water, published by alice, with the consents that this needs."""

from collections.abc import Callable, Mapping
from typing import Any

from twinspace_server.cms.files.reading import ListFiles
from twinspace_server.cms.pictured import Who
from twinspace_server.cms.publishing.putting import Put
from twinspace_server.live.dispatch import Asker
from twinspace_server.spaces.consent import SetConsent

NAMED = {"alice": ("pia", "jef"), "bob": ("milo", "nino")}
"""Whose parents have agreed to the first name and the face, by the teacher who keeps it; of amina and luka nobody has said anything."""


async def show(teller: Any, space: str, people: Mapping[str, str], at: Callable[[int, int, int], int], page: str, gallery: str) -> str:
    """Publish the page and the gallery; answers the path of the page."""
    teller.moment = at(1, 15, 30)
    for teacher, pupils in NAMED.items():
        for pupil in pupils:
            marks = SetConsent(space=space, person=people[pupil], photo_inside=True, photo_public=True, name_public=True)
            await teller.do(teacher, "consent.set", marks)
    who = Asker(teller.who["alice"])
    listed = await teller.house.dispatcher.query("file.list", ListFiles(place=gallery), who)
    for file in listed.files:
        await teller.do("alice", "picture.who", Who(place=gallery, file=file.id, people=[]))
    await teller.do("alice", "publish.put", Put(place=gallery, language="en"))
    shown = await teller.do("alice", "publish.put", Put(place=page, language="en"))
    return str(shown["place"].published.address)
