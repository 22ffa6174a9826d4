"""The pinboard of the demo: what two classes have found by their rivers, pinned, sorted and moved by them.

Only what hangs there; `demo` pins it, as the persons named.
"""

from dataclasses import dataclass
from typing import Literal

TITLE = "By the river"
COLUMNS = ("In the water", "On the bank", "Questions")


@dataclass(frozen=True)
class Paper:
    """One note: when, by whom, in which colour and column (its place in COLUMNS), and where it hangs."""

    days_ago: int
    hour: int
    minute: int
    by: str
    colour: Literal["sun", "rose", "leaf", "sky", "plum", "sand"]
    column: int | None
    x: int
    y: int
    text: str


PAPERS: tuple[Paper, ...] = (
    Paper(4, 10, 5, "pia", "sky", 0, 60, 60, "A duck with eleven ducklings. I counted three times because they did not sit still."),
    Paper(4, 10, 8, "jef", "sun", 1, 330, 40, "One shoe. Left. Size 43. Nobody knows whose."),
    Paper(4, 10, 12, "milo", "sky", 0, 610, 90, "The water is green in the morning and brown after rain. I have a photo of both."),
    Paper(
        4,
        10,
        20,
        "nino",
        "leaf",
        1,
        880,
        50,
        "ჩვენი ჭადარი. Our plane tree: it is older than the school and you need five pupils to go round it.",
    ),
    Paper(3, 14, 50, "amina", "rose", 2, 90, 330, "Why is your river warmer than ours, if it comes from the mountains?"),
    Paper(3, 14, 55, "luka", "plum", 2, 360, 300, "Do you have trout? We do, but only where the water is fast."),
    Paper(
        3,
        15,
        10,
        "alice",
        "sand",
        None,
        640,
        350,
        "Measuring days: Monday 9:00 and 15:00, both schools, local time. Bring a towel for the thermometer.",
    ),
    Paper(2, 9, 15, "pia", "sun", 2, 120, 590, "What is the boulevard? Is it next to the sea or next to the river?"),
    Paper(1, 9, 45, "milo", "sun", 2, 390, 560, "Next to the sea! 7 kilometres of it. You can see Turkey when the air is clean."),
    Paper(1, 10, 2, "bob", "sand", 1, 900, 330, "Well seen, everybody. Which of these shall we put on the map first?"),
    Paper(0, 9, 20, "amina", "leaf", 1, 660, 600, "Willows, 14 of them, between the lock and the school. One has a door drawn on it."),
)
"""Pinned one after the other; where they overlap, the later one lies on top."""
