"""Counts the copies of requests that mirrors and services for authorization get."""

import asyncio

# A client puts this on a request that is to be counted; policies of recorded cases let it pass.
MARK = "x-oracle-id"
_PATIENCE, _PAUSE = 3.0, 0.05


def marked(request, mark):
    """The request with its mark."""
    return {**request, "headers": [*request["headers"], [MARK, mark]]}


async def differences(received, wanted):
    """Where marked requests came to other backends than is wanted: mark -> [(backend, ...)].

    Copies are sent without waiting for them, so that they may come late.
    """
    missing = [(mark, *one) for mark, all_of in wanted.items() for one in all_of]
    waited = 0.0
    while any(received[one] == 0 for one in missing) and waited < _PATIENCE:
        await asyncio.sleep(_PAUSE)
        waited += _PAUSE
    found = {}
    for mark, all_of in wanted.items():
        seen = sorted(key[1:] for key, count in received.items() for _ in range(count) if key[0] == mark)
        if seen != sorted(all_of):
            found[mark] = f"reached {seen}, expected {sorted(all_of)}"
    return found
