"""Encryption of single fields: AES-256-GCM, a key number in front, the row as associated data.

A sealed value moved to another row, column or table does not open. Rows that hold one have a key made by us (UUID) before they are saved.
"""

import base64
import os
from functools import cache

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings


@cache
def _keys(configured: str) -> dict[int, AESGCM]:
    pairs = (part.split(":", 1) for part in configured.split(",") if part)
    return {int(number): AESGCM(base64.b64decode(key)) for number, key in pairs}


def seal(value: str, *, table: str, column: str, row: object) -> bytes:
    """Return `value` encrypted for this one place with the newest key."""
    keys = _keys(settings.FIELD_KEYS)
    number = max(keys)
    nonce = os.urandom(12)
    return bytes([number]) + nonce + keys[number].encrypt(nonce, value.encode(), f"{table}:{column}:{row}".encode())


def unseal(sealed: bytes, *, table: str, column: str, row: object) -> str:
    """Return the value sealed for this place. Raises cryptography's InvalidTag where it was moved or altered."""
    data = bytes(sealed)
    return _keys(settings.FIELD_KEYS)[data[0]].decrypt(data[1:13], data[13:], f"{table}:{column}:{row}".encode()).decode()
