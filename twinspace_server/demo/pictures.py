"""The photo gallery of the demo: what two classes brought home from their rivers, drawn by code, calm and in the schools' hues.

Only what hangs there and how it is drawn; `demo` uploads it, as the persons named, through the door that everybody uses. Each is
drawn twice as large and then reduced, which makes its edges smooth.
"""

import io
import math
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PIL import Image, ImageDraw, ImageOps

TITLE = "Pictures from the water"
DESCRIPTION = "What we saw when we went down to our rivers, both classes on the same morning."

Colour = str
Point = tuple[float, float]


class Sheet:
    """A picture in the making; places are parts of its width and height, 0 to 1."""

    def __init__(self, width: int, height: int) -> None:
        self.size = (width * 2, height * 2)
        self.image = Image.new("RGB", self.size)
        self.pen = ImageDraw.Draw(self.image)
        self.dice = random.Random(f"{width}x{height}")

    def at(self, x: float, y: float) -> Point:
        return x * self.size[0], y * self.size[1]

    def fade(self, above: Colour, below: Colour, top: float = 0.0, bottom: float = 1.0) -> None:
        """A ground that goes from one colour to another, over the whole width."""
        height = round((bottom - top) * self.size[1]) + 1
        grey = Image.linear_gradient("L").resize((self.size[0], height))
        self.image.paste(ImageOps.colorize(grey, above, below), (0, round(top * self.size[1])))

    def disc(self, x: float, y: float, radius: float, colour: Colour) -> None:
        cx, cy = self.at(x, y)
        r = radius * self.size[0]
        self.pen.ellipse((cx - r, cy - r, cx + r, cy + r), fill=colour)

    def shape(self, points: Sequence[Point], colour: Colour) -> None:
        self.pen.polygon([self.at(x, y) for x, y in points], fill=colour)

    def box(self, x: float, y: float, width: float, height: float, colour: Colour) -> None:
        self.pen.rectangle((*self.at(x, y), *self.at(x + width, y + height)), fill=colour)

    def stroke(self, points: Sequence[Point], width: float, colour: Colour) -> None:
        self.pen.line([self.at(x, y) for x, y in points], fill=colour, width=max(2, round(width * self.size[0])), joint="curve")

    def hills(self, base: float, height: float, colour: Colour, waves: float, shift: float) -> None:
        """A soft line of hills, down to the foot of the picture."""
        ridge = [(i / 90, base - height * _wave(i / 90, waves, shift)) for i in range(91)]
        self.shape([*ridge, (1, 1), (0, 1)], colour)

    def peaks(self, base: float, height: float, colour: Colour, snow: Colour | None, tops: Sequence[Point]) -> None:
        """Mountains with their tops at these spots (x, part of the height)."""
        for x, part in tops:
            top, half = base - height * part, 0.26 * part
            self.shape([(x - half, base), (x - half * 0.35, base - height * part * 0.62), (x, top), (x + half, base)], colour)
            if snow:
                low = top + (base - top) * 0.2
                edge = [(x - 0.058 * part, low), (x, top), (x + 0.052 * part, low), (x + 0.02, low - 0.02), (x - 0.008, low + 0.012)]
                self.shape([*edge, (x - 0.03, low - 0.014)], snow)

    def glints(self, top: float, colour: Colour, many: int, middle: float = 0.5, spread: float = 0.5) -> None:
        """Light on water: short level strokes, longer the nearer they are."""
        for _ in range(many):
            y = top + (1 - top) * self.dice.random() ** 1.3
            near = (y - top) / (1 - top)
            x = middle + (self.dice.random() - 0.5) * 2 * spread * (0.35 + near)
            long = 0.012 + 0.06 * near * self.dice.random()
            self.stroke([(x - long, y), (x + long, y)], 0.0012 + 0.0025 * near, colour)

    def bytes(self) -> bytes:
        out = io.BytesIO()
        self.image.reduce(2).save(out, "JPEG", quality=88)
        return out.getvalue()


def _wave(x: float, waves: float, shift: float) -> float:
    return 0.5 + 0.3 * math.sin(waves * x * 2 * math.pi + shift) + 0.2 * math.sin(waves * 2.3 * x * 2 * math.pi + shift * 1.7)


