"""Double entry in whole agorot of ILS. The database itself refuses an unbalanced transaction and any change of a posted row."""

from django.conf import settings
from django.contrib.postgres.functions import TransactionNow
from django.db import models
from django.db.models import Q
from django.utils import timezone

from marketplace.ledger import guards, owners
from marketplace.ledger.kinds import AccountKind, TransactionKind


class Account(models.Model):
    """A pot. One of each kind and owner; ILS only."""

    kind = models.CharField(max_length=24, choices=AccountKind.choices)
    owner = models.CharField(max_length=40, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "owner"], name="one_account_of_a_kind_and_owner")]
        triggers = [guards.kept("account_is_kept"), guards.not_emptied("accounts_are_not_emptied")]

    def __str__(self) -> str:
        return f"{self.kind}:{self.owner}" if self.owner else self.kind


class Transaction(models.Model):
    """One thing that happened. `key` makes it happen once; `subject` names what it is about ("consignment:7K2Q-1").

    `occurred_at` is when it happened, and what reports go by; `posted_at` is set by the database.
    """

    key = models.CharField(max_length=120, unique=True)
    kind = models.CharField(max_length=24, choices=TransactionKind.choices)
    subject = models.CharField(max_length=60, db_index=True)
    occurred_at = models.DateTimeField(default=timezone.now, db_index=True)
    posted_at = models.DateTimeField(db_default=TransactionNow(), editable=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    reverses = models.OneToOneField("self", on_delete=models.PROTECT, null=True, blank=True, related_name="reversed_by")

    class Meta:
        ordering = ["occurred_at", "pk"]
        triggers = [
            guards.kept("transaction_is_kept"),
            guards.not_emptied("transactions_are_not_emptied"),
            guards.transaction_is_balanced(),
        ]

    def __str__(self) -> str:
        return self.key

    @property
    def reference(self) -> str:
        """The consignment this is about; "" where it is about something else."""
        return owners.reference_of(self.subject)


class Entry(models.Model):
    """A signed amount in one account: debit is positive, credit negative; they sum to zero in a transaction.

    `partner` says whose sale an entry belongs to also where the account is the programme's: gross of a seller is read from here.
    """

    transaction = models.ForeignKey(Transaction, on_delete=models.PROTECT, related_name="entries")
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="entries")
    amount = models.BigIntegerField()
    partner = models.ForeignKey("partner.Partner", on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["pk"]
        constraints = [models.CheckConstraint(condition=~Q(amount=0), name="entry_is_not_zero")]
        indexes = [
            models.Index(fields=["account", "transaction"], name="entry_of_account"),
            models.Index(fields=["partner"], name="entry_of_partner"),
        ]
        triggers = [
            guards.kept("entry_is_kept"),
            guards.not_emptied("entries_are_not_emptied"),
            guards.posted_whole(),
            guards.entries_are_balanced(),
        ]

    def __str__(self) -> str:
        return f"{self.account}: {self.amount}"

    @property
    def debit(self) -> int:
        """The amount on the debit side, 0 on the other."""
        return max(self.amount, 0)

    @property
    def credit(self) -> int:
        """The amount on the credit side, 0 on the other."""
        return max(-self.amount, 0)


class FeeRule(models.Model):
    """What the programme keeps of a sale, in basis points, from a day on. The most specific rule that holds wins."""

    basis_points = models.PositiveIntegerField()
    valid_from = models.DateField()
    valid_until = models.DateField(null=True, blank=True)
    partner = models.ForeignKey("partner.Partner", on_delete=models.CASCADE, null=True, blank=True, related_name="fee_rules")
    category = models.ForeignKey("catalogue.Category", on_delete=models.CASCADE, null=True, blank=True, related_name="fee_rules")
    seller_kind = models.CharField(max_length=16, blank=True)

    class Meta:
        ordering = ["valid_from", "pk"]
        constraints = [models.CheckConstraint(condition=Q(basis_points__lte=10_000), name="fee_at_most_the_price")]

    def __str__(self) -> str:
        return f"{self.basis_points} bp"
