"""The pots of the books and the things that move money between them."""

from django.db import models
from django.utils.translation import pgettext_lazy


class AccountKind(models.TextChoices):
    """What a pot is for. `owner` names whose it is: a seller ("partner:7"), a holder of cash ("hub:2", "user:9"), or nobody."""

    CASH = "cash", pgettext_lazy("account", "Cash with holder")
    BANK = "bank", pgettext_lazy("account", "Bank")
    CARD_CLEARING = "card_clearing", pgettext_lazy("account", "Card clearing")
    BUYER_DEPOSITS = "buyer_deposits", pgettext_lazy("account", "Buyer deposits")
    SELLER_PAYABLE = "seller_payable", pgettext_lazy("account", "Due to the seller")
    PROGRAMME_FEE = "programme_fee", pgettext_lazy("account", "Programme fee")
    DELIVERY_INCOME = "delivery_income", pgettext_lazy("account", "Delivery income")


class TransactionKind(models.TextChoices):
    """What happened."""

    CASH_TAKEN = "cash_taken", pgettext_lazy("transaction", "Cash taken at hand-over")
    DELIVERED = "delivered", pgettext_lazy("transaction", "Consignment delivered")
    CASH_BANKED = "cash_banked", pgettext_lazy("transaction", "Cash banked")
    PAYOUT = "payout", pgettext_lazy("transaction", "Payout settled")
    REFUND = "refund", pgettext_lazy("transaction", "Refund")
    REVERSAL = "reversal", pgettext_lazy("transaction", "Reversal")