def morning() -> bytes:
    """Poplars and gabled houses along a slow river at sunrise."""
    sheet = Sheet(1200, 800)
    sheet.fade("#ffd9c2", "#fdeecf", 0, 0.62)
    sheet.disc(0.68, 0.47, 0.055, "#fff6df")
    sheet.hills(0.6, 0.08, "#c9dfe6", 1.3, 0.4)
    sheet.hills(0.62, 0.05, "#9cc9cb", 2.1, 2.0)
    for number in range(11):
        x = 0.03 + number * 0.036
        tall = 0.2 + 0.07 * math.sin(number * 1.9)
        sheet.shape(
            [(x - 0.011, 0.63), (x - 0.013, 0.63 - tall * 0.5), (x, 0.63 - tall), (x + 0.013, 0.63 - tall * 0.5), (x + 0.011, 0.63)],
            "#2c6d6c",
        )
    for x, wide, tall, colour in (
        (0.5, 0.07, 0.15, "#cf7a5a"),
        (0.575, 0.06, 0.19, "#a8554a"),
        (0.64, 0.075, 0.14, "#e0a36d"),
        (0.722, 0.06, 0.17, "#8c4f57"),
    ):
        sheet.box(x, 0.63 - tall, wide, tall, colour)
        for step in range(4):
            sheet.box(x + wide * step / 8, 0.63 - tall - 0.022 * (step + 1), wide * (1 - step / 4), 0.023, colour)
        for row in range(3):
            for column in range(2):
                sheet.box(x + wide * (0.2 + 0.38 * column), 0.65 - tall + row * 0.045, wide * 0.2, 0.026, "#fdeecf")
    sheet.fade("#8fcfd0", "#0b7a83", 0.63, 1)
    sheet.box(0, 0.625, 1, 0.012, "#075a61")
    sheet.glints(0.645, "#d9f1f2", 90, 0.45, 0.7)
    sheet.glints(0.645, "#fff3d6", 55, 0.68, 0.12)
    return sheet.bytes()


def bridge() -> bytes:
    """An old stone bridge in one high arch over a mountain river."""
    sheet = Sheet(1200, 800)
    sheet.fade("#bfe4ff", "#eef8ff", 0, 0.7)
    sheet.peaks(0.66, 0.5, "#8fa9cf", "#ffffff", ((0.2, 0.78), (0.5, 1.0), (0.83, 0.86)))
    sheet.hills(0.62, 0.16, "#5f8fa3", 1.1, 3.5)
    sheet.hills(0.69, 0.14, "#35803b", 0.9, 1.2)
    sheet.hills(0.74, 0.09, "#23602a", 1.6, 4.4)
    sheet.fade("#57b6b5", "#0b5d66", 0.74, 1)
    sheet.glints(0.76, "#d9f1f2", 130, 0.5, 0.6)
    rise = [(x / 60, 0.5 + 1.25 * (x / 60 - 0.5) ** 2) for x in range(61)]
    arch = [(0.5 + 0.3 * math.cos(a / 40 * math.pi), 0.8 - 0.235 * math.sin(a / 40 * math.pi)) for a in range(41)]
    sheet.shape([*rise, (1, 0.86), (0.8, 0.86), *arch, (0.2, 0.86), (0, 0.86)], "#c9a06b")
    sheet.shape([*rise, *((x, y + 0.022) for x, y in reversed(rise))], "#8a6238")
    for outer, inner in zip(range(0, 40, 2), range(1, 41, 2), strict=True):
        (x1, y1), (x2, y2) = arch[outer], arch[inner]
        sheet.stroke([(x1, y1), (x2, y2)], 0.009, "#8a6238")
    for number in range(46):
        x = sheet.dice.random()
        top = 0.54 + 1.25 * (x - 0.5) ** 2
        y = top + sheet.dice.random() * 0.2
        if abs(x - 0.5) > 0.31 or y < 0.79 - 0.25 * math.sqrt(max(0.0, 1 - ((x - 0.5) / 0.31) ** 2)):
            sheet.box(x, y, 0.022, 0.013, "#b88c57" if number % 2 else "#d9b583")
    for x, r in ((0.03, 0.05), (0.1, 0.035), (0.94, 0.055), (0.88, 0.03)):
        sheet.disc(x, 0.9, r, "#1f5a2c")
        sheet.disc(x + 0.02, 0.93, r, "#2f7a3a")
    return sheet.bytes()


