"""Hubs, zones, and the consignments one may see. Every query names its scope first."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.db.models import Prefetch, QuerySet
from django.utils import timezone

from marketplace.hubs.models import Consignment, ConsignmentChange, DeliveryZone, Hub
from marketplace.hubs.states import ConsignmentState
from marketplace.partner.models import Partner


def open_hubs() -> QuerySet[Hub]:
    """Hubs where goods can be picked up now, with their place."""
    return Hub.objects.filter(is_open=True).select_related("locality__governorate")


def open_zones() -> QuerySet[DeliveryZone]:
    """Zones that are delivered to now, with their hub and governorates."""
    return DeliveryZone.objects.filter(is_open=True, hub__is_open=True).select_related("hub").prefetch_related("governorates")


def zone_for(governorate_code: str) -> DeliveryZone | None:
    """Return the open zone that delivers to a governorate, the cheapest where there are several."""
    return open_zones().filter(governorates__code=governorate_code).order_by("fee_agorot", "pk").first()


def next_opening(hub: Hub, not_before: date) -> date:
    """Return the first day from `not_before` on that the hub is open."""
    days = set(hub.opening_days)
    return next(day for day in (not_before + timedelta(days=n) for n in range(8)) if day.weekday() in days or not days)


def promised_day(hub: Hub, lead_days: int, *, zone: DeliveryZone | None = None, today: date | None = None) -> date:
    """Return the day a part that takes `lead_days` to make can be received: a day for the road, then an opening day of the hub."""
    ready = (today or timezone.localdate()) + timedelta(days=lead_days + 1)
    at_hub = next_opening(hub, ready)
    return at_hub + timedelta(days=zone.lead_days) if zone else at_hub


def _with_changes(rows: QuerySet[Consignment]) -> QuerySet[Consignment]:
    return rows.prefetch_related(Prefetch("changes", queryset=ConsignmentChange.objects.order_by("at", "pk")))


def for_seller(partner: Partner, states: Iterable[ConsignmentState] | None = None) -> QuerySet[Consignment]:
    """One seller's consignments, newest first, with hub, zone and lines; nothing of another seller's part of the order."""
    rows = Consignment.objects.filter(partner=partner).select_related("hub", "zone").prefetch_related("lines").order_by("-pk")
    return rows if states is None else rows.filter(state__in=list(states))


def for_hub(hub_ids: Iterable[int], states: Iterable[ConsignmentState] | None = None) -> QuerySet[Consignment]:
    """Consignments that go through these hubs, oldest promise first, with seller, order and lines."""
    rows = Consignment.objects.filter(hub_id__in=list(hub_ids)).select_related("hub", "zone", "partner", "order").prefetch_related("lines")
    rows = rows.order_by("promised_on", "pk")
    return rows if states is None else rows.filter(state__in=list(states))


def of_order(order_id: int) -> QuerySet[Consignment]:
    """All consignments of one order with seller, hub, lines and history: for its buyer and for programme staff."""
    return _with_changes(
        Consignment.objects.filter(order_id=order_id)
        .select_related("hub__locality", "zone", "partner")
        .prefetch_related("lines")
        .order_by("pk")
    )
