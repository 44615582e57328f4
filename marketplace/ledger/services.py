"""What happens to money, a verb each. All amounts are agorot of ILS; every verb posts once, however often it is called."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from marketplace.accounts.models import User
from marketplace.core.errors import DomainError
from marketplace.core.locks import lock
from marketplace.ledger import owners
from marketplace.ledger.kinds import AccountKind, TransactionKind
from marketplace.ledger.models import Account, Transaction
from marketplace.ledger.posting import AlreadyReversed, Posting, Unbalanced, account, accounts, post, reverse
from marketplace.ledger.queries import balance

__all__ = [
    "AlreadyReversed",
    "NotEnoughCash",
    "Posting",
    "Unbalanced",
    "account",
    "accounts",
    "cash_banked",
    "cash_taken",
    "delivered",
    "post",
    "refunded",
    "reverse",
]

CASH, BANK, DEPOSITS = AccountKind.CASH, AccountKind.BANK, AccountKind.BUYER_DEPOSITS
PAYABLE, FEE, DELIVERY = AccountKind.SELLER_PAYABLE, AccountKind.PROGRAMME_FEE, AccountKind.DELIVERY_INCOME


class NotEnoughCash(DomainError):
    """More is to be banked than the holder has."""

    text = _("There is less cash than that. Count it again and write what is there.")


def cash_taken(reference: str, *, holder: str, amount: int, by: User | None, occurred_at: datetime | None = None) -> Transaction:
    """Cash of a consignment came to `holder` ("hub:2", "user:9"): cash → buyer deposits. Raises Unbalanced for 0."""
    pots = accounts([(CASH, holder), (DEPOSITS, "")])
    return post(
        f"cash:{reference}",
        kind=TransactionKind.CASH_TAKEN,
        subject=owners.consignment(reference),
        entries=[Posting(pots[CASH, holder], amount), Posting(pots[DEPOSITS, ""], -amount)],
        occurred_at=occurred_at,
        by=by,
    )


def delivered(
    reference: str, *, partner_id: int, goods: int, fee: int, delivery: int, by: User | None, occurred_at: datetime | None = None
) -> Transaction:
    """A consignment reached its buyer: buyer deposits → seller payable (goods less fee), programme fee, delivery income."""
    seller = owners.seller(partner_id)
    pots = accounts([(DEPOSITS, ""), (PAYABLE, seller), (FEE, ""), (DELIVERY, "")])
    return post(
        f"delivered:{reference}",
        kind=TransactionKind.DELIVERED,
        subject=owners.consignment(reference),
        entries=[
            Posting(pots[DEPOSITS, ""], goods + delivery),
            Posting(pots[PAYABLE, seller], fee - goods, partner_id),
            Posting(pots[FEE, ""], -fee, partner_id),
            Posting(pots[DELIVERY, ""], -delivery),
        ],
        occurred_at=occurred_at,
        by=by,
    )


def refunded(
    reference: str,
    *,
    partner_id: int,
    goods: int,
    fee: int,
    holder: str,
    by: User | None,
    delivery: int = 0,
    occurred_at: datetime | None = None,
) -> Transaction:
    """Cash went back to the buyer after delivery, borne by the seller. The programme gives its fee back, and what is given of `delivery`.

    Seller payable, programme fee, delivery income → cash with `holder`.
    """
    seller = owners.seller(partner_id)
    pots = accounts([(PAYABLE, seller), (FEE, ""), (DELIVERY, ""), (CASH, holder)])
    return post(
        f"refunded:{reference}",
        kind=TransactionKind.REFUND,
        subject=owners.consignment(reference),
        entries=[
            Posting(pots[PAYABLE, seller], goods - fee, partner_id),
            Posting(pots[FEE, ""], fee, partner_id),
            Posting(pots[DELIVERY, ""], delivery),
            Posting(pots[CASH, holder], -goods - delivery),
        ],
        occurred_at=occurred_at,
        by=by,
    )


@transaction.atomic
def cash_banked(holder: str, amount: int, *, key: str, by: User | None, occurred_at: datetime | None = None) -> Transaction:
    """Cash of `holder` was paid into the bank: bank → cash. Locks the holder's cash; raises NotEnoughCash."""
    earlier = Transaction.objects.filter(key=key).first()
    if earlier:
        return earlier
    pots = accounts([(BANK, ""), (CASH, holder)])
    lock(Account, pots[CASH, holder].pk)
    if balance(pots[CASH, holder]) < amount:
        raise NotEnoughCash
    return post(
        key,
        kind=TransactionKind.CASH_BANKED,
        subject=holder,
        entries=[Posting(pots[BANK, ""], amount), Posting(pots[CASH, holder], -amount)],
        occurred_at=occurred_at,
        by=by,
    )
