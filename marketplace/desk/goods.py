"""Review of goods: what waits, one good with everything a buyer would see, publish or send back with a reason."""

from collections.abc import Callable

from django.contrib import messages
from django.db.models import Case, IntegerField, Prefetch, Q, QuerySet, Value, When
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from marketplace.accounts.access import role_required
from marketplace.accounts.queries import has_role
from marketplace.accounts.rules import Role
from marketplace.catalogue.models import Product, ProductImage
from marketplace.catalogue.queries import ON_CARD, ON_PAGE, maker, picture
from marketplace.catalogue.services import listing
from marketplace.catalogue.states import Allergen, GoodState
from marketplace.core.errors import DomainError
from marketplace.core.paging import BY_NUMBER, Key, cut, whole
from marketplace.desk.forms import NamedForm, PublishForm, ReasonForm
from marketplace.desk.nav import program_nav
from marketplace.partner.queries import permit_until

PAGE = 50
STEPS: dict[str, Callable[..., Product]] = {"pause": listing.pause, "resume": listing.resume}


def _goods() -> QuerySet[Product]:
    images = ProductImage.objects.filter(ready=True).order_by("display_order", "pk")
    first = Case(When(state=GoodState.IN_REVIEW, then=Value(0)), default=Value(1), output_field=IntegerField())
    rows = Product.objects.filter(partner__isnull=False).select_related("partner__locality").annotate(turn=first)
    return rows.prefetch_related("stockrecords", Prefetch("images", images, "ready_images")).order_by("turn", "-pk")


def _row(good: Product, sizes: str) -> dict[str, object]:
    drawn = [picture(vars(image), sizes=sizes, title=good.title) for image in good.ready_images]  # type: ignore[attr-defined]
    return {"good": good, "pictures": [one for one in drawn if one], "record": good.stockrecords.first()}


@role_required(Role.PROGRAMME_OFFICER, Role.AUDITOR)
def goods(request: HttpRequest) -> HttpResponse:
    """All goods, those that wait for review first."""
    form = NamedForm(request.GET)
    words = form.cleaned_data["q"] if form.is_valid() else ""
    found = _goods().filter(_called(words)) if words else _goods()
    page = cut(found, (Key("turn", whole), *BY_NUMBER), request.GET, size=PAGE)
    rows = [{"good": good, "picture": _first(good), "record": good.stockrecords.all()[0]} for good in page.rows]
    return render(request, "staff/goods/list.html", {"nav": program_nav(request, "program:goods"), "page": page, "rows": rows})


@role_required(Role.PROGRAMME_OFFICER, Role.AUDITOR)
def good(request: HttpRequest, pk: int) -> HttpResponse:
    """One good: pictures, words, permit, history; the officer decides."""
    found = get_object_or_404(_goods(), pk=pk)
    until = permit_until(maker(found), found.permit_kind) if found.permit_kind else None
    facts = {
        "nav": program_nav(request, "program:goods"),
        "row": _row(found, ON_PAGE),
        "permit_until": until,
        "lacks_permit": bool(found.permit_kind) and (until is None or until < timezone.localdate()),
        "category": found.categories.first(),
        "allergens": [Allergen(name).label for name in found.allergens],
        "changes": found.changes.select_related("by")[:20],
        "may_act": has_role(request.user, Role.PROGRAMME_OFFICER),
        "form": PublishForm(initial={"permit_kind": found.permit_kind}),
    }
    return render(request, "staff/goods/good.html", facts)


@role_required(Role.PROGRAMME_OFFICER)
@require_POST
def publish(request: HttpRequest, pk: int) -> HttpResponse:
    """Put it on the shelf, with the licence it needs."""
    found, form = get_object_or_404(Product, pk=pk), PublishForm(request.POST)
    if not form.is_valid():
        messages.error(request, form.errors["permit_kind"][0])
        return redirect("program:good", pk)
    needs = form.cleaned_data["permit_kind"] if "permit_kind" in request.POST else None
    try:
        listing.publish(found.pk, by=request.user, permit_kind=needs)
    except DomainError as error:
        messages.error(request, error.reader_text)
        return redirect("program:good", pk)
    messages.success(request, _("Done."))
    return redirect("program:goods")


@role_required(Role.PROGRAMME_OFFICER)
@require_POST
def step(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    """Pause, put back: one press."""
    if name not in STEPS:
        raise Http404
    try:
        STEPS[name](get_object_or_404(Product, pk=pk).pk, by=request.user)
    except DomainError as error:
        messages.error(request, error.reader_text)
        return redirect("program:good", pk)
    messages.success(request, _("Done."))
    return redirect("program:goods")


@role_required(Role.PROGRAMME_OFFICER)
def send_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Give a good back to its seller with what should change."""
    found = get_object_or_404(Product, pk=pk)
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            listing.send_back(found.pk, reason=form.cleaned_data["reason"], by=request.user)
        except DomainError as error:
            messages.error(request, error.reader_text)
        return redirect("program:goods")
    facts = {
        "skeleton": "base_program.html",
        "nav": program_nav(request, "program:goods"),
        "question": _("Send “%(good)s” back to its seller?") % {"good": found.title},
        "will": [_("She reads your reason, changes the good and sends it again.")],
        "action": _("Send back"),
        "keep": _("Keep it in review"),
        "keep_url": "../",
        "form": form,
    }
    return render(request, "ui/confirm_page.html", facts)


def _called(words: str) -> Q:
    """Goods that carry these words in either language, or whose seller does: staff read both."""
    names = ("title_ar", "title_en", "partner__name_ar", "partner__name_en")
    return Q(*((f"{name}__icontains", words) for name in names), _connector=Q.OR)


def _first(good: Product) -> object:
    images = good.ready_images  # type: ignore[attr-defined]
    return picture(vars(images[0]), sizes=ON_CARD, title=good.title) if images else None
