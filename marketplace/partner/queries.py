"""What others may ask of a seller."""

from datetime import date

from django.db.models import Max

from marketplace.partner.models import Partner, Permit


def has_permit(partner: Partner, kind: str, on: date) -> bool:
    """Whether the seller holds a permit of this kind that is still valid on a day."""
    return Permit.objects.filter(partner=partner, kind=kind, valid_until__gte=on).exists()


def permit_until(partner: Partner, kind: str) -> date | None:
    """Return the last day of the seller's permit of this kind, gone by or not; None where none was ever recorded."""
    last: date | None = Permit.objects.filter(partner=partner, kind=kind).aggregate(last=Max("valid_until"))["last"]
    return last
