#!/usr/bin/env python3
"""Holds manifests against the schemas and rules that an API server applies to them.

Usage: validate.py FOLDER CRDS...

Each file in FOLDER is one YAML stream; each of CRDS is a file of CustomResourceDefinitions or a
folder of such files. Prints one line per fault and leaves with 1 if there are any, with 77 where jsonschema or
PyYAML is missing, else with 0.
"""

import pathlib
import sys

try:
    import jsonschema
    import yaml
except ImportError as missing:
    print(f"skipped: {missing}")
    sys.exit(77)

from objects import faults_between
from rules import faults_of
from schemas import Schemas

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def faults_in(stream, schemas):
    """What an API server would refuse in the objects of one stream."""
    objects = [document for document in yaml.load_all(stream, LOADER) if document is not None]
    for document in objects:
        name = f"{document['kind']} {document['metadata'].get('namespace')}/{document['metadata']['name']}"
        for fault in [*schemas.faults(document), *faults_of(document)]:
            yield f"{name}: {fault}"
    yield from faults_between(objects)


def main(folder, *definitions):
    """Prints the faults of all streams and counts them."""
    schemas = Schemas([pathlib.Path(path) for path in definitions], LOADER, jsonschema)
    count = 0
    files = sorted(path for path in pathlib.Path(folder).iterdir() if path.is_file())
    for path in files:
        for fault in faults_in(path.read_bytes(), schemas):
            print(f"{path.name}: {fault}")
            count += 1
    print(f"{len(files)} streams, {count} faults")
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
