"""The web side of single sign-on: `/sso/start`, `/sso/back`, and `/sso/logout`, which the provider calls when its session ends.

In the browser there is only a one-time id in a cookie; what it stands for, and every decision, is behind commands of the house
(`people/single_sign_on`). Whatever goes wrong ends at `/joining` with a word behind the `#`, and in the log without anybody's words.
"""

from typing import Any

import structlog
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from twinspace_server import i18n, ids
from twinspace_server.errors import TwinspaceError
from twinspace_server.live.dispatch import Reply
from twinspace_server.live.rates import neighbourhood
from twinspace_server.web.api import Api, problem
from twinspace_server.web.provider import NotVouched, Provider

COOKIE_SECONDS = 600

logger = structlog.get_logger(__name__)


class SingleSignOn:
    """The three endpoints; none where no provider is set."""

    def __init__(self, api: Api) -> None:
        self._api = api
        self._settings = api.settings
        self._provider = Provider(api.settings)
        self._cookie = "__Host-sso" if api.settings.secure else "sso"

    def routes(self) -> list[Route]:
        if not self._settings.sso_issuer:
            return []
        return [
            Route("/sso/start", self.start, methods=["GET"]),
            Route("/sso/back", self.back, methods=["GET"]),
            Route("/sso/logout", self.logout, methods=["POST"]),
        ]

    async def start(self, request: Request) -> Response:
        """Send the browser to the provider."""
        try:
            self._api.bound_rate(request, None)
            begun = (await self._house("sign_on.begin", address=neighbourhood(request))).result
            door = await self._provider.door(state=begun["state"], nonce=begun["nonce"], verifier=begun["verifier"])
        except TwinspaceError as error:
            return problem(error, self._language(request), {})
        except NotVouched as why:
            return self._failed("failed", str(why))
        answer = RedirectResponse(door, 303)
        answer.set_cookie(
            self._cookie, begun["ticket"], max_age=COOKIE_SECONDS, secure=self._settings.secure, httponly=True, samesite="lax", path="/"
        )
        return answer

    async def back(self, request: Request) -> Response:
        """The browser comes back: find out who the provider says it is, and where that leads here."""
        try:
            self._api.bound_rate(request, None)
            answer = await self._back(request)
        except TwinspaceError as error:
            answer = problem(error, self._language(request), {})
        except NotVouched as why:
            answer = self._failed("failed", str(why))
        answer.delete_cookie(self._cookie, path="/", secure=self._settings.secure, httponly=True, samesite="lax")
        return answer

    async def _back(self, request: Request) -> Response:
        told, address = request.query_params, neighbourhood(request)
        ticket = request.cookies.get(self._cookie, "")
        flow = (await self._house("sign_on.back", ticket=ticket, state=told.get("state", ""), address=address)).result["flow"]
        if flow is None:
            return self._failed("over", "a state that nobody here has begun")
        if told.get("iss", self._settings.sso_issuer) != self._settings.sso_issuer:
            return self._failed("failed", "an answer of another provider")  # RFC 9207
        if "code" not in told:
            return self._failed("stopped", "no code came back")
        vouched = await self._provider.vouched(code=told["code"], nonce=flow.nonce, verifier=flow.verifier)
        device, language = request.headers.get("user-agent", "")[:300], self._language(request)
        landed = await self._house(
            "sign_on.land", issuer=self._settings.sso_issuer, subject=vouched.subject, session=vouched.session, email=vouched.email,
            verified=vouched.verified, address=address, device=device, language=language,
        )  # fmt: skip
        outcome, token = landed.result["outcome"], landed.result.get("ticket")
        if outcome == "in":
            answer = self._to("/")
            self._api.carry_cookie(landed, answer)
            return answer
        if outcome == "register":
            return self._to(f"/register#v.{token}")
        return self._to(f"/joining#{token or outcome}")

    async def logout(self, request: Request) -> Response:
        """The provider says that its session has ended (OpenID Connect Back-Channel Logout 1.0)."""
        try:
            self._api.bound_rate(request, None)
            form: FormData = await request.form(max_files=0, max_fields=10)
            subject, session = await self._provider.ended(str(form.get("logout_token", "")))
            await self._house("sign_on.end", issuer=self._settings.sso_issuer, subject=subject, session=session)
        except TwinspaceError as error:
            return problem(error, self._language(request), {})
        except NotVouched as why:
            logger.warning("sign_on_refused", ref=ids.tag(), why=str(why))
            return JSONResponse({"error": "invalid_request"}, 400)
        return Response(status_code=200)

    async def _house(self, method: str, **params: Any) -> Reply:
        command = self._api.dispatcher.registry.commands[method]
        return await self._api.dispatcher.house(method, command.params(**params))

    def _failed(self, word: str, why: str) -> Response:
        logger.warning("sign_on_refused", ref=ids.tag(), why=why)
        return self._to(f"/joining#{word}")

    def _to(self, path: str) -> Response:
        return RedirectResponse(self._settings.address + path, 303)

    def _language(self, request: Request) -> str:
        return i18n.choose(request.headers.get("accept-language", ""), self._settings.default_language)
