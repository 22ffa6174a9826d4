"""The shapes of what is public: a site, and one sheet of it. `cms/site` fills them with what a stranger may see; `render` writes them.

Whatever stands here is shown as it stands: names are shortened and pictures held back before.
"""

from typing import Any, Literal

import msgspec

Kind = Literal["home", "page", "gallery", "archive", "folder"]


class PublicSchool(msgspec.Struct, frozen=True):
    """A school of the space: its colour there, and its shape (every second one is square)."""

    name: str
    town: str
    hue: str
    square: bool


class PublicLink(msgspec.Struct, frozen=True):
    title: str
    path: str


class PublicPicture(msgspec.Struct, frozen=True):
    """A picture: the path of the whole, under which `/320`, `/960` and `/1600` are smaller ones."""

    path: str
    width: int
    height: int
    alt: str
    caption: str = ""


class Download(msgspec.Struct, frozen=True):
    """Something to download."""

    path: str
    name: str
    type: str
    size: int
    text: str = ""


class Card(msgspec.Struct, frozen=True):
    """A published place as its index shows it."""

    title: str
    path: str
    kind: Kind
    text: str = ""
    at: int = 0
    picture: PublicPicture | None = None
    inside: int = 0


class Site(msgspec.Struct, frozen=True):
    """A space as strangers see it; `indexed` lets search engines in."""

    title: str
    path: str
    text: str
    schools: list[PublicSchool]
    indexed: bool
    nav: list[PublicLink]
    newest: int


class Sheet(msgspec.Struct, frozen=True, kw_only=True):
    """One public page. `language` is the one it was written in; `document` is what `pictures`, by file id, and `links` belong to."""

    kind: Kind
    path: str
    title: str
    text: str = ""
    language: str = "en"
    at: int = 0
    above: list[PublicLink] = []
    document: Any = None
    shown: dict[str, PublicPicture] = {}
    attached: dict[str, Download] = {}
    links: dict[str, str] = {}
    pictures: list[PublicPicture] = []
    files: list[Download] = []
    cards: list[Card] = []
