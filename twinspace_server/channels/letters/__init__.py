"""Letters (TMB): the mailbox of a space, in which its members write to each other and nobody else can reach them.

Whom a letter is for is decided when it is sent, inside the unit: names, a school, a group, a role and "everybody" become persons
who are members at that moment. A letter with a pupil in it, as sender or addressee, may be read by the staff too; one among adults is
for those in it alone, and must never reach anybody else's socket, query or count. What a person does with their letters (read,
put away, a draft) belongs to their desk: nobody else ever learns it.
"""

from twinspace_server.channels.letters import folders, own, post
from twinspace_server.channels.letters.items import feature

__all__ = ["feature", "folders", "own", "post"]
