"""The outbox: what is to be told, to whom, and what became of it."""

import uuid

from django.db import models
from django.utils import timezone


class MessageState(models.TextChoices):
    """The fate of a message."""

    WAITING = "waiting"
    SENT = "sent"
    FAILED = "failed"


class Message(models.Model):
    """One message to one address on one channel. Written in the transaction that it tells of, sent after it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=48)
    channel = models.CharField(max_length=12)
    address = models.CharField(max_length=254)
    language = models.CharField(max_length=2, default="ar")
    # What the texts need: numbers, names, addresses of pages. Never a code, never money details of a person.
    facts = models.JSONField(default=dict)
    # A code that only the receiver may read, sealed until it is sent and then emptied.
    secret = models.BinaryField(null=True)
    state = models.CharField(max_length=8, choices=MessageState.choices, default=MessageState.WAITING)
    tries = models.PositiveSmallIntegerField(default=0)
    last_error = models.CharField(max_length=200, blank=True)
    key = models.CharField(max_length=120, unique=True)
    created_at = models.DateTimeField(default=timezone.now)
    next_try_at = models.DateTimeField(default=timezone.now)
    sent_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-created_at"]
        indexes = [models.Index(fields=["next_try_at"], name="message_waiting", condition=models.Q(state="waiting"))]

    def __str__(self) -> str:
        return f"{self.kind} → {self.channel}"
