"""The second form: projects know when they were last open."""

import sqlite3


def apply(connection: sqlite3.Connection) -> None:
    """Add the time to the projects that are there; they count as open when they were made."""
    connection.execute("ALTER TABLE project ADD COLUMN opened TEXT NOT NULL DEFAULT ''")
    connection.execute("UPDATE project SET opened = created")
