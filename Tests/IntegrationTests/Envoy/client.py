"""Sends a recorded request byte for byte; an HTTP library would tidy it up."""

import asyncio
import functools
import json
import re
import socket
import ssl

_PATIENCE = 10.0


class Unsendable(Exception):
    """Python cannot send this request."""


async def ask(request, ports, is_introduced=False):
    """What comes back: the answer's status, headers and the backend's words, or an error.

    An introduced request comes from its `clientAddress`, as the PROXY protocol tells.
    """
    try:
        return await asyncio.wait_for(_exchange(request, ports, is_introduced), _PATIENCE)
    except (ConnectionError, ssl.SSLError, asyncio.IncompleteReadError):
        return {"error": "connection closed"}
    except asyncio.TimeoutError:
        return {"error": "no answer"}


async def repeat(request, ports, count, is_introduced=False):
    """Yields the answers to a request that is sent many times over one connection."""
    reader, writer = await _connect(request, ports[port_of(request)], is_introduced)
    try:
        for _ in range(count):
            yield await asyncio.wait_for(_answer(request, reader, writer), _PATIENCE)
    finally:
        writer.transport.abort()


def port_of(request):
    return request.get("port") or (443 if request["scheme"] == "https" else 80)


async def _exchange(request, ports, is_introduced):
    port = port_of(request)
    if port not in ports:
        return {"error": "no listener"}
    reader, writer = await _connect(request, ports[port], is_introduced)
    try:
        return await _answer(request, reader, writer)
    finally:
        writer.transport.abort()


async def _connect(request, port, is_introduced):
    connected = socket.create_connection(("127.0.0.1", port))
    if is_introduced:
        connected.sendall(_introduction(request))
    connected.setblocking(False)
    tls = {}
    if request["scheme"] == "https":
        tls = {"ssl": _context(), "server_hostname": _server_name(request)}
    try:
        return await asyncio.open_connection(sock=connected, limit=1 << 20, **tls)
    except ValueError as error:
        connected.close()
        raise Unsendable(str(error)) from None


def _introduction(request):
    address = request.get("clientAddress", "203.0.113.10")
    family, own = ("TCP6", "::1") if ":" in address else ("TCP4", "127.0.0.1")
    return f"PROXY {family} {address} {own} 40000 {port_of(request)}\r\n".encode()


async def _answer(request, reader, writer):
    writer.write(_bytes(request))
    while True:
        head = await reader.readuntil(b"\r\n\r\n")
        status = int(head.split(b" ", 2)[1])
        if status >= 200:
            return _told(status, head)


@functools.cache
def _context():
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


def _server_name(request):
    if "sni" in request:
        return request["sni"] or ""
    return re.match(r"\[[^]]*]|[^:]*", request["host"])[0].removesuffix(".")


def _bytes(request):
    lines = [f"{request['method']} {request['target']} HTTP/1.1", f"Host: {request['host']}"]
    lines += [f"{name}: {value}" for name, value in request["headers"]]
    length = request.get("bodyLength", 0)
    if length:
        lines.append(f"Content-Length: {length}")
    return "\r\n".join([*lines, "", ""]).encode("utf-8", "surrogateescape") + b"x" * length


def _told(status, head):
    fields = {}
    for line in head.decode("utf-8", "surrogateescape").split("\r\n")[1:]:
        name, _, value = line.partition(":")
        fields[name.lower()] = value.strip()
    told = json.loads(fields.get("x-echo", "{}"))
    return {"status": status, "location": fields.get("location"), "headers": fields, **told}
