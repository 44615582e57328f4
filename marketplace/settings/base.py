"""What every environment shares. Engines: see `marketplace.core.engines`; Oscar's own switches: `oscar.py`."""

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from marketplace.core.engines import database_url, valkey_url
from marketplace.settings.database import parse_database_url
from marketplace.settings.env import ALLOWED_HOSTS, FIELD_KEYS, PORT, ROOT, SECRET_KEY, STATE_DIR
from marketplace.settings.oscar import *

DEBUG = False
AUTH_USER_MODEL = "accounts.User"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
ROOT_URLCONF = "marketplace.urls"
WSGI_APPLICATION = "marketplace.wsgi.application"
SITE_ID = 1

OSCAR_APPS = [
    "oscar.config.Shop",
    "marketplace.address.apps.AddressConfig",
    "marketplace.partner.apps.PartnerConfig",
    "marketplace.payment.apps.PaymentConfig",
    "marketplace.catalogue.apps.CatalogueConfig",
    "marketplace.catalogue.reviews.apps.CatalogueReviewsConfig",
    "marketplace.search.apps.SearchConfig",
    "marketplace.basket.apps.BasketConfig",
    "marketplace.promotions.offer.apps.OfferConfig",
    "marketplace.promotions.voucher.apps.VoucherConfig",
    "marketplace.shipping.apps.ShippingConfig",
    "marketplace.order.apps.OrderConfig",
    "marketplace.checkout.apps.CheckoutConfig",
    "marketplace.customer.apps.CustomerConfig",
    "marketplace.dashboard.apps.DashboardConfig",
    "oscar.apps.analytics.apps.AnalyticsConfig",
    "oscar.apps.communication.apps.CommunicationConfig",
    "oscar.apps.wishlists.apps.WishlistsConfig",
    "oscar.apps.dashboard.reports.apps.ReportsDashboardConfig",
    "oscar.apps.dashboard.users.apps.UsersDashboardConfig",
    "oscar.apps.dashboard.orders.apps.OrdersDashboardConfig",
    "oscar.apps.dashboard.catalogue.apps.CatalogueDashboardConfig",
    "oscar.apps.dashboard.offers.apps.OffersDashboardConfig",
    "oscar.apps.dashboard.partners.apps.PartnersDashboardConfig",
    "oscar.apps.dashboard.pages.apps.PagesDashboardConfig",
    "oscar.apps.dashboard.ranges.apps.RangesDashboardConfig",
    "oscar.apps.dashboard.reviews.apps.ReviewsDashboardConfig",
    "oscar.apps.dashboard.vouchers.apps.VouchersDashboardConfig",
    "oscar.apps.dashboard.communications.apps.CommunicationsDashboardConfig",
    "oscar.apps.dashboard.shipping.apps.ShippingDashboardConfig",
    "widget_tweaks",
    "haystack",
    "treebeard",
    "django_tables2",
]
OUR_APPS = [
    "marketplace.core",
    "marketplace.accounts",
    "marketplace.notifications",
    "marketplace.ledger",
    "marketplace.hubs",
    "marketplace.payouts",
    "marketplace.reports",
    "marketplace.storefront",
    "marketplace.desk",
    "producers",
    "training",
]
INSTALLED_APPS = [
    "modeltranslation",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.contrib.sites",
    "django.contrib.flatpages",
    "pgtrigger",
    "axes",
    "csp",
    "django_htmx",
    "django_celery_beat",
    *OUR_APPS,
    *OSCAR_APPS,
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "marketplace.core.middleware.refuse_odd_characters",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "marketplace.basket.middleware.BasketMiddleware",
    "axes.middleware.AxesMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "marketplace.core.context.programme",
            ],
            "builtins": ["marketplace.core.templatetags.mahalli"],
        },
    }
]

