"""The life of a payout run."""

from django.db import models
from django.utils.translation import pgettext_lazy


class RunState(models.TextChoices):
    """Where a payout run stands."""

    PROPOSED = "proposed", pgettext_lazy("payout run", "Proposed")
    APPROVED = "approved", pgettext_lazy("payout run", "Approved")
    SETTLED = "settled", pgettext_lazy("payout run", "Settled")
    SENT_BACK = "sent_back", pgettext_lazy("payout run", "Sent back")


MOVES: dict[RunState, set[RunState]] = {
    RunState.PROPOSED: {RunState.APPROVED, RunState.SENT_BACK},
    RunState.APPROVED: {RunState.SETTLED},
    RunState.SENT_BACK: set(),
    RunState.SETTLED: set(),
}


class PayoutMethod(models.TextChoices):
    """How a payee gets money."""

    IBAN = "iban", pgettext_lazy("payout", "Bank transfer")
    WALLET = "wallet", pgettext_lazy("payout", "Wallet")
    CASH = "cash", pgettext_lazy("payout", "Signed cash")
