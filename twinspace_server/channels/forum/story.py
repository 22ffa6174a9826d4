"""The forum's story: each command and query once, as the documents show them and the contract tests try them."""

from .items import feature

_FORUM, _TOPIC = {"place": "{forum}"}, {"place": "{forum}", "topic": "{topic}"}

feature.example("forum.make", "alice", {"space": "{space}", "title": "Questions about the river", "parent": None}, gives="forum")
feature.example("forum.start", "pia", {**_FORUM, "title": "How warm is your river?", "text": "Ours has 11 degrees today."}, gives="topic")
feature.example("forum.answer", "milo", {**_TOPIC, "text": "14 degrees, near the bridge.", "quote": None}, gives="post")
feature.example("forum.edit", "milo", {**_FORUM, "post": "{post}", "text": "15 degrees, near the bridge.", "title": None})
feature.example("forum.topics", "pia", {**_FORUM, "before": 1000, "limit": 10})
feature.example("forum.posts", "pia", {**_TOPIC, "around": "{post}", "limit": 10})
feature.example("forum.seen", "pia", {**_TOPIC, "seq": 40})
feature.example("forum.follow", "pia", {**_TOPIC, "on": True})
feature.example("forum.marks", "pia", _FORUM)
feature.example("forum.pin", "bob", {**_TOPIC, "on": True})
feature.example("forum.close", "bob", {**_TOPIC, "on": True})
feature.example("forum.hide", "bob", {**_FORUM, "post": "{post}", "reason": "Not measured at all."})
feature.example("forum.restore", "bob", {**_FORUM, "post": "{post}"})
feature.example("forum.withdraw", "milo", {**_FORUM, "post": "{post}"})
feature.example("forum.make", "alice", {"space": "{space}", "title": "Measurements", "parent": None}, gives="other")
feature.example("forum.move", "bob", {**_TOPIC, "to": "{other}"})
feature.example("forum.bin", "bob", {"place": "{other}", "topic": "{topic}"})
feature.example("forum.bin_contents", "bob", {"place": "{other}"})
feature.example("forum.unbin", "bob", {"place": "{other}", "topic": "{topic}"})
feature.example("forum.move", "bob", {"place": "{other}", "topic": "{topic}", "to": "{forum}"})
