"""What producers type in their own screens."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from marketplace.catalogue.models import Category, Product
from marketplace.catalogue.services.listing import GoodData
from marketplace.catalogue.states import Allergen, Storage
from marketplace.core.dates import MONTHS, language
from marketplace.core.fields import CountField, ShekelField
from marketplace.core.money import to_agorot

NEEDED = _("This is needed, so that buyers know what they order.")


class DeclineForm(forms.Form):
    """Why a seller cannot take an order; the buyer reads it."""

    reason = forms.CharField(
        label=_("Why can you not take it?"),
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("For example: the harvest is over, I am travelling this week."),
    )


class LevelForm(forms.Form):
    """How many units stand on the shelf."""

    count = CountField(label=_("How many left?"))


class GoodForm(forms.Form):
    """One good on one page. The picture is added to those it has."""

    picture = forms.FileField(
        label=_("Picture"), required=False, help_text=_("In daylight, the whole good in the picture. JPEG, PNG or WebP.")
    )
    title_ar = forms.CharField(label=_("Name in Arabic"), max_length=120)
    title_en = forms.CharField(label=_("Name in English"), max_length=120, required=False, widget=forms.TextInput(attrs={"dir": "ltr"}))
    category = forms.ChoiceField(label=_("Kind"))
    price = ShekelField(label=_("Price in shekels"), help_text=_("For one unit. You may write ١٨٫٥٠ or 18.50."))
    unit_ar = forms.CharField(label=_("Unit"), max_length=60, help_text=_("For example: jar of 500 g, kilo, piece."))
    unit_en = forms.CharField(label=_("Unit in English"), max_length=60, required=False, widget=forms.TextInput(attrs={"dir": "ltr"}))
    stock = CountField(label=_("How many do you have?"))
    description_ar = forms.CharField(label=_("Description"), max_length=1200, required=False, widget=forms.Textarea(attrs={"rows": 3}))
    description_en = forms.CharField(
        label=_("Description in English"), max_length=1200, required=False, widget=forms.Textarea(attrs={"rows": 3, "dir": "ltr"})
    )
    season_from = forms.TypedChoiceField(label=_("Season from"), coerce=int)
    season_to = forms.TypedChoiceField(label=_("Season to"), coerce=int)
    storage = forms.ChoiceField(label=_("How is it kept?"), choices=Storage.choices)
    allergens = forms.MultipleChoiceField(
        label=_("What must people with allergies know?"), choices=Allergen.choices, required=False, widget=forms.CheckboxSelectMultiple
    )
    lead_days = CountField(label=_("Days you need to prepare it"), max_value=120, initial=0)

    def __init__(self, *args: Any, good: Product | None = None, **options: Any) -> None:
        options.setdefault("initial", _known(good) if good else {"season_from": 1, "season_to": 12, "lead_days": 0})
        super().__init__(*args, **options)
        months = [(number, name) for number, name in enumerate(MONTHS[language()], start=1)]
        self.fields["category"].choices = [(row.slug, row.name) for row in Category.objects.order_by("path")]  # type: ignore[attr-defined]
        for name in ("season_from", "season_to"):
            self.fields[name].choices = months  # type: ignore[attr-defined]
        if good is not None:
            del self.fields["stock"]  # counted in the list, where what is held for orders is known
        for field in self.fields.values():
            field.error_messages["required"] = NEEDED

    def clean_title_ar(self) -> str:
        """A name has at least one letter or digit: marks that nobody sees are no name."""
        title = str(self.cleaned_data["title_ar"])
        if not any(sign.isalnum() for sign in title):
            raise forms.ValidationError(NEEDED)
        return title

    def data_of(self, good: Product | None) -> GoodData:
        """Return what was typed as a good; what is not asked here stays as it was."""
        data = self.cleaned_data
        kept: dict[str, Any] = {}
        if good is not None:
            kept = {name: getattr(good, name) for name in ("net_quantity", "net_unit", "sold_all_year", "shelf_life_days")}
        words = {name: data[name] for name in ("title_ar", "title_en", "unit_ar", "unit_en", "description_ar", "description_en")}
        return GoodData(
            **words,
            **kept,
            price_agorot=data["price"],
            category_slug=data["category"],
            stock=data.get("stock", 0),
            season_from=data["season_from"],
            season_to=data["season_to"],
            storage=data["storage"],
            allergens=tuple(data["allergens"]),
            lead_days=data["lead_days"],
        )


def _known(good: Product) -> dict[str, Any]:
    record, category = good.stockrecords.get(), good.categories.first()
    names = (
        "title_ar",
        "title_en",
        "unit_ar",
        "unit_en",
        "description_ar",
        "description_en",
        "season_from",
        "season_to",
        "storage",
        "allergens",
        "lead_days",
    )
    price = Decimal(to_agorot(record.price)) / 100
    return {name: getattr(good, name) for name in names} | {"price": f"{price:.2f}", "category": category.slug if category else ""}
