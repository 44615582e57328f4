"""The one country orders are delivered in. Oscar's address tables need a country."""

from django.db import migrations


def load(apps, schema_editor):
    apps.get_model("address", "Country").objects.create(
        iso_3166_1_a2="PS", iso_3166_1_a3="PSE", iso_3166_1_numeric="275",
        printable_name="Palestine", name="State of Palestine", is_shipping_country=True,
    )


class Migration(migrations.Migration):
    dependencies = [("address", "0008_palestinian_address")]
    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
