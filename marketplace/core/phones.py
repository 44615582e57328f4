"""Phone numbers of Palestine as people type them. A number is stored in E.164, what was typed is kept beside it.

The same 059/056 SIM answers under +970 and +972 (https://en.wikipedia.org/wiki/Telephone_numbers_in_the_State_of_Palestine):
it is kept as +970. 05x numbers of Israeli operators are valid only as +972. Landlines are never rewritten.
"""

import phonenumbers
from django.utils.translation import gettext_lazy as _

from marketplace.core.errors import DomainError
from marketplace.core.text import western_digits


class NotAPhone(DomainError):
    """What was typed is no phone number."""

    text = _("This is not a whole phone number. Write it like this: 0599 123 456")


def canonical(typed: str) -> str:
    """Return the E.164 form of a typed phone number. Raises NotAPhone."""
    text = western_digits(typed).strip()
    for region in ("PS", "IL"):
        try:
            number = phonenumbers.parse(text, region)
        except phonenumbers.NumberParseException as error:
            raise NotAPhone from error
        if number.country_code == 972 and str(number.national_number).startswith(("59", "56")):
            number.country_code = 970
        if phonenumbers.is_valid_number(number):
            return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    raise NotAPhone


def display(e164: str) -> str:
    """Return a stored number as people here read it: 0599 123 456; foreign numbers in international form."""
    try:
        number = phonenumbers.parse(e164, None)
    except phonenumbers.NumberParseException:
        return e164
    local = number.country_code in (970, 972)
    form = phonenumbers.PhoneNumberFormat.NATIONAL if local else phonenumbers.PhoneNumberFormat.INTERNATIONAL
    return phonenumbers.format_number(number, form).replace("-", " ")
