"""What staff choose to see."""

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from marketplace.core.models import Governorate
from marketplace.core.text import western_digits
from marketplace.partner.models import Partner
from marketplace.partner.rules import SellerKind
from training.queries import IncomeFilter

MONTHS_SHOWN = 6
EARLIEST_YEAR = 2000


class MonthField(forms.Field):
    """A month as browsers send it, 2026-11; its value is the first day."""

    widget = forms.DateInput(attrs={"type": "month", "dir": "ltr"}, format="%Y-%m")
    default_error_messages = {"invalid": _("Write the month like this: 2026-11")}

    def to_python(self, value: Any) -> date | None:
        """Read "2026-11"; Arabic digits too."""
        if value in self.empty_values or isinstance(value, date):
            return value or None
        try:
            month = date.fromisoformat(f"{western_digits(str(value)).strip()}-01")
        except ValueError as error:
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid") from error
        if month.year < EARLIEST_YEAR:  # a slip of the finger; and no calendar goes months back from year 1
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid")
        return month


class IncomeForm(forms.Form):
    """Months, place, kind and seller of the income report; nothing chosen is everything of the last six months."""

    first = MonthField(label=_("From month"), required=False)
    last = MonthField(label=_("To month"), required=False)
    governorate: "forms.ModelChoiceField[Governorate]" = forms.ModelChoiceField(
        label=_("Governorate"), queryset=Governorate.objects.all(), required=False, empty_label=_("All governorates")
    )
    kind = forms.ChoiceField(label=_("Kind of seller"), choices=[("", _("All kinds")), *SellerKind.choices], required=False)
    seller: "forms.ModelChoiceField[Partner]" = forms.ModelChoiceField(
        label=_("Seller"), queryset=Partner.objects.order_by("name"), required=False, empty_label=_("All sellers")
    )

    def clean(self) -> dict[str, Any]:
        """The months must be in order."""
        values = super().clean() or {}
        first, last = values.get("first"), values.get("last")
        if first and last and first > last:
            self.add_error("last", _("The last month lies before the first. Choose a later one."))
        return values

    def wanted(self) -> IncomeFilter:
        """What to show; where the form has mistakes, the last six months of everything."""
        values = self.cleaned_data if self.is_valid() else {}
        last = values.get("last") or max(this_month(), values.get("first") or this_month())
        governorate, seller = values.get("governorate"), values.get("seller")
        return IncomeFilter(
            first=values.get("first") or months_before(last, MONTHS_SHOWN - 1),
            last=last,
            governorate=governorate.pk if governorate else "",
            kind=values.get("kind") or "",
            partner_id=seller.pk if seller else None,
        )


def this_month() -> date:
    """The first day of the month it is here."""
    return timezone.localdate().replace(day=1)


def months_before(month: date, count: int) -> date:
    """The first day of the month `count` months earlier."""
    years, months = divmod(month.year * 12 + month.month - 1 - count, 12)
    return date(years, months + 1, 1)
