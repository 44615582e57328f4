"""A seller's own goods: list them, count them, hand them in, take them off the shelf for a while."""

from collections.abc import Callable

from django.contrib import messages
from django.db.models import Prefetch, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from marketplace.catalogue.models import GoodChange, Product, ProductImage
from marketplace.catalogue.queries import ON_CARD, picture
from marketplace.catalogue.services import listing, photos
from marketplace.catalogue.states import GoodState
from marketplace.core.errors import DomainError
from marketplace.core.paging import BY_NUMBER, cut
from marketplace.partner.models import Partner
from marketplace.partner.queries import has_permit
from marketplace.partner.services import stock
from producers.access import producer_required
from producers.forms import GoodForm, LevelForm
from producers.views.own.nav import nav_for

PAGE = 50
STEPS: dict[str, Callable[..., Product]] = {"submit": listing.submit, "pause": listing.pause, "resume": listing.resume}


def goods_of(partner: Partner) -> QuerySet[Product]:
    """One seller's goods that are not withdrawn, newest first, with price, stock and pictures."""
    images = ProductImage.objects.order_by("display_order", "pk")
    return (
        Product.objects.filter(partner=partner)
        .exclude(state=GoodState.WITHDRAWN)
        .prefetch_related("stockrecords", Prefetch("images", images, "all_images"))
        .order_by("-pk")
    )


def rows_of(goods: list[Product]) -> list[dict[str, object]]:
    """Return each good with its first ready picture and its stock record, as lists show it."""
    rows = []
    for good in goods:
        ready = next((image for image in good.all_images if image.ready), None)  # type: ignore[attr-defined]
        drawn = picture(vars(ready), sizes=ON_CARD, title=good.title) if ready else None
        rows.append({"good": good, "picture": drawn, "record": good.stockrecords.all()[0]})
    return rows


@producer_required
def goods(request: HttpRequest) -> HttpResponse:
    """All her goods with state and count."""
    page = cut(goods_of(request.partner), BY_NUMBER, request.GET, size=PAGE)  # type: ignore[attr-defined]
    return render(request, "producers/goods.html", {"nav": nav_for(request, "my:goods"), "page": page, "rows": rows_of(page.rows)})


@producer_required
def new(request: HttpRequest) -> HttpResponse:
    """One page for a new good; its picture comes with it."""
    form = GoodForm(request.POST, request.FILES) if request.method == "POST" else GoodForm()
    if form.is_valid() and _picture_is_good(form):
        good = listing.create(request.partner, form.data_of(None), by=request.user)  # type: ignore[attr-defined]
        _add_picture(request, good, form)
        messages.success(request, _("Saved as a draft. Look it over, then send it for review."))
        return redirect("my:good", good.pk)
    facts = {"nav": nav_for(request, "my:goods"), "form": form}
    return render(request, "producers/good_form.html", facts, status=422 if form.errors else 200)


@producer_required
def good(request: HttpRequest, pk: int) -> HttpResponse:
    """One good of hers: edit it, see what was said of it, hand it in."""
    mine = get_object_or_404(goods_of(request.partner), pk=pk)  # type: ignore[attr-defined]
    form = GoodForm(request.POST, request.FILES, good=mine) if request.method == "POST" else GoodForm(good=mine)
    if form.is_valid() and _picture_is_good(form) and _edited(request, mine, form):
        _add_picture(request, mine, form)
        messages.success(request, _("Saved."))
        return redirect("my:good", pk)
    lacks = bool(mine.permit_kind) and not has_permit(request.partner, mine.permit_kind, timezone.localdate())  # type: ignore[attr-defined]
    last = GoodChange.objects.filter(product=mine).first()
    facts = {"nav": nav_for(request, "my:goods"), "form": form, "row": rows_of([mine])[0], "last": last, "lacks_permit": lacks}
    facts |= {"pictures": _pictures_of(mine), "waiting": any(not image.ready for image in mine.all_images)}  # type: ignore[attr-defined]
    return render(request, "producers/good_form.html", facts, status=422 if form.errors else 200)


