"""The calendar's story: every command and query once, for the documents and the contract tests."""

from twinspace_server.channels.calendar.events import feature

_PLACE = {"place": "{calendar}"}
_HOLIDAYS = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Example//Holidays//EN
BEGIN:VEVENT
UID:1@holidays.example
DTSTAMP:20261101T000000Z
DTSTART;VALUE=DATE:20261221
DTEND;VALUE=DATE:20270104
SUMMARY:Christmas holidays
END:VEVENT
END:VCALENDAR
"""

feature.example("calendar.make", "alice", {"space": "{space}", "title": "Our year"}, gives="calendar")
feature.example(
    "calendar.add", "pia", {**_PLACE, "title": "Map day", "starts": "2026-11-24", "description": "Bring a pencil."}, gives="mapday"
)
feature.example(
    "calendar.add",
    "alice",
    {
        **_PLACE, "title": "We talk about the river", "type": "activity", "starts": "2026-11-24T10:00", "ends": "2026-11-24T11:00",
        "zone": "Europe/Brussels", "repeat": "FREQ=WEEKLY;BYDAY=TU;COUNT=10",
    },
    gives="talk",
)  # fmt: skip
feature.example("calendar.change", "pia", {**_PLACE, "event": "{mapday}", "title": "Big map day"})
feature.example("calendar.move", "alice", {**_PLACE, "event": "{mapday}", "starts": "2026-11-26"})
feature.example("calendar.remove", "alice", {**_PLACE, "event": "{talk}", "scope": "one", "occurrence": "2026-12-22T10:00"})
feature.example("calendar.restore", "alice", {**_PLACE, "event": "{talk}", "occurrence": "2026-12-22T10:00"})
feature.example("calendar.between", "milo", {**_PLACE, "first": "2026-11-01", "last": "2026-11-30", "zone": "Asia/Tbilisi"})
feature.example("calendar.import", "alice", {**_PLACE, "ics": _HOLIDAYS})
feature.example("calendar.export", "milo", _PLACE)
feature.example("calendar.renew_feed", "milo", {"space": "{space}"})
feature.example("calendar.feed", "milo", {"space": "{space}"})
feature.example("calendar.end_feed", "milo", {"space": "{space}"})
