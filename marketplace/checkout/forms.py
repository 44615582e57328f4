"""The three questions of checkout: who receives, where, how to pay. What was typed stays through every error."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext, pgettext_lazy

from marketplace.basket.queries import Contents
from marketplace.core.dates import day_words
from marketplace.core.errors import DomainError
from marketplace.core.models import Governorate, Locality
from marketplace.core.phones import canonical
from marketplace.hubs.models import Hub
from marketplace.hubs.queries import promised_day
from marketplace.hubs.states import Receiving
from marketplace.hubs.words import day_list, hours
from marketplace.order.services.details import BuyerDetails
from marketplace.payment.states import Tender
from marketplace.shipping.rules import Choice

DELIVERY = "delivery"


@dataclass(frozen=True)
class Pick:
    """Words of one way of receiving: bold line, small line, what stands at the end."""

    label: str
    note: str = ""
    end: str = ""

    def __str__(self) -> str:
        return self.label


def _hub_pick(hub: Hub, inside: Contents) -> Pick:
    first = min((promised_day(hub, part.lead_days) for part in inside.parts), default=None)
    day = f" · {day_words(first)}" if first else ""
    unbroken = hours(hub).replace("–", "\u2060–\u2060")
    note = f"{hub.directions} · {day_list(hub.opening_days)} \u2066{unbroken}\u2069{day}"
    return Pick(pgettext("receiving", "Pick up at %(hub)s") % {"hub": hub.name}, note, pgettext("price", "free"))


class CheckoutForm(forms.Form):
    """Who receives, where, how to pay. Needs the open hubs, the served governorates and what is in the basket."""

    name = forms.CharField(label=_("Name"), max_length=120, widget=forms.TextInput(attrs={"autocomplete": "name"}))
    phone = forms.CharField(
        label=_("Phone number"),
        max_length=32,
        widget=forms.TelInput(attrs={"autocomplete": "tel", "dir": "ltr"}),
        help_text=_("We send the pick-up code to it. Like this: 0599 123 456"),
    )
    email = forms.EmailField(
        label=_("E-mail"), required=False, max_length=200, widget=forms.EmailInput(attrs={"dir": "ltr", "autocomplete": "email"})
    )
    receiving = forms.ChoiceField(label=_("How do you receive it?"), widget=forms.RadioSelect)
    governorate = forms.ChoiceField(label=_("Governorate"), required=False)
    locality = forms.ChoiceField(label=_("Town or village"), required=False)
    landmark = forms.CharField(
        label=_("Landmark"),
        required=False,
        max_length=160,
        widget=forms.TextInput(attrs={"placeholder": _("For example: behind the school")}),
    )
    directions = forms.CharField(
        label=_("Directions to the door"), required=False, max_length=400, widget=forms.Textarea(attrs={"rows": 2})
    )
    second_phone = forms.CharField(label=_("Another phone"), required=False, max_length=32, widget=forms.TelInput(attrs={"dir": "ltr"}))
    tender = forms.ChoiceField(label=_("Way of paying"), widget=forms.RadioSelect, initial=Tender.CASH.value)
    terms = forms.BooleanField(
        label=_("I agree to the terms of sale and return"), error_messages={"required": _("Agree to the terms to place the order.")}
    )

    def __init__(self, *args: Any, hubs: list[Hub], governorates: list[Governorate], inside: Contents, **options: Any) -> None:
        super().__init__(*args, **options)
        delivery = Pick(pgettext("receiving", "Deliver to the door"), str(_("The driver brings it and takes the cash")))
        receiving = [(f"hub:{hub.pk}", _hub_pick(hub, inside)) for hub in hubs]
        self._choices("receiving", [*receiving, *([(DELIVERY, delivery)] if governorates else [])])
        self._choices("governorate", [("", _("Choose")), *((place.code, place.name) for place in governorates)])
        self._choices("locality", [("", _("Choose")), *_localities(governorates)])
        paid = Pick(pgettext("tender", "Cash when you receive it"), str(_("You get a receipt by message")))
        self._choices("tender", [(Tender.CASH.value, paid)])
        self.fields["locality"].widget.attrs["data-localities-of"] = "id_governorate"
        self.inside = inside
        for part in inside.parts:
            label = _("Note to %(seller)s") % {"seller": part.partner.name}
            self.fields[f"note_{part.partner.pk}"] = forms.CharField(label=label, required=False, max_length=300)
        for field in self.fields.values():
            field.error_messages.setdefault("invalid", _("Look at this once more."))
            field.error_messages["required"] = field.error_messages.get("required") if field is self.fields["terms"] else NEEDED
        for name in ("governorate", "locality"):
            self.fields[name].required = self.to_door or not self.is_bound
            self.fields[name].error_messages["required"] = _("Choose it, so that the driver finds you.")

    def _choices(self, name: str, choices: list[Any]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices
        field.error_messages["invalid_choice"] = _("Choose one from the list.")

    def clean_phone(self) -> str:
        """The phone in E.164."""
        return _phone(self.cleaned_data["phone"])

    def clean_second_phone(self) -> str:
        """Another phone in E.164, or nothing."""
        return _phone(self.cleaned_data["second_phone"]) if self.cleaned_data["second_phone"] else ""

    def clean(self) -> dict[str, Any]:
        """The town lies in the governorate."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        town, place = cleaned.get("locality"), cleaned.get("governorate")
        if self.to_door and town and place and not Locality.objects.filter(pk=town, governorate_id=place).exists():
            self.add_error("locality", _("This town does not lie in the governorate you chose."))
        return cleaned

    @property
    def to_door(self) -> bool:
        """Whether delivery is chosen so far: only then a place is needed."""
        return bool(self["receiving"].value() == DELIVERY)

    @property
    def choice(self) -> Choice | None:
        """The way of receiving chosen so far, also in a form that is not whole yet; None where none can be told."""
        value = str(self["receiving"].value() or "")
        if self.to_door:
            governorate = str(self["governorate"].value() or "")
            return Choice(Receiving.DELIVERY, governorate=governorate) if governorate else None
        hub = value.removeprefix("hub:")
        return Choice(Receiving.PICK_UP, hub_id=int(hub)) if hub.isdecimal() and len(hub) < 10 else None

    def buyer(self) -> BuyerDetails:
        """The details of a whole form."""
        data, choice = self.cleaned_data, self.choice
        assert choice is not None  # a whole form has chosen
        to_door = choice.receiving == Receiving.DELIVERY
        return BuyerDetails(
            name=data["name"],
            phone=data["phone"],
            phone_typed=str(self.data.get("phone", ""))[:32],
            email=data["email"],
            second_phone=data["second_phone"],
            receiving=choice.receiving,
            hub_id=choice.hub_id,
            governorate=data["governorate"] if to_door else "",
            locality_id=int(data["locality"]) if to_door else None,
            landmark=data["landmark"],
            directions=data["directions"],
            notes={part.partner.pk: data[f"note_{part.partner.pk}"] for part in self.inside.parts if data[f"note_{part.partner.pk}"]},
        )


NEEDED = pgettext_lazy("form", "This is needed.")


def _phone(typed: str) -> str:
    try:
        return canonical(typed)
    except DomainError as error:
        raise forms.ValidationError(error.reader_text) from error


def _localities(governorates: list[Governorate]) -> list[tuple[str, list[tuple[str, str]]]]:
    rows = Locality.objects.filter(governorate__in=governorates).order_by("governorate__position", "pk")
    grouped: dict[str, list[tuple[str, str]]] = {}
    for row in rows:
        grouped.setdefault(row.governorate_id, []).append((str(row.pk), row.name))
    return [(place.name, grouped[place.code]) for place in governorates if place.code in grouped]
