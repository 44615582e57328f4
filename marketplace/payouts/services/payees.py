"""Where a seller's money goes."""

import uuid

from django.db import transaction
from django.utils import timezone

from marketplace.accounts.models import User
from marketplace.core.locks import lock
from marketplace.core.sealing import seal
from marketplace.partner.models import Partner
from marketplace.payouts.destinations import destination
from marketplace.payouts.models import Payee
from marketplace.payouts.queries import open_destination, payee_of
from marketplace.payouts.states import PayoutMethod


@transaction.atomic
def set_payee(partner: Partner, method: PayoutMethod, typed: str = "", *, by: User) -> Payee:
    """Make the payee a seller is paid by from now on: an IBAN, a wallet's phone, or signed cash; the same again changes nothing.

    Locks the seller. A new row each time, so earlier payouts keep where they went. Raises NotAnIban or NotAPhone.
    """
    where = destination(method, typed)
    lock(Partner, partner.pk)
    current = payee_of(partner.pk)
    if current and current.method == method and open_destination(current) == where:
        return current
    pk = uuid.uuid4()
    return Payee.objects.create(
        id=pk,
        partner=partner,
        method=method,
        destination=seal(where, table="payouts_payee", column="destination", row=pk) if where else None,
        last_digits=where[-4:],
        changed_at=timezone.now(),
        changed_by=by,
    )
