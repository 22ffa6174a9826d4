"""Booked chat sessions (RCH-01 to 04): a lesson of two or more schools gets a room that opens and closes by itself.

Booking makes the room at once, a place of the kind `session` in which all of chat works. Local time and zone are what was
agreed; moments are worked out from them, again whenever zone data change. When one may write there, and who must be there,
is its gate's (`law/gates.py`): here it is only set. So what must never break here is small: whatever is agreed,
changed or cancelled reaches the gate in the same unit.
"""

from . import agreeing, running, story
from .items import feature
from .running import Reckon, to_reckon

__all__ = ["Reckon", "agreeing", "feature", "running", "story", "to_reckon"]
