"""The history of the tables, for Alembic: one tree for SQLite and PostgreSQL."""
