"""Static files as browsers should fetch them: hashed names, and each `@import "x.css"` of ours poured in place.

On a slow line an imported sheet costs a second round trip before the first paint. The sources stay small and separate,
and work unbundled too; only the collected copies are poured together.
"""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage  # type: ignore[import-untyped]

IMPORT = re.compile(r'^@import url\("([\w-]+\.css)"\);$', re.MULTILINE)


class PouredStaticFilesStorage(CompressedManifestStaticFilesStorage):  # type: ignore[misc]  # whitenoise is untyped
    """WhiteNoise's storage that first replaces the imports of our own sheets by their text."""

    def post_process(self, paths: dict[str, Any], dry_run: bool = False, **options: Any) -> Iterator[tuple[str, str, bool]]:
        """Pour the imports, then hash and compress as usual. Raises FileNotFoundError for an import that is not there."""
        if not dry_run:
            poured = [name for name in paths if name.startswith("css/") and name.endswith(".css") and self._pour(name)]
            paths = {**paths, **{name: (self, name) for name in poured}}  # hash the collected copy, not the source
        yield from super().post_process(paths, dry_run, **options)

    def _pour(self, name: str) -> bool:
        """Replace the imports in one collected sheet; False when it has none."""
        folder = PurePosixPath(name).parent
        text = self._read(name)
        poured = IMPORT.sub(lambda found: self._read(str(folder / found[1])), text)
        if poured == text:
            return False
        self.delete(name)
        self._save(name, ContentFile(poured.encode()))
        return True

    def _read(self, name: str) -> str:
        with self.open(name) as sheet:
            return str(sheet.read().decode())
