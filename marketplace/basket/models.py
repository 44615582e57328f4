"""One basket over many sellers. Prices shown are those of the moment; the order freezes them."""

from oscar.apps.basket.models import *
