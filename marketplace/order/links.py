"""The signed link by which a buyer without an account follows her order."""

from django.core.signing import BadSignature, Signer
from django.urls import reverse
from django.utils import translation

_signer = Signer(salt="order link")


def key_of(number: str) -> str:
    """Return the key that opens the order `number`."""
    return _signer.sign(number).rpartition(":")[2]


def opens(number: str, key: str) -> bool:
    """Whether `key` opens the order `number`."""
    try:
        _signer.unsign(f"{number}:{key}")
    except BadSignature:
        return False
    return True


def path_to(number: str, language: str) -> str:
    """Return the address, without host, of an order's page with its key."""
    with translation.override(language):
        return f"{reverse('orders:track', kwargs={'reference': number})}?key={key_of(number)}"
