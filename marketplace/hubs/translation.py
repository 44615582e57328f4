"""Words of hubs and zones, in both languages."""

from modeltranslation.translator import TranslationOptions, register

from marketplace.hubs.models import DeliveryZone, Hub


@register(Hub)
class HubOptions(TranslationOptions):
    fields = ("name", "host", "directions")


@register(DeliveryZone)
class DeliveryZoneOptions(TranslationOptions):
    fields = ("name",)
