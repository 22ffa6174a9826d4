"""A page's document: from the state that the editors share (Yjs) to a plain tree of nodes, in the shape that ProseMirror uses.

Everything that shows, keeps or compares a page reads it through `read`; `write` makes the same document from a tree. The node
table of `page_html` says which nodes there are; here nothing is judged, so what is unknown stays in the tree under its name.
"""

import secrets
from collections.abc import Iterable, Iterator
from typing import Any, cast

import msgspec
import pycrdt
from msgspec import field

ROOT = "default"
"""The one shared root, as TipTap names it."""


class TextMark(msgspec.Struct, omit_defaults=True, forbid_unknown_fields=True):
    """What a piece of text is dressed in: bold, a link."""

    type: str
    attrs: dict[str, Any] = field(default_factory=dict)


class Node(msgspec.Struct, omit_defaults=True, forbid_unknown_fields=True):
    """A node of a document: an element with its `content`, or (`type` is "text") a piece of text with its marks.

    `by` is whose words a piece of text are, `put` who put it there, where that is known.
    """

    type: str
    attrs: dict[str, Any] = field(default_factory=dict)
    content: list["Node"] = field(default_factory=list)
    text: str = ""
    marks: list[TextMark] = field(default_factory=list)
    by: str | None = None
    put: str | None = None


_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder(Node).decode


def frozen(node: Node) -> bytes:
    """The tree as JSON, as versions and publications keep it."""
    return _encode(node)


def thawed(kept: bytes | str) -> Node:
    """The tree that was kept."""
    return _decode(kept)


def opened(state: bytes) -> pycrdt.Doc[Any]:
    """The shared document with this state; what is done to it bears a client id of its own that every Yjs understands."""
    doc: pycrdt.Doc[Any] = pycrdt.Doc(client_id=secrets.randbelow(2**32 - 1) + 1)
    doc[ROOT] = pycrdt.XmlFragment()
    if state:
        doc.apply_update(state)
    return doc


def read(state: bytes) -> Node:
    """The tree that a state shows; of an empty one a `doc` without content."""
    return tree(opened(state))


def tree(doc: pycrdt.Doc[Any]) -> Node:
    """The tree of an open document."""
    return Node("doc", content=list(_children(doc[ROOT])))


def _children(parent: Any) -> Iterator[Node]:
    for child in parent.children:
        if isinstance(child, pycrdt.XmlText):
            yield from _pieces(child)
        elif isinstance(child, pycrdt.XmlElement):
            yield Node(str(child.tag), attrs=attributes(cast(Any, child.attributes)), content=list(_children(child)))


def _pieces(child: pycrdt.XmlText) -> list[Node]:
    found: list[Node] = []
    for text, attrs in child.diff():
        if isinstance(text, str) and text:
            dressed = marks(attrs or {})
            if found and found[-1].marks == dressed:
                found[-1].text += text
            else:
                found.append(Node("text", text=text, marks=dressed))
    return found


def attributes(pairs: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    """Attributes as plain values; numbers that are whole come as such (Yjs keeps floats)."""
    return {name: _plain(value) for name, value in pairs if value is not None}


def _plain(value: Any) -> Any:
    if isinstance(value, float) and value.is_integer() and abs(value) < 2**53:
        return int(value)
    return value


def marks(attrs: dict[str, Any]) -> list[TextMark]:
    """The marks of a piece of text; y-prosemirror adds a hash to the names of those that may overlap."""
    return [
        TextMark(name.partition("--")[0], attributes(value.items()) if isinstance(value, dict) else {})
        for name, value in sorted(attrs.items())
        if value is not None and value is not False
    ]


# -- writing ---------------------------------------------------------------------------------------------------------


def write(doc: pycrdt.Doc[Any], node: Node) -> None:
    """Let the document show this tree instead of what it shows now."""
    root = doc[ROOT]
    with doc.transaction():
        if len(root.children):
            del root.children[0 : len(root.children)]
        _append(root, node.content)


def append(doc: pycrdt.Doc[Any], nodes: Iterable[Node]) -> None:
    """Add these nodes at the end."""
    with doc.transaction():
        _append(doc[ROOT], nodes)


def _append(parent: Any, nodes: Iterable[Node]) -> None:
    text: Any = None
    for node in nodes:
        if node.type == "text":
            if text is None:
                text = parent.children.append(pycrdt.XmlText())
            dressed = {mark.type: mark.attrs for mark in node.marks}
            # Without this, text put behind bold text would be bold, too.
            before = {name: None for name in _open(text) if name not in dressed}
            text.insert(len(text), node.text, {**before, **dressed} or None)
            continue
        text = None
        element = parent.children.append(pycrdt.XmlElement(node.type))
        for name, value in node.attrs.items():
            if value is not None:
                element.attributes[name] = float(value) if isinstance(value, int) and not isinstance(value, bool) else value
        _append(element, node.content)


def _open(text: Any) -> dict[str, Any]:
    pieces = text.diff()
    return (pieces[-1][1] or {}) if pieces else {}


# -- reading out -----------------------------------------------------------------------------------------------------

BLOCKS = frozenset(
    [
        "paragraph",
        "heading",
        "blockquote",
        "codeBlock",
        "bulletList",
        "orderedList",
        "listItem",
        "horizontalRule",
        "table",
        "tableRow",
        "tableHeader",
        "tableCell",
        "picture",
        "columns",
        "column",
        "video",
        "attachment",
        "doc",
    ]
)


def words(node: Node) -> str:
    """All text of it, a line for each block."""
    pieces: list[str] = []
    _words(node, pieces)
    return "".join(pieces).strip()


def _words(node: Node, pieces: list[str]) -> None:
    if node.type == "text":
        pieces.append(node.text)
        return
    if node.type == "hardBreak":
        pieces.append("\n")
    for name in ("alt", "title", "name"):
        if node.type in ("picture", "video", "attachment") and isinstance(node.attrs.get(name), str):
            pieces.append(f"{node.attrs[name]}\n")
    for child in node.content:
        _words(child, pieces)
    if node.type in BLOCKS and pieces and not pieces[-1].endswith("\n"):
        pieces.append("\n")


def named_files(node: Node) -> set[str]:
    """The files that a document shows or offers."""
    found: set[str] = set()
    for one in every(node):
        file = one.attrs.get("file")
        if one.type in ("picture", "attachment") and isinstance(file, str) and file:
            found.add(file)
    return found


def links(node: Node) -> list[str]:
    """The addresses of all links in it, each once, in their order."""
    found: dict[str, None] = {}
    for one in every(node):
        for address in [
            one.attrs.get("href") if one.type == "video" else None,
            *[m.attrs.get("href") for m in one.marks if m.type == "link"],
        ]:
            if isinstance(address, str) and address:
                found[address] = None
    return list(found)


def every(node: Node) -> Iterator[Node]:
    """The node and all inside it."""
    yield node
    for child in node.content:
        yield from every(child)
