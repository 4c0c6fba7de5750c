"""Asks the real RE2: ask.py FOLDER_OF_RE2 < {"patterns": [...], "subjects": [...]}

Prints for every pattern null where RE2 refuses it, else the subjects that it matches as a whole,
which is how Envoy matches.
"""

import json
import sys

sys.path.insert(0, sys.argv[1])
import re2  # noqa: E402


def matches(pattern, subjects):
    options = re2.Options()
    options.log_errors = False
    try:
        compiled = re2.compile(pattern, options)
    except re2.error:
        return None
    return [s for s in subjects if compiled.fullmatch(s)]


asked = json.load(sys.stdin)
json.dump([matches(p, asked["subjects"]) for p in asked["patterns"]], sys.stdout)
