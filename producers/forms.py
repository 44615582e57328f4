"""What producers type in their own screens."""

from django import forms
from django.utils.translation import gettext_lazy as _


class DeclineForm(forms.Form):
    """Why a seller cannot take an order; the buyer reads it."""

    reason = forms.CharField(
        label=_("Why can you not take it?"),
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("For example: the harvest is over, I am travelling this week."),
    )
