"""Run every check, two at a time, and tell in order: one line a check, what was found below it."""

import sys
import time
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor

from tests.checks import house, markup, messages, pages, shape, tools

Check = Callable[[], list[str]]
# The slow ones first, so that none is waited for alone.
CHECKS: dict[str, Check] = {
    "types": tools.types,
    "migrations are complete": tools.missing_migrations,
    "templates can be read": pages.readable,
    "style": tools.style,
    "layout": tools.layout,
    "floors": tools.floors,
    "Oscar only in forks": shape.oscar_imports,
    "sizes": shape.sizes,
    "hook files delegate": shape.hook_files,
    "names": shape.names,
    "nothing inline": markup.inline,
    "start and end": markup.directions,
    "no bare words": markup.bare_words,
    "messages are complete": messages.complete,
    "messages are sound": messages.sound,
    "top level": house.top_level,
    "no machine's paths": house.machine_paths,
    "migrations have names": house.migrations,
}


def main(wanted: list[str]) -> int:
    """Run the checks (those whose name begins with a word given, else all); return the exit code."""
    chosen = {name: check for name, check in CHECKS.items() if not wanted or name.startswith(tuple(wanted))}
    start = time.monotonic()
    with ProcessPoolExecutor(2) as pool:
        running: dict[str, Future[list[str]]] = {name: pool.submit(check) for name, check in chosen.items()}
        failed = [name for name, future in running.items() if _tell(name, future.result())]
    sys.stdout.write(f"{len(failed) or 'none'} of {len(chosen)} checks failed, {time.monotonic() - start:.0f} s\n")
    return 1 if failed else 0


def _tell(name: str, found: list[str]) -> bool:
    sys.stdout.write(f"{'✗' if found else '✓'} {name}\n" + "".join(f"    {line}\n" for line in found))
    sys.stdout.flush()
    return bool(found)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
