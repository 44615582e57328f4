"""The six digits that hand a parcel over. Kept as a keyed hash: whoever reads the table but not the key cannot try a million codes."""

import secrets

from django.utils.crypto import constant_time_compare, salted_hmac


def new() -> str:
    """Return six random digits."""
    return f"{secrets.randbelow(1_000_000):06d}"


def hashed(code: str, *, number: str) -> str:
    """Return the hash of a code for the order `number`; the same code of another order hashes differently."""
    return salted_hmac("pick-up code", f"{number}:{code}", algorithm="sha256").hexdigest()


def matches(code: str, kept: str, *, number: str) -> bool:
    """Whether `code` is the one whose hash is kept; nothing matches an empty hash."""
    return bool(kept) and constant_time_compare(hashed(code, number=number), kept)
