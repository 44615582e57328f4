"""Words of goods and their kinds, in both languages."""

from modeltranslation.translator import TranslationOptions, register

from marketplace.catalogue.models import Category, Product, ProductImage


@register(Category)
class CategoryOptions(TranslationOptions):
    fields = ("name", "description")
    required_languages = ()


@register(Product)
class ProductOptions(TranslationOptions):
    fields = ("title", "description", "unit")
    required_languages = ()


@register(ProductImage)
class ProductImageOptions(TranslationOptions):
    fields = ("alt",)
    required_languages = ()
