"""One basket over many sellers. Prices shown are those of the moment; the order freezes them."""

from oscar.apps.basket.abstract_models import AbstractBasket


class Basket(AbstractBasket):
    """What a buyer means to order. Open until an order is made of it."""

    class Meta(AbstractBasket.Meta):
        abstract = False

    @property
    def is_open(self) -> bool:
        """Whether goods can still be put in."""
        return bool(self.status == self.OPEN)


from oscar.apps.basket.models import *
