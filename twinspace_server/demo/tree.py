"""The demo's tree: folders three levels deep, each with its own rights. `demo` builds it, by commands, as the persons named.

What stands in the folders (archive, gallery, page) is hung there by the stories of those kinds: `build` answers the folders by name.
"""

from typing import Any, NamedTuple, Protocol

from twinspace_server.live.feature import CommandParams
from twinspace_server.spaces.tables import Row, SetTable
from twinspace_server.spaces.tree import Icon, MakePlace

WORK = ["read", "add"]
KEEP = ["read", "add", "edit", "delete"]


class Folder(NamedTuple):
    """`name` is how the rest of the demo calls it; `table` is role → rights, None inherits."""

    name: str
    by: str
    title: str
    inside: str | None
    icon: Icon
    description: str
    table: dict[str, list[str]] | None = None
    kind: str = "folder"


FOLDERS = (
    Folder(
        "rivers", "alice", "Our rivers", None, "waves",
        "The Leie and the Chorokhi: what we measured, drew and wrote, from the source to the sea.",
    ),
    Folder(
        "fieldwork", "alice", "Fieldwork October", "rivers", "compass",
        "Two mornings at the water, in Gent and in Batumi. Everybody of both classes puts in what they found.",
        {"teacher": KEEP, "pupil": WORK, "guest": []},
    ),
    Folder("leie", "pia", "Along the Leie", "fieldwork", "fish", "From the lock to the old harbour."),
    Folder("chorokhi", "milo", "Along the Chorokhi", "fieldwork", "mountain", "From the dam down to the Black Sea."),
    Folder("seen", "pia", "What we saw in October", "fieldwork", "", "Ask each other about what you found.", kind="forum"),
    Folder(
        "maps", "bob", "Maps and measurements", "rivers", "map", "To look things up. Teachers keep it in order.",
        {"teacher": KEEP, "pupil": ["read"], "guest": ["read"]},
    ),
    Folder(
        "teachers", "alice", "For teachers", None, "school", "Plans, permissions and prices.",
        {"teacher": KEEP, "pupil": [], "guest": []},
    ),
    Folder("plans", "bob", "Lesson plans", "teachers", "book", ""),
)  # fmt: skip


class Teller(Protocol):
    """Who speaks as the persons of the demo."""

    moment: int

    async def do(self, username: str, method: str, params: CommandParams) -> dict[str, Any]:
        """Run a command as this person."""
        ...


async def build(teller: Teller, space: str) -> dict[str, str]:
    """Make the folders; answers their ids by name."""
    made: dict[str, str] = {}
    for folder in FOLDERS:
        teller.moment += 60_000
        wanted = MakePlace(
            space=space, title=folder.title, parent=made[folder.inside] if folder.inside else None, description=folder.description,
            icon=folder.icon,
        )  # fmt: skip
        made[folder.name] = str((await teller.do(folder.by, f"{folder.kind}.make", wanted))["place"].id)
        if folder.table is not None:
            rows: Any = [Row(f"role:{role}", rights) for role, rights in folder.table.items()]  # type: ignore[arg-type]
            await teller.do("alice", "rights.set", SetTable(place=made[folder.name], rows=rows))
    return made
