"""The long proofs: `make prove`. The same stories as in the suite, many more rounds."""

import os
import subprocess
import sys

ROUNDS = {"RACE_ROUNDS": "100", "HYPOTHESIS_EXAMPLES": "2000"}
STORIES = ["tests/races", "tests/ledger", "tests/core"]


def main() -> int:
    """Run the proofs one after another in one process: races want the machine for themselves."""
    environment = {**os.environ, **ROUNDS}
    return subprocess.run([sys.executable, "-m", "pytest", "-p", "no:randomly", *STORIES], env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
