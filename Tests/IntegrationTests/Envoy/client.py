"""Sends a recorded request byte for byte; an HTTP library would tidy it up."""

import asyncio
import json
import ssl

_PATIENCE = 10.0


class Unsendable(Exception):
    """Python cannot send this request."""


async def ask(request, ports):
    """What comes back: the answer's status, location and the backend's words, or an error."""
    port = request.get("port") or (443 if request["scheme"] == "https" else 80)
    if port not in ports:
        return {"error": "no listener"}
    try:
        return await asyncio.wait_for(_exchange(request, ports[port]), _PATIENCE)
    except (ConnectionError, ssl.SSLError, asyncio.IncompleteReadError):
        return {"error": "connection closed"}
    except asyncio.TimeoutError:
        return {"error": "no answer"}


async def _exchange(request, port):
    tls = {}
    if request["scheme"] == "https":
        tls = {"ssl": _context(), "server_hostname": _server_name(request)}
    try:
        reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=1 << 20, **tls)
    except ValueError as error:
        raise Unsendable(str(error)) from None
    try:
        writer.write(_bytes(request))
        while True:
            head = await reader.readuntil(b"\r\n\r\n")
            status = int(head.split(b" ", 2)[1])
            if status >= 200:
                return _answer(status, head)
    finally:
        writer.transport.abort()


def _context():
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


def _server_name(request):
    name = request["sni"] if "sni" in request else request["host"].split(":")[0].removesuffix(".")
    return name or ""


def _bytes(request):
    lines = [f"{request['method']} {request['target']} HTTP/1.1", f"Host: {request['host']}"]
    lines += [f"{name}: {value}" for name, value in request["headers"]]
    length = request.get("bodyLength", 0)
    if length:
        lines.append(f"Content-Length: {length}")
    return "\r\n".join([*lines, "", ""]).encode("utf-8", "surrogateescape") + b"x" * length


def _answer(status, head):
    fields = {}
    for line in head.decode("utf-8", "surrogateescape").split("\r\n")[1:]:
        name, _, value = line.partition(":")
        fields[name.lower()] = value.strip()
    told = json.loads(fields.get("x-echo", "{}"))
    return {"status": status, "location": fields.get("location"), **told}
