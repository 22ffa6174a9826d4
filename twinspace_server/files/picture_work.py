"""What is done to a picture, in a process of its own: decode, turn upright, make it web-sized, write it anew without metadata.

`pictures` starts this program and speaks with it in lines of JSON. Whatever a picture does to its decoder, it does it here: with
bounded memory, with nothing of the server's environment, and with only this picture's file. Imports nothing of the server but its bounds.
"""

import contextlib
import json
import os
import sys
import warnings
from pathlib import Path
from typing import Any

from PIL import GifImagePlugin, Image, ImageSequence, UnidentifiedImageError

from twinspace_server.files.picture_bounds import LONG_SIDE, MOST_PIXELS, TYPES

FORMATS = ("JPEG", "PNG", "GIF", "WEBP", "AVIF")
# An animation is a picture per frame, and all of them are in memory while it is written.
MOST_FRAMES = 300
MOST_PIXELS_OF_FRAMES = 80_000_000
MEMORY = 1 << 30
MOST_WRITTEN = 64 << 20
# A colour profile is kept; what is larger than any camera's is something else.
MOST_PROFILE = 64 << 10
IDLE = 60.0
# How EXIF's orientation is undone.
UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
# Chosen by looking and by measuring (docs/decisions/0016): WebP at 80 can't be told from the original at these sizes.
WEBP = {"quality": 80, "method": 3}


class AnimationTooLong(Exception):
    """More frames than are taken, or more pixels in all of them."""


def clean(path_in: str, path_out: str) -> dict[str, Any]:
    """Write the picture anew: upright, at most 2560 px long, nothing in it but pixels and a colour profile. The type stays."""
    with _opened(path_in) as image:
        form = "JPEG" if image.format == "MPO" else str(image.format)
        if form in {"GIF", "WEBP"} and getattr(image, "n_frames", 1) > 1:
            width, height = _animation(image, path_out, form)
        else:
            width, height = _still(image, path_out, form)
    return {"type": TYPES[form], "width": width, "height": height}


def thumbnails(path_in: str, paths_out: dict[str, str]) -> dict[str, Any]:
    """WebP pictures of the given widths (never enlarged), decoded once, each made from the next larger."""
    with _opened(path_in) as image:
        widths = sorted((int(width) for width in paths_out), reverse=True)
        orientation = _orientation(image)
        turned = orientation > 4  # then its width is what is its height now
        width, height = image.size[::-1] if turned else image.size
        enough = (widths[0], max(1, round(height * widths[0] / width)))
        image.draft(None, enough[::-1] if turned else enough)
        profile = _profile(image)
        small = _plain(image)
        if orientation > 1:
            small = small.transpose(UPRIGHT[orientation])
    for most in widths:
        if width > most:
            size = (most, max(1, round(height * most / width)))
            small = small.resize(size, Image.Resampling.LANCZOS, reducing_gap=2.0)
        small.save(paths_out[str(most)], format="WEBP", icc_profile=profile, **WEBP)
    return {}


def _opened(path: str) -> Image.Image:
    """The picture with its header read, which says its size; nothing is decoded yet."""
    return Image.open(path, formats=FORMATS)


def _orientation(image: Image.Image) -> int:
    """EXIF's word about which side is up, 1 to 8; a broken one is none."""
    try:
        value = image.getexif().get(0x0112, 1)
    except Exception:  # whatever a camera wrote there, the picture itself may be whole
        return 1
    return value if value in UPRIGHT else 1


def _profile(image: Image.Image) -> bytes | None:
    """The colour profile, cut to the length it states, if it is one and speaks of the picture's kind of colour."""
    profile = image.info.get("icc_profile")
    if not isinstance(profile, bytes) or not 128 <= len(profile) <= MOST_PROFILE or profile[36:40] != b"acsp":
        return None
    if profile[16:20] != (b"GRAY" if image.mode in {"1", "L", "LA"} else b"RGB "):
        return None
    return profile[: int.from_bytes(profile[:4], "big")]


def _plain(image: Image.Image) -> Image.Image:
    """The decoded pixels in a mode that can be scaled, with nothing else attached."""
    image.load()
    if image.mode.startswith("I"):  # 16 bits of grey
        plain = image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    elif image.mode in {"L", "RGB", "RGBA"} and "transparency" not in image.info:
        plain = image.copy()
    else:
        plain = image.convert("RGBA" if image.has_transparency_data else "RGB")
    plain.info = {}
    return plain


def _web_size(size: tuple[int, int]) -> tuple[int, int]:
    """The size with its long side bounded, in whole pixels."""
    by = min(1.0, LONG_SIDE / max(size))
    return max(1, round(size[0] * by)), max(1, round(size[1] * by))


