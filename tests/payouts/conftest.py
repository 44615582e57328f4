"""Sellers with money due."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from marketplace.accounts.models import User
from marketplace.ledger import services as ledger
from marketplace.ledger.models import Transaction
from marketplace.partner.models import Partner
from marketplace.payouts import services as payouts
from marketplace.payouts.models import PayoutRun
from marketplace.payouts.states import PayoutMethod

IBAN = "PS92PALS000000000400123456702"
Sell = Callable[..., Transaction]
Propose = Callable[[], PayoutRun]


@pytest.fixture
def sell(db: None) -> Sell:
    """Sell goods for an amount, some days ago; the programme keeps a tenth."""
    references = iter(f"K-{number}" for number in range(1, 1000))

    def sold(partner: Partner, goods: int, *, days_ago: int = 3, when: datetime | None = None) -> Transaction:
        reference, moment = next(references), when or timezone.now() - timedelta(days=days_ago)
        ledger.cash_taken(reference, holder="hub:2", amount=goods, by=None, occurred_at=moment)
        return ledger.delivered(reference, partner_id=partner.pk, goods=goods, fee=goods // 10, delivery=0, by=None, occurred_at=moment)

    return sold


@pytest.fixture
def propose(huda: User) -> Propose:
    """Huda proposes to pay tomorrow what is due up to today."""
    return lambda: payouts.propose_run(until=timezone.localdate(), pay_on=timezone.localdate() + timedelta(days=1), by=huda)


@pytest.fixture
def both_payees(amals_shop: Partner, yusufs_farm: Partner, huda: User) -> None:
    """Amal's group is paid into a bank account, Yusuf in cash."""
    payouts.set_payee(amals_shop, PayoutMethod.IBAN, IBAN, by=huda)
    payouts.set_payee(yusufs_farm, PayoutMethod.CASH, by=huda)
