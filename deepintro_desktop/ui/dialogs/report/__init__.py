"""The dialog that makes a report."""
