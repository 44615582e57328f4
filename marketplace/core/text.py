"""What people type, brought to one form."""

import unicodedata

ARABIC_INDIC = {ord(c): str(i % 10) for i, c in enumerate("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹")}
ARABIC_MARKS = {ord("٫"): ".", ord("٬"): ""}
LETTERS = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ئ": "ي", "ؤ": "و", "ة": "ه", "ی": "ي", "ک": "ك", "ـ": None})


def western_digits(text: str) -> str:
    """Return `text` with Arabic-Indic and Persian digits as 0–9."""
    return text.translate(ARABIC_INDIC)


def western_number(text: str) -> str:
    """Return a typed number as Python reads it: western digits, a point, no thousands separators or spaces."""
    return western_digits(text).translate(ARABIC_MARKS).replace(",", "").replace(" ", "").strip()


def fold(text: str) -> str:
    """Return `text` as search compares it: no tashkeel or tatweel, one alef, ya, waw and ha, western digits, lower case."""
    decomposed = unicodedata.normalize("NFKC", western_digits(text)).translate(LETTERS)
    return "".join(c for c in unicodedata.normalize("NFD", decomposed) if not unicodedata.combining(c)).lower()
