"""Whose a pot is, in words the books keep: "partner:7", "hub:2", "user:9"."""

CONSIGNMENT = "consignment:"
PROGRAMME = "programme"


def seller(partner_id: int) -> str:
    """The owner of a seller's pot."""
    return f"partner:{partner_id}"


def partner_id_of(owner: str) -> int:
    """The seller a pot belongs to. Raises ValueError for other owners."""
    return int(owner.removeprefix("partner:"))


def consignment(reference: str) -> str:
    """The subject of what happened to a consignment."""
    return f"{CONSIGNMENT}{reference}"


def reference_of(subject: str) -> str:
    """The consignment a subject names; "" where it names something else."""
    return subject.removeprefix(CONSIGNMENT) if subject.startswith(CONSIGNMENT) else ""
