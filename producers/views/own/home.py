"""The first page of a seller's day: what waits for her."""

from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from marketplace.ledger.queries import due_now
from producers.access import producer_required
from producers.views.own.goods import goods_of, rows_of
from producers.views.own.nav import nav_for
from producers.views.own.orders import waiting

FEW = 5
MOST_LOW = 6


@producer_required
def home(request: HttpRequest) -> HttpResponse:
    """Counts, what to answer and to pack, goods that run out, what is due to her."""
    partner = request.partner  # type: ignore[attr-defined]
    left = F("stockrecords__num_in_stock") - F("stockrecords__num_allocated")
    running_out = goods_of(partner).annotate(left_now=left).filter(is_public=True, left_now__lt=FEW).order_by("left_now", "-pk")[:MOST_LOW]
    facts = {"nav": nav_for(request, "my:home"), "low": rows_of(list(running_out)), "due": due_now([partner.pk]).get(partner.pk, 0)}
    return render(request, "producers/home.html", {**facts, **waiting(partner)})
