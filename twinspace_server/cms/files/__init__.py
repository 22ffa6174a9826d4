"""Files (CMS-05, CMS-06): everything in a space that is kept as bytes, in whatever kind of place it lies.

A file is an item with a name, an author and versions; its bytes lie in the file store under a name made of their content, once for
all who have the same. They come in by `POST /api/upload`, are read by `GET /files/<id>`, and neither asks anything but these
commands and queries. The rule that must never break: whoever can't see the item gets no byte of it.
"""

from . import adding, changing, contents, reading, story
from .items import feature

__all__ = ["adding", "changing", "contents", "feature", "reading", "story"]
