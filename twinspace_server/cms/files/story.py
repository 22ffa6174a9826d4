"""The story of a file, as the documents show it and the contract tests play it. `upload` is `POST /api/upload`."""

from .items import feature

feature.example("archive.make", "alice", {"space": "{space}", "title": "Field notes"}, gives="archive")
feature.example("archive.make", "alice", {"space": "{space}", "title": "Finished work"}, gives="other_archive")
feature.example("file.room", "pia", {"place": "{archive}"})
feature.example("upload", "pia", {"place": "{archive}", "name": "lamps.csv", "text": "bridge,lamps\nnorth,14\n"}, gives="upload")
feature.example(
    "file.add",
    "pia",
    {"place": "{archive}", "upload": "{upload}", "name": "Lamps on the bridge.csv", "description": "Counted on Tuesday.", "alt": ""},
    gives="lamps",
)
feature.example(
    "file.change",
    "pia",
    {"place": "{archive}", "file": "{lamps}", "name": "Lamps.csv", "description": "Counted twice.", "alt": "", "rank": 1024},
)
feature.example("upload", "pia", {"place": "{archive}", "name": "lamps.csv", "text": "bridge,lamps\nnorth,15\n"}, gives="counted_again")
feature.example("file.replace", "pia", {"place": "{archive}", "file": "{lamps}", "upload": "{counted_again}"})
feature.example("file.versions", "milo", {"place": "{archive}", "file": "{lamps}"})
feature.example("file.bring_back", "pia", {"place": "{archive}", "file": "{lamps}", "version": 1})
feature.example("file.list", "milo", {"place": "{archive}", "before": "{lamps}"})
feature.example("file.move", "pia", {"place": "{archive}", "file": "{lamps}", "to": "{other_archive}"})
feature.example("file.move", "pia", {"place": "{other_archive}", "file": "{lamps}", "to": "{archive}"})
feature.example("file.named", "milo", {"space": "{space}", "files": ["{lamps}"]})
feature.example("file.hide", "bob", {"place": "{archive}", "file": "{lamps}", "reason": "These are not our numbers."})
feature.example("file.show", "bob", {"place": "{archive}", "file": "{lamps}"})
feature.example("file.delete", "pia", {"place": "{archive}", "file": "{lamps}"})
feature.example("file.deleted", "pia", {"place": "{archive}"})
feature.example("file.restore", "pia", {"place": "{archive}", "file": "{lamps}"})
