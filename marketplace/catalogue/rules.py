"""What a kind of goods asks of its seller."""

from marketplace.partner.rules import PermitKind

# Kinds that are always made or packed food, by the slug of the category. In those that mix (herbs, grains, honey) the officer says it.
PERMITS = {
    "oils": PermitKind.FOOD_LICENCE,
    "pickles": PermitKind.FOOD_LICENCE,
    "sweets": PermitKind.FOOD_LICENCE,
    "preserves": PermitKind.FOOD_LICENCE,
    "bakery": PermitKind.FOOD_LICENCE,
    "dairy": PermitKind.DAIRY_LICENCE,
}
