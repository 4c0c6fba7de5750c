"""Structural schemas of CustomResourceDefinitions, as strictly as kubectl applies them."""

import yaml


def strict(schema):
    """The schema as JSON Schema: unknown fields are refused, int-or-string and nullable are said."""
    if not isinstance(schema, dict):
        return schema
    result = {key: value for key, value in schema.items() if not key.startswith("x-")}
    for key in ("properties",):
        if key in schema:
            result[key] = {name: strict(value) for name, value in schema[key].items()}
    for key in ("items", "additionalProperties", "not"):
        if key in schema:
            result[key] = strict(schema[key])
    for key in ("allOf", "anyOf", "oneOf"):
        if key in schema:
            result[key] = [alternative(value) for value in schema[key]]
    if is_closed(schema):
        result["additionalProperties"] = False
    if schema.get("x-kubernetes-int-or-string"):
        result["type"] = ["integer", "string"]
    if schema.get("nullable") and isinstance(result.get("type"), str):
        result["type"] = [result["type"], "null"]
    return result


def alternative(schema):
    """A branch of allOf, anyOf or oneOf; it adds conditions and may leave fields out."""
    return {key: value for key, value in schema.items() if not key.startswith("x-")}


def is_closed(schema):
    """Whether fields beside the named ones are refused."""
    return (
        "properties" in schema
        and "additionalProperties" not in schema
        and not schema.get("x-kubernetes-preserve-unknown-fields")
    )


def files(paths):
    """The files among the paths, and those in the folders among them."""
    for path in paths:
        yield from sorted(path.glob("*.yaml")) if path.is_dir() else [path]


# Kinds of the API server itself, which have no CRD, and their fields.
BUILT_IN = {
    ("rbac.authorization.k8s.io/v1", "Role"): {"rules"},
    ("rbac.authorization.k8s.io/v1", "RoleBinding"): {"roleRef", "subjects"},
}


class Schemas:
    """The schemas of all served versions in files and folders."""

    def __init__(self, paths, loader, jsonschema):
        self.validators = {}
        self.raw = {}
        for path in files(paths):
            for document in yaml.load_all(path.read_bytes(), loader):
                if document and document.get("kind") == "CustomResourceDefinition":
                    self._add(document["spec"], jsonschema)

    def _add(self, spec, jsonschema):
        for version in spec["versions"]:
            if not version["served"]:
                continue
            schema = version["schema"]["openAPIV3Schema"]
            schema["properties"] = {
                "apiVersion": {"type": "string"},
                "kind": {"type": "string"},
                "metadata": {"type": "object"},
                **schema["properties"],
            }
            key = (f"{spec['group']}/{version['name']}", spec["names"]["kind"])
            self.raw[key] = schema
            self.validators[key] = jsonschema.Draft202012Validator(strict(schema))

    def faults(self, document):
        """What the schema of the object's kind refuses."""
        key = (document.get("apiVersion"), document.get("kind"))
        if key in BUILT_IN:
            fields = {"apiVersion", "kind", "metadata"} | BUILT_IN[key]
            if set(document) != fields:
                yield f"has the fields {sorted(document)}"
            return
        if key not in self.validators:
            yield f"no schema for {key[0]} {key[1]}"
            return
        for error in self.validators[key].iter_errors(document):
            path = ".".join(str(part) for part in error.absolute_path)
            yield f"{path}: {error.message[:200]}"
        yield from doubles(document, self.raw[key], "")


def doubles(value, schema, path):
    """Items that occur twice in a list that is a set or a map."""
    if isinstance(value, list):
        kind = schema.get("x-kubernetes-list-type")
        keys = schema.get("x-kubernetes-list-map-keys", [])
        seen = set()
        for index, item in enumerate(value):
            if kind in ("map", "set"):
                identity = tuple(item.get(key) for key in keys) if kind == "map" else item
                if identity in seen:
                    yield f"{path}[{index}]: {identity} occurs twice"
                seen.add(identity)
            yield from doubles(item, schema.get("items", {}), f"{path}[{index}]")
    elif isinstance(value, dict):
        for name, item in value.items():
            inner = schema.get("properties", {}).get(name)
            yield from doubles(item, inner or {}, f"{path}.{name}" if path else name)
