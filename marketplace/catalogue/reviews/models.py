"""Reviews of goods."""

from oscar.apps.catalogue.reviews.models import *
