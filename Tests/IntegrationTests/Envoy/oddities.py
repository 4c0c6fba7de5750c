"""Makes odd requests from recorded ones, the same on every run.

oddities.py CASES FOLDER COUNT writes so many for each case to FOLDER/CASE.jsonl.
"""

import json
import random
import re
import sys
from pathlib import Path

_PIECES = [
    "%2F", "%2f", "%5C", "%2e%2e", "%2E", "%00", "%zz", "%", "%4", "%41", "%7E", "%c3%a9", "%20", "%3F",
    "%23", "%25", "\\", "//", "/./", "/../", "/..", "/.", "..", ".", "?", "??", "?a=b", "#", "#f?q", "|",
    "{", "}", "^", "`", '"', "<", ">", "[", "]", "'", "(", ")", "*", "+", ",", ";", ";a=b", ":", "@", "!",
    "$", "&", "=", "~", "_", "-", "é", "\t", " ", "A", "0", "/", "x" * 300,
]  # fmt: skip
_WHOLE = ["*", "", "/", "//", "x", "http://a.test/x", "HTTP://a.test", "http:///x", "http://u@a.test/"]
_HOSTS = ["{}.", "{}:80", "{}:", "{}:x", "x.{}", ".{}", "{}..", "{}:80:80", "[{}]", "x@{}", "{}/x", "", "*"]
_METHODS = ["HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "FOO", "get", "PROPFIND", "G"]
_VALUES = ["", "always", "never", "Always", " always ", "always,always", "é", "a\tb", "%61lways", "x" * 300]
_COOKIES = ["{}=always", "{}=never; {}=always", "a=b;{}=always", "{} = always", '{}="always"', "x{}=always"]


# A `%` that becomes part of an escape only when what follows is decoded; not modelled.
_NESTED = re.compile("%[0-9a-f]?%[0-9a-f]{2}", re.IGNORECASE)


def of(probes, seed, count):
    """Some odd requests."""
    dice = random.Random(seed)
    requests = [p["request"] for p in probes]
    odd = [_odd(dice.choice(requests), dice) for _ in range(count)]
    return [request for request in odd if _is_modelled(request)]


def _is_modelled(request):
    """Blanks around target and host are no part of them; `OPTIONS *` asks for no path."""
    host, target = request["host"], request["target"]
    is_bare = host == host.strip() and target == target.strip()
    is_of_all = (request["method"], target) == ("OPTIONS", "*")
    return is_bare and not is_of_all and not _NESTED.search(target)


def _odd(request, dice):
    odd = {key: request[key] for key in ("method", "scheme", "host", "target", "headers")}
    change = dice.choice([_target, _target, _target, _host, _headers, _method])
    return {**odd, **change(odd, dice)}


def _target(request, dice):
    target = request["target"]
    for _ in range(dice.randint(1, 3)):
        place = dice.randint(1, max(1, len(target)))
        target = target[:place] + dice.choice(_PIECES) + target[place:]
    return {"target": dice.choice(_WHOLE) if dice.random() < 0.05 else target}


def _host(request, dice):
    host = request["host"]
    if dice.random() < 0.5:
        return {"host": dice.choice(_HOSTS).format(host)}
    place = dice.randint(0, len(host))
    return {"host": host[:place] + dice.choice(_PIECES) + host[place:]}


def _headers(request, dice):
    headers = [list(h) for h in request["headers"]] or [["X-Canary", "always"]]
    name = dice.choice(headers)[0]
    if name.lower() == "cookie":
        known = dice.choice(headers)[1].split("=")[0] or "c"
        more = [name, dice.choice(_COOKIES).replace("{}", known)]
    else:
        more = [dice.choice([name, name.upper(), name.replace("-", "_")]), dice.choice(_VALUES)]
    return {"headers": dice.choice([[more], headers + [more], [more] + headers])}


def _method(request, dice):
    return {"method": dice.choice(_METHODS)}


def main(cases, folder, count):
    for answers in sorted(Path(cases).glob("*/answers.jsonl")):
        probes = [json.loads(line) for line in answers.read_text("utf-8").splitlines()]
        if probes:
            name = answers.parent.name
            lines = [json.dumps({"request": r}) + "\n" for r in of(probes, name, int(count))]
            (Path(folder) / f"{name}.jsonl").write_text("".join(lines), "utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
