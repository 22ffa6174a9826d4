"""An OpenID Connect provider, as this server speaks with it: where it is, what it has signed, who somebody is.

Authorization code with PKCE, state and nonce (OpenID Connect Core 3.1); what it signs is checked with the keys that it publishes.
`web/single_sign_on` asks; nothing here knows a person of ours or decides anything. Whatever the provider does wrong is `NotVouched`,
whose words are for the log and hold nothing that a person or the provider has said.
"""

import asyncio
import base64
import hashlib
import time
from typing import Any, NamedTuple
from urllib.parse import urlencode

import msgspec

from twinspace_server.settings import Settings

KEPT_SECONDS = 3600.0
AGAIN_SECONDS = 30.0
"""The keys are asked for once more when a signature names an unknown one, yet not more often than this."""
DOWN_SECONDS = 5.0
"""While it does not answer it is not asked for each browser anew: they would wait in a row."""
PATIENCE = 10.0
MOST_BYTES = 256 * 1024
LEEWAY = 60
LOGOUT_SECONDS = 300
ALGORITHMS = ("RS256", "PS256", "ES256", "EdDSA", "RS384", "RS512", "ES384", "ES512")
LOGOUT_EVENT = "http://schemas.openid.net/event/backchannel-logout"


class NotVouched(Exception):
    """The provider did not say what it must."""


class Vouched(NamedTuple):
    """Who the provider says that somebody is."""

    subject: str
    session: str
    email: str
    verified: bool


