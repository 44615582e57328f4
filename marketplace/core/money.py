"""Money is whole agorot of the Israeli new shekel (ILS). 100 agorot are one shekel; nothing smaller exists."""

from collections.abc import Sequence
from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from marketplace.core.errors import DomainError

CURRENCY = "ILS"


class NotAnAmount(DomainError):
    """A sum that has a fraction of an agora."""

    text = _("Write the amount in shekels with at most two digits after the point, like 18.50.")


def to_agorot(shekels: Decimal) -> int:
    """Return whole agorot of an amount in shekels. Raises NotAnAmount for fractions of an agora."""
    agorot = shekels * 100
    if agorot != agorot.to_integral_value():
        raise NotAnAmount
    return int(agorot)


def to_shekels(agorot: int) -> Decimal:
    """Return the shekels of whole agorot, always with two decimals."""
    return (Decimal(agorot) / 100).quantize(Decimal("0.01"))


def share(total: int, weights: Sequence[int]) -> list[int]:
    """Split `total` agorot by `weights` so that the parts sum to it exactly (largest remainder, ties to the first).

    Weights are non-negative; when all are zero everything falls to the first part. The total may be negative.
    """
    if not weights:
        return []
    whole = sum(weights)
    if whole == 0:
        return [total] + [0] * (len(weights) - 1)
    sign, amount = (-1, -total) if total < 0 else (1, total)
    parts = [amount * weight // whole for weight in weights]
    by_remainder = sorted(range(len(weights)), key=lambda i: (-(amount * weights[i] % whole), i))
    for i in by_remainder[: amount - sum(parts)]:
        parts[i] += 1
    return [sign * part for part in parts]


def portion(amount: int, basis_points: int) -> int:
    """Return `basis_points` / 10,000 of `amount` agorot, rounded half up to the agora."""
    return (amount * basis_points + 5_000) // 10_000
