"""What a stranger sees of a place, as the shapes of `pages.site`: names shortened, pictures held back, links that lead somewhere.

The same code makes the public page and the preview, so that the preview can't flatter. It is asked about frozen things only, with the
consents, members and publications of this moment, and it says what it has changed or left out.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select

from twinspace_server import i18n
from twinspace_server.cms import page_document, page_html
from twinspace_server.cms.names import Known, Names
from twinspace_server.cms.page_document import Node
from twinspace_server.cms.pictured import shows_people
from twinspace_server.cms.showing import Frozen, FrozenFile, public_files_of
from twinspace_server.law.published import address, home, publications, revisions, sites
from twinspace_server.law.rights import Law
from twinspace_server.pages.render import picture_sizes
from twinspace_server.pages.site import Card, Download, PublicLink, PublicPicture, PublicSchool, Sheet, Site
from twinspace_server.spaces import consent
from twinspace_server.spaces.spaces import Space
from twinspace_server.spaces.spaces import load as load_spaces
from twinspace_server.storage.store import Db

HUES = ("lagoon", "marigold", "coral", "leaf", "plum", "sky")
MOST_IN_NAV = 5
_PICTURES = "image/"


@dataclass(frozen=True, slots=True)
class Public:
    """A publication of this moment: the head of its revision."""

    place: str
    code: str
    slug: str
    revision: int
    at: int
    until: int | None
    language: str
    kind: str
    title: str
    description: str


@dataclass(slots=True)
class Eyes:
    """The eyes of a stranger on one space, at one moment."""

    db: Db
    law: Law
    now: int
    origin: str
    """How addresses of this installation begin; links that are written out whole are recognised by it."""
    code: str = ""
    slug: str = ""
    indexed: bool = False
    public: dict[str, Public] = field(default_factory=dict)
    files: dict[str, dict[str, FrozenFile]] = field(default_factory=dict)
    hues: dict[str, str] = field(default_factory=dict)
    _space: Space | None = None
    _known: list[Known] | None = None
    _names: dict[str, Names] = field(default_factory=dict)
    dead: list[tuple[str, str]] = field(default_factory=list)
    """Links that lead nowhere: the words, and where to."""

    @classmethod
    def open(cls, db: Db, law: Law, now: int, origin: str) -> "Eyes":
        """With everything that is public of the space; a place in the bin, or past its end, is not."""
        eyes = cls(db, law, now, origin)
        site = db.execute(select(sites.c.code, sites.c.slug, sites.c.indexed).where(sites.c.space == law.space)).first()
        if site is not None:
            eyes.code, eyes.slug, eyes.indexed = site[0], site[1], bool(site[2])
        p, r = publications.c, revisions.c
        query = (
            select(p.place, p.code, p.slug, p.revision, p.at, p.until, r.language, r.kind, r.title, r.description)
            .join_from(publications, revisions, (r.place == p.place) & (r.revision == p.revision))
            .where(p.space == law.space, p.until.is_(None) | (p.until > now))
        )
        for row in db.execute(query):
            if row.place in law.places and not law.places[row.place].binned:
                eyes.public[row.place] = Public(*row)
        return eyes

    def names(self, language: str) -> Names:
        """The rewriter for texts in a language."""
        if language not in self._names:
            if self._known is None:
                marks = consent.of_persons(self.db, self.law.space)
                self._known = [
                    Known(name, role == "pupil", person in marks and marks[person].name_public)
                    for person, name, role in consent.names_of(self.db, self.law.space)
                ]
            spoken = language if language in i18n.LANGUAGES else i18n.DEFAULT
            self._names[language] = Names(self._known, i18n.words(spoken, "public-a-pupil"))
        return self._names[language]

    @property
    def path(self) -> str:
        return home(self.slug, self.code)

    def path_of(self, place: str) -> str:
        one = self.public[place]
        return address(self.slug, self.code, one.slug, one.code)

    @property
    def space(self) -> Space:
        if self._space is None:
            found = load_spaces(self.db, [self.law.space])[self.law.space]
            assert isinstance(found, Space)
            self._space = found
        return self._space

    def site(self, language: str) -> Site:
        """The frame around every sheet. Schools keep their colour; the second of one colour gets the next."""
        schools: list[PublicSchool] = []
        for at, school in enumerate(self.space.schools):
            start = HUES.index(school.hue)
            turn = [*HUES[start:], *HUES[:start]]
            hue = next((one for one in turn if one not in self.hues.values()), school.hue)
            if school.id not in self.hues:
                self.hues[school.id] = hue
            schools.append(PublicSchool(school.name, school.town, self.hues[school.id], bool(at % 2)))
        names = self.names(language)
        tops = [PublicLink(names.text(one.title), self.path_of(one.place)) for one in self._tops()]
        return Site(
            title=names.text(self.space.name), path=self.path, text=names.text(self.space.description), schools=schools,
            indexed=self.indexed, nav=tops[:MOST_IN_NAV], newest=max((one.at for one in self.public.values()), default=0),
        )  # fmt: skip

    def _tops(self) -> list[Public]:
        """What stands in no published folder."""
        tops = [one for one in self.public.values() if self.law.places[one.place].parent not in self._folders()]
        return sorted(tops, key=lambda one: (one.kind != "page", one.title.casefold()))

    def _folders(self) -> set[str]:
        return {place for place, one in self.public.items() if one.kind == "folder"}

    def home(self, language: str) -> Sheet:
        """The space's own page: cards of what stands in no published folder."""
        names = self.names(language)
        self._load_files()
        return Sheet(
            kind="home", path=self.path, title=names.text(self.space.name), text=names.text(self.space.description), language=language,
            cards=[self._card(one) for one in self._tops()],
        )  # fmt: skip

    def every_card(self) -> list[Card]:
        """All that is public, for feeds and sitemaps."""
        return [self._card(one, plain=True) for one in sorted(self.public.values(), key=lambda one: -one.at)]

    def _load_files(self) -> None:
        if not self.files:
            self.files = public_files_of(self.db, self.law, self.now)

    def _card(self, one: Public, *, plain: bool = False) -> Card:
        names = self.names(one.language)
        cover = None
        if not plain:
            first = next((file for file in self.files.get(one.place, {}).values() if file.type.startswith(_PICTURES)), None)
            cover = self.picture(first, names, self.public_path) if first is not None else None
        return Card(
            title=names.text(one.title), path=self.path_of(one.place), kind=one.kind,  # type: ignore[arg-type]
            text=names.text(one.description), at=one.at, picture=cover,
        )  # fmt: skip

    def public_path(self, file: str) -> str:
        """Where strangers get a file's bytes."""
        return f"{self.path}/files/{file}"

    def picture(self, file: FrozenFile, names: Names, path_of: Callable[[str], str]) -> PublicPicture:
        return PublicPicture(path_of(file.id), file.width, file.height, names.text(file.alt), names.text(file.description))

    def sheet(
        self, place: str, frozen: Frozen, files: Mapping[str, FrozenFile], *, language: str, at: int, path: str,
        path_of: Callable[[str], str],
    ) -> Sheet:  # fmt: skip
        """A frozen place before a stranger: of its files only `files`, whose bytes are at `path_of`."""
        names = self.names(language)
        shown = [files[one.id] for one in frozen.files if one.id in files]
        pictures = {one.id: self.picture(one, names, path_of) for one in shown if one.type.startswith(_PICTURES)}
        others = {
            one.id: Download(path_of(one.id), names.text(one.name), one.type, one.size, names.text(one.description))
            for one in shown if frozen.kind == "archive" or one.id not in pictures
        }  # fmt: skip
        document, links, attached = None, {}, {}
        if frozen.document is not None:
            document = rewritten(frozen.document, names)
            links = self._links(frozen.document)
            attached = {one.id: Download(path_of(one.id), names.text(one.name), one.type, one.size) for one in shown}
        inside = [one for one in self.public.values() if self.law.places[one.place].parent == place]
        if frozen.kind == "folder":
            self._load_files()
        return Sheet(
            kind=frozen.kind, path=path, title=names.text(frozen.title), text=names.text(frozen.description),  # type: ignore[arg-type]
            language=language, at=at, above=self._above(place, names), document=document,
            shown=pictures if document is not None else {}, attached=attached, links=links,
            pictures=list(pictures.values()) if frozen.kind == "gallery" else [],
            files=list(others.values()) if frozen.kind in ("gallery", "archive") else [],
            cards=[self._card(one) for one in sorted(inside, key=lambda one: one.title.casefold())] if frozen.kind == "folder" else [],
        )  # fmt: skip

    def _above(self, place: str, names: Names) -> list[PublicLink]:
        """The published folders around it, the outermost first."""
        found: list[PublicLink] = []
        at = self.law.places[place].parent
        while at is not None:
            if at in self.public:
                found.insert(0, PublicLink(names.text(self.public[at].title), self.path_of(at)))
            at = self.law.places[at].parent
        return found

    def _links(self, document: Node) -> dict[str, str]:
        """Where links to places of this space lead a stranger; those to anything else here lead nowhere."""
        found: dict[str, str] = {}
        for words, href in worded_links(document):
            here = self._here(href)
            if here is None or here.startswith("/files/"):
                continue
            place = _place_in(here, self.law.space)
            if here == f"/s/{self.law.space}":
                found[href] = self.path
            elif place in self.public:
                found[href] = self.path_of(place)
            else:
                self.dead.append((words, href))
        return found

    def _here(self, href: str) -> str | None:
        """The path, of an address of this installation; None for all others."""
        bare = page_html.safe_link(href)
        if bare is None:
            return None
        if self.origin and (bare == self.origin or bare.startswith(f"{self.origin}/")):
            return bare[len(self.origin) :] or "/"
        return bare if bare.startswith("/") else None


