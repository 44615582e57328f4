"""Public words of a seller, in both languages."""

from modeltranslation.translator import TranslationOptions, register

from marketplace.partner.models import Partner


@register(Partner)
class PartnerOptions(TranslationOptions):
    fields = ("name", "story")
    required_languages = ()
