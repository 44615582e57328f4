"""The people and goods as they stand after a build, and after one that was stopped. A few sellers and goods stand for all."""

import pytest
from django.conf import settings

from marketplace.accounts import demo as accounts
from marketplace.accounts.models import User
from marketplace.catalogue import demo as catalogue
from marketplace.catalogue.models import Category, Product, ProductImage
from marketplace.catalogue.services import photos
from marketplace.catalogue.states import GoodState
from marketplace.partner import demo as partner
from marketplace.partner.models import Partner, Permit, StockRecord
from producers import demo as producers
from producers.models import Group, Membership, Producer
from producers.queries import producer_of, selling_partner_of

pytestmark = pytest.mark.django_db
# One good for each way a good ends.
FEW = {"maftoul", "herb-soap", "quince-jam", "okra", "green-almonds", "boiled-cheese", "makdous", "samneh"}
MODELS = (User, Partner, Permit, Producer, Group, Membership, Category, Product, ProductImage, StockRecord)


@pytest.fixture
def few_goods(monkeypatch, settings):
    """The world with few goods."""
    settings.DEMO_PASSWORD = "mahalli-demo"
    some = [good for good in catalogue.goods() if good.key in FEW]
    monkeypatch.setattr(catalogue, "goods", lambda: some)
    return {good.key: good for good in some}


def build() -> None:
    """Build what this package of tests is about, in the order of the settings."""
    for step in (accounts, partner, producers, catalogue):
        step.build()


def counted() -> dict[str, int]:
    """How many rows there are."""
    return {model.__name__: model.objects.count() for model in MODELS}


def stands(good: catalogue.DemoGood) -> Product:
    """The good as it stands in the database."""
    return Product.objects.get(title_ar=good.title_ar, partner__code=good.words["seller"])


def test_twice_is_the_same_as_once(few_goods):
    build()
    once = counted()

    build()

    assert counted() == once
    assert once["Product"] == once["ProductImage"] == len(FEW)


def test_goods_end_where_their_file_says(few_goods):
    build()

    ends = {key: (stands(good).state, stands(good).stockrecords.get().num_in_stock) for key, good in few_goods.items()}

    assert ends["maftoul"] == (GoodState.PUBLISHED, 40)
    assert ends["makdous"] == (GoodState.PUBLISHED, 0)
    assert ends["herb-soap"][0] == GoodState.IN_REVIEW
    assert ends["green-almonds"][0] == GoodState.PAUSED
    assert ends["okra"][0] == ends["boiled-cheese"][0] == GoodState.DRAFT
    assert stands(few_goods["boiled-cheese"]).changes.filter(reason=catalogue.SENT_BACK).exists()
    assert Product.objects.exclude(state=GoodState.PUBLISHED).filter(is_public=True).count() == 0


def test_a_build_that_was_stopped_goes_on(few_goods, monkeypatch):
    build()
    whole = counted()
    Product.objects.all().delete()
    pictures = iter(range(3))
    add = photos.add

    def add_three(*args, **kwargs):
        if next(pictures, None) is None:
            raise KeyboardInterrupt
        return add(*args, **kwargs)

    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(photos, "add", add_three)
        catalogue.build()
    assert Product.objects.count() == 4
    assert Product.objects.filter(is_public=True, images__isnull=True).count() == 0

    catalogue.build()

    assert counted() == whole
    assert ProductImage.objects.filter(ready=False).count() == 0


def test_what_people_changed_is_left_alone(few_goods):
    build()
    nour = accounts.person("nour")
    good = stands(few_goods["maftoul"])
    catalogue.listing.pause(good.pk, by=nour)

    Product.objects.filter(pk=good.pk).update(title_ar="مفتول أمل")
    Producer.objects.filter(user__phone_typed="0599000101").update(name="أم ياسين")
    User.objects.get(phone_typed="0599000103").delete()
    changed = counted()

    build()

    good.refresh_from_db()
    assert (good.state, good.title_ar) == (GoodState.PAUSED, "مفتول أمل")
    assert counted() == changed


def test_the_cast_signs_in_and_sells(few_goods):
    build()

    for line in producers.cast():
        user = User.objects.get(phone_typed=line["sign_in"])
        producer = producer_of(user)
        assert user.check_password(settings.DEMO_PASSWORD)
        assert producer is not None
        shop = selling_partner_of(producer)
        assert shop is not None
        assert user in shop.users.all()
        assert line["note"] == f"sells for {shop.name_en}"
    assert {"amal", "basma", "yusuf"} <= {line["key"] for line in producers.cast()}


def test_members_who_do_not_sell_sign_in_nowhere(few_goods):
    build()

    silent = Membership.objects.filter(sells=False)

    assert silent.exists()
    assert not silent.filter(producer__user__isnull=False).exists()
