"""Prints why nginx refuses cases, each alone; nothing for a case that it takes.

refusal.py NGINX FOLDER
"""

import sys
import tempfile
from pathlib import Path

# What asks Envoy alone stands beside this folder.
sys.path.append(str(Path(__file__).parent.parent / "Envoy"))

import backends  # noqa: E402
import nginx as nginxes  # noqa: E402
import proxy  # noqa: E402
import trials  # noqa: E402


def main(nginx, folder):
    with tempfile.TemporaryDirectory() as scratch:
        proxy.Certificate.make(Path(scratch))
        for trial in trials.load(Path(folder)):
            behind = {e for b in trial.backends for e in backends.endpoints(trial.cluster, b)}
            endpoints = dict.fromkeys(behind, 9)
            refused = nginxes.refusal(nginx, [trial], endpoints, Path(scratch))
            print(f"{trial.name}: {refused or trial.beyond_nginx}")


if __name__ == "__main__":
    main(*sys.argv[1:])
