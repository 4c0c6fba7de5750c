"""What is known to be otherwise under the test's nginx than under the controller's; each with its reason.

An entry that never applies is a fault of the list.
"""

import re
from collections import Counter


def _repeats_headers(request):
    names = Counter(re.sub("_", "-", name.lower()) for name, _ in request["headers"])
    return any(count > 1 for name, count in names.items() if name != "cookie")


def _has_empty_header(request):
    return any(not value.strip() for _, value in request["headers"])


# name: (what requests it concerns, why)
ALL = {
    "repeated headers": (
        _repeats_headers,
        "nginx 1.22 takes the first line of a header, 1.23 and later all of them, joined",
    ),
    "empty headers": (
        _has_empty_header,
        "maps do not hold an empty value against an expression, as the controller's Lua does",
    ),
}


def of(request):
    """The names of the entries that a request may be excused by."""
    return [name for name, (concerns, _) in ALL.items() if concerns(request)]
