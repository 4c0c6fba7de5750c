"""Sends a recorded request byte for byte; an HTTP library would tidy it up."""

import asyncio
import functools
import ipaddress
import json
import re
import socket
import ssl
import sys
from dataclasses import dataclass, field

_PATIENCE = 10.0


class Unsendable(Exception):
    """Python cannot send this request."""


@dataclass
class Client:
    """Who asks: where requests come from unless they say, and the certificates that may be shown."""

    address: str = "203.0.113.10"
    # Files of a certificate and of its key, by what a request calls it.
    certificates: dict = field(default_factory=dict)


async def ask(request, ports, client):
    """What comes back: the answer's status, headers and the backend's words, or an error.

    A request comes from its `clientAddress`, as the PROXY protocol tells.
    """
    try:
        return await asyncio.wait_for(_exchange(request, ports, client), _PATIENCE)
    except (ConnectionError, ssl.SSLError, asyncio.IncompleteReadError):
        return {"error": "connection closed"}
    except asyncio.TimeoutError:
        return {"error": "no answer"}


async def repeat(request, ports, count, client):
    """Yields the answers to a request that is sent many times over one connection."""
    reader, writer = await _connect(request, ports[port_of(request)], client)
    try:
        for _ in range(count):
            yield await asyncio.wait_for(_answer(request, reader, writer), _PATIENCE)
    finally:
        writer.transport.abort()


def is_of_peer(request):
    """Whether a request's address is one that a peer may have; Envoy takes no other."""
    address = ipaddress.ip_address(request.get("clientAddress", Client.address))
    is_broadcast = address == ipaddress.ip_address("255.255.255.255")
    return not (address.is_multicast or address.is_unspecified or is_broadcast)


def port_of(request):
    return request.get("port") or (443 if request["scheme"] == "https" else 80)


async def _exchange(request, ports, client):
    port = port_of(request)
    if port not in ports:
        return {"error": "no listener"}
    reader, writer = await _connect(request, ports[port], client)
    try:
        return await _answer(request, reader, writer)
    finally:
        writer.transport.abort()


async def _connect(request, port, client):
    address = request.get("clientAddress", client.address)
    connected = socket.socket()
    try:
        _bind(connected, address)
        connected.connect(("127.0.0.1", port))
    except OSError:
        connected.close()
        raise
    connected.sendall(_introduction(request, address))
    connected.setblocking(False)
    tls = {}
    if request["scheme"] == "https":
        pair = client.certificates.get(request.get("clientCertificate"), ())
        tls = {"ssl": _context(pair), "server_hostname": _server_name(request)}
    try:
        return await asyncio.open_connection(sock=connected, limit=1 << 20, **tls)
    except ValueError as error:
        connected.close()
        raise Unsendable(str(error)) from None


def _bind(connected, address):
    """Some rules ask for the peer, whatever the PROXY protocol says."""
    if not address.startswith("127."):
        return
    # Without this Linux takes the port when it binds, and none of the closed ones of any address.
    without_port = getattr(socket, "IP_BIND_ADDRESS_NO_PORT", 24)
    if sys.platform == "linux":
        connected.setsockopt(socket.IPPROTO_IP, without_port, 1)
    connected.bind((address, 0))


def _introduction(request, address):
    family, own = ("TCP6", "::1") if ":" in address else ("TCP4", "127.0.0.1")
    return f"PROXY {family} {address} {own} 40000 {port_of(request)}\r\n".encode()


async def _answer(request, reader, writer):
    writer.write(_bytes(request))
    while True:
        head = await reader.readuntil(b"\r\n\r\n")
        status = int(head.split(b" ", 2)[1])
        if status >= 200:
            told = _told(status, head)
            if request["method"] != "HEAD" and status not in (204, 304):
                told["body"] = await _body(reader, told["headers"])
            return told


async def _body(reader, headers):
    """The proxy's own words; backends have none."""
    if headers.get("transfer-encoding") == "chunked":
        parts = []
        while size := int(await reader.readuntil(b"\r\n"), 16):
            parts.append((await reader.readexactly(size + 2))[:-2])
        await reader.readuntil(b"\r\n")
        return b"".join(parts).decode("utf-8", "replace")
    length = int(headers.get("content-length", "0"))
    return (await reader.readexactly(length)).decode("utf-8", "replace")


@functools.cache
def _context(pair):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    if pair:
        context.load_cert_chain(*pair)
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
    fields, cookies = {}, []
    for line in head.decode("utf-8", "surrogateescape").split("\r\n")[1:]:
        name, _, value = line.partition(":")
        if name.lower() == "set-cookie":
            cookies.append(value.strip())
        elif name:
            fields[name.lower()] = value.strip()
    told = json.loads(fields.get("x-echo", "{}"))
    if cookies:
        fields["set-cookie"] = cookies
    return {"status": status, "location": fields.get("location"), "headers": fields, **told}
