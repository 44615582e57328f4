"""Signing in and out."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def locked_out(request: HttpRequest, credentials: dict[str, str], *args: object, **kwargs: object) -> HttpResponse:
    """Answer too many wrong passwords: what happened and when to try again."""
    return render(request, "accounts/locked_out.html", status=429)
