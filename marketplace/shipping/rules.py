"""Ways of receiving, as plain facts."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _

from marketplace.core.errors import DomainError
from marketplace.hubs.models import DeliveryZone, Hub
from marketplace.hubs.states import Receiving


class NotDeliveredThere(DomainError):
    """The chosen hub or place is not served."""

    text = _("We do not deliver to this place yet. Choose a hub to pick the order up.")


class HubClosed(DomainError):
    """The chosen hub takes no parcels now."""

    text = _("This hub is closed now. Choose another one.")


@dataclass(frozen=True)
class Choice:
    """What the buyer chose: pick up at a hub, or delivery to a governorate."""

    receiving: Receiving
    hub_id: int | None = None
    governorate: str = ""


@dataclass(frozen=True)
class Quote:
    """What the choice means: through which hub, fee in agorot for the whole order, a day for each seller's part (key → date)."""

    receiving: Receiving
    hub: Hub
    zone: DeliveryZone | None
    fee_agorot: int
    promised: dict[int, date]
