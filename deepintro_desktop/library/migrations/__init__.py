"""Every form that the database ever had, oldest first. A migration is never changed once it was used.

Each module has ``apply(connection)``, uses nothing of the program, and runs inside the caller's transaction.
"""

from deepintro_desktop.library.migrations import m0001_initial

MIGRATIONS = (m0001_initial.apply,)
"""The schema version of a database is the number of migrations that it went through."""
