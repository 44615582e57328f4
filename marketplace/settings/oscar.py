"""Oscar's switches. Decided before the first migration: unicode slugs, shekels."""

from oscar.defaults import *

OSCAR_SHOP_NAME = "محلّي"
OSCAR_DEFAULT_CURRENCY = "ILS"
OSCAR_SLUG_ALLOW_UNICODE = True
OSCAR_REQUIRED_ADDRESS_FIELDS = ("first_name", "phone_number")
OSCAR_ALLOW_ANON_CHECKOUT = True
OSCAR_FROM_EMAIL = "orders@localhost"
OSCAR_EAGER_ALERTS = False
OSCAR_SEND_REGISTRATION_EMAIL = False
OSCAR_OFFERS_INCL_TAX = True
OSCAR_MISSING_IMAGE_URL = "img/logo.svg"
OSCAR_DELETE_IMAGE_FILES = False