def _place_in(path: str, space: str) -> str:
    """The place that an address of the app names; "" for none."""
    parts = path.partition("?")[0].partition("#")[0].strip("/").split("/")
    if len(parts) < 3 or parts[0] != "s" or parts[1] != space:
        return ""
    return parts[3] if parts[2] == "p" and len(parts) > 3 else parts[2]


def worded_links(document: Node) -> list[tuple[str, str]]:
    """The links of a document: words and address, each address once."""
    found: dict[str, str] = {}
    for node in page_document.every(document):
        for mark in node.marks:
            if mark.type == "link" and isinstance(mark.attrs.get("href"), str):
                found.setdefault(mark.attrs["href"], node.text)
    return [(words, href) for href, words in found.items()]


def rewritten(node: Node, names: Names) -> Node:
    """The same tree for strangers: every text, also those over several marks, and the words of pictures, films and files."""
    texts = [child for child in node.content if child.type == "text"]
    new = iter(names.texts([child.text for child in texts]))
    content = []
    for child in node.content:
        if child.type == "text":
            text = next(new)
            if text:
                content.append(Node("text", text=text, marks=child.marks))
        else:
            content.append(rewritten(child, names))
    attrs: dict[str, Any] = {
        name: names.text(value) if name in ("alt", "title", "name") and isinstance(value, str) else value
        for name, value in node.attrs.items()
    }
    return Node(node.type, attrs, content, node.text, node.marks)


