"""The migrations make the tables that the code expects, on both databases."""

from sqlalchemy import inspect, text

from web.store import classes, runs, schema
from web.store.database import connect
from web.store.tables import metadata

OLD_ROWS = """
insert into people (id, kind, name, language, created) values ('p1', 'teacher', 'T', '', 1);
insert into groups (id, commitment, created) values ('g1', 'c', 1);
insert into classes
  (id, name, code, scenario, version, mode, title_en, title_zh, state, speed, owner, group_id, created)
  values ('c1', 'A', 'AAAAAA', 'first-live', 1, 'team', 'A', 'B', 'running', 1, 'p1', 'g1', 1);
insert into teams (id, class_id, name, position) values ('t1', 'c1', '1', 1);
insert into teams (id, class_id, name, position) values ('t2', 'c1', '2', 2);
insert into runs (id, team, group_id, epoch, is_over) values ('r1', 't1', 'g1', 3, 0);
insert into runs (id, team, group_id, epoch, is_over) values ('r2', 't2', 'g1', 1, 0);
insert into seats (run, seat, policy) values ('r1', 'anchor', 'average');
insert into entries (run, n, body, hash) values ('r1', 1, '{}', 'h1');
"""
"""What a server of the first tables had kept of a class that plays."""


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


def test_classes_of_an_older_server_go_on_each_team_with_a_market_of_its_own(database_url):
    engine = connect(database_url)
    schema.upgrade(engine, "0001")
    with engine.begin() as connection:
        for row in OLD_ROWS.strip().split(";\n"):
            connection.execute(text(row.rstrip(";")))

    schema.upgrade(engine)

    schema.check(engine)
    with engine.begin() as connection:
        assert [(team.run, team.log, team.side) for team in classes.teams_of(connection, "c1")] == [
            ("r1", "r1", ""), ("r2", "r2", ""),
        ]  # fmt: skip
        assert runs.last_entry(connection, "r1") == (1, "h1")
    engine.dispose()
