"""Putting goods into a basket and taking them out. A basket promises nothing: stock is held when the order is placed."""

from dataclasses import dataclass

from django.db import transaction
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from marketplace.basket import cookies
from marketplace.basket.models import Basket, Line
from marketplace.core.errors import DomainError
from marketplace.core.locks import lock
from marketplace.partner.models import StockRecord

MOST_UNITS = 999
MOST_LINES = 60


class CannotBeAdded(DomainError):
    """The good is not for sale now."""

    text = _("This good is not for sale now.")


class BasketFull(DomainError):
    """More kinds of goods than one order can carry."""

    text = _("The basket is full. Place this order first, then begin another.")


@dataclass(frozen=True)
class Put:
    """What came of a wish: `asked` units wished for, `quantity` now in the basket, `left` that can be ordered at all."""

    line: Line | None
    asked: int
    quantity: int
    left: int

    @property
    def was_cut(self) -> bool:
        """Whether fewer went in than were wished for."""
        return self.quantity < self.asked


def basket_of(request: HttpRequest) -> Basket:
    """Return the open basket of this visitor; unsaved where there is none yet. A basket filled before signing in comes along."""
    key = cookies.read(request)
    carried = Basket.objects.filter(pk=key, status=Basket.OPEN, owner__isnull=True).first() if key else None
    if not request.user.is_authenticated:
        return carried or Basket()
    own = Basket.objects.filter(owner=request.user, status=Basket.OPEN).order_by("-pk").first()
    if carried is None:
        return own or Basket(owner=request.user)
    request.basket_changed = True  # type: ignore[attr-defined]
    return merge(carried, own, owner_id=request.user.pk)


@transaction.atomic
def merge(carried: Basket, own: Basket | None, *, owner_id: int) -> Basket:
    """Give a visitor's basket to the user she turned out to be; lines of an older basket of hers are added to it."""
    carried.owner_id = owner_id
    carried.save(update_fields=["owner"])
    if own is not None:
        held = set(Line.objects.filter(basket=carried).values_list("product_id", flat=True))
        Line.objects.filter(basket=own).exclude(product_id__in=held).update(basket=carried)
        own.status, own.date_merged = Basket.MERGED, timezone.now()
        own.save(update_fields=["status", "date_merged"])
    return carried


@transaction.atomic
def add(basket: Basket, product_id: int, quantity: int) -> Put:
    """Add units of a good; saves a new basket. Never more than are left. Raises CannotBeAdded, BasketFull."""
    record = _record(product_id)
    if basket.pk is None:
        basket.save()
    if not lock(Basket, basket.pk).is_open:  # a double tap waits here instead of writing the same line twice
        _begin_anew(basket)
    line = Line.objects.select_for_update().filter(basket=basket, product_id=product_id).first()
    if line is None and Line.objects.filter(basket=basket).count() >= MOST_LINES:
        raise BasketFull
    asked = (line.quantity if line else 0) + quantity
    return _write(basket, record, line, asked)


@transaction.atomic
def set_quantity(basket: Basket, line_id: int, quantity: int) -> Put:
    """Set the units of a line of this basket; 0 takes it out. Never more than are left. A line that is gone is no error."""
    line = (
        Line.objects.select_for_update(of=("self",)).select_related("stockrecord").filter(basket=basket, pk=line_id).first()
        if basket.pk
        else None
    )
    if line is None:
        return Put(None, quantity, 0, 0)
    if quantity <= 0:
        line.delete()
        return Put(None, 0, 0, line.stockrecord.left)
    return _write(basket, line.stockrecord, line, quantity)


def close(basket_id: int) -> None:
    """Mark the basket as turned into an order. Inside the transaction that makes the order."""
    Basket.objects.filter(pk=basket_id).update(status=Basket.SUBMITTED, date_submitted=timezone.now())


def _record(product_id: int) -> StockRecord:
    record = StockRecord.objects.filter(product_id=product_id, product__is_public=True, partner__is_open=True).first()
    if record is None or record.left < 1:
        raise CannotBeAdded
    return record


def _write(basket: Basket, record: StockRecord, line: Line | None, asked: int) -> Put:
    left = max(record.left, 0)
    quantity = max(min(asked, left, MOST_UNITS), 0)
    if line is None:
        line = Line(basket=basket, product_id=record.product_id, stockrecord=record, line_reference=f"{record.product_id}_{record.pk}")
    line.quantity, line.price_currency = quantity, record.price_currency
    line.price_incl_tax = line.price_excl_tax = record.price
    if quantity:
        line.save()
    elif line.pk:
        line.delete()
    return Put(line if quantity else None, asked, quantity, left)


def _begin_anew(basket: Basket) -> None:
    """Another tab has just ordered this basket: what is added now begins the next one."""
    basket.pk, basket.status = None, Basket.OPEN
    basket._state.adding = True
    basket.save()