def body(sheet: Sheet, origin: str, hues: Mapping[str, str]) -> str:
    """A page's text as HTML, out of its sheet; called in a thread."""
    if sheet.document is None:
        return ""

    def picture(file: str) -> page_html.PictureSource | None:
        found = sheet.shown.get(file)
        if found is None:
            return None
        src, several, sizes = picture_sizes(found)
        return page_html.PictureSource(src, found.width, found.height, several, sizes, found.alt)

    def link(href: str) -> str | None:
        if href in sheet.links:
            return sheet.links[href]
        bare = href[len(origin) :] if origin and href.startswith(f"{origin}/") else href
        if bare.startswith("/files/"):
            found = sheet.attached.get(bare.removeprefix("/files/"))
            return found.path if found is not None else None
        return None if bare.startswith("/") or bare == origin else href

    html = page_html.render(sheet.document, picture=picture, link=link)
    for school, hue in hues.items():
        html = html.replace(f'<section data-school="{school}">', f'<section class="hue-{hue}">')
    return html


def needs_alt(frozen: Frozen, files: Mapping[str, FrozenFile]) -> list[FrozenFile]:
    """Pictures that would be shown without words for those who can't see them."""
    if frozen.document is None:
        return [one for one in frozen.files if one.id in files and shows_people(one.type) and not one.alt]
    said = {
        str(node.attrs.get("file")): bool(node.attrs.get("alt"))
        for node in page_document.every(frozen.document) if node.type == "picture"
    }  # fmt: skip
    return [one for one in frozen.files if one.id in files and one.id in said and not said[one.id] and not one.alt]
