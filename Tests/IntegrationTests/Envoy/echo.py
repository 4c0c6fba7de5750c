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
            headers = dict(_field(line) for line in lines if line)
            await _skip_body(reader, headers)
            told = {
                "backend": name,
                "upstreamPath": first.split(" ", 1)[1].rsplit(" ", 1)[0],
                "upstreamHost": headers.get("host"),
            }
            answer = f"HTTP/1.1 200 OK\r\ncontent-length: 0\r\nx-echo: {json.dumps(told)}\r\n\r\n"
            writer.write(answer.encode("ascii"))
            await writer.drain()
    except (asyncio.IncompleteReadError, asyncio.CancelledError, ConnectionError):
        pass
    finally:
        writer.close()


def _field(line):
    name, _, value = line.partition(":")
    return name.lower(), value.strip()


async def _skip_body(reader, headers):
    if headers.get("transfer-encoding") == "chunked":
        while int(await reader.readuntil(b"\r\n"), 16) > 0:
            await reader.readuntil(b"\r\n")
        await reader.readuntil(b"\r\n")
    elif "content-length" in headers:
        await reader.readexactly(int(headers["content-length"]))
