"""Roles. Each is separate: whoever proposes money does not approve it."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """What a member of staff may do."""

    PROGRAMME_OFFICER = "programme_officer", _("Programme officer")
    FINANCE_CLERK = "finance_clerk", _("Finance clerk")
    FINANCE_APPROVER = "finance_approver", _("Finance approver")
    HUB_STAFF = "hub_staff", _("Hub staff")
    DRIVER = "driver", _("Driver")
    TRAINER = "trainer", _("Trainer")
    FACILITATOR = "facilitator", _("Facilitator")
    AUDITOR = "auditor", _("Auditor")
    ADMINISTRATOR = "administrator", _("Administrator")
