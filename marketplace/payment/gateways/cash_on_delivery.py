"""Cash at hand-over: nothing to open and nobody to ask. The sum is due when the goods change hands."""

from marketplace.payment.gateways import PaymentFact
from marketplace.payment.models import Attempt


class CashOnDelivery:
    """The order stands at once; the holder of the cash owes it from hand-over on."""

    hold_minutes = 10

    def begin(self, attempt: Attempt) -> str:
        """Nothing to open."""
        return ""

    def fetch(self, attempt: Attempt) -> PaymentFact:
        """The sum is surely due at hand-over."""
        return PaymentFact("settled", str(attempt.pk), attempt.amount_agorot, attempt.currency, reference="cash")

    def expire(self, attempt: Attempt) -> PaymentFact:
        """An attempt in cash that was not finished (the process died in between) still stands: finishing it wins."""
        return self.fetch(attempt)
