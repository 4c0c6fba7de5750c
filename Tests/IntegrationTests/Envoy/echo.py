"""Backends that tell in a response header what reached them."""

import asyncio
import json

# Longer than any head that Envoy lets through.
_LONGEST_HEAD = 1 << 20


class Backends:
    """One port of the loopback for each backend name."""

    def __init__(self):
        self.ports = {}
        self._servers = []

    async def open(self, names):
        for name in sorted(names):
            server = await asyncio.start_server(
                lambda reader, writer, name=name: _serve(name, reader, writer),
                "127.0.0.1",
                0,
                limit=_LONGEST_HEAD,
            )
            self._servers.append(server)
            self.ports[name] = server.sockets[0].getsockname()[1]

    def close(self):
        for server in self._servers:
            server.close()


async def _serve(name, reader, writer):
    try:
        while True:
            head = (await reader.readuntil(b"\r\n\r\n")).decode("utf-8", "surrogateescape")
            first, *lines = head.split("\r\n")
            fields = [_field(line) for line in lines if line]
            headers = _joined(fields)
            await _skip_body(reader, headers)
            told = {
                "backend": name,
                "upstreamPath": first.split(" ", 1)[1].rsplit(" ", 1)[0],
                "upstreamHost": headers.get("host"),
                "upstreamHeaders": headers,
            }
            lines = ["HTTP/1.1 200 OK", "content-length: 0", *_asked(fields)]
            answer = "\r\n".join([*lines, f"x-echo: {json.dumps(told)}", "", ""])
            writer.write(answer.encode("utf-8", "surrogateescape"))
            await writer.drain()
    except (asyncio.IncompleteReadError, asyncio.CancelledError, ConnectionError):
        pass
    finally:
        writer.close()


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
    named = {"x-test-location": "location", "x-test-set-cookie": "set-cookie"}
    for name, value in fields:
        if name == "x-test-header":
            yield value
        elif name in named:
            yield f"{named[name]}: {value}"


async def _skip_body(reader, headers):
    if headers.get("transfer-encoding") == "chunked":
        while int(await reader.readuntil(b"\r\n"), 16) > 0:
            await reader.readuntil(b"\r\n")
        await reader.readuntil(b"\r\n")
    elif "content-length" in headers:
        await reader.readexactly(int(headers["content-length"]))
