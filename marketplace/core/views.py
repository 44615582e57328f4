"""The front door, and answers for whoever watches the service."""

import logging

from django.core.cache import cache
from django.db import Error as AnyDatabaseError
from django.db import connection
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language_from_request
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from redis.exceptions import RedisError

log = logging.getLogger(__name__)


@require_safe
def front_door(request: HttpRequest) -> HttpResponse:
    """Send a visitor to the shop in the language her browser prefers, Arabic where it does not say."""
    response = HttpResponseRedirect(f"/{get_language_from_request(request)}/")
    patch_vary_headers(response, ("Accept-Language", "Cookie"))
    return response


@never_cache
@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """Say that this process answers; asks nobody else."""
    return HttpResponse("ok\n", content_type="text/plain")


@never_cache
@require_safe
def readyz(request: HttpRequest) -> HttpResponse:
    """Say whether PostgreSQL and Valkey answer: 200, or 503 with the one that does not."""
    answers = {"database": _database_answers(), "cache": _cache_answers()}
    return JsonResponse({name: "ok" if well else "away" for name, well in answers.items()}, status=200 if all(answers.values()) else 503)


def _database_answers() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except AnyDatabaseError:
        log.exception("PostgreSQL does not answer")
        return False
    return True


def _cache_answers() -> bool:
    try:
        cache.set("readyz", 1, timeout=10)
        return bool(cache.get("readyz") == 1)
    except RedisError:
        log.exception("Valkey does not answer")
        return False
