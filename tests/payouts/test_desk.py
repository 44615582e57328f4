"""program/payouts/ over plain forms: who sees it, who presses what."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from marketplace.accounts.models import User
from marketplace.accounts.rules import Role
from marketplace.ledger.models import Transaction
from marketplace.ledger.queries import due_now
from marketplace.partner.models import Partner
from marketplace.payouts import services as payouts
from marketplace.payouts.models import Payee, PayoutRun
from marketplace.payouts.states import PayoutMethod, RunState
from tests.factories.people import browser_of, grant, make_partner, make_user
from tests.payouts.conftest import IBAN, Propose, Sell

pytestmark = pytest.mark.django_db
LIST = "/en/program/payouts/"


def page(user: User, path: str) -> str:
    answer = browser_of(user).get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def test_from_proposal_to_payment_by_pressing_buttons(amals_shop: Partner, both_payees: None, sell: Sell, huda: User, omar: User) -> None:
    sell(amals_shop, 10_000)
    today = timezone.localdate().isoformat()

    browser_of(huda).post(f"{LIST}propose/", {"until": today, "pay_on": today})
    run = PayoutRun.objects.get()
    assert "It waits for another person to approve it." in page(huda, f"{LIST}{run.pk}/")
    assert "Approve payout" not in page(huda, f"{LIST}{run.pk}/")
    assert "Approve payout" in page(omar, f"{LIST}{run.pk}/")
    browser_of(omar).post(f"{LIST}{run.pk}/approve/")
    assert "Book as paid" in page(huda, f"{LIST}{run.pk}/")
    browser_of(huda).post(f"{LIST}{run.pk}/settle/")

    run.refresh_from_db()
    assert (run.state, run.proposed_by, run.approved_by, run.closed_by) == (RunState.SETTLED, huda, omar, huda)
    assert due_now() == {amals_shop.pk: 0}
    assert "90.00 ₪" in page(omar, LIST)


def test_the_account_is_shown_masked(amals_shop: Partner, both_payees: None, sell: Sell, propose: Propose, omar: User) -> None:
    sell(amals_shop, 10_000)

    text = page(omar, f"{LIST}{propose().pk}/")

    assert "6702" in text
    assert IBAN not in text and IBAN[4:20] not in text


def test_a_run_warns_of_changed_and_missing_payees(
    amals_shop: Partner, yusufs_farm: Partner, sell: Sell, propose: Propose, huda: User, omar: User
) -> None:
    payouts.set_payee(amals_shop, PayoutMethod.CASH, by=huda)
    Payee.objects.update(changed_at=timezone.now() - timedelta(days=60))
    payouts.set_payee(amals_shop, PayoutMethod.IBAN, IBAN, by=huda)
    sell(amals_shop, 1_000)
    sell(yusufs_farm, 1_000)

    text = page(omar, f"{LIST}{propose().pk}/")

    assert "Women of Burin changed where the money goes." in text
    assert "Yusuf&#x27;s farm: we do not know where to pay." in text
    assert "The books agree" not in text


def test_a_first_payee_or_an_old_change_is_no_warning(amals_shop: Partner, sell: Sell, propose: Propose, huda: User, omar: User) -> None:
    payouts.set_payee(amals_shop, PayoutMethod.CASH, by=huda)
    payouts.set_payee(amals_shop, PayoutMethod.IBAN, IBAN, by=huda)
    Payee.objects.filter(method="cash").update(changed_at=timezone.now() - timedelta(days=60))
    Payee.objects.filter(method="iban").update(changed_at=timezone.now() - timedelta(days=8))
    sell(amals_shop, 1_000)

    assert "changed where the money goes" not in page(omar, f"{LIST}{propose().pk}/")


def test_sending_back_and_holding_ask_for_a_reason(
    amals_shop: Partner, both_payees: None, sell: Sell, propose: Propose, omar: User, huda: User
) -> None:
    sell(amals_shop, 1_000)
    run = propose()
    payout = run.payouts.get()

    browser_of(omar).post(f"{LIST}{run.pk}/send-back/", {"reason": ""})
    browser_of(huda).post(f"{LIST}{run.pk}/hold/{payout.pk}/", {"reason": " "})
    run.refresh_from_db()
    payout.refresh_from_db()
    assert (run.state, payout.is_held) == (RunState.PROPOSED, False)

    browser_of(huda).post(f"{LIST}{run.pk}/hold/{payout.pk}/", {"reason": "She asked to wait"})
    browser_of(omar).post(f"{LIST}{run.pk}/send-back/", {"reason": "Too early"})
    run.refresh_from_db()
    payout.refresh_from_db()
    assert (run.state, run.reason, payout.hold_reason) == (RunState.SENT_BACK, "Too early", "She asked to wait")


def test_a_refusal_is_said_and_nothing_is_paid(
    amals_shop: Partner, both_payees: None, sell: Sell, propose: Propose, huda: User, omar: User
) -> None:
    sell(amals_shop, 1_000)
    run = payouts.approve(propose().pk, by=omar)
    payouts.set_payee(amals_shop, PayoutMethod.CASH, by=huda)

    answer = browser_of(huda).post(f"{LIST}{run.pk}/settle/", follow=True).content.decode()

    assert "changed where the money goes after this run was proposed" in answer
    assert not Transaction.objects.filter(kind="payout").exists()


@pytest.mark.parametrize("name", ["nour", "samir", "amal", "rania"])
def test_who_has_nothing_to_do_with_payouts_sees_none(
    name: str, request: pytest.FixtureRequest, amals_shop: Partner, both_payees: None, sell: Sell, propose: Propose
) -> None:
    sell(amals_shop, 1_000)
    run = propose()
    browser = browser_of(request.getfixturevalue(name))

    for path in ("", "propose/", f"{run.pk}/", f"{run.pk}/send-back/", f"{run.pk}/hold/{run.payouts.get().pk}/"):
        assert browser.get(LIST + path).status_code == 403
    for path in ("propose/", f"{run.pk}/approve/", f"{run.pk}/settle/", f"{run.pk}/send-back/", f"{run.pk}/hold/{run.payouts.get().pk}/"):
        assert browser.post(LIST + path, {"reason": "x"}).status_code == 403
    run.refresh_from_db()
    assert run.state == RunState.PROPOSED


def test_the_auditor_reads_and_changes_nothing(amals_shop: Partner, both_payees: None, sell: Sell, propose: Propose) -> None:
    sell(amals_shop, 1_000)
    run = propose()
    browser = browser_of(grant(make_user("مدققة"), Role.AUDITOR))

    assert browser.get(f"{LIST}{run.pk}/").status_code == 200
    for step in ("approve/", "settle/", "send-back/"):
        assert browser.post(f"{LIST}{run.pk}/{step}", {"reason": "x"}).status_code == 403
    run.refresh_from_db()
    assert run.state == RunState.PROPOSED


def test_a_payout_of_another_run_is_not_found(
    amals_shop: Partner, both_payees: None, sell: Sell, propose: Propose, omar: User, huda: User
) -> None:
    sell(amals_shop, 1_000)
    payout = payouts.send_back(propose().pk, reason="x", by=omar).payouts.get()
    other = propose()

    assert browser_of(huda).post(f"{LIST}{other.pk}/hold/{payout.pk}/", {"reason": "x"}).status_code == 404
    payout.refresh_from_db()
    assert not payout.is_held


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("sellers", [1, 3])
def test_a_run_asks_the_same_however_many_sellers(
    sellers: int, language: str, sell: Sell, propose: Propose, omar: User, huda: User
) -> None:
    for number in range(sellers):
        shop = make_partner(f"بائع {number}", f"Seller {number}")
        payouts.set_payee(shop, PayoutMethod.CASH, by=huda)
        sell(shop, 1_000)
    run, browser = propose(), browser_of(omar)

    with CaptureQueriesContext(connection) as queries:
        text = browser.get(f"/{language}/program/payouts/{run.pk}/").content.decode()

    assert text.count("<tr>") == sellers + 2
    assert len(queries) == 7


@pytest.mark.parametrize("runs", [1, 3])
def test_the_list_asks_the_same_however_many_runs(
    runs: int, amals_shop: Partner, both_payees: None, sell: Sell, propose: Propose, omar: User
) -> None:
    sell(amals_shop, 1_000)
    for _number in range(runs):
        payouts.send_back(propose().pk, reason="x", by=omar)
    browser = browser_of(omar)

    with CaptureQueriesContext(connection) as queries:
        text = browser.get(LIST).content.decode()

    assert text.count("<tr>") == runs + 1
    assert len(queries) == 5