class Provider:
    """One provider; what it publishes of itself is kept for an hour."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._about: dict[str, Any] = {}
        self._keys: Any = None
        self._asked = self._failed = -KEPT_SECONDS
        self._lock = asyncio.Lock()

    async def door(self, *, state: str, nonce: str, verifier: str) -> str:
        """The address to which a browser is sent."""
        about = await self._known()
        challenge = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).decode().rstrip("=")
        asked = {
            "response_type": "code", "client_id": self._settings.sso_client_id, "redirect_uri": self._back, "scope": "openid email profile",
            "state": state, "nonce": nonce, "code_challenge": challenge, "code_challenge_method": "S256",
        }  # fmt: skip
        door = str(about["authorization_endpoint"])
        return f"{door}{'&' if '?' in door else '?'}{urlencode(asked)}"

    async def vouched(self, *, code: str, nonce: str, verifier: str) -> Vouched:
        """Who came back with this code. It is given to the provider once; a second time it refuses it."""
        about = await self._known()
        given = {"grant_type": "authorization_code", "code": code, "redirect_uri": self._back, "code_verifier": verifier}
        methods = about.get("token_endpoint_auth_methods_supported", ["client_secret_basic"])
        if "client_secret_basic" in methods:
            tokens = await self._ask("POST", about["token_endpoint"], data=given, secret=True)
        else:
            mine = {"client_id": self._settings.sso_client_id, "client_secret": self._settings.sso_client_secret}
            tokens = await self._ask("POST", about["token_endpoint"], data={**given, **mine})
        claims = await self._signed(str(tokens.get("id_token", "")), nonce=nonce)
        told = {"email": claims.get("email"), "email_verified": claims.get("email_verified")}
        if about.get("userinfo_endpoint") and tokens.get("access_token"):
            # Per the standard the address comes from here; a provider may leave it out of the token.
            more = await self._ask("GET", about["userinfo_endpoint"], bearer=str(tokens["access_token"]))
            if more.get("sub") != claims["sub"]:
                raise NotVouched("userinfo speaks of somebody else")
            told = {"email": more.get("email"), "email_verified": more.get("email_verified")}
        return Vouched(str(claims["sub"]), str(claims.get("sid") or ""), str(told["email"] or ""), told["email_verified"] is True)

    async def ended(self, token: str) -> tuple[str, str]:
        """Whose session a logout token ends: subject and session of the provider, of which one may be empty."""
        claims = await self._signed(token)
        events = claims.get("events")
        if not isinstance(events, dict) or LOGOUT_EVENT not in events or "nonce" in claims:
            raise NotVouched("no logout token")
        made_at = claims.get("iat")
        if not isinstance(made_at, int | float) or abs(time.time() - made_at) > LOGOUT_SECONDS:
            raise NotVouched("an old logout token")
        subject, session = str(claims.get("sub") or ""), str(claims.get("sid") or "")
        if not subject and not session:
            raise NotVouched("a logout of nobody")
        return subject, session

    @property
    def _back(self) -> str:
        return f"{self._settings.address}/sso/back"

    async def _known(self, *, again: bool = False) -> dict[str, Any]:
        """What it publishes of itself, with its keys."""
        async with self._lock:
            old = time.monotonic() - self._asked
            if not self._about or old > KEPT_SECONDS or (again and old > AGAIN_SECONDS):
                if time.monotonic() - self._failed < DOWN_SECONDS:
                    raise NotVouched("it could not be asked a moment ago")
                try:
                    await self._look()
                except NotVouched:
                    self._failed = time.monotonic()
                    raise
        return self._about

    async def _look(self) -> None:
        """Ask it for what it publishes of itself, and for its keys."""
        from joserfc.errors import JoseError
        from joserfc.jwk import KeySet  # brings cryptography along

        about = await self._ask("GET", f"{self._settings.sso_issuer.rstrip('/')}/.well-known/openid-configuration")
        if about.get("issuer") != self._settings.sso_issuer:
            raise NotVouched("it calls itself by another name than the setting does")
        for name in ("authorization_endpoint", "token_endpoint", "jwks_uri"):
            if not isinstance(about.get(name), str):
                raise NotVouched(f"it does not say its {name}")
        found: Any = await self._ask("GET", about["jwks_uri"])
        try:
            self._keys = KeySet.import_key_set(found)
        except (JoseError, ValueError, KeyError, TypeError) as error:
            raise NotVouched(f"its keys can't be read ({type(error).__name__})") from None
        self._about, self._asked = about, time.monotonic()

    async def _signed(self, token: str, *, nonce: str | None = None) -> dict[str, Any]:
        """The claims of a token that it has signed for us, and that has not run out."""
        from joserfc import jwt
        from joserfc.errors import JoseError

        await self._known()
        for again in (False, True):
            try:
                found = jwt.decode(token, self._keys, algorithms=list(ALGORITHMS))
                break
            except (JoseError, ValueError) as error:
                if again:
                    raise NotVouched(f"a token that can't be checked ({type(error).__name__})") from None
                await self._known(again=True)  # it may have new keys
        claims: dict[str, Any] = dict(found.claims)
        expected: dict[str, Any] = {
            "iss": {"essential": True, "value": self._settings.sso_issuer},
            "aud": {"essential": True, "value": self._settings.sso_client_id},
            "iat": {"essential": True},
        }
        if nonce is not None:
            expected |= {"exp": {"essential": True}, "sub": {"essential": True}, "nonce": {"essential": True, "value": nonce}}
        try:
            jwt.JWTClaimsRegistry(leeway=LEEWAY, **expected).validate(claims)
        except JoseError as error:
            raise NotVouched(f"a token of which a claim is wrong ({type(error).__name__})") from None
        party = claims.get("azp")
        if party is not None and party != self._settings.sso_client_id:
            raise NotVouched("a token for somebody else")
        return claims

    async def _ask(
        self, method: str, address: str, *, data: dict[str, str] | None = None, secret: bool = False, bearer: str | None = None
    ) -> dict[str, Any]:
        """One call to the provider; its answer, an object."""
        import httpx2  # only who uses single sign-on needs a client

        headers = {"Accept": "application/json", **({"Authorization": f"Bearer {bearer}"} if bearer else {})}
        mine = httpx2.BasicAuth(self._settings.sso_client_id, self._settings.sso_client_secret) if secret else None
        try:
            async with httpx2.AsyncClient(timeout=PATIENCE, trust_env=True) as client:
                answer = await client.request(method, str(address), data=data, headers=headers, auth=mine)
        except httpx2.HTTPError as error:
            raise NotVouched(f"it can't be reached ({type(error).__name__})") from None
        if answer.status_code != 200 or len(answer.content) > MOST_BYTES:
            raise NotVouched(f"it answered {answer.status_code}")
        try:
            told: dict[str, Any] = msgspec.json.decode(answer.content, type=dict[str, Any])
        except msgspec.MsgspecError:
            raise NotVouched("it answered something else than an object") from None
        return told
