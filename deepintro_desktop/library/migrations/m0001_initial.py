"""The first form: projects, networks, images, computed results with their arrays, and what happened."""

import sqlite3

_STATEMENTS = (
    """
    CREATE TABLE project (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        created TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE network (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        manifest TEXT NOT NULL,
        onnx_sha256 TEXT NOT NULL,
        added TEXT NOT NULL
    )
    """,
    "CREATE INDEX network_object ON network (onnx_sha256)",
    """
    CREATE TABLE image (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        sha256 TEXT NOT NULL UNIQUE,
        height INTEGER NOT NULL,
        width INTEGER NOT NULL,
        kind TEXT NOT NULL,
        source_path TEXT NOT NULL,
        facts TEXT NOT NULL,
        added TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE project_network (
        project_id TEXT NOT NULL REFERENCES project (id) ON DELETE CASCADE,
        network_id TEXT NOT NULL REFERENCES network (id) ON DELETE CASCADE,
        PRIMARY KEY (project_id, network_id)
    )
    """,
    "CREATE INDEX project_of_network ON project_network (network_id)",
    """
    CREATE TABLE project_image (
        project_id TEXT NOT NULL REFERENCES project (id) ON DELETE CASCADE,
        image_id TEXT NOT NULL REFERENCES image (id) ON DELETE CASCADE,
        PRIMARY KEY (project_id, image_id)
    )
    """,
    "CREATE INDEX project_of_image ON project_image (image_id)",
    """
    CREATE TABLE result (
        id TEXT PRIMARY KEY,
        kind TEXT NOT NULL,
        key TEXT NOT NULL,
        document TEXT NOT NULL,
        network_id TEXT REFERENCES network (id) ON DELETE CASCADE,
        image_id TEXT REFERENCES image (id) ON DELETE CASCADE,
        created TEXT NOT NULL
    )
    """,
    "CREATE INDEX result_of_network ON result (network_id)",
    "CREATE INDEX result_of_image ON result (image_id)",
    """
    CREATE TABLE result_array (
        result_id TEXT NOT NULL REFERENCES result (id) ON DELETE CASCADE,
        name TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        PRIMARY KEY (result_id, name)
    )
    """,
    "CREATE INDEX result_array_object ON result_array (sha256)",
    """
    CREATE TABLE event (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        at TEXT NOT NULL,
        kind TEXT NOT NULL,
        subject TEXT NOT NULL,
        detail TEXT NOT NULL
    )
    """,
    "INSERT INTO project VALUES ('default', 'My project', strftime('%Y-%m-%dT%H:%M:%S+00:00', 'now'))",
)


def apply(connection: sqlite3.Connection) -> None:
    """Make the tables of an empty database."""
    for statement in _STATEMENTS:
        connection.execute(statement)
