"""Photos of members and pictures of spaces on their way out, as small as they came in: `GET /faces/<id>`, `GET /covers/<id>`.

`spaces/faces` and `spaces/covers` are asked each time. A picture has a new id when it is changed, so a browser may keep the bytes and
ask only whether it still may show them.
"""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from twinspace_server import i18n
from twinspace_server.errors import NotFound, SignedOut, TwinspaceError
from twinspace_server.files import FileStore
from twinspace_server.files.promise import Missing
from twinspace_server.web.api import Api, problem
from twinspace_server.web.downloads import respond


class Faces:
    """Both endpoints."""

    def __init__(self, api: Api, store: FileStore) -> None:
        self._api = api
        self._store = store

    def routes(self) -> list[Route]:
        return [Route("/faces/{portrait}", self.face, methods=["GET"]), Route("/covers/{cover}", self.cover, methods=["GET"])]

    async def face(self, request: Request) -> Response:
        """The bytes of a photo; not found for whoever may not see it, as for one that isn't there."""
        return await self._give(request, "face.serve", "photo")

    async def cover(self, request: Request) -> Response:
        """The bytes of a space's picture, in the same way."""
        return await self._give(request, "cover.serve", "picture")

    async def _give(self, request: Request, asked: str, name: str) -> Response:
        language = i18n.choose(request.headers.get("accept-language", ""), self._api.settings.default_language)
        try:
            who = await self._api.who(request)
            if who is None:
                raise SignedOut()
            found = await self._api.dispatcher.look(asked, {"person": who.person, **request.path_params})
            return await respond(request, self._store, found.blob, found.size, found.type, name)
        except Missing:
            return problem(NotFound(), language, {})
        except TwinspaceError as error:
            return problem(error, language, {})
