"""A session from the asking to its end, as the contract tests play it."""

from .items import feature

_ASKED = {"space": "{space}", "subject": "Our rivers", "zone": "Europe/Brussels", "minutes": 45}

feature.example(
    "session.book", "alice", {**_ASKED, "start": "{tomorrow}", "people": ["{bob}", "{pia}", "{milo}"], "teachers": "each"}, gives="session"
)
feature.example("session.answer", "bob", {"place": "{session}", "answer": "accepted", "word": "We look forward to it."})
feature.example("session.change", "alice", {"place": "{session}", "note": "Bring your maps."})
feature.example("session.cancel", "alice", {"place": "{session}", "reason": "Snow."})
feature.example("session.book", "alice", {**_ASKED, "start": "{now}", "people": ["{bob}", "{pia}"], "teachers": "none"}, gives="running")
feature.example("session.answer", "bob", {"place": "{running}", "answer": "accepted"})
feature.example("session.extend", "bob", {"place": "{running}", "minutes": 10})
feature.example("session.end", "bob", {"place": "{running}"})
