"""What a proof has measured, as one line of JSON on the terminal, also when the test passes. For people and for the notes."""

import json
from collections.abc import Callable, Mapping
from typing import Any

Record = Callable[[str, object], None]
"""pytest's `record_property`: what it records comes from whichever process ran the test."""


def tell(record_property: Record, figures: Mapping[str, Any]) -> None:
    """Have the figures printed when the test is done (`conftest.py` does it)."""
    record_property("figures", json.dumps(figures))
