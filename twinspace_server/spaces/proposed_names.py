"""User names for pupils: from first name and class, with a tail of chance, so that nobody outside can guess one.

A name in another script is written in Latin letters first, plainly: it has to be typed on any keyboard. Pure but for the chance.
"""

import re
import secrets
import unicodedata

TAIL = "abcdefghjkmnpqrstuvwxyz23456789"
"""No letters and digits that look alike on paper."""
TAIL_LENGTH = 4
MOST_FIRST, MOST_CLASS = 20, 8
PROPOSED = re.compile(rf"[a-z0-9-]{{1,30}}-[{TAIL}]{{{TAIL_LENGTH}}}")

_GEORGIAN = (
    "ა a ბ b გ g დ d ე e ვ v ზ z თ t ი i კ k ლ l მ m ნ n ო o პ p ჟ zh რ r ს s ტ t უ u ფ p ქ k ღ gh ყ q შ sh ჩ ch ც ts ძ dz წ ts ჭ ch ხ kh "
    "ჯ j ჰ h"
)
_CYRILLIC = (
    "а a б b в v г g ґ g д d е e є ye ж zh з z и i і i ї yi й y к k л l љ lj м m н n њ nj о o п p р r с s т t ћ c у u ф f х h ц ts ч ch "
    "џ dz ш sh щ sht ъ a ы y ь  э e ю yu я ya ђ dj ј j ё yo"
)
_GREEK = "α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ ch ψ ps ω o"
_ARMENIAN = (
    "ա a բ b գ g դ d ե e զ z է e ը y թ t ժ zh ի i լ l խ kh ծ ts կ k հ h ձ dz ղ gh ճ ch մ m յ y ն n շ sh ո o չ ch պ p ջ j ռ r ս s վ v տ t "
    "ր r ց ts ւ w փ p ք k օ o ֆ f"
)
_LATIN = "ß ss æ ae œ oe ø o ł l đ d ð d þ th ı i"


def _table() -> dict[str, str]:
    found: dict[str, str] = {}
    for script in (_GEORGIAN, _CYRILLIC, _GREEK, _ARMENIAN, _LATIN):
        parts = script.split(" ")
        found.update(zip(parts[::2], parts[1::2], strict=True))
    return found


_LETTERS = _table()


def plain(text: str) -> str:
    """Small Latin letters and digits of a text, and nothing else; empty where the script is unknown."""
    written = "".join(_LETTERS.get(letter, letter) for letter in text.lower())
    bare = "".join(letter for letter in unicodedata.normalize("NFKD", written) if not unicodedata.combining(letter))
    # Letters with an accent have lost it only now: й and ї are in the table, ά is not.
    return re.sub(r"[^a-z0-9]", "", "".join(_LETTERS.get(letter, letter) for letter in bare))


def propose(name: str, group: str) -> str:
    """A user name for somebody of a class: `pia-4b-x7k2`. Another one each time."""
    first = plain(name.split(" ", 1)[0])[:MOST_FIRST] or "pupil"
    middle = plain(group)[:MOST_CLASS]
    tail = "".join(secrets.choice(TAIL) for _ in range(TAIL_LENGTH))
    return "-".join(part for part in (first, middle, tail) if part)