def heron() -> bytes:
    """A heron on one leg between reeds, upright picture."""
    sheet = Sheet(720, 960)
    sheet.fade("#dff3dd", "#bcdccb", 0, 0.55)
    sheet.hills(0.5, 0.06, "#8fbf9a", 1.0, 0.2)
    sheet.fade("#7fb9a5", "#2f6d63", 0.5, 1)
    sheet.glints(0.52, "#cfe9da", 80, 0.5, 0.6)
    grey, dark = "#6f8096", "#33415c"
    sheet.stroke([(0.5, 0.6), (0.505, 0.72), (0.495, 0.86)], 0.012, "#d98a2b")
    sheet.stroke([(0.53, 0.6), (0.58, 0.68), (0.53, 0.71)], 0.012, "#d98a2b")
    body = [
        (
            0.36 + 0.2 * math.cos(a / 30 * 2 * math.pi) + 0.14,
            0.53 + 0.085 * math.sin(a / 30 * 2 * math.pi) - 0.03 * math.cos(a / 30 * 2 * math.pi),
        )
        for a in range(30)
    ]
    sheet.shape(body, grey)
    sheet.shape([(0.3, 0.53), (0.2, 0.64), (0.42, 0.6)], dark)
    sheet.shape([(0.36, 0.5), (0.3, 0.58), (0.52, 0.58), (0.6, 0.5)], "#55657e")
    neck = [(0.64, 0.5), (0.72, 0.44), (0.68, 0.37), (0.62, 0.32), (0.61, 0.26), (0.66, 0.22)]
    sheet.stroke(neck, 0.05, "#dfe6ee")
    sheet.stroke(neck[1:], 0.02, "#eef3f8")
    for x, y in neck:
        sheet.disc(x, y, 0.025, "#dfe6ee")
    sheet.disc(0.67, 0.215, 0.042, "#eef3f8")
    sheet.shape([(0.69, 0.2), (0.86, 0.235), (0.69, 0.24)], "#e09a33")
    sheet.stroke([(0.68, 0.19), (0.56, 0.2), (0.5, 0.235)], 0.014, dark)
    sheet.disc(0.685, 0.208, 0.008, "#1a2142")
    for number in range(46):
        x = sheet.dice.choice((sheet.dice.uniform(-0.02, 0.26), sheet.dice.uniform(0.74, 1.02)))
        tall, lean = 0.25 + 0.3 * sheet.dice.random(), (sheet.dice.random() - 0.5) * 0.09
        colour = ("#35803b", "#23602a", "#5a9a4f")[number % 3]
        sheet.stroke([(x, 1.02), (x + lean * 0.4, 1 - tall * 0.6), (x + lean, 1 - tall)], 0.008, colour)
        if number % 4 == 0:
            sheet.stroke([(x + lean, 1 - tall), (x + lean * 1.1, 1 - tall - 0.06)], 0.022, "#7a4a2a")
    sheet.stroke([(0.4, 0.865), (0.6, 0.865)], 0.004, "#cfe9da")
    sheet.stroke([(0.34, 0.885), (0.66, 0.885)], 0.004, "#a9d2bf")
    return sheet.bytes()


