"""A page's tree of nodes as clean HTML: a fixed table of nodes and marks, then nh3 as the second look.

Called for readers without the editor, for printing and by publishing. What is not in the table is shown by its children, never
by its name; attributes are taken over one by one. The editor's schema (`static/app/screens/page/nodes`) has the same table.
"""

import re
from collections.abc import Callable, Sequence
from html import escape
from typing import Any, NamedTuple

import nh3

from twinspace_server.cms.page_document import Node, TextMark

MOST_SPAN = 50

MARKS = {"link": "a", "bold": "strong", "code": "code", "italic": "em", "strike": "s", "underline": "u"}
"""Outermost first."""
_ORDER = list(MARKS)
PLAIN = {
    "paragraph": "p", "blockquote": "blockquote", "bulletList": "ul", "listItem": "li", "table": "table", "tableRow": "tr",
}  # fmt: skip
ELEMENTS = frozenset(
    [*PLAIN, "heading", "codeBlock", "orderedList", "horizontalRule", "hardBreak", "tableHeader", "tableCell", "picture", "columns",
     "column", "video", "attachment"]
)  # fmt: skip
"""Every element of the schema; the server takes no other into a page."""

_TAGS = {
    "p", "h1", "h2", "h3", "blockquote", "pre", "code", "ul", "ol", "li", "hr", "br", "table", "tbody", "tr", "th", "td", "figure", "img",
    "figcaption", "div", "section", "a", "strong", "em", "s", "u",
}  # fmt: skip
_ATTRIBUTES = {
    "a": {"href"}, "ol": {"start"}, "th": {"colspan", "rowspan"}, "td": {"colspan", "rowspan"}, "section": {"data-school"},
    "img": {"src", "srcset", "sizes", "alt", "width", "height", "loading"},
}  # fmt: skip
_CLASSES = {"div": {"columns"}, "p": {"video", "file"}}
_BLANKS = re.compile(r"[\x00-\x20\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")


class PictureSource(NamedTuple):
    """Where a picture's bytes are; `alt` stands in for what the page doesn't say itself."""

    src: str
    width: int = 0
    height: int = 0
    srcset: str = ""
    sizes: str = ""
    alt: str = ""


PictureOf = Callable[[str], PictureSource | None]
LinkOf = Callable[[str], str | None]
TextOf = Callable[[str], str]


def safe_link(address: str) -> str | None:
    """The address, if a browser may be sent there: http, https, mailto, or a place of this installation; else None."""
    bare = _BLANKS.sub("", address)
    if not bare or len(bare) > 2000 or "\\" in bare:
        return None
    scheme = _SCHEME.match(bare)
    if scheme is not None:
        return bare if scheme[0].lower() in ("http:", "https:", "mailto:") else None
    return bare if bare.startswith("/") and not bare.startswith("//") else None


def render(
    node: Node, picture: PictureOf = lambda _file: None, link: LinkOf = lambda address: address, text: TextOf = lambda words: words
) -> str:
    """The node's content as HTML. `picture` says where a file is shown from (None: leave the figure out), `link` where an address leads
    to (None: the words alone; it gets safe addresses only), `text` may change what is written."""
    html = _Renderer(picture, link, text).content(node.content if node.type == "doc" else [node])
    return nh3.clean(
        html, tags=_TAGS, attributes=_ATTRIBUTES, allowed_classes=_CLASSES, url_schemes={"http", "https", "mailto"},
        link_rel="noopener noreferrer", strip_comments=True,
    )  # fmt: skip


