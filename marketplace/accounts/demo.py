"""The people of the demo world who are no producers: staff and buyers. Names and numbers are invented."""

from dataclasses import dataclass

from django.conf import settings

from marketplace.accounts.models import RoleGrant, User
from marketplace.accounts.rules import Role
from marketplace.core.phones import canonical


@dataclass(frozen=True)
class Person:
    """Somebody of the cast: who she is, how she signs in, what she may do."""

    key: str
    name: tuple[str, str]
    phone: str
    job: str
    note: str
    roles: tuple[Role, ...] = ()


CAST = (
    Person("rania", ("رانيا", "عبد الله"), "0599000201", "buyer", "Rania orders"),
    Person("leila", ("ليلى", "حمدان"), "0599000202", "buyer", "Leila orders too"),
    Person(
        "nour",
        ("نور", "الخطيب"),
        "0599000301",
        "programme officer",
        "Nour publishes goods, follows orders and income",
        (Role.PROGRAMME_OFFICER,),
    ),
    Person("huda", ("هدى", "عمرو"), "0599000302", "finance clerk", "Huda proposes payouts", (Role.FINANCE_CLERK,)),
    Person("omar", ("عمر", "زيدان"), "0599000303", "finance approver", "Omar approves them", (Role.FINANCE_APPROVER,)),
    Person("samir", ("سمير", "عودة"), "0599000304", "hub staff", "Samir runs the hub of Anabta"),
    Person("hiba", ("هبة", "سلامة"), "0599000305", "hub staff", "Hiba runs the hub of Ramallah"),
    Person("majed", ("ماجد", "التميمي"), "0599000306", "hub staff", "Majed runs the hub of Hebron"),
    Person("lubna", ("لبنى", "حجازي"), "0599000309", "trainer", "Lubna keeps the rosters of her cohorts", (Role.TRAINER,)),
    Person("tala", ("تالا", "نصار"), "0599000307", "auditor", "Tala reads everything and changes nothing", (Role.AUDITOR,)),
)


def person(key: str) -> User:
    """Return a member of the cast by key, made now where missing."""
    wanted = next(one for one in CAST if one.key == key)
    return sign_in(wanted.phone, wanted.name)


def sign_in(phone: str, name: tuple[str, str]) -> User:
    """Return the demo user with this phone, made with the demo password where missing."""
    found = User.objects.filter(phone=canonical(phone)).first()
    return found or User.objects.create_user(phone=phone, password=settings.DEMO_PASSWORD, first_name=name[0], last_name=name[1])


def build() -> None:
    """Make the cast with its roles; twice is the same as once."""
    for one in CAST:
        user = person(one.key)
        for role in one.roles:
            RoleGrant.objects.get_or_create(user=user, role=role, hub=None)


def cast() -> list[dict[str, str]]:
    """Return staff and buyers as `demo --json` prints them."""
    return [
        {
            "role": one.job,
            "key": one.key,
            "name": " ".join(one.name),
            "sign_in": one.phone,
            "password": settings.DEMO_PASSWORD,
            "note": one.note,
        }
        for one in CAST
    ]
