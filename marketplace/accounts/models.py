"""People who sign in: by phone, by e-mail, or both."""

import uuid
from typing import Any

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models
from django.db.models import Q
from django.utils import timezone

from marketplace.accounts.rules import Role
from marketplace.core.phones import canonical


class UserManager(BaseUserManager["User"]):
    """Makes users; a phone is kept in E.164 and what was typed beside it."""

    def create_user(self, *, phone: str | None = None, email: str | None = None, password: str | None = None, **fields: Any) -> "User":
        """Create a user who signs in by `phone` (as typed) or `email`. Raises NotAPhone."""
        user = self.model(
            phone=canonical(phone) if phone else None,
            phone_typed=phone or "",
            email=self.normalize_email(email).lower() if email else None,
            **fields,
        )
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, *, email: str, password: str, **fields: Any) -> "User":
        """Create an administrator with every Django permission."""
        return self.create_user(email=email, password=password, is_staff=True, is_superuser=True, **fields)


class User(AbstractBaseUser, PermissionsMixin):
    """Somebody who signs in. The phone is unique here and only here; a household may share a contact phone elsewhere."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    phone = models.CharField(max_length=16, unique=True, null=True, blank=True)
    phone_typed = models.CharField(max_length=32, blank=True)
    email = models.EmailField(unique=True, null=True, blank=True)
    first_name = models.CharField(max_length=150, blank=True)
    last_name = models.CharField(max_length=150, blank=True)
    language = models.CharField(max_length=2, default="ar")
    is_staff = models.BooleanField(default=False)
    is_active = models.BooleanField(default=True)
    date_joined = models.DateTimeField(default=timezone.now)

    objects = UserManager()

    USERNAME_FIELD = "public_id"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["email"]

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(phone__isnull=False) | Q(email__isnull=False), name="user_has_phone_or_email")]

    def __str__(self) -> str:
        return self.get_full_name() or self.phone or self.email or str(self.public_id)

    def get_full_name(self) -> str:
        """First and last name with a space between."""
        return f"{self.first_name} {self.last_name}".strip()

    def get_short_name(self) -> str:
        """The first name."""
        return self.first_name


class RoleGrant(models.Model):
    """One role of one member of staff; hub roles hold for one hub."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="grants")
    role = models.CharField(max_length=24, choices=Role.choices)
    hub = models.ForeignKey("hubs.Hub", on_delete=models.CASCADE, null=True, blank=True, related_name="grants")
    granted_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    granted_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "role", "hub"], name="one_grant_of_a_role", nulls_distinct=False),
        ]

    def __str__(self) -> str:
        return f"{self.user} {self.role}"
