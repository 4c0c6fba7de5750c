"""Runs a real Envoy for as long as a block of code."""

import asyncio
import contextlib
import json
import subprocess
import urllib.request
from dataclasses import dataclass
from pathlib import Path

_START = 20.0
_FLAGS = ["--concurrency", "1", "--disable-hot-restart", "--use-dynamic-base-id", "-l", "error"]


class Refused(Exception):
    """Envoy does not take the configuration."""


@dataclass
class Certificate:
    """A throwaway certificate, which one is served does not matter here; and an authority, with one
    certificate for clients that it signed, and one of another authority.
    """

    chain: Path
    key: Path
    authority: Path
    # What clients show, by name: certificate and key.
    of_clients: dict

    @classmethod
    def at(cls, folder):
        def pair(name):
            return folder / f"{name}.pem", folder / f"{name}.key"

        chain, key = folder / "chain.pem", folder / "key.pem"
        shown = {name: pair(name) for name in ("trusted", "untrusted")}
        return cls(chain, key, folder / "authority.pem", shown)

    @classmethod
    def make(cls, folder):
        made = cls.at(folder)
        authority = folder / "authority.pem", folder / "authority.key"
        _self_signed(made.chain, made.key)
        _self_signed(*authority)
        _self_signed(*made.of_clients["untrusted"])
        signing = f"-CA {authority[0]} -CAkey {authority[1]} -addext basicConstraints=CA:FALSE"
        _self_signed(*made.of_clients["trusted"], signing.split(), _SUBJECT)
        return made


# A subject with several attributes, one of them doubled, commas, quotes and other letters.
_SUBJECT = '/C=DE/O=Müller, Söhne "& Co."/OU=first+OU=second/emailAddress=a@b.test/CN=trusted.test'


def _self_signed(chain, key, more=(), subject=""):
    command = "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2"
    subject = ["-utf8", "-multivalue-rdn", "-subj", subject or f"/CN={chain.stem}.test"]
    files = ["-keyout", key, "-out", chain]
    subprocess.run(
        [*command.split(), *subject, *files, *more], check=True, capture_output=True, timeout=30
    )


@contextlib.asynccontextmanager
async def running(envoy, configuration, folder):
    """Yields the ports of all listeners: name -> port."""
    config, admin, log = (folder / n for n in ("envoy.json", "admin", "log"))
    config.write_text(json.dumps(configuration))
    command = [envoy, "-c", config, "--admin-address-path", admin, *_FLAGS]
    with log.open("w") as output:
        process = subprocess.Popen(command, stdout=output, stderr=output)
    try:
        yield await _ports(process, admin, log)
    finally:
        process.terminate()
        try:
            process.wait(8)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def refusal(envoy, configuration, folder):
    """Why Envoy does not take a configuration; None where it does."""
    config = folder / "one.json"
    config.write_text(json.dumps(configuration))
    command = [envoy, "--mode", "validate", "-c", config, *_FLAGS]
    run = subprocess.run(command, capture_output=True, text=True, timeout=30)
    return None if run.returncode == 0 else run.stdout + run.stderr


async def _ports(process, admin, log):
    deadline = asyncio.get_running_loop().time() + _START
    while asyncio.get_running_loop().time() < deadline:
        if process.poll() is not None:
            raise Refused(log.read_text())
        await asyncio.sleep(0.05)
        with contextlib.suppress(OSError, ValueError):
            return _listeners(admin.read_text().strip())
    raise Refused("Envoy did not start in time: " + log.read_text())


def _listeners(admin):
    def get(path):
        with urllib.request.urlopen(f"http://{admin}/{path}", timeout=5) as answer:
            return answer.read()

    if get("ready").strip() != b"LIVE":
        raise ValueError("not ready")
    states = json.loads(get("listeners?format=json")).get("listener_statuses", [])
    return {s["name"]: s["local_address"]["socket_address"]["port_value"] for s in states}
