"""Who runs the demo's installation, and the support organisations of both countries: nora's of Belgium, irakli's of Georgia.

Everything is done by commands, as nora, who is the operator. `demo` calls it before there are schools.
"""

from collections.abc import Mapping
from typing import Any

from twinspace_server.people.installation import Arrange
from twinspace_server.people.support import Appoint, OpenDesk

CALLED, ORGANISATION = "TwinSpace", "The schools of the two rivers"
DESKS: Mapping[str, tuple[str, str]] = {
    "BE": ("The support organisation of Belgium", "nora"),
    "GE": ("The support organisation of Georgia", "irakli"),
}
"""By country: what the organisation is called, and who sits at its desk."""


async def arrange(teller: Any, people: Mapping[str, str]) -> None:
    """Say what the installation is called and who supports which country. `people` are ids by user name."""
    await teller.do("nora", "installation.arrange", Arrange(called=CALLED, organisation=ORGANISATION, approval="support"))
    for country, (name, username) in DESKS.items():
        await teller.do("nora", "support.open", OpenDesk(country=country, name=name))
        await teller.do("nora", "support.appoint", Appoint(country=country, person=people[username]))
