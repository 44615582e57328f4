"""Words of pages, in both languages."""

from modeltranslation.translator import TranslationOptions, register

from marketplace.storefront.models import Page


@register(Page)
class PageOptions(TranslationOptions):
    fields = ("title", "body")
