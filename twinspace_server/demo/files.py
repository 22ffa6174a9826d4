"""The archive of the demo: what two classes have written down about their rivers, as real files that this code makes.

They go in by the same way as everybody's: uploaded, looked at, added, as the persons named.
"""

import io
import zipfile
from collections.abc import Callable
from typing import Any, NamedTuple

from twinspace_server.cms.files.adding import Add, Replace
from twinspace_server.live.dispatch import Asker
from twinspace_server.spaces.tree import MakePlace
from twinspace_server.web.uploads import Given

TITLE = "What we have measured"
ABOUT = "Tables, plans and reports of both classes. Whoever has a better version replaces the file: the one before stays."
_HEAD = "day,place,temperature,depth\n"
_ROWS = ("Monday,Lys,9.4,121", "Tuesday,Lys,9.1,124", "Monday,Chorokhi,11.8,60", "Tuesday,Chorokhi,12.2,58")
HOW_TO = """How we measure

1. Hold the thermometer under water for three minutes.
2. Read it while it is still in the water.
3. Write down the day, the place, the temperature and the depth in centimetres.
4. Put the line into the table before you eat.

Two of us measure, one writes. Nobody goes to the water alone.
"""
PLAN = (
    "Two Rivers, One Map",
    "Monday 9:00 and 15:00 - both schools measure, local time",
    "Tuesday - we compare the tables in the chat",
    "Wednesday - drawings of the bridges",
    "Thursday - one page for our parents",
    "Friday - we call each other: what surprised you?",
)
WORDS = (("English", "Nederlands", "kartuli"), ("river", "rivier", "mdinare"), ("bridge", "brug", "khidi"), ("water", "water", "tsqali"))

Moment = Callable[[int, int, int], int]


class Paper(NamedTuple):
    """One file: when, by whom, what it is called and what is said of it."""

    days_ago: int
    hour: int
    by: str
    name: str
    content: bytes
    about: str = ""


def table(rows: int) -> bytes:
    """The first so many measurements, as CSV."""
    return (_HEAD + "".join(f"{row}\n" for row in _ROWS[:rows])).encode()


def pdf(lines: tuple[str, ...]) -> bytes:
    """A page of text, the first line large; letters of Latin-1 only."""
    safe = [line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)") for line in lines]
    shown = [f"BT /F1 {26 if at == 0 else 14} Tf 60 {770 - at * 34 - (20 if at else 0)} Td ({line}) Tj ET" for at, line in enumerate(safe)]
    page = "\n".join(shown).encode("latin-1")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(page), page),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    out, at = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        at.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    rows = b"".join(b"%010d 00000 n \n" % offset for offset in at)
    return out + b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1, rows, len(objects) + 1, len(out),
    )  # fmt: skip


def ods(rows: tuple[tuple[str, ...], ...]) -> bytes:
    """A spreadsheet of one table (OpenDocument)."""
    office, tables, words = (f"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0" for name in ("office", "table", "text"))
    cells = "".join(
        "<t:table-row>"
        + "".join(f'<t:table-cell o:value-type="string"><x:p>{cell}</x:p></t:table-cell>' for cell in row)
        + "</t:table-row>"
        for row in rows
    )
    content = (
        '<?xml version="1.0" encoding="UTF-8"?>'
        f'<o:document-content xmlns:o="{office}" xmlns:t="{tables}" xmlns:x="{words}" o:version="1.3">'
        f'<o:body><o:spreadsheet><t:table t:name="Words">{cells}</t:table></o:spreadsheet></o:body></o:document-content>'
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = (
        '<?xml version="1.0" encoding="UTF-8"?>'
        '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" m:version="1.3">'
        f'<m:file-entry m:full-path="/" m:media-type="{kind}"/>'
        '<m:file-entry m:full-path="content.xml" m:media-type="text/xml"/></m:manifest>'
    )
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as whole:
        whole.writestr(zipfile.ZipInfo("mimetype"), kind, zipfile.ZIP_STORED)
        whole.writestr("content.xml", content)
        whole.writestr("META-INF/manifest.xml", manifest)
    return packed.getvalue()


PAPERS = (
    Paper(4, 9, "alice", "Our week.pdf", pdf(PLAN), "The plan for both classes. Print it for the classroom."),
    Paper(4, 10, "bob", "How we measure.txt", HOW_TO.encode()),
    Paper(3, 10, "pia", "Measurements.csv", table(2), "Temperature in degrees, depth in centimetres."),
    Paper(2, 11, "nino", "Words for the river.ods", ods(WORDS), "Please add your language!"),
)


async def keep(teller: Any, space: str, folder: str, at: Moment) -> str:
    """Fill the archive in this folder; answers the place."""
    teller.moment = at(4, 8, 30)
    place = str(
        (await teller.do("alice", "archive.make", MakePlace(space=space, parent=folder, title=TITLE, description=ABOUT)))["place"].id
    )
    made: dict[str, str] = {}
    for paper in PAPERS:
        teller.moment = at(paper.days_ago, paper.hour, 15)
        upload = await _send(teller, paper.by, place, paper.name, paper.content)
        added = await teller.do(paper.by, "file.add", Add(place=place, upload=upload, description=paper.about))
        made[paper.name] = str(added["file"].id)
    teller.moment = at(1, 10, 40)
    upload = await _send(teller, "pia", place, "Measurements.csv", table(4))
    await teller.do("pia", "file.replace", Replace(place=place, file=made["Measurements.csv"], upload=upload))
    return place


async def _send(teller: Any, by: str, place: str, name: str, content: bytes) -> str:
    receiver, who = teller.house.receiver, teller.who[by]
    room = await receiver.room(place, Asker(who))
    return str((await receiver.receive(who, place, room, Given(name, content))).upload)
