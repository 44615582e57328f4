"""Ways of receiving."""

from oscar.apps.shipping.models import *
