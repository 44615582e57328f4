"""One settled payout run of the demo world: proposed by Huda, approved by Omar, paid."""

from datetime import timedelta

from django.utils import timezone

from marketplace.accounts.demo import person
from marketplace.partner.models import Partner
from marketplace.payouts import services
from marketplace.payouts.models import Payee, PayoutRun
from marketplace.payouts.states import PayoutMethod


def build() -> None:
    """Give every seller a payee, then pay what was due ten days ago; a world with a run is left as it is."""
    huda, omar = person("huda"), person("omar")
    for partner in Partner.objects.exclude(pk__in=Payee.objects.values("partner_id")).order_by("pk"):
        method = PayoutMethod.WALLET if partner.phone else PayoutMethod.CASH
        services.set_payee(partner, method, partner.phone, by=huda)
    if PayoutRun.objects.exists():
        return
    until = timezone.localdate() - timedelta(days=10)
    run = services.propose_run(until=until, pay_on=until + timedelta(days=4), by=huda)
    services.approve(run.pk, by=omar)
    services.settle(run.pk, by=huda)
