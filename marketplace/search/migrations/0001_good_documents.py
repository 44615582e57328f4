"""The table of searched words."""

import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
from django.contrib.postgres.operations import TrigramExtension
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True
    dependencies = [("catalogue", "0033_goods_of_sellers"), ("partner", "0008_selling_accounts"), ("core", "0002_geography")]
    operations = [
        TrigramExtension(),
        migrations.CreateModel(
            name="GoodDocument",
            fields=[
                (
                    "product",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="document",
                        serialize=False,
                        to="catalogue.product",
                    ),
                ),
                ("words", models.TextField(blank=True)),
                ("vector", django.contrib.postgres.search.SearchVectorField()),
            ],
            options={
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(fields=["vector"], name="good_vector"),
                    django.contrib.postgres.indexes.GinIndex(fields=["words"], name="good_words", opclasses=["gin_trgm_ops"]),
                ],
            },
        ),
    ]
