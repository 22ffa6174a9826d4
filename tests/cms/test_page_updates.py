"""Updates and documents: our strict reader and our order of items against pycrdt, corrupted updates, and clean HTML whatever comes."""

import random
from contextlib import suppress
from typing import Any

import pycrdt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.editors import an_update, paragraph, shared
from twinspace_server.cms.page_authors import attributed, whose
from twinspace_server.cms.page_document import Node, TextMark, append, frozen, opened, read, thawed, write
from twinspace_server.cms.page_html import PictureSource, render, safe_link
from twinspace_server.cms.page_updates import BadUpdate, parse, state_vector, written_vector
from twinspace_server.live.awareness import cursor_in, said

NOBODY = whose({}, [])


def scribbled(dice: random.Random, steps: int) -> list["pycrdt.Doc[Any]"]:
    """Three documents that people have written, formatted, deleted and synced at random; in the end all are equal."""
    docs = [shared() for _ in range(3)]
    for _ in range(steps):
        doc = dice.choice(docs)
        root, act = doc["default"], dice.random()
        blocks = len(root.children)
        if act < 0.2 or not blocks:
            element = root.children.insert(dice.randint(0, blocks), pycrdt.XmlElement(dice.choice(["paragraph", "heading"])))
            element.attributes["level"] = float(dice.randint(1, 3))
            element.children.append(pycrdt.XmlText("abc😀"))
        elif act < 0.95:
            block = root.children[dice.randrange(blocks)]
            text = block.children[0]
            if act < 0.7:
                text.insert(dice.choice([0, len(text)]), dice.choice(["x", "yé", "zz"]))
            elif act < 0.8:
                block.attributes["level"] = float(dice.randint(1, 3))
            elif act < 0.9 and text.diff() and text.diff()[0][0][0].isascii():
                del text[0:1]
            elif act >= 0.93:
                del root.children[dice.randrange(blocks)]
        else:
            one, other = dice.sample(docs, 2)
            one.apply_update(other.get_update(one.get_state()))
            other.apply_update(one.get_update(other.get_state()))
    for one in docs:
        for other in docs:
            one.apply_update(other.get_update(one.get_state()))
    return docs


@given(st.randoms(use_true_random=False), st.integers(1, 120))
@settings(max_examples=60, deadline=None)
def test_our_order_of_items_is_that_of_every_yjs(dice: random.Random, steps: int) -> None:
    docs = scribbled(dice, steps)
    states = [doc.get_update() for doc in docs]
    trees = [read(state) for state in states]
    assert trees[0] == trees[1] == trees[2]
    assert attributed(states[0], NOBODY) == trees[0]
    assert thawed(frozen(trees[0])) == trees[0]


@given(st.binary(max_size=300))
@settings(max_examples=300, deadline=None)
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    for reader in (parse, state_vector):
        with suppress(BadUpdate):
            reader(data)
    try:
        for _, _, state in said(data):
            cursor_in(state)
    except ValueError:
        pass


@given(st.randoms(use_true_random=False))
@settings(max_examples=300, deadline=None)
def test_a_corrupted_update_that_is_taken_breaks_no_document(dice: random.Random) -> None:
    """Whatever our reader lets through and calls complete, pycrdt takes without waiting for anything and without a panic."""
    data = bytearray(an_update("Hoi! 😀 The river.", 7))
    for _ in range(dice.randint(1, 4)):
        data[dice.randrange(len(data))] = dice.randrange(256)
    try:
        update = parse(bytes(data))
    except BadUpdate:
        return
    if not update.complete({}):
        return
    doc = opened(b"")
    doc.apply_update(bytes(data))
    ends = update.news({})
    assert {client: clock for client, clock in state_vector(doc.get_state()).items() if client in ends} == ends
    read(doc.get_update())


def numbers(*values: int) -> bytes:
    return b"".join(written_vector({1: value})[2:] for value in values)


@pytest.mark.parametrize("client", [2**32, 2**53 + 7, 2**60])
def test_client_ids_that_land_on_others_are_refused(client: int) -> None:
    good = an_update("x", 7)
    assert good.count(b"\x07") >= 1
    forged = good[:2] + numbers(client) + good[3:]
    with pytest.raises(BadUpdate):
        parse(forged)


def test_what_is_complete_and_what_is_a_gap() -> None:
    doc = shared(9)
    append(doc, [paragraph("One.")])
    first, before = doc.get_update(), doc.get_state()
    append(doc, [paragraph("Two.")])
    second = parse(doc.get_update(before))
    known = parse(first).news({})
    assert not second.complete({})
    assert second.complete(known)
    assert parse(first).news(known) == {}
    assert state_vector(written_vector({9: 5, 300: 7})) == {9: 5, 300: 7}


