"""The third form: images know which picture of their file they are."""

import sqlite3


def apply(connection: sqlite3.Connection) -> None:
    """Add the view, as JSON; the program's choice to those that are there."""
    connection.execute("ALTER TABLE image ADD COLUMN view TEXT NOT NULL DEFAULT '{}'")
