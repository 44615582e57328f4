"""The demo phone shows what would have been sent, and only in the demo world."""

import pytest
from django.test import Client
from django.urls import reverse

from marketplace.notifications.channels import ChannelFailed, Envelope, console


@pytest.fixture(autouse=True)
def two_messages(settings, tmp_path, db):
    """One to Rania with a code, one to Leila."""
    settings.STATE_DIR = tmp_path
    console.send(Envelope("1", "sms", "+970599001004", "", "رمزكم <b>135790</b>", "", "ar"))
    console.send(Envelope("2", "sms", "+970599001005", "", "وصلتنا طلبيتكم", "", "ar"))


@pytest.mark.parametrize("language", ["ar", "en"])
def test_newest_first_with_number_and_text(language):
    text = Client().get(f"/{language}/demo/phone/").text
    assert text.index("وصلتنا طلبيتكم") < text.index("135790")
    assert "0599 001 004" in text
    assert "<b>135790" not in text


@pytest.mark.parametrize("typed", ["0599001004", "٠٥٩٩ ٠٠١ ٠٠٤", "+970599001004"])
def test_one_phone_alone(typed):
    text = Client().get(reverse("demo-phone"), {"phone": typed}).text
    assert "135790" in text
    assert "وصلتنا طلبيتكم" not in text


def test_outside_the_demo_world_there_is_no_such_page(settings):
    settings.DEMO = False
    answer = Client().get(reverse("demo-phone"))
    assert answer.status_code == 404
    assert "135790" not in answer.text


def test_an_empty_phone_says_so(settings, tmp_path):
    settings.STATE_DIR = tmp_path / "new"
    assert Client().get(reverse("demo-phone")).status_code == 200


def test_outside_the_demo_a_code_is_never_written_to_a_file(settings, tmp_path):
    settings.STATE_DIR, settings.DEMO = tmp_path / "real", False
    with pytest.raises(ChannelFailed):
        console.send(Envelope("1", "sms", "+970599001004", "", "135790", "", "ar"))
    assert not settings.STATE_DIR.exists()
