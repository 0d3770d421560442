"""The tables. Instants are whole seconds since 1970; ids are random text; the log itself knows no names.

Personal data stand in ``people`` (names, numbers) and ``texts`` (sealed with a key of ``person_keys``), nowhere else.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
)

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)

people = Table(
    "people",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("kind", String(16), nullable=False),
    Column("name", String(80), nullable=False),
    Column("student_number", String(40), index=True),
    Column("login", String(80), unique=True),
    Column("language", String(8), nullable=False),
    Column("claimed_by", ForeignKey("people.id")),
    Column("created", BigInteger, nullable=False),
    Column("erased", BigInteger),
)

credentials = Table(
    "credentials",
    metadata,
    Column("person", ForeignKey("people.id"), primary_key=True),
    Column("password_hash", String(200), nullable=False),
    Column("changed", BigInteger, nullable=False),
)

person_keys = Table(
    "person_keys",
    metadata,
    Column("person", ForeignKey("people.id"), primary_key=True),
    Column("sealed", LargeBinary, nullable=False),
)

web_sessions = Table(
    "web_sessions",
    metadata,
    Column("ref_hash", String(64), primary_key=True),
    Column("person", ForeignKey("people.id"), index=True),
    Column("projector", ForeignKey("classes.id")),
    Column("created", BigInteger, nullable=False),
    Column("expires", BigInteger, nullable=False),
)

groups = Table(
    "groups",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("commitment", String(64), nullable=False),
    Column("created", BigInteger, nullable=False),
)

group_secrets = Table(
    "group_secrets",
    metadata,
    Column("group_id", ForeignKey("groups.id"), primary_key=True),
    Column("sealed", LargeBinary, nullable=False),
)

classes = Table(
    "classes",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("name", String(80), nullable=False),
    Column("code", String(12), nullable=False, unique=True),
    Column("scenario", String(200), nullable=False),
    Column("version", Integer, nullable=False),
    Column("mode", String(16), nullable=False),
    Column("title_en", Text, nullable=False),
    Column("title_zh", Text, nullable=False),
    Column("state", String(16), nullable=False),
    Column("speed", Integer, nullable=False),
    Column("owner", ForeignKey("people.id"), nullable=False),
    Column("group_id", ForeignKey("groups.id"), nullable=False),
    Column("created", BigInteger, nullable=False),
)

class_members = Table(
    "class_members",
    metadata,
    Column("class_id", ForeignKey("classes.id"), nullable=False),
    Column("person", ForeignKey("people.id"), nullable=False, index=True),
    Column("role", String(16), nullable=False),
    Column("since", BigInteger, nullable=False),
    Column("until", BigInteger),
    PrimaryKeyConstraint("class_id", "person"),
)

invitations = Table(
    "invitations",
    metadata,
    Column("token_hash", String(64), primary_key=True),
    Column("kind", String(16), nullable=False),
    Column("created_by", ForeignKey("people.id"), nullable=False),
    Column("created", BigInteger, nullable=False),
    Column("expires", BigInteger, nullable=False),
    Column("access_until", BigInteger, nullable=False),
    Column("used_by", ForeignKey("people.id")),
)

invitation_classes = Table(
    "invitation_classes",
    metadata,
    Column("token_hash", ForeignKey("invitations.token_hash"), nullable=False),
    Column("class_id", ForeignKey("classes.id"), nullable=False),
    PrimaryKeyConstraint("token_hash", "class_id"),
)

teams = Table(
    "teams",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("class_id", ForeignKey("classes.id"), nullable=False, index=True),
    Column("name", String(80), nullable=False),
    Column("position", Integer, nullable=False),
)

runs = Table(
    "runs",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("team", ForeignKey("teams.id"), nullable=False, unique=True),
    Column("group_id", ForeignKey("groups.id"), nullable=False),
    Column("header", Text),
    Column("epoch", Integer, nullable=False),
    Column("is_over", Integer, nullable=False),
    Column("log_run", ForeignKey("runs.id")),
    Column("side", String(16), nullable=False, server_default=""),
)

seats = Table(
    "seats",
    metadata,
    Column("run", ForeignKey("runs.id"), nullable=False),
    Column("seat", String(16), nullable=False),
    Column("holder", ForeignKey("people.id"), index=True),
    Column("policy", String(16), nullable=False),
    PrimaryKeyConstraint("run", "seat"),
)

links = Table(
    "links",
    metadata,
    Column("token_hash", String(64), primary_key=True),
    Column("kind", String(16), nullable=False),
    Column("person", ForeignKey("people.id")),
    Column("class_id", ForeignKey("classes.id"), index=True),
    Column("run", String(32)),
    Column("seat", String(16)),
    Column("serial", Integer, nullable=False),
    Column("expires", BigInteger),
    Column("used_by", ForeignKey("people.id")),
    Column("revoked", Integer, nullable=False),
    ForeignKeyConstraint(["run", "seat"], ["seats.run", "seats.seat"]),
)

entries = Table(
    "entries",
    metadata,
    Column("run", ForeignKey("runs.id"), nullable=False),
    Column("n", Integer, nullable=False),
    Column("body", Text, nullable=False),
    Column("hash", String(64), nullable=False),
    PrimaryKeyConstraint("run", "n"),
)

texts = Table(
    "texts",
    metadata,
    Column("run", ForeignKey("runs.id"), nullable=False),
    Column("cmd_id", String(64), nullable=False),
    Column("person", ForeignKey("people.id"), nullable=False, index=True),
    Column("sealed", LargeBinary, nullable=False),
    Column("text_hash", String(64), nullable=False),
    PrimaryKeyConstraint("run", "cmd_id"),
)

audit = Table(
    "audit",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", BigInteger, nullable=False),
    Column("who", String(32), nullable=False),
    Column("what", String(40), nullable=False),
    Column("target", String(80), nullable=False),
    Column("detail", Text, nullable=False),
)
