"""Runs a real nginx for as long as a block of code."""

import asyncio
import contextlib
import re
import subprocess

import configuration

_START = 20.0
_ATTEMPTS = 3
# Somebody else may take a port after it was found to be free.
_IN_USE = "in use"


class Refused(Exception):
    """nginx does not take the configuration."""


@contextlib.asynccontextmanager
async def running(nginx, trials, endpoints, folder):
    """Yields the ports of all cases: name -> port in the manifests -> port on the loopback."""
    if not trials:
        yield {}
        return
    for attempt in range(_ATTEMPTS):
        ports = configuration.write(nginx, trials, endpoints, folder)
        try:
            process = await _start(nginx, folder, ports)
            break
        except Refused as reason:
            if _IN_USE not in str(reason) or attempt == _ATTEMPTS - 1:
                raise
    try:
        yield ports
    finally:
        process.terminate()
        try:
            process.wait(8)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _command(nginx, folder, *more):
    return [nginx, "-p", folder, "-c", folder / "nginx.conf", "-e", folder / "error.log", *more]


def version(nginx):
    """For example (1, 22, 1)."""
    run = subprocess.run([nginx, "-v"], capture_output=True, text=True, timeout=10)
    return tuple(map(int, re.search(r"/(\d+)\.(\d+)\.(\d+)", run.stderr).groups()))


def refusal(nginx, trials, endpoints, folder):
    """Why nginx does not take the configuration of some cases; None where it does."""
    for _ in range(_ATTEMPTS):
        configuration.write(nginx, trials, endpoints, folder)
        refused = _tested(nginx, folder)
        if not refused or _IN_USE not in refused:
            break
    return refused


def _tested(nginx, folder):
    command = _command(nginx, folder, "-q", "-t")
    run = subprocess.run(command, capture_output=True, text=True, timeout=60)
    return None if run.returncode == 0 else run.stderr


async def _start(nginx, folder, ports):
    refused = _tested(nginx, folder)
    if refused:
        raise Refused(refused)
    with (folder / "log").open("w") as log:
        process = subprocess.Popen(_command(nginx, folder), stdout=log, stderr=log)
    port = next(iter(ports.values()))[80]
    deadline = asyncio.get_running_loop().time() + _START
    while asyncio.get_running_loop().time() < deadline and process.poll() is None:
        with contextlib.suppress(OSError):
            _, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.close()
            return process
        await asyncio.sleep(0.02)
    process.terminate()
    process.wait()
    raise Refused((folder / "error.log").read_text() + (folder / "log").read_text())
