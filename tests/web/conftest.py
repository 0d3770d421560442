"""Fixtures of the server's tests: stores on both databases, and a whole server on a real port."""

import secrets
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy

from tests.web.site import Site
from web.store import schema
from web.store.database import Store

KEY = bytes(range(32))


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    """Address of a SQLite file of this test's own."""
    return f"sqlite:///{tmp_path / 'test.db'}"


@pytest.fixture
def postgresql_url(pg_url: str) -> Iterator[str]:
    """Address of a PostgreSQL database of this test's own."""
    name = f"t{secrets.token_hex(6)}"
    server = sqlalchemy.create_engine(pg_url, isolation_level="AUTOCOMMIT")
    with server.connect() as connection:
        connection.execute(sqlalchemy.text(f"create database {name}"))
    yield sqlalchemy.make_url(pg_url).set(database=name).render_as_string(hide_password=False)
    with server.connect() as connection:
        connection.execute(sqlalchemy.text(f"drop database {name} with (force)"))
    server.dispose()


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    """Address of an empty database, SQLite and PostgreSQL in turn."""
    return request.getfixturevalue(f"{request.param}_url")


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    """A store with all tables, on SQLite and on PostgreSQL."""
    made = Store(database_url, KEY)
    schema.upgrade(made.engine)
    yield made
    made.close()


@pytest.fixture(scope="session")
def shared_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A server on a real port, with its engine host, for all tests of a worker."""
    made = Site(tmp_path_factory.mktemp("site"))
    yield made
    made.stop()


@pytest.fixture
def site(shared_site: Site) -> Iterator[Site]:
    """The shared server; every test makes classes of its own, and its people go home afterwards."""
    yield shared_site
    shared_site.send_home()


@pytest.fixture
def own_site(tmp_path: Path) -> Iterator[Site]:
    """A server of this test's own, to be broken."""
    made = Site(tmp_path)
    yield made
    made.stop()
