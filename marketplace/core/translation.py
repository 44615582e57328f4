"""Names of places, in both languages."""

from modeltranslation.translator import TranslationOptions, register

from marketplace.core.models import Governorate, Locality


@register(Governorate)
class GovernorateOptions(TranslationOptions):
    fields = ("name",)


@register(Locality)
class LocalityOptions(TranslationOptions):
    fields = ("name",)
