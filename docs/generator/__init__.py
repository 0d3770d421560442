"""Reference pages, read from the source they describe."""
