#!/usr/bin/env python3
"""Prints COUNT Ingresses as a large cluster has them; the same COUNT gives the same bytes.

Three paths each, a host of its own for each main Ingress, every tenth a weight canary of the one
before it, half of them with TLS, three common annotations on a tenth each, twenty namespaces.
"""

import sys

NAMESPACES = 20
PATHS = ("/", "/api", "/static/assets")


def timestamp(index):
    """A time that grows with the index, so that every Ingress has an age."""
    minutes, second = divmod(index, 60)
    hours, minute = divmod(minutes, 60)
    days, hour = divmod(hours, 24)
    return f"2024-01-{1 + days:02}T{hour:02}:{minute:02}:{second:02}Z"


def annotations(index):
    """The annotations of one Ingress: a canary's, or some of the common ones."""
    if index % 10 == 9:
        return {"canary": "true", "canary-weight": str(5 + index // 10 % 40)}
    common = {}
    if index % 10 == 1:
        common["proxy-read-timeout"] = "120"
    if index % 10 == 4:
        common["proxy-body-size"] = "16m"
    if index % 10 == 7:
        common["ssl-redirect"] = "false"
    return common


def path_lines(path, service):
    """One path of a rule."""
    return [
        f"      - path: {path}",
        "        pathType: Prefix",
        "        backend:",
        "          service:",
        f"            name: {service}",
        "            port:",
        "              number: 8080",
    ]


def ingress(index):
    """One Ingress as a YAML document."""
    main = index - 1 if index % 10 == 9 else index
    name, host = f"web-{index:05}", f"app-{main:05}.example.com"
    lines = ["---", "apiVersion: networking.k8s.io/v1", "kind: Ingress", "metadata:"]
    lines += [f"  name: {name}", f"  namespace: team-{index // 10 % NAMESPACES:02}"]
    lines += [f'  creationTimestamp: "{timestamp(index)}"']
    if annotations(index):
        lines.append("  annotations:")
        for key, value in annotations(index).items():
            lines.append(f'    nginx.ingress.kubernetes.io/{key}: "{value}"')
    lines += ["spec:", "  ingressClassName: nginx"]
    if main % 10 in (0, 2, 4, 8):  # half of all, since 8 has a canary beside it
        lines += ["  tls:", "  - hosts:", f"    - {host}", f"    secretName: {name}-tls"]
    lines += ["  rules:", f"  - host: {host}", "    http:", "      paths:"]
    for number, path in enumerate(PATHS):
        lines += path_lines(path, f"{name}-{number}")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    for number in range(int(sys.argv[1])):
        sys.stdout.write(ingress(number))
