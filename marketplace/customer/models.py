"""A buyer's account."""

from oscar.apps.customer.models import *
