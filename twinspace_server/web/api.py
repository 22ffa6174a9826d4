"""The HTTP side of the door: `POST /api/<command or query>`, parameters as the JSON body, the result as the JSON answer.

Here errors become RFC 9457 problems (the other place is `live/socket`), `Idempotency-Key` becomes `key`, and a sign-in
becomes a cookie. It decides nothing.
"""

from time import monotonic

import msgspec
import structlog
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

from twinspace_server import i18n, identity, ids
from twinspace_server.errors import BadInput, Internal, TooLarge, TooMany, TwinspaceError
from twinspace_server.identity import Who
from twinspace_server.live.dispatch import Asker, Dispatcher, Reply
from twinspace_server.live.feature import CommandParams
from twinspace_server.live.rates import Buckets, neighbourhood

MOST_BODY = 256 * 1024
ADDRESS_SHARE = 10
"""A whole school sits behind one address: as many clients are reckoned to it."""
STRANGERS_SHARE, STRANGERS_AT_ONCE = 0.5, 5
"""Of the rate and the burst: commands from one address without a session. They hash and count, so a flood of them ends before it is
looked at; two hundred at once, and ten a second after, let a whole school sign in before the first lesson."""

logger = structlog.get_logger(__name__)

_encode = msgspec.json.Encoder().encode


class Api:
    """The HTTP endpoint of all commands and queries."""

    def __init__(self, dispatcher: Dispatcher) -> None:
        self.dispatcher = dispatcher
        self.settings = dispatcher.settings
        rate, burst = self.settings.messages_per_second, self.settings.burst
        self._by_session = Buckets(rate, burst)
        self._by_address = Buckets(rate * ADDRESS_SHARE, burst * ADDRESS_SHARE)
        self._of_strangers = Buckets(rate * STRANGERS_SHARE, burst * STRANGERS_AT_ONCE)

    def routes(self) -> list[Route]:
        return [Route("/api/{method}", self.call, methods=["POST"])]

    async def call(self, request: Request) -> Response:
        """One command or query; every error is a problem document."""
        who = None
        language = i18n.choose(request.headers.get("accept-language", ""), self.settings.default_language)
        method: str = request.path_params["method"]
        try:
            who = await self._recognised(request)
            language = (who.language if who else None) or language
            self.bound_rate(request, who)
            body = await _body(request)
            params = self.dispatcher.decode(method, body or b"{}")
            key = request.headers.get("idempotency-key")
            if key is not None and isinstance(params, CommandParams):
                params = _with_key(params, key)
            if method in self.dispatcher.registry.signals or method == "space.listen":
                raise BadInput(code="socket_only")
            address = neighbourhood(request)
            if who is None and isinstance(params, CommandParams) and not self._of_strangers.take(address, monotonic()):
                raise TooMany(retry_after=1)
            reply = await self.dispatcher.ask(method, params, Asker(who, address, request.headers.get("user-agent", "")[:300], language))
        except TwinspaceError as error:
            return problem(error, language, self._ended(error, request))
        except ClientDisconnect:
            return Response(status_code=400)  # nobody is there to read it; it is no bug of ours
        except Exception:
            bug = Internal(ref=ids.tag())
            logger.exception("call_failed", ref=bug.ref, method=method[:60])
            return problem(bug, language, {})
        return self._answer(reply)

    def bound_rate(self, request: Request, who: Who | None) -> None:
        """Go on only if this session, or address, has not asked too often."""
        now = monotonic()
        address = neighbourhood(request)
        if not (self._by_session.take(who.session, now) if who else self._by_address.take(address, now)):
            raise TooMany(retry_after=1)

    async def who(self, request: Request) -> Who | None:
        """The person whose token the request carries, or None, for the doors beside this one; refuses who must first set up a factor."""
        who = await self._recognised(request)
        if who is not None:
            await self.dispatcher.admit(who)
        return who

    async def _recognised(self, request: Request) -> Who | None:
        token = identity.token_in(request.headers.get("authorization"), request.cookies, self.settings.secure)
        return await self.dispatcher.recognise(token)

    def _answer(self, reply: Reply) -> Response:
        response = Response(_encode(reply.result), media_type="application/json", headers={"Cache-Control": "no-store"})
        self.carry_cookie(reply, response)
        return response

    def carry_cookie(self, reply: Reply, response: Response) -> None:
        """Give the browser the session that a command has begun, or take away the one that it has ended."""
        if reply.cookie:
            seconds = self.settings.session_days * 86_400
            if reply.cookie_until is not None:
                seconds = max(0, reply.cookie_until - self.dispatcher.clock()) // 1000
            response.set_cookie(
                identity.cookie_name(self.settings.secure), reply.cookie, max_age=seconds, secure=self.settings.secure, httponly=True,
                samesite="lax", path="/",
            )  # fmt: skip
        elif reply.cookie == "":
            self._forget_cookie(response)
            response.headers["Clear-Site-Data"] = '"cache"'

    def _ended(self, error: TwinspaceError, request: Request) -> dict[str, str]:
        """A browser whose session has ended need not send its cookie again."""
        name = identity.cookie_name(self.settings.secure)
        if error.kind != "signed_out" or name not in request.cookies:
            return {}
        response = Response()
        self._forget_cookie(response)
        return {"set-cookie": response.headers["set-cookie"]}

    def _forget_cookie(self, response: Response) -> None:
        name = identity.cookie_name(self.settings.secure)
        response.delete_cookie(name, path="/", secure=self.settings.secure, httponly=True, samesite="lax")


async def _body(request: Request) -> bytes:
    """The request's bytes, up to the bound; more is refused while it still comes in."""
    parts, size = [], 0
    async for part in request.stream():
        size += len(part)
        if size > MOST_BODY:
            raise TooLarge(limit=MOST_BODY)
        parts.append(part)
    return b"".join(parts)


def _with_key(params: CommandParams, key: str) -> CommandParams:
    if not 1 <= len(key) <= 64 or not all("!" <= c <= "~" for c in key):
        raise BadInput(path="Idempotency-Key")
    if params.key not in (None, key):
        raise BadInput(path="$.key")
    return msgspec.structs.replace(params, key=key)


def problem(error: TwinspaceError, language: str, headers: dict[str, str]) -> Response:
    """An RFC 9457 problem document."""
    told = i18n.told(error, language)
    title = told.pop("message")
    if error.retry_after is not None:
        headers = {**headers, "Retry-After": str(error.retry_after)}
    body = {"type": f"urn:twinspace:{told['code']}", "title": title, "status": error.status, **told}
    return Response(
        _encode(body), error.status, media_type="application/problem+json",
        headers={"Cache-Control": "no-store", "Content-Language": language, **headers},
    )  # fmt: skip
