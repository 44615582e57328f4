"""Offers."""

from oscar.apps.offer.models import *
