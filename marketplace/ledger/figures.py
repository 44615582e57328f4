"""What a seller earned, in agorot of ILS, all positive when money comes to her."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Figures:
    """`net` is what is hers of her sales, `fee` what the programme kept, `paid` what reached her."""

    net: int = 0
    fee: int = 0
    paid: int = 0

    @property
    def gross(self) -> int:
        """What buyers paid for her goods."""
        return self.net + self.fee

    @property
    def due(self) -> int:
        """What is still to be paid; negative when she owes."""
        return self.net - self.paid

    def __add__(self, other: Figures) -> Figures:
        return Figures(self.net + other.net, self.fee + other.fee, self.paid + other.paid)
