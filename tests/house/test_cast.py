"""The stage is set before a story begins."""

from concurrent.futures import ThreadPoolExecutor
from functools import partial

import pytest
from django.conf import settings
from django.core.cache import cache
from django.core.files.storage import default_storage
from django.db import connection, transaction
from django.utils import translation

from marketplace.accounts.queries import has_role
from marketplace.accounts.rules import Role
from marketplace.catalogue.models import Product
from marketplace.core.models import Governorate
from tests.factories.goods import held, left, stock
from tests.factories.people import PASSWORD, make_user


def test_each_of_the_cast_has_a_part_and_no_other(amals_group, amal, basma, yusuf, rania, leila, samir, nour, huda, omar, hub):
    assert has_role(huda, Role.FINANCE_CLERK) and not has_role(huda, Role.FINANCE_APPROVER)
    assert has_role(omar, Role.FINANCE_APPROVER) and not has_role(omar, Role.FINANCE_CLERK)
    assert has_role(nour, Role.PROGRAMME_OFFICER) and not has_role(nour, Role.FINANCE_CLERK, Role.FINANCE_APPROVER, Role.HUB_STAFF)
    assert samir.grants.get().hub == hub
    assert {member.user for member in amals_group.members.all()} == {amal, basma}
    assert yusuf.producer.partner is not None
    assert not any(has_role(person, *Role) for person in (amal, basma, yusuf, rania, leila))
    assert rania.check_password(PASSWORD)


def test_a_good_has_one_seller_one_price_and_stock(jar_of_honey, amals_shop):
    assert jar_of_honey.partner == amals_shop
    assert [record.partner for record in jar_of_honey.stockrecords.all()] == [amals_shop]
    assert jar_of_honey.stockrecords.get().price_agorot == 1800
    stock(jar_of_honey, 3)
    assert (left(jar_of_honey), held(jar_of_honey)) == (3, 0)
    assert jar_of_honey.title == "مرطبان عسل"
    with translation.override("en"):
        assert jar_of_honey.title == "Jar of honey"


def test_what_waits_for_the_commit_runs_only_when_asked(db, commits):
    rung = []
    transaction.on_commit(partial(rung.append, "unasked"))
    assert rung == []
    with commits():
        transaction.on_commit(partial(rung.append, "asked"))
    assert rung == ["asked"]


@pytest.mark.parametrize("turn", ["first", "second"])
def test_a_committed_row_does_not_outlive_its_test(transactional_db, turn):
    assert Governorate.objects.count() == 16
    assert not Product.objects.exists()
    make_user()
    with ThreadPoolExecutor(1) as other:
        assert other.submit(_users_seen_by_another_connection).result() == 1


def _users_seen_by_another_connection() -> int:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM accounts_user")
            return int(cursor.fetchone()[0])
    finally:
        connection.close()


@pytest.mark.parametrize("turn", ["first", "second"])
def test_the_cache_is_empty_and_files_go_to_the_run(turn, files_of_the_run):
    assert cache.get("kept") is None
    cache.set("kept", turn)
    assert default_storage.path("x").startswith(str(files_of_the_run))
    assert settings.SECRET_KEY == "development-only"
