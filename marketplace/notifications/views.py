"""The demo phone: what the demo world would have sent."""

from datetime import datetime

from django import forms
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from marketplace.core.phones import NotAPhone, canonical
from marketplace.notifications.channels import console

SHOWN = 50


class OwnerForm(forms.Form):
    """Whose phone to look at."""

    phone = forms.CharField(label=_("Phone number"), max_length=32, required=False, widget=forms.TelInput())


@never_cache
@require_safe
def demo_phone(request: HttpRequest) -> HttpResponse:
    """The newest messages, of one phone where asked. Only in the demo world: it shows codes."""
    if not settings.DEMO:
        raise Http404
    form = OwnerForm(request.GET or None)
    typed = form.cleaned_data["phone"] if form.is_valid() else ""
    rows = [row for row in console.newest(SHOWN * 10) if not typed or row["address"] == _address(typed)]
    bubbles = [row | {"at": datetime.fromisoformat(row["at"])} for row in rows[:SHOWN]]
    return render(request, "notifications/demo_phone.html", {"form": form, "bubbles": bubbles})


def _address(typed: str) -> str:
    try:
        return canonical(typed)
    except NotAPhone:
        return typed.strip()
