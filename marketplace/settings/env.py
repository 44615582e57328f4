"""The environment variables the product reads. Their names are a contract; nothing else is read from outside."""

from pathlib import Path

from environs import Env

from marketplace.core.places import state_dir

env = Env()

ROOT = Path(__file__).resolve().parents[2]
STATE_DIR = state_dir()
PORT = env.int("PORT", 8000)
SECRET_KEY = env.str("SECRET_KEY", "")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", [])
EMAIL_URL = env.str("EMAIL_URL", "")
SMS_URL = env.str("SMS_URL", "")
# "1:<base64 of 32 bytes>,2:<…>": the last one encrypts, all of them decrypt.
FIELD_KEYS = env.str("FIELD_KEYS", "")
