"""The version of this product."""

from importlib.metadata import PackageNotFoundError, version

try:
    VERSION = version("bordercast")
except PackageNotFoundError:  # run from a folder that was never installed
    VERSION = "0"
