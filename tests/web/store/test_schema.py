"""The migrations make the tables that the code expects, on both databases."""

from sqlalchemy import inspect

from web.store import schema
from web.store.database import connect
from web.store.tables import metadata


def test_the_migrations_lead_to_the_tables_of_the_code(database_url):
    engine = connect(database_url)

    schema.upgrade(engine)

    schema.check(engine)
    assert set(inspect(engine).get_table_names()) == {*metadata.tables, "alembic_version"}
    engine.dispose()


def test_a_database_that_is_up_to_date_is_left_alone(database_url):
    engine = connect(database_url)
    schema.upgrade(engine)
    assert schema._revision(engine) == schema.HEAD

    schema.upgrade(engine)

    engine.dispose()


def test_sqlite_survives_a_power_cut_and_forgets_what_is_deleted(sqlite_url):
    engine = connect(sqlite_url)

    with engine.connect() as connection:
        settings = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "secure_delete")
        }
    engine.dispose()

    assert settings == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1}
