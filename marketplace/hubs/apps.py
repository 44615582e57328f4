from django.apps import AppConfig


class HubsConfig(AppConfig):
    name = "marketplace.hubs"
    label = "hubs"
