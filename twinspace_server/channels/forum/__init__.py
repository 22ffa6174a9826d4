"""Forum (FOR): places where people discuss subjects at leisure, one topic each, in the order in which things were written.

Topics and posts keep their ids for ever, also when a topic moves; what was withdrawn or hidden leaves a trace, and its words
become an item for the staff. What a person has read and follows is their own business. Text only, no markup.
"""

from twinspace_server.live.feature import Channel

from . import arranging, marks, posting, story
from .items import feature
from .keeping import forget, others
from .reading import open_forum, unread

__all__ = ["CHANNEL", "arranging", "feature", "marks", "posting", "story"]

CHANNEL = Channel("forum", open_forum, unread, forget=forget, others=others)
feature.channels.append(CHANNEL)
