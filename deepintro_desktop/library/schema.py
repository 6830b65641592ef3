"""The forms that the database went through; its version is how many of them it has."""

from deepintro_desktop.library.migrations import (
    m0001_initial,
    m0002_recent_projects,
    m0003_picture_views,
    m0004_feedback,
)

MIGRATIONS = (
    m0001_initial.apply,
    m0002_recent_projects.apply,
    m0003_picture_views.apply,
    m0004_feedback.apply,
)
"""Oldest first, one module each. A new form is a new entry; none is ever changed or taken away."""
