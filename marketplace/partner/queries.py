"""What others may ask of a seller."""

from datetime import date

from marketplace.partner.models import Partner, Permit


def has_permit(partner: Partner, kind: str, on: date) -> bool:
    """Whether the seller holds a permit of this kind that is still valid on a day."""
    return Permit.objects.filter(partner=partner, kind=kind, valid_until__gte=on).exists()
