"""What a way of receiving costs and when each seller's part comes."""

from collections.abc import Mapping
from datetime import date, timedelta

from django.utils import timezone

from marketplace.hubs.models import DeliveryZone, Hub
from marketplace.hubs.queries import next_opening, open_hubs, zone_for
from marketplace.hubs.states import Receiving
from marketplace.shipping.rules import Choice, HubClosed, NotDeliveredThere, Quote


def promised_day(hub: Hub, lead_days: int, *, zone: DeliveryZone | None = None, today: date | None = None) -> date:
    """Return the day a part that takes `lead_days` to make can be received: a day for the road, then an opening day of the hub."""
    ready = (today or timezone.localdate()) + timedelta(days=lead_days + 1)
    at_hub = next_opening(hub, ready)
    return at_hub + timedelta(days=zone.lead_days) if zone else at_hub


def quote(choice: Choice, lead_days: Mapping[int, int]) -> Quote:
    """Return fee and days of a choice for the sellers (partner key → lead days). Raises HubClosed, NotDeliveredThere."""
    zone = None
    if choice.receiving == Receiving.DELIVERY:
        zone = zone_for(choice.governorate)
        if zone is None:
            raise NotDeliveredThere
        hub = zone.hub
    else:
        found = open_hubs().filter(pk=choice.hub_id or 0).first()
        if found is None:
            raise HubClosed
        hub = found
    days = {partner_id: promised_day(hub, lead, zone=zone) for partner_id, lead in lead_days.items()}
    return Quote(choice.receiving, hub, zone, zone.fee_agorot if zone else 0, days)
