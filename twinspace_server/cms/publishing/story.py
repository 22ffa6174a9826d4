"""The story of publishing: each command and query once."""

from .terms import feature

feature.example("page.make", "alice", {"space": "{space}", "title": "River diary"}, gives="leaflet")
feature.example("publish.preview", "alice", {"place": "{leaflet}", "language": "en"})
feature.example("publish.sheet", "alice", {"place": "{leaflet}", "language": "en"})
feature.example("publish.put", "alice", {"place": "{leaflet}", "until": None, "language": "en"})
feature.example("publish.until", "alice", {"place": "{leaflet}", "until": "2031-06-30T22:00:00Z"})
feature.example("publish.list", "alice", {"space": "{space}"})
feature.example("publish.site", "alice", {"space": "{space}", "indexed": True})
feature.example("publish.take_back", "alice", {"place": "{leaflet}"})