@producer_required
@require_POST
def level(request: HttpRequest, pk: int) -> HttpResponse:
    """Count one good anew."""
    mine = get_object_or_404(goods_of(request.partner), pk=pk)  # type: ignore[attr-defined]
    form = LevelForm(request.POST)
    if not form.is_valid():
        messages.error(request, form.errors["count"][0])
        return redirect("my:goods")
    try:
        stock.set_level(mine.stockrecords.all()[0].pk, form.cleaned_data["count"], by=request.user)
    except DomainError as error:
        messages.error(request, error.reader_text)
    else:
        messages.success(request, _("Saved: %(good)s, %(count)s.") % {"good": mine.title, "count": form.cleaned_data["count"]})
    return redirect("my:goods")


@producer_required
@require_POST
def step(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    """Send for review, take off the shelf, put back."""
    mine = get_object_or_404(goods_of(request.partner), pk=pk)  # type: ignore[attr-defined]
    if name not in STEPS:
        raise Http404
    try:
        STEPS[name](mine.pk, by=request.user)
    except DomainError as error:
        messages.error(request, error.reader_text)
    else:
        messages.success(request, _("Sent for review. You get a message when it is on the shelf.") if name == "submit" else _("Saved."))
    return redirect("my:good" if name == "submit" else "my:goods", *([pk] if name == "submit" else []))


@producer_required
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a good off for ever; asks first."""
    mine = get_object_or_404(goods_of(request.partner), pk=pk)  # type: ignore[attr-defined]
    if request.method == "POST":
        listing.withdraw(mine.pk, by=request.user)  # type: ignore[arg-type]
        messages.success(request, _("%(good)s is off your list.") % {"good": mine.title})
        return redirect("my:goods")
    facts = {
        "question": _("Take “%(good)s” off for ever?") % {"good": mine.title},
        "will": [_("Buyers no longer find it. Orders already placed go on.")],
        "action": _("Take it off for ever"),
        "keep": _("Keep the good"),
    }
    return _asked(request, facts)


@producer_required
def remove_picture(request: HttpRequest, pk: int, image_pk: int) -> HttpResponse:
    """Remove one picture of a good; asks first."""
    mine = get_object_or_404(goods_of(request.partner), pk=pk)  # type: ignore[attr-defined]
    image = get_object_or_404(ProductImage, product=mine, pk=image_pk)
    if request.method == "POST":
        try:
            photos.remove(image, by=request.user)  # type: ignore[arg-type]
        except DomainError as error:
            messages.error(request, error.reader_text)
        return redirect("my:good", pk)
    words = {"question": _("Remove this picture?"), "will": [], "action": _("Remove the picture"), "keep": _("Keep the picture")}
    return _asked(request, {**words, "keep_url": reverse("my:good", args=[pk])})


def _asked(request: HttpRequest, facts: dict[str, object]) -> HttpResponse:
    frame = {"skeleton": "base_my.html", "nav": nav_for(request, "my:goods"), "keep_url": "../"}
    return render(request, "ui/confirm_page.html", {**frame, **facts})


def _pictures_of(good: Product) -> list[tuple[int, object]]:
    """Her ready pictures in their order, each with its key."""
    ready = [image for image in good.all_images if image.ready]  # type: ignore[attr-defined]
    return [(image.pk, picture(vars(image), sizes=ON_CARD, title=good.title)) for image in ready]


def _edited(request: HttpRequest, good: Product, form: GoodForm) -> bool:
    try:
        listing.edit(good.pk, form.data_of(good), by=request.user)  # type: ignore[arg-type]
    except DomainError as error:
        form.add_error(None, error.reader_text)
        return False
    return True


def _picture_is_good(form: GoodForm) -> bool:
    """Judge the picture before anything is written, so that a refused one leaves nothing behind."""
    file = form.cleaned_data.get("picture")
    if file is None:
        return True
    try:
        photos.judge(file)
    except DomainError as error:
        form.add_error("picture", error.reader_text)
        return False
    return True


def _add_picture(request: HttpRequest, good: Product, form: GoodForm) -> None:
    file = form.cleaned_data.get("picture")
    if file is None:
        return
    try:
        photos.add(good, file, by=request.user)  # type: ignore[arg-type]
    except DomainError as error:
        messages.error(request, error.reader_text)
