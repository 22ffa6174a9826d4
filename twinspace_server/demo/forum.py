"""The demo's forum: what the two classes ask each other, and what they answer. `demo` tells it, as the persons named."""

from typing import NamedTuple


class Entry(NamedTuple):
    """A post: who wrote it, how many school days ago at which hour (Gent's clock), and the words. `quotes` counts from the first post, 0."""

    by: str
    days_ago: int
    hour: int
    minute: int
    text: str
    quotes: int | None = None


class Subject(NamedTuple):
    title: str
    entries: tuple[Entry, ...]
    pinned: bool = False
    closed: bool = False


FORUM = "Questions to each other"

SUBJECTS = (
    Subject(
        "How we talk here",
        (
            Entry(
                "alice",
                4,
                9,
                5,
                "One question, one topic. Say hello, say where you are from, and be kind. Everybody may answer, teachers too.",
            ),
        ),
        pinned=True,
        closed=True,
    ),
    Subject(
        "How warm is your river?",
        (
            Entry("pia", 3, 10, 10, "The Leie has 11 degrees today. We measured it at the lock at half past eight. And yours?"),
            Entry("milo", 3, 11, 2, "The Chorokhi has 9 degrees! It comes from the mountains.", 0),
            Entry("nino", 2, 9, 40, "But the Black Sea still has 15. Grandfather swims in it every morning."),
            Entry("amina", 2, 10, 15, "Every morning? In November? Please tell him that he is our hero.", 2),
        ),
    ),
    Subject(
        "რას ჭამთ სკოლაში? What do you eat at school?",
        (
            Entry("luka", 2, 12, 30, "We have khachapuri on Fridays. What do you have?"),
            Entry("jef", 1, 10, 20, "Soup, every day. On Wednesday we go home at noon. What is in khachapuri?", 0),
            Entry("luka", 1, 11, 45, "Cheese. And more cheese. In Batumi also an egg, and it looks like a boat."),
        ),
    ),
)
