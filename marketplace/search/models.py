"""What is searched: one row a good, folded and stemmed. PostgreSQL keeps it up to date itself, whoever writes the good."""

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models

from marketplace.catalogue.models import Product


class GoodDocument(models.Model):
    """The searched words of a good. Written by triggers of the database only; see the migrations of this package.

    `words` are title, kinds, seller and place, folded, for misspelt words; `vector` holds
    these and the description with their stems and weights.
    """

    product = models.OneToOneField(Product, on_delete=models.CASCADE, primary_key=True, related_name="document")
    words = models.TextField(blank=True)
    vector = SearchVectorField()

    class Meta:
        indexes = [
            GinIndex(fields=["vector"], name="good_vector"),
            GinIndex(fields=["words"], name="good_words", opclasses=["gin_trgm_ops"]),
        ]

    def __str__(self) -> str:
        return str(self.product_id)
