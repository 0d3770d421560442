"""Fixtures of every test."""

from tests.fixtures.browser import chromium, page
from tests.fixtures.databases import pg_url, redis_url

__all__ = ["chromium", "page", "pg_url", "redis_url"]
