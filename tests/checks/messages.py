"""The Arabic messages: all there, in all six forms, with the same facts in them, in plain words.

`python -m tests.checks.messages` tells what is wrong; `--write` adds the messages that are used and retires those that are not;
`--merge FOLDER` takes translations from fragments (`*.po`) and tells where they contradict what is there.
"""

import argparse
import re
import sys
from pathlib import Path

import polib

from tests.checks.extract import Use, uses
from tests.checks.sources import ROOT, shown

CATALOGUE = ROOT / "marketplace" / "locale" / "ar" / "LC_MESSAGES" / "django.po"
FORMS = 6
# Zero, one and two can do without the number: «إرساليتان».
FORMS_WITHOUT_NUMBER = (0, 1, 2)
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|{\w*}")
NOT_WORDS = re.compile(r"https?://\S+|<[^>]*>|[\w.+-]+@[\w.-]+|&\w+;")
LATIN = re.compile(r"[A-Za-z]{2,}")
# Written in Latin letters in Arabic too.
ALLOWED_LATIN = {
    "CSV",
    "XLSX",
    "PDF",
    "IBAN",
    "PS",
    "SMS",
    "QR",
    "URL",
    "JPEG",
    "PNG",
    "HEIC",
    "WebP",
    "WhatsApp",
    "English",
    "GS1",
    "Excel",
    "PALS",
}
NEVER = {"يرجى": "say it plainly", "الرجاء": "say it plainly", "!": "no exclamation marks"}
ARABIC_DIGITS = re.compile("[٠-٩]")
Key = tuple[str | None, str]


def used() -> dict[Key, Use]:
    """Return each message used, once; a use with a plural counts more than one without."""
    found: dict[Key, Use] = {}
    for use in uses():
        key = (use.context, use.singular)
        if key not in found or (use.plural and not found[key].plural):
            found[key] = use
    return found


def complete() -> list[str]:
    """Every message used is translated, and none that is not used is kept."""
    wanted, there = used(), {(entry.msgctxt, entry.msgid): entry for entry in _entries()}
    missing = [f"{use.place}: «{use.singular}» is not translated" for key, use in wanted.items() if not _is_done(there.get(key), use)]
    return missing + [
        f"{shown(CATALOGUE, entry.linenum)}: «{entry.msgid}» is not used" for key, entry in there.items() if key not in wanted
    ]


def sound() -> list[str]:
    """What is translated has its six forms and its placeholders, and reads like Arabic."""
    return [f"{shown(CATALOGUE, entry.linenum)}: {finding}" for entry in _entries() for finding in faults(entry)]


def faults(entry: polib.POEntry) -> list[str]:
    """Return what is wrong with one translated entry."""
    texts = _texts(entry)
    found = ["is fuzzy"] if entry.fuzzy else []
    if entry.msgid_plural and len(texts) != FORMS:
        found.append(f"has {len(texts)} plural forms, not {FORMS}")
    for form, text in texts.items():
        found += _placeholder_faults(entry, form, text) + _word_faults(text)
    return found


def write() -> None:
    """Add the messages that are used and not there, retire those not used, sort."""
    wanted, catalogue = used(), _open()
    there = {(entry.msgctxt, entry.msgid): entry for entry in catalogue}
    for key, use in wanted.items():
        if key not in there:
            catalogue.append(_new_entry(use))
        else:
            _revive(there[key], use)
    for key, entry in there.items():
        entry.obsolete = key not in wanted
    _save(catalogue)


def merge(folder: Path) -> list[str]:
    """Take the translations of the fragments in `folder`; return contradictions, what nobody uses, and what is still missing."""
    write()
    catalogue = _open()
    there = {(entry.msgctxt, entry.msgid): entry for entry in catalogue if not entry.obsolete}
    told = []
    for fragment in sorted(folder.glob("*.po")):
        translated = (entry for entry in polib.pofile(str(fragment)) if not entry.obsolete and any(_texts(entry).values()))
        told += [f"{fragment.name}: {line}" for entry in translated if (line := _take(entry, there.get((entry.msgctxt, entry.msgid))))]
    _save(catalogue)
    return told + complete() + sound()


def _take(entry: polib.POEntry, own: polib.POEntry | None) -> str:
    """Give `own` the fragment's translation where it has none; return what to tell."""
    if own is None:
        return f"«{entry.msgid}» is not used"
    if not any(_texts(own).values()):
        own.msgstr, own.msgstr_plural = entry.msgstr, dict(entry.msgstr_plural)
        own.msgid_plural = own.msgid_plural or entry.msgid_plural
        return ""
    return "" if _texts(own) == _texts(entry) else f"«{entry.msgid}»: kept {_texts(own)}, not {_texts(entry)}"


def _placeholder_faults(entry: polib.POEntry, form: int, text: str) -> list[str]:
    wanted = sorted(PLACEHOLDER.findall(entry.msgid_plural or entry.msgid))
    found = sorted(PLACEHOLDER.findall(text))
    may_miss = bool(entry.msgid_plural) and form in FORMS_WITHOUT_NUMBER
    is_sound = set(found) <= set(wanted) if may_miss else found == wanted
    return [] if is_sound or not text else [f"«{text}» has {found}, the message has {wanted}"]


def _word_faults(text: str) -> list[str]:
    bare = NOT_WORDS.sub(" ", PLACEHOLDER.sub(" ", text))
    found = [f"«{word}» stands in Arabic: «{text}»" for word in LATIN.findall(bare) if word not in ALLOWED_LATIN]
    found += [f"«{text}»: {reason}" for word, reason in NEVER.items() if word in bare]
    return found + ([f"«{text}»: digits are 0–9"] if ARABIC_DIGITS.search(text) else [])


def _is_done(entry: polib.POEntry | None, use: Use) -> bool:
    if entry is None or entry.fuzzy:
        return False
    if use.plural:
        return entry.msgid_plural == use.plural and len(entry.msgstr_plural) == FORMS and all(entry.msgstr_plural.values())
    return bool(entry.msgstr or (entry.msgstr_plural and all(entry.msgstr_plural.values())))


def _texts(entry: polib.POEntry) -> dict[int, str]:
    return dict(sorted(entry.msgstr_plural.items())) if entry.msgid_plural else {0: entry.msgstr}


def _new_entry(use: Use) -> polib.POEntry:
    entry = polib.POEntry(msgid=use.singular, msgctxt=use.context)
    _revive(entry, use)
    return entry


def _revive(entry: polib.POEntry, use: Use) -> None:
    if use.plural and entry.msgid_plural != use.plural:
        entry.msgid_plural = use.plural
        entry.msgstr_plural = {form: entry.msgstr_plural.get(form, "") for form in range(FORMS)}


def _entries() -> list[polib.POEntry]:
    return [entry for entry in _open() if not entry.obsolete]


def _open() -> polib.POFile:
    return polib.pofile(str(CATALOGUE), wrapwidth=0)


def _save(catalogue: polib.POFile) -> None:
    """Write the entries sorted: a change shows where it belongs."""
    catalogue.sort(key=lambda entry: (entry.obsolete, entry.msgid, entry.msgctxt or ""))
    catalogue.save()


def main() -> int:
    """Do what the command line asks; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="add what is used, retire what is not")
    parser.add_argument("--merge", type=Path, metavar="FOLDER", help="take translations from the fragments in FOLDER")
    asked = parser.parse_args()
    if asked.write:
        write()
    found = merge(asked.merge) if asked.merge else complete() + sound()
    sys.stdout.write("".join(f"{line}\n" for line in found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
