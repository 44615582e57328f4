"""The living design page: every piece in every state. Nothing here reads the database."""

import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django.views.generic import TemplateView

from marketplace.desk.design_rows import PickLabel, Place, Samples, life

HUB = PickLabel(_("Pick up at Anabta hub"), _("By the municipality roundabout"), end=pgettext_lazy("price", "free"))
DOOR = PickLabel(_("Deliver to the door"), _("Tulkarm governorate, within two days"), agorot=1500)


class SampleForm(forms.Form):
    """One field of every kind."""

    name = forms.CharField(label=_("Name"))
    phone = forms.CharField(label=_("Phone"), widget=forms.TelInput, help_text=_("The hub calls this number when your order is ready."))
    governorate = forms.ChoiceField(label=_("Governorate"), choices=[("15", _("Tulkarm")), ("10", _("Nablus"))])
    landmark = forms.CharField(label=_("Landmark"), required=False)
    how = forms.ChoiceField(
        label=_("How will you get it?"), widget=forms.RadioSelect, choices=[("hub", HUB), ("door", DOOR)], initial="hub"
    )
    makers = forms.MultipleChoiceField(
        label=_("Who made it"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=[("group", PickLabel(_("Women's groups"), "(38)")), ("farmer", PickLabel(_("Farmers"), "(19)"))],
    )
    photo = forms.FileField(label=_("Picture"), required=False, help_text=_("In daylight, without a flash."))
    story = forms.CharField(label=_("Story"), required=False, widget=forms.Textarea(attrs={"rows": 3}))
    terms = forms.BooleanField(label=_("I agree to the terms of sale and return"))


def broken_form() -> SampleForm:
    """The same form sent back with mistakes."""
    form = SampleForm({"name": "", "phone": "0599 12 34", "how": "ship"}, prefix="bad")
    form.add_error("phone", _("The number lacks two digits. Write it like this: 0599 123 456"))
    form.add_error(None, _("Two things are missing before the order can go out."))
    return form


ICONS = (
    *("search", "basket", "pin", "phone", "truck", "check", "clock", "calendar", "user", "group", "warning", "info", "money", "book"),
    *("heart", "home", "shop", "box", "star", "list", "menu", "lock", "key", "download", "print", "filter", "edit", "trash", "pause"),
    *("play", "hand-over", "chat", "undo", "sign-out", "eye", "chart", "gift", "leaf", "offline", "building", "share", "certificate"),
    *("camera", "note", "close", "plus", "minus"),
)

RAIL = [_("Today's work"), _("Producers"), _("Orders"), _("Payouts"), _("Income"), _("Design")]


class DesignView(TemplateView):
    """program/design/: mount it behind the staff door."""

    template_name = "staff/design.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Sample rows, one clean and one broken form, a day to print."""
        samples = Samples()
        return super().get_context_data(
            s=samples,
            form=SampleForm(prefix="ok", initial={"name": _("Rania Abdallah"), "phone": "0599 123 456"}),
            broken=broken_form(),
            day_sample=datetime.date(2026, 11, 28),
            lives=[life(3, fresh=True), life(1), life(5), life(2, off=True)],
            icons=ICONS,
            messages=samples.toasts,
            nav=[Place(label, current=label == RAIL[-1]) for label in RAIL],
            will=[_("The seller stops packing it at once."), _("You pay nothing.")],
            **kwargs,
        )
