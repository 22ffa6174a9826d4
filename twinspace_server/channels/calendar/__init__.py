"""The calendar (CAL): holidays, activities, deadlines and booked sessions, seen by all members of a space.

What was planned is kept in the words of whoever planned it: a day, or a local time of an IANA zone; UTC is worked out at each
asking. The one rule that must never break: the server alone says when something happens, so every window, every feed and every
telephone shows the same moments.
"""

from twinspace_server.channels.calendar import feeds, files, planning, reading, sessions, story
from twinspace_server.channels.calendar.events import feature

__all__ = ["feature", "feeds", "files", "planning", "reading", "sessions", "story"]
