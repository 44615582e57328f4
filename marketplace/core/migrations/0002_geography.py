"""The governorates and localities, from the tables beside the code."""

import csv
from pathlib import Path

from django.db import migrations

FOLDER = Path(__file__).resolve().parents[1] / "geography"


def rows(name):
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def load(apps, schema_editor):
    governorate = apps.get_model("core", "Governorate")
    locality = apps.get_model("core", "Locality")
    governorate.objects.bulk_create(
        governorate(code=row["iso_3166_2"], name=row["name_ar"], name_ar=row["name_ar"], name_en=row["name_en"], region=row["region"], position=position)
        for position, row in enumerate(rows("governorates.csv"))
    )
    locality.objects.bulk_create(
        locality(
            name=row["name_ar"], name_ar=row["name_ar"], name_en=row["name_en"], governorate_id=row["governorate"],
            kind=row["type"], area_indicative=row["area_indicative"],
        )
        for row in rows("localities.csv")
    )


class Migration(migrations.Migration):
    dependencies = [("core", "0001_initial")]
    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
