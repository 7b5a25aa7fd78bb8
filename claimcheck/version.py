"""The one place that holds the version."""

__version__ = "0.1.0"

SCHEMA_VERSION = "1.1"
"""Version of the JSON record. The first number changes when a field is removed or changes meaning."""
