"""What the test's nginx is known to do otherwise than the controller's, with the reason.

An entry that never applies is a fault of the list.
"""

from collections import Counter


def _repeats_headers(request):
    names = Counter(name.lower().replace("_", "-") for name, _ in request["headers"])
    return any(count > 1 for name, count in names.items() if name != "cookie")


def _has_empty_header(request):
    return any(not value.strip() for _, value in request["headers"])


# name: (what requests it concerns, before which version of nginx, why)
_ALL = {
    "repeated headers": (
        _repeats_headers,
        (1, 23, 0),
        "variables hold the first line of a header, later all of them, joined",
    ),
    "empty headers": (
        _has_empty_header,
        (9, 0, 0),
        "maps do not hold an empty value against an expression, as the controller's Lua does",
    ),
}


def of(version):
    """The entries for a version of nginx: name -> what requests it concerns."""
    return {name: concerns for name, (concerns, end, _) in _ALL.items() if version < end}
