"""The search page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from marketplace.catalogue.forms import read_wish
from marketplace.catalogue.queries import kinds
from marketplace.catalogue.shelves import shelf_of
from marketplace.search.forms import SearchForm
from marketplace.search.queries import BY_MATCH, find


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Goods that answer the words, the best first; without words, or without an answer, the kinds to browse."""
    form = SearchForm(request.GET)
    words = form.cleaned_data["q"] if form.is_valid() else ""
    if not words:
        return render(request, "storefront/search.html", {"q": "", "kinds": kinds()})
    asked = request.GET.copy()
    asked["q"] = words
    found = find(words)
    shelf = shelf_of(found.goods, read_wish(asked), asked, groups=found.groups, own_order=BY_MATCH)
    context = {"q": words, "shelf": shelf, "found": found, "kinds": [] if found.total else kinds()}
    return render(request, "storefront/search.html", context)
