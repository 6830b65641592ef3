"""Every form that the database ever had, a module each. A migration is never changed once it was used.

Each module has ``apply(connection)``, uses nothing of the program, and runs inside the caller's transaction.
"""
