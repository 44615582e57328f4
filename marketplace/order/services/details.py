"""What a buyer tells about an order, as one plain value that an attempt keeps as JSON."""

from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

from marketplace.hubs.states import Receiving
from marketplace.shipping.rules import Choice, Quote


@dataclass(frozen=True)
class BuyerDetails:
    """Who receives and where. `phone` is E.164; `notes` go to sellers (partner key → text)."""

    name: str
    phone: str
    phone_typed: str = ""
    email: str = ""
    second_phone: str = ""
    receiving: Receiving = Receiving.PICK_UP
    hub_id: int | None = None
    governorate: str = ""
    locality_id: int | None = None
    neighbourhood: str = ""
    landmark: str = ""
    directions: str = ""
    notes: dict[int, str] = field(default_factory=dict)

    @property
    def choice(self) -> Choice:
        """The chosen way of receiving."""
        return Choice(self.receiving, self.hub_id, self.governorate)


@dataclass(frozen=True)
class Agreed:
    """Details and the promise made for them, read back from an attempt."""

    buyer: BuyerDetails
    user_id: int | None
    hub_id: int
    zone_id: int | None
    promised: dict[int, date]


def to_json(buyer: BuyerDetails, quote: Quote, user_id: int | None) -> dict[str, Any]:
    """Return the value as an attempt keeps it."""
    return {
        "buyer": {**asdict(buyer), "receiving": buyer.receiving.value},
        "user_id": user_id,
        "hub_id": quote.hub.pk,
        "zone_id": quote.zone.pk if quote.zone else None,
        "promised": {str(key): day.isoformat() for key, day in quote.promised.items()},
    }


def from_json(kept: dict[str, Any]) -> Agreed:
    """Return what `to_json` wrote."""
    buyer = dict(kept["buyer"])
    buyer["receiving"] = Receiving(buyer["receiving"])
    buyer["notes"] = {int(key): note for key, note in buyer["notes"].items()}
    promised = {int(key): date.fromisoformat(day) for key, day in kept["promised"].items()}
    return Agreed(BuyerDetails(**buyer), kept["user_id"], kept["hub_id"], kept["zone_id"], promised)
