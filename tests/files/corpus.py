"""Pictures as people and attackers send them, made by code: with everything a phone writes, broken ones, bombs, two things in one."""

import functools
import io
import struct
import zipfile
import zlib
from typing import Any

from PIL import Image, ImageCms, ImageDraw, PngImagePlugin

XMP = (
    b'<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/'
    b'22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator><rdf:Seq><rdf:li>Pia Secret'
    b'</rdf:li></rdf:Seq></dc:creator></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
)
HTML = b"<html><script>document.title='SECRET ran'</script></html>"
SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def drawn(width: int, height: int, mode: str = "RGB") -> Image.Image:
    """A picture whose top is red, left bottom green and right bottom blue, so that one sees which way it stands."""
    image = Image.new(mode, (width, height), "red")
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, height // 2, width // 2, height), fill="green")
    pen.rectangle((width // 2, height // 2, width, height), fill="blue")
    return image


def exif(orientation: int = 1) -> bytes:
    """What a phone writes: who, when, where, with what, and a small picture of the whole."""
    tags = Image.Exif()
    tags[0x0112], tags[0x010F], tags[0x013B], tags[0x9C9B] = orientation, "SecretPhone", "Pia Secret", "Pia Secret".encode("utf-16le")
    tags.get_ifd(0x8769).update({0x9003: "2026:11:22 08:00:00", 0x9286: b"ASCII\0\0\0Secret street 1", 0xA431: "SECRET-SERIAL"})
    tags.get_ifd(0x8825).update({1: "N", 2: (52.0, 5.0, 12.5), 3: "E", 4: (5.0, 7.0, 3.25)})
    return tags.tobytes()


def saved(image: Image.Image, form: str, **how: Any) -> bytes:
    """Its bytes in this format."""
    out = io.BytesIO()
    image.save(out, form, **how)
    return out.getvalue()


def _segment(marker: int, body: bytes) -> bytes:
    return bytes([0xFF, marker]) + struct.pack(">H", len(body) + 2) + body


def phone(width: int = 640, height: int = 480, orientation: int = 6) -> bytes:
    """A JPEG with EXIF, GPS, XMP, IPTC, a comment, a thumbnail in EXIF's second directory and a colour profile."""
    small = saved(drawn(64, 48), "JPEG")
    # EXIF by hand where Pillow can't: the second directory with its thumbnail.
    base = bytearray(exif(orientation)[6:])
    end = len(base)
    first = struct.unpack_from("<I" if base[:2] == b"II" else ">I", base, 4)[0]
    order = "<" if base[:2] == b"II" else ">"
    count = struct.unpack_from(order + "H", base, first)[0]
    struct.pack_into(order + "I", base, first + 2 + 12 * count, end)
    base += struct.pack(order + "H", 3)
    base += struct.pack(order + "HHIHH", 0x0103, 3, 1, 6, 0)
    base += struct.pack(order + "HHII", 0x0201, 4, 1, end + 2 + 36 + 4)
    base += struct.pack(order + "HHII", 0x0202, 4, 1, len(small))
    base += struct.pack(order + "I", 0) + small
    iptc = b"\x1c\x02\x50\x00\x0aPia Secret" + b"\x1c\x02\x5a\x00\x0cSecret City!"
    resource = b"Photoshop 3.0\0" + b"8BIM\x04\x04\0\0" + struct.pack(">I", len(iptc)) + iptc + b"\0" * (len(iptc) % 2)
    plain = saved(drawn(width, height), "JPEG", icc_profile=SRGB, quality=90)
    return (
        plain[:2]
        + _segment(0xE1, b"Exif\0\0" + bytes(base))
        + _segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + XMP)
        + _segment(0xED, resource)
        + _segment(0xFE, b"SECRET comment")
        + plain[2:]
    )


def told(form: str) -> bytes:
    """A picture of this format with all that it can carry besides pixels."""
    image = drawn(640, 480)
    if form == "JPEG":
        return phone()
    if form == "PNG":
        info = PngImagePlugin.PngInfo()
        info.add_text("Author", "Pia Secret")
        info.add_text("Comment", "SECRET " * 50, zip=True)
        info.add_itxt("XML:com.adobe.xmp", XMP.decode())
        return saved(image, form, pnginfo=info, exif=exif(6), icc_profile=SRGB, dpi=(300, 300))
    if form == "GIF":
        return saved(image.convert("P"), form, comment=b"Pia Secret")
    return saved(image, form, exif=exif(6), xmp=XMP, icc_profile=SRGB)


def zipped() -> bytes:
    """A ZIP that a reader of its end would open."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("SECRET.html", HTML)
    return out.getvalue()


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def png(width: int, height: int, rows: bytes, *more: tuple[bytes, bytes]) -> bytes:
    """A PNG that says what it likes."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = [(b"IHDR", head), *more, (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, body) for name, body in chunks)


@functools.cache
def bombs() -> dict[str, bytes]:
    """Small files that become large ones."""
    jpeg = bytearray(saved(drawn(64, 64), "JPEG"))
    at = jpeg.index(b"\xff\xc0") + 5
    jpeg[at : at + 4] = struct.pack(">HH", 60000, 60000)
    gif = bytearray(saved(drawn(64, 64).convert("P"), "GIF"))
    gif[6:10] = struct.pack("<HH", 60000, 60000)
    webp = bytearray(saved(drawn(64, 64), "WEBP", lossless=True))
    at = webp.index(b"VP8L") + 9
    webp[at : at + 4] = struct.pack("<I", 16383 | (16383 << 14))
    return {
        "header.png": png(60000, 60000, b"\0"),
        "pixels.png": png(20000, 20000, b"\0" * 60_001 * 100),
        "just over.png": png(8000, 5001, b"\0" * 24_001 * 10),
        "text.png": png(8, 8, b"\0" * 25 * 8, (b"zTXt", b"Comment\0\0" + zlib.compress(b"\0" * (50 << 20), 9))),
        "profile.png": png(8, 8, b"\0" * 25 * 8, (b"iCCP", b"icc\0\0" + zlib.compress(b"\0" * (50 << 20), 9))),
        "header.jpg": bytes(jpeg),
        "header.gif": bytes(gif),
        "header.webp": bytes(webp),
    }
