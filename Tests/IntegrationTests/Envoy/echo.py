"""Backends that tell in a response header what reached them."""

import asyncio
import contextlib
import json
import re
import socket
import ssl
from collections import Counter

import backends
from copies import MARK

# Longer than any head that Envoy lets through.
_LONGEST_HEAD = 1 << 20


class Backends:
    """One port of the loopback for each endpoint, for plain text and TLS; none answers where nobody
    listens.
    """

    def __init__(self, certificate):
        self.ports = {}
        # How often which request came to which backend: (mark, backend, method, path, host).
        self.received = Counter()
        self._tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self._tls.load_cert_chain(certificate.chain, certificate.key)
        self._tls.sni_callback = _remember
        self._open, self._tasks = [], set()

    async def open(self, endpoints):
        for endpoint in sorted(endpoints):
            own = socket.socket()
            own.bind(("127.0.0.1", 0))
            self._open.append(own)
            self.ports[endpoint] = own.getsockname()[1]
            if not backends.is_dead(endpoint):
                own.listen(128)
                own.setblocking(False)
                self._start(self._accept(endpoint, own))

    def close(self):
        for task in list(self._tasks):
            task.cancel()
        for own in self._open:
            own.close()

    def _start(self, work):
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _accept(self, endpoint, own):
        while True:
            connection, _ = await asyncio.get_running_loop().sock_accept(own)
            self._start(self._serve(endpoint, connection))

    async def _serve(self, endpoint, connection):
        reader, writer = None, None
        try:
            reader, writer = await self._streams(connection)
            while await self._answer(endpoint, reader, writer):
                pass
        except (asyncio.IncompleteReadError, ConnectionError, ssl.SSLError):
            pass
        finally:
            if writer:
                writer.transport.abort()
            else:
                connection.close()

    async def _streams(self, connection):
        """The streams of a connection, which begins with a handshake where the client says so."""
        loop = asyncio.get_running_loop()
        connection.setblocking(False)
        is_tls = await _first_byte(connection) == b"\x16"
        reader = asyncio.StreamReader(limit=_LONGEST_HEAD)
        protocol = asyncio.StreamReaderProtocol(reader)
        tls = self._tls if is_tls else None
        transport, _ = await loop.connect_accepted_socket(lambda: protocol, connection, ssl=tls)
        return reader, asyncio.StreamWriter(transport, protocol, reader, loop)

    async def _answer(self, endpoint, reader, writer):
        """Answers a request, and says whether there may be another one."""
        head = (await reader.readuntil(b"\r\n\r\n")).decode("utf-8", "surrogateescape")
        first, *lines = head.split("\r\n")
        fields = [_field(line) for line in lines if line]
        headers = _joined(fields)
        await _skip_body(reader, headers)
        backend = endpoint.partition("@")[0]
        method, target = first.split(" ", 1)[0], first.split(" ", 1)[1].rsplit(" ", 1)[0]
        if MARK in headers:
            self.received[headers[MARK], backend, method, target, headers.get("host")] += 1
        if "x-test-close" in headers:
            return False
        await asyncio.sleep(_number(headers, "x-test-delay-ms", 0) / 1000)
        told = {
            "backend": backend,
            "endpoint": endpoint,
            "upstreamPath": target,
            "upstreamHost": headers.get("host"),
            "upstreamHeaders": headers,
            **_encryption(writer),
        }
        writer.write(_response(_status(headers, backend, target), fields, told))
        await writer.drain()
        return True


def _status(headers, backend, target):
    """Services for authorization get `Authorization`, and not each header of a request.

    With `Only TARGET` they consent where they are asked for just that.
    """
    only = re.fullmatch("Only (.+)", headers.get("authorization", ""))
    if only and backend.startswith("default/auth:"):
        return 200 if only[1] == target else 403
    asked = re.fullmatch("Status ([1-9][0-9]{2})", headers.get("authorization", ""))
    return int(asked[1]) if asked else _number(headers, "x-test-status", 200)


def _number(headers, name, otherwise):
    """What a header asks for; odd requests ask for odd things."""
    value = headers.get(name, "")
    return int(value) if re.fullmatch("[1-9][0-9]{2,3}", value) else otherwise


def _response(status, fields, told):
    lines = [f"HTTP/1.1 {status} Told", "content-length: 0", *_asked(fields)]
    answer = "\r\n".join([*lines, f"x-echo: {json.dumps(told)}", "", ""])
    return answer.encode("utf-8", "surrogateescape")


async def _first_byte(connection):
    loop, ready = asyncio.get_running_loop(), asyncio.Event()
    loop.add_reader(connection, ready.set)
    try:
        while True:
            with contextlib.suppress(BlockingIOError):
                return connection.recv(1, socket.MSG_PEEK)
            ready.clear()
            await ready.wait()
    finally:
        loop.remove_reader(connection)


def _remember(connection, name, _context):
    connection.server_name = name


def _encryption(writer):
    """What the client said about TLS; nothing in plain text."""
    connection = writer.get_extra_info("ssl_object")
    if connection is None:
        return {}
    return {"upstreamTls": {"sni": getattr(connection, "server_name", None)}}


def _field(line):
    name, _, value = line.partition(":")
    return name.lower(), value.strip()


def _joined(fields):
    """The values of each header, lines of one name joined."""
    headers = {}
    for name, value in fields:
        headers[name] = f"{headers[name]}, {value}" if name in headers else value
    return headers


def _asked(fields):
    """The headers that a request asks for."""
    named = {
        "x-test-location": "location",
        "x-test-set-cookie": "set-cookie",
        "x-test-resp": "x-resp",
    }
    for name, value in fields:
        if name == "x-test-header":
            yield value
        elif name in named:
            yield f"{named[name]}: {value}"


async def _skip_body(reader, headers):
    if headers.get("transfer-encoding") == "chunked":
        while size := int(await reader.readuntil(b"\r\n"), 16):
            await reader.readexactly(size + 2)
        await reader.readuntil(b"\r\n")
    elif "content-length" in headers:
        await reader.readexactly(int(headers["content-length"]))
