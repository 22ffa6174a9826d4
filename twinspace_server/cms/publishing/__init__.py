"""Publishing (PUB): a place is frozen as it is, and strangers read that until it is published again, taken back, or its end comes.

Whoever has *publish* there, and wherever a file that it shows lies, and is an adult. Editing goes on unseen. What takes something away
(the bin, a deleted file, consent taken back) needs nobody: it is asked about each time somebody looks (`strangers`, `showing`).
"""

from . import door, everything, hearing, looking, putting, story
from .terms import feature

__all__ = ["door", "everything", "feature", "hearing", "looking", "putting", "story"]
