"""What training adds to the first page of programme staff."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from marketplace.accounts.queries import has_role
from marketplace.accounts.rules import Role
from marketplace.desk.home import Part
from training.models import Session


def parts(request: HttpRequest) -> list[Part]:
    """Return the sessions that are over or on today and whose roster is still empty, for who keeps rosters. One query."""
    if not has_role(request.user, Role.PROGRAMME_OFFICER, Role.TRAINER, Role.FACILITATOR):
        return []
    empty = Session.objects.filter(held_on__lte=timezone.localdate(), attendances__isnull=True).count()
    return [Part(_("Rosters to fill in"), empty, reverse("programme:training"))]
