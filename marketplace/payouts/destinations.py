"""Where money is sent: IBANs of Palestinian banks and phones of wallets, brought to one form."""

from django.utils.translation import gettext_lazy as _

from marketplace.core.errors import DomainError
from marketplace.core.phones import canonical
from marketplace.core.text import western_digits
from marketplace.payouts.states import PayoutMethod

# Right check digits, an account nobody has.
EXAMPLE = "PS92 PALS 0000 0000 0400 1234 5670 2"
IBAN_LENGTH = 29  # PS, two check digits, four letters of the bank, 21 of the account: SWIFT IBAN registry


class NotAnIban(DomainError):
    """What was typed is no Palestinian IBAN."""

    text = _("This is not a whole Palestinian IBAN. It has 29 letters and digits and begins with PS, like %(example)s.")


def iban(typed: str) -> str:
    """Return a typed IBAN without spaces, in capitals. Raises NotAnIban for a wrong length, country or check digit."""
    text = "".join(western_digits(typed).split()).replace("-", "").upper()
    if len(text) != IBAN_LENGTH or not text.startswith("PS") or not (text.isascii() and text.isalnum()):
        raise NotAnIban(example=EXAMPLE)
    digits = "".join(str(int(letter, 36)) for letter in text[4:] + text[:4])
    if int(digits) % 97 != 1:
        raise NotAnIban(example=EXAMPLE)
    return text


def destination(method: PayoutMethod, typed: str) -> str:
    """Return where money goes by this method; "" for cash. Raises NotAnIban or NotAPhone."""
    if method == PayoutMethod.IBAN:
        return iban(typed)
    return canonical(typed) if method == PayoutMethod.WALLET else ""