def seafront() -> bytes:
    """The sea at dusk with palms and a big wheel, a wide picture."""
    sheet = Sheet(1400, 638)
    sheet.fade("#3f3a86", "#e88a5a", 0, 0.66)
    sheet.disc(0.36, 0.6, 0.06, "#ffd08a")
    sheet.hills(0.66, 0.12, "#6a4a86", 0.8, 2.6)
    sheet.fade("#8c3f7e", "#2a2560", 0.66, 1)
    sheet.glints(0.68, "#ffb97a", 90, 0.36, 0.14)
    sheet.glints(0.68, "#a56aa8", 110, 0.6, 0.8)
    dark = "#1a1740"
    cx, cy, r = 0.76, 0.46, 0.105
    wide = sheet.size[0] / sheet.size[1]
    rim = [(cx + r * math.cos(a / 48 * 2 * math.pi), cy + r * wide * math.sin(a / 48 * 2 * math.pi)) for a in range(49)]
    sheet.stroke(rim, 0.0035, dark)
    for number in range(12):
        x, y = rim[number * 4]
        sheet.stroke([(cx, cy), (x, y)], 0.0014, dark)
        sheet.disc(x, y, 0.0085, ("#f5b445", "#4cc4cc", "#f58a7d")[number % 3])
    sheet.stroke([(cx - 0.045, 0.8), (cx, cy), (cx + 0.045, 0.8)], 0.005, dark)
    sheet.shape([(0, 0.86), (0.5, 0.82), (1, 0.78), (1, 1), (0, 1)], dark)
    for x, base, tall in ((0.07, 0.87, 0.5), (0.16, 0.86, 0.38), (0.93, 0.8, 0.44), (0.58, 0.83, 0.24)):
        top = (x + 0.02, base - tall)
        sheet.stroke([(x, base), (x + 0.006, base - tall * 0.5), top], 0.007, dark)
        for angle in range(0, 360, 40):
            reach, turn = tall * 0.2, math.radians(angle)
            tip = (top[0] + reach * math.cos(turn), top[1] + reach * 0.9 * math.sin(turn) * 0.6 + reach * 0.55)
            middle = (top[0] + reach * 0.6 * math.cos(turn), top[1] + reach * 0.5 * math.sin(turn) - reach * 0.15)
            sheet.stroke([top, middle, tip], 0.005, dark)
    return sheet.bytes()


def willow() -> bytes:
    """Willows at a lock, whose gates stand half open."""
    sheet = Sheet(1040, 780)
    sheet.fade("#deecfc", "#f5faff", 0, 0.6)
    sheet.hills(0.56, 0.05, "#b7d7c0", 1.4, 1.0)
    sheet.fade("#9fc9d8", "#2470c8", 0.58, 1)
    sheet.glints(0.6, "#eaf4ff", 110, 0.5, 0.5)
    sheet.shape([(0, 0.55), (0.3, 0.57), (0.22, 1), (0, 1)], "#8aa17a")
    sheet.shape([(1, 0.55), (0.7, 0.57), (0.8, 1), (1, 1)], "#7d9970")
    for side in (0, 1):
        x = 0.3 if side == 0 else 0.7
        inner = 0.43 if side == 0 else 0.57
        sheet.shape([(x, 0.55), (inner, 0.58), (inner, 0.74), (x, 0.79)], "#5d4630")
        for step in range(5):
            y = 0.575 + step * 0.036
            sheet.stroke([(x, y), (inner, y + 0.006)], 0.0035, "#8a6a49")
        sheet.stroke([(x, 0.54), (inner, 0.57)], 0.008, "#3a2c1e")
        beam = x + (-0.1 if side == 0 else 0.1)
        sheet.stroke([(beam, 0.525), (inner, 0.565)], 0.011, "#f0a020")
    for x, high in ((0.12, 0.2), (0.9, 0.16)):
        sheet.stroke([(x, 0.72), (x + 0.012, 0.45), (x, high + 0.08)], 0.028, "#6a5138")
        for _ in range(120):
            from_x = x + (sheet.dice.random() - 0.5) * 0.24
            from_y = high + 0.12 * abs(from_x - x) / 0.12 + 0.05 * sheet.dice.random()
            fall = 0.16 + 0.24 * sheet.dice.random()
            lean = (from_x - x) * 0.5
            colour = sheet.dice.choice(("#6fae5c", "#4f9149", "#8cc474", "#3d7a3b"))
            sheet.stroke(
                [(from_x, from_y), (from_x + lean * 0.5, from_y + fall * 0.5), (from_x + lean * 0.7, from_y + fall)], 0.0045, colour
            )
    return sheet.bytes()


