"""Where a seller's money goes."""

import pytest
from cryptography.exceptions import InvalidTag
from django.db import IntegrityError, transaction

from marketplace.accounts.models import User
from marketplace.core.phones import NotAPhone
from marketplace.partner.models import Partner
from marketplace.payouts.destinations import NotAnIban, iban
from marketplace.payouts.models import Payee
from marketplace.payouts.queries import open_destination, payee_of, payees_of
from marketplace.payouts.services import set_payee
from marketplace.payouts.states import PayoutMethod
from tests.payouts.conftest import IBAN

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "typed", [IBAN, "ps92 pals 0000 0000 0400 1234 5670 2", "PS٩٢PALS0000 0000 0400 1234 5670 2", "PS92-PALS-0000-0000-0400-1234-5670-2"]
)
def test_an_iban_is_read_as_people_write_it(typed: str) -> None:
    assert iban(typed) == IBAN


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "PS92",
        IBAN[:-1],
        IBAN + "0",
        IBAN.replace("PS92", "PS93"),
        IBAN.replace("456", "465"),
        "JO94CBJO0010000000000131000302",
        "PS92PALS00000000040012345670²",
    ],
)
def test_what_is_no_palestinian_iban_is_refused(amals_shop: Partner, huda: User, typed: str) -> None:
    with pytest.raises(NotAnIban):
        set_payee(amals_shop, PayoutMethod.IBAN, typed, by=huda)

    assert not Payee.objects.exists()


def test_a_wallet_needs_a_phone(amals_shop: Partner, huda: User) -> None:
    with pytest.raises(NotAPhone):
        set_payee(amals_shop, PayoutMethod.WALLET, "0599 12", by=huda)

    assert not Payee.objects.exists()


def test_the_destination_is_sealed_for_its_row(amals_shop: Partner, yusufs_farm: Partner, huda: User) -> None:
    amals = set_payee(amals_shop, PayoutMethod.IBAN, IBAN, by=huda)
    yusufs = set_payee(yusufs_farm, PayoutMethod.WALLET, "0599 123 456", by=huda)
    amals.refresh_from_db()

    assert IBAN.encode() not in bytes(amals.destination or b"")
    assert (open_destination(amals), amals.last_digits) == (IBAN, "6702")
    assert (open_destination(yusufs), yusufs.last_digits) == ("+970599123456", "3456")
    Payee.objects.filter(pk=yusufs.pk).update(destination=amals.destination)
    yusufs.refresh_from_db()
    with pytest.raises(InvalidTag):
        open_destination(yusufs)


def test_a_change_keeps_the_earlier_row_and_the_newest_holds(amals_shop: Partner, yusufs_farm: Partner, huda: User) -> None:
    first = set_payee(amals_shop, PayoutMethod.IBAN, IBAN, by=huda)
    assert set_payee(amals_shop, PayoutMethod.IBAN, IBAN.lower(), by=huda) == first
    second = set_payee(amals_shop, PayoutMethod.CASH, "nothing to keep", by=huda)
    yusufs = set_payee(yusufs_farm, PayoutMethod.CASH, by=huda)

    assert payee_of(amals_shop.pk) == second
    assert (second.destination, second.last_digits, second.changed_by) == (None, "", huda)
    assert payees_of([amals_shop.pk, yusufs_farm.pk]) == {amals_shop.pk: second, yusufs_farm.pk: yusufs}
    assert Payee.objects.get(pk=first.pk).last_digits == "6702"


def test_the_database_refuses_a_bank_payee_without_an_account(amals_shop: Partner) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Payee.objects.create(partner=amals_shop, method=PayoutMethod.IBAN)
