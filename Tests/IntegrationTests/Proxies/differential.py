"""Asks a real nginx and a real Envoy the same requests.

differential.py NGINX ENVOY FOLDER

Each folder in FOLDER is a case (see trials.py). nginx has to answer as `gatewright trace` says of
the ingress side, Envoy as it says of the gateway side, and the two may differ only where it says
that they do not agree. Exits with 1 otherwise.
"""

import asyncio
import signal
import sys
import tempfile
import time
from pathlib import Path

# What asks Envoy alone stands beside this folder.
sys.path.append(str(Path(__file__).parent.parent / "Envoy"))

import artefacts  # noqa: E402
import asking  # noqa: E402
import backends  # noqa: E402
import client  # noqa: E402
import clusters  # noqa: E402
import features  # noqa: E402
import nginx as nginxes  # noqa: E402
import proxy  # noqa: E402
import render  # noqa: E402
import trials  # noqa: E402
from echo import Backends  # noqa: E402
from unsupported import Unsupported  # noqa: E402


def for_envoy(read, endpoints, certificate, tally):
    """The configuration of Envoy for the cases that its renderer can say, and their names."""
    listeners, found, names = [], [], set()
    for trial in read:
        try:
            if trial.beyond_envoy:
                raise Unsupported(trial.beyond_envoy)
            listeners += render.listeners(trial.cluster, trial.name, certificate, trial.mesh)
            found += clusters.of_case(trial.cluster, trial.name, endpoints)
            names.add(trial.name)
        except Unsupported as reason:
            tally.skipped.append(f"{trial.name}: not rendered for Envoy: {reason}")
    return render.bootstrap(listeners, found), names


def for_nginx(read, refusal, tally):
    """The cases that there is a configuration of nginx for; it is a fault if nginx refuses it."""
    for trial in read:
        if trial.beyond_nginx:
            tally.skipped.append(f"{trial.name}: not rendered for nginx: {trial.beyond_nginx}")
    said = [trial for trial in read if not trial.beyond_nginx]
    refused = {t.name: refusal([t]) for t in said} if refusal(said) else {}
    faults = {name: reason for name, reason in refused.items() if reason}
    tally.faults += [f"{name}: nginx refuses it: {reason}" for name, reason in faults.items()]
    return [trial for trial in said if trial.name not in faults]


async def run(nginx, envoy, folder, scratch, tally):
    read = trials.load(folder)
    certificate = proxy.Certificate.make(scratch)
    behind = Backends(certificate)
    try:
        await behind.open(endpoints(read))
        configuration, names = for_envoy(read, behind.ports, certificate, tally)
        said = for_nginx(
            read, lambda some: nginxes.refusal(nginx, some, behind.ports, scratch), tally
        )
        refused = proxy.refusal(envoy, configuration, scratch)
        if refused:
            raise proxy.Refused(refused)
        async with (
            nginxes.running(nginx, said, behind.ports, scratch) as of_nginx,
            proxy.running(envoy, configuration, scratch) as of_envoy,
        ):
            places = {"nginx": of_nginx, "Envoy": by_case(of_envoy, names)}
            asked = [t for t in read if t.name in {*of_nginx, *names}]
            tally.figures["cases of nginx"], tally.figures["cases of Envoy"] = len(said), len(names)
            tally.figures["cases of both"] = len(names.intersection(of_nginx))
            who = client.Client(certificates=certificate.of_clients)
            await asking.ask_all(asked, places, who, tally)
            await asking.measure(asked, places, who, tally)
            await features.observe(read, places, behind.received, who, tally)
    finally:
        behind.close()


def endpoints(read):
    """What stands behind the backends that either proxy may choose."""
    named = {e for t in read for b in t.backends for e in backends.endpoints(t.cluster, b)}
    return named | backends.all_endpoints(t.cluster for t in read)


def by_case(ports, names):
    """Envoy's ports by case and by port in the manifests."""
    found = {name: {} for name in names}
    for listener, port in ports.items():
        name, number = listener.rsplit("|", 1)
        found[name][int(number)] = port
    return found


def main(nginx, envoy, folder):
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that the proxies are ended as well
    began, tally = time.monotonic(), asking.Tally(artefacts.of(nginxes.version(nginx)))
    with tempfile.TemporaryDirectory() as scratch:
        asyncio.run(run(nginx, envoy, Path(folder), Path(scratch), tally))
    for line in tally.faults:
        print(f"FAULT {line}")
    for line in tally.skipped:
        print(f"SKIPPED {line}")
    for name in tally.artefacts:
        print(f"EXCUSED {name}: {tally.excused[name]}")
    figures = ", ".join(f"{name}: {count}" for name, count in sorted(tally.figures.items()))
    print(f"{figures}, faults: {len(tally.faults)}, seconds: {time.monotonic() - began:.1f}")
    return 1 if tally.faults or not tally.figures["compared"] else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
