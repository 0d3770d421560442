"""Speed of the simulator, always beside a plain way of doing the same. Not part of the package."""
