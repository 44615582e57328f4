"""What a way of receiving costs and when each seller's part comes."""

from collections.abc import Mapping

from marketplace.hubs.queries import open_hubs, promised_day, zone_for
from marketplace.hubs.states import Receiving
from marketplace.shipping.rules import Choice, HubClosed, NotDeliveredThere, Quote


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
