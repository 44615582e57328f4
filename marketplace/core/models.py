"""Geography: governorates and localities. Facts come from `geography/*.csv`; area letters are indicative and for staff only."""

from django.db import models


class Governorate(models.Model):
    """One of the sixteen governorates, by its ISO 3166-2 code."""

    code = models.CharField(max_length=6, primary_key=True)
    name = models.CharField(max_length=64)
    region = models.CharField(max_length=16)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position"]

    def __str__(self) -> str:
        return str(self.name)


class Locality(models.Model):
    """A city, town, village, hamlet or herding community."""

    name = models.CharField(max_length=96)
    governorate = models.ForeignKey(Governorate, on_delete=models.PROTECT, related_name="localities")
    kind = models.CharField(max_length=16)
    area_indicative = models.CharField(max_length=8, blank=True)

    class Meta:
        ordering = ["governorate__position", "pk"]

    def __str__(self) -> str:
        return str(self.name)