def night() -> bytes:
    """Two banks at night under one moon: lights of a town on the left, mountains on the right."""
    sheet = Sheet(1200, 750)
    sheet.fade("#141a45", "#3a3f86", 0, 0.62)
    for _ in range(130):
        sheet.disc(sheet.dice.random(), sheet.dice.random() * 0.5, 0.0007 + 0.0012 * sheet.dice.random(), "#e7e5fb")
    sheet.disc(0.5, 0.2, 0.05, "#fdf3d0")
    sheet.disc(0.487, 0.188, 0.008, "#eadfb8")
    sheet.disc(0.512, 0.213, 0.011, "#eadfb8")
    sheet.peaks(0.62, 0.36, "#22285c", "#8d96cf", ((0.72, 0.75), (0.9, 1.0)))
    sheet.hills(0.64, 0.06, "#1b2150", 1.2, 0.7)
    for number in range(9):
        x = 0.02 + number * 0.046
        tall = 0.08 + 0.06 * abs(math.sin(number * 2.3))
        sheet.box(x, 0.62 - tall, 0.04, tall, "#10153a")
        sheet.shape([(x, 0.62 - tall), (x + 0.02, 0.62 - tall - 0.045), (x + 0.04, 0.62 - tall)], "#10153a")
        for row in range(2):
            if (number + row) % 3:
                sheet.box(x + 0.012, 0.635 - tall + row * 0.04, 0.008, 0.018, "#f5b445")
    sheet.fade("#262c68", "#0d1030", 0.62, 1)
    sheet.glints(0.64, "#fdf3d0", 70, 0.5, 0.08)
    sheet.glints(0.64, "#f5b445", 36, 0.2, 0.2)
    sheet.glints(0.64, "#5a63a8", 90, 0.7, 0.6)
    sheet.shape([(0.58, 0.76), (0.74, 0.76), (0.715, 0.8), (0.605, 0.8)], "#0a0d26")
    sheet.stroke([(0.66, 0.76), (0.66, 0.6)], 0.004, "#0a0d26")
    sheet.disc(0.66, 0.6, 0.007, "#ffd08a")
    return sheet.bytes()


@dataclass(frozen=True)
class Photo:
    """One picture: when and by whom it was put there, under which name, and what is said of it."""

    days_ago: int
    hour: int
    minute: int
    by: str
    name: str
    draw: Callable[[], bytes]
    caption: str
    alt: str


PHOTOS: tuple[Photo, ...] = (
    Photo(
        3, 9, 40, "alice", "leie-morning.jpg", morning,
        "The Leie at half past eight. The thermometer said 11 degrees, our fingers said less.",
        "A slow green river at sunrise, with a row of poplars on the left and four houses with stepped gables on the right bank.",
    ),
    Photo(
        3, 11, 5, "bob", "old-bridge.jpg", bridge,
        "The old bridge is 900 years old. We measured from the middle, where it is fastest.",
        "A stone bridge in one high arch over a turquoise river; behind it green hills and three mountains with snow.",
    ),
    Photo(
        2, 10, 15, "pia", "reiger.jpg", heron,
        "He stood like this for twenty minutes. I know because I stood there too.",
        "A grey heron on one leg in shallow water, between tall reeds.",
    ),
    Photo(
        2, 18, 30, "bob", "boulevard.jpg", seafront,
        "For Pia, who asked: this is the boulevard. The river comes into the sea just behind the wheel.",
        "The sea at dusk, orange and violet, with palm trees and a big wheel with coloured cabins on the shore.",
    ),
    Photo(
        1, 9, 20, "pia", "sluis.jpg", willow,
        "The lock between our school and the town. One of the willows has a door drawn on it, but on the other side.",
        "A lock with half open wooden gates and yellow beams, with a weeping willow on each bank.",
    ),
    Photo(
        0, 7, 50, "alice", "one-moon.jpg", night,
        "Drawn after our last session: your bank and ours, and only one moon for both.",
        "Night over a wide river: lit houses on the left bank, dark mountains on the right, a boat with a lamp and one moon in the middle.",
    ),
)  # fmt: skip
COVER = "old-bridge.jpg"
