"""The fourth form: what people said about the program and its analyses.

It refers to no other table: feedback stays when the picture that it is about is removed.
"""

import sqlite3


def apply(connection: sqlite3.Connection) -> None:
    """Add the table. ``answers`` and ``about`` are JSON; ``about`` is ``null`` for the program as a whole."""
    connection.execute(
        """
        CREATE TABLE feedback (
            id TEXT PRIMARY KEY,
            form TEXT NOT NULL,
            answers TEXT NOT NULL,
            about TEXT NOT NULL,
            made TEXT NOT NULL,
            changed TEXT NOT NULL
        )
        """
    )
