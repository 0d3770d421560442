"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

APPEND_ONLY_SQLITE = """
CREATE TRIGGER entries_no_{verb} BEFORE {verb} ON entries
BEGIN SELECT RAISE(ABORT, 'entries are append-only'); END
"""
APPEND_ONLY_POSTGRESQL = """
CREATE FUNCTION entries_are_append_only() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'entries are append-only'; END $$;
CREATE TRIGGER entries_no_change BEFORE UPDATE OR DELETE ON entries
FOR EACH ROW EXECUTE FUNCTION entries_are_append_only();
CREATE TRIGGER entries_no_truncate BEFORE TRUNCATE ON entries
FOR EACH STATEMENT EXECUTE FUNCTION entries_are_append_only();
"""


def upgrade() -> None:
    _people()
    _classes()
    _members()
    _guests()
    _runs()
    _logs()
    _protect()


def _people() -> None:
    op.create_table(
        "people",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("student_number", sa.String(length=40)),
        sa.Column("login", sa.String(length=80)),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("claimed_by", sa.String(length=32)),
        sa.Column("created", sa.BigInteger(), nullable=False),
        sa.Column("erased", sa.BigInteger()),
        sa.ForeignKeyConstraint(["claimed_by"], ["people.id"], name=op.f("fk_people_claimed_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_people")),
        sa.UniqueConstraint("login", name=op.f("uq_people_login")),
    )
    op.create_index("ix_people_student_number", "people", ["student_number"])
    op.create_table(
        "credentials",
        sa.Column("person", sa.String(length=32), nullable=False),
        sa.Column("password_hash", sa.String(length=200), nullable=False),
        sa.Column("changed", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_credentials_person")),
        sa.PrimaryKeyConstraint("person", name=op.f("pk_credentials")),
    )
    op.create_table(
        "person_keys",
        sa.Column("person", sa.String(length=32), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_person_keys_person")),
        sa.PrimaryKeyConstraint("person", name=op.f("pk_person_keys")),
    )
    op.create_table(
        "audit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("who", sa.String(length=32), nullable=False),
        sa.Column("what", sa.String(length=40), nullable=False),
        sa.Column("target", sa.String(length=80), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit")),
    )


def _classes() -> None:
    op.create_table(
        "groups",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("commitment", sa.String(length=64), nullable=False),
        sa.Column("created", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_groups")),
    )
    op.create_table(
        "group_secrets",
        sa.Column("group_id", sa.String(length=32), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["group_id"], ["groups.id"], name=op.f("fk_group_secrets_group_id")),
        sa.PrimaryKeyConstraint("group_id", name=op.f("pk_group_secrets")),
    )
    op.create_table(
        "classes",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("code", sa.String(length=12), nullable=False),
        sa.Column("scenario", sa.String(length=200), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("mode", sa.String(length=16), nullable=False),
        sa.Column("title_en", sa.Text(), nullable=False),
        sa.Column("title_zh", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("speed", sa.Integer(), nullable=False),
        sa.Column("owner", sa.String(length=32), nullable=False),
        sa.Column("group_id", sa.String(length=32), nullable=False),
        sa.Column("created", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["group_id"], ["groups.id"], name=op.f("fk_classes_group_id")),
        sa.ForeignKeyConstraint(["owner"], ["people.id"], name=op.f("fk_classes_owner")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_classes")),
        sa.UniqueConstraint("code", name=op.f("uq_classes_code")),
    )


def _members() -> None:
    op.create_table(
        "class_members",
        sa.Column("class_id", sa.String(length=32), nullable=False),
        sa.Column("person", sa.String(length=32), nullable=False),
        sa.Column("role", sa.String(length=16), nullable=False),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.Column("until", sa.BigInteger()),
        sa.ForeignKeyConstraint(["class_id"], ["classes.id"], name=op.f("fk_class_members_class_id")),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_class_members_person")),
        sa.PrimaryKeyConstraint("class_id", "person", name=op.f("pk_class_members")),
    )
    op.create_index("ix_class_members_person", "class_members", ["person"])
    op.create_table(
        "teams",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("class_id", sa.String(length=32), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["class_id"], ["classes.id"], name=op.f("fk_teams_class_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_teams")),
    )
    op.create_index("ix_teams_class_id", "teams", ["class_id"])
    op.create_table(
        "web_sessions",
        sa.Column("ref_hash", sa.String(length=64), nullable=False),
        sa.Column("person", sa.String(length=32)),
        sa.Column("projector", sa.String(length=32)),
        sa.Column("created", sa.BigInteger(), nullable=False),
        sa.Column("expires", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_web_sessions_person")),
        sa.ForeignKeyConstraint(["projector"], ["classes.id"], name=op.f("fk_web_sessions_projector")),
        sa.PrimaryKeyConstraint("ref_hash", name=op.f("pk_web_sessions")),
    )
    op.create_index("ix_web_sessions_person", "web_sessions", ["person"])


def _guests() -> None:
    op.create_table(
        "invitations",
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("created", sa.BigInteger(), nullable=False),
        sa.Column("expires", sa.BigInteger(), nullable=False),
        sa.Column("access_until", sa.BigInteger(), nullable=False),
        sa.Column("used_by", sa.String(length=32)),
        sa.ForeignKeyConstraint(["created_by"], ["people.id"], name=op.f("fk_invitations_created_by")),
        sa.ForeignKeyConstraint(["used_by"], ["people.id"], name=op.f("fk_invitations_used_by")),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_invitations")),
    )
    op.create_table(
        "invitation_classes",
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("class_id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(["class_id"], ["classes.id"], name=op.f("fk_invitation_classes_class_id")),
        sa.ForeignKeyConstraint(
            ["token_hash"], ["invitations.token_hash"], name=op.f("fk_invitation_classes_token_hash")
        ),
        sa.PrimaryKeyConstraint("token_hash", "class_id", name=op.f("pk_invitation_classes")),
    )


def _runs() -> None:
    op.create_table(
        "runs",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("team", sa.String(length=32), nullable=False),
        sa.Column("group_id", sa.String(length=32), nullable=False),
        sa.Column("header", sa.Text()),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("is_over", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["group_id"], ["groups.id"], name=op.f("fk_runs_group_id")),
        sa.ForeignKeyConstraint(["team"], ["teams.id"], name=op.f("fk_runs_team")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_runs")),
        sa.UniqueConstraint("team", name=op.f("uq_runs_team")),
    )
    op.create_table(
        "seats",
        sa.Column("run", sa.String(length=32), nullable=False),
        sa.Column("seat", sa.String(length=16), nullable=False),
        sa.Column("holder", sa.String(length=32)),
        sa.Column("policy", sa.String(length=16), nullable=False),
        sa.ForeignKeyConstraint(["holder"], ["people.id"], name=op.f("fk_seats_holder")),
        sa.ForeignKeyConstraint(["run"], ["runs.id"], name=op.f("fk_seats_run")),
        sa.PrimaryKeyConstraint("run", "seat", name=op.f("pk_seats")),
    )
    op.create_index("ix_seats_holder", "seats", ["holder"])
    op.create_table(
        "links",
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("person", sa.String(length=32)),
        sa.Column("class_id", sa.String(length=32)),
        sa.Column("run", sa.String(length=32)),
        sa.Column("seat", sa.String(length=16)),
        sa.Column("serial", sa.Integer(), nullable=False),
        sa.Column("expires", sa.BigInteger()),
        sa.Column("used_by", sa.String(length=32)),
        sa.Column("revoked", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["class_id"], ["classes.id"], name=op.f("fk_links_class_id")),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_links_person")),
        sa.ForeignKeyConstraint(["run", "seat"], ["seats.run", "seats.seat"], name=op.f("fk_links_run_seat")),
        sa.ForeignKeyConstraint(["used_by"], ["people.id"], name=op.f("fk_links_used_by")),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_links")),
    )
    op.create_index("ix_links_class_id", "links", ["class_id"])


def _logs() -> None:
    op.create_table(
        "entries",
        sa.Column("run", sa.String(length=32), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(["run"], ["runs.id"], name=op.f("fk_entries_run")),
        sa.PrimaryKeyConstraint("run", "n", name=op.f("pk_entries")),
    )
    op.create_table(
        "texts",
        sa.Column("run", sa.String(length=32), nullable=False),
        sa.Column("cmd_id", sa.String(length=64), nullable=False),
        sa.Column("person", sa.String(length=32), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("text_hash", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_texts_person")),
        sa.ForeignKeyConstraint(["run"], ["runs.id"], name=op.f("fk_texts_run")),
        sa.PrimaryKeyConstraint("run", "cmd_id", name=op.f("pk_texts")),
    )
    op.create_index("ix_texts_person", "texts", ["person"])


def _protect() -> None:
    if op.get_context().dialect.name == "sqlite":
        for verb in ("update", "delete"):
            op.execute(APPEND_ONLY_SQLITE.format(verb=verb))
    else:
        op.execute(APPEND_ONLY_POSTGRESQL)


def downgrade() -> None:
    raise NotImplementedError("there is nothing before the first tables")
