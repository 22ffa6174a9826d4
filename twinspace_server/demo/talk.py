"""What the people of the demo say: some days of talk between a class in Gent and a class in Batumi.

Only text, read by `demo`. Times are school hours in Gent; Batumi is three hours ahead in winter.
"""

from dataclasses import dataclass, field

DAYS = 6
ROOMS = (("main", "Live chat"), ("questions", "Ask the other class"), ("maps", "Map makers"), ("teachers", "Teachers’ corner"))


@dataclass(frozen=True)
class Line:
    """One line: who, where, when, what; `name` lets another line answer it, `reactions` are emoji → names."""

    days_ago: int
    hour: int
    minute: int
    room: str
    by: str
    text: str
    name: str = ""
    answers: str = ""
    reactions: dict[str, str] = field(default_factory=dict)


LINES: tuple[Line, ...] = (
    Line(5, 9, 2, "main", "alice", "Good morning Batumi! This is class 2B of De Waterlelie. We are eleven at the window and all of us wave.", reactions={"👋": "bob milo nino luka"}),
    Line(5, 9, 3, "main", "bob", "Good afternoon from Batumi! It is twelve o’clock here and the sea is right behind the school."),
    Line(5, 9, 4, "main", "milo", "Hi! I’m Milo. Our river is the Chorokhi. It comes from the mountains in Turkey.", name="chorokhi"),
    Line(5, 9, 5, "main", "pia", "Hoi Milo, I’m Pia. Ours is the Leie. It comes from France and it is very slow.", answers="chorokhi", reactions={"🐌": "milo nino jef"}),
    Line(5, 9, 6, "main", "nino", "How slow?"),
    Line(5, 9, 7, "main", "jef", "You can walk next to a leaf and win 😀", reactions={"😂": "nino milo luka amina"}),
    Line(5, 9, 8, "main", "luka", "ჩვენი მდინარე ძალიან სწრაფია. That means: our river is very fast.", reactions={"💨": "jef pia", "❤️": "nino"}),
    Line(5, 9, 10, "main", "amina", "I like your letters, Luka! They look like drawings. Can you write my name?", name="letters"),
    Line(5, 9, 11, "main", "luka", "ამინა", answers="letters", reactions={"😍": "amina pia alice"}),
    Line(5, 9, 12, "main", "amina", "I’m putting that on my notebook."),
    Line(5, 10, 30, "teachers", "bob", "That went well. Mine are still talking about the leaf."),
    Line(5, 10, 41, "teachers", "alice", "Mine too! Shall we take Thursday for the first measuring? Water temperature, colour, and one thing they find."),
    Line(5, 10, 44, "teachers", "bob", "Thursday is good, we have the last two hours free. I can borrow three thermometers."),
    Line(4, 8, 45, "questions", "pia", "What do you eat at school? We bring sandwiches in a box.", name="eat"),
    Line(4, 8, 52, "questions", "nino", "There is a small kitchen. Today it was lobio, that is beans with walnuts. Very good when it is cold.", answers="eat", reactions={"😋": "amina jef"}),
    Line(4, 8, 55, "questions", "jef", "Beans WITH walnuts??", name="beans"),
    Line(4, 8, 56, "questions", "milo", "Don’t say no before you try it 🙂"),
    Line(4, 8, 58, "questions", "amina", "My grandmother makes something like that. I’ll ask her for the recipe and bring it."),
    Line(4, 9, 20, "maps", "luka", "I made a first drawing of our river, with the bridge and the two islands. How big should the paper be?", name="paper"),
    Line(4, 9, 24, "maps", "amina", "We use A3. If you do too, we can put them next to each other and the rivers meet in the middle!", answers="paper", reactions={"💡": "luka nino pia"}),
    Line(4, 9, 25, "maps", "luka", "That is a very good idea. A3 then."),
    Line(3, 13, 30, "main", "alice", "We are going down to the water now. Jackets on! We write here when we are back."),
    Line(3, 14, 31, "main", "pia", "Back! 8.4 °C. And I have wet shoes.", name="leie", reactions={"🥶": "milo nino", "😅": "jef"}),
    Line(3, 14, 32, "main", "jef", "She stood IN it. Not next to it.", answers="leie", name="feet"),
    Line(3, 14, 33, "main", "milo", "11.9 °C here. We measured three times because nobody believed it.", name="ours", reactions={"🌡️": "pia amina alice"}),
    Line(3, 14, 34, "main", "amina", "How can a mountain river be warmer than ours?", answers="ours", name="why"),
    Line(3, 14, 36, "main", "bob", "Good question, Amina. Who has an idea? No phones, think first.", answers="why"),
    Line(3, 14, 38, "main", "nino", "Because of the sea? It was 17 °C this week and we are very near."),
    Line(3, 14, 39, "main", "luka", "And it didn’t rain, so it is not so deep now. Shallow water warms up quicker."),
    Line(3, 14, 41, "main", "alice", "Two good reasons. Can we test one of them?", reactions={"👏": "bob"}),
    Line(3, 14, 43, "main", "pia", "We could measure in the morning and in the afternoon! If the sun does it, ours changes more when it is shallow."),
    Line(3, 14, 44, "main", "milo", "Deal. Monday 9:00 and 15:00, both schools, local time."),
    Line(2, 16, 10, "teachers", "alice", "Could you look at the questions room? Jef asks for “the scariest animal in your river” and I’d love an answer with a picture."),
    Line(2, 16, 32, "teachers", "bob", "I saw it, Nino is on it. She says catfish. I hope she is joking about the size."),
    Line(2, 11, 15, "questions", "jef", "What is the scariest animal in your river?", name="animal"),
    Line(2, 11, 21, "questions", "nino", "A catfish. My uncle caught one that was longer than me.", answers="animal", reactions={"😱": "jef pia amina"}),
    Line(2, 11, 22, "questions", "pia", "I will never put my feet in a river again."),
    Line(2, 11, 23, "questions", "milo", "Too late, you already did 😄", reactions={"😂": "jef amina nino"}),
    Line(1, 9, 40, "maps", "nino", "This page has very old maps of the Black Sea coast: https://www.davidrumsey.com – look for Batum, without the i."),
    Line(1, 9, 48, "maps", "amina", "So beautiful. The river had a different mouth then!", reactions={"👀": "luka milo"}),
    Line(1, 9, 50, "maps", "luka", "My grandfather says it moved in a flood. I will ask him which year."),
    Line(1, 15, 5, "main", "milo", "Is it already dark in Gent? Here the lamps on the boulevard just went on.", name="dark"),
    Line(1, 15, 6, "main", "pia", "No, still light! Grey, but light. You are three hours ahead of us, that’s why.", answers="dark"),
    Line(1, 15, 7, "main", "milo", "I always forget. It feels like the same room."),
    Line(1, 15, 8, "main", "amina", "That’s the nicest thing somebody said today 💛", reactions={"💛": "milo nino pia luka"}),
    Line(0, 8, 50, "questions", "amina", "My grandmother’s recipe is here! It needs walnuts, garlic and a lot of patience."),
    Line(0, 8, 58, "questions", "luka", "Patience is the hardest ingredient."),
    Line(0, 9, 1, "questions", "nino", "We cook it on Friday and tell you who won.", reactions={"🍲": "amina"}),
    Line(0, 9, 5, "main", "bob", "Good morning to Gent! Who brings the thermometer today?"),
    Line(0, 9, 6, "main", "jef", "Me. And Pia brings boots.", reactions={"👢": "pia milo"}),
    Line(0, 9, 8, "main", "nino", "Our first one today: 12.3 °C. The sun was on it since seven.", name="first"),
    Line(0, 9, 10, "main", "pia", "8.1 °C for us. Colder than Thursday! So it is not only the sun.", answers="first", reactions={"🤔": "milo luka"}),
    Line(0, 9, 12, "main", "luka", "Then it must be the sea. I’ll ask my uncle for the temperature at the harbour."),
    Line(0, 9, 14, "main", "milo", "Already evening soon here 🌙 we measure again at three, don’t forget!"),
)  # fmt: skip