DATABASES = {"default": parse_database_url(database_url())}
CACHES = {"default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": valkey_url()}}
CELERY_BROKER_URL = valkey_url().replace("unix://", "redis+socket://", 1)
CELERY_TASK_IGNORE_RESULT = True
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_TASK_ACKS_LATE = True
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_BEAT_SCHEDULER = "django_celery_beat.schedulers:DatabaseScheduler"
CELERY_BEAT_SCHEDULE = {
    "send what waits in the outbox": {"task": "notifications.drain", "schedule": 30.0},
    "finish or expire open attempts": {"task": "order.poll_attempts", "schedule": 60.0},
}

HAYSTACK_CONNECTIONS = {"default": {"ENGINE": "haystack.backends.simple_backend.SimpleEngine"}}

AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "marketplace.accounts.backends.PhoneOrEmailBackend",
]
AXES_USERNAME_FORM_FIELD = "login"
AXES_FAILURE_LIMIT = 8
AXES_COOLOFF_TIME = 0.25
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_LOCKOUT_CALLABLE = "marketplace.accounts.views.locked_out"
AXES_VERBOSE = False
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "sign-in"
LOGIN_REDIRECT_URL = "customer:summary"

LANGUAGE_CODE = "ar"
LANGUAGES = [("ar", _("Arabic")), ("en", _("English"))]
LOCALE_PATHS = [ROOT / "marketplace" / "locale"]
MODELTRANSLATION_DEFAULT_LANGUAGE = "ar"
MODELTRANSLATION_FALLBACK_LANGUAGES = ("ar", "en")
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Hebron"
USE_THOUSAND_SEPARATOR = False

STATIC_URL = "/static/"
STATICFILES_DIRS = [ROOT / "static"]
STATIC_ROOT = STATE_DIR / "static"
MEDIA_URL = "/media/"
MEDIA_ROOT = STATE_DIR / "media"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "marketplace.core.static_sheets.PouredStaticFilesStorage"},
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 12 * 1024 * 1024
FILE_UPLOAD_PERMISSIONS = 0o644

PHONENUMBER_DEFAULT_REGION = "PS"
PHONENUMBER_DB_FORMAT = "E164"

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF, "https://checkout.stripe.com"],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Lax"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

# Where links in messages point.
SITE_ADDRESS = f"http://127.0.0.1:{PORT}"
# What the product says about itself. Staff edit the policy pages; these two stand in every footer.
MAHALLI_TRADER_NUMBER = "562-000000"
MAHALLI_PHONE = "+970599000400"
# Sellers are paid on this day of the week, Monday is 0: Thursday.
PAYOUT_WEEKDAY = 3
NOTIFICATION_CHANNELS = {"sms": "marketplace.notifications.channels.console", "email": "marketplace.notifications.channels.console"}
PAYMENT_GATEWAYS = {"cash": "marketplace.payment.gateways.cash_on_delivery.CashOnDelivery"}
# How the floors are joined without importing upwards: dotted paths, called in this order.
DEMO_STEPS: list[str] = [
    "marketplace.accounts.demo.build",
    "marketplace.hubs.demo.build",
    "marketplace.ledger.demo.build",
    "marketplace.partner.demo.build",
    "producers.demo.build",
    "marketplace.catalogue.demo.build",
    "marketplace.storefront.demo.build",
    "marketplace.order.demo.build",
    "marketplace.payouts.demo.build",
    "training.demo.build",
]
DEMO_CAST: list[str] = ["marketplace.accounts.demo.cast", "producers.demo.cast"]
DEMO_OBJECTS: list[str] = [
    "marketplace.hubs.demo.objects",
    "marketplace.catalogue.demo.objects",
    "marketplace.order.demo.objects",
    "marketplace.payouts.demo.objects",
]
BOOK_CHECKS: list[str] = [
    "marketplace.ledger.checks.run",
    "marketplace.order.checks.run",
    "marketplace.payouts.checks.run",
]
# Where somebody belongs who signed in: each `(user) -> address or None`, asked in this order.
SIGN_IN_HOMES: list[str] = ["producers.access.home_of", "marketplace.desk.nav.home_of"]
PROGRAM_HOME_PARTS: list[str] = [
    "marketplace.desk.home.parts",
    "training.home.parts",
]

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {"axes": {"level": "WARNING"}, "modeltranslation": {"level": "WARNING"}},
}