def test_levels_are_those_of_elements_in_each_other() -> None:
    def update(*nodes: Node) -> bytes:
        doc = shared()
        append(doc, nodes)
        return bytes(doc.get_update())

    assert parse(update(*[paragraph("x")] * 30)).levels() == 2
    assert parse(update(Node("blockquote", content=[Node("blockquote", content=[paragraph("x")])]))).levels() == 4


HOSTILE = "<script>alert(1)</script>\" onload='x' & \u202e"


WORDS = st.builds(
    lambda text, href: Node("text", text=text, marks=[TextMark("link", {"href": href}), TextMark("bold"), TextMark("evil")]),
    st.sampled_from([HOSTILE, "fine"]),
    st.sampled_from(["javascript:alert(1)", "java\nscript:x", "https://example.org/?a=1&b=\"'>", "//x", ""]),
)
KINDS = ["paragraph", "heading", "table", "tableCell", "picture", "columns", "column", "video", "attachment", "script", "svg><x", "doc"]
NAMES = ("level", "school", "href", "file", "alt", "colspan")


def trees(inner: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    values = st.sampled_from([HOSTILE, 7, -1, True, None, 1e300, "javascript:alert(1)"])
    make: Any = lambda kind, value, content: Node(kind, attrs=dict.fromkeys(NAMES, value), content=content)  # noqa: E731
    return st.builds(make, st.sampled_from(KINDS), values, st.lists(inner, max_size=3))


@given(st.recursive(WORDS, trees, max_leaves=8))
@settings(max_examples=200, deadline=None)
def test_html_is_clean_whatever_the_tree(node: Node) -> None:
    html = render(Node("doc", content=[node]), picture=lambda file: PictureSource(f"/files/{file}"))
    lowered = html.lower()
    assert "<script" not in lowered
    assert "<svg" not in lowered
    for address in ('href="javascript', 'href="java', 'src="javascript', 'href="//'):
        assert address not in lowered


def test_a_page_as_html() -> None:
    bold, link = TextMark("bold"), TextMark("link", {"href": "https://example.org"})
    document = Node(
        "doc",
        content=[
            Node("heading", {"level": 2}, [Node("text", text="Rivers")]),
            Node(
                "paragraph", content=[Node("text", text="a", marks=[link]), Node("text", text="b", marks=[bold, link]), Node("hardBreak")]
            ),
            Node("orderedList", {"start": 3}, [Node("listItem", content=[paragraph("x")])]),
            Node("table", content=[Node("tableRow", content=[Node("tableHeader", {"colspan": 2}, [paragraph("h")])])]),
            Node("columns", content=[Node("column", {"school": "s1"}, [paragraph("left")])]),
            Node("picture", {"file": "f1", "alt": "A heron"}, [Node("text", text="Seen.")]),
            Node("picture", {"file": "gone"}, [Node("text", text="Who?")]),
            Node("video", {"href": "https://example.org/v", "title": "Film"}),
            Node("horizontalRule"),
        ],
    )
    told = render(
        document, picture=lambda file: None if file == "gone" else PictureSource("/files/f1/960", 96, 64), text=lambda words: words.upper()
    )
    assert told == (
        '<h2>RIVERS</h2><p><a href="https://example.org" rel="noopener noreferrer">A<strong>B<br></strong></a></p>'
        '<ol start="3"><li><p>X</p></li></ol><table><tbody><tr><th colspan="2"><p>H</p></th></tr></tbody></table>'
        '<div class="columns"><section data-school="s1"><p>LEFT</p></section></div>'
        '<figure><img src="/files/f1/960" alt="A HERON" width="96" height="64" loading="lazy"><figcaption>SEEN.</figcaption></figure>'
        '<p class="video"><a href="https://example.org/v" rel="noopener noreferrer">FILM</a></p><hr>'
    )
    assert "<a" not in render(document, link=lambda _address: None)
    doc = shared()
    write(doc, document)
    assert read(doc.get_update()) == document


@pytest.mark.parametrize(
    ("address", "safe"),
    [
        ("https://a.b/c", "https://a.b/c"), (" HTTPS://a.b", "HTTPS://a.b"), ("/s/x/p/y", "/s/x/p/y"), ("mailto:a@b", "mailto:a@b"),
        ("//evil", None), ("/\\evil", None), ("java\tscript:x", None), ("data:text/html,x", None), ("relative", None), ("", None),
    ],
)  # fmt: skip
def test_where_a_browser_may_be_sent(address: str, safe: str | None) -> None:
    assert safe_link(address) == safe
