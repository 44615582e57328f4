"""What trainers and officers type."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from producers.models import Producer
from training.models import Cohort
from training.roster import not_in
from training.states import Mark


class SessionForm(forms.Form):
    """When a cohort meets, and about what."""

    held_on = forms.DateField(label=_("Day"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    starts = forms.TimeField(label=_("From"), widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"))
    ends = forms.TimeField(label=_("Until"), widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"))
    topic = forms.CharField(label=_("Topic"), max_length=160, required=False)

    def clean(self) -> dict[str, Any]:
        """A session ends after it starts."""
        typed: dict[str, Any] = super().clean() or self.cleaned_data
        if typed.get("starts") and typed.get("ends") and typed["ends"] <= typed["starts"]:
            self.add_error("ends", _("A session ends after it starts."))
        return typed


class PersonForm(forms.Form):
    """One person who is not in a cohort yet."""

    producer = forms.ModelChoiceField(label=_("Person"), queryset=Producer.objects.none())

    def __init__(self, *args: Any, cohort: Cohort, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["producer"].queryset = not_in(cohort)  # type: ignore[attr-defined]


class EnrolForm(PersonForm):
    """One person and the day she joins."""

    on = forms.DateField(
        label=_("From the day"), initial=timezone.localdate, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )


def marks_in(posted: Any) -> dict[int, Mark]:
    """Return the marks of a posted roster (`mark_<producer key>`); anything else in it is left aside."""
    found = {}
    for name, value in posted.items():
        key = name.removeprefix("mark_")
        if name.startswith("mark_") and key.isdecimal() and len(key) < 18 and value in Mark.values:
            found[int(key)] = Mark(value)
    return found
