"""Pages staff edit in both languages: policies, how to join, how to complain."""

from django.db import models
from django.urls import reverse
from django.utils import timezone


class Page(models.Model):
    """One page. Paragraphs are separated by an empty line; a line that starts with `## ` is a heading; `- ` starts a list item."""

    slug = models.SlugField(max_length=64, unique=True)
    title = models.CharField(max_length=160)
    body = models.TextField()
    position = models.PositiveSmallIntegerField(default=0)
    changed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return str(self.title)

    def get_absolute_url(self) -> str:
        """The address of the page in the current language."""
        return reverse("storefront:page", kwargs={"slug": self.slug})
