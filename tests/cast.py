"""The standing cast. Amal and Basma sell in one group, Yusuf farms, Rania and Leila buy, Samir runs a hub, Nour is a programme officer,
Huda proposes payouts, Omar approves them. Each permission test uses the one who must not.

People are `User`s (with `.producer` where they sell); `amals_shop` and `yusufs_farm` are their selling accounts.
"""

import pytest

from marketplace.accounts.models import User
from marketplace.accounts.rules import Role
from marketplace.catalogue.models import Product
from marketplace.hubs.models import DeliveryZone, Hub
from marketplace.partner.models import Partner
from marketplace.partner.rules import SellerKind
from producers.models import Group
from tests.factories.goods import make_category, make_good
from tests.factories.people import grant, make_group, make_partner, make_producer, make_user
from tests.factories.places import make_hub, make_zone


@pytest.fixture
def amals_shop(db: None) -> Partner:
    """The selling account of the group of Amal and Basma."""
    return make_partner("نساء بورين", "Women of Burin", kind=SellerKind.WOMENS_GROUP)


@pytest.fixture
def yusufs_farm(db: None) -> Partner:
    """The selling account of Yusuf alone."""
    return make_partner("مزرعة يوسف", "Yusuf's farm")


@pytest.fixture
def amal(db: None) -> User:
    """Sells in the name of her group, once `amals_group` is in the story."""
    user = make_user("أمل", last_name="عودة", phone="0599 001 001")
    make_producer(user, kind=SellerKind.WOMENS_GROUP)
    return user


@pytest.fixture
def basma(db: None) -> User:
    """Sells in the name of the same group as Amal."""
    user = make_user("بسمة", last_name="نجار", phone="0599 001 002")
    make_producer(user, kind=SellerKind.WOMENS_GROUP)
    return user


@pytest.fixture
def amals_group(amals_shop: Partner, amal: User, basma: User) -> Group:
    """The group of Amal and Basma; both may sell in its name."""
    return make_group(amals_shop, amal.producer, basma.producer)


@pytest.fixture
def yusuf(yusufs_farm: Partner) -> User:
    """Farms and sells alone."""
    user = make_user("يوسف", last_name="دراغمة", phone="0599 001 003")
    make_producer(user, partner=yusufs_farm)
    return user


@pytest.fixture
def rania(db: None) -> User:
    """Buys."""
    return make_user("رانيا", last_name="خوري", phone="0599 001 004")


@pytest.fixture
def leila(db: None) -> User:
    """Buys too; a stranger to Rania."""
    return make_user("ليلى", last_name="مصري", phone="0599 001 005")


@pytest.fixture
def hub(db: None) -> Hub:
    """The hub in Nablus."""
    return make_hub()


@pytest.fixture
def zone(hub: Hub) -> DeliveryZone:
    """Nablus and Jenin, from the hub in Nablus, 15 ₪."""
    return make_zone(hub)


@pytest.fixture
def samir(hub: Hub) -> User:
    """Runs the hub in Nablus."""
    return grant(make_user("سمير", last_name="شتية", phone="0599 001 006"), Role.HUB_STAFF, hub)


@pytest.fixture
def nour(db: None) -> User:
    """A programme officer: sees producers, no money."""
    return grant(make_user("نور", last_name="حمدان", phone="0599 001 007"), Role.PROGRAMME_OFFICER)


@pytest.fixture
def huda(db: None) -> User:
    """The finance clerk: proposes payouts."""
    return grant(make_user("هدى", last_name="صالح", phone="0599 001 008"), Role.FINANCE_CLERK)


@pytest.fixture
def omar(db: None) -> User:
    """The finance approver: approves what Huda proposed."""
    return grant(make_user("عمر", last_name="قاسم", phone="0599 001 009"), Role.FINANCE_APPROVER)


@pytest.fixture
def jar_of_honey(amals_shop: Partner) -> Product:
    """A good of Amal's group: 10 jars at 18 ₪."""
    return make_good(amals_shop, "مرطبان عسل", category=make_category())


@pytest.fixture
def bottle_of_oil(yusufs_farm: Partner) -> Product:
    """A good of Yusuf's: 10 bottles at 35 ₪."""
    oils = make_category("oils", "زيوت", "Oils")
    words = {"title_en": "Bottle of olive oil", "unit_ar": "عبوة", "unit_en": "bottle"}
    return make_good(yusufs_farm, "زيت زيتون", price="35.00", category=oils, **words)
