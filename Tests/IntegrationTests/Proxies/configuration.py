"""Puts what is rendered of cases into one configuration of nginx."""

import contextlib
import os
import socket
from pathlib import Path

import backends

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


def write(nginx, trials, endpoints, folder):
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
        for name, text in trial.files.items():
            (place / name).write_text(text)
        for backend in trial.backends:
            behind = [endpoints[e] for e in backends.endpoints(trial.cluster, backend)]
            parts.append(_upstream(trial.name, backend, behind))
        parts.append(trial.nginx)
    temporary = " ".join(f"{name}_temp_path {folder}/{name};" for name in _TEMPORARY)
    user = "user root;" if os.geteuid() == 0 else ""
    modules = Path(nginx).parent.parent / "lib/nginx/modules"
    whole = _MAIN.format(
        folder=folder, modules=modules, user=user, temporary=temporary, parts="\n".join(parts)
    )
    (folder / "nginx.conf").write_text(whole)
    return ports


def _upstream(case, backend, ports):
    name = f"{case}.{backend.replace('/', '.').replace(':', '.')}"
    servers = " ".join(f"server 127.0.0.1:{port} max_fails=0;" for port in ports)
    return f"upstream {name} {{ {servers} }}"


def _free_ports(count):
    """Ports for each of so many cases, all of them different."""
    with contextlib.ExitStack() as stack:
        sockets = [stack.enter_context(socket.socket()) for _ in range(2 * count)]
        for one in sockets:
            one.bind(("127.0.0.1", 0))
        numbers = [one.getsockname()[1] for one in sockets]
    return [dict(zip((80, 443), pair)) for pair in zip(numbers[::2], numbers[1::2])]
