"""Proving that one holds a phone, to find the orders placed with it.

Codes live only in the cache, hashed, under a keyed hash of the phone: whoever reads the cache learns neither.
"""

import secrets
import uuid

from django.core.cache import cache
from django.db import transaction
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import gettext_lazy as _

from marketplace.core.errors import DomainError
from marketplace.customer.queries import orders_of_phone
from marketplace.notifications.services import Letter, queue

CODE_LIVES, WINDOW = 10 * 60, 15 * 60  # seconds
MOST_SENDS_TO_A_PHONE, MOST_SENDS_FROM_AN_ADDRESS, MOST_TRIES = 3, 10, 5


class AskedTooOften(DomainError):
    """Too many codes were asked for; said for every phone alike."""

    text = _("Codes were asked for too often. Use the newest message, or try again in 15 minutes.")


class NotTheCode(DomainError):
    """Wrong, too old, used, tried too often, or never sent: the same answer."""

    text = _("This code does not open the list. Look at the newest message, or ask for a new code.")


def send_code(phone: str, *, ip: str, language: str) -> None:
    """Send six digits to a phone (E.164) that has orders; do the same otherwise, but send nothing. Raises AskedTooOften."""
    from_address = _count(_place("ask-from", ip), WINDOW)
    if from_address > MOST_SENDS_FROM_AN_ADDRESS or _count(_place("ask", phone), WINDOW) > MOST_SENDS_TO_A_PHONE:
        raise AskedTooOften
    code = f"{secrets.randbelow(1_000_000):06d}"
    cache.set(_place("code", phone), _hashed(phone, code), CODE_LIVES)
    cache.set(_place("tries", phone), 0, CODE_LIVES)
    if not orders_of_phone(phone).exists():
        return
    with transaction.atomic():
        queue(Letter("lookup_code", f"lookup_code:{uuid.uuid4()}", language, phone=phone, secret=code))


def take_code(phone: str, code: str) -> None:
    """Use up the code of a phone. Raises NotTheCode."""
    place = _place("code", phone)
    kept = cache.get(place)
    if kept is None or _count(_place("tries", phone), CODE_LIVES) > MOST_TRIES or not constant_time_compare(kept, _hashed(phone, code)):
        raise NotTheCode
    # Of two tabs with the right code, the one whose delete finds it goes in.
    if not cache.delete(place):
        raise NotTheCode


def _place(use: str, whose: str) -> str:
    return f"lookup:{use}:{salted_hmac(f'look-up {use}', whose, algorithm='sha256').hexdigest()}"


def _hashed(phone: str, code: str) -> str:
    return salted_hmac("look-up code", f"{phone}:{code}", algorithm="sha256").hexdigest()


def _count(place: str, seconds: int) -> int:
    """Count one more and return how many; the first one starts the clock."""
    cache.add(place, 0, seconds)
    try:
        return cache.incr(place)
    except ValueError:  # it ran out between the two lines
        cache.set(place, 1, seconds)
        return 1
