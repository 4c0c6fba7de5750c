"""What this renderer cannot say to Envoy."""


class Unsupported(Exception):
    """Something stands in the objects that this renderer cannot say to Envoy."""