def _still(image: Image.Image, path_out: str, form: str) -> tuple[int, int]:
    """Write one picture. What needs neither turning nor scaling keeps its palette, or its JPEG tables: no generation is lost."""
    orientation, size = _orientation(image), _web_size(image.size)
    options = _how(form)
    if orientation == 1 and size == image.size and image.mode != "CMYK":
        image.load()
        options["icc_profile"] = _profile(image)
        if image.format == "JPEG":
            options.update(quality="keep", optimize=True)
        # All that Pillow would write by itself (comments, XMP) it takes from here.
        image.info = {name: image.info[name] for name in ("transparency",) if name in image.info}
        image.save(path_out, format=form, **options)
        return image.size
    if form == "JPEG":
        image.draft(None, size)
    options["icc_profile"] = _profile(image)
    plain = _plain(image)
    if size != plain.size:
        plain = plain.resize(size, Image.Resampling.LANCZOS, reducing_gap=2.0)
    if orientation > 1:
        plain = plain.transpose(UPRIGHT[orientation])
    plain.save(path_out, format=form, **options)
    return plain.size


def _how(form: str) -> dict[str, Any]:
    """How each format is written."""
    if form == "JPEG":
        return {"quality": 86, "optimize": True, "progressive": True}
    if form == "WEBP":
        return {"quality": 86, "method": 3}
    if form == "AVIF":
        return {"quality": 70, "speed": 8, "max_threads": 1}
    return {"optimize": form == "GIF"}


def _animation(image: Image.Image, path_out: str, form: str) -> tuple[int, int]:
    """Write all frames anew. Thumbnails never move; the whole does only for who opens it (WCAG 2.2.2)."""
    count = int(getattr(image, "n_frames", 1))
    if count > MOST_FRAMES or count * image.width * image.height > MOST_PIXELS_OF_FRAMES:
        raise AnimationTooLong
    size, loop, profile = _web_size(image.size), image.info.get("loop"), _profile(image)
    frames: list[Image.Image] = []
    durations: list[int] = []
    for frame in ImageSequence.Iterator(image):
        frame.load()  # WebP knows only then how long it stands
        durations.append(max(20, min(int(frame.info.get("duration") or 100), 60_000)))
        if size == frame.size and frame.mode == "P":
            kept = frame.copy()
            kept.info = {name: frame.info[name] for name in ("transparency",) if name in frame.info}
        else:
            kept = _plain(frame)
            kept = kept.resize(size, Image.Resampling.LANCZOS) if size != kept.size else kept
        frames.append(kept)
    options: dict[str, Any] = {} if loop is None else {"loop": int(loop)}
    options |= {"icc_profile": profile, **_how(form)} if form == "WEBP" else {"disposal": 2}
    frames[0].save(path_out, format=form, save_all=True, append_images=frames[1:], duration=durations, **options)
    return size


def answer(line: bytes) -> dict[str, Any]:
    """Do one piece of work; say what came of it, or the code of what is wrong and the kind of exception."""
    work = json.loads(line)
    written = [work["out"]] if "out" in work else list(work["outs"].values())
    try:
        if "out" in work:
            return {"done": clean(work["in"], work["out"])}
        return {"done": thumbnails(work["in"], work["outs"])}
    except UnidentifiedImageError as error:
        code, fault = "type_not_allowed", error
    except AnimationTooLong as error:
        code, fault = "animation_too_long", error  # type: ignore[assignment]
    except (MemoryError, Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        code, fault = "picture_too_large", error  # type: ignore[assignment]
    except Exception as error:  # a decoder's exceptions are of any kind
        code, fault = "picture_broken", error  # type: ignore[assignment]
    for path in written:
        Path(path).unlink(missing_ok=True)
    return {"error": code, "kind": type(fault).__name__}


def _bound() -> None:
    """Give up what no picture needs: memory, time of others, large files, core dumps."""
    warnings.simplefilter("error", Image.DecompressionBombWarning)
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    GifImagePlugin.LOADING_STRATEGY = GifImagePlugin.LoadingStrategy.RGB_AFTER_DIFFERENT_PALETTE_ONLY
    if sys.platform == "win32":
        return
    import resource

    # Rooms before pictures: a chat on the same machine must not wait for them.
    with contextlib.suppress(OSError):
        os.nice(5)
    for what, most in (("RLIMIT_AS", MEMORY), ("RLIMIT_FSIZE", MOST_WRITTEN), ("RLIMIT_CORE", 0), ("RLIMIT_NOFILE", 64)):
        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(getattr(resource, what), (most, most))


def _idle() -> bool:
    """Whether nothing came for a minute: the process ends, and the next picture starts a new one."""
    if sys.platform == "win32":
        return False
    import select

    return not select.select([sys.stdin.fileno()], [], [], IDLE)[0]


def main() -> None:
    """Answer line by line until the server ends, or until there is nothing to do."""
    _bound()
    while not _idle():
        line = sys.stdin.buffer.readline()
        if not line:
            return
        sys.stdout.buffer.write(json.dumps(answer(line)).encode() + b"\n")
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
