"""Photos of members on their way out: `GET /faces/<id>`, as small as they came in; `spaces/faces` is asked each time.

A photo has a new id when it is changed, so a browser may keep the bytes and ask only whether it still may show them.
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
    """The endpoint."""

    def __init__(self, api: Api, store: FileStore) -> None:
        self._api = api
        self._store = store

    def routes(self) -> list[Route]:
        return [Route("/faces/{portrait}", self.face, methods=["GET"])]

    async def face(self, request: Request) -> Response:
        """The bytes of a photo; not found for whoever may not see it, as for one that isn't there."""
        language = i18n.choose(request.headers.get("accept-language", ""), self._api.settings.default_language)
        try:
            who = await self._api.who(request)
            if who is None:
                raise SignedOut()
            asked = {"person": who.person, "portrait": request.path_params["portrait"]}
            face = await self._api.dispatcher.look("face.serve", asked)
            return await respond(request, self._store, face.blob, face.size, face.type, "photo")
        except Missing:
            return problem(NotFound(), language, {})
        except TwinspaceError as error:
            return problem(error, language, {})
