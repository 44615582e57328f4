"""Oscar's models reverse names of pages. Each of them leads somewhere."""

import ast
from importlib.util import find_spec
from pathlib import Path

import pytest
from django.urls import reverse
from oscar.core.loading import get_model

from tests.factories.people import browser_of

REVERSED = {
    "catalogue:category",
    "catalogue:detail",
    "catalogue:range",
    "catalogue:reviews-detail",
    "customer:alerts-cancel-by-key",
    "customer:alerts-confirm",
    "customer:wishlists-detail",
    "offer:detail",
    "wishlists:detail",
}


def test_these_are_all_the_names_that_oscar_reverses():
    apps = Path(str(find_spec("oscar").origin)).parent / "apps"
    assert {name for path in apps.rglob("abstract_models.py") for name in _names_reversed_in(path)} == REVERSED


@pytest.mark.parametrize(
    ("model", "fields", "method"),
    [
        ("offer.ConditionalOffer", {"slug": "رمضان"}, "get_absolute_url"),
        ("offer.Range", {"slug": "زيوت"}, "get_absolute_url"),
        ("wishlists.WishList", {"key": "abc"}, "get_absolute_url"),
        ("wishlists.WishList", {"key": "abc"}, "get_shared_url"),
        ("customer.ProductAlert", {"key": "abc"}, "get_confirm_url"),
        ("customer.ProductAlert", {"key": "abc"}, "get_cancel_url"),
    ],
)
def test_what_has_no_page_leads_to_the_shelf(db, model, fields, method):
    row = get_model(*model.split("."))(**fields)

    answer = browser_of().get(getattr(row, method)())

    assert (answer.status_code, answer["Location"]) == (302, reverse("catalogue:index"))


def test_a_review_leads_to_its_good(jar_of_honey):
    review = get_model("reviews", "ProductReview")(product=jar_of_honey, pk=1)

    answer = browser_of().get(review.get_absolute_url())

    assert (answer.status_code, answer["Location"]) == (302, jar_of_honey.get_absolute_url())


def test_a_good_and_its_category_have_pages(jar_of_honey):
    for row in (jar_of_honey, jar_of_honey.categories.get()):
        assert browser_of().get(row.get_absolute_url()).status_code == 200


def _names_reversed_in(path: Path) -> set[str]:
    calls = [node for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Call) and ast.unparse(node.func) == "reverse"]
    return {str(call.args[0].value) for call in calls if isinstance(call.args[0], ast.Constant)}
