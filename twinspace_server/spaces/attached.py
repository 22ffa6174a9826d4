"""Files and pictures of the space that hang on something else: a note's picture, what goes with a post of a forum (PIN, FOR).

What is attached is named, never copied: it lies where it lay, and whoever may not see it there does not see it here. The kind of
item is asked by its name, so that no channel knows where files come from.
"""

from collections.abc import Sequence
from typing import Annotated, Any

from msgspec import Meta

from twinspace_server.errors import BadInput
from twinspace_server.live.feature import Context, Id

MOST = 6

Attached = Annotated[list[Id], Meta(max_length=MOST, description="Files of the space that the writer can see.")]


def attachable(ctx: Context, wanted: Sequence[str], path: str) -> list[str]:
    """These files, once each: raises `unknown_file` at the first that the person can't see, or that is hidden."""
    unique = list(dict.fromkeys(wanted))
    there = {item.id for item in _shown(ctx, unique)}
    for at, file in enumerate(unique):
        if file not in there:
            raise BadInput(code="unknown_file", path=f"{path}[{at}]")
    return unique


def picture(ctx: Context, wanted: str, path: str) -> str:
    """This picture: raises `unknown_file`, or `picture_wanted` for a file of another kind."""
    found = _shown(ctx, [wanted])
    if not found:
        raise BadInput(code="unknown_file", path=path)
    if not found[0].type.startswith("image/"):
        raise BadInput(code="picture_wanted", path=path)
    return wanted


def _shown(ctx: Context, wanted: Sequence[str]) -> list[Any]:
    if not wanted or "file" not in ctx.registry.items:
        return []
    return [item for item in ctx.load("file", wanted) if item.state == "shown"]  # type: ignore[attr-defined]
