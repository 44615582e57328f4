"""Who may do what."""

from collections.abc import Iterable

from django.contrib.auth.models import AnonymousUser

from marketplace.accounts.models import RoleGrant, User
from marketplace.accounts.rules import Role


def roles_of(user: User | AnonymousUser) -> set[Role]:
    """Return the roles of a user; none for a visitor. Asked once a request: the answer is kept on the user."""
    if not isinstance(user, User) or not user.is_active:
        return set()
    kept: set[Role] | None = getattr(user, "_roles", None)
    if kept is None:
        kept = {Role(role) for role in RoleGrant.objects.filter(user=user).values_list("role", flat=True)}
        user._roles = kept  # type: ignore[attr-defined]
    return kept


def has_role(user: User | AnonymousUser, *roles: Role) -> bool:
    """Whether the user holds at least one of these roles."""
    return bool(roles_of(user) & set(roles))


def hub_ids_of(user: User | AnonymousUser, roles: Iterable[Role] = (Role.HUB_STAFF,)) -> list[int]:
    """Return the keys of the hubs where the user holds one of these roles."""
    if not isinstance(user, User):
        return []
    grants = RoleGrant.objects.filter(user=user, role__in=list(roles), hub__isnull=False)
    return list(grants.order_by("hub_id").values_list("hub_id", flat=True))
