"""The sheet of class cards as a PDF: A4, eight cards with cut lines, in the colour of the school, in any script.

`cards` hands over what stands on each card and gets the bytes; here nothing is kept and nobody is asked. Names are data for the
template, never a part of it. It is compiled in a thread: typst lets go of the interpreter meanwhile. The fonts come with the built browser
app (`static/vite.config.ts` puts them there); without it typst's own print, less handsomely. The signs stand beside this file; the
browser app draws the same.
"""

import io
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Literal, NamedTuple, get_args

from twinspace_server import i18n

FOLDER = Path(__file__).parent
FONTS = FOLDER.parent.parent / "assets" / "fonts"

Sign = Literal["sun", "moon", "star", "tree", "fish", "bird", "boat", "house", "heart", "key", "apple", "umbrella"]
SIGNS: tuple[Sign, ...] = get_args(Sign)
"""The pictures of a PIN; each is `signs/<name>.svg`."""

HUES: dict[str, tuple[str, str, str]] = {
    "lagoon": ("#0b7a83", "#ffffff", "#d9f1f2"),
    "marigold": ("#f0a020", "#33210a", "#fdeecf"),
    "coral": ("#cf4436", "#ffffff", "#fde4df"),
    "leaf": ("#35803b", "#ffffff", "#dff3dd"),
    "plum": ("#8e3a8f", "#ffffff", "#f6e2f5"),
    "sky": ("#2470c8", "#ffffff", "#deecfc"),
}
"""A school's colour on paper: fill, text on it, ground. The same as on the screen in the light (`look/tokens.css`)."""


class Printed(NamedTuple):
    """What stands on one card. `address` is behind the QR code and holds the card's secret."""

    name: str
    username: str
    address: str
    pin: Sequence[Sign]


def called(names: Sequence[str]) -> list[str]:
    """What the cards of a sheet call everybody: the first word of their name, and only as much more as parts two of the same."""
    firsts = Counter(name.split(" ", 1)[0] for name in names)
    initials = Counter(_initialled(name) for name in names)

    def card(name: str) -> str:
        first = name.split(" ", 1)[0]
        if firsts[first] == 1:
            return first
        return short if initials[short := _initialled(name)] == 1 else name

    return [card(name) for name in names]


def _initialled(name: str) -> str:
    first, _, rest = name.partition(" ")
    return f"{first} {rest[0]}." if rest else first


def pdf(printed: Sequence[Printed], *, school: str, hue: str, installation: str, language: str, shown: bool) -> bytes:
    """The sheet. With `shown` the pictures of the PIN are on the cards, else on a list for the teacher behind them. Takes its time."""
    import typst  # 80 MB with its fonts: loaded by the first who prints cards

    def said(what: str) -> str:
        return i18n.plain(language, f"cards-sheet-{what}", {"school": school, "installation": installation})

    fill, on, ground = HUES[hue]
    told: dict[str, Any] = {
        "language": language,
        "school": school,
        "installation": installation,
        "hue": {"h": fill, "on": on, "soft": ground},
        "words": {what: said(what) for what in ("title", "how", "username", "pin", "ask", "qr", "apart", "keep", "name")},
        "signs": {sign: i18n.plain(language, f"cards-sign-{sign}", {}) for sign in SIGNS},
        "cards": [
            {
                "first": first,
                "username": one.username,
                "address": one.address,
                "qr": qr(one.address),
                "pin": list(one.pin) if shown else [],
            }
            for one, first in zip(printed, called([one.name for one in printed]), strict=True)
        ],
        "apart": [] if shown else [{"name": one.name, "username": one.username, "pin": list(one.pin)} for one in printed],
    }
    made: bytes = typst.compile(
        str(FOLDER / "sheet.typ"),
        root=str(FOLDER),
        font_paths=[str(FONTS)],
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(told)},
        format="pdf",
    )
    return made


def qr(text: str) -> str:
    """A QR code as an SVG of one path: runs of dark squares, with the four light ones around that scanners want."""
    import segno  # only who prints cards needs it

    code = segno.make(text, error="m", micro=False)
    runs = io.StringIO()
    rows: list[Mapping[int, Any] | Any] = list(code.matrix)
    for y, row in enumerate(rows):
        x, cells = 0, list(row)
        while x < len(cells):
            if not cells[x]:
                x += 1
                continue
            end = next((at for at in range(x, len(cells)) if not cells[at]), len(cells))
            runs.write(f"M{x + 2} {y + 2}h{end - x}v1h{x - end}z")
            x = end
    size = len(rows) + 4
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}"><path fill="#1a2142" d="{runs.getvalue()}"/></svg>'