class _Renderer:
    def __init__(self, picture: PictureOf, link: LinkOf, text: TextOf) -> None:
        self.picture, self.link, self.text = picture, link, text

    def content(self, nodes: Sequence[Node]) -> str:
        """Pieces of text keep the marks that they share open."""
        out: list[str] = []
        open_marks: list[TextMark] = []
        for node in nodes:
            wanted = self._marks(node) if node.type in ("text", "hardBreak") else []
            if node.type == "hardBreak" and not wanted:
                wanted = open_marks
            common = 0
            while common < min(len(open_marks), len(wanted)) and open_marks[common] == wanted[common]:
                common += 1
            out += [f"</{MARKS[mark.type]}>" for mark in reversed(open_marks[common:])]
            out += [self._opened(mark) for mark in wanted[common:]]
            open_marks = wanted
            out.append(escape(self.text(node.text), quote=False) if node.type == "text" else self.element(node))
        out += [f"</{MARKS[mark.type]}>" for mark in reversed(open_marks)]
        return "".join(out)

    def _marks(self, node: Node) -> list[TextMark]:
        known: dict[str, TextMark] = {}
        for mark in node.marks:
            if mark.type == "link":
                leads = safe_link(str(mark.attrs.get("href", "")))
                leads = self.link(leads) if leads is not None else None
                if leads is not None:
                    known["link"] = TextMark("link", {"href": leads})
            elif mark.type in MARKS:
                known[mark.type] = TextMark(mark.type)
        return [known[name] for name in _ORDER if name in known]

    def _opened(self, mark: TextMark) -> str:
        return f'<a href="{escape(mark.attrs["href"])}">' if mark.type == "link" else f"<{MARKS[mark.type]}>"

    def element(self, node: Node) -> str:
        """One element with what is inside it."""
        special = getattr(self, f"_{node.type}", None) if node.type in ELEMENTS else None
        if special is not None:
            return str(special(node))
        inside = self.content(node.content)
        tag = PLAIN.get(node.type)
        if tag is None:
            return inside
        if tag == "table":
            return f"<table><tbody>{inside}</tbody></table>"
        return f"<{tag}>{inside}</{tag}>"

    def _heading(self, node: Node) -> str:
        level = min(3, max(1, whole(node.attrs.get("level"), 2)))
        return f"<h{level}>{self.content(node.content)}</h{level}>"

    def _codeBlock(self, node: Node) -> str:
        return f"<pre><code>{self.content(node.content)}</code></pre>"

    def _orderedList(self, node: Node) -> str:
        start = whole(node.attrs.get("start"), 1)
        first = f' start="{start}"' if start != 1 else ""
        return f"<ol{first}>{self.content(node.content)}</ol>"

    def _horizontalRule(self, _node: Node) -> str:
        return "<hr>"

    def _hardBreak(self, _node: Node) -> str:
        return "<br>"

    def _tableHeader(self, node: Node) -> str:
        return self._cell("th", node)

    def _tableCell(self, node: Node) -> str:
        return self._cell("td", node)

    def _cell(self, tag: str, node: Node) -> str:
        spans = {name: min(MOST_SPAN, max(1, whole(node.attrs.get(name), 1))) for name in ("colspan", "rowspan")}
        told = "".join(f' {name}="{n}"' for name, n in spans.items() if n != 1)
        return f"<{tag}{told}>{self.content(node.content)}</{tag}>"

    def _picture(self, node: Node) -> str:
        source = self.picture(str(node.attrs.get("file") or ""))
        if source is None:
            return ""
        alt = str(node.attrs.get("alt") or "") or source.alt
        told = {"src": source.src, "alt": self.text(alt), "srcset": source.srcset, "sizes": source.sizes}
        known = "".join(f' {name}="{escape(value)}"' for name, value in told.items() if value or name == "alt")
        size = f' width="{source.width}" height="{source.height}"' if source.width and source.height else ""
        caption = self.content(node.content)
        under = f"<figcaption>{caption}</figcaption>" if caption else ""
        return f'<figure><img{known}{size} loading="lazy">{under}</figure>'

    def _columns(self, node: Node) -> str:
        return f'<div class="columns">{self.content(node.content)}</div>'

    def _column(self, node: Node) -> str:
        school = str(node.attrs.get("school") or "")
        return f'<section data-school="{escape(school)}">{self.content(node.content)}</section>'

    def _video(self, node: Node) -> str:
        return self._leading("video", str(node.attrs.get("href") or ""), str(node.attrs.get("title") or ""))

    def _attachment(self, node: Node) -> str:
        file = str(node.attrs.get("file") or "")
        if not re.fullmatch(r"[0-9A-Za-z_-]{1,64}", file):
            return ""
        return self._leading("file", f"/files/{file}", str(node.attrs.get("name") or ""))

    def _leading(self, kind: str, address: str, title: str) -> str:
        leads = safe_link(address)
        leads = self.link(leads) if leads is not None else None
        words = escape(self.text(title or address), quote=False)
        return f'<p class="{kind}"><a href="{escape(leads)}">{words}</a></p>' if leads is not None else f'<p class="{kind}">{words}</p>'


def whole(value: Any, otherwise: int) -> int:
    """A whole number out of whatever stands there."""
    return int(value) if isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < 2**31 else otherwise
