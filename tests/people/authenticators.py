"""A phone in a test's hand: an app that shows codes, and an authenticator that makes passkeys and signs with them (WebAuthn, ES256)."""

import base64
import hashlib
import json
import secrets
from dataclasses import dataclass, field
from typing import Any

import cbor2
import pyotp
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec

PRESENT, VERIFIED, NEW = 0x01, 0x04, 0x40


def code(secret: str, now: int, steps: int = 0) -> str:
    """What the app shows at this moment, or so many half minutes later."""
    return pyotp.TOTP(secret).generate_otp(now // 30_000 + steps)


def _text(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


@dataclass
class Authenticator:
    """One passkey of one site; `count` goes up with each signature."""

    origin: str
    key: ec.EllipticCurvePrivateKey = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))
    credential: bytes = field(default_factory=lambda: secrets.token_bytes(16))
    count: int = 0
    verifies: bool = True

    def make(self, options: str) -> str:
        """What the browser answers to being asked for a new passkey."""
        asked = json.loads(options)
        numbers = self.key.public_key().public_numbers()
        public = {1: 2, 3: -7, -1: 1, -2: numbers.x.to_bytes(32, "big"), -3: numbers.y.to_bytes(32, "big")}
        about = bytes(16) + len(self.credential).to_bytes(2, "big") + self.credential + cbor2.dumps(public)
        attested = {"fmt": "none", "attStmt": {}, "authData": self._data(asked["rp"]["id"], NEW) + about}
        answer = {"clientDataJSON": self._client("webauthn.create", asked), "attestationObject": _text(cbor2.dumps(attested))}
        return self._answer({**answer, "transports": ["internal", "something-new"]})

    def sign(self, options: str, *, origin: str = "") -> str:
        """What the browser answers to being asked for a signature."""
        asked = json.loads(options)
        self.count += 1
        data = self._data(asked["rpId"], 0)
        client = self._client("webauthn.get", asked, origin)
        hashed = hashlib.sha256(base64.urlsafe_b64decode(client + "=" * (-len(client) % 4))).digest()
        signature = self.key.sign(data + hashed, ec.ECDSA(hashes.SHA256()))
        return self._answer({"clientDataJSON": client, "authenticatorData": _text(data), "signature": _text(signature), "userHandle": None})

    def _data(self, site: str, more: int) -> bytes:
        flags = PRESENT | (VERIFIED if self.verifies else 0) | more
        return hashlib.sha256(site.encode()).digest() + bytes([flags]) + self.count.to_bytes(4, "big")

    def _client(self, kind: str, asked: dict[str, Any], origin: str = "") -> str:
        told = {"type": kind, "challenge": asked["challenge"], "origin": origin or self.origin, "crossOrigin": False}
        return _text(json.dumps(told).encode())

    def _answer(self, response: dict[str, Any]) -> str:
        name = _text(self.credential)
        return json.dumps({"id": name, "rawId": name, "type": "public-key", "response": response, "clientExtensionResults": {}})
