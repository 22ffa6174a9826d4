"""Names before strangers: full names of members become first names, pupils who may not be named become "a pupil".

Pure: it gets the members with what may be said of each, and rewrites texts. It finds names in any writing of them ("CLAES, Pia",
"pia_claes.jpg", half of it in bold) and keeps what it has changed, which the preview lists. It never guesses whom a word means: a
first name that one pupil may not be called by is left out for everybody of that name.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_WORD = re.compile(r"[^\W_]+")
_GAP = re.compile(r"[\s,.'’_\-\u00a0]{1,3}")
_ENDS_SENTENCE = re.compile(r"(^|[.!?…:]\s+|\n\s*)[\"“„«'‘(]?$")
SHORTEST = 2
"""Letters of a name that is looked for alone."""


@dataclass(frozen=True, slots=True)
class Known:
    """A member before strangers: the full name, and whether the first name may be said."""

    name: str
    pupil: bool
    may_be_named: bool


@dataclass(frozen=True, slots=True)
class _Form:
    """One way to write somebody: its words, and what stands there instead (None: the word for an unnamed pupil)."""

    words: tuple[str, ...]
    shown: str | None
    capital: bool
    """Only with a capital letter: alone it may be an ordinary word."""


@dataclass(frozen=True, slots=True)
class _Hit:
    start: int
    end: int
    shown: str


class Names:
    """Rewrites texts for strangers; `word` is what stands for a pupil who may not be named."""

    def __init__(self, members: Iterable[Known], word: str) -> None:
        self._word = word
        self._forms: dict[str, list[_Form]] = {}
        self.changed: Counter[tuple[str, str]] = Counter()
        """What was written and what stands there now, with how often."""
        for member in members:
            self._learn(member)
        for forms in self._forms.values():
            # The longest first; of equal ones the one that says less.
            forms.sort(key=lambda form: (-len(form.words), form.shown is not None))

    def text(self, text: str) -> str:
        """One text."""
        return self.texts([text])[0]

    def texts(self, parts: Sequence[str]) -> list[str]:
        """Parts that are read as one text (a sentence of which a half is bold). A name over several stands in the first."""
        whole = "".join(parts)
        hits = self._find(whole)
        if not hits:
            return list(parts)
        for hit in hits:
            self.changed[whole[hit.start : hit.end], hit.shown] += 1
        rewritten, at = [], 0
        for part in parts:
            begin, end = at, at + len(part)
            at = end
            out, here = [], begin
            for hit in hits:
                if hit.end <= begin or hit.start >= end:
                    continue
                out.append(whole[here : max(hit.start, here)])
                if hit.start >= begin:
                    out.append(hit.shown)
                here = min(max(hit.end, here), end)
            out.append(whole[here:end])
            rewritten.append("".join(out))
        return rewritten

    def without(self, text: str) -> str:
        """The text without any name, for an address."""
        kept, at = [], 0
        for hit in self._find(text, everybody=True):
            kept.append(text[at : hit.start])
            at = hit.end
        return "".join([*kept, text[at:]])

    def _learn(self, member: Known) -> None:
        given, *rest = member.name.split() or [""]
        first, family = _words(given), _words(" ".join(rest))
        shown = given if member.may_be_named or not member.pupil else None
        if family:
            for words in {(*first, *family), (*family, *first)}:
                self._put(_Form(words, shown, False))
            if member.pupil and len("".join(family)) > SHORTEST:
                self._put(_Form(family, shown, True))
        if first and len("".join(first)) >= SHORTEST:
            # Without a change it still counts where no name at all may stand.
            self._put(_Form(first, shown, True))

    def _put(self, form: _Form) -> None:
        self._forms.setdefault(form.words[0], []).append(form)

    def _find(self, text: str, *, everybody: bool = False) -> list[_Hit]:
        found = list(_WORD.finditer(text))
        hits: list[_Hit] = []
        at = 0
        while at < len(found):
            taken = self._match(text, found, at)
            if taken is None:
                at += 1
                continue
            form, length, end = taken
            start = found[at].start()
            at += length
            shown = self._shown(form, text, start)
            if everybody or text[start:end] != shown:
                hits.append(_Hit(start, end, shown))
        return hits

    def _shown(self, form: _Form, text: str, start: int) -> str:
        if form.shown is not None:
            return form.shown
        begins = _ENDS_SENTENCE.search(text[:start]) is not None
        return self._word[:1].upper() + self._word[1:] if begins else self._word

    def _match(self, text: str, found: list[re.Match[str]], at: int) -> tuple[_Form, int, int] | None:
        """The first form that stands there: itself, how many words, where it ends (a possessive s stays outside)."""
        head = _folded(found[at][0])
        for form in (*self._forms.get(head, ()), *(self._forms.get(head[:-1], ()) if head.endswith("s") else ())):
            length = len(form.words)
            if at + length > len(found):
                continue
            if form.capital and not _capital(found[at][0]):
                continue
            words = [_folded(match[0]) for match in found[at : at + length]]
            tail = words[-1]
            if words[:-1] != list(form.words[:-1]) or tail not in (form.words[-1], f"{form.words[-1]}s"):
                continue
            pairs = zip(found[at : at + length - 1], found[at + 1 : at + length], strict=True)
            if not all(_GAP.fullmatch(text[a.end() : b.start()]) for a, b in pairs):
                continue
            end = found[at + length - 1].end()
            return form, length, end if tail == form.words[-1] else end - 1
        return None


def _words(name: str) -> tuple[str, ...]:
    return tuple(_folded(word) for word in _WORD.findall(name))


def _folded(word: str) -> str:
    """Without case and accents, as people type names."""
    return "".join(c for c in unicodedata.normalize("NFKD", word.casefold()) if not unicodedata.combining(c))


def _capital(word: str) -> bool:
    """Begins with a capital, or is of a script that has none."""
    return word[0] == word[0].upper()
