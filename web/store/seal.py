"""AES-256-GCM under a key that lies in a file beside the database, never in it.

A copy of the database alone gives neither the secret of a class nor a person's texts nor a working link.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
from base64 import b32encode
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

KEY_BYTES = 32
_NONCE_BYTES = 12


class SealError(Exception):
    """Sealed bytes do not open: another key, another owner, or damage."""


def load_or_make_key(path: Path) -> bytes:
    """The server's key, made at the first start; only its owner may read the file.

    Raises:
        SealError: the file does not hold a key.
    """
    try:
        descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    except FileExistsError:
        pass
    else:
        with os.fdopen(descriptor, "wb") as file:
            file.write(secrets.token_bytes(KEY_BYTES))
            file.flush()
            os.fsync(file.fileno())
    key = path.read_bytes()
    if len(key) != KEY_BYTES:
        raise SealError(f"{path.name}: expected a key of {KEY_BYTES} bytes, got {len(key)}")
    return key


def seal(key: bytes, plain: bytes, owner: str) -> bytes:
    """*plain*, readable only with *key* and only as *owner*'s."""
    nonce = secrets.token_bytes(_NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, plain, owner.encode())


def unseal(key: bytes, sealed: bytes, owner: str) -> bytes:
    """The inverse of :func:`seal`.

    Raises:
        SealError: it was sealed with another key, for another owner, or is damaged.
    """
    try:
        return AESGCM(key).decrypt(sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:], owner.encode())
    except InvalidTag:
        raise SealError(f"expected something sealed for {owner}, got other bytes") from None


def token(key: bytes, *about: object) -> str:
    """A link token of 128 bits that only the holder of *key* can make again."""
    mac = hmac.digest(key, "|".join(["link", *map(str, about)]).encode(), "sha256")
    return b32encode(mac[:16]).decode().rstrip("=").lower()


def csrf_token(key: bytes, session: str) -> str:
    """What a page must send back to prove that it may read what this session reads."""
    return hmac.digest(key, f"csrf|{session}".encode(), "sha256").hex()[:32]


def hashed(token: str) -> str:
    """What the database keeps of a token."""
    return hashlib.sha256(token.encode()).hexdigest()
