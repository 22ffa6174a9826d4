"""Names before strangers: whoever is in no list of consents is nobody's name on a public page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twinspace_server.cms.names import Known, Names

CAST = [
    Known("Alice Vermeulen", False, False),
    Known("Pia Claes", True, True),
    Known("Milo Beridze", True, False),
    Known("Amina El Idrissi", True, False),
    Known("Anne-Marie D'Hondt", True, True),
    Known("ლუკა ჯაფარიძე", True, False),
]


def shown(text: str) -> str:
    return Names(CAST, "a pupil").text(text)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Alice Vermeulen went with us.", "Alice went with us."),
        ("We asked Ms Vermeulen.", "We asked Ms Vermeulen."),
        ("Pia Claes and pia\u00a0claes and PIA  CLAES", "Pia and Pia and Pia"),
        ("Claes, Pia (photos)", "Pia (photos)"),
        ("Pia_Claes.jpg, pia-claes.jpg", "Pia.jpg, Pia.jpg"),
        ("Pia measured it. Claes wrote it down.", "Pia measured it. Pia wrote it down."),
        ("Pia Claes's boat and Pia Claes’ map", "Pia's boat and Pia’ map"),
        ("Milo's map, Milos kaart", "A pupil's map, a pupils kaart"),
        ("Then Milo Beridze swam. Milo swam.", "Then a pupil swam. A pupil swam."),
        ("with Amina El Idrissi, El Idrissi and Amina", "with a pupil, a pupil and a pupil"),
        ("Anne-Marie D’Hondt, Anne Marie D'Hondt", "Anne-Marie, Anne-Marie"),
        ("Das ist ლუკა ჯაფარიძე.", "Das ist a pupil."),
        ("a milometer, Milos Island, the Piazza, milo", "a milometer, a pupils Island, the Piazza, milo"),
        ("", ""),
        ("No names here: 12 °C, 🦦.", "No names here: 12 °C, 🦦."),
    ],
)
def test_what_a_stranger_reads(written: str, read: str) -> None:
    assert shown(written) == read


def test_a_name_that_is_half_bold() -> None:
    names = Names(CAST, "a pupil")
    assert names.texts(["We asked Mi", "lo Beri", "dze", " and Alice ", "Vermeulen."]) == ["We asked a pupil", "", "", " and Alice", "."]
    assert dict(names.changed) == {("Milo Beridze", "a pupil"): 1, ("Alice Vermeulen", "Alice"): 1}


def test_of_two_with_one_first_name_the_shyer_one_decides() -> None:
    names = Names([Known("Nino Kalandadze", True, True), Known("Nino Gelashvili", True, False)], "a pupil")
    assert names.text("Nino Kalandadze saw it. So did Nino.") == "Nino saw it. So did a pupil."


def test_no_name_in_an_address() -> None:
    assert Names(CAST, "a pupil").without("The boats of Pia and Milo Beridze") == "The boats of  and "


@given(st.lists(st.sampled_from(["Milo", "Beridze", " ", "Claes", "Pia", ",", "x", "Amina El Idrissi", "s", "\n", "-", "_"]), max_size=12))
def test_nobody_gets_through(parts: list[str]) -> None:
    """Whatever the writing, cut anywhere: no full name, and of who may not be named no name at all."""
    read = "".join(Names(CAST, "a pupil").texts(parts))
    again = Names(CAST, "a pupil")
    assert again.text(read) == read, "what was shortened stays as it is"
