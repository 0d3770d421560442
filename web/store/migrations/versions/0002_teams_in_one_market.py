"""Several teams may meet in one run: whose log holds a team's run, and the team's name in it."""

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # Said in SQL that both databases know: rebuilding the table, as SQLite would need for the constraint alone,
    # is not allowed while entries refer to it.
    op.execute("ALTER TABLE runs ADD COLUMN log_run VARCHAR(32) CONSTRAINT fk_runs_log_run REFERENCES runs (id)")
    op.execute("ALTER TABLE runs ADD COLUMN side VARCHAR(16) DEFAULT '' NOT NULL")


def downgrade() -> None:
    raise NotImplementedError("a class that plays in one market cannot go back")
