"""The life of an attempt: one try to turn a basket into an order."""

from django.db import models
from django.utils.translation import pgettext_lazy


class AttemptState(models.TextChoices):
    """Where an attempt stands. *open* and *paying* are live: they hold stock."""

    OPEN = "open"
    PAYING = "paying"
    PLACED = "placed"
    REFUSED = "refused"
    EXPIRED = "expired"


LIVE = (AttemptState.OPEN, AttemptState.PAYING)
MOVES: dict[AttemptState, set[AttemptState]] = {
    AttemptState.OPEN: {AttemptState.PAYING, AttemptState.PLACED, AttemptState.REFUSED, AttemptState.EXPIRED},
    AttemptState.PAYING: {AttemptState.PLACED, AttemptState.REFUSED, AttemptState.EXPIRED},
    AttemptState.PLACED: set(),
    AttemptState.REFUSED: set(),
    AttemptState.EXPIRED: set(),
}


class Tender(models.TextChoices):
    """How the buyer pays."""

    CASH = "cash", pgettext_lazy("tender", "Cash on pick-up or delivery")
