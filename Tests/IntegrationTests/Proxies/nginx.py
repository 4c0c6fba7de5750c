"""Runs a real nginx for as long as a block of code."""

import asyncio
import contextlib
import os
import socket
import subprocess
from pathlib import Path

_START = 20.0
_ATTEMPTS = 3
_MAIN = """\
load_module {modules}/ngx_http_headers_more_filter_module.so;
daemon off;
worker_processes 1;
{user}
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ worker_connections 1024; }}
http {{
  access_log off;
  server_tokens off;
  {temporary}
  variables_hash_max_size 65536;
  map_hash_max_size 65536;
  map_hash_bucket_size 1024;
  server_names_hash_max_size 65536;
  server_names_hash_bucket_size 1024;
  proxy_http_version 1.1;
  proxy_buffer_size 64k;
  proxy_buffers 8 64k;
  proxy_busy_buffers_size 128k;
  ssl_certificate {folder}/chain.pem;
  ssl_certificate_key {folder}/key.pem;
  # Requests come from where the PROXY protocol says.
  set_real_ip_from 127.0.0.1;
  real_ip_header proxy_protocol;
  geo $literal_dollar {{ default "$"; }}
{parts}
}}
"""
_OWN_ANSWER = """\
upstream status.{status} {{ server unix:{folder}/{status}; }}
server {{ listen unix:{folder}/{status}; return {status}; }}
"""
_TEMPORARY = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]


class Refused(Exception):
    """nginx does not take the configuration."""


@contextlib.asynccontextmanager
async def running(nginx, trials, endpoints, folder):
    """Yields the ports of all cases: name -> port in the manifests -> port on the loopback."""
    for attempt in range(_ATTEMPTS):
        ports = _write(nginx, trials, endpoints, folder)
        try:
            process = await _start(nginx, folder, ports)
            break
        except Refused as reason:  # somebody else may have taken a port in between
            if "in use" not in str(reason) or attempt == _ATTEMPTS - 1:
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


def _write(nginx, trials, endpoints, folder):
    """Writes the whole configuration, and what the parts of the cases include."""
    ports = dict(zip((t.name for t in trials), _free_ports(len(trials))))
    parts = [_OWN_ANSWER.format(status=s, folder=folder) for s in (404, 503)]
    for trial in trials:
        place = folder / trial.name
        place.mkdir(exist_ok=True)
        for file, also in [("listen.conf", ""), ("listen-default.conf", " default_server")]:
            plain, secure = (f"listen 127.0.0.1:{port}" for port in ports[trial.name].values())
            (place / file).write_text(
                f"{plain}{also} proxy_protocol;\n{secure}{also} ssl proxy_protocol;\n"
            )
        parts += [_upstream(trial.name, name, endpoints[name]) for name in trial.backends]
        parts.append(trial.nginx)
    temporary = " ".join(f"{name}_temp_path {folder}/{name};" for name in _TEMPORARY)
    user = "user root;" if os.geteuid() == 0 else ""
    modules = Path(nginx).parent.parent / "lib/nginx/modules"
    whole = _MAIN.format(
        folder=folder, modules=modules, user=user, temporary=temporary, parts="\n".join(parts)
    )
    (folder / "nginx.conf").write_text(whole)
    return ports


def _upstream(case, backend, port):
    name = f"{case}.{backend.replace('/', '.').replace(':', '.')}"
    return f"upstream {name} {{ server 127.0.0.1:{port} max_fails=0; }}"


def _free_ports(count):
    """Ports for each of so many cases, all of them different."""
    with contextlib.ExitStack() as stack:
        sockets = [stack.enter_context(socket.socket()) for _ in range(2 * count)]
        for one in sockets:
            one.bind(("127.0.0.1", 0))
        numbers = [one.getsockname()[1] for one in sockets]
    return [dict(zip((80, 443), pair)) for pair in zip(numbers[::2], numbers[1::2])]


def _command(nginx, folder, *more):
    return [nginx, "-p", folder, "-c", folder / "nginx.conf", "-e", folder / "error.log", *more]


async def _start(nginx, folder, ports):
    run = subprocess.run(
        _command(nginx, folder, "-q", "-t"), capture_output=True, text=True, timeout=60
    )
    if run.returncode != 0:
        raise Refused(run.stderr)
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
